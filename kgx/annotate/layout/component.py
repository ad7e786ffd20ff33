"""Layout: a doc's tokens as blocks, and no sentence across two of them."""

from collections.abc import Callable
from functools import cache
from typing import cast

import numpy as np
from spacy.attrs import IDX, LENGTH, SENT_START, SPACY
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from kgx.annotate.grammar import parts
from kgx.annotate.grammar.parts import Block
from kgx.annotate.layout.lines import Line, find_lines
from kgx.annotate.words.wordlists import read_set

_START, _NO_START = 1, -1  # spaCy's values of SENT_START; setting one token at a time is quadratic
_ENDS = frozenset([".", "!", "?"])
LONGEST_SENTENCE = 300
"""Tokens that may follow each other without a mark that ends a sentence."""
_CLOSING = frozenset(['"', "”", "’", "''", "»"])


@Language.factory("kgx_layout", assigns=["doc._.kgx_blocks", "token.is_sent_start"])
def make_layout(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component that runs before the model and splits a doc into blocks.

    It presets sentence starts, which spaCy's parser and entity recogniser keep to.
    """
    return mark_blocks


_OPENING = 3  # tokens of a block within which no sentence ends between two words


def mark_blocks(doc: Doc) -> Doc:
    """Set ``doc._.kgx_blocks`` and start a sentence at each block, and after a mark or a speaker.

    White space belongs to the block before it.
    """
    text = parts.read_text(doc)
    columns = doc.to_array([IDX, LENGTH, SPACY]).T.tolist() if len(doc) else [[]] * 3
    starts, sizes, spaced = columns
    tokens = [text[start : start + size] for start, size in zip(starts, sizes, strict=True)]
    marks = [0] * len(tokens)
    blocks = _place_blocks(find_lines(text), tokens, starts, marks)
    _hold_together(tokens, spaced, blocks, marks)
    _break_endless(tokens, marks)
    column = np.array(marks, dtype="int64").reshape(-1, 1).astype("uint64")
    doc.from_array([SENT_START], cast(Ints2d, column))
    doc._.kgx_blocks = blocks
    return doc


def _place_blocks(
    lines: list[Line], texts: list[str], starts: list[int], marks: list[int]
) -> list[Block]:
    """The blocks that lines are, each up to the next; where one starts, and what it says after a
    mark or a speaker, is marked as the start of a sentence."""
    words = [i for i, text in enumerate(texts) if not text.isspace()]
    blocks: list[Block] = []
    at = 0
    for n, line in enumerate(lines):
        at = _first_word(words, starts, at, line.start)
        if at == len(words) or (n + 1 < len(lines) and starts[words[at]] >= lines[n + 1].start):
            continue  # no token starts in it
        first = words[at]
        if blocks:
            blocks[-1] = Block(blocks[-1].start, first, blocks[-1].kind)
        blocks.append(Block(first if blocks else 0, len(texts), line.kind))
        marks[first] = _START
        if line.body > line.start:
            body = _first_word(words, starts, at, line.body)
            if body < len(words) and starts[words[body]] < line.end:
                marks[words[body]] = _START
    return blocks


def _hold_together(
    texts: list[str], spaced: list[int], blocks: list[Block], marks: list[int]
) -> None:
    """No sentence starts within a dateline or byline, nor with a mark that closes a quotation; one
    starts with a capital after a full stop."""
    for i in range(1, len(texts)):
        if texts[i] in _CLOSING:
            if not spaced[i - 1] and not texts[i - 1].isspace():
                marks[i] = _NO_START
        elif texts[i - 1] == "." and texts[i].istitle() and i > 1 and len(texts[i - 2]) > 1:
            marks[i] = _START  # abbreviations keep their full stop: this one ends
        elif texts[i - 1] == "m." and texts[i].istitle() and i > 1 and texts[i - 2][-1].isdigit():
            marks[i] = _START  # "for $40m. The"
        elif texts[i] in _forms() and texts[i - 1].istitle():
            marks[i] = _NO_START  # "Orbis | Inc"
    for block in blocks:
        for i in range(block.start + 1, min(block.start + _OPENING, block.end)):
            if texts[i].isalnum() and texts[i - 1].isalnum() and marks[i] != _START:
                marks[i] = _NO_START  # "Italian carmaker | Orbis": parsers stumble at the start
        if block.kind in ("dateline", "byline"):
            inside = range(block.start + 1, block.end)
            marks[block.start + 1 : block.end] = [_NO_START] * len(inside)


@cache
def _forms() -> frozenset[str]:
    """The marks of legal forms that nothing else is written as."""
    return frozenset(
        w
        for w in read_set("coreference.toml", "legal")
        if len(w) > 1 and w[0].isupper() and w.isascii()
    )


def _break_endless(texts: list[str], marks: list[int]) -> None:
    """Start a sentence where none could start for `LONGEST_SENTENCE` tokens: what no mark ends is
    no prose, and the cost of a sentence grows faster than its length."""
    since = 0
    for i in range(len(texts)):
        if marks[i] == _START or (i and texts[i - 1] in _ENDS):
            since = 0
        since += 1
        if since > LONGEST_SENTENCE:
            marks[i] = _START
            since = 1


def _first_word(words: list[int], starts: list[int], at: int, offset: int) -> int:
    """The position in ``words``, from ``at`` on, of the first that starts at or after an offset."""
    while at < len(words) and starts[words[at]] < offset:
        at += 1
    return at
