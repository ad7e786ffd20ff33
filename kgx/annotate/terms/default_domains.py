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
"""Properties of other things that tell that a class was given by default."""


def find_default_domains(ontology: Ontology, by_name: Names) -> dict[str, bool]:
    """The properties whose domain was given by default; True for those that other things have.

    A class is a domain by default that is the only one of three properties or more that are called
    after relations kgx knows which its things do not have.
    """
    foreign: dict[str, set[str]] = defaultdict(set)
    for property_ in ontology.properties.values():
        if _is_foreign(ontology, property_, by_name):
            foreign[property_.domain[0]].add(property_.id)
    return {
        property_.id: property_.id in foreign[property_.domain[0]]
        for property_ in ontology.properties.values()
        if len(property_.domain) == 1 and len(foreign[property_.domain[0]]) >= _ENOUGH
    }


def _is_foreign(ontology: Ontology, property_: Property, by_name: Names) -> bool:
    """True for a property that is called after a relation that its one domain does not have."""
    domain, range_ = types_of(ontology, property_.domain), types_of(ontology, property_.range)
    called = [(n.relation, n.turned) for n in _find_called(property_, by_name)]
    if len(property_.domain) != 1 or not domain:
        return False
    anyhow: Types = frozenset()
    own = any(agree(one, domain, range_) for one in called)
    return not own and any(agree(one, anyhow, range_) for one in called)


def _find_called(property_: Property, by_name: Names) -> Iterator[Named]:
    for label in property_.labels:
        yield from (named for named in by_name.get(label_words(label), ()) if named.called)
