"""What sentences have for ends of an ontology's properties, and what tells of which class they are.

A model of names knows an unknown title neither as one name nor as a work. What its sentence goes on
to say of it ("In the Harbour is a novel", "was published"), the last word of its name ("Norvik
Hospital") and what stands in a list with it tell more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from kgx.annotate.claims.referents import End, Referents, date_type, load_concept_words
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import MentionSpan
from kgx.annotate.grammar.said_after import find_class, find_verb, is_brought_out
from kgx.annotate.names.words import given_names
from kgx.annotate.terms.certainty import is_sure
from kgx.annotate.terms.class_types import PERIODICAL, Types, is_periodical, type_of_label
from kgx.annotate.terms.spans import QUOTES
from kgx.annotate.words.noun_kinds import is_kind_of, is_noun
from kgx.annotate.words.noun_types import noun_types
from kgx.annotate.words.quantity_words import quantity_words
from kgx.iris import XSD
from kgx.records import changed
from kgx.types import Entity, EntityType

CLASSES = frozenset({"instanceOf", "position", "occupation", "kindOf"})
"""Rules whose objects tell what their subjects are."""
_BEFORE_TITLE = frozenset({"DET", "ADJ", "NOUN", "PUNCT", "NUM"})
_PLAYERS = frozenset({"person", "organization"})
"""What those are who play together."""
_RELATIVE = frozenset({"last", "past", "next", "first", "previous", "coming"})
_CODE = 7
"""Characters that numbers joined by hyphens have at most where they are a score or a range."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be an end of a property.

    Attributes:
        head: Its head token.
        named: It is no class of things.
        sure: It is known what it is.
        start, stop: Its tokens, ``[start, stop)``.
        via: Of what opens a sentence, the noun that it is said to be or the verb of which it is the
            subject, as the words stand; of others the noun right before that describes it
            ("cartoonist Ada Berg"); -1 where there is none.
    """

    head: int
    end: End
    named: bool
    sure: bool = True
    start: int = -1
    stop: int = -1
    via: int = -1


def find_candidates(doc: Doc, referents: Referents) -> Iterator[Candidate]:
    """What the sentences have for ends: mentions, times with a value, numbers."""
    yield from _find_mentioned(referents)
    names = (m for m in referents.at.values() if m.form == "name")
    taken = {t for m in names for t in range(m.start, m.end)}
    times = [
        t
        for t in doc._.kgx_times
        if t.value[:1].isdigit() and not taken.issuperset(range(t.start, t.end))
    ]
    for time in times:
        if "/" not in time.value:
            head = _top(referents.parse.head, time.start, time.end)
            yield Candidate(head, End(None, None, time.value, date_type(time.value)), True)
    taken.update(token for time in times for token in range(time.start, time.end))
    for start, stop in _find_numbers(referents):
        value = referents.words(tuple(range(start, stop)))
        alone = stop == start + 1
        if _is_cut(referents.parse, stop) or _counts_time(referents.parse, start, stop):
            continue
        if taken.isdisjoint(range(start, stop)) and (alone or len(value) > _CODE):
            type_ = "decimal" if alone else "string"
            held = referents.amounts.get(stop - 1)
            amount = None if held is None else held.amount
            yield Candidate(stop - 1, End(None, None, value, XSD + type_, amount), True)


def _is_cut(parse: Parse, stop: int) -> bool:
    """True for a number that is an amount of nothing by itself: hundredths, "24 percent of
    revenue", and what a scale multiplies, "1.7bn"."""
    after = parse.lower[stop : stop + 2]
    scaled = bool(after) and after[0] in (*quantity_words()["scales"], "bn", "mn", "m")
    return scaled or after[:1] in (["%"], ["percent"], ["pct"]) or after == ["per", "cent"]


def _counts_time(parse: Parse, start: int, stop: int) -> bool:
    """True for the number in "the last 4 years", which tells when."""
    before, after = parse.lower[max(0, start - 1) : start], parse.lemma[stop : stop + 1]
    relative = bool(before) and before[0] in _RELATIVE
    return relative and bool(after) and is_kind_of(after[0].lower(), "time period")


