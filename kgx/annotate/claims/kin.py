"""Whose kin someone is where no possessive says so: "had a sister, Ida Berg"."""

from collections.abc import Iterator

from kgx.annotate.claims.drafts import Context, Draft, draft_typed
from kgx.annotate.claims.referents import End
from kgx.annotate.clauses.stand_ins import antecedent, spread_out
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.phrases import is_relative
from kgx.annotate.grammar.tree import first_conjunct
from kgx.annotate.words.wordlists import read_set

_FURTHEST = 8  # steps up from a kin noun to its verb


def kin_noun(parse: Parse, name: int) -> int | None:
    """The noun for kin that a name, or one that it is coordinated with, fills out as the object of
    a verb of having: "has two sons, Max and Jon"."""
    noun = parse.head[first_conjunct(parse, name)]
    having = parse.dep[noun] == "dobj" and parse.lemma[parse.head[noun]] in ("have", "leave")
    return noun if having and _is_kin(parse, noun) else None


def draft_kin(context: Context, person: End, noun: int) -> Iterator[Draft]:
    """The kinship of a person with the one who had, left or is survived by the kin that a noun
    beside the name tells of; after "has two sons with Ann" also with her."""
    parse = context.referents.parse
    if person.type != "person" or not _is_kin(parse, noun):
        return
    if parse.child(noun, "poss") is not None or parse.below(noun, "of", "to") is not None:
        return  # the phrase itself says whose
    for head in _whose(parse, noun):
        owner = context.refer_to(head)
        if owner is not None and owner.type == "person" and owner.iri != person.iri:
            word, nouns = parse.lemma[noun].lower(), context.relations.nouns
            yield from draft_typed(context, nouns, word, person, owner)


def draft_among(context: Context, person: End, one: int) -> Iterator[Draft]:
    """ "The third of five children of Karl Berg", "one of six children born to him": whose child
    somebody is.

    Args:
        one: The head of what the person is said to be.
    """
    parse = context.referents.parse
    children = parse.below(one, "of")
    several = children is not None and parse.tag[children] == "NNS" and parse.tag[one] != "NNS"
    if children is None or not several or person.type != "person":
        return
    word = parse.lemma[children].lower()
    born = [c for c in parse.children[children] if parse.lower[c] == "born"]
    parent = parse.below(born[0], "to") if born else parse.below(children, "of")
    if parent is None or word not in read_set("roles.toml", "children"):
        return
    for head in spread_out(parse, parent):
        owner = context.refer_to(head)
        if owner is not None and owner.type == "person" and owner.iri != person.iri:
            yield from draft_typed(context, context.relations.nouns, word, person, owner)


def _is_kin(parse: Parse, noun: int) -> bool:
    return parse.lemma[noun].lower() in read_set("roles.toml", "kin", "anybody")


def _whose(parse: Parse, noun: int) -> list[int]:
    """The heads of those whose kin a noun tells of: the subject of the verb of having that it is
    an object of, and with whom, and who is or was survived; none under any other verb."""
    verb = noun
    for _ in range(_FURTHEST):
        if parse.pos[verb] in ("VERB", "AUX"):
            break
        verb = parse.head[verb]
    if parse.child(verb, "neg") is not None:
        return []
    if parse.lemma[verb] == "survive":
        dead = parse.child(verb, "dobj" if noun < verb else "nsubjpass")
        return [] if dead is None else [dead]
    if noun < verb:
        return []
    if parse.lemma[verb] not in ("leave", "have"):
        return []
    return [*_subject(parse, verb), *_with_whom(parse, verb)]


def _subject(parse: Parse, verb: int) -> list[int]:
    subject = parse.child(verb, "nsubj")
    if subject is not None and is_relative(parse, subject):
        subject = antecedent(parse, verb)
    return [] if subject is None else [subject]


def _with_whom(parse: Parse, verb: int) -> list[int]:
    """Those that "with" after a verb of having brings in."""
    preps = [c for c in parse.children[verb] if parse.lower[c] == "with"]
    people = (parse.child(prep, "pobj") for prep in preps)
    return [one for head in people if head is not None for one in spread_out(parse, head)]
