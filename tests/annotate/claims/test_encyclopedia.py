"""What encyclopedias and obituaries tell in openers, brackets, lists and asides."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language

from kgx.annotate.run import annotate
from kgx.types import Document

_RECORDED = "Low Tide was recorded at Tarn Hall, produced by Ann Lind and published by Moe Records."


@pytest.mark.parametrize(
    ("text", "right"),
    [
        # who is told of behind an opener is nobody named in it
        (
            "Ann Lind was a poet. Born in Lund, the daughter of Ida Berg, she lived in Oslo.",
            "Ann Lind | residence | Oslo",
        ),
        (
            "Max Lind was a poet. Born in Oslo, the son of Leo Berg and his wife, Eva, he left.",
            "Leo Berg | child | Max Lind",
        ),
        # an opener says what the subject is
        (
            "Ann Lind left. The daughter of the painter Ida Berg, she read law.",
            "Ida Berg | child | Ann Lind",
        ),
        ("Ann Lind left. A niece of Ida Berg, she read law.", "Ann Lind | relative | Ida Berg"),
        (
            "Ann Lind left. The only child of a miner, Jack Moe, she read law.",
            "Jack Moe | child | Ann Lind",
        ),
        (
            "Ann Lind left. Appointed director of Orbis in 1990, she moved to Oslo.",
            "Orbis | manager | Ann Lind",
        ),
        (
            "Ann Lind left. Elected a fellow of the Royal Society in 1990, she moved to Oslo.",
            "Ann Lind | memberOf | Royal Society",
        ),
        # what comes first and then
        (
            "Ann Moe was married first to Bo Seal and then to Leo Katz.",
            "Ann Moe | spouse | Leo Katz",
        ),
        # the second parent is the first one's wife or husband
        (
            "Max Berg is a poet. He was the son of Leo Moe and his wife Eva.",
            "Eva | spouse | Leo Moe",
        ),
        ("Max Berg left. He lived with Leo Moe and his wife Eva.", "Eva | spouse | Leo Moe"),
        (
            "Max Berg left. He was the son of Harald II and his queen, Eva of Tessen.",
            "Eva of Tessen | child | Max Berg",
        ),
        (
            "Ann Lind left. She was the daughter of Ida Moe and her husband, the painter Bo Moe.",
            "Bo Moe | spouse | Ida Moe",
        ),
        # what somebody was called at birth
        (
            "Ann Lind is a poet. Born Ann Maria Lind in Oslo, she left in 1950.",
            "Ann Maria Lind | birthPlace | Oslo",
        ),
        ("Born Max Moe in Oslo in 1950, Max Hale left.", "Max Moe | birthPlace | Oslo"),
        (
            "Ann Lind (Norwegian: Anne Lind; born 3 May 1950) is a Norwegian chemist.",
            "Ann Lind | birthDate | 1950-05-03",
        ),
        (
            "Ann Lind (Danish: Anne Lind; 3 May 1920, Lund – 4 June 1990, Oslo) was a poet.",
            "Ann Lind | deathPlace | Oslo",
        ),
        ("Max Berg was a composer of Hungarian descent.", "Max Berg | occupation | composer"),
        # what "among them" lists
        (
            "Max Lind had three children, among them the composer Eva Moe.",
            "Max Lind | child | Eva Moe",
        ),
        (
            "Max Lind left three children, including the composer Eva Moe.",
            "Max Lind | child | Eva Moe",
        ),
        ("She taught several poets, among them Ida Berg.", "Ida Berg | occupation | poet"),
        # what is told behind a name inside
        (_RECORDED, "Low Tide | publisher | Moe Records"),
        (
            "It includes a song written by Max Hale, which was later covered by Ann Lind.",
            "Ann Lind | cover | song",
        ),
        (
            "The mill is owned by the Hale Trust, whose chair, Ann Lind, is an heir of Bo Moe.",
            "Ann Lind | heir-of | Bo Moe",
        ),
        # where somebody comes from, and where "there" is
        ("Norvik was the birthplace of the poet Ann Berg.", "Ann Berg | birthPlace | Norvik"),
        ("Ann Berg moved to Lund in 1950 and died there.", "Ann Berg | deathPlace | Lund"),
        ("Ann Berg moved to Lund. She died there in 1950.", "Ann Berg | deathPlace | Lund"),
        ("Orbis was founded in Lund and is based there.", "Orbis | headquarters | Lund"),
        ("Norvik is a village in the Tarn district of Dorset.", "Norvik | locatedIn | Dorset"),
        (
            "It is a festival of folk music held in Ashcombe.",
            "festival of folk music | locatedIn | Ashcombe",
        ),
        ("Norvik is a town on the coast of Sardinia.", "Norvik | locatedIn | Sardinia"),
        (
            "Max Moe moved to Italy. A street in Rijeka bears his name, and he is buried there.",
            "Max Moe | burialPlace | Rijeka",
        ),
        # things called after somebody
        ("Tarn Hut is named in honour of Bo Hale.", "Tarn Hut | namedAfter | Bo Hale"),
        (
            "Max Moe left. The Tarn Prize is named in his honour.",
            "Tarn Prize | namedAfter | Max Moe",
        ),
        (
            "Voxamine is a drug sold under the brand name Lumexa.",
            "Voxamine | alsoCalled | Lumexa",
        ),
        (
            "Clara Voss left in 1901. The crater Voss on the Moon is named after her.",
            "Voss | namedAfter | Clara Voss",
        ),
        (
            "Ann Lind of Halden University found the asteroid 2311 Halden.",
            "2311 Halden | instanceOf | asteroid",
        ),
        (
            "The opera of the same name, composed by Tom Arden, was staged in Lund.",
            "Tom Arden | compose | opera",
        ),
        (
            "It is an observatory on Mount Tarsis in Chile, operated by Orbis Ltd.",
            "Orbis Ltd. | operates | observatory",
        ),
        # names that begin with an office, a team or one side at law
        ("Ann Berg got the King's Medal of Merit.", "Ann Berg | award | King's Medal of Merit"),
        ("Ann Berg rode for Team Alba.", "Ann Berg | playsFor | Team Alba"),
        (
            "Moe v Lindqvist is a decision of the Supreme Court.",
            "Moe v Lindqvist | instanceOf | decision",
        ),
        ("Ann Berg is the subject of the film The Wet Mill.", "The Wet Mill | about | Ann Berg"),
        (
            "Tenants include the law firm Hale & Moe, the shipping company Vroon and a bank.",
            "Vroon | instanceOf | shipping company",
        ),
        # titles, prizes and causes
        (
            "Ann Berg is Distinguished University Professor of Law at the University of Lund.",
            "Ann Berg | employer | University of Lund",
        ),
        ("The fleet was led by Field Marshal Bo Hale.", "Bo Hale | occupation | field marshal"),
        ("The mill won Max Lind the Hale Prize.", "Max Lind | award | Hale Prize"),
        ("Ann Lind's The Wet Mill won the Hale Prize.", "Wet Mill | creator | Ann Lind"),
        ("Ann Berg was elected to the hall and appointed MBE.", "Ann Berg | award | MBE"),
        ("The defeat was due to bad weather.", "defeat | due-to | weather"),
    ],
)
def test_right(nlp: Language, text: str, right: str) -> None:
    assert right in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Bo Hale was hurt and died the next day; his deputy, Max Lind, left.",
            "Max Lind | deathDate",
        ),
        ("The mill closed; its owner, Ann Lind, said she was sad.", "by Ann Lind"),
        ("The loss was due to bad weather rather than poor sails.", "poor sail"),
        (_RECORDED, "Tarn Hall | publisher"),
        (
            "His works include a church in Lund, a mill and the pavilion at Tarn Park in Peru.",
            "partOf | Peru",
        ),
        ("Ann Lind won a scholarship to Lund High School.", "Lund High School | award"),
        ("Ann Moe, a lecturer, showed his in Budapest. Frank Dunn left.", "Frank Dunn"),
        ("Max Moe left. A keen sailor, he died at sea.", "sailor"),
        ("Bo Lovrek dedicated his First Symphony to Josip Varga.", "affiliation"),
        ("The siege is the subject of a ballad by Ann Lind.", "instanceOf"),
        ("A famous local speciality is Norland kebab.", "kebab-of"),
        (
            "Max Moe moved to Lund in 1901. Ida Berg left in May. Bo Hale died there.",
            "Bo Hale | deathPlace",
        ),
        ("Norvik is a town on the coast of the Black Sea.", "locatedIn"),
        ("Ann Moe was married twice: first to Bo Seal, who died.", "married-first-to"),
        ("Ann Lind moved to a mill near Lund and died there.", "deathPlace"),
        ("Ann Berg studied photosynthesis at the Norvik Institute.", "educatedAt"),
        ("Tarn Abbey is a Benedictine monastery in Devon.", "Benedictine"),
        ("The crater Voss is named after Clara Voss.", "occupation"),
        (
            "He was survived by his wife, Ida, and three sons, among them the painter Bo Hale.",
            "Bo Hale | spouse",
        ),
    ],
)
def test_not_said(nlp: Language, text: str, wrong: str) -> None:
    assert not [said for said in claims(nlp, text) if wrong in said]


def test_parts_played_are_no_kin(nlp: Language) -> None:
    text = "It starred Bo Hale as Doctor Fane and Ann Lind as his son Max."
    (found,) = annotate([Document("note", text)], nlp)
    assert not [c for c in found.claims if c.rule == "child"]
