"""Evidence for what a name names that stands around its mentions: titles, nouns, verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.evidence import (
    HINT,
    STRONG,
    SURE,
    TOLD,
    VERSION,
    Evidence,
    best_place,
    company_evidence,
)
from kgx.annotate.names.words import Name, given_names, is_calling, words_in
from kgx.annotate.words.gazetteer import nation_of
from kgx.annotate.words.wordlists import read_lists, read_set

_LONGEST_LIST = 12
_VERSE = re.compile(r"\d{1,3}(?::\d{1,3}(?:[-–]\d{1,3})?)?")
_WHERE = frozenset({"in", "on", "of", "near"})
_DEFINED = frozenset({"GPE", "LOC", "FAC", "ORG"})
_SIDE_NOUNS = (
    ("person", "PERSON"),
    ("organization", "ORG"),
    ("country", "GPE"),
    ("city", "GPE"),
    ("place", "LOC"),
    ("facility", "FAC"),
    ("work", "WORK_OF_ART"),
    ("event", "EVENT"),
    ("law", "LAW"),
    ("product", "PRODUCT"),
)


def context_evidence(parse: Parse, name: Name) -> Iterator[Evidence]:
    """What stands around one mention."""
    head = head_of(parse, name.start, name.end)
    if name.title:
        yield "title", "PERSON", SURE
    if name.start > parse.sent[name.start]:
        yield from _before(parse, name, head)
    after = parse.text[name.end] if name.end < len(parse) else ""
    if VERSION.fullmatch(after):
        yield "version", "PRODUCT", SURE
    if _is_verse(parse.text[name.end - 1], after):
        yield "verse", "WORK_OF_ART", SURE + STRONG
    if parse.lower[name.end : name.end + 2] in (["et", "al."], ["et", "al"]):
        yield "et al.", "PERSON", SURE + STRONG
    if name.label == "WORK_OF_ART" and _is_quoted(parse, name):
        yield "quoted", "WORK_OF_ART", TOLD
    if parse.lower[name.end - 1] == "family":
        yield "family", "NORP", 3 * STRONG
    yield from _beside(parse, name, head)
    yield from _above(parse, name, head)


def _is_verse(book: str, number: str) -> bool:
    """True for a book of the Bible with chapter and verse (John 3:16), or with a chapter alone if
    nobody has its name (Romans 8)."""
    if book not in words_in("bible_books") or not _VERSE.fullmatch(number):
        return False
    return ":" in number or book.lower() not in given_names()


def _is_quoted(parse: Parse, name: Name) -> bool:
    marks = parse.text[name.start - 1 : name.start] + parse.text[name.end : name.end + 1]
    return len(marks) == 2 and marks[0] in '"“‘«' and marks[1] in '"”’»'


def _before(parse: Parse, name: Name, head: int) -> Iterator[Evidence]:
    """What the words before a name say: *chair* X, *the city of* X, *an* X."""
    before = name.start - 1
    word = parse.lower[before]
    narrows = name.end - name.start == 1 and parse.dep[head] in ("amod", "compound", "nmod")
    if (word == "the" or narrows) and parse.text[name.start] in words_in("waters"):
        yield "waters", "LOC", SURE
    if parse.dep[head] == "conj":
        yield from _listed(parse, head)
    if parse.text[before] in words_in("titles") and parse.head[before] == head:
        yield "title", "PERSON", SURE
    elif _is_shared(parse, before) and name.end - name.start == 1:
        yield "noun before", "ORG", 1.2
    elif _is_leader(parse, before) and name.end - name.start in (2, 3):
        yield "leader", "PERSON", 1.5
    elif (label := _noun_label(parse, before)) and _is_noun_of(parse, before, label):
        yield "noun before", label, TOLD
    if is_byline(parse, name):
        yield "byline", "PERSON", SURE
    if word in ("'s", "’s") and _is_country(parse.text[before - 1]):
        yield from _of_country(parse, name)
    if word in ("at", "in") and before:
        yield from _held_in(parse, word, before - 1)
    if word == "by" and parse.lemma[parse.head[before]] in words_in("making_verbs"):
        yield from _made_by(parse, name)
    if word == "of" and before and _noun_label(parse, before - 1) in ("GPE", "LOC"):
        yield "of", "GPE", STRONG
    if word == "of" and before:
        yield from _governed(parse.lemma[before - 1])
    leads = word == "to" and before and parse.head[before] == before - 1
    if leads and parse.lemma[before - 1] in words_in("leads_to"):
        yield "way to", "GPE", TOLD
    if "ORG" in company_evidence(parse.text[before : name.start]) and parse.head[before] == head:
        yield "maker", "PRODUCT", 2.0  # the Nokia X
    if word in ("a", "an") and head == name.end - 1 and parse.dep[head] != "compound":
        yield "a", "PRODUCT", 1.0
    people = parse.tag[head] == "NNPS" and head == name.start and name.label in ("PRODUCT", "")
    if word == "the" and people:
        yield "people", "NORP", 2.0


def _listed(parse: Parse, head: int) -> Iterator[Evidence]:
    """What the noun says that names are listed after: the *villages* of Hexley and X, *firms* such
    as Orbis and X."""
    first = head
    for _ in range(_LONGEST_LIST):
        if parse.dep[first] != "conj":
            break
        first = parse.head[first]
    prep = parse.head[first]
    noun = parse.head[prep]
    after = parse.dep[first] == "pobj" and parse.lower[prep] in ("of", "as") and noun < prep
    label = _noun_label(parse, noun) if after and parse.tag[noun] == "NNS" else None
    if label is not None and (parse.lower[prep] == "as" or label in ("GPE", "LOC")):
        yield "listed", label, TOLD


def _is_leader(parse: Parse, token: int) -> bool:
    """True for "leader" after a body's name or the noun for one; a market's may be a firm."""
    if parse.lower[token] != "leader" or token == 0:
        return False
    return parse.text[token - 1][0].isupper() or parse.lower[token - 1] in words_in("led_bodies")


def _is_country(word: str) -> bool:
    place = best_place(word)
    return place is not None and place.kind == "country"


def _of_country(parse: Parse, name: Name) -> Iterator[Evidence]:
    """What a country's possessive says of a name: France's Orbis; but France's Jeanne Orlac."""
    full = name.end - name.start > 1 and parse.lower[name.start] in given_names()
    yield "country's", "PERSON" if full else "ORG", 1.5


