"""Times: the expressions of a document and their values, resolved against its date.

Finds dates, times of day, durations and sets by the rules of `time_grammar`, joins what belongs
together ("Friday at 3 pm", "from 2010 to 2015"), and resolves what is relative: to the document's
date, by the tense of the clause; or to the last date the text gave ("two days later").
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import datetime

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.grammar import parts  # noqa: F401  registers the attributes
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import TimeSpan, read_ents
from kgx.annotate.times.calendar import FUTURE, PAST, PRESENT, Scene
from kgx.annotate.times.checks import find_tense, is_time
from kgx.annotate.times.grammar import (
    core_words,
    first_reaches,
    groups_of,
    lower_text,
    match_any,
    rules,
    rules_from,
)
from kgx.annotate.times.joins import Found, is_beside, join_all
from kgx.annotate.times.quantities import find_quantities
from kgx.annotate.times.words import edge_before, time_words

_ONE_WORD = {"month", "weekday", "year", "bare_season"}
_NAMES = {"PERSON", "ORG", "PRODUCT", "FAC", "WORK_OF_ART", "LAW", "GPE", "LOC"}
_TOP, _TOP_LINES = 600, 6
_DATED_BLOCKS = frozenset({"dateline", "byline", "boilerplate"})
_FIRST, _LAST = 1000, 9000
"""The years a document may be of; others leave no room to count from them."""

_POINT = re.compile(r"\d{4}(-\d\d){0,2}")
_HEAD = re.compile(r"[a-z]+")


@Language.factory("kgx_times", assigns=["doc._.kgx_times", "doc._.kgx_quantities"])
def make_times(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component that finds times and quantities."""
    return mark_times


def mark_times(doc: Doc) -> Doc:
    """Set ``doc._.kgx_times`` and ``doc._.kgx_quantities``."""
    if len(doc):
        names = read_ents(doc)
        doc._.kgx_times = find_times(doc, names)
        doc._.kgx_quantities = find_quantities(doc, names)
    return doc


def find_times(doc: Doc, named: Sequence[tuple[int, int, str]]) -> list[TimeSpan]:
    """The time expressions of a parsed doc, in order, without overlap.

    Args:
        named: The entities of the doc.
    """
    parse: Parse = doc._.kgx_parse
    starts, text = parse.starts, parse.source
    candidates = find_candidates(parse)
    if not candidates:
        return []
    now, clock = read_date(doc, starts, text)
    names, headline, lowered = name_tokens(named), headline_end(doc), lower_text(text)
    found: list[Found] = []
    last = ""
    for token in candidates:
        if found and starts[token] < found[-1].end:
            continue
        edge = edge_before().match(text, starts[token])
        at = edge.end() if edge else starts[token]
        match = match_any(lowered, at)
        if match is None or (token in names and match.lastgroup in _ONE_WORD):
            continue
        tense = find_tense(parse, token)
        tense = "" if tense == "present" and token < headline else tense
        beside = bool(found) and is_beside(text, found[-1], starts[token])
        scene = Scene(now, clock, tense, last, beside)
        one = read_time(text, at, match.lastgroup or "", scene, parse, token)
        if one is not None:
            found.append(one)
            last = one.value if _POINT.fullmatch(one.value) else last
    today = now.date().isoformat() if now else ""
    joined = join_all(text, found, today)
    return [t for f in joined if (t := to_span(f, starts, parse, today)) is not None]


def find_candidates(parse: Parse) -> list[int]:
    """The tokens a time expression can start at: those a rule can begin with, and with a word that
    only times have soon after."""
    core, first = core_words(), first_reaches()
    found, nearest = [], len(parse) + 99
    lower = parse.lower
    for i in range(len(lower) - 1, -1, -1):
        word = lower[i]
        if word in core or (not word.isalpha() and starts_time(word, core)):
            nearest = i
            found.append(i)
        elif nearest - i <= first.get(word, 0):
            found.append(i)
    found.reverse()
    return found


