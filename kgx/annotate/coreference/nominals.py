"""Candidates for coreference: names, noun phrases and pronouns, in the order of their heads."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from kgx.annotate.grammar.hyphens import is_part, whole_lemma
from kgx.annotate.words.gazetteer import nation_of
from kgx.annotate.words.noun_types import Gender, noun_genders, noun_types, type_of_noun
from kgx.annotate.words.wordlists import read_lists, read_set
from kgx.records import quick
from kgx.types import EntityType, Form

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_BEFORE_NOUN = frozenset(
    ["det", "predet", "amod", "compound", "nmod", "poss", "nummod", "quantmod"]
)
_INITIALS = {"us": "US", "u.s.": "US", "uk": "GB", "u.k.": "GB"}
_AGE = 4
"""Tokens from the number of "34-year-old" to its last."""
_MEASURE = 2
"""Tokens from the number of "9-tonne" to its last."""
Article = Literal["definite", "demonstrative", "possessive", "indefinite", "bare"]


@quick
@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may refer to an entity.

    Attributes:
        head: Its head token; ``start <= head < end``.
        label: A name's OntoNotes label, a noun's lemma, a pronoun in lower case.
        sentence: Number of its sentence.
        article: How it begins; ``bare`` for names and pronouns.
        owner: The token of its possessor, -1 if it has none.
        modifiers: Lower-case words that narrow the head.
        numbers: Lower-case words that count it.
        complement: What follows the head where that begins with "of", in lower case.
    """

    start: int
    end: int
    head: int
    form: Form
    label: str
    sentence: int
    type: EntityType | None = None
    plural: bool = False
    gender: Gender = ""
    article: Article = "bare"
    owner: int = -1
    modifiers: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    complement: str = ""


@cache
def words(key: str) -> frozenset[str]:
    """A list of ``coreference.toml``."""
    return read_set("coreference.toml", key)


@cache
def title_nouns() -> dict[str, str]:
    """The nouns that titles before names stand for, by the title."""
    return dict(line.split() for line in read_lists("coreference.toml")["title_nouns"])


def _is_theirs(parse: Parse, token: int) -> bool:
    """True for what is somebody's and not they: "she showed *hers*, and he showed *his*"."""
    alone = parse.lower[token] == "his" and parse.dep[token] != "poss"
    return alone or parse.lower[token] in ("hers", "theirs")


@cache
def _pronouns() -> frozenset[str]:
    return words("masculine") | words("feminine") | words("neuter") | words("plural")


def nations_in(lower: Collection[str]) -> set[str]:
    """Codes of the countries that words in lower case tell: nationalities, initials.

    >>> sorted(nations_in(["norwegian", "uk", "old"]))
    ['GB', 'NO']
    """
    return {country for country in map(_nation_in, lower) if country}


@lru_cache(maxsize=1 << 14)
def _nation_in(word: str) -> str:
    nation = nation_of(word.title())
    return _INITIALS.get(word) or (nation.country if nation is not None else "")


def number_sentences(parse: Parse) -> list[int]:
    """The number of each token's sentence; scraps of one or two tokens count
    with the one before."""
    numbers, number, start = [0] * len(parse), -1, -1
    for i, s in enumerate(parse.sent):
        if s != start:
            start = s
            if parse.sent_end[i] - s > 2 or number < 0:
                number += 1
        numbers[i] = number
    return numbers


def find_nominals(
    parse: Parse, in_name: Sequence[int], dated: Sequence[bool], sentences: Sequence[int]
) -> list[Candidate]:
    """Noun phrases with a common noun as head, and third-person pronouns.

    Args:
        in_name: Per token, the number of the name that holds it, or -1.
        dated: Per token, whether a time or number holds it.
    """
    found: list[Candidate] = []
    vague, pronouns = read_set("nouns.toml", "vague"), _pronouns()
    for i, pos in enumerate(parse.pos):
        if pos == "PRON":
            if parse.lower[i] in pronouns and not _is_theirs(parse, i):
                found.append(_pronoun(parse, i, sentences[i]))
        elif parse.lower[i] == "old" and parse.dep[i] != "amod" and _is_aged(parse, i):
            found.append(_aged(parse, i, sentences[i]))
        elif in_name[i] < 0 and (pos == "NOUN" or (pos == "PROPN" and _is_capital_noun(parse, i))):
            lemma = whole_lemma(parse, i)
            if (
                lemma in vague
                or dated[i]
                or parse.dep[i] in ("compound", "nmod", "amod", "npadvmod")
            ):
                continue
            if not lemma[:1].isalpha() or len(lemma) < 2 or is_quantified(parse, i):
                continue
            if _holds_of(parse, i, lemma) or is_lead(parse, i) or _tells_contest(parse, i):
                continue
            found.append(_nominal(parse, i, lemma, sentences[i]))
    return found


