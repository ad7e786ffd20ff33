"""What the model of names is trained on: the names of documents, each with its class."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.load import COMPONENTS, load
from kgx.annotate.names.component import names_of
from kgx.annotate.names.model import Features, read_blind, read_features, ties_of
from kgx.annotate.names.spans import titled_tokens
from kgx.annotate.names.ties import Tie
from kgx.annotate.names.types import class_of_label
from kgx.annotate.names.votes import Ballot, hold_vote

LONE = Path(__file__).parent / "lone_names.txt"
"""Sentences with names that no list knows."""
BLIND = 0.3
"""What a name counts that is told by its surroundings alone."""
OWN = 1.0
"""What a name of `LONE` counts."""
_LONGEST_PERSON = 3
_NAME = re.compile(r"\[([^\]|]+)\|([A-Z]+)\]")
_SPELLING = ("first ", "last ", "within ", "ends ")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """A name of a document.

    Attributes:
        document: Its number, in the order of the files.
        class_: The right one.
        rule: The class that the rules say; ``sure`` where they decide alone.
        count: Mentions of the name.
        source: ``given``; ``blind`` where the features are those that surroundings give alone; or
            ``lone`` for a name of `LONE`.
    """

    document: int
    features: Features
    ties: list[Tie]
    class_: str
    rule: str
    sure: bool
    count: int
    source: str = "given"

    @property
    def weight(self) -> float:
        """How much it counts in training."""
        return float(self.count**0.5) * {"given": 1.0, "blind": BLIND, "lone": OWN}[self.source]


def read_examples(paths: Iterable[str]) -> tuple[list[Example], Language]:
    """The names that the pipeline finds with the very bounds that the files and `LONE` give, those
    of one word again by their surroundings alone; and the pipeline."""
    nlp = load()
    nlp.disable_pipes(*COMPONENTS[1:])
    lines = [line for path in paths for line in Path(path).read_text("utf-8").splitlines()]
    rows = list(map(json.loads, lines))
    found = [
        e for n, row in enumerate(rows) for e in read_document(nlp, n, row["text"], row["names"])
    ]
    own = LONE.read_text("utf-8").splitlines()
    for number, line in enumerate(own, len(rows)):
        if not line.startswith("#"):
            found += (_as_lone(e) for e in read_document(nlp, number, *read_marked(line)))
    return found, nlp


def read_marked(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A sentence and its names, which stand with their class in brackets.

    >>> read_marked("Shares of [Orlano|ORG] fell.")
    ('Shares of Orlano fell.', [(10, 16, 'ORG')])
    """
    text, names, last = "", [], 0
    for match in _NAME.finditer(line):
        text += line[last : match.start()]
        names.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        last = match.end()
    return text + line[last:], names


def _as_lone(example: Example) -> Example:
    """An example whose own letters teach nothing."""
    kept = {k: v for k, v in example.features.items() if not k.startswith(_SPELLING)}
    source = "lone" if example.source == "given" else example.source
    return replace(example, features=kept, source=source)


def read_document(
    nlp: Language, number: int, text: str, names: Iterable[tuple[int, int, str]]
) -> Iterator[Example]:
    """The names of one document: those whose class is given; and those of one word that the rest of
    the text makes sure, by their surroundings alone (Mintz et al. 2009 call this distant
    supervision)."""
    doc: Doc = nlp(text)
    parse: Parse = doc._.kgx_parse
    given = {_trim(text, start, end): class_ for start, end, class_ in names}
    body, _ = names_of(doc, titled_tokens(parse, doc._.kgx_blocks))
    ballots = hold_vote(parse, body)
    shortened = _classes_of_short(ballots)
    for key, ballot in ballots.items():
        spans = ((parse.starts[n.start], parse.ends[n.end - 1]) for n in ballot.mentions)
        found = Counter(given[s] for s in spans if s in given)
        rule, sure, ties = ballot.best(), ballot.is_sure(), ties_of(parse, ballot)
        if rule == "NORP":
            continue
        said = class_of_label(rule)
        if found:
            class_, _ = min(found.items(), key=lambda x: (-x[1], x[0]))
            count = sum(found.values())
            features = read_features(parse, ballot, ties)
            yield Example(number, features, ties, class_, said, sure, count)
        else:
            class_, count = shortened.get(key, said if sure else ""), len(ballot.mentions)
        if class_ and " " not in key:
            features = read_blind(parse, ballot, ties)
            yield Example(number, features, ties, class_, said, sure, count, "blind")


def _classes_of_short(ballots: Mapping[str, Ballot]) -> dict[str, str]:
    """The classes of names of one word that a person's full name ends with or a body's begins
    with, where that is sure."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, ballot in ballots.items():
        words = key.split(" ")
        if len(words) > 1 and ballot.is_sure():
            class_ = class_of_label(ballot.best())
            if class_ == "PERSON" and len(words) <= _LONGEST_PERSON:
                found[words[-1]].add(class_)
            elif class_ == "ORG":
                found[words[0]].add(class_)
    return {word: min(classes) for word, classes in found.items() if len(classes) == 1}


def _trim(text: str, start: int, end: int) -> Span:
    for article in ("the ", "The ", "a ", "an ", "A ", "An "):
        if text.startswith(article, start):
            start += len(article)
            break
    for ending in ("'s", "’s"):
        if text[start:end].endswith(ending):
            end -= len(ending)
    return start, end
