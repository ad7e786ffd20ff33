"""What names are said to be ("chair Ann Lind", "Lind, the chair", "Lind is chair"), and for whom
people speak ("chair of the Kale Group")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from kgx.annotate.coreference.nominals import Candidate, words
from kgx.annotate.grammar.hyphens import is_part, whole_lemma
from kgx.annotate.grammar.named import tells_name
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.phrases import conjuncts, is_indefinite
from kgx.annotate.names.words import words_in
from kgx.annotate.words.gazetteer import nation_of
from kgx.annotate.words.noun_types import Gender, noun_genders, type_of_noun
from kgx.annotate.words.wordlists import read_lists, read_set
from kgx.types import EntityType

_BESIDE = 2  # tokens from one role before a name to the next, over "and"


@dataclass(frozen=True, slots=True)
class Description:
    """A noun said of a name: its head token and lemma, the lower-case words that narrow it, and
    whether it begins with "the"."""

    head: int
    noun: str
    words: frozenset[str]
    gender: Gender
    definite: bool


def find_descriptions(
    parse: Parse, in_name: Sequence[int], names: Iterable[Candidate]
) -> dict[int, tuple[Description, ...]]:
    """What is said of each name, by its head token: appositions, roles before it, copulas."""
    found: dict[int, tuple[Description, ...]] = {}
    for name in names:
        head = name.head
        nouns = [
            n
            for n in _said_of(parse, in_name, name)
            if in_name[n] < 0 and _fits(parse, n, name.type)
        ]
        if nouns:
            found[head] = tuple(_description(parse, n) for n in sorted(set(nouns)))
    return found


def _fits(parse: Parse, noun: int, type_: EntityType | None) -> bool:
    """False for a noun of one type beside a name of another."""
    said = type_of_noun(parse.lemma[noun].lower())
    return (said == "person") == (type_ == "person") or said is None


def _said_of(parse: Parse, in_name: Sequence[int], name: Candidate) -> list[int]:
    """Tokens of the nouns that a name is called by."""
    found, head, up = _beside(parse, name.head), name.head, parse.head[name.head]
    one_of = name.type != "person" and is_indefinite(parse, head)  # "a World Heritage Site"
    if parse.dep[head] == "appos" and parse.pos[up] == "NOUN" and in_name[up] < 0 and not one_of:
        found.append(up)
    if parse.dep[head] == "conj" and in_name[up] < 0 and up + _BESIDE in found:
        found.append(up)  # the actor and singer Bo Lind
    if parse.dep[head] == "appos" and in_name[up] >= 0 and name.type == "person":
        role = parse.head[parse.head[up]]  # the mayor of Rome, Ann Lind
        if parse.dep[up] == "pobj" and parse.pos[role] == "NOUN":
            found.append(role)
    naming = read_set("verbs.toml", "naming")
    if parse.lower[up] == "as" and parse.lower[parse.head[up]] in naming:
        up = parse.head[up]  # a man named as Bo Lind
    named = tells_name(parse, up) and parse.dep[up] in ("acl", "relcl")
    if named and parse.pos[parse.head[up]] == "NOUN" and head > up:
        found.append(parse.head[up])
    if parse.dep[head] == "nsubj" and parse.lemma[up] == "be":
        attr = parse.child(up, "attr")
        denied = any(parse.dep[c] == "neg" for c in parse.children[up])
        if attr is not None and parse.pos[attr] == "NOUN" and not denied:
            found.append(attr)
    bare = name.type == "person" or parse.child(head, "det") is None
    if parse.dep[head] == "attr" and bare:
        found += _identified(parse, up)
    elif parse.dep[up] == "attr" and up in found:  # is the investor Bo Lind
        found += _identified(parse, parse.head[up])
    return found


def _identified(parse: Parse, verb: int) -> list[int]:
    """The noun for the one that a name is said to be: "*its chair* is Ann Lind"; nobody may or was
    not."""
    noun = parse.child(verb, "nsubj") if parse.lower[verb] in ("is", "was", "remains") else None
    if noun is None or parse.tag[noun] != "NN" or parse.child(verb, "neg", "aux", "mark"):
        return []
    mark = parse.child(noun, "det", "poss")
    told = mark is not None and (parse.lower[mark] == "the" or parse.dep[mark] == "poss")
    lemma = parse.lemma[noun].lower()
    held = type_of_noun(lemma) in ("person", "organization")
    return [noun] if told and (held or lemma in read_set("nouns.toml", "either")) else []


def _beside(parse: Parse, head: int) -> list[int]:
    """The nouns before a name, and those told of it behind it."""
    found = []
    for child in parse.children[head]:
        before = parse.dep[child] == "compound" and child < head
        after = parse.dep[child] == "appos" and child > head
        if parse.pos[child] == "NOUN" and (before or after):
            found.append(child)
            found += [c for c in conjuncts(parse, child)[1:] if parse.pos[c] == "NOUN"]
    return found


def agent_nouns(parse: Parse, head: int) -> frozenset[str]:
    """What a subject, or who "by" names, may be called after what it does: "founder"."""
    verb = parse.head[head]
    if parse.dep[head] == "pobj" and parse.lower[verb] == "by" and parse.dep[verb] == "agent":
        verb = parse.head[verb]
    elif parse.dep[head] != "nsubj":
        return frozenset()
    if parse.pos[verb] != "VERB" or parse.child(verb, "neg") is not None:
        return frozenset()
    return _agents().get(parse.lemma[verb].lower(), frozenset())


@cache
def _agents() -> dict[str, frozenset[str]]:
    """The nouns for who does what a verb says, by the verb."""
    found: dict[str, frozenset[str]] = {}
    for line in read_lists("coreference.toml")["agents"]:
        verb, noun = line.split()
        found[verb] = found.get(verb, frozenset()) | {noun}
    return found


def find_names_of(parse: Parse, in_name: Sequence[int]) -> dict[int, int]:
    """Nouns for a place that a name follows after "of", with the head of that name: the *city* of
    Izmir. They are the place itself; the capital of a country and a coast of it are not."""
    found: dict[int, int] = {}
    places = read_set("nouns.toml", "divisions") - words(
        "regions"
    )  # "the region of Peru" is a part
    for i, lower in enumerate(parse.lower):
        if lower != "of" or parse.dep[i] != "prep":
            continue
        noun, name = parse.head[i], parse.child(i, "pobj")
        if name is None or in_name[name] < 0:
            continue
        if parse.lemma[noun].lower() not in places and not _is_region_of(parse, noun):
            continue
        article = parse.child(noun, "det")
        capital = any(parse.lower[c] == "capital" for c in parse.children[noun] if c < noun)
        definite = article is not None and parse.lower[article] == "the" and not capital
        if definite and parse.pos[noun] == "NOUN" and noun < i and parse.tag[noun] == "NN":
            found[noun] = name
    return found


def _is_region_of(parse: Parse, noun: int) -> bool:
    """True for the *region* of a nation that a name follows: the Peruvian region of Cajamarca; "the
    northern region of Peru" is a part of it."""
    before = [c for c in parse.children[noun] if c < noun and parse.dep[c] in ("amod", "compound")]
    nations = [c for c in before if nation_of(parse.text[c]) is not None]
    region = parse.lemma[noun].lower() in words("regions")
    return region and len(before) == 1 and nations == before


