"""Evidence for what a name names that stands around its mentions: titles, nouns, verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import head_of
from kgx.annotate.names.attached import read_above, read_beside
from kgx.annotate.names.bodies import read_bodies
from kgx.annotate.names.clubs import read_clubs
from kgx.annotate.names.evidence import (
    STRONG,
    SURE,
    TOLD,
    VERSION,
    Evidence,
    best_place,
    company_evidence,
)
from kgx.annotate.names.holders import read_holders
from kgx.annotate.names.linked import read_link
from kgx.annotate.names.listed import read_list
from kgx.annotate.names.side_nouns import is_living_or_eaten, noun_label, shared_nouns, side_labels
from kgx.annotate.names.words import Name, given_names, is_calling, is_capitalised, words_in
from kgx.annotate.words.wordlists import read_set

_INSIDE = frozenset({"in", "near", "across", "throughout"})
_OWNS = frozenset({"'s", "’s", "'", "’"})
_THINGS = frozenset({"LOC", "GPE", "FAC", "PRODUCT"})
_VERSE = re.compile(r"\d{1,3}(?::\d{1,3}(?:[-–]\d{1,3})?)?")
_LONGEST_PERSON = 6
"""Words of the name of a person with particles inside, less than."""


def context_evidence(parse: Parse, name: Name) -> Iterator[Evidence]:
    """What stands around one mention."""
    head = head_of(parse, name.start, name.end)
    if name.title:
        yield "title", "PERSON", SURE
    if told := parse.titles.get((name.start, name.end)):
        yield "told by its class", told, SURE + STRONG
    if _is_published_in(parse, name):
        yield "published in", "WORK_OF_ART", TOLD
    if name.start > parse.sent[name.start]:
        yield from _before(parse, name, head)
    if 2 < name.end - name.start < _LONGEST_PERSON and _has_particle(parse, name):
        yield "particle", "PERSON", TOLD  # Ann van der Meer
    yield from _after(parse, name)
    if name.label == "WORK_OF_ART" and _is_quoted(parse, name):
        yield "quoted", "WORK_OF_ART", TOLD
    if parse.lower[name.end - 1] == "family":
        yield "family", "NORP", 3 * STRONG
    yield from read_bodies(parse, name)
    yield from read_holders(parse, name, head)
    yield from read_clubs(parse, name, head)
    yield from read_beside(parse, name, head)
    yield from read_above(parse, name, head)


def _after(parse: Parse, name: Name) -> Iterator[Evidence]:
    """What right behind a name says: X*: I sold it*, X *2.0*, X *et al.*"""
    after = parse.text[name.end] if name.end < len(parse) else ""
    given = 1 < name.end - name.start < 4 and parse.lower[name.start] in given_names()
    if after == ":" and given and name.start == parse.sent[name.start]:
        yield "speaker", "PERSON", TOLD  # ANN LIND: I sold it.
    if after in words_in("land_offices") and is_capitalised(parse.text[name.end + 1]):
        yield "land's office", "GPE", TOLD  # Norland Premier Ann Lind
    if VERSION.fullmatch(after):
        yield "version", "PRODUCT", SURE
    if _is_verse(parse.text[name.end - 1], after):
        yield "verse", "WORK_OF_ART", SURE + STRONG
    if parse.lower[name.end : name.end + 2] in (["et", "al."], ["et", "al"]):
        yield "et al.", "PERSON", SURE + STRONG
    if parse.lower[name.end : name.end + 2] == ["-", "class"]:
        yield "class", "PRODUCT", TOLD  # an Orla-class frigate


def _has_particle(parse: Parse, name: Name) -> bool:
    """True for a given name, small particles and one word more."""
    first, *between, last = parse.text[name.start : name.end]
    small, given = words_in("particles"), first.lower()
    placed = name.label in ("GPE", "LOC", "FAC")
    inside = all(w in small for w in between) and not placed
    return inside and given in given_names() and given not in small and last[0].isupper()


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
        yield "waters", "LOC", SURE if _ends_as_place(parse, name) else 1.0
    yield from read_list(parse, head, word)
    yield from _noun_before(parse, name, head)
    if is_byline(parse, name):
        yield "byline", "PERSON", SURE
    yield from read_link(parse, name)
    if word == "based" and parse.text[before - 1] == "-" and name.end - name.start == 1:
        yield "based", "ORG", TOLD  # Lund-based Orbis
    if word == "born" and name.end - name.start > 1:
        yield "born", "PERSON", SURE  # born Max Hale
    if _is_owned_title(parse, name):
        yield "title behind its maker", "WORK_OF_ART", SURE  # Hale's The Salt Road
    if word in ("made", "built") and parse.text[before - 1] == "-":
        yield "made", "PRODUCT", TOLD  # the Norwegian-made Orla
    if "ORG" in company_evidence(parse.text[before : name.start]) and parse.head[before] == head:
        yield "maker", "PRODUCT", 2.0  # the Nokia X
    if word in ("a", "an") and head == name.end - 1 and parse.dep[head] != "compound":
        one = " ".join(parse.lower[name.start : name.end]) in words_in("adherent_words")
        yield ("a", "NORP", TOLD) if one else ("a", "PRODUCT", 1.0)
    if name.end - name.start == 1 and parse.lower[name.start] in words_in("believers"):
        yield "believers", "NORP", SURE  # a Benedictine abbey
    people = parse.tag[head] == "NNPS" and head == name.start and name.label in ("PRODUCT", "")
    if word == "the" and people and not is_inside(parse, name.start):
        yield "people", "NORP", 2.0
    plays = parse.dep[head] == "nsubj" and parse.lemma[parse.head[head]] in words_in("team_verbs")
    if word == "the" and parse.tag[head] == "NNPS" and plays:
        yield "team", "ORG", TOLD  # the Lions beat


def _ends_as_place(parse: Parse, name: Name) -> bool:
    """True for the Arctic and the Arctic Ocean; not for the Arctic Survey."""
    last = parse.text[name.end - 1]
    return name.end - name.start == 1 or last in words_in("waters", "place_heads")


def _is_owned_title(parse: Parse, name: Name) -> bool:
    """True for what "The" opens behind whose it is, where no article stands before a noun."""
    opens = name.start - (parse.text[name.start] != "The")
    return parse.text[opens] == "The" and parse.text[opens - 1] in _OWNS


def _noun_before(parse: Parse, name: Name, head: int) -> Iterator[Evidence]:
    """What a title or a noun right before a name says, if one does: *chair* X."""
    before = name.start - 1
    if parse.text[before] in words_in("titles") and parse.head[before] == head:
        yield "title", "PERSON", SURE
    elif _is_shared(parse, before) and parse.lower[name.start] not in given_names():
        yield "noun before", "ORG", TOLD if before == parse.sent[before] else 2.2
    elif name.end - name.start == 1 and _is_rival(parse, before):
        heard = parse.lower[name.start] in given_names() or best_place(parse.text[name.start])
        yield "noun before", "ORG", 1.2 if heard else TOLD
    elif _is_shared(parse, before) and name.end - name.start == 1:
        yield "noun before", "ORG", 1.2
    elif _is_leader(parse, before) and name.end - name.start in (2, 3):
        yield "leader", "PERSON", 1.5
    elif parse.lower[before] in words_in("winners") and _is_given(parse, name):
        yield "noun before", "PERSON", TOLD  # the champion Ann Lind
    elif _is_practice(parse, name):
        yield "noun before", "ORG", TOLD
    elif (label := noun_label(parse, before)) and _is_noun_of(parse, before, label):
        if label != "PERSON" or not parse.text[name.end - 1].isdigit():  # the star Kora 12
            work = label == "WORK_OF_ART" and parse.lower[name.start] not in given_names()
            yield "noun before", label, SURE + 1.0 if work else TOLD  # the film Salt Road
    elif name.label != "NORP" and _is_body_adjective(parse, before):
        yield "noun before", "ORG", TOLD  # the cooperative Orbis
    elif parse.lower[name.start] not in given_names() and _is_living_or_eaten(parse, before):
        yield "noun before", "MISC", TOLD  # the dish Orla, the disease Orla


def _is_living_or_eaten(parse: Parse, noun: int) -> bool:
    return parse.tag[noun] == "NN" and is_living_or_eaten(parse.lemma[noun].lower())


def _is_given(parse: Parse, name: Name) -> bool:
    """True for two or three words that begin with somebody's given name."""
    return name.end - name.start in (2, 3) and parse.lower[name.start] in given_names()


