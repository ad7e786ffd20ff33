"""Clauses and phrases after names that belong to the noun or the verb before: "a hall in Bergen, |
which was shut"."""

from collections.abc import Iterator, Sequence

from kgx.annotate.grammar.bearers import bearer_above, bearers_of
from kgx.annotate.grammar.binding import top_of
from kgx.annotate.grammar.labels import SUBJECTS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import Move
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

TO_WORKS = ("writing", "bringing_out", "making")
"""Lists of ``works.toml`` with verbs for what is done to works and products."""
_ON_THE_WAY = frozenset({"from", "to", "into", "by"})
_TIMES = frozenset({"DATE", "TIME"})
_WHERE = frozenset({"GPE", "LOC", "FAC", "ORG"})
_MAKERS = frozenset({"ORG", "PERSON"})
_MADE = frozenset({"product", "work"})
_TITLED = frozenset({"WORK_OF_ART", "PRODUCT"})
_CUT = frozenset({"advcl", "acl", "conj"})
_PARTIES = frozenset({"ORG", "GPE", "LOC", "NORP", "PERSON"})


def attach_themes(parse: Parse, names: Sequence[tuple[int, int, str]]) -> Iterator[Move]:
    """Hang on a noun what it is "of" where a parser hangs it on a name between: "the return to Rome
    of the statue"."""
    for start, end, _ in names:
        head = top_of(parse, start, end)
        prep = parse.head[head]
        noun = parse.head[prep]
        of = end if end < len(parse) and parse.lower[end] == "of" else None
        if of is None or parse.dep[head] != "pobj" or parse.head[of] != head:
            continue
        determined = parse.tag[of + 1 : of + 2] in (["DT"], ["PRP$"])
        if determined and parse.lower[prep] in _ON_THE_WAY and parse.pos[noun] == "NOUN":
            yield Move(of, noun)


def attach_relatives(parse: Parse, names: Sequence[tuple[int, int, str]]) -> Iterator[Move]:
    """Hang on the noun before a town what is told of buildings, bodies and persons: "opened a hall
    in Bergen, which was shut in 2012", "a museum in Porto, Portugal, designed by Ann Lind", "a
    painter from Porto, with whom he had a son"."""
    for start, end, label in names:
        town = top_of(parse, start, end)
        verb = parse.child(town, "relcl", "acl") if label in ("GPE", "LOC") else None
        noun = None
        if verb is not None:
            noun = _person_before(parse, town, verb) or _built_before(parse, town, verb)
        if verb is not None and noun is not None:
            yield Move(verb, noun)


def attach_made(parse: Parse, names: Sequence[tuple[int, int, str]]) -> Iterator[Move]:
    """Hang on the noun for a work or a product what a parser hangs on its maker: "an album by the
    band Orbis, | released by Helix", "a song by Ann Lind, | which features"."""
    label_at = {t: label for start, end, label in names for t in range(start, end)}
    for start, end, label in names:
        maker = top_of(parse, start, end)
        by = parse.head[maker]
        noun = parse.head[by]
        if parse.dep[noun] == "acl" and noun > parse.head[noun]:
            noun = parse.head[noun]  # "a song written by Ann Lind, | which features"
        verb = parse.child(maker, "acl", "relcl") if label in _MAKERS else None
        about = (
            parse.lower[by] == "about" and label == "PERSON"
        )  # "a film about Ida Berg, | made by"
        told = about or parse.lower[by] == "by"
        if verb is None or not told or parse.dep[maker] != "pobj" or by < noun:
            continue
        named = label_at.get(noun) in _TITLED
        made = named or (parse.pos[noun] == "NOUN" and type_of_noun(parse.lemma[noun]) in _MADE)
        made = made or (about and type_of_noun(parse.lemma[noun]) == "event")
        if made and _tells_of_made(parse, verb, label):
            yield Move(verb, noun)


def _tells_of_made(parse: Parse, verb: int, label: str) -> bool:
    """True for a verb behind a comma that says of what is made, and of no maker, what was done to
    it or what is on it."""
    opens = parse.left[verb]
    if parse.text[opens - 1] != ",":
        return False
    done = parse.lemma[verb] in read_set("works.toml", *TO_WORKS)
    if parse.dep[verb] == "acl":
        return parse.tag[verb] == "VBN" and done
    shows = parse.lemma[verb] in read_set("works.toml", "showing")
    return parse.lower[opens] == "which" and (label == "PERSON" or shows or done)


def _person_before(parse: Parse, town: int, verb: int) -> int | None:
    """The noun for a person who is of or in a town, where a clause with "who" hangs on the town."""
    noun = parse.head[parse.head[town]]
    who = {"who", "whom"} & {*parse.lower[parse.left[verb] : verb]}
    near = parse.dep[town] == "pobj" and noun < town
    aged = parse.lower[noun] == "old"  # "the 20-year-old from Malmö, who"
    person = type_of_noun(parse.lemma[noun].lower()) == "person" or parse.pos[noun] == "PROPN"
    return noun if who and near and (person or aged) else None


