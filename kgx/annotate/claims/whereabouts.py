"""Where what a clause tells of is, however deep in its phrase the place stands."""

from collections.abc import Iterator

from kgx.annotate.claims.concepts import refer
from kgx.annotate.claims.drafts import Context, Draft, draft_typed, find_typed, state
from kgx.annotate.claims.objects import is_part_seat
from kgx.annotate.claims.referents import End
from kgx.annotate.claims.relations import Said
from kgx.annotate.claims.role_anchors import find_anchors
from kgx.annotate.clauses.stand_ins import spread_out
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.names.evidence import best_place
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

_WHERE = frozenset({"in", "at"})


def place_object(
    context: Context, base: str, subject: End | None, part: Phrase, other: End
) -> Iterator[Draft]:
    """ "Opened a plant in Bursa" opened something in Bursa, wherever the parser hangs the place."""
    parse, table = context.referents.parse, context.relations.active
    best = any(parse.tag[c] == "JJS" for c in parse.children[part.head])
    body = subject is not None and subject.type == "organization"
    runs = body and _runs_sites(parse, base, part.head)
    if best or (other.type != "concept" and not (runs and other.iri is None)):
        return  # "the largest collection in Norway" is nowhere
    if _speaks_of(context, base) or is_part_seat(parse, part.head):
        return
    for prep in parse.children[part.head]:
        near = parse.lower[prep] in _WHERE or parse.lower[prep] == "near"
        for place in _within(parse, prep, part) if near else ():
            around = refer(context.referents, place, (place,))
            if around is not None and around.type in ("place", "facility"):
                things = (context.name(other), parse.lemma[part.head].lower())
                whole = [f"{base} {thing} {parse.lower[prep]}" for thing in things]
                said = base == "have" or things[1] in read_set("noun_ties.toml", "stakes")
                told = whole[-1] if said else f"{base} {parse.lower[prep]}"
                told = "operate in" if runs else told
                key = next((w for w in whole if w in table), told)
                yield from state(context, table, key, key, subject, around)
                if _puts_up(base, things[1]) and (other.type, around.type) == ("concept", "place"):
                    yield context.typed(other.iri, "locatedIn", around)


def _puts_up(base: str, noun: str) -> bool:
    """True for a building that a verb says comes to stand where it is put up."""
    return base in read_set("verbs.toml", "putting_up") and type_of_noun(noun) == "facility"


def draft_premises(context: Context, owner: End, noun: int) -> Iterator[Draft]:
    """ "Orbis's headquarters in Bari" says that Orbis has headquarters there; its regional
    headquarters are no seat."""
    parse = context.referents.parse
    said = parse.lemma[noun].lower()
    if said != "headquarters" and said not in read_set("noun_ties.toml", "premises"):
        return
    before = [parse.lower[c] for c in parse.children[noun] if parse.dep[c] in ("amod", "compound")]
    if is_part_seat(parse, noun):
        return
    if "head" in before:
        said = "head office"
        if not read_set("noun_ties.toml", "whole").issuperset(before):
            return
    for prep in parse.children[noun]:
        key = f"have {said} {parse.lower[prep]}"
        for place in _below(parse, prep) if key in context.relations.active else ():
            around = context.refer_to(place)
            if around is not None:
                yield from draft_typed(context, context.relations.active, key, owner, around)


def draft_seated(context: Context, clause: Clause, marker: str, around: End) -> Iterator[Draft]:
    """ "Orbis's headquarters are in Bari": it has headquarters there."""
    parse, noun = context.referents.parse, clause.subject.head
    before = [parse.lower[c] for c in parse.children[noun] if parse.dep[c] in ("amod", "compound")]
    said = f"have {' '.join([*before, parse.lower[noun]])} {marker}"
    for body, preposition in find_anchors(context, noun):
        if preposition in ("", "of"):
            yield from draft_typed(context, context.relations.active, said, body, around)


def _below(parse: Parse, prep: int) -> list[int]:
    """What a preposition brings in, with what is coordinated with it."""
    first = parse.child(prep, "pobj")
    return [] if first is None else spread_out(parse, first)


def _within(parse: Parse, prep: int, part: Phrase) -> list[int]:
    """What a preposition brings in where that is inside a phrase."""
    return _below(parse, prep) if parse.child(prep, "pobj") in part.tokens else []


def _runs_sites(parse: Parse, base: str, noun: int) -> bool:
    """True for one who has offices, plants or shops somewhere, and so works there."""
    lemma, running = parse.lemma[noun].lower(), read_set("verbs.toml", "running")
    return base in running and lemma in read_set("noun_ties.toml", "premises")


def _speaks_of(context: Context, base: str) -> bool:
    """True for a verb whose object is somewhere else: "blamed weak demand in Chile"."""
    unreal = {"saying", "denying", "possible", "demanded"} & context.lexicon.verbs.get(base, set())
    return bool(unreal) or base in read_set("verbs.toml", "judging")


def draft_whereabouts(
    context: Context,
    base: str,
    marker: str,
    subject: End | None,
    part: Phrase,
    other: End,
    table: Said,
) -> Iterator[Draft]:
    """ "Died in a hospital in Bonn", "in a Bonn hospital" is to have died in Bonn, for relations to
    places."""
    parse = context.referents.parse
    if subject is None or other.type != "concept" or marker not in _WHERE:
        return
    preps = [c for c in parse.children[part.head] if parse.lower[c] in _WHERE]
    built = type_of_noun(parse.lemma[part.head].lower()) in ("facility", "organization")
    towns = [
        c
        for c in parse.children[part.head]
        if built and parse.dep[c] == "compound" and best_place(parse.text[c]) is not None
    ]
    for place in (*towns, *(place for prep in preps for place in _within(parse, prep, part))):
        around = context.refer_to(place)
        if around is not None and around.type == "place":
            found = find_typed(context, table, f"{base} in", subject, around)
            if found is not None and found[0].range[:1] == ("place",) and not found[1]:
                yield context.typed(subject.iri, found[0].id, around)


def is_carried(context: Context, clause: Clause, base: str) -> bool:
    """True where a verb takes a thing elsewhere: "moved the army to Kiel" says where the army is,
    "moved her family to Kiel" where she lives."""
    parse = context.referents.parse
    thing = parse.child(clause.head, "dobj")
    carries = base in read_set("verbs.toml", "carrying")
    household = read_set("noun_ties.toml", "household")
    return carries and thing is not None and parse.lemma[thing].lower() not in household
