"""Coordinations that "they" may refer to: "Ann Lind and her son"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kgx.annotate.coreference.nominals import Candidate
from kgx.annotate.grammar.parse import Parse

_MOST = 6
"""Members of a coordination, at most."""


def find_joined(
    parse: Parse, candidates: Iterable[Candidate], names: Mapping[int, Candidate]
) -> Iterator[Candidate]:
    """Names and noun phrases of one type that "and" joins, as plural candidates.

    Their head is the token of "and": the heads of the members stay theirs.

    Args:
        names: Of noun phrases that a name follows ("her son Bo Lind"), that name, by their heads.
    """
    at = {c.head: c for c in candidates if c.form != "pronoun"}
    for token, word in enumerate(parse.lower):
        if word not in ("and", "&") or parse.dep[token] != "cc":
            continue
        members = [at.get(m) for m in _members(parse, token)]
        known = [m for m in members if m is not None]
        if known and parse.dep[known[0].head] == "attr" and known[0].form == "nominal":
            continue  # "is a trustee of Orbis and a critic"
        if len(known) < 2 or len(known) != len(members) or not _are_alike(known):
            continue
        first, last = known[0], known[-1]
        if first.start < token < last.start:
            yield Candidate(
                first.start,
                max(last.end, names.get(last.head, last).end),
                token,
                "nominal",
                "and",
                first.sentence,
                type=first.type,
                plural=True,
            )


def _members(parse: Parse, token: int) -> list[int]:
    """The heads that a conjunction joins, in order."""
    top = parse.head[token]
    for _ in range(_MOST):
        if parse.dep[top] != "conj":
            break
        top = parse.head[top]
    found = [top]
    while len(found) <= _MOST:
        below = [c for c in parse.children[found[-1]] if parse.dep[c] == "conj"]
        if not below:
            return found
        found += below
    return []


def _are_alike(members: list[Candidate]) -> bool:
    """True for members of one known type."""
    types = {m.type for m in members}
    return len(types) == 1 and types <= {"person", "organization", "place", "product", "group"}
