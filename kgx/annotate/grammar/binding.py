"""Repairs of the parse that names make possible.

Names are units: what the parser split inside a name is put back together.

A parser reads "Ehrle & Daughters" as a coordination and "Aegean Traders’ Association" as a
possessive. Once the names are known, the tokens of each hang on one head, so that no rule after
this sees inside a name.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from kgx.annotate.grammar.parse import Parse, spread
from kgx.annotate.grammar.tree import is_below, move
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set


def bind_names(parse: Parse, spans: list[tuple[int, int]]) -> None:
    """Make every token of a span a ``compound`` of the span's head, in place.

    Args:
        spans: Names, ``[start, end)`` in tokens, without overlap.
    """
    changed = False
    for start, end in spans:
        if end - start > 1:
            changed |= _bind(parse, start, end)
    if changed:
        spread(parse)


def attach_appositions(parse: Parse, names: Sequence[tuple[int, int, str]]) -> None:
    """Hang a person's or a body's name on the noun for one before it, in place: "a spokesman for
    Orbis, Jane Roe," names the spokesman, "the owner of the mill, Orbis," the owner."""
    label_at = {t: label for start, end, label in names for t in range(start, end)}
    changed = False
    for start, end, label in names:
        head = top_of(parse, start, end)
        above = parse.head[head]
        bearers = _bearers(label)
        alike = label_at.get(above) == label != "PERSON"  # "for the union, Unia,"
        held = alike or parse.lemma[above].lower() in bearers
        if not bearers or held:
            continue
        noun = _bearer_before(parse, start, head, bearers)
        if noun is None and not _stands_beside(parse, start, head):
            continue
        noun = noun or _bearer_above(parse, above, bearers)
        if noun is not None:
            move(parse, head, noun, "appos")
            changed = True
    if changed:
        spread(parse)


_FURTHEST = 3
"""Prepositions between a noun and the last name of its phrase: "the chair of Orbis in Lund"."""


def _bearer_before(parse: Parse, start: int, head: int, bearers: frozenset[str]) -> int | None:
    """The noun for who bears a name right before its comma, where a parser loses the name: "met
    his counterpart, | Ann Lind"."""
    noun = start - 2
    lost = parse.dep[head] in ("npadvmod", "dep") and parse.text[start - 1] == ","
    beside = noun > 0 and lost and parse.head[noun] == parse.head[head]
    return noun if beside and parse.lemma[noun].lower() in bearers else None


def _bearer_above(parse: Parse, token: int, bearers: frozenset[str]) -> int | None:
    """The noun for who bears a name that the phrase of a token is part of."""
    for _ in range(_FURTHEST):
        prep = parse.head[token]
        if parse.dep[token] != "pobj" or parse.dep[prep] != "prep":
            return None
        token = parse.head[prep]
        if parse.lemma[token].lower() in bearers:
            return token
    return None


def attach_doubled(parse: Parse, names: Sequence[tuple[int, int, str]]) -> None:
    """Hang a name on the noun right before it, in place, where a parser makes of both the subject
    of one verb: "the chair of Turkish firm the Kale Group said"."""
    changed = False
    for start, end, _ in names:
        name = top_of(parse, start, end)
        noun = start - 2 if start > 1 and parse.lower[start - 1] == "the" else start - 1
        if noun < 0 or parse.dep[name] != "nsubj" or parse.pos[noun] != "NOUN":
            continue
        subject = parse.child(parse.head[name], "nsubj")
        if subject is not None and subject < name and parse.right[subject] == noun:
            move(parse, name, noun, "appos")
            changed = True
    if changed:
        spread(parse)


def _stands_beside(parse: Parse, start: int, head: int) -> bool:
    """True for a name that a comma alone ties to what is before it."""
    if parse.dep[head] == "appos":
        return True
    listed = any(parse.dep[c] in ("cc", "conj") for c in parse.children[head])
    above = parse.children[parse.head[head]]
    listed = listed or any(parse.dep[c] == "cc" for c in above)
    return parse.dep[head] == "conj" and parse.text[start - 1] == "," and not listed


_ON_THE_WAY = frozenset({"from", "to", "into", "by"})


def attach_themes(parse: Parse, names: Sequence[tuple[int, int, str]]) -> None:
    """Hang on a noun what it is "of" where a parser hangs it on a name between, in place: "the
    return to Rome of the statue"."""
    changed = False
    for start, end, _ in names:
        head = top_of(parse, start, end)
        prep = parse.head[head]
        noun = parse.head[prep]
        of = end if end < len(parse) and parse.lower[end] == "of" else None
        if of is None or parse.dep[head] != "pobj" or parse.head[of] != head:
            continue
        determined = parse.tag[of + 1 : of + 2] in (["DT"], ["PRP$"])
        if determined and parse.lower[prep] in _ON_THE_WAY and parse.pos[noun] == "NOUN":
            move(parse, of, noun)
            changed = True
    if changed:
        spread(parse)


