"""What the words above a clause do to its standing.

At each step up the dependency tree the word above is asked what it does to the word below, after
the signatures of implicative and factive verbs (Karttunen 2012; TruthTeller, Lotan et al. 2013) and
the attribution spans of PARC (Pareti 2015).
"""

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause
from kgx.annotate.standing.adverbials import under_main_clause
from kgx.annotate.standing.gathered import Standing
from kgx.annotate.standing.nouns import judge_under_noun
from kgx.annotate.standing.speakers import attribute
from kgx.annotate.standing.verb_words import inherit, kinds_of
from kgx.annotate.standing.verbs import after_verb_preposition, asks, deed_as_subject, under_verb
from kgx.annotate.standing.words import mark_adjective
from kgx.annotate.words.lexicon import Lexicon
from kgx.annotate.words.wordlists import read_set

_STEPS = 40  # a clause nested deeper inherits no more


def climb(parse: Parse, lexicon: Lexicon, clause: Clause, found: Standing) -> None:
    """Gather what the words above the clause do to it.

    ``tied`` is True while the clause shares the fate of what is above it (complements); once a
    clause is left that only modifies (a relative clause, "after signing"), what is above still
    tells who speaks, no longer whether it holds.
    """
    here, tied = clause.head, True
    if clause.kind in ("role", "apposition", "possessive", "inclusion"):
        tied, found.described = False, True
    for _ in range(_STEPS):
        if _is_said_beside(parse, here):
            return
        _hear(parse, here, found)
        above = parse.head[here]
        if above == here:
            return
        found.described |= parse.dep[here] == "relcl" and _is_granted(parse, above)
        tied = _step(parse, lexicon, here, above, found, tied)
        here = above


def _is_granted(parse: Parse, noun: int) -> bool:
    """True for what is known to be there: not "a firm that owns it", and not the noun of a cleft,
    "it was | Ann Lind | who left"."""
    verb, article = parse.head[noun], parse.child(noun, "det")
    subject = parse.child(verb, "nsubj")
    it = subject is not None and parse.lower[subject] == "it" and parse.dep[noun] == "attr"
    return not it and (article is None or parse.lower[article] in ("the", "this", "that", "these"))


def _hear(parse: Parse, verb: int, found: Standing) -> None:
    """Who says so where a verb of saying stands beside: "He left, | Ann Lind said, | in May"."""
    for c in parse.children[verb] if found.speaker is None else ():
        if _is_said_beside(parse, c):
            attribute(parse, c, found)


def _is_said_beside(parse: Parse, verb: int) -> bool:
    """True for a verb of saying with a subject and nothing that it says below it."""
    said = parse.dep[verb] == "parataxis" and parse.lemma[verb] in read_set("verbs.toml", "telling")
    return (
        said
        and parse.child(verb, "nsubj") is not None
        and parse.child(verb, "ccomp", "dobj", "xcomp") is None
    )


def _step(
    parse: Parse, lexicon: Lexicon, here: int, above: int, found: Standing, tied: bool
) -> bool:
    dep = parse.dep[here]
    if _stands_apart(parse, lexicon, here, above):
        return False
    if parse.pos[above] in ("VERB", "AUX"):
        return _step_to_verb(parse, lexicon, here, above, found, tied)
    if dep in ("xcomp", "prep", "advcl") and parse.pos[above] in ("ADJ", "ADV"):
        if tied:
            _under_adjective(parse, lexicon, here, above, found)
        return tied
    if dep in ("acl", "ccomp", "relcl", "prep") and tied:
        return judge_under_noun(parse, lexicon, here, above, found)
    if dep == "pcomp" and asks(parse, here):
        return False  # "cannot say how it failed"
    if dep == "pcomp" and tied:
        _under_preposition(parse, lexicon, above, found)
    return tied and dep in ("acomp", "conj", "pobj", "pcomp")


def _step_to_verb(
    parse: Parse, lexicon: Lexicon, here: int, verb: int, found: Standing, tied: bool
) -> bool:
    dep = parse.dep[here]
    if dep in ("ccomp", "xcomp", "csubj", "csubjpass", "oprd", "dobj", "parataxis"):
        return under_verb(parse, lexicon, here, verb, found, tied)
    if dep == "advcl":
        return under_main_clause(parse, lexicon, here, verb, found, tied)
    if dep == "acomp" and tied:
        inherit(parse, lexicon, verb, found)
    if dep in ("conj", "acomp"):
        found.negative ^= tied and _is_rather(parse, here, verb)
        return tied
    if dep == "prep" and tied:
        return after_verb_preposition(parse, lexicon, here, verb, found)
    if dep in ("nsubj", "nsubjpass") and tied:
        return deed_as_subject(parse, lexicon, here, verb, found)
    return False


def _under_preposition(parse: Parse, lexicon: Lexicon, preposition: int, found: Standing) -> None:
    """A deed after a preposition: "instead of selling", "far from selling"."""
    before = (c for c in parse.children[preposition] if c < preposition)
    said = {k for t in (preposition, *before) for k in lexicon.markers.get(parse.lower[t], ())}
    pair = parse.lower[max(preposition - 1, 0) : preposition + 1]
    verb = parse.lemma[parse.head[parse.head[preposition]]]
    off = pair == ["out", "of"] and verb in read_set("verbs.toml", "dissuading")
    found.negative ^= off or pair == ["far", "from"] or "negative_prepositions" in said
    if parse.lower[preposition] == "against":
        found.weaken("possible")  # "voted against raising it"


def _under_adjective(
    parse: Parse, lexicon: Lexicon, here: int, adjective: int, found: Standing
) -> None:
    """A complement of an adjective: "is able to sell", "close to buying"."""
    kinds = lexicon.adjectives.get(parse.lower[adjective], ())
    if parse.dep[here] != "prep" and any(
        parse.lower[c] == "too" for c in parse.children[adjective]
    ):
        found.negative = not found.negative  # "too old to sail"
        return
    if parse.dep[here] == "prep" and "missing" in kinds:
        found.negative = not found.negative
        return
    if parse.dep[here] == "prep" and "nearing" in kinds:
        found.weaken("planned")
        return
    mark_adjective(lexicon, parse.lemma[adjective], found)
    if "demanded" in kinds:
        found.weaken("demanded")


def _is_rather(parse: Parse, here: int, above: int) -> bool:
    """True for the second verb of "repair it rather than replace it"."""
    joints = [c for c in parse.children[above] if parse.dep[c] == "cc" and above < c < here]
    return any(parse.lower[c - 1 : c + 1] == ["rather", "than"] for c in joints)


def _stands_apart(parse: Parse, lexicon: Lexicon, here: int, above: int) -> bool:
    """True for a sentence of its own that the parser ties to the one after it: "It rained, no one
    came."; not for what is said or thought: "It rained, she said."."""
    if here > above or parse.dep[here] not in ("ccomp", "parataxis"):
        return False
    thinks = kinds_of(parse, lexicon, above) & {"saying", "denying", "planned", "possible"}
    return (
        parse.lower[parse.right[here] + 1 : parse.right[here] + 2] in ([";"], [":"])
        or not thinks
        or ("saying" not in thinks and parse.child(above, "xcomp", "attr") is not None)
    )
