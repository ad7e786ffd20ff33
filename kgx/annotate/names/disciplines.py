"""The fields that people study and teach, which have no names: "Professor of *Economics*"."""

from __future__ import annotations

import re

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.evidence import best_place, word_evidence
from kgx.annotate.names.words import Name, words_in
from kgx.annotate.words.noun_kinds import is_kind_of

_JOINED = frozenset({"and", "&", ","})
_LED = frozenset({"of", "in"})
_DESCRIBING = frozenset({"amod", "compound", "nmod", "poss"})
_KINDS = "discipline", "language"
_SCIENCE = re.compile(r"\w+(?:ology|onomy|omics|nomics|istry|ography|ametry|onics|matics)")


def without_disciplines(parse: Parse, names: list[Name]) -> list[Name]:
    """Names without the fields that somebody studies or teaches, which become nouns, in place."""
    fields = [name for name in names if _is_discipline(parse, name)]
    for token in (t for name in fields for t in range(name.start, name.end)):
        if parse.pos[token] == "PROPN":
            parse.pos[token], parse.tag[token] = "NOUN", "NN"
            parse.plain[token] = parse.lower[token]
            language = is_kind_of(parse.lower[token], "language")
            parse.lemma[token] = parse.text[token] if language else parse.lower[token]
    return [name for name in names if name not in fields]


def is_degree(parse: Parse, name: Name) -> bool:
    """True for what a degree is of: a Master of *Science*."""
    named = name.start >= 2 and parse.text[name.start - 2] in words_in("degrees_of")
    return named and parse.lower[name.start - 1] == "of"


def _is_discipline(parse: Parse, name: Name) -> bool:
    """True for a field that is listed where somebody studies or teaches it: a degree in *Law*,
    taught *Physics*; a professor has one that no list need have."""
    if parse.dep[name.end - 1] in _DESCRIBING:
        return False  # the chair of Turkish firm Orbis
    start = _first_field(parse, name.start)
    before = parse.lower[max(0, start - 2) : start]
    if before[1:] and before[1] in _LED and before[0] in words_in("taught_by"):
        return _is_field(parse, name) or _is_unknown(parse, name)
    led = before[1:] and before[1] in _LED and before[0] in words_in("studied_for")
    verb = bool(before) and before[-1] in words_in("studied_by")
    return bool(led or verb) and _is_field(parse, name)


def _first_field(parse: Parse, start: int) -> int:
    """Where the first of several fields begins whose last begins here: Law and *Physics*."""
    while start >= 2 and parse.lower[start - 1] in _JOINED and _is_listed(parse.text[start - 2]):
        start -= 2
    return start


def _is_field(parse: Parse, name: Name) -> bool:
    words = parse.text[name.start : name.end]
    return _is_listed(" ".join(words)) or all(
        _is_listed(word) for word in words if word.lower() not in (*_JOINED, "of")
    )


def _is_listed(words: str) -> bool:
    lower = words.lower()
    listed = words in words_in("study_fields") or _SCIENCE.fullmatch(lower) is not None
    return words.istitle() and (listed or any(is_kind_of(lower, k) for k in _KINDS))


def _is_unknown(parse: Parse, name: Name) -> bool:
    """True for a name of which nothing tells that it is a place or a body."""
    words = parse.text[name.start : name.end]
    return best_place(" ".join(words)) is None and not word_evidence(words)
