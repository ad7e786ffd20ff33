"""The grammar of English time expressions: what they look like.

A rule is a regular expression and the name of the function that reads the value out of its match;
the rules are in ``data/times.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from kgx.annotate.times.calendar import Groups
from kgx.annotate.times.values import READERS, Reader
from kgx.annotate.times.words import GRAMMAR, time_words, words
from kgx.errors import RuleError

_CORE_LISTS = ("months", "weekdays", "seasons", "day_parts", "units", "sets")
_REACH, _SHORT_REACH = 5, 3
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_GAP = re.compile(r"\[(?:-\\s|\\s-)\]")
_SPACE = re.compile(r"\\s(?![?*+{\])])")  # one blank is as good as two
_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_CAPITAL = re.compile(r"\\.|\(\?P|([A-Z])")  # but for those that are no letters of the text
_BACK_REFERENCE = re.compile(r"\(\?P=\w+\)")
_FURTHER = "234"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of time expression.

    ``kind`` tells what it may combine with: a ``day`` with a ``clock``, equal kinds to a range.
    """

    name: str
    kind: str
    pattern: re.Pattern[str]
    read: Reader


@cache
def rules() -> dict[str, Rule]:
    """The rules by name, in the order they are tried. Raises `RuleError` for a bad one."""
    tables = words()
    lists = {
        name: _any_of(table)
        for name, table in tables.items()
        if isinstance(table, dict) and name != "parts"
    }
    for name, part in tables["parts"].items():
        lists[name] = expand_pattern(part, lists, name)
    found: dict[str, Rule] = {}
    for entry in tables["rules"]:
        name = entry.get("name", "?")
        missing = {"name", "kind", "read", "pattern"} - entry.keys()
        if missing:
            raise RuleError(f"{GRAMMAR}: rule {name!r} has no {sorted(missing)[0]!r}")
        if entry["read"] not in READERS:
            raise RuleError(f"{GRAMMAR}: rule {name!r}: nothing reads {entry['read']!r}")
        body = expand_pattern(entry["pattern"], lists, name)
        try:
            pattern = re.compile(body, re.IGNORECASE)
        except re.error as err:
            raise RuleError(f"{GRAMMAR}: rule {name!r}: {err}") from err
        found[name] = Rule(name, entry["kind"], pattern, READERS[entry["read"]])
    return found


def _any_of(table: Iterable[str]) -> str:
    """An expression for any of these words, the longest first; one branch a letter."""
    after: dict[str, list[str]] = {}
    for word in sorted(table, key=lambda w: (-len(w), w)):
        after.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(ends)})" for first, ends in after.items())


@cache
def rules_from(name: str) -> tuple[Rule, ...]:
    """A rule and those tried after it."""
    found = tuple(rules().values())
    return found[[rule.name for rule in found].index(name) :]


def expand_pattern(pattern: str, lists: dict[str, str], name: str) -> str:
    """A pattern with the parts put in and white space out.

    Args:
        lists: The parts by their names.
        name: What an error calls the pattern.

    Raises:
        RuleError: It asks for a part that there is not.
    """

    def put_in(match: re.Match[str]) -> str:
        if match[1] not in lists:
            raise RuleError(f"{GRAMMAR}: {name!r} asks for {match[0]}, which comes later or never")
        return lists[match[1]]

    found = _GAP.sub(r"(?:-|\\s{1,2})", "".join(pattern.split()))
    found = _SPACE.sub(r"\\s{1,2}", found)
    while _PLACEHOLDER.search(found):
        found = _PLACEHOLDER.sub(put_in, found)
    return found


def match_any(lowered: str, at: int) -> re.Match[str] | None:
    """What the first rule that fits at an offset matches; its ``lastgroup`` is the rule's name.

    Args:
        lowered: A text as `lower_text` gives it.
    """
    return _any_rule().match(lowered, at)


@lru_cache(maxsize=1)
def lower_text(text: str) -> str:
    """The text in lower case, every character at its offset."""
    return text.replace("İ", "I").lower()


@cache
def _any_rule() -> re.Pattern[str]:
    """All rules in one, each a group of its name, in lower case: where case counts, a branch that
    begins with another letter is passed over at once."""
    bodies = (
        (name, _NAMED_GROUP.sub("(?:", _BACK_REFERENCE.sub(r"[-/.\\x20]", rule.pattern.pattern)))
        for name, rule in rules().items()
    )
    every = "|".join(f"(?P<{name}>{body})" for name, body in bodies)
    return re.compile(_CAPITAL.sub(lambda m: m[1].lower() if m[1] else m[0], every))


@cache
def core_words() -> frozenset[str]:
    """Words, in lower case, one of which or a digit every time expression has."""
    lists = words()
    found = {w for name in _CORE_LISTS for w in lists[name]} | set(lists["core"])
    found |= {f"{w}s" for name in ("units", "weekdays") for w in lists[name]}
    found |= {f"{w}." for name in ("months", "weekdays", "units") for w in lists[name]}
    found |= {w for name in lists["holidays"] for w in name.replace("'", " '").split()}
    return frozenset(found - time_words("not_core"))


@cache
def first_reaches() -> dict[str, int]:
    """Words, in lower case, that an expression can begin with beside those, and how many words on
    one of those must come."""
    tables = words()
    holidays = {name.split()[0] for name in tables["holidays"]}
    numbers = tables["numbers"].keys() | tables["ordinals"].keys()
    found = dict.fromkeys(sorted(holidays | numbers), _REACH)
    for word in tables["first"]:
        found[word] = _SHORT_REACH if word in tables["near"] else _REACH
    return found


def groups_of(match: re.Match[str]) -> Groups:
    """The named groups that took part; a further form of a name ("wd2") counts as the name. The dot
    of an abbreviation is left out."""
    found = match.groupdict().items()
    return {k.rstrip(_FURTHER): v.removesuffix(".") for k, v in found if v is not None}
