"""Evidence for what a name names from the word that links it to what stands before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import head_of
from kgx.annotate.names.evidence import STRONG, SURE, TOLD, Evidence, best_place
from kgx.annotate.names.side_nouns import noun_label
from kgx.annotate.names.words import Name, given_names, is_capitalised, words_in
from kgx.annotate.words.wordlists import read_set

_STEPS_TO_AGENT = 4
_REIGN = re.compile(r"[IVX]+")


def read_link(parse: Parse, name: Name) -> Iterator[Evidence]:
    """What a preposition, a possessive or an article before a name says with the word before it:
    *built by* X, *the city of* X, *shares in* X."""
    before = name.start - 1
    word = parse.lower[before]
    if word in _LINKS:
        yield from _LINKS[word](parse, name)
    if _is_aboard(parse, before - (word == "the")):
        yield "aboard", "PRODUCT", STRONG
    if parse.text[name.end - 1].isdigit() and _is_of_work(parse, before):
        yield "work by", "ORG", TOLD  # an album by the Kestrel 5
    if parse.text[before] == "The" and before > parse.sent[before]:
        yield from _with_article(parse, name)
    lies = word in words_in("shore_words") and name.end - name.start == 2
    if lies and parse.text[name.end - 1] in words_in("shore_heads"):
        yield "shore", "LOC", SURE  # a buoy off Gull Point


def _with_article(parse: Parse, name: Name) -> Iterator[Evidence]:
    """What an article with a capital within a sentence says, which is a part of the name."""
    before = name.start - 1
    if _is_placelike(parse, name):
        yield "capital article", "WORK_OF_ART", 1.0
    elif parse.lower[before - 1] == "of" and parse.tag[before - 2] in ("NNP", "NN"):
        yield "capital article", "ORG", 2.2  # Ann Lind of The Herald


def _of(parse: Parse, name: Name) -> Iterator[Evidence]:
    """What the noun before "of" says: *the city of* X, *founder of* X, *shares of* X."""
    noun = name.start - 2
    home = parse.lower[noun] in read_set("nouns.toml", "homes")
    if noun_label(parse, noun) in ("GPE", "LOC") and not home:
        town = parse.lower[noun] in read_set("nouns.toml", "city") - {"capital"}
        yield "of", "GPE", SURE + STRONG if town else STRONG
    if _is_of_ruler(parse, noun):
        yield "of a ruler", "GPE", TOLD
    elif name.label == "PERSON" and parse.lower[noun - 1] in given_names():
        given = parse.lower[noun] in given_names()  # Maria Teresa of Arvona, Ann Lind of Orbis
        yield "of somebody", "GPE" if given else "ORG", TOLD
    if _is_body_of_place(parse, name):
        yield "body of", "GPE", 2.2  # Orbis Motors of Turin
    yield from _held(parse, noun)
    yield from _governed(parse, noun)


def _held(parse: Parse, noun: int) -> Iterator[Evidence]:
    if parse.lower[noun] in words_in("holdings"):
        yield "shares", "ORG", TOLD  # shares in Orbis


def _in(parse: Parse, name: Name) -> Iterator[Evidence]:
    """What "shares *in* X" and "invested *in* X" say."""
    noun = name.start - 2
    if parse.lemma[noun] in words_in("put_into"):
        yield "in", "ORG", 1.5
    yield from _held(parse, noun)


def _at(parse: Parse, name: Name) -> Iterator[Evidence]:
    """What "analysts *at* X" says."""
    label = noun_label(parse, name.start - 2)
    if label == "PERSON":
        yield "at", "ORG", 2.2
    elif label == "FAC":
        yield "at", "GPE", 1.5  # the lighthouse at Kuura


def _from(parse: Parse, name: Name) -> Iterator[Evidence]:
    """What "*from* X to Lund" and "took over *from* X" say."""
    if parse.lower[name.end : name.end + 1] == ["to"]:
        yield "from ... to", "GPE", 1.0
    if parse.lemma[parse.head[name.start - 1]] in words_in("taken_from"):
        yield "taken from", "ORG", 2.2


def _for(parse: Parse, name: Name) -> Iterator[Evidence]:
    """What "Member of Parliament *for* X" says."""
    if parse.text[name.start - 2] in words_in("seats"):
        yield "seat", "GPE", TOLD


def _to(parse: Parse, name: Name) -> Iterator[Evidence]:
    """What "the way *to* X" says."""
    to = name.start - 1
    if parse.head[to] == to - 1 and parse.lemma[to - 1] in words_in("leads_to"):
        yield "way to", "GPE", TOLD


def _is_of_ruler(parse: Parse, last: int) -> bool:
    """True for the last word of the name of somebody who goes by a number, or by a given name
    alone: Otto *III* of Tessen, *Elena* of Moravia."""
    word, before = parse.text[last], parse.text[last - 1]
    numbered = bool(_REIGN.fullmatch(word)) and before.lower() in given_names()
    alone = last == parse.sent[last] or not is_capitalised(before) or before in words_in("titles")
    return numbered or (alone and word.istitle() and word.lower() in given_names())


def _is_of_work(parse: Parse, before: int) -> bool:
    """True for "by" after the noun for a work, and for an article after that."""
    by = before - (parse.lower[before] == "the")
    return by > 0 and parse.lower[by] == "by" and noun_label(parse, by - 1) == "WORK_OF_ART"


def _is_placelike(parse: Parse, name: Name) -> bool:
    """True for a name that ends as places do; after "The" within a sentence it may be a work's."""
    last = parse.text[name.end - 1]
    return last in words_in("facility_heads") or last in words_in("place_heads")