def _is_capital_noun(parse: Parse, token: int) -> bool:
    """True for a noun that a text writes with a capital: the President, the Company."""
    after = token > 0 and parse.lower[token - 1] == "the" and parse.text[token].istitle()
    return after and parse.tag[token] == "NNP" and parse.lower[token] in noun_types()


def _is_aged(parse: Parse, token: int) -> bool:
    """True for the last token of "34-year-old"."""
    return token >= _AGE and parse.lower[token - 3 : token] == ["-", "year", "-"]


def _aged(parse: Parse, token: int, sentence: int) -> Candidate:
    """A person who is called by age alone: "the 34-year-old"."""
    start = parse.left[token]
    article: Article = "definite" if parse.lower[start] == "the" else "indefinite"
    years = frozenset([parse.text[token - _AGE]])
    return Candidate(
        start,
        token + 1,
        token,
        "nominal",
        "old",
        sentence,
        type="person",
        article=article,
        numbers=years,
    )


def is_quantified(parse: Parse, noun: int) -> bool:
    """True for "every miner" and "no ship", which nobody refers to later."""
    quantifiers = words("quantifiers")
    return any(parse.lower[c] in quantifiers for c in parse.children[noun] if c < noun)


def _tells_contest(parse: Parse, noun: int) -> bool:
    """True for "the *women's* 400m hurdles", which are nobody's."""
    contest = parse.lemma[parse.head[noun]].lower() in words("contests")
    sexes = parse.lower[noun] in ("men", "women", "boys", "girls")
    return sexes and parse.dep[noun] == "poss" and contest


def _holds_of(parse: Parse, noun: int, lemma: str) -> bool:
    """True for the first noun of "a group of ships", which speaks of the ships."""
    if lemma not in words("measures") or not _takes_of(parse, noun):
        return False
    inner = parse.child(noun + 1, "pobj")
    return inner is not None and parse.tag[inner] == "NNS"


def is_lead(parse: Parse, noun: int) -> bool:
    """True for the noun of "at the head of", which speaks of nobody."""
    return parse.lower[max(0, noun - 2) : noun + 2] == ["at", "the", "head", "of"]


def _pronoun(parse: Parse, token: int, sentence: int) -> Candidate:
    word = parse.lower[token]
    gender: Gender = "m" if word in words("masculine") else "f" if word in words("feminine") else ""
    return Candidate(
        token,
        token + 1,
        token,
        "pronoun",
        word,
        sentence,
        type="person" if gender else None,
        plural=word in words("plural"),
        gender=gender,
    )


def _nominal(parse: Parse, head: int, lemma: str, sentence: int) -> Candidate:
    """The noun phrase of a head: its words from the first premodifier to the last complement,
    without appositions, conjuncts and marks at its edges."""
    before = _read_before(parse, head)
    owned = before.owner >= 0 and lemma in read_set("nouns.toml", "sites")
    person = before.aged and lemma in read_set("nouns.toml", "either")  # the 50-year-old leader
    end = _end(parse, head)
    return Candidate(
        _start(parse, head, before.start),
        end,
        head,
        "nominal",
        lemma,
        sentence,
        type="work" if owned else "person" if person else type_of_noun(lemma),
        plural=parse.tag[head] == "NNS" or lemma in words("groups"),
        gender=noun_genders().get(lemma, ""),
        article=before.article,
        owner=before.owner,
        modifiers=frozenset(before.modifiers),
        numbers=frozenset(before.numbers),
        complement=" ".join(parse.lower[head + 1 : end]) if _takes_of(parse, head) else "",
    )


