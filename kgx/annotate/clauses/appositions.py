"""Facts that appositions tell, after MinIE's implicit extractions
(Gashteovski et al. 2017)."""

from collections.abc import Iterator

from kgx.annotate.clauses.births import is_child
from kgx.annotate.clauses.reader import Reader, phrase
from kgx.annotate.clauses.stand_ins import spread_out
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.grammar.phrases import (
    conjuncts,
    is_indefinite,
    is_nominal,
    is_one,
    noun_clause,
    phrase_words,
    trim,
)
from kgx.annotate.names.evidence import best_place
from kgx.annotate.words.noun_types import type_of_noun
from kgx.records import changed

_DASHES = frozenset("-–—")
_MOST = 3  # appositions of one noun
_PLACES = frozenset({"GPE", "LOC"})


def read_appositions(reader: Reader) -> Iterator[Clause]:
    """ "X, the chair of Y," says what X is."""
    parse = reader.parse
    for token, dep in enumerate(parse.dep):
        head = parse.head[token]
        if dep != "appos" or not is_nominal(parse, token) or not is_nominal(parse, head):
            continue
        if reader.timed[head] or _is_list(parse, head):
            continue
        if _is_age(reader, head, token):
            age = Phrase(token, (token,), "amount")
            yield noun_clause(token, "apposition", "age", phrase(reader, head, "subject"), [age])
        if not _is_idle(reader, head, token):
            yield from _read_apposition(reader, head, token)


def _is_idle(reader: Reader, head: int, token: int) -> bool:
    """True for an apposition that tells nothing: numbers, times, shares, what is cited, "the
    world's largest"."""
    parse = reader.parse
    if parse.child(token, "case") is not None:
        return True
    figure = parse.pos[token] in ("NUM", "SYM", "PRON") and not _is_one_among(parse, token)
    counted = parse.pos[head] == "NUM" and not _is_one_of(reader, head, token)
    opener = token < head and parse.lower[head] in ("he", "she", "it", "they")
    if figure or counted or (parse.pos[head] in ("SYM", "PRON") and not opener):
        return True
    if reader.named[head] in _PLACES and is_child(parse, token):
        return True  # "born in Oslo, the son of Y"
    return reader.timed[token] or _is_citation(parse, token) or _is_share(parse, token)


def _read_apposition(reader: Reader, head: int, token: int) -> Iterator[Clause]:
    parse = reader.parse
    if reader.named[token] in _PLACES and reader.named[head] in _PLACES:
        route = parse.text[parse.left[token] - 1] in _DASHES  # "Bari–Lund"
        if not route and (parse.child(token, "conj") is None or _holds_places(parse, token)):
            around = Phrase(token, phrase_words(parse, token), "place")
            named = phrase(reader, head, "subject")
            yield noun_clause(token, "apposition", "be in", named, [around])
        return  # "Lyon, Turin, and Graz"
    if _is_listing(parse, token) or _is_entry(reader, head, token):
        return
    if reader.named[token] not in ("", "PERSON", "NORP") and is_indefinite(parse, token):
        return  # "the citadel, a World Heritage Site"
    # "the captain, a Croat"
    citizen = reader.named[token] == "NORP" and is_indefinite(parse, token)
    if reader.named[token] and not reader.named[head] and not citizen:
        if not _is_part_or_many(reader, head, token):
            # "its chair and chief executive, Ann Lind,"
            roles = conjuncts(parse, head) if is_one(parse, head) else [head]
            yield from _say_roles(reader, token, roles)
    elif not _is_name(reader, token):  # two names: "International Business Machines (IBM)"
        subject = _nearer(reader, head, token)
        if _agree(reader, subject, token):
            yield from _say_roles(reader, subject, spread_out(parse, token))


def _is_part_or_many(reader: Reader, head: int, token: int) -> bool:
    """True for a noun before a name that is part of a name, "Vest county, Norway", or that several
    names fill out: "two rivals - Orbis and Helix"."""
    parse = reader.parse
    if reader.named[token] in _PLACES and _is_called(reader, head):
        return True
    joined = any(parse.lower[c] in ("and", "or") for c in parse.children[token])
    plural = parse.tag[head] == "NNS" and not _is_side(reader, head, token)
    return plural or (joined and parse.text[token - 1] in ("(", "-", "–"))


def _say_roles(reader: Reader, subject: int, roles: list[int]) -> Iterator[Clause]:
    """What a subject is, one clause for each of the nouns that say so."""
    parse = reader.parse
    for one in roles:
        words = _own_words(parse, one, subject)
        if words:
            named = phrase(reader, subject, "subject")
            rest = tuple(t for t in named.tokens if not words[0] <= t <= words[-1])
            named = changed(named, tokens=rest or named.tokens)
            complement = Phrase(one, words, "complement")
            yield noun_clause(one, "apposition", "be", named, [complement])


def _is_called(reader: Reader, head: int) -> bool:
    """True for a noun that a name is part of: "Vest county"."""
    parse = reader.parse
    return any(
        parse.dep[c] in ("compound", "nmod") and reader.named[c] in _PLACES
        for c in parse.children[head]
    )


def _is_one_among(parse: Parse, token: int) -> bool:
    """True for the "one" of "polyethylene, one of the commonest plastics"."""
    return parse.lower[token] == "one" and any(
        parse.lower[c] == "of" for c in parse.children[token]
    )


def _is_one_of(reader: Reader, head: int, token: int) -> bool:
    """True for "one of its engineers, Ann Lind,"."""
    parse = reader.parse
    of = any(parse.lower[c] == "of" and c < token for c in parse.children[head])
    return parse.lower[head] == "one" and of and bool(reader.named[token])


