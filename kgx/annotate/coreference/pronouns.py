"""Which thing a third-person pronoun refers to: agreement first, then salience.

Two things that come close leave a pronoun unresolved. A sentence goes on speaking of what the one
before had as its subject (after Grosz, Joshi and Weinstein 1995).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kgx.annotate.coreference.nominals import Candidate, is_quantified, words
from kgx.annotate.coreference.salience import WINDOW, choose
from kgx.annotate.coreference.things import Thing
from kgx.annotate.coreference.vessels import is_vessel, leave_likelier
from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.words import words_in
from kgx.annotate.words.wordlists import read_set

_CUT = {"person": 0.12, "it": 0.45, "they": 0.3}
_MARGIN = {"person": 0.01, "it": 0.2, "they": 0.1}
_OWN = 0.3  # for the subject of its clause before a possessive
_SPOKE = 0.5  # for who spoke lately before who speaks now
_LATELY = 3
_OF_RELATIVE = 0.8  # for X in "X who sold her mill"
_BESIDE = 0.6  # for X in "X and his wife"
_PARALLEL = 0.2  # for a subject after a subject in the same sentence
_GOES_ON = 0.2  # for the subject of the sentence before, before the subject of this one
_TOPIC = 0.7  # for whom a text is about, at the start of a paragraph
_OFTEN = 5
_PEOPLE = 0.2  # for persons before "they"
_JOINED = 0.3  # for what "and" joins before its members
_MINDS = ("person", "organization", "group", "place")
_UNWRITTEN = ("person", "organization", "group", "place", "facility")
_DEEPEST = 4  # steps up a parse
_TELLING = ("prep", "agent", "npadvmod", "appos")
"""Labels of what a participle says of a subject and of others, but for what it is called."""


def find_antecedent(
    parse: Parse,
    pronoun: Candidate,
    things: Sequence[Thing],
    barred: set[int],
    quote: int,
    *,
    opens: bool = False,
) -> Thing | None:
    """The thing that a third-person pronoun refers to, or None where that is open.

    Args:
        things: What was mentioned in the last sentences.
        barred: Numbers of things that the grammar rules out.
        quote: The number of the quotation that the pronoun is in, or -1.
        opens: True in the first sentence of a paragraph.
    """
    kind = "person" if pronoun.gender else "they" if pronoun.plural else "it"
    if kind == "it" and is_pleonastic(parse, pronoun.head):
        return None
    if _is_bound(parse, pronoun.head):
        return None
    fitting: Sequence[Thing] = _find_fitting(parse, pronoun, things, barred)
    if pronoun.gender:
        fitting = leave_likelier(parse, pronoun, fitting)
    favoured = {t.number: _favour(parse, pronoun, t) for t in fitting}
    topic = _topic(fitting) if opens and kind == "person" and quote < 0 else None
    if topic is not None:
        favoured[topic.number] += _TOPIC
    return choose(fitting, pronoun.sentence, _CUT[kind], _MARGIN[kind], quote, favoured)


def _find_fitting(
    parse: Parse, pronoun: Candidate, things: Sequence[Thing], barred: set[int]
) -> list[Thing]:
    """The near things that a pronoun agrees with, and that may do what it does or be what it is."""
    thinks = _has_mind(parse, pronoun.head) or _is_personal(parse, pronoun.head)
    written = parse.lemma[parse.head[pronoun.head]] in read_set("works.toml", "writing")
    authored = written and parse.dep[pronoun.head] == "nsubjpass"
    return [
        t
        for t in things
        if t.number not in barred
        and 0 <= pronoun.sentence - t.last <= WINDOW
        and agrees(pronoun, t)
        and not (authored and t.type in _UNWRITTEN)
        and not (thinks and t.type not in _MINDS)
    ]


def _topic(things: Sequence[Thing]) -> Thing | None:
    """Whom a text is about: who was named or spoken of far more often than anyone else."""
    ranked = sorted(things, key=lambda t: (-len(t.mentions), t.number))
    most = [len(t.mentions) for t in ranked[:2]]
    clear = len(most) == 2 and most[0] >= _OFTEN and most[0] > 2 * most[1]
    return ranked[0] if clear else None


def _is_bound(parse: Parse, token: int) -> bool:
    """True for a possessive or a reflexive that goes with each of many: every farmer and *his*
    land."""
    if parse.dep[token] != "poss" and parse.lower[token] not in words("reflexive"):
        return False
    return any(s < token and is_quantified(parse, s) for s in _subjects_above(parse, token))


def _favour(parse: Parse, pronoun: Candidate, thing: Thing) -> float:
    """What speaks for a thing apart from its salience."""
    last = thing.mentions[-1].head
    dep = parse.dep[pronoun.head]
    favour = 0.0
    if dep == "poss" and last in _subjects_above(parse, pronoun.head):
        favour += _OWN if parse.child(last, "relcl") is None else _OF_RELATIVE
    if dep == "poss" and last in _joined_before(parse, parse.head[pronoun.head]):
        favour += _BESIDE
    if dep in NOUN_SUBJECTS and _is_told_of(parse, pronoun.head, last):
        favour += _OF_RELATIVE
    if not pronoun.gender and _is_dealt_in(parse, pronoun.head, last):
        favour += _OF_RELATIVE
    if dep in NOUN_SUBJECTS and thing.last == pronoun.sentence and parse.dep[last] in NOUN_SUBJECTS:
        favour += _PARALLEL
    after = pronoun.sentence - thing.last == 1
    if after and _opens_sentence(parse, pronoun) and _is_main_subject(parse, last):
        favour += _GOES_ON
    if _has_mind(parse, pronoun.head) and any(
        _has_mind(parse, m.head) for m in thing.mentions[-_LATELY:] if m.head != pronoun.head
    ):
        favour += _SPOKE
    if pronoun.plural and thing.type == "person":
        favour += _PEOPLE
    if thing.is_joined:
        favour += _JOINED
    return favour


def _is_told_of(parse: Parse, token: int, noun: int) -> bool:
    """True for the subject of a clause below one that says "who" of a noun: "met Ida Hale, *who*
    said that *she* would sell"."""
    verb = parse.head[token]
    for _ in range(_DEEPEST):
        verb = parse.head[verb]
        if parse.dep[verb] == "relcl" and parse.head[verb] == noun:
            subject = parse.child(verb, *NOUN_SUBJECTS)
            return subject is not None and parse.lower[subject] == "who"
    return False


