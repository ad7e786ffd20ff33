"""Whether words that look like a time are one where they stand, and in which tense."""

from __future__ import annotations

import re

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.times.calendar import Scene, Tense
from kgx.annotate.times.grammar import core_words, groups_of, lower_text, match_any, rules
from kgx.annotate.times.words import edge_before, time_words

_IN_NUMBER = re.compile(r"\d\s?[-–/.]$|\d$")
_WORDS = re.compile(r"[^\W_]+(?:[.:,]\d+)*|[^\w\s]")
_CUE = re.compile(r"\b(?:at|by|from|between|until|till|around|about)\s$", re.I)
_CUED = re.compile(r"(?:from|between)\s", re.I)
_DAY_GAP = re.compile(r"\s?,?\s(?:(?:on|of)\s(?:the\s)?)?", re.I)


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
        return scene.tense != "past" or text.lower().startswith("in the ")
    if name == "year":
        return is_year(match, parse, token)
    if name == "early_year":
        return scene.tense == "past" and is_early_year(match, parse, token)
    if name == "era_year":
        return not any(c.islower() for c in text)
    if name in {"weekday_rank", "rank_alone"}:
        return not counts_on(match, parse, token, spoken=True)
    if name in {"hours", "hour", "spoken_clock", "dotted_clock", "half_clocks"}:
        return not counts_on(match, parse, token) and is_clock(name, match, scene.beside)
    if name == "digital":  # "won it in 2:09:14"
        return not (match.groupdict().get("second") and token and parse.lower[token - 1] == "in")
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
        return len(word) > 3 and word.lower() not in time_words("other_words")
    return parse.pos[token] in {"PROPN", "NOUN", "NUM", "ADV", "X", "INTJ", "ADJ"} or len(word) > 5


def counts_on(match: re.Match[str], parse: Parse, token: int, *, spoken: bool = False) -> bool:
    """True if the number that ends the words counts or ranks what follows: "the 18th floor".
    ``spoken`` is for ranks, after which a number tells the hour."""
    last = token + len(_WORDS.findall(match[0])) - 1
    if last + 1 >= len(parse):
        return False
    after = parse.tag[last + 1]
    if parse.lower[last + 1] in core_words():
        return False
    if after == "CD":
        return not spoken
    return after in {"NN", "NNS", "$"} or (after in {"NNP", "JJ"} and parse.head[last] > last)


def is_clock(name: str, match: re.Match[str], beside: bool) -> bool:
    """True for hours without "o'clock" or "p.m." that stand beside a day, or have minutes and
    stand where a time of day does."""
    text, groups = match.string, groups_of(match)
    if name in {"dotted_clock", "half_clocks"}:
        return True
    timed = _CUE.search(text, max(0, match.start() - 9), match.start()) or _CUED.match(match[0])
    if timed and (groups.get("minute") or groups.get("m1") or groups.get("said")):
        return True
    if beside:
        return True
    gap = _DAY_GAP.match(text, match.end())
    after = match_any(lower_text(text), gap.end()) if gap else None
    return after is not None and rules()[after.lastgroup or ""].kind in {"day", "set"}


def is_year(match: re.Match[str], parse: Parse, token: int) -> bool:
    """A bare number as a year: after a preposition of time, or counting nothing."""
    if match[0][0].isalpha():
        cue = token > 0 and parse.lower[token - 1] in time_words("year_cues")
        return cue and not counts_on(match, parse, token)
    if parse.text[token] != match[0] and not edge_before().match(parse.text[token]):
        return False
    head = parse.head[token]
    counts = head > token and parse.dep[token] in {"nummod", "compound"}
    cue = token > 0 and parse.lower[token - 1] in time_words("year_cues")
    if counts and head == token + 1 and parse.tag[head] == "NNS":
        return False
    if parse.dep[token] in {"quantmod", "appos"} and not cue:
        return parse.text[max(token - 1, 0)] in "(,"
    if token + 1 < len(parse) and parse.lower[token + 1] in time_words("number_ends"):
        return False
    if token and parse.lower[token - 1] in time_words("number_cues"):
        return False
    if _IN_NUMBER.search(match.string, max(0, match.start() - 2), match.start()):
        return False
    return cue or 1800 <= int(match[0]) <= 2050


def is_early_year(match: re.Match[str], parse: Parse, token: int) -> bool:
    """A bare number of three digits as a year: behind "in", counting nothing."""
    if not token or parse.text[token] != match[0] or counts_on(match, parse, token):
        return False
    return parse.lower[token - 1] in time_words("early_year_cues") and parse.head[token] < token


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
        head = parse.head[min(token + 1, len(parse) - 1)]
        return before in time_words("length_cues") or parse.lemma[head] in time_words("lasting")
    if match["unit"].lower() in {"second", "quarter"} and number != "1" and number != "one":
        return False  # a rank or a fraction
    return number not in {"some", "many"} or match["unit"].lower().endswith("s")


def find_tense(parse: Parse, token: int) -> Tense:
    """The tense of the clause a token stands in, unknown where no verb shows one."""
    if token and parse.lower[token - 1] == "since":
        return "past"
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
    if parse.tag[verb] == "VB" or any(parse.lower[c] in time_words("future") for c in auxiliaries):
        return "future"
    if tags & {"VBZ", "VBP"}:
        return "present"
    return "past" if parse.tag[verb] == "VBN" else ""
