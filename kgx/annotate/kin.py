"""Whose kin someone is where no possessive says so: "had a sister, Ida Berg"."""

from collections.abc import Iterator

from kgx.annotate.drafts import Context, Draft, find_typed
from kgx.annotate.parse import Parse
from kgx.annotate.referents import End
from kgx.annotate.wordlists import read_set

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
    found = find_typed(context, context.relations.nouns, word, subject, owner)
    if found is not None:
        relation, turned = found
        first, second = (owner, subject) if turned else (subject, owner)
        yield context.typed(first.iri, relation.id, second)


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
