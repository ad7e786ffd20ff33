"""What a class of things is called: its noun in the singular, with the words before it that make it
narrower."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kgx.annotate.claims.referents import Referents, is_grade, load_concept_words
from kgx.annotate.grammar.marks import is_bracketed
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.offices import is_person_noun
from kgx.annotate.names.words import words_in
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

_NUMBERED = re.compile(
    r"\d+(?:st|nd|rd|th)|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|\w+teen|\w+tie)th"
)
_MODIFIERS = frozenset({"compound", "amod", "nmod", "prefix"})
_HIGHEST = frozenset({"most", "best", "least"})
LONGEST = 6
"""Words of the label of a class."""


def concept_words(referents: Referents, head: int, *, plain: bool = False) -> list[int]:
    """The tokens before a noun that make the class narrower: nouns and classifying adjectives;
    ``plain`` leaves out those that a name or a nationality is part of."""
    parse = referents.parse
    kept: set[int] = set()
    for c in parse.children[head]:
        if c > head:
            break
        kept.update(_modifier_words(referents, head, c, plain=plain))
    words = sorted(kept)
    first = max(0, len(words) - LONGEST + 1)
    while first and "-" in (parse.text[words[first]], parse.text[words[first - 1]]):
        first -= 1  # "state-of-the-art"
    return words[first:]


def _modifier_words(referents: Referents, head: int, c: int, *, plain: bool) -> Iterator[int]:
    """The words of a modifier, with a hyphen after it; none where it does not make a class."""
    parse = referents.parse
    hyphened = parse.text[c + 1 : c + 2] == ["-"] and c + 2 == head  # "well-being"
    known = (
        parse.dep[c] in _MODIFIERS or is_grade(parse, c) or (hyphened and parse.dep[c] == "advmod")
    )
    graded = parse.tag[c + 1] == "CD" and parse.head[c + 1] == head  # "magnitude 6.9"
    graded = graded and not is_grade(parse, c + 1)
    amount = referents.amounts.get(c)
    paid = amount is not None and amount.amount.kind == "money"  # "a 90 million euro contract"
    if not known or graded or paid or referents.timed[c]:
        return
    if hyphened and parse.head[c + 1] == head:
        yield c + 1
    inside = [] if _is_dropped(parse, head, c) else parse.subtree(c)
    if plain:
        named = [t for t in inside if t in referents.at or referents.label_at[t]]
        if named and any(parse.text[t] == "-" for t in inside):
            return  # "Turkish-built"
        inside = [t for t in inside if t not in named]
    done = parse.tag[c] in ("VBN", "VBG")  # "a genetically modified organism"
    lost = ("det", "poss") if done else ("det", "advmod", "poss")
    for t in inside:
        tied = parse.tag[t + 1] == "HYPH" and referents.ends[t] == referents.starts[t + 1]
        own = tied or (hyphened and t == c)  # "all-time", "well-being"
        if (own or parse.dep[t] not in lost) and not is_bracketed(parse, t, t + 1):
            yield t  # no other name in brackets: "virtual reality (VR) technology"


def _is_dropped(parse: Parse, head: int, modifier: int) -> bool:
    """True for a title, for an adjective that makes no class narrower, "the same mill", and for the
    number of who holds an office: "the 40th president"."""
    lists, word = load_concept_words(), parse.lower[modifier]
    if word in lists["titles"]:
        return True
    if _NUMBERED.fullmatch(word) and parse.lemma[head].lower() in lists["person"]:
        return True
    if type_of_noun(parse.lemma[head].lower()) == "person" and _is_highest(parse, modifier):
        return True
    if (
        parse.dep[modifier] != "amod"
        or _is_prize(parse, head, modifier)
        or (word == "prime" and parse.lemma[head] == "minister")
    ):
        return False
    return word in lists["dropped"] or parse.tag[modifier] in ("JJR", "JJS", "PRP$", "DT")


def _is_highest(parse: Parse, modifier: int) -> bool:
    """True for "the *most admired* painter" and "the *best-known* painter"."""
    return any(parse.lower[c] in _HIGHEST for c in parse.children[modifier] if c < modifier)


def _is_prize(parse: Parse, head: int, modifier: int) -> bool:
    """True for the "best" of a prize: "won *best* actress", "nominated for *best* picture"."""
    up = parse.head[head]
    verb = parse.head[up] if parse.dep[head] == "pobj" else up
    bare = parse.lower[modifier] == "best" and parse.child(head, "det", "poss") is None
    prized = parse.lemma[verb] in read_set("verbs.toml", "prizing")
    return bare and prized and parse.tag[head] in ("NN", "NNP")


def _hyphenated(referents: Referents, head: int) -> str:
    """What hyphens tie to the end of a noun, with them: "-general", "-in-law"."""
    parse, last = referents.parse, head
    office = read_set("roles.toml", "after_office")
    while parse.text[last + 1 : last + 2] == ["-"]:
        close = referents.ends[last] == referents.starts[last + 1]
        after = parse.lower[last + 2 : last + 3]
        tied = parse.head[last + 1 : last + 3] == [head, head]
        if not tied or not (close or office.issuperset(after)):
            break
        last += 2
    return "".join(parse.lower[head + 1 : last + 1])


def class_label(
    referents: Referents, modifiers: list[int], head: int, *, as_said: bool = False
) -> str:
    """Modifiers as the text has them, the head in the singular unless it is to be ``as_said``;
    capitals kept only where they belong to a name or an acronym."""
    parse = referents.parse
    while modifiers and parse.pos[modifiers[0]] in ("PUNCT", "CCONJ", "ADP", "PART"):
        modifiers = modifiers[1:]
    before = referents.words(tuple(modifiers))
    named = _without_rank(parse, modifiers, head)
    spoken = [w if _keeps_case(w, referents, named) else w.lower() for w in before.split()]
    plural = parse.tag[head] in ("NNS", "NNPS") and not parse.lower[head].endswith(("ss", "is"))
    invariant = parse.lower[head] in load_concept_words()["invariant"]
    kept = invariant or as_said or not plural
    noun = parse.text[head] if kept else parse.lemma[head]
    noun = _prefixed(parse, modifiers, head) + noun + _hyphenated(referents, head)
    proper = as_said and parse.pos[head] == "PROPN"
    last = noun if _is_acronym(noun) or proper else noun.lower()
    glue = "" if modifiers and spoken and spoken[-1].endswith("-") else " "
    if (
        modifiers
        and modifiers[-1] == head - 1
        and referents.ends[modifiers[-1]] == referents.starts[head]
    ):
        glue = ""
    return (" ".join(spoken) + glue + last).strip()


def _prefixed(parse: Parse, modifiers: list[int], head: int) -> str:
    """What a hyphen ties to the front of a role, where the parser makes it no part: "vice-"."""
    before = parse.lower[head - 2] if head > 1 and parse.text[head - 1] == "-" else ""
    other = before in read_set("roles.toml", "lesser", "past", "to_come")
    return f"{before}-" if other and head - 2 not in modifiers else ""


def _without_rank(parse: Parse, modifiers: list[int], head: int) -> list[int]:
    """The words before a role without those of its title: Norland | *Deputy Prime* Minister."""
    title = parse.text[head] in words_in("titles")
    if not title and not is_person_noun(parse.lower[head]):
        return modifiers
    last = len(modifiers)
    while last and parse.text[modifiers[last - 1]] in words_in(
        "titles", "rank_leads", "chair_givers"
    ):
        last -= 1
    return modifiers[:last]


def _keeps_case(word: str, referents: Referents, modifiers: list[int]) -> bool:
    """True for acronyms, and for words of names and nationalities."""
    parse = referents.parse
    return _is_acronym(word) or any(
        parse.text[t] in word
        and (
            referents.label_at[t]
            or t in parse.species
            or (parse.tag[t] == "NNP" and t > parse.sent[t] and not referents.titled[t])
        )
        for t in modifiers
    )


@lru_cache(maxsize=4096)
def _is_acronym(word: str) -> bool:
    capitals = sum(c.isupper() for c in word)
    return capitals > 1 or (capitals == 1 and (len(word) == 1 or word[0].isdigit()))
