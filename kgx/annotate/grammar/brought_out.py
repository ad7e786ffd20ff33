"""What was done to a work, told behind its maker: "a novel by Ann Lind, published in 1990"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.tree import last_below, move
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_YEAR = 4  # digits


def lift_work(parse: Parse, participle: int) -> None:
    """Hang on the work, in place, what is done to works and to nobody: "a novel by the writer Ann
    Lind, | published in 1990"."""
    maker = parse.head[participle]
    if parse.dep[maker] == "appos":
        maker = parse.head[maker]
    by = parse.head[maker]
    work = parse.head[by]
    made = parse.dep[maker] == "pobj" and parse.lower[by] == "by" and parse.pos[work] == "NOUN"
    if parse.dep[maker] == "pobj" and parse.lower[by] == "with" and parse.tag[maker] == "NNP":
        made = parse.text[participle - 1] == "," and parse.pos[work] == "NOUN"
        while made and parse.dep[work] == "pobj" and parse.lower[parse.head[work]] == "of":
            work = parse.head[parse.head[work]]  # "a recording of the mass with Ann Lind"
    if made and work < by and _is_of_work(parse, participle):
        move(parse, participle, work)


def lift_namesake(parse: Parse, participle: int) -> None:
    """Hang on what has "the same name", in place, what is told behind that: "the opera of the same
    name, | composed by Ann Lind"."""
    name = parse.head[participle]
    thing = parse.head[parse.head[name]]
    same = any(parse.lower[c] == "same" for c in parse.children[name])
    if parse.lower[name] == "name" and same and parse.dep[name] == "pobj" and thing < name:
        move(parse, participle, thing)


def rejoin_deed(parse: Parse, participle: int) -> None:
    """Coordinate with the verb, in place, what else was done to the work: "was recorded at Orbis
    Hall, | produced by Ann Lind and released in May"."""
    near = parse.head[participle]
    verb = parse.head[parse.head[near]]
    named = parse.dep[near] == "pobj" and parse.tag[near] in ("NNP", "NNPS")
    passive = parse.child(verb, "nsubjpass") is not None and verb < near
    alike = _is_of_work(parse, verb) and _is_of_work(parse, participle)
    if named and passive and alike and parse.text[participle - 1] == ",":
        move(parse, participle, verb, "conj")


def hang_on_work(parse: Parse, participle: int) -> None:
    """Hang on what something is said to be, in place, a past form behind it that a parser can make
    nothing of: "is a painting by Ann Lind, | exhibited in Paris"."""
    verb = parse.head[participle]
    work = parse.child(verb, "attr")
    bare = parse.child(participle, "nsubj", "nsubjpass", "aux", "auxpass", "dobj") is None
    if parse.lemma[verb] != "be" or work is None or not bare or not work < participle:
        return
    if parse.text[participle - 1] == "," and _is_of_work(parse, participle):
        move(parse, participle, work, "acl")
        parse.tag[participle] = "VBN"


def hand_after_date(parse: Parse, preposition: int) -> None:
    """Hang on a participle, in place, what goes on behind its date: "is an album released on June
    3, 2016, | through Orbis"."""
    verb, before = parse.head[preposition], preposition - 1
    work = parse.child(verb, "attr")
    year = parse.text[before - 1]
    dated = parse.text[before] == "," and year.isdigit() and len(year) == _YEAR
    if parse.lemma[verb] != "be" or work is None or not dated:
        return
    told = [c for c in parse.children[work] if parse.dep[c] == "acl" and c < preposition]
    if told and last_below(parse, told[-1]) == before - 1 and _is_of_work(parse, told[-1]):
        move(parse, preposition, told[-1])


def _is_of_work(parse: Parse, participle: int) -> bool:
    """True for a past form of what is done to works; "based" says it of them with "on"."""
    if parse.tag[participle] not in ("VBN", "VBD"):
        return False
    lemma = parse.lemma[participle]
    if lemma == "base":
        return any(parse.lower[c] in ("on", "upon") for c in parse.children[participle])
    return lemma in read_set("verbs.toml", "of_works")
