"""Nouns that name deeds, with their arguments.

The roles of nominalisations by preposition follow the argument classes of NomBank (Meyers et al.
2004).
"""

from collections.abc import Collection, Iterator

from kgx.annotate.clauses.prepositions import prepositional
from kgx.annotate.clauses.reader import Reader, is_passive, is_predicate, phrase
from kgx.annotate.clauses.subjects import subjects
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.grammar.phrases import is_nominal, noun_clause, phrase_words
from kgx.annotate.words.quantity_words import currencies
from kgx.annotate.words.wordlists import read_set
from kgx.types import Role

_Done = tuple[Phrase, bool, bool]
"""Whom or what a deed is about first; whether it is done to them; and whether that makes a fact
without any further argument."""


def read_deeds(reader: Reader) -> Iterator[Clause]:
    """Nominalisations with their arguments: "the export deal with Brazil for its engine"."""
    parse = reader.parse
    for token in range(len(parse)):
        if parse.pos[token] != "NOUN" or parse.dep[token] in ("compound", "nmod"):
            continue
        if parse.lemma[token] in reader.lexicon.nominals and not _is_in_preposition(reader, token):
            clause = _read_deed(reader, token)
            if clause is not None:
                yield clause


def _is_in_preposition(reader: Reader, noun: int) -> bool:
    """True for the noun of "in charge of", "in response to"."""
    parse = reader.parse
    words = f"{parse.lower[parse.head[noun]]} {parse.lower[noun]}"
    return parse.dep[noun] == "pobj" and words in reader.lexicon.complex_prepositions


def _read_deed(reader: Reader, noun: int) -> Clause | None:
    parse = reader.parse
    arguments = [p for p in prepositional(reader, noun) if p.tokens]
    done = _find_subject(reader, noun, arguments)
    if done is None:
        return None
    subject, passive, named = done
    same = next((p.marker for p in arguments if p.head == subject.head), None)
    rest = [_deed_role(parse, p) for p in arguments if p.marker != same]
    if not named and not any(p.role != "time" for p in rest):
        return None
    words = _deed_words(reader, noun)
    lemma = " ".join(parse.lemma[t].lower() for t in words)
    told = [*rest, *_times_before(reader, noun)]
    return noun_clause(noun, "nominal", lemma, subject, told, relation=words, passive=passive)


def _times_before(reader: Reader, noun: int) -> list[Phrase]:
    """When a deed was done, where the noun itself tells: "the *2020* sale", "*May's* vote"."""
    parse = reader.parse
    timed = (c for c in parse.children[noun] if reader.timed[c])
    return [
        Phrase(c, phrase_words(parse, c), "time")
        for c in timed
        if parse.dep[c] in ("compound", "nmod", "poss")
        or (parse.dep[c] == "amod" and parse.tag[c] != "JJ")
    ]


def _find_subject(reader: Reader, noun: int, arguments: list[Phrase]) -> _Done | None:
    parse = reader.parse
    agents = _agents(reader, noun, arguments)
    clear = parse.lemma[noun] not in reader.lexicon.ambiguous
    if agents:
        return phrase(reader, agents[0], "subject"), False, clear
    verb = reader.lexicon.nominals[parse.lemma[noun]]
    theme = _theme(reader, arguments)
    if theme is not None:
        return _undergo(reader, verb, theme)
    borne = _find_bearer(reader, noun)
    if borne is not None:
        return borne
    brought = reader.lexicon.themes.get(verb, ())
    theme = next((p for p in arguments if _is_brought(reader, p, brought)), None)
    if theme is not None:
        return _undergo(reader, verb, theme)
    about = next((p for p in arguments if _marker(parse, p) == "for"), None)
    if about is not None and _is_deal(reader, noun):
        return _deal_in(reader, about)
    name = next((c for c in parse.children[noun] if _is_name_before(reader, c, noun)), None)
    return None if name is None else (phrase(reader, name, "subject"), False, clear)


def _undergo(reader: Reader, verb: str, theme: Phrase) -> _Done:
    """What a deed is done to, or what happens by itself: "the rise of prices"."""
    happens = verb in reader.lexicon.happening
    return Phrase(theme.head, theme.tokens, "subject"), not happens, True


def _deal_in(reader: Reader, goods: Phrase) -> _Done:
    """What a deal is about, or whose goods: "a deal for *Orbis's* pumps"."""
    owner = reader.parse.child(goods.head, "poss")
    if owner is not None and reader.named[owner]:
        return phrase(reader, owner, "subject"), False, False
    return Phrase(goods.head, goods.tokens, "subject"), False, False


def _is_brought(reader: Reader, part: Phrase, brought: Collection[str]) -> bool:
    """True for what a deed is done to after one of its prepositions; no place or time: in "growth
    in the region" the region does not grow."""
    marker, lemma = _marker(reader.parse, part), reader.parse.lemma[part.head]
    around = marker == "in" and (
        part.role == "time" or reader.named[part.head] or lemma in read_set("nouns.toml", "place")
    )
    return marker in brought and not around


def _theme(reader: Reader, arguments: list[Phrase]) -> Phrase | None:
    """What a deed is of; of "a growth of 28 percent in exports" the exports."""
    parse = reader.parse
    of = next((p for p in arguments if _marker(parse, p) == "of"), None)
    if of is not None and parse.tag[of.head] == "CD":
        return None  # "job cuts of 10,000"
    if of is None or parse.lower[of.head] not in _UNITS:
        return of
    inside = (p for p in arguments if _marker(parse, p) == "in" and p.role != "time")
    return next((p for p in inside if not reader.named[p.head]), None)