def attach_relatives(parse: Parse, names: Sequence[tuple[int, int, str]]) -> None:
    """Hang on the noun before a town, in place, what is told of buildings, bodies and persons:
    "opened a hall in Bergen, which was shut in 2012", "a museum in Porto, Portugal, designed by Ann
    Lind", "a painter from Porto, with whom he had a son"."""
    changed = False
    for start, end, label in names:
        town = top_of(parse, start, end)
        verb = parse.child(town, "relcl", "acl") if label == "GPE" else None
        noun = None
        if verb is not None:
            noun = _person_before(parse, town, verb) or _built_before(parse, town, verb)
        if verb is not None and noun is not None:
            move(parse, verb, noun)
            changed = True
    if changed:
        spread(parse)


def _person_before(parse: Parse, town: int, verb: int) -> int | None:
    """The noun for a person who is of or in a town, where a clause with "who" hangs on the town."""
    noun = parse.head[parse.head[town]]
    who = {"who", "whom"} & {*parse.lower[parse.left[verb] : verb]}
    near = parse.dep[town] == "pobj" and noun < town
    person = parse.pos[noun] == "PROPN" or type_of_noun(parse.lemma[noun].lower()) == "person"
    return noun if who and near and person else None


def attach_who(parse: Parse, names: Sequence[tuple[int, int, str]]) -> None:
    """Hang on the noun for a person before a body, in place, the clause with "who" that a parser
    hangs on the body: "the head of the council, who led Orbis"."""
    changed = False
    for start, end, label in names:
        body = top_of(parse, start, end)
        verb = parse.child(body, "relcl") if label in _WHERE else None
        if verb is None or parse.lower[parse.left[verb]] != "who":
            continue
        person = _bearer_above(parse, body, _bearers("PERSON"))
        if person is not None:
            move(parse, verb, person)
            changed = True
    if changed:
        spread(parse)


def attach_fronted(parse: Parse, names: Sequence[tuple[int, int, str]]) -> None:
    """Hang on a name, in place, the description that opens the sentence before it: "A graduate of
    Yale, | Ann Lind joined Orbis"."""
    changed = False
    for start, end, label in names:
        bearers = _bearers(label)
        beside = parse.text[start - 1] == "," and parse.text[end : end + 1] != [","]
        noun = _opening_noun(parse, start) if bearers and beside else None
        if noun is None or parse.lemma[noun].lower() not in bearers | _idle_persons():
            continue
        name, verb = top_of(parse, start, end), parse.head[noun]
        joined = parse.dep[noun] == "nsubj" and parse.left[noun] <= name <= parse.right[noun]
        if joined and parse.dep[name] in ("conj", "appos") and end <= verb:
            move(parse, name, verb, "nsubj")
        if parse.head[name] == verb and parse.dep[name] == "nsubj" and parse.dep[noun] in _FRONTED:
            move(parse, noun, name, "appos")
            changed = True
    if changed:
        spread(parse)


def _idle_persons() -> frozenset[str]:
    return read_set("roles.toml", "no_trades")  # "a native of Lund"


_FRONTED = frozenset({"dep", "nsubj", "npadvmod", "nmod", "advcl"})


def _opening_noun(parse: Parse, before: int) -> int | None:
    """The noun of the phrase with an article that opens the sentence of a token, up to a comma."""
    first = parse.sent[before]
    noun = parse.head[first]
    opens = parse.lower[first] in ("a", "an", "the") and parse.pos[noun] == "NOUN"
    alone = "," not in parse.text[first : before - 1] and "and" not in parse.lower[first:before]
    return noun if opens and alone and noun < before else None


def _built_before(parse: Parse, town: int, verb: int) -> int | None:
    """The noun for a building or a body that is in a town, where a verb below the town tells of
    such."""
    while parse.dep[town] == "appos":
        town = parse.head[town]
    prep = parse.head[town]
    if parse.dep[town] != "pobj" or parse.lower[prep] not in ("in", "at", "near"):
        return None
    noun: int | None = parse.head[prep]
    above = parse.head[prep]
    if parse.pos[above] == "VERB":  # "a club based in Leeds, which plays"
        noun = parse.head[above] if parse.dep[above] == "acl" else parse.child(above, "dobj")
    if noun is None or noun > prep or parse.pos[noun] != "NOUN" or not _tells_of_built(parse, verb):
        return None
    return noun if type_of_noun(parse.lemma[noun]) in ("facility", "organization") else None


_TIMES = frozenset({"DATE", "TIME"})
_WHERE = frozenset({"GPE", "LOC", "FAC", "ORG"})


