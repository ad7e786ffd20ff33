"""What a class of things is called: its noun in the singular, with what makes it narrower."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kgx.annotate.claims.referents import Referents, is_counted, is_grade, load_concept_words
from kgx.annotate.clauses.complements import Complement, complements
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.offices import is_person_noun
from kgx.annotate.names.words import words_in
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set
from kgx.records import changed, quick

_NUMBERED = re.compile(
    r"\d+(?:st|nd|rd|th)|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|\w+teen|\w+tie)th"
)
_MODIFIERS = frozenset({"compound", "amod", "nmod", "prefix"})
_POINTING = frozenset({"this", "that", "these", "those"})
_SAME = frozenset({"that", "same", "such"})  # "a town of the same name"
_LONGEST = 6  # words of a concept's label
_DEEPEST = 2  # complements of complements
_LONGEST_WHOLE = 8  # the same with what it is of


@dataclass(frozen=True, slots=True)
class Said:
    """What a noun is called in the text's words, and with its nouns in the singular."""

    text: str
    key: str


_UNSAID = Said("", "")


@quick
@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a class is called with what it is of.

    Attributes:
        key: The label with all nouns in the singular: the same for the same class.
        behind: The end of the label that says what it is of, on or for.
        of: Each complement's preposition, "'s" for an owner, and the head token.
        also: What the text calls it instead, where the owner's name is not in it.
    """

    label: str
    key: str
    behind: str = ""
    of: tuple[tuple[str, int], ...] = ()
    also: tuple[str, ...] = ()


def narrow(referents: Referents, head: int, noun: Said, depth: int = _DEEPEST) -> Narrowed:
    """The label of a noun's class, narrowed by its owner and by what it is of, on or for, in few
    words: "extinction of dinosaurs", "effect on mind and body", "Lyon's growth"; of complements no
    more than ``depth`` hang on each other."""
    whole = Narrowed(noun.text, noun.key)
    if head + 2 in referents.parse.portfolios:
        return _with_field(referents, whole, head + 1)
    for complement in complements(referents.parse, head):
        if complement.marker == "'s":
            whole = _owned(referents, whole, complement.heads[0])
            continue
        room = _LONGEST_WHOLE - len(whole.label.split()) - 1
        said, heads = _behind(referents, complement, room, depth)
        if not heads:
            break
        whole = changed(
            whole,
            label=f"{whole.label} {complement.marker} {said.text}".strip(),
            key=f"{whole.key} {complement.marker} {said.key}".strip(),
            behind=f"{whole.behind} {complement.marker} {said.text}".strip(),
            of=whole.of + tuple((complement.marker, h) for h in heads),
        )
    return whole


def _with_field(referents: Referents, office: Narrowed, preposition: int) -> Narrowed:
    """An office with its field, which is no class: "minister for Women and Equalities"."""
    end = preposition + 1
    while end in referents.parse.portfolios:
        end += 1
    behind = referents.words(tuple(range(preposition, end)))
    return Narrowed(f"{office.label} {behind}", f"{office.key} {behind}", behind)


def _owned(referents: Referents, thing: Narrowed, owner: int) -> Narrowed:
    """What a thing is called after its owner, "Lyon's growth", "dam of beavers"; the thing itself
    where the owner is not known, or a pronoun for a name."""
    mention = referents.at.get(owner)
    entity = None if mention is None else referents.entities[mention.entity]
    if entity is None or mention is None:
        said = noun_words(referents, owner, depth=0)
    elif entity.type == "concept":
        head = owner if mention.form == "nominal" else referents.made.get(entity.id, owner)
        text = noun_words(referents, head, depth=0).text
        said = Said(text or entity.label, entity.label)
    elif mention.form == "pronoun" and not _is_subject_of_own(referents.parse, owner):
        said = _UNSAID
    else:
        said = Said(entity.label, entity.label)
    if not said.text:
        return thing
    of = (("'s", owner),)
    if _tells_kind(referents.parse, owner):
        word = possessive(referents.parse, owner, referents.parse.lower[owner])
        return Narrowed(f"{word} {thing.label}", f"{word} {thing.key}")
    if entity is None or entity.type == "concept" or not entity.label[:1].isupper():
        behind = f"of {said.text}"
        return Narrowed(f"{thing.label} {behind}", f"{thing.key} of {said.key}", behind, of)
    parse = referents.parse
    label, key = (f"{possessive(parse, owner, said.text)} {x}" for x in (thing.label, thing.key))
    called = "" if mention is None or mention.form == "name" else parse.lower[owner]
    if mention is not None and mention.form == "nominal":
        called = possessive(parse, owner, parse.text[owner])
    return Narrowed(label, key, "", of, (f"{called} {thing.label}",) if called else ())


def _is_subject_of_own(parse: Parse, owner: int) -> bool:
    """True for the owner of what a clause tells of: "Its shares fell"; "sold its shares" has the
    owner before the verb, "its chair is" is a role, and who "they" are is less sure."""
    thing, known = parse.head[owner], ("his", "her", "its")
    told = parse.dep[thing] in ("nsubj", "nsubjpass") and parse.lower[owner] in known
    noun = parse.lemma[thing].lower()
    role = type_of_noun(noun) == "person" or noun in read_set("noun_ties.toml", "parties")
    return told and not role


def _tells_kind(parse: Parse, owner: int) -> bool:
    """True for an owner of a thing's name, who has no such thing: "a *master's* degree"."""
    alone = all(parse.dep[c] in ("case", "det") for c in parse.children[owner])
    return alone and parse.lemma[owner].lower() in read_set("nouns.toml", "owning_kinds")


