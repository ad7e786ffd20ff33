"""How the concepts of a document hang together: what each is a kind of, of, and named after."""

from __future__ import annotations

from collections.abc import Iterator, Set

from kgx.annotate.claims.class_words import class_label, concept_words
from kgx.annotate.claims.drafts import Context, Draft
from kgx.annotate.claims.evidence import make_claim, sentence_around
from kgx.annotate.claims.referents import End, Referents, load_concept_words
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.phrases import phrase_words
from kgx.iris import entity_iri
from kgx.records import changed
from kgx.types import Claim, EntityType


def tie_concepts(context: Context, document: str, spoken: Set[str]) -> Iterator[Claim]:
    """The ties of each concept to the others that something is claimed of: a steam engine is a
    kind of engine, and related to steam.

    Args:
        spoken: The IRIs of all entities that claims speak of.
    """
    referents = context.referents
    for iri, head in list(referents.made.items()):
        if iri not in spoken:
            continue
        wider = _wider(referents, iri, spoken)
        ties = [context.typed(iri, "kindOf", referents.entity(wider))] if wider else []
        own = set(_words(referents, iri)).difference(_words(referents, wider))
        for other, below in _named_after(referents, head, own):
            if other in spoken and other not in (iri, wider) and below != head:
                ties.append(context.typed(iri, "relatedTo", referents.entity(other)))
        for one in ties:
            yield claim_on_concept(referents, document, one, head, head)


def claim_on_concept(
    referents: Referents, document: str, one: Draft, head: int, below: int
) -> Claim:
    """A draft that is read off the phrase of a concept, from its noun to another token."""
    first = min(phrase_words(referents.parse, head), default=head)
    start, end = min(first, below), max(below, head)
    span = referents.starts[start], referents.ends[end]
    around = sentence_around(referents, start, end)
    return make_claim(referents, document, one, span, around)


def _wider(referents: Referents, iri: str, spoken: Set[str]) -> str:
    """The nearest of the wider classes that claims speak of; empty where there is none."""
    here = referents.entities[iri]
    while here.broader:
        here = referents.entities[here.broader[0]]
        if here.id in spoken:
            return here.id
    return ""


def _words(referents: Referents, iri: str) -> list[str]:
    return referents.entities[iri].label.lower().split() if iri else []


def _named_after(referents: Referents, head: int, words: Set[str]) -> Iterator[tuple[str, int]]:
    """What the nouns before a noun name that are among these words, with their tokens."""
    parse = referents.parse
    for c in parse.children[head]:
        if c > head or parse.dep[c] not in ("compound", "nmod"):
            continue
        if "-" in (parse.text[c - 1], parse.text[c + 1]) or parse.lower[c] not in words:
            continue
        mention = referents.at.get(c)
        if mention is not None and mention.form == "name":
            yield mention.entity, c
        elif parse.tag[c] in ("NN", "NNS", "NNP"):
            name = class_label(referents, concept_words(referents, c), c)
            kind: EntityType = "other" if parse.tag[c] == "NNP" else "concept"
            yield entity_iri(name, kind, referents.base), c


def _is_named_after(referents: Referents, noun: int, owner: End) -> bool:
    """True for "Parkinson's disease", which is not his."""
    eponym = referents.parse.lemma[noun].lower() in load_concept_words()["eponyms"]
    return eponym and owner.type in ("person", "other")


def _is_property(parse: Parse, noun: int) -> bool:
    """True for the leader in "The leader of Peru is Ann Lind", which tells of Peru."""
    return parse.dep[noun] == "nsubj" and parse.lemma[parse.head[noun]] == "be"


def read_complements(context: Context, document: str, spoken: Set[str]) -> Iterator[Claim]:
    """What concepts are of: "the purchase of Orbis" is of Orbis, whoever says what of it; no
    property that nothing else is said of.

    Args:
        spoken: The IRIs of all entities that claims speak of.
    """
    referents = context.referents
    for iri, parts in list(referents.complements.items()):
        for marker, head, below in parts:
            whole = context.refer_to(below)
            if whole is None or whole.iri in (None, iri):
                continue
            if iri not in spoken and _is_property(referents.parse, head):
                continue
            if marker == "'s" and _is_named_after(referents, head, whole):
                continue
            if marker in ("of", "'s"):
                one = context.typed(iri, "of", whole)
            else:
                coined = context.coin(iri, marker, whole, context.generals.preposition(marker))
                one = changed(coined, rule="complement")
            yield claim_on_concept(referents, document, one, head, below)
