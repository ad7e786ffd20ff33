"""Rules files: what was learned about each relation, as a table that a person can read and edit.

A relation has patterns, or weights, or both. A pattern is a path of the parse between ends of given
types. Weights are those of a log-linear model: their sum, with the bias, is what speaks for the
relation, and above the threshold a claim is made, provided that one of the triggers is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from kgx.annotate.learned.features import GROUPS
from kgx.errors import RuleError
from kgx.records import changed
from kgx.texts import parse_toml, read_whole

VERSION = 1
ANY = "any"
"""In a pattern: an end of any type that the relation takes."""
_BARE = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A path in the parse that says a relation.

    Attributes:
        path: As in the feature group ``path``: ``<nsubj found >dobj``.
        subject, object: The types of the ends; ``any`` for all those of the relation.
        support: In how many examples it was right.
        precision: How often it is right, in (0, 1]: the confidence of its claims.
    """

    path: str
    subject: str
    object: str
    support: int
    precision: float


@dataclass(frozen=True, slots=True)
class LearnedRelation:
    """What was learned about one relation.

    Attributes:
        relation: A relation of the vocabulary by its id, or the IRI of any other.
        predicates: Further IRIs under which its claims hold, beside those of the vocabulary.
        symmetric: True where both ends play the same part.
        across: True where the weights are of things of a whole text, as ``learned.across`` has
            them: its claims may cross sentences, and need no trigger.
        subject, object: Types that the ends may have.
        examples: Facts it was learned from.
        precision, recall: Measured on examples it was not learned from, None where they were too
            few.
        subject_names, object_names: Ends that the examples have more than once: found wherever they
            stand, and an object of these is a trigger too.
        single: Ends of which a sentence has one for each other end: with ``subject`` only the
            surest of several subjects of an object is claimed.
        triggers: Lemmas; one of them is on the path, between the ends or in a noun phrase that
            is an end, or there is no claim. Without any, none is needed.
        bias, threshold: In log-odds.
        scale, shift: The confidence is the sigmoid of ``scale * sum + shift``.
        usual: Claims of such relations a sentence, where the examples were chosen for what they
            say; a text that has fewer must say each more surely. None if they were not chosen.
        weights: By feature group and value.
        cuts: How the ends are cut, by `kgx.annotate.learned.spans`; one table for all relations of
            a file. Without any, ends are what the grammar takes for names and phrases.
    """

    relation: str
    predicates: tuple[str, ...] = ()
    symmetric: bool = False
    across: bool = False
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    examples: int = 0
    precision: float | None = None
    recall: float | None = None
    subject_names: tuple[str, ...] = ()
    object_names: tuple[str, ...] = ()
    single: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    bias: float = 0.0
    threshold: float = 0.0
    scale: float = 1.0
    shift: float = 0.0
    usual: float | None = None
    weights: Mapping[tuple[str, str], float] = field(default_factory=dict)
    patterns: tuple[Pattern, ...] = ()
    cuts: Mapping[str, float] = field(default_factory=dict)


# ------------------------------------------------------------------ reading


def read_rules(path: str | Path) -> tuple[LearnedRelation, ...]:
    """The relations of a rules file.

    Raises:
        RuleError: The file cannot be read, is no TOML, or has an unknown key or a value that is
            not what it should be; the message names file, line and key.
    """
    return parse_rules(read_whole(path, RuleError), str(path))


def parse_rules(text: str, name: str) -> tuple[LearnedRelation, ...]:
    """The relations of the text of a rules file, called ``name`` in errors; see `read_rules`."""
    raw = parse_toml(text, name)
    source = _Source(name, text)
    for key in raw:
        if key not in ("version", "cuts", "relation"):
            raise source.error(0, key, "unknown key; there are version, cuts and relation")
    if raw.get("version") != VERSION:
        raise source.error(0, "version", f"must be {VERSION}")
    rows = raw.get("relation", [])
    if not isinstance(rows, list):
        raise source.error(0, "relation", "must be a list of tables: [[relation]]")
    cuts = _read_cuts(raw.get("cuts", {}), source)
    return tuple(
        changed(_read_relation(row, n, source), cuts=cuts) for n, row in enumerate(rows, 1)
    )


@dataclass(frozen=True, slots=True)
class _Source:
    """A rules file, to tell where in it something is wrong."""

    name: str
    text: str

    def error(self, number: int, key: str, why: str) -> RuleError:
        """An error about a key of the relation of that number, 0 for the top of the file."""
        return RuleError(f"{self.name}, line {self._line(number, key)}: {key}: {why}")

    def _line(self, number: int, key: str) -> int:
        """The first line of the table that mentions the key, else that of the table's head."""
        seen, head = 0, 1
        said = re.compile(
            rf"""\W*["']?{re.escape(key)}["']?\W*(=|\]|$)|.*\.["']?{re.escape(key)}\W"""
        )
        for n, line in enumerate(self.text.splitlines(), 1):
            if line.strip() == "[[relation]]":
                seen, head = seen + 1, n if seen + 1 == number else head
            if seen == number and said.match(line):
                return n
        return head


_TEXT = {"relation"}
_LISTS = {"predicates", "subject", "object", "triggers", "subject_names", "object_names", "single"}
_NUMBERS = {"precision", "recall", "bias", "threshold", "scale", "shift", "usual"}
_KEYS = {f.name for f in fields(LearnedRelation)} - {"patterns", "cuts"} | {"pattern"}