def _is_practice(parse: Parse, name: Name) -> bool:
    """True for one name after a small noun for persons in the plural: *lawyers* Hartnell Pike."""
    before, after = name.start - 1, parse.lower[name.end : name.end + 1]
    several = parse.tag[before] == "NNS" and parse.text[before].islower()
    joined = after in (["and"], [","], ["&"], ["or"])
    joined = joined and "".join(parse.text[name.end + 1 : name.end + 2])[:1].isupper()
    return several and not joined and noun_label(parse, before) == "PERSON"


def _is_leader(parse: Parse, token: int) -> bool:
    """True for "leader" after a body's name or the noun for one; a market's may be a firm."""
    if parse.lower[token] != "leader" or token == 0:
        return False
    return parse.text[token - 1][0].isupper() or parse.lower[token - 1] in words_in("led_bodies")


def _is_body_adjective(parse: Parse, token: int) -> bool:
    """True for a noun for bodies that taggers take for an adjective."""
    return parse.pos[token] == "ADJ" and side_labels().get(parse.lower[token]) == "ORG"


def _is_published_in(parse: Parse, name: Name) -> bool:
    """True for "published in *The Lancet*" and "the study appears in *The Lancet*", unless it is a
    place."""
    before = name.start - 1
    before -= before > 0 and parse.lower[before] == "the"
    if before <= parse.sent[name.start] or parse.lower[before] != "in":
        return False
    verb = parse.head[before]
    text = parse.child(verb, "nsubj") if parse.lemma[verb] == "appear" else None
    printed = parse.lemma[verb] in words_in("publishing")
    printed = printed or (text is not None and parse.lemma[text].lower() in words_in("printed"))
    return printed and best_place(" ".join(parse.text[name.start : name.end])) is None