def _find_mentioned(referents: Referents) -> Iterator[Candidate]:
    """The mentions that may be ends, the classes that are met again first."""
    parse, unfit = referents.parse, find_unfit(referents)
    again = {c.head: c for c in _find_again(referents)}
    yield from again.values()
    for head, mention in referents.at.items():
        entity = referents.entities[mention.entity]
        if mention.entity in unfit or head in again:
            continue
        end = referents.entity(mention.entity)
        end = changed(end, type=type_as_end(entity, end.type))
        named = mention.form != "nominal" or end.type != "concept"
        via = find_predicate(parse, mention) if mention.form == "name" else -1
        sure = is_sure(entity)
        yield Candidate(head, end, named, sure, mention.start, mention.end, via)


def type_as_end(entity: Entity, type_: EntityType | None) -> EntityType | None:
    """The type of an entity as an end of a property: what a phrase in small letters is, or one
    whose noun is in them, "Orbis fleet", that noun tells; a language is no class of things."""
    if _is_language(entity):
        return "language"
    noun = entity.label.rsplit(" ", 1)[-1]
    common = entity.label.islower() or (noun.islower() and is_noun(noun))
    return "concept" if type_ == "other" and common else type_


def _is_language(entity: Entity) -> bool:
    """True for "English language", which a pipeline may take for a class of languages."""
    first, _, noun = entity.label.partition(" ")
    return noun.lower() == "language" and first[:1].isupper()


def _find_numbers(referents: Referents) -> Iterator[tuple[int, int]]:
    """Numbers, each with those that hyphens join to it: "0-439-92550-9" is no number but a code."""
    parse, start = referents.parse, 0
    while start < len(parse):
        stop = start + 1
        while (
            is_number(parse.text[start])
            and parse.text[stop : stop + 1] == ["-"]
            and stop + 1 < len(parse)
            and is_number(parse.text[stop + 1])
            and referents.ends[stop - 1] == referents.starts[stop]
            and referents.ends[stop] == referents.starts[stop + 1]
        ):
            stop += 2
        if is_number(parse.text[start]):
            yield start, stop
        start = stop


def _find_again(referents: Referents) -> Iterator[Candidate]:
    """What a sentence was about, met again where nothing else tells what is meant: "it" in the next
    sentence, and a noun it is said to be: "Tama is an asteroid. ... The asteroid"."""
    parse, topic = referents.parse, None
    opening = {m.start: m for m in referents.at.values() if m.form == "name"}
    for first in sorted(set(parse.sent)):
        for token in range(first, parse.sent_end[first]):
            held = referents.at.get(token)
            if topic is None or (held is not None and held.form == "name"):
                continue
            met = held is None and parse.lower[token] in ("it", "its")
            named = parse.lemma[token].lower() == topic[1] and _is_definite(parse, token)
            if met or named:
                entity = referents.entities[topic[0]]
                yield Candidate(token, End(topic[0], entity.type), True, is_sure(entity))
        for start in range(first, parse.sent_end[first]):
            m = opening.get(start)
            via = -1 if m is None else find_predicate(parse, m)
            if m is not None and via > m.head and referents.entities[m.entity].type != "person":
                noun = parse.pos[via] not in ("VERB", "AUX")
                topic = m.entity, parse.lemma[via].lower() if noun else ""
                break


def _is_definite(parse: Parse, noun: int) -> bool:
    return any(parse.lower[c] in ("the", "this", "that") for c in parse.children[noun])


def is_number(word: str) -> bool:
    """True for digits, with signs and marks as numbers have them."""
    digits = word.lstrip("+-").replace(",", "").replace(".", "")
    return digits.isdigit() and word[-1].isdigit()


def find_predicate(parse: Parse, mention: MentionSpan) -> int:
    """What tells what a name is, as `Candidate.via` has it; -1 where nothing does."""
    first = parse.sent[mention.start]
    opens = all(parse.pos[t] in _BEFORE_TITLE for t in range(first, mention.start))
    if not opens:
        return find_describing(parse, mention)
    end = mention.end
    while end < parse.sent_end[first] and parse.pos[end] == "PUNCT" and parse.text[end] in "\"”'’":
        end += 1
    found = find_class(parse, end)
    found = find_verb(parse, end) if found is None else found
    return -1 if found is None else found


def find_describing(parse: Parse, mention: MentionSpan) -> int:
    """The noun right before a name; -1 where there is none."""
    before = mention.start - 1
    noun = before >= parse.sent[mention.start] and parse.pos[before] == "NOUN"
    return before if noun and parse.text[before].islower() else -1


def _top(head: list[int], start: int, end: int) -> int:
    """The token of a run that hangs on something outside it."""
    return next((i for i in range(start, end) if not start <= head[i] < end), start)


