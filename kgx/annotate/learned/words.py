"""Which words can say a relation."""

from __future__ import annotations

from kgx.annotate.words.wordlists import read_set

NATIONALITY = "(nationality)"
"""What stands among the words of a pair for an end such as "American"."""


def is_trigger(lemma: str) -> bool:
    """True for a word that has a meaning of its own, and for a bracket and the mark of a
    nationality, which say dates of life and countries; not for function words and other marks."""
    if lemma in ("(", NATIONALITY):
        return True
    return lemma.replace("-", "").isalpha() and len(lemma) > 1 and lemma not in _silent()


def _silent() -> frozenset[str]:
    return read_set("learned.toml", "silent")
