"""Labelled pairs: the candidate pairs of annotated examples, with the relations that hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from kgx.annotate.learned.across import find_thing_pairs
from kgx.annotate.learned.anchor import Anchor
from kgx.annotate.learned.anchors import find_anchors, name_of
from kgx.annotate.learned.component import find_ends
from kgx.annotate.learned.features import find_path, near_features, pair_features
from kgx.annotate.learned.judge import trigger_words
from kgx.annotate.learned.kinds import kind_of
from kgx.annotate.learned.names import Lexicon, Spelling, make_lexicon
from kgx.annotate.learned.pairs import find_pairs
from kgx.annotate.learned.spans import Cuts
from kgx.annotate.run import make_docs
from kgx.iris import BASE
from kgx.learn.examples import Example, Fact, Said, Span
from kgx.read.dates import parse_date
from kgx.types import Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Feature = tuple[str, str]


@dataclass(slots=True)
class Pair:
    """A candidate pair of an example.

    Attributes:
        example: The number of its example.
        where: The first token of its sentence.
        ends: The keys of subject and object.
        types: Their types.
        features: What it looks like.
        words: The lemmas that can be its trigger.
        facts: The numbers of the facts of the example that it states, by relation.
        judged: Relations whose facts were all given here; None for all.
        names: What its ends are called.
        open: Relations of which nobody knows whether it states them: one end is that of a fact
            whose other end was not found.
    """

    example: int
    where: int
    ends: tuple[str, str]
    types: tuple[str, str]
    features: frozenset[Feature]
    words: frozenset[str]
    facts: dict[str, int] = field(default_factory=dict)
    judged: frozenset[str] | None = None
    names: tuple[Spelling, Spelling] = ((), ())
    open: frozenset[str] = frozenset()


@dataclass(slots=True)
class Labelled:
    """What comes of examples.

    Attributes:
        pairs: In order of examples.
        things: Pairs of things of whole texts, where they were asked for.
        facts: How many facts there are, by relation; equal ones of an example count once.
        missing: Facts with an end that the text does not have, with the example's id.
        unpaired: How many facts no candidate pair can state, by relation.
        cuts: How the ends of the pairs were cut.
    """

    pairs: list[Pair] = field(default_factory=list)
    things: list[Pair] = field(default_factory=list)
    facts: dict[str, int] = field(default_factory=dict)
    missing: list[tuple[str, Fact]] = field(default_factory=list)
    unpaired: dict[str, int] = field(default_factory=dict)
    cuts: Cuts = field(default_factory=dict)


def label_examples(
    examples: Sequence[Example],
    nlp: Language,
    names: Iterable[str] = (),
    cuts: Cuts | None = None,
    *,
    across: bool = False,
) -> Labelled:
    """Run examples through a pipeline from `load` and label the pairs of their mentions.

    Args:
        names: Names to find besides those that the pipeline does.
        across: Label pairs of things of whole texts too.
        cuts: How ends are cut, of `kgx.learn.cuts`; None to take what the grammar finds.
    """
    found = Labelled(cuts=cuts or {})
    lexicon = make_lexicon(names)
    documents = [Document(example.id, example.text) for example in examples]
    with without_rules(nlp):
        for number, doc in enumerate(make_docs(documents, nlp)):
            _label_doc(found, number, examples[number], doc, lexicon, across)
    return found


def without_rules(nlp: Language) -> AbstractContextManager[object]:
    """A pipeline without its learned claims, so that what is learned does not depend on them."""
    return nlp.select_pipes(
        disable=[n for n in ("kgx_learned", "kgx_rules") if n in nlp.pipe_names]
    )


def _label_doc(
    found: Labelled, number: int, example: Example, doc: Doc, lexicon: Lexicon, across: bool
) -> None:
    anchors = find_ends(doc, BASE, lexicon, found.cuts)
    facts = match_facts(doc, example, anchors)
    for fact, match in zip(example.facts, facts, strict=True):
        if match is None:
            found.missing.append((example.id, fact))
    pairs = list(_make_pairs(doc, anchors, number, example, near=bool(found.cuts)))
    stated: set[int] = set()
    for (subject, object_), pair in pairs:
        for n, match in enumerate(facts):
            if match is not None and match.holds(subject, object_):
                pair.facts.setdefault(example.facts[n].relation, n)
                stated.add(n)
    unstated = [fact for n, fact in enumerate(example.facts) if n not in stated]
    _open_pairs(doc, anchors, pairs, unstated)
    found.pairs += [pair for _, pair in pairs]
    if across:
        found.things += _make_thing_pairs(doc, anchors, number, example, facts)
    for n, fact in enumerate(example.facts):
        if facts[n] is not None:
            found.facts[fact.relation] = found.facts.get(fact.relation, 0) + 1
            if n not in stated:
                found.unpaired[fact.relation] = found.unpaired.get(fact.relation, 0) + 1


def _open_pairs(
    doc: Doc,
    anchors: list[Anchor],
    pairs: Sequence[tuple[tuple[Anchor, Anchor], Pair]],
    facts: Sequence[Fact],
) -> None:
    """Tell the pairs that have one end of facts that no pair states: "the album" may be what
    its text never names."""
    for fact in facts:
        said = fact.subject, fact.object
        ends = [{a.key for a in _find_meant(doc, anchors, end)} for end in said]
        for _, pair in pairs:
            if any(key in keys for key, keys in zip(pair.ends, ends, strict=True)):
                pair.open |= {fact.relation}


@dataclass(frozen=True, slots=True)
class Match:
    """The anchors that are the ends of a fact: heads where the triple holds between these very
    mentions, keys where it holds between what they refer to."""

    heads: tuple[frozenset[int], frozenset[int]]
    keys: tuple[frozenset[str], frozenset[str]]
    exact: bool

    def holds(self, subject: Anchor, object_: Anchor) -> bool:
        """True if a pair of anchors states the fact."""
        if self.exact:
            return subject.head in self.heads[0] and object_.head in self.heads[1]
        return subject.key in self.keys[0] and object_.key in self.keys[1]


def match_facts(
    doc: Doc, example: Example, anchors: list[Anchor] | None = None
) -> list[Match | None]:
    """For each fact of an example the anchors of its doc that are its ends; None where the text
    does not have one of them."""
    found = find_anchors(doc, BASE) if anchors is None else anchors
    return [_match_fact(doc, found, fact) for fact in example.facts]


def _match_fact(doc: Doc, anchors: list[Anchor], fact: Fact) -> Match | None:
    """None where the text does not have an end of the fact."""
    subject = _find_meant(doc, anchors, fact.subject)
    object_ = _find_meant(doc, anchors, fact.object)
    if not (subject or fact.subject.spans) or not (object_ or fact.object.spans):
        return None
    return Match(
        (frozenset(a.head for a in subject), frozenset(a.head for a in object_)),
        (frozenset(a.key for a in subject), frozenset(a.key for a in object_)),
        fact.subject.exact and fact.object.exact,
    )


def _find_meant(doc: Doc, anchors: list[Anchor], said: Said) -> list[Anchor]:
    """The anchors that are meant by an end; where several stand in one place, those that fit it
    best: not "Orne" where "the Orne clock" is said."""
    meant = [a for a in anchors if is_meant(doc, a, said)]
    best: dict[Span, float] = {}
    fits = [(a, span, overlap(doc, a, span)) for a in meant for span in said.spans]
    for _, span, share in fits:
        best[span] = max(best.get(span, 0.0), share)
    near = {a.head for a, span, share in fits if share and share == best[span]}
    return [a for a in meant if a.head in near or a.iri is None]


def overlap(doc: Doc, anchor: Anchor, span: Span) -> float:
    """The characters that an anchor and a span share, of all that they have (Jaccard)."""
    first, last = doc[anchor.start].idx, doc[anchor.end - 1].idx + len(doc[anchor.end - 1])
    both = min(last, span[1]) - max(first, span[0])
    return max(0, both) / (max(last, span[1]) - min(first, span[0]))


def is_meant(doc: Doc, anchor: Anchor, said: Said) -> bool:
    """True if an anchor stands where an end is said, by its head or, for a name, by any word; or
    if it is the literal that the end gives."""
    if anchor.value is not None and not said.exact and _same_value(anchor.value, said.text):
        return True
    head = doc[anchor.head].idx
    first, last = doc[anchor.start].idx, doc[anchor.end - 1].idx + len(doc[anchor.end - 1])
    whole = anchor.form in ("name", "literal")
    return any(
        start <= head < end or (whole and start < last and first < end) for start, end in said.spans
    )


def _same_value(one: str, other: str) -> bool:
    """True if a literal is what an example gives: a number in other figures, a day in other words,
    a year where the first of January stands for it."""
    other = other.strip('"')
    if one == other:
        return True
    day = parse_date(other)
    if day is not None and one in (day, re.sub(r"-01$", "", day), re.sub(r"-01-01$", "", day)):
        return True
    try:
        first, second = (value.replace(",", "").split()[0] for value in (one, other))
        return float(first) == float(second)
    except (ValueError, IndexError):
        return False


def _make_pairs(
    doc: Doc, anchors: list[Anchor], number: int, example: Example, *, near: bool
) -> Iterator[tuple[tuple[Anchor, Anchor], Pair]]:
    parse = doc._.kgx_parse
    for subject, object_, others in find_pairs(parse, anchors):
        kinds = kind_of(doc._.kgx_entities, subject), kind_of(doc._.kgx_entities, object_)
        path = find_path(parse, subject.head, object_.head)
        found = pair_features(parse, path, subject, object_, kinds, others)
        if near:
            found += near_features(parse, subject, object_)
        features = frozenset(found)
        words = frozenset(trigger_words(parse, path, subject, object_, others))
        ends, types = (subject.key, object_.key), (subject.type, object_.type)
        judged = judged_here(doc, example, (subject, object_))
        where = parse.sent[subject.head]
        names = name_of(doc, subject), name_of(doc, object_)
        pair = Pair(number, where, ends, types, features, words, judged=judged, names=names)
        yield (subject, object_), pair


def _make_thing_pairs(
    doc: Doc,
    anchors: list[Anchor],
    number: int,
    example: Example,
    facts: Sequence[Match | None],
) -> Iterator[Pair]:
    """Pairs of things; a fact holds between what its ends refer to."""
    stated: dict[tuple[str, ...], dict[str, int]] = {}
    for n, match in enumerate(facts):
        for ends in product(*match.keys) if match is not None else ():
            stated.setdefault(ends, {}).setdefault(example.facts[n].relation, n)
    for pair in find_thing_pairs(doc, anchors):
        subject, object_ = pair.subject.anchors[0], pair.object.anchors[0]
        yield Pair(
            example=number,
            where=0,
            ends=(subject.key, object_.key),
            types=(subject.type, object_.type),
            features=pair.features,
            words=frozenset(),
            facts=dict(stated.get((subject.key, object_.key), {})),
            judged=judged_here(doc, example, (subject, object_)),
        )


def judged_here(doc: Doc, example: Example, pair: Iterable[Anchor]) -> frozenset[str] | None:
    """The relations whose facts were all given where a pair stands; None for all."""
    if example.scopes is None:
        return None
    places = [doc[anchor.head].idx for anchor in pair]
    inside = [s for s in example.scopes if all(s.start <= p < s.end for p in places)]
    return frozenset().union(*(s.relations for s in inside))
