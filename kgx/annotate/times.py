"""Times: the expressions of a document and their values, resolved against its date.

Finds dates, times of day, durations and sets by the rules of `time_grammar`, joins what belongs
together ("Friday at 3 pm", "from 2010 to 2015"), and resolves what is relative: to the document's
date, by the tense of the clause; or to the last date the text gave ("two days later").
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate import parts  # noqa: F401  registers the attributes
from kgx.annotate.parse import Parse
from kgx.annotate.parts import TimeSpan
from kgx.annotate.time_grammar import Scene, Tense, any_rule, groups_of, rules

_FUTURE_AUXILIARIES = {"will", "'ll", "’ll", "shall", "wo", "gonna"}
_PAST_TAGS = {"VBD", "VBN"}
_YEAR_CUES = set(
    "in since until till by from during to through before after between early mid late around about "
    "of and or circa into for".split()
)
_SMALL_WORD_MONTHS = {"may", "march", "mar", "jan", "dec", "sun", "sat", "mon", "wed"}
_POINT = re.compile(r"\d{4}(-\d\d){0,2}")
_EDGE = re.compile(
    r"(?:(?:the\s)?(?:very\s)?(?:beginning|start|middle|end|close)\sof\s(?:the\s)?"
    r"|(?:the\s)?\b(?:early|mid|late|later|earlier)(?:\sin)?[-\s](?:the\s)?)$",
    re.I,
)
_JOINT = re.compile(r"\s?,?\s?(?:(?:at|on|by|around|about|in|of)\s)?(?:the\s)?", re.I)
_TO = re.compile(r"\s?(?:-|–|—|\bto\b|\bthrough\b|\buntil\b|\btill\b)\s?", re.I)
_AND = re.compile(r"\s(?:and|to)\s", re.I)
_FROM = re.compile(r"\b(?:from|between)\s(?:the\s)?$", re.I)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.I)
_LONGEST_EDGE = 28

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
    text, parse = doc.text, doc._.kgx_parse
    matches = list(any_rule().finditer(text))
    if not matches:
        return []
    starts = doc.to_array("IDX").tolist()
    at_token = {offset: i for i, offset in enumerate(starts)}
    ends = {o + len(w): i + 1 for i, (o, w) in enumerate(zip(starts, parse.text, strict=True))}
    now, clock = read_date(doc)
    found: list[Found] = []
    last = ""
    for match in matches:
        token = token_at(at_token, starts, match.start())
        scene = Scene(now, clock, find_tense(parse, token), last)
        one = read_match(match, scene, parse, token)
        if one is not None:
            found.append(one)
            if _POINT.fullmatch(one.value):
                last = one.value
    joined = join_ranges(text, join_clocks(text, widen(text, found)))
    return [t for f in joined if (t := to_span(f, at_token, ends)) is not None]


def read_date(doc: Doc) -> tuple[datetime | None, bool]:
    """The document's date and whether it has a time of day; None where it has no valid one."""
    document = doc._.kgx_document
    if document is None or not document.date:
        return None, False
    try:
        return datetime.fromisoformat(document.date).replace(tzinfo=None), "T" in document.date
    except ValueError:
        return None, False


def token_at(at_token: dict[int, int], starts: list[int], offset: int) -> int:
    """The token that starts at an offset, else the one before it."""
    while offset not in at_token and offset > 0:
        offset -= 1
    return at_token.get(offset, 0)


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
    if name in {"month", "weekday"}:
        return is_name_of_time(match, parse, token)
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
    word = parse.text[token]
    if not any(c.isupper() for c in match[0]):
        return len(word) > 4 and word.lower() not in _SMALL_WORD_MONTHS
    return parse.pos[token] in {"PROPN", "NOUN", "NUM", "ADV", "X", "INTJ", "ADJ"} or len(word) > 5


