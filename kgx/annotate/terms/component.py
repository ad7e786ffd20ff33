"""``kgx_ontology``: claims in the terms of a user's ontology, and in no others.

What the clauses say is kept where a property says the same (`Phrasebook`) and its ends are of the
classes asked for; then each sentence is searched for words of properties whose ends stand near.
"""

import re
from collections.abc import Callable, Set
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.claims.referents import Referents, all_mentions, read_referents
from kgx.annotate.claims.relations import load_relations
from kgx.annotate.terms.claims import find_named_values, find_said, find_tied, make_claim
from kgx.annotate.terms.classes import find_ranges
from kgx.annotate.terms.ends import describe, find_candidates, find_unfit
from kgx.annotate.terms.instances import classify, find_nouns, index_classes
from kgx.annotate.terms.kinds import drop_longer, find_named
from kgx.annotate.terms.labels import spell_offices, spell_towns
from kgx.annotate.terms.peoples import find_peoples
from kgx.annotate.terms.sayings import write_phrasebook
from kgx.annotate.terms.spans import widen_names
from kgx.annotate.terms.spread import find_around, spread_claims
from kgx.annotate.terms.told import Terms, coin_passives, coin_predicates, find_told
from kgx.annotate.terms.triggers import Index
from kgx.annotate.terms.weak_sayings import add_weak_sayings
from kgx.annotate.words.lemmas import find_lemma, lemma_tables
from kgx.iris import BASE, slug
from kgx.ontology import read_ontology
from kgx.records import changed
from kgx.types import Argument, Claim, Proposition

_NEGATORS = frozenset({"no", "not", "n't", "n’t", "never", "nobody", "nothing"})


@Language.factory("kgx_ontology", assigns=["doc._.kgx_claims", "doc._.kgx_propositions"])
def make_ontology(nlp: Language, name: str, path: str, base: str = BASE) -> Callable[[Doc], Doc]:
    """The component that restates claims in the terms of the ontology at ``path``."""
    tables = lemma_tables(nlp)
    book = write_phrasebook(read_ontology(Path(path)), load_relations(), tables)
    add_weak_sayings(book, nlp)

    def participle(words: str) -> str:
        first, *rest = words.split()
        return slug(" ".join((find_lemma(tables, first, "verb") or first, *rest)))

    named, peoples = find_named(book), find_peoples(book)
    coined = coin_predicates(book), coin_passives(book)
    classes = index_classes(book.ontology)
    terms = Terms(book, Index(book), named, peoples, find_ranges(book), *coined, classes, base)
    return lambda doc: _restate(doc, terms, participle)


def _restate(doc: Doc, terms: Terms, participle: Callable[[str], str]) -> Doc:
    """Put the claims of an ontology in place of those of a doc.

    Args:
        participle: Gives a coined predicate with its verb in the plain form.
    """
    referents = read_referents(doc, terms.base)
    wider = widen_names(referents)
    doc._.kgx_entities = referents.entities
    doc._.kgx_claims = [_rename(claim, wider) for claim in doc._.kgx_claims]
    nouns = find_nouns(doc, referents)
    doc._.kgx_claims = _find_claims(doc, referents, terms, participle)
    doc._.kgx_propositions = [
        changed(p, event=None) if p.event == p.id else p for p in doc._.kgx_propositions
    ]  # what no term tells is not told
    doc._.kgx_mentions = all_mentions(referents, doc._.kgx_mentions)
    spell_offices(doc)
    spell_towns(doc, referents)
    classify(doc, terms.book, terms.classes, nouns)
    _drop_idle(doc)
    return doc


