"""Build the table of verbs that behave as others, from WordNet and the model's word vectors.

    python -m kgx.annotate.build.verb_kinds /usr/share/wordnet

writes ``data/verb_kinds.toml``. The folder holds ``index.sense``, ``index.verb``
and ``data.verb`` of WordNet 3.0 (Debian: wordnet-base, wordnet-sense-index). A verb that
``data/generals.toml`` does not list gets the group of its nearest kin there: what the verbs of its
synsets, of the synsets above them and beside them say, a sense counting as often as it was met in
SemCor, where the verbs with the most similar vectors agree. ``--test`` measures the thresholds:
each verb that the hand-made table lists is held out in turn and looked up among the others.

Two verbs fold into one where the main sense of both is one synset and their vectors are alike.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kgx.annotate.build import DATA
from kgx.annotate.claims.generals import split_words

HYPERNYM = "@"
WEIGHTS = {"same": 1.0, "above": 0.6, "beside": 0.25}
"""What a verb tells of another that shares a synset with it, is above it, or is beside it."""

STRENGTH, SHARE = 0.5, 0.7
"""How much kin a verb must have in WordNet, and how much of it must be of one general predicate."""

NEAREST, ALIKE = 3, 0.4
"""Of how many verbs with the most similar vectors one must be of it too, and the least cosine.

With these thresholds ``--test`` finds 213 of 226 listed verbs right (.94) that are held out; kin
alone, 323 of 378 (.85)."""

AMBIGUOUS = frozenset({"recall", "dedicate"})
"""Verbs whose main sense is not the one that texts mostly mean: cars are recalled, films are
dedicated to somebody."""
MAIN, FOLD = 0.5, 0.55
"""Folding: the share of the main sense in the uses of both verbs, and the least cosine of their
vectors. Of 139 pairs with such senses, labelled by hand, 50 of the 53 above this cosine are
near-synonyms; of those above .45, 73 of 81."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The verbs of WordNet.

    Attributes:
        senses: Synsets of a verb, each with its share of the verb's uses; the most used first.
        verbs: Verbs of a synset.
        above: Synsets one step more general, by synset; ``below`` the other way.
        counts: How often a verb was met.
    """

    senses: Mapping[str, tuple[tuple[str, float], ...]]
    verbs: Mapping[str, tuple[str, ...]]
    above: Mapping[str, tuple[str, ...]]
    below: Mapping[str, tuple[str, ...]]
    counts: Mapping[str, int]

    def share(self, verb: str, synset: str) -> float:
        """The share of a verb's uses that are in a synset."""
        return dict(self.senses[verb]).get(synset, 0.0)


def read_wordnet(folder: Path) -> Lexicon:
    """Read the verbs of WordNet's database files."""
    tagged: dict[tuple[str, str], int] = {}
    for line in (folder / "index.sense").read_text("utf-8").splitlines():
        key, offset, _, count = line.split()
        lemma, _, rest = key.partition("%")
        if rest.startswith("2:"):
            tagged[lemma, offset] = int(count)
    verbs: dict[str, tuple[str, ...]] = {}
    above: dict[str, tuple[str, ...]] = {}
    below: dict[str, list[str]] = defaultdict(list)
    for line in _rows(folder / "data.verb"):
        parts = line.split(" | ")[0].split()
        number = int(parts[3], 16)
        verbs[parts[0]] = tuple(parts[4 + 2 * i].lower() for i in range(number))
        pointers = parts[5 + 2 * number :]
        above[parts[0]] = tuple(
            pointers[i + 1] for i in range(0, len(pointers) - 3) if pointers[i] == HYPERNYM
        )
        for synset in above[parts[0]]:
            below[synset].append(parts[0])
    senses = {}
    counts = {}
    for line in _rows(folder / "index.verb"):
        parts = line.split()
        synsets = parts[-int(parts[2]) :]
        found = [tagged.get((parts[0], synset), 0) for synset in synsets]
        # senses that were never met count less and less, in WordNet's order
        amounts = [count + 0.5 / rank for rank, count in enumerate(found, 1)]
        senses[parts[0]] = tuple(
            (synset, amount / sum(amounts)) for synset, amount in zip(synsets, amounts, strict=True)
        )
        counts[parts[0]] = sum(found)
    return Lexicon(senses, verbs, above, {k: tuple(v) for k, v in below.items()}, counts)


