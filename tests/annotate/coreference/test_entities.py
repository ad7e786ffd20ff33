"""Entities: what they are called, their IRIs and their classes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kgx.annotate.coreference.nodes import join_words
from tests.mention_samples import resolve


def test_label_alias_and_iri(nlp: Language) -> None:
    doc = resolve(
        nlp, "Calder Lines Ltd bought a ferry. Calder Lines paid nine million euros for it."
    )
    entity = next(e for e in doc._.kgx_entities.values() if e.type == "organization")
    assert (entity.label, entity.aliases) == ("Calder Lines", ("Calder Lines Ltd",))
    assert entity.id.endswith("/calder-lines")


def test_classes_of_places(nlp: Language) -> None:
    doc = resolve(nlp, "She flew from Norway to Izmir.")
    classes = {e.label: e.types[0].rsplit("/", 1)[1] for e in doc._.kgx_entities.values()}
    assert classes == {"Norway": "Country", "Izmir": "City"}


def test_nationality_is_no_entity_as_an_adjective(nlp: Language) -> None:
    assert resolve(nlp, "A Turkish firm bought the yard.")._.kgx_entities == {}


def test_unnamed_things_of_two_documents_stay_apart(nlp: Language) -> None:
    text = "The baker closed her shop. The baker moved away."
    one, other = (set(resolve(nlp, text, id_)._.kgx_entities) for id_ in ("a", "b"))
    assert one and not one & other


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Farmers", "’", "Union"], "Farmers’ Union"),
        (["A.", "B.", "Lind"], "A. B. Lind"),
        (["Rask", "&", "Partners"], "Rask & Partners"),
        (["x", "-", "ray"], "x-ray"),
        (["Kite", "A410", "M"], "Kite A410M"),
    ],
)
def test_join_words(words: list[str], expected: str) -> None:
    assert join_words(words) == expected


TEXTS = st.lists(
    st.sampled_from(
        [
            "Ann Lind said it fell.",
            '"We sold it," she said.',
            "The firm, Holm Group, hired her.",
            "They left Oslo.",
            "The city",
            "\n\n",
            "Q: Why?\nA: I know.",
        ]
    ),
    max_size=6,
)


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_mentions_are_sorted_and_belong_to_entities(nlp: Language, parts: list[str]) -> None:
    doc = resolve(nlp, " ".join(parts))
    mentions = doc._.kgx_mentions
    assert [(m.start, m.end) for m in mentions] == sorted((m.start, m.end) for m in mentions)
    assert all(m.start <= m.head < m.end and m.entity in doc._.kgx_entities for m in mentions)