def _description(parse: Parse, noun: int) -> Description:
    narrowing = {
        w
        for c in parse.children[noun]
        if c < noun and parse.dep[c] in ("amod", "compound", "nmod", "poss")
        if not is_part(parse, c, noun)
        for w in (parse.lower[c], parse.lemma[c].lower())
    }
    lemma = whole_lemma(parse, noun)
    article = parse.child(noun, "det")
    definite = article is not None and parse.lower[article] == "the"
    gender = noun_genders().get(lemma, "")
    return Description(noun, lemma, frozenset(narrowing), gender, definite)


def find_close_nouns(
    parse: Parse, in_name: Sequence[int], names: Iterable[Candidate]
) -> dict[int, int]:
    """Nouns that "the" and a name of their type follow, whatever the parse makes of them, with the
    head of that name: the chair of Turkish *firm* the Kale Group. Without "the" where the parse
    makes two subjects or objects of them: Norland's *agency* Orbis has asked."""
    found: dict[int, int] = {}
    for name in names:
        twin = name.start - 1
        noun = twin - 1 if parse.lower[twin] == "the" else twin
        if noun < parse.sent[name.start] or (noun == twin and not _are_twins(parse, twin, name)):
            continue
        plain = in_name[noun] < 0 and parse.tag[noun] == "NN"
        if plain and name.type and type_of_noun(parse.lemma[noun].lower()) == name.type:
            found[noun] = name.head
    return found


