"""Quantities: the amounts of a document, and what they count.

A figure with a currency, a unit or a per cent sign stands for itself; another one counts the noun
it stands before ("twelve new ferries"), or nothing ("rose to 12").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc

from kgx.annotate.grammar.binding import top_of
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import QuantitySpan
from kgx.annotate.times.currencies import settle_currencies
from kgx.annotate.times.grammar import core_words
from kgx.annotate.times.quantity_grammar import Reading, read_quantity, spell_amount
from kgx.annotate.words.quantity_words import currency_codes, quantity_words
from kgx.annotate.words.wordlists import read_set
from kgx.records import changed
from kgx.types import Amount

_LONGEST_NOUN = 6
_VAGUE = frozenset({"few", "several", "many"})
_COUNTING = frozenset({"nummod", "quantmod", "compound", "amod"})
_BARE = frozenset({"dobj", "pobj", "attr", "nsubj", "nsubjpass", "npadvmod", "conj", "oprd"})
_IN_NUMBER = re.compile(r"[\w/:.]-?$|\d,$|[#№\[]\s?$")
_GOES_ON = re.compile(r"[-–:/]\w|\w|[.,]\d|\s(?:st|nd|rd|th)\b")
_NAMES = frozenset({"PERSON", "ORG", "PRODUCT", "FAC", "WORK_OF_ART", "LAW", "GPE", "LOC", "EVENT"})


def find_quantities(doc: Doc, named: Sequence[tuple[int, int, str]]) -> list[QuantitySpan]:
    """The quantities of a doc outside its times and names, in order, without overlap.

    Args:
        named: The entities of the doc.
    """
    parse: Parse = doc._.kgx_parse
    starts, text = parse.starts, parse.source
    taken = _taken_tokens(doc, named)
    found: list[QuantitySpan] = []
    floor, done = 0, 0
    for token in _candidates(parse):
        if token < done or taken[token]:
            continue
        if token and parse.lower[token - 1] in _VAGUE:
            continue
        if _IN_NUMBER.search(text, max(0, starts[token] - 3), starts[token]):
            continue
        reading = read_quantity(text, starts[token], floor)
        span = reading and _to_span(reading, token, starts, parse, text)
        if span:
            found.append(span)
            done, floor = span.end, starts[span.end - 1] + len(parse.text[span.end - 1])
    return settle_currencies(doc, found)


def _taken_tokens(doc: Doc, named: Sequence[tuple[int, int, str]]) -> list[bool]:
    taken = [False] * len(doc)
    spans = [(t.start, t.end) for t in doc._.kgx_times]
    spans += [(s, e) for s, e, label in named if label in _NAMES]
    for start, end in spans:
        taken[start:end] = [True] * (end - start)
    return taken


@cache
def _invariant() -> frozenset[str]:
    """Nouns whose plural is their singular."""
    return read_set("concepts.toml", "invariant")


@cache
def _first_words() -> frozenset[str]:
    """Words in lower case that a quantity in words, or a sum of money, can begin with."""
    words = quantity_words()
    codes = {code.lower() for code in currency_codes()}
    symbols = {symbol.lower() for symbol in words["symbols"]}
    return frozenset({*words["numbers"], "hundred", "half", *codes, *symbols})


def _candidates(parse: Parse) -> Iterator[int]:
    """The tokens a figure can begin at."""
    first, scales = _first_words(), quantity_words()["scale_words"]["words"]
    heads = {*scales, *quantity_words()["parts"]}
    lower, last = parse.lower, len(parse) - 1
    for i, word in enumerate(lower):
        figure = word[0].isdigit() or word in first or not word[0].isascii()
        if (
            figure
            or word[0] in "$-"
            or word[-1] == "$"
            or (word in {"a", "an"} and i < last and lower[i + 1] in heads)
            or (len(word) > 1 and i < last and lower[i + 1] == "$")  # US $5
        ):
            yield i


def _to_span(
    reading: Reading, token: int, starts: list[int], parse: Parse, text: str
) -> QuantitySpan | None:
    """The reading in tokens, with what it counts; None where it is no run of whole tokens, or
    is part of a longer word ("12-member", "4-1")."""
    start, end = bisect_left(starts, reading.start), bisect_left(starts, reading.end)
    last = starts[end - 1] + len(parse.text[end - 1].removesuffix("."))  # "€40m."
    if starts[start] != reading.start or last != reading.end or end <= token:
        return None
    amount, top = reading.amount, top_of(parse, token, end)
    if amount.kind != "count":
        return QuantitySpan(start, end, top, spell_amount(amount), amount)
    if _GOES_ON.match(text, reading.end):
        return None
    several = amount.low != amount.high or parse.dep[top] == "conj"
    misread = several and end < len(parse) and parse.tag[end] == "NNS"  # one figure as a noun
    noun = end if misread else parse.head[top]
    if noun < end or parse.pos[noun] != "NOUN" or parse.dep[top] not in _COUNTING | _BARE:
        return _bare_span(parse, start, end, top, amount)
    return _counted_span(parse, text, starts, (start, end, top, noun), amount)


def _bare_span(parse: Parse, start: int, end: int, top: int, amount: Amount) -> QuantitySpan | None:
    """A figure that stands for what it counts ("ordered 55"); None for a name or a pronoun ("the
    747", "one of them")."""
    named = start > 0 and (parse.pos[start - 1] == "PROPN" or parse.tag[start - 1] == "POS")
    definite = any(parse.dep[c] in {"det", "poss", "amod"} for c in parse.children[top])
    digits = parse.text[top][:1].isdigit()
    stands = parse.pos[top] == "NUM" and parse.dep[top] in _BARE
    if not stands or (digits and (named or definite)) or parse.lower[top] == "one":
        return None
    return QuantitySpan(start, end, top, spell_amount(amount), amount)


def _counted_span(
    parse: Parse,
    text: str,
    starts: list[int],
    place: tuple[int, int, int, int],
    amount: Amount,
) -> QuantitySpan | None:
    """A figure with the noun it counts; None for what is no count ("a 767 tanker", "one idea")."""
    start, end, top, noun = place
    between = range(end, noun)
    if noun - end >= _LONGEST_NOUN or any(parse.pos[i] == "PUNCT" for i in between):
        return None
    single = parse.tag[noun] == "NN" and parse.lower[noun] not in _invariant()
    if (
        parse.lower[top] == "one"
        or (single and amount.low != "1")
        or parse.lower[noun] in core_words()
    ):
        return None
    shared = any(parse.pos[i] in {"CCONJ", "NUM"} for i in between)  # "1,600 and 400 jobs"
    stop = starts[noun] + len(parse.text[noun])
    unit = parse.text[noun] if shared else " ".join(text[starts[end] : stop].split())
    amount = changed(amount, unit=unit)
    if shared:
        return QuantitySpan(start, end, top, spell_amount(amount), amount)
    return QuantitySpan(start, noun + 1, noun, spell_amount(amount), amount)
