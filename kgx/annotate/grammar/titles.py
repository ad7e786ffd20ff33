"""Titles of works that open a sentence, told by what it says of them: "How to Lose Everything is a
memoir", "The Weight of Water was published in 1997".

Parsers read such titles as clauses, and models of names find a word or two of them. Every word of a
title but the small ones between has a capital, and the sentence goes on with a verb that says it is
a work or that it came out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgx.annotate.grammar.said_after import (
    find_class,
    find_verb,
    is_brought_out,
    is_one,
    is_one_of_many,
)
from kgx.annotate.grammar.tree import move
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set
from kgx.annotate.words.years import is_year

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_ENDINGS = [mark + end for mark in "'’" for end in ("s", "m", "ll", "re", "ve", "d")]
_INSIDE = frozenset([*"-–:&/", "n't", "n’t", *_ENDINGS])
_OWNS = frozenset({"'s", "’s"})
LONGEST = 12
"""Tokens of a title, at most."""
_NAMES = frozenset({"PERSON", "ORG", "GPE"})
"""Labels of the model that hold against a title where they cover all of it."""
_LEADS = frozenset({"ADP", "ADV", "SCONJ"})
"""What may open a sentence before a name: "While Hamlet is a play"."""


def join_titles(parse: Parse, names: Sequence[tuple[int, int, str]]) -> None:
    """Keep the titles that open sentences as ``parse.titles``, and make each the subject of its
    sentence, in place.

    Args:
        names: Spans and labels of the model of names.
    """
    inside: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for name in names:
        inside[parse.sent[name[0]]].append(name)
    for first in dict.fromkeys(parse.sent):
        start, end, label = _find_title(parse, _behind_year(parse, first), inside[first])
        verb = _verb_after(parse, end) if label else None
        if verb is not None:
            start = _join_halves(parse, start)
            parse.titles[start, end] = label
            _make_subject(parse, start, end, verb)


def _find_title(
    parse: Parse, first: int, names: Sequence[tuple[int, int, str]]
) -> tuple[int, int, str]:
    """A title with its label; no label where none opens a sentence."""
    end = _end_listed(parse, first, names) or _end_title(parse, first)
    if end == first or not is_one(parse, end) or not _may_open(parse, first, end, names):
        return first, end, ""
    inside = [n for n in names if first <= n[0] and n[1] <= end and n[2] in _NAMES]
    start = _behind_owner(parse, first, inside)
    label = _label_opening(parse, _Opening(start, end, find_class(parse, end), inside))
    article = label == "ORG" and parse.lower[start] == "the"
    return start + article, end, label


@dataclass(frozen=True, slots=True)
class _Opening:
    """What opens a sentence and may be a title: tokens ``[start, end)``, the noun of what it is
    said to be, and the names that the model has inside."""

    start: int
    end: int
    said: int | None
    names: Sequence[tuple[int, int, str]]

    def has_name(self, label: str) -> bool:
        """True if the model has a name with this label inside."""
        return any(name[2] == label for name in self.names)


def _label_opening(parse: Parse, opening: _Opening) -> str:
    """The label that what a sentence says of its opening gives it; empty where it gives none."""
    if opening.said is not None:
        return _label_class(parse, opening, opening.said)
    named = _is_name(parse, opening.start, opening.end, opening.names)
    if named or opening.has_name("PERSON") or opening.end - opening.start == 1:
        return ""
    return next((label for tells, label in _TOLD if tells(parse, opening)), "")


def _label_class(parse: Parse, opening: _Opening, said: int) -> str:
    """The label of what is said to be a work or a game, unless the model has it for what is none: a
    country, or the body that a magazine may be."""
    start, end, label = opening.start, opening.end, _label_said(parse, said)
    made = _is_made(parse, end, said)
    sure = made and parse.pos[start] in ("NOUN", "PROPN", "ADJ", "NUM")
    if not label or (end - start == 1 and not sure):
        return ""
    periodical = parse.lemma[said] in read_set("works.toml", "periodicals")
    others = {"ORG"} if periodical else set()
    others |= set() if made else {"GPE"}  # nobody is a novel
    against = [n for n in opening.names if n[2] in others]
    return "" if _is_name(parse, start, end, against) else label


def _join_halves(parse: Parse, start: int) -> int:
    """Where a title begins of which the words before a colon were taken for a sentence of their
    own, which is then part of this one, in place."""
    colon = start - 1
    if start < 2 or start != parse.sent[start] or parse.text[colon] != ":":
        return start
    first, stop = parse.sent[colon], parse.sent_end[start]
    if _end_title(parse, first) != colon or start - first > LONGEST:
        return start
    parse.sent[first:stop] = [first] * (stop - first)
    parse.sent_end[first:stop] = [stop] * (stop - first)
    return first


def _may_open(parse: Parse, first: int, end: int, names: Sequence[tuple[int, int, str]]) -> bool:
    """False for "While Hamlet", "And Hamlet" and "In London", where the first word leads to a name
    and is none of it."""
    led = parse.pos[first] in _LEADS and parse.lower[first] != "of"
    words = sum(_is_big(parse, t) for t in range(first + led, end))
    enough = words > (parse.pos[first] != "ADP") if led else words > 0
    return (
        enough
        and parse.pos[first] != "CCONJ"
        and not (led and _is_name(parse, first + 1, end, names))
    )


def _is_made(parse: Parse, end: int, said: int) -> bool:
    """True for "a 1975 thriller film" and "a novel by Lind", which no country and nobody is."""
    by = parse.lower[said + 1 : said + 2] == ["by"] or parse.tag[said + 1 : said + 2] == ["VBN"]
    return by or any(is_year(w) for w in parse.text[end:said])


def _is_name(parse: Parse, start: int, end: int, names: Sequence[tuple[int, int, str]]) -> bool:
    """True where the model has a name that goes from here, or behind "the" here, to there."""
    opens = {start, start + (parse.lower[start] == "the")}
    return any(n[0] in opens and n[1] == end for n in names)


def _behind_year(parse: Parse, first: int) -> int:
    """Where a sentence goes on after "In 1993" and a comma, or begins."""
    year = parse.pos[first] == "ADP" and parse.text[first + 1 : first + 2]
    if not year or not is_year(year[0]):
        return first
    behind = first + 2 + (parse.text[first + 2 : first + 3] == [","])
    return min(behind, parse.sent_end[first] - 1)


def _end_title(parse: Parse, first: int) -> int:
    """Behind the last word with a capital of a run that small words may join."""
    end, last = first, min(parse.sent_end[first], first + LONGEST)
    for token in range(first, last):
        if _is_big(parse, token):
            end = token + 1
        elif not joins_title(parse, token):
            break
    return end


def _end_listed(parse: Parse, first: int, names: Sequence[tuple[int, int, str]]) -> int:
    """Behind a title that looks like a list and that is one thing: "Optics, Light and Colour is a
    journal"; 0 where there is none."""
    end = _end_title(parse, first)
    while end < len(parse) - 1 and parse.text[end] == ",":
        further = _end_title(parse, end + 1)
        if further <= end + 1 or further - first > LONGEST:
            return 0
        end = further
    listed = "," in parse.text[first:end] and "and" in parse.lower[first:end]
    said = find_class(parse, end) if listed and is_one(parse, end) else None
    if said is None or any(first <= n[0] < end and n[2] in ("PERSON", "GPE") for n in names):
        return 0
    return end if _label_said(parse, said) else 0


