"""Which words can say a relation."""

from __future__ import annotations

from kgx.annotate.wordlists import read_set


def is_trigger(lemma: str) -> bool:
    """True for a word that has a meaning of its own: neither a function word nor a mark."""
    return lemma.replace("-", "").isalpha() and len(lemma) > 1 and lemma not in _silent()


def _silent() -> frozenset[str]:
    return read_set("learned.toml", "silent")