def _is_dealt_in(parse: Parse, token: int, noun: int) -> bool:
    """True for the object of a clause on whom something is bought from or sold to, which is what
    is: "bought *the mill* from Ida Hale, who had owned *it*"."""
    clause = parse.head[token]
    party = parse.head[clause]
    prep = parse.head[party]
    dealt = parse.dep[clause] == "relcl" and parse.lower[prep] in ("from", "to")
    own = parse.dep[token] == "dobj" and parse.dep[party] == "pobj"
    return dealt and own and parse.dep[noun] == "dobj" and parse.head[noun] == parse.head[prep]


def _has_mind(parse: Parse, token: int) -> bool:
    """True for the subject of a verb for what minds do: say, hope, marry."""
    verb = parse.head[token]
    return parse.dep[token] == "nsubj" and parse.lemma[verb] in words_in("mind_verbs")


def _is_personal(parse: Parse, token: int) -> bool:
    """True for the owner of what only persons and bodies have: "from *their* homes"."""
    own = parse.dep[token] == "poss"
    return own and parse.lemma[parse.head[token]] in read_set("coreference.toml", "personal")


def _opens_sentence(parse: Parse, pronoun: Candidate) -> bool:
    """True for the subject of a sentence's main verb, and for "its" and "their" before it."""
    head = pronoun.head
    owns = parse.dep[head] == "poss" and not pronoun.gender
    return _is_main_subject(parse, parse.head[head] if owns else head)


