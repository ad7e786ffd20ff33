"""The names of texts, docs as they are after coreference, and what these mention, for tests."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kgx.types import Document

LATER = ["kgx_links", "kgx_propositions", "kgx_standing", "kgx_claims", "kgx_learned"]


def names_of(nlp: Language, text: str) -> dict[str, str]:
    """The names of a text with their labels."""
    skipped = ("DATE", "CARDINAL", "ORDINAL", "MONEY", "TIME", "QUANTITY", "PERCENT")
    return {e.text: e.label_ for e in nlp(text).ents if e.label_ not in skipped}


def resolve(nlp: Language, text: str, id_: str = "doc") -> Doc:
    """A doc as it is after coreference."""
    doc = nlp.make_doc(text)
    doc._.kgx_document = Document(id_, text)
    with nlp.select_pipes(disable=LATER):
        return nlp(doc)


def mentions_of(doc: Doc, label: str) -> list[str]:
    """The words of the mentions of the entity with this label."""
    iris = {iri for iri, e in doc._.kgx_entities.items() if e.label == label}
    return [doc[m.start : m.end].text for m in doc._.kgx_mentions if m.entity in iris]
