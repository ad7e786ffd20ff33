"""Whose kin someone is where no possessive says so: "had a sister, Ida Berg"."""

from collections.abc import Iterator

from kgx.annotate.claims.drafts import Context, Draft, find_typed, marker_of
from kgx.annotate.claims.referents import End
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause
from kgx.annotate.words.wordlists import read_set

_FURTHEST = 8  # steps up from a kin noun to its verb


def draft_kin(context: Context, subject: End, noun: int) -> Iterator[Draft]:
    """The kinship of a person with the one who had, left or is survived by the kin that a noun
    beside the name tells of."""
    parse = context.referents.parse
    word = parse.lemma[noun].lower()
    if subject.type != "person" or word not in read_set("nouns.toml", "kin"):
        return
    if parse.child(noun, "poss", "prep") is not None:
        return  # the phrase itself says whose
    head = _whose(parse, noun)
    owner = None if head is None else context.refer_to(head)
    if owner is None or owner.type != "person" or owner.iri == subject.iri:
        return
    yield from _relate(context, word, subject, owner)


def _relate(context: Context, word: str, person: End, owner: End) -> Iterator[Draft]:
    """What the noun for a person's kin says of the two."""
    found = find_typed(context, context.relations.nouns, word, person, owner)
    if found is not None:
        relation, turned = found
        first, second = (owner, person) if turned else (person, owner)
        yield context.typed(first.iri, relation.id, second)


def draft_named_kin(
    context: Context, clause: Clause, subject: End | None, head: int, name: End
) -> Iterator[Draft]:
    """The kinship that "has two sons, Max and Jon" tells of each name; with "with Ann" also hers.

    Args:
        head: The head of the name.
    """
    parse = context.referents.parse
    noun = head
    while parse.dep[noun] == "conj":
        noun = parse.head[noun]
    noun = parse.head[noun]
    word, verb = parse.lemma[noun].lower(), parse.head[noun]
    kin = parse.dep[noun] == "dobj" and parse.lemma[verb] in ("have", "leave")
    if not kin or word not in read_set("nouns.toml", "kin") or name.type != "person":
        return
    if parse.child(noun, "poss", "prep") is not None or parse.child(verb, "neg") is not None:
        return
    others = (a for a in clause.arguments if marker_of(context, clause, a) == "with")
    for owner in (subject, *map(context.refer, others)):
        if owner is not None and owner.type == "person" and owner.iri != name.iri:
            yield from _relate(context, word, name, owner)


def _whose(parse: Parse, noun: int) -> int | None:
    """The subject of the verb of having that a kin noun is the object of; None for any other."""
    verb = noun
    for _ in range(_FURTHEST):
        if parse.pos[verb] in ("VERB", "AUX"):
            break
        verb = parse.head[verb]
    if parse.child(verb, "neg") is not None or noun < verb:
        return None
    if parse.lemma[verb] == "survive":
        return parse.child(verb, "nsubjpass")
    return parse.child(verb, "nsubj") if parse.lemma[verb] in ("leave", "have") else None