def _is_name(reader: Reader, token: int) -> bool:
    """True for what names a second thing and describes none, as "a Republican" and "Deputy Head of
    Police" do."""
    parse = reader.parse
    if reader.named[token] == "NORP":
        article = parse.child(token, "det")
        return article is None or parse.lower[article] not in ("a", "an")
    if reader.named[token] or parse.pos[token] != "PROPN":
        return bool(reader.named[token])
    return type_of_noun(parse.lower[token]) != "person"


_KINDS = {"GPE": "place", "LOC": "place", "ORG": "organization", "PERSON": "person"}


def _nearer(reader: Reader, subject: int, described: int) -> int:
    """The name right before the comma, where the noun after it tells its kind and not that of what
    the parser ties it to: "an election in Tartu, a city"."""
    parse = reader.parse
    kind = type_of_noun(parse.lemma[described].lower())
    last = parse.left[described] - 2
    if kind is None or last <= subject or parse.text[last + 1] != ",":
        return subject
    own = _KINDS.get(reader.named[subject]) or type_of_noun(parse.lemma[subject].lower())
    alike = _KINDS.get(reader.named[last]) == kind
    single = parse.tag[described] == "NN"
    return (
        last
        if alike and (kind != own or (single and _is_second(parse, subject, last)))
        else subject
    )


def _is_second(parse: Parse, first: int, last: int) -> bool:
    """True for a word of what "and" joins to another: "Ann and her colleague *Tom Berg*"."""
    while last > first and parse.dep[last] != "conj":
        last = parse.head[last]
    return last > first and parse.head[last] == first


def _holds_places(parse: Parse, token: int) -> bool:
    """True for the name of a country or a region."""
    place = best_place(parse.text[token])
    return place is not None and place.kind != "city"


def _is_entry(reader: Reader, head: int, token: int) -> bool:
    """True for what stands beside a noun in a list or a measure, and says nothing of it: "apples,
    pears", "five miles (8 km)", "plums: 3 kg", "the rent; (c)"."""
    parse = reader.parse
    counted = parse.child(token, "nummod")
    if counted is not None and (
        parse.child(head, "nummod") is not None or parse.text[counted].isdecimal()
    ):
        return True
    if reader.named[head] or reader.named[token]:
        return False
    bare = not parse.children[token] and all(c > head for c in parse.children[head])
    return bare or len(parse.text[head]) == 1 or len(parse.text[token]) == 1


def _is_citation(parse: Parse, token: int) -> bool:
    """True for a source in brackets: "a new method (Hale, 2010)", "(Hale et al."."""
    first = parse.left[token]
    inside = range(first, min(parse.right[token] + 1, first + 12))
    years = any(parse.text[t].isdecimal() and len(parse.text[t]) == 4 for t in inside)
    others = any(
        parse.lower[t] == "et" and parse.lower[t + 1] in ("al", "al.") for t in inside[:-1]
    )
    return (years or others) and any(
        parse.text[t] in ("(", "[") for t in (inside[0], inside[0] - 1)
    )


def _is_side(reader: Reader, head: int, token: int) -> bool:
    """True for a body that a plural stands right before: "champions Bayern Munich"."""
    parse = reader.parse
    first = min([c for c in parse.children[token] if c > head], default=token)
    alone = parse.child(token, "conj", "cc") is None
    return reader.named[token] == "ORG" and first == head + 1 and alone


def _is_listing(parse: Parse, token: int) -> bool:
    """True for where a share is traded: "Orbis (NYSE: ORB)"."""
    inside = parse.text[token - 1] == "(" and parse.text[token + 1 : token + 2] == [":"]
    return inside and "".join(parse.text[token + 2 : token + 3]).isupper()


def _is_share(parse: Parse, token: int) -> bool:
    """True for "900 staff, half of them in Lyon", who are not half of them."""
    them = parse.below(token, "of")
    return them is not None and parse.lower[them] in ("them", "which", "whom", "these", "those")


def _is_list(parse: Parse, head: int) -> bool:
    """True for a noun with more appositions than anything has."""
    beside = 0
    for c in parse.children[head]:
        beside += parse.dep[c] == "appos"
        if beside > _MOST:
            return True
    return False


def _agree(reader: Reader, subject: int, described: int) -> bool:
    """True unless what looks like an apposition is the next thing in a list: "the mill, its
    workers, and the barn"."""
    parse = reader.parse
    several = parse.tag[described] in ("NNS", "NNPS")
    one = parse.tag[subject] in ("NN", "NNP") and reader.named[subject] not in ("ORG", "NORP")
    if several and one and len(conjuncts(parse, subject)) == 1:
        return False
    if parse.tag[subject] == "NNS" and parse.tag[described] == "NN" and not reader.named[subject]:
        return False
    joined = parse.child(described, "cc")
    return joined is None or parse.text[joined - 1] != ","


def _is_age(reader: Reader, head: int, token: int) -> bool:
    """True for the number in "Jane Roe, 51,"."""
    parse = reader.parse
    return (
        reader.named[head] == "PERSON"
        and parse.text[token].isdecimal()
        and len(parse.text[token]) <= 3
        and parse.text[token - 1] == ","
        and not parse.children[token]
    )


def _own_words(parse: Parse, head: int, without: int) -> tuple[int, ...]:
    """The words of a phrase less the subtree of one token in it."""
    left, right = parse.left[without], parse.right[without]
    return trim(
        parse,
        [
            t
            for t in phrase_words(parse, head)
            if not left <= t <= right or not left <= without <= right or parse.head[without] != head
        ],
    )
