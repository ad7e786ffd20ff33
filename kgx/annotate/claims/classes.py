"""What something is one of: its class, and the office or the trade of a person."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.concepts import make_concept
from kgx.annotate.claims.drafts import Context, Draft
from kgx.annotate.claims.referents import End, load_concept_words
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_lists, read_set

NAMED_TYPES = frozenset({"organization", "person", "product", "place", "facility", "work"})


def _is_quality(noun: str) -> bool:
    """True for nouns of qualities, doings and posts, which nothing named is: "attendance"."""
    if noun in read_set("roles.toml", "posts"):
        return True
    concrete = noun in read_set("nouns.toml", "concrete") or type_of_noun(noun) is not None
    return noun.endswith(read_lists("nouns.toml")["quality_ends"]) and not concrete


def is_trade(noun: str) -> bool:
    """True for nouns that say what a person does: "teacher", "chemist"; no "relationship", no
    "man"."""
    told = type_of_noun(noun) == "person" or noun.endswith(read_lists("nouns.toml")["trade_ends"])
    idle = read_set("roles.toml", "kin", "anybody", "no_trades")
    return told and noun not in idle


def draft_class(context: Context, subject: End, head: int) -> Iterator[Draft]:
    """What a noun says that a subject is one of."""
    other = class_of(context, head)
    if other is None or subject.iri in (None, other.iri):
        return
    noun = _noun_of(context, other)
    if noun in read_set("noun_ties.toml", "names") or not may_be(context, subject, other):
        return
    if subject.type in NAMED_TYPES and _is_quality(noun):
        return
    yield context.typed(subject.iri, membership(context, subject, other), other)


def may_be(context: Context, subject: End, class_: End) -> bool:
    """False for what one is to another alone, as a member is, and for a person and a class that is
    no trade: who won is no winner by trade, a keen sailor is none."""
    noun = _noun_of(context, class_).lower()
    if noun in read_set("roles.toml", "bare_roles") and subject.type in NAMED_TYPES | {"event"}:
        return False
    trade = is_trade(noun) or is_trade(noun.rpartition("-")[2])  # "vice-captain"
    trade = trade and read_set("roles.toml", "of_hobbies").isdisjoint(context.name(class_).split())
    return subject.type != "person" or trade


def _noun_of(context: Context, class_: End) -> str:
    """The last word of what a class is called, without what it is of."""
    return context.name(class_).partition(" of ")[0].rsplit(" ", 1)[-1]


def membership(context: Context, subject: End, class_: End) -> str:
    """The relation to its class: a person's office or trade, else an instance or a kind."""
    if subject.type != "person":
        return "kindOf" if subject.type == "concept" else "instanceOf"
    office, words = context.relations.by_id["position"], context.name(class_).lower().split()
    directs = words[-1:] == ["director"] and read_set("roles.toml", "directed") & {*words}
    return "position" if office.names("", " ".join(words)) and not directs else "occupation"


def class_of(context: Context, head: int) -> End | None:
    """The class that a description names, whatever its head is a mention of."""
    referents = context.referents
    parse, words = referents.parse, load_concept_words()
    below = next((c for c in parse.children[head] if parse.lower[c] == "of"), None)
    lemma = parse.lemma[head].lower()
    if lemma in words["transparent"] and below is not None:
        inner = parse.child(below, "pobj")
        much = lemma in ("lot", "bit") and inner is not None and parse.tag[inner] == "NN"
        return None if inner is None or much else class_of(context, inner)  # "a lot of smoke"
    if parse.pos[head] not in ("NOUN", "PROPN") or len(lemma) < 2 or not lemma[0].isalnum():
        return None  # "(/ˈlʌnd/)"
    if not words["vague"].isdisjoint((lemma, parse.lower[head])) or _is_measured(context, head):
        return None
    if lemma in words["verdicts"]:
        return None
    if parse.pos[head] == "PROPN" and parse.lower[head] not in words["person"]:
        return None
    return referents.entity(make_concept(referents, head, plain=True))


def _is_measured(context: Context, head: int) -> bool:
    """True for "nine metres", "half the price" and "version 9", of which nothing is an instance."""
    referents = context.referents
    parse = referents.parse
    amount = referents.amounts.get(head)
    measures = amount is not None and amount.amount.kind != "count"
    return measures or any(
        (parse.dep[c] in ("predet", "nummod") and parse.lower[c] in ("half", "twice", "double"))
        or (parse.pos[c] == "NUM" and c > head)
        for c in parse.children[head]
    )
