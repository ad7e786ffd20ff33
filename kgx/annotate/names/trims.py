"""Names without what does not belong to them: determiners, titles, possessive endings, marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kgx.annotate.grammar.dated import is_day_apart, tells_when
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.scores import score_before
from kgx.annotate.names.evidence import best_place, company_evidence
from kgx.annotate.names.known_names import known_as
from kgx.annotate.names.offices import (
    strip_titles,
    tells_holder,
    without_article,
    without_office,
    without_role,
)
from kgx.annotate.names.words import DESIGNATION, Name, given_names, is_capitalised, words_in
from kgx.annotate.words.gazetteer import nation_of, places_named
from kgx.annotate.words.quantity_words import units

_PLURAL_ACRONYM = re.compile(r"[A-Z][A-Z0-9]+s")
_SUM = re.compile(r"\d{1,3}(?:,\d{3})+")
_POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
_OPENERS = frozenset("\"'“‘«([#*_")
_CLOSERS = frozenset("\"'”’».,;:!?-–—…")
_CLOSING = frozenset("\"'”’»")
_OPEN_ENDS = frozenset(
    ["in", "on", "at", "by", "from", "with", "for", "and", "of", "to", "the", "a"]
)
_LONGEST_ACRONYM = 4
_NO_NAMES = frozenset(("ADV", "VERB", "AUX", "ADP", "SCONJ", "CCONJ", "DET", "PRON"))

_SMALL_TOO = frozenset({"WORK_OF_ART", "EVENT", "LAW"})
"""Labels of names that may begin and end in small words."""

LONGEST = 20
"""Tokens of the longest name."""


def trim_name(parse: Parse, start: int, end: int, label: str) -> Name | None:
    """A span without determiners, titles, possessive endings and marks; None where no name is
    left."""
    title = False
    end = without_role(parse, start, score_before(parse.text, start, end))
    given = start
    start = without_office(parse, start, end)
    holder, start = start > given, without_article(parse, start)
    while start < end and _is_no_start(parse, start, end, label):
        start += 1
    if end - start > 2 and _is_citizen(parse, start, end, label):
        start, label = start + 1, "PERSON"
    end = _before_day(parse, start, _before_owner(parse, start, end))
    if _is_place_owned(parse, start, end):
        return Name(start, end, "GPE")
    while end > start and _is_no_end(parse, start, end, label):
        end -= 1
    if start < end - 1 and parse.text[start] in words_in("product_leads"):
        start += _is_model(parse.text[start + 1 : end])
    if label == "WORK_OF_ART" and _is_question(parse, start, end):
        return None
    if label in ("PERSON", "ORG", "NORP", "GPE", ""):
        start, title = strip_titles(parse, start, end)
    if not start < end <= start + LONGEST or not _could_be_name(parse, start, end, label):
        return None
    return Name(start, end, label, title or holder)


def is_prefixed(parse: Parse, start: int) -> bool:
    """True for the word of an adjective before a name: anti-*Islam* Freedom Party."""
    hyphen = start > 1 and parse.text[start - 1] == "-"
    on = start + 1 < len(parse) and is_capitalised(parse.text[start + 1])
    return hyphen and on and parse.lower[start - 2] in words_in("sides")


def _is_no_start(parse: Parse, start: int, end: int, label: str) -> bool:
    """True for a token that no name begins with."""
    word = parse.text[start]
    if word.islower() and label not in _SMALL_TOO:
        led = start + 1 < end and word in words_in("particles")
        if not led or not is_capitalised(parse.text[start + 1]):
            return True
    return (
        parse.pos[start] in ("SPACE", "PUNCT")
        or not any(map(str.isalnum, word))
        or (start == parse.sent[start] and parse.tag[start] == "MD")  # Will Cedar merge?
        or (label not in _SMALL_TOO and is_born_before_name(parse, start))
        or _is_unit(parse, start)
        or (end - start > 1 and (is_day_apart(parse, start) or is_prefixed(parse, start)))
        or word in _OPENERS
        or word.lower() in words_in("leaders")
        or tells_holder(parse, start, end)
    )


def is_born_before_name(parse: Parse, token: int) -> bool:
    """True for the word before what somebody was called at birth: *Born* Max Hale, he."""
    return (
        token == parse.sent[token]
        and parse.lower[token] == "born"
        and parse.tag[token + 1 : token + 2] == ["NNP"]
    )


def _before_owner(parse: Parse, start: int, end: int) -> int:
    """Where a name ends before "for her novel", which says what a prize was won for."""
    for token in range(start + 2, end):
        if parse.tag[token] == "PRP$" and parse.text[token].islower():
            return token - 1 if parse.tag[token - 1] == "IN" else end
    return end


def _before_day(parse: Parse, start: int, end: int) -> int:
    """Where a name ends before "on Monday" or "in May", which tells when; a title in quotation
    marks is whole."""
    quoted = parse.text[start - 1 : start] in ([mark] for mark in _OPENERS)
    return end - 2 if end - 2 > start and tells_when(parse, end - 2) and not quoted else end


def _is_place_owned(parse: Parse, start: int, end: int) -> bool:
    """True for a town that is called after whose it is: St. *John's*."""
    owned = end - start > 1 and parse.text[end - 1] in _POSSESSIVE
    return owned and bool(places_named(" ".join(parse.text[start : end - 1]) + parse.text[end - 1]))


