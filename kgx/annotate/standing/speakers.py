"""Who says what a clause of saying governs, and how far a report goes (Pareti 2015)."""

from kgx.annotate.clauses.stand_ins import antecedent
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.standing.gathered import Standing
from kgx.annotate.standing.moods import has_condition
from kgx.annotate.words.lexicon import Lexicon
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

_STEPS = 40  # verbs climbed to find who speaks


def attribute(parse: Parse, verb: int, found: Standing) -> None:
    """The subject of the verb nearest to the clause says so."""
    if found.speaker is None:
        found.speaker = _sayer(parse, verb)


def _sayer(parse: Parse, verb: int) -> int | None:
    """The head of who says; of a passive ("X was told by Y that"), the agent."""
    agent = parse.child(verb, "agent")
    if agent is not None:
        return parse.child(agent, "pobj")
    bare = parse.tag[verb] == "VBN" and parse.child(verb, "aux") is None
    cut = bare and parse.dep[verb] in ("advcl", "acl")
    passive = parse.child(verb, "auxpass") is not None
    if cut or (passive and parse.dep[verb] != "pcomp"):
        return None  # "she was asked to leave", "a woman asked to go": nobody says by whom
    said = verb
    for _ in range(_STEPS):
        named = [c for c in parse.children[verb] if parse.dep[c] == "nsubj"]
        if named:
            return _own_sayer(parse, named[-1], said, verb)  # "which Orbis says"
        if parse.dep[verb] == "pcomp":
            verb = parse.head[verb]  # "praised the bridge by saying that"
            quoted = parse.child(parse.head[verb], "dobj")
            if parse.lower[verb] == "as" and quoted is not None:
                return quoted  # "quotes Lind as saying that"
        if parse.dep[verb] in ("conj", "advcl", "xcomp", "prep") and parse.head[verb] != verb:
            verb = parse.head[verb]
        elif parse.dep[verb] in ("acl", "relcl"):
            return parse.head[verb]
        else:
            return None
    return None


def _own_sayer(parse: Parse, subject: int, said: int, verb: int) -> int | None:
    """Who the subject of a verb is, if that may say something: "Ann Lind, *who* said that".

    Args:
        said: The verb of saying, which the other one may bear.
    """
    if parse.lower[subject] == "who":
        noun = antecedent(parse, verb)
        return subject if noun is None else _person_by(parse, noun)
    return subject if _is_somebody(parse, subject, said, verb) else None


def _person_by(parse: Parse, noun: int) -> int:
    """Who "who" is, where the parser hangs its clause on a name that a person stands by: "Ann Lind
    of Orbis, who", "an expert at Lund University, who"."""
    above = parse.head[parse.head[noun]]
    by = parse.dep[noun] == "pobj" and parse.lower[parse.head[noun]] in ("of", "at", "from")
    person = parse.tag[above] == "NNP" or type_of_noun(parse.lemma[above].lower()) == "person"
    return above if by and person and parse.tag[noun] == "NNP" else noun


def _is_somebody(parse: Parse, subject: int, said: int, verb: int) -> bool:
    """True for who may say something: "it" may where it does the saying itself, "It said that";
    not in "it is fair to say that".

    Args:
        said: The verb of saying.
        verb: The one above it that the subject belongs to.
    """
    if parse.lower[subject] == "it":
        telling = read_set("verbs.toml", "telling", "speaking")
        return said == verb and parse.lemma[verb] in telling
    return parse.lower[subject] not in ("which", "that")


def is_hearsay(parse: Parse, lexicon: Lexicon, here: int, verb: int) -> bool:
    """True for what is said by nobody in particular: "that she left was often repeated"."""
    if "established" in lexicon.verbs.get(parse.lemma[verb], ()):
        return False
    if any(lexicon.modals.get(parse.lower[c]) == "demanded" for c in parse.children[verb]):
        return False  # "it must be said that"
    impersonal = parse.child(verb, "auxpass") is not None and parse.child(verb, "agent") is None
    return impersonal or parse.dep[here] in ("csubj", "csubjpass")


def is_backshifted(parse: Parse, here: int, verb: int) -> bool:
    """True for the "would" that "will" becomes after a past verb of saying."""
    joined = [here, *(c for c in parse.children[here] if parse.dep[c] == "conj")]
    past = verb  # "said so, adding that", "quoted her as saying that"
    while parse.tag[verb] == "VBG" and parse.dep[past] in ("advcl", "pcomp", "prep"):
        past = parse.head[past]
    return (
        parse.tag[past] in ("VBD", "VBN")
        and any(
            parse.dep[c] == "aux" and parse.lower[c] in ("would", "'d", "’d")
            for one in joined
            for c in parse.children[one]
        )
        and not has_condition(parse, here)
    )
