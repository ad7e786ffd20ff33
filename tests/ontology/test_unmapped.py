"""What texts say that an ontology has no property for."""

from __future__ import annotations

import io

from kgx.ontology.unmapped import Saying, Unmapped
from kgx.types import Annotation, Argument, Claim, Entity, Proposition, Relation


def make_proposition(id_: str, start: int, lemma: str) -> Proposition:
    subject = Argument("Ada", start, start + 3, "subject", "urn:ada")
    object_ = Argument("Oslo", start + 8, start + 12, "object", "urn:oslo")
    relation = Relation(lemma, None, None, lemma)
    return Proposition(id_, subject, relation, (object_,), start, start + 12)


def make_annotation() -> Annotation:
    claim = Claim("c", "p1", "urn:ada", "urn:p", (), "urn:oslo", None, None, 0, 12, "", "", "")
    return Annotation(
        "d",
        entities=(Entity("urn:ada", "Ada", "person"), Entity("urn:oslo", "Oslo", "place")),
        propositions=(
            make_proposition("p1", 0, "visit"),
            make_proposition("p2", 20, "leave"),
            make_proposition("p3", 40, "leave"),
        ),
        claims=(claim,),
    )


def test_propositions_without_a_claim_are_counted_by_what_they_say() -> None:
    unmapped = Unmapped()
    unmapped.add(make_annotation())
    assert unmapped.ranked() == [(Saying("person", "leave", "place"), 2)]
    assert unmapped.propositions == 3


def test_the_table_has_an_example_of_each() -> None:
    unmapped, file = Unmapped(), io.StringIO()
    unmapped.add(make_annotation())
    unmapped.write(file)
    head, row = file.getvalue().splitlines()
    assert head == "relation,subject,object,count,example"
    assert row == "leave,person,place,2,Ada leave Oslo"
