"""What thing, place or event a phrase with a noun stands for: "the film", "the town"."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.mention_samples import mentions_of, resolve


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        pytest.param(
            "The Zefra is a smartphone. The phone costs 499 euros.",
            "Zefra",
            ["Zefra", "The phone"],
            id="a wider noun",
        ),
        pytest.param(
            "The coins came from the Lindische Landesmuseum. The museum was founded in 1877.",
            "Lindische Landesmuseum",
            ["Lindische Landesmuseum", "The museum"],
            id="a noun within the last word of a name",
        ),
        pytest.param(
            "A cyclone hit the coast on Monday. The storm killed nine people.",
            "cyclone",
            ["A cyclone", "The storm"],
            id="another word for the same",
        ),
        pytest.param(
            "Six ships left Oslo on Monday. The ships came back in May.",
            "Six ships",
            ["Six ships", "The ships"],
            id="number left out",
        ),
        pytest.param(
            "Hurricane Marta hit Cuba on Monday. The hurricane killed nine people.",
            "Hurricane Marta",
            ["Hurricane Marta", "The hurricane"],
            id="first word of a name",
        ),
        pytest.param(
            "The trawler Aurora sank. The vessel had nine men on board.",
            "Aurora",
            ["Aurora", "The vessel"],
            id="a wider word",
        ),
        pytest.param(
            "Two new studies and six old studies exist. The six studies are long.",
            "six old studies",
            ["six old studies", "The six studies"],
            id="the same number",
        ),
        pytest.param(
            "He read case studies. The studies of Lind are new.",
            "case study",
            [],
            id="a narrower kind",
        ),
        pytest.param(
            "Ships sail around the world. Lind wrote a book about the world of ants. "
            "A man saw the world.",
            "world",
            ["the world", "the world"],
            id="what there is one of",
        ),
        pytest.param(
            "A storm hit the port. The 1999 storm at the port was worse.",
            "storm",
            [],
            id="a year that narrows",
        ),
        pytest.param(
            "Knowledge is needed. The clerks lost their knowledge.",
            "knowledge",
            [],
            id="what is owned is no matter in general",
        ),
        pytest.param(
            "Ann Lind spoke of the death of her son. His death shocked the town.",
            "death of her son",
            ["the death of her son", "His death"],
            id="whose it was after of",
        ),
        pytest.param(
            'Ann Lind wrote "The Silent Mill" in 1990. The novel won a prize.',
            "The Silent Mill",
            ["The Silent Mill", "The novel"],
            id="kind of a work",
        ),
        pytest.param(
            'Ann Lind wrote the play "The Silent Mill" in 1990. The novel won a prize.',
            "The Silent Mill",
            ["The Silent Mill"],
            id="another kind of work",
        ),
        pytest.param(
            "Tverrvik, a town, was poor. Tverrvik was wet. Lind left Tverrvik for a dry town. "
            "Lind ran. Lind slept. The town was full.",
            "Tverrvik",
            ["Tverrvik", "Tverrvik", "Tverrvik", "The town"],
            id="said once of another",
        ),
        pytest.param(
            "A fire destroyed the old mill. The building was empty.",
            "old mill",
            ["the old mill", "The building"],
            id="wider noun",
        ),
        pytest.param(
            "Ann Lind took the role of captain in May. In June Bo Moen began his role as mate.",
            "role of captain",
            [],
            id="another's role",
        ),
        pytest.param(
            "France and Italy opened rail links between Nice and Turin. The two countries signed a "
            "pact.",
            "France and Italy",
            ["France and Italy", "The two countries"],
            id="two countries are no cities",
        ),
        pytest.param(
            "They sailed to the U.S. state of Oregon. The state is wet.",
            "U.S.",
            ["U.S."],
            id="the state of a land is not the land",
        ),
        pytest.param(
            "Ann Lind directed the drama Snow Road. The film won a prize.",
            "Snow Road",
            ["Snow Road", "The film"],
            id="a drama is a film",
        ),
    ],
)
def test_mentions(nlp: Language, text: str, label: str, expected: list[str]) -> None:
    assert mentions_of(resolve(nlp, text), label) == expected