def _made_by(parse: Parse, name: Name) -> Iterator[Evidence]:
    """What "built by X" and "distributed by X" say: firms make, and no places."""
    if parse.lower[name.start] not in given_names():
        yield "made by", "ORG", 2.0 if name.end - name.start == 1 else 1.0


def _is_noun_of(parse: Parse, token: int, label: str) -> bool:
    """False for a noun with a capital within a sentence, which is part of another name: the Air
    *Force*'s; persons' are titles."""
    opens = token == parse.sent[token] and is_calling(parse.lower[token])
    return label == "PERSON" or parse.text[token].islower() or opens


def is_byline(parse: Parse, name: Name) -> bool:
    """True for "By Ann Lind" on a line of its own, or with a place or an agency."""
    first = parse.sent[name.start]
    if parse.lower[first] != "by" or name.start != first + 1:
        return False
    return 2 <= name.end - name.start <= 4 and parse.sent_end[name.start] - name.start < 12


def _held_in(parse: Parse, word: str, noun: int) -> Iterator[Evidence]:
    """What "analysts at X" and "shares in X" say."""
    if word == "at" and _noun_label(parse, noun) == "PERSON":
        yield "at", "ORG", 2.2
    elif word == "in" and parse.lemma[noun] in words_in("put_into"):
        yield "in", "ORG", 1.5


def _governed(noun: str) -> Iterator[Evidence]:
    """What a noun before "of" says: *founder* of X, *mayor* of X."""
    if noun in words_in("of_body"):
        yield "of", "ORG", TOLD - 0.5
    elif noun in words_in("of_place"):
        yield "of", "GPE", TOLD - 0.5


def _beside(parse: Parse, name: Name, head: int) -> Iterator[Evidence]:
    """What appositions and relative clauses say: X, *the chair*; X, *61*; X, *who*."""
    for child in parse.children[head]:
        if parse.dep[child] == "appos" and child >= name.end:
            if parse.text[child].isdigit() and len(parse.text[child]) <= 2:
                yield "age", "PERSON", STRONG
            elif label := _noun_label(parse, child):
                yield "apposition", label, TOLD
        elif parse.dep[child] == "acl" and parse.lower[child] in words_in("led"):
            yield "led", "ORG", TOLD
        elif parse.dep[child] == "relcl" and _starts_with_who(parse, child):
            yield "who", "PERSON", 2.0
    up = parse.head[head]
    if parse.dep[head] == "appos" and not name.start <= up < name.end:
        label = _noun_label(parse, up)
        if label is None and _is_bought(parse, up):
            label = "ORG"  # "acquired two rivals, X and Y"
        if label:
            yield "apposition", label, TOLD


