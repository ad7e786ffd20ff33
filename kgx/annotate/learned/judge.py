"""Judging pairs by rules, and telling why."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.learned.anchor import Anchor
from kgx.annotate.learned.features import (
    Feature,
    Path,
    find_path,
    near_features,
    pair_features,
)
from kgx.annotate.learned.names import Lexicon, Spelling, make_lexicon, spell
from kgx.annotate.learned.rules import ANY, LearnedRelation, Pattern
from kgx.annotate.learned.spans import Cuts
from kgx.annotate.learned.words import NATIONALITY

_SUREST = 0.99
_ENDS = ("subject", "object")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A relation found to hold between two anchors, how surely, and what speaks for it.

    Attributes:
        score: Log-odds above the threshold; what the best of several is chosen by.
        reasons: Features and weights by size, or a pattern's path and precision.
    """

    relation: LearnedRelation
    subject: Anchor
    object: Anchor
    score: float
    confidence: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(slots=True)
class Rules:
    """Rules made ready to judge pairs with; those of relations across sentences are apart.

    Attributes:
        relations: In the order of the files.
        types: The types of subject and object that some relation takes.
        fitting: The numbers of the relations that take ends of these types.
        weights: By feature, the numbers of relations with their weights.
        patterns: By path, the numbers of relations with their patterns.
        triggers: By lemma, the numbers of the relations it is a trigger of.
        names: All names that relations know.
        subjects, objects: By name, the numbers of the relations that know it as that end.
        free: The numbers of the relations that need no trigger.
        across: Those that judge things of a whole text; None where there are none.
        cuts: The ways to cut ends, each with the numbers of the relations that have it.
    """

    relations: tuple[LearnedRelation, ...]
    types: set[tuple[str, str]] = field(default_factory=set)
    fitting: dict[tuple[str, str], frozenset[int]] = field(default_factory=dict)
    weights: dict[tuple[str, str], list[tuple[int, float]]] = field(default_factory=dict)
    patterns: dict[str, list[tuple[int, Pattern]]] = field(default_factory=dict)
    triggers: dict[str, list[int]] = field(default_factory=dict)
    names: Lexicon = field(default_factory=dict)
    subjects: dict[Spelling, set[int]] = field(default_factory=dict)
    objects: dict[Spelling, set[int]] = field(default_factory=dict)
    free: frozenset[int] = frozenset()
    across: Rules | None = None
    cuts: list[tuple[Cuts, frozenset[int]]] = field(default_factory=list)


def compile_rules(relations: Iterable[LearnedRelation]) -> Rules:
    """Make relations ready to judge pairs with."""
    every = tuple(relations)
    rules = _compile(tuple(r for r in every if not r.across))
    across = tuple(r for r in every if r.across)
    rules.across = _compile(across) if across else None
    return rules


def _find_fitting(
    relations: Sequence[LearnedRelation],
) -> dict[tuple[str, str], frozenset[int]]:
    """The numbers of the relations by the types of their two ends."""
    fitting: dict[tuple[str, str], set[int]] = {}
    for n, relation in enumerate(relations):
        ends = {(s, o) for s in relation.subject for o in relation.object}
        told = ((p.subject, p.object) for p in relation.patterns)
        for pair in ends.union(pair for pair in told if ANY not in pair):
            fitting.setdefault(pair, set()).add(n)
    return {pair: frozenset(found) for pair, found in fitting.items()}


def _compile(relations: tuple[LearnedRelation, ...]) -> Rules:
    rules = Rules(relations)
    for n, relation in enumerate(rules.relations):
        for feature, weight in relation.weights.items():
            rules.weights.setdefault(feature, []).append((n, weight))
        for pattern in relation.patterns:
            rules.patterns.setdefault(pattern.path, []).append((n, pattern))
        for lemma in relation.triggers:
            rules.triggers.setdefault(lemma, []).append(n)
        for name in relation.subject_names:
            rules.subjects.setdefault(spell(name), set()).add(n)
        for name in relation.object_names:
            rules.objects.setdefault(spell(name), set()).add(n)
    rules.names = make_lexicon(
        name for r in rules.relations for name in (*r.subject_names, *r.object_names)
    )
    rules.fitting = _find_fitting(rules.relations)
    rules.types = set(rules.fitting)
    rules.free = frozenset(n for n, r in enumerate(rules.relations) if not r.triggers)
    rules.cuts = _group_by_cuts(rules.relations)
    return rules


