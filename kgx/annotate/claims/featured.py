"""Who plays in a work and what is on a record: "the album features Ann Lind", "the song appears on
the album Low Tide"; which, the kind of the work tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.drafts import Context, Draft
from kgx.annotate.claims.launches import find_called
from kgx.annotate.grammar.parts import Clause
from kgx.annotate.words.wordlists import read_set
from kgx.iris import relation_iri

_PLAYERS = ("person", "organization")


def name_players(context: Context, clause: Clause, drafts: Iterator[Draft]) -> Iterator[Draft]:
    """The statements of a clause; those that a work features somebody, or that somebody or a song
    appears on a record, in the relation that says so."""
    lemma = context.referents.parse.lemma[clause.head]
    if lemma not in ("feature", "appear"):
        yield from drafts
        return
    records = find_called(context, read_set("works.toml", "records"))
    films = find_called(context, read_set("works.toml", "films"))
    featured, on = (relation_iri(x, context.base) for x in ("feature", "appear on"))
    for one in drafts:
        if one.predicate == featured and one.object.type in _PLAYERS:
            yield _featured(context, one, records, films)
        elif one.predicate == on and one.object.iri in records:
            yield _on_record(context, one)
        else:
            yield one


def _featured(context: Context, draft: Draft, records: set[str], films: set[str]) -> Draft:
    if draft.subject in records:
        return context.typed(draft.subject, "performer", draft.object)
    if draft.subject in films and draft.object.type == "person":
        return context.typed(draft.subject, "castMember", draft.object)
    return draft


def _on_record(context: Context, draft: Draft) -> Draft:
    """Who or what appears on a record."""
    subject = context.referents.entity(draft.subject)
    if subject.type in _PLAYERS:
        return context.typed(draft.object.iri, "performer", subject)
    return context.typed(draft.subject, "partOf", draft.object) if subject.type == "work" else draft
