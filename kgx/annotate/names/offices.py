"""Titles, roles and offices that stand before a person's name and are no part of it."""

from __future__ import annotations

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.evidence import is_land
from kgx.annotate.names.words import Name, given_names, is_calling, is_capitalised, words_in
from kgx.annotate.words.gazetteer import nation_of, places_named
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_lists, read_set
from kgx.records import changed

_POSSESSIVE = frozenset({"'s", "’s"})
_QUOTES = frozenset("\"“‘'«")


def without_role(parse: Parse, start: int, end: int) -> int:
    """Where a name ends without the role of the person who is named next, or of a field: Orbis
    *Chief Executive* Ann Lind, United Nations *Special Envoy* for Peru."""
    inside = end < parse.sent_end[start]
    after = inside and parse.tag[end] == "NNP" and is_capitalised(parse.text[end])
    field = inside and parse.lower[end] in ("for", "to") and "of" not in parse.text[start:end]
    after = after or field
    last = end
    while after and last - 1 > start and parse.text[last - 1] in words_in("titles"):
        last -= 1
    return last if last < end and parse.text[end - 1] in words_in("roles") else end


def without_office(parse: Parse, start: int, end: int) -> int:
    """Where a person's name begins after the field of an office: Commissioner for *Trade* Ann
    Lind."""
    if start < 2 or parse.lower[start - 1] not in ("of", "for"):
        return start
    fields = words_in("titles", "office_fields")
    body = parse.lower[start - 1] == "for" and parse.text[start] in fields
    if parse.text[start - 2] not in words_in("titles") and not (
        body and parse.text[start - 2] in words_in("organization_heads")  # the Air Force for
    ):
        return start
    at = start
    while end - at > 2 and (parse.text[at] in fields or parse.lower[at] == "and"):
        at += 1
    return at if end - at > 1 and parse.lower[at] != "of" else start


def without_article(parse: Parse, start: int) -> int:
    """Where a name begins with the Arabic article before its hyphen: *Al*-Noor."""
    before = start - 2
    if before < parse.sent[start] or parse.text[start - 1] != "-":
        return start
    return before if parse.lower[before] in words_in("arabic_articles") else start


def past_particles(parse: Parse, end: int) -> int:
    """Where a person's name that stops before its particles ends: Ilse *van der Meer*."""
    at, last = end, len(parse) - 1
    while at < last and parse.text[at] in words_in("particles") and parse.pos[at] != "NUM":
        at += 1
    whole = at > end and is_capitalised(parse.text[at]) and parse.sent[at] == parse.sent[end - 1]
    return at + 1 if whole else end


def strip_titles(parse: Parse, start: int, end: int) -> tuple[int, bool]:
    """Where a person's name begins after titles and nationality, and whether a title was there."""
    if _names_body(parse, start, end):
        return start, False
    titles = words_in("titles")
    at, title = start, False
    while at < end - 1:
        word = parse.text[at]
        if parse.text[at + 1] in _POSSESSIVE:
            return start, False  # King's Cross
        if word in words_in("royal_titles") and end - at == 2:
            return at, True
        if parse.text[at + 1] in ("of", "for") and word in titles:
            return end, False  # King of Athens: a role
        if word in titles or _is_small_title(parse, start, at, end):
            title = True
        elif not (parse.text[at + 1] in titles and (nation_of(word) or word.startswith("Ex-"))):
            break
        at += 1
    if at == start or not title:
        return start, False
    if parse.text[at] in titles:  # a title alone
        return end, True
    return at, title


def _names_body(parse: Parse, start: int, end: int) -> bool:
    """True where the words of a name tell that it is no person's: *Transport Scotland*."""
    words, titles = parse.text[start:end], words_in("titles")
    if any(w in words_in("organization_heads") and w not in titles for w in words):
        return True
    return len(words) == 2 and words[0] in words_in("services") and is_land(words[1])


