"""What a noun behind a comma describes, where a parser hangs it on another noun of the phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.tree import first_below, is_below, last_below, move
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_COMMON = ("NN", "NNS")
_OF = frozenset({"of", "from", "at", "for"})


def describe_person(parse: Parse, noun: int) -> None:
    """Hang on who somebody is, in place, what a parser says of the body or the town they are of:
    "met Ann Lind of Orbis, | a former judge"."""
    body = parse.head[noun]
    of = parse.head[body]
    person = parse.head[of]
    held = parse.dep[body] == "pobj" and parse.lower[of] in _OF
    named = parse.tag[body] == parse.tag[person] == "NNP"
    named = named and type_of_noun(parse.lower[person]) is None  # no "Director of Orbis"
    if held and named and parse.dep[noun] == "appos" and _is_somebody(parse, noun):
        move(parse, noun, person)


def _is_somebody(parse: Parse, noun: int) -> bool:
    """True for "a former judge" behind a comma."""
    article = parse.child(noun, "det")
    one = article is not None and parse.lower[article] in ("a", "an")
    behind = parse.text[first_below(parse, noun) - 1] == ","
    person = parse.tag[noun] == "NN" and type_of_noun(parse.lemma[noun].lower()) == "person"
    return one and behind and person


def describe_nearest(parse: Parse, noun: int) -> None:
    """Hang on the object of a relative clause, in place, what stands behind it and is not of the
    kind of what the clause tells of: "a fungus that eats nylon, | a plastic"."""
    told, comma = parse.head[noun], first_below(parse, noun) - 1
    if parse.dep[noun] != "appos" or parse.text[comma] != ",":
        return
    if parse.tag[noun] not in _COMMON or parse.tag[told] not in _COMMON:
        return
    clause = next((c for c in parse.children[told] if parse.dep[c] == "relcl" and c < comma), None)
    if clause is None or last_below(parse, clause) != comma - 1:
        return
    thing, kind = parse.child(clause, "dobj"), type_of_noun(parse.lemma[noun].lower())
    alike = kind is not None and kind == type_of_noun(parse.lemma[told].lower())
    if thing == comma - 1 and parse.tag[thing] in _COMMON and not alike:
        move(parse, noun, thing)


def describe_shown(parse: Parse, showing: int) -> None:
    """Hang on a thing, in place, what it shows, where a parser makes of that a deed of who has it:
    "found a mosaic | showing a god"."""
    thing = showing - 1
    known = parse.lower[showing] in read_set("verbs.toml", "showing")
    behind = parse.dep[thing] in ("dobj", "pobj", "conj") and parse.head[showing] < thing
    if known and behind and is_below(parse, thing, parse.head[showing]):
        move(parse, showing, thing, "acl")


def describe_done(parse: Parse, verb: int) -> None:
    """Call what a name is, in place, the noun that a parser makes the subject of the passive that
    tells more of it: "bought by Orbis, | the brewer run by Ann Lind"."""
    noun = parse.child(verb, "nsubj")
    if noun is None or parse.tag[noun] != "NN":
        return
    name = first_below(parse, noun) - 2
    done = parse.tag[verb] == "VBN" and parse.child(verb, "agent") is not None
    bare = parse.child(verb, "aux", "auxpass") is None and noun == verb - 1
    named = parse.tag[name] in ("NNP", "NNPS") and parse.text[name + 1] == ","
    placed = parse.lower[parse.head[name]] in (*_OF, "in")  # "Torvex Foods of Lund, the brewer"
    if done and bare and named and not placed and is_below(parse, name, parse.head[verb]):
        move(parse, noun, name, "appos")
        move(parse, verb, noun, "acl")