def _read_cuts(raw: object, source: _Source) -> dict[str, float]:
    if not isinstance(raw, dict):
        raise source.error(0, "cuts", f"{raw!r} must be a table of weights")
    for key, weight in raw.items():
        if not _is_number(weight):
            raise source.error(0, key, f"{weight!r} must be a number")
    return {key: float(weight) for key, weight in raw.items()}


def _read_relation(row: dict[str, Any], number: int, source: _Source) -> LearnedRelation:
    values: dict[str, Any] = {}
    for key, value in row.items():
        if key not in _KEYS:
            raise source.error(number, key, f"unknown key; there are {', '.join(sorted(_KEYS))}")
        if key == "weights":
            values[key] = _read_weights(value, number, source)
        elif key == "pattern":
            values["patterns"] = tuple(_read_pattern(p, number, source) for p in value)
        else:
            _check(key, value, number, source)
            values[key] = tuple(value) if isinstance(value, list) else value
    if not values.get("relation"):
        raise source.error(number, "relation", "is missing: the id or IRI of the relation")
    return LearnedRelation(**values)


def _check(key: str, value: object, number: int, source: _Source) -> None:
    if key in _TEXT and not isinstance(value, str):
        raise source.error(number, key, f"{value!r} must be a string")
    if key in _LISTS and not (isinstance(value, list) and all(isinstance(v, str) for v in value)):
        raise source.error(number, key, f"{value!r} must be a list of strings")
    if key == "single" and not {"subject", "object"}.issuperset(value):  # type: ignore[arg-type]
        raise source.error(number, key, f"{value!r} must be of subject and object")
    if key in _NUMBERS and not _is_number(value):
        raise source.error(number, key, f"{value!r} must be a number")
    if key == "usual" and value < 0:  # type: ignore[operator]
        raise source.error(number, key, f"{value!r} must not be below 0")
    if key == "examples" and not (isinstance(value, int) and value >= 0):
        raise source.error(number, key, f"{value!r} must be a whole number")
    if key in ("symmetric", "across") and not isinstance(value, bool):
        raise source.error(number, key, f"{value!r} must be true or false")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _read_weights(raw: Any, number: int, source: _Source) -> dict[tuple[str, str], float]:
    weights: dict[tuple[str, str], float] = {}
    for group, table in (raw if isinstance(raw, dict) else {"weights": raw}).items():
        if group not in GROUPS or not isinstance(table, dict):
            why = f"no group of features; there are {', '.join(GROUPS)}"
            raise source.error(number, str(group), why)
        for value, weight in table.items():
            if not _is_number(weight):
                raise source.error(number, value, f"{weight!r} must be a number")
            weights[group, value] = float(weight)
    return weights


def _read_pattern(raw: dict[str, Any], number: int, source: _Source) -> Pattern:
    wanted = {f.name for f in fields(Pattern)}
    for key in raw:
        if key not in wanted:
            raise source.error(
                number, key, f"unknown key; a pattern has {', '.join(sorted(wanted))}"
            )
    for key in sorted(wanted - raw.keys()):
        raise source.error(number, "pattern", f"{key} is missing")
    for key in ("path", "subject", "object"):
        if not isinstance(raw[key], str):
            raise source.error(number, key, f"{raw[key]!r} must be a string")
    if not isinstance(raw["support"], int):
        raise source.error(number, "support", f"{raw['support']!r} must be a whole number")
    if not _is_number(raw["precision"]) or not 0 < raw["precision"] <= 1:
        raise source.error(number, "precision", f"{raw['precision']!r} must be in (0, 1]")
    return Pattern(**raw)


# ------------------------------------------------------------------ writing


def write_rules(relations: Iterable[LearnedRelation], heading: str = "") -> str:
    """The text of a rules file; ``heading`` becomes a comment at its top. Its relations were
    learned together: the first tells how the ends of all are cut."""
    relations = list(relations)
    lines = [f"# {line}".rstrip() for line in heading.splitlines()]
    lines.append(f"version = {VERSION}")
    if relations and relations[0].cuts:
        lines += ["", "[cuts]", *_write_weights(relations[0].cuts)]
    for relation in relations:
        lines += ["", "[[relation]]", *_write_relation(relation)]
    return "\n".join(lines) + "\n"


def _write_relation(relation: LearnedRelation) -> list[str]:
    lines = []
    for f in fields(LearnedRelation):
        value = getattr(relation, f.name)
        if f.name not in ("weights", "patterns", "cuts") and value not in (None, (), False):
            lines.append(f"{f.name} = {_write_value(value)}")
    for pattern in relation.patterns:
        lines += ["", "[[relation.pattern]]"]
        lines += [f"{f.name} = {_write_value(getattr(pattern, f.name))}" for f in fields(Pattern)]
    for group in GROUPS:
        table = {v: w for (g, v), w in relation.weights.items() if g == group}
        if table:
            lines += ["", f"[relation.weights.{group}]", *_write_weights(table)]
    return lines


def _write_weights(table: Mapping[str, float]) -> list[str]:
    ranked = sorted(table.items(), key=lambda item: (-item[1], item[0]))
    return [f"{_write_key(value)} = {weight:g}" for value, weight in ranked]


def _write_value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(_quote(str(v)) for v in value)}]"
    return _quote(value) if isinstance(value, str) else f"{value:g}"


def _write_key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _quote(key)


def _quote(text: str) -> str:
    """A TOML basic string.

    >>> print(_quote('a "b"'))
    "a \\"b\\""
    """
    escaped = "".join(
        "\\" + c if c in '"\\' else c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}"
        for c in text
    )
    return f'"{escaped}"'
