"""What the words above a clause do to its standing.

At each step up the dependency tree the word above is asked what it does to the word below, after
the signatures of implicative and factive verbs (Karttunen 2012; TruthTeller, Lotan et al. 2013) and
the attribution spans of PARC (Pareti 2015).
"""

from kgx.annotate.lexicon import Lexicon
from kgx.annotate.parse import Parse
from kgx.annotate.parts import Clause
from kgx.annotate.reader import is_extracted, is_infinitive, is_late
from kgx.annotate.standing_nouns import judge_under_noun
from kgx.annotate.standing_words import (
    Standing,
    has_condition,
    is_denied,
    is_trying,
    is_yet_to,
    kinds_of,
    mark_adjective,
    verb_words,
)
from kgx.annotate.wordlists import read_set
from kgx.types import Modality

_STEPS = 40  # a clause nested deeper inherits no more


def climb(parse: Parse, lexicon: Lexicon, clause: Clause, found: Standing) -> None:
    """Gather what the words above the clause do to it.

    ``tied`` is True while the clause shares the fate of what is above it (complements); once a
    clause is left that only modifies (a relative clause, "after signing"), what is above still
    tells who speaks, no longer whether it holds.
    """
    here, tied = clause.head, True
    if clause.kind in ("role", "apposition", "possessive", "inclusion"):
        tied = False
    for _ in range(_STEPS):
        above = parse.head[here]
        if above == here:
            return
        tied = _step(parse, lexicon, here, above, found, tied)
        here = above


def _step(
    parse: Parse, lexicon: Lexicon, here: int, above: int, found: Standing, tied: bool
) -> bool:
    dep = parse.dep[here]
    if _stands_apart(parse, lexicon, here, above):
        return False
    if parse.pos[above] in ("VERB", "AUX"):
        if dep in ("ccomp", "xcomp", "csubj", "csubjpass", "oprd", "dobj", "parataxis"):
            return _under_verb(parse, lexicon, here, above, found, tied)
        if dep == "advcl":
            return _adverbial(parse, lexicon, here, above, found, tied)
        if dep == "acomp" and tied:
            _inherit(parse, lexicon, above, found)
        if dep in ("conj", "acomp"):
            found.negative ^= tied and _is_rather(parse, here, above)
            return tied
        if dep == "prep" and tied:
            return _after_verb_preposition(parse, lexicon, here, above, found)
        if dep in ("nsubj", "nsubjpass") and tied:
            return _deed_as_subject(parse, lexicon, here, above, found)
        return False
    if dep in ("xcomp", "prep", "advcl") and parse.pos[above] in ("ADJ", "ADV"):
        if tied:
            _under_adjective(parse, lexicon, here, above, found)
        return tied
    if dep in ("acl", "ccomp", "relcl", "prep") and tied:
        return judge_under_noun(parse, lexicon, here, above, found)
    if dep == "pcomp" and _asks(parse, here):
        return False  # "cannot say how it failed"
    if dep == "pcomp" and tied:
        opening = (above, *(c for c in parse.children[above] if c < above))  # "instead of"
        said = {k for t in opening for k in lexicon.markers.get(parse.lower[t], ())}
        found.negative ^= "negative_prepositions" in said
        if parse.lower[above] == "against":
            found.weaken("possible")  # "voted against raising it"
    return tied and dep in ("acomp", "conj", "pobj", "pcomp")


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


def _has_to(parse: Parse, here: int, verb: int) -> bool:
    """True for "has to close"; who "had to" did."""
    have = parse.lemma[verb] == "have" and parse.dep[here] == "xcomp" and verb < here
    gone = parse.tag[verb] in ("VBD", "VBN")
    return have and not gone and is_infinitive(parse, here) and not is_yet_to(parse, verb)


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
        parse.lower[parse.right[here] + 1] in (";", ":")
        or not thinks
        or ("saying" not in thinks and parse.child(above, "xcomp", "attr") is not None)
    )


