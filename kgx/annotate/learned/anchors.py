"""Anchors: the places in a sentence where an end of a claim can stand.

Names, noun phrases and pronouns that refer to an entity, relative pronouns that stand for what
their clause describes, nationalities that stand for a country, and literals: times and numbers.
"""

from __future__ import annotations

from spacy.tokens import Doc

from kgx.annotate.claims.referents import date_type
from kgx.annotate.grammar.binding import top_of
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import MentionSpan, TimeSpan, read_ents
from kgx.annotate.learned.anchor import Anchor
from kgx.annotate.learned.names import Lexicon, Spelling, find_names, spell
from kgx.annotate.learned.relatives import find_relatives
from kgx.annotate.learned.unnamed import find_unnamed
from kgx.annotate.names.nationalities import find_country
from kgx.annotate.words.gazetteer import nation_of
from kgx.iris import XSD, entity_iri
from kgx.types import Entity, EntityType

MEASURES = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})
_DASHES = frozenset({"-", "–", "—", "to", "until", "and"})


def find_anchors(doc: Doc, base: str, names: Lexicon | None = None) -> list[Anchor]:
    """The anchors of a doc after ``kgx_claims``, in the order of their heads; one a head, the
    longest.

    Args:
        names: Further names to find.
    """
    parse: Parse = doc._.kgx_parse
    entities: dict[str, Entity] = doc._.kgx_entities
    at: dict[int, Anchor] = {}
    for mention in doc._.kgx_mentions:
        _keep(at, _of_mention(parse, mention, entities))
    for time in doc._.kgx_times:
        for part in _split_time(parse, time):
            _keep(at, _of_time(parse, part))
    _add_names(doc, parse, base, at)
    if names:
        _add_known(doc, parse, base, at, names)
    for anchor in find_unnamed(doc, base, at):
        at[anchor.head] = anchor
    at.update(find_relatives(parse, at))
    return [at[head] for head in sorted(at)]


def _keep(at: dict[int, Anchor], anchor: Anchor) -> None:
    held = at.get(anchor.head)
    if held is None or anchor.end - anchor.start > held.end - held.start:
        at[anchor.head] = anchor


def _of_mention(parse: Parse, mention: MentionSpan, entities: dict[str, Entity]) -> Anchor:
    head, iri = mention.head, mention.entity
    if mention.form == "name" and mention.end - mention.start > 1:
        head = top_of(parse, mention.start, mention.end)  # names are bound: it may have moved
    type_ = entities[iri].type
    return Anchor(mention.start, mention.end, head, type_, mention.form, iri, iri)


def _split_time(parse: Parse, time: TimeSpan) -> list[TimeSpan]:
    """A time; the two ends of a range such as "4 May 1904 – 1932", each on its own."""
    if not time.value[:1].isdigit():
        return []  # "now", "three days"
    if "/" not in time.value:
        return [time]
    dash = next((t for t in range(time.start, time.end) if parse.text[t] in _DASHES), None)
    first, last = time.value.split("/", 1)
    if dash is None or dash in (time.start, time.end - 1) or ".." in time.value:
        return []
    return [
        TimeSpan(time.start, dash, first, first),
        TimeSpan(dash + 1, time.end, last, last),
    ]


def _of_time(parse: Parse, time: TimeSpan) -> Anchor:
    head = top_of(parse, time.start, time.end)
    value = time.value
    return Anchor(
        time.start, time.end, head, "date", "literal", value, None, value, date_type(value)
    )


def _add_names(doc: Doc, parse: Parse, base: str, at: dict[int, Anchor]) -> None:
    """Nationalities and numbers among the names of a doc."""
    countries: dict[str, Entity] = {}
    for start, end, label in read_ents(doc):
        if label == "NORP":
            head = top_of(parse, start, end)
            held = at.get(head)
            free = held is None or held.type == "group"
            place = nation_of(doc[start:end].text) if free else None
            if place is not None:
                if place.name not in countries:
                    countries[place.name] = find_country(doc._.kgx_entities, place, base)
                country = countries[place.name]
                iri = country.id
                at[head] = Anchor(start, end, head, "place", "nationality", iri, iri, makes=country)
        elif label in MEASURES:
            head = top_of(parse, start, end)
            if head not in at:
                text = doc[start:end].text
                at[head] = Anchor(
                    start, end, head, "number", "literal", text, None, text, XSD + "string"
                )


def _add_known(doc: Doc, parse: Parse, base: str, at: dict[int, Anchor], names: Lexicon) -> None:
    """Names that rules know, in place of what was read inside them."""
    labels = {spell(entity.label): entity for entity in doc._.kgx_entities.values()}
    for first, last, name in find_names(doc.text, names):
        span = doc.char_span(first, last)
        if span is None:
            continue
        start, end = span.start, span.end
        head = top_of(parse, start, end)
        held = at.get(head)
        if held is not None and (held.iri is None or (held.start, held.end) == (start, end)):
            continue
        for token in range(start, end):
            at.pop(token, None)
        type_: EntityType = "concept" if span.text.islower() else "other"
        entity = labels.get(spell(name)) or Entity(entity_iri(name, type_, base), name, type_)
        iri = entity.id
        at[head] = Anchor(start, end, head, entity.type, "name", iri, iri, makes=entity)


def name_of(doc: Doc, anchor: Anchor) -> Spelling:
    """What the thing that an anchor stands for is called."""
    entity = anchor.makes or doc._.kgx_entities.get(anchor.iri)
    return spell(doc[anchor.start : anchor.end].text if entity is None else entity.label)
