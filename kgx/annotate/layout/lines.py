"""Lines of a text sorted into blocks: headline, dateline, paragraph, list item, turn, row.

Works on the text alone, in code points, before any model has seen it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kgx.annotate.grammar.parts import BlockKind
from kgx.annotate.words.gazetteer import places_named
from kgx.annotate.words.wordlists import read_lists, read_set

WIDEST_WRAP = 100
"""Columns beyond which a line was not broken by hand."""
LONGEST_HEADLINE = 30
"""Words of a headline or deck at the top of a document."""
LONGEST_HEADING = 12
"""Words of a heading within it."""

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s")
_ITEM = re.compile(r"\s*(?:[-*+•◦▪‣–]|\(?(?:\d{1,3}|[a-z])[.)])\s+(?=\S)")
_ROW = re.compile(r"\t[^\t]*\S|\|.*\||\S(?: {3,}|\u3000)\S.*\S(?: {3,}|\u3000)\S")
_RULE = re.compile(r"[-=_*~#·.\s]{3,}$")
_BYLINE = re.compile(r"\s*By [A-ZÀ-Þ]\S*(?: \S+){1,7}$")
_TURN = re.compile(
    r"\s*[*_]{0,2}(?P<name>[QA]|[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|de|van|von|der|al)){0,4})"
    r"(?: \([^)]{1,40}\))?[*_]{0,2}:[*_]{0,2}\s+(?=\S)"
)
_PLACE = r"[A-ZÀ-ÖØ-ÞŞİĞ][A-ZÀ-ÖØ-ÞŞİĞ.'’ /-]{2,40}"
_REGION = (
    r"(?:, ?[A-ZÀ-Þ][\w.'’]*(?: (?:(?:of|and) (?:the )?)?[A-ZÀ-Þ][\w.'’]*){0,3}"
    r"(?: \d{1,2})?(?:, \d{4})?){0,3}"
)
_DAY = r"(?:,? \d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?(?:,? \d{4})?)?"
_AGENCY = r"(?: ?\([A-Z][\w /.&-]{1,30}\))?"
_DATELINE = re.compile(rf"\s*{_PLACE}{_REGION}{_DAY}{_AGENCY} ?(?:–|—|--|-)\s+(?=\S)")
_NAMED_DATELINE = re.compile(
    rf"\s*[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){{0,2}}{_REGION} ?\([A-Z][\w /.&-]{{1,30}}\)"
    r" ?(?:–|—|--|-)\s+(?=\S)"
)
_COLON_DATELINE = re.compile(r"\s*([A-ZÀ-Þ]{3,}(?: [A-ZÀ-Þ]{3,})?):\s+(?=\S)")
_BARE_DATELINE = re.compile(rf"\s*{_PLACE}{_REGION}{_AGENCY}\s*$")
_DATE_LINE = re.compile(
    r"(?:\w+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    r"(?: \d{1,2}(?:st|nd|rd|th)?)?,? \d{4}\.?"
)
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$|[\"”»]\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line or a run of joined lines, ``[start, end)``; ``body`` is where its words begin after a
    mark, number or speaker's name."""

    start: int
    end: int
    kind: BlockKind
    body: int


def find_lines(text: str) -> list[Line]:
    """The blocks of a text, in order; what lies between them is white space."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    front = _front_matter(text, lines)
    long = sum(end - start > WIDEST_WRAP for start, end in lines)
    wrapped = 10 * long <= len(lines)
    speaks = _takes_turns(text, lines)
    found = [Line(start, end, "boilerplate", start) for start, end in lines[:front]]
    for run in _runs(text, lines[front:]):
        found.extend(_split_run(text, run, speaks, wrapped))
    return _name_prose(text, found)


def _front_matter(text: str, lines: list[tuple[int, int]]) -> int:
    """How many lines the metadata between two rules at the top takes."""
    if not lines or text[slice(*lines[0])].rstrip() != "---":
        return 0
    for n, (start, end) in enumerate(lines[1:40], 1):
        if text[start:end].rstrip() in ("---", "..."):
            return n + 1
    return 0


def _runs(text: str, lines: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Lines with no empty line between them."""
    run: list[tuple[int, int]] = []
    for start, end in lines:
        if text[start:end].isspace():
            if run:
                yield run
            run = []
            continue
        gap = text[run[-1][1] : start] if run else ""
        if run and gap.count("\n") + (gap.count("\r") if "\n" not in gap else 0) > 1:
            yield run
            run = []
        run.append((start, end))
    if run:
        yield run


def _split_run(
    text: str, run: list[tuple[int, int]], speaks: bool, wrapped: bool
) -> Iterator[Line]:
    """Blocks of a run of lines: marked lines stand alone, wrapped lines are joined."""
    width = max(end - start for start, end in run) if wrapped else WIDEST_WRAP + 1
    if len(run) == 2 and run[0][0] < 200 and text[run[1][0]].isupper():
        width = WIDEST_WRAP + 1  # headline and deck
    current: Line | None = None
    last = (0, 0)
    for start, end in run:
        line = _marked(text, start, end, speaks)
        if (
            line is None
            and current is not None
            and _goes_on(text, last, (start, end), width, current)
        ):
            current = Line(current.start, end, current.kind, current.body)
        else:
            if current is not None:
                yield current
            current = line or Line(start, end, "paragraph", start)
        last = (start, end)
    if current is not None:
        yield current


