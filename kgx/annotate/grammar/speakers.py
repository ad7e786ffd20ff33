"""Who says what a sentence says, where a parser makes part of it of them: "will sell the mill,
the two firms said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.tree import first_below, last_below, last_word, move, opens_at, root_of
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_NOUNS = ("NOUN", "PROPN")


def turn_speaker(parse: Parse, verb: int) -> None:
    """Make a clause, in place, of who says something after it where a parser takes them for one
    more object: "sold the mill to Helix, | the two firms said"."""
    speaker = parse.head[verb]
    above = parse.head[speaker]
    opens = opens_at(parse, speaker)
    told = (
        parse.lemma[verb] in read_set("verbs.toml", "telling")
        and parse.child(verb, "agent", "auxpass") is None
    )
    more = parse.dep[speaker] in ("dobj", "npadvmod", "dep") and parse.dep[above] == "ROOT"
    if not told or not more or verb != speaker + 1 or parse.text[opens - 1] != ",":
        return
    if parse.dep[speaker] == "dobj" and parse.child(above, "dobj") in (None, speaker):
        return
    if last_below(parse, verb) < last_word(parse, verb) - 1:
        return
    move(parse, speaker, verb, "nsubj")
    _say(parse, verb, above)
    parse.tag[verb] = "VBD"


def turn_said(parse: Parse, verb: int) -> None:
    """Make a clause, in place, of who says something after a comma where a parser takes that for
    what the noun before it is told of: "will cut 40 jobs, | its chair Ann Lind said"."""
    speaker, clause = parse.child(verb, "nsubj"), root_of(parse, verb)
    told = parse.lemma[verb] in read_set("verbs.toml", "telling") and parse.tag[verb] == "VBD"
    if not told or speaker is None or speaker > verb or parse.pos[clause] not in ("VERB", "AUX"):
        return
    opens = first_below(parse, speaker)
    before = all(c >= opens or parse.dep[c] == "punct" for c in parse.children[verb])
    object_ = parse.child(verb, "dobj", "ccomp", "xcomp")
    ends = last_below(parse, verb) >= last_word(parse, verb) - 1
    if clause < opens and parse.text[opens - 1] == "," and before and object_ is None and ends:
        _say(parse, verb, clause)


def _say(parse: Parse, verb: int, clause: int) -> None:
    """Make a verb that says a clause before it the root of a sentence, in place."""
    move(parse, verb, verb, "ROOT")
    for c in [c for c in parse.children[clause] if c > verb]:
        move(parse, c, verb)
    move(parse, clause, verb, "ccomp")


def give_speaker(parse: Parse, clause: int) -> None:
    """Give a verb of saying its subject, in place, that a parser makes part of what is said: "will
    close its mill in Lyon, | its chair, Karl Hale, | said"."""
    said = parse.head[clause]
    told = parse.lemma[said] in read_set("verbs.toml", "telling") and parse.tag[said] == "VBD"
    if not told or clause > said or parse.child(said, "nsubj") or parse.text[said - 1] != ",":
        return
    for noun in range(clause, said - 1):
        if parse.dep[noun] not in ("appos", "conj") or parse.pos[noun] not in _NOUNS:
            continue
        opens = opens_at(parse, noun)
        person = type_of_noun(parse.lemma[noun].lower()) == "person" or _is_named_tie(parse, noun)
        plain = not any(parse.dep[c] in ("cc", "conj") for c in parse.children[noun])
        if person and plain and parse.text[opens - 1] == "," and _ends_at(parse, noun, said - 2):
            move(parse, noun, said, "nsubj")
            return


def _is_named_tie(parse: Parse, noun: int) -> bool:
    """True for what somebody named is to what was spoken of: "its owner, Ann Lind"."""
    owner, name = parse.child(noun, "poss"), parse.child(noun, "appos")
    own = owner is not None and parse.pos[owner] == "PRON"
    return own and name is not None and parse.tag[name] == "NNP"


def _ends_at(parse: Parse, noun: int, last: int) -> bool:
    """True if a phrase ends at a token, or at the comma after it."""
    end = last_below(parse, noun)
    return end - (parse.text[end] == ",") == last
