"""Names that only their shape tells, for looking up terms of an ontology: whole quoted titles,
subjects all in capitals, and names with the numbers and capitals that stand beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kgx.annotate.nominals import type_of_noun
from kgx.annotate.parse import Parse
from kgx.annotate.parts import MentionSpan
from kgx.annotate.referents import Referents, load_concept_words
from kgx.annotate.wordlists import read_set
from kgx.iris import entity_iri
from kgx.types import Entity, EntityType

QUOTES = "\"“‘'«"
_CLOSING = dict(zip(QUOTES, "\"”’'»", strict=True))
_JOINING = frozenset(
    [
        *("of", "the", "a", "an", "and", "for", "to", "in", "on", "at", "by", "with", "from"),
        *("'s", "’s", "'m", "’m", "'re", "’re", "'ll", "’ll", "'ve", "’ve", "n't", "n’t"),
    ]
)
_GLUE = frozenset({"-", "–", ":", "&", "/", ".", ",", "!", "?", "(", ")", "#", "’", "'"})
_LINKING = frozenset({"ADP", "CCONJ", "DET", "PART", "SPACE"})
_LISTING = frozenset({"and", "&", ",", "/", "'s", "’s", "or"})
_MADE = frozenset({"work", "product"})
_LONGEST = 12  # tokens
_AFTER_PARTICIPLES = frozenset(["by", "in", "on", "at", "for", "from", "as", "with", "to"])
_INSIDE = frozenset(["-", "/", "'s", "’s", "'", "’"])
_OF_CLASS = frozenset(["ADJ", "NUM", "PROPN", "ADV", "NOUN"])


def widen_names(referents: Referents) -> dict[str, str]:
    """Put the names that shape tells in place of what was read inside them. What a sentence goes on
    to say of its title tells its type: "In the Harbour is a novel".

    Returns:
        The new IRIs of the entities that were read inside such names and nowhere else.
    """
    homes: dict[str, set[str]] = {}
    for mention in referents.at.values():
        homes.setdefault(mention.entity, set())
    spans = sorted({*_find_quoted(referents), *_find_subjects(referents), *_find_wider(referents)})
    for start, end in _longest_first(spans):
        for old, new in _name_span(referents, start, end).items():
            homes[old].add(new)
    for mention in referents.at.values():
        homes.setdefault(mention.entity, set()).add("")  # met outside, too
    return {old: new.pop() for old, new in homes.items() if len(new) == 1 and "" not in new}


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
            if 0 < i - opened <= _LONGEST and _is_name_word(referents, opened):
                end = i - 1 if text[i - 1] in (",", ".") and i - opened > 1 else i
                yield opened, end
            opened = None
        elif word in QUOTES and i + 1 < len(text):
            opened, closing = i + 1, _CLOSING[word]


def _find_subjects(referents: Referents) -> Iterator[tuple[int, int]]:
    """Titles that open a sentence: a capital or a number in every word of content, up to a verb, a
    comma or a bracket. Names in a list are left as they are."""
    parse = referents.parse
    for first in sorted(set(parse.sent)):
        for number, start in enumerate(_find_openings(referents, first)):
            end = _end_title(referents, start)
            told = find_class(parse, end) is not None or _is_published(parse, end)
            if number and not told:
                continue  # only what is said of it tells a title behind a comma
            if _follows(parse, end) and _is_title(referents, start, end, told=told):
                yield start + _has_idle_article(referents, start, end), end
                break


def _find_openings(referents: Referents, first: int) -> Iterator[int]:
    """Where the name that a sentence is about may begin: with it, behind a time ("In 1993 Norvik
    was released"), or behind the commas after a participle ("Written by Ada Berg, Norvik is")."""
    parse, stop = referents.parse, referents.parse.sent_end[first]
    start = first
    if parse.pos[first] == "ADP" and first + 1 < stop and referents.timed[first + 1]:
        start += 1
        while start < stop and (referents.timed[start] or parse.text[start] == ","):
            start += 1
    yield start
    if parse.tag[first] in ("VBN", "VBG") or parse.pos[first] in ("ADV", "ADP"):
        commas = (t for t in range(first, stop - 1) if parse.text[t] == ",")
        yield from (t + 1 for t in commas)


def _end_title(referents: Referents, start: int) -> int:
    """Behind the last word that may be of a title; of a work, also across commas: "Oslo, Norway is
    a film"."""
    parse, stop = referents.parse, referents.parse.sent_end[start]
    end = _scan_title(referents, start)
    further = end
    while further < stop and parse.text[further] == ",":
        further = _scan_title(referents, further + 1)
        work = _type_said(parse, further) == "work" or _is_published(parse, further)
        if work and further - start <= _LONGEST and _is_one(parse, further):
            known = (m.entity for m in referents.at.values() if start <= m.head < further)
            sure = any(referents.entities[e].type == "person" for e in known)
            return end if sure else further
    return end


def _scan_title(referents: Referents, start: int) -> int:
    end = start
    while end < referents.parse.sent_end[start] and _in_title(referents, end):
        end += 1
    while end > start and not _is_name_word(referents, end - 1):
        end -= 1
    return end


def _follows(parse: Parse, end: int) -> bool:
    """True where a verb, a comma or a bracket comes after the words that may be of a title."""
    last = parse.sent_end[min(end, len(parse) - 1)]
    while end < last and (parse.pos[end] in _LINKING or parse.text[end] in _GLUE - {",", "("}):
        end += 1
    return end < last and (parse.pos[end] in ("VERB", "AUX") or parse.text[end] in (",", "(", "["))


def _is_title(referents: Referents, start: int, end: int, *, told: bool) -> bool:
    if not start < end <= start + _LONGEST or not (told or _opens_title(referents.parse, start)):
        return False
    if end == start + 1:
        return told and _is_unknown_word(referents, start, end)
    named = _is_name(referents, start, end, 1 if told else 2)
    return named and not _is_list(referents, start, end)


def _is_unknown_word(referents: Referents, start: int, end: int) -> bool:
    """True for one word that no noun is and nobody took for a name: "Jagged is an album"."""
    parse = referents.parse
    odd = parse.pos[start] not in ("NOUN", "PRON", "DET") and parse.text[start][:1].isupper()
    work = _type_said(parse, end) == "work" or _is_published(parse, end)
    return odd and work and start not in referents.at


def _opens_title(parse: Parse, first: int) -> bool:
    """False for what opens a clause, as "Written by Ada Berg, the novel" does."""
    if parse.tag[first] in ("VBN", "VBG") and parse.lower[first + 1] in _AFTER_PARTICIPLES:
        return False
    return parse.pos[first] not in ("ADP", "SCONJ", "ADV", "PRON", "CCONJ")


def _is_one(parse: Parse, end: int) -> bool:
    """True where the verb after a name tells that it is one: "Williams & Wilkins is"."""
    here = _pass_brackets(parse, end)
    return here < len(parse) and parse.lower[here] in ("is", "was")


def find_class(parse: Parse, end: int) -> int | None:
    """The last word of what the name before a token is said to be, as the words stand: "single" in
    "is the debut single by"; what stands between in brackets is passed over."""
    here = _pass_brackets(parse, end)
    if here + 1 >= len(parse) or parse.lemma[here] != "be":
        return None
    if parse.lower[here + 1] not in ("a", "an", "the"):
        return None
    last = here + 1
    for token in range(here + 2, parse.sent_end[here]):
        hyphen = parse.text[token] in _INSIDE or (parse.text[token] == "," and last == token - 1)
        if parse.pos[token] in _OF_CLASS:
            last = token
        elif not hyphen:
            break
    return last if last > here + 1 else None


def find_verb(parse: Parse, end: int) -> int | None:
    """The verb of which the name before a token is the subject, as the words stand."""
    here = _pass_brackets(parse, end)
    for token in range(here, min(here + 4, len(parse))):
        if parse.pos[token] == "VERB":
            return token if parse.tag[token] != "VBG" else None
        if parse.pos[token] not in ("AUX", "ADV"):
            return None
    return None


def _pass_brackets(parse: Parse, token: int) -> int:
    last = parse.sent_end[min(token, len(parse) - 1)]
    while token < last and parse.pos[token] == "SPACE":
        token += 1
    if token < last and parse.text[token] == "(":
        closing = (t + 1 for t in range(token, last) if parse.text[t] == ")")
        return next(closing, token)
    return token


def _is_published(parse: Parse, end: int) -> bool:
    """True where a work is the subject of what follows, as "was published" tells."""
    verb = find_verb(parse, end)
    return verb is not None and is_brought_out(parse, verb)


def is_brought_out(parse: Parse, verb: int) -> bool:
    """True for a passive that is said of works: "published", "recorded"."""
    known = parse.lemma[verb] in read_set("nouns.toml", "brought_out")
    return known and parse.tag[verb] == "VBN"


def _in_title(referents: Referents, token: int) -> bool:
    text, pos = referents.parse.text[token], referents.parse.pos[token]
    joins = text.lower() in _JOINING or pos in _LINKING
    joins = joins or (text in _GLUE and text not in ("(", ","))
    return (joins or _is_name_word(referents, token)) and text != "("


def _has_idle_article(referents: Referents, start: int, end: int) -> bool:
    """True for a "the" before what is a name without it: titles of works alone begin with that."""
    names = (m for m in referents.at.values() if m.form == "name")
    whole = any((m.start, m.end) == (start + 1, end) for m in names)
    if referents.parse.text[start] != "The" or not whole:
        return False
    work = _type_said(referents.parse, end) == "work"
    return not work and not _is_published(referents.parse, end)


def _type_said(parse: Parse, end: int) -> EntityType | None:
    """The type of what ends at a token, by the noun that it is said to be."""
    noun = find_class(parse, end)
    return None if noun is None else type_of_noun(parse.lemma[noun].lower())


def _is_list(referents: Referents, start: int, end: int) -> bool:
    """True for "Orbis and Helix", "Ada Berg's Orbis": several names that are known apart."""
    inside = [m for m in referents.at.values() if start <= m.head < end and m.form == "name"]
    known = [m for m in inside if referents.entities[m.entity].type in ("person", "organization")]
    text = referents.parse.text
    said = _type_said(referents.parse, end)
    one = _is_one(referents.parse, end) and (said is not None or _is_published(referents.parse, end))
    made = said in _MADE or _is_published(referents.parse, end)
    listing = _LISTING - {"and", "&"} if one else _LISTING
    listing = listing - {"'s", "’s", ","} if one and made else listing
    joined = any(text[t] in listing for t in range(start, end))
    return (joined and len(known) > 1) or (
        len(inside) == 1 and (inside[0].start, inside[0].end) == (start, end)
    )


def _is_name(referents: Referents, start: int, end: int, least: int) -> bool:
    """True for words of a name, at least so many of them with a meaning of their own."""
    text = referents.parse.text
    inner = [
        t
        for t in range(start, end)
        if text[t].lower() not in _JOINING | _GLUE and referents.parse.pos[t] not in _LINKING
    ]
    edges = _is_name_word(referents, start) and _is_name_word(referents, end - 1)
    whole = all(_is_name_word(referents, t) for t in inner)
    return edges and whole and end - start > 1 and len(inner) >= least


def _is_name_word(referents: Referents, token: int) -> bool:
    word = referents.parse.text[token]
    return word[:1].isupper() or word[:1].isdigit() or word in ("(", "'")


def _find_wider(referents: Referents) -> Iterator[tuple[int, int]]:
    """Names with the capitals and numbers right beside them: "Harbour 37", "1147 Brunhilde"; what
    is taken for a person only with a number before it, which no person has."""
    parse = referents.parse
    for mention in referents.at.values():
        entity = referents.entities[mention.entity]
        if mention.form != "name":
            continue
        start, end, first = mention.start, mention.end, parse.sent[mention.head]
        if not entity.same_as and start > first + 1 and parse.text[start - 1] == "The":
            start -= 1
        elif entity.type == "person":
            start -= start > first and _leads_person(referents, mention)
        else:
            while start > first and _joins(referents, start - 1):
                start -= 1
            while end < parse.sent_end[mention.head] and _joins(referents, end):
                end += 1
        if (start, end) != (mention.start, mention.end):
            yield start, end


def _leads_person(referents: Referents, mention: MentionSpan) -> bool:
    """True for a number before a person's name, and for a title before a single word: "Dr. Dre"."""
    before, parse = mention.start - 1, referents.parse
    titles = load_concept_words()["titles"]
    alone = " " not in referents.entities[mention.entity].label
    title = alone and parse.lower[before] in titles and parse.text[before].istitle()
    return title or _is_number(referents, before)


def _joins(referents: Referents, token: int) -> bool:
    parse = referents.parse
    word = parse.text[token]
    if referents.timed[token] or token == parse.sent[token]:
        return False
    named = parse.pos[token] == "PROPN" and word[:1].isupper()
    return named or _is_number(referents, token)


def _is_number(referents: Referents, token: int) -> bool:
    word = referents.parse.text[token]
    return word.isdigit() and len(word) < 5 and not referents.timed[token]


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
    said = _type_said(referents.parse, end + quoted)
    type_: EntityType = said or ("work" if quoted else "other")
    last = next((m for m in names if m.end == end), None)
    if last is not None and len(names) == 1 and _is_same(referents, last, start, said):
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


def _is_same(
    referents: Referents, mention: MentionSpan, start: int, said: EntityType | None
) -> bool:
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
    referents.entities[mention.entity] = replace(entity, label=label)
    referents.at[mention.head] = replace(mention, start=start)


def _head(referents: Referents, start: int, end: int) -> int:
    heads = referents.parse.head
    return next((i for i in range(start, end) if not start <= heads[i] < end), end - 1)
