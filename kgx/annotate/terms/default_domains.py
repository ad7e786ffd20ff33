"""Classes that an ontology gives its properties for a domain by default.

A generated ontology of buildings may have the class of buildings as the domain of "birth place" and
"leader" too. One such domain is a mistake in one place, or the property means another thing, and is
held to; a class that several properties have though their names tell that they belong to other
things tells nothing about any of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kgx.annotate.terms.class_types import Types, types_of
from kgx.annotate.terms.relation_names import Named, Names, agree
from kgx.ontology.terms import Ontology, Property, label_words

_ENOUGH = 3
"""Relations of other things that tell that a class was given by default."""


def find_default_domains(ontology: Ontology, by_name: Names) -> dict[str, bool]:
    """The properties whose domain was given by default; True for those that other things have.

    A class is a domain by default that is the only one of three properties or more that are called
    after different relations kgx knows, none of which its things have.
    """
    foreign: dict[str, dict[str, str]] = defaultdict(dict)
    for property_ in ontology.properties.values():
        relation = _find_foreign(ontology, property_, by_name)
        if relation:
            foreign[property_.domain[0]][property_.id] = relation
    return {
        property_.id: property_.id in foreign[property_.domain[0]]
        for property_ in ontology.properties.values()
        if len(property_.domain) == 1
        and len(set(foreign.get(property_.domain[0], {}).values())) >= _ENOUGH
    }


def _find_foreign(ontology: Ontology, property_: Property, by_name: Names) -> str:
    """The relation that a property is called after and its one domain does not have, or ""."""
    domain, range_ = types_of(ontology, property_.domain), types_of(ontology, property_.range)
    called = list(_find_called(property_, by_name))
    if len(property_.domain) != 1 or not domain:
        return ""
    if any(agree((n.relation, n.turned), domain, range_) for n in called):
        return ""
    anyhow: Types = frozenset()
    return next(
        (n.relation.id for n in called if agree((n.relation, n.turned), anyhow, range_)), ""
    )


def _find_called(property_: Property, by_name: Names) -> Iterator[Named]:
    for label in property_.labels:
        yield from (named for named in by_name.get(label_words(label), ()) if named.called)
