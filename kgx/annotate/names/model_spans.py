"""The model's names: its spans, cut where they hold several names, trimmed and extended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.known_names import joins_known
from kgx.annotate.names.offices import is_person_noun, past_particles
from kgx.annotate.names.placed import is_place_in_full
from kgx.annotate.names.search import Search
from kgx.annotate.names.trims import trim_name
from kgx.annotate.names.words import Name, is_capitalised, words_in
from kgx.annotate.words.gazetteer import nation_of

_DONE = frozenset({"to", "by", "with"})
"""Words between who or what something is done to and by or to whom."""


def find_model_names(search: Search) -> Iterator[Name]:
    """The model's spans that nothing covers, trimmed, and those of persons with what the parse
    ties to them."""
    parse, titled = search.parse, search.titled
    for start, end, label in _split_lists(parse, search.entities):
        name = trim_name(parse, start, end, label) if search.is_free(start, end) else None
        if name is None:
            continue
        if not titled[name.start]:
            yield _extend(parse, name, search.taken)
        elif name.end - name.start > 1 and parse.text[name.end - 1].isdigit():
            yield Name(name.start, name.end - 1, name.label)  # a score
        else:
            yield name


def _split_lists(
    parse: Parse, entities: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    """The model's spans, those of several names cut between them: at commas and brackets, a
    person's also at small words, titles where an article opens the next."""
    for start, end, label in entities:
        if label not in ("PERSON", "ORG", "GPE", "LOC", "NORP", "PRODUCT", "WORK_OF_ART"):
            yield start, end, label
            continue
        begin = start
        for i in range(start, end):
            if _is_cut(parse, begin, i, end, label):
                if i > begin:
                    yield begin, i, label
                begin = i + 1
        if begin < end:
            yield begin, end, label


def _is_next_title(parse: Parse, at: int, end: int) -> bool:
    """True for what parts titles that one span holds, the next with an article in capitals: Low
    Water *and* The Long Field."""
    listing = parse.text[at] in (",", "and") and at + 2 < end
    return listing and parse.text[at + 1] in ("The", "A", "An")


def _are_two(parse: Parse, start: int, at: int, end: int) -> bool:
    """True for two bodies of two words or more that "and" joins, neither of which a word such as
    Group ends."""
    heads = words_in("organization_heads")
    first = start + (parse.lower[start] in words_in("leaders"))
    long = at - first > 1 and end - at > 2 and "of" not in parse.text[start:end]
    return long and not {parse.text[at - 1], parse.text[end - 1]} & heads


def _tells_of_two(parse: Parse, start: int) -> bool:
    """True after what takes two: *between* Orbis and Helix, *a merger of* Orbis and Helix."""
    before = start - 1
    before -= parse.lower[before] in words_in("leaders")
    pair = parse.lower[before] in ("of", "by") and parse.lemma[before - 1] in words_in("of_two")
    return before > 0 and (pair or parse.lower[before] == "between")


def _is_of_verb(parse: Parse, token: int) -> bool:
    """True for a small word that says to or by whom something is done: sold Orbis *to* Helix."""
    marks = parse.dep[token] in ("prep", "dative", "agent")
    return marks and parse.text[token] in _DONE and parse.pos[parse.head[token]] == "VERB"


def _is_cut(parse: Parse, begin: int, i: int, end: int, label: str) -> bool:
    word = parse.text[i]
    if label == "WORK_OF_ART":
        return _is_next_title(parse, i, end)
    if word in (",", ";"):
        more = i + 1 < end and parse.text[i + 1] not in words_in("suffixes")
        return more and not is_place_in_full(parse, begin, end)
    if word in ("(", "[", ")", "]", "|") or "](" in word or "://" in word:
        return True
    if label == "PRODUCT" and word == "and":
        return True
    if word in ("and", "or", "-", "–", "for", "to") and joins_known(parse, begin, i, end):
        return True
    if label == "ORG" and word == "and" and _are_two(parse, begin, i, end):
        return True
    if label == "ORG" and word == "and" and _tells_of_two(parse, begin):
        return True
    if label == "ORG" and (word == "from" or _is_of_verb(parse, i)):
        return True
    return label == "PERSON" and word in words_in("cuts")


def _extend(parse: Parse, name: Name, taken: list[bool]) -> Name:
    """A person's name with the capitalised words that the parse ties to it."""
    start, end = name.start, name.end
    royal = parse.text[start - 1] in words_in("royal_titles") and parse.head[start - 1] == start
    if royal and end - start == 1 and start > parse.sent[start] and not taken[start - 1]:
        return Name(start - 1, end, name.label, True)
    if name.label not in ("PERSON", "ORG", ""):
        return name
    if name.label == "PERSON":
        end = past_particles(parse, end)
        while _goes_on(parse, start, end, taken):
            end += 1
    while _is_led(parse, start, end, taken, name.label):
        start -= 1
    return Name(start, end, name.label, name.title)


def _goes_on(parse: Parse, start: int, end: int, taken: list[bool]) -> bool:
    """True where the word after a person's name is more of it."""
    return (
        end < len(parse)
        and not taken[end]
        and parse.tag[end] == "NNP"
        and is_capitalised(parse.text[end])
        and parse.sent[end] == parse.sent[start]
        and start <= end - 1
        and (parse.head[end - 1] == end or start <= parse.head[end] < end)
        and parse.text[end] not in words_in("not_names", "degrees")
    )


def _is_led(parse: Parse, start: int, end: int, taken: list[bool], label: str) -> bool:
    """True where the word before a name is more of it, no title and no nationality."""
    before = start - 1
    if start == parse.sent[start] or taken[before] or parse.tag[before] != "NNP":
        return False
    word, person = parse.text[before], label == "PERSON"
    above = parse.head[before]
    tied = parse.dep[before] == "compound" and start <= above < end
    alone = above == before and not parse.children[before]
    return (
        (tied or alone)
        and is_capitalised(word)
        and (person or len(word) > 2)
        and word not in words_in("titles", "ranks", "office_fields", "not_names")
        and not (person and nation_of(word))
        and not is_person_noun(parse.lower[before])
    )