def _is_big(parse: Parse, token: int) -> bool:
    return parse.text[token][:1].isupper() or (parse.text[token].isdigit() and token > 0)


def joins_title(parse: Parse, token: int) -> bool:
    """True for a small word or a mark that may stand inside a title."""
    small = parse.lower[token] in read_set("names.toml", "inside_titles")
    return small or parse.text[token] in _INSIDE


def _label_said(parse: Parse, noun: int) -> str:
    """The label that a noun for works gives, or for games; a series of anything else gives none."""
    if is_one_of_many(parse, noun):
        return ""
    lemma = parse.lemma[noun].lower()
    if lemma == "game" and type_of_noun(lemma) == "product":
        return "PRODUCT"
    return "WORK_OF_ART" if type_of_noun(lemma) == "work" else ""


def _is_founded(parse: Parse, opening: _Opening) -> bool:
    """True for what "was founded", though "and" stands inside: several would be "were"."""
    start, end = opening.start, opening.end
    verb = find_verb(parse, end)
    joined = not {"and", "&"}.isdisjoint(parse.lower[start + 1 : end - 1])
    passive = verb is not None and parse.tag[verb] == "VBN" and parse.lower[end] == "was"
    told = joined and passive and parse.lemma[verb or 0] in read_set("verbs.toml", "founding")
    return told and not opening.has_name("GPE")