def possessive(parse: Parse, owner: int, name: str) -> str:
    """A name with the ending that makes it an owner, as the text spells that."""
    mark = parse.child(owner, "case")
    ending = "'s" if mark is None else parse.text[mark]
    return name + ending + ("s" if len(ending) == 1 and not name.endswith("s") else "")


def _behind(
    referents: Referents, complement: Complement, room: int, depth: int
) -> tuple[Said, tuple[int, ...]]:
    """What a complement is called without its preposition, as many of its nouns as there is room
    for, and the heads of these."""
    heads = tuple(_seen_through(referents.parse, h) for h in complement.heads)
    if _is_whom(referents, complement):
        return _UNSAID, ()
    said = [noun_words(referents, h, depth=depth if len(heads) == 1 else 0) for h in heads]
    listed = Said(_list_up([s.text for s in said]), _list_up([s.key for s in said]))
    if all(s.text for s in said) and len(listed.text.split()) <= room:
        return listed, heads
    first = said[0]
    if len(first.text.split()) > room:
        first = noun_words(referents, heads[0], depth=0)
    fits = first.text and len(first.text.split()) <= room
    return (first, heads[:1]) if fits else (_UNSAID, ())


def _seen_through(parse: Parse, head: int) -> int:
    """What "one of the mills" is one of; else the noun itself."""
    part = parse.lower[head] in load_concept_words()["parts"]
    below = parse.below(head, "of") if part else None
    return head if below is None else below


def _is_whom(referents: Referents, complement: Complement) -> bool:
    """True for an amount after who is robbed of it: "defrauded the bank of €2 million"."""
    parse, amount = referents.parse, referents.amounts.get(complement.heads[0])
    marker = complement.heads[0]
    while parse.dep[marker] != "prep" and parse.head[marker] != marker:
        marker = parse.head[marker]
    whom = parse.lemma[parse.head[marker]].lower()
    words = load_concept_words()
    return amount is not None and (whom in words["organization"] or whom in words["person"])


def _list_up(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def noun_words(referents: Referents, head: int, *, depth: int) -> Said:
    """What the noun of a complement is called, with what it is of itself where ``depth`` allows."""
    parse = referents.parse
    mention = referents.at.get(head)
    before = {parse.lower[c] for c in parse.children[head] if c < head}
    if mention is not None and (mention.form == "name" or before & _POINTING):
        label = referents.entities[mention.entity].label
        return Said(label, label)
    amount = referents.amounts.get(head)
    if parse.pos[head] == "NUM" and referents.label_at[head] == "CARDINAL":
        return Said(parse.text[head], parse.text[head])  # "a population of 3,100"
    if amount is not None and amount.amount.kind != "count":
        worth = referents.words(tuple(range(amount.start, amount.end)))
        return Said(worth, worth)  # "a loan of €250 million"
    if before & _SAME or parse.pos[head] not in ("NOUN", "PROPN") or is_counted(referents, head):
        return _UNSAID
    inner = concept_words(referents, head)
    inner = inner if len(inner) < _LONGEST - 2 else []
    text, key = (class_label(referents, inner, head, as_said=told) for told in (True, False))
    said = Said(text, key)
    whole = narrow(referents, head, said, depth - 1) if depth else Narrowed(said.text, said.key)
    vague = parse.lemma[head].lower() in load_concept_words()["vague"]
    unsaid = (vague and not whole.behind) or referents.timed[head]
    return _UNSAID if unsaid else Said(whole.label, whole.key)


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
    first = max(0, len(words) - _LONGEST + 1)
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
        if (own or parse.dep[t] not in lost) and not _in_brackets(parse, t):
            yield t


def _is_dropped(parse: Parse, head: int, modifier: int) -> bool:
    """True for a title, for an adjective that makes no class narrower, "the same mill", and for the
    number of who holds an office: "the 40th president"."""
    lists, word = load_concept_words(), parse.lower[modifier]
    if word in lists["titles"]:
        return True
    if _NUMBERED.fullmatch(word) and parse.lemma[head].lower() in lists["person"]:
        return True
    if (
        parse.dep[modifier] != "amod"
        or _is_prize(parse, head, modifier)
        or (word == "prime" and parse.lemma[head] == "minister")
    ):
        return False
    return word in lists["dropped"] or parse.tag[modifier] in ("JJR", "JJS", "PRP$", "DT")


def _is_prize(parse: Parse, head: int, modifier: int) -> bool:
    """True for the "best" of a prize: "won *best* actress", "nominated for *best* picture"."""
    up = parse.head[head]
    verb = parse.head[up] if parse.dep[head] == "pobj" else up
    bare = parse.lower[modifier] == "best" and parse.child(head, "det", "poss") is None
    prized = parse.lemma[verb] in read_set("verbs.toml", "prizing")
    return bare and prized and parse.tag[head] in ("NN", "NNP")


def _in_brackets(parse: Parse, token: int) -> bool:
    """True for one word in brackets, another name: "virtual reality (VR) technology"."""
    return parse.text[token - 1] == "(" and parse.text[token + 1 : token + 2] == [")"]


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
    noun += _hyphenated(referents, head)
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


def _without_rank(parse: Parse, modifiers: list[int], head: int) -> list[int]:
    """The words before a role without those of its title: Norland | *Deputy Prime* Minister."""
    title = parse.text[head] in words_in("titles")
    if not title and not is_person_noun(parse.lower[head]):
        return modifiers
    last = len(modifiers)
    while last and parse.text[modifiers[last - 1]] in words_in("titles", "rank_leads"):
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
