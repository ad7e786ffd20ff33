"""Words for places that belong to names: *The* Hague, Washington, *D.C.*, Food Watch *Norland*."""

from __future__ import annotations

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.words import Name, is_capitalised, words_in
from kgx.annotate.words.gazetteer import nation_of, places_named

_LONGEST_PLACE = 3
"""Words of a place that ends the name of a body, at most."""
_SHORTEST_BRANCH = 3
"""Words of the land that a branch is named by, with "in the", at least: one may be a mere place."""


def with_article(parse: Parse, name: Name) -> Name | None:
    """The article, the nationality or the direction that is part of a place's name: *The* Hague,
    *French* Guiana, *Western* Australia."""
    before = name.start - 1
    if before < parse.sent[name.start]:
        return None
    word = parse.text[before]
    if word not in ("The", *words_in("directions")) and nation_of(word) is None:
        return None
    whole = " ".join(parse.text[before : name.end])
    return (
        Name(before, name.end, "GPE") if any(p.name == whole for p in places_named(whole)) else None
    )


def with_part_of_world(parse: Parse, name: Name) -> Name | None:
    """A people of a part of the world, which is no country's: *South* American."""
    before, word = name.start - 1, parse.text[name.start]
    if name.end - name.start > 1 or before < parse.sent[name.start]:
        return None
    whole = f"{parse.text[before]} {word}"
    part = word in words_in("continental") or word == "Americans"
    if not part or parse.text[before] not in words_in("parts_of_world"):
        return None
    return None if nation_of(whole) else Name(before, name.end, "NORP")


def with_branch(parse: Parse, name: Name) -> Name | None:
    """A group with the land that its branch is named by: Al-Qaeda *in the Arabian Peninsula*."""
    at, last = name.end, parse.sent_end[name.start]
    group = " ".join(parse.text[name.start : at]).replace(" - ", "-")
    if group not in words_in("branched") or parse.lower[at : at + 2] != ["in", "the"]:
        return None
    end = at + 2
    while end < last and is_capitalised(parse.text[end]):
        end += 1
    return Name(name.start, end, "ORG") if end - at > _SHORTEST_BRANCH else None


def with_place(parse: Parse, name: Name) -> Name | None:
    """The places that a body's name ends in without a comma: Food Watch Norland *Elvania*."""
    end = name.end
    if name.label != "ORG" or end - name.start < 2 or end >= parse.sent_end[name.start]:
        return None
    if parse.text[end][:1].islower() or parse.text[end] in ("(", ",", "'s", "’s"):
        return None
    for size in range(min(_LONGEST_PLACE, parse.sent_end[end] - end), 0, -1):
        ties = parse.dep[end - 1] == "compound" and parse.head[end - 1] == end + size - 1
        if ties and places_named(" ".join(parse.text[end : end + size])):
            return Name(name.start, end + size, "ORG")
    return None


def with_campus(parse: Parse, name: Name) -> Name | None:
    """The town of a state's university: University of Ohio, *Dayton*, of Texas *at Austin*."""
    words, at = parse.text[name.start : name.end], name.end
    of = next((i for i in range(1, len(words)) if words[i - 1 : i + 1] == ["University", "of"]), 0)
    state = places_named(" ".join(words[of + 1 :])) if of else []
    lead = parse.lower[at : at + 1]
    if not any(place.kind == "region" for place in state) or lead not in ([","], ["at"]):
        return None
    for size in range(_LONGEST_PLACE, 0, -1):
        town = parse.text[at + 1 : at + 1 + size]
        known = any(place.kind == "city" for place in places_named(" ".join(town)))
        double = town[1:2] == ["-"] and is_capitalised(town[-1])
        if len(town) == size and (known or (double and lead == ["at"])):
            return Name(name.start, at + 1 + size, "ORG")
    return None


def with_district(parse: Parse, name: Name) -> Name | None:
    """What a comma sets apart in a town's full name: Washington, *D.C.*"""
    end = name.end + 2
    known = end <= parse.sent_end[name.start] and is_place_in_full(parse, name.start, end)
    return Name(name.start, end, name.label or "GPE") if known else None


def is_place_in_full(parse: Parse, start: int, end: int) -> bool:
    """True for one name of a place with a comma in it: Washington, D.C."""
    inside = "," in parse.text[start:end]
    return inside and bool(places_named(" ".join(parse.text[start:end]).replace(" ,", ",")))
