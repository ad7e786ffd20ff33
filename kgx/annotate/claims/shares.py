"""How much of a body somebody holds: "bought a stake in Orbis", "owns 12 percent of it"."""

from collections.abc import Iterator

from kgx.annotate.claims.deed import Deed
from kgx.annotate.claims.drafts import Draft, draft_typed
from kgx.annotate.claims.object_words import draft_vague
from kgx.annotate.grammar.parts import Phrase
from kgx.annotate.words.wordlists import read_set


def draft_share(deed: Deed, part: Phrase) -> Iterator[Draft]:
    """What an object that is a part of a body says of its holder."""
    noun = deed.context.referents.parse.lemma[part.head]
    if noun in read_set("noun_ties.toml", "stakes"):
        deed.stake = noun
        yield from draft_vague(deed, part)
    elif noun in read_set("noun_ties.toml", "percentages"):
        yield from _draft_percentage(deed, part, noun)


def _draft_percentage(deed: Deed, part: Phrase, noun: str) -> Iterator[Draft]:
    """ "Owns 12 percent of Orbis": a stake in it, where that is told of what has stakes."""
    of = deed.context.referents.parse.below(part.head, "of")
    body = None if of is None else deed.context.refer_to(of)
    if body is not None and deed.subject is not None and deed.subject.iri is not None:
        key = f"{deed.base} {noun} of"
        yield from draft_typed(deed.context, deed.context.relations.active, key, deed.subject, body)
