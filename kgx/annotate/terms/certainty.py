"""How sure it is what a named thing is, where an ontology asks for another class of things.

A model of names takes an unknown title for a person or a firm. What a clause says of it in the
words of a property then tells more than the model does.
"""

from __future__ import annotations

from kgx.annotate.claims.relations import load_relations
from kgx.annotate.names.evidence import place_evidence, word_evidence
from kgx.annotate.names.words import given_names
from kgx.annotate.terms.sayings import Spoken
from kgx.annotate.words.gazetteer import nation_of
from kgx.ontology.terms import label_words
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
    if words[-1].islower() and not words[0][:1].isupper():
        return True  # "five new aircraft": its noun tells
    if entity.type == "person":
        return len(words) > 1 and words[0].lower() in given_names()
    return max({**place_evidence(words), **word_evidence(words), "": 0.0}.values()) >= _ENOUGH


def may_name(spoken: Spoken, subject: str, object_: str, *, general: bool = False) -> bool:
    """False where the relation that says a property is one of things of other names: "disliking" is
    no award. What is a name itself may be of its kind all the same, unless it was told in words as
    ``general`` as "join".

    Args:
        subject, object_: What the ends are called.
    """
    said = next((s for s in spoken.sayings if s.form == "relation"), None)
    if said is None or (object_[:1].isupper() and not general):
        return True
    ends = (object_, subject) if said.turned else (subject, object_)
    return load_relations().by_id[said.words].names(*ends)


def is_general(spoken: Spoken, words: str, *, noun: bool) -> bool:
    """True for words that do not tell by themselves what a property leads to: "joined" of a party,
    "officer" of a branch, "member" of a property called "member of political party"."""
    if noun:
        return says_others(spoken, words, noun=True)
    return not is_in_label(spoken, words)


def says_others(spoken: Spoken, words: str, *, noun: bool) -> bool:
    """True for a noun that says other relations too than the one a property is called after, and
    for a verb that only says others."""
    labels = [label_words(label) for label in spoken.property.labels]
    if words in labels or (not noun and is_in_label(spoken, words)):
        return False
    every = load_relations()
    tables = (every.nouns,) if noun else (every.active, every.passive)
    known = {relation.id for table in tables for relation, _ in table.get(words, ())}
    own = {saying.words for saying in spoken.sayings if saying.form == "relation"}
    return not known or (not known <= own if noun else known.isdisjoint(own))


def is_in_label(spoken: Spoken, words: str) -> bool:
    """True for a verb that a label has, or a noun that comes from it: "develop" of "developer"."""
    stem = words.split(" ", 1)[0].removesuffix("e")
    return any(stem in label_words(label) for label in spoken.property.labels)
