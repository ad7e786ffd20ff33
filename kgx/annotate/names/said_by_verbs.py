"""Evidence for what a name names from the verb that it is the subject or the object of."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.said_after import told_class
from kgx.annotate.grammar.tree import head_of
from kgx.annotate.names.evidence import HINT, STRONG, SURE, TOLD, Evidence, best_place
from kgx.annotate.names.side_nouns import LANGUAGES, defines, is_rank_of_life, noun_label
from kgx.annotate.names.words import Name, given_names, words_in
from kgx.annotate.words.noun_kinds import is_kind_of, is_mostly
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

_MOST_WORDS = 4
"""Words of a name that may be somebody's, less than."""


def read_done(parse: Parse, name: Name, head: int) -> Evidence | None:
    """What is done to what a name names: "buy X", "X fell 4%"."""
    done = next((told for is_done, told in _DONE if is_done(parse, head)), None)
    if done is None and _is_lone(parse, name) and _is_fined(parse, head):
        return "fined", "ORG", 1.2
    return done


def _is_object_of(parse: Parse, token: int, verbs: str) -> bool:
    """True for the object of a verb of a list."""
    return parse.dep[token] == "dobj" and parse.lemma[parse.head[token]] in words_in(verbs)


def _is_fined(parse: Parse, token: int) -> bool:
    """True for whom a sum is taken from: "fined X", "fined X €2 million"."""
    fined = parse.lemma[parse.head[token]] in words_in("fining")
    return fined and parse.dep[token] in ("dobj", "dative")


def _is_starred_in(parse: Parse, token: int) -> bool:
    """True for X in "X, starring Ann Lind, opened" and "X stars Ann Lind"."""
    verb = parse.head[token]
    stars = parse.dep[token] == "nsubj" and parse.lemma[verb] in ("star", "co-star")
    told = (parse.lower[c] in ("starring", "co-starring") for c in parse.children[token])
    return any(told) or (stars and parse.child(verb, "dobj") is not None)


def _is_attacked(parse: Parse, token: int) -> bool:
    """True for what is done to which one does to a place: "besieged Lund"."""
    return _is_object_of(parse, token, "place_verbs")


def _is_joined(parse: Parse, token: int) -> bool:
    """True for what rivers do to rivers: "the river joins *X*", "flows south and joins *X*"."""
    verb = parse.head[token]
    if parse.dep[token] != "dobj" or parse.lemma[verb] != "join":
        return False
    subject, above = parse.child(verb, "nsubj"), parse.lemma[parse.head[verb]]
    river = subject is not None and parse.lemma[subject].lower() in words_in("streams")
    return river or above in ("flow", "rise")


def _is_launched(parse: Parse, token: int) -> bool:
    """True for what is done to which one does to goods: "unveiled the Orbis"."""
    return _is_object_of(parse, token, "product_verbs")


def is_bought(parse: Parse, token: int) -> bool:
    """True for what is done to which one does to a firm: "bought Orbis", "Orbis was bought"."""
    verb = parse.lemma[parse.head[token]]
    done = parse.dep[token] == "dobj" or (parse.dep[token] == "nsubjpass" and verb != "found")
    return done and verb in words_in("body_verbs")


def _is_listed(parse: Parse, token: int) -> bool:
    """True for what shares are: "X is *listed* in Lund", "X is *traded* on the exchange"."""
    verb = parse.head[token]
    if parse.dep[token] != "nsubjpass" or parse.lower[verb] not in ("listed", "traded"):
        return False
    where = parse.below(verb, "on", "in")
    market = where is not None and parse.lemma[where].lower() in words_in("markets")
    return market or (where is not None and best_place(parse.text[where]) is not None)


def _is_spoken(parse: Parse, token: int) -> bool:
    """True for what languages are: "X is *spoken* in Lund"."""
    return parse.dep[token] == "nsubjpass" and parse.lower[parse.head[token]] == "spoken"


def _has_as_firm(parse: Parse, token: int) -> bool:
    """True for whose something is that firms have: "X, *whose headquarters* are in Lund", "X's
    *shareholders*"."""
    clauses = [c for c in parse.children[token] if parse.dep[c] == "relcl"]
    nouns = [noun for c in clauses for noun in parse.children[c] if _is_behind_whose(parse, noun)]
    nouns += [parse.head[token]] if parse.dep[token] == "poss" else []
    return any(parse.lemma[noun].lower() in words_in("firm_owned") for noun in nouns)


