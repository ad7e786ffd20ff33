"""What rules find in examples, against what the examples say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgx.annotate.learned.component import find_verdicts
from kgx.annotate.learned.judge import Verdict, compile_rules
from kgx.annotate.learned.rules import LearnedRelation
from kgx.annotate.run import make_docs
from kgx.iris import BASE
from kgx.learn.examples import Example
from kgx.learn.label import judged_here, match_facts, without_rules
from kgx.types import Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Found:
    """A verdict in words.

    Attributes:
        text: The sentence it was found in, or all from that of one end to that of the other.
        reasons: Features with their weights, the largest first.
    """

    relation: str
    subject: str
    object: str
    text: str
    confidence: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(slots=True)
class Tally:
    """How one relation fared.

    Attributes:
        right: Claims that state a fact of the examples.
        facts: Facts of the examples; ``found`` of them are stated by some claim.
        wrong: Claims that state none, where the example was read for the relation.
        missed: Facts that no claim states, in words.
        matches: The claims that are right.
    """

    facts: int = 0
    found: int = 0
    right: int = 0
    wrong: list[Found] = field(default_factory=list)
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    matches: list[Found] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of the claims, the share that is right; 0 where there are none."""
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """Of the facts, the share that is found."""
        return self.found / max(1, self.facts)


def check_rules(
    rules: Sequence[LearnedRelation],
    examples: Sequence[Example],
    nlp: Language,
    names: dict[str, str] | None = None,
) -> dict[str, Tally]:
    """What rules find in examples, by relation of the rules.

    Args:
        nlp: A pipeline from `load` without these rules.
        names: The relation of the rules that a relation of the examples is.
    """
    compiled = compile_rules(rules)
    tallies = {rule.relation: Tally() for rule in rules}
    documents = [Document(example.id, example.text) for example in examples]
    with without_rules(nlp):
        for example, doc in zip(examples, make_docs(documents, nlp), strict=True):
            verdicts = find_verdicts(doc, compiled, BASE)
            _tally_doc(tallies, example, doc, verdicts, names or {})
    return tallies


def _tally_doc(
    tallies: dict[str, Tally],
    example: Example,
    doc: Doc,
    verdicts: list[Verdict],
    names: dict[str, str],
) -> None:
    stated: set[int] = set()
    matches = match_facts(doc, example)
    for verdict in verdicts:
        relation = verdict.relation.relation
        ends = (verdict.subject, verdict.object)
        turned = ends[::-1]
        hits = {
            n
            for n, (fact, match) in enumerate(zip(example.facts, matches, strict=True))
            if match is not None
            and names.get(fact.relation, fact.relation) == relation
            and (match.holds(*ends) or (verdict.relation.symmetric and match.holds(*turned)))
        }
        stated |= hits
        judged = judged_here(doc, example, ends)
        known = judged is None or relation in {names.get(r, r) for r in judged}
        if hits:
            tallies[relation].right += 1
            tallies[relation].matches.append(say_verdict(doc, verdict))
        elif known:
            tallies[relation].wrong.append(say_verdict(doc, verdict))
    for n, fact in enumerate(example.facts):
        tally = tallies.get(names.get(fact.relation, fact.relation))
        if tally is not None:
            tally.facts += 1
            tally.found += n in stated
            if n not in stated:
                tally.missed.append((fact.subject.text, fact.object.text, example.text))


def explain_text(text: str, rules: Iterable[LearnedRelation], nlp: Language) -> Iterator[Found]:
    """What rules find in a text, with what speaks for it."""
    compiled = compile_rules(rules)
    with without_rules(nlp):
        docs = list(make_docs([Document("text", text)], nlp))
    for doc in docs:
        for verdict in find_verdicts(doc, compiled, BASE):
            yield say_verdict(doc, verdict)


def say_verdict(doc: Doc, verdict: Verdict) -> Found:
    """A verdict in the words of its doc."""
    parse = doc._.kgx_parse
    entities = doc._.kgx_entities
    words = []
    for anchor in (verdict.subject, verdict.object):
        entity = entities.get(anchor.iri) if anchor.iri is not None else None
        here = doc[anchor.start : anchor.end].text
        words.append(entity.label if entity is not None else anchor.value or here)
    first, last = sorted((verdict.subject.head, verdict.object.head))
    sentence = doc[parse.sent[first] : parse.sent_end[last]].text.strip()
    relation = verdict.relation.relation
    return Found(relation, words[0], words[1], sentence, verdict.confidence, verdict.reasons)