def _is_main_subject(parse: Parse, token: int) -> bool:
    """True for the subject of a sentence's main verb, or of one that "and" joins to it."""
    verb = parse.head[token]
    if parse.dep[verb] == "conj":
        verb = parse.head[verb]
    return parse.dep[token] in NOUN_SUBJECTS and parse.dep[verb] == "ROOT"


def _subjects_above(parse: Parse, token: int) -> list[int]:
    """The subject of the clause that a token stands in; of "forced banks to cut their fees" the
    banks."""
    for _ in range(_DEEPEST):
        token = parse.head[token]
        if parse.pos[token] in ("VERB", "AUX"):
            own = [
                parse.head[token] if parse.tag[c] in ("WP", "WDT") else c
                for c in parse.children[token]
                if parse.dep[c] in NOUN_SUBJECTS
            ]
            bare = not own and parse.dep[token] == "xcomp"
            told = parse.child(parse.head[token], "dobj") if bare else None
            return own if told is None or told > token else [told]
    return []


def _joined_before(parse: Parse, noun: int) -> list[int]:
    """What a noun is joined to by "and", what that stands in apposition to, what it is of."""
    if parse.dep[noun] != "conj":
        return _other_parent(parse, noun)
    first = parse.head[noun]
    found = [first, parse.head[first]] if parse.dep[first] == "appos" else [first]
    of = (parse.child(c, "pobj") for c in parse.children[first] if parse.lower[c] == "of")
    return found + [t for t in of if t is not None]


def _other_parent(parse: Parse, noun: int) -> list[int]:
    """Whose child one is by somebody else: "the son of Karl Hale by *his* wife Ida"."""
    name = parse.head[noun] if parse.dep[noun] in ("compound", "nmod") else noun
    by = parse.head[name]
    child = parse.head[by]
    if parse.dep[name] != "pobj" or parse.lower[by] != "by":
        return []
    parent = parse.below(child, "of")
    born = parse.lemma[child].lower() in read_set("roles.toml", "children")
    return [parent] if born and parent is not None else []


@cache
def _bodies() -> frozenset[str]:
    return words("people_bodies")


@cache
def _either() -> frozenset[str]:
    return read_set("nouns.toml", "either")


def agrees(pronoun: Candidate, thing: Thing) -> bool:
    """Number, gender and type."""
    if pronoun.gender:
        may_be = thing.type == "person" or (thing.type is None and bool(thing.nouns & _either()))
        may_be = may_be or (pronoun.label in words("feminine") and is_vessel(thing))
        return may_be and not thing.plural and thing.gender in ("", pronoun.gender)
    if pronoun.plural:
        people = thing.many or not thing.nouns.isdisjoint(_bodies())
        body = thing.type == "organization" and people
        return thing.plural or (body and (thing.many or pronoun.label in ("they", "their")))
    own = pronoun.label == "its" and pronoun.sentence == thing.last and bool(thing.names)
    family = own and not thing.nouns.isdisjoint(words("groups"))  # the Berg family sold its mill
    return family or (not thing.plural and thing.type not in ("person", "group"))


def is_pleonastic(parse: Parse, token: int) -> bool:
    """True for an "it" that stands for a clause or for nothing: "it is likely that"."""
    if parse.dep[token] == "dobj" and parse.lemma[parse.head[token]] == "win":
        return True  # "Hale won it with a free kick"
    if parse.dep[token] not in ("nsubj", "nsubjpass", "expl"):
        return False
    if parse.dep[token] == "expl":
        return True
    if parse.lower[token - 1 : token + 3] == ["when", "it", "comes", "to"]:
        return True
    return _stands_for_clause(parse, parse.head[token])