def _group_by_cuts(relations: Sequence[LearnedRelation]) -> list[tuple[Cuts, frozenset[int]]]:
    every: list[Cuts] = []
    for relation in relations:
        if relation.cuts not in every:
            every.append(relation.cuts)
    return [
        (cuts, frozenset(n for n, r in enumerate(relations) if r.cuts == cuts)) for cuts in every
    ]


def find_triggered(
    parse: Parse, rules: Rules, nationalities: Iterable[int]
) -> dict[int, frozenset[int]]:
    """By the first token of each sentence, the relations with a trigger in it.

    Args:
        nationalities: Tokens of words such as "American".
    """
    found: dict[int, set[int]] = {}
    triggers = rules.triggers
    for token, lemma in enumerate(parse.plain):
        numbers = triggers.get(lemma)
        if numbers is not None:
            found.setdefault(parse.sent[token], set()).update(numbers)
    if NATIONALITY in triggers:
        for token in nationalities:
            found.setdefault(parse.sent[token], set()).update(triggers[NATIONALITY])
    return {start: frozenset(numbers) for start, numbers in found.items()}


def find_triggers(parse: Parse, rules: Rules, sentence: int) -> dict[int, list[int]]:
    """The tokens of a sentence that can be triggers, with the relations they are triggers of.

    Args:
        sentence: Its first token.
    """
    plain, triggers = parse.plain, rules.triggers
    return {
        token: triggers[plain[token]]
        for token in range(sentence, parse.sent_end[sentence])
        if plain[token] in triggers and _can_trigger(parse, token)
    }


def judge_pair(
    parse: Parse,
    rules: Rules,
    subject: Anchor,
    object_: Anchor,
    kinds: tuple[str, str],
    others: Sequence[Anchor],
    wanted: frozenset[int],
    triggers: Mapping[int, Collection[int]],
    known: tuple[Collection[int], Collection[int]] = ((), ()),
) -> Iterator[Verdict]:
    """What the rules say of a pair.

    Args:
        others: The other anchors between.
        wanted: The numbers of the relations to look at.
        triggers: Those of the sentence.
        known: The numbers of the relations that know the name of the subject, and of the object.
    """
    path = find_path(parse, subject.head, object_.head)
    told = {*rules.free, *known[1]}
    if object_.form == "nationality":
        told.update(rules.triggers.get(NATIONALITY, ()))
    for token, numbers in triggers.items():
        asked = not wanted.isdisjoint(numbers)
        if asked and triggers_pair(parse, token, path, subject, object_, others):
            told.update(numbers)
    ready = wanted & told
    if not ready and not rules.patterns:
        return
    features = pair_features(parse, path, subject, object_, kinds, others)
    if any(rules.relations[n].cuts for n in ready):
        features += near_features(parse, subject, object_)
    yield from _match_patterns(rules, features, subject, object_, wanted)
    for n in sorted(ready):
        relation = rules.relations[n]
        knows = [("known", end) for end, ns in zip(_ENDS, known, strict=True) if n in ns]
        yield from _weigh(relation, subject, object_, [*features, *knows])


def _weigh(
    relation: LearnedRelation, subject: Anchor, object_: Anchor, features: Iterable[Feature]
) -> Iterator[Verdict]:
    """What the weights of a relation say of a pair with these features, if they reach its
    threshold."""
    held = {f: relation.weights[f] for f in features if f in relation.weights}
    total = math.fsum((relation.bias, *held.values()))
    if held and total >= relation.threshold:
        yield weigh_verdict(relation, subject, object_, total, list(held.items()))


def _match_patterns(
    rules: Rules,
    features: Iterable[Feature],
    subject: Anchor,
    object_: Anchor,
    wanted: frozenset[int],
) -> Iterator[Verdict]:
    for group, value in features if rules.patterns else ():
        for n, pattern in rules.patterns.get(value, ()) if group == "path" else ():
            if n in wanted and _takes(rules.relations[n], pattern, subject, object_):
                yield _by_pattern(rules.relations[n], subject, object_, pattern)


