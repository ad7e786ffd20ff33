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
    craft = _find_craft(context)
    date = context.relations.by_id["launchDate"]
    for one in drafts:
        if one.rule not in _BROUGHT_OUT or craft.isdisjoint((one.subject, one.object.iri)):
            yield one
        elif one.rule == "publicationDate":
            yield changed(one, predicate=date.iri, rule=date.id, predicates=date.further)
        elif one.rule == "released":
            yield context.coin(one.subject, "launch", one.object, "")


def _find_craft(context: Context) -> set[str]:
    """The IRIs of ships and spacecraft, by their class or what their names begin with."""
    named = {
        iri
        for iri, entity in context.referents.entities.items()
        if entity.label.partition(" ")[0] in words_in("leading_vessels")
    }
    return named | find_called(context, read_set("noun_ties.toml", "craft"))


def find_called(context: Context, nouns: frozenset[str]) -> set[str]:
    """The IRIs of what the text calls by one of the nouns: *the probe* Helia, Helia is *a ship*."""
    referents, parse = context.referents, context.referents.parse
    found: set[str] = set()
    for noun in (t for t, lemma in enumerate(parse.lemma) if lemma in nouns):
        above = parse.head[noun]
        beside = {"appos": [above], "compound": [above], "attr": parse.children[above]}
        near = [noun, *parse.children[noun], *beside.get(parse.dep[noun], [])]
        found |= {referents.at[t].entity for t in near if t in referents.at}
    return found
