"""The names of a doc as candidates for coreference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from kgx.annotate.coreference.nominals import Candidate
from kgx.annotate.coreference.things import type_of_label
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import read_ents
from kgx.annotate.grammar.tree import head_of
from kgx.annotate.names.types import UNTYPED
from kgx.annotate.names.words import given_genders, words_in
from kgx.annotate.words.gazetteer import nation_of
from kgx.annotate.words.noun_types import Gender

_PEOPLES = ("ish", "ese", "ch", "sh", "s")
"""Ends of nationalities that "the" makes a people: the British, the Chinese."""


@dataclass(slots=True)
class Names:
    """The names of a doc.

    Attributes:
        names: In order.
        people: Persons called by their nationality ("the Nigerian").
        nations: Nationalities used as adjectives.
        at: Per token, the position in ``names`` of the name that holds it, or -1.
        dated: Per token, whether a time, a number or a sum of money holds it.
    """

    at: list[int]
    dated: list[bool]
    names: list[Candidate] = field(default_factory=list)
    people: list[Candidate] = field(default_factory=list)
    nations: list[Candidate] = field(default_factory=list)


def read_names(doc: Doc, parse: Parse, sentences: Sequence[int]) -> Names:
    """The names among a doc's entities."""
    found = Names([-1] * len(parse), [False] * len(parse))
    labels = words_in("labels")
    for start, end, label in read_ents(doc):
        if label not in labels and label != UNTYPED:
            found.dated[start:end] = [True] * (end - start)
            continue
        head = head_of(parse, start, end)
        number = sentences[head]
        if label == "NORP" and not _is_noun_use(parse, head):
            found.nations.append(Candidate(start, end, head, "name", label, number))
        elif label == "NORP" and _is_one_person(parse, start, head):
            found.people.append(_person(parse, start, end, number))
        else:
            found.at[start:end] = [len(found.names)] * (end - start)
            found.names.append(_name(parse, start, end, head, label, number))
    for sum_ in doc._.kgx_quantities:
        if sum_.amount.kind == "money":
            found.dated[sum_.start : sum_.end] = [True] * (sum_.end - sum_.start)
    return found


def _person(parse: Parse, start: int, end: int, sentence: int) -> Candidate:
    """A person called after a people, with the article: "the Norwegian"."""
    return Candidate(
        start - 1,
        end,
        end - 1,
        "nominal",
        "person",
        sentence,
        type="person",
        article="definite",
        modifiers=frozenset([parse.lower[end - 1]]),
    )


def _name(parse: Parse, start: int, end: int, head: int, label: str, sentence: int) -> Candidate:
    return Candidate(
        start,
        end,
        head,
        "name",
        label,
        sentence,
        type=type_of_label(label),
        plural=_is_plural(parse, head, label),
        gender=_gender(parse, start, end, label),
    )


def _is_plural(parse: Parse, head: int, label: str) -> bool:
    """True for the name of several people or things; a family is several, a field ("the
    Humanities") is one."""
    if label not in ("NORP", UNTYPED) or parse.text[head] in words_in("abstract_heads"):
        return False
    the = head > 0 and parse.lower[head - 1] == "the"  # "the Greens", whatever the tagger says
    ends = the and label == "NORP" and parse.lower[head].endswith("s") and parse.tag[head] == "NNP"
    return ends or parse.tag[head] in ("NNPS", "NNS") or parse.lower[head] == "family"


def _is_noun_use(parse: Parse, head: int) -> bool:
    """True for a nationality used as a noun, "the Turks", "a German", and for a family's name."""
    if head + 1 < len(parse) and parse.text[head + 1] == "-":
        return False  # Turkish-built
    modifies = parse.dep[head] in ("amod", "compound", "nmod", "poss", "acomp") or (
        parse.dep[head] == "attr" and parse.child(head, "det") is None
    )
    family = parse.lower[head] == "family" and parse.text[head - 1].istitle()
    return (family or parse.tag[head] in ("NNPS", "NNS", "NNP")) and not modifies


def _is_one_person(parse: Parse, start: int, head: int) -> bool:
    many = parse.lower[head].endswith(_PEOPLES) or nation_of(parse.text[head]) is None
    return parse.tag[head] == "NNP" and not many and start > 0 and parse.lower[start - 1] == "the"


def _gender(parse: Parse, start: int, end: int, label: str) -> Gender:
    """The gender that a title before a name or a person's given name tells; after a title a name of
    one word is a surname."""
    for word in parse.text[max(0, start - 1) : start + 1]:
        if word in words_in("female_titles"):
            return "f"
        if word in words_in("male_titles"):
            return "m"
    titled = start > 0 and parse.text[start - 1] in words_in("titles")
    if titled and end - start == 1:
        return ""
    return given_genders().get(parse.lower[start], "") if label == "PERSON" else ""
