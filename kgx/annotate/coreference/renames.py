"""Names that the text says are of one thing: "Kristiania, now Oslo", "Ann Lind (born Ann Holm)"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kgx.annotate.coreference.nominals import Candidate, words
from kgx.annotate.coreference.roles import find_names_of
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.acronyms import abbreviates, is_acronym
from kgx.annotate.names.evidence import best_place
from kgx.annotate.names.languages import opens_gloss
from kgx.annotate.names.words import is_rank, words_in

_LONGEST = 5
"""Words between two names that say they are of one thing, at most; brackets aside."""
_GLOSS = 25
"""Words between a name and what it is in another language, at most."""
_NAMESAKES = 20
"""Persons of one first name that are looked at."""
_ACRONYM = 9
"""Letters of an acronym, at most."""
_SHORTEST = 2
"""Letters of an acronym of another language, more than these."""


def join_renamed(parse: Parse, names: Sequence[Candidate], clusters: Sequence[int]) -> list[int]:
    """The clusters of names, where those are one that the text says are of one thing.

    Args:
        clusters: For each name the position of the name that stands for its cluster.
    """
    parent: dict[int, int] = {}

    def root(cluster: int) -> int:
        while cluster in parent:
            cluster = parent[cluster]
        return cluster

    tied = (
        *_find_earlier(parse, names),
        *_find_renames(parse, names),
        *_find_kinds(parse, names),
        *_find_glosses(parse, names),
        *_find_translations(parse, names),
        *_find_adherents(parse, names),
    )
    for one, other in tied:
        new, old = root(clusters[one]), root(clusters[other])
        if new != old:
            parent[old] = new
    return [root(c) for c in clusters]


def _find_kinds(parse: Parse, names: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """The island *of* Lind, with the name Lind Island."""
    at = [-1] * len(parse)
    known: dict[tuple[str, ...], int] = {}
    for n, c in enumerate(names):
        at[c.start : c.end] = [n] * (c.end - c.start)
        known.setdefault(tuple(parse.lower[c.start : c.end]), n)
    for noun, name in find_names_of(parse, at).items():
        bare = names[at[name]]
        full = known.get((*parse.lower[bare.start : bare.end], parse.lower[noun]))
        if full is not None:
            yield full, at[name]


def _find_translations(parse: Parse, names: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """What brackets give right behind a title or the name of a house in another language: Museo del
    Mare (*Museum of the Sea*), Fem unga ("*Five Young Ones*")."""
    small = words_in("particles")
    for n, (one, other) in enumerate(pairwise(names)):
        between = parse.text[one.end : other.start]
        if between[:1] != ["("] or one.type != other.type or other.end >= len(parse):
            continue
        quoted = between[1:] in (['"'], ["“"], ["‘"], ["'"]) and one.type == "work"
        foreign = len(between) == 1 and not small.isdisjoint(parse.text[one.start : one.end])
        closed = parse.text[other.end + quoted] if other.end + quoted < len(parse) else ""
        if closed == ")" and (quoted or (foreign and one.type in ("facility", "organization"))):
            yield n, n + 1


def _find_adherents(parse: Parse, names: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """The Liberals, with their adjective before a noun: the *Liberal* leader."""
    adherents = words_in("adherent_words")
    first: dict[str, int] = {}
    for n, c in enumerate(names):
        word = parse.lower[c.start] if c.end - c.start == 1 else ""
        if word.removesuffix("s") in adherents and c.type in ("group", "organization", "other"):
            one = first.setdefault(word.removesuffix("s"), n)
            if one != n:
                yield one, n


def _find_glosses(parse: Parse, names: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """What a name is in the languages in brackets behind it: the Civic List (Welsh: *Rhestr
    Ddinesig*)."""
    ends = {c.end: n for n, c in enumerate(names)}
    for n, c in enumerate(names):
        told = c.start > 2 and opens_gloss(parse, c.start - 2)
        if told:
            near = range(c.start - 3, max(c.start - _GLOSS, 0), -1)
            opened = next((t for t in near if parse.text[t] in ("(", ")")), None)
            if opened is not None and parse.text[opened] == "(" and opened in ends:
                yield ends[opened], n


def _find_earlier(parse: Parse, names: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """A person of the same first name, with the name that somebody was born with."""
    first: dict[str, list[int]] = defaultdict(list)
    born = words_in("earlier_name")
    people = [n for n, c in enumerate(names) if c.type == "person" and c.end - c.start > 1]
    for n in people:
        held = first[parse.lower[names[n].start]]
        if len(held) < _NAMESAKES:
            held.append(n)
    for n in people:
        start = names[n].start
        if start and parse.lower[start - 1] in born:
            own = parse.lower[start : names[n].end]
            for m in first[own[0]]:
                if parse.lower[names[m].start : names[m].end] != own:
                    yield m, n
                    break


def _find_renames(parse: Parse, names: Sequence[Candidate]) -> list[tuple[int, int]]:
    """Pairs of positions among the names, in order, that the words between say are of one thing."""
    return [
        (n, n + 1)
        for n in range(len(names) - 1)
        if names[n].sentence == names[n + 1].sentence
        and (_are_tied(parse, names[n], names[n + 1]) or _is_short(parse, names[n], names[n + 1]))
    ]


def _are_alike(one: Candidate, other: Candidate) -> bool:
    kinds = {one.type, other.type}
    return len(kinds) == 1 or "other" in kinds


def _is_wide(parse: Parse, name: Candidate) -> bool:
    """True for a country or region: what lies in one, now another, is neither."""
    place = best_place(" ".join(parse.text[name.start : name.end]))
    return place is not None and place.kind != "city"


def _are_tied(parse: Parse, one: Candidate, other: Candidate) -> bool:
    """True for "X, also known as Y", and for "X, the Duke of Y"."""
    if not _are_alike(one, other):
        return False
    between = parse.lower[one.end : other.start]
    if between in ([","], [",", "the"]):
        return one.type == "person" and is_rank(parse.text[other.start : other.end])
    said = [w for w in _without_brackets(between) if w not in (",", "(", ":", '"', "“")]
    wide = len(said) == 1 and (_is_wide(parse, one) or _is_wide(parse, other))
    return 0 < len(said) <= _LONGEST and " ".join(said) in words("renaming") and not wide


def _is_short(parse: Parse, one: Candidate, other: Candidate) -> bool:
    """True for "X (Y)" where Y is an acronym of X or X of Y, also where a body's and an event's
    types differ."""
    closed = other.end < len(parse) and parse.text[other.end] in (")", ",", ";")
    if parse.lower[one.end : other.start] != ["("] or not closed:
        return False
    if not _are_alike(one, other) and {one.type, other.type} & {"person", "place", "group"}:
        return False
    foreign = one.type == other.type == "organization" and _is_foreign(parse, one, other)
    return foreign or _abbreviates(parse, one, other) or _abbreviates(parse, other, one)


def _is_foreign(parse: Parse, full: Candidate, short: Candidate) -> bool:
    """True for an acronym in brackets that a body's name has in its own language, which shares two
    initials with what it is called here: Social Democrats (SPD); a party's shares one: Justice
    and Development Party (AKP)."""
    acronym = parse.text[short.start]
    if short.end - short.start > 1 or not _SHORTEST < len(acronym) <= _ACRONYM:
        return False
    initials = Counter(w[0] for w in parse.text[full.start : full.end] if w[:1].isupper())
    shared = (initials & Counter(acronym)).total()
    party = parse.lower[full.end - 1] == "party"
    return acronym.isupper() and shared >= (1 if party else 2) and initials.total() > 1


def _without_brackets(between: list[str]) -> list[str]:
    """The words outside of closed brackets."""
    kept, depth = [], 0
    closing = between.count(")")
    for word in between:
        if word == "(" and closing:
            depth += 1
        elif word == ")" and depth:
            depth -= 1
            closing -= 1
        elif not depth:
            kept.append(word)
    return kept


def _abbreviates(parse: Parse, full: Candidate, short: Candidate) -> bool:
    """True for one word of capitals that abbreviates a name of several."""
    acronym = parse.text[short.start].replace(".", "")
    if short.end - short.start > 1 or not 1 < len(acronym) <= _ACRONYM or full.end - full.start < 2:
        return False
    return is_acronym(acronym) and abbreviates(parse.lower[full.start : full.end], acronym)