def is_year(match: re.Match[str], parse: Parse, token: int) -> bool:
    """A bare number as a year: after a preposition of time, or counting nothing."""
    if parse.text[token] != match[0]:
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
    if token and parse.lower[token - 1] in {"$", "€", "£", "no.", "number", "#", "than", "nearly"}:
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
    """The tense of the clause a token stands in: future, past, or unknown."""
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
    if any(parse.lower[c] in _FUTURE_AUXILIARIES for c in auxiliaries):
        return "future"
    if parse.tag[verb] == "VB" and any(parse.tag[c] == "TO" for c in auxiliaries):
        return "future"
    if parse.tag[verb] == "VBD" or any(parse.tag[c] in _PAST_TAGS for c in auxiliaries):
        return "past"
    if parse.tag[verb] == "VBN" and any(parse.lemma[c] == "have" for c in auxiliaries):
        return "past"
    return ""


def widen(text: str, found: list[Found]) -> list[Found]:
    """Take in what narrows an expression: "early 2009", "the end of March"."""
    wide, floor = [], 0
    for one in found:
        edge = None
        if one.kind in {"year", "month", "unit", "decade", "century", "season", "quarter"}:
            edge = _EDGE.search(text, max(floor, one.start - _LONGEST_EDGE), one.start)
        wide.append(replace(one, start=edge.start()) if edge else one)
        floor = one.end
    return wide


def join_clocks(text: str, found: list[Found]) -> list[Found]:
    """Make one of a day and the time of day beside it."""
    joined: list[Found] = []
    for one in found:
        before = joined[-1] if joined else None
        if before and {before.kind, one.kind} in ({"day", "clock"}, {"set", "clock"}):
            gap = text[before.end : one.start]
            if _JOINT.fullmatch(gap):
                day, clock = (before, one) if one.kind == "clock" else (one, before)
                joined[-1] = Found(before.start, one.end, joint_kind(day), add_clock(day, clock))
                continue
        joined.append(one)
    return joined


def joint_kind(day: Found) -> str:
    """What a day and a time of day are together."""
    return "set" if day.kind == "set" else "datetime"


def add_clock(day: Found, clock: Found) -> str:
    """The value of a day at a time of day."""
    base = day.value.split("T", 1)[0]
    if not base or day.value.startswith("P"):
        return ""
    return f"{base}T{clock.value.removesuffix(':00')}".replace(":00Z", "Z")


def join_ranges(text: str, found: list[Found]) -> list[Found]:
    """Make one of two ends: "2010 to 2015", "between Monday and Friday"."""
    joined: list[Found] = []
    for one in found:
        before = joined[-1] if joined else None
        if before is not None and ends_of_range(text, before, one):
            lead = _FROM.search(text, max(0, before.start - 14), before.start)
            start = lead.start() if lead else before.start
            joined[-1] = Found(start, one.end, "range", interval(before.value, one.value))
        else:
            joined.append(one)
    return joined


def ends_of_range(text: str, first: Found, last: Found) -> bool:
    """True for two points with "to" between them, or "and" after "between"."""
    if "range" in (first.kind, last.kind) or not is_point(first) or not is_point(last):
        return False
    gap = text[first.end : last.start]
    if _TO.fullmatch(gap):
        return True
    return bool(_AND.fullmatch(gap) and _BETWEEN.search(text, max(0, first.start - 14), first.start))


def is_point(one: Found) -> bool:
    """True for what can begin or end a range."""
    return one.kind in {"day", "month", "year", "clock", "datetime", "quarter", "decade", "now"}


def interval(first: str, last: str) -> str:
    """An EDTF interval; empty where an end is unknown or it would run backwards."""
    if not first or not last or (first[0].isdigit() and last[0].isdigit() and last < first):
        return ""
    return f"{first}/{last}"


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


def to_span(one: Found, at_token: dict[int, int], ends: dict[int, int]) -> TimeSpan | None:
    """The expression in tokens; None where it is not a run of whole tokens."""
    start, end = at_token.get(one.start), ends.get(one.end)
    if start is None or end is None:
        return None
    return TimeSpan(start, end, one.value)
