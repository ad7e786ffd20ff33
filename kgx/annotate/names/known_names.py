"""Names that the world knows by themselves: what they name, and where a text has them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.search import Search
from kgx.annotate.names.words import Name, is_capitalised, words_in
from kgx.annotate.words.gazetteer import nation_of
from kgx.annotate.words.wordlists import read_lists, read_set

_FILE = "known_names.toml"
_LABELS = {
    "clubs": "ORG",
    "parties": "ORG",
    "adherents": "NORP",
    "firms": "ORG",
    "associations": "ORG",
    "media": "ORG",
    "bands": "ORG",
    "bodies": "ORG",
    "armed": "ORG",
    "software": "PRODUCT",
    "devices": "PRODUCT",
    "vehicles": "PRODUCT",
    "weapons": "PRODUCT",
    "craft": "PRODUCT",
    "heavens": "LOC",
    "honours": "MISC",
    "events": "EVENT",
    "scriptures": "WORK_OF_ART",
    "tongues": "LANGUAGE",
}
"""What the names of each list are."""
_COMMON = "~"
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")
_CUT = re.compile(r"(?<=[^\W\d_])(-)(?=[^\W\d_])|('s)\b| ")
_SHORTEST_CAPITALS = 5
"""Letters of a word in capitals that is found by itself; shorter ones may stand for more."""
_GAME_WORDS = 4
"""Words of sport, clubs and scores counting two, that make a text one about it."""
_PER_GAME_WORD = 60
"""Tokens of a text for each of its words of sport."""


@dataclass(frozen=True, slots=True)
class Known:
    """A known name; ``sure`` where it names nothing else."""

    label: str
    sure: bool


@cache
def known_names() -> dict[str, Known]:
    """The names by their text; one that several lists hold is what the first says."""
    names: dict[str, Known] = {}
    for key, label in _LABELS.items():
        for entry in read_lists(_FILE)[key]:
            names.setdefault(entry.removeprefix(_COMMON), Known(label, entry[0] != _COMMON))
    return names


@cache
def known_products() -> frozenset[str]:
    """The names that are of products alone."""
    return frozenset(n for n, known in known_names().items() if known == Known("PRODUCT", True))


def known_as(words: Sequence[str]) -> Known | None:
    """What a name, or the plural of a product's, is known as.

    >>> known_as(["Rolls", "-", "Royce"]), known_as(["Golf"])
    (Known(label='ORG', sure=True), Known(label='PRODUCT', sure=False))
    """
    name = " ".join(words).replace(" - ", "-").replace(" 's", "'s").replace(" ’s", "'s")
    name = name.removesuffix(".") if name[-3:-2] == " " else name  # at the end of a sentence
    if name.endswith("s") and name not in known_names() and name[:-1] in known_products():
        name = name[:-1]
    return known_names().get(name)


@cache
def _by_first() -> dict[str, list[tuple[str, ...]]]:
    """The tokens of the sure names, the longest first, by their first token."""
    index: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name, known in known_names().items():
        tokens = tuple(t for t in _CUT.split(name) if t)
        if known.sure:
            index[tokens[0]].append(tokens)
    for names in index.values():
        names.sort(key=len, reverse=True)
    return dict(index)


def find_whole_known(search: Search) -> Iterator[Name]:
    """Known names of two words or more, where no further capital says that they are part of
    another."""
    for name in _spelled(search):
        if name.end - name.start > 1 and _stands(search.parse, name.start, name.end):
            yield name


def find_known(search: Search) -> Iterator[Name]:
    """Known names."""
    text = search.parse.text
    return (n for n in _spelled(search) if not _is_short(text[n.start : n.end]))


def _spelled(search: Search) -> Iterator[Name]:
    """Words in order that are a known name, the longest first, free when they are asked for."""
    parse, index = search.parse, _by_first()
    for i in [i for i, word in enumerate(parse.text) if word in index and not search.titled[i]]:
        for tokens in index[parse.text[i]]:
            end = i + len(tokens)
            spelled = tuple(parse.text[i:end]) == tokens and end <= parse.sent_end[i]
            if spelled and search.is_free(i, end):
                yield Name(i, end, known_names()[_text_of(tokens)].label)


def _text_of(tokens: Sequence[str]) -> str:
    return " ".join(tokens).replace(" - ", "-").replace(" 's", "'s")


def _is_short(tokens: Sequence[str]) -> bool:
    """True for letters that are no body's own, and for words that a capital alone makes a name."""
    word = tokens[0]
    if len(tokens) > 1 or word in read_set(_FILE, "bodies"):
        return False
    cased = is_capitalised(word) or _INNER_CAPITAL.search(word)  # macOS
    return not cased or (word.isupper() and len(word) < _SHORTEST_CAPITALS)


def _stands(parse: Parse, start: int, end: int) -> bool:
    """True unless a capital beside a name makes it part of a longer one."""
    before = start - 1
    follows = end < parse.sent_end[start] and is_capitalised(parse.text[end])
    follows = follows and " ".join(parse.text[start:end]) not in read_set(_FILE, "adherents")
    if follows or parse.text[end : end + 1] == ["-"]:
        return False
    if before >= parse.sent[start] and nation_of(parse.text[before]) is not None:
        return False  # the Norwegian Red Cross
    return (
        before < parse.sent[start]
        or parse.pos[before] != "PROPN"
        or not is_capitalised(parse.text[before])
        or parse.text[before] in words_in("titles")
    )


def joins_known(parse: Parse, start: int, at: int, end: int) -> bool:
    """True where "and" joins two names, one of them known and neither the other's part."""
    if known_as(parse.text[start:end]):
        return False
    left, right = known_as(parse.text[start:at]), known_as(parse.text[at + 1 : end])
    sure = (left is not None and left.sure) or (right is not None and right.sure)
    return sure or (left is not None and right is not None)


def is_sporting(parse: Parse) -> bool:
    """True for a text about matches and clubs, where a town may stand for its club."""
    words = words_in("game_words")
    clubs = read_set(_FILE, "clubs")
    met = sum(w in words for w in parse.lower) + 2 * sum(w in clubs for w in parse.text)
    met += 2 * sum(map(is_score, repeat(parse), range(len(parse))))
    return met >= max(_GAME_WORDS, len(parse) / _PER_GAME_WORD)


def is_score(parse: Parse, token: int) -> bool:
    """True for the mark of "beat Orbis 3-1", in a sentence that tells of a match."""
    text, verbs = parse.text, words_in("team_verbs")
    between = text[token] in ("-", "–") and parse.sent[token] < token < parse.sent_end[token] - 1
    if not between or not (text[token - 1].isdecimal() and text[token + 1].isdecimal()):
        return False
    return any(w in verbs for w in parse.lemma[parse.sent[token] : parse.sent_end[token]])


def is_club(words: Sequence[str]) -> bool:
    """True for the name of a club, or of a town that one goes by."""
    name = " ".join(words)
    return not {name, _COMMON + name}.isdisjoint(read_set(_FILE, "clubs", "town_clubs"))


def is_party(words: Sequence[str]) -> bool:
    """True for the name of a political party.

    >>> is_party(["Fine", "Gael"]), is_party(["Galway"])
    (True, False)
    """
    name = " ".join(words)
    return not {name, _COMMON + name}.isdisjoint(read_set(_FILE, "parties"))


def is_town_club(words: Sequence[str]) -> bool:
    """True for a town or a land that a club goes by."""
    return " ".join(words) in read_set(_FILE, "town_clubs")
