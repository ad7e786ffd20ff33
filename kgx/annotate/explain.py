"""Why each mention refers to its entity, why that has its type and its links, and what tells the
claims of its sentence about it.

Components note their reasons on the doc as they decide (``doc._.kgx_why``); here they are put
together for people. Nothing of it is in an annotation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from spacy.tokens import Doc

from kgx.annotate.grammar.parts import MentionSpan
from kgx.annotate.names.words import core_of, fold_words
from kgx.errors import QueryError
from kgx.ontology.terms import local_name
from kgx.types import Claim, Entity

_STAGES = (("links", "kgx_links"), ("kb", "kgx_kb"))


@dataclass(frozen=True, slots=True)
class ClaimReasons:
    """A claim in words, the rule that made it, and of a learned rule the weights.

    Attributes:
        weights: Features with their log-odds, those that tell most first; of a pattern its path
            with its precision; empty for other rules.
    """

    subject: str
    predicate: str
    object: str
    rule: str
    confidence: float
    weights: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was decided about a mention.

    Attributes:
        start, end: Its place, in code points.
        reasons: Of each decision: what it gave, the component, why.
        claims: What its sentence claims of its entity, in order of the text.
    """

    text: str
    start: int
    end: int
    before: str
    after: str
    entity: Entity
    reasons: tuple[tuple[str, str, str], ...]
    claims: tuple[ClaimReasons, ...] = ()


def explain(doc: Doc, name: str | None = None) -> list[Explanation]:
    """Explain the mentions of a doc that has gone through the pipeline, in order.

    Args:
        name: Only those with these words, else those of the entity with this name; all by default.

    Raises:
        QueryError: There are none; names the nearest.
    """
    entities: Mapping[str, Entity] = doc._.kgx_entities
    found: list[MentionSpan] = doc._.kgx_mentions
    if name is not None:
        found = _choose(doc, entities, name)
    return [_explain_mention(doc, mention, entities[mention.entity]) for mention in found]


def _choose(doc: Doc, entities: Mapping[str, Entity], name: str) -> list[MentionSpan]:
    wanted = name.casefold()
    mentions: list[MentionSpan] = doc._.kgx_mentions
    found = [m for m in mentions if doc[m.start : m.end].text.casefold() == wanted]
    if not found:
        named = {
            iri
            for iri, entity in entities.items()
            if wanted in (iri, *(n.casefold() for n in (entity.label, *entity.aliases)))
        }
        found = [m for m in mentions if m.entity in named]
    if not found:
        texts = sorted({doc[m.start : m.end].text for m in mentions})
        near = [text for text, _, _ in process.extract(name, texts, limit=3)]
        said = f": perhaps {', '.join(map(repr, near))}" if near else ", nor any other"
        raise QueryError(f"no mention of {name!r} in this text{said}")
    return found


def _explain_mention(doc: Doc, mention: MentionSpan, entity: Entity) -> Explanation:
    span = doc[mention.start : mention.end]
    sentence = span.sent
    return Explanation(
        text=span.text,
        start=span.start_char,
        end=span.end_char,
        before=doc.text[sentence.start_char : span.start_char],
        after=doc.text[span.end_char : max(sentence.end_char, span.end_char)],
        entity=entity,
        reasons=tuple(_list_reasons(doc, mention, entity)),
        claims=tuple(
            _explain_claim(doc, claim)
            for claim in sorted(doc._.kgx_claims, key=lambda c: (c.start, c.end, c.id))
            if entity.id in (claim.subject, claim.object)
            and claim.start - len(claim.prefix) <= span.start_char
            and span.end_char <= claim.end + len(claim.suffix)
        ),
    )


def _explain_claim(doc: Doc, claim: Claim) -> ClaimReasons:
    entities: Mapping[str, Entity] = doc._.kgx_entities
    object_ = claim.value or "" if claim.object is None else entities[claim.object].label
    return ClaimReasons(
        entities[claim.subject].label,
        local_name(claim.predicate),
        object_,
        claim.rule,
        claim.confidence,
        doc._.kgx_why.get(("claim", claim.id), ()),
    )


def _list_reasons(doc: Doc, mention: MentionSpan, entity: Entity) -> Iterator[tuple[str, str, str]]:
    why: Mapping[object, str] = doc._.kgx_why
    yield "entity", *_why_entity(doc, mention, entity)
    if entity.type == "concept":
        yield "type", "kgx_claims", "a class of things, not one of them"
    elif typed := _why_type(doc, mention, entity):
        yield "type", "kgx_names", typed
    elif nouns := [m for m in doc._.kgx_mentions if m.entity == entity.id and m.form == "nominal"]:
        yield "type", "kgx_coreference", f"the noun {doc[nouns[0].head].text!r}"
    for key, component in _STAGES:
        if (key, entity.id) in why:
            yield "link", component, why[key, entity.id]


def _why_entity(doc: Doc, mention: MentionSpan, entity: Entity) -> tuple[str, str]:
    """The component that made a mention one of its entity, and why."""
    why: Mapping[object, str] = doc._.kgx_why
    linked = why.get(("links", mention.start, mention.end, entity.id))
    if linked is not None:
        return "kgx_links", linked
    if mention.form == "name":
        return "kgx_coreference", _why_name(doc, mention, entity)
    said = why.get(("coreference", mention.head))
    if said is not None and (entity.type != "concept" or mention.form == "pronoun"):
        return "kgx_coreference", said
    return "kgx_claims", "a noun phrase that a claim is about"


def _why_name(doc: Doc, mention: MentionSpan, entity: Entity) -> str:
    """What ties a name to those before it."""
    names = [m for m in doc._.kgx_mentions if m.entity == entity.id and m.form == "name"]
    words = fold_words([t.text for t in doc[mention.start : mention.end]])
    label = fold_words(entity.label.split())
    if names[0] is mention:
        return "first named here"
    before = names[: names.index(mention)]
    if any(fold_words([t.text for t in doc[m.start : m.end]]) == words for m in before):
        return "named so before"
    if words == label:
        return "its name"
    if set(core_of(words)) <= set(core_of(label)):
        return f"a part of the name {entity.label}"
    initials = "".join(word[0] for word in label if word)
    if "".join(words).replace(".", "") == initials:
        return f"the initials of {entity.label}"
    return f"another name of {entity.label}"


def _why_type(doc: Doc, mention: MentionSpan, entity: Entity) -> str:
    """The evidence for the type: of the mention, else of the entity's first name that has some."""
    why: Mapping[object, str] = doc._.kgx_why
    for m in (mention, *(m for m in doc._.kgx_mentions if m.entity == entity.id)):
        for ent in doc[m.start : m.end].ents:
            if ent.start <= m.head < ent.end and ("names", ent.start, ent.end) in why:
                said = why["names", ent.start, ent.end]
                return said if m is mention else f"{said} (of {ent.text!r})"
    return ""
