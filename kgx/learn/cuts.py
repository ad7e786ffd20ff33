"""How the ends of examples are cut: which of the spans that overlap one is the end itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kgx.annotate.learned.anchor import Anchor
from kgx.annotate.learned.names import Lexicon, make_lexicon
from kgx.annotate.learned.spans import BIAS, REFERRING, Cuts, cut_features, find_candidates
from kgx.annotate.run import make_docs
from kgx.iris import BASE
from kgx.learn.examples import Example, Said
from kgx.learn.fit import Data, fit
from kgx.learn.label import is_meant, overlap, without_rules
from kgx.types import Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_FEWEST = 50
"""Ends that examples have, below which nothing is learned of how they are cut."""
_MOST = 150
"""Weights, at most."""
_GROUP = "cut"


def learn_cuts(examples: Sequence[Example], nlp: Language, names: Iterable[str] = ()) -> Cuts:
    """Weights of the features of spans, learned from the ends of examples.

    Only spans that overlap an end are learned from, so that it does not matter that examples
    leave out what else their texts say. Empty where there are too few ends.

    Args:
        names: Names to find besides those that the pipeline does.
    """
    rows: list[tuple[frozenset[tuple[str, str]], bool]] = []
    lexicon = make_lexicon(names)
    documents = [Document(example.id, example.text) for example in examples]
    with without_rules(nlp):
        for example, doc in zip(examples, make_docs(documents, nlp), strict=True):
            rows += _compare(doc, example, lexicon)
    if sum(right for _, right in rows) < _FEWEST:
        return {}
    data = Data([row[0] for row in rows], [row[1] for row in rows], [1.0] * len(rows))
    model, _ = fit(data.make_table(), most=_MOST)
    weights = {feature: weight for (_, feature), weight in model.weights.items()}
    return {BIAS: model.bias, **weights}


def _compare(
    doc: Doc, example: Example, lexicon: Lexicon
) -> Iterator[tuple[frozenset[tuple[str, str]], bool]]:
    """The features of the spans that overlap ends, each with whether it is one of them."""
    parse = doc._.kgx_parse
    candidates = [a for a in find_candidates(doc, BASE, lexicon) if a.form not in REFERRING]
    right: set[tuple[int, int]] = set()
    for said in (end for fact in example.facts for end in (fact.subject, fact.object)):
        right.update((a.start, a.end) for a in candidates if _is_end(doc, a, said))
    taken = {t for start, end in right for t in range(start, end)}
    for anchor in candidates:
        if not taken.isdisjoint(range(anchor.start, anchor.end)):
            features = frozenset((_GROUP, f) for f in cut_features(parse, anchor))
            yield features, (anchor.start, anchor.end) in right


def _is_end(doc: Doc, anchor: Anchor, said: Said) -> bool:
    """True if a span is an end as the example gives it, or the literal that it gives."""
    if any(overlap(doc, anchor, span) == 1 for span in said.spans):
        return True
    return anchor.value is not None and not said.spans and is_meant(doc, anchor, said)
