"""Names that only their shape tells, for looking up terms of an ontology: whole quoted titles,
subjects all in capitals, and names with the numbers and capitals that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgx.annotate.claims.referents import Referents, load_concept_words
from kgx.annotate.grammar.labels import FINITE, SUBJECTS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import MentionSpan
from kgx.annotate.grammar.said_after import type_said
from kgx.annotate.grammar.titles import LONGEST
from kgx.annotate.terms.class_types import type_of_label
from kgx.annotate.terms.opening_titles import find_opening_titles, is_name_word
from kgx.annotate.words.noun_kinds import is_kind_of
from kgx.annotate.words.noun_types import type_of_noun
from kgx.iris import entity_iri
from kgx.records import changed
from kgx.types import Entity, EntityType

_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
QUOTES = "\"“‘'«"
_TELLING = frozenset({"of", "named", "called"})
_DESCRIBED = frozenset({"person", "organization", "work", "product", "event", "facility"})
_ODD = re.compile(r"[a-z][A-Z]|^\d+[A-Z][a-z]")
_CLOSING = dict(zip(QUOTES, "\"”’'»", strict=True))


def widen_names(referents: Referents) -> dict[str, str]:
    """Put the names that shape tells in place of what was read inside them. What a sentence goes on
    to say of its title tells its type: "In the Harbour is a novel".

    Returns:
        The new IRIs of the entities that were read inside such names and nowhere else.
    """
    homes: dict[str, set[str]] = {}
    for mention in referents.at.values():
        homes.setdefault(mention.entity, set())
    spans = sorted(
        {
            *_find_quoted(referents),
            *find_opening_titles(referents),
            *_find_wider(referents),
            *_find_described(referents),
            *_find_bands(referents),
            *_find_missed(referents),
        }
    )
    whole = [m for m in referents.at.values() if m.form == "name"]
    for start, end in _longest_first([s for s in spans if not _cuts(whole, *s)]):
        for old, new in _name_span(referents, start, end).items():
            homes[old].add(new)
    for mention in referents.at.values():
        if mention.form != "pronoun":
            homes.setdefault(mention.entity, set()).add("")  # met outside, too
    wider = {old: new.pop() for old, new in homes.items() if len(new) == 1 and "" not in new}
    for head, mention in referents.at.items():
        if mention.entity in wider:
            referents.at[head] = changed(mention, entity=wider[mention.entity])
    return wider


def _cuts(names: list[MentionSpan], start: int, end: int) -> bool:
    """True for a span that ends or begins within a name: University of California | , Berkeley."""
    return any(m.start < edge < m.end for m in names for edge in (start, end))


def _longest_first(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    taken: set[int] = set()
    for start, end in sorted(spans, key=lambda s: (s[0] - s[1], s)):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            yield start, end


def _find_quoted(referents: Referents) -> Iterator[tuple[int, int]]:
    """Titles in quotation marks: few words, the first in capitals, and no sentence."""
    text = referents.parse.text
    opened, closing = None, ""
    for i, word in enumerate(text):
        if opened is not None and word == closing:
            if 0 < i - opened <= LONGEST and is_name_word(referents, opened):
                end = i - 1 if text[i - 1] in (",", ".") and i - opened > 1 else i
                if not _is_sentence(referents.parse, opened, end):
                    yield opened, end
            opened = None
        elif word in QUOTES and i + 1 < len(text) and _may_open(closing, opened, i):
            opened, closing = i + 1, _CLOSING[word]


def _is_sentence(parse: Parse, start: int, end: int) -> bool:
    """True for what is said and no title: a finite clause with a small letter in a word of
    content."""
    inside = range(start, end)
    clause = any(
        parse.dep[t] in SUBJECTS and parse.head[t] in inside and _is_finite(parse, parse.head[t])
        for t in inside
    )
    return clause and any(parse.pos[t] in _CONTENT and parse.text[t].islower() for t in inside)


def _is_finite(parse: Parse, verb: int) -> bool:
    helped = (c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass"))
    return any(parse.tag[t] in (*FINITE, "MD") for t in (verb, *helped))


def _may_open(closing: str, opened: int | None, here: int) -> bool:
    """False inside what another mark opened; an apostrophe opens nothing for sure."""
    return opened is None or closing in ("'", "’") or here - opened > LONGEST


def _find_wider(referents: Referents) -> Iterator[tuple[int, int]]:
    """Names with the capitals and numbers right beside them: "Harbour 37", "1147 Brunhilde"; what
    is taken for a person only with a number before it, which no person has."""
    parse = referents.parse
    names = [m for m in referents.at.values() if m.form == "name"]
    linked = [m for m in names if referents.entities[m.entity].same_as]
    known = {t for m in linked for t in range(m.start, m.end)}
    for mention in names:
        entity = referents.entities[mention.entity]
        if mention.form != "name":
            continue
        start, end, first = mention.start, mention.end, parse.sent[mention.head]
        if entity.type == "person":
            start -= start > first and _leads_person(referents, mention)
        else:
            while start > first and _joins(referents, start - 1, known):
                start -= 1
            end = _end_wider(referents, mention, known)
        plain = bool(entity.same_as) and (start, end) == (mention.start, mention.end)
        start -= not plain and start > first + 1 and parse.text[start - 1] == "The"
        if (start, end) != (mention.start, mention.end):
            yield start, end


def _end_wider(referents: Referents, mention: MentionSpan, known: set[int]) -> int:
    """Behind the capitals and numbers after a name; right behind the name where they tell of a
    person: "Orbis Chief Executive Ada Berg"."""
    parse, end = referents.parse, mention.end
    while end < parse.sent_end[mention.head] and _joins(referents, end, known):
        end += 1
    after = (m for m in referents.at.values() if mention.end <= m.start < end)
    person = any(referents.entities[m.entity].type == "person" for m in after)
    held = type_of_noun(parse.lower[end - 1]) == "person"
    return mention.end if person or held else end


def _find_described(referents: Referents) -> Iterator[tuple[int, int]]:
    """Capitals right behind a noun that tells what they are: "rock band U2", "the album Vault"."""
    parse = referents.parse
    names = [m for m in referents.at.values() if m.form == "name"]
    taken = {t for m in names for t in range(m.start, m.end)}
    for start in range(1, len(parse)):
        noun = parse.pos[start - 1] == "NOUN" and parse.text[start - 1].islower()
        end = _end_capitals(referents, start) if noun else start
        end = next((t for t in range(start, end) if t in taken), end)
        if end > start and type_of_label(parse.lemma[start - 1].lower()) in _DESCRIBED:
            yield start, end


def _end_capitals(referents: Referents, start: int) -> int:
    """Behind the words of a name that begin at a token."""
    parse, end = referents.parse, start
    while end < parse.sent_end[start] and is_name_word(referents, end):
        word = parse.text[end]
        if parse.pos[end] != "PROPN" and not any(c.isdigit() for c in word[1:]):
            break
        end += 1
    return end


def _find_bands(referents: Referents) -> Iterator[tuple[int, int]]:
    """Names of one band that look like two: "the rock band Ada Berg and the Weavers", "Norvik for
    Oslo"."""
    parse = referents.parse
    for mention in [m for m in referents.at.values() if m.form == "name" and m.start > 0]:
        before, here = mention.start - 1, mention.end
        noun = parse.tag[before] == "NN" and parse.text[before].islower()
        if not noun or not is_kind_of(parse.lemma[before].lower(), "musical organization"):
            continue
        joins = parse.lower[here : here + 2] == ["and", "the"]
        after = here + 2 if joins else here + 1
        if joins or parse.lower[here : here + 1] == ["for"]:
            end = _end_capitals(referents, after) if after < len(parse) else after
            end = max(end, _end_plural(referents, after) if joins else end)
            if end > after:
                yield mention.start, end


