"""Titles of works: between quotation marks, after the noun for a work, or with an article in
capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kgx.annotate.grammar.dated import tells_when
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.search import Search
from kgx.annotate.names.words import Name, is_capitalised, words_in
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set
from kgx.annotate.words.years import is_year

_OPENING, _CLOSING = frozenset('"“‘«'), frozenset('"”’»')
_POSSESSIVE = frozenset(["'s", "’s"])
_LONGEST_TITLE = 9
"""Words of a work's title between quotation marks."""
_SHORTEST_TITLE = 2
_LISTING = frozenset([",", "and"])
_JOINTS = frozenset([".", ":", "-", "*", "#", "|", "(", "/"])
"""What an article in capitals may begin anew behind."""


def find_titles(search: Search) -> Iterator[Name]:
    """Titles of works."""
    parse, titled = search.parse, search.titled
    yield from (Name(s, e, label) for (s, e), label in parse.titles.items() if not titled[s])
    yield from _find_quoted(parse, titled)
    yield from _find_told(parse, titled)
    yield from _find_with_article(search)


def _find_quoted(parse: Parse, titled: Sequence[bool]) -> Iterator[Name]:
    """Titles of works between quotation marks: after the noun for a work, or with capitals."""
    text, i, size = parse.text, 0, len(parse)
    while i < size:
        if text[i] in _OPENING and not titled[i]:
            noun = parse.lemma[i - 1].lower() if i > parse.sent[i] else ""
            body = noun in read_set("nouns.toml", "organization")
            told = body or noun in _works() or noun in _POSSESSIVE
            end = _closing_mark(parse, i, pointed=told)
            if end is not None and body:
                if parse.text[i + 1][:1].isupper():
                    yield Name(i + 1, end, "ORG")  # the group "True Path"
                    i = end
            elif end is not None and _is_work_title(parse, i, end):
                yield Name(i + 1, end, "WORK_OF_ART")
                i = end
        i += 1


def _find_told(parse: Parse, titled: Sequence[bool]) -> Iterator[Name]:
    """Titles of works without quotation marks after the noun for them: "her novel, *Salt on the
    Sill*, came out"."""
    works = _works()
    for i in range(1, len(parse) - 2):
        told = parse.text[i] == "," and parse.lemma[i - 1].lower() in works and not titled[i]
        owned = told and any(parse.dep[c] == "poss" for c in parse.children[i - 1])
        end = _end_of_title(parse, i + 1) if owned else i
        if owned and (bracket := _end_before_gloss(parse, i + 1)):
            yield Name(i + 1, bracket, "WORK_OF_ART")
        elif end - i > _SHORTEST_TITLE and parse.text[end] in (",", ".", "(", ";", "–", "—"):
            yield Name(i + 1, end, "WORK_OF_ART")


def _end_before_gloss(parse: Parse, start: int) -> int | None:
    """Where a title in another tongue ends, which small words go on with and a gloss or a year in
    brackets follows: "her novel, *Fem unga* ("Five Young Ones")"."""
    last = min(start + _LONGEST_TITLE, parse.sent_end[start], len(parse) - 1)
    end = next((i for i in range(start, last) if parse.text[i] == "("), start)
    words, inside = parse.text[start:end], parse.text[min(end + 1, len(parse) - 1)]
    glossed = inside in _OPENING or inside[0].isupper() or is_year(inside)
    whole = len(words) > 1 and words[0][0].isupper() and all(map(str.isalpha, words))
    return end if whole and glossed else None


