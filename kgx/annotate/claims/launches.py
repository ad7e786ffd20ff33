"""Ships and spacecraft are launched and not published: "the probe Helia was launched in 1977"."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.drafts import Context, Draft
from kgx.annotate.grammar.parts import Clause
from kgx.annotate.names.words import words_in
from kgx.annotate.words.wordlists import read_set
from kgx.records import changed

_BROUGHT_OUT = frozenset({"publicationDate", "released", "publisher"})


def send_off(context: Context, clause: Clause, drafts: Iterator[Draft]) -> Iterator[Draft]:
    """The statements of a clause; of launching a craft those that say when and by whom it set off
    in place of those that it was published."""
    if context.referents.parse.lemma[clause.head] != "launch":
        yield from drafts
        return
    date = context.relations.by_id["launchDate"]
    for one in drafts:
        if one.rule not in _BROUGHT_OUT or not _has_craft(context, one):
            yield one
        elif one.rule == "publicationDate":
            yield changed(one, predicate=date.iri, rule=date.id, predicates=date.further)
        elif one.rule == "released":
            yield context.coin(one.subject, "launch", one.object, "")


def _has_craft(context: Context, draft: Draft) -> bool:
    """True where one end is a ship or a spacecraft, by what the text calls it or its name begins
    with."""
    vessels, craft = words_in("leading_vessels"), read_set("noun_ties.toml", "craft")
    ends = (context.referents.entity(draft.subject), draft.object)
    named = any(context.name(end).partition(" ")[0] in vessels for end in ends if end.iri)
    return named or any(context.is_called(end.iri, craft) for end in ends)