def _end_plural(referents: Referents, start: int) -> int:
    """Behind one word with a capital, as which a tagger may take no name: "the Weavers"."""
    return start + (start < len(referents.parse) and is_name_word(referents, start))


def _find_missed(referents: Referents) -> Iterator[tuple[int, int]]:
    """Words with capitals or digits inside them that no model of names knew ("RoseWeaver"), with
    the names beside them."""
    parse = referents.parse
    names = (m for m in referents.at.values() if m.form == "name")
    taken = {t for m in names for t in range(m.start, m.end)}
    start = 0
    while start < len(parse):
        end = start
        while end < parse.sent_end[start] and end not in taken and _may_name(referents, end):
            end += 1
        if end > start and any(_ODD.search(word) for word in parse.text[start:end]):
            yield start, end
        start = max(end, start + 1)


def _may_name(referents: Referents, token: int) -> bool:
    word = referents.parse.text[token]
    proper = referents.parse.pos[token] == "PROPN" or bool(_ODD.search(word))
    proper = proper and word.lower() not in load_concept_words()["degrees"]
    return proper and (word[0].isupper() or word[0].isdigit()) and not referents.timed[token]


def _leads_person(referents: Referents, mention: MentionSpan) -> bool:
    """True for a number before a person's name, and for a title before a single word: "Dr. Dre"."""
    before, parse = mention.start - 1, referents.parse
    titles = load_concept_words()["titles"]
    alone = " " not in referents.entities[mention.entity].label
    title = alone and parse.lower[before] in titles and parse.text[before].istitle()
    return title or _is_number(referents, before)


