"""Participles in brackets behind what they tell of: "Orbis (founded in 1990)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.labels import NOUN_SUBJECTS, SUBJECTS
from kgx.annotate.grammar.tree import move

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse


def keep_in_bracket(parse: Parse, verb: int) -> None:
    """Hang a participle in brackets, in place, on the noun before them: "runs Orbis (founded in
    1990)"."""
    noun = verb - 2
    if parse.text[verb - 1] != "(" or noun < 0 or parse.head[verb] >= noun:
        return
    own = any(parse.dep[c] in (*SUBJECTS, "mark", "aux") for c in parse.children[verb])
    if parse.tag[verb] == "VBN" and parse.pos[noun] in ("NOUN", "PROPN") and not own:
        move(parse, verb, noun, "acl")


def free_from_bracket(parse: Parse, subject: int) -> None:
    """Give a subject, in place, to the verb behind the brackets, where the parser takes for it a
    participle inside them: "Ann Lind (Anne in Danish; | born in 1950) is a chemist"."""
    verb, behind = parse.head[subject], subject + 1
    bracket = parse.text[behind : behind + 1] == ["("]
    if parse.tag[verb] != "VBN" or not bracket or parse.text[verb - 1] != ";":
        return
    closes = next((t for t in range(verb, parse.sent_end[verb]) if parse.text[t] == ")"), verb)
    main = next((c for c in parse.children[verb] if c > closes and parse.dep[c] == "conj"), None)
    bare = parse.child(verb, "aux", "auxpass") is None and ")" not in parse.text[behind:verb]
    if main is None or not bare or parse.child(main, *NOUN_SUBJECTS, "cc") is not None:
        return
    above, label = parse.head[verb], parse.dep[verb]
    move(parse, main, main if above == verb else above, label)
    passive = parse.child(main, "auxpass") is not None
    move(parse, subject, main, "nsubjpass" if passive else "nsubj")
    for c in [c for c in parse.children[verb] if c > closes]:
        move(parse, c, main)
    move(parse, verb, subject, "acl")
