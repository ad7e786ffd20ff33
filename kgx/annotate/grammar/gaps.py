"""Clauses whose verb is left out: "Joan kept the books and Ottilie the kilns".

Parsers make of the second clause a conjunct of whatever is near. Here it is found by its parallel:
what follows the conjunction divides into phrases that match those around the verb, in kind, order
and preposition. Its first phrase is hung on the verb under a label of its own, the others on that
phrase as orphans, after Universal Dependencies' analysis of gapping; who matches whom follows the
parallelism of remnants and correlates (Hartmann 2000; Kummerfeld et al. 2012 on what parsers do).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.chunks import (
    Chunk,
    find_chunks,
    is_alike,
    is_measure,
    is_named,
    is_nation,
    kind_at,
    split_name,
)
from kgx.annotate.grammar.tree import move
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

GAPS = ("gap:subject", "gap:object", "gap:prep")
"""Labels of what stands first in a clause without its verb, by what it is there."""
_JOINING = frozenset({",", ";", "and", "but", "while"})
_STOPPING = frozenset({".", "!", "?", ":", "–", "—", "-", "(", ")", "or"})
_SUBJECT = ("nsubj", "nsubjpass", "expl")
_REST = frozenset({"other", "others", "second", "third", "rest", "latter"})
_PHRASAL = frozenset({"ADJ", "ADP", "ADV", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN", "SYM"})


def part_gaps(parse: Parse, labels: list[str]) -> None:
    """Set apart, in place, the clauses whose verb is left out.

    Args:
        labels: For each token the OntoNotes label of the name it is in, "" outside.
    """
    verb, opens = -1, 0
    for token, word in enumerate(parse.lower):
        if token == parse.sent[token]:
            verb = -1
        if parse.pos[token] == "AUX" or parse.lemma[token] == "do":
            free_subject(parse, token)
        if _bears_clause(parse, token):
            verb, opens = token, token + 1
            if not _ranks().isdisjoint(parse.lower[token + 1 : token + 2]):
                _part_ranks(parse, labels, verb)
        elif verb >= 0 and word in _JOINING:
            left = find_chunks(parse, labels, _after_particle(parse, verb, opens), token)
            if left:
                _part_after(parse, labels, verb, left, token)
            verb = -1  # what comes first after the verb is what the rest parallels
        elif word in _STOPPING:
            verb = -1


def _ranks() -> frozenset[str]:
    return read_set("modifiers.toml", "ranking")


def _part_ranks(parse: Parse, labels: list[str], verb: int) -> None:
    """Set apart who came where after the first: "Ruiz finished first, Tanaka second"."""
    joint, end = verb + 2, parse.sent_end[verb]
    if parse.lemma[verb] not in read_set("verbs.toml", "ranking"):
        return
    while joint < end and parse.lower[joint] in _JOINING:
        start = _behind_joints(parse, joint, end)
        rank = start
        while rank < end and parse.tag[rank] in ("NNP", "NNPS"):
            rank += 1
        closed = rank + 1 >= end or parse.pos[rank + 1] in ("PUNCT", "CCONJ", "SPACE")
        if rank == start or rank >= end or parse.lower[rank] not in _ranks() or not closed:
            return
        name = Chunk(start, rank, rank - 1, None, kind_at(parse, labels, rank - 1))
        place = Chunk(rank, rank + 1, rank, None, "number")
        if not _hang(parse, verb, [name, place], "gap:subject"):
            return
        joint = rank + 1


def _behind_joints(parse: Parse, joint: int, end: int) -> int:
    """The first token after one that joins and those that join beside it: "; and | Chile"."""
    while joint < end and parse.lower[joint] in _JOINING:
        joint += 1
    return joint


def _bears_clause(parse: Parse, token: int) -> bool:
    return parse.tag[token].startswith("VB") and parse.dep[token] not in ("amod", "compound")


def _after_particle(parse: Parse, verb: int, start: int) -> int:
    while start < len(parse) and parse.head[start] == verb and parse.dep[start] in ("prt", "neg"):
        start += 1
    return start


def _part_after(parse: Parse, labels: list[str], verb: int, left: list[Chunk], joint: int) -> None:
    """Set apart the clauses after a conjunction for as long as they match."""
    end = parse.sent_end[verb]
    while joint < end and parse.lower[joint] in _JOINING:
        start = _behind_joints(parse, joint, end)
        stop = start
        while stop < end and _is_phrasal(parse, stop):
            stop += 1
        closed = stop == end or parse.lower[stop] in _JOINING or parse.pos[stop] == "PUNCT"
        right = find_chunks(parse, labels, start, stop) if closed else []
        if not right or not _part(parse, labels, verb, left, right):
            return
        joint = stop


def _is_phrasal(parse: Parse, token: int) -> bool:
    """True for a word that may stand in the phrases of a clause without its verb."""
    inside = parse.pos[token] in _PHRASAL or parse.tag[token] == "HYPH"
    return inside and parse.lower[token] not in _JOINING


def _part(
    parse: Parse, labels: list[str], verb: int, left: list[Chunk], right: list[Chunk]
) -> bool:
    """Set one clause apart if it surely is one; whether it was."""
    subject = parse.child(verb, "nsubj", "nsubjpass")
    if subject is None or any(parse.dep[c] == "neg" for c in parse.children[verb]):
        return False
    first = Chunk(subject, subject + 1, subject, None, kind_at(parse, labels, subject))
    bare = [c for c in left if c.prep is None]
    for remnants in _readings(parse, labels, right):
        own = [c for c in remnants if c.prep is None]
        if any(_is_above(parse, c.head, one.head) for c in remnants for one in left):
            continue
        if len(remnants) < 2 or not (
            _match_prepositions(parse, left, remnants) or _is_conjunct(parse, verb, bare, remnants)
        ):
            continue
        if remnants[0].prep is None and not bare and _is_after_preposition(left, remnants):
            return _hang(parse, left[0].head, remnants, "conj")
        if remnants[0].prep is not None:
            label = "gap:prep" if not own and _is_doubled(left, remnants) else ""
        elif len(own) == len(bare) and all(map(_pair, bare, own)):
            label = _as_object(parse, labels, verb, left, remnants)
        else:
            label = _as_other_subject(parse, first, left, bare, remnants)
        if label:
            return _hang(parse, verb, remnants, label)
    return False


def _as_other_subject(
    parse: Parse, first: Chunk, left: list[Chunk], bare: list[Chunk], remnants: list[Chunk]
) -> str:
    """The label of remnants that begin with a subject of their own, "" where they surely do not."""
    own = [c for c in remnants if c.prep is None]
    if len(own) == len(bare) + 1:
        return _as_subject(parse, first, left, bare, remnants)
    persons = len(own) == len(bare) == 1 and first.kind == own[0].kind == "person"
    return "gap:subject" if persons and bare[0].kind != "person" else ""


def _pair(one: Chunk, other: Chunk) -> bool:
    named = is_named(one.kind) and is_named(other.kind)  # types of lone names are unsure
    return named or is_alike(one.kind, other.kind)


def _readings(parse: Parse, labels: list[str], right: list[Chunk]) -> list[list[Chunk]]:
    """The phrases as they are, and with the first one divided as "Jones | silver"."""
    divided = split_name(parse, labels, right[0])
    return [[*divided, *right[1:]], right] if len(divided) > 1 else [right]


def _match_prepositions(parse: Parse, left: list[Chunk], right: list[Chunk]) -> bool:
    """True if each prepositional phrase has, in order, one of its kind on the left."""
    marked = iter([c for c in left if c.prep is not None])
    return all(
        any(
            parse.lower[c.prep or 0] == parse.lower[one.prep]
            and (is_measure(c.kind) == is_measure(one.kind) or _is_rest(parse, one))
            for c in marked
        )
        for one in right
        if one.prep is not None
    )


def _is_conjunct(parse: Parse, verb: int, bare: list[Chunk], right: list[Chunk]) -> bool:
    """True for "voted for it and Bob against it", where the parser itself ties Bob to the verb."""
    opening, prep = right[0], right[-1].prep
    tied = parse.dep[opening.head] == "conj" and parse.head[opening.head] == verb
    return tied and not bare and len(right) == 2 and prep is not None and opening.prep is None


def _is_after_preposition(left: list[Chunk], right: list[Chunk]) -> bool:
    """True for "for Orbis in Oslo and Helix in Bergen", where Helix shares the preposition."""
    two = len(left) == len(right) == 2 and right[1].prep is not None and left[0].prep is not None
    return (
        two
        and right[0].prep is None
        and is_named(left[0].kind)
        and is_alike(left[0].kind, right[0].kind)
        and left[0].kind != left[1].kind
        and _pair(left[1], right[1])
        and not is_measure(left[1].kind)
    )


def _is_doubled(left: list[Chunk], right: list[Chunk]) -> bool:
    return len(right) == len([c for c in left if c.prep is not None])


def _as_subject(
    parse: Parse, first: Chunk, left: list[Chunk], bare: list[Chunk], remnants: list[Chunk]
) -> str:
    """ "Ottilie the kilns": the subject of the clause first, which is no conjunct of what stands
    before it."""
    opening, *rest = remnants
    own = [c for c in rest if c.prep is None]
    same = parse.lemma[opening.head] == parse.lemma[first.head]
    apart = not is_alike(opening.kind, left[-1].kind) or _is_rest(parse, opening)
    determined = bool(own) and parse.tag[own[0].start] in ("DT", "PRP$", "CD", "$")
    names = is_named(first.kind) and is_named(opening.kind)
    like = is_alike(first.kind, opening.kind) or (names and determined) or _is_rest(parse, opening)
    office = bool(own) and names and own[0].kind == "person" and bare[0].kind == "person"
    if office and parse.dep[bare[0].head] == "attr":
        return "gap:subject"
    if own and is_nation(parse, opening.start, opening.end) and _are_nations(parse, own):
        return "gap:subject" if is_named(first.kind) else ""  # "beat Mali and Togo Benin"
    counted = is_named(opening.kind) and determined and len(own) == 1  # "two ships", "a hospital"
    if not (all(map(_pair, bare, own)) or (counted and _pair_counts(bare[0], own[0]))) or not like:
        return ""
    if own and not determined and len(remnants) == 2 and parse.text[opening.start - 2] != ",":
        return ""  # "likes opera and Verdi arias"
    both = determined and parse.tag[opening.start] in ("DT", "PRP$")
    return "gap:subject" if apart or same or both else ""


def _are_nations(parse: Parse, own: list[Chunk]) -> bool:
    return all(is_nation(parse, c.start, c.end) for c in own)


def _pair_counts(one: Chunk, other: Chunk) -> bool:
    """True for things of which the text counts one kind."""
    return {one.kind, other.kind} == {"number", "common"}


def _is_rest(parse: Parse, chunk: Chunk) -> bool:
    """True for "the other", "others", "he", which open a clause of their own."""
    return parse.lower[chunk.head] in _REST or parse.lower[chunk.head] in ("he", "she", "they")


def _as_object(
    parse: Parse,
    labels: list[str],
    verb: int,
    left: list[Chunk],
    remnants: list[Chunk],
) -> str:
    """ "Her manners from Vienna": the object first; nothing where it may be coordinated with what
    stands before it."""
    opening, last = remnants[0], left[-1]
    named = labels[last.head] and labels[last.head] == labels[opening.head]
    bare = [c for c in left if c.prep is None]
    if not bare or (named and not is_named(bare[0].kind)):
        return ""
    by_noun = [c.prep for c in left if c.prep is not None and parse.head[c.prep] != verb]
    if len(by_noun) == len(left) - 1 and len(bare) == 1:
        return "conj"  # "two paintings from Ann and three drawings from Bo"
    return "gap:object"


def _hang(parse: Parse, verb: int, remnants: list[Chunk], label: str) -> bool:
    """Hang the first phrase on the verb (or the object), the others on it as orphans."""
    opening = remnants[0]
    top = opening.head if opening.prep is None else opening.prep
    above: int | None = verb
    if label == "conj" and parse.pos[verb] in ("VERB", "AUX"):
        above = parse.child(verb, "dobj", "attr")
    if above is None or any(_is_above(parse, c.head, verb) for c in remnants):
        return False
    joint = opening.start - 1
    if label == "conj" and parse.dep[joint] == "cc":
        move(parse, joint, above)
    move(parse, top, above, label)
    for chunk in remnants:
        prep = chunk.prep
        if prep is not None and prep != top:
            move(parse, prep, top, "prep" if label == "conj" else "orphan")
        if prep is not None:
            move(parse, chunk.head, prep, "pobj")
        elif chunk is not opening:
            move(parse, chunk.head, top, "orphan")
        _gather(parse, chunk)
    return True


def free_subject(parse: Parse, auxiliary: int) -> None:
    """Give a bare auxiliary the subject that the parser makes an object or a conjunct of one: "nor
    did Chile", "Morse can read Latin and Lewis can't"."""
    noun = auxiliary - 1
    bare = parse.pos[auxiliary] == "AUX" and parse.dep[auxiliary] not in ("aux", "auxpass")
    turns = parse.lemma[auxiliary] == "do"
    if noun < 1 or not (bare or turns):
        return
    if any(parse.dep[c] in _SUBJECT for c in parse.children[auxiliary]):
        return
    if turns and parse.lower[noun] in ("nor", "neither"):
        turned = parse.child(auxiliary, "dobj")
        if turned is not None:
            parse.dep[turned] = "nsubj"
        return
    joined = parse.dep[noun] == "conj" and parse.dep[noun - 1] == "cc"
    if bare and joined and not _is_above(parse, noun, auxiliary):
        move(parse, noun, auxiliary, "nsubj")


def _gather(parse: Parse, chunk: Chunk) -> None:
    """Hang on the head of a phrase what in it hangs outside."""
    for t in range(chunk.start, chunk.end):
        if t != chunk.head and not chunk.start <= parse.head[t] < chunk.end:
            move(parse, t, chunk.head)
            if parse.dep[t] in ("conj", "appos", "dobj", "pobj", "attr", "nsubj"):
                parse.dep[t] = "compound"


def _is_above(parse: Parse, token: int, below: int) -> bool:
    """True if a token governs another, at any depth."""
    while parse.head[below] != below:
        below = parse.head[below]
        if below == token:
            return True
    return False
