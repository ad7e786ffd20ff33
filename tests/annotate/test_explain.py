"""Why a mention refers to its entity, and why that has its type and its links."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.explain import explain
from kgx.annotate.run import make_docs
from kgx.errors import QueryError
from kgx.types import Document

TEXT = (
    "Rize Tea Company has bought a plantation in Türkiye, its chair, Ada Berg, said on Friday. "
    "She said that the company exports tea to Brazil.\n\n"
    "“We grow tea,” Berg said. Rize Tea Company was founded in 1999."
)


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return next(iter(make_docs([Document("note", TEXT)], nlp)))


@pytest.mark.parametrize(
    ("name", "entity", "why"),
    [
        ("Ada Berg", "Ada Berg", "first named here"),
        ("Berg", "Ada Berg", "a part of the name Ada Berg"),
        ("She", "Ada Berg", "the most salient thing that agrees with the pronoun"),
        ("We", "Rize Tea Company", "who speaks in the quotation"),
        ("the company", "Rize Tea Company", "the body that who says so speaks for"),
    ],
)
def test_the_entity_of_a_mention(doc: Doc, name: str, entity: str, why: str) -> None:
    (found,) = explain(doc, name)
    assert (found.entity.label, found.reasons[0]) == (entity, ("entity", "kgx_coreference", why))


def test_the_second_of_two_mentions(doc: Doc) -> None:
    first, second = explain(doc, "Rize Tea Company")
    assert [e.reasons[0][2] for e in (first, second)] == ["first named here", "named so before"]
    assert (first.start, first.end, second.after) == (0, 16, " was founded in 1999.")


def test_the_evidence_for_a_type(doc: Doc) -> None:
    reasons = {decision: (component, why) for decision, component, why in explain(doc)[0].reasons}
    component, why = reasons["type"]
    assert (component, "words: ORG" in why) == ("kgx_names", True)


def test_a_pronoun_has_the_evidence_of_a_name(doc: Doc) -> None:
    (found,) = explain(doc, "She")
    assert found.reasons[1][2].endswith("(of 'Ada Berg')")


def test_the_link_of_a_place(doc: Doc) -> None:
    (found,) = explain(doc, "Brazil")
    assert ("link", "kgx_links", "the only place of the name, a country") in found.reasons


def test_a_name_in_other_letters_or_of_the_entity(doc: Doc) -> None:
    assert explain(doc, "brazil") == explain(doc, "Brazil")
    iri = "https://example.org/kg/ada-berg"
    assert {found.text for found in explain(doc, iri)} >= {"Ada Berg", "Berg", "She"}


def test_a_nationality_and_its_country(nlp: Language) -> None:
    text = "The Norwegian yard closed. Two hundred German tourists left."
    made = next(iter(make_docs([Document("note", text)], nlp)))
    (yard,), (tourists,) = explain(made, "Norwegian"), explain(made, "German")
    assert yard.reasons[0] == ("entity", "kgx_links", "the country whose nationality it tells")
    assert yard.reasons[-1] == ("link", "kgx_links", "the nationality 'Norwegian'")
    assert tourists.reasons[0] == ("entity", "kgx_links", "the people it tells of")


def test_a_place_inside_a_name(nlp: Language) -> None:
    made = next(iter(make_docs([Document("note", "The University of Bergen hired her.")], nlp)))
    (town,) = explain(made, "Bergen")
    assert town.reasons[0] == ("entity", "kgx_links", "inside the name 'University of Bergen'")


def test_every_mention_has_a_reason(doc: Doc) -> None:
    found = explain(doc)
    assert [(one.start, one.end) for one in found] == sorted((o.start, o.end) for o in found)
    assert all(TEXT[one.start : one.end] == one.text and one.reasons for one in found)


def test_a_name_that_is_not_there(doc: Doc) -> None:
    with pytest.raises(QueryError, match="no mention of 'Brasil' in this text: perhaps 'Brazil'"):
        explain(doc, "Brasil")


def test_reasons_are_not_in_the_annotation(doc: Doc) -> None:
    from kgx.annotate.annotation import to_annotation
    from kgx.annotations import write_annotation

    assert doc._.kgx_why
    assert "first spoken of" not in write_annotation(to_annotation(doc))


def test_the_claims_of_a_sentence(doc: Doc) -> None:
    first, last = explain(doc, "Rize Tea Company")
    (bought,) = (c for c in first.claims if c.object == "plantation")
    assert (bought.subject, bought.rule, bought.weights) == ("Rize Tea Company", "coined", ())
    (founded,) = last.claims
    assert (founded.predicate, founded.object) == ("foundingDate", "1999")
