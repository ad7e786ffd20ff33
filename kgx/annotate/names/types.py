"""What a name names: one label a name over all its mentions in a document.

Rules decide where they are strong, a learned model where they are not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.vocab import Vocab

from kgx.annotate.grammar.binding import top_of
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.evidence import best_place
from kgx.annotate.names.model import read_features, score_classes, ties_of
from kgx.annotate.names.votes import UNTYPED, Ballot, hold_vote, name_key
from kgx.annotate.names.words import Name, given_names

__all__ = ["UNTYPED", "class_of_label", "label_names", "name_key"]

_WITHIN = {
    "PERSON": ("PERSON",),
    "ORG": ("ORG",),
    "PLACE": ("GPE", "LOC", "FAC"),
    "MISC": ("WORK_OF_ART", "EVENT", "PRODUCT", "LAW", "LANGUAGE"),
}
"""The labels of each of the model's classes."""
_INNER_CAPITAL = re.compile(r"(?!Mac)[A-Z]?[a-z]{3,}[A-Z]\w*")
_EVIDENCE = 4  # pieces of evidence that are told
_SOME = 0.5  # the votes that a label of the rest needs


def class_of_label(label: str) -> str:
    """The model's class that a label is of.

    >>> class_of_label("FAC"), class_of_label("MISC")
    ('PLACE', 'MISC')
    """
    return next((c for c, labels in _WITHIN.items() if label in labels), "MISC")


def label_names(
    parse: Parse, names: Sequence[Name], vocab: Vocab | None = None
) -> list[tuple[str, str]]:
    """One label for each name, the same for all mentions of a name, and why it has that; the
    vectors of ``vocab`` help the learned model."""
    ballots = hold_vote(parse, names)
    labels = {key: _decide(parse, ballot, vocab) for key, ballot in ballots.items()}
    return [labels[name_key(parse.text[n.start : n.end])] for n in names]


def _decide(parse: Parse, ballot: Ballot, vocab: Vocab | None) -> tuple[str, str]:
    if ballot.is_sure():
        return ballot.best(), _say_votes(ballot)
    if _is_full_person(parse, ballot):
        return "PERSON", f"a given name, and {_say_votes(ballot)}"
    ties = ties_of(parse, ballot)
    scores = score_classes(read_features(parse, ballot, ties), ties, vocab)
    if _is_no_person(parse, ballot):
        scores.pop("PERSON")
    if _is_acronym(parse, ballot):
        scores.pop("PLACE")
        if max(ballot.votes.get(x, 0.0) for x in _WITHIN["MISC"]) < _SOME:
            scores.pop("MISC")  # six of seven are bodies
    class_ = max(scores, key=lambda c: (scores[c], c))
    label = max(_WITHIN[class_], key=lambda x: ballot.votes.get(x, 0.0))
    why = f"the learned model of names, {class_} with {scores[class_]:.2f}; {_say_votes(ballot)}"
    return label if class_ != "MISC" or ballot.votes.get(label, 0.0) >= _SOME else UNTYPED, why


def _is_full_person(parse: Parse, ballot: Ballot) -> bool:
    """True for two or three words, a given name first, that the pipeline's own model takes for a
    person throughout: forty of forty-one are, whatever they do."""
    name = ballot.mentions[0]
    if name.end - name.start not in (2, 3) or ballot.best() != "PERSON":
        return False
    if parse.text[name.end - 1].isdigit():
        return False
    labels = {n.label for n in ballot.mentions}
    return labels == {"PERSON"} and parse.lower[name.start] in given_names()


def _is_no_person(parse: Parse, ballot: Ballot) -> bool:
    """True for one word with capitals inside (EADS, AppleInsider; not McCain, nor DeLay), which no
    longer name shows to be somebody's; for what a clause with "which" tells of, and for what has
    an article of its own ("the Rosetta Stone") or a figure ("Kora 12")."""
    if any(_is_which(parse, name) or _has_article(parse, name) for name in ballot.mentions):
        return True
    name = ballot.mentions[0]
    word = parse.text[name.start]
    if parse.text[name.end - 1].isdigit():
        return True
    if name.end - name.start > 1 or any("PERSON" in x for x in ballot.longer):
        return False
    return (word.isupper() and len(word) > 2) or bool(_INNER_CAPITAL.fullmatch(word))


def _is_which(parse: Parse, name: Name) -> bool:
    """True for a name with a clause of its own: "Orbis, which is owned by Lund, will close"."""
    head, which = top_of(parse, name.start, name.end), name.end + 1
    if parse.lower[name.end : which + 1] != [",", "which"]:
        return False
    told = parse.dep[parse.head[which]] == "relcl" and parse.head[parse.head[which]] == head
    return told or parse.dep[head] in ("nsubj", "nsubjpass")


def _has_article(parse: Parse, name: Name) -> bool:
    """True for "the Lund Stone", none of whose words is plural: "the Lunds" are people."""
    head = top_of(parse, name.start, name.end)
    article = parse.child(head, "det")
    plural = parse.tag[head] == "NNPS" or parse.text[head].endswith("s")
    several = plural or parse.dep[head] in ("compound", "nmod", "poss")
    return article == name.start - 1 and parse.lower[article] == "the" and not several


def _is_acronym(parse: Parse, ballot: Ballot) -> bool:
    """True for one word in capitals that neither a gazetteer nor the pipeline's own model takes
    for a place."""
    name = ballot.mentions[0]
    word = parse.text[name.start]
    if name.end - name.start > 1 or not (word.isupper() and word.isalpha() and len(word) > 2):
        return False
    if {n.label for n in ballot.mentions} <= {"GPE", "LOC"}:
        return False
    return best_place(word) is None and best_place(word.title()) is None


def _say_votes(ballot: Ballot) -> str:
    """The evidence for a name's label with its weight, the heaviest first."""
    ranked = sorted(ballot.told.items(), key=lambda x: (-x[1], x[0]))
    said = [f"{kind}: {label} {weight:.1f}" for (kind, label), weight in ranked[:_EVIDENCE]]
    said += [f"short for a longer name: {label}" for label in ballot.longer[:1]]
    return ", ".join(said) or "no evidence"