def _came_out(parse: Parse, opening: _Opening) -> bool:
    """True for "was published", and where a source or a time goes with it for "was released"."""
    verb = find_verb(parse, opening.end)
    if verb is None or not is_brought_out(parse, verb):
        return False
    return parse.lower[verb + 1 : verb + 2] in (["by"], ["in"], ["as"], ["on"])


_TOLD = ((_is_founded, "ORG"), (_came_out, "WORK_OF_ART"))
"""What a sentence may say that its opening did or had done to it, with the label it gives."""


def _behind_owner(parse: Parse, first: int, inside: Sequence[tuple[int, int, str]]) -> int:
    """Where a title begins after whose it is: "Ada Berg's | The Long Field is a novel"; of one
    word, the owner is part of the title: "Adam's Rib"."""
    for start, end, _ in inside:
        behind = end if parse.text[end - 1] in _OWNS else end + 1
        if start == first and behind - start > 2 and parse.text[behind - 1] in _OWNS:
            return behind
    return first


def _verb_after(parse: Parse, end: int) -> int | None:
    """The verb that a title is the subject of; None where a clause ends before it."""
    rest = range(end, parse.sent_end[end])
    return next((t for t in rest if parse.lower[t] in ("is", "was")), None)


def _make_subject(parse: Parse, start: int, end: int, verb: int) -> None:
    """Hang a title on the verb after it, and what hung on its words too."""
    above = parse.head[verb] if parse.dep[verb] in ("aux", "auxpass") else verb
    inside = range(start, end)
    _free(parse, above, inside)
    top = _top(parse, inside)
    for c in [c for t in inside for c in parse.children[t] if c not in inside and c != above]:
        move(parse, c, above)
    move(parse, top, above, "nsubj" if above == verb else "nsubjpass")
    for c in parse.children[above]:
        if c > verb == above and parse.dep[c] == "nsubj":
            parse.dep[c] = "attr"  # "Between Two Rivers is | an album"
    for t in inside:
        if t != top:
            move(parse, t, top, "compound")
        parse.pos[t], parse.tag[t] = "PROPN", "NNP"


def _free(parse: Parse, verb: int, inside: range) -> None:
    """Make a verb the root of its sentence if it hangs on a word of its subject."""
    above = parse.head[verb]
    while above not in inside and parse.head[above] != above:
        above = parse.head[above]
    if above in inside and verb not in inside:
        move(parse, verb, verb)
        parse.dep[verb] = "ROOT"


def _top(parse: Parse, inside: range) -> int:
    """The noun that holds a title together, or its last word."""
    tops: Iterator[int] = (t for t in inside if parse.head[t] not in inside)
    top = next(tops, inside[-1])
    noun = parse.pos[top] in ("NOUN", "PROPN") and next(tops, None) is None
    return top if noun else inside[-1]
