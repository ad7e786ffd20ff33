"""Coreference: what the names, noun phrases and pronouns of a document refer to."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.coreference.nodes import make_entities
from kgx.annotate.coreference.resolve import resolve_things
from kgx.annotate.grammar import parts  # noqa: F401  registers the attributes
from kgx.iris import BASE


@Language.factory(
    "kgx_coreference",
    assigns=["doc._.kgx_entities", "doc._.kgx_mentions", "doc._.kgx_joined"],
    requires=["doc.ents", "doc._.kgx_parse", "doc._.kgx_quotes"],
)
def make_coreference(nlp: Language, name: str, base: str = BASE) -> Callable[[Doc], Doc]:
    """The component that makes the entities of a doc from its names and finds their mentions.

    Args:
        base: What the IRIs of entities begin with.
    """

    def resolve(doc: Doc) -> Doc:
        return resolve_mentions(doc, base)

    return resolve


def resolve_mentions(doc: Doc, base: str) -> Doc:
    """Set ``doc._.kgx_entities``, ``doc._.kgx_mentions`` and ``doc._.kgx_joined``."""
    document = doc._.kgx_document
    doc._.kgx_entities, doc._.kgx_mentions, doc._.kgx_joined = make_entities(
        doc._.kgx_parse, resolve_things(doc), base, "" if document is None else document.id
    )
    return doc
