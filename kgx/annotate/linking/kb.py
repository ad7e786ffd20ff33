"""Link entities to the user's own knowledge base.

An item is a candidate if it has one of the entity's names and no other type. Candidates are weighed
by how well known they are, by whether the name is their label, by their type, and by the words of
their description that the document has too; the weights go through a softmax. The best is taken
where it has most of the weight and there is enough to go by: a name of one word is not enough where
the type does not agree as well, nor is that of a person without a word of the description.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.grammar import parts  # noqa: F401  registers the attributes
from kgx.kb.index import Found, Kb
from kgx.kb.item import Item, name_key, name_keys
from kgx.records import changed
from kgx.types import Entity, EntityType

SURE = 0.75
"""The share of the weight that the best candidate must have."""

_LABEL, _TYPE, _WORD, _KNOWN = 0.7, 1.0, 1.5, 8.0
"""Weights: the name is the label, the type agrees, a shared word, the same identifier."""
_MOST_WORDS = 3
_SHORTEST_WORD = 4
_ALIKE: tuple[frozenset[EntityType], ...] = (frozenset({"place", "facility"}),)


@Language.factory("kgx_kb", assigns=["doc._.kgx_entities"], requires=["doc._.kgx_mentions"])
def make_kb(nlp: Language, name: str, path: str) -> Callable[[Doc], Doc]:
    """The component that links entities to the items of an index.

    Args:
        path: The index, as ``kgx kb build`` made it.
    """
    kb = Kb(path)

    def link(doc: Doc) -> Doc:
        return link_to_kb(doc, kb)

    return link


def link_to_kb(doc: Doc, kb: Kb) -> Doc:
    """Add items to ``same_as`` of the entities in ``doc._.kgx_entities``."""
    entities: dict[str, Entity] = doc._.kgx_entities
    unnamed = {m.entity for m in doc._.kgx_mentions if m.form != "name"} - {
        m.entity for m in doc._.kgx_mentions if m.form == "name"
    }
    words: frozenset[str] | None = None
    for iri, entity in entities.items():
        if iri in unnamed and entity.type != "concept" and not entity.same_as:
            continue
        candidates = find_candidates(entity, kb)
        if not candidates:
            continue
        if words is None:
            words = read_words(doc)
        chosen = choose_item(entity, candidates, words)
        if chosen is not None:
            entities[iri] = link_entity(entity, chosen.item)
            doc._.kgx_why["kb", iri] = chosen.why
    return doc


def read_words(doc: Doc) -> frozenset[str]:
    """The words of a document, as written and as lemmas, that can tell what it is about."""
    return frozenset(
        form
        for token in doc
        if len(token) >= _SHORTEST_WORD and token.is_alpha and not token.is_stop
        for form in (token.lower_, token.lemma_.lower())
    )


def find_candidates(entity: Entity, kb: Kb) -> tuple[Found, ...]:
    """The items of the first of an entity's names that has any, the label first, but for those
    of another type or with another identifier.

    A part of the label alone is no name to go by: "Orn Core Duo" is not Orn.
    """
    whole = set(name_key(entity.label).split("-"))
    others = (name for name in entity.aliases if not whole.issuperset(name_key(name).split("-")))
    for name in (entity.label, *others):
        found = [item for key in name_keys(name) for item in kb.find(key)]
        fitting = tuple(
            one
            for one in dict.fromkeys(found)
            if _fits(entity, one.item) and _is_spelt_so(name, one.item)
        )
        if fitting:
            return fitting
    return ()


def _fits(entity: Entity, item: Item) -> bool:
    types = {entity.type, item.type}
    if not (types & {None, "other"} or len(types) == 1 or any(types <= a for a in _ALIKE)):
        return False
    known = {same: _namespace(same) for same in entity.same_as}
    identifiers = (item.id, *item.same_as)
    return not known.keys().isdisjoint(identifiers) or _namespace(item.id) not in known.values()


def _is_spelt_so(name: str, item: Item) -> bool:
    """False for a name with a capital inside that the item's names have not: NeXT is not Next."""
    if " " in name or name.istitle() or name.isupper() or name.islower():
        return True
    return any(name in known for known in (item.label, *item.aliases))


def _namespace(iri: str) -> str:
    return iri.rstrip("/").rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class Choice:
    """An item that is taken, and why, in words."""

    item: Item
    why: str


def choose_item(
    entity: Entity, candidates: tuple[Found, ...], words: frozenset[str]
) -> Choice | None:
    """The item that is meant, None where that is not clear.

    Args:
        words: Of the document, as `read_words` gives them.
    """
    own = frozenset(part for name in (entity.label, *entity.aliases) for part in _split(name))
    shared = [_shared_words(found.item, words - own) for found in candidates]
    weights = [
        _weigh(entity, found, len(common)) for found, common in zip(candidates, shared, strict=True)
    ]
    best = max(range(len(candidates)), key=lambda n: (weights[n], -n))
    share = 1.0 / sum(math.exp(weight - weights[best]) for weight in weights)
    found, common = candidates[best], shared[best]
    if share < SURE or not _is_enough(entity, found.item, common):
        return None
    return Choice(found.item, _say(entity, found, common, len(candidates), share))


def _weigh(entity: Entity, found: Found, words: int) -> float:
    item = found.item
    weight = math.log1p(item.popularity) + _WORD * min(words, _MOST_WORDS)
    weight += _LABEL if found.by_label else 0.0
    weight += _TYPE if item.type == entity.type else 0.0
    known = not {item.id, *item.same_as}.isdisjoint(entity.same_as)
    return weight + (_KNOWN if known else 0.0)


def _is_enough(entity: Entity, item: Item, common: list[str]) -> bool:
    """Whether a name, with what else agrees, is enough to go by."""
    if common or " " in entity.label or not {item.id, *item.same_as}.isdisjoint(entity.same_as):
        return True
    return item.type == entity.type and entity.type != "person"


def _split(text: str) -> list[str]:
    letters = (c if c.isalpha() else " " for c in text.lower())
    return [word for word in "".join(letters).split() if len(word) >= _SHORTEST_WORD]


def _shared_words(item: Item, words: frozenset[str]) -> list[str]:
    return sorted(words.intersection(_split(item.description)))


def _say(entity: Entity, found: Found, common: list[str], count: int, share: float) -> str:
    said = [f"{found.item.label} by its {'label' if found.by_label else 'other name'}"]
    said += [f"type {entity.type}"] if found.item.type == entity.type else []
    said += [f"words {', '.join(common[:_MOST_WORDS])}"] if common else []
    said += [f"best of {count} with {share:.2f}"] if count > 1 else []
    return "; ".join(said)


def link_entity(entity: Entity, item: Item) -> Entity:
    """The entity with the item's identifiers, its classes, and its type where none was known."""
    identifiers = dict.fromkeys((*entity.same_as, item.id, *item.same_as))
    types = tuple(dict.fromkeys((*entity.types, *item.types)))
    type_ = item.type if entity.type == "other" and item.type else entity.type
    return changed(entity, type=type_, types=types, same_as=tuple(identifiers))