def _rows(path: Path) -> Iterator[str]:
    """The lines of a database file without the licence that heads it."""
    return (line for line in path.read_text("utf-8").splitlines() if not line.startswith("  "))


# ------------------------------------------------------------------ the hand-made table


@dataclass(frozen=True, slots=True)
class Listed:
    """The verbs of ``generals.toml``: the group of each, and what each group says."""

    group: Mapping[str, str]
    says: Mapping[str, str]


def read_listed() -> Listed:
    """Read the single verbs of the hand-made table."""
    raw = tomllib.loads((DATA / "generals.toml").read_text("utf-8"))
    group: dict[str, str] = {}
    says: dict[str, str] = {}
    for row in raw["verbs"]:
        words = split_words(row["words"])
        says[words[0]] = row.get("direct", "")
        group.update((word, words[0]) for word in words if " " not in word)
    return Listed(group, says)


# ------------------------------------------------------------------ kin


def find_kin(verb: str, lexicon: Lexicon, listed: Listed) -> tuple[str, float, float]:
    """The group that a verb's kin in WordNet belong to, with how much kin there is and which share
    of it says what that group says; the verb itself is no kin."""
    found: dict[str, float] = defaultdict(float)
    for synset, share in lexicon.senses.get(verb, ()):
        votes: dict[str, float] = defaultdict(float)
        for kinship, other in _relatives(lexicon, synset):
            for one in lexicon.verbs[other]:
                if one in listed.group and one != verb:
                    votes[listed.group[one]] += WEIGHTS[kinship] * lexicon.share(one, other)
        scale = share / max(1.0, sum(votes.values()))
        for group, amount in votes.items():
            found[group] += amount * scale
    return _best(found, listed)


def _relatives(lexicon: Lexicon, synset: str) -> Iterator[tuple[str, str]]:
    yield "same", synset
    for above in lexicon.above[synset]:
        yield "above", above
        for beside in lexicon.below[above]:
            if beside != synset:
                yield "beside", beside


def _best(found: Mapping[str, float], listed: Listed) -> tuple[str, float, float]:
    if not found:
        return "", 0.0, 0.0
    by_sense: dict[str, float] = defaultdict(float)
    for group, amount in found.items():
        by_sense[listed.says[group]] += amount
    said = min(by_sense, key=lambda one: (-by_sense[one], one))
    group = min(
        (one for one in found if listed.says[one] == said), key=lambda one: (-found[one], one)
    )
    return group, by_sense[said], by_sense[said] / sum(found.values())


# ------------------------------------------------------------------ vectors


class Vectors:
    """Unit vectors of words; a word without one has none."""

    def __init__(self, words: Iterable[str]) -> None:
        from kgx.annotate.load import load

        vocab = load().vocab
        self.words = [word for word in words if vocab.has_vector(word)]
        rows = np.array([vocab.get_vector(word) for word in self.words], dtype="float64")
        self.rows: npt.NDArray[np.float64] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        self.place = {word: i for i, word in enumerate(self.words)}

    def likeness(self, one: str, other: str) -> float:
        """The cosine of two words; -1 where one has no vector."""
        if one not in self.place or other not in self.place:
            return -1.0
        return float(self.rows[self.place[one]] @ self.rows[self.place[other]])

    def nearest(self, word: str, among: frozenset[str]) -> list[tuple[float, str]]:
        """The `NEAREST` words of some that are most like a word, the word itself apart, with their
        cosines."""
        if word not in self.place:
            return []
        likeness = self.rows @ self.rows[self.place[word]]
        ranked = sorted(
            ((-float(x), w) for x, w in zip(likeness, self.words, strict=True) if w in among),
        )
        return [(-x, w) for x, w in ranked if w != word][:NEAREST]


# ------------------------------------------------------------------ folding


def fold_verbs(lexicon: Lexicon, listed: Listed, vectors: Vectors) -> dict[str, str]:
    """Verbs by the near-synonym that they fold into: the one met most often of those whose main
    sense is the same synset and whose vectors are alike."""
    found: dict[str, str] = {}
    for synset, verbs in sorted(lexicon.verbs.items()):
        plain = [v for v in verbs if v in lexicon.senses and v not in AMBIGUOUS]
        near = [v for v in plain if lexicon.share(v, synset) >= MAIN]
        near.sort(key=lambda v: (-lexicon.counts[v], v))
        for number, verb in enumerate(near):
            heads = (h for h in near[:number] if h not in found)
            for head in heads:
                if vectors.likeness(verb, head) >= FOLD and _one_group(verb, head, listed):
                    found[verb] = head
                    break
    return found


