"""What tests read of claims: one line each, "subject | predicate | object"."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language

from kgx.annotate.annotation import to_annotation
from kgx.annotate.run import annotate, start_doc
from kgx.annotate.terms.component import make_ontology
from kgx.types import Annotation, Claim, Document


def claims(nlp: Language, text: str) -> list[str]:
    """All claims of a text, in order."""
    (found,) = annotate([Document("note", text)], nlp)
    return [spell(found, claim) for claim in found.claims]


def stated(nlp: Language, text: str) -> dict[str, str]:
    """The statements of a text, each with its modality."""
    (found,) = annotate([Document("note", text)], nlp)
    label = {e.id: e.label for e in found.entities}
    return {
        f"{label[c.subject]} | {c.predicate.rsplit('/', 1)[-1]} | "
        f"{label[c.object] if c.object else c.value}": c.modality
        for c in found.claims
    }


def propositions(nlp: Language, text: str) -> set[str]:
    """Subject, relation and arguments, parted by bars."""
    return {
        " | ".join([p.subject.text, p.relation.text, *(a.text for a in p.arguments)])
        for p in nlp(text)._.kgx_propositions
    }


_PREFIXES = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def write_ontology(path: Path, turtle: str) -> Path:
    """Write an ontology in Turtle, with the usual prefixes; the empty one is of the file's name."""
    own = f"@prefix : <http://example.org/{path.stem}#> ."
    path.write_text(own + _PREFIXES + turtle, encoding="utf-8")
    return path


def restate(nlp: Language, path: Path, text: str) -> Annotation:
    """A text in the terms of the ontology at a path."""
    component = make_ontology(nlp, "kgx_ontology", str(path))
    return to_annotation(component(nlp(start_doc(Document("d", text), nlp))))


def said(annotation: Annotation) -> set[str]:
    """The claims that stand."""
    return {spell(annotation, claim) for claim in annotation.claims if claim.stands}


def spell(annotation: Annotation, claim: Claim) -> str:
    """A claim with labels for its ends and the last part of its predicate's IRI."""
    label = {entity.id: entity.label for entity in annotation.entities}
    predicate = claim.predicate.rpartition("/")[2].rpartition("#")[2]
    object_ = label[claim.object] if claim.object else claim.value
    return f"{label[claim.subject]} | {predicate} | {object_}"
