"""The general predicates, and which of them the words of a coined one say: ``data/generals.toml``.

The verbs of that table are grouped by what they say of their subject and object, in the way of
Levin's classes (English Verb Classes and Alternations, 1993) and WordNet's files of verbs. Verbs it
does not list behave as their nearest kin in WordNet, ``data/verb_kinds.toml``, which
``python -m kgx.annotate.build.verb_kinds`` makes.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kgx.annotate.words.participles import participle_of
from kgx.annotate.words.tables import read_table
from kgx.annotate.words.wordlists import read_set
from kgx.errors import RuleError

_NAME = "generals.toml"
_KINDS = "verb_kinds.toml"
_KEYS = {"words", "direct", "after", "done"}
_LONGEST = 3
"""Words of the longest verb of the table, its particle and noun included."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The general predicates that verbs say of subject and object: of a bare object, after a
    preposition, and of what the verb is done to after a preposition. Empty where none is sure."""

    direct: str
    after: Mapping[str, str]
    done: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Generals:
    """What general predicates there are and how they are said.

    Attributes:
        ids: The general predicates, as terms of the vocabulary.
        frames: By verb, with its particle.
        prepositions: General predicates of what else comes with a preposition.
        nouns: Of "X is the NOUN of Y", by noun, else by ``person`` and ``other``.
        same: The verb that a near-synonym folds into.
    """

    ids: frozenset[str]
    frames: Mapping[str, Frame]
    prepositions: Mapping[str, str]
    nouns: Mapping[str, str]
    same: Mapping[str, str]

    def find(self, words: str, passive: bool = False) -> str:
        """The general predicate of a verb with its preposition; empty where none is known.

        >>> generals = load_generals()
        >>> generals.find("remark"), generals.find("travel to"), generals.find("sell to", True)
        ('says', 'goesTo', 'givenTo')
        """
        parts = words.split()
        for number in range(min(_LONGEST, len(parts) - passive), 0, -1):
            frame = self.frames.get(" ".join(parts[:number]))
            if frame is not None:
                rest = " ".join(parts[number:])
                return self._after(frame, rest, passive) if rest else frame.direct
        return self.preposition(words)

    def _after(self, frame: Frame, rest: str, passive: bool) -> str:
        table = frame.done if passive else frame.after
        return table.get(rest) or self.preposition(rest)

    def preposition(self, words: str) -> str:
        """The general predicate of the preposition that ends some words, empty for none."""
        parts = words.split()
        last = " ".join(parts[-2:])
        return self.prepositions.get(last) or self.prepositions.get(parts[-1], "")

    def fold(self, words: str, passive: bool = False) -> str:
        """The words of a coined predicate with its verb as the one that it folds into; as they are
        where it folds into none.

        >>> load_generals().fold("purchase from", passive=True)
        'bought from'
        >>> load_generals().fold("pick up")
        'pick up'
        """
        verb, _, rest = words.partition(" ")
        head = self.same.get(verb)
        if head is None or rest.split(" ", 1)[0] in read_set("verbs.toml", "particles"):
            return words
        return f"{participle_of(head) if passive else head} {rest}".rstrip()


@functools.cache
def load_generals() -> Generals:
    """Read and check the data files.

    Raises:
        RuleError: A table has an unknown key, names an unknown general predicate, or has a verb
            twice.
    """
    raw = read_table(_NAME)
    kinds = read_table(_KINDS)
    ids = frozenset(str(row["id"]) for row in raw["general"])
    frames: dict[str, Frame] = {}
    for row in raw["verbs"]:
        frame = _read_frame(row, ids)
        for word in split_words(row["words"]):
            if word in frames:
                raise RuleError(f"{_NAME}: the verb {word!r} is there twice")
            frames[word] = frame
    for word, model in kinds["like"].items():
        if model not in frames:
            raise RuleError(f"{_KINDS}: like: {word!r}: no verb {model!r} in {_NAME}")
        frames.setdefault(word, frames[model])
    prepositions = dict(_known(raw["prepositions"], ids, "prepositions"))
    nouns = dict(_known(raw["nouns"], ids, "nouns"))
    return Generals(ids, frames, prepositions, nouns, _read_same(raw["same"], kinds["same"]))


def _read_same(listed: Mapping[str, str], built: Mapping[str, str]) -> dict[str, str]:
    """Heads by the verbs that fold into them: those listed by hand, and those built."""
    heads = {word: head for head, words in listed.items() for word in split_words(words)}
    chosen = {**{word: head for word, head in built.items() if word not in listed}, **heads}
    return {word: chosen.get(head) or head for word, head in chosen.items() if head}


def split_words(words: str) -> list[str]:
    """The verbs of a group.

    >>> split_words("say, point out")
    ['say', 'point out']
    """
    return [" ".join(word.split()) for word in words.split(",")]


def _read_frame(row: Mapping[str, Any], ids: frozenset[str]) -> Frame:
    where = f"verbs {split_words(row.get('words', ''))[0]!r}"
    if unknown := sorted(row.keys() - _KEYS):
        raise RuleError(f"{_NAME}: {where}: unknown key {unknown[0]!r}")
    direct = {"direct": row["direct"]} if "direct" in row else {}
    return Frame(
        dict(_known(direct, ids, where)).get("direct", ""),
        dict(_known(row.get("after", {}), ids, where)),
        dict(_known(row.get("done", {}), ids, where)),
    )


def _known(table: Mapping[str, str], ids: frozenset[str], where: str) -> Iterator[tuple[str, str]]:
    for key, general in table.items():
        if general not in ids:
            raise RuleError(f"{_NAME}: {where}: {key}: no general predicate {general!r}")
        yield key, general
