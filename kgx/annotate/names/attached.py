"""Evidence for what a name names from what hangs on it and what it hangs on."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.said_after import told_class
from kgx.annotate.names.evidence import (
    HINT,
    STRONG,
    SURE,
    TOLD,
    Evidence,
    best_place,
    company_evidence,
)
from kgx.annotate.names.lands import read_land
from kgx.annotate.names.said_by_verbs import is_bought, is_peopled, read_doing, read_done
from kgx.annotate.names.side_nouns import LANGUAGES, noun_label, shared_nouns
from kgx.annotate.names.words import Name, given_names, is_calling, words_in
from kgx.annotate.words.gazetteer import nation_of
from kgx.annotate.words.wordlists import read_set

_OF_ARMS = frozenset({"amod", "nummod", "compound", "nmod", "punct", "npadvmod"})
_PLACES_AFTER = ("coreference.toml", "named_before")


def read_beside(parse: Parse, name: Name, head: int) -> Iterator[Evidence]:
    """What appositions and relative clauses say: X, *the chair*; X, *61*; X, *who*."""
    for child in parse.children[head]:
        told = None
        if parse.dep[child] == "appos" and child >= name.end:
            told = _described_as(parse, name, child)
        elif parse.dep[child] == "acl" and parse.lower[child] in words_in("led"):
            told = "led", "ORG", TOLD
        elif parse.dep[child] == "acl" and parse.lower[child] in ("made", "manufactured"):
            told = "made", "PRODUCT", 1.6 if parse.child(child, "agent") else HINT
        elif parse.dep[child] == "relcl" and is_peopled(parse, child):
            told = "population", "GPE", TOLD  # Norvik, which has a population of
        elif parse.dep[child] == "relcl" and _starts_with_who(parse, child):
            several = parse.lower[name.start - 1] == "the" and parse.tag[child] == "VBP"
            told = ("who", "NORP", STRONG) if several else ("who", "PERSON", 2.0)  # the Greens
        elif parse.dep[child] == "relcl" and _is_no_person(parse, name, head):
            told = "which", "ORG", 2.2  # Orbis, which
        if told is not None:
            yield told
    up = parse.head[head]
    if parse.dep[head] == "appos" and not name.start <= up < name.end:
        label = _class_label(parse, up)
        if label is None and is_bought(parse, up):
            label = "ORG"  # "acquired two rivals, X and Y"
        if label:
            yield "apposition", label, TOLD


def _is_no_person(parse: Parse, name: Name, head: int) -> bool:
    """True for a subject that "which" tells more of, and that the model takes for somebody."""
    opens = parse.text[name.end] == "," and "which" in parse.lower[name.end + 1 : name.end + 3]
    return opens and name.label == "PERSON" and parse.dep[head] in NOUN_SUBJECTS


def _described_as(parse: Parse, name: Name, noun: int) -> Evidence | None:
    """What an apposition behind a name says of it: an age, a nationality, a class, a trade."""
    if parse.text[noun].isdigit() and len(parse.text[noun]) <= 2:
        return "age", "PERSON", STRONG
    if _is_citizen(parse, noun):
        return "apposition", "PERSON", SURE
    if label := _class_label(parse, noun):
        return "apposition", label, SURE if label == "WORK_OF_ART" else TOLD
    if not _is_trade(parse, noun) or parse.lower[name.start] in given_names():
        return None
    return "apposition", "ORG", 2.2 if name.label in ("PERSON", "") else TOLD


def _is_trade(parse: Parse, noun: int) -> bool:
    """True for a noun for what firms do, and some persons: *a shipbuilder*, *a brewer*."""
    return parse.lemma[noun] in shared_nouns() or is_calling(parse.lower[noun])


def _is_citizen(parse: Parse, noun: int) -> bool:
    """True for "a Mongolian", which somebody is."""
    one = noun > 0 and parse.lower[noun - 1] in ("a", "an")
    return one and nation_of(parse.text[noun]) is not None


def _class_label(parse: Parse, noun: int) -> str | None:
    """The label that a noun in apposition tells; none for the last word of another name: "Ann Lind
    (Green Party)"."""
    label = noun_label(parse, told_class(parse, noun))
    inside = parse.tag[noun] == "NNP" and label == "ORG" and parse.child(noun, "det") is None
    return None if inside and _is_named(parse, noun) else label


def _is_named(parse: Parse, noun: int) -> bool:
    """True for a noun that is a word of a name: Green *Party*, *University* of Lund."""
    after = parse.below(noun, "of")
    words = [c for c in parse.children[noun] if parse.dep[c] == "compound"]
    return any(parse.tag[c] == "NNP" for c in (*words, *(() if after is None else [after])))


def _is_for_works(parse: Parse, preposition: int) -> bool:
    """True for "the author *of* X", "starred *in* X" and "the screenplay *for* X"."""
    above, marker = parse.head[preposition], parse.lower[preposition]
    lemma = parse.lemma[above].lower()
    if marker == "in":
        return parse.pos[above] == "VERB" and lemma in ("star", "co-star")
    listed = {"of": frozenset({"author", "co-author"}), "for": words_in("written_for")}
    return parse.pos[above] == "NOUN" and lemma in listed.get(marker, ())