def _find_bearer(reader: Reader, noun: int) -> tuple[Phrase, bool, bool] | None:
    """The subject of a verb that says little but who does the deed, or to whom it is done: "filed a
    lawsuit", "faces trial", "is under construction", "said in a statement"."""
    parse, lexicon = reader.parse, reader.lexicon
    verb = _light_verb(reader, noun)
    if verb is not None:
        alone = parse.lemma[verb] in lexicon.performing | lexicon.undergoing
        alone = alone and parse.dep[noun] != "pobj"  # "paid in advance"
        passive = parse.lemma[verb] in lexicon.undergoing
        got = passive or parse.lemma[verb] == "win"
        handed = got and parse.lemma[noun] in lexicon.handed
        winner = _winner(reader, verb, noun)
        own = [] if handed else subjects(reader, verb)
        doers = own if winner is None else [winner]
    else:
        doers, passive = _beside(reader, noun)
        alone = True
    return (phrase(reader, doers[0], "subject"), passive, alone) if doers else None


def _winner(reader: Reader, verb: int, noun: int) -> int | None:
    """Who has what another brings them: the team that a goal gives a victory."""
    parse = reader.parse
    won = reader.lexicon.nominals[parse.lemma[noun]] in ("win", "control", "lead")
    given = won and parse.lemma[verb] in read_set("verbs.toml", "giving")
    return parse.child(verb, "dative") if given else None


def _beside(reader: Reader, noun: int) -> tuple[list[int], bool]:
    """Who bears a deed after a preposition, and whether it is done to them."""
    parse, lexicon = reader.parse, reader.lexicon
    prep = parse.head[noun]
    above, word, lemma = parse.head[prep], parse.lower[prep], parse.lemma[noun]
    if parse.dep[noun] != "pobj" or parse.dep[prep] != "prep" or above > prep:
        return [], False
    verb = is_predicate(parse, above)
    if word == "under" and not any(parse.dep[c] == "det" for c in parse.children[noun]):
        bare = subjects(reader, above) if verb and parse.lemma[above] == "be" else []
        return (bare if verb else [above] if is_nominal(parse, above) else []), True
    active = verb and not is_passive(parse, above)
    spoken = word in ("in", "during") and lemma in lexicon.uttered
    gone = word in ("after", "during", "on") and lemma in lexicon.going
    off = word == "on" and lemma in read_set("noun_ties.toml", "off_work")
    idle = off and parse.lemma[above] == "be"
    return (subjects(reader, above) if active and (spoken or gone or idle) else []), False


def _is_name_before(reader: Reader, token: int, noun: int) -> bool:
    """True for the name in "an Orbis announcement", "a Turkish attack"."""
    return (
        token < noun
        and reader.parse.dep[token] in ("compound", "nmod", "amod")
        and reader.named[token] in ("ORG", "PERSON", "GPE", "NORP", "PRODUCT")
    )


def _is_deal(reader: Reader, noun: int) -> bool:
    deed = reader.lexicon.nominals[reader.parse.lemma[noun]]
    return deed in ("deal", "agree", "contract", "order")


def _marker(parse: Parse, part: Phrase) -> str:
    return parse.lower[part.marker[-1]] if part.marker else ""


def _deed_role(parse: Parse, part: Phrase) -> Phrase:
    role: Role = "object" if _marker(parse, part) == "of" else part.role
    return Phrase(part.head, part.tokens, role, part.marker)


def _deed_words(reader: Reader, noun: int) -> tuple[int, ...]:
    """The noun with the common nouns compounded to it ("export deal"), names and times left out."""
    parse = reader.parse
    first = noun
    while (
        first - 1 >= parse.sent[noun]
        and parse.dep[first - 1] == "compound"
        and parse.pos[first - 1] == "NOUN"
        and not reader.timed[first - 1]
        and not _measures(parse, first - 1)
        and parse.head[first - 1] in range(first, noun + 1)
    ):
        first -= 1
    return tuple(range(first, noun + 1))


def _is_kind(parse: Parse, owner: int) -> bool:
    """True for the plural in "a developers' conference", which says what kind it is."""
    article = parse.child(owner, "det")
    plural = parse.tag[owner] in ("NNS", "NNPS")
    return plural and article is not None and parse.lower[article] in ("a", "an")


_UNITS = frozenset({"percent", "cent", "%"})


def _measures(parse: Parse, token: int) -> bool:
    """True for the measure in "a 78 percent increase", the sum in "a 90 million euro contract"."""
    sum_ = parse.tag[token - 1] == "CD" and parse.lower[token] in currencies()
    return sum_ or parse.lower[token] in _UNITS or parse.child(token, "nummod") is not None


def _agents(reader: Reader, noun: int, arguments: list[Phrase]) -> list[int]:
    """Who does the deed, as its own phrase says: the possessor, or the noun after "by"."""
    owner = reader.parse.child(noun, "poss")
    if owner is not None and not reader.timed[owner] and not _is_kind(reader.parse, owner):
        return [owner]
    ways = {"by", "between"}
    if reader.parse.lemma[noun] in reader.lexicon.handed:
        ways.add("from")  # "won an order from Orbis"
    by = next((p for p in arguments if _marker(reader.parse, p) in ways), None)
    return [] if by is None else [by.head]


def _light_verb(reader: Reader, noun: int) -> int | None:
    """The verb that says little but who does the deed: "signed a deal with"."""
    parse = reader.parse
    above, dep = parse.head[noun], parse.dep[noun]
    if dep == "conj":
        above, dep = parse.head[above], parse.dep[above]
    if dep == "pobj" and parse.lower[above] in ("in", "into"):
        above, dep = parse.head[above], "dobj"
    lexicon = reader.lexicon
    light = lexicon.light | lexicon.performing | lexicon.undergoing
    return (
        above
        if dep == "dobj" and is_predicate(parse, above) and parse.lemma[above] in light
        else None
    )
