"""Lists whose items parsers take for descriptions of one another, or hang on the verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.labels import SUBJECTS
from kgx.annotate.grammar.tree import is_below, move, opens_at
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_NAMES = ("NNP", "NNPS")
_SEVERAL = ("NNS", "NNPS")
_THEM = ("them", "these")
_BEFORE = ("det", "amod", "compound", "poss", "nmod", "nummod", "case")


def list_included(parse: Parse, token: int) -> None:
    """Coordinate, in place, what a list goes on with after "include" and "including", which a
    parser takes for a description: "includes the Grand in Lund, | the Ritz in Bari and a spa"."""
    first, named = parse.head[token], _name_beside(parse, token, parse.child(token, "appos"))
    named = token if parse.child(named, "conj") is None else named
    second, joined = parse.child(named, "conj"), parse.child(named, "cc")
    above = parse.head[first]
    joined = parse.child(second, "cc") if joined is None and second is not None else joined
    if joined is None or second is None or first > token or parse.text[joined] == "&":
        return
    lists = parse.lemma[above] == "include" or parse.lower[above] == "including"
    if not lists or parse.dep[first] not in ("dobj", "pobj"):
        return
    article = parse.child(token, "det")
    described = article is not None and parse.lower[article] in ("a", "an")
    if parse.tag[token] in _NAMES or not described or parse.text[joined - 1] != ",":
        move(parse, token, first, "conj")


def _name_beside(parse: Parse, noun: int, name: int | None) -> int:
    """The name of "the trader | Ann Lind", right behind its noun; of others the noun itself."""
    if name is None or parse.tag[name] not in _NAMES:
        return noun
    return name if min([name, *parse.children[name]]) == noun + 1 else noun


def list_behind(parse: Parse, name: int) -> None:
    """Hang on a noun, in place, its name right behind it, and what a list goes on with on the noun:
    "include the group | Orbis, the trader Ann Lind and a bank" coordinates no group with Orbis."""
    noun = parse.head[name]
    if parse.tag[noun] != "NN" or parse.tag[name] not in _NAMES or not _has_the(parse, noun):
        return
    if _name_beside(parse, noun, name) == name:
        parse.dep[name] = "appos"
        for c in [c for c in parse.children[name] if parse.dep[c] in ("cc", "conj")]:
            move(parse, c, noun)


def list_object(parse: Parse, name: int) -> None:
    """Coordinate with the object before it, in place, a name that a parser hangs on the verb: "won
    the Orbis Prize in 2004 and | the Helix Medal"."""
    verb = parse.head[name]
    first = parse.child(verb, "dobj")
    if parse.pos[verb] != "VERB" or first is None or parse.tag[first] not in _NAMES:
        return
    opens = min([name, *parse.children[name]])
    joined = parse.lower[opens - 1] in ("and", "or") and first < name
    if joined and parse.head[opens - 1] == verb and parse.child(name, "nsubj", "dobj") is None:
        move(parse, opens - 1, first)
        move(parse, name, first, "conj")


def list_holder(parse: Parse, name: int) -> None:
    """Coordinate with the name before, in place, the one that a parser joins to what that one is:
    "Ann Lind, the Minister of Trade, and | Bo Hale met"."""
    office = parse.head[name]
    first, joint = parse.head[office], parse.child(office, "cc")
    if parse.dep[office] != "appos" or parse.tag[first] != "NNP" or joint is None:
        return
    titles = read_set("names.toml", "titles", "roles")
    whole = [name, *(c for c in parse.children[name] if parse.dep[c] == "compound")]
    named = all(parse.tag[t] == "NNP" and parse.text[t] not in titles for t in whole)
    titled = parse.text[office] in titles and parse.pos[office + 1] != "NUM"  # no Commodore 64
    told = parse.tag[office] == "NN" or titled
    apart = parse.text[joint - 1] == "," and first < office < joint < min(whole)
    if named and told and apart and "," in parse.text[first:office]:
        move(parse, joint, first)
        move(parse, name, first)


def list_owners(parse: Parse, name: int) -> None:
    """Coordinate with what "of" brings in, in place, what a list goes on with: "a coalition of the
    Greens, | the Social Democrats and the Left"."""
    noun, second = parse.head[name], parse.child(name, "conj")
    first = parse.below(noun, "of")
    if second is None or first is None or not noun < first < name < second:
        return
    items = (first, name, second)
    named = all(parse.tag[t] in _NAMES for t in items) and parse.child(name, "cc") is not None
    alike = all(_has_the(parse, t) for t in items)
    if named and alike and parse.text[first + 1] == "," and parse.tag[noun] == "NN":
        move(parse, name, first, "conj")


def tell_of_kin(parse: Parse, noun: int) -> None:
    """Hang on kin right before a comma, in place, what is told of them, where a parser makes it one
    more thing that the subject is: "is a son of Ida Berg and her husband, | the painter Bo Moe"."""
    opens, verb = opens_at(parse, noun), parse.head[noun]
    first, kin = parse.child(verb, "attr"), opens - 2
    named = parse.child(noun, "appos") is not None and _has_the(parse, noun)
    if first is None or first == noun or not named or parse.text[opens - 1] != ",":
        return
    if is_below(parse, kin, first) and parse.lemma[kin].lower() in read_set("roles.toml", "kin"):
        move(parse, noun, kin, "appos")


def list_among(parse: Parse, among: int) -> None:
    """Hang on a noun, in place, those of its kind that "among them" lists, as after "including":
    "left three children, among them | the painter Ida Berg"."""
    them, group = among + 1, among - 2
    if not 2 <= among < len(parse) - 2 or parse.lower[them] not in _THEM:
        return
    while group > parse.head[group] and parse.tag[group] not in _SEVERAL:
        group = parse.head[group]
    one = them + 1
    while parse.dep[one] in _BEFORE and parse.head[one] > one:
        one = parse.head[one]
    named = parse.pos[one] in ("NOUN", "PROPN") and parse.dep[one] not in SUBJECTS
    if parse.text[among - 1] != "," or parse.tag[group] not in _SEVERAL or not named:
        return
    parse.dep[them] = "fixed"
    move(parse, them, among)
    move(parse, among, group, "prep")
    move(parse, one, among, "pobj")


def _has_the(parse: Parse, noun: int) -> bool:
    article = parse.child(noun, "det")
    return article is not None and parse.lower[article] == "the"