def _is_noun_of(parse: Parse, token: int, label: str) -> bool:
    """False for a noun with a capital within a sentence, which is part of another name: the Air
    *Force*'s; persons' are titles."""
    opens = token == parse.sent[token] and is_calling(parse.lower[token])
    return label == "PERSON" or parse.text[token].islower() or opens


def thing_before(parse: Parse, name: Name) -> str | None:
    """The label of what the noun right before a name is for, where it is no person or body and the
    two are one phrase: the crater *Voss*, after Ann Voss."""
    noun, head = name.start - 1, head_of(parse, name.start, name.end)
    tied = parse.head[noun] == head or (parse.dep[head], parse.head[head]) == ("appos", noun)
    label = side_labels().get(parse.text[noun]) if tied else None
    return label if label in _THINGS else None


def is_byline(parse: Parse, name: Name) -> bool:
    """True for "By Ann Lind" on a line of its own, or with a place or an agency."""
    first = parse.sent[name.start]
    if parse.lower[first] != "by" or name.start != first + 1:
        return False
    return 2 <= name.end - name.start <= 4 and parse.sent_end[name.start] - name.start < 12


def _is_rival(parse: Parse, token: int) -> bool:
    """True for "rival" and its like within a sentence, which news says of firms by their bare
    name: those of *rival* Orbis."""
    return parse.lower[token] in words_in("competing") and token > parse.sent[token]


def _is_shared(parse: Parse, token: int) -> bool:
    """True for a noun that persons and bodies may be called by where it tells of a body: supplier,
    or any that opens its sentence (*Rival* Orbis)."""
    opens = token == parse.sent[token] and is_calling(parse.lower[token])
    if parse.lower[token] == "manager" and parse.lower[token - 1] in words_in("managed"):
        return True  # fund manager Orbis
    return parse.lemma[token] in shared_nouns() or (
        opens and parse.lower[token] in read_set("nouns.toml", "either")
    )


def is_inside(parse: Parse, start: int) -> bool:
    """True for a name after ``in`` or its like: a place, unless one puts money in it."""
    before = start - 1
    if start > parse.sent[start] and parse.lower[before] == "the":
        before -= 1
    if before < parse.sent[start] or parse.lower[before] not in _INSIDE:
        return False
    return parse.lemma[parse.head[before]].lower() not in words_in("put_into")