def _stands_for_clause(parse: Parse, verb: int) -> bool:
    """True for a verb whose "it" stands for the clause after it, or for the weather."""
    lemma = parse.lemma[verb]
    after = [c for c in parse.children[verb] if c > verb]
    deps = {parse.dep[c] for c in after}
    if lemma in read_set("coreference.toml", "weather"):
        return True
    if lemma in read_set("coreference.toml", "pleonastic"):
        return not deps.isdisjoint({"ccomp", "xcomp", "oprd", "advcl"})
    if lemma != "be":
        return "ccomp" in deps and parse.child(verb, "auxpass") is not None
    inner = {
        dep: {parse.dep[g] for c in after if parse.dep[c] == dep for g in parse.children[c]}
        for dep in ("acomp", "attr")
    }
    if "acomp" in deps:  # "is likely that"
        return not (deps | inner["acomp"]).isdisjoint({"ccomp", "xcomp", "advcl", "csubj"})
    return "ccomp" in deps or "relcl" in inner["attr"]  # "is Ann Lind who"


def rivals_in_clause(parse: Parse, head: int) -> list[int]:
    """Heads of the other arguments of the same verb: a pronoun that is no reflexive and no
    possessive refers to none of them."""
    dep = parse.dep[head]
    if dep == "poss" or parse.lower[head] in words("reflexive"):
        return []
    verb = parse.head[head]
    if dep == "pobj":
        verb = parse.head[verb]
    if parse.dep[verb] == "ccomp" and parse.pos[verb] in ("NOUN", "ADJ"):
        dep, verb = "dobj", parse.head[verb]  # "bought Orbis, making it the largest brewer"
    if dep == "conj":
        return [parse.head[head]]
    found = [
        c
        for c in parse.children[verb]
        if c != head and parse.dep[c] in ("nsubj", "nsubjpass", "dobj", "dative", "attr")
    ]
    for c in found:  # "Sweden and Finland oppose it"
        found += [j for j in parse.children[c] if parse.dep[j] == "conj" and j != head]
    if dep in NOUN_SUBJECTS:
        found += _named_in_opener(parse, verb, head)
    if dep == "nsubj":
        found += _dead_before(parse, verb, head)
    doer = _doer_above(parse, verb) if dep == "dobj" else None
    return found if doer is None else [*found, doer]


def _named_in_opener(parse: Parse, verb: int, subject: int) -> list[int]:
    """The names in a participle clause that tells of the subject after it, and which so are others:
    "born in Vienna, the daughter of *Rosa Stein*, | she"."""
    return [
        name
        for opener in parse.children[verb]
        if parse.dep[opener] == "advcl" and opener < subject
        if parse.tag[opener] in ("VBN", "VBG") and parse.child(opener, *NOUN_SUBJECTS) is None
        for part in parse.children[opener]
        if parse.dep[part] in _TELLING and parse.lower[part] != "as"
        for name in parse.subtree(part)
        if parse.tag[name] == "NNP"
    ]


def _dead_before(parse: Parse, verb: int, subject: int) -> list[int]:
    """Who is dead when a clause tells what somebody did: "after *Hale*'s death, | she moved"."""
    return [
        dead
        for prep in parse.children[verb]
        if prep < subject and parse.lower[prep] in ("after", "following", "upon", "on")
        if (death := parse.child(prep, "pobj")) is not None
        if parse.lemma[death].lower() in words("deaths")
        for dead in (parse.child(death, "poss"), parse.below(death, "of"))
        if dead is not None
    ]


def _doer_above(parse: Parse, verb: int) -> int | None:
    """Who does what a verb without a subject says: "*Orbis* unveiled the car, | pricing it at",
    "*Orbis* plans to try to | buy it", "Orbis asked *Helix* to | buy it"."""
    if parse.child(verb, "nsubj", "mark") is not None:
        return None
    if parse.dep[verb] == "advcl":
        return parse.child(parse.head[verb], "nsubj")
    doer, steps = None, 0
    while doer is None and parse.dep[verb] == "xcomp" and steps < _DEEPEST:
        clause, verb, steps = verb, parse.head[verb], steps + 1
        told = parse.child(verb, "dobj")
        doer = parse.child(verb, *NOUN_SUBJECTS) if told is None or told > clause else told
    return doer
