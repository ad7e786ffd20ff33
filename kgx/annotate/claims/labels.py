"""What a class of things is called with what it is of: "extinction of dinosaurs"."""

from dataclasses import dataclass

from kgx.annotate.claims.class_words import LONGEST, class_label, concept_words
from kgx.annotate.claims.referents import Referents, is_counted, load_concept_words
from kgx.annotate.clauses.complements import Complement, complements
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import MentionSpan
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set
from kgx.records import changed, quick
from kgx.types import Entity

_POINTING = frozenset({"this", "that", "these", "those"})
_SAME = frozenset({"that", "same", "such"})  # "a town of the same name"
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
    if end := referents.parse.field_end(head):
        return _with_field(referents, whole, range(head + 1, end))
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


def _with_field(referents: Referents, office: Narrowed, behind: range) -> Narrowed:
    """An office with its field, which is no class: "minister for Women and Equalities"."""
    said = referents.words(tuple(behind))
    return Narrowed(f"{office.label} {said}", f"{office.key} {said}", said)


def _owned(referents: Referents, thing: Narrowed, owner: int) -> Narrowed:
    """What a thing is called after its owner, "Lyon's growth", "dam of beavers"; the thing itself
    where the owner is not known, or a pronoun for a name."""
    mention = referents.at.get(owner)
    entity = None if mention is None else referents.entities[mention.entity]
    said = _owner_words(referents, owner, mention, entity)
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


def _owner_words(
    referents: Referents, owner: int, mention: MentionSpan | None, entity: Entity | None
) -> Said:
    """What the owner of a thing is called; nothing for a pronoun that may be somebody else's."""
    if entity is None or mention is None:
        return noun_words(referents, owner, depth=0)
    if entity.type == "concept":
        head = owner if mention.form == "nominal" else referents.made.get(entity.id, owner)
        text = noun_words(referents, head, depth=0).text
        return Said(text or entity.label, entity.label)
    if mention.form == "pronoun" and not _is_subject_of_own(referents.parse, owner):
        return _UNSAID
    return Said(entity.label, entity.label)


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
    inner = inner if len(inner) < LONGEST - 2 else []
    text, key = (class_label(referents, inner, head, as_said=told) for told in (True, False))
    said = Said(text, key)
    whole = narrow(referents, head, said, depth - 1) if depth else Narrowed(said.text, said.key)
    vague = parse.lemma[head].lower() in load_concept_words()["vague"]
    unsaid = (vague and not whole.behind) or referents.timed[head]
    return _UNSAID if unsaid else Said(whole.label, whole.key)
