"""What kgx can find of an ontology: how its terms are said, which never can be, what to add."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kgx.annotate.terms.class_types import type_of_class
from kgx.annotate.terms.label_sayings import Saying
from kgx.annotate.terms.sayings import Phrasebook, Spoken
from kgx.ontology.terms import label_words, local_name

Grade = Literal["well", "own words", "poorly", "never"]
_LEVELS = {
    "Country": "only places known to be countries are taken",
    "City": "no country, state or continent is taken",
    "AdministrativeArea": "only known states and provinces are taken, or so called ones",
}
_LONG = 3  # words of a label that no text says as they stand


@dataclass(frozen=True, slots=True)
class Finding:
    """What there is to say of one property.

    Attributes:
        grade: ``well``: by a relation kgx knows; ``own words``: by its labels and its comment;
            ``poorly``: by a label that texts hardly use; ``never``: by nothing.
        said: Some of its sayings, as text.
        advice: What to add or mend; empty where there is nothing.
    """

    property: str
    label: str
    grade: Grade
    said: tuple[str, ...]
    advice: tuple[str, ...]


def check_phrasebook(book: Phrasebook) -> list[Finding]:
    """A finding for every property, in the order of their IRIs."""
    shared = _find_shared(book)
    return [_check(spoken, shared) for spoken in book.spoken.values()]


def unknown_classes(book: Phrasebook) -> list[str]:
    """Labels of the classes that ends are asked to be of and whose type nothing tells: anything
    passes for one."""
    asked = {c for p in book.ontology.properties.values() for c in (*p.domain, *p.range)}
    known = book.ontology.classes
    unknown = [
        iri for iri in sorted(asked & set(known)) if type_of_class(book.ontology, iri) is None
    ]
    return [known[iri].labels[0] for iri in unknown]


def _find_shared(book: Phrasebook) -> dict[str, list[str]]:
    """Properties that are said in the same way between the same types, by each of them."""
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for spoken in book.spoken.values():
        if spoken.sayings:
            first = spoken.sayings[0]
            key = (first.form, first.words, first.turned, spoken.domain, spoken.range)
            groups[key].append(spoken.property.id)
    return {iri: group for group in groups.values() if len(group) > 1 for iri in group}


def _check(spoken: Spoken, shared: dict[str, list[str]]) -> Finding:
    property_ = spoken.property
    grade = _grade(spoken)
    others = [local_name(iri) for iri in shared.get(property_.id, ()) if iri != property_.id]
    advice = [*_advise(spoken, grade)]
    if others:
        advice.append(f"said like {', '.join(others[:3])}: narrow the domain or the range of one")
    said = tuple(dict.fromkeys(map(spell_saying, spoken.sayings)))[:4]
    return Finding(property_.id, property_.labels[0], grade, said, tuple(advice))


def _grade(spoken: Spoken) -> Grade:
    forms = {saying.form for saying in spoken.sayings}
    if "relation" in forms:
        return "well"
    if any(saying.source == "comment" for saying in spoken.sayings):
        return "own words"
    if not forms:
        return "never"
    shortest = min(len(label_words(label).split()) for label in spoken.property.labels)
    coded = all(_is_code(label) for label in spoken.property.labels)
    if coded:
        return "never"
    return "poorly" if shortest > _LONG else "own words"


def _is_code(label: str) -> bool:
    """True for "P1412" or "rel_07": no text has such words."""
    words = label_words(label).split()
    return not any(len(word) > 2 and word.isalpha() for word in words) or (
        any(c.isdigit() for c in label) and all(len(word) < 4 for word in words if word.isalpha())
    )


def _advise(spoken: Spoken, grade: Grade) -> Iterator[str]:
    property_ = spoken.property
    if spoken.clash:
        yield f"kgx:{spoken.clash} holds between other classes: look at the domain and the range"
    if spoken.default:
        yield "its domain is that of properties of other things, too: it is not held to"
    if spoken.level:
        yield _LEVELS[spoken.level]
    if grade == "never":
        yield "add an rdfs:label in words that texts use"
    elif grade == "poorly":
        yield "add a skos:altLabel of one or two words"
    elif grade == "own words":
        yield "add skos:altLabel for other words, or owl:equivalentProperty to a known one"
    if not property_.domain and not property_.range:
        yield "add a domain and a range: any two things fit"
    elif not property_.range:
        yield "add a range: anything fits"


def spell_saying(saying: Saying) -> str:
    """A saying for people, X being the subject and Y the object of the property."""
    first, second = ("Y", "X") if saying.turned else ("X", "Y")
    return {
        "relation": f"kgx:{saying.words}" + (" (inverse)" if saying.turned else ""),
        "noun": f"{second}, {saying.words} of {first}",
        "verb": f"{first} {saying.words} {second}",
        "passive": f"{first} [be] {saying.words} {second}",
    }[saying.form]