def _is_behind_whose(parse: Parse, noun: int) -> bool:
    return any(parse.tag[c] == "WP$" for c in parse.children[noun])


def _is_share(parse: Parse, token: int) -> bool:
    """True for the subject of what shares do by a per cent, or what "and" joins to it."""
    while parse.dep[token] == "conj" and parse.head[token] < token:
        token = parse.head[token]
    verb = parse.head[token]
    if parse.dep[token] != "nsubj" or parse.lemma[verb] not in words_in("share_verbs"):
        return False
    return any(
        w in ("%", "percent") for w in parse.lower[verb : min(verb + 6, parse.sent_end[verb])]
    )


def read_doing(parse: Parse, name: Name, verb: int) -> Iterator[Evidence]:
    """What the verb that a name is the subject of says: X *said*, X *is* a town."""
    lone = _is_lone(parse, name)
    built = parse.text[name.end - 1] in words_in("facility_heads")
    if lone and _speaks_of_itself(parse, verb):
        yield "of itself", "ORG", 2.2
    if parse.lemma[verb] in words_in("mind_verbs"):
        yield "speech", "PERSON", HINT + 0.2
        yield "speech", "ORG", HINT - 0.2
    elif not built and _is_unheard(parse, name) and parse.lemma[verb] in words_in("firm_deeds"):
        yield "acts", "ORG", TOLD
    elif (lone or _is_unheard(parse, name)) and not built and _does_as_firm(parse, verb):
        yield "acts", "ORG", 2.2 if lone else 1.6
    elif _is_several(parse, name, verb):
        yield "several", "ORG", TOLD  # Orbis have won
    elif is_peopled(parse, verb):
        yield "population", "GPE", TOLD
    elif being := _being(parse, verb):
        yield being


def _being(parse: Parse, verb: int) -> Evidence | None:
    """What "is" says: X *is a town*, X *is in* Norway."""
    if parse.lemma[verb] != "be":
        return None
    noun = parse.child(verb, "attr")
    if noun is None:
        return ("lies", "GPE", 1.0) if _lies_in(parse, verb) else None
    if is_rank_of_life(parse, noun):
        return "copula", "MISC", SURE
    label = noun_label(parse, told_class(parse, noun))
    if label:
        home = parse.lemma[noun] in read_set("nouns.toml", "homes")
        return "copula", label, STRONG if home or defines(parse, noun) else 2.0
    return ("copula", "LANGUAGE", STRONG) if parse.lemma[noun] in LANGUAGES else None


def _is_lone(parse: Parse, name: Name) -> bool:
    """True for one word that is nobody's given name; news first names persons in full."""
    return name.end - name.start == 1 and parse.lower[name.start] not in given_names()


def _is_unheard(parse: Parse, name: Name) -> bool:
    """True for two words or three of which the first is nobody's given name."""
    several = 1 < name.end - name.start < _MOST_WORDS
    return several and parse.lower[name.start] not in given_names() and not name.title


def _speaks_of_itself(parse: Parse, verb: int) -> bool:
    """True for what a body says: "X said *it* would build a mill", "X said *its* profit fell"."""
    told = parse.child(verb, "ccomp") if parse.lemma[verb] in words_in("mind_verbs") else None
    subject = None if told is None else parse.child(told, "nsubj", "nsubjpass")
    if told is None or subject is None or not verb < subject:
        return False
    if parse.lower[subject] == "it":
        return parse.lemma[told] != "be" and parse.lemma[told] not in _weather()
    owner = parse.child(subject, "poss")
    return owner is not None and parse.lower[owner] == "its"


def _weather() -> frozenset[str]:
    return read_set("coreference.toml", "weather", "pleonastic")


def _does_as_firm(parse: Parse, verb: int) -> bool:
    """True for the verb of what firms do, and for one with such a verb joined to it: "opened a
    plant and *employs* 45 people"."""
    joined = (c for c in parse.children[verb] if parse.dep[c] == "conj")
    verbs = (verb, *(c for c in joined if parse.child(c, *NOUN_SUBJECTS) is None))
    return any(_acts_as_firm(parse, v) for v in verbs)


