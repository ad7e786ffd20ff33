"""Layout: a doc's tokens as blocks, and no sentence across two of them."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate import parts  # noqa: F401  registers the attributes
from kgx.annotate.lines import find_lines
from kgx.annotate.parts import Block

_CLOSING = frozenset(['"', "”", "’", "''", "»"])


@Language.factory("kgx_layout", assigns=["doc._.kgx_blocks", "token.is_sent_start"])
def make_layout(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component that runs before the model and splits a doc into blocks.

    It presets sentence starts, which spaCy's parser and entity recogniser keep to.
    """
    return mark_blocks


def mark_blocks(doc: Doc) -> Doc:
    """Set ``doc._.kgx_blocks`` and start a sentence at each block, and after a mark or a speaker.

    White space belongs to the block before it.
    """
    starts = [t.idx for t in doc]
    words = [i for i, t in enumerate(doc) if not t.is_space]
    lines = find_lines(doc.text)
    blocks: list[Block] = []
    at = 0
    for n, line in enumerate(lines):
        at = _first_word(words, starts, at, line.start)
        if at == len(words) or (n + 1 < len(lines) and starts[words[at]] >= lines[n + 1].start):
            continue  # no token starts in it
        first = words[at]
        if blocks:
            blocks[-1] = Block(blocks[-1].start, first, blocks[-1].kind)
        blocks.append(Block(first if blocks else 0, len(doc), line.kind))
        doc[first].is_sent_start = True
        if line.body > line.start:
            body = _first_word(words, starts, at, line.body)
            if body < len(words) and starts[words[body]] < line.end:
                doc[words[body]].is_sent_start = True
    _hold_together(doc, blocks)
    doc._.kgx_blocks = blocks
    return doc


def _hold_together(doc: Doc, blocks: list[Block]) -> None:
    """No sentence starts within a dateline or byline, nor with a mark that closes a quotation; one
    starts with a capital after a full stop."""
    for block in blocks:
        if block.kind in ("dateline", "byline"):
            for i in range(block.start + 1, block.end):
                doc[i].is_sent_start = False
    for i in range(2, len(doc)):
        if doc[i - 1].text == "." and doc[i].is_title and len(doc[i - 2]) > 1:
            doc[i].is_sent_start = True  # abbreviations keep their full stop: this one ends
    for i in range(1, len(doc)):
        if doc[i].text in _CLOSING and not doc[i - 1].whitespace_ and not doc[i - 1].is_space:
            doc[i].is_sent_start = False


def _first_word(words: list[int], starts: list[int], at: int, offset: int) -> int:
    """The position in ``words``, from ``at`` on, of the first that starts at or after an offset."""
    while at < len(words) and starts[words[at]] < offset:
        at += 1
    return at
