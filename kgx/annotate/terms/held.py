"""What somebody is told to hold to: "a party that promotes white nationalism" tells its ideology,
where a property asks for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kgx.annotate.claims.referents import Referents
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.terms.class_types import Types
from kgx.annotate.terms.ends import Candidate
from kgx.annotate.terms.kinds import Named, Value, find_subject, make_end, may_have
from kgx.annotate.words.noun_kinds import is_kind_of
from kgx.annotate.words.wordlists import read_set

_BELIEFS = ("ideology", "doctrine")
_DESCRIBING = frozenset({"amod", "compound"})
_FURTHEST = 6


def find_held(
    referents: Referents,
    candidates: list[Candidate],
    properties: list[Named],
    kinds: Mapping[str, Types],
) -> Iterator[Value]:
    """The beliefs that verbs such as "promote" have for objects, of the properties named after
    beliefs.

    Args:
        kinds: What entities are besides their own type, by IRI.
    """
    asking = [named for named in properties if "ideology" in named.kinds]
    entities, parse = referents.entities, referents.parse
    things = (c for c in candidates if c.named and c.end.iri)
    at = {c.head: c for c in things if entities[c.end.iri or ""].label[:1].isupper()}
    for noun, lemma in enumerate(parse.lemma if asking else ()):
        if not any(is_kind_of(lemma.lower(), belief) for belief in _BELIEFS):
            continue
        subject = find_subject(parse, noun, at) if _is_held(parse, noun) else None
        for named in asking if subject is not None else ():
            if subject is not None and may_have(subject, named, kinds):
                first = _find_first(parse, noun)
                words = referents.words(tuple(range(first, noun + 1)))
                end = make_end(referents, words, named)
                yield Value(named, subject, end, first, noun + 1)


def _is_held(parse: Parse, noun: int) -> bool:
    """True for a noun that a verb of believing governs, itself or through "the ideas of"."""
    here, after = noun, ""
    for _ in range(_FURTHEST):
        up = parse.head[here]
        if parse.dep[here] == "pobj" and parse.pos[parse.head[up]] in ("NOUN", "PROPN"):
            here = parse.head[up]
        elif parse.dep[here] in ("conj", "appos"):
            here = up
        elif parse.dep[here] in ("dobj", "pobj"):
            after = "" if parse.dep[here] == "dobj" else f" {parse.lower[up]}"
            verb = up if parse.dep[here] == "dobj" else parse.head[up]
            return f"{parse.lemma[verb]}{after}" in read_set("verbs.toml", "believing")
        else:
            break
    return False


def _find_first(parse: Parse, noun: int) -> int:
    first = noun
    while first and parse.head[first - 1] == noun and parse.dep[first - 1] in _DESCRIBING:
        first -= 1
    return first
