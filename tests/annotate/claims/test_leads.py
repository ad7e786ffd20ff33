"""What the first sentences of reference works say: of places, ways, bodies, ships and programs."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Brevik is a municipality in Norway.", "Brevik | country | Norway"),
        ("Lund was founded in 1764.", "Lund | foundingDate | 1764"),
        ("Kelberg is the seat of Dale County.", "Kelberg | capitalOf | Dale County"),
        (
            "The Kelso Bridge is an arch bridge over the River Tweed.",
            "Kelso Bridge | crosses | River Tweed",
        ),
        ("The M9 motorway runs from Lyon to Turin.", "M9 | connects | Turin"),
        (
            "The Elmore Line is a railway line in Kent, operated by Southern Trains.",
            "Elmore Line | operator | Southern Trains",
        ),
        (
            "Polar Group is a Danish company with headquarters in Aarhus.",
            "Polar Group | headquarters | Aarhus",
        ),
        ("The Rowing Union has its seat in Turin.", "Rowing Union | headquarters | Turin"),
        ("Porto Rovers play their home games at Elm Park.", "Porto Rovers | homeVenue | Elm Park"),
        (
            "The 5th Lancers were a regiment of the British Army.",
            "5th Lancers | subsidiaryOf | British Army",
        ),
        (
            "HMS Dart was a destroyer of the Royal Navy.",
            "HMS Dart | operator | Royal Navy",
        ),
        (
            "Redcastle is a video game published by Bluewave Games.",
            "Redcastle | publisher | Bluewave Games",
        ),
        (
            "Photonix is an image editor developed by Adobe Systems.",
            "Photonix | developer | Adobe Systems",
        ),
        ("Kavala County borders Estonia to the south.", "Kavala County | borders | Estonia"),
        ("Selmo is a suburb of Lima, Peru.", "Selmo | locatedIn | Lima"),
        (
            "Castle Quest is a game developed and published by Nordsoft.",
            "Castle Quest | developer | Nordsoft",
        ),
        (
            "Vokal is an electric car produced by the Chinese company Nantex.",
            "Vokal | manufacturer | Nantex",
        ),
        ("macOS is developed by Apple.", "macOS | developer | Apple"),
        ("Ketu is a language of Benin.", "Benin | language | Ketu"),
        (
            "St. Olaf's Church is a church in Oslo.",
            "St. Olaf's Church | locatedIn | Oslo",
        ),
        ("Cuprolite is a rare mineral.", "cuprolite | kindOf | rare mineral"),
    ],
)
def test_leads(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Selmo is a suburb of Lima, Peru.", "Lima | instanceOf | suburb"),
        ("Holm Kirke is a church in Holm, Norway.", "Holm Kirke | headquarters | Holm"),
        ("Dale College is a private college in Vermont.", "Dale College | headquarters | Vermont"),
        (
            "Northern Trains is a British company owned by the Department for Transport.",
            "Department for Transport | subsidiaryOf | Northern Trains",
        ),
        (
            "Amber Foods is a subsidiary of Nestlé based in Vevey, Switzerland.",
            "Nestlé | headquarters | Vevey",
        ),
        (
            "The grey heron is a bird. It lives in Europe, Asia and Africa.",
            "grey heron | residence | Europe",
        ),
        (
            "SS Orlanda was a ship built for the White Star Line.",
            "SS Orlanda | platform | White Star Line",
        ),
    ],
)
def test_not_said_by_leads(nlp: Language, text: str, claim: str) -> None:
    assert claim not in claims(nlp, text)
