"""Names, titles and nouns that belong together and that parsers hang apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.tree import first_below, move, opens_at
from kgx.annotate.words.noun_kinds import is_mostly
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse


def join_holders(parse: Parse, noun: int) -> None:
    """Coordinate, in place, two offices with a name each: "The secretary, Ann Lind, and | the
    treasurer, Bo Hale," are two, whom the parser makes one with Lind."""
    name = parse.head[noun]
    if parse.dep[name] == "appos" and parse.head[name] == name - 1:
        name = name - 1  # Henry | I
    office = parse.head[name]
    nouns = parse.pos[office] == parse.pos[noun] == "NOUN" and parse.dep[name] == "appos"
    held = parse.child(noun, "det", "poss") is not None and parse.child(noun, "appos") is not None
    if parse.pos[name] != "PROPN" or office > name:
        return
    if parse.pos[noun] == "NOUN" and parse.dep[name] == "pobj":
        _join_roles(parse, noun, name, parse.head[office])
        return
    if not nouns or not held:
        return
    for c in [c for c in parse.children[name] if parse.dep[c] == "cc" and name < c < noun]:
        move(parse, c, office)
    move(parse, noun, office)


def join_offices(parse: Parse, noun: int) -> None:
    """Coordinate, in place, the offices of a list of which a parser takes the second for one more
    word on the first or on its town: "the mayor of Lund, | the governor of Ohio, and the president
    of Peru"."""
    office = above = parse.head[noun]
    of = parse.head[above]
    if parse.dep[above] == "pobj" and parse.lower[of] == "of":
        office = parse.head[of]
    if office > noun or not _is_office(parse, office) or not _is_office(parse, noun):
        return
    last = next((c for t in (noun, above, office) for c in _after_and(parse, t) if c > noun), None)
    if last is not None and _is_office(parse, last):
        move(parse, noun, office, "conj")


def _after_and(parse: Parse, token: int) -> list[int]:
    """What "and" or "or" coordinates with a token."""
    joint = any(parse.dep[c] == "cc" for c in parse.children[token])
    return [c for c in parse.children[token] if parse.dep[c] == "conj" and joint]


def _is_office(parse: Parse, noun: int) -> bool:
    """True for the noun for a person with "of" after it, as offices have."""
    children, lemma = parse.children[noun], parse.lemma[noun].lower()
    of = any(c > noun and parse.lower[c] == "of" for c in children)
    if not of or any(parse.lower[c] in ("a", "an") for c in children):
        return False  # "the daughter of Ann Lind, an actress of note"
    kin = lemma in read_set("roles.toml", "kin", "anybody")
    return parse.pos[noun] == "NOUN" and type_of_noun(lemma) == "person" and not kin


def join_after_bracket(parse: Parse, noun: int) -> None:
    """Coordinate, in place, a noun after a bracket and "and" with the one before the bracket, and
    with no verb: "is owned by the state (60%) and | the fund Alecto (40%)"."""
    verb = parse.head[noun]
    joint = max((c for c in parse.children[verb] if parse.dep[c] == "cc" and c < noun), default=-1)
    if parse.pos[verb] != "VERB" or joint < verb or parse.text[joint - 1] != ")":
        return
    before = next((t for t in range(joint - 1, verb, -1) if parse.text[t] == "("), verb) - 1
    while parse.dep[before] in ("compound", "appos") and verb < parse.head[before]:
        before = parse.head[before]
    if parse.dep[before] in ("pobj", "dobj") and before > verb:
        move(parse, joint, before)
        move(parse, noun, before)


def join_measures(parse: Parse, noun: int) -> None:
    """Coordinate, in place, amounts of things, where a parser takes the second for one more thing
    that the first is of: "seized 3 kilograms of heroin, | two rifles"."""
    thing = parse.head[noun]
    measure = parse.head[parse.head[thing]]
    of = parse.dep[thing] == "pobj" and parse.lower[parse.head[thing]] == "of"
    opens = opens_at(parse, noun)
    listed = of and opens > 0 and parse.text[opens - 1] == "," and _is_counted(parse, noun)
    if listed and parse.dep[measure] == "dobj" and _is_counted(parse, measure):
        move(parse, noun, measure)


def _is_counted(parse: Parse, noun: int) -> bool:
    return any(parse.dep[c] == "nummod" and c < noun for c in parse.children[noun])


