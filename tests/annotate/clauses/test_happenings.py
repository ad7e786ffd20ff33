"""Which propositions of a document share an event."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from kgx.annotate.load import load
from kgx.annotate.run import annotate
from kgx.graph.build import read_claims, source_of
from kgx.iris import BASE
from kgx.types import Document


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("Helix acquired Orbis. Helix acquired Orbis for 3 million euros.", True),
        ("Helix acquired Orbis. Helix's acquisition of Orbis surprised Lund.", True),
        ("Helix acquired Orbis. Helix sued Orbis.", False),
        ("Helix acquired Orbis. Helix acquired Norvik.", False),
        ("Helix acquired Orbis. Helix did not acquire Orbis.", False),
        ("Helix sued Orbis in 2019. Helix sued Orbis in 2021.", False),
    ],
)
def test_same_happening(nlp: Language, text: str, shared: bool) -> None:
    said = [p for p in nlp(text)._.kgx_propositions if p.relation.lemma != "surprise"]
    assert (said[1].event == said[0].id) is shared


def test_shared_event_has_the_parts_of_both(nlp: Language) -> None:
    text = "Norvik sold its mill to Helix. Norvik sold the mill to Helix in 2019."
    (found,) = annotate([Document("d", text)], nlp)
    events, evidence = read_claims(found, source_of(found, BASE))
    assert len(events) == 1
    assert {p.role for p in events[0].participants} >= {"agent", "time", "target"}
    assert len({e.claim.start for e in evidence if e.event == events[0].id}) > 1


@pytest.mark.parametrize(
    ("text", "deed", "parts"),
    [
        ("Ann Lind resigned.", "resign", {("agent", "Ann Lind")}),
        ("Ann Lind did not resign.", "not resign", {("agent", "Ann Lind")}),
        ("Ann Lind will resign if she is asked.", "conditional resign", {("agent", "Ann Lind")}),
        ("Ann Lind was arrested.", "arrest", {("theme", "Ann Lind")}),
        (
            "The judge handed Ann Lind a suspended sentence.",
            "hand",
            {
                ("agent", "The judge"),
                ("recipient", "Ann Lind"),
                ("theme", "a suspended sentence"),
            },
        ),
        (
            "Six men were arrested in Lund on 3 May 2021.",
            "arrest in",
            {("theme", "Six men"), ("place", "Lund"), ("time", "2021-05-03")},
        ),
        ("Ann Lind said that it was late.", "", set()),
        ("Ann Lind sold Orbis.", "", set()),
        ("Ann Lind replied.", "", set()),
        ("It stopped in Lund.", "", set()),
        ("The talks collapsed.", "collapse", {("agent", "talk")}),
    ],
)
def test_deeds_that_no_claim_tells(
    nlp: Language, text: str, deed: str, parts: set[tuple[str, str]]
) -> None:
    (found,) = annotate([Document("d", text)], nlp)
    labels = {entity.id: entity.label for entity in found.entities}
    events, _ = read_claims(found, source_of(found, BASE))
    told = {
        " ".join(
            [
                *(["not"] if event.polarity == "negative" else []),
                *([event.modality] if event.modality != "asserted" else []),
                event.label,
            ]
        ): {(p.role, labels.get(p.entity, p.value)) for p in event.participants}
        for event in events
    }
    assert told.get(deed, set()) == parts and (deed or not told)


def test_an_ontology_is_told_no_deed_of_its_own(tmp_path: Path) -> None:
    ontology = tmp_path / "o.ttl"
    ontology.write_text(
        "@prefix : <http://example.org/> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        ':worksFor a owl:ObjectProperty ; rdfs:label "works for" .\n'
    )
    nlp = load(ontology=ontology)
    (found,) = annotate([Document("d", "Ann Lind works for Orbis. Ann Lind resigned.")], nlp)
    assert found.claims and not read_claims(found, source_of(found, BASE))[0]
