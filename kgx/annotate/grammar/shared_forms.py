"""Forms that are one verb's participle and another's base: "wants to | found a firm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_PAST = frozenset({"VBN", "VBD"})
_BEFORE = frozenset({"TO", "MD"})


def call_bases(parse: Parse) -> None:
    """Give a participle behind "to" or a modal, in place, the base that its form is: who is to
    | found a firm finds none."""
    for verb in range(1, len(parse)):
        helped = [c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")]
        base = parse.tag[verb] in _PAST and helped and parse.tag[helped[-1]] in _BEFORE
        if base and parse.lower[verb] in read_set("verbs.toml", "shared_forms"):
            parse.tag[verb], parse.lemma[verb] = "VB", parse.lower[verb]
