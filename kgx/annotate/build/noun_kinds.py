"""Build the table of what common nouns are kinds of, from WordNet and the model's vocabulary.

    python -m kgx.annotate.build.noun_kinds /usr/share/wordnet

writes ``data/noun_kinds.tsv``. The folder holds ``index.noun`` and ``data.noun``
of WordNet 3.0 (Debian: wordnet-base). A line is one meaning: its nouns, each with the rank of this
meaning among its own where that is not the first ("voice~2"), and the numbers of the lines that it
is a kind of, from 0. Left out are names of single things, words that the model has no
vector for, and meanings without a word then.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from kgx.annotate.build import DATA

TARGET = DATA / "noun_kinds.tsv"
_HYPERNYM, _INSTANCE = "@", "@i"


def read_ranks(folder: Path) -> dict[str, list[str]]:
    """The synsets of each noun, the most frequent first."""
    ranks = {}
    for line in (folder / "index.noun").read_text(encoding="latin-1").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            ranks[fields[0]] = fields[6 + int(fields[3]) :]
    return ranks


def read_synsets(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Each synset that is a class: its offset, its nouns without names, those above it."""
    for line in (folder / "data.noun").read_text(encoding="latin-1").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split("|")[0].split()
        last = 4 + 2 * int(fields[3], 16)
        pointers = [(fields[i], fields[i + 1]) for i in range(last + 1, len(fields) - 3, 4)]
        if all(kind != _INSTANCE for kind, _ in pointers):
            nouns = [noun.lower() for noun in fields[4:last:2]]
            yield fields[0], nouns, [to for kind, to in pointers if kind == _HYPERNYM]


def build_rows(folder: Path, known: Callable[[str], bool]) -> Iterator[str]:
    """The lines of the table.

    Args:
        known: Tells whether a word is worth a place.
    """
    ranks = read_ranks(folder)
    kept: dict[str, tuple[list[str], list[str]]] = {}
    for offset, nouns, above in read_synsets(folder):
        words = [noun for noun in nouns if all(map(known, noun.split("_")))]
        numbers = {word: ranks[word].index(offset) + 1 for word in words}
        kept[offset] = [_write(w, n) for w, n in numbers.items()], above
    needed = _find_needed(kept)
    lines = {offset: number for number, offset in enumerate(o for o in kept if o in needed)}
    for words, above in (kept[offset] for offset in lines):
        yield "|".join(words) + "\t" + ",".join(str(lines[a]) for a in above if a in lines)


def _find_needed(kept: Mapping[str, tuple[list[str], list[str]]]) -> set[str]:
    """The synsets with words, and those above them."""
    queue = [offset for offset, (words, _) in kept.items() if words]
    needed = set(queue)
    for offset in queue:  # grows while new ones are found above
        new = [above for above in kept[offset][1] if above in kept and above not in needed]
        needed.update(new)
        queue += new
    return needed


def _write(word: str, meaning: int) -> str:
    return word.replace("_", " ") + ("" if meaning == 1 else f"~{meaning}")


def main(folder: Path) -> None:
    """Write the table."""
    from kgx.annotate.load import MODEL, load_model

    vocab = load_model(MODEL).vocab
    rows = build_rows(folder, lambda word: vocab.has_vector(word))
    TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
