"""Who is described before being named: "A former treasurer was jailed. Ann Lind, 51, had"."""

from __future__ import annotations

from kgx.annotate.coreference.discourse import Discourse, take_over
from kgx.annotate.coreference.nominals import Candidate, words
from kgx.annotate.coreference.things import Thing
from kgx.annotate.grammar.labels import NOUN_SUBJECTS


def take_introduced(d: Discourse, thing: Thing, name: Candidate) -> None:
    """Give a person first named here the phrase that the sentence before had as its subject.

    News says so of whom its first sentence is about: the name is a subject too and says an age
    behind it, nobody has been named before, and the verb is not that of a witness.
    """
    aged = _age_behind(d, name)
    verb = d.parse.head[name.head]
    if (
        not aged
        or d.parse.dep[name.head] not in NOUN_SUBJECTS
        or (d.parse.dep[name.head] == "nsubj" and d.parse.lemma[verb] in words("witnessing"))
    ):
        return
    people = [t for t in d.recent.values() if t.type == "person" and t is not thing]
    told = [t for t in people if _is_introduced(d, t, name)]
    if len(told) != 1 or any(t.names for t in people):
        return
    other = told[0]
    if {thing.gender, other.gender} >= {"m", "f"} or (other.numbers and aged not in other.numbers):
        return
    take_over(d, thing, other, "who is named, with an age, in the next sentence")
    thing.nouns |= other.nouns
    thing.words |= other.words


def _age_behind(d: Discourse, name: Candidate) -> str:
    """The age between commas after a name; empty where there is none."""
    parse, end = d.parse, name.end
    marks = parse.text[end : end + 1] + parse.text[end + 2 : end + 3]
    age = parse.text[end + 1] if marks == [",", ","] else ""
    return age if age.isdigit() and len(age) <= 2 else ""


def _is_introduced(d: Discourse, thing: Thing, name: Candidate) -> bool:
    """True for whom an indefinite phrase, the subject of the sentence before, speaks of."""
    first = thing.mentions[0] if thing.mentions else None
    if first is None or thing.names or thing.plural or first.article != "indefinite":
        return False
    return first.sentence == name.sentence - 1 and d.parse.dep[first.head] in NOUN_SUBJECTS