@dataclass(slots=True)
class _Before:
    """What stands before a noun in its phrase: see `Candidate`."""

    start: int
    owner: int = -1
    article: Article = "bare"
    aged: bool = False
    modifiers: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)


def _read_before(parse: Parse, head: int) -> _Before:
    found = _Before(head)
    for child in parse.children[head]:
        if child > head or parse.dep[child] in ("nsubj", "aux", "cop"):
            break  # what has a subject is a verb taken for a noun
        if parse.dep[child] in _BEFORE_NOUN:
            found.start = min(found.start, parse.left[child])
            if not is_part(parse, child, head):
                _take_modifier(parse, child, found)
    return found


def _take_modifier(parse: Parse, child: int, found: _Before) -> None:
    dep, word = parse.dep[child], parse.lower[child]
    if dep == "poss" and _tells_contest(parse, child):
        found.modifiers.add(word)
        found.article = "definite" if parse.child(child, "det") is not None else found.article
    elif dep == "poss":
        found.owner, found.article = child, "possessive"
    elif dep == "det":
        found.article = _article(word, found.article)
    elif word == "old" and _is_aged(parse, child):
        found.numbers.add(parse.text[child - _AGE])
        found.aged = True
    elif _is_measure(parse, child):
        found.numbers.add(parse.text[child - _MEASURE])
    elif dep in ("nummod", "quantmod"):
        found.article = "indefinite" if found.article == "bare" else found.article
        found.numbers.add(word)
        found.modifiers |= _capitals_in(parse, child)
    elif any(map(str.isalnum, word)) and word not in words("loose"):
        found.modifiers |= {parse.lemma[child].lower(), word}
        if dep == "amod" and parse.left[child] < child:
            found.modifiers |= _capitals_in(parse, child)


def _is_measure(parse: Parse, unit: int) -> bool:
    """True for a unit that a hyphen ties to a figure: "the 2,900-*tonne* ship"."""
    first = unit - _MEASURE
    tied = first >= 0 and parse.left[unit] == first and parse.text[unit - 1] == "-"
    lasts = parse.lower[unit] in read_set("nouns.toml", "spans")  # "his 12-year career"
    return tied and parse.text[first][:1].isdigit() and not lasts


def _start(parse: Parse, head: int, start: int) -> int:
    """Where a phrase begins, marks at its edge left out; "a number of ships" with its number."""
    while start < head and parse.pos[start] in ("PUNCT", "SPACE", "CCONJ"):
        start += 1
    of = parse.head[head]
    outer = parse.head[of]
    measured = parse.dep[head] == "pobj" and of == outer + 1
    if measured and _holds_of(parse, outer, parse.lemma[outer]):
        start = min(start, parse.left[outer])
    return start


def _takes_of(parse: Parse, head: int) -> bool:
    return head + 1 < len(parse) and parse.lower[head + 1] == "of"


def _capitals_in(parse: Parse, last: int) -> set[str]:
    """The words of a name that a number or an adjective ends, "Orbis 767", "Filipino-American", in
    lower case."""
    inside = range(parse.left[last], last)
    return {parse.lower[i] for i in inside if parse.text[i][:1].isupper()}


def _article(word: str, article: Article) -> Article:
    if word in words("demonstrative"):
        return "demonstrative"
    if word in ("the", "both"):
        return "definite"
    return "indefinite" if article == "bare" else article


def _end(parse: Parse, head: int) -> int:
    """Where the complements of a noun end: prepositions and clauses, not appositions, conjuncts
    or what follows a comma."""
    end = head + 1
    for child in parse.children[head]:
        dep = parse.dep[child]
        if child < head or dep == "punct":
            continue
        if dep not in ("prep", "relcl", "acl", "nummod", "amod", "npadvmod"):
            break
        if parse.pos[child - 1] == "PUNCT" and parse.left[child] > end and dep != "relcl":
            break
        end = max(end, parse.right[child] + 1)
    while end > head + 1 and parse.pos[end - 1] in ("PUNCT", "SPACE"):
        end -= 1
    return end
