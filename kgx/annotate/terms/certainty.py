"""How sure it is what a named thing is, where an ontology asks for another class of things.

A model of names takes an unknown title for a person or a firm. What a clause says of it in the
words of a property then tells more than the model does.
"""

from __future__ import annotations

from kgx.annotate.names.evidence import place_evidence, word_evidence
from kgx.annotate.names.words import given_names
from kgx.annotate.words.gazetteer import nation_of
from kgx.types import Entity

_ENOUGH = 1.8
"""The weight of evidence that makes a type sure."""
_UNSURE = frozenset({"person", "organization", "place", "facility", "product", "work", "group"})


def is_sure(entity: Entity) -> bool:
    """True where more than a guess tells the type: an identifier, the name's own words, a given
    name before a surname.

    >>> is_sure(Entity("e:1", "Kale Group", "organization"))
    True
    >>> is_sure(Entity("e:2", "Tantrasamgraha", "person"))
    False
    """
    words = entity.label.split()
    if entity.type not in _UNSURE or entity.same_as or not words or nation_of(entity.label):
        return True
    if entity.type == "person":
        return len(words) > 1 and words[0].lower() in given_names()
    return max({**place_evidence(words), **word_evidence(words), "": 0.0}.values()) >= _ENOUGH