def _find_claims(
    doc: Doc, referents: Referents, terms: Terms, participle: Callable[[str], str]
) -> list[Claim]:
    """What a doc says in terms of the ontology, each statement once: the surest ways of reading
    first."""
    kinds, around = describe(doc, referents), find_around(doc)
    candidates = list(find_candidates(doc, referents))
    said = list(find_told(doc, terms, kinds, around, find_unfit(referents), participle))
    told = {(c.predicate, c.start - len(c.prefix), c.subject) for c in said}
    turned = {(c.predicate, c.object, c.subject) for c in said}
    near = find_said(referents, candidates, terms.index, kinds, around)
    words = (make_claim(doc, referents, f, rule=f.spoken.by or "words") for f in near)
    new = (
        c
        for c in words
        if (c.predicate, c.start - len(c.prefix), c.subject) not in told
        and (c.predicate, c.subject, c.object) not in turned
    )
    ties = find_tied(referents, candidates, terms.ranges, kinds)
    tied = [make_claim(doc, referents, f, rule="classes") for f in ties]
    values = find_named_values(referents, candidates, terms.named, terms.peoples, kinds)
    named = [make_claim(doc, referents, f, rule="value") for f in values]
    every = drop_longer((*named, *said, *new, *tied), named, referents.entities)
    spread = spread_claims(doc, referents, terms.book, candidates, around, every)
    found: dict[tuple[str, str, str | None], Claim] = {}
    for claim in (_judge_title(doc, c) for c in spread if not _is_of_itself(doc, c)):
        found.setdefault((claim.subject, claim.predicate, claim.object or claim.value), claim)
    return list(found.values())


def _drop_idle(doc: Doc) -> None:
    """Drop the mentions of classes of things, such as "chief executive", that no claim is of: in
    the terms of the ontology nothing is said of them."""
    claims, entities = doc._.kgx_claims, doc._.kgx_entities
    used = {iri for claim in claims for iri in (claim.subject, claim.object, claim.attributed_to)}
    idle = {i for i, e in entities.items() if e.type == "concept" and i not in used}
    doc._.kgx_mentions = [m for m in doc._.kgx_mentions if m.entity not in idle]
    doc._.kgx_propositions = [_without(p, idle) for p in doc._.kgx_propositions]


def _without(proposition: Proposition, idle: Set[str]) -> Proposition:
    """A proposition in which what was dropped is words alone."""

    def blank(argument: Argument) -> Argument:
        return changed(argument, entity=None) if argument.entity in idle else argument

    subject, arguments = blank(proposition.subject), tuple(map(blank, proposition.arguments))
    return changed(proposition, subject=subject, arguments=arguments)


def _rename(claim: Claim, wider: dict[str, str]) -> Claim:
    """A claim about the whole name where it was read about a part of it."""
    if claim.subject not in wider and claim.object not in wider:
        return claim
    object_ = wider.get(claim.object or "", claim.object or "") or None
    return changed(claim, subject=wider.get(claim.subject, claim.subject), object=object_)


def _is_of_itself(doc: Doc, claim: Claim) -> bool:
    """True where both ends are called the same, one thing that was taken for two, and for somebody
    and a couple that he or she is one of: "Ada Berg and Lars Holm" and "Lars Holm"."""
    if claim.object is None:
        return False
    labels = (doc._.kgx_entities[iri].label.lower() for iri in (claim.subject, claim.object))
    shorter, longer = sorted(labels, key=len)
    return shorter == longer or shorter in longer.split(" and ")


def _judge_title(doc: Doc, claim: Claim) -> Claim:
    """The claim as its sentence has it without a word of its title that would deny: "No Reflection
    is a song". Any denial that is left counts."""
    whole = rest = claim.prefix + claim.quote + claim.suffix
    for iri in (claim.subject, claim.object):
        label = doc._.kgx_entities[iri].label if iri else ""
        if not _NEGATORS.isdisjoint(label.lower().split()):
            rest = rest.replace(label, "")
    if rest == whole:
        return claim
    denied = not _NEGATORS.isdisjoint(re.findall(r"n['’]t|\w+", rest.lower()))
    return changed(claim, polarity="negative" if denied else "positive")