def _is_small_title(parse: Parse, start: int, at: int, end: int) -> bool:
    """True for a noun with a capital that opens a sentence, "*Botanist Lady* Ida Carrow", and for a
    rank, each before a name of two words or more."""
    word, long = parse.text[at], end - at > 2
    led = long or parse.text[at + 1] in words_in("titles")
    role = at == parse.sent[start] and led and is_person_noun(word.lower())
    return role or (long and word in words_in("ranks")) or _leads_rank(parse, at)


def _leads_rank(parse: Parse, token: int) -> bool:
    """True for the first word of a rank: *Rear* Admiral, *Air* Chief Marshal."""
    led = parse.text[token + 1] in words_in("titles")
    return led and parse.text[token] in words_in("rank_leads")


def without_calling(parse: Parse, name: Name) -> Name:
    """A name that opens its sentence without the noun for what it is: *Insurer* Orbis, *Rival*
    Kestrel. A person's label is dropped, for the model saw a given name in the noun."""
    noun, rest = parse.lower[name.start], parse.text[name.start + 1 : name.end]
    within = _noun_within(parse, name)
    if within is not None:
        return Name(within + 1, name.end, "" if name.label == "PERSON" else name.label)
    opens = name.start == parse.sent[name.start] or parse.text[name.start - 1] in _QUOTES
    label = "" if name.label == "PERSON" else name.label
    bare = len(rest) == 1 and rest[0] in words_in("organization_heads")
    return (
        name
        if bare or not (rest and opens and is_calling(noun))
        else Name(name.start + 1, name.end, label)
    )


def _noun_within(parse: Parse, name: Name) -> int | None:
    """The small noun for a body that a sentence opens with, taken for a part of the name after it:
    *Hotel group* Orbis."""
    noun = name.start + 1
    opens = name.start == parse.sent[name.start] and name.end - noun > 1
    body = opens and parse.text[noun].islower() and parse.tag[noun] == "NN"
    body = body and parse.text[noun] in read_set("nouns.toml", "organization")
    return noun if body and is_capitalised(parse.text[noun + 1]) else None


def with_surname(parse: Parse, name: Name, held: set[int]) -> Name:
    """A person's given name with the word in a capital behind it that the tagger takes for no name:
    Ann *Prior*, Ann *Strong*.

    Args:
        held: The tokens that names hold.
    """
    end = name.end
    if (
        name.label not in ("PERSON", "")
        or end - name.start > 1
        or end >= parse.sent_end[name.start]
    ):
        return name
    word = parse.text[end]
    fits = word.istitle() and word.isalpha() and parse.pos[end] in ("ADJ", "ADV", "PROPN")
    barred = words_in("not_names", "common_nouns", "titles")
    if not fits or end in held or word in barred or parse.lower[name.start] not in given_names():
        return name
    alone = end + 1 == len(parse) or not is_capitalised(parse.text[end + 1])
    known = nation_of(word) is not None or bool(places_named(word))
    return changed(name, end=end + 1, label="PERSON") if alone and not known else name


def person_nouns() -> frozenset[str]:
    """Common nouns for persons."""
    return read_set("nouns.toml", "person")


def is_person_noun(word: str) -> bool:
    """True for a common noun for persons: minister, geochemist."""
    return word in person_nouns() or word.endswith(read_lists("nouns.toml")["person_ends"])


def tells_holder(parse: Parse, start: int, end: int) -> bool:
    """True for a word that opens a sentence and a span and tells of who holds the office behind the
    span: *Former* Norvik Rail chairman Ann Lind."""
    opens = start == parse.sent[start] and end - start > 1 and end < len(parse)
    office = parse.lower[end : end + 2]
    if not opens or not parse.text[end].islower():
        return False
    if parse.lower[start] not in read_set("roles.toml", "before_offices"):
        return False
    held = read_set("roles.toml", "corporate", "team_offices", "heading")
    told = not held.isdisjoint([office[0], " ".join(office)])
    return told or type_of_noun(office[0]) == "person"