def _acts_as_firm(parse: Parse, verb: int) -> bool:
    """True for what firms do: *leases*, *cut jobs*, *appointed Ann Lind as chief executive*."""
    lemma = parse.lemma[verb]
    if lemma in words_in("firm_verbs"):
        return True
    if lemma in read_set("verbs.toml", "installing", "promoting"):
        return _installs_executive(parse, verb)
    noun = parse.child(verb, "dobj", "oprd")
    done = noun is not None and parse.lemma[noun] in words_in("firm_objects")
    return (done and lemma in words_in("firm_doings")) or _deals_in_goods(parse, verb, noun)


def _deals_in_goods(parse: Parse, verb: int, goods: int | None) -> bool:
    """True for who makes or sells goods as a habit: "*makes* pumps", "*sells* cheese"."""
    if goods is None or parse.lemma[verb] not in words_in("firm_trades"):
        return False
    noun = parse.lemma[goods].lower()
    habit = parse.tag[verb] in ("VBZ", "VBP") and parse.child(goods, "det", "poss") is None
    made = any(is_mostly(noun, kind) for kind in ("artifact", "food"))
    return habit and made and not is_kind_of(noun, "communication")


def _installs_executive(parse: Parse, verb: int) -> bool:
    """True where whom a verb installs, or what as, is one who runs a firm: "appointed Ann Lind *to
    succeed* Tom Hale as chair"."""
    verbs = (verb, *(c for c in parse.children[verb] if parse.dep[c] == "xcomp"))
    marks = (c for v in verbs for c in parse.children[v] if parse.lower[c] in ("as", "to"))
    roles = parse.child(verb, "dobj", "oprd"), *(parse.child(c, "pobj") for c in marks)
    return any(parse.lemma[r] in words_in("executives") for r in roles if r is not None)


def _is_several(parse: Parse, name: Name, verb: int) -> bool:
    """True for one name, no plural, whose verb is one: "*Orbis* have won", of a club or a band."""
    last, head = name.end - 1, head_of(parse, name.start, name.end)
    alone = parse.child(head, "conj", "det") is None and parse.tag[last] == "NNP"
    helped = [c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")]
    plural = any(parse.lower[c] in ("have", "are", "were") for c in (*helped[:1], verb))
    straight = name.label != "NORP" and last + 1 in (verb, *helped)
    return alone and plural and straight and parse.child(verb, "mark") is None


def is_peopled(parse: Parse, verb: int) -> bool:
    """True for what has a population or inhabitants."""
    what = parse.child(verb, "dobj") if parse.lemma[verb] == "have" else None
    return what is not None and parse.lemma[what] in ("population", "inhabitant")


def _lies_in(parse: Parse, verb: int) -> bool:
    """True for ``is in``."""
    return any(
        parse.dep[c] == "prep" and parse.lower[c] == "in" and c == verb + 1
        for c in parse.children[verb]
    )


def _lies_there(parse: Parse, token: int) -> bool:
    """True for what lies in a place or on a river: "X *lies on* the Danube", "X *lies in* Peru"."""
    verb = parse.head[token]
    where = parse.below(verb, "on", "in", "near", "at", "between", "along")
    if parse.dep[token] != "nsubj" or parse.lemma[verb] != "lie" or where is None:
        return False
    named = parse.pos[where] == "PROPN" or type_of_noun(parse.lemma[where]) == "place"
    return named and parse.lower[token] not in given_names()


_DONE: tuple[tuple[Callable[[Parse, int], bool], Evidence], ...] = (
    (_is_starred_in, ("stars", "WORK_OF_ART", TOLD)),
    (_is_attacked, ("attacked", "GPE", 2.0)),
    (_is_joined, ("river", "LOC", TOLD)),
    (_lies_there, ("lies", "GPE", TOLD)),
    (_is_launched, ("launched", "PRODUCT", 1.2)),
    (is_bought, ("bought", "ORG", 2.2)),
    (_is_share, ("shares", "ORG", TOLD)),
    (_has_as_firm, ("has", "ORG", TOLD)),
    (_is_listed, ("listed", "ORG", TOLD)),
    (_is_spoken, ("spoken", "LANGUAGE", SURE)),
)
"""What is done to a name, asked in order, and what that tells of it."""