def _marked(text: str, start: int, end: int, speaks: bool) -> Line | None:
    """A line that says itself what it is."""
    line = text[start:end]
    if m := _HEADING.match(line):
        return Line(start, end, "headline", start + m.end())
    if _RULE.match(line):
        return Line(start, end, "boilerplate", start)
    if _BYLINE.match(line) and not _is_ended(line):
        return Line(start, end, "byline", start)
    if speaks and (body := _speaker(text, start, end)) is not None:
        return Line(start, end, "turn", body)
    if m := _ITEM.match(line):
        return Line(start, end, "item", start + m.end())
    if _ROW.search(line):
        return Line(start, end, "row", start)
    return None


def _takes_turns(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """True for an interview: several lines begin with who speaks, and one of them speaks twice or
    asks. Where each label is met once they are the fields of a form: "Present:", "Cost:"."""
    said = [(m["name"], text[m.end() : end]) for _, end, m in _labelled(text, lines)]
    labels = {name for name, _ in said}
    asks = any(name in ("Q", "A") or words.rstrip().endswith("?") for name, words in said)
    return len(said) > 1 and (asks or len(labels) < len(said))


def _labelled(
    text: str, lines: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, re.Match[str]]]:
    """The lines that begin with who may speak, and what says so."""
    for start, end in lines:
        m = _TURN.match(text, start, end)
        if m is not None and m["name"].lower() not in read_set("layout.toml", "not_speakers"):
            yield start, end, m


def _speaker(text: str, start: int, end: int) -> int | None:
    """Where the words begin in a line such as ``Q: Why?``."""
    return next((m.end() for _, _, m in _labelled(text, [(start, end)])), None)


def _goes_on(
    text: str, last: tuple[int, int], line: tuple[int, int], width: int, block: Line
) -> bool:
    """True if a line continues the one before it: hand-wrapped text, where the next word would not
    have fit, or a sentence broken off in the middle."""
    if block.kind in ("headline", "byline", "row", "boilerplate"):
        return False
    before, here = text[last[0] : last[1]].rstrip(), text[line[0] : line[1]].lstrip()
    if not _is_ended(before) and here[:1].islower():
        return True
    if width > WIDEST_WRAP or width < 40:
        return False
    word = len(here.split(maxsplit=1)[0])
    return len(before) + 1 + word > width - 4 and not (_is_title(before) and here[:1].isupper())


def _is_ended(line: str) -> bool:
    """True for a line that ends as a sentence does."""
    return _ENDED.search(line.rstrip()[-12:]) is not None


def _is_title(line: str) -> bool:
    """True for a line written as a title: capitals or title case, no final stop."""
    if _is_ended(line):
        return False
    words = [w for w in line.split() if w[:1].isalpha()]
    big = sum(w[0].isupper() for w in words)
    return len(words) > 2 and big >= 0.7 * len(words)


def _name_prose(text: str, lines: list[Line]) -> list[Line]:
    """Say which plain lines are headlines, bylines, datelines or boilerplate."""
    found: list[Line] = []
    top = len(lines) > 1
    for n, line in enumerate(lines):
        if line.kind != "paragraph":
            found.append(line)
            top = top and line.kind in ("headline", "byline", "boilerplate")
            continue
        kind = _kind_of(text[line.start : line.end], top, n == 0, alone=len(lines) == 1)
        if kind == "paragraph":
            top = False
            found.extend(_split_dateline(text, line))
        else:
            found.append(Line(line.start, line.end, kind, line.start))
    return found


@cache
def _starts(key: str) -> tuple[str, ...]:
    return tuple(read_lists("layout.toml")[key])


def _kind_of(line: str, top: bool, first: bool, *, alone: bool) -> BlockKind:
    """The kind of a plain line."""
    words, lower = len(line.split()), line.strip().lower()
    ended = _is_ended(line)
    if words <= LONGEST_HEADING and not alone:
        if lower.startswith(_starts("boilerplate")):
            return "boilerplate"
        if lower.startswith(_starts("byline")) and not (ended and words > 8):
            return "byline"
    if words <= 8 and not alone and _DATE_LINE.match(line.strip()):
        return "dateline"
    if not ended and not alone:
        if words <= 6 and not first and _BARE_DATELINE.match(line) and ("," in line or top):
            return "dateline"
        if top and words <= LONGEST_HEADLINE:
            return "headline" if first else "deck"
        if words <= LONGEST_HEADING:
            return "headline"
    if top and first and words <= 16 and not alone and line.rstrip()[-1:] in "?!\"”'’":
        return "headline"
    return "paragraph"


def _split_dateline(text: str, line: Line) -> list[Line]:
    """A paragraph that begins with a dateline becomes two blocks."""
    m = _DATELINE.match(text, line.start, line.end) or _NAMED_DATELINE.match(
        text, line.start, line.end
    )
    if m is None:
        m = _COLON_DATELINE.match(text, line.start, line.end)
        m = m if m is not None and places_named(m[1].title()) else None
    if m is None or m.end() - m.start() > 80:
        return [line]
    return [
        Line(line.start, m.end(), "dateline", line.start),
        Line(m.end(), line.end, "paragraph", m.end()),
    ]
