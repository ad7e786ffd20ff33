"""Arguments in full: the words that a reader needs and an end of a claim does without."""

from kgx.annotate.claims.referents import Referents
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Phrase
from kgx.annotate.grammar.phrases import phrase_words
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

_PLACES = frozenset({"GPE", "LOC"})


def preposition_of(referents: Referents, part: Phrase) -> str:
    """The preposition of an argument in small letters, without "mainly" and the like before it; for
    "where", which has none, the one that a place or a body takes: "in" Porto, "at" Orbis."""
    parse = referents.parse
    if len(part.marker) > 1:
        focusing = read_set("modifiers.toml", "focusing")
        return " ".join(w for t in part.marker if (w := parse.lower[t]) not in focusing)
    word = parse.lower[part.marker[0]] if part.marker else ""
    if word != "where":
        return word
    label = referents.label_at[part.head]
    inside = label in _PLACES or (not label and type_of_noun(parse.lemma[part.head]) == "place")
    return "in" if inside else "at"


def write_out(referents: Referents, part: Phrase) -> tuple[int, ...]:
    """The words of an argument, in order, with the region after a town ("Lund, Sweden") and the
    owner that it shares with what it is coordinated with ("Orbis's chair and | head of sales")."""
    if not part.tokens:
        return ()
    return _owner(referents.parse, part) + part.tokens + _region(referents, part.tokens[-1])


def _region(referents: Referents, town: int) -> tuple[int, ...]:
    """The comma and the region after the last word of a town."""
    parse, label_at = referents.parse, referents.label_at
    if label_at[town] not in _PLACES:
        return ()
    for c in parse.children[town]:
        beside = parse.dep[c] == "appos" and label_at[c] in _PLACES and parse.left[c] == town + 2
        if beside and parse.text[town + 1] == "," and parse.child(c, "conj", "appos") is None:
            return (town + 1, *phrase_words(parse, c))
    return ()


def _owner(parse: Parse, part: Phrase) -> tuple[int, ...]:
    """The owner of the noun that a conjunct is coordinated with, where it has no word of its own
    that tells which."""
    first = part.head
    while parse.dep[first] == "conj" and parse.tag[parse.head[first]] == parse.tag[part.head]:
        first = parse.head[first]
    if first == part.head:
        return ()
    owner = parse.child(first, "poss")
    own = parse.child(part.head, "det", "poss", "nummod")
    if owner is None or own is not None or parse.right[owner] >= first:
        return ()
    return tuple(range(parse.left[owner], parse.right[owner] + 1))


def property_name(parse: Parse, noun: int) -> str:
    """What a property is called, in lower case: "release date", "cause of death"."""
    first = noun
    while first - 1 in parse.children[noun] and parse.dep[first - 1] in ("compound", "amod"):
        first -= 1
    name = " ".join([*parse.lower[first:noun], parse.lemma[noun].lower()])
    after = parse.below(noun, "of")
    bare = after is not None and parse.pos[after] == "NOUN" and not parse.children[after]
    return f"{name} of {parse.lower[after]}" if after is not None and bare else name
