"""Where a thing is from: "a Turkish firm", "the Izmir-based manufacturer"."""

from collections.abc import Iterator, Sequence

from kgx.annotate.claims.drafts import Context, Draft
from kgx.annotate.claims.referents import End, Referents
from kgx.annotate.names.languages import is_of_language
from kgx.annotate.names.nationalities import country_iri
from kgx.annotate.names.words import words_in
from kgx.annotate.words.gazetteer import nation_of
from kgx.annotate.words.wordlists import read_set

_NATIONALITY = {
    "person": "citizenship",
    "product": "countryOfOrigin",
    "work": "countryOfOrigin",
}
"""What a word for a nationality says of a thing of each type; else ``country``."""

_NAMED = frozenset({"FAC", "EVENT", "LAW"})
"""Labels of names with a nationality in them that tells nothing of who is theirs."""
_SEATS = {
    "organization": {"based": "headquarters", "headquartered": "headquarters"},
    "person": {"born": "birthPlace", "based": "residence"},
}
"""By the type of a thing, what a participle after a place and a hyphen says of the two."""


def mark_nationality(context: Context, subject: End, adjectives: list[int]) -> Iterator[Draft]:
    """ "A Turkish firm" is of Türkiye; "a Malian and French citizen" of both."""
    referents, last = context.referents, None
    text = referents.parse.text
    for t in adjectives if subject.iri is not None else ():
        if not text[t][:1].isupper() or not _is_origin(text, t) or _is_of_name(referents, t):
            continue
        if last is not None and text[last + 1 : t] not in (["and"], ["-"]):
            return
        country = _country_meant(context, t, adjectives)
        if country is not None and country != subject.iri:
            id_ = _NATIONALITY.get(subject.type or "", "country")
            yield context.typed(subject.iri, id_, referents.entity(country))
            last = t


def _is_of_name(referents: Referents, word: int) -> bool:
    """True for a word of a longer name, "the British Museum director", and for a language."""
    told = referents.at.get(word)
    tongue = told is not None and referents.entities[told.entity].type == "language"
    named = referents.label_at[word] in _NAMED
    return named or tongue or is_of_language(referents.parse, word)


def _country_meant(context: Context, word: int, adjectives: list[int]) -> str | None:
    """The entity of the country that a word names, with the word before it or alone; none for a
    part of the world: "a South American bloc"."""
    text = context.referents.parse.text
    both = f"{text[word - 1]} {text[word]}" if word - 1 in adjectives else ""  # "South African"
    if both and nation_of(both) is None and text[word - 1] in words_in("parts_of_world"):
        return None
    return country_entity(context, both) or country_entity(context, text[word])


def draft_nationality(
    context: Context, base: str, subject: End | None, noun: int
) -> Iterator[Draft]:
    """ "Holds Swedish nationality": whose citizen somebody is.

    Args:
        base: The lemma of the verb.
        noun: What the verb does it to.
    """
    parse = context.referents.parse
    told = parse.lemma[noun].lower() in ("nationality", "citizenship")
    held = told and base in read_set("verbs.toml", "holding_papers")
    if held and subject is not None and subject.type == "person":
        yield from mark_nationality(context, subject, parse.children[noun])


def draft_language(
    context: Context, subject: End, noun: int, tokens: Sequence[int]
) -> Iterator[Draft]:
    """ "An Esperanto author" writes in it, "a Welsh-language weekly" is in it.

    Args:
        noun: What is said of the subject.
        tokens: The words of the phrase of the noun.
    """
    referents, parse = context.referents, context.referents.parse
    trade = parse.lemma[noun].lower() in read_set("works.toml", "of_language")
    for t in tokens:
        mention = referents.at.get(t) if t < noun else None
        if mention is None or referents.entities[mention.entity].type != "language":
            continue
        writes = subject.type == "person" and trade and t + 1 == noun
        paper = subject.type == "organization" and parse.lower[t + 1 : t + 3] == ["-", "language"]
        if writes or paper or subject.type == "work":
            yield context.typed(subject.iri, "language", referents.entity(mention.entity))


def _is_origin(text: list[str], word: int) -> bool:
    """False for "Swedish-born", who may be of another country since, and "French-speaking"."""
    after = text[word + 2 : word + 3] if text[word + 1 : word + 2] == ["-"] else []
    made = words_in("origin_participles")
    return not after or after[0].lower() in made or nation_of(after[0]) is not None


def country_entity(context: Context, demonym: str) -> str | None:
    """The entity of the country a nationality word names, made where the text has none."""
    place = nation_of(demonym)
    if place is None:
        return None
    if place.name not in context.countries:
        iri = country_iri(context.referents.entities, place, context.base)
        context.countries[place.name] = iri
    return context.countries[place.name]


def draft_seat(context: Context, subject: End, tokens: tuple[int, ...]) -> Iterator[Draft]:
    """ "The Izmir-based manufacturer": its seat; "the Oslo-born painter": where she was born."""
    referents = context.referents
    parse = referents.parse
    told = _SEATS.get(subject.type or "", {})
    if subject.iri is None:
        return
    for t in tokens:
        if parse.lower[t] in told and t >= 2 and parse.text[t - 1] == "-":
            place = referents.at.get(t - 2)
            named = place is not None and referents.entities[place.entity].type == "place"
            nation = country_entity(context, parse.text[t - 2])
            iri = place.entity if named and place is not None else nation
            if iri is not None:
                yield context.typed(subject.iri, told[parse.lower[t]], referents.entity(iri))