def join_on_board(parse: Parse, board: int) -> None:
    """Make of "on board" before a name one preposition, in place: "served on board | Orla"."""
    on, name = board - 1, board + 1
    name += parse.lower[name : name + 1] == ["the"]
    bare = parse.lower[on : board + 1] == ["on", "board"] and parse.head[board] == on
    if not bare or parse.tag[name : name + 1] != ["NNP"]:
        return
    while parse.dep[name] == "compound" and parse.head[name] > name:
        name = parse.head[name]
    move(parse, board, on, "fixed")
    move(parse, name, on, "pobj")


def join_under(parse: Parse, under: int) -> None:
    """Make a title, in place, of the "preposition" of "said | Under Secretary Ann Lind"."""
    name, above = parse.child(under, "pobj"), parse.head[under]
    titled = parse.text[under] == "Under" and parse.text[under + 1 : under + 2] == ["Secretary"]
    if name is None or not titled or under == parse.sent[under]:
        return
    told = above < under and parse.child(above, "nsubj", "nsubjpass") is None
    parse.dep[name] = "pobj" if parse.pos[above] == "ADP" else "nsubj" if told else "dobj"
    move(parse, name, above)
    move(parse, under, name, "compound")
    parse.pos[under], parse.tag[under] = "PROPN", "NNP"


def _join_roles(parse: Parse, noun: int, name: int, role: int) -> None:
    """Coordinate, in place, "the son of Karl Hale and | the brother of Ann Lind"."""
    above, of = parse.head[noun], parse.child(noun, "prep")
    alike = parse.pos[role] == "NOUN" and parse.dep[role] in ("attr", "appos") and role < name
    if not alike or of is None or parse.lower[of] != "of" or parse.lower[parse.head[name]] != "of":
        return
    if [parse.child(t, "det") is None for t in (role, noun)] != [False, False]:
        return
    if type_of_noun(parse.lemma[role]) == type_of_noun(parse.lemma[noun]):
        for c in [c for c in parse.children[above] if parse.dep[c] == "cc" and name < c < noun]:
            move(parse, c, role)
        move(parse, noun, role)


def tie_title(parse: Parse, first: int) -> None:
    """Tie to the last of several title words one before it, in place, where a parser ties all to
    the name: "Chief | Justice Ann Lind"."""
    last, name = first, parse.head[first]
    apart = read_set("names.toml", "born_titles")
    titles = read_set("names.toml", "titles") - apart
    while last + 1 < name and parse.head[last + 1] == name and parse.text[last + 1] in titles:
        last += 1
    named = parse.text[name] not in titles and parse.tag[name] == "NNP"
    if named and last > first and parse.dep[last] == "compound":
        move(parse, first, last)


def lift_rank(parse: Parse, title: int) -> None:
    """Make the head of a title, in place, its last word, which a parser takes for the name of a
    body: "is Distinguished University | Professor of Law"."""
    giver = parse.head[title]
    leads, givers = read_set("names.toml", "rank_leads"), read_set("names.toml", "chair_givers")
    led = parse.text[opens_at(parse, giver)] in leads
    if parse.text[title] != "Professor" or giver != title - 1 or not led:
        return
    if parse.text[giver] not in givers | leads or parse.head[giver] == giver:
        return
    label, before = parse.dep[giver], [giver, *parse.children[giver]]
    move(parse, title, parse.head[giver], label)
    for word in before:
        if word != title:
            move(parse, word, title, "compound" if word == giver else "")


def join_name(parse: Parse, name: int) -> None:
    """Hang a name on the noun for one right before it, in place: "the purchase of train maker |
    Orbis"."""
    noun = name - 1
    while parse.head[noun] == name and parse.dep[noun] == "compound":
        noun -= 1
    bearer = type_of_noun(parse.lemma[noun].lower()) in ("person", "organization", "place")
    inside = parse.dep[noun] in ("pobj", "dobj") and parse.tag[noun] == "NN"
    if parse.tag[name] == "NNP" and inside and bearer and parse.head[name] <= noun:
        move(parse, name, noun, "appos")


def join_after_comma(parse: Parse, name: int) -> None:
    """Hang a name, in place, on the noun for somebody before the comma, where a parser hangs it on
    the verb: "is named after its discoverer, | Ann Lind"."""
    opens, verb = first_below(parse, name), parse.head[name]
    noun = opens - 2
    if parse.tag[name] != "NNP" or noun <= verb or parse.text[opens - 1] != ",":
        return
    inside = parse.dep[noun] in ("pobj", "dobj") and parse.tag[noun] == "NN"
    whose = parse.child(noun, "poss") is not None or parse.below(noun, "of") is not None
    if inside and whose and is_mostly(parse.lemma[noun].lower(), "person"):
        move(parse, name, noun, "appos")


