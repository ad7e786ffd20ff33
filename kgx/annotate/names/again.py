"""Names that a text has told once and that are found again: whole, shortened, in initials."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.known_names import is_sporting
from kgx.annotate.names.offices import is_person_noun
from kgx.annotate.names.unheard import is_unheard
from kgx.annotate.names.votes import UNTYPED, name_key
from kgx.annotate.names.words import is_capitalised, is_rank, words_in
from kgx.annotate.words.gazetteer import nation_of, places_named
from kgx.annotate.words.wordlists import read_set

_SHORTEST_PART = 3
LONGEST_NAME = 12
"""Tokens of the longest name looked for again."""
_ACRONYM = 3  # letters, at least
_Index = dict[str, list[tuple[list[str], str]]]


def find_again(
    doc: Doc,
    parse: Parse,
    known: dict[str, str],
    found: Sequence[tuple[int, int, str]],
    titled: list[bool],
    heads: set[int],
) -> list[tuple[int, int, str]]:
    """Mentions of known names that were missed, longest first; in titles case is no matter, and
    the word that opens a headline needs no more than its capital."""
    clubs = _club_ends(parse, known)
    by_first = _index_known(known, clubs)
    taken = [False] * len(parse)
    for start, end, _ in found:
        taken[start:end] = [True] * (end - start)
    again: list[tuple[int, int, str]] = []
    for i, word in enumerate(parse.text):
        if taken[i] or not (is_capitalised(word) or word[:1].isdigit()):  # 2nd Earl of X
            continue
        for words, label in _starting_with(by_first, word, titled[i]):
            end = i + len(words)
            if any(taken[i:end]) or parse.sent_end[i] < end:
                continue
            if [name_key((w,)) for w in parse.text[i:end]] != words:
                continue
            club = words[0] in clubs and not titled[i]
            if len(words) > 1 or i in heads or club or _is_name_again(doc, parse, i, titled):
                again.append((i, end, label))
                taken[i:end] = [True] * len(words)
                break
    return again


def _starting_with(by_first: _Index, word: str, titled: bool) -> list[tuple[list[str], str]]:
    """The known names that a word begins, those in capitals too where it is in capitals itself."""
    key = name_key((word,))
    told = by_first.get(key, [])
    return told + by_first.get(key.upper(), []) if word.isupper() and not titled else told


def _index_known(known: dict[str, str], clubs: frozenset[str]) -> _Index:
    """Known names, and what is short for them, by their first word, the longest first."""
    by_first: _Index = defaultdict(list)
    for key, label in sorted(known.items(), key=lambda x: (-len(x[0]), x[0])):
        words = key.split(" ")
        if label != UNTYPED and len(words) <= LONGEST_NAME:
            by_first[words[0]].append((words, label))
        if label == "PERSON" and 1 < len(words) < 5 and len(words[-1]) > 2 and not is_rank(words):
            by_first[words[-1]].append((words[-1:], label))
        if label == "ORG" and _is_shortened(words):
            by_first[words[0]].append((words[:1], label))
        if label in ("ORG", "EVENT") and len(initials := _initials(words)) >= _ACRONYM:
            by_first[initials.upper()].append(([initials], label))
    for last in clubs:
        by_first[last].append(([last], "ORG"))
    return by_first


def _club_ends(parse: Parse, known: dict[str, str]) -> frozenset[str]:
    """The last words, small, that one club of a text about matches has: Cedar *Rovers*."""
    ends = Counter(key.rpartition(" ")[2] for key, x in known.items() if x == "ORG" and " " in key)
    clubs = [w for w, n in ends.items() if n == 1 and w.title() in _clubs()]
    return frozenset(clubs) if clubs and is_sporting(parse) else frozenset()


def _clubs() -> frozenset[str]:
    return words_in("team_heads", "club_ends")


def _initials(words: Sequence[str]) -> str:
    """The first letters of the words of a name that are no particles."""
    return "".join(w[0] for w in words if w not in words_in("skipped") and w[0].isalpha())


def _is_shortened(words: Sequence[str]) -> bool:
    """True for a body that its first word may stand for: *Cedar* Bank."""
    first, last = (w.title() for w in (words[0], words[-1]))
    return (
        len(words) == 2
        and last in words_in("organization_heads")
        and len(first) > _SHORTEST_PART
        and first not in words_in("shared_openers")
        and nation_of(first) is None
        and not places_named(first)
    )


def _is_name_again(doc: Doc, parse: Parse, token: int, titled: list[bool]) -> bool:
    """False for a common word that a capital makes look like a known name."""
    if titled[token]:
        return parse.pos[token] in ("PROPN", "NOUN", "ADJ", "VERB", "X")
    if parse.pos[token] == "PROPN":
        return True
    if token == parse.sent[token]:  # a word that English has not is a name there too
        heard = not is_unheard(doc.vocab, parse.lower[token])
        return not heard or _acts_alone(parse, token) or _has_officer(parse, token)
    return parse.pos[token] in ("NOUN", "VERB") or is_unheard(doc.vocab, parse.lower[token])


def _has_officer(parse: Parse, token: int) -> bool:
    """True for a word before a small role and a name: "Harbour partner Ann Lind"."""
    role, name = parse.text[token + 1 : token + 2], parse.text[token + 2 : token + 3]
    if not (role and name and is_capitalised(name[0])):
        return False
    return is_person_noun(role[0]) or role[0] in read_set("nouns.toml", "either")


def _acts_alone(parse: Parse, token: int) -> bool:
    """True for a bare word as subject that its verb takes for one person: "Jobs has said"; what an
    aside tells more of included: "Tern, run by Ann Lind, wants"."""
    verb, below = parse.head[token], parse.children[token]
    aside = (
        parse.tag[token] == "NN" and parse.text[token + 1] == "," and token < min(below, default=0)
    )
    if parse.dep[token] != "nsubj" or parse.pos[token] != "NOUN" or (below and not aside):
        return False
    finite = next((c for c in parse.children[verb] if parse.dep[c] == "aux"), verb)
    if parse.tag[token] == "NNS" and parse.lemma[verb] in words_in("mind_verbs"):
        return True
    if parse.tag[token] == "NNS" and parse.tag[finite] == "VBD" and parse.lower[finite] != "were":
        return parse.lower[token] not in parse.text  # "Jobs announced", where no jobs are told of
    if parse.tag[token] == "NNS":
        return parse.tag[finite] == "VBZ" or parse.lower[finite] == "was"
    return parse.tag[finite] in ("VBZ", "VBD", "MD")
