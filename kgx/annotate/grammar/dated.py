"""Days and months that a parser makes a part of the name after them: "In May | Orbis grew"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.grammar.tree import move
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_BEFORE = frozenset({"in", "on", "since", "by", "until", "from", "during", "late", "early"})


def free_day(parse: Parse, day: int) -> None:
    """Part a day or a month, in place, from the name after it that is the subject of the clause."""
    name, prep = parse.head[day], day - 1
    if name < day or parse.tag[name] not in ("NNP", "NNPS") or parse.children[day]:
        return
    if parse.tag[day] == "NN" and parse.sent[day] == day and parse.dep[name] in NOUN_SUBJECTS:
        move(parse, day, parse.head[name], "npadvmod")  # "Today Orbis Foods is"
    elif prep >= 0 and parse.dep[prep] == "prep" and parse.lower[prep] in _BEFORE:
        _part(parse, prep, day, name)


def is_day_apart(parse: Parse, token: int) -> bool:
    """True for a day or a month that is no part of the name after it."""
    if parse.text[token] not in read_set("names.toml", "days"):
        return False
    alone = parse.dep[token] in ("pobj", "npadvmod") and parse.head[token] != token + 1
    return alone or (token > 0 and parse.lower[token - 1] == "on")


def tells_when(parse: Parse, token: int) -> bool:
    """True for the preposition of "on Monday" and "in May"."""
    after = parse.text[token + 1 : token + 2]
    days = read_set("names.toml", "days")
    return parse.text[token] in ("in", "on") and bool(after) and after[0] in days


def _part(parse: Parse, prep: int, day: int, name: int) -> None:
    """Give the preposition its day, and the verb after it the name as its subject."""
    verb, own = parse.head[prep], parse.child(prep, "pobj")
    if parse.pos[verb] not in ("VERB", "AUX") or verb < name:
        return
    if own == name:
        subject = parse.child(verb, *NOUN_SUBJECTS)
        if subject is not None and subject < verb:
            return
        if subject is not None and parse.child(verb, "dobj") is None:
            parse.dep[subject] = "dobj"  # "In May Peru signed | a treaty"
        passive = parse.child(verb, "auxpass") is not None
        move(parse, name, verb, "nsubjpass" if passive else "nsubj")
    elif own is not None or parse.dep[name] not in NOUN_SUBJECTS or parse.head[name] != verb:
        return
    move(parse, day, prep, "pobj")
