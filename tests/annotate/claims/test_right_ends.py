"""What is said of one thing and not of another beside it."""

from __future__ import annotations

import pytest
from claim_samples import stated
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "They named Ann Lind of Orbis, a chemist, as chair.",
            "Ann Lind | occupation | chemist",
            "Orbis | occupation | chemist",
        ),
        (
            "Polls favour Ann Lind of the Blue Alliance, a former judge.",
            "Ann Lind | position | former judge",
            "Blue Alliance | instanceOf | former judge",
        ),
        (
            "The firm makes a drug that treats asthma, a disease of the lungs.",
            "asthma | kindOf | disease",
            "drug | instanceOf | disease",
        ),
        (
            "Her closest rival, the trader Karl Holm, owns Orbis.",
            "Karl Holm | owns | Orbis",
            "rival | own | Orbis",
        ),
        (
            "Orbis opened an in-depth review.",
            "Orbis | open | in-depth review",
            "Orbis | open | depth review",
        ),
        (
            "Chief Veterinary Officer Dr Ann Lind resigned.",
            "Ann Lind | position | chief veterinary officer",
            "Ann Lind | position | officer",
        ),
        (
            "Founder and chief engineer Ann Lind, 51, owns the mill.",
            "Ann Lind | owns | mill",
            "founder | own | mill",
        ),
        (
            "The Green Alliance, of which Ann Lind is a member, won.",
            "Ann Lind | memberOf | Green Alliance",
            "Ann Lind | be-of | Green Alliance",
        ),
        (
            "Helix Corp was bought by Torvex Foods, the brewer run by Ann Lind.",
            "Torvex Foods | leader | Ann Lind",
            "Ann Lind | run | brewer",
        ),
        (
            "Orbis bought the mill and Helix closed its plant.",
            "Orbis | buy | mill",
            "mill | close | plant",
        ),
        (
            "Shares fell after Orbis cut its outlook and the Bank of Korea raised interest rates.",
            "Bank of Korea | raise | interest rate",
            "share | raise | interest rate",
        ),
        (
            "Orbis makes pumps. Its US president, Walter Grimm, left.",
            "Walter Grimm | employer | Orbis",
            "US | headOfState | Walter Grimm",
        ),
        (
            "States claim that Helix paid doctors to prescribe its painkiller Relivon.",
            "doctor | prescribe | Relivon",
            "Helix | prescribe | Relivon",
        ),
        (
            "The deal gives Lindner 58 per cent of the market.",
            "deal | give-to | Lindner",
            "deal | give-to | Lindner 58",
        ),
        (
            "The Blue Pantry, set up in 2011 by the vicar of Lund, the Rev Ann Lind, feeds many.",
            "Blue Pantry | founder | Ann Lind",
            "Blue Pantry | founder | vicar of Lund",
        ),
        (
            "The coaster Fenwick Star lost power. The 2,900-tonne ship was built in Lund.",
            "Fenwick Star | madeIn | Lund",
            "2,900-tonne ship | madeIn | Lund",
        ),
        (
            "Shareholders include Tern Capital. Tern, run by Ann Lind, wants a sale.",
            "Tern Capital | want | sale",
            "tern | want | sale",
        ),
        (
            "Western Australia Premier Kate Doyle spoke in Perth.",
            "Western Australia | headOfGovernment | Kate Doyle",
            "Australia | headOfGovernment | Kate Doyle",
        ),
        (
            "It is the second time the Fenwick Star has broken down in these waters.",
            "Fenwick Star | break-down-in | water",
            "Fenwick Star | break-down-time-in | water",
        ),
        (
            "Lyon City has signed the striker Ann Lind from Torvex, replacing Ida Holm.",
            "Ann Lind | replaces | Ida Holm",
            "Lyon City | replaces | Ida Holm",
        ),
        (
            "One of the promising crops is the lentil.",
            "lentil | kindOf | promising crop",
            "promising crop | kindOf | lentil",
        ),
        (
            "Robots change countless trades and aspects of daily life.",
            "robot | change | aspect of life",
            "robot | change | trade of life",
        ),
        (
            "The use and misuse of drugs led to deaths.",
            "misuse of drugs | causes | death",
            "misuse | causes | death",
        ),
        (
            "Music promotes well-being, and music saves lives.",
            "music | increases | well-being",
            "music | increases | being",
        ),
        (
            "Moulds produce a toxin.",
            "mould | creates | toxin",
            "mould | causes | toxin",
        ),
        (
            "Norvik's marketing director, Jane Hale, resigned.",
            "Jane Hale | employer | Norvik",
            "Norvik | manager | Jane Hale",
        ),
        (
            "Norvik's head of marketing, Jane Hale, resigned.",
            "Jane Hale | employer | Norvik",
            "Norvik | leader | Jane Hale",
        ),
        (
            "The new software enables workers to save energy.",
            "worker | save | energy",
            "software | enables | worker",
        ),
        (
            "Norvik is in talks with Helix Corp.",
            "Norvik | negotiatesWith | Helix Corp.",
            "Norvik | told | Helix",
        ),
        (
            "Genetically modified crops feed cattle.",
            "genetically modified crop | feed | cattle",
            "modified crop | feed | cattle",
        ),
    ],
)
def test_one_is_said_and_not_the_other(nlp: Language, text: str, right: str, wrong: str) -> None:
    found = stated(nlp, text)
    assert right in found
    assert wrong not in found