def _above(parse: Parse, name: Name, head: int) -> Iterator[Evidence]:
    """What the noun or verb above a name says: the X *movement*; *buy* X; X *is* a town."""
    dep, up = parse.dep[head], parse.head[head]
    if dep in ("compound", "nummod", "nmod") and up == name.end:
        label = _noun_label(parse, up)
        body = parse.lower[up] in words_in("named_bodies")
        numbered = parse.text[name.end - 1].isdigit() and label == "PRODUCT"
        if label == "FAC" and name.label == "PERSON" and name.end - name.start > 1:
            yield "noun after", "FAC", SURE  # the Ann B. Lind airport
        elif parse.lemma[up] in words_in("works"):
            yield "noun after", "GPE", 1.2  # the Rouen mill
        elif parse.lemma[up] in words_in("arms") and _is_model(parse, name):
            yield "noun after", "PRODUCT", 2.0  # Kestrel tanks
        elif label and (label in ("LOC", "FAC", "GPE") or numbered or body):
            yield "noun after", label, TOLD if body else 1.6
        elif label == "PRODUCT" and _has_maker(parse, up, name.start):
            yield "noun after", label, TOLD  # "its Orbis phone"
    elif dep == "dobj" and parse.lemma[up] in words_in("place_verbs"):
        yield "attacked", "GPE", 2.0
    elif dep == "dobj" and parse.lemma[up] in words_in("product_verbs"):
        yield "launched", "PRODUCT", 1.2
    elif _is_bought(parse, head):
        yield "bought", "ORG", 2.2
    elif _is_share(parse, head):
        yield "shares", "ORG", TOLD  # Orbis fell 4%
    elif dep == "nsubj" and parse.lemma[up] in words_in("speech_verbs"):
        yield "speech", "PERSON", HINT + 0.2
        yield "speech", "ORG", HINT - 0.2
    elif dep == "nsubj" and parse.lemma[up] == "be":
        attr = parse.child(up, "attr")
        if attr is None and _lies_in(parse, up):
            yield "lies", "GPE", 1.0
        elif attr is not None and (label := _noun_label(parse, attr)):
            yield "copula", label, STRONG if defines(parse, attr) else 2.0


def defines(parse: Parse, noun: int) -> bool:
    """True for what a definition says of a place or a body: *a town in Maine*."""
    article = parse.child(noun, "det")
    if article is None or parse.lower[article] not in ("a", "an") or parse.tag[noun] != "NN":
        return False
    where = (parse.child(c, "pobj") for c in parse.children[noun] if parse.lower[c] in _WHERE)
    named = any(parse.tag[w] in ("NNP", "NNPS") for w in where if w is not None)
    return named and _noun_label(parse, noun) in _DEFINED


def _is_model(parse: Parse, name: Name) -> bool:
    """True for one word that is no land's or people's, as the models of arms are called."""
    word = parse.text[name.start]
    bare = name.end - name.start == 1 and not word.isupper()
    return bare and best_place(word) is None and nation_of(word) is None


def _has_maker(parse: Parse, noun: int, start: int) -> bool:
    """True for a noun whose owner stands before a name: *Orbis's* Kite phone."""
    return any(parse.dep[c] == "poss" and c < start for c in parse.children[noun])


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


def _is_bought(parse: Parse, token: int) -> bool:
    """True for the object of a verb for what one does to a firm."""
    verb = parse.lemma[parse.head[token]]
    return parse.dep[token] == "dobj" and verb in words_in("body_verbs")


def _is_shared(parse: Parse, token: int) -> bool:
    """True for a noun that persons and bodies may be called by where it tells of a body: supplier,
    or any that opens its sentence (*Rival* Orbis)."""
    opens = token == parse.sent[token] and is_calling(parse.lower[token])
    return parse.lemma[token] in _shared_nouns() or (
        opens and parse.lower[token] in read_set("nouns.toml", "either")
    )


@cache
def _shared_nouns() -> frozenset[str]:
    """Nouns for bodies that a person may be called by as well."""
    return (read_set("nouns.toml", "either") & read_set("nouns.toml", "organization")) | {"parent"}


@cache
def side_labels() -> dict[str, str]:
    """The label that a common noun gives a name beside it; the first list that holds it counts."""
    labels: dict[str, str] = {}
    for key, label in _SIDE_NOUNS:
        for noun in sorted(read_set("nouns.toml", key) - read_set("nouns.toml", "either")):
            labels.setdefault(noun, label)
    return labels


def _noun_label(parse: Parse, token: int) -> str | None:
    if parse.pos[token] not in ("NOUN", "PROPN"):
        return None
    lemma = parse.lemma[token].lower()
    label = side_labels().get(lemma)
    ends = read_lists("nouns.toml")["person_ends"]
    return "PERSON" if label is None and lemma.endswith(ends) else label


def _starts_with_who(parse: Parse, verb: int) -> bool:
    return any(parse.lower[c] in ("who", "whom") for c in parse.children[verb])


def _lies_in(parse: Parse, verb: int) -> bool:
    """True for ``is in``."""
    return any(
        parse.dep[c] == "prep" and parse.lower[c] == "in" and c == verb + 1
        for c in parse.children[verb]
    )


def is_inside(parse: Parse, start: int) -> bool:
    """True for a name after ``in`` or its like: a place, unless one puts money in it."""
    before = start - 1
    if start > parse.sent[start] and parse.lower[before] == "the":
        before -= 1
    if before < parse.sent[start] or parse.lower[before] not in (
        "in",
        "near",
        "across",
        "throughout",
    ):
        return False
    return parse.lemma[parse.head[before]].lower() not in words_in("put_into")


def head_of(parse: Parse, start: int, end: int) -> int:
    """The token of ``[start, end)`` that hangs on a token outside; the last such."""
    for token in range(end - 1, start - 1, -1):
        if not start <= parse.head[token] < end or parse.head[token] == token:
            return token
    return end - 1