def attach_where(parse: Parse, names: Sequence[tuple[int, int, str]]) -> None:
    """Hang on the place or body before a time, in place, the clause with "where" that a parser
    hangs on the time: "joined Orbis in 2004, where she led the sales"."""
    label_at = {t: label for start, end, label in names for t in range(start, end)}
    changed = False
    for start, end, label in names:
        time = top_of(parse, start, end) if label in _TIMES else None
        verb = None if time is None else parse.child(time, "relcl")
        if time is None or verb is None or parse.lower[parse.left[verb]] != "where":
            continue
        before = range(time - 1, parse.head[parse.head[time]], -1)
        place = next((t for t in before if label_at.get(t) in _WHERE), None)
        if place is not None:
            move(parse, verb, place)
            changed = True
    if changed:
        spread(parse)


_LISTED = frozenset({"pobj", "dobj", "attr", "conj"})
_LOST = frozenset({"npadvmod", "dep", "nummod"})
"""Labels of names that a parser finds no place for."""


def attach_listed(parse: Parse, names: Sequence[tuple[int, int, str]]) -> None:
    """Coordinate names in a list, in place, where a parser loses one, as it does those with
    numbers: "was ported to the Orbis 50, | Helix 64, Norvik and MSX"."""
    changed = False
    for (start, end, _), (following, last, _) in pairwise(names):
        listed = parse.text[end:following] == [","] and last < len(parse)
        if not listed or parse.lower[last] not in (",", "and", "or"):
            continue
        one, other = top_of(parse, start, end), top_of(parse, following, last)
        first = parse.head[other]
        beyond = parse.dep[other] == "appos" and parse.dep[one] == "conj" and first != one
        lost = parse.dep[other] in _LOST or (beyond and is_below(parse, one, first))
        if lost and parse.dep[one] in _LISTED:
            move(parse, other, one, "conj")
            changed = True
    if changed:
        spread(parse)


def _tells_of_built(parse: Parse, verb: int) -> bool:
    """True for a verb that says of what is built, or works, in a town what no town does."""
    gap = parse.child(verb, "dobj")
    if parse.dep[verb] == "acl":
        kind = "building" if parse.tag[verb] == "VBN" else "operating"
    elif gap is not None and parse.lower[gap] in ("which", "that"):
        kind = "trading"  # "a plant in Porto, which Orbis bought"
    else:
        kind = "operating" if parse.child(verb, "nsubjpass") is None else "housing"
    return parse.lemma[verb] in read_set("verbs.toml", kind)


_PARTIES = frozenset({"ORG", "GPE", "LOC", "NORP", "PERSON"})


def attach_events(parse: Parse, names: Sequence[tuple[int, int, str]]) -> None:
    """Hang on the verb, in place, the war that a parser hangs on a name before it: "led the Third
    Army | in World War II"."""
    label_at = {t: label for start, end, label in names for t in range(start, end)}
    changed = False
    for start, end, label in names:
        war = top_of(parse, start, end)
        prep = parse.head[war]
        body = parse.head[prep]
        above = parse.head[body]
        verb = parse.head[above] if parse.dep[body] == "pobj" else above
        hangs = label == "EVENT" and parse.dep[war] == "pobj" and label_at.get(body) in _PARTIES
        if not hangs or parse.lower[prep] not in ("in", "during") or prep < body:
            continue
        if parse.dep[body] in ("dobj", "pobj") and parse.pos[verb] == "VERB" and verb < body:
            move(parse, prep, verb)
            changed = True
    if changed:
        spread(parse)


@cache
def _bearers(label: str) -> frozenset[str]:
    """The common nouns for what names of an OntoNotes label name; empty for most labels."""
    kinds = {"PERSON": ("person", "either"), "ORG": ("organization", "either")}.get(label, ())
    return frozenset().union(*(read_set("nouns.toml", kind) for kind in kinds))


def top_of(parse: Parse, start: int, end: int) -> int:
    """The token of a span nearest to the root of its sentence."""
    if end - start == 1:
        return start
    head = parse.head
    outside = [t for t in range(start, end) if not start <= head[t] < end or head[t] == t]
    if len(outside) < 2:
        return outside[0] if outside else end - 1
    return min(outside, key=lambda t: (_depth(parse, t), -t))


def _depth(parse: Parse, token: int) -> int:
    steps = 0
    while parse.head[token] != token and steps < 200:
        token = parse.head[token]
        steps += 1
    return steps


_LOOSE = frozenset({"conj", "cc", "poss", "case", "appos", "prep", "punct"})


def _bind(parse: Parse, start: int, end: int) -> bool:
    head = top_of(parse, start, end)
    changed = False
    for t in range(start, end):
        if t == head:
            continue
        inner = [c for c in parse.children[t] if not start <= c < end]
        loose = parse.head[t] != head or parse.dep[t] in _LOOSE
        for c in inner:
            move(parse, c, head)
            changed = True
        if loose:
            move(parse, t, head, "compound")
            changed = True
    return changed
