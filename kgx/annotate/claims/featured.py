"""Who plays in a work, who wrote its music, what is on a record: "the album features Ann Lind",
"the score was composed by Tom Berg", "the song appears on the album Low Tide".
"""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.bare_offices import find_topic
from kgx.annotate.claims.drafts import Context, Draft
from kgx.annotate.grammar.parts import Clause
from kgx.annotate.words.wordlists import read_set
from kgx.iris import relation_iri

_PLAYERS = ("person", "organization")


def name_players(context: Context, clause: Clause, drafts: Iterator[Draft]) -> Iterator[Draft]:
    """The statements of a clause; those that a work features somebody, or that somebody or a song
    appears on a record, in the relation that says so."""
    lemma = context.referents.parse.lemma[clause.head]
    if lemma in ("compose", "write"):
        yield from _name_writers(context, clause, drafts)
        return
    if lemma not in ("feature", "appear"):
        yield from drafts
        return
    featured, on = (relation_iri(x, context.base) for x in ("feature", "appear on"))
    for one in drafts:
        if one.predicate == featured and one.object.type in _PLAYERS:
            yield _featured(context, one)
        elif one.predicate == on and one.object.type != "concept":
            yield _on_record(context, one)
        else:
            yield one


def _name_writers(context: Context, clause: Clause, drafts: Iterator[Draft]) -> Iterator[Draft]:
    """The statements of a clause; that somebody composed "the score", of the work that the text
    opens with."""
    parse, theme = context.referents.parse, clause.subject.head
    article = parse.child(theme, "det")
    music = (
        parse.lemma[theme] in read_set("works.toml", "scores") and parse.below(theme, "of") is None
    )
    bare = clause.passive and article is not None and parse.lower[article] == "the"
    work = find_topic(context.referents, "work", "product") if music and bare else ""
    for one in drafts:
        written = one.rule == "coined" and one.object.type == "concept" and bool(work)
        writer = context.referents.entity(one.subject)
        if written and writer.type in _PLAYERS:
            yield context.typed(work, "composer", writer)
        else:
            yield one


def _is_one(context: Context, work: str | None, sort: str) -> bool:
    """True for what the text calls by a noun of ``records`` or ``films``."""
    return context.is_called(work, read_set("works.toml", sort))


def _featured(context: Context, draft: Draft) -> Draft:
    if _is_one(context, draft.subject, "records"):
        return context.typed(draft.subject, "performer", draft.object)
    if _is_one(context, draft.subject, "films") and draft.object.type == "person":
        return context.typed(draft.subject, "castMember", draft.object)
    return draft


def _on_record(context: Context, draft: Draft) -> Draft:
    """Who or what appears on a record."""
    if not _is_one(context, draft.object.iri, "records"):
        return draft
    subject = context.referents.entity(draft.subject)
    if subject.type in _PLAYERS:
        return context.typed(draft.object.iri, "performer", subject)
    return context.typed(draft.subject, "partOf", draft.object) if subject.type == "work" else draft
