"""Where the words of an ontology's properties stand: what no clause rule tells but a sentence does,
such as "with a floor count of 12" or "a jazz album on the Orbis label"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kgx.annotate.clauses.owners import find_preposition
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.terms.label_sayings import PREPOSITIONS
from kgx.annotate.terms.sayings import Phrasebook, Said, Spoken
from kgx.annotate.words.noun_kinds import is_kind_of
from kgx.annotate.words.wordlists import read_set

_BEFORE_NOUN = frozenset({"amod", "compound"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A token that says a property, with the tokens its words cover and the preposition that is
    part of it."""

    token: int
    first: int
    spoken: Spoken
    turned: bool
    form: str
    preposition: str = ""


class Index:
    """The sayings of a phrasebook by the lemma of the word that heads them."""

    __slots__ = ("nouns", "passives", "verbs")

    def __init__(self, book: Phrasebook) -> None:
        self.nouns = _by_word(book.nouns, last=True)
        self.verbs = _by_word(book.verbs, last=False)
        self.passives = _by_word(book.passives, last=False)


_Table = dict[str, list[tuple[tuple[str, ...], Spoken, bool]]]


def _by_word(said: Said, *, last: bool) -> _Table:
    found: _Table = defaultdict(list)
    for words, properties in said.items():
        parts = tuple(words.split())
        noun = -2 if last and len(parts) > 1 and parts[-1] in PREPOSITIONS else -1
        for spoken, turned in properties:
            found[parts[noun if last else 0]].append((parts, spoken, turned))
    return dict(found)


def find_triggers(parse: Parse, index: Index) -> Iterator[Trigger]:
    """Every place where the words of a property stand, in order of the text."""
    others = read_set("roles.toml", "not_quite")  # "vice president", "former owner"
    for i in range(len(parse)):
        lemma = parse.lemma[i].lower()
        if _is_inside_name(parse, i) or (parse.tag[i] == "VBG" and parse.dep[i] in _BEFORE_NOUN):
            continue
        if parse.pos[i] in ("NOUN", "PROPN", "ADJ") and not _is_part(parse, i):
            for words, spoken, turned in index.nouns.get(lemma, ()):
                led = words[-1] if words[-1] != lemma and words[-1] in PREPOSITIONS else ""
                before = words[: -2 if led else -1]
                first = i - len(before)
                whole = first < 1 or parse.lower[first - 1] not in others
                preposition = find_preposition(parse, i, led) if led else i
                if whole and preposition and _stand_before(parse, first, before):
                    yield Trigger(i, first, spoken, turned, "noun", led)
        elif parse.pos[i] in ("VERB", "AUX"):
            passive = is_passive(parse, i)
            for words, spoken, turned in index.verbs.get(lemma, ()):
                if _has_rest(parse, i, words[1:]):
                    yield Trigger(i, i, spoken, turned, "verb", _preposition(words))
            for words, spoken, turned in index.passives.get(lemma, ()) if passive else ():
                hyphened = words[1:] == ("in",) and _is_hyphened(parse, i)
                if hyphened or _has_rest(parse, i, words[1:]):
                    yield Trigger(i, i, spoken, turned, "passive", _preposition(words))


def _is_inside_name(parse: Parse, token: int) -> bool:
    """True for a word in capitals with others on both sides: "Norvik Developer's Conference"."""
    after = token + 1
    if parse.lower[after : after + 1] in (["'s"], ["’s"]):
        after += 1
    first, last = parse.sent[token], parse.sent_end[token]
    return (
        first < token
        and after < last
        and all(
            parse.pos[t] == "PROPN" and parse.text[t][:1].isupper()
            for t in (token - 1, token, after)
        )
    )


def _is_part(parse: Parse, noun: int) -> bool:
    """True for the first part of a compound of another kind: "platform game", but not "capital
    city"."""
    whole = parse.head[noun]
    inside = parse.dep[noun] == "compound" and whole == noun + 1 and parse.pos[whole] == "NOUN"
    return inside and not is_kind_of(parse.lemma[noun].lower(), parse.lemma[whole].lower())


def _preposition(words: tuple[str, ...]) -> str:
    return words[-1] if len(words) > 1 else ""


def _stand_before(parse: Parse, first: int, words: tuple[str, ...]) -> bool:
    return first >= 0 and all(
        w in (parse.lower[first + k], parse.lemma[first + k].lower()) for k, w in enumerate(words)
    )


def _has_rest(parse: Parse, verb: int, rest: tuple[str, ...]) -> bool:
    """True if a verb governs a particle or a preposition of each of these words, or who did it
    does: "was built by Orbis for the navy"."""
    below = list(parse.children[verb])
    for by in parse.children[verb]:
        if parse.dep[by] == "agent":
            below += [c for maker in parse.children[by] for c in parse.children[maker]]
    return all(any(parse.lower[c] == w for c in below) for w in rest)


def _is_hyphened(parse: Parse, verb: int) -> bool:
    """True for the participle of "Oslo-born"."""
    before = verb - 2
    return before >= 0 and parse.text[verb - 1] == "-" and parse.head[before] == verb


def is_passive(parse: Parse, verb: int) -> bool:
    """True for a participle that something is done by: "was built", "a house built of stone"."""
    if parse.tag[verb] not in ("VBN", "VBD"):
        return False
    deps = {parse.dep[c] for c in parse.children[verb]}
    joined = parse.dep[verb] == "conj" and parse.lemma[parse.head[verb]] == "be"
    return bool(deps & {"auxpass", "nsubjpass", "agent"}) or (
        (joined or parse.dep[verb] in ("acl", "amod", "advcl", "ROOT"))
        and parse.tag[verb] == "VBN"
        and "nsubj" not in deps
    )
