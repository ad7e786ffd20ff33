"""Precision, recall and F1 of annotations: entities, links, propositions, claims, standing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import ceil

from kgx.errors import KgxError
from kgx.evaluate.align import (
    align_entities,
    ends_of,
    overlap,
    pair_spans,
    predicates_of,
    span_of,
)
from kgx.types import Annotation, Argument, Claim, Proposition

MEASURES = ("entities", "links", "propositions", "claims")
STANDING = ("polarity", "modality", "attributed_to", "time")


@dataclass(slots=True)
class Score:
    """Counts of what was found right, found at all, and wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found; 0 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Groups = dict[str, Score]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came out of holding annotations against gold ones.

    Attributes:
        strict, lenient: A score a measure: strict asks for equal spans and all arguments, lenient
            for spans that overlap and one argument.
        types: Entities by type, strict.
        predicates: Claims by predicate, lenient.
        rules: Claims by the rule that made them, lenient; precision alone, for gold has no rules.
        confidences: Claims by tenths of their confidence, lenient; precision alone, which is to be
            compared with the confidence.
        standing: Of the claims found (lenient), how many have the gold's polarity, modality,
            speaker and time.
        documents: How many documents both sides have.
        missing: Ids of gold documents that were not annotated: they count as empty.
    """

    strict: Groups = field(default_factory=dict)
    lenient: Groups = field(default_factory=dict)
    types: Groups = field(default_factory=dict)
    predicates: Groups = field(default_factory=dict)
    rules: Groups = field(default_factory=dict)
    confidences: Groups = field(default_factory=dict)
    standing: Groups = field(default_factory=dict)
    documents: int = 0
    missing: tuple[str, ...] = ()


def evaluate(gold: Iterable[Annotation], annotations: Iterable[Annotation]) -> Evaluation:
    """Hold annotations against gold ones of the same documents, by their ids.

    A document that the gold lacks is left out; one that the annotations lack counts as empty.

    Raises:
        KgxError: There is no gold document, or none of them was annotated.
    """
    by_id = {annotation.id: annotation for annotation in annotations}
    pairs = [(one, by_id.get(one.id)) for one in gold]
    if not pairs:
        raise KgxError("the gold holds no document: nothing can be told")
    missing = tuple(one.id for one, found in pairs if found is None)
    if len(missing) == len(pairs):
        raise KgxError(
            f"no document of the gold was annotated: its first is {missing[0]!r}; "
            "are the ids the same?"
        )
    result = Evaluation(documents=len(pairs) - len(missing), missing=missing)
    for one, found in pairs:
        _count_document(result, one, found or Annotation(one.id))
    return result


def _count_document(result: Evaluation, gold: Annotation, found: Annotation) -> None:
    for groups, strict in ((result.strict, True), (result.lenient, False)):
        _count_entities(groups, result.types if strict else {}, gold, found, strict=strict)
        _count_links(groups, gold, found, strict=strict)
        _count_propositions(groups, gold, found, strict=strict)
        matched = _match_claims(gold, found, strict=strict)
        _add(groups, "claims", len(matched), len(found.claims), len(gold.claims))
        if not strict:
            _count_claims(result, gold, found, matched)


def _add(groups: Groups, name: str, right: int, found: int, wanted: int) -> None:
    score = groups.setdefault(name, Score())
    score.right += right
    score.found += found
    score.wanted += wanted


# ------------------------------------------------------------------ entities and links


def _count_entities(
    groups: Groups, types: Groups, gold: Annotation, found: Annotation, *, strict: bool
) -> None:
    """Names, by their spans and types."""
    kinds = [{e.id: e.type for e in side.entities} for side in (gold, found)]
    names = [
        {span_of(m): kind[m.entity] for m in side.mentions if m.form == "name" and m.entity in kind}
        for side, kind in zip((gold, found), kinds, strict=True)
    ]
    pairs = pair_spans(names[0], names[1], strict=strict)
    right = Counter(names[1][f] for f, g in pairs.items() if names[1][f] == names[0][g])
    _add(groups, "entities", right.total(), len(names[1]), len(names[0]))
    wanted, all_found = Counter(names[0].values()), Counter(names[1].values())
    for type_ in sorted(wanted | all_found):
        _add(types, type_, right[type_], all_found[type_], wanted[type_])


def _count_links(groups: Groups, gold: Annotation, found: Annotation, *, strict: bool) -> None:
    """Names that are linked, by their spans and one identifier in common."""
    links = []
    for side in (gold, found):
        same = {e.id: frozenset(e.same_as) for e in side.entities if e.same_as}
        links.append(
            {
                span_of(m): same[m.entity]
                for m in side.mentions
                if m.form == "name" and m.entity in same
            }
        )
    pairs = pair_spans(links[0], links[1], strict=strict)
    right = sum(bool(links[1][f] & links[0][g]) for f, g in pairs.items())
    _add(groups, "links", right, len(links[1]), len(links[0]))


# ------------------------------------------------------------------ propositions


def _count_propositions(
    groups: Groups, gold: Annotation, found: Annotation, *, strict: bool
) -> None:
    left = list(gold.propositions)
    right = 0
    for proposition in found.propositions:
        match = next((g for g in left if _same_fact(g, proposition, strict=strict)), None)
        if match is not None:
            left.remove(match)
            right += 1
    _add(groups, "propositions", right, len(found.propositions), len(gold.propositions))


def _same_fact(gold: Proposition, found: Proposition, *, strict: bool) -> bool:
    """True if two propositions have the same words: strictly all of them, else words in common in
    subject, relation and one argument."""
    if strict:
        return (
            gold.subject.text == found.subject.text
            and gold.relation.text == found.relation.text
            and {a.text for a in gold.arguments} == {a.text for a in found.arguments}
        )
    shared = any(_touch(a, b) for a in gold.arguments for b in found.arguments)
    lemmas = set(gold.relation.lemma.split()) & set(found.relation.lemma.split())
    return (
        bool(overlap((gold.start, gold.end), (found.start, found.end)))
        and bool(lemmas)
        and _touch(gold.subject, found.subject)
        and (shared or not gold.arguments)
    )


def _touch(one: Argument, other: Argument) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return bool(set(one.text.split()) & set(other.text.split()))
    return overlap((one.start, one.end), (other.start, other.end)) > 0


# ------------------------------------------------------------------ claims


def _match_claims(
    gold: Annotation, found: Annotation, *, strict: bool
) -> list[tuple[Claim, Claim]]:
    """Found claims with the gold one each is, one to one: the same ends and a predicate in common,
    in order; strictly also the same standing."""
    aligned = align_entities(gold, found, strict=strict)
    itself = {e.id: e.id for e in gold.entities}
    left: dict[tuple[str, str], list[Claim]] = {}
    for claim in gold.claims:
        left.setdefault(ends_of(claim, itself), []).append(claim)
    pairs = []
    for claim in found.claims:
        candidates = left.get(ends_of(claim, aligned), [])
        match = next((g for g in candidates if _same_claim(g, claim, strict=strict)), None)
        if match is not None:
            candidates.remove(match)
            pairs.append((match, claim))
    return pairs


def _same_claim(gold: Claim, found: Claim, *, strict: bool) -> bool:
    if strict and (gold.polarity, gold.modality) != (found.polarity, found.modality):
        return False
    return not predicates_of(gold).isdisjoint(predicates_of(found))


def _count_claims(
    result: Evaluation, gold: Annotation, found: Annotation, matched: list[tuple[Claim, Claim]]
) -> None:
    """Claims by predicate, by rule and by confidence, and the standing of those found."""
    right = Counter(g.predicate for g, _ in matched)
    surplus = Counter(c.predicate for c in found.claims) - Counter(f.predicate for _, f in matched)
    wanted = Counter(c.predicate for c in gold.claims)
    for predicate in sorted(wanted | surplus):
        count = right[predicate]
        _add(result.predicates, predicate, count, count + surplus[predicate], wanted[predicate])
    hits = [f for _, f in matched]
    for groups, name_of in ((result.rules, _rule_of), (result.confidences, _tenth_of)):
        some, every = Counter(map(name_of, hits)), Counter(map(name_of, found.claims))
        for name in sorted(every):
            _add(groups, name, some[name], every[name], 0)
    aligned = align_entities(gold, found, strict=False)
    for one, other in matched:
        for name, same in _compare_standing(one, other, aligned):
            _add(result.standing, name, same, 1, 1)


def _rule_of(claim: Claim) -> str:
    return claim.rule


def _tenth_of(claim: Claim) -> str:
    """The tenth that a confidence is in, its upper bound included: "0.8 to 0.9"."""
    above = max(ceil(round(claim.confidence * 10, 6)), 1)
    return f"{(above - 1) / 10} to {above / 10}"


def _compare_standing(
    gold: Claim, found: Claim, aligned: Mapping[str, str]
) -> Iterator[tuple[str, bool]]:
    for name in STANDING:
        one, other = getattr(gold, name), getattr(found, name)
        yield name, one == (aligned.get(other, other) if name == "attributed_to" else other)
