"""Times: the expressions of a document and their values, resolved against its date.

Finds dates, times of day, durations and sets by the rules of `time_grammar`, joins what belongs
together ("Friday at 3 pm", "from 2010 to 2015"), and resolves what is relative: to the document's
date, by the tense of the clause; or to the last date the text gave ("two days later").
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate import parts  # noqa: F401  registers the attributes
from kgx.annotate.parse import Parse
from kgx.annotate.parts import TimeSpan
from kgx.annotate.time_grammar import any_rule, core_words, first_reaches, groups_of, rules
from kgx.annotate.time_values import Scene, Tense, shift_last

_FUTURE_AUXILIARIES = frozenset(
    {"will", "'ll", "’ll", "shall", "wo", "gonna", "would"}
    | {"may", "might", "should", "must", "can", "could"}
)
_YEAR_CUES = frozenset(
    {"in", "since", "until", "till", "by", "from", "during", "to", "through", "before", "after"}
    | {"between", "early", "mid", "late", "around", "about", "of", "and", "or", "circa", "into"}
    | {"for"}
)
_NUMBER_CUES = {"$", "€", "£", "no.", "number", "#", "nearly", "room", "-"}
_SMALL_WORD_MONTHS = {"may", "march", "mar", "jan", "dec", "sun", "sat", "mon", "wed"}
_ONE_WORD = {"month", "weekday", "year", "bare_season"}
_NAMES = {"PERSON", "ORG", "PRODUCT", "FAC", "WORK_OF_ART", "LAW", "GPE", "LOC"}
_TOP, _TOP_LINES = 600, 6
_IN_NUMBER = re.compile(r"\d\s?[-–/.]$|\d$")
_POINT = re.compile(r"\d{4}(-\d\d){0,2}")
_EDGE = re.compile(
    r"(?:(?:the\s)?(?:very\s)?(?:beginning|start|middle|end|close)\sof\s(?:the\s)?"
    r"|(?:the\s)?(?:first|second|third|fourth|last|final|\d(?:st|nd|rd|th))"
    r"\s(?:few\s)?(?:days?|weeks?|weekend|months?)\sof\s(?:the\s)?"
    r"|(?:the\s)?\b(?:early|mid|late|later|earlier)(?:\sin)?[-\s](?:the\s)?)$",
    re.I,
)
_ABOUT = re.compile(
    r"\b(?:almost|nearly|about|around|roughly|approximately|(?:more|less) than|at least)\s$", re.I
)
_JOINT = re.compile(
    r"(?:\slocal\stime)?\s?,?\s?(?:(?:at|on|by|around|about|in|of)\s)?(?:the\s)?", re.I
)
_TO = re.compile(r"\s?(?:-|–|—|~|\bto\b|\bthrough\b|\buntil\b|\btill\b)\s?", re.I)
_AND = re.compile(r"\s(?:and|to)\s", re.I)
_FROM = re.compile(r"\b(?:from|between)\s(?:the\s)?$", re.I)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.I)
_HEAD = re.compile(r"[a-z]+")
_EDGE_WORDS = {"mid", "early", "late"}
_EDGED = re.compile(r"(?:mid|early|late)-", re.I)
_LONGEST_EDGE = 28
_OFFSET = re.compile(r"\s(before|after|from)\s(?:the\s)?", re.I)
_LENGTH = re.compile(r"P(\d+)([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_LEAD = 14
_YEAR = re.compile(r"\d{4}|['’]\d\d|\b(?:this|last|next)\b")
_CLOCKS = frozenset({"clock"})
_POINTS = frozenset({"day", "month", "year", "datetime", "quarter", "decade", "now", "clock"})

_OPEN_AFTER = {"since", "from", "after", "starting", "beginning"}
_OPEN_BEFORE = {"until", "till", "by", "before", "through", "to", "up to"}


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in the text, in code points, before it becomes a `TimeSpan`."""

    start: int
    end: int
    kind: str
    value: str