def _is_citizen(parse: Parse, start: int, end: int, label: str) -> bool:
    """True for a nationality before somebody's full name: *American* Ann Lind."""
    word = parse.text[start]
    verb = parse.lemma[parse.head[end - 1]]
    plays = parse.dep[end - 1] == "nsubj" and verb in words_in("athletes_do")
    body = parse.text[end - 1] in words_in("organization_heads", "team_heads", "club_ends")
    person = label == "PERSON" or parse.lower[start + 1] in given_names() or (plays and not body)
    return person and nation_of(word) is not None and not places_named(word)


def _is_no_end(parse: Parse, start: int, end: int, label: str) -> bool:
    """True for a last token that no name ends in."""
    word = parse.text[end - 1]
    return (
        parse.pos[end - 1] in ("SPACE", "PUNCT")
        or not any(map(str.isalnum, word))
        or word in _POSSESSIVE
        or word in _CLOSERS
        or (word in words_in("role_letters") and end - start > 1)
        or (label == "PERSON" and word in words_in("degrees") and end - start > 2)
        or (word.islower() and label not in _SMALL_TOO)
        or _is_left_open(parse, start, end)
        or (word.isdigit() and label in ("PERSON", "GPE", "NORP"))
        or (word.isdigit() and parse.tag[end : end + 1] == ["CD"])  # "paid Orbis 40 million"
        or (word.isdigit() and parse.lower[end : end + 1] == ["per"])  # "gave Orbis 40 per cent"
        or (_SUM.fullmatch(word) is not None)  # "fined Orbis 50,000 euros"
    )


def _is_left_open(parse: Parse, start: int, end: int) -> bool:
    """True for a preposition, a conjunction or an article in small letters at the end of a title
    that no quotation mark closes: "in Norvik Today | on"."""
    closed = parse.text[end : end + 1] in ([mark] for mark in _CLOSING)
    return parse.text[end - 1] in _OPEN_ENDS and end - start > 1 and not closed


def _is_model(words: Sequence[str]) -> bool:
    """True for a known name, a designation or a listed company: no word of time, order or land
    belongs before it."""
    one = len(words) == 1 and (DESIGNATION.fullmatch(words[0]) or company_evidence(words))
    return bool(one) or known_as(words) is not None


def _is_unit(parse: Parse, token: int) -> bool:
    """True after a number for its unit, or a single letter: the 30 *GB* iPod, 3*G*."""
    word = parse.text[token]
    counted = token > 0 and parse.text[token - 1].isdigit()
    return counted and (len(word) == 1 or word in units())


def is_code(parse: Parse, start: int, end: int) -> bool:
    """True for letters that name nothing of their own: a share's after its exchange (OSE: *KITE*),
    a degree after its holder (Ann Lind, *PhD*)."""
    if end - start > 1 or start < 2:
        return False
    mark, before = parse.text[start - 1], parse.text[start - 2]
    if mark == ":" and start > 2:
        return parse.text[start].isupper() and before.isupper() and parse.text[start - 3] == "("
    degrees = words_in("degrees")
    alone = start < 3 or not is_capitalised(parse.text[start - 3])
    placed = alone and best_place(before) is not None and before not in degrees
    return mark == "," and parse.text[start] in degrees and before[0].isupper() and not placed


def _is_question(parse: Parse, start: int, end: int) -> bool:
    """True for a whole question, which the model takes for a title."""
    after = parse.text[end] if end < len(parse) else ""
    if start >= end:
        return False
    return start == parse.sent[start] and after == "?" and parse.text[start - 1] not in _OPENERS


def _could_be_name(parse: Parse, start: int, end: int, label: str) -> bool:
    """False for what only looks like a name: plural acronyms, lower-case words, bare titles,
    common nouns that begin a sentence."""
    words = parse.text[start:end]
    if len(words) == 1 and words[0] in words_in("not_names", "common_nouns", "common_letters"):
        return False
    if label in ("WORK_OF_ART", "EVENT", "LAW", "LANGUAGE", "NORP"):
        return any(w[:1].isupper() for w in words)
    if label in ("PERSON", "GPE", "LOC") and any(w[-1:].isdigit() or "/" in w for w in words):
        return False
    if label == "PERSON" and words[-1] in words_in("roles"):
        return False
    if end - start > 1:
        return any(is_capitalised(w) for w in words) and not all(
            w in words_in("not_names", "common_nouns", "titles") for w in words
        )
    common = start == parse.sent[start] and parse.pos[start] in ("NOUN", "ADJ", "VERB", "ADV")
    return not common and _is_written_as_name(parse, start)


def _is_written_as_name(parse: Parse, token: int) -> bool:
    """True for one word with a capital that is no title, rank, or shout."""
    word = parse.text[token]
    if _PLURAL_ACRONYM.fullmatch(word) or word in words_in("ranks"):
        return False
    if word in words_in("titles") and word != "Crown":  # surnames are found again by full names
        return False
    if not is_capitalised(word) and not DESIGNATION.fullmatch(word):
        return False
    return not (word.isupper() and len(word) > _LONGEST_ACRONYM and _is_shouted(parse, token))


def _is_shouted(parse: Parse, token: int) -> bool:
    """True beside another word in capitals that is no name: NOW, THEREFORE."""
    near = range(max(parse.sent[token], token - 2), min(parse.sent_end[token], token + 3))
    return any(
        parse.text[i].isupper() and len(parse.text[i]) > 1 and parse.pos[i] in _NO_NAMES
        for i in near
        if i != token
    )
