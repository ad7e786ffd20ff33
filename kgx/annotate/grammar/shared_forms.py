"""Forms that are one verb's past and another's base: "wants to | found a firm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_PAST = frozenset({"VBN", "VBD"})
_BEFORE = frozenset({"TO", "MD"})


def call_bases(parse: Parse) -> None:
    """Give a past form behind "to" or a modal, in place, the base that it is too: who is to | found
    a firm finds none, nor does who helps him | found it, nor does who will close a mill and | lay
    off workers lie."""
    for verb in range(1, len(parse)):
        shared = parse.tag[verb] in _PAST and parse.lower[verb] in read_set(
            "verbs.toml", "shared_forms"
        )
        if shared and _is_infinitive(parse, verb):
            parse.tag[verb], parse.lemma[verb] = "VB", parse.lower[verb]


def _is_infinitive(parse: Parse, verb: int) -> bool:
    """True behind "to" or a modal, for a verb without a subject that "and" joins to one, and behind
    whom somebody helps."""
    helped = [c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")]
    if helped:
        return parse.tag[helped[-1]] in _BEFORE
    first = parse.head[verb]
    joined = parse.dep[verb] == "conj" and parse.tag[first] == "VB"
    if parse.child(verb, "nsubj") is None:
        return joined
    bare = parse.dep[verb] == "ccomp" and parse.child(verb, "mark") is None
    return bare and parse.lemma[first] in read_set("verbs.toml", "helping")