@Language.factory("kgx_times", assigns=["doc._.kgx_times"])
def make_times(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component that finds times."""
    return mark_times


def mark_times(doc: Doc) -> Doc:
    """Set ``doc._.kgx_times``."""
    doc._.kgx_times = find_times(doc)
    return doc


def find_times(doc: Doc) -> list[TimeSpan]:
    """The time expressions of a parsed doc, in order, without overlap."""
    parse: Parse = doc._.kgx_parse
    candidates = find_candidates(parse)
    if not candidates:
        return []
    starts: list[int] = doc.to_array("IDX").tolist()
    text = text_of(doc, starts[-1] + len(parse.text[-1]))
    now, clock = read_date(doc, text)
    names, headline = name_tokens(doc), headline_end(doc)
    found: list[Found] = []
    last, done = "", 0
    for token in candidates:
        if starts[token] < done:
            continue
        edge = _EDGED.match(text, starts[token])
        match = any_rule().match(text, edge.end() if edge else starts[token])
        if match is None:
            continue
        if token in names and match.lastgroup in _ONE_WORD:
            continue
        tense = find_tense(parse, token)
        if tense == "present" and token < headline:
            tense = ""
        scene = Scene(now, clock, tense, last)
        one = read_match(match, scene, parse, token)
        if one is not None:
            found.append(one)
            done = one.end
            if _POINT.fullmatch(one.value):
                last = one.value
    clocks = join_clocks(text, join_ranges(text, widen(text, found), _CLOCKS))
    joined = join_ranges(text, join_offsets(text, clocks), _POINTS)
    return [t for f in joined if (t := to_span(f, starts, parse)) is not None]


def text_of(doc: Doc, size: int) -> str:
    """The text of a doc of so many characters, without joining its tokens where it is at hand."""
    document = doc._.kgx_document
    if document is not None and size <= len(document.text) <= size + 1:
        return str(document.text)
    return doc.text


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
    if word[0].isdigit() or word[0] in "'’":
        return True
    head = _HEAD.match(word)
    return bool(head and (head[0] in core or head[0] in _EDGE_WORDS))


def name_tokens(doc: Doc) -> set[int]:
    """The tokens in the names of persons, firms and the like."""
    return {i for ent in doc.ents if ent.label_ in _NAMES for i in range(ent.start, ent.end)}


def headline_end(doc: Doc) -> int:
    """The token after the headline and the deck: there, the present tense tells what happened."""
    return max((b.end for b in doc._.kgx_blocks if b.kind in {"headline", "deck"}), default=0)


def read_date(doc: Doc, text: str) -> tuple[datetime | None, bool]:
    """The document's date and whether it has a time of day; None where there is no valid one.

    Where the document is not dated, a full date on a line of its own near the top is its date.
    """
    document = doc._.kgx_document
    if document is None or not document.date:
        return read_own_date(text), False
    try:
        return datetime.fromisoformat(document.date).replace(tzinfo=None), "T" in document.date
    except ValueError:
        return None, False


def read_own_date(text: str) -> datetime | None:
    """The date that stands alone on one of the first lines."""
    for line in text[:_TOP].split("\n")[:_TOP_LINES]:
        for name in ("day_month", "month_day", "iso"):
            match = rules()[name].pattern.fullmatch(line.strip())
            value = rules()[name].read(groups_of(match), Scene(None)) if match else None
            if value:
                return datetime.fromisoformat(value)
    return None


def read_match(match: re.Match[str], scene: Scene, parse: Parse, token: int) -> Found | None:
    """What a match of `any_rule` says, None where it is no time here."""
    rule = rules()[match.lastgroup or ""]
    exact = rule.pattern.match(match.string, match.start())
    if exact is None or not is_time(rule.name, exact, parse, token, scene):
        return None
    value = rule.read(groups_of(exact), scene)
    if value is None:
        return None
    end = exact.start() + len(exact[0].rstrip())
    return Found(exact.start(), end, rule.kind, value)


def is_time(name: str, match: re.Match[str], parse: Parse, token: int, scene: Scene) -> bool:
    """False for words that look like a time and are something else here."""
    text = match[0]
    if name == "which_month":
        return match["m"][0].isupper()
    if name in {"month", "weekday"}:
        return bool(match.groupdict().get("which")) or is_name_of_time(match, parse, token)
    if name in {"years", "numeric", "numeric_month", "iso"}:
        return not _IN_NUMBER.search(match.string, max(0, match.start() - 2), match.start())
    if name == "in_future":
        return scene.tense == "future"
    if name == "year":
        return is_year(match, parse, token)
    if name == "per":
        return is_rate(text, parse, token)
    if name == "duration":
        return is_duration(match, parse, token)
    if name == "shifted" and text.lower().startswith("some "):
        return False
    if name == "now":
        return parse.pos[token] != "SCONJ"
    return True


def is_name_of_time(match: re.Match[str], parse: Parse, token: int) -> bool:
    """A month or weekday alone: capitalised, and no verb or part of a person's name."""
    word, head = parse.text[token], parse.head[token]
    if head == token + 1 and parse.dep[token] == "compound" and parse.pos[head] == "PROPN":
        return False  # "March Madness"
    if token and parse.head[token - 1] == token and parse.dep[token - 1] == "compound":
        return parse.lower[token - 1] in core_words()  # not "Mr. May"
    if not any(c.isupper() for c in match[0]):
        return len(word) > 3 and word.lower() not in _SMALL_WORD_MONTHS
    return parse.pos[token] in {"PROPN", "NOUN", "NUM", "ADV", "X", "INTJ", "ADJ"} or len(word) > 5


def is_year(match: re.Match[str], parse: Parse, token: int) -> bool:
    """A bare number as a year: after a preposition of time, or counting nothing."""
    if parse.text[token] != match[0] and not _EDGED.match(parse.text[token]):
        return False
    head = parse.head[token]
    counts = head > token and parse.dep[token] in {"nummod", "compound"}
    cue = token > 0 and parse.lower[token - 1] in _YEAR_CUES
    if counts and head == token + 1 and parse.tag[head] == "NNS":
        return False
    if parse.dep[token] in {"quantmod", "appos"} and not cue:
        return parse.text[max(token - 1, 0)] in "(,"
    if token + 1 < len(parse) and parse.lower[token + 1] in {"%", "percent", "per", "km", "m"}:
        return False
    if token and parse.lower[token - 1] in _NUMBER_CUES:
        return False
    if _IN_NUMBER.search(match.string, max(0, match.start() - 2), match.start()):
        return False
    return cue or 1800 <= int(match[0]) <= 2050


def is_rate(text: str, parse: Parse, token: int) -> bool:
    """ "per year", and "a year" where it says how much a year."""
    if text.lower().startswith("per"):
        return True
    unit = min(token + 1, len(parse) - 1)
    return parse.dep[unit] == "npadvmod" and parse.pos[max(token - 1, 0)] in {"NUM", "NOUN", "SYM"}


def is_duration(match: re.Match[str], parse: Parse, token: int) -> bool:
    """A number and a unit: "a day" alone is no length of time, "May sec" no number."""
    number = match["n"].lower()
    if number in {"a", "an"}:
        before = parse.lower[token - 1] if token else ""
        return before in {"for", "within", "in", "over", "about", "than", "nearly", "almost"}
    if match["unit"].lower() in {"second", "quarter"} and number != "1" and number != "one":
        return False  # a rank or a fraction
    return number not in {"some", "many"} or match["unit"].lower().endswith("s")


def find_tense(parse: Parse, token: int) -> Tense:
    """The tense of the clause a token stands in, unknown where no verb shows one."""
    here, steps = token, 0
    while steps < 12:
        if parse.pos[here] in {"VERB", "AUX"}:
            tense = tense_of(parse, here)
            if tense:
                return tense
        if parse.head[here] == here:
            return ""
        here, steps = parse.head[here], steps + 1
    return ""


def tense_of(parse: Parse, verb: int) -> Tense:
    """The tense a verb shows."""
    auxiliaries = [c for c in parse.children[verb] if parse.dep[c] in {"aux", "auxpass"}]
    tags = {parse.tag[c] for c in auxiliaries} | {parse.tag[verb]}
    if any(parse.lemma[c] == "have" for c in auxiliaries) or "VBD" in tags:
        return "past"
    if parse.tag[verb] == "VB" or any(parse.lower[c] in _FUTURE_AUXILIARIES for c in auxiliaries):
        return "future"
    if tags & {"VBZ", "VBP"}:
        return "present"
    return "past" if parse.tag[verb] == "VBN" else ""


def widen(text: str, found: list[Found]) -> list[Found]:
    """Take in what narrows an expression: "early 2009", "the end of March"."""
    wide, floor = [], 0
    for one in found:
        edge = None
        if one.kind in {"duration", "point"}:
            edge = _ABOUT.search(text, max(floor, one.start - _LONGEST_EDGE), one.start)
        elif one.kind in {
            "year",
            "month",
            "unit",
            "decade",
            "century",
            "season",
            "quarter",
            "part",
        }:
            edge = _EDGE.search(text, max(floor, one.start - _LONGEST_EDGE), one.start)
        wide.append(replace(one, start=edge.start()) if edge else one)
        floor = one.end
    return wide


def join_clocks(text: str, found: list[Found]) -> list[Found]:
    """Make one of a day and the time of day beside it."""
    joined: list[Found] = []
    for one in found:
        before = joined[-1] if joined else None
        if before and is_joint(before.kind, one.kind):
            gap = text[before.end : one.start]
            if _JOINT.fullmatch(gap):
                day, clock = (before, one) if one.kind.startswith("clock") else (one, before)
                value = add_clock(day, clock)
                joined[-1] = Found(before.start, one.end, joint_kind(day, clock), value)
                continue
        joined.append(one)
    return joined


def join_offsets(text: str, found: list[Found]) -> list[Found]:
    """Make one of a length of time and what it is counted from: "two weeks before Christmas"."""
    joined: list[Found] = []
    for one in found:
        before = joined[-1] if joined else None
        how = _OFFSET.fullmatch(text[before.end : one.start]) if before else None
        if before and how and before.kind == "duration" and one.kind in {"day", "month", "year"}:
            length = _LENGTH.fullmatch(before.value)
            lasting = text[: before.start].endswith("for ")
            if length and not lasting:
                number = int(length[1]) * (-1 if how[1].lower() == "before" else 1)
                value = shift_last(_UNITS[length[2]], number, Scene(None, last=one.value))
                joined[-1] = Found(before.start, one.end, "day", value)
                continue
        joined.append(one)
    return joined


def is_joint(first: str, second: str) -> bool:
    """True for the kinds of a day, or a set of days, and a time of day, in either order."""
    days, clocks = {"day", "set"}, {"clock", "clocks"}
    return (first in days and second in clocks) or (first in clocks and second in days)


def joint_kind(day: Found, clock: Found) -> str:
    """What a day and a time of day are together."""
    if day.kind == "set":
        return "set"
    return "range" if clock.kind == "clocks" else "datetime"


def add_clock(day: Found, clock: Found) -> str:
    """The value of a day at a time of day, or from one to another."""
    base = day.value.split("T", 1)[0]
    if day.value[:1] == "P":
        return day.value
    if not base or not clock.value:
        return ""
    times = (c.removesuffix(":00").replace(":00Z", "Z") for c in clock.value.split("/"))
    return "/".join(f"{base}T{t}" for t in times)


def join_ranges(text: str, found: list[Found], kinds: frozenset[str]) -> list[Found]:
    """Make one of two ends of these kinds: "2010 to 2015", "between Monday and Friday"."""
    joined: list[Found] = []
    for one in found:
        before = joined[-1] if joined else None
        if before is not None and ends_of_range(text, before, one, kinds):
            lead = _FROM.search(text, max(0, before.start - _LEAD), before.start)
            start = lead.start() if lead else before.start
            kind = "clocks" if kinds is _CLOCKS else "range"
            joined[-1] = Found(start, one.end, kind, interval(text, before, one))
        else:
            joined.append(one)
    return joined


def ends_of_range(text: str, first: Found, last: Found, kinds: frozenset[str]) -> bool:
    """True for two points with "to" between them, or "and" after "between"."""
    if first.kind not in kinds or last.kind not in kinds:
        return False
    gap = text[first.end : last.start]
    if _TO.fullmatch(gap):
        return True
    if not _AND.fullmatch(gap):
        return False
    return bool(_BETWEEN.search(text, max(0, first.start - _LEAD), first.start))


def interval(text: str, first: Found, last: Found) -> str:
    """An EDTF interval; empty where an end is unknown or it would run backwards.

    An end that names no year takes the one that makes the interval run forwards.
    """
    a, b = first.value, last.value
    if not a or not b:
        return ""
    if "now" in (first.kind, last.kind):
        a, b = a.split("T", 1)[0], b.split("T", 1)[0]
    if first.kind not in {"clock", "year"} and last.kind not in {"clock", "year"}:
        if not _YEAR.search(text, first.start, first.end):
            a = move_year(a, b, -1)
        elif not _YEAR.search(text, last.start, last.end):
            b = move_year(b, a, 1)
    return "" if a > b else f"{a}/{b}"


def move_year(value: str, other: str, step: int) -> str:
    """A date in the nearest year that is not after (step -1) or before (step 1) the other."""
    if not (value[:4].isdigit() and other[:4].isdigit()):
        return value
    moved = other[:4] + value[4:]
    wrong_side = moved > other if step < 0 else moved < other
    return f"{int(other[:4]) + step:04d}{value[4:]}" if wrong_side else moved


def open_interval(value: str, preposition: str) -> str:
    """The time a preposition before a point makes of it, as an EDTF interval.

    Values that are no point of the calendar (durations, sets, intervals, unknown) stay as they are.

    >>> open_interval("2012", "since"), open_interval("2012", "until"), open_interval("2012", "in")
    ('2012/..', '../2012', '2012')
    """
    if not value[:1].isdigit() or "/" in value or ":" in value[:3]:
        return value
    word = preposition.lower()
    if word in _OPEN_AFTER:
        return f"{value}/.."
    return f"../{value}" if word in _OPEN_BEFORE else value


def to_span(one: Found, starts: list[int], parse: Parse) -> TimeSpan | None:
    """The expression in tokens; None where it is not a run of whole tokens."""
    start = bisect_left(starts, one.start)
    last = bisect_left(starts, one.end) - 1
    if last > start and parse.text[last] == ".":  # the sentence's, not the abbreviation's
        return TimeSpan(start, last, one.value)
    if start == len(starts) or starts[start] != one.start:
        return None
    if starts[last] + len(parse.text[last]) != one.end:
        return None
    return TimeSpan(start, last + 1, one.value)
