"""Where something is done, told by a relative clause with "where": "Porto, where she was born"."""

from __future__ import annotations

from kgx.annotate.clauses.reader import Reader, phrase
from kgx.annotate.clauses.stand_ins import antecedent
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Phrase
from kgx.annotate.words.noun_types import type_of_noun

_NAMED = frozenset({"GPE", "LOC", "FAC", "ORG", "EVENT"})
_TYPED = frozenset({"place", "facility", "organization", "event"})


def place_told(reader: Reader, verb: int) -> list[Phrase]:
    """The place that "where" before a verb stands for; nothing where that is none, or no "where"
    opens the clause."""
    parse = reader.parse
    if parse.dep[verb] != "relcl":
        return []
    for where in parse.children[verb]:
        if where < verb and parse.lower[where] == "where" and parse.dep[where] == "advmod":
            noun = antecedent(parse, verb)
            place = None if noun is None else _named_place(reader, noun)
            return [] if place is None else [phrase(reader, place, "place", (where,))]
    return []


def _named_place(reader: Reader, noun: int) -> int | None:
    """The noun if it is a place where things are done, or what it is in apposition to, "Lund" of
    "Lund, Sweden" and of "Lund, a town"; None for "a case where"."""
    parse = reader.parse
    while parse.dep[noun] == "appos" and reader.named[parse.head[noun]]:
        noun = parse.head[noun]
    if reader.named[noun]:
        return noun if reader.named[noun] in _NAMED else None
    return noun if _is_place(parse, noun) else None


def _is_place(parse: Parse, noun: int) -> bool:
    return parse.pos[noun] in ("NOUN", "PROPN") and type_of_noun(parse.lemma[noun]) in _TYPED
