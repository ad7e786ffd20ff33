"""What negations, modals and adverbs below a verb do to the standing of its clause."""

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.standing.gathered import Standing
from kgx.annotate.standing.moods import has_condition
from kgx.annotate.words.lexicon import Lexicon
from kgx.annotate.words.wordlists import read_set
from kgx.types import Modality

_CONJUNCTS = 40  # how far a verb looks along those it is coordinated with


def kinds_of(parse: Parse, lexicon: Lexicon, verb: int) -> frozenset[str]:
    """The classes of a verb, with its particle where it has one: "call off"."""
    lemma = parse.lemma[verb]
    particle = parse.child(verb, "prt")
    alone = lexicon.verbs.get(lemma, frozenset())
    if particle is None:
        return alone
    return lexicon.verbs.get(f"{lemma} {parse.lower[particle]}", alone)


def verb_words(parse: Parse, lexicon: Lexicon, verb: int, found: Standing) -> None:
    """Add what negations, modals and adverbs below a verb do to the standing found."""
    for c in parse.children[verb]:
        dep, word = parse.dep[c], parse.lower[c]
        if dep == "neg":
            _negate(parse, c, found)
        elif dep == "aux" and word in lexicon.modals:
            found.weaken(_modality(parse, lexicon, verb, word))
        elif dep in ("advmod", "preconj", "cc"):
            kinds = lexicon.adverbs.get(word, ())
            if "negative" in kinds and (dep != "cc" or (word == "nor" and c < verb)):
                found.negative = not found.negative
            if "possible" in kinds:
                found.weaken("possible")
    longer = any(parse.dep[c] == "acomp" and _is_longer_no(parse, c) for c in parse.children[verb])
    if longer or _is_longer_no(parse, verb) or is_yet_to(parse, verb):
        found.negative = not found.negative
    if _is_going_to(parse, verb):
        found.weaken("planned")


def _negate(parse: Parse, word: int, found: Standing) -> None:
    """Add what "not" does."""
    if parse.lower[word - 1] == "need" and parse.dep[word - 1] == "aux":
        found.weaken("possible")  # who need not pay may
    else:
        merely = read_set("modifiers.toml", "merely")  # "is not just a hobby" is one
        found.negative = found.negative != merely.isdisjoint(parse.lower[word + 1 : word + 2])


def _is_going_to(parse: Parse, verb: int) -> bool:
    """True for the "going" of "is going to sell"."""
    be = any(parse.lemma[c] == "be" and parse.dep[c] == "aux" for c in parse.children[verb])
    return be and parse.lemma[verb] == "go" and parse.tag[verb] in ("VBG", "VB")


def _modality(parse: Parse, lexicon: Lexicon, verb: int, word: str) -> Modality:
    modality = lexicon.modals[word]
    if word in ("'d", "’d") and parse.tag[verb] == "VBN":
        return "asserted"  # "he'd gone"
    if modality == "conditional" and _is_habit(parse, verb):
        return "asserted"
    return modality


def _is_habit(parse: Parse, verb: int) -> bool:
    """True for the "would" of what one used to do: "she would often walk there"."""
    before = {parse.lower[c] for c in parse.children[verb] if parse.dep[c] == "advmod" and c < verb}
    often = not before.isdisjoint(read_set("modifiers.toml", "habitual"))
    return often and not has_condition(parse, verb)


def _is_longer_no(parse: Parse, verb: int) -> bool:
    """True for "no longer", which spaCy hangs on the verb as an adverb with a child "no"."""
    return any(
        parse.dep[c] == "advmod"
        and parse.lower[c] in ("longer", "more")
        and any(parse.lower[g] == "no" for g in parse.children[c])
        for c in parse.children[verb]
    )


def is_yet_to(parse: Parse, verb: int) -> bool:
    """True for the "has" of "has yet to sell"."""
    return parse.lemma[verb] in ("have", "be") and any(
        parse.lower[c] == "yet" and c > verb and parse.lower[c + 1 : c + 2] == ["to"]
        for c in (verb + 1, *parse.children[verb])
        if c < len(parse)
    )


def inherit_auxiliaries(parse: Parse, lexicon: Lexicon, verb: int, found: Standing) -> None:
    """A verb coordinated with another shares its modal, and its "not" across "or"."""
    first = verb
    for _ in range(_CONJUNCTS):
        own = parse.child(first, "nsubj", "nsubjpass", "aux")
        if parse.dep[first] != "conj" or own is not None:
            return
        above = parse.head[first]
        joined = {parse.lower[c] for c in parse.children[above] if parse.dep[c] == "cc"}
        if parse.pos[above] not in ("VERB", "AUX"):
            return
        for c in parse.children[above]:
            if parse.dep[c] == "aux" and parse.lower[c] in lexicon.modals and c < verb:
                found.weaken(_modality(parse, lexicon, above, parse.lower[c]))
            neither = parse.dep[c] == "preconj" and parse.lower[c] == "neither"
            if (parse.dep[c] == "neg" or neither) and joined & {"or", "nor"}:
                found.negative = not found.negative
        first = above


def inherit(parse: Parse, lexicon: Lexicon, verb: int, found: Standing) -> None:
    """Share what befalls a verb: its negation, its modal."""
    below = Standing()
    verb_words(parse, lexicon, verb, below)
    found.negative ^= below.negative
    found.weaken(below.modality)