def _under_verb(
    parse: Parse, lexicon: Lexicon, here: int, verb: int, found: Standing, tied: bool
) -> bool:
    """A complement of a verb: what that verb's class says of it, then what befalls the verb."""
    if is_late(parse, verb):
        return False
    kinds = kinds_of(parse, lexicon, verb)
    clausal = parse.dep[here] in ("ccomp", "parataxis", "csubj", "csubjpass")
    noun = parse.dep[here] == "dobj"
    infinitive = parse.dep[here] == "xcomp" or is_infinitive(parse, here)
    if clausal and _asks(parse, here):
        if tied and not _happened(parse, here):
            found.weaken("question")
        return False
    # an infinitive has no finite verb: "told him to go" demands, "told him that he goes" says
    if kinds & {"saying", "denying"} and clausal and not infinitive:
        _attribute(parse, verb, found)
        if found.modality == "conditional" and _is_backshifted(parse, here, verb):
            found.modality = "planned"
        if tied and "denying" in kinds:
            found.negative = not found.negative
        elif tied and ("possible" in kinds or _is_hearsay(parse, lexicon, here, verb)):
            found.weaken("possible")
        if tied and any(parse.dep[c] == "neg" for c in parse.children[verb]):
            found.weaken("possible")
        return False
    if noun and "reporting" in kinds:
        _attribute(parse, verb, found)
    if tied and parse.dep[here] in ("csubj", "csubjpass"):
        found.weaken("possible")  # "that he left was often said"
    if tied:
        if noun and _is_quelled(parse, lexicon, here, kinds):
            pass
        elif "denying" in kinds:
            found.negative = not found.negative
            _attribute(parse, verb, found)
        elif "aiming" in kinds and is_infinitive(parse, here) and not _goes_on(parse, verb):
            found.weaken("planned")
        elif _is_undone(parse, lexicon, here, verb) if noun else "negative" in kinds:
            found.negative = not found.negative
            if "open" in kinds and any(parse.dep[c] == "neg" for c in parse.children[verb]):
                found.weaken("possible")
        elif parse.lemma[verb] == "be" and is_infinitive(parse, here):
            found.weaken("planned")  # "is to be sold", "the plan is to leave"
        elif is_extracted(parse, verb):
            found.weaken("possible")  # "which Orbis estimates to be worth little"
            _attribute(parse, verb, found)
        elif infinitive and "saying" in kinds and parse.child(verb, "auxpass") is not None:
            found.weaken("possible")  # "is said to have sold"
        elif "planned" in kinds and (
            not noun or parse.lemma[verb] in read_set("verbs.toml", "awaiting")
        ):
            found.weaken("planned")
        elif ("demanded" in kinds and (infinitive or clausal or noun)) or _has_to(
            parse, here, verb
        ):
            asked = not any(parse.dep[c] == "neg" for c in parse.children[verb])
            found.weaken("demanded" if asked else "possible")
            found.negative ^= not asked  # who was not asked to go may go; see _inherit
            if "needing" not in kinds and parse.lemma[verb] != "have":
                _attribute(parse, verb, found)
        elif "possible" in kinds and (
            not noun or parse.lemma[verb] in read_set("verbs.toml", "awaiting")
        ):
            found.weaken("possible")
        for c in parse.children[verb]:
            if parse.dep[c] == "acomp" and (clausal or parse.lemma[verb] == "be"):
                mark_adjective(lexicon, parse.lemma[c], found)
                if "demanded" in lexicon.adjectives.get(parse.lower[c], ()):
                    found.weaken("demanded")
        if not (noun and "presupposing" in kinds):
            _inherit(parse, lexicon, verb, found)
        if has_condition(parse, verb):
            found.weaken("conditional")
    return tied


def _asks(parse: Parse, clause: int) -> bool:
    """True for a finite question within a clause: "wants to know why it failed"."""
    finite = parse.tag[clause] in ("VBD", "VBZ", "VBP") or any(
        parse.dep[c] in ("aux", "auxpass") and parse.lower[c] != "to"
        for c in parse.children[clause]
    )
    return finite and parse.tag[parse.left[clause]] in ("WP", "WRB", "WDT", "WP$")


def _happened(parse: Parse, clause: int) -> bool:
    """True for a clause in the past, so that a question takes it for granted."""
    return parse.tag[clause] == "VBD" or any(
        parse.dep[c] == "aux" and parse.lower[c] in ("has", "had", "have")
        for c in parse.children[clause]
    )


def _is_ending(parse: Parse, noun: int | None) -> bool:
    return noun is not None and parse.lemma[noun] in read_set("verbs.toml", "ending")