def read_above(parse: Parse, name: Name, head: int) -> Iterator[Evidence]:
    """What the noun or verb above a name says: the X *movement*; *buy* X; X *is* a town."""
    dep, up = parse.dep[head], parse.head[head]
    up = parse.head[up] if parse.dep[up] == "nummod" and up == name.end else up
    if dep in ("compound", "nummod", "nmod") and _stands_before(parse, name, up):
        yield from _noun_after(parse, name, up)
    elif dep == "pobj" and parse.lower[up] == "during":
        yield "during", "MISC", 2.0  # an event, or a time
    elif (
        dep == "pobj" and parse.tag[name.end : name.end + 1] != ["POS"] and _is_for_works(parse, up)
    ):
        yield "made", "WORK_OF_ART", SURE + 1.0 if parse.lower[up] == "for" else TOLD
    elif done := read_land(parse, name, head) or read_done(parse, name, head):
        yield done
    elif dep == "nsubj":
        yield from read_doing(parse, name, up)
    elif dep == "pobj" and parse.lower[up - 1 : up + 1] == ["known", "as"]:
        yield from _called(parse, up - 1, up)  # a vaccine known as X
    elif dep == "attr" and parse.lemma[up] == "be":
        yield from _identity(parse, name, up)
    elif dep in ("oprd", "dobj", "attr") and parse.lower[up] in read_set("verbs.toml", "naming"):
        yield from _called(parse, up, up)  # a bridge named X


def _called(parse: Parse, participle: int, alone: int) -> Iterator[Evidence]:
    """What the noun says that a participle for a name hangs on, "a bridge named X"."""
    tied = parse.dep[participle] in ("acl", "relcl")
    label = noun_label(parse, parse.head[participle] if tied else alone)
    if label:
        yield "called", label, TOLD


def _identity(parse: Parse, name: Name, verb: int) -> Iterator[Evidence]:
    """What the noun says that a name is said to be the one of: "its chair is X", "the capital is
    X"; whoever wins may be a team."""
    noun = parse.child(verb, "nsubj")
    if noun is None or parse.tag[noun] != "NN" or parse.child(noun, "det", "poss") is None:
        return
    label = noun_label(parse, told_class(parse, noun))
    known = best_place(" ".join(parse.text[name.start : name.end])) is not None
    if label == "PERSON":
        held = parse.lemma[noun] not in read_set("roles.toml", "no_trades")
        if held and not known and name.end - name.start > 1:
            yield "identity", label, TOLD
    elif label is not None and not known:
        yield "identity", label, TOLD


def _noun_after(parse: Parse, name: Name, noun: int) -> Iterator[Evidence]:
    """What the noun that a name stands before says: the X *movement*."""
    label = noun_label(parse, noun)
    one = any(parse.lower[c] in ("a", "an") for c in parse.children[noun])  # a Maoist party
    body = parse.lower[noun] in words_in("named_bodies") and not one
    numbered = any(map(str.isdigit, parse.text[name.end - 1])) and label == "PRODUCT"
    if label == "FAC" and name.label == "PERSON" and name.end - name.start > 1:
        yield "noun after", "FAC", SURE  # the Ann B. Lind airport
    elif parse.lemma[noun] in words_in("periods"):
        yield "noun after", "MISC", STRONG
    elif parse.lemma[noun] in LANGUAGES:
        yield "noun after", "LANGUAGE", TOLD
    elif one and parse.lower[noun] in words_in("locals") and name.label != "NORP":
        yield "noun after", "GPE", TOLD  # a Lund man
    elif parse.lemma[noun] in words_in("works"):
        yield "noun after", "GPE", 1.2  # the Rouen mill
    elif _are_arms(parse, noun) and _is_model(parse, name):
        counted = parse.tag[name.start - 1] == "CD" and parse.head[name.start - 1] == noun
        yield "noun after", "PRODUCT", TOLD if counted else 2.0  # 40 Kestrel tanks
    elif parse.lemma[noun] in words_in("programs") and _is_one(parse, name, noun):
        yield "noun after", "PRODUCT", TOLD  # the Photon application
    elif label and (label in ("LOC", "FAC", "GPE") or numbered or body):
        built = parse.lower[noun] in words_in("small_heads") | read_set(*_PLACES_AFTER)
        built = built and best_place(" ".join(parse.text[name.start : name.end])) is None
        yield "noun after", label, TOLD if body or numbered or built else 1.6
    elif label == "PRODUCT" and _has_maker(parse, noun, name.start):
        yield "noun after", label, TOLD  # "its Orbis phone"


def _stands_before(parse: Parse, name: Name, noun: int) -> bool:
    """True for the noun right after a name, and for arms with words of their own between: 40 *Orla*
    8x8 armoured vehicles."""
    between = range(name.end, noun)
    own = all(parse.head[t] == noun and parse.dep[t] in _OF_ARMS for t in between)
    return noun == name.end or (noun > name.end and own and _are_arms(parse, noun))


def _are_arms(parse: Parse, noun: int) -> bool:
    pair = f"{parse.lower[noun - 1]} {parse.lemma[noun]}"
    return parse.lemma[noun] in words_in("arms") or pair in words_in("arms_pairs")


def _is_model(parse: Parse, name: Name) -> bool:
    """True for one word that is no land's, people's or known firm's, as the models of arms are
    called."""
    word = parse.text[name.start]
    bare = name.end - name.start == 1 and not word.isupper()
    known = best_place(word) or nation_of(word) or "ORG" in company_evidence((word,))
    return bare and not known


def _is_one(parse: Parse, name: Name, noun: int) -> bool:
    """True for "the" before one word that is no place's and one noun for what is called so."""
    words = parse.text[name.start : name.end]
    article = name.start > 0 and parse.lower[name.start - 1] == "the"
    known = best_place(" ".join(words)) or company_evidence(words)
    return article and parse.tag[noun] == "NN" and not known


def _has_maker(parse: Parse, noun: int, start: int) -> bool:
    """True for a noun whose owner stands before a name: *Orbis's* Kite phone."""
    return any(parse.dep[c] == "poss" and c < start for c in parse.children[noun])


def _starts_with_who(parse: Parse, verb: int) -> bool:
    return any(parse.lower[c] in ("who", "whom") for c in parse.children[verb])
