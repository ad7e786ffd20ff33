"""Annotations held against the facts that a careful reader lists for each document.

The list (``tests/seeds/facts.json``) gives for every document id

- ``entities``: names that must all lead to one entity, of one of the types ``a|b``;
- ``facts``: statements to be found among the claims, with their standing: ``subject`` and
  ``object`` are alternative names, ``relation`` a regular expression, ``polarity`` positive and
  ``modality`` asserted unless given; ``by`` and ``time`` (a prefix) count only where given;
- ``never``: statements that no claim may assert;
- ``same_as``: identifiers that a name must have.

Which of two ends is the subject does not count, nor do case, articles, possessives and plural -s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kgx.types import Annotation, Claim

Gold = Mapping[str, Any]
Names = frozenset[str]

_LEADING = frozenset({"the", "a", "an", "its", "their", "his", "her", "our"})
_QUOTES = " .,;:\"'“”‘’"


@dataclass(slots=True)
class Verdict:
    """Ids of what was asked for, by outcome."""

    right: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    violated: list[str] = field(default_factory=list)

    def add(self, name: str, is_right: bool) -> None:
        (self.right if is_right else self.missing).append(name)


def fold_name(name: str) -> str:
    """What two spellings of a name have in common.

    >>> fold_name("the Kale Group’s"), fold_name("Jet  engines"), fold_name("its glass")
    ('kale group', 'jet engine', 'glass')
    """
    words = name.strip(_QUOTES).split()
    if len(words) > 1 and words[0].lower() in _LEADING:
        words = words[1:]
    folded = " ".join(words).casefold()
    for ending in ("'s", "’s", "'", "’"):
        folded = folded.removesuffix(ending)
    plural = len(folded) > 3 and folded.endswith("s") and folded[-4:-1].isalpha()
    return folded[:-1] if plural and folded[-2] != "s" else folded


def check_document(annotation: Annotation, gold: Gold) -> Verdict:
    """Hold one annotation against its list."""
    verdict = Verdict()
    names = {e.id: _fold_all((e.label, *e.aliases)) for e in annotation.entities}
    for entity in gold.get("entities", ()):
        verdict.add(f"entity {entity['names'][0]}", _is_one_entity(annotation, names, entity))
    for fact in gold.get("facts", ()):
        claims = _claims_of(annotation, names, fact)
        verdict.add(fact["id"], any(_stands_as(claim, names, fact) for claim in claims))
    for lie in gold.get("never", ()):
        if any(claim.stands for claim in _claims_of(annotation, names, lie)):
            verdict.violated.append(lie["id"])
    known = {(fold_name(e.label), iri) for e in annotation.entities for iri in e.same_as}
    for same in gold.get("same_as", ()):
        verdict.add(f"same as {same['name']}", (fold_name(same["name"]), same["iri"]) in known)
    return verdict


def _fold_all(names: Iterable[str]) -> Names:
    return frozenset(map(fold_name, names))


def _is_one_entity(annotation: Annotation, names: Mapping[str, Names], entity: Gold) -> bool:
    """True if each name is one of the same single entity, and its type is among those asked for."""
    wanted = [fold_name(name) for name in entity["names"]]
    found = [[e for e in annotation.entities if name in names[e.id]] for name in wanted]
    hits = {e.id: e.type for entities in found for e in entities}
    return all(found) and len(hits) == 1 and {*hits.values()} <= {*entity["type"].split("|")}


def _claims_of(annotation: Annotation, names: Mapping[str, Names], fact: Gold) -> list[Claim]:
    """The claims with the fact's ends, either way round, and its relation, whatever their
    standing."""
    ends = _fold_all(fact["subject"]), _fold_all(fact["object"])
    words = {p.id: f"{p.relation.text} {p.relation.lemma}" for p in annotation.propositions}
    relation = re.compile(fact["relation"], re.IGNORECASE)
    found = []
    for claim in annotation.claims:
        subject = names.get(claim.subject, frozenset())
        other = names.get(claim.object or "", frozenset())
        other |= frozenset() if claim.value is None else {fold_name(claim.value)}
        joins = (subject & ends[0] and other & ends[1]) or (subject & ends[1] and other & ends[0])
        said = [re.split(r"[/#]", iri)[-1] for iri in (claim.predicate, *claim.predicates)]
        said.append(words.get(claim.proposition or "", ""))
        if joins and relation.search(" ".join(said)):
            found.append(claim)
    return found


def _stands_as(claim: Claim, names: Mapping[str, Names], fact: Gold) -> bool:
    return (
        claim.polarity == fact.get("polarity", "positive")
        and claim.modality in fact.get("modality", ["asserted"])
        and (
            "by" not in fact
            or bool(names.get(claim.attributed_to or "", frozenset()) & _fold_all(fact["by"]))
        )
        and ("time" not in fact or (claim.time or "").startswith(fact["time"]))
    )
