"""What a verb does to its complements: clauses, infinitives, and nouns that name deeds.

The classes of verbs follow the signatures of implicative and factive verbs (Karttunen 2012;
TruthTeller, Lotan et al. 2013).
"""

from kgx.annotate.clauses.denials import is_denied
from kgx.annotate.clauses.reader import goes_on, is_cleft, is_extracted, is_infinitive, is_late
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.standing.adverbials import share_wish
from kgx.annotate.standing.gathered import Standing
from kgx.annotate.standing.moods import has_condition
from kgx.annotate.standing.speakers import attribute, is_backshifted, is_hearsay
from kgx.annotate.standing.verb_words import inherit, is_yet_to, kinds_of, verb_words
from kgx.annotate.standing.words import is_trying, mark_adjective
from kgx.annotate.words.lexicon import Lexicon
from kgx.annotate.words.wordlists import read_set

_SELECTED = frozenset({"of", "at", "on", "to", "into", "in"})
"""Prepositions that a verb mostly selects: "accused of being aimed at forcing"."""
_CLAUSES = frozenset({"ccomp", "parataxis", "csubj", "csubjpass"})


def under_verb(
    parse: Parse, lexicon: Lexicon, here: int, verb: int, found: Standing, tied: bool
) -> bool:
    """A complement of a verb: what that verb's class says of it, then what befalls the verb;
    whether it still shares the fate of what is above."""
    dep, kinds = parse.dep[here], kinds_of(parse, lexicon, verb)
    if is_late(parse, verb):
        return False
    if dep in ("ccomp", "xcomp") and _is_open(parse, here):
        if not found.described:
            found.weaken("question")  # "has yet to decide whether to sell" sells or not
        if kinds & {"saying", "denying"} and not is_infinitive(parse, here):
            attribute(parse, verb, found)
        return False
    if tied and _is_known(parse, here, verb):
        return False  # "did not know that they had sold it": they had
    if dep == "csubj" and is_cleft(parse, here):
        inherit(parse, lexicon, verb, found)
        return True
    if dep in _CLAUSES and asks(parse, here):
        if tied and not _happened(parse, here):
            found.weaken("question")
        return False
    if dep in _CLAUSES and kinds & {"saying", "denying"} and _is_told(parse, here, verb):
        _report(parse, lexicon, here, verb, found, tied)
        return False
    if dep == "dobj" and "reporting" in kinds:
        attribute(parse, verb, found)
    return tied and _share_fate(parse, lexicon, here, verb, found)


def _is_known(parse: Parse, here: int, verb: int) -> bool:
    """True for what a verb takes for granted."""
    finite = parse.dep[here] == "ccomp" and _is_finite(parse, here)
    return finite and parse.lemma[verb] in read_set("verbs.toml", "factive")


def _is_told(parse: Parse, here: int, verb: int) -> bool:
    """False for what is no report below a verb of saying: an infinitive has no finite verb ("told
    him to go" demands, "told him that he goes" says), and "found it shut" tells what was found."""
    shut = parse.tag[here] == "VBN" and here > verb and not _is_finite(parse, here)
    return not (shut and parse.child(here, "mark") is None) and not is_infinitive(parse, here)


def _share_fate(parse: Parse, lexicon: Lexicon, here: int, verb: int, found: Standing) -> bool:
    """What a verb says of a complement that is no report, and what befalls both; whether it shares
    the fate of what is above, too."""
    dep, kinds = parse.dep[here], kinds_of(parse, lexicon, verb)
    clausal, noun = dep in _CLAUSES, dep == "dobj"
    if dep in ("csubj", "csubjpass"):
        found.weaken("possible")  # "that he left was often said"
    if clausal and found.modality == "conditional" and is_backshifted(parse, here, verb):
        found.modality = "planned"  # "promised that it would pay"
    if not (noun and _is_quelled(parse, lexicon, here, kinds)):
        _govern(parse, lexicon, here, verb, found)
    if clausal or parse.lemma[verb] == "be":
        _judge(parse, lexicon, here, verb, found)
    if dep == "ccomp" and _is_unproven(parse, lexicon, here, verb):
        found.weaken("possible")  # "did not prove that they sold it"
        return False
    if not (noun and "presupposing" in kinds):
        inherit(parse, lexicon, verb, found)
    if has_condition(parse, verb):
        found.weaken("conditional")
    return True


