"""What stands for what: nouns for those coordinated with them, names for a plural, relative
pronouns for what their clause describes."""

from kgx.annotate.clauses.reader import Reader, is_cleft
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.phrases import conjuncts, is_nominal, is_one, is_relative
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

_JOINTS = frozenset({",", "and"})


def spread_out(parse: Parse, head: int) -> list[int]:
    """A phrase's conjuncts, or the head alone where they are one thing."""
    return [head] if is_one(parse, head) else conjuncts(parse, head)


def members(reader: Reader, head: int) -> list[int]:
    """The names that spell out a plural: "two rivals - Orbis and Helix", "cities: Lyon, Turin",
    "the villages of Arden and Lund", "the Kite and Heron drones"."""
    parse = reader.parse
    if parse.tag[head] != "NNS":
        return []
    if models := _models(reader, head):
        return models
    of = parse.below(head, "of")
    if of is not None and parse.lemma[head].lower() in read_set("nouns.toml", "divisions"):
        named = conjuncts(parse, of)
        if len(named) > 1 and all(reader.named[m] in ("GPE", "LOC") for m in named):
            return named  # "the villages of Arden and Lund"
    spelled = [
        c
        for c in parse.children[head]
        if parse.dep[c] == "appos" and reader.named[c] and parse.text[parse.left[c] - 1] != "("
    ]
    return [m for c in spelled for m in conjuncts(parse, c) if reader.named[m]]


def _models(reader: Reader, head: int) -> list[int]:
    """The products that a plural noun behind them says what they are; of apps and batteries those
    are what they are for."""
    parse, found, at = reader.parse, list[int](), head - 1
    lemma, joined = parse.lemma[head].lower(), False
    for_them = lemma in read_set("noun_ties.toml", "made_for") - {"program"}
    if type_of_noun(lemma) != "product" or for_them:
        return []
    while at > parse.sent[head] and (reader.named[at] == "PRODUCT" or parse.lower[at] in _JOINTS):
        if reader.named[at] == "PRODUCT" and reader.named[at + 1] != "PRODUCT":
            found.append(at)
        joined = joined or parse.lower[at] == "and"
        at -= 1
    listed = joined and len(found) > 1 and parse.lower[at] == "the"
    return found[::-1] if listed else []


def antecedent(parse: Parse, verb: int) -> int | None:
    """The noun a relative clause hangs on."""
    here = verb
    while parse.dep[here] in ("conj", "xcomp", "ccomp") and parse.head[here] != here:
        here = parse.head[here]
    return parse.head[here] if parse.dep[here] in ("relcl", "acl") else None


def stand_in(reader: Reader, token: int, verb: int) -> int | None:
    """The token, or for a relative pronoun the noun it stands for."""
    parse = reader.parse
    if parse.lower[token] == "what" and is_cleft(parse, verb):
        return _cleft(parse, verb)
    return antecedent(parse, verb) if is_relative(parse, token) else token


def _cleft(parse: Parse, verb: int) -> int | None:
    """What "what" stands for in "what they drilled was | a well"; None for "was wrong"."""
    be = parse.head[verb]
    what = parse.child(be, "attr")
    plain = what is not None and parse.pos[what] in ("NOUN", "PROPN")
    return what if plain and parse.child(be, "neg") is None else None


def told_of(reader: Reader, pronoun: int, verb: int) -> list[int]:
    """What a relative pronoun that is the subject of a verb stands for; nothing where it stands for
    a clause."""
    parse = reader.parse
    noun = antecedent(parse, verb)
    if noun is None or _tells_of_clause(reader, pronoun, noun, verb):
        return []
    return [_person_near(reader, pronoun, one) for one in _agreeing(parse, pronoun, noun, verb)]


def _tells_of_clause(reader: Reader, pronoun: int, noun: int, verb: int) -> bool:
    """True for the "which" of "bought Orbis, which took place in May": no body takes place."""
    parse = reader.parse
    place = parse.child(verb, "dobj")
    takes = parse.lemma[verb] == "take" and place is not None and parse.lower[place] == "place"
    happens = takes or parse.lemma[verb] in ("happen", "occur")
    shows = parse.lemma[verb] in read_set("verbs.toml", "suggesting")
    if shows and parse.child(verb, "ccomp") is not None:
        return parse.pos[noun] == "NUM" or reader.timed[noun]  # "dates from 968, which suggests"
    return parse.lower[pronoun] == "which" and happens and reader.named[noun] not in ("", "EVENT")


def _agreeing(parse: Parse, pronoun: int, noun: int, verb: int) -> list[int]:
    """Which of coordinated nouns a relative clause after them is about: all that "share a border",
    the last that "makes trains"."""
    finite = [c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")] or [verb]
    plural = parse.tag[finite[0]] == "VBP" or parse.lower[finite[0]] == "were"
    single = parse.tag[finite[0]] == "VBZ" or parse.lower[finite[0]] == "was"
    first = noun
    while plural and parse.dep[first] == "conj" and is_nominal(parse, parse.head[first]):
        first = parse.head[first]
    group = [c for c in conjuncts(parse, first) if c < verb]
    if len(group) < 2 and (plural or single):
        return [_numbered(parse, pronoun, noun, plural=plural)]
    if "together" in [parse.lower[c] for c in parse.children[verb] if c < verb]:
        return group
    if len(group) < 2 or any(parse.tag[c] not in ("NN", "NNP") for c in group):
        return [noun]
    return group if plural else group[-1:] if single else [noun]


def _numbered(parse: Parse, pronoun: int, noun: int, *, plural: bool) -> int:
    """What "which" stands for where the noun before it is not of the number of its verb: "shares in
    Orbis, which have gained", "a hoard of coins, which was found"."""
    fits, clashes = (("NNS",), ("NN", "NNP")) if plural else (("NN", "NNP"), ("NNS",))
    first = noun
    while parse.dep[first] == "conj" and parse.head[first] < first:
        first = parse.head[first]
    above = parse.head[parse.head[first]]
    inside = parse.dep[first] == "pobj" and parse.dep[parse.head[first]] == "prep"
    swapped = inside and parse.tag[noun] in clashes and parse.tag[above] in fits
    return above if swapped and parse.lower[pronoun] == "which" else noun


def _person_near(reader: Reader, pronoun: int, noun: int) -> int:
    """What "who" stands for: where the parser hangs its clause on a place or a body that a person
    stands by ("Ann Lind of Orbis, who"), the person."""
    parse = reader.parse
    if parse.lower[pronoun] != "who" or reader.named[noun] not in ("ORG", "GPE", "LOC", "FAC"):
        return noun
    beside = [c for c in parse.children[noun] if parse.dep[c] in ("conj", "appos") and c < pronoun]
    above, persons = noun, read_set("nouns.toml", "person")
    while parse.dep[above] == "pobj" and parse.dep[parse.head[above]] == "prep":
        above = parse.head[parse.head[above]]
        trade = type_of_noun(parse.lemma[above].lower()) == "person"
        if parse.pos[above] == "NOUN" and (trade or parse.lemma[above] in persons):
            return above  # "a chemist at the University of Oslo who"
    named = (t for t in (*beside, above) if reader.named[t] == "PERSON")
    return next(named, noun)
