"""How much of a body somebody holds: "bought a stake in Orbis", "owns 12 percent of it"."""

from collections.abc import Iterator

from kgx.annotate.claims.deed import Deed
from kgx.annotate.claims.drafts import Draft, draft_typed, state
from kgx.annotate.claims.object_words import draft_vague
from kgx.annotate.claims.referents import End
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Phrase
from kgx.annotate.words.wordlists import read_set

_HELD = "own percent of"
"""What the relation of a holder to a body is looked up by, whatever the verb."""
_PART_OWNED = "own part of"
"""What it is called where an end is neither a body nor a person."""


def draft_share(deed: Deed, part: Phrase) -> Iterator[Draft]:
    """What an object that is a part of a body says of its holder."""
    parse = deed.context.referents.parse
    noun = parse.lemma[part.head]
    holds = deed.base in read_set("verbs.toml", "holding_shares")
    if noun in read_set("noun_ties.toml", "stakes"):
        deed.stake = noun
        holds = holds or deed.base in read_set("verbs.toml", "changing_stakes")
        told = holds and noun != "interest"  # "takes an interest in Orbis"
        held = list(_draft_held(deed, _body_of(parse, part.head))) if told else []
        yield from held or draft_vague(deed, part)
    elif holds and _is_percentage(parse, part.head):
        yield from _draft_held(deed, _body_of(parse, part.head))


def draft_owned_part(deed: Deed, owner: End) -> Iterator[Draft]:
    """ "Orbis is 40 percent owned by Helix": a stake in it, and not the whole."""
    parse, verb = deed.context.referents.parse, deed.clause.head
    part = any(_is_percentage(parse, c) for c in parse.children[verb] if c < verb)
    if part and deed.base in read_set("verbs.toml", "holding_shares") and deed.subject is not None:
        active = deed.context.relations.active
        yield from state(deed.context, active, _HELD, _PART_OWNED, owner, deed.subject)


def _draft_held(deed: Deed, body: int | None) -> Iterator[Draft]:
    other, holder = None if body is None else deed.context.refer_to(body), deed.subject
    if holder is not None and other is not None and holder.iri not in (None, other.iri):
        yield from draft_typed(deed.context, deed.context.relations.active, _HELD, holder, other)


def _is_percentage(parse: Parse, token: int) -> bool:
    """True for the head of "12 percent", "12%" and "12 per cent"."""
    if parse.lower[token + 1 : token + 3] == ["per", "cent"]:
        return True
    return parse.lemma[token] in read_set("noun_ties.toml", "percentages")


def _body_of(parse: Parse, part: int) -> int | None:
    """What a part is of: "12 percent of the shares in *Orbis*", "half of *its* capital"."""
    whole = parse.below(part, "of", "in")
    if whole is None and parse.lower[part + 2 : part + 3] == ["cent"]:
        whole = parse.below(part + 2, "of", "in")
    shares = read_set("noun_ties.toml", "stakes", "capital")
    if whole is None or parse.lemma[whole] not in shares or parse.pos[whole] != "NOUN":
        return whole
    owner = parse.child(whole, "poss")
    return parse.below(whole, "of", "in") if owner is None else owner