def attach_who(parse: Parse, names: Sequence[tuple[int, int, str]]) -> Iterator[Move]:
    """Hang on the noun for a person before a body the clause with "who" that a parser hangs on the
    body: "the head of the council, who led Orbis"."""
    for start, end, label in names:
        body = top_of(parse, start, end)
        verb = parse.child(body, "relcl") if label in _WHERE else None
        if verb is None or parse.lower[parse.left[verb]] != "who":
            continue
        person = bearer_above(parse, body, bearers_of("PERSON"))
        if person is not None:
            yield Move(verb, person)


def _built_before(parse: Parse, town: int, verb: int) -> int | None:
    """The noun for a building or a body that is in a town, where a verb below the town tells of
    such."""
    while parse.dep[town] == "appos":
        town = parse.head[town]
    prep = parse.head[town]
    if parse.dep[town] != "pobj" or parse.lower[prep] not in ("in", "at", "near", "on"):
        return None
    noun: int | None = parse.head[prep]
    above = parse.head[prep]
    if parse.pos[above] == "VERB":  # "a club based in Leeds, which plays"
        noun = parse.head[above] if parse.dep[above] == "acl" else parse.child(above, "dobj")
    if noun is None or noun > prep or parse.pos[noun] != "NOUN":
        return None
    if not (_tells_of_built(parse, verb) or _tells_of_based(parse, above, verb)):
        return None
    return noun if type_of_noun(parse.lemma[noun]) in ("facility", "organization") else None


def attach_where(parse: Parse, names: Sequence[tuple[int, int, str]]) -> Iterator[Move]:
    """Hang on the place or body before a time the clause with "where" that a parser hangs on the
    time: "joined Orbis in 2004, where she led the sales"."""
    label_at = {t: label for start, end, label in names for t in range(start, end)}
    for start, end, label in names:
        time = top_of(parse, start, end) if label in _TIMES else None
        verb = None if time is None else parse.child(time, "relcl")
        if time is None or verb is None or parse.lower[parse.left[verb]] != "where":
            continue
        before = range(time - 1, parse.head[parse.head[time]], -1)
        place = next((t for t in before if label_at.get(t) in _WHERE), None)
        if place is not None:
            yield Move(verb, place)


def _tells_of_based(parse: Parse, based: int, verb: int) -> bool:
    """True for what a body does that is based in a town, and not the town: "a firm based in Porto,
    which holds the patent"."""
    subject = parse.child(verb, "nsubj")
    which = subject is not None and parse.lower[subject] == "which"
    lying = parse.lower[based] in ("based", "headquartered")
    return which and lying and parse.lemma[verb] not in read_set("verbs.toml", "of_towns")


def _tells_of_built(parse: Parse, verb: int) -> bool:
    """True for a verb that says of what is built, or works, in a town what no town does, or of
    somebody or something whose it is that no town has: "whose *architect* was"."""
    owned = {
        parse.lemma[parse.head[t]] for t in range(parse.left[verb], verb) if _is_whose(parse, t)
    }
    if owned:
        return not owned.isdisjoint(read_set("noun_ties.toml", "of_built"))
    gap = parse.child(verb, "dobj")
    if parse.dep[verb] == "acl":
        kind = "building" if parse.tag[verb] == "VBN" else "operating"
    elif gap is not None and parse.lower[gap] in ("which", "that"):
        kind = "trading"  # "a plant in Porto, which Orbis bought"
    else:
        kind = "operating" if parse.child(verb, "nsubjpass") is None else "housing"
    return parse.lemma[verb] in read_set("verbs.toml", kind)


def attach_events(parse: Parse, names: Sequence[tuple[int, int, str]]) -> Iterator[Move]:
    """Hang on the verb the war that a parser hangs on a name before it: "led the Third Army | in
    World War II"."""
    label_at = {t: label for start, end, label in names for t in range(start, end)}
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
            yield Move(prep, verb)


def attach_led(parse: Parse, names: Sequence[tuple[int, int, str]]) -> Iterator[Move]:
    """Hang on the body right before a comma whom it is led or owned by: "ruled out working with the
    Homeland Party, | led by Ann Lind"."""
    last = {end - 1: top_of(parse, start, end) for start, end, label in names if label == "ORG"}
    for verb in range(2, len(parse)):
        if parse.tag[verb] != "VBN" or parse.text[verb - 1] != ",":
            continue
        bare = parse.child(verb, *SUBJECTS, "aux", "auxpass", "mark", "cc") is None
        led = bare and parse.lemma[verb] in read_set("verbs.toml", "of_led_bodies")
        if not led or parse.child(verb, "agent") is None or parse.dep[verb] not in _CUT:
            continue
        noun = parse.pos[verb - 2] == "NOUN" and type_of_noun(parse.lemma[verb - 2])
        body = last.get(verb - 2, verb - 2 if noun == "organization" else None)
        if body is not None and parse.head[verb] != body and parse.head[body] != verb:
            yield Move(verb, body, "acl")


def _is_whose(parse: Parse, token: int) -> bool:
    return parse.tag[token] == "WP$" and parse.dep[token] == "poss"