def _judge(parse: Parse, lexicon: Lexicon, here: int, verb: int, found: Standing) -> None:
    """What an adjective below the verb says of its complement: "it is likely that"."""
    for c in parse.children[verb]:
        if parse.dep[c] == "acomp":
            too = any(parse.lower[g] == "too" for g in parse.children[c])
            found.negative ^= too and is_infinitive(parse, here)  # "too big to be sold"
            mark_adjective(lexicon, parse.lemma[c], found)
            if "demanded" in lexicon.adjectives.get(parse.lower[c], ()):
                found.weaken("demanded")


def _report(
    parse: Parse, lexicon: Lexicon, here: int, verb: int, found: Standing, tied: bool
) -> None:
    """A clause that someone says, thinks or denies."""
    kinds = kinds_of(parse, lexicon, verb)
    negated = _is_negated(parse, lexicon, verb)
    if not negated or parse.child(verb, "neg") is not None:
        attribute(parse, verb, found)  # what nobody says, nobody says
    if found.modality == "conditional" and is_backshifted(parse, here, verb):
        found.modality = "planned"
    if tied and "denying" in kinds and negated:
        if parse.lemma[verb] not in read_set("verbs.toml", "doubting"):
            found.weaken("possible")  # what she does not deny may be so
        return
    if tied and "denying" in kinds:
        found.negative = not found.negative
    elif tied and ("possible" in kinds or is_hearsay(parse, lexicon, here, verb)):
        found.weaken("possible")
    if tied and negated:
        found.weaken("possible")


def _is_negated(parse: Parse, lexicon: Lexicon, verb: int) -> bool:
    """True for a verb that is denied, or that nobody does."""
    who = parse.child(verb, "nsubj")
    nobody = who is not None and is_denied(parse, lexicon, who)
    return nobody or parse.child(verb, "neg") is not None


def _govern(parse: Parse, lexicon: Lexicon, here: int, verb: int, found: Standing) -> None:
    """What the class of a verb says of its complement."""
    kinds = kinds_of(parse, lexicon, verb)
    clausal = parse.dep[here] in _CLAUSES
    noun = parse.dep[here] == "dobj"
    infinitive = parse.dep[here] == "xcomp" or is_infinitive(parse, here)
    awaited = not noun or parse.lemma[verb] in read_set("verbs.toml", "awaiting")
    if "denying" in kinds:
        found.negative = not found.negative
        attribute(parse, verb, found)
    elif "aiming" in kinds and is_infinitive(parse, here) and not goes_on(parse, verb):
        found.weaken("planned")
    elif _is_undone(parse, lexicon, here, verb) if noun else "negative" in kinds:
        found.negative = not found.negative
        if "open" in kinds and _is_negated(parse, lexicon, verb):
            found.weaken("possible")
    elif parse.lemma[verb] == "be" and is_infinitive(parse, here):
        found.weaken("planned")  # "is to be sold", "the plan is to leave"
    elif is_extracted(parse, verb):
        found.weaken("possible")  # "which Orbis estimates to be worth little"
        attribute(parse, verb, found)
    elif infinitive and "saying" in kinds and parse.child(verb, "auxpass") is not None:
        found.weaken("possible")  # "is said to have sold"
    elif "planned" in kinds and awaited:
        found.weaken("planned")
    elif ("demanded" in kinds and (infinitive or clausal or noun)) or _has_to(parse, here, verb):
        _demand(parse, lexicon, verb, found)
    elif "possible" in kinds and awaited:
        found.weaken("possible")
    elif _is_negated(parse, lexicon, verb) and parse.lemma[verb] in _forcing():
        found.weaken("possible")  # who is not forced to pay may pay
        found.negative ^= parse.child(verb, "neg") is not None


