"""How the properties of an ontology are said: by the relations kgx knows, by the words of their
labels, and by words near to those."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import get_args

from spacy.lookups import Lookups

from kgx.annotate.claims.relations import LITERALS, Relation, Relations, load_relations
from kgx.annotate.terms.class_types import (
    Types,
    load_levels,
    tells_nothing,
    type_of_label,
    types_of,
)
from kgx.annotate.terms.default_domains import find_default_domains
from kgx.annotate.terms.label_sayings import (
    Form,
    Saying,
    lemmatize_label,
    lemmatize_verb,
    say_label,
    shorten,
    without_class,
)
from kgx.annotate.terms.label_verbs import derive_verbs
from kgx.annotate.terms.made import say_made
from kgx.annotate.terms.relation_names import Named, Names, agree, name_relations, says_more
from kgx.annotate.words.wordlists import read_set
from kgx.ontology.terms import Ontology, Property, label_words, local_name
from kgx.records import changed
from kgx.types import EntityType


@dataclass(frozen=True, slots=True)
class Spoken:
    """A property with the types of its ends and its sayings, the surest first.

    Attributes:
        level: The class of schema.org that places must be of to be its objects, by the name of the
            property or of its range ("state"); empty where any place will do.
        clash: The relation kgx knows by that name, where its ends are of other classes.
        by: What else than its label says it, ``comment`` or ``vectors``; its ends must then be
            known to be of its classes.
        of_country: Of places only known countries have it.
        default: Its domain was given by default, and tells nothing.
    """

    property: Property
    domain: Types
    range: Types
    sayings: tuple[Saying, ...]
    level: str = ""
    clash: str = ""
    by: str = ""
    of_country: bool = False
    default: bool = False


_THINGS, _VALUES = frozenset(get_args(EntityType)), frozenset({"text", "number", "date"})
"""The ends of properties that have things, or literals, of any kind."""
_MAKING = ("make", "produce", "publish")


Said = dict[str, list[tuple[Spoken, bool]]]
"""Properties by the words that say them, each with whether it is turned."""


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """The properties of an ontology by IRI and by what says them."""

    ontology: Ontology
    spoken: dict[str, Spoken] = field(default_factory=dict)
    relations: Said = field(default_factory=dict)
    nouns: Said = field(default_factory=dict)
    verbs: Said = field(default_factory=dict)
    passives: Said = field(default_factory=dict)


def write_phrasebook(ontology: Ontology, relations: Relations, tables: Lookups) -> Phrasebook:
    """Find how every property of an ontology is said."""
    by_name: Names = {}
    for name, found in name_relations(relations):
        by_name.setdefault(name, []).insert(0, found)
    book = Phrasebook(ontology)
    defaults = find_default_domains(ontology, by_name)
    said = {
        "relation": book.relations,
        "noun": book.nouns,
        "verb": book.verbs,
        "passive": book.passives,
    }
    for property_ in ontology.properties.values():
        foreign = defaults.get(property_.id)
        spoken = _speak(ontology, property_, by_name, relations, tables, foreign=foreign)
        book.spoken[property_.id] = spoken
        for saying in spoken.sayings:
            said[saying.form].setdefault(saying.words, []).append((spoken, saying.turned))
    return book


def _speak(
    ontology: Ontology,
    property_: Property,
    by_name: Names,
    relations: Relations,
    tables: Lookups,
    *,
    foreign: bool | None,
) -> Spoken:
    """How a property is said.

    Args:
        foreign: Whether a property whose domain was given by default is one of other things; None
            for one whose domain is held to.
    """
    default = foreign is not None
    own, range_ = types_of(ontology, property_.domain), _range(ontology, property_)
    held = frozenset[str]() if foreign else own
    level = _find_level(ontology, property_)
    classes = _class_names(ontology, property_.range)
    told = list(_find_sayings(property_, classes, (held, range_), by_name, tables))
    told += list(_say_inverses(told, relations))
    told += _say_origin(told, level)
    told += say_made(told, _class_names(ontology, property_.domain))
    told += _say_party(told)
    every: dict[tuple[str, str, bool], Saying] = {}
    for saying in told:
        every.setdefault((saying.form, saying.words, saying.turned), saying)
    sayings = tuple(every.values())
    domain, range_ = _borrow_types(sayings, relations, frozenset() if default else own, range_)
    if default:
        domain |= _find_domains(property_, by_name, range_)
        domain = own | (domain - {"concept", "other"})
    clash = _find_clash(property_, sayings, by_name)
    spoken = Spoken(property_, domain, range_, sayings, level, clash, default=default)
    return changed(spoken, of_country=not default and _is_of_country(ontology, property_))


def _find_domains(property_: Property, by_name: Names, range_: Types) -> Types:
    """The types of the subjects of relations whose nouns a property is called by: of "commander"
    those of what has a leader."""
    names = (n for label in property_.labels for n in by_name.get(label_words(label), ()))
    told = [n for n in names if not n.turned and agree((n.relation, False), frozenset(), range_)]
    return frozenset(type_ for n in told for type_ in n.relation.domain)


def _find_clash(property_: Property, sayings: tuple[Saying, ...], by_name: Names) -> str:
    """The relation that a property is called after but does not say."""
    if any(saying.form == "relation" for saying in sayings):
        return ""
    found = (by_name.get(label_words(label), ()) for label in property_.labels)
    return next((named.relation.id for rows in found for named in rows), "")


def _class_names(ontology: Ontology, classes: tuple[str, ...]) -> tuple[str, ...]:
    """What classes are called, in words."""
    known = [ontology.classes[iri] for iri in classes if iri in ontology.classes]
    return tuple(label_words(label) for class_ in known for label in class_.labels)


def _find_level(ontology: Ontology, property_: Property) -> str:
    """What kind of place a property asks for, where its own name or its only range says so."""
    named = _class_names(ontology, property_.range) if len(property_.range) == 1 else ()
    labels = (*map(label_words, property_.labels), *named)
    return next((load_levels()[label] for label in labels if label in load_levels()), "")


def _is_of_country(ontology: Ontology, property_: Property) -> bool:
    """True for a property whose one domain is the class of countries."""
    named = _class_names(ontology, property_.domain) if len(property_.domain) == 1 else ()
    return any(load_levels().get(label) == "Country" for label in named)


def _borrow_types(
    sayings: tuple[Saying, ...], relations: Relations, domain: Types, range_: Types
) -> tuple[Types, Types]:
    """The types of both ends; where the ontology tells none, those of the relation that says the
    same."""
    same = next((s for s in sayings if s.form == "relation"), None)
    if same is None:
        return domain, range_
    relation = relations.by_id[same.words]
    ends = frozenset(relation.domain), frozenset(relation.range)
    first, second = reversed(ends) if same.turned else ends
    open_ = range_ in (frozenset(), _THINGS) or (range_ == _VALUES and second <= LITERALS)
    return domain or first, second if open_ and second else range_


def _range(ontology: Ontology, property_: Property) -> Types:
    """The types of its objects; where only the label tells a date, that is one."""
    found = types_of(ontology, property_.range)
    if found == {"person"} and not _names_persons(ontology, property_.range):
        return frozenset({"person", "concept"})  # of the class "president" are offices too
    if not found and not property_.range:
        words = label_words(property_.labels[0]).split()
        if {"date", "year", "inception"} & set(words):
            return frozenset({"date"})
        if type_of_label(" ".join(words)) == "organization" and not words[-1].endswith("er"):
            return frozenset({"organization"})
    if not found and property_.kind == "object":
        return _THINGS
    if not found and property_.kind == "data":
        return _VALUES
    return found


def _names_persons(ontology: Ontology, classes: tuple[str, ...]) -> bool:
    """False for a class of offices or trades: its instances may be those themselves."""
    labels = [ontology.classes[iri].labels[0] for iri in classes if iri in ontology.classes]
    return not any(load_relations().by_id["position"].names("", label) for label in labels)


# ------------------------------------------------------------------ by the relations kgx knows


def _find_sayings(
    property_: Property,
    classes: tuple[str, ...],
    types: tuple[Types, Types],
    by_name: Names,
    tables: Lookups,
) -> Iterator[Saying]:
    for iri in (property_.id, *property_.same_as, local_name(property_.id)):
        if not iri.islower():
            yield from _say_names(by_name.get(iri, ()), types, "same as")
    known = False
    for number, label in enumerate(property_.labels):
        source = "label" if number == 0 else "other label"
        words = label_words(label)
        if words not in by_name:
            words = without_class(words, classes)
        said: list[Saying] = []
        for name in _spell(tables, words):
            found = (n for n in by_name.get(name, ()) if not says_more(n, name))
            said = said or list(_say_names(found, types, source))
        known = known or bool(said)
        yield from said
        yield from (s for s in say_label(tables, words, source) if _turn(s) not in said)
    for label in () if known else property_.labels:
        for form, verb, turned in derive_verbs(tables, label_words(label), types[1]):
            yield Saying(form, verb, turned, "derived")


def _spell(tables: Lookups, words: str) -> Iterator[str]:
    """What a label may be called by `name_relations`, the surest first. "Mentors" is what somebody
    does rather than several of them; types of ends may tell otherwise."""
    plain = (words, *shorten(words))
    yield from plain
    if words.partition(" ")[0].endswith("s"):
        yield f"to {lemmatize_verb(tables, words)}"
    yield lemmatize_label(tables, words)
    yield from (f"to {lemmatize_verb(tables, form)}" for form in plain)


def _turn(saying: Saying) -> Saying:
    return changed(saying, turned=not saying.turned)


def _say_names(found: Iterable[Named], types: tuple[Types, Types], source: str) -> Iterator[Saying]:
    """How the relations of a name are said that may hold between ends of these types; where one is
    called so, none that it only says: "leader" says membership too, but means less than that."""
    fitting = [named for named in found if agree((named.relation, named.turned), *types)]
    if all(map(tells_nothing, types)):
        fitting = fitting[:1]  # "part of" anything is no location
    called = any(named.called for named in fitting)
    for named in fitting:
        for turned in (False, True) if named.relation.symmetric else (named.turned,):
            if named.called or not called:
                yield Saying("relation", named.relation.id, turned, source)
                yield from _say_relation(named.relation, turned, source)


def _say_inverses(found: list[Saying], relations: Relations) -> Iterator[Saying]:
    """How the inverses of the relations found are said, the other way round."""
    for saying in found:
        if saying.form == "relation":
            inverse = relations.by_id.get(relations.by_id[saying.words].inverse)
            if inverse is not None:
                yield Saying("relation", inverse.id, not saying.turned, saying.source)
                yield from _say_relation(inverse, not saying.turned, saying.source)


def _say_origin(told: list[Saying], level: str) -> list[Saying]:
    """That a thing was made or published in a country, where a property asks for that it is of."""
    asked = level == "Country" and any(saying.words == "countryOfOrigin" for saying in told)
    return [Saying("passive", f"{verb} in", False, "derived") for verb in _MAKING if asked]


def _say_party(told: list[Saying]) -> list[Saying]:
    """That who holds an office of a party is a member of it, where a property asks for parties."""
    asked = any(saying.words == "memberOfParty" for saying in told)
    offices = sorted(read_set("roles.toml", "party_offices")) if asked else ()
    return [Saying("noun", office, True, "derived") for office in offices]


def _say_relation(relation: Relation, turned: bool, source: str) -> Iterator[Saying]:
    """The nouns and verbs of a relation as sayings of a property."""
    for words in relation.nouns_reversed:
        yield Saying("noun", words, turned, source)
    for words in relation.nouns:
        yield Saying("noun", words, not turned, source)
    for words in relation.verbs:
        yield Saying("verb", words, turned, source)
    for words in relation.reversed:
        yield Saying("verb", words, not turned, source)
    for words in relation.passive:
        yield Saying("passive", words, turned, source)
    for words in relation.passive_reversed:
        yield Saying("passive", words, not turned, source)
    for words in relation.dates:
        form: Form = "passive" if words.startswith("be ") else "verb"
        yield Saying(form, words.removeprefix("be "), turned, source)
