"""Phrases that a parser hangs across the verb, put where they stand.

In "money was poured into roads, the repair of churches and the harbour" the list after the first
comma belongs to the roads and is no name of the money. In "it led to delays and, finally, the
closure of the plant" the closure is what it led to, as the delays are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.continued import tell_of_whose
from kgx.annotate.grammar.tree import first_below, is_below, last_below, move, opens_at
from kgx.annotate.words.gazetteer import places_named
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_AND = frozenset({"and", "or"})
_MAIDEN = frozenset({"née", "nee"})
_OBJECTS = ("pobj", "dobj", "attr", "conj")


def uncross_appositions(parse: Parse) -> None:
    """Coordinate a list with the noun before it, in place; loosen what is no list."""
    for token in range(len(parse)):
        noun = parse.head[token]
        if parse.dep[token] != "appos":
            continue
        if _stands_first(parse, token):
            continue
        if _is_labelled(parse, token) or tell_of_whose(parse, token):
            parse.dep[token] = "dep" if parse.dep[token] == "appos" else parse.dep[token]
            continue
        _keep_parents(parse, token)
        if _is_next(parse, token):
            continue
        if _tells_of_clause(parse, token) or parse.lower[token - 1] in _MAIDEN:
            parse.dep[token] = "dep"
            continue
        if _part_name(parse, token) or not noun < parse.head[noun] < token:
            continue
        parse.dep[token] = "dep"
        near = _noun_before(parse, token)
        if near is not None and _opens_list(parse, token):
            move(parse, token, near, "conj")


def _is_labelled(parse: Parse, token: int) -> bool:
    """True for what follows a label: "Funding: the Hale Trust" is no funding."""
    label, opens = parse.head[token], opens_at(parse, token)
    bare = label == parse.sent[label] and parse.head[label] == label
    return bare and parse.text[opens - 1] == ":" and opens == label + 2


def _is_next(parse: Parse, token: int) -> bool:
    """Coordinate, in place, what a semicolon or "and" parts from what is before it: "by a son, Max;
    a sister, Ida", "the poet Max Lind and the | painter Ida", "saw Ann Lind, the | painter Ida and
    Tom Hale"; whether it was so."""
    opens, first = first_below(parse, token), parse.head[token]
    beside = any(parse.dep[c] == "appos" and c < token for c in parse.children[first])
    joined = beside and parse.lower[opens - 1] == "and" and parse.dep[opens] == "det"
    if parse.text[opens - 1] != ";" and not joined and not _is_listed(parse, token, opens):
        return False
    while parse.dep[first] == "appos" and parse.head[first] < first:
        first = parse.head[first]
    move(parse, token, first, "conj")
    return True


def _is_listed(parse: Parse, noun: int, opens: int) -> bool:
    """True for a noun with a name that goes on a list of names: "Orbis, the | firm Helix and",
    "Ann Lind, the | painter Ida Holm, the"."""
    name, named = parse.child(noun, "appos"), parse.tag[parse.head[noun]] == "NNP"
    if name is None or not named or parse.lower[opens] != "the" or parse.tag[noun] != "NN":
        return False
    joined = parse.child(name, "cc") is not None and parse.child(name, "conj") is not None
    person = type_of_noun(parse.lemma[noun].lower()) == "person"
    return (
        (joined or person) and first_below(parse, name) == noun + 1 and parse.text[opens - 1] == ","
    )


def _keep_parents(parse: Parse, child: int) -> None:
    """Coordinate with the father, in place, the mother whom a parser ties to the town: "born in
    Oslo, the son of Karl Hale, a baker, and | his wife Ida"."""
    if parse.lemma[child].lower() not in read_set("roles.toml", "children"):
        return
    father = parse.below(child, "of")
    above = parse.head[child]
    below = (*parse.children[above], *parse.children[child])
    mother = next((c for c in below if parse.dep[c] == "conj" and c > child), None)
    if father is None or mother is None or parse.tag[above] != "NNP":
        return
    if any(parse.tag[c] == "PRP$" for c in parse.children[mother]):
        for c in [c for c in below if parse.dep[c] == "cc" and child < c < mother]:
            move(parse, c, father)
        move(parse, mother, father)


def _tells_of_clause(parse: Parse, token: int) -> bool:
    """True for "compared her with Hale, a comparison she dislikes" and "worth 3 million, mostly
    exports"."""
    words = {parse.lower[c] for c in parse.children[token] if parse.dep[c] == "advmod"}
    if words & read_set("modifiers.toml", "focusing"):
        return True
    noun = parse.head[token]
    clausal = parse.lower[token] in read_set("noun_ties.toml", "clausal")
    return clausal and parse.pos[noun] == "PROPN" and parse.child(token, "det") is not None


def _part_name(parse: Parse, token: int) -> bool:
    """Make of "her daughter, the actress Ann Lind" a name beside the daughter, with the noun before
    it as its title; whether it was one."""
    noun = parse.head[token]
    above, article = parse.head[noun], parse.child(noun, "det")
    title = parse.dep[noun] == "appos" and parse.pos[above] == "NOUN" and article is not None
    begins = opens_at(parse, token)
    if not title or parse.pos[token] != "PROPN" or begins != noun + 1 or article is None:
        return False
    if parse.lower[article] != "the" or parse.text[noun][:1].isupper():
        return False
    move(parse, token, above)
    for c in [c for c in parse.children[noun] if c < noun]:
        move(parse, c, token)
    move(parse, noun, token, "compound")
    return True