def _is_undone(parse: Parse, lexicon: Lexicon, deed: int, verb: int) -> bool:
    """True for "cancelled the sale" and "brought production to an end"."""
    kinds = kinds_of(parse, lexicon, verb)
    if _is_quelled(parse, lexicon, deed, kinds):
        return False
    brought = parse.lemma[verb] == "bring" and any(
        parse.lower[c] == "to" and _is_ending(parse, parse.child(c, "pobj"))
        for c in parse.children[verb]
    )
    return brought or "undoing" in kinds


def _is_quelled(parse: Parse, lexicon: Lexicon, deed: int, kinds: frozenset[str]) -> bool:
    """True for a bid that is rejected, which has been made."""
    return "quelling" in kinds and is_trying(parse, lexicon, deed)


def _goes_on(parse: Parse, verb: int) -> bool:
    """True for "went on to win", which tells what came next."""
    return any(parse.lower[c] == "on" and parse.dep[c] != "prep" for c in parse.children[verb])


def _deed_as_subject(parse: Parse, lexicon: Lexicon, here: int, verb: int, found: Standing) -> bool:
    """A noun that names a deed as the subject of what befalls it: "the sale was cancelled", "the
    trial will begin"."""
    kinds = kinds_of(parse, lexicon, verb)
    passive = parse.dep[here] == "nsubjpass"
    if passive and _is_undone(parse, lexicon, here, verb):
        found.negative = not found.negative
    elif passive and "planned" in kinds:
        found.weaken("planned")
    elif "collapsing" in kinds and not passive:
        found.negative ^= not is_trying(parse, lexicon, here)
    elif "occurring" in kinds:
        _inherit(parse, lexicon, verb, found)
        return True
    return False


def _inherit(parse: Parse, lexicon: Lexicon, verb: int, found: Standing) -> None:
    """Share what befalls a verb: its negation, its modal."""
    below = Standing()
    verb_words(parse, lexicon, verb, below)
    found.negative ^= below.negative
    found.weaken(below.modality)


def _is_hearsay(parse: Parse, lexicon: Lexicon, here: int, verb: int) -> bool:
    """True for what is said by nobody in particular: "that she left was often repeated"."""
    if "established" in lexicon.verbs.get(parse.lemma[verb], ()):
        return False
    if any(lexicon.modals.get(parse.lower[c]) == "demanded" for c in parse.children[verb]):
        return False  # "it must be said that"
    impersonal = parse.child(verb, "auxpass") is not None and parse.child(verb, "agent") is None
    return impersonal or parse.dep[here] in ("csubj", "csubjpass")


def _is_backshifted(parse: Parse, here: int, verb: int) -> bool:
    """True for the "would" that "will" becomes after a past verb of saying."""
    return (
        parse.tag[verb] in ("VBD", "VBN")
        and any(
            parse.dep[c] == "aux" and parse.lower[c] in ("would", "'d", "’d")
            for c in parse.children[here]
        )
        and not has_condition(parse, here)
    )


def _attribute(parse: Parse, verb: int, found: Standing) -> None:
    """The subject of the verb nearest to the clause says so."""
    if found.speaker is None:
        found.speaker = _sayer(parse, verb)


def _sayer(parse: Parse, verb: int) -> int | None:
    """The head of who says; of a passive ("X was told by Y that"), the agent."""
    agent = parse.child(verb, "agent")
    if agent is not None:
        return parse.child(agent, "pobj")
    for _ in range(_STEPS):
        named = [c for c in parse.children[verb] if parse.dep[c] == "nsubj"]
        own_subject = named[-1] if named else None  # "which Orbis says"
        if own_subject is not None:
            return own_subject if parse.lower[own_subject] not in ("it", "which", "that") else None
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