def _demand(parse: Parse, lexicon: Lexicon, verb: int, found: Standing) -> None:
    """What is asked for; who was not asked to go may go (see `inherit`)."""
    asked = not _is_negated(parse, lexicon, verb)
    found.weaken("demanded" if asked else "possible")
    found.negative ^= parse.child(verb, "neg") is not None
    if "needing" not in kinds_of(parse, lexicon, verb) and parse.lemma[verb] != "have":
        attribute(parse, verb, found)


def _forcing() -> frozenset[str]:
    return read_set("verbs.toml", "forcing")


def after_verb_preposition(
    parse: Parse, lexicon: Lexicon, here: int, verb: int, found: Standing
) -> bool:
    """A deed after a verb and its preposition: "accused of taking", "called for talks"."""
    kinds = kinds_of(parse, lexicon, verb)
    word = parse.lower[here]
    if word == "to" and _is_ending(parse, parse.child(verb, "dobj")):
        found.negative = not found.negative  # "put an end to production"
    if word == "of" and parse.lemma[verb] in read_set("verbs.toml", "clearing"):
        found.negative = not found.negative
    elif "possible" in kinds and word in ("of", "with", "for"):
        found.weaken("possible")
        _accuse(parse, verb, word, found)
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
        share_wish(parse, lexicon, verb, found)
    if word in _SELECTED:
        inherit(parse, lexicon, verb, found)
    return word in _SELECTED


def _accuse(parse: Parse, verb: int, preposition: str, found: Standing) -> None:
    """Let who accuses somebody of a deed be who says so, where the text tells who does."""
    accuses = preposition == "of" and parse.lemma[verb] in read_set("verbs.toml", "accusing")
    told = parse.child(verb, "auxpass") is None or parse.child(verb, "agent") is not None
    if accuses and told:
        attribute(parse, verb, found)


def _is_finite(parse: Parse, clause: int) -> bool:
    return parse.tag[clause] in ("VBD", "VBZ", "VBP") or any(
        parse.dep[c] in ("aux", "auxpass") and parse.lower[c] != "to"
        for c in parse.children[clause]
    )


def _is_unproven(parse: Parse, lexicon: Lexicon, clause: int, verb: int) -> bool:
    """True for a whole sentence below a verb that is denied, which leaves it open."""
    whole = _is_finite(parse, clause) and parse.child(clause, "nsubj", "nsubjpass") is not None
    judged = parse.child(verb, "acomp")
    unproven = read_set("modifiers.toml", "unproven")
    open_ = parse.pos[verb] == "VERB" if judged is None else parse.lower[judged] in unproven
    return whole and open_ and clause > verb and _is_negated(parse, lexicon, verb)


def asks(parse: Parse, clause: int) -> bool:
    """True for a finite question within a clause: "wants to know why it failed"."""
    opens = parse.tag[parse.left[clause]]
    return _is_finite(parse, clause) and opens in ("WP", "WRB", "WDT", "WP$")


def _is_open(parse: Parse, clause: int) -> bool:
    """True for what may be so or not: "asked if they sold it", "whether to sell it"."""
    mark = parse.child(clause, "mark", "advmod", "dep")
    opens = mark is not None and mark == parse.left[clause] and mark > parse.head[clause]
    return opens and mark is not None and parse.lower[mark] in ("if", "whether")


def _happened(parse: Parse, clause: int) -> bool:
    """True for a clause in the past, so that a question takes it for granted."""
    return parse.tag[clause] == "VBD" or any(
        parse.dep[c] == "aux" and parse.lower[c] in ("has", "had", "have")
        for c in parse.children[clause]
    )


def _has_to(parse: Parse, here: int, verb: int) -> bool:
    """True for "has to close"; who "had to" did."""
    have = parse.lemma[verb] == "have" and parse.dep[here] == "xcomp" and verb < here
    gone = parse.tag[verb] in ("VBD", "VBN")
    return have and not gone and is_infinitive(parse, here) and not is_yet_to(parse, verb)


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


def deed_as_subject(parse: Parse, lexicon: Lexicon, here: int, verb: int, found: Standing) -> bool:
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
        inherit(parse, lexicon, verb, found)
        return True
    return False
