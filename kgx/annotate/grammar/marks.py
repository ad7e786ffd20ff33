"""Figures, letters and brackets that count or refer and are no words of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.tree import move
from kgx.annotate.words.quantity_words import quantity_words
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_NUMBERED = frozenset({"No", "Nos", "no", "nos"})


def is_bracketed(parse: Parse, start: int, end: int) -> bool:
    """True where ``[start, end)`` is all that stands between two brackets: "Orbis (*the mill*)"."""
    return parse.text[start - 1 : start] == ["("] and parse.text[end : end + 1] == [")"]


def is_enumerator(parse: Parse, token: int) -> bool:
    """True for the letter or figure of "(d)" and "2)"."""
    following = parse.text[token + 1 : token + 2]
    plain = parse.text[token].isdecimal() or (len(parse.text[token]) == 1 and token > 0)
    return (
        plain and following == [")"] and all(parse.dep[c] == "punct" for c in parse.children[token])
    )


def silence_reference(parse: Parse, bracket: int) -> None:
    """Make a reference like "[18]" part of the word before it, as the punctuation it is."""
    inside = parse.text[bracket + 1 : bracket + 3]
    if bracket == parse.sent[bracket] or len(inside) < 2 or inside[1] != "]":
        return
    if not inside[0].isdecimal():
        return
    reference = range(bracket, bracket + 3)
    if not all(parse.sent[t] == parse.sent[bracket] and parse.head[t] != t for t in reference):
        return
    before = bracket - 1
    while parse.head[before] in reference:
        before = parse.head[parse.head[before]]
    for t in reference:
        for c in list(parse.children[t]):
            if c not in reference:
                move(parse, c, parse.head[t] if parse.head[t] not in reference else before)
    for t in reference:
        move(parse, t, bracket - 1, "punct")
        parse.pos[t] = "PUNCT"


def silence_stops(parse: Parse) -> None:
    """Make the number of "No. 5" hang on its noun, in place, and the stop between them the mark it
    is: taggers take it for a noun."""
    for stop in (t + 1 for t, word in enumerate(parse.text[:-2]) if word in _NUMBERED):
        no, number = stop - 1, stop + 1
        if parse.text[stop] != "." or parse.tag[number] != "CD":
            continue
        for c in list(parse.children[stop]):
            move(parse, c, no)
        move(parse, stop, no, "punct")
        parse.pos[stop], parse.tag[stop] = "PUNCT", "."
        if parse.pos[no] == "PROPN":
            parse.pos[no], parse.tag[no] = "NOUN", "NN"


def silence_degrees(parse: Parse) -> None:
    """Let a name hang where the parser hangs the degree or honour behind it, in place, and have
    what that governs: "Ann Lind | FRS is", "Ann Lind, OBE | (born in 1928)"."""
    degrees = read_set("names.toml", "degrees")
    for token in range(1, len(parse)) if not degrees.isdisjoint(parse.text) else ():
        name, above, dep = token - 1, parse.head[token], parse.dep[token]
        behind = parse.text[name] == "," and above == name - 1 and dep == "appos"
        name = above if behind else name
        if parse.text[token] not in degrees or parse.tag[name] not in ("NNP", "NNPS"):
            continue
        if parse.head[name] == token and parse.dep[name] == "compound":
            move(parse, name, name if above == token else above, dep)
        elif not behind:
            continue
        for c in list(parse.children[token]):
            move(parse, c, name)
        move(parse, token, name, "punct")
        parse.pos[token] = "PUNCT"


def free_sum(parse: Parse, word: int) -> None:
    """Make the sum, in place, of what the parser takes for one of "record": "paid a record £12
    million | for a player"."""
    figure = next((c for c in parse.children[word] if parse.dep[c] == "nummod" and c > word), None)
    signs = quantity_words()["symbols"]
    if parse.lower[word] != "record" or figure is None or parse.text[word + 1] not in signs:
        return
    for c in [c for c in parse.children[word] if c != figure]:
        move(parse, c, figure)
    move(parse, figure, parse.head[word], parse.dep[word])
    move(parse, word, figure, "amod")


def tie_currencies(parse: Parse) -> None:
    """Hang on the sum, in place, the letters that tell whose dollars it counts, which parsers take
    for a country: "for US | $1.2 million"."""
    symbols = quantity_words()["symbols"]
    for sign in [t for t, word in enumerate(parse.text) if word == "$" and t]:
        letters, figure = sign - 1, sign + 1
        named = len(parse.text[letters]) > 1 and f"{parse.text[letters]}$" in symbols
        land = parse.lower[letters - 1] == "the"
        if land or not named or parse.tag[figure : figure + 1] != ["CD"]:
            continue
        last = figure
        while parse.tag[last + 1 : last + 2] == ["CD"]:
            last += 1
        inside = range(letters, last + 1)
        outer = next((t for t in inside if parse.head[t] not in inside), last)
        top, dep = parse.head[outer], parse.dep[outer]
        move(parse, last, last if top in inside else top, dep)
        for t in range(letters, last):
            for c in [c for c in parse.children[t] if c not in inside]:
                move(parse, c, last)
            move(parse, t, last, "nmod" if t <= sign else "compound")
        parse.pos[letters], parse.tag[letters] = "SYM", "$"
