"""Verbs and prepositions that lack what the parser gave to the word beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.labels import FINITE, NOUN_SUBJECTS, SUBJECTS
from kgx.annotate.grammar.tree import first_below, last_below, move
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB", "IN"})
"""Tags of words that open a relative clause, "that" among them."""
_CLOSERS = (",", "-", "–", "—")


def give_subject(parse: Parse, fronted: int) -> None:
    """Make the object of a clause before its main verb, in place, the subject that this verb lacks:
    "After Max died | his widow ran it" (Bever 1970).

    Args:
        fronted: The verb of an adverbial clause.
    """
    verb, guest = parse.head[fronted], parse.child(fronted, "dobj")
    if guest is None or not fronted < guest < verb or parse.tag[verb] not in ("VBD", "VBZ"):
        return
    if parse.dep[fronted] != "advcl" or parse.child(fronted, "mark", "advmod") is None:
        return
    own = any(parse.dep[c] in SUBJECTS for c in parse.children[verb])
    last = last_below(parse, guest)
    near = all(parse.head[t] == verb for t in range(last + 1, verb))
    shut = parse.text[verb - 1] in _CLOSERS and parse.child(guest, "appos") is None
    if near and not (own or shut) and last_below(parse, fronted) == last:
        passive = parse.child(verb, "auxpass") is not None
        move(parse, guest, verb, "nsubjpass" if passive else "nsubj")


def give_root(parse: Parse, verb: int) -> None:
    """Make the verb of its sentence, in place, of one that a parser hangs on the noun of a
    preposition that nothing else is said of: "After the war | she led Orbis".

    Args:
        verb: The verb of a relative clause.
    """
    noun = parse.head[verb]
    opening = parse.head[noun]
    alone = parse.head[opening] == opening == parse.sent[verb] and parse.dep[noun] == "pobj"
    told = [c for c in parse.children[verb] if parse.dep[c] in SUBJECTS and c < verb]
    joined = any(parse.tag[t] in _RELATIVES for t in range(noun + 1, verb))
    if not alone or joined or not told or parse.tag[verb] not in FINITE:
        return
    dep = parse.dep[opening]
    move(parse, verb, verb, dep)
    move(parse, opening, verb, "prep")
    for c in [c for c in parse.children[opening] if c > noun]:
        move(parse, c, verb)


def give_second(parse: Parse, verb: int) -> None:
    """Make the noun right before a verb, in place, the subject that it lacks, where the parser
    coordinates it with an object: "bought the mill and | the farm burned down".

    Args:
        verb: A finite conjunct, or what the parser hangs on the first verb as a clause.
    """
    first, last = parse.head[verb], verb - 1
    if any(parse.dep[c] in SUBJECTS or c < verb for c in parse.children[verb]):
        return
    apart = parse.text[last] == ","
    noun = last - apart
    while first < parse.head[noun] < noun and parse.dep[noun] != "conj":
        noun = parse.head[noun]
    above = parse.head[noun]
    joint = [c for c in parse.children[above] if parse.dep[c] == "cc" and above < c < noun]
    own = parse.tag[noun] == "NNP" or parse.child(noun, "det", "poss") is not None
    if parse.dep[noun] != "conj" or not joint or not own or not first < above < noun:
        return
    owned = parse.dep[above] == "pobj" and parse.child(noun, "poss") is not None
    if (owned or parse.dep[above] in ("dobj", "attr")) and apart == (
        parse.child(noun, "appos") is not None
    ):
        move(parse, joint[-1], first)
        move(parse, noun, verb, "nsubj")
        parse.dep[verb] = "conj"


def tie_of_which(parse: Parse, verb: int) -> None:
    """Hang on the noun before its comma, in place, the clause of a noun "of which" that a parser
    hangs on the verb before: "lies in Peru, | the capital of which is Lima"."""
    subject = parse.child(verb, *SUBJECTS)
    which = None if subject is None else parse.below(subject, "of")
    if subject is None or which is None or parse.lower[which] not in ("which", "whom"):
        return
    noun = first_below(parse, subject) - 2
    if noun >= 0 and parse.text[noun + 1] == "," and parse.pos[noun] in ("NOUN", "PROPN"):
        move(parse, verb, noun, "relcl")


def give_of_which(parse: Parse, verb: int) -> None:
    """Hang "of which" on the noun that it asks for, in place, where a parser hangs it on "is":
    "Orbis, of which she is | a director"."""
    role = parse.child(verb, "attr") if parse.lemma[verb] == "be" else None
    of = next((c for c in parse.children[verb] if parse.lower[c] == "of" and c < verb), None)
    which = None if of is None else parse.child(of, "pobj")
    if role is None or of is None or which is None or parse.below(role, "of") is not None:
        return
    if parse.lower[which] in ("which", "whom") and parse.pos[role] == "NOUN":
        move(parse, of, role, "prep")


def give_passive(parse: Parse, verb: int) -> None:
    """Make a second verb passive as the first is, in place, where its object is what somebody is
    made: "was awarded the prize and | elected a fellow".

    Args:
        verb: A finite conjunct.
    """
    first, office = parse.head[verb], parse.child(verb, "dobj", "oprd")
    who = parse.child(first, *SUBJECTS) if parse.child(first, "auxpass") is not None else None
    if who is None or office is None or parse.lemma[verb] not in read_set("verbs.toml", "making"):
        return
    bare = all(parse.dep[c] not in (*SUBJECTS, "aux", "neg") for c in parse.children[verb])
    one = [c for c in parse.children[office] if parse.dep[c] in ("det", "poss", "nummod")]
    single = all(parse.lower[c] in ("a", "an") for c in one) and parse.tag[office] in ("NN", "NNP")
    person = parse.tag[who] == "PRP" or (
        parse.tag[who] == "NNP"
        and parse.child(who, "det") is None
        and type_of_noun(parse.lower[who]) != "organization"
    )
    held = _is_held(parse, office)
    honour = parse.text[office] in read_set("names.toml", "degrees")  # "and appointed OBE"
    if bare and person and ((single and held) or honour):
        parse.tag[verb], parse.dep[office] = "VBN", "oprd"


def _is_held(parse: Parse, office: int) -> bool:
    """True for what persons are made: "a fellow", "a life peer"."""
    held = type_of_noun(parse.lemma[office].lower()) == "person"
    return held or parse.lemma[office] in read_set("verbs.toml", "made_of_persons")


def make_opener(parse: Parse, verb: int) -> None:
    """Let a participle that opens a sentence tell what its subject was made, in place: "Elected a
    fellow in 1990, she left"."""
    _free_opener(parse, verb)
    office = parse.child(verb, "dobj")
    bare = parse.child(verb, *SUBJECTS, "aux", "auxpass", "mark") is None
    opens = parse.tag[verb] == "VBN" or (parse.tag[verb] == "VBD" and verb == parse.sent[verb])
    if not opens or verb > parse.head[verb] or not bare or office is None:
        return
    made = parse.lemma[verb] in read_set("verbs.toml", "making") or parse.lemma[verb] == "create"
    one = [c for c in parse.children[office] if parse.dep[c] in ("det", "poss", "nummod")]
    single = all(parse.lower[c] in ("a", "an") for c in one) and parse.tag[office] == "NN"
    if made and single and _is_held(parse, office):
        parse.dep[office], parse.tag[verb] = "oprd", "VBN"