def _joins(referents: Referents, token: int, taken: set[int]) -> bool:
    parse = referents.parse
    word = parse.text[token]
    if token == parse.sent[token] or token in taken:
        return False
    if referents.timed[token]:
        return parse.text[token + 1 : token + 2] != [","] and _is_number(referents, token)
    named = parse.pos[token] == "PROPN" and word[:1].isupper()
    return named or _is_number(referents, token)


def _is_number(referents: Referents, token: int) -> bool:
    """True for a number of few digits that is no year, "the mass of 1147 Brunhilde" has none, and
    no score: "beat Orbis 3-1"."""
    word, after = referents.parse.text[token], referents.parse.text[token + 1 : token + 3]
    if after[:1] in (["-"], ["–"]) and after[-1].isdigit():
        return False
    year = referents.timed[token] and not _is_told(referents, token - 1)
    return word.isdigit() and len(word) < 5 and not year


def _is_told(referents: Referents, before: int) -> bool:
    """True for a word that what it is about follows rather than when."""
    parse = referents.parse
    return before >= 0 and (parse.pos[before] == "VERB" or parse.lower[before] in _TELLING)


def _name_span(referents: Referents, start: int, end: int) -> dict[str, str]:
    """Make one mention of a span, of the entity its words name; the new IRI of each entity that
    was read inside it."""
    label = referents.words(tuple(range(start, end)))
    inside = [m for m in referents.at.values() if start <= m.head < end]
    names = [m for m in inside if m.form == "name"]
    whole = next((m for m in names if (m.start, m.end) == (start, end)), None)
    if whole is not None:
        return {}
    quoted = start > 0 and referents.parse.text[start - 1] in QUOTES
    said = type_said(referents.parse, end + quoted)
    type_: EntityType = said or _type_before(referents, start) or ("work" if quoted else "other")
    last = next((m for m in names if m.end == end), None)
    if last is not None and len(names) == 1 and _is_same(referents, last, start):
        _call(referents, last, start, label)
        return {}
    iri = entity_iri(label, type_, referents.base)
    referents.entities.setdefault(iri, Entity(iri, label, type_))
    head = _head(referents, start, end)
    for m in inside:
        referents.at.pop(m.head, None)
    referents.at[head] = MentionSpan(start, end, head, iri, "name")
    referents.added[head] = referents.at[head]
    return {m.entity: iri for m in inside if m.entity != iri}


def _type_before(referents: Referents, start: int) -> EntityType | None:
    """The type of what a noun right before it tells what it is: "rock band U2"."""
    before, parse = start - 1, referents.parse
    if start == parse.sent[start] or parse.pos[before] != "NOUN" or parse.tag[before] != "NN":
        return None
    return type_of_noun(parse.lemma[before].lower())


def _is_same(referents: Referents, mention: MentionSpan, start: int) -> bool:
    """True for a name with its article or a person with a title before it: "The Weaver", "Lady Ada
    Berg", "Dr. Dre"."""
    text = referents.parse.text
    if mention.start == start + 1 and text[start] == "The":
        return True
    person = referents.entities[mention.entity].type == "person"
    before = text[start : mention.start]
    return person and all(w.istitle() and w.removesuffix(".").isalpha() for w in before)


def _call(referents: Referents, mention: MentionSpan, start: int, label: str) -> None:
    """Give what a mention names a longer name that includes it."""
    entity = referents.entities[mention.entity]
    referents.entities[mention.entity] = changed(entity, label=label)
    referents.at[mention.head] = changed(mention, start=start)


def _head(referents: Referents, start: int, end: int) -> int:
    heads = referents.parse.head
    return next((i for i in range(start, end) if not start <= heads[i] < end), end - 1)
