"""Bare names that a firm shares with somebody, "Lund Foods ... Lund employs ... Ann Lund", or with
the firm that it is a part of: "Lund Foods, a unit of Lund"."""

from __future__ import annotations

from collections.abc import Sequence

from kgx.annotate.coreference.aliases import NameKey
from kgx.annotate.coreference.name_candidates import Names
from kgx.annotate.coreference.nominals import Candidate
from kgx.annotate.coreference.short_forms import NameWords
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.words import core_of, fold_words, words_in
from kgx.annotate.words.wordlists import read_set


def tell_firms(parse: Parse, names: Sequence[Candidate], texts: Sequence[NameKey]) -> list[NameKey]:
    """The words and types of names; the bare name of a person gets those of the one firm that
    begins or ends in it where that was named before anybody so called, or does what firms do."""
    told = list(texts)
    firms: dict[str, dict[NameWords, NameKey]] = {}
    persons: set[str] = set()
    for n, (name, type_) in enumerate(texts):
        words = core_of(fold_words(name))
        if type_ == "organization" and len(words) > 1:
            for end in (words[0], words[-1]):
                firms.setdefault(end, {}).setdefault(words, texts[n])
        elif type_ == "person" and len(words) > 1:
            persons |= {words[0], words[-1]}
        elif type_ == "person" and len(firms.get(words[0], ())) == 1:
            titled = parse.text[names[n].start - 1] in words_in("titles")
            free = words[0] not in persons and not titled
            if free or _acts_as_firm(parse, names[n].head):
                told[n] = next(iter(firms[words[0]].values()))
    return told


def find_parents(parse: Parse, names: Names) -> set[tuple[int, int]]:
    """The positions of bodies that others are parts of, each with that of its part: *Lund*'s unit
    *Lund Foods*, *Lund Foods*, a unit of *Lund*."""
    parts, found = read_set("nouns.toml", "units"), set()
    for n, name in enumerate(names.names):
        nouns = [c for c in parse.children[name.head] if parse.lemma[c].lower() in parts]
        verb = parse.head[name.head]
        told = parse.child(verb, "attr") if parse.dep[name.head] == "nsubj" else None
        nouns += [] if told is None or parse.lemma[told].lower() not in parts else [told]
        for noun in (name.head, *nouns):
            for whole in (parse.child(noun, "poss"), parse.below(noun, "of")):
                if whole is not None and names.at[whole] not in (-1, n):
                    found.add((names.at[whole], n))
    return found


def _acts_as_firm(parse: Parse, head: int) -> bool:
    """True for the subject of what no person does: *employs*, *manufactures*."""
    verb = parse.lemma[parse.head[head]] if parse.dep[head] == "nsubj" else ""
    return verb in words_in("firm_deeds")