def describe_subject(parse: Parse, noun: int) -> None:
    """Let a noun that opens a clause describe the pronoun right behind its comma, in place, which
    it tells no circumstance of: "a niece of Ida Berg, | she"."""
    who = parse.child(parse.head[noun], *NOUN_SUBJECTS)
    if who is None or parse.pos[noun] != "NOUN" or parse.child(noun, "det") is None:
        return
    bare = parse.child(noun, *SUBJECTS, "mark", "aux", "prep") in (None, noun + 1)
    behind = parse.tag[who] == "PRP" and parse.text[who - 1] == "," and noun < who
    typed = type_of_noun(parse.lemma[noun].lower()) is not None  # not "the next day"
    if bare and behind and typed and last_below(parse, noun) in (who - 2, who - 1):
        move(parse, noun, who, "appos")


def _free_opener(parse: Parse, verb: int) -> None:
    """Hang a participle that opens a sentence on its verb, in place, where a parser makes it a word
    of the office: "*Appointed* director in 1990, she"."""
    office = parse.head[verb]
    opens = verb == parse.sent[verb] and parse.dep[verb] == "amod" and office == verb + 1
    if opens and parse.dep[office] == "advcl" and parse.pos[office] == "NOUN":
        move(parse, verb, parse.head[office], "advcl")
        move(parse, office, verb, "dobj")


