"""From an annotated ``Doc`` to an `Annotation`: token indices become code points."""

from collections.abc import Iterable, Mapping

from spacy.tokens import Doc

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import QuantitySpan
from kgx.types import Annotation, Claim, Document, Entity, Mention, Quantity, Time


def to_annotation(doc: Doc) -> Annotation:
    """All that was found in a doc, as plain data.

    Only entities that a mention or a claim refers to are kept, in order of first mention.
    """
    document: Document = doc._.kgx_document or Document("", doc.text)
    parse: Parse = doc._.kgx_parse
    starts, ends = parse.starts, parse.ends
    mentions = tuple(
        Mention(starts[m.start], ends[m.end - 1], m.entity, m.form) for m in doc._.kgx_mentions
    )
    claims: tuple[Claim, ...] = tuple(doc._.kgx_claims)
    return Annotation(
        id=document.id,
        title=document.title,
        date=document.date,
        url=document.url,
        mentions=mentions,
        entities=_used_entities(doc._.kgx_entities, mentions, claims),
        times=tuple(Time(starts[t.start], ends[t.end - 1], t.value) for t in doc._.kgx_times),
        propositions=tuple(doc._.kgx_propositions),
        claims=claims,
        quantities=tuple(_to_quantity(parse, q) for q in doc._.kgx_quantities),
    )


def _used_entities(
    entities: Mapping[str, Entity], mentions: Iterable[Mention], claims: Iterable[Claim]
) -> tuple[Entity, ...]:
    """The entities of mentions, then those of claims, then those that are broader than these."""
    used = dict.fromkeys(m.entity for m in mentions)
    for claim in claims:
        used[claim.subject] = None
        for iri in (claim.object, claim.attributed_to):
            if iri is not None:
                used[iri] = None
    queue = list(used)
    for iri in queue:  # grows while broader concepts are found
        for broader in entities[iri].broader:
            if broader not in used:
                used[broader] = None
                queue.append(broader)
    return tuple(entities[iri] for iri in used)


def _to_quantity(parse: Parse, found: QuantitySpan) -> Quantity:
    last = found.end - 1
    end = parse.ends[last] - parse.text[last].endswith(".")  # the full stop after "€40m"
    return Quantity(parse.starts[found.start], end, found.label, found.amount)
