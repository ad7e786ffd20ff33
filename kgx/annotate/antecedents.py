"""Which thing a noun phrase or pronoun refers to: agreement first, then salience.

Candidates are taken in the order of the text; a thing's salience is the sum of the roles of its
mentions, halved about once a sentence (after Lappin and Leass 1994). Two things that come close
leave a pronoun unresolved.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from kgx.annotate.gazetteer import nation_of, places_named
from kgx.annotate.nominals import Candidate, words
from kgx.annotate.parse import Parse
from kgx.annotate.things import Thing
from kgx.annotate.wordlists import read_lists, read_set

WINDOW = 3
"""Sentences back in which a pronoun finds its antecedent."""
HEAD_WINDOW = 10
"""Sentences back in which a noun phrase finds one with the same head."""
TYPE_WINDOW = 2
"""Sentences back in which "the company" finds a company."""

_TOPIC = 3
"""Mentions that make a thing the topic, and how many times those of the next they must be."""

_ROLES = {
    "nsubj": 1.0,
    "nsubjpass": 0.9,
    "dobj": 0.6,
    "dative": 0.6,
    "pobj": 0.4,
    "poss": 0.5,
    "appos": 0.4,
    "attr": 0.4,
    "conj": 0.4,
    "ROOT": 0.6,
}
_OTHER_ROLE = 0.4
_QUOTED = 0.8  # what is left of what somebody said, outside of the quotation
_NAMED = 0.15
_OWN = 0.3  # for the subject of its clause before a possessive
_PEOPLE = 0.2  # for persons before "they"
_JOINED = 0.3  # for what "and" joins before its members
_DEEPEST = 4  # steps up a parse
_MINDS = ("person", "organization", "group", "place")
SUBJECTS = ("nsubj", "nsubjpass")
_PARALLEL = 0.2  # for a subject after a subject in the same sentence
_CUT = {"person": 0.12, "it": 0.45, "they": 0.3}
_MARGIN = {"person": 0.01, "it": 0.2, "they": 0.1}


def role_of(parse: Parse, head: int) -> float:
    """What a mention adds to the salience of its thing: subjects most."""
    for _ in range(_DEEPEST):  # "the owner, Ann Lind, and her son were": subjects
        up = parse.head[head]
        if parse.dep[head] not in ("conj", "cc") and (
            parse.dep[head] != "appos" or parse.pos[up] != "NOUN"
        ):
            break
        head = up
    dep = parse.dep[head]
    role = _ROLES.get(dep, _OTHER_ROLE)
    if dep == "nsubj":
        verb = parse.head[head]
        if parse.dep[verb] not in ("ROOT", "ccomp", "conj"):
            role = 0.8
    return role


def find_same_head(nominal: Candidate, owner: int, things: Sequence[Thing]) -> Thing | None:
    """The last thing called by the same noun, else by one that may stand for it, with no modifier
    that it has not."""
    if nominal.article in ("indefinite", "bare"):
        return None
    fitting = [
        t
        for t in things
        if t.plural == nominal.plural
        and nominal.modifiers <= t.words
        and (not t.numbers or nominal.numbers <= t.numbers)
        and (not nominal.complement or nominal.complement in t.complements)
        and not (t.gender and nominal.gender and t.gender != nominal.gender)
    ]
    for thing in reversed(fitting):
        far = nominal.sentence - thing.last
        owned = owner in thing.owners or (not thing.owners and owner >= 0 and far <= WINDOW)
        near = far <= HEAD_WINDOW or bool(thing.names)
        if nominal.label in thing.nouns and near and (owned or nominal.article != "possessive"):
            return thing
    alike = synonyms().get(nominal.label, frozenset())
    named_alike = [
        t
        for t in fitting
        if nominal.sentence - t.last <= WINDOW
        and not alike.isdisjoint(t.nouns)
        and (nominal.article != "possessive" or owner in t.owners)
    ]
    return named_alike[0] if len(named_alike) == 1 else None


@cache
def synonyms() -> dict[str, frozenset[str]]:
    """Nouns that may stand for the same thing, by each of them."""
    found: dict[str, frozenset[str]] = {}
    for line in read_lists("coreference.toml")["same"]:
        for noun in line.split():
            found[noun] = found.get(noun, frozenset()) | frozenset(line.split())
    return found


def find_by_word(nominal: Candidate, things: Sequence[Thing]) -> Thing | None:
    """The named thing of the same type whose name holds a modifier ("the Aegean group"), or that
    was said to be what the modifiers say ("the Danish firm")."""
    if nominal.article not in ("definite", "demonstrative") or nominal.type is None:
        return None
    fitting = [
        t
        for t in things
        if t.names
        and t.type == nominal.type
        and not nominal.plural
        and (
            not nominal.modifiers.isdisjoint(_name_words(t))
            or (
                nominal.label in words("general")
                and nominal.modifiers
                and nominal.modifiers <= t.words
            )
        )
    ]
    return fitting[-1] if len({t.number for t in fitting}) == 1 else None


def _name_words(thing: Thing) -> set[str]:
    return {w.lower() for name in thing.names for w in name if w[:1].isupper()}


def find_by_type(
    nominal: Candidate, things: Sequence[Thing], fits_place: Iterable[int], *, subject: bool
) -> Thing | None:
    """The one thing of its type in mind: "the company" after a firm's name.

    Args:
        fits_place: Numbers of the things that the gazetteer says are what a noun for a place says.
        subject: The phrase is a subject: only then may it say something new ("the Oslo firm").
    """
    if nominal.article not in ("definite", "demonstrative") or nominal.plural:
        return None
    if (
        nominal.end > nominal.head + 1
        or nominal.label not in words("general")
        or nominal.type is None
    ):
        return None
    placed = bool(nominal.modifiers)
    if placed and not subject:
        return None
    if placed and not all(_is_of_place(m) for m in nominal.modifiers):
        return None
    places = set(fits_place)
    here = nominal.sentence
    fitting = [
        t
        for t in things
        if t.names
        and t.type == nominal.type
        and 0 <= here - t.last <= TYPE_WINDOW
        and not (nominal.type == "place" and t.number not in places)
        and not (t.gender and nominal.gender and t.gender != nominal.gender)
        and not t.plural
        and not (placed and any(_is_of_place(w) for w in t.words))
    ]
    found = _best(fitting, here, 0.6 if placed else 0.2, 0.4 if placed else 0.15)
    return found if found is not None or placed else _find_topic(nominal, things, places)


def _find_topic(nominal: Candidate, things: Sequence[Thing], places: set[int]) -> Thing | None:
    """What a text is about: the thing of a type that it names far more often than any other."""
    ranked = sorted(
        (
            t
            for t in things
            if t.names
            and t.type == nominal.type
            and not t.plural
            and (nominal.type != "place" or t.number in places)
        ),
        key=lambda t: -len(t.mentions),
    )
    if not ranked or len(ranked[0].mentions) < _TOPIC:
        return None
    rival = len(ranked[1].mentions) if len(ranked) > 1 else 0
    return ranked[0] if len(ranked[0].mentions) >= _TOPIC * rival else None


@cache
def _is_of_place(word: str) -> bool:
    """True for the lower-case form of a place's or a nation's name."""
    name = word.title()
    return nation_of(name) is not None or bool(places_named(name))


def _best(
    things: Sequence[Thing],
    sentence: int,
    cut: float,
    margin: float,
    quote: int = -1,
    favoured: Mapping[int, float] = MappingProxyType({}),
) -> Thing | None:
    """The most salient thing, if it passes the cut and leads by the margin.

    Args:
        quote: The quotation from which one looks back, or -1.
        favoured: What is added to the scores of things, by their numbers.
    """
    ranked = sorted(
        ((_score(t, sentence, quote) + favoured.get(t.number, 0.0), t.number) for t in things),
        reverse=True,
    )
    if not ranked or ranked[0][0] < cut:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < margin * ranked[0][0]:
        return None
    number = ranked[0][1]
    return next(t for t in things if t.number == number)


def _score(thing: Thing, sentence: int, quote: int) -> float:
    score = thing.salience(sentence) + 0.03 * min(len(thing.mentions), 6)
    if thing.quote >= 0 and thing.quote != quote:
        score *= _QUOTED
    return score + (_NAMED if thing.names else 0.0)


def find_antecedent(
    parse: Parse, pronoun: Candidate, things: Sequence[Thing], barred: set[int], quote: int
) -> Thing | None:
    """The thing that a third-person pronoun refers to, or None where that is open.

    Args:
        things: What was mentioned in the last sentences.
        barred: Numbers of things that the grammar rules out.
        quote: The number of the quotation that the pronoun is in, or -1.
    """
    kind = "person" if pronoun.gender else "they" if pronoun.plural else "it"
    if kind == "it" and is_pleonastic(parse, pronoun.head):
        return None
    thinks = parse.dep[pronoun.head] == "nsubj" and (
        parse.lemma[parse.head[pronoun.head]] in read_set("names.toml", "speech_verbs")
    )
    fitting = [
        t
        for t in things
        if t.number not in barred
        and 0 <= pronoun.sentence - t.last <= WINDOW
        and _agrees(pronoun, t)
        and not (thinks and t.type not in _MINDS)
    ]
    favoured = {t.number: _favour(parse, pronoun, t) for t in fitting}
    return _best(fitting, pronoun.sentence, _CUT[kind], _MARGIN[kind], quote, favoured)


def _favour(parse: Parse, pronoun: Candidate, thing: Thing) -> float:
    """What speaks for a thing apart from its salience."""
    last = thing.mentions[-1].head
    dep = parse.dep[pronoun.head]
    favour = 0.0
    if dep == "poss" and last in _subjects_above(parse, pronoun.head):
        favour += _OWN
    if dep in SUBJECTS and thing.last == pronoun.sentence and parse.dep[last] in SUBJECTS:
        favour += _PARALLEL
    if pronoun.plural and thing.type == "person":
        favour += _PEOPLE
    if thing.mentions[0].label == "and":
        favour += _JOINED
    return favour


def _subjects_above(parse: Parse, token: int) -> list[int]:
    """The subject of the clause that a token stands in."""
    for _ in range(_DEEPEST):
        token = parse.head[token]
        if parse.pos[token] in ("VERB", "AUX"):
            return [c for c in parse.children[token] if parse.dep[c] in SUBJECTS]
    return []


@cache
def _bodies() -> frozenset[str]:
    return words("people_bodies")


@cache
def _either() -> frozenset[str]:
    return read_set("nouns.toml", "either")


def _agrees(pronoun: Candidate, thing: Thing) -> bool:
    """Number, gender and type."""
    if pronoun.gender:
        may_be = thing.type == "person" or (thing.type is None and bool(thing.nouns & _either()))
        return may_be and not thing.plural and thing.gender in ("", pronoun.gender)
    if pronoun.plural:
        body = thing.type == "organization" and not thing.nouns.isdisjoint(_bodies())
        return thing.plural or (body and pronoun.label in ("they", "their"))
    return not thing.plural and thing.type not in ("person", "group")


def is_pleonastic(parse: Parse, token: int) -> bool:
    """True for an "it" that stands for a clause or for nothing: "it is likely that"."""
    if parse.dep[token] not in ("nsubj", "nsubjpass", "expl"):
        return False
    if parse.dep[token] == "expl":
        return True
    verb = parse.head[token]
    deps = {parse.dep[c] for c in parse.children[verb] if c > verb}
    if parse.lemma[verb] in read_set("coreference.toml", "pleonastic"):
        return bool(deps & {"ccomp", "xcomp", "oprd", "advcl"})
    if parse.lemma[verb] == "be":
        after = [c for c in parse.children[verb] if c > verb]
        if any(parse.dep[c] == "acomp" for c in after):
            inner = {
                parse.dep[g] for c in after if parse.dep[c] == "acomp" for g in parse.children[c]
            }
            return bool((deps | inner) & {"ccomp", "xcomp", "advcl", "csubj"})
        return "ccomp" in deps or any(
            parse.dep[c] == "attr" and any(parse.dep[g] == "relcl" for g in parse.children[c])
            for c in after
        )
    passive = any(parse.dep[c] == "auxpass" for c in parse.children[verb])
    return passive and "ccomp" in deps


def rivals_in_clause(parse: Parse, head: int) -> list[int]:
    """Heads of the other arguments of the same verb: a pronoun that is no reflexive and no
    possessive refers to none of them."""
    dep = parse.dep[head]
    if dep == "poss" or parse.lower[head] in words("reflexive"):
        return []
    verb = parse.head[head]
    if dep == "pobj":
        verb = parse.head[verb]
    if dep == "conj":
        return [parse.head[head]]
    return [
        c
        for c in parse.children[verb]
        if c != head and parse.dep[c] in ("nsubj", "nsubjpass", "dobj", "dative", "attr")
    ]