def _one_group(verb: str, head: str, listed: Listed) -> bool:
    """True unless the hand-made table tells the two apart."""
    return listed.group.get(verb, "") == listed.group.get(head, "") != ""


# ------------------------------------------------------------------ the table


def find_likes(lexicon: Lexicon, listed: Listed, vectors: Vectors) -> dict[str, str]:
    """Verbs that the hand-made table lacks, each with the group that it behaves as."""
    found = {}
    for verb in sorted(lexicon.senses):
        if verb not in listed.group and verb not in AMBIGUOUS and verb.isalpha():
            group = place_verb(verb, lexicon, listed, vectors)
            if group:
                found[verb] = group
    return found


def place_verb(verb: str, lexicon: Lexicon, listed: Listed, vectors: Vectors) -> str:
    """The group of a verb where its kin and its vector agree on what it says; else empty."""
    group, strength, share = find_kin(verb, lexicon, listed)
    if strength < STRENGTH or share < SHARE or not listed.says[group]:
        return ""
    return group if _agreement(verb, group, vectors, listed) >= ALIKE else ""


def _agreement(verb: str, group: str, vectors: Vectors, listed: Listed) -> float:
    """The cosine of the most similar verb of the nearest that say what a group says."""
    near = vectors.nearest(verb, frozenset(listed.group))
    said = listed.says[group]
    return max((x for x, word in near if listed.says[listed.group[word]] == said), default=-1.0)


def test_thresholds(lexicon: Lexicon, listed: Listed, vectors: Vectors) -> Iterator[str]:
    """How often the table would be right about listed verbs that are held out, by threshold."""
    verbs = sorted(verb for verb in listed.group if verb in lexicon.senses)
    found = []
    for verb in verbs:
        group, strength, share = find_kin(verb, lexicon, listed)
        if group and listed.says[group]:
            right = listed.says[group] == listed.says[listed.group[verb]]
            found.append((strength, share, _agreement(verb, group, vectors, listed), right))
    for least in (0.1, 0.3, 0.5, 0.7):
        for part in (0.5, 0.7, 0.9):
            for alike in (-1.0, 0.2, 0.4, 0.6):
                some = [r for x, y, z, r in found if x >= least and y >= part and z >= alike]
                yield _say(f"strength {least}, share {part}, cosine {alike}", some, len(verbs))


def _say(thresholds: str, right: list[bool], verbs: int) -> str:
    share = sum(right) / max(1, len(right))
    return f"{thresholds}: {sum(right)} of {len(right)} right ({share:.3f}), of {verbs} verbs"


def main() -> None:
    """Write the table, or with ``--test`` print how good the thresholds are."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("wordnet", type=Path, help="the folder of WordNet's database files")
    parser.add_argument("--test", action="store_true", help="measure the thresholds, write nothing")
    options = parser.parse_args()
    lexicon, listed = read_wordnet(options.wordnet), read_listed()
    vectors = Vectors(sorted(lexicon.senses.keys() | listed.group.keys()))
    if options.test:
        for line in test_thresholds(lexicon, listed, vectors):
            sys.stdout.write(line + "\n")
        return
    likes, same = find_likes(lexicon, listed, vectors), fold_verbs(lexicon, listed, vectors)
    (DATA / "verb_kinds.toml").write_text(_HEAD + _write("like", likes) + _write("same", same))


_HEAD = """# Written by python -m kgx.annotate.build.verb_kinds from WordNet 3.0 (its licence is in
# LICENSE.wordnet) and the model's word vectors.
#
# [like]  verbs that behave as those of a group of generals.toml, by the first verb of the group
# [same]  verbs that fold into a near-synonym
"""


def _write(name: str, table: Mapping[str, str]) -> str:
    lines = "".join(f'{key} = "{value}"\n' for key, value in sorted(table.items()))
    return f"\n[{name}]\n{lines}"


if __name__ == "__main__":
    main()