def _stands_first(parse: Parse, token: int) -> bool:
    """Make of it the subject that a verb lacks, in "according to the Times, a memo showed" and
    "having buried her father, Ann Lind left"; whether it was one."""
    verb = last_below(parse, token) + 1
    if verb >= len(parse) or parse.tag[verb] not in ("VBD", "VBZ", "VBP"):
        return False
    first = parse.head[token]
    while parse.dep[first] in ("pobj", "prep", "pcomp", "dobj") and parse.head[first] != verb:
        first = parse.head[first]
    deed = parse.dep[first] == "advcl" and parse.child(first, "nsubj", "mark") is None
    bare = parse.child(verb, "nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass") is None
    fronted = parse.head[first] == verb and (parse.dep[first] == "prep" or deed)
    if not (fronted and bare and parse.dep[verb] in ("ROOT", "ccomp", "conj", "advcl")):
        return False
    move(parse, token, verb, "nsubj")
    return True


def _opens_list(parse: Parse, token: int) -> bool:
    """True if "and" or a comma adds more of the kind."""
    return any(parse.dep[c] == "conj" for c in parse.children[token])


def _noun_before(parse: Parse, token: int) -> int | None:
    """The object that ends at the comma before a phrase."""
    first = opens_at(parse, token)
    near = first - 2
    if first < 2 or parse.text[first - 1] != ",":
        return None
    while parse.dep[near] not in _OBJECTS and parse.head[near] != near:
        near = parse.head[near]
    return near if parse.dep[near] in _OBJECTS and near < token else None


def tie_regions(parse: Parse, labels: list[str]) -> None:
    """Make a country or a region after a comma, in place, what a town before it lies in, where no
    "and" makes them a list: "born in Springfield, Illinois, United States".

    Args:
        labels: The OntoNotes label of the entity of each token, empty outside.
    """
    for token in range(2, len(parse)):
        town = parse.head[token]
        if parse.dep[token] != "conj" or labels[token] != "GPE" or parse.tag[town] != "NNP":
            continue
        first = min((c for c in parse.children[token] if labels[c] == "GPE"), default=token)
        first = min(first, token)
        chain = (town, token, *parse.children[token])
        if first - 2 != town or parse.text[first - 1] != "," or parse.dep[town] == "conj":
            continue
        if any(
            parse.dep[c] in ("cc", "conj") for t in chain for c in parse.children[t] if c != token
        ):
            continue
        if not _AND.isdisjoint(parse.lower[token + 1 : token + 3]):
            continue
        wider = {p.kind for p in places_named(" ".join(parse.text[first : token + 1]))}
        if "country" in wider or ("region" in wider and not _is_region(parse, town)):
            parse.dep[token] = "appos"


def _is_region(parse: Parse, last: int) -> bool:
    """True for the last token of the name of a region."""
    start = last
    while start and parse.tag[start - 1] == "NNP" and parse.head[start - 1] == last:
        start -= 1
    places = places_named(" ".join(parse.text[start : last + 1]))
    return bool(places) and places[0].kind != "city"


def keep_subject(parse: Parse, first: int, name: int) -> None:
    """Of two subjects of a verb keep, in place, the name after a comma; the other one describes it:
    "born in Oslo, the third of five children, Ann Lind studied law".

    Args:
        first: The head of the first subject.
        name: The head of the second.
    """
    start, whole = opens_at(parse, name), parse.child(parse.head[name], "dobj") is not None
    if first < start and parse.text[first + 1] == "(" and ")" not in parse.text[first:start]:
        move(parse, name, first, "dep")  # "Ann Lind (May 1920, | Lund – June 1990) was"
        return
    if parse.text[start - 1] == "," and parse.tag[name] in ("NNP", "PRP") and first < start:
        told = parse.tag[name] == "PRP" and parse.pos[first] == "NOUN"
        parse.dep[first] = "appos" if told else "dep"
        move(parse, first, name if told else parse.head[first])
    elif first == start - 2 and _is_between_commas(parse, first, name):
        move(parse, name, first, "appos")
    elif parse.text[start - 1] == "and" and parse.dep[start - 1] == "cc":
        move(parse, name, first, "conj")  # "Orbis, a rival, and Helix, which ..., agreed"
    elif start - 1 == first and (parse.tag[first], parse.tag[name]) == ("NNS", "NNP"):
        move(parse, name, first, "appos")  # "champions Bayern Munich won"
        return
    elif start - 1 == first and parse.lower[first] == "that" and whole:
        parse.dep[first] = "mark"  # "the plea that Orbis re-open it"
    _name_noun_before(parse, first)