# ------------------------------------------------------------------ classes of ends


def find_unfit(referents: Referents) -> frozenset[str]:
    """The IRIs of what is no end: who is known by a role alone ("Ada Berg's teacher"), what
    only adjectives speak of ("English singer"), and "work" or "thing" without more."""
    parse, nouns = referents.parse, set[str]()
    for head, mention in referents.at.items():
        if not (parse.tag[head] == "JJ" and parse.dep[head] == "amod"):
            nouns.add(mention.entity)
    adjectives = {m.entity for m in referents.at.values()} - nouns
    vague = load_concept_words()["vague"]
    roles = {i for i, e in referents.entities.items() if _is_made_up(e) or e.label in vague}
    return frozenset(adjectives | roles)


def _is_made_up(entity: Entity) -> bool:
    owned = "'s " in entity.label or "’s " in entity.label
    return owned and entity.label.rsplit(" ", 1)[-1].islower()


def describe(doc: Doc, referents: Referents) -> dict[str, Types]:
    """What entities are besides their own type: what they are said to be ("Mermaid is a song" makes
    it a work), and what the last word of their name says."""
    entities, parse = referents.entities, referents.parse
    found: dict[str, set[str]] = defaultdict(set)
    for claim in doc._.kgx_claims:
        if claim.rule in CLASSES and claim.object is not None and claim.stands:
            label = entities[claim.object].label
            found[claim.subject].update(_types_told(label, label.rsplit(" ", 1)[-1]))
    for mention in referents.at.values():
        via = find_predicate(parse, mention) if mention.form == "name" else -1
        quoted = mention.start > 0 and parse.text[mention.start - 1] in QUOTES
        if quoted and entities[mention.entity].type == "work":
            found[mention.entity].add("work")
        if via >= 0:
            said = _types_said(parse, via)
            if said != {"person"} or not _is_body(entities[mention.entity]):
                found[mention.entity] |= said
    for iri, entity in entities.items():
        unknown = entity.type != "concept" and not entity.same_as
        if unknown and is_kind_of(entity.label.lower(), "language"):
            found[iri].add("language")  # "Esperanto"
        if " " in entity.label and entity.type not in ("person", "concept"):
            found[iri].update(_types_named(entity.label))
            found[iri].update({"person"} if _may_name_person(entity) else ())
    return {iri: frozenset(types) for iri, types in found.items() if types}


def _is_body(entity: Entity) -> bool:
    """True for what a noun for persons makes no person: "Airbus parent EADS"."""
    return entity.type == "organization" and is_sure(entity)


def _may_name_person(entity: Entity) -> bool:
    """True for a given name with one word or two more that nothing but a model takes for something
    else: it does so where a sentence says little else."""
    first, *rest = entity.label.split()
    named = first.lower() in given_names() and all(word.istitle() for word in rest)
    return named and len(rest) in (1, 2) and not is_sure(entity)


def _types_named(label: str) -> set[str]:
    """The types that a name's own words tell: its last ("Norvik Hospital"), or the first and the
    last before "of": "Journal of Botany", "Norvik Journal of Medicine"."""
    words = label.lower().split()
    if "of" not in words[1:]:
        more = PERIODICAL if is_periodical(words[-1]) else frozenset()
        return {*more, *filter(None, [noun_types().get(words[-1])])}
    heads = dict.fromkeys((words[words.index("of", 1) - 1], words[0]))
    known = (noun for noun in heads if noun in noun_types() or is_periodical(noun))
    return {t for noun in known for t in _types_told(noun, noun)}


def _types_said(parse: Parse, via: int) -> set[str]:
    """The types that a noun said of a thing tells, or a verb such as "was published"."""
    if parse.pos[via] in ("VERB", "AUX"):
        verbs = (via, *(c for c in parse.children[via] if parse.dep[c] == "conj"))
        return {"work"} if any(is_brought_out(parse, verb) for verb in verbs) else set()
    lemma = parse.lemma[via].lower()
    return _types_told(lemma, lemma)


def _types_told(label: str, noun: str) -> set[str]:
    """The types that a label tells. Who plays together does what one person may do ("the band"); a
    periodical is a work, and who makes it."""
    told = set(PERIODICAL) if is_periodical(noun) else set()
    told |= _PLAYERS if is_kind_of(noun, "musical organization") else frozenset()
    type_ = type_of_label(label)
    return told if type_ is None else told | {type_}
