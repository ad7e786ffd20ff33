"""Names beside the nouns for who or what bears them, and in lists, which parsers hang elsewhere."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from kgx.annotate.grammar.binding import top_of
from kgx.annotate.grammar.labels import NOUN_SUBJECTS, NUMBERS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import Move, first_below, is_below
from kgx.annotate.words.wordlists import read_set

_FURTHEST = 3
"""Prepositions between a noun and the last name of its phrase: "the chair of Orbis in Lund"."""
_FRONTED = frozenset({"dep", *NOUN_SUBJECTS, "npadvmod", "nmod", "advcl"})
_LISTED = frozenset({"pobj", "dobj", "attr", "conj"})
_LOST = frozenset({"npadvmod", "dep", "nummod"})
"""Labels of names that a parser finds no place for."""


def attach_appositions(parse: Parse, names: Sequence[tuple[int, int, str]]) -> Iterator[Move]:
    """Hang a person's or a body's name on the noun for one before it: "a spokesman for Orbis, Jane
    Roe," names the spokesman, "the owner of the mill, Orbis," the owner."""
    label_at = {t: label for start, end, label in names for t in range(start, end)}
    for start, end, label in names:
        head = top_of(parse, start, end)
        above = parse.head[head]
        bearers = bearers_of(label)
        alike = label_at.get(above) == label != "PERSON"  # "for the union, Unia,"
        held = alike or parse.lemma[above].lower() in bearers
        if not bearers or held:
            continue
        noun = _bearer_before(parse, start, head, bearers) or _doer_before(parse, head, bearers)
        if noun is None and not _stands_beside(parse, start, head):
            continue
        noun = noun or bearer_above(parse, above, bearers)
        if noun is not None:
            yield Move(head, noun, "appos")


def _bearer_before(parse: Parse, start: int, head: int, bearers: frozenset[str]) -> int | None:
    """The noun for who bears a name right before its comma, where a parser loses the name: "met
    his counterpart, | Ann Lind"."""
    noun = start - 2
    lost = parse.dep[head] in ("npadvmod", "dep") and parse.text[start - 1] == ","
    beside = noun > 0 and lost and parse.head[noun] == parse.head[head]
    return noun if beside and parse.lemma[noun].lower() in bearers else None


def _doer_before(parse: Parse, name: int, bearers: frozenset[str]) -> int | None:
    """The noun for who did what a passive says, where a parser makes the name behind its comma an
    object: "founded by the vicar of Lund, | Ann Lind"."""
    agent = parse.child(parse.head[name], "agent") if parse.dep[name] == "dobj" else None
    noun = None if agent is None else parse.child(agent, "pobj")
    if noun is None or noun > name or parse.text[first_below(parse, name) - 1] != ",":
        return None
    return noun if parse.lemma[noun].lower() in bearers else None


def bearer_above(parse: Parse, token: int, bearers: frozenset[str]) -> int | None:
    """The noun for who bears a name that the phrase of a token is part of."""
    for _ in range(_FURTHEST):
        prep = parse.head[token]
        if parse.dep[token] != "pobj" or parse.dep[prep] != "prep":
            return None
        token = parse.head[prep]
        if parse.lemma[token].lower() in bearers:
            return token
    return None


def attach_titles(parse: Parse, names: Sequence[tuple[int, int, str]]) -> Iterator[Move]:
    """Make a title that opens with a preposition the apposition of the noun before its comma: "her
    book, | Beyond the Ice, came out"."""
    for start, end, label in names:
        top = top_of(parse, start, end)
        noun = parse.head[top]
        led = label == "WORK_OF_ART" and parse.dep[top] == "prep" and end - start > 1
        if led and noun == start - 2 and parse.text[start - 1] == ",":
            yield Move(end - 1, noun, "appos")
            yield Move(top, end - 1, "compound")


