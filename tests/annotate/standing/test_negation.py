"""What is denied, left undone or left open: sentence → the verb and how it stands."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.load import load
from kgx.annotate.run import start_doc
from kgx.types import Document


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return load()


@pytest.mark.parametrize(
    ("text", "relation", "standing"),
    [
        ("Not a single ship arrived.", "arrived", ("negative", "asserted")),
        ("Hardly anyone came.", "came", ("negative", "asserted")),
        ("Few if any customers complained.", "complained", ("negative", "asserted")),
        ("Not all members voted.", "voted", ("positive", "asserted")),
        ("No less than 40 ships sank in the storm.", "sank in", ("positive", "asserted")),
        ("No other team won the cup.", "won", ("negative", "asserted")),
        ("The road is no longer open to traffic.", "is", ("negative", "asserted")),
        ("The court stopped short of banning the drug.", "banning", ("negative", "asserted")),
        (
            "The city patched the bridge rather than replace it.",
            "replace",
            ("negative", "asserted"),
        ),
        ("The committee voted against raising the tax.", "raising", ("positive", "possible")),
        ("The firm denied that it was in talks to buy a mill.", "to buy", ("negative", "planned")),
        ("The firm does not have plans to buy a mill.", "to buy", ("negative", "planned")),
        ("The pact did not oblige the firm to pay rent.", "to pay", ("positive", "possible")),
        ("The court did not force the firm to pay rent.", "to pay", ("positive", "possible")),
        ("The firm refused to say if it had sold the mill.", "had sold", ("positive", "question")),
        ("The firm dropped its lawsuit against Ann Lind.", "lawsuit", ("positive", "asserted")),
        ("The study does not show that plastic kills birds.", "kills", ("positive", "possible")),
        ("She did not know that he had left Lund.", "had left", ("positive", "asserted")),
        ("She was not aware that he had left Lund.", "had left", ("positive", "asserted")),
        ("It is not clear that he left Lund.", "left", ("positive", "possible")),
        ("Nobody proved that he left Lund.", "left", ("positive", "possible")),
        ("The rumour that she bought the mill is false.", "bought", ("positive", "possible")),
        ("Far from selling the mill, she bought a port.", "selling", ("negative", "asserted")),
        ("The firm need not pay rent.", "need not pay", ("positive", "possible")),
        ("Tom Berg talked Ida Lind out of leaving Orbis.", "leaving", ("negative", "asserted")),
        ("The mayor promised that the firm would pay rent.", "would pay", ("positive", "planned")),
        ("The court lifted a ban on Sony selling drones.", "selling", ("positive", "possible")),
        ("Talks on the sale of the mill to Ann Lind ended.", "sale", ("positive", "planned")),
        ("Nobody asked the firm to pay rent.", "to pay", ("positive", "possible")),
        ('"It is not true," she said, "that we sold it."', "sold", ("negative", "asserted")),
        ("The union opposed closing the mine.", "opposed closing", ("positive", "possible")),
        ("The company has no plans to sell the mill.", "to sell", ("negative", "planned")),
        ("Orbis dropped its plan to build a plant.", "to build", ("negative", "planned")),
        ("They did nothing to help the refugees.", "to help", ("negative", "planned")),
        ("We do not need to buy aircraft.", "do not need to buy", ("positive", "possible")),
        ("There was no doubt that he won the race.", "won", ("positive", "asserted")),
        ("Hardly any ships were sold.", "were sold", ("negative", "asserted")),
        ("The talks made little progress.", "made", ("negative", "asserted")),
        ("She drove a little car.", "drove", ("positive", "asserted")),
        ("The bank is no longer profitable.", "is", ("negative", "asserted")),
        ("The storm kept the ferry from leaving port.", "leaving", ("negative", "asserted")),
        (
            "The storm prevented the ferry from sailing on Monday.",
            "sailing",
            ("negative", "asserted"),
        ),
        ("The firm stopped production of vans.", "production", ("negative", "asserted")),
        ("The fire brought production of vans to a halt.", "production", ("negative", "asserted")),
        ("The fire put an end to the production of vans.", "production", ("negative", "asserted")),
        ("The attack on the town was stopped.", "attack", ("positive", "asserted")),
        ("Orbis rejected the bid by Helix for the port.", "bid", ("positive", "asserted")),
        ("The sale of the port fell through.", "sale", ("negative", "asserted")),
        ("The talks between Orbis and Helix collapsed.", "talks", ("positive", "asserted")),
        ("Orbis made a failed bid for Helix.", "bid", ("positive", "asserted")),
        ("Orbis regretted its failed attempt to buy it.", "to buy", ("negative", "asserted")),
        ("Helix survived the failed takeover by Orbis.", "takeover", ("negative", "asserted")),
        ("There was no growth in exports.", "growth", ("negative", "asserted")),
        ("It was not until May that the mill closed.", "closed", ("positive", "asserted")),
        ("They ate but a few hours before the ship left.", "left", ("positive", "asserted")),
        ("I cannot comment on how the dam was built.", "was built", ("positive", "asserted")),
        ("We did not consider the sale of the mill.", "sale", ("positive", "possible")),
        ("The ship is ready.", "is", ("positive", "asserted")),
        (
            "The cancelled deal to lease ships cost millions.",
            "deal to lease",
            ("negative", "asserted"),
        ),
        (
            "The decision to close the mill angered many.",
            "decision to close",
            ("positive", "planned"),
        ),
    ],
)
def test_what_is_left_undone(
    pipeline: Language, text: str, relation: str, standing: tuple[str, str]
) -> None:
    doc = pipeline(start_doc(Document("d", text), pipeline))
    found = {p.relation.text: (p.polarity, p.modality) for p in doc._.kgx_propositions}
    assert found[relation] == standing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orbis sold trains, not ships.", ["sold | trains", "NOT sold | not ships"]),
        ("Orbis did not sell ships but trains.", ["NOT did not sell | ships", "did sell | trains"]),
        ("It was built in Oslo, not in Bergen.", ["was built in | Oslo"]),
        ("She was a nurse, not a doctor.", ["was | a nurse", "NOT was | not a doctor"]),
        ("She sold the house, but not the barn.", ["sold | the house", "NOT sold | not the barn"]),
        ("The film was funny but not a success.", ["was | funny", "NOT was | not a success"]),
        ("The sale was expensive, not cheap.", ["was | expensive", "NOT was | not cheap"]),
        ("The engine is more complex and costly.", ["is | more complex", "is | more costly"]),
        ("The team trained in Bergen rather than in Oslo.", ["trained in | Bergen"]),
    ],
)
def test_what_is_set_against_it_is_a_fact_of_its_own(
    pipeline: Language, text: str, expected: list[str]
) -> None:
    doc = pipeline(start_doc(Document("d", text), pipeline))
    assert [
        ("NOT " if p.polarity == "negative" else "")
        + " | ".join([p.relation.text, *(a.text for a in p.arguments)])
        for p in doc._.kgx_propositions
    ] == expected


def test_object_beside_a_complement_becomes_it(pipeline: Language) -> None:
    text = "Orbis bought Helix, making it the largest brewer in Europe."
    doc = pipeline(start_doc(Document("d", text), pipeline))
    label = {iri: e.label for iri, e in doc._.kgx_entities.items()}
    said = [(label[c.subject], c.predicate, label.get(c.object)) for c in doc._.kgx_claims]
    assert ("Helix", "brewer") in [(s, o) for s, p, o in said if p.endswith("instanceOf")]
    assert not [p for _, p, _ in said if p.endswith("/make")]


def test_what_a_deed_is_of_is_its_theme(pipeline: Language) -> None:
    text = "The return to Rome of the statue was celebrated."
    doc = pipeline(start_doc(Document("d", text), pipeline))
    assert ("the statue", "return") in [
        (p.subject.text, p.relation.text) for p in doc._.kgx_propositions
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The strike led to delays and, finally, the closure of the plant.",
            ["delays", "the closure of the plant"],
        ),
        ("The court fined Orbis and, in May, its owner.", ["Orbis", "its owner"]),
        ("She worked for Orbis and, after the war, her brother ran the mill.", ["Orbis"]),
    ],
)
def test_an_adverb_after_and_parts_nothing(pipeline: Language, text: str, said: list[str]) -> None:
    doc = pipeline(start_doc(Document("d", text), pipeline))
    verb = {"led to", "fined", "worked for"}
    found = [p for p in doc._.kgx_propositions if p.relation.text in verb]
    assert [a.text for p in found for a in p.arguments if a.role == "object"] == said


@pytest.mark.parametrize(
    ("text", "subject", "relation", "modality"),
    [
        ("The firm has to close the mill.", "The firm", "has to close", "demanded"),
        ("The firm had to close the mill.", "The firm", "had to close", "asserted"),
        ("We hope to start a clinic, making care cheaper.", "We", "making", "planned"),
        (
            "Analysts predict growth of trade to trigger hiring.",
            "growth of trade",
            "to trigger",
            None,
        ),
        ("Spain lost jobs, followed by Italy having a loss.", "Italy", "having", "asserted"),
    ],
)
def test_who_does_it_and_how_far(
    pipeline: Language, text: str, subject: str, relation: str, modality: str | None
) -> None:
    doc = pipeline(start_doc(Document("d", text), pipeline))
    found = {(p.subject.text, p.relation.text): p.modality for p in doc._.kgx_propositions}
    assert found[subject, relation] == (modality or found[subject, relation])


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("He spoke at a developers' conference.", "a developers"),
        ("It implies growth of 28% in exports.", "28%"),
    ],
)
def test_what_does_no_deed(pipeline: Language, text: str, subject: str) -> None:
    doc = pipeline(start_doc(Document("d", text), pipeline))
    subjects = [p.subject.text for p in doc._.kgx_propositions]
    assert subjects
    assert subject not in subjects


@pytest.mark.parametrize(
    ("text", "subject", "relation", "modality"),
    [
        (
            "It buys parts from Orbis, which Helix estimates to be worth $18 million.",
            "Orbis",
            "to be",
            "possible",
        ),
        ("They made a recommendation that all salt be taxed.", "all salt", "be taxed", "demanded"),
        ("Money was poured into roads, the repair of churches and a port.", "Money", "is", ""),
        ("Claims were made against officials for choosing Orbis.", "Claims", "choosing", ""),
        ("Hale bought Orbis Corp., which took place in 1996.", "Orbis Corp.", "took place", ""),
    ],
)
def test_who_it_is_said_of(
    pipeline: Language, text: str, subject: str, relation: str, modality: str | None
) -> None:
    doc = pipeline(start_doc(Document("d", text), pipeline))
    found = {(p.subject.text, p.relation.text): p.modality for p in doc._.kgx_propositions}
    assert found
    assert ((subject, relation) in found) == (modality != "")
    assert not modality or found[subject, relation] == modality
