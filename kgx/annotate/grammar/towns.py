"""Names of towns with small words of another language inside, which taggers take for English: Viana
do Castelo, Frankfurt am Main; and towns that are listed each with where it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kgx.annotate.grammar.tree import move
from kgx.annotate.words.gazetteer import nation_of
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse


def find_parted(parse: Parse) -> Iterator[tuple[int, int, bool]]:
    """Where such names begin and end, and whether their small word is one of towns alone."""
    waters, others = (read_set("names.toml", k) for k in ("town_waters", "town_particles"))
    for link in [i for i, word in enumerate(parse.text) if word in waters or word in others]:
        if span := _span_around(parse, link):
            yield *span, parse.text[link] in waters


def _span_around(parse: Parse, link: int) -> tuple[int, int] | None:
    """The capitals around a small word, with an article behind it or none."""
    start, end, text = link, link + 1, parse.text
    while end < parse.sent_end[link] and text[end] in read_set("names.toml", "town_articles"):
        end += 1
    while start > parse.sent[link] and _is_capital(parse, start - 1):
        start -= 1
    if start == link or end >= parse.sent_end[link] or not text[end][:1].isupper():
        return None
    barred = read_set("names.toml", "titles", "not_names")
    while end + 1 < parse.sent_end[link] and _is_capital(parse, end + 1):
        end += 1
    known = nation_of(text[start]) or nation_of(text[end]) or text[start] in barred
    return None if known or parse.tag[link] == "VB" else (start, end + 1)


def _is_capital(parse: Parse, token: int) -> bool:
    return parse.text[token].istitle() and parse.pos[token] == "PROPN"


def tie_towns(parse: Parse) -> None:
    """Make one phrase, in place, of a name that the parser cuts at its small word."""
    for start, end, _ in list(find_parted(parse)):
        tops = [t for t in range(start, end) if not start <= parse.head[t] < end]
        rooted = any(parse.head[t] == t for t in range(start, end))
        if rooted:
            continue
        if len(tops) > 1:
            _tie(parse, start, end - 1, tops[0])
        elif tops and start < tops[0] < end - 1 and parse.pos[tops[0]] in ("VERB", "AUX"):
            _take_place(parse, start, end - 1, tops[0])


def part_towns(parse: Parse, second: int) -> None:
    """Join, in place, two names that are each in a place, where a parser joins the second to the
    place of the first: "Turin in Italy and | Lyon | in France"."""
    place = parse.head[second]
    link, after = parse.head[place], second + 1
    first = link - 1
    if parse.dep[place] != "pobj" or parse.lower[link] != "in" or parse.tag[first] != "NNP":
        return
    where = parse.child(after, "pobj") if parse.lower[after : after + 1] == ["in"] else None
    if (
        where is None
        or parse.tag[where] != "NNP"
        or parse.text[where] in read_set("names.toml", "days")
    ):
        return
    for c in [c for c in parse.children[place] if parse.dep[c] in ("cc", "punct") and c < second]:
        move(parse, c, first)
    move(parse, link, first)
    move(parse, second, first)
    move(parse, after, second)


def _tie(parse: Parse, start: int, last: int, top: int) -> None:
    """Hang the words of a name on its last one, that where the first of them hung, and what stood
    before them and hung on a word taken for a verb on what that hung on."""
    above, dep = parse.head[top], parse.dep[top]
    for t in range(start, last + 1):
        for c in [c for c in parse.children[t] if c < start and parse.dep[c] != "det"]:
            move(parse, c, parse.head[t])
    move(parse, last, above, dep)
    for t in range(start, last):
        move(parse, t, last, "compound")
        parse.pos[t], parse.tag[t] = "PROPN", "NNP"


def _take_place(parse: Parse, start: int, last: int, verb: int) -> None:
    """Hang a name on the noun before it, or as an object on the verb above, where the parser makes
    a clause of it: "chose the firm Lorna | do | Monte to run it"."""
    above, noun = parse.head[verb], start - 1
    for c in [c for c in parse.children[verb] if not start <= c <= last]:
        move(parse, c, above, "xcomp" if parse.dep[c] == "advcl" else "")
    beside = parse.pos[noun] == "NOUN" and parse.head[noun] == above
    move(parse, last, noun if beside else above, "appos" if beside else "dobj")
    for t in range(start, last):
        move(parse, t, last, "compound")
        parse.pos[t], parse.tag[t] = "PROPN", "NNP"
