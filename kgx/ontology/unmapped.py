"""What texts say that an ontology has no property for: candidates for new terms."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO

from kgx.types import Annotation, Proposition


@dataclass(frozen=True, slots=True, order=True)
class Saying:
    """A relation in the text's lemmas, between ends of these coarse types."""

    subject: str
    relation: str
    object: str


@dataclass(slots=True)
class Unmapped:
    """Propositions that no claim restates, counted over documents.

    Attributes:
        counts: How often each relation was said in vain.
        examples: A proposition of each in the text's words, the first met.
        propositions: All propositions seen.
    """

    counts: Counter[Saying] = field(default_factory=Counter)
    examples: dict[Saying, str] = field(default_factory=dict)
    propositions: int = 0

    def add(self, annotation: Annotation) -> None:
        """Count the propositions of a document that none of its claims touches."""
        types = {entity.id: entity.type for entity in annotation.entities}
        spans = [(claim.start, claim.end) for claim in annotation.claims]
        for proposition in annotation.propositions:
            self.propositions += 1
            if any(start < proposition.end and proposition.start < end for start, end in spans):
                continue
            for saying in _sayings(proposition, types):
                self.counts[saying] += 1
                self.examples.setdefault(saying, _words(proposition))

    def ranked(self) -> list[tuple[Saying, int]]:
        """The most frequent first, then by name."""
        return sorted(self.counts.items(), key=lambda item: (-item[1], item[0]))

    def write(self, file: IO[str]) -> None:
        """Write a CSV table: relation, types of its ends, count, example."""
        table = csv.writer(file)
        table.writerow(("relation", "subject", "object", "count", "example"))
        for saying, count in self.ranked():
            row = (saying.relation, saying.subject, saying.object, count, self.examples[saying])
            table.writerow(row)


def _sayings(proposition: Proposition, types: Mapping[str, str]) -> Iterator[Saying]:
    """The relation with the type of its subject and of its first argument, where both refer."""
    subject = types.get(proposition.subject.entity or "")
    for argument in proposition.arguments:
        object_ = types.get(argument.entity or "")
        if subject is not None and object_ is not None:
            yield Saying(subject, proposition.relation.lemma, object_)
            return


def _words(proposition: Proposition) -> str:
    arguments = [argument.text for argument in proposition.arguments]
    return " ".join((proposition.subject.text, proposition.relation.text, *arguments))
