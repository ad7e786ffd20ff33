"""Given names that taggers take for small words of English: chief executive | Per Strand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.labels import FINITE, SUBJECTS
from kgx.annotate.grammar.tree import move
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_NAMES = frozenset({"NNP", "NNPS"})


def tie_given(parse: Parse) -> None:
    """Hang such a given name on the surname behind it, in place, and that where the given name
    hung; at the head of a sentence only before a verb: "Per Orbis, sales rose"."""
    small = read_set("names.toml", "small_given")
    for given in [t for t, word in enumerate(parse.text) if word in small]:
        last = given
        while last + 1 < parse.sent_end[given] and parse.tag[last + 1] == "NNP":
            last += 1
        after = parse.tag[last + 1] if last + 1 < len(parse) else ""
        opens = given == parse.sent[given] and after not in (*FINITE, "MD")
        loose = parse.tag[given] not in _NAMES or parse.dep[given] in ("prep", "nmod")
        if last > given and loose and not opens:
            _tie(parse, given, last)


def _tie(parse: Parse, given: int, last: int) -> None:
    """Make one phrase of a given name and a surname; who is told of before takes it for its head:
    "chief executive | Per Strand"."""
    above, dep = parse.head[given], parse.dep[given]
    if parse.head[last] == given:
        before = above == given - 1 and parse.pos[above] in ("NOUN", "PROPN")
        if before and parse.head[above] != above:
            move(parse, last, parse.head[above], parse.dep[above])
            move(parse, above, last, "compound")
            for c in [c for c in parse.children[above] if c > last]:
                move(parse, c, last)
        elif not before:
            _take_place(parse, last, above, dep)
    move(parse, given, last, "compound")
    parse.pos[given], parse.tag[given] = "PROPN", "NNP"
    parse.lemma[given] = parse.text[given]


def _take_place(parse: Parse, last: int, above: int, dep: str) -> None:
    """Hang a surname where its given name hung as a preposition: before a verb it is the subject,
    or the first of those who are."""
    subject = parse.child(above, *SUBJECTS)
    if above > last and subject is not None and parse.lower[last + 1] == "and":
        move(parse, last, above, parse.dep[subject])
        move(parse, subject, last, "conj")
    elif dep == "prep":
        move(parse, last, above, "nsubj" if above > last else "dobj")
    else:
        move(parse, last, above, dep)