def _is_between_commas(parse: Parse, name: int, noun: int) -> bool:
    """True for what a name is said to be between commas, and for who a noun is: "Orbis, | a
    supplier to Helix, | won", "her rival, | the trader Ann Lind, | won"."""
    article = parse.child(noun, "det")
    opens = article == name + 2 and parse.text[name + 1] == "," and parse.pos[noun] == "NOUN"
    told = parse.child(noun, "appos")
    beside = told is not None and parse.tag[told] == "NNP" and opens_at(parse, told) == noun + 1
    named = parse.tag[name] == "NNP" or (parse.tag[name] == "NN" and beside)
    return opens and named and parse.text[last_below(parse, noun)] == ","


def _name_noun_before(parse: Parse, name: int) -> None:
    """Hang a name on the noun right before it, in place, if that is no part of the name: "led by
    the investor | Orbis, the firm said"."""
    noun = opens_at(parse, name) - 1
    beside = parse.tag[name] == "NNP" and noun >= 0 and parse.pos[noun] == "NOUN"
    if beside and not is_below(parse, noun, name):
        move(parse, name, noun, "appos")


def keep_object(parse: Parse, first: int, second: int) -> None:
    """Of two objects of a verb that a comma alone parts make the second, in place, say what the
    name before the comma is: "won the vote in Tartu, Estonia's second city".

    Args:
        first: The head of the first object.
        second: The head of the other.
    """
    verb = parse.head[second]
    start = opens_at(parse, second)
    start = opens_at(parse, start)
    name = start - 2
    joined = any(parse.dep[c] == "cc" for t in (verb, first) for c in parse.children[t])
    if parse.pos[second] != "NOUN" or joined:
        return  # "cut 4,300 jobs in France, 3,700 in Germany"
    if name > first and parse.text[start - 1] == "," and parse.tag[name] == "NNP":
        move(parse, second, name, "appos")


def part_ends(parse: Parse, to: int) -> None:
    """Make two ends, in place, of what a parser takes for a range: "rose from 3% to 4%"."""
    number = parse.head[to]
    amount = parse.head[number] if parse.dep[number] in ("nummod", "compound") else number
    from_ = parse.head[amount]
    if parse.lower[to] != "to" or to > amount:
        return
    if parse.dep[amount] != "pobj" or parse.lower[from_] != "from":
        return
    if parse.child(from_, "pobj") in (None, amount):
        return
    move(parse, to, from_, "prep")
    move(parse, amount, to)


def rejoin_possessions(parse: Parse) -> None:
    """Coordinate, in place, two nouns with an owner each: of "its victory over Lund and its first
    cup" the cup is no one that lost."""
    owners = [i for i, tag in enumerate(parse.tag) if tag == "PRP$"]
    for noun in [parse.head[owner] for owner in owners]:
        name = parse.head[noun]
        if parse.dep[noun] != "conj" or parse.tag[name] not in ("NNP", "NNPS"):
            continue
        prep = parse.head[name]
        near = parse.head[prep]
        if parse.dep[name] != "pobj" or parse.dep[prep] != "prep" or near > prep:
            continue
        if parse.pos[near] == "VERB":
            near = parse.child(near, "dobj") or near  # "recalled her marriage | to Moen"
        if near < prep and any(parse.tag[c] == "PRP$" for c in parse.children[near]):
            move(parse, noun, near)
            move(parse, prep, near)


_LATE = ("dobj", "npadvmod", "conj", "appos", "dep")


def rejoin_conjuncts(parse: Parse) -> None:
    """Coordinate with the object before it, in place, a noun phrase that an adverb or
    the like between commas parts from its conjunction."""
    for joint in range(1, len(parse) - 2):
        if parse.dep[joint] != "cc" or parse.text[joint + 1] != ",":
            continue
        comma = next((t for t in range(joint + 2, joint + 6) if _is_comma(parse, t)), None)
        noun = None if comma is None else _noun_after(parse, comma)
        near = joint - 1
        while parse.dep[near] not in _OBJECTS and joint > parse.head[near] != near:
            near = parse.head[near]
        if (
            noun is None
            or comma is None
            or parse.dep[near] not in ("pobj", "dobj")
            or parse.head[near] >= joint
        ):
            continue
        verb = parse.head[near] if parse.dep[near] == "dobj" else parse.head[parse.head[near]]
        inside = joint < parse.head[noun] < comma  # "and, in May, its owner"
        if parse.pos[verb] == "VERB" and (inside or parse.head[noun] == verb):
            move(parse, noun, near, "conj")
            move(parse, joint, near)


def _is_comma(parse: Parse, token: int) -> bool:
    return token < len(parse) and parse.text[token] == ","


def _noun_after(parse: Parse, comma: int) -> int | None:
    """The noun whose phrase opens after a comma, if it could be an object."""
    first = comma + 1
    if first >= len(parse):
        return None
    noun = first
    while parse.dep[noun] in ("det", "poss", "amod", "compound", "nummod"):
        noun = parse.head[noun]
    common = parse.pos[noun] in ("NOUN", "PROPN") and noun >= first
    second = parse.dep[noun] == "pobj" and parse.child(parse.head[noun], "pobj") != noun
    return noun if common and (second or parse.dep[noun] in _LATE) else None
