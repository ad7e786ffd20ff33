"""Pronouns as mentions of the things that they refer to."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from kgx.annotate.coreference.cataphora import MOST_OPEN
from kgx.annotate.coreference.discourse import Discourse, add_mention, things_in_mind
from kgx.annotate.coreference.nominals import Candidate, words
from kgx.annotate.coreference.noun_mentions import holds
from kgx.annotate.coreference.pronouns import find_antecedent, rivals_in_clause
from kgx.annotate.coreference.salience import WINDOW
from kgx.annotate.coreference.things import Thing
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.words.wordlists import read_set

_SINGLE, _MANY = frozenset({"it", "its"}), frozenset({"they", "them", "their"})
_FEW = 4
"""Mentions of a thing that are looked at again."""


def take_pronoun(d: Discourse, pronoun: Candidate, named: set[int]) -> None:
    """A third-person pronoun.

    Args:
        named: The numbers of things named after it in its clause.
    """
    if pronoun.label in words("reflexive"):
        _take_reflexive(d, pronoun)
        return
    near, barred = _find_near(d, pronoun), named | _find_barred(d, pronoun)
    quote, opens = d.quote_at[pronoun.head], _opens_paragraph(d, pronoun)
    thing = find_antecedent(d.parse, pronoun, near, barred, quote, opens=opens)
    if thing is not None:
        add_mention(d, thing, pronoun, "the most salient thing that agrees with the pronoun")
    else:
        here = [p for p in d.open[-MOST_OPEN:] if p.sentence == pronoun.sentence]
        d.open = [*here, pronoun]


def _take_reflexive(d: Discourse, pronoun: Candidate) -> None:
    if d.parse.dep[pronoun.head] not in ("dobj", "pobj", "dative", "attr", "conj"):
        return  # "the star itself"
    subject = _subject_of(d, pronoun.head)
    if subject is not None:
        add_mention(d, subject, pronoun, "the subject of its clause")


def _find_near(d: Discourse, pronoun: Candidate) -> list[Thing]:
    """The things in mind that a pronoun may stand for as far as its place tells."""
    near = things_in_mind(d, pronoun.sentence, WINDOW)
    near = [t for t in near if not _is_within(d, t, pronoun) and not _is_other(t, pronoun)]
    listed = _listed_before(d.parse, pronoun.head)
    if listed is None and (first := _first_of_couple(d.parse, pronoun.head)) is not None:
        listed = first if d.thing_at[first] >= 0 else None
    return near if listed is None else [t for t in near if t.number == d.thing_at[listed]]


def _find_barred(d: Discourse, pronoun: Candidate) -> set[int]:
    """The numbers of the things beside a pronoun in its clause, and of who says it in quotation
    marks."""
    quote = d.quote_at[pronoun.head]
    speaker = d.quotes[quote].speaker if quote >= 0 else None
    beside = {d.thing_at[h] for h in rivals_in_clause(d.parse, pronoun.head)}
    return beside if speaker is None else beside | {d.thing_at[speaker]}


def _listed_before(parse: Parse, token: int) -> int | None:
    """What "them" stands for that begins a list: the last noun in "sold toys, among *them*"."""
    prep = parse.head[token]
    begins = parse.lower[prep] == "among" and prep == token - 1 and prep >= 2
    return prep - 2 if begins and parse.text[prep - 1] == "," else None


def _first_of_couple(parse: Parse, owner: int) -> int | None:
    """Whose wife or husband the second of two is: "Karl Hale and *his* wife Ida", and the second
    parent of somebody: "the son of Karl Hale and *his* housekeeper"."""
    second = parse.head[owner]
    first = parse.head[second]
    if parse.dep[owner] != "poss" or parse.dep[second] != "conj" or second < first:
        return None
    noun = parse.pos[first] == "NOUN"
    named = parse.child(first, "appos") or first if noun else first
    phrase = parse.head[first] if parse.dep[first] == "appos" else first
    wed = parse.lemma[second].lower() in _read("spouses") and parse.tag[named] == "NNP"
    return named if wed or _is_parent(parse, phrase) else None


def _is_parent(parse: Parse, noun: int) -> bool:
    """True for whose child somebody is, and whom they were born to."""
    link = parse.head[noun]
    child = parse.head[link]
    born = parse.lower[link] == "to" and parse.lower[child] == "born"
    of = parse.lower[link] == "of" and parse.lemma[child].lower() in _read("children")
    return parse.dep[noun] == "pobj" and (born or of)


@cache
def _read(key: str) -> frozenset[str]:
    return read_set("roles.toml", key)


def _opens_paragraph(d: Discourse, pronoun: Candidate) -> bool:
    """True in the first sentence of a block."""
    at = bisect_right(d.blocks, pronoun.head, key=lambda b: b.start) - 1
    return at >= 0 and d.sentences[d.blocks[at].start] == pronoun.sentence


def _is_within(d: Discourse, thing: Thing, pronoun: Candidate) -> bool:
    """True for a pronoun inside the last mention of a thing, which is not the thing; but whose
    something is may be told in a clause of it: "a widow who sold *her* mill"."""
    if not holds(thing, pronoun.head):
        return False
    token, clause = pronoun.head, False
    while d.parse.head[token] != token and token != thing.mentions[-1].head:
        clause = clause or d.parse.dep[token] == "relcl"
        token = d.parse.head[token]
    return not (clause and d.parse.dep[pronoun.head] == "poss")


def _is_other(thing: Thing, pronoun: Candidate) -> bool:
    """True for a body that the sentence calls "they" before an "it", or the other way round."""
    rivals = _SINGLE if pronoun.label in _MANY else _MANY if pronoun.label in _SINGLE else ()
    return any(
        m.label in rivals and m.form == "pronoun" and m.sentence == pronoun.sentence
        for m in thing.mentions[-_FEW:]
    )


def _subject_of(d: Discourse, token: int) -> Thing | None:
    """The thing that is the subject of a token's clause."""
    verb = d.parse.head[token]
    for _ in range(4):
        for c in d.parse.children[verb]:
            if d.parse.dep[c] in ("nsubj", "nsubjpass") and d.thing_at[c] >= 0:
                return d.things[d.thing_at[c]]
        verb = d.parse.head[verb]
    return None
