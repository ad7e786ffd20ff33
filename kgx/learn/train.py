"""From labelled pairs to rules, one relation at a time, measured on folds of the examples."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from kgx.annotate.claims.relations import Relation, load_relations
from kgx.annotate.learned.rules import LearnedRelation
from kgx.annotate.learned.words import is_trigger
from kgx.learn.fit import Data, Model, Table, fit
from kgx.learn.grouping import fold_examples
from kgx.learn.known import OBJECT, Names, add_known, list_names
from kgx.learn.label import Labelled, Pair
from kgx.learn.patterns import learn_patterns
from kgx.learn.rivals import UNHEARD, Group, choose_single
from kgx.learn.thresholds import calibrate, choose_threshold, measure

_LITERAL: dict[str, str | None] = {"date": None, "number": None}
_TYPE_SHARE = 0.004
"""Ends of a pair of types are taken if this share of the pairs that state the relation has them."""
_LIFT = 2.0
"""How many times more often than elsewhere a trigger is met where the relation is stated."""
_WEIGHTY = 0.3
"""The least weight that makes a word a trigger."""
_MOST_TRIGGERS = 100
_USUAL, _BELIEF = 0.02, 10.0
"""How often a word is thought to stand in a pair that states nothing, and how many such pairs that
is worth: examples of one relation alone have hardly any."""
_ACROSS = 0.5
"""Inverse strength of the penalty for pairs of whole texts, which are many."""
_FEWEST_OTHERS = 10.0
"""Pairs that state nothing, below which weights cannot be told from accidents."""
_TRIGGER_SHARE = 0.004
"""A trigger is in as many examples, at least, as this share of the pairs that state the relation: a
name that one text repeats is none."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to learn.

    Attributes:
        fewest: Facts below which a relation gets patterns, not weights.
        most_weights: Features of a relation, at most.
        weak: What a pair counts, in (0, 1], that nobody judged and that is taken not to state the
            relation.
        precision: The precision that thresholds aim at; 0 for the best F1.
        confidence: No threshold is lower than where a claim is this sure.
        folds: In how many parts thresholds are measured, each of things the others do not have.
        symmetric: Relations whose ends play the same part.
        names: The relation or IRI that a relation of the examples goes by in the rules.
        predicates: Further IRIs, by relation of the examples.
        known: Names of ends, of `count_names`.
        across: Learn weights from things of whole texts, so that claims may cross sentences.
    """

    fewest: int = 50
    most_weights: int = 150
    weak: float = 0.3
    precision: float = 0.0
    confidence: float = 0.0
    folds: int = 5
    symmetric: frozenset[str] = frozenset()
    names: Mapping[str, str] | None = None
    predicates: Mapping[str, tuple[str, ...]] | None = None
    known: Names | None = None
    across: bool = False


def learn_relations(
    labelled: Labelled,
    options: Options | None = None,
    *,
    tell: Callable[[LearnedRelation], None] | None = None,
) -> list[LearnedRelation]:
    """What the pairs teach about each relation, in the order of their names.

    Relations of which nothing can be learned are left out.

    Args:
        tell: Called with each relation as soon as it is learned.
    """
    options = options or Options()
    found = []
    for relation in sorted(labelled.facts):
        learned = learn_relation(labelled, relation, options)
        if learned.weights or learned.patterns:
            found.append(learned)
            if tell is not None:
                tell(learned)
    return found


def learn_relation(labelled: Labelled, relation: str, options: Options) -> LearnedRelation:
    """What the pairs teach about one relation; patterns, of few facts, are of sentences always."""
    across = options.across and labelled.facts[relation] >= options.fewest
    every = labelled.things if across else labelled.pairs
    types = _choose_types(every, relation, options)
    pairs = [
        p for p in every if p.types in types and (relation in p.facts or relation not in p.open)
    ]
    known = {} if across else options.known or {}
    data = _weigh_pairs(pairs, relation, options, known)
    others = sum(count for count, h in zip(data.counts, data.holds, strict=True) if not h)
    if across and others < _FEWEST_OTHERS:
        return learn_relation(labelled, relation, replace(options, across=False))
    bare = replace(
        _describe(labelled, relation, types, options),
        across=across,
        subject_names=list_names(known, relation, 0),
        object_names=list_names(known, relation, 1),
        triggers=() if across else _choose_triggers(pairs, data.holds, data.counts),
    )
    if labelled.facts[relation] < options.fewest or others < _FEWEST_OTHERS:
        return _learn_patterns(bare, pairs, data)
    folds = fold_examples(every, options.folds)
    return _learn_weights(bare, pairs, data, [folds[p.example] for p in pairs], options)


def _weigh_pairs(pairs: Sequence[Pair], relation: str, options: Options, known: Names) -> Data:
    """The pairs as data: what nobody judged and states nothing counts less."""
    holds = label_pairs(pairs, relation, symmetric=relation in options.symmetric)
    counts = [
        1.0 if h or p.judged is None or relation in p.judged else options.weak
        for p, h in zip(pairs, holds, strict=True)
    ]
    return Data(add_known(pairs, holds, known, relation), holds, counts)


def _describe(
    labelled: Labelled, relation: str, types: set[tuple[str, str]], options: Options
) -> LearnedRelation:
    """A relation of which nothing is learned yet."""
    return LearnedRelation(
        (options.names or {}).get(relation, relation),
        predicates=(options.predicates or {}).get(relation, ()),
        symmetric=relation in options.symmetric,
        subject=tuple(sorted({s for s, _ in types})),
        object=tuple(sorted({o for _, o in types})),
        examples=labelled.facts[relation],
        cuts=labelled.cuts,
    )


def _learn_patterns(bare: LearnedRelation, pairs: Sequence[Pair], data: Data) -> LearnedRelation:
    """A relation with the patterns that few facts teach."""
    patterns = learn_patterns(pairs, data.holds, data.counts, frozenset(bare.triggers))
    said = {word for pattern in patterns for word in pattern.path.split()}
    return replace(
        bare,
        subject=_allow_unknown(bare.subject),
        object=_allow_unknown(bare.object),
        triggers=tuple(word for word in bare.triggers if word in said),
        patterns=patterns,
    )


def _learn_weights(
    bare: LearnedRelation,
    pairs: Sequence[Pair],
    data: Data,
    folds: Sequence[int],
    options: Options,
) -> LearnedRelation:
    """A relation with the weights that many facts teach.

    Args:
        folds: The fold of each pair.
    """
    table = data.make_table()
    penalty = _ACROSS if bare.across else None
    model, strength = fit(table, most=options.most_weights, strength=penalty)
    triggers = () if bare.across else tuple(sorted({*bare.triggers, *_weighty_words(model)}))
    scores = _cross_validate(pairs, table, strength, folds, options)
    groups = _group(pairs, scores, data, frozenset(triggers))
    single: tuple[str, ...] = ()
    if not bare.across:
        single, groups = choose_single(groups)
    learned = replace(
        bare, triggers=triggers, single=single, bias=model.bias, weights=model.weights
    )
    return _draw_line(learned, groups, options)


def _draw_line(
    learned: LearnedRelation, groups: Sequence[Group], options: Options
) -> LearnedRelation:
    """A relation with its threshold, and how sure its scores are."""
    threshold, precision, recall = choose_threshold(groups, options.precision)
    scale, shift = calibrate(groups)
    if options.confidence:
        sure = (math.log(options.confidence / (1 - options.confidence)) - shift) / scale
        threshold = max(threshold, round(sure, 2))
        precision, recall = measure(groups, threshold)
    return replace(
        learned,
        threshold=threshold,
        precision=precision,
        recall=recall,
        scale=scale,
        shift=shift,
    )


def _allow_unknown(types: tuple[str, ...]) -> tuple[str, ...]:
    """Types of ends and, if things are among them, that of a thing of which nobody knows what it
    is: few examples do not have every type that fits."""
    things = any(type_ not in _LITERAL for type_ in types)
    return tuple(sorted({*types, "other"})) if things else types


def label_pairs(pairs: Sequence[Pair], relation: str, *, symmetric: bool) -> list[bool]:
    """For each pair, whether it states the relation, in either direction if it is symmetric."""
    if not symmetric:
        return [relation in p.facts for p in pairs]
    stated = {(p.example, p.where, *sorted(p.ends)) for p in pairs if relation in p.facts}
    return [(p.example, p.where, *sorted(p.ends)) in stated for p in pairs]


def _choose_types(pairs: Sequence[Pair], relation: str, options: Options) -> set[tuple[str, str]]:
    """The types of ends that are not rare and that the vocabulary, if it has the relation, lets
    stand in it."""
    known = load_relations().by_id.get((options.names or {}).get(relation, relation))
    seen = Counter(p.types for p in pairs if relation in p.facts)
    if known is not None:
        seen = Counter({types: n for types, n in seen.items() if _fits(known, *types)})
    least = max(1.0, _TYPE_SHARE * seen.total())
    return {types for types, n in seen.items() if n >= least}


def _fits(known: Relation, subject: str, object_: str) -> bool:
    """True if the vocabulary lets ends of these types stand in a relation, one of which may be of
    a type that nobody knows."""
    ends = (subject, _LITERAL.get(object_, object_))
    return known.fits(*ends) or any(
        known.fits(*pair)
        for pair in (
            *((type_, ends[1]) for type_ in known.domain if subject == "other"),
            *((subject, type_) for type_ in known.range if object_ == "other"),
        )
    )


def _choose_triggers(
    pairs: Sequence[Pair], holds: Sequence[bool], counts: Sequence[float]
) -> tuple[str, ...]:
    """The words whose pairs state the relation much more often than others, in their order."""
    stated: dict[tuple[object, ...], bool] = {}
    counted: dict[tuple[object, ...], float] = {}
    words: dict[tuple[object, ...], frozenset[str]] = {}
    for pair, h, count in zip(pairs, holds, counts, strict=True):
        key = (pair.example, pair.where, *sorted(pair.ends))  # whatever the direction
        stated[key] = stated.get(key, False) or h
        counted[key] = max(count, counted.get(key, 0.0))
        words[key] = words.get(key, frozenset()) | pair.words
    right: Counter[str] = Counter()
    wrong: dict[str, float] = {}
    texts: dict[str, set[object]] = {}
    for key, h in stated.items():
        for word in words[key]:
            if h:
                right[word] += 1
                texts.setdefault(word, set()).add(key[0])
            else:
                wrong[word] = wrong.get(word, 0.0) + counted[key]
    whole = sum(stated.values())
    rest = sum(counted[key] for key, h in stated.items() if not h)
    least = max(1.0 if whole < 20 else 2.0, _TRIGGER_SHARE * whole)
    ranked = []
    for word, n in right.items():
        elsewhere = (wrong.get(word, 0.0) + _BELIEF * _USUAL) / (rest + _BELIEF)
        lift = (n + 0.5) / (whole + 1) / elsewhere
        if len(texts[word]) >= least and lift >= _LIFT and is_trigger(word):
            ranked.append((-n * math.log(lift), word))
    return tuple(sorted(word for _, word in sorted(ranked)[:_MOST_TRIGGERS]))


def _weighty_words(model: Model) -> set[str]:
    """The words that speak for a relation by themselves on the path or between the ends."""
    return {
        value
        for (group, value), weight in model.weights.items()
        if group in ("up", "top", "down", "between", "back") and weight >= _WEIGHTY
        if is_trigger(value)
    }


# ------------------------------------------------------------------ measuring


def _cross_validate(
    pairs: Sequence[Pair], table: Table, strength: float, folds: Sequence[int], options: Options
) -> list[float]:
    """The score of each pair by a model learned without its fold."""
    scores = [0.0] * len(pairs)
    for fold in sorted(set(folds)):
        inside = [n for n, own in enumerate(folds) if own != fold]
        model, _ = fit(table.take(inside), most=options.most_weights, strength=strength)
        for n, p in enumerate(pairs):
            if folds[n] == fold:
                scores[n] = model.score(p.features)
    return scores


def _group(
    pairs: Sequence[Pair],
    scores: Sequence[float],
    data: Data,
    triggers: frozenset[str],
) -> list[Group]:
    groups: dict[tuple[int, int, tuple[str, str]], Group] = {}
    rows = zip(pairs, scores, data.features, data.holds, data.counts, strict=True)
    for pair, score, features, h, count in rows:
        heard = not triggers or not triggers.isdisjoint(pair.words) or OBJECT in features
        key = pair.example, pair.where, pair.ends
        group = groups.setdefault(key, Group((pair.example, pair.where), pair.ends))
        group.score = max(group.score, score if heard else UNHEARD)
        group.holds = group.holds or h
        group.count = max(group.count, count)
    return list(groups.values())