def name_champions(parse: Parse, name: int) -> None:
    """Hang a name on the plural right before it, in place: "bought Lind from Dutch champions |
    Haldoorn" bought no Haldoorn."""
    noun, verb = name - 1, parse.head[name]
    bare = not [c for c in parse.children[name] if c < name]
    while parse.dep[noun] in ("compound", "nmod") and parse.head[noun] == name:
        noun -= 1
        bare = True
    inside = parse.dep[noun] == "pobj" and verb < parse.head[noun]
    if parse.tag[name] == "NNP" and parse.tag[noun] == "NNS" and inside and bare:
        move(parse, name, noun, "appos")


def name_kin(parse: Parse, name: int) -> None:
    """Name kin in the plural, in place, by what a parser joins to them: "two sons, | Bo and Al"."""
    noun = parse.head[name]
    kin = parse.lemma[noun] in read_set("roles.toml", "kin") and parse.tag[noun] == "NNS"
    beside = parse.text[noun + 1 : noun + 2] == [","] and first_below(parse, name) == noun + 2
    if kin and beside and parse.tag[name] == "NNP" and parse.dep[name] == "conj":
        parse.dep[name] = "appos"


def name_holder(parse: Parse, name: int) -> None:
    """Name the holder of two offices, in place, where a parser makes of the first somebody else:
    "Founder and chief engineer | Ann Lind, 51, said"."""
    first = parse.head[name]
    offices = [c for c in parse.children[name] if parse.tag[c] == "NN" and c < name]
    second = max(offices, default=first)
    named = parse.tag[name] == "NNP" and parse.head[second] == name
    if not named or parse.tag[first] != "NN" or parse.child(first, "det", "poss") is not None:
        return
    roles = all(type_of_noun(parse.lower[t]) == "person" for t in (first, second))
    joined = all(parse.tag[t] in ("CC", "JJ", "NN") for t in range(first + 1, second))
    if roles and joined and parse.tag[second + 1] == "NNP":
        for c in [c for c in parse.children[name] if first < c < second]:
            move(parse, c, second)
        move(parse, second, first, "conj")
        parse.dep[name] = "appos"


def join_parents(parse: Parse, noun: int) -> None:
    """Coordinate, in place, the parents whose child somebody is, of whom a parser makes the second
    another child: "the son of a miner and | a nurse", "the son of Karl II and | his queen"."""
    child = parse.head[noun]
    parent = parse.below(child, "of")
    born = parse.lemma[child] in read_set("roles.toml", "children") and parse.tag[child] == "NN"
    if parent is None or not born or not child < parent < noun or parse.text[noun - 1] == ",":
        return
    article = parse.child(noun, "det", "poss")
    one = article is not None and parse.lower[article] in ("a", "an", "his", "her")
    types = {type_of_noun(parse.lemma[t]) for t in (noun, parent)}
    if not one or not types <= {"person", None} or parse.child(parent, "conj") is not None:
        return
    for c in [c for c in parse.children[child] if parse.dep[c] == "cc" and parent < c < noun]:
        move(parse, c, parent)
    move(parse, noun, parent)


def name_parent(parse: Parse, name: int) -> None:
    """Name a parent, in place, by the name right behind, of which a parser names the child: "the
    only child of a miner, | Jack Moe, and his wife"."""
    child, parent = parse.head[name], first_below(parse, name) - 2
    born = parse.lemma[child] in read_set("roles.toml", "children")
    if not born or parse.tag[name] != "NNP" or parent < child or parse.tag[parent] != "NN":
        return
    article = parse.child(parent, "det")
    one = article is not None and parse.lower[article] in ("a", "an")
    if one and parent == parse.below(child, "of") and parse.text[parent + 1] == ",":
        move(parse, name, parent)


def list_kin(parse: Parse, noun: int) -> None:
    """Coordinate, in place, kin with the kin before, of whose name a parser makes them: "his wife,
    Ida, | a son, Bo, and | four grandchildren"."""
    kin, first = read_set("roles.toml", "kin"), parse.head[noun]
    new = parse.child(noun, "det", "nummod") is not None and parse.child(noun, "prep") is None
    while parse.tag[first] == "NNP" and parse.dep[first] in ("appos", "conj"):
        first = parse.head[first]
    if not new or not {parse.lemma[noun], parse.lemma[first]} <= kin or parse.tag[noun] == "NNP":
        return
    move(parse, noun, first, "conj")
    for name in [c for c in parse.children[noun] if parse.dep[c] == "conj"]:
        if parse.tag[name] == "NNP" and parse.text[noun + 1] == ",":
            parse.dep[name] = "appos"
