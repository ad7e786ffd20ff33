"""What a text calls who and what it names: *the probe* Helia, Helia is *a ship*, *striker* Ann
Lind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kgx.annotate.claims.referents import Referents
from kgx.annotate.grammar.parse import Parse

_SIDES = frozenset({"appos", "compound"})


def read_callings(referents: Referents) -> Mapping[str, frozenset[str]]:
    """By the IRI of an entity, the words it is called by wherever it is mentioned, each in its
    plain form."""
    called: dict[str, set[str]] = defaultdict(set)
    plain = referents.parse.plain
    for head, mention in referents.at.items():
        called[mention.entity].update(plain[t] for t in _beside(referents.parse, head))
    return {iri: frozenset(words) for iri, words in called.items()}


def _beside(parse: Parse, head: int) -> Iterator[int]:
    """A noun, what it stands beside, what stands beside it, and what it is said to be."""
    above = parse.head[head]
    yield from (head, above)
    yield from (c for c in parse.children[head] if parse.dep[c] in _SIDES)
    yield from (c for c in parse.children[above] if parse.dep[c] == "attr")
