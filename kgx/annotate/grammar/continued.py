"""Clauses and phrases that go on after "and", and relative clauses whose words parsers misplace.

What is coordinated with what is the parser's guess; a comma, a subject of its own or the verb it
repeats tells better.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.labels import FINITE
from kgx.annotate.grammar.tree import move, opens_at
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_SAID_IN = frozenset({"in", "at", "during", "on", "to", "after", "before"})


def go_on_in_relative(parse: Parse, verb: int) -> None:
    """Coordinate, in place, a verb without a subject with the relative clause that no comma closes
    before it: "opened a hall, which was shut in 2012 and is now a museum".

    Args:
        verb: A conjunct.
    """
    above = parse.head[verb]
    joint = max((c for c in parse.children[above] if parse.dep[c] == "cc" and c < verb), default=-1)
    own = parse.child(verb, "nsubj", "nsubjpass", "csubj", "expl")
    if joint <= above or own is not None or parse.text[joint - 1] in (",", ";", "-", "–", "—"):
        return
    inner = joint - 1
    while parse.dep[inner] != "relcl" and above < parse.head[inner] != inner:
        inner = parse.head[inner]
    pronoun = parse.child(inner, "nsubj", "nsubjpass")
    if parse.dep[inner] != "relcl" or pronoun is None or inner < above:
        return
    if parse.lower[pronoun] in ("which", "who") and parse.text[pronoun - 1] == ",":
        move(parse, joint, inner)
        move(parse, verb, inner)


def go_on_after_aside(parse: Parse, verb: int) -> None:
    """Coordinate, in place, a verb without a subject after a comma with the main verb and not with
    the clause of time or cause before the comma: "sold the mill, a week after the strike ended, and
    | moved to Oslo".

    Args:
        verb: A conjunct.
    """
    aside = parse.head[verb]
    main = parse.head[aside]
    joint = max((c for c in parse.children[aside] if parse.dep[c] == "cc" and c < verb), default=-1)
    own = parse.child(verb, "nsubj", "nsubjpass", "csubj", "expl")
    marked = parse.dep[aside] == "advcl" and parse.child(aside, "mark") is not None
    if not marked or own is not None or joint <= aside or parse.text[joint - 1] != ",":
        return
    if (
        main < aside
        and parse.tag[main] in FINITE
        and parse.child(main, "nsubj", "nsubjpass") is not None
    ):
        move(parse, joint, main)
        move(parse, verb, main)


def go_on_after_infinitive(parse: Parse, verb: int) -> None:
    """Coordinate, in place, a finite verb without a subject with the finite one above an
    infinitive: "elected, the first woman to be so honoured, and | was given a medal".

    Args:
        verb: A conjunct.
    """
    deed = parse.head[verb]
    own = parse.child(verb, "nsubj", "nsubjpass", "csubj", "expl")
    if own is not None or not _has_tense(parse, verb) or parse.tag[deed] != "VB":
        return
    if not any(parse.tag[c] == "TO" and parse.dep[c] == "aux" for c in parse.children[deed]):
        return
    main = parse.head[deed]
    if parse.dep[deed] == "xcomp" and parse.child(main, "auxpass") is not None:
        return  # "is said to be rich and owned ships"
    while parse.head[main] != main and not _has_tense(parse, main):
        main = parse.head[main]
    joint = max((c for c in parse.children[deed] if parse.dep[c] == "cc" and c < verb), default=-1)
    if joint > deed and main < deed and _has_tense(parse, main):
        move(parse, joint, main)
        move(parse, verb, main)


def tell_of_whose(parse: Parse, noun: int) -> bool:
    """Make a clause of its own, in place, of what is told of what something has: "the church, |
    whose tower, built in 1902, was restored"; whether "whose" stands before the noun."""
    if "WP$" not in [parse.tag[c] for c in parse.children[noun]]:
        return False
    verbs = (t for t in range(noun + 1, parse.sent_end[noun]) if parse.dep[t] == "conj")
    verb = next((t for t in verbs if parse.pos[t] in ("VERB", "AUX")), None)
    own = None if verb is None else parse.child(verb, "nsubj", "nsubjpass", "expl", "cc")
    if verb is None or own is not None or parse.text[opens_at(parse, verb) - 1] != ",":
        return True
    passive = parse.child(verb, "auxpass") is not None
    move(parse, verb, parse.head[noun], "relcl")
    move(parse, noun, verb, "nsubjpass" if passive else "nsubj")
    return True


def part_aside(parse: Parse, noun: int) -> None:
    """Loosen, in place, a subject that "and" parts from its verb: "was elected, the first woman
    ever, and | was given a medal"."""
    verb = parse.head[noun]
    joint = parse.children[noun][-1] if parse.children[noun] else noun
    opens = opens_at(parse, noun)
    first = min([verb, *(c for c in parse.children[verb] if c > joint)])
    main = parse.head[verb] if parse.dep[verb] == "conj" else parse.child(verb, "ccomp")
    joined = parse.dep[joint] == "cc" and joint > noun and first == joint + 1
    if main is None or not joined or not opens or parse.text[opens - 1] != ",":
        return
    if main > opens or parse.child(main, "nsubj", "nsubjpass") is None:
        return
    if parse.dep[verb] == "ROOT":
        move(parse, main, main, "ROOT")
        move(parse, verb, main, "conj")
    if parse.dep[verb] == "conj":
        parse.dep[noun] = "dep"


def _has_tense(parse: Parse, verb: int) -> bool:
    """True for "gave", "gives" and "was given"."""
    first = parse.child(verb, "aux", "auxpass")
    return parse.tag[verb if first is None else first] in ("VBD", "VBZ")


