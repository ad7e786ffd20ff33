"""Which propositions of a document share an event."""

from __future__ import annotations

import pytest
from spacy.language import Language

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
