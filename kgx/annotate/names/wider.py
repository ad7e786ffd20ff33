"""Names that stop short: "Orbis" in "Orbis Robotics" where the text also has "Orbis Robotics
Inc.", "Orla" in "Orla 200" where it is a name elsewhere, "Jon Lind" in "Karl Jon Lind"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kgx.annotate.grammar.dated import is_day_apart
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.words import Name, core_of, fold_words, given_genders, given_names, words_in
from kgx.annotate.words.noun_types import type_of_noun
from kgx.records import changed

_LONGEST = 8
_Known = dict[str, dict[tuple[str, ...], str]]
"""Labels of names by their words, by the first of these."""


def widen_names(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """The names in order, each as long as the longest known name that stands where it does; what
    that covers is no name of its own."""
    known, titles = _known_names(parse, names), _with_articles(parse, names)
    widened: list[Name] = []
    done = 0
    for name in names:
        if name.start < done:
            continue
        title = titles.get(tuple(parse.text[max(name.start - 1, 0) : name.end]))
        if title is not None and name.start > done:
            name = Name(name.start - 1, name.end, title.label, name.title)
        if _misses_given(parse, name, done):
            name = changed(name, start=name.start - 1)
        if _misses_letter(parse, name, done):
            name = changed(name, start=name.start - 2)
        if _misses_lead(parse, name, done):
            name = changed(name, start=name.start - 2, label="")
        if _misses_medium(parse, name, done):
            name = changed(name, start=name.start - 1, label="ORG", title=False)
        wider, label = max(_matches(parse, name, known), default=(name.end, name.label))
        done = wider
        widened.append(Name(name.start, wider, label, name.title))
    return widened


def _with_articles(parse: Parse, names: Sequence[Name]) -> dict[tuple[str, ...], Name]:
    """Names whose article has a capital within a sentence, by their words: "her opera *The Ice
    Road*"."""
    starts = (n.start - (parse.text[n.start] != "The") for n in names)
    within = {t for t in starts if parse.text[t] == "The" and t > parse.sent[t]}
    spans = ((t, n.end) for n in names for t in (n.start, n.start - 1) if t in within)
    whole = {tuple(parse.text[start:end]) for start, end in spans}
    led = (n for n in names if parse.text[n.start] == "The" and n.end - n.start > 1)
    said = ((tuple(parse.text[n.start : n.end]), n) for n in led)
    return {words: n for words, n in said if words in whole}


def _misses_given(parse: Parse, name: Name, done: int) -> bool:
    """True for a person of several names, or what begins as one does, that a further given name
    stands before."""
    before = name.start - 1
    word = parse.lower[before]
    called = word in given_genders() and type_of_noun(word) is None
    unseen = not name.label and parse.lower[name.start] in given_names()
    return (
        called
        and (name.label == "PERSON" or unseen)
        and name.end - name.start > 1
        and before >= done
        and parse.pos[before] == "PROPN"
        and parse.text[before].istitle()
        and parse.text[before] not in words_in("titles")  # General, Prince
        and not is_day_apart(parse, before)
    )


def _misses_letter(parse: Parse, name: Name, done: int) -> bool:
    """True for a name that a hyphen ties to a letter: *Q-Grav*."""
    letter, hyphen = name.start - 2, name.start - 1
    if letter < done or parse.text[hyphen] != "-" or parse.ends[hyphen] != parse.starts[name.start]:
        return False
    capital = len(parse.text[letter]) == 1 and parse.text[letter].isupper()
    return capital and parse.ends[letter] == parse.starts[hyphen]


def _misses_lead(parse: Parse, name: Name, done: int) -> bool:
    """True for a name that a Romance "of" ties to a large word before: *Trenes del* Sur."""
    first, of = name.start - 2, name.start - 1
    if first < done or parse.text[of] not in words_in("romance_of"):
        return False
    inside = range(name.start, name.end)
    tied = all(parse.dep[t] == "compound" and parse.head[t] in inside for t in (first, of))
    return tied and parse.text[first].istitle()


def _misses_medium(parse: Parse, name: Name, done: int) -> bool:
    """True for a name that the word for its medium stands before: *TV* Norvik."""
    before, somebody = name.start - 1, parse.lower[name.start] in given_names()
    tied = before >= done and name.start <= parse.head[before] < name.end
    return tied and parse.text[before] in words_in("media") and not somebody


def _known_names(parse: Parse, names: Sequence[Name]) -> _Known:
    """The words of bodies with a legal form, without it, and of what ends with a figure, by the
    first, with a label."""
    known: _Known = defaultdict(dict)
    for name in names:
        words = tuple(parse.text[name.start : name.end])
        core = without_form(parse, name)
        if core:
            known[core[0]][core] = "ORG"
        elif len(words) > 1 and words[-1].isdigit():
            known[words[0]].setdefault(words, name.label)
    return known


def without_form(parse: Parse, name: Name) -> tuple[str, ...]:
    """The words of a body's name without its legal form; empty where it has none, or only a word
    beside it."""
    words = tuple(parse.text[name.start : name.end])
    core = words[: len(core_of(fold_words(words)))]
    return core if 1 < len(core) < min(len(words), _LONGEST) else ()


def _matches(parse: Parse, name: Name, known: _Known) -> Iterator[tuple[int, str]]:
    """Where known names end that begin with a name and go on in its sentence, with their labels."""
    for words, label in known.get(parse.text[name.start], {}).items():
        end = name.start + len(words)
        inside = name.end < end <= parse.sent_end[name.start]
        if inside and tuple(parse.text[name.start : end]) == words:
            yield end, label


def join_given(
    parse: Parse, entities: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """The model's spans, a given name that it takes for a people made part of the person's name
    after it, *Christian* Wilhelm Lind, and with whose child somebody is: Nest *ferch Rhys*.

    Args:
        entities: Spans and labels in order, without a label where the model guesses at a people.
    """
    joined: list[tuple[int, int, str]] = []
    for start, end, label in entities:
        given = joined[-1] if joined else None
        child = _child_of(parse, start)
        if child < start:
            while joined and joined[-1][1] > child:
                child = min(child, joined.pop()[0])
            joined.append((child, end, "PERSON"))
        elif given is not None and label == "PERSON" and _is_given(parse, given, start, end):
            joined[-1] = (given[0], end, label)
        else:
            joined.append((start, end, label))
    return joined


def _child_of(parse: Parse, start: int) -> int:
    """Where a name begins that goes on with whose child somebody is: *Nest ferch* Rhys; its own
    first token where none does."""
    of = start - 1
    if of <= parse.sent[start] or parse.text[of] not in words_in("patronymics"):
        return start
    return of - 1 if parse.tag[of - 1] in ("NNP", "NN") and parse.text[of - 1].istitle() else start


def _is_given(parse: Parse, span: tuple[int, int, str], start: int, end: int) -> bool:
    """True for one word that the parse ties to the name right after it, of a label that may be
    wrong."""
    first, last, label = span
    tied = parse.dep[first] == "compound" and start <= parse.head[first] < end
    one = last == start == first + 1 and parse.tag[first] == "NNP" and tied
    return one and (label == "" or (label == "NORP" and parse.lower[first] in given_names()))