def _find_with_article(search: Search) -> Iterator[Name]:
    """Titles of works that begin with an article in capitals within a sentence: she starred in *A
    House Without Dogs*; with "The" where a verb or a noun tells of works before it, or such a title
    is listed before it."""
    parse, titled = search.parse, search.titled
    works = {i for s, e, label in search.entities if label == "WORK_OF_ART" for i in range(s, e)}
    for i in range(1, len(parse) - 2):
        if parse.text[i] not in ("A", "An", "The") or titled[i] or i == parse.sent[i]:
            continue
        listed = parse.text[i - 1] in _LISTING and i - 2 in works
        if parse.text[i] == "The" and not listed and not _is_told_before(parse, i):
            continue
        apart = not is_capitalised(parse.text[i - 1]) and parse.text[i - 1] not in _JOINTS
        if apart and parse.text[i + 1][:1].isupper() and len(parse.text[i + 1]) > 1:
            end = _end_of_title(parse, i, last=listed and parse.text[i - 1] == ",")
            told = parse.text[i] == "The" and parse.pos[i - 1] == "NOUN"  # the novel The Mill
            if end - i > _SHORTEST_TITLE - told - listed:
                yield Name(i, end, "WORK_OF_ART")
                works.update(range(i, end))


def _is_told_before(parse: Parse, token: int) -> bool:
    """True after "wrote", "starred in", "the author of", "a sequel to", "the film" and "her novels
    include"."""
    before, above = token - 1, max(token - 2, 0)
    lemma = parse.lemma[before].lower()
    if parse.pos[before] == "NOUN":
        return parse.tag[before] == "NN" and type_of_noun(lemma) == "work"
    if parse.lower[before] == "of":
        return parse.lemma[above].lower() in words_in("writers")
    if parse.lower[before] == "in":
        return parse.lemma[above].lower() in words_in("playing_verbs")
    if parse.lower[before] == "to":
        return parse.lemma[above].lower() in words_in("going_on")
    if lemma == "include":
        noun = parse.child(before, "nsubj")
        return noun is not None and parse.lemma[noun].lower() in _works()
    return parse.pos[before] == "VERB" and lemma in words_in("writing_verbs")


def _end_of_title(parse: Parse, start: int, *, last: bool = False) -> int:
    """Where a run of capitals with small words between them ends.

    Args:
        last: Whether "and" joins the next of a list instead.
    """
    end, at = start, start
    small = words_in("inside_titles") | {"'s", "’s"}
    small = small - {"and"} if last else small
    while at < parse.sent_end[start] - 1 and at - start < _LONGEST_TITLE:
        if parse.text[at][:1].isupper():
            end = at + 1
        elif at == start or parse.lower[at] not in small or _goes_on_apart(parse, at):
            break
        at += 1
    return end


def _goes_on_apart(parse: Parse, small: int) -> bool:
    """True for a small word that leads to the next title, or to when something was."""
    return parse.text[small + 1] in ("The", "A") or tells_when(parse, small)


def _works() -> frozenset[str]:
    """Nouns for works."""
    return read_set("nouns.toml", "work")


def _closing_mark(parse: Parse, opening: int, *, pointed: bool) -> int | None:
    """Where a short quotation ends, which has words and no mark before its end.

    Args:
        pointed: Whether a comma or a full stop may stand inside, right before the closing mark.
    """
    last = min(opening + _LONGEST_TITLE + 2, parse.sent_end[opening], len(parse))
    for i in range(opening + 1, last):
        if parse.text[i] in _CLOSING and parse.text[i - 1][-1:] not in ",.;:":
            return i if i > opening + 1 else None
        behind = parse.text[i + 1] if i + 1 < len(parse) else ""
        if pointed and parse.text[i] in (",", ".") and behind in _CLOSING:
            return i if i > opening + 1 else None
        if parse.text[i] in (",", ".", ";") or parse.text[i].isspace():
            return None
    return None


def _is_work_title(parse: Parse, opening: int, closing: int) -> bool:
    words = [w for w in parse.text[opening + 1 : closing] if w[:1].isalpha()]
    if not words or not words[0][0].isupper():
        return False
    before = opening - 1
    noun = parse.lemma[before].lower() if before >= parse.sent[opening] else ""
    if noun in _works():
        return True
    inside_name = before >= 0 and parse.tag[before] == "NNP" and _is_name_word(parse, closing + 1)
    big = all(w[0].isupper() for w in words if len(w) > 4)
    return len(words) > 1 and big and words[-1][0].isupper() and not inside_name


def _is_name_word(parse: Parse, token: int) -> bool:
    return token < len(parse) and parse.tag[token] == "NNP"
