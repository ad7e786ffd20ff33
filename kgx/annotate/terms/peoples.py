"""What people somebody is of, where a property asks for one: "Ada Berg was one of the first Sami to
win it", "Ada Berg, a Sami, ..."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.terms.class_types import Types
from kgx.annotate.terms.ends import Candidate
from kgx.annotate.terms.fitting import fits
from kgx.annotate.terms.kinds import Named, Value, find_subject
from kgx.annotate.terms.sayings import Phrasebook
from kgx.annotate.words.noun_kinds import is_kind_of
from kgx.annotate.words.wordlists import read_set

_BELIEVERS = ("religious person", "politician")
"""What those are who are of no people by their belief."""


def find_peoples(book: Phrasebook) -> list[Named]:
    """The properties that lead from persons to peoples."""
    every = book.spoken.values()
    asking = (s for s in every if s.range == {"group"} and "person" in s.domain)
    return [Named(spoken, ("people",)) for spoken in asking]


def find_members(
    parse: Parse,
    candidates: list[Candidate],
    properties: list[Named],
    kinds: Mapping[str, Types],
) -> Iterator[Value]:
    """Who is said to be of a people: what the name of one stands for as a complement or an
    apposition, itself or as "one of the first" of them."""
    persons = {c.head: c for c in candidates if c.named and c.end.iri and c.end.type != "group"}
    for c in candidates if properties else ():
        noun = _find_one(parse, c.head) if _is_people(parse, c) else None
        subject = None if noun is None else find_subject(parse, noun, persons)
        if subject is None or c.start < 0:
            continue
        for named in properties:
            if fits(subject, named.spoken.domain, kinds) and subject.end.type == "person":
                yield Value(named, subject, c.end, c.start, c.stop)


def _is_people(parse: Parse, c: Candidate) -> bool:
    """True for a name of people, not of those who share a belief, and for no adjective."""
    noun = parse.lower[c.head].removesuffix("s")
    believes = any(is_kind_of(noun, kind) for kind in _BELIEVERS)
    name = parse.pos[c.head] in ("PROPN", "NOUN") and parse.dep[c.head] not in ("amod", "compound")
    return c.end.type == "group" and name and not believes


def _find_one(parse: Parse, people: int) -> int | None:
    """The token that tells who is of a people: its name as a complement or an apposition, or what
    is one of them; None where neither is told."""
    if parse.dep[people] in ("attr", "appos"):
        counted = any(parse.lower[child] in ("a", "an") for child in parse.children[people])
        return people if counted else None
    of, some_of = parse.head[people], read_set("noun_ties.toml", "some_of")
    if parse.dep[people] != "pobj":
        return None
    if parse.lower[of] in some_of:  # "was among the first Sami to"
        return of
    one = parse.head[of]
    told = parse.lower[of] == "of" and parse.lower[one] in some_of
    return one if told and parse.dep[one] in ("attr", "appos") else None