def _adverbial(
    parse: Parse, lexicon: Lexicon, here: int, above: int, found: Standing, tied: bool
) -> bool:
    """An adverbial clause: a condition, a purpose, or something beside the clause it hangs on."""
    marks = [parse.lower[c] for c in parse.children[here] if parse.dep[c] in ("mark", "advmod")]
    if tied and "than" in marks:
        found.negative = not found.negative  # "rather than recall"
    past = parse.tag[here] in ("VBD", "VBN") and not any(m in ("if", "unless") for m in marks)
    if tied and not past and any("conditional" in lexicon.markers.get(m, ()) for m in marks):
        found.weaken("conditional")
    elif tied and _is_result(parse, lexicon, here, above):
        _inherit(parse, lexicon, above, found)
    elif tied and (is_infinitive(parse, here) or _is_to_come(parse, lexicon, here, marks)):
        found.weaken("planned")
        thing = parse.child(above, "dobj")
        if parse.lemma[above] == "do" and thing is not None and is_denied(parse, lexicon, thing):
            found.negative = not found.negative  # "did nothing to help"
    elif tied and (parse.tag[here] in ("VBZ", "VBP") or (parse.tag[here] == "VBG" and not marks)):
        main = Standing()
        verb_words(parse, lexicon, above, main)
        if _bears_on(parse, lexicon, here, marks):
            found.weaken(main.modality)  # "will close the mill, cutting jobs", "when it arrives"
            _share_wish(parse, lexicon, above, found)
    return False


def _share_wish(parse: Parse, lexicon: Lexicon, verb: int, found: Standing) -> None:
    """What comes of a deed is as far off as the deed: "hopes to open a mill, creating jobs"."""
    for _ in range(_STEPS):
        if parse.dep[verb] != "xcomp" or parse.head[verb] == verb:
            return
        verb = parse.head[verb]
        kinds = kinds_of(parse, lexicon, verb)
        wishes: tuple[Modality, ...] = ("planned", "possible", "demanded")
        for modality in wishes:
            if modality in kinds:
                found.weaken(modality)


def _is_result(parse: Parse, lexicon: Lexicon, here: int, verb: int) -> bool:
    """True for "scored to win the match" and "went on to win", where the infinitive tells what
    came of it; "in order to" tells what for."""
    achieves = "achieving" in lexicon.verbs.get(parse.lemma[verb], ())
    results = "resulting" in lexicon.verbs.get(parse.lemma[here], ())
    goes_on = parse.lemma[verb] == "go" and _goes_on(parse, verb)
    bare = all(parse.lower[c] == "to" for c in parse.children[here] if parse.dep[c] == "aux")
    plain = bare and parse.lower[parse.left[here]] == "to" and here > verb
    return ((achieves and results) or goes_on) and plain and is_infinitive(parse, here)


def _is_to_come(parse: Parse, lexicon: Lexicon, here: int, marks: list[str]) -> bool:
    """True for a clause that tells when what "would" be: "would be mended before it sailed"."""
    main = parse.head[here]
    would = any(parse.dep[c] == "aux" and parse.lower[c] == "would" for c in parse.children[main])
    past = parse.tag[here] in ("VBD", "VBN")
    return would and past and any(lexicon.clause_roles.get(m) == "time" for m in marks)


def _bears_on(parse: Parse, lexicon: Lexicon, here: int, marks: list[str]) -> bool:
    """True for a participle, and for a clause that tells when."""
    return parse.tag[here] == "VBG" or any(lexicon.clause_roles.get(m) == "time" for m in marks)


_SELECTED = frozenset({"of", "at", "on", "to", "into", "in"})
"""Prepositions that a verb mostly selects: "accused of being aimed at forcing"."""


def _after_verb_preposition(
    parse: Parse, lexicon: Lexicon, here: int, verb: int, found: Standing
) -> bool:
    """A deed after a verb and its preposition: "accused of taking", "called for talks"."""
    kinds = kinds_of(parse, lexicon, verb)
    word = parse.lower[here]
    if word == "to" and _is_ending(parse, parse.child(verb, "dobj")):
        found.negative = not found.negative  # "put an end to production"
    if "possible" in kinds and word in ("of", "with", "for"):
        found.weaken("possible")
    elif word == "from" and (
        "negative" in kinds or ("barring" in kinds and parse.child(here, "pcomp") is not None)
    ):
        found.negative = not found.negative
    elif "demanded" in kinds and word == "for":
        found.weaken("demanded")
    elif "planned" in kinds and word in ("for", "on", "to"):
        found.weaken("planned")
    if word == "by" and parse.child(here, "pcomp") is not None:
        main = Standing()
        verb_words(parse, lexicon, verb, main)
        found.weaken(main.modality)  # "could save it by selling"
        _share_wish(parse, lexicon, verb, found)
    if word in _SELECTED:
        _inherit(parse, lexicon, verb, found)
    return word in _SELECTED