def judge_features(
    rules: Rules,
    features: Iterable[tuple[str, str]],
    types: tuple[str, str],
) -> Iterator[tuple[LearnedRelation, float, list[tuple[tuple[str, str], float]]]]:
    """The relations that hold by the features of a pair alone, whatever its words, each with its
    log-odds and the weights that speak for and against it.

    Args:
        types: Those of subject and object.
    """
    held: dict[int, list[tuple[tuple[str, str], float]]] = {}
    wanted = rules.fitting.get(types, frozenset())
    for feature in features:
        for n, weight in rules.weights.get(feature, ()):
            if n in wanted:
                held.setdefault(n, []).append((feature, weight))
    for n in sorted(held):
        relation = rules.relations[n]
        total = math.fsum((relation.bias, *(weight for _, weight in held[n])))
        if total >= relation.threshold:
            yield relation, total, held[n]


def _takes(relation: LearnedRelation, pattern: Pattern, subject: Anchor, object_: Anchor) -> bool:
    """True if a pattern of a relation holds between ends of such types."""
    ends = (pattern.subject, relation.subject, subject), (pattern.object, relation.object, object_)
    return all(
        end.type in every if asked == ANY else end.type == asked for asked, every, end in ends
    )


def trigger_words(
    parse: Parse, path: Path | None, subject: Anchor, object_: Anchor, others: Sequence[Anchor] = ()
) -> set[str]:
    """The lemmas that can be a trigger for a pair, and `NATIONALITY` where the object is one."""
    first, second = (subject, object_) if subject.start < object_.start else (object_, subject)
    tokens = {subject.head, object_.head, *range(first.end, second.start)}
    if path is not None:
        tokens.update(path.inner)
    said = {
        parse.plain[t]
        for t in tokens
        if _can_trigger(parse, t) and triggers_pair(parse, t, path, subject, object_, others)
    }
    return said | {NATIONALITY} if object_.form == "nationality" else said


def triggers_pair(
    parse: Parse,
    token: int,
    path: Path | None,
    subject: Anchor,
    object_: Anchor,
    others: Sequence[Anchor],
) -> bool:
    """True for a token on the path of a pair or between its ends, outside other names, and for
    the head of an end that is a noun phrase; a bracket triggers nothing but dates."""
    if parse.text[token] == "(" and object_.type != "date":
        return False
    for end in (subject, object_):
        if token == end.head:
            return end.form == "nominal"
    if not (
        subject.end <= token < object_.start
        or object_.end <= token < subject.start
        or (path is not None and token in path.inner)
    ):
        return False
    return not any(a.form == "name" and a.start <= token < a.end for a in others)


def _can_trigger(parse: Parse, token: int) -> bool:
    """True for any word but numbers and nationalities."""
    pos = parse.pos[token]
    return pos != "NUM" and (pos != "ADJ" or not parse.text[token][:1].isupper())


def _by_pattern(
    relation: LearnedRelation, subject: Anchor, object_: Anchor, pattern: Pattern
) -> Verdict:
    odds = math.log(pattern.precision / (1 - min(pattern.precision, _SUREST)))
    reason = (f"path: {pattern.path}", pattern.precision)
    sure = min(pattern.precision, _SUREST)
    return Verdict(relation, subject, object_, odds, round(sure, 3), (reason,))


def weigh_verdict(
    relation: LearnedRelation,
    subject: Anchor,
    object_: Anchor,
    total: float,
    held: Sequence[tuple[tuple[str, str], float]],
) -> Verdict:
    """The verdict of a relation whose weights add up to that total."""
    sure = 1 / (1 + math.exp(-(relation.scale * total + relation.shift)))
    reasons = ((f"{group}: {value}", weight) for (group, value), weight in held)
    ranked = tuple(sorted(reasons, key=lambda r: (-abs(r[1]), r[0])))
    confidence = round(min(max(sure, 0.01), _SUREST), 3)
    return Verdict(relation, subject, object_, total - relation.threshold, confidence, ranked)
