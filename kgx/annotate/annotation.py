"""From an annotated ``Doc`` to an `Annotation`: token indices become code points."""

from spacy.tokens import Doc

from kgx.annotate.grammar.parse import Parse
from kgx.types import Annotation, Document, Mention, Quantity, Time


def to_annotation(doc: Doc) -> Annotation:
    """All that was found in a doc, as plain data.

    Only entities that a mention or a claim refers to are kept, in order of first mention.
    """
    document: Document = doc._.kgx_document or Document("", doc.text)
    parse: Parse = doc._.kgx_parse
    starts, ends, words = parse.starts, parse.ends, parse.text
    mentions = tuple(
        Mention(starts[m.start], ends[m.end - 1], m.entity, m.form) for m in doc._.kgx_mentions
    )
    used = dict.fromkeys(m.entity for m in mentions)
    for claim in doc._.kgx_claims:
        used[claim.subject] = None
        for iri in (claim.object, claim.attributed_to):
            if iri is not None:
                used[iri] = None
    entities = doc._.kgx_entities
    queue = list(used)
    for iri in queue:  # grows while broader concepts are found
        for broader in entities[iri].broader:
            if broader not in used:
                used[broader] = None
                queue.append(broader)
    return Annotation(
        id=document.id,
        title=document.title,
        date=document.date,
        url=document.url,
        mentions=mentions,
        entities=tuple(entities[iri] for iri in used),
        times=tuple(Time(starts[t.start], ends[t.end - 1], t.value) for t in doc._.kgx_times),
        propositions=tuple(doc._.kgx_propositions),
        claims=tuple(doc._.kgx_claims),
        quantities=tuple(
            Quantity(
                starts[q.start],
                ends[q.end - 1] - words[q.end - 1].endswith("."),  # the full stop after "€40m"
                q.label,
                q.amount,
            )
            for q in doc._.kgx_quantities
        ),
    )
