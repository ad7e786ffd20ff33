"""The state of the pass that finds what a document's candidates refer to."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kgx.annotate.coreference.name_candidates import Names
from kgx.annotate.coreference.nominals import Candidate
from kgx.annotate.coreference.roles import find_bodies
from kgx.annotate.coreference.salience import HEAD_WINDOW, role_of
from kgx.annotate.coreference.things import Thing
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Block, Quote
from kgx.annotate.names.words import is_rank

MOST_RECENT = 150
"""Things kept in mind, so that cost stays in bounds where sentences are endless."""


_A_WORD = 4
"""Tokens of what nobody says and is no more than a word or a name in quotation marks."""


@dataclass(slots=True)
class Discourse:
    """What was said so far.

    Attributes:
        sentences: Per token, the number of its sentence.
        thing_at: Per token, the number of the thing whose mention it heads, or -1.
        quote_at: Per token, the number of its quotation, or -1.
        blocks: The blocks of the document, in order.
        things: In order of first appearance; those with one nominal mention are no entities yet.
        recent: Those of the last sentences by number, the last mentioned last.
        open: Pronouns of the sentence that nothing before them resolves.
        unique: What there is one of, by its noun.
        owned: Things with the tokens of their owners, where it is open who these are.
        unnamed: A person who spoke under a role and has no name yet.
        bodies: By the noun or name of a person, the tokens that may name whom it speaks for.
        why: By the head of a mention, what made it one of its thing.
    """

    parse: Parse
    names: Names
    quotes: Sequence[Quote]
    sentences: Sequence[int]
    thing_at: list[int]
    quote_at: list[int]
    blocks: Sequence[Block]
    things: list[Thing] = field(default_factory=list)
    recent: OrderedDict[int, Thing] = field(default_factory=OrderedDict)
    open: list[Candidate] = field(default_factory=list)
    unique: dict[str, Thing] = field(default_factory=dict)
    owned: list[tuple[Thing, int]] = field(default_factory=list)
    unnamed: Thing | None = None
    bodies: dict[int, list[int]] = field(default_factory=dict)
    why: dict[int, str] = field(default_factory=dict)

    def thing_of(self, token: int) -> Thing | None:
        """The thing that a token names or heads a mention of."""
        number = self.thing_at[token]
        if number < 0 and self.names.at[token] >= 0:
            number = self.thing_at[self.names.names[self.names.at[token]].head]
        return self.things[number] if number >= 0 else None


def start_discourse(
    parse: Parse,
    names: Names,
    quotes: Sequence[Quote],
    sentences: Sequence[int],
    blocks: Sequence[Block],
) -> Discourse:
    """The state before the first candidate."""
    quote_at = [-1] * len(parse)
    for n, q in enumerate(quotes):
        if q.speaker is not None or q.end - q.start > _A_WORD:
            quote_at[q.start : q.end] = [n] * (q.end - q.start)
    d = Discourse(parse, names, quotes, sentences, [-1] * len(parse), quote_at, blocks)
    d.bodies = find_bodies(parse, [(c.head, c.start) for c in names.names if c.type == "person"])
    return d


def add_thing(d: Discourse, candidate: Candidate) -> Thing:
    """A thing first met in a candidate."""
    thing = Thing(len(d.things), candidate.type, candidate.gender, candidate.plural)
    d.things.append(thing)
    return thing


def add_mention(d: Discourse, thing: Thing, candidate: Candidate, why: str = "") -> None:
    """Let a candidate be a mention of a thing, and note what makes it one."""
    if why:
        d.why[candidate.head] = why
    words = d.parse.text[candidate.start : candidate.end] if candidate.form == "name" else []
    beside = thing.last == candidate.sentence and is_rank(words)  # puts nothing more in mind
    thing.add(candidate, 0.0 if beside else role_of(d.parse, candidate.head))
    thing.quote = d.quote_at[candidate.head]
    d.thing_at[candidate.head] = thing.number
    keep_in_mind(d, thing)


def keep_in_mind(d: Discourse, thing: Thing) -> None:
    """Make a thing the last mentioned, and forget what was mentioned long ago."""
    recent = d.recent
    recent[thing.number] = thing
    recent.move_to_end(thing.number)
    oldest = next(iter(recent.values()))
    while len(recent) > MOST_RECENT or thing.last - oldest.last > HEAD_WINDOW:
        recent.popitem(last=False)
        oldest = next(iter(recent.values()))


def things_in_mind(d: Discourse, sentence: int, window: int = HEAD_WINDOW) -> list[Thing]:
    """What was mentioned in the last sentences, the last mentioned last."""
    found: list[Thing] = []
    for thing in reversed(d.recent.values()):
        if sentence - thing.last > window:
            break
        found.append(thing)
    found.reverse()
    return found


def take_over(d: Discourse, thing: Thing, other: Thing, why: str) -> None:
    """Make the mentions of one thing another's, and note why."""
    for m in other.mentions:
        d.why[m.head] = why
        thing.add(m, 0.0)
        d.thing_at[m.head] = thing.number
    other.mentions.clear()
    d.recent.pop(other.number, None)
