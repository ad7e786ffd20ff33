"""Quantities: the amounts of a document, and what they count.

A figure with a currency, a unit or a per cent sign stands for itself; another one counts the noun
it stands before ("twelve new ferries"), or nothing ("rose to 12").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from kgx.annotate.binding import top_of
from kgx.annotate.parse import Parse
from kgx.annotate.parts import QuantitySpan
from kgx.annotate.quantity_grammar import Reading, read_quantity, spell_amount
from kgx.annotate.quantity_words import currency_codes, quantity_words

_LONGEST_NOUN = 6
_COUNTING = frozenset({"nummod", "quantmod", "compound", "amod"})
_BARE = frozenset({"dobj", "pobj", "attr", "nsubj", "nsubjpass", "npadvmod", "conj", "oprd"})
_IN_NUMBER = re.compile(r"[\w/:.]-?$|\d,$|[#№]\s?$")
_GOES_ON = re.compile(r"[-–:/]\w|\w|[.,]\d")
_NAMES = frozenset({"PERSON", "ORG", "PRODUCT", "FAC", "WORK_OF_ART", "LAW", "GPE", "LOC", "EVENT"})


def find_quantities(doc: Doc, starts: list[int], text: str) -> list[QuantitySpan]:
    """The quantities of a doc outside its times and names, in order, without overlap."""
    parse: Parse = doc._.kgx_parse
    taken = _taken_tokens(doc)
    found: list[QuantitySpan] = []
    floor, done = 0, 0
    for token in _candidates(parse):
        if token < done or taken[token]:
            continue
        if _IN_NUMBER.search(text, max(0, starts[token] - 3), starts[token]):
            continue
        reading = read_quantity(text, starts[token], floor)
        span = reading and _to_span(reading, token, starts, parse, text)
        if span:
            found.append(span)
            done, floor = span.end, starts[span.end - 1] + len(parse.text[span.end - 1])
    return found


def _taken_tokens(doc: Doc) -> list[bool]:
    taken = [False] * len(doc)
    spans = [(t.start, t.end) for t in doc._.kgx_times]
    spans += [(e.start, e.end) for e in doc.ents if e.label_ in _NAMES]
    for start, end in spans:
        taken[start:end] = [True] * (end - start)
    return taken


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
        ):
            yield i


def _to_span(
    reading: Reading, token: int, starts: list[int], parse: Parse, text: str
) -> QuantitySpan | None:
    """The reading in tokens, with what it counts; None where it is no run of whole tokens, or
    is part of a longer word ("12-member", "4-1")."""
    start = bisect_left(starts, reading.start)
    end = bisect_left(starts, reading.end)
    last = starts[end - 1] + len(parse.text[end - 1].removesuffix("."))  # "€40m."
    if starts[start] != reading.start or last != reading.end or end <= token:
        return None
    amount = reading.amount
    if amount.kind != "count":
        return QuantitySpan(start, end, top_of(parse, token, end), spell_amount(amount), amount)
    if _GOES_ON.match(text, reading.end):
        return None
    head = _counted(parse, token, end)
    if amount.low != amount.high and end < len(parse) and parse.tag[end] == "NNS":
        head = end  # the parser takes the second figure of a range for a noun
    if head is None:
        return None
    if head >= end:
        stop = starts[head] + len(parse.text[head])
        amount = replace(amount, unit=" ".join(text[reading.end : stop].split()))
        end = head + 1
    return QuantitySpan(start, end, head, spell_amount(amount), amount)


def _counted(parse: Parse, token: int, end: int) -> int | None:
    """The head of what a figure counts: the noun after it, or the figure itself where it stands
    for the noun; None where it does neither ("Article 5", "No. 10")."""
    top = top_of(parse, token, end)
    head = parse.head[top]
    if parse.pos[head] == "NOUN" and head >= end and parse.dep[top] in _COUNTING:
        near = head - end < _LONGEST_NOUN
        plain = all(parse.head[i] <= head and parse.pos[i] != "PUNCT" for i in range(end, head))
        return head if near and plain else None
    stands = parse.pos[top] == "NUM" and parse.dep[top] in _BARE
    return top if stands and parse.lower[top] != "one" and top < end else None
