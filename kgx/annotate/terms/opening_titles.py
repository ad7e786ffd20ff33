"""Titles that open sentences and that `kgx.annotate.grammar.titles` leaves: what stands before "is
a novel" or "was released", however odd its words, and long names of anything else."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.referents import Referents
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.said_after import find_class, is_one, is_published, type_said
from kgx.annotate.grammar.titles import LONGEST, joins_title
from kgx.annotate.terms.class_types import is_periodical
from kgx.annotate.words.noun_kinds import is_noun
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

_GLUE = frozenset({"-", "–", ":", "&", "/", ".", ",", "!", "?", "(", ")", "#", "’", "'"})
_LINKING = frozenset({"ADP", "CCONJ", "DET", "PART", "SPACE"})
_LISTING = frozenset({"and", "&", ",", "/", "'s", "’s", "or"})
_MADE = frozenset({"work", "product"})
_AFTER_PARTICIPLES = frozenset(["by", "in", "on", "at", "for", "from", "as", "with", "to"])


def find_opening_titles(referents: Referents) -> Iterator[tuple[int, int]]:
    """Titles that open a sentence: a capital or a number in every word of content, up to a verb, a
    comma or a bracket. Names in a list are left as they are."""
    parse = referents.parse
    known = {parse.sent[start] for start, _ in parse.titles}
    for first in sorted(set(parse.sent) - known):
        for number, opening in enumerate(_find_openings(referents, first)):
            end = _end_title(referents, opening, odd=True)
            told = find_class(parse, end) is not None or is_published(parse, end)
            if not told:
                end = _end_title(referents, opening)
                told = find_class(parse, end) is not None or is_published(parse, end)
            if number and not told:
                continue  # only what is said of it tells a title behind a comma
            if _follows(parse, end) and _is_title(referents, opening, end, told=told):
                yield opening + _has_idle_article(referents, opening, end), end
                break


def _find_openings(referents: Referents, first: int) -> Iterator[int]:
    """Where the name that a sentence is about may begin: with it, behind a time ("In 1993 Norvik
    was released"), or behind the commas after a participle ("Written by Ada Berg, Norvik is")."""
    parse, stop = referents.parse, referents.parse.sent_end[first]
    start = first
    if parse.pos[first] == "ADP" and first + 1 < stop and referents.timed[first + 1]:
        start += 1
        while start < stop and (referents.timed[start] or parse.text[start] == ","):
            start += 1
    if start < stop:
        yield start
    if parse.tag[first] in ("VBN", "VBG") or parse.pos[first] in ("ADV", "ADP"):
        commas = (t for t in range(first, stop - 1) if parse.text[t] == ",")
        yield from (t + 1 for t in commas)


def _end_title(referents: Referents, start: int, *, odd: bool = False) -> int:
    """Behind the last word that may be of a title; of a work, also across commas: "Oslo, Norway is
    a film". Words of no language known here are of it where they may be ``odd``."""
    parse, stop = referents.parse, referents.parse.sent_end[start]
    end = _scan_title(referents, start, odd=odd)
    further = end
    while further + 1 < stop and parse.text[further] == ",":
        further = _scan_title(referents, further + 1, odd=odd)
        work = type_said(parse, further) == "work" or is_published(parse, further)
        if work and further - start <= LONGEST and is_one(parse, further):
            known = (m.entity for m in referents.at.values() if start <= m.head < further)
            sure = any(referents.entities[e].type == "person" for e in known)
            return end if sure else further
    return end


def _scan_title(referents: Referents, start: int, *, odd: bool = False) -> int:
    parse, end = referents.parse, start
    strange = {t for t in range(start + 1, parse.sent_end[start]) if odd and _is_odd(parse, t)}
    while end < parse.sent_end[start] and (end in strange or _in_title(referents, end)):
        end += 1
    while end > start and end - 1 not in strange and not is_name_word(referents, end - 1):
        end -= 1
    return end


def _is_odd(parse: Parse, token: int) -> bool:
    """True for a word in small letters that is no noun of English: "La campana sommersa"."""
    noun = parse.pos[token] in ("NOUN", "PROPN", "X") and parse.text[token].isalpha()
    return noun and not is_noun(parse.lower[token]) and not is_noun(parse.lemma[token].lower())


def _follows(parse: Parse, end: int) -> bool:
    """True where a verb, a comma or a bracket comes after the words that may be of a title."""
    last = parse.sent_end[min(end, len(parse) - 1)]
    while end < last and (parse.pos[end] in _LINKING or parse.text[end] in _GLUE - {",", "("}):
        end += 1
    return end < last and (parse.pos[end] in ("VERB", "AUX") or parse.text[end] in (",", "(", "["))


def _is_title(referents: Referents, start: int, end: int, *, told: bool) -> bool:
    if not start < end <= start + LONGEST or not (told or _opens_title(referents.parse, start)):
        return False
    if end == start + 1:
        return told and _is_unknown_word(referents, start, end)
    parse = referents.parse
    named = _is_name(referents, start, end, 1 if told else 2)
    made = told and (type_said(parse, end) in _MADE or is_published(parse, end))
    office = not made and _is_officer(referents, start, end)
    return named and not office and not _is_list(referents, start, end)


def _is_officer(referents: Referents, start: int, end: int) -> bool:
    """True for a person with what they do before the name, "Foreign Minister Ada Berg", or with a
    body and an office, "Orbis Chief Executive Ada Berg"; but not for "Lady Ada Berg"."""
    parse = referents.parse
    names = [m for m in referents.at.values() if m.form == "name" and start <= m.start < end]
    persons = [m for m in names if referents.entities[m.entity].type == "person"]
    held = [m for m in persons if type_of_noun(parse.lower[m.start - 1]) == "person"]
    titled = parse.text[start] in read_set("names.toml", "royal_titles")
    alone = any(m.start > start and m.end == end for m in held) and not titled
    return alone or any(one.end < m.start for m in held for one in names)


def _is_unknown_word(referents: Referents, start: int, end: int) -> bool:
    """True for one word that no noun is and nobody took for a name: "Jagged is an album"."""
    parse = referents.parse
    odd = parse.pos[start] not in ("NOUN", "PRON", "DET") and parse.text[start][:1].isupper()
    work = type_said(parse, end) == "work" or is_published(parse, end)
    return odd and work and start not in referents.at


def _opens_title(parse: Parse, first: int) -> bool:
    """False for what opens a clause, as "Written by Ada Berg, the novel" does."""
    after = parse.lower[first + 1 : first + 2]
    if parse.tag[first] in ("VBN", "VBG") and not _AFTER_PARTICIPLES.isdisjoint(after):
        return False
    return parse.pos[first] not in ("ADP", "SCONJ", "ADV", "PRON", "CCONJ")


def _in_title(referents: Referents, token: int) -> bool:
    joins = referents.parse.text[token] != "," and _is_idle(referents.parse, token)
    return (joins or is_name_word(referents, token)) and referents.parse.text[token] != "("


def _has_idle_article(referents: Referents, start: int, end: int) -> bool:
    """True for a "the" before what is a name without it: only titles of works begin with that, and
    not those that are the names of bodies too, as of journals."""
    names = (m for m in referents.at.values() if m.form == "name")
    whole = next((m for m in names if (m.start, m.end) == (start + 1, end)), None)
    if referents.parse.text[start] != "The" or whole is None:
        return False
    words = referents.parse.lower[start + 1 : end]
    body = referents.entities[whole.entity].type == "organization"
    body = body or is_periodical(words[0]) or is_periodical(words[-1])
    work = type_said(referents.parse, end) == "work" or is_published(referents.parse, end)
    return body or not work


def _is_list(referents: Referents, start: int, end: int) -> bool:
    """True for "Orbis and Helix", "Ada Berg's Orbis": several names that are known apart."""
    text = referents.parse.text
    inside = [m for m in referents.at.values() if start <= m.head < end and m.form == "name"]
    known = [m for m in inside if referents.entities[m.entity].type in ("person", "organization")]
    joined = not _listing(referents.parse, end).isdisjoint(text[start:end])
    return (joined and len(known) > 1) or (
        len(inside) == 1 and (inside[0].start, inside[0].end) == (start, end)
    )


def _listing(parse: Parse, end: int) -> frozenset[str]:
    """The words that join several names; of what is said to be one thing fewer, for it may be
    called "Williams & Wilkins", and a work "Ada's Harbour"."""
    said, published = type_said(parse, end), is_published(parse, end)
    if not is_one(parse, end) or not (said or published):
        return _LISTING
    return _LISTING - (
        {"and", "&", "'s", "’s", ","} if published or said in _MADE else {"and", "&"}
    )


def _is_name(referents: Referents, start: int, end: int, least: int) -> bool:
    """True for words of a name, at least so many of them with a meaning of their own."""
    parse = referents.parse
    inner = [t for t in range(start, end) if not _is_idle(parse, t)]
    odd = {t for t in range(start + 1, end) if _is_odd(parse, t)}
    edges = is_name_word(referents, start) and (end - 1 in odd or is_name_word(referents, end - 1))
    whole = all(t in odd or is_name_word(referents, t) for t in inner)
    return edges and whole and end - start > 1 and len(inner) >= least


def _is_idle(parse: Parse, token: int) -> bool:
    """True for a word or mark that only joins others."""
    text, pos = parse.text[token], parse.pos[token]
    return joins_title(parse, token) or text in _GLUE or pos in _LINKING


def is_name_word(referents: Referents, token: int) -> bool:
    """True for a word that may open a title: with a capital or a digit, or a bracket or mark."""
    word = referents.parse.text[token]
    return word[:1].isupper() or word[:1].isdigit() or word in ("(", "'")
