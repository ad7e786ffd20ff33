"""What a class of things is called: its noun in the singular, with what makes it narrower."""

from dataclasses import dataclass

from kgx.annotate.complements import Complement, complements
from kgx.annotate.parse import Parse
from kgx.annotate.referents import Referents, is_counted, load_concept_words

_MODIFIERS = frozenset({"compound", "amod", "nmod", "prefix"})
_POINTING = frozenset({"this", "that", "these", "those"})
_SAME = frozenset({"that", "same", "such"})  # "a town of the same name"
_LONGEST = 6  # words of a concept's label
_LONGEST_WHOLE = 8  # the same with what it is of


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a class is called with what it is of.

    Attributes:
        behind: The end of the label that says what it is of, on or for.
        of: Each complement's preposition, "'s" for an owner, and the head token.
        also: What the text calls it instead, where the owner's name is not in it.
    """

    label: str
    behind: str = ""
    of: tuple[tuple[str, int], ...] = ()
    also: tuple[str, ...] = ()


def narrow(referents: Referents, head: int, label: str) -> Narrowed:
    """The label of a noun's class, narrowed by its owner and by what it is of, on or for, in few
    words: "extinction of dinosaurs", "effect on mind and body", "Lyon's growth"."""
    behind, also = "", ""
    of: list[tuple[str, int]] = []
    for complement in complements(referents.parse, head):
        if complement.marker == "'s":
            owner = complement.heads[0]
            name, noun = _owner(referents, owner)
            named = name[:1].isupper()
            of += [("'s", owner)] if name else []
            also = f"{possessive(referents.parse, owner, noun)} {label}" if noun else ""
            label = f"{possessive(referents.parse, owner, name)} {label}" if named else label
            behind = f"of {name}" if name and not named else ""
            continue
        room = _LONGEST_WHOLE - len(f"{label} {behind}".split()) - 1
        words, heads = _behind(referents, complement, room)
        if not words:
            break
        of += [(complement.marker, h) for h in heads]
        behind = f"{behind} {complement.marker} {words}".strip()
    whole = f"{label} {behind}".strip()
    return Narrowed(whole, behind, tuple(of), (also,) if also else ())


def _owner(referents: Referents, owner: int) -> tuple[str, str]:
    """What the owner of a thing is called, and the noun that the text has instead of its name;
    empty where it is not known, or a pronoun for a name."""
    mention = referents.at.get(owner)
    if mention is None:
        return noun_words(referents, owner, deep=False), ""
    entity = referents.entities[mention.entity]
    if mention.form == "pronoun" and entity.type != "concept":
        return "", ""
    called = mention.form == "nominal" and entity.label[:1].isupper()
    return entity.label, referents.parse.text[owner] if called else ""


def possessive(parse: Parse, owner: int, name: str) -> str:
    """A name with the ending that makes it an owner, as the text spells that."""
    mark = parse.child(owner, "case")
    ending = "'s" if mark is None else parse.text[mark]
    return name + ending + ("s" if len(ending) == 1 and not name.endswith("s") else "")


def _behind(referents: Referents, complement: Complement, room: int) -> tuple[str, tuple[int, ...]]:
    """The words of a complement without its preposition, as many of its nouns as there is room
    for, and the heads of these."""
    heads = complement.heads
    said = [noun_words(referents, h, deep=len(heads) == 1) for h in heads]
    listed = " and ".join(filter(None, [", ".join(said[:-1]), *said[-1:]]))
    if all(said) and len(listed.split()) <= room:
        return listed, heads
    first = said[0]
    if len(first.split()) > room:
        first = noun_words(referents, heads[0], deep=False)
    return (first, heads[:1]) if len(first.split()) <= room else ("", ())


def noun_words(referents: Referents, head: int, *, deep: bool) -> str:
    """The noun of a complement in the text's words, ``deep`` with what it is of itself."""
    parse = referents.parse
    mention = referents.at.get(head)
    before = {parse.lower[c] for c in parse.children[head] if c < head}
    if mention is not None and (mention.form == "name" or before & _POINTING):
        return referents.entities[mention.entity].label
    if before & _SAME or parse.pos[head] not in ("NOUN", "PROPN") or is_counted(referents, head):
        return ""
    inner = concept_words(referents, head)
    words = referents.words((*inner, head)) if len(inner) < _LONGEST - 2 else parse.text[head]
    whole = narrow(referents, head, words) if deep else Narrowed(words)
    vague = parse.lemma[head].lower() in load_concept_words()["vague"]
    return "" if (vague and not whole.behind) or referents.timed[head] else whole.label


