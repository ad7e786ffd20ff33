"""Rules that infer: SPARQL CONSTRUCT queries, a file each, whose WHERE holds the premises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from rdflib.paths import Path as PropertyPath
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import BNode, Node

from kgx.errors import RuleError
from kgx.texts import read_whole
from kgx.vocab import prefixes

Pattern = tuple[Node, Node, Node]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it concludes from which premises.

    Attributes:
        name: The name of its file, without the suffix.
        select: A SPARQL query for its variables, with its prefixes.
        conclusions, premises: Patterns over those variables. Property paths and what is optional
            or must be absent are no premises.
    """

    name: str
    select: str
    conclusions: tuple[Pattern, ...]
    premises: tuple[Pattern, ...]


def shipped_rules() -> list[Rule]:
    """The rules that come with kgx, by name."""
    folder = files("kgx.infer") / "rules"
    found = sorted(path.name for path in folder.iterdir() if path.name.endswith(".rq"))
    return [parse_rule(name, (folder / name).read_text("utf-8")) for name in found]


def read_rule(path: Path) -> Rule:
    """Read a rule from a file.

    Raises:
        RuleError: It cannot be read or is no CONSTRUCT query a rule can be made of.
    """
    return parse_rule(str(path), read_whole(path, RuleError))


def parse_rule(name: str, text: str, names: Mapping[str, str] | None = None) -> Rule:
    """Read a rule from its text; the prefixes of kgx are preset.

    Raises:
        RuleError: It is malformed, no CONSTRUCT, or concludes something about a blank node.
    """
    known = dict(names or prefixes())
    try:
        query = prepareQuery(text, initNs=known)
    except Exception as err:  # pyparsing, and a bare Exception for an unknown prefix
        words = " ".join(str(err).split())
        raise RuleError(f"{name}: is no SPARQL: {words}") from err
    if query.algebra.name != "ConstructQuery":
        raise RuleError(f"{name}: is no CONSTRUCT query: a rule is CONSTRUCT {{...}} WHERE {{...}}")
    conclusions = tuple(query.algebra.template or _patterns(query.algebra.p))
    if any(isinstance(term, BNode) for pattern in conclusions for term in pattern):
        raise RuleError(f"{name}: concludes something about a blank node: give it a name")
    return Rule(
        Path(name).stem,
        _to_select(name, text),
        conclusions,
        tuple(dict.fromkeys(_patterns(query.algebra.p))),
    )


def _patterns(part: Any) -> Iterator[Pattern]:
    """The triple patterns that must hold for a solution, in order."""
    if not isinstance(part, CompValue):
        return
    if part.name == "BGP":
        yield from (t for t in part.triples if not isinstance(t[1], PropertyPath))
    elif part.name in ("LeftJoin", "Minus"):
        yield from _patterns(part.p1)
    elif part.name != "Union":
        for key in ("p", "p1", "p2"):
            yield from _patterns(part.get(key))


def _to_select(name: str, text: str) -> str:
    """The query with SELECT * in place of CONSTRUCT and its template."""
    bare = "\n".join(line.split("#")[0] if "<" not in line else line for line in text.split("\n"))
    start = bare.upper().find("CONSTRUCT")
    opened = bare.find("{", start)
    if bare[start + len("CONSTRUCT") : opened].strip():  # CONSTRUCT WHERE { ... }
        return f"{bare[:start]}SELECT * {bare[start + len('CONSTRUCT') :]}"
    depth, at = 0, opened
    while at < len(bare):
        depth += {"{": 1, "}": -1}.get(bare[at], 0)
        at += 1
        if depth == 0:
            return f"{bare[:start]}SELECT * {bare[at:]}"
    raise RuleError(f"{name}: the template of CONSTRUCT is not closed")
