"""An ontology as kgx reads it: classes and properties with their labels, whatever its form."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

PropertyKind = Literal["object", "data", "any"]

_MOST = 1000
"""Classes looked at above one, or below: a chain of fifty thousand is climbed in bounded time."""
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z'’]+|[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class OntologyClass:
    """A class of things.

    Attributes:
        id: Its IRI.
        labels: What it is called, the preferred name first; the words of its IRI where it has none.
        comment: What it means; empty where the ontology does not say.
        parents: IRIs of the classes one step more general.
    """

    id: str
    labels: tuple[str, ...]
    comment: str = ""
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Property:
    """A kind of relation.

    Attributes:
        id: Its IRI.
        labels: What it is called, the preferred name first; the words of its IRI where it has none.
        comment: What it means; empty where the ontology does not say.
        kind: Whether its objects are things, literals or either.
        domain, range: IRIs of classes or datatypes, each of which its ends may be of; empty: any.
        parents: IRIs of more general properties.
        inverse: IRI of the property that says the same from object to subject, or "".
        same_as: IRIs of the same property elsewhere.
        symmetric: True if it holds both ways.
    """

    id: str
    labels: tuple[str, ...]
    comment: str = ""
    kind: PropertyKind = "any"
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    inverse: str = ""
    same_as: tuple[str, ...] = ()
    symmetric: bool = False


@dataclass(frozen=True)
class Ontology:
    """Classes and properties by IRI, and notes on what of the source was left out, and why."""

    classes: Mapping[str, OntologyClass]
    properties: Mapping[str, Property]
    notes: tuple[str, ...] = ()

    def ancestors(self, class_: str) -> Iterator[str]:
        """The class and all more general ones, nearest first, at most a thousand; cycles are walked
        once."""
        known = self.classes
        return _walk(class_, lambda iri: known[iri].parents if iri in known else ())

    def descendants(self, class_: str) -> Iterator[str]:
        """The class and all more special ones, nearest first, at most a thousand."""
        return _walk(class_, lambda iri: self._children.get(iri, ()))

    @functools.cached_property
    def _children(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for class_ in self.classes.values():
            for parent in class_.parents:
                found.setdefault(parent, []).append(class_.id)
        return found


def _walk(start: str, step: Callable[[str], Iterable[str]]) -> Iterator[str]:
    """What is reached from a class, itself first, each once."""
    seen = {start: None}
    queue = [start]
    for iri in queue:  # grows while more are found
        yield iri
        for next_ in step(iri):
            if next_ not in seen and len(seen) < _MOST:
                seen[next_] = None
                queue.append(next_)


def local_name(iri: str) -> str:
    """The last part of an IRI.

    >>> local_name("http://example.org/onto#worksFor"), local_name("urn:x:age")
    ('worksFor', 'age')
    """
    return re.split(r"[/#:]", iri.rstrip("/#"))[-1]


def label_words(label: str) -> str:
    """A label as words in lower case, camel case and underscores split.

    >>> label_words("recordLabel"), label_words("LCCN_number"), label_words("lyrics by")
    ('record label', 'lccn number', 'lyrics by')
    """
    return " ".join(word.lower() for word in _WORD.findall(label))