def concept_words(referents: Referents, head: int, *, plain: bool = False) -> list[int]:
    """The tokens before a noun that make the class narrower: nouns and classifying adjectives;
    ``plain`` leaves out those that a name or a nationality is part of."""
    parse, dropped = referents.parse, load_concept_words()["dropped"]
    kept: list[int] = []
    for c in parse.children[head]:
        hyphened = parse.text[c + 1 : c + 2] == ["-"] and c + 2 == head  # "well-being"
        known = parse.dep[c] in _MODIFIERS or (hyphened and parse.dep[c] == "advmod")
        if c > head or not known or referents.timed[c]:
            continue
        if hyphened and parse.head[c + 1] == head:
            kept.append(c + 1)
        if parse.dep[c] == "amod" and (
            parse.lower[c] in dropped or parse.tag[c] in ("JJR", "JJS", "PRP$", "DT")
        ):
            continue
        if parse.lower[c] in load_concept_words()["titles"]:
            continue
        inside = parse.subtree(c)
        if plain:
            named = [t for t in inside if t in referents.at or referents.label_at[t]]
            if named and any(parse.text[t] == "-" for t in inside):
                continue  # "Turkish-built"
            inside = [t for t in inside if t not in named]
        done = parse.tag[c] in ("VBN", "VBG")  # "a genetically modified organism"
        lost = ("det", "poss") if done else ("det", "advmod", "poss")
        kept.extend(
            t
            for t in inside
            if (parse.dep[t] not in lost or (hyphened and t == c)) and not _in_brackets(parse, t)
        )
    kept.sort()
    return kept[-(_LONGEST - 1) :]


def _in_brackets(parse: Parse, token: int) -> bool:
    """True for one word in brackets, another name: "virtual reality (VR) technology"."""
    return parse.text[token - 1] == "(" and parse.text[token + 1 : token + 2] == [")"]


def class_label(referents: Referents, modifiers: list[int], head: int) -> str:
    """Modifiers as the text has them, the head in the singular; capitals kept only where they
    belong to a name or an acronym."""
    parse = referents.parse
    while modifiers and parse.pos[modifiers[0]] in ("PUNCT", "CCONJ", "ADP", "PART"):
        modifiers = modifiers[1:]
    before = referents.words(tuple(modifiers))
    spoken = [w if _keeps_case(w, referents, modifiers) else w.lower() for w in before.split()]
    plural = parse.tag[head] in ("NNS", "NNPS") and not parse.lower[head].endswith(("ss", "is"))
    invariant = parse.lower[head] in load_concept_words()["invariant"]
    noun = parse.lemma[head] if plural and not invariant else parse.text[head]
    last = noun if _is_acronym(noun) else noun.lower()
    glue = "" if modifiers and spoken and spoken[-1].endswith("-") else " "
    if (
        modifiers
        and modifiers[-1] == head - 1
        and referents.ends[modifiers[-1]] == referents.starts[head]
    ):
        glue = ""
    return (" ".join(spoken) + glue + last).strip()


def _keeps_case(word: str, referents: Referents, modifiers: list[int]) -> bool:
    """True for acronyms, and for words of names and nationalities."""
    return _is_acronym(word) or any(
        referents.parse.text[t] in word and bool(referents.label_at[t]) for t in modifiers
    )


def _is_acronym(word: str) -> bool:
    return sum(c.isupper() for c in word) > 1
