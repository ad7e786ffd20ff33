"""Places in wider ones: "moved to Bolzano, | in northern Italy |, where she died"."""

from collections.abc import Iterator, Sequence

from kgx.annotate.grammar.binding import top_of
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import Move
from kgx.annotate.words.gazetteer import places_named
from kgx.annotate.words.noun_types import type_of_noun

_PLACES = frozenset({"GPE", "LOC"})
_WIDER = frozenset({"country", "region", "territory"})
_SPEAKERS = frozenset({"he", "she", "they", "who"})


def attach_within(parse: Parse, names: Sequence[tuple[int, int, str]]) -> Iterator[Move]:
    """Hang on a place the country or region that it is in, where a parser hangs that on the verb:
    "moved to Bolzano, | in northern Italy"."""
    ends = {end: top_of(parse, start, end) for start, end, label in names if label in _PLACES}
    wide = {
        top_of(parse, s, e) for s, e, label in names if label in _PLACES and _is_wide(parse, s, e)
    }
    for end, place in ends.items():
        comma = parse.text[end : end + 1] == [","]
        link = end + comma
        if parse.lower[link : link + 1] != ["in"] or parse.child(link, "pobj") not in wide:
            continue
        hangs = parse.dep[place] == "pobj" and parse.head[link] == parse.head[parse.head[place]]
        if hangs and place not in wide and parse.head[place] < place:
            yield Move(link, place)


def _is_wide(parse: Parse, start: int, end: int) -> bool:
    places = places_named(" ".join(parse.text[start:end]))
    return bool(places) and places[0].kind in _WIDER


def attach_where_within(parse: Parse, names: Sequence[tuple[int, int, str]]) -> Iterator[Move]:
    """Hang on a place what somebody does there that a parser hangs on the country around it: "a
    town in Peru, | where she died"."""
    for start, end, label in names:
        around = top_of(parse, start, end)
        verb = parse.child(around, "relcl") if label in _PLACES else None
        link = parse.head[around]
        place = parse.head[link]
        if verb is None or parse.dep[around] != "pobj" or parse.lower[link] != "in":
            continue
        subject = parse.child(verb, "nsubj", "nsubjpass")
        does = subject is not None and parse.lower[subject] in _SPEAKERS
        where = parse.lower[parse.left[verb]] == "where" and parse.text[parse.left[verb] - 1] == ","
        named = any(place == top_of(parse, s, e) for s, e, told in names if told in _PLACES)
        town = parse.pos[place] == "NOUN" and type_of_noun(parse.lemma[place]) == "place"
        if does and where and place < link and (named or town):
            yield Move(verb, parse.head[place] if parse.dep[place] == "appos" else place)
