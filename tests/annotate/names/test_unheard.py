"""Words that no list knows: found where they open a sentence, told by what they do."""

from __future__ import annotations

import pytest
from spacy.language import Language


def label_of(nlp: Language, text: str, name: str) -> str:
    return next((e.label_ for e in nlp(text).ents if e.text == name), "")


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Torvex will cut 400 jobs at its plant in Lyon.", "Torvex", "ORG"),
        ("Orbis partnered with Helix in May.", "Orbis", "ORG"),
        ("Kelmar appointed Ann Lind as chief executive.", "Kelmar", "ORG"),
        ("Kelmar opened a factory in Brno.", "Kelmar", "ORG"),
        ("Kelmar cut 300 jobs.", "Kelmar", "ORG"),
        ("The court fined Kelmar 120 million euros.", "Kelmar", "ORG"),
        ("Bonmart was bought by Lakeview Bank in 2011.", "Bonmart", "ORG"),
        ("Carmakers Tessaro and Volanta are in talks.", "Volanta", "ORG"),
        ("Hotel group Miravel named Sven Alder as its chief.", "Miravel", "ORG"),
        ("NASA launched the Vela probe to Saturn.", "Vela", "PRODUCT"),
        ("It was launched from French Guiana.", "French Guiana", "GPE"),
        ("Pellon said on Tuesday that it would build a mill.", "Pellon", "ORG"),
        ("Pellon said its profit fell.", "Pellon", "ORG"),
        ("She is a granddaughter of the resistance fighter Nils Dahl.", "Nils Dahl", "PERSON"),
        ("The leaf is green. Nitrogen, phosphorus and sulphur are needed.", "Nitrogen", ""),
        ("A storm swept across western Norland.", "Norland", "GPE"),
        ("Basketball: Vilna Rytas 81, Zelgir 77.", "Zelgir", "ORG"),
        ("Halden Rovers 3 Eastcliff Town 1", "Eastcliff Town", "ORG"),
        ("Her father was Constance of Sicily, a nun.", "Constance of Sicily", "PERSON"),
        (
            "The film The Dim Orchard won. She saw The Dim Orchard.",
            "The Dim Orchard",
            "WORK_OF_ART",
        ),
        ("Tarnvik lies on the Danube.", "Tarnvik", "GPE"),
        ("The van, called the Tessaro E1, has a range of 400 km.", "Tessaro E1", "PRODUCT"),
        ("Xerion's shares have lost half their value.", "Xerion", "ORG"),
        ("Vesterby, who was 43, leaves a wife and two children.", "Vesterby", "PERSON"),
        ("Kuznik thanked her coach and her parents.", "Kuznik", "PERSON"),
        ("The boat was found off Kerrin Head.", "Kerrin Head", "LOC"),
        ("The wind is measured at Mace Head on the coast.", "Mace Head", "LOC"),
        ("Fishermen rowed past Punta Gorria.", "Punta Gorria", "LOC"),
        ("Kalto is spoken in the hills of Pakistan.", "Kalto", "LANGUAGE"),
        ("The Tarvi language has few speakers.", "Tarvi", "LANGUAGE"),
        ("Polytek is a private university located in Milan.", "Polytek", "ORG"),
        ("It is a frog of the family Hylidae.", "Hylidae", "MISC"),
        ("Anish Giri beat the champion in the final round.", "Anish Giri", "PERSON"),
    ],
)
def test_names_no_list_knows(nlp: Language, text: str, name: str, label: str) -> None:
    assert label_of(nlp, text, name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Geochemist Lena Okabe urged caution.", "Lena Okabe", "PERSON"),
        ("It is less than surveyors Hartnell Pike said.", "Hartnell Pike", "ORG"),
        ("Detectives Ann Lind and Tom Berg left.", "Ann Lind", "PERSON"),
        ("The town of Hollin Bridge is small.", "Hollin Bridge", "GPE"),
        ("He joined from Genzyme in 2019.", "Genzyme", "ORG"),
        ("Shares of Oculent rose 12%.", "Oculent", "ORG"),
        ("A bridge named Regnbue fell.", "Regnbue", "FAC"),
        ("Trade between Norvik and Lund-based Orbis fell.", "Orbis", "ORG"),
        ("It will receive six A330-300E aircraft.", "A330-300E", "PRODUCT"),
        ("It replaces the Airbus A3XX in May.", "Airbus A3XX", "PRODUCT"),
        ("The phone is priced at US $199 in May.", "US", ""),
        ("It sells well in the US. The phone is priced at US $199.", "US", "GPE"),
        ("Maybe we can leave after Feb", "Feb", "DATE"),
        ("It grows at minus 1 degree Celsius.", "Celsius", ""),
        ("The bacterium, Methylovoron tottenense, grows in ice.", "Methylovoron", ""),
        ("Ada Berg is a Kurd.", "Kurd", "NORP"),
        ("Norwegian fund manager Storebrand called for a review.", "Storebrand", "ORG"),
        ("Shares closed lower; those of rival Tallink were flat.", "Tallink", "ORG"),
        ("She beat rival Kenneth in May.", "Kenneth", "PERSON"),
        ("Hokuryu, a Mongolian, hurt his leg.", "Hokuryu", "PERSON"),
    ],
)
def test_what_stands_around_tells(nlp: Language, text: str, name: str, label: str) -> None:
    assert label_of(nlp, text, name) == label


def test_a_sum_holds_no_land(nlp: Language) -> None:
    doc = nlp("It sells well in the US. The phone is priced at US $199 in the US.")
    assert [e.start_char for e in doc.ents if e.text == "US"] == [21, 63]