def attach_doubled(parse: Parse, names: Sequence[tuple[int, int, str]]) -> Iterator[Move]:
    """Hang a name on the noun right before it where a parser makes of both the subject of one verb:
    "the chair of Turkish firm the Kale Group said"."""
    for start, end, _ in names:
        name = top_of(parse, start, end)
        noun = start - 2 if start > 1 and parse.lower[start - 1] == "the" else start - 1
        if noun < 0 or parse.dep[name] != "nsubj" or parse.pos[noun] != "NOUN":
            continue
        subject = parse.child(parse.head[name], "nsubj")
        if subject is not None and subject < name and parse.right[subject] == noun:
            yield Move(name, noun, "appos")


def _stands_beside(parse: Parse, start: int, head: int) -> bool:
    """True for a name that a comma alone ties to what is before it."""
    if parse.dep[head] == "appos":
        return True
    listed = any(parse.dep[c] in ("cc", "conj") for c in parse.children[head])
    above = parse.children[parse.head[head]]
    listed = listed or any(parse.dep[c] == "cc" for c in above)
    return parse.dep[head] == "conj" and parse.text[start - 1] == "," and not listed


def attach_fronted(parse: Parse, names: Sequence[tuple[int, int, str]]) -> Iterator[Move]:
    """Hang on a name the description that opens the sentence before it: "A graduate of Yale, | Ann
    Lind joined Orbis"."""
    for start, end, label in names:
        bearers = bearers_of(label)
        beside = parse.text[start - 1] == "," and parse.text[end : end + 1] != [","]
        noun = _opening_noun(parse, start) if bearers and beside else None
        if noun is None or parse.lemma[noun].lower() not in bearers | _idle_persons():
            continue
        name, verb = top_of(parse, start, end), parse.head[noun]
        joined = parse.dep[noun] == "nsubj" and parse.left[noun] <= name <= parse.right[noun]
        if joined and parse.dep[name] in ("conj", "appos") and end <= verb:
            yield Move(name, verb, "nsubj")
        if (
            parse.head[name] == verb
            and parse.dep[name] in NOUN_SUBJECTS
            and parse.dep[noun] in _FRONTED
        ):
            yield Move(noun, name, "appos")


def _idle_persons() -> frozenset[str]:
    return read_set("roles.toml", "no_trades")  # "a native of Lund"


def _opening_noun(parse: Parse, before: int) -> int | None:
    """The noun of the phrase with an article that opens the sentence of a token, up to a comma."""
    first = parse.sent[before]
    noun = parse.head[first]
    opens = parse.lower[first] in ("a", "an", "the") and parse.pos[noun] == "NOUN"
    joined = (
        parse.child(noun, "conj") is not None or "and" in parse.lower[parse.right[noun] : before]
    )
    alone = "," not in parse.text[first : before - 1] and not joined
    return noun if opens and alone and noun < before else None


def attach_listed(parse: Parse, names: Sequence[tuple[int, int, str]]) -> Iterator[Move]:
    """Coordinate names in a list where a parser loses one, as it does those with numbers: "was
    ported to the Orbis 50, | Helix 64, Norvik and MSX"."""
    for (start, end, _), (following, last, _) in pairwise(n for n in names if n[2] not in NUMBERS):
        listed = parse.text[end:following] == [","] and last < len(parse)
        if not listed or parse.lower[last] not in (",", "and", "or"):
            continue
        one, other = top_of(parse, start, end), top_of(parse, following, last)
        first = parse.head[other]
        beyond = parse.dep[other] == "appos" and parse.dep[one] == "conj" and first != one
        lost = parse.dep[other] in _LOST or (beyond and is_below(parse, one, first))
        if lost and parse.dep[one] in _LISTED:
            yield Move(other, one, "conj")


@cache
def bearers_of(label: str) -> frozenset[str]:
    """The common nouns for what names of an OntoNotes label name; empty for most labels."""
    kinds = {"PERSON": ("person", "either"), "ORG": ("organization", "either")}.get(label, ())
    return frozenset().union(*(read_set("nouns.toml", kind) for kind in kinds))