def find_named_after(
    parse: Parse, in_name: Sequence[int], names: Iterable[Candidate]
) -> dict[int, int]:
    """Nouns for a body or a place right after its name, with the head of that: the Harbour *party*,
    Kavala *province*."""
    found: dict[int, int] = {}
    nouns = {"organization": words_in("named_bodies") | {"group"}, "place": words("named_before")}
    for name in names:
        noun = name.end
        if noun >= len(parse) or in_name[noun] >= 0 or parse.below(noun, "of") is not None:
            continue  # "the U.S. state of Oregon"
        tied = parse.head[name.head] == noun and parse.dep[name.head] in ("compound", "nmod")
        if tied and parse.tag[noun] == "NN" and parse.lower[noun] in nouns.get(name.type or "", ()):
            found[noun] = name.head
    return found


def _are_twins(parse: Parse, noun: int, name: Candidate) -> bool:
    same = parse.head[noun] == parse.head[name.head] and parse.dep[noun] == parse.dep[name.head]
    return same and parse.dep[noun] in ("nsubj", "nsubjpass", "dobj")


def find_bodies(parse: Parse, names: Sequence[tuple[int, int]]) -> dict[int, list[int]]:
    """For each noun for a person, and each person's name, the tokens that may name the body it
    stands for: chair *of X*, *X* chair, *X's* chair.

    Args:
        names: Head token and start of each person's name.
    """
    found: dict[int, list[int]] = defaultdict(list)
    either, gone = read_set("nouns.toml", "either"), read_set("roles.toml", "past", "retired")
    for i, pos in enumerate(parse.pos):
        if pos != "NOUN":
            continue
        lemma = parse.lemma[i].lower()
        past = any(parse.lower[c] in gone for c in parse.children[i])
        if (lemma in either or type_of_noun(lemma) == "person") and not past:
            found[i] = _body_tokens(parse, i)
    for head, start in names:
        before = [c for c in parse.children[head] if c < start and parse.dep[c] == "compound"]
        if len(before) > 1:  # X captain Ann Lind
            found[head] = before
        found[head] = [*found[head], *_after_name(parse, head)]
    return {k: v for k, v in found.items() if v}


def _after_name(parse: Parse, head: int) -> list[int]:
    """Who a person speaks for: Ann Lind *for X*."""
    preps = [
        c for c in parse.children[head] if c > head and parse.lower[c] in ("for", "of", "from")
    ]
    return [t for c in preps if (t := parse.child(c, "pobj")) is not None]


def _body_tokens(parse: Parse, noun: int) -> list[int]:
    tokens: list[int] = []
    for child in parse.children[noun]:
        if parse.dep[child] in ("compound", "poss", "nmod", "amod") and child < noun:
            tokens.append(child)
        elif parse.dep[child] == "prep" and parse.lower[child] in ("of", "at", "for"):
            inner = parse.child(child, "pobj")
            if inner is not None:
                tokens.append(inner)
                tokens += [c for c in parse.children[inner] if parse.dep[c] in ("appos", "nmod")]
    return tokens


def speaks(parse: Parse, head: int) -> bool:
    """True for the subject of a verb of saying."""
    verb = parse.head[head]
    return parse.dep[head] == "nsubj" and parse.lemma[verb] in read_set("quotes.toml", "verbs")


def is_many(parse: Parse, name: int) -> bool:
    """True for the subject of a verb in the plural that is one name: "Orbis have won"."""
    verb = parse.head[name]
    if parse.dep[name] not in ("nsubj", "nsubjpass") or parse.child(name, "conj") is not None:
        return False
    helped = any(parse.lower[c] in ("have", "are", "were") for c in parse.children[verb])
    return parse.tag[verb] == "VBP" or parse.lower[verb] in ("are", "were") or helped
