"""From a verdict to a claim: predicates of the vocabulary, standing of the clause, evidence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from kgx.annotate.claims.drafts import Draft
from kgx.annotate.claims.evidence import write_claim
from kgx.annotate.claims.referents import End
from kgx.annotate.claims.relations import load_relations
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause, MentionSpan
from kgx.annotate.learned.anchor import Anchor
from kgx.annotate.learned.features import find_path
from kgx.annotate.learned.judge import Verdict
from kgx.annotate.names.nationalities import note_nationality
from kgx.types import Claim, Form

_FORMS: Mapping[str, Form] = {
    "pronoun": "pronoun",
    "relative": "pronoun",
    "nationality": "nominal",
}
"""The form of the mention that an anchor is where it is no name."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a doc says, for looking up: so that a long doc costs no more a verdict than a short one.

    Attributes:
        clauses: By the token that starts their sentence.
        propositions: Ids by the offsets of their text.
        mentioned: The entity whose mention has its head at a token.
    """

    clauses: Mapping[int, Sequence[Clause]]
    propositions: Mapping[tuple[int, int], str]
    mentioned: Mapping[int, str]


def look_up(doc: Doc) -> Said:
    """What `state_verdict` looks up in a doc after ``kgx_claims``."""
    parse: Parse = doc._.kgx_parse
    clauses: dict[int, list[Clause]] = {}
    for clause in doc._.kgx_clauses:
        clauses.setdefault(parse.sent[clause.head], []).append(clause)
    propositions: dict[tuple[int, int], str] = {}
    for said in doc._.kgx_propositions:
        propositions.setdefault((said.start, said.end), said.id)
    mentioned: dict[int, str] = {}
    for mention in doc._.kgx_mentions:
        mentioned.setdefault(mention.head, mention.entity)
    return Said(clauses, propositions, mentioned)


def state_verdict(doc: Doc, verdict: Verdict, said: Said, base: str) -> Claim:
    """The claim of a verdict, with the standing of the clause that says it."""
    parse: Parse = doc._.kgx_parse
    subject, object_ = verdict.subject, verdict.object
    for anchor in (subject, object_):
        _bring_entity(doc, anchor)
    relation = verdict.relation.relation
    predicate, predicates = name_relation(relation, verdict.relation.predicates)
    end = End(object_.iri, None, object_.value, object_.datatype)
    rule = f"learned {relation.rpartition('/')[2].rpartition('#')[2]}"
    clause = find_clause(parse, said, subject, object_)
    first, last = min(subject.start, object_.start), max(subject.end, object_.end)
    document = doc._.kgx_document
    return write_claim(
        (parse.source, "" if document is None else document.id, base),
        Draft(subject.iri or "", predicate, end, rule, predicates),
        (parse.starts[first], parse.ends[last - 1]),
        _sentence(parse, first, last),
        clause=clause,
        proposition=None if clause is None else _find_proposition(parse, said, clause),
        speaker=_find_speaker(said, clause),
        confidence=verdict.confidence,
    )


@cache
def name_relation(relation: str, predicates: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The IRI of a relation and the further IRIs under which its claims hold."""
    known = load_relations().by_id.get(relation)
    if known is None:
        return relation, predicates
    return known.iri, tuple(dict.fromkeys((*known.further, *predicates)))


def find_clause(parse: Parse, said: Said, subject: Anchor, object_: Anchor) -> Clause | None:
    """The clause that relates two anchors: the nearest around their path whose head is on it, else
    the one around both."""
    path = find_path(parse, subject.head, object_.head)
    inner = set() if path is None else {path.top, *path.inner}
    first, last = min(subject.start, object_.start), max(subject.end, object_.end)
    clauses = said.clauses.get(parse.sent[subject.head], ())
    on_path = [c for c in clauses if c.head in inner]
    around = [
        c
        for c in clauses
        if c.start <= first and last <= c.end and not _in_one_part(parse, c, first, last)
    ]
    found = on_path or around
    doubted = [c for c in found if c.polarity == "negative" or c.modality != "asserted"]
    return min(doubted or found, key=lambda c: (c.end - c.start, c.head), default=None)


def _in_one_part(parse: Parse, clause: Clause, first: int, last: int) -> bool:
    """True if both anchors are in one argument: "her father, Emil Berg, was never seen again" says
    nothing of whose father he is."""
    heads = (clause.subject.head, *(a.head for a in clause.arguments))
    return any(parse.left[h] <= first and last - 1 <= parse.right[h] for h in heads)


def _bring_entity(doc: Doc, anchor: Anchor) -> None:
    """Let what an anchor stands for be an entity of the doc, and the anchor a mention of it; for a
    person without a name, all its pronouns. A nationality tells of its country without naming it:
    "a Canadian citizen"."""
    if anchor.makes is None:
        return
    iri = anchor.makes.id
    new = doc._.kgx_entities.setdefault(iri, anchor.makes) is anchor.makes
    form = _FORMS.get(anchor.form, "name")
    mention = MentionSpan(anchor.start, anchor.end, anchor.head, iri, form)
    _add_mention(doc, mention)
    if anchor.form == "nationality":
        note_nationality(doc, mention)
    for token in anchor.also if new else ():
        _add_mention(doc, MentionSpan(token, token + 1, token, iri, form))


def _add_mention(doc: Doc, mention: MentionSpan) -> None:
    """Put a mention in its place among those of the doc, once."""
    mentions: list[MentionSpan] = doc._.kgx_mentions
    place = bisect_left(mentions, _order(mention), key=_order)
    if place == len(mentions) or _order(mentions[place]) != _order(mention):
        mentions.insert(place, mention)


def _order(mention: MentionSpan) -> tuple[int, int, str, str]:
    return mention.start, mention.end, mention.entity, mention.form


def _sentence(parse: Parse, first: int, last: int) -> tuple[int, int]:
    start, end = parse.sent[first], parse.sent_end[last - 1]
    while end > last and parse.text[end - 1].isspace():
        end -= 1
    while start < first and parse.text[start].isspace():
        start += 1
    return parse.starts[start], parse.ends[end - 1]


def _find_proposition(parse: Parse, said: Said, clause: Clause) -> str | None:
    return said.propositions.get((parse.starts[clause.start], parse.ends[clause.end - 1]))


def _find_speaker(said: Said, clause: Clause | None) -> str | None:
    if clause is None or clause.speaker is None:
        return None
    return said.mentioned.get(clause.speaker)
