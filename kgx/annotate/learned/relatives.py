"""Relative pronouns and adverbs: which thing their clause describes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.phrases import is_relative
from kgx.annotate.learned.anchor import Anchor
from kgx.records import changed

_FURTHEST = 8
"""Steps up the parse from a relative pronoun to the noun that its clause describes."""
_WHO = frozenset({"who", "whom"})
_BEINGS = frozenset({"person", "group", "concept", "other"})
_SITES = frozenset({"place", "organization", "facility"})


def find_relatives(parse: Parse, at: Mapping[int, Anchor]) -> dict[int, Anchor]:
    """Relative pronouns by token, each for the thing that its clause describes."""
    return {
        token: changed(described, start=token, end=token + 1, head=token, form="relative")
        for token, tag in enumerate(parse.tag)
        if tag[:1] == "W" and is_relative(parse, token)
        if (described := _find_described(parse, at, token)) is not None
        if described.iri is not None
    }


def _find_described(parse: Parse, at: Mapping[int, Anchor], relative: int) -> Anchor | None:
    word = parse.lower[relative]
    clause = _find_clause(parse, relative)
    if clause is None:
        return None
    noun = parse.head[clause]
    if word == "where":
        described = _stands_for(parse, at, noun) if parse.dep[clause] == "relcl" else None
        if described is not None and described.type in _SITES:
            return described
        return next((a for a in _sites_before(parse, at, noun, relative)), described)
    if parse.dep[clause] != "relcl":
        return None
    described = _stands_for(parse, at, noun)
    if word in _WHO and (described is None or described.type not in _BEINGS):
        above = next(
            (
                a
                for n in _nouns_above(parse, noun)
                if (a := _stands_for(parse, at, n)) is not None and a.type in _BEINGS
            ),
            None,
        )
        return above or described
    return described


def _find_clause(parse: Parse, relative: int) -> int | None:
    """The verb of the clause that a relative word opens."""
    here = relative
    for _ in range(_FURTHEST):
        dep = parse.dep[here]
        if dep == "relcl" or (dep == "advcl" and parse.lower[relative] == "where"):
            return here
        if parse.head[here] == here:
            return None
        here = parse.head[here]
    return None


def _nouns_above(parse: Parse, noun: int) -> Iterator[int]:
    """The nouns that a noun is a part of the phrase of: "player" of the land in "a player from the
    Netherlands who"."""
    here = noun
    for _ in range(_FURTHEST):
        above = parse.head[here]
        if above == here or parse.pos[above] in ("VERB", "AUX"):
            return
        here = above
        if parse.pos[here] in ("NOUN", "PROPN"):
            yield here


def _sites_before(
    parse: Parse, at: Mapping[int, Anchor], word: int, relative: int
) -> Iterator[Anchor]:
    """Where something is or is done, the nearest before first: "Kiel" of "moved to Kiel in 1990,
    where she"."""
    here = word
    for _ in range(_FURTHEST):
        for child in reversed(parse.children[here]):
            if child < relative and parse.dep[child] in ("prep", "dobj", "pobj"):
                held = at.get(child if parse.dep[child] != "prep" else _object_of(parse, child))
                if held is not None and held.type in _SITES and held.head < relative:
                    yield held
        if parse.head[here] == here or parse.pos[here] in ("VERB", "AUX"):
            return
        here = parse.head[here]


def _object_of(parse: Parse, preposition: int) -> int:
    child = parse.child(preposition, "pobj")
    return preposition if child is None else child


def _stands_for(parse: Parse, at: Mapping[int, Anchor], noun: int) -> Anchor | None:
    """The anchor of a noun; for what something is said to be ("Ada is a teacher who", "Ada, a
    teacher who"), that of the thing; for a thing that is named right after ("her sister, Ada,
    who"), that of the name."""
    held = at.get(noun)
    if held is not None and held.form == "name":
        return held
    while parse.dep[noun] == "conj" and parse.pos[parse.head[noun]] in ("NOUN", "PROPN"):
        noun = parse.head[noun]
    above = parse.head[noun]
    if parse.dep[noun] == "appos":
        return at.get(above, held)
    if parse.dep[noun] == "attr" and parse.lemma[above] in ("be", "become", "remain"):
        subject = parse.child(above, "nsubj")
        return held if subject is None else at.get(subject, held)
    if held is None:
        name = parse.child(noun, "appos")
        return None if name is None else at.get(name)
    return held
