"""Where what is named lies, by the place beside its name: "the Kroll Gallery in Hamburg", after
MinIE's implicit extractions (Gashteovski et al. 2017)."""

from collections.abc import Iterator

from kgx.annotate.clauses.reader import Reader, phrase
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.grammar.phrases import noun_clause, phrase_words
from kgx.annotate.names.evidence import best_place
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

_PLACES = frozenset({"GPE", "LOC"})
_PARTY = frozenset({"against", "with"})
"""Before whom one sues or deals with somewhere: "a pact with Orbis in Lund" puts Orbis nowhere."""
_AT = frozenset({"in", "at", "near", "outside", "around", "of", "from"})


def read_locations(reader: Reader) -> Iterator[Clause]:
    """ "The Kroll Gallery in Hamburg", "the Orbis summit in Lyon": where a named thing is."""
    parse = reader.parse
    for token in range(len(parse)):
        if parse.dep[token] != "pobj" or reader.named[token] not in _PLACES | {""}:
            continue
        prep = _over_part(parse, parse.head[token])
        if parse.lower[prep] != "in" or parse.dep[prep] != "prep":
            continue
        within = reader.named[token] in _PLACES and _is_in_place(reader, prep)
        thing = prep - 1 if within else parse.head[prep]
        if not _is_named(reader, thing):
            continue
        party = reader.named[thing] == "ORG" and parse.lower[parse.head[thing]] in _PARTY
        if party or _is_met(parse, thing) or _is_country(parse, thing):
            continue
        around = Phrase(token, phrase_words(parse, token), "place")
        name = phrase(reader, thing, "subject")
        before = tuple(t for t in name.tokens if t < prep)
        if before and before[-1] < around.tokens[0]:
            subject = Phrase(thing, before, "subject")
            yield noun_clause(prep, "apposition", "be in", subject, [around])


def _over_part(parse: Parse, prep: int) -> int:
    """The preposition before the part of a place: "*in* the east of Norway"."""
    part = parse.head[prep]
    whole = parse.lower[prep] == "of" and parse.dep[part] == "pobj"
    partial = whole and parse.lower[part] in read_set("nouns.toml", "directions")
    return parse.head[part] if partial else prep


def _is_in_place(reader: Reader, prep: int) -> bool:
    """True for "in" right after a place that tells where something is: "near Lund *in* Scania"."""
    parse, place = reader.parse, prep - 1
    if place < 1 or reader.named[place] not in _PLACES or parse.dep[place] != "pobj":
        return False
    bare = parse.child(place, "det") is None  # "the Cresta Tour in Bari" goes on elsewhere
    return bare and parse.lower[parse.head[place]] in _AT


def _is_country(parse: Parse, thing: int) -> bool:
    """True for a country, which is in no town: "met the president of Chile in Lima"."""
    place = best_place(parse.text[thing])
    return place is not None and place.kind == "country"


def _is_met(parse: Parse, thing: int) -> bool:
    """True for the object of an encounter, which is where that is: "faced Orbis in Lund"; for who
    brings out something there: "released on Orbis Records in Peru"."""
    above = parse.head[thing]
    if parse.dep[thing] == "pobj":
        verb = parse.lemma[parse.head[above]]
        out = verb in read_set("works.toml", "writing", "bringing_out")
        return (out and parse.lower[above] != "at") or parse.dep[above] == "agent"
    met = parse.lemma[above] in read_set("verbs.toml", "meeting")
    return met and parse.dep[thing] == "dobj"


def _is_named(reader: Reader, token: int) -> bool:
    """True for a name of what has a place, and for a noun that a name is part of."""
    parse = reader.parse
    if reader.named[token]:
        return reader.named[token] in ("ORG", "FAC", "EVENT", "LOC", "GPE")
    if parse.pos[token] != "NOUN":
        return False
    built = type_of_noun(parse.lemma[token]) == "facility"
    return any(
        (parse.dep[c] in ("compound", "nmod") and reader.named[c] in ("ORG", "EVENT", "FAC"))
        or (built and parse.dep[c] == "poss" and reader.named[c] in ("ORG", "GPE"))
        for c in parse.children[token]
    )
