"""What reads like a fact to a parser and is none."""

from __future__ import annotations

import pytest
from claim_samples import stated
from spacy.language import Language

from kgx.annotate.run import annotate
from kgx.types import Document


@pytest.mark.parametrize(
    "text",
    [
        "Sleep tracking is a joke.",
        "A bowl is an argument.",
        "Jo Berg called the project a milestone.",
        "The bridge will make Larvik the gateway.",
        "The crime had left 140 pensioners facing ruin.",
        "The alternative was cutting care.",
    ],
)
def test_figures_of_speech_are_no_facts(nlp: Language, text: str) -> None:
    assert stated(nlp, text) == {}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Rowing is an art in many lands.", "rowing | be-in | land"),
        ("The new bus is on schedule.", "bus | be-on | schedule"),
        ("The draw was made in Geneva.", "draw | madeIn | Geneva"),
        (
            "Sales of engines rose to 5 million euros.",
            "sale of engines | rise-to | 5 million euros",
        ),
        ("Ann Lind died at 91.", "Ann Lind | die-at | 91"),
        ("The army is on its knees.", "army | be-on | knee"),
        ("The town voted 31 to 17 to build a school.", "town | vote-to | 17"),
        ("Other rumours include an update of the Helix phone.", "rumour | hasPart | Helix"),
        ("It was designed by Lima architect Ann Hale.", "Ann Hale | architect-of | Lima"),
        ("Max Lind left with his Welsh wife, Ann.", "Ann | wife-of | Welsh"),
        ("Ann Hale cut the ribbon.", "Ann Hale | reduces | ribbon"),
        ("Former Olympic diver Ann Hale left.", "Ann Hale | former-diver-of | Olympic"),
        (
            "Ann Hale's father, Max, was a lawyer and her mother, Ida, was a nurse.",
            "Ann Hale | mother | Max",
        ),
        (
            "Ann Hale's father, Max, was a lawyer and her mother, Ida, a nurse.",
            "Ann Hale | mother | Max",
        ),
        (
            "Partners include the Hale Foundation, the publisher Norvik and Helix Ltd.",
            "Hale Foundation | instanceOf | publisher",
        ),
        (
            "Ann Hale received an honorary doctorate from Lund University.",
            "Ann Hale | educatedAt | Lund University",
        ),
        ("Ann Hale, Orbis Ltd's scientific director, left.", "Orbis Ltd | manager | Ann Hale"),
        ("Orbis Ltd took over the mill from Helix Ltd.", "Orbis Ltd | replaces | Helix Ltd"),
        (
            "It sold a plant in Chile, which Orbis Ltd bought from Helix Ltd in 2012.",
            "Orbis Ltd | acquired | Chile",
        ),
        ("Orbis Ltd bought it from the investor Ann Hale.", "Orbis Ltd | acquired | Ann Hale"),
        (
            "Ann Hale and her tutor, the geologist Max Lind, left.",
            "Ann Hale | occupation | geologist",
        ),
        ("The donors were Orbis and the Swiss city of Basel.", "donor | locatedIn | Basel"),
        (
            "Orbis Ltd is a firm. Its owners ran it until their son Max came of age.",
            "Max | son-of | Orbis Ltd",
        ),
        ("The thief robbed the bank of €2 million.", "thief | rob | bank of €2 million"),
        ("They met in Bari, where Peru's rivals included Chile.", "Chile | partOf | Bari"),
        ("Ann Lind led expeditions to Borneo.", "Ann Lind | lead-to | Borneo"),
        (
            "The comet is named after its discoverer, Ann Lind.",
            "comet | namedAfter | discoverer",
        ),
        ("Ann Lind had a son with Bo Moe, Karl.", "Ann Lind | child | Bo Moe"),
        (
            "Her recording of the mass with the Lund Choir, released by Orbis, won a Grammy.",
            "Orbis | release | Lund Choir",
        ),
        (
            "The Lind family fled to Norway. The mill was bought by the state.",
            "Norway | buy | mill",
        ),
        (
            "A film about the painter Ida Berg, directed by Ivo Hale, won.",
            "Ivo Hale | direct | Ida Berg",
        ),
        (
            "Mount Sangkara killed nine people. It was the third eruption this year.",
            "Mount Sangkara | instanceOf | eruption",
        ),
        (
            "Archaeologists found a villa with a heating system and a mosaic showing a god.",
            "archaeologist | show | god",
        ),
        (
            "The dig has cost £1.2m so far, two thirds of it paid by the contractor.",
            "dig | cost | two thirds of it paid by the contractor",
        ),
        (
            "The mission, known by its acronym MINUTAR, was set up in 2014.",
            "MINUTAR | know | mission",
        ),
        (
            "The singer Ann Holm, more famous by her stage name, Fairuna, left.",
            "Fairuna | stage-name-of | Ann Holm",
        ),
        ("Karl Brandt returned a hero.", "Karl Brandt | return | hero"),
        ("In Europe, the pound was steady.", "pound | locatedIn | Europe"),
        ("The ship's captain, a Croatian, sold it.", "Croatian | instanceOf | captain"),
        (
            "Ann Lind was awarded the Lind Medal and made a Knight of the Lion Order.",
            "Knight | manufacturer | Ann Lind",
        ),
        ("Born in Bari in 1931, she trained under Max Lenz.", "Max Lenz | birthPlace | Bari"),
        (
            "Max Lenz's VVD party beat Jan de Vaal's Freedom Party (PVV).",
            "Max Lenz | memberOfParty | Freedom Party",
        ),
    ],
)
def test_it_is_no_fact(nlp: Language, text: str, wrong: str) -> None:
    assert wrong not in stated(nlp, text)


@pytest.mark.parametrize("noun", ["power", "right", "permission"])
def test_what_one_may_do_is_not_done(nlp: Language, noun: str) -> None:
    found = stated(nlp, f"Orbis Inc has the {noun} to sell the mill.")
    assert found["Orbis Inc | sells | mill"] == "possible"


def test_no_country_is_in_a_town(nlp: Language) -> None:
    found = stated(nlp, "Ann Lind met the president of Chile in Lima.")
    assert not [c for c in found if c.startswith("Chile | locatedIn")]


def test_a_film_director_holds_no_office(nlp: Language) -> None:
    assert "Ada Lind | occupation | film director" in stated(nlp, "Ada Lind is a film director.")


def test_whose_students_founded_a_body_did_not_found_it(nlp: Language) -> None:
    told = stated(
        nlp, "Ann Lind died in 1960. The Lind Society was founded in 1963 by her students."
    )
    assert not [c for c in told if "| founder | Ann Lind" in c]


def test_a_seat_of_a_part_is_none_of_the_whole(nlp: Language) -> None:
    text = "Helix has its US headquarters in Princeton. Orbis has its head office in Lund."
    (found,) = annotate([Document("note", text)], nlp)
    label = {e.id: e.label for e in found.entities}
    said = [c for c in found.claims if c.rule == "headquarters" and c.object]
    assert [label[c.subject] for c in said] == ["Orbis"]
