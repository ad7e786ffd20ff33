"""Places inside longer names ("the *Bristol* Harbour Trust"), where the text names the place by
itself as well.

A country that a name begins with only tells whose body it is ("the *US* Congress").
"""

from __future__ import annotations

from spacy.tokens import Doc

from kgx.annotate.gazetteer import nation_of
from kgx.annotate.name_votes import name_key
from kgx.annotate.parse import Parse
from kgx.annotate.parts import MentionSpan
from kgx.types import Entity

_LONGEST = 4  # words of a place's name that is looked for
_COUNTRY = "https://schema.org/Country"
_OUTER = frozenset(["organization", "facility", "event"])


def mention_inner_places(doc: Doc) -> None:
    """Add to ``doc._.kgx_mentions`` the places of the doc that are named inside longer names."""
    parse: Parse = doc._.kgx_parse
    entities: dict[str, Entity] = doc._.kgx_entities
    mentions: list[MentionSpan] = doc._.kgx_mentions
    names = [m for m in mentions if m.form == "name"]
    places: dict[str, str] = {}
    countries = {iri for iri, e in entities.items() if _COUNTRY in e.types}
    for m in names:
        words = parse.text[m.start : m.end]
        adjective = len(words) == 1 and nation_of(words[0]) is not None
        if entities[m.entity].type == "place" and len(words) <= _LONGEST and not adjective:
            places.setdefault(name_key(words), m.entity)
    added: list[MentionSpan] = []
    for m in names:
        if entities[m.entity].type in _OUTER and m.end - m.start > 1:
            inner = _find_inner(parse, m, places)
            added += [x for x in inner if x.start > m.start or x.entity not in countries]
    if added:
        doc._.kgx_mentions = sorted([*mentions, *added], key=lambda m: (m.start, m.end, m.entity))


def _find_inner(parse: Parse, outer: MentionSpan, places: dict[str, str]) -> list[MentionSpan]:
    """The mentions of places strictly inside a name, longest first at each word."""
    found: list[MentionSpan] = []
    start = outer.start
    while start < outer.end:
        for end in range(min(start + _LONGEST, outer.end), start, -1):
            entity = places.get(name_key(parse.text[start:end]))
            whole = end - start == outer.end - outer.start
            if entity is not None and entity != outer.entity and not whole:
                found.append(MentionSpan(start, end, end - 1, entity, "name"))
                start = end - 1
                break
        start += 1
    return found