def _is_body_of_place(parse: Parse, name: Name) -> bool:
    """True for a known place after the name of a firm and "of"."""
    firm = name.start > 1 and parse.text[name.start - 2] in words_in("organization_heads")
    return firm and best_place(" ".join(parse.text[name.start : name.end])) is not None


def _governed(parse: Parse, token: int) -> Iterator[Evidence]:
    """What a noun before "of" says: *founder* of X, *mayor* of X."""
    noun = parse.lemma[token]
    chief = noun == "executive" and parse.lower[token - 1] == "chief"
    if chief or noun in words_in("of_firm"):
        yield "of", "ORG", TOLD
    elif noun in words_in("of_body"):
        yield "of", "ORG", TOLD - 0.5
    elif noun in words_in("of_place"):
        yield "of", "GPE", TOLD - 0.5
    elif noun in words_in("of_event"):
        yield "of", "EVENT", TOLD - 0.5


def _of_country(parse: Parse, name: Name) -> Iterator[Evidence]:
    """What a country's possessive says of a name: France's Orbis; but France's Jeanne Orlac."""
    if not _is_country(parse.text[name.start - 2]):
        return
    several = 1 < name.end - name.start < 4
    if several and _is_athlete(parse, name):
        yield "country's", "PERSON", TOLD
        return
    full = several and parse.lower[name.start] in given_names()
    lone = name.end - name.start == 1 and name.label != "PERSON"
    weight = 2.2 if lone else 1.5
    yield "country's", "PERSON" if full else "ORG", weight


def _is_country(word: str) -> bool:
    place = best_place(word)
    return place is not None and place.kind == "country"


def _is_athlete(parse: Parse, name: Name) -> bool:
    """True for who beats and is beaten where no body does: "Peru's Rosa Hale *beat* Ann Lind",
    "Peru's Rosa Hale *was second*"."""
    head = head_of(parse, name.start, name.end)
    verb = parse.head[head]
    if parse.dep[head] not in ("nsubj", "dobj") or parse.text[name.end - 1] in words_in(
        "organization_heads", "team_heads", "club_ends"
    ):
        return False
    ranked = parse.child(verb, "acomp", "advmod", "attr") if parse.dep[head] == "nsubj" else None
    placed = ranked is not None and parse.lower[ranked] in words_in("places_taken")
    won = parse.child(verb, "dobj") if parse.dep[head] == "nsubj" else None
    placed = placed or (won is not None and parse.lemma[won] in words_in("athletes_win"))
    return parse.lemma[verb] in words_in("athletes_do") or placed


def _made_by(parse: Parse, name: Name) -> Iterator[Evidence]:
    """What "built by X" and "distributed by X" say: firms make, and no places."""
    by = name.start - 1
    joined = parse.dep[by] == "conj"  # "by Orbis in Norland and by X"
    for _ in range(_STEPS_TO_AGENT):
        by = parse.head[by] if joined and parse.dep[by] != "agent" else by
    made = parse.lemma[parse.head[by]] in words_in("making_verbs")
    if made and parse.lower[name.start] not in given_names():
        yield "made by", "ORG", 2.0 if name.end - name.start == 1 else 1.0


def _is_aboard(parse: Parse, board: int) -> bool:
    """True for "aboard X" and "on board X"; who "came on board Orbis" is of a firm."""
    on = board - (parse.lower[board] == "board")
    if (on == board) != (parse.lower[on] == "aboard") or parse.lower[on] not in ("aboard", "on"):
        return False
    return parse.lemma[parse.head[on]] not in words_in("comes_in")


_LINKS: dict[str, Callable[[Parse, Name], Iterator[Evidence]]] = {
    "of": _of,
    "in": _in,
    "at": _at,
    "from": _from,
    "for": _for,
    "to": _to,
    "by": _made_by,
    "'s": _of_country,
    "’s": _of_country,
}
"""What tells, by the word before a name."""
