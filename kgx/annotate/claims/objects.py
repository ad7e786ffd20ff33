"""What the object of a verb is to it: who acts, what is made, where it is done."""

from kgx.annotate.claims.classes import is_trade
from kgx.annotate.claims.drafts import Context
from kgx.annotate.claims.referents import End, load_concept_words
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.words.noun_kinds import is_kind_of
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set


def is_verdict(base: str, marker: str, part: Phrase) -> bool:
    """True for what "called the deal a blow to Orbis" says of the deal."""
    made = base in read_set("verbs.toml", "making")
    return bool(marker) or (part.role == "complement" and not made)


def what_is_made(clause: Clause, part: Phrase) -> Phrase | None:
    """The object that a complement tells of: "made | Helix | the largest brewer"."""
    if part.role != "complement":
        return None
    return next((p for p in clause.arguments if p.role == "object" and not p.marker), None)


def hands_deed_on(context: Context, clause: Clause, base: str) -> bool:
    """True where the object of a verb does the verb below it: "kept the milk from turning"."""
    parse = context.referents.parse
    return base in read_set("verbs.toml", "moving") and any(
        parse.dep[c] in ("xcomp", "ccomp")
        or (parse.dep[c] == "prep" and parse.child(c, "pcomp") is not None)
        for c in parse.children[clause.head]
    )


def is_where(marker: str, theme: End | None, other: End) -> bool:
    """True where the subject did something to what is no single thing: "studied law at Lund"."""
    common = theme is not None and theme.type == "concept"
    return common and marker == "at" and other.type in ("organization", "facility", "place")


def can_act(parse: Parse, head: int, thing: End) -> bool:
    """True for persons and bodies, by what they are or what they are called."""
    able, noun = ("person", "organization", "group"), parse.lemma[head].lower()
    return thing.type in able or type_of_noun(noun) in able or is_trade(noun)


def is_property(thing: End, marker: str, owner: End) -> bool:
    """True for things after which "belong to" names a body: the gold of Orbis is no part of it, as
    a club of a league is."""
    things = ("product", "work", "facility", "concept")
    return marker == "to" and thing.type in things and owner.type == "organization"


def researches(context: Context, clause: Clause, base: str, theme: End | None) -> bool:
    """True for "studies whales at Lund" and "studied photosynthesis at the Hale Institute", which
    tell no education."""
    if base != "study" or theme is None:
        return False
    parse = context.referents.parse
    now = parse.tag[clause.head] in ("VBZ", "VBP")
    things = [p.head for p in clause.arguments if p.role == "object" and not p.marker]
    things += [of for thing in things if (of := parse.below(thing, "of")) is not None]
    return now or any(_is_of_nature(parse.lemma[t].lower()) for t in things)


def _is_of_nature(noun: str) -> bool:
    """True for what is studied and taught under no name of its own: a bird, erosion, a star."""
    return any(is_kind_of(noun, kind) for kind in read_set("noun_ties.toml", "of_nature"))


def degree(context: Context, clause: Clause) -> str:
    """ "degree" where the object of a verb is one that was studied for."""
    parse = context.referents.parse
    thing = next((p.head for p in clause.arguments if p.role == "object" and not p.marker), None)
    if thing is None or parse.lemma[thing].lower() not in load_concept_words()["degrees"]:
        return ""
    given = any(parse.lower[c] == "honorary" for c in parse.children[thing])
    return "honorary degree" if given else "degree"


def is_shared_sum(parse: Parse, clause: Clause, thing: End) -> bool:
    """True for the amount in "Orbis and Helix hold 62% of it", which neither of them does alone."""
    own = parse.child(clause.head, "nsubj")
    joined = own is not None and parse.child(own, "conj") is not None
    each = {parse.lower[t] for t in parse.children[clause.head]} & {"each", "both"}
    return thing.iri is None and thing.amount is not None and joined and not each


def common_noun(parse: Parse, head: int) -> str:
    """The lemma of a common noun, empty for anything else."""
    noun = parse.lemma[head].lower() if parse.tag[head] in ("NN", "NNS") else ""
    return "" if noun in read_set("nouns.toml", "pronouns") else noun


def is_part_seat(parse: Parse, noun: int) -> bool:
    """True for a seat of a part of a body, "its *US headquarters*", which is none of the whole."""
    if parse.lemma[noun].lower() != "headquarters":
        return False
    before = {parse.lower[c] for c in parse.children[noun] if parse.dep[c] in ("amod", "compound")}
    return not before <= read_set("noun_ties.toml", "whole")