def go_on_saying(parse: Parse, verb: int) -> None:
    """Coordinate, in place, a second verb of saying with the first and not with what that says:
    "denied that he had led the gang and | claimed that she had".

    Args:
        verb: A conjunct.
    """
    content = parse.head[verb]
    said = parse.head[content]
    told = parse.lemma[verb] in read_set("verbs.toml", "telling") and parse.tag[verb] == "VBD"
    opened = [parse.child(c, "mark") for c in (content, parse.child(verb, "ccomp") or verb)]
    if _is_no_speaker(parse, content, verb):
        move(parse, verb, said)
        return
    if not told or parse.dep[content] != "ccomp" or content < said or parse.tag[said] != "VBD":
        return
    if [None if m is None else parse.lower[m] for m in opened] != ["that", "that"]:
        return
    had = any(parse.dep[c] == "aux" for c in parse.children[content])
    if had and parse.child(verb, "nsubj", "aux", "auxpass") is None:
        move(parse, verb, said)


def _is_no_speaker(parse: Parse, clause: int, verb: int) -> bool:
    """True where the subject of the clause before "and" cannot say or ask what the verb after it
    does, and the subject above it can: "warned that jobs were at risk and demanded a meeting"."""
    things, above = parse.child(clause, "nsubj", "nsubjpass"), parse.head[clause]
    speaker = parse.child(above, "nsubj")
    speaks = parse.lemma[verb] in read_set("verbs.toml", "telling", "asking")
    if things is None or speaker is None or not speaks or above > clause:
        return False
    if parse.dep[clause] not in ("ccomp", "advcl") or parse.child(verb, "nsubj", "aux") is not None:
        return False
    return not _may_speak(parse, things) and _may_speak(parse, speaker)


def _may_speak(parse: Parse, noun: int) -> bool:
    """True for names, pronouns for people, and nouns for persons and bodies."""
    named = parse.tag[noun] in ("NNP", "NNPS", "PRP", "WP")
    return named or type_of_noun(parse.lemma[noun].lower()) in ("person", "organization")


def go_on_blaming(parse: Parse, participle: int) -> None:
    """Hang a participle of saying, in place, on who says what is before it and not on that: "said
    it would close the mill, | blaming its costs".

    Args:
        participle: A clause of another.
    """
    content = parse.head[participle]
    said = parse.head[content]
    telling = read_set("verbs.toml", "telling")
    speaks = parse.lemma[participle] in telling | read_set("verbs.toml", "citing")
    reported = parse.dep[content] == "ccomp" and said < content < participle
    bare = parse.child(participle, "mark", "nsubj", "aux") is None
    apart = parse.text[participle - 1] == "," and parse.lemma[said] in telling
    if reported and speaks and bare and apart:
        move(parse, participle, said)


def go_on_with_same(parse: Parse, preposition: int) -> None:
    """Coordinate, in place, a preposition with the one like it before: "served as mayor from 1990
    to 1994 and as governor".

    Args:
        preposition: A conjunct.
    """
    near = parse.head[preposition]
    word = parse.lower[preposition]
    if parse.pos[near] == "VERB":
        _join_to_same(parse, preposition)
        return
    if parse.dep[near] != "prep" or parse.lower[near] == word or parse.pos[preposition] != "ADP":
        return
    beside = [c for c in parse.children[parse.head[near]] if c < near and parse.dep[c] == "prep"]
    first = next((c for c in beside if parse.lower[c] == word), None)
    joint = parse.child(near, "cc")
    if first is not None:
        move(parse, preposition, first)
        if joint is not None and joint < preposition:
            move(parse, joint, first)


def _join_to_same(parse: Parse, preposition: int) -> None:
    """Hang on the preposition like it before, in place, one that a parser joins to the verb: "lived
    first in Oslo and then | in Lund"."""
    verb, word = parse.head[preposition], parse.lower[preposition]
    before = [c for c in parse.children[verb] if verb < c < preposition]
    same = [c for c in before if parse.dep[c] == "prep" and parse.lower[c] == word]
    joints = [c for c in before if parse.dep[c] == "cc"]
    if same and joints and same[-1] < joints[-1]:
        move(parse, joints[-1], same[-1])
        move(parse, preposition, same[-1])


def hand_down(parse: Parse, which: int) -> None:
    """Give a relative pronoun, in place, to the deed that is still to be done: "a merger | which
    they have yet to approve"."""
    have = parse.head[which]
    deed = parse.child(have, "xcomp") if parse.lemma[have] == "have" else None
    if deed is None or parse.tag[which] not in ("WDT", "WP") or which > have:
        return
    if parse.tag[deed] == "VB" and parse.child(deed, "dobj") is None:
        move(parse, which, deed)


def lift_content(parse: Parse, verb: int) -> None:
    """Hang on a verb of saying the that-clause that the parser hung on where it was said: "said in
    a letter that the mill had closed", "told staff in a letter that"."""
    mark = parse.children[verb][0] if parse.children[verb] else verb
    noun = parse.head[verb]
    prep = parse.head[noun]
    above = parse.head[prep]
    said = parse.dep[mark] == "mark" and parse.lower[mark] == "that" and noun < mark
    where = parse.dep[noun] == "pobj" and parse.lower[prep] in _SAID_IN
    if not (
        said and where and parse.lemma[above] in read_set("verbs.toml", "telling", "telling_whom")
    ) or parse.lemma[noun] in read_set("noun_ties.toml", "holding"):
        return
    whom = parse.lemma[above] in read_set("verbs.toml", "telling_whom")
    full = {"ccomp", "xcomp"} if whom else {"ccomp", "xcomp", "dobj"}
    taken = {parse.dep[c] for c in parse.children[above]} & full
    if parse.dep[prep] == "prep" and above < prep and not taken:
        move(parse, verb, above, "ccomp")