def starts_time(word: str, core: frozenset[str]) -> bool:
    """True for a word with a digit or a hyphen that a time can start with: "7/8", "mid-July"."""
    if word[0].isnumeric():
        return True
    if word[0] in "'’":  # "'90s", not "'s"
        return len(word) == 1 or word[1].isnumeric()
    head = _HEAD.match(word)
    return bool(head and (head[0] in core or head[0] in time_words("edges")))


def name_tokens(named: Sequence[tuple[int, int, str]]) -> set[int]:
    """The tokens in the names of persons, firms and the like."""
    return {i for s, e, label in named if label in _NAMES for i in range(s, e)}


def headline_end(doc: Doc) -> int:
    """The token after the headline and the deck: there, the present tense tells what happened."""
    return max((b.end for b in doc._.kgx_blocks if b.kind in {"headline", "deck"}), default=0)


def read_date(doc: Doc, starts: list[int], text: str) -> tuple[datetime | None, bool]:
    """The document's date and whether it has a time of day; None where there is no valid one.

    Where the document is not dated, a full date near the top that tells of the page is its date.
    """
    document = doc._.kgx_document
    if document is None or not document.date:
        return read_own_date(doc, starts, text), False
    try:
        date = datetime.fromisoformat(document.date).replace(tzinfo=None)
    except ValueError:
        return None, False
    return (date, "T" in document.date) if _FIRST <= date.year <= _LAST else (None, False)


def read_own_date(doc: Doc, starts: list[int], text: str) -> datetime | None:
    """The date that stands alone on one of the first lines, or in a dateline, a byline or a line of
    the page's own ("Published ...") near the top."""
    lines = [(line.strip(), True) for line in text[:_TOP].split("\n")[:_TOP_LINES]]
    for block in doc._.kgx_blocks[:_TOP_LINES]:
        if block.kind in _DATED_BLOCKS and starts[block.start] < _TOP:
            end = starts[block.end] if block.end < len(starts) else len(text)
            lines.append((text[starts[block.start] : min(end, _TOP)].strip(), False))
    return next((date for line in lines if (date := _date_of(*line))), None)


def _date_of(line: str, alone: bool) -> datetime | None:
    """The first full date of a line; ``alone`` asks for nothing else on it."""
    for name in ("day_month", "month_day", "iso"):
        pattern = rules()[name].pattern
        for match in [pattern.fullmatch(line)] if alone else pattern.finditer(line):
            groups = groups_of(match) if match else {}
            if groups.get("y") and (value := rules()[name].read(groups, Scene(None))):
                return datetime.fromisoformat(value)
    return None


def read_time(
    text: str, at: int, name: str, scene: Scene, parse: Parse, token: int
) -> Found | None:
    """The time that stands at an offset, by the first rule from the named one on that fits here;
    None where there is none."""
    for rule in rules_from(name):
        match = rule.pattern.match(text, at)
        if match is None or not is_time(rule.name, match, parse, token, scene):
            continue
        value = rule.read(groups_of(match), scene)
        if value is not None:
            if match[0].lower().rstrip() in time_words("some_time") and token == parse.sent[token]:
                value = FUTURE if scene.tense == "future" else PAST
            return Found(at, at + len(match[0].rstrip()), rule.kind, value)
    return None


def to_span(one: Found, starts: list[int], parse: Parse, today: str) -> TimeSpan | None:
    """The expression in tokens; None where it is not a run of whole tokens."""
    when = today if one.value == PRESENT else "" if one.value.endswith("_REF") else one.value
    start = bisect_left(starts, one.start)
    last = bisect_left(starts, one.end) - 1
    if last > start and parse.text[last] == ".":  # the sentence's, not the abbreviation's
        return TimeSpan(start, last, one.value, when)
    if start == len(starts) or starts[start] != one.start:
        return None
    if starts[last] + len(parse.text[last]) != one.end:
        return None
    return TimeSpan(start, last + 1, one.value, when)
