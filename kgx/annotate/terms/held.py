"""What somebody is told to hold to: "a party that promotes white nationalism" tells its ideology,
where a property asks for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kgx.annotate.claims.referents import Referents
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.terms.class_types import Types
from kgx.annotate.terms.ends import Candidate
from kgx.annotate.terms.kinds import Named, Value, find_subject, make_end, may_have
from kgx.annotate.words.noun_kinds import is_kind_of, is_noun
from kgx.annotate.words.wordlists import read_set

_BELIEFS = ("ideology", "doctrine")
_DESCRIBING = frozenset({"amod", "compound"})
_FURTHEST = 6
_LONG = 5
"""Letters of a word in "-ism", at least, that is more than its ending."""


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
    for noun in range(len(parse) if asking else 0):
        if not _is_belief(parse, noun):
            continue
        subject = find_subject(parse, noun, at) if _is_held(parse, noun) else None
        for named in asking if subject is not None else ():
            if subject is not None and may_have(subject, named, kinds):
                first = _find_first(parse, noun)
                words = referents.words(tuple(range(first, noun + 1)))
                end = make_end(referents, words, named)
                yield Value(named, subject, end, first, noun + 1)


def _is_belief(parse: Parse, noun: int) -> bool:
    """True for a noun for a belief, by its meaning or, where nobody knows it, by its ending; and
    for politics of a kind: "green politics"."""
    lemma = parse.lemma[noun].lower()
    if parse.lower[noun] == "politics":
        kinds = {parse.lower[c] for c in range(_find_first(parse, noun), noun)}
        return bool(kinds) and kinds.isdisjoint(read_set("roles.toml", "fields_of_politics"))
    unknown = lemma.endswith("ism") and len(lemma) > _LONG and not is_noun(lemma)
    return unknown or any(is_kind_of(lemma, belief) for belief in _BELIEFS)


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