def part_kin(parse: Parse, noun: int) -> None:
    """Let nobody be two kin, in place: "her father was an engineer and | her mother, Ida, a nurse".

    Args:
        noun: A conjunct.
    """
    attr = parse.head[noun]
    verb = parse.head[attr]
    if any(parse.dep[c] == "conj" and c > noun for c in parse.children[verb]):
        return  # "and her mother, Ida, was a nurse"
    kin = parse.lemma[noun] in read_set("roles.toml", "kin", "anybody") and parse.child(
        noun, "poss"
    )
    article = parse.child(attr, "det")
    if kin and parse.dep[attr] == "attr" and article is not None and parse.lower[article] in "an":
        move(parse, noun, verb, "dep")


def turn_located(parse: Parse, preposition: int) -> None:
    """Make a subject, in place, of what is somewhere: "Above the town rises | Mount Vrh"."""
    verb = parse.head[preposition]
    place, thing = parse.child(verb, "nsubj"), parse.child(verb, "dobj")
    if place is None or thing is None or parse.children[preposition] or not place < verb < thing:
        return
    stands = parse.lemma[verb] in read_set("verbs.toml", "standing")
    if stands and first_below(parse, place) == preposition + 1:
        move(parse, place, preposition, "pobj")
        move(parse, thing, verb, "nsubj")


def hang_fronted(parse: Parse, preposition: int) -> None:
    """Hang on the verb of its clause, in place, a preposition with a relative pronoun that opens
    it: "| to whom she sold the mill"; after "be" on the adjective: "to whom she is | married"."""
    whom, verb = parse.child(preposition, "pobj"), parse.head[preposition]
    if whom is None or parse.tag[whom] not in ("WP", "WDT") or verb < preposition:
        return
    while parse.pos[verb] not in ("VERB", "AUX") and parse.head[verb] not in (verb, preposition):
        verb = parse.head[verb]
    told = parse.child(verb, "acomp") if parse.lemma[verb] == "be" else None
    if verb > preposition and parse.pos[verb] in ("VERB", "AUX"):
        move(parse, preposition, verb if told is None else told, "prep")


def give_body(parse: Parse, of: int) -> None:
    """Hang after "of", in place, the body whose word the parser makes of the person before it: "by
    Ann Lind of | Lund University"."""
    person = parse.head[of]
    if parse.dep[person] != "nmod":
        return
    body, first = parse.head[person], parse.child(of, "pobj")
    apart = person < of < body and first in (None, body - 1)
    named = parse.tag[person] == parse.tag[body] == "NNP"
    if parse.dep[of] != "prep" or not apart or not named:
        return
    office = type_of_noun(parse.lower[person]) == "person"  # no "Chamber of Trade Board"
    if parse.child(body, "det") is not None and not office:
        return
    if first is not None:  # "of Lund | University"
        move(parse, first, body, "compound")
    above, dep = parse.head[body], parse.dep[body]
    move(parse, person, person if above == body else above, dep)
    for c in [c for c in parse.children[body] if c < person]:
        move(parse, c, person)
    move(parse, body, of, "pobj")
