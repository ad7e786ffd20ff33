"""Lemmas of words outside any text, by the tables of the pipeline's rule lemmatizer."""

from __future__ import annotations

from spacy.language import Language
from spacy.lookups import Lookups


def lemma_tables(nlp: Language) -> Lookups:
    """The tables of a pipeline's lemmatizer; empty ones where it has none."""
    for name, component in nlp.pipeline:
        if name == "lemmatizer" and hasattr(component, "lookups"):
            return component.lookups  # type: ignore[no-any-return]
    return Lookups()


def find_lemma(tables: Lookups, word: str, pos: str) -> str:
    """The lemma of a word as a ``verb`` or a ``noun``; empty where the tables know none.

    By the exceptions, then by the first rule whose result is in the index.
    """
    exceptions, index, rules = (
        tables.get_table(name, {}).get(pos, {})
        for name in ("lemma_exc", "lemma_index", "lemma_rules")
    )
    if word in exceptions:
        return str(exceptions[word][0])
    forms = (word[: len(word) - len(old)] + new for old, new in rules or () if word.endswith(old))
    found = next((form for form in forms if form in index), "")
    return found or (word if word in index else "")


def is_participle(tables: Lookups, word: str) -> bool:
    """True for the form of a verb that "was" may stand before."""
    irregular = tables.get_table("lemma_exc", {}).get("verb", {})
    return word.endswith("ed") or (word in irregular and not word.endswith(("s", "ing")))
