"""Names as mentions of things, and what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kgx.annotate.coreference.cataphora import take_cataphors
from kgx.annotate.coreference.discourse import Discourse, add_mention, take_over
from kgx.annotate.coreference.introduced import take_introduced
from kgx.annotate.coreference.nominals import Candidate, nations_in, title_nouns, words
from kgx.annotate.coreference.noun_mentions import note_owner
from kgx.annotate.coreference.roles import Description, agent_nouns, is_many, speaks
from kgx.annotate.coreference.salience import WINDOW
from kgx.annotate.coreference.things import Thing
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.evidence import best_place
from kgx.annotate.names.known_names import is_club, is_party
from kgx.annotate.names.words import words_in
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_lists

_LEAST_BEFORE, _LEAST_NOUN = 3, 4
"""Letters before a noun that ends a word, and of the noun, at least."""


def take_name(
    d: Discourse,
    thing: Thing,
    candidate: Candidate,
    name: tuple[str, ...],
    said: Sequence[Description],
) -> None:
    """Take a name for a thing, with what the words beside it say.

    Args:
        name: Its words.
        said: The descriptions beside it.
    """
    fresh = not thing.mentions
    _note_words(d, thing, candidate, name)
    if fresh:
        _take_described(d, thing, said)
    if fresh and thing.type == "person" and len(name) > 1:
        take_introduced(d, thing, candidate)
    if d.open:
        take_cataphors(d, thing, candidate)
    if d.unnamed is not None and fresh and thing.type == "person":
        if len(name) > 1 and not said and _may_be(d, candidate):
            take_over(d, thing, d.unnamed, "who spoke under a role and is named a sentence later")
        d.unnamed = None
    add_mention(d, thing, candidate)
    for x in said:
        thing.nouns.add(x.noun)
        thing.words |= x.words
        thing.nations |= nations_in(x.words)
        if x.gender and not thing.gender and thing.type == "person":
            thing.gender = x.gender
        d.thing_at[x.head] = thing.number
        thing.roles.append(x.head)
        note_owner(d, thing, x.head)


def _note_titles(parse: Parse, thing: Thing, start: int) -> None:
    """Keep what the titles before a name call the thing: *Dr* Ann Lind is a doctor."""
    before = start - 1
    while before >= 0 and parse.text[before] in words_in("titles"):
        title = parse.lower[before].rstrip(".")
        thing.nouns.add(title_nouns().get(title, title))
        thing.words.add(title)
        before -= 1


def _note_words(d: Discourse, thing: Thing, candidate: Candidate, name: tuple[str, ...]) -> None:
    """Keep what a name, its titles and the deeds beside it call the thing."""
    thing.names.append(name)
    thing.words.update(w.lower() for w in name)
    _note_titles(d.parse, thing, candidate.start)
    if len(name) > 1 and thing.type != "person":
        thing.nouns.update(_heads(thing, name))
    if thing.type == "organization":
        thing.nations |= nations_in([w.lower() for w in name])
        thing.nouns.update(_nouns_in(name[-1].lower()))
        if is_party(name):
            thing.nouns.add("party")
    thing.gender = thing.gender or candidate.gender
    if thing.type == "person" and name[0].lower() in words("rulers"):
        thing.nouns.add(name[0].lower())  # the Pope
    club = candidate.type == "organization" and is_club(name)
    thing.many = thing.many or club or is_many(d.parse, candidate.head)
    thing.nations.update(_country_before(d, candidate))
    if thing.type == "person":
        thing.numbers.update(_age_after(d, candidate))
    for noun in agent_nouns(d.parse, candidate.head):
        if type_of_noun(noun) in (None, thing.type):
            thing.nouns.add(noun)


def _country_before(d: Discourse, name: Candidate) -> list[str]:
    """The code of the country whose a name is said to be: *Sweden*'s Ann Lind, Orbis of
    *Sweden*."""
    owner = d.parse.child(name.head, "poss")
    if owner is None and name.type == "organization":
        owner = d.parse.below(name.head, "of")
    at = -1 if owner is None else d.names.at[owner]
    if at < 0 or d.names.names[at].type != "place":
        return []
    owning = d.names.names[at]
    place = best_place(" ".join(d.parse.text[owning.start : owning.end]))
    return [place.country] if place is not None and place.kind == "country" else []


def _heads(thing: Thing, name: tuple[str, ...]) -> Iterator[str]:
    """The nouns in a name that tell what it names: *University* of Oslo, *Mount* Kenya."""
    of = next((i for i, w in enumerate(name) if w in ("of", "for") and i), len(name))
    last = name[of - 1].lower()
    if thing.type not in ("work", "other") or type_of_noun(last) in (None, thing.type):
        yield last
    one = last.removesuffix("s")  # Norvik Airlines: the airline
    if one != last and type_of_noun(one) == thing.type == "organization":
        yield one
    if name[0] in words_in("leading_events", "leading_places"):
        yield name[0].lower()


def _nouns_in(word: str) -> list[str]:
    """The noun for a body that a word of a name ends with ("Landes*museum*", "Norvik*bank*") or
    that it means: "Norvik *Air*" is an airline."""
    meant = _meant_by().get(word)
    if meant:
        return [meant]
    ends = (word[n:] for n in range(_LEAST_BEFORE, len(word) - _LEAST_NOUN + 1))
    return [end for end in ends if type_of_noun(end) == "organization"][:1]


@cache
def _meant_by() -> dict[str, str]:
    """Nouns for bodies by the last words of names that mean them."""
    lines = (line.partition(":") for line in read_lists("coreference.toml")["name_ends"])
    return {end: noun for noun, _, ends in lines for end in ends.split()}


def _age_after(d: Discourse, name: Candidate) -> list[str]:
    """The number between commas after a name."""
    parse, end = d.parse, name.end
    aged = parse.text[end : end + 1] == [","] and parse.text[end + 2 : end + 3] in ([","], ["."])
    return [parse.text[end + 1]] if aged and parse.text[end + 1].isdigit() else []


def _take_described(d: Discourse, thing: Thing, said: Sequence[Description]) -> None:
    """Give a name what was said of the phrase it stands by: "a man ... the man, Bo Lind"; nouns
    without an article, as in headlines, are told of elsewhere."""
    for x in said:
        if not x.definite:
            continue
        for other in reversed(d.recent.values()):
            near = thing.type == other.type and x.noun in other.nouns and not other.names
            bare = all(m.article == "bare" for m in other.mentions)
            elsewhere = thing.type == "place" and other.complements  # the capital of Peru
            if near and not (other.plural or bare or elsewhere) and x.words <= other.words:
                take_over(d, thing, other, "who is named a sentence later")
                thing.nouns |= other.nouns
                return


def _may_be(d: Discourse, candidate: Candidate) -> bool:
    """True for a speaker in the sentence after the one in which a role spoke: news names people
    one sentence late."""
    last = d.unnamed.last if d.unnamed is not None else -WINDOW
    return 0 < candidate.sentence - last <= 1 and speaks(d.parse, candidate.head)
