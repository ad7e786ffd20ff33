"""Names given for what somebody has: "Its rivals are Orbis and Helix"."""

from collections.abc import Iterator

from kgx.annotate.claims.bare_offices import draft_local_office
from kgx.annotate.claims.classes import class_of
from kgx.annotate.claims.drafts import Context, Draft
from kgx.annotate.claims.referents import End
from kgx.annotate.claims.relational import hold_roles
from kgx.annotate.grammar.parts import Clause, MentionSpan, Phrase
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set


def draft_included(context: Context, clause: Clause, base: str, other: End) -> Iterator[Draft]:
    """ "Orbis's customers include Helix": Helix is a customer of Orbis; "its films include The
    Mill": The Mill is one."""
    several = context.referents.parse.tag[clause.subject.head] in ("NNS", "NNPS")
    if base == "include" and several and not clause.passive:  # not "the board includes Ann Lind"
        held = list(_hold(context, clause.subject, other))
        yield from held or _instance(context, clause.subject.head, other)


def _instance(context: Context, noun: int, other: End) -> Iterator[Draft]:
    """That a name is one of those of a class that is of its type, or of any where it has none."""
    kind = type_of_noun(context.referents.parse.lemma[noun].lower())
    untyped = other.type == "other" and kind is not None
    if other.type in (None, "person", "concept") or not (untyped or kind == other.type):
        return
    class_ = class_of(context, noun)
    if class_ is not None and class_.type == "concept":
        yield context.typed(other.iri, "instanceOf", class_)


def draft_identity(context: Context, clause: Clause, part: Phrase) -> Iterator[Draft]:
    """ "The chair of Orbis is Ann Lind", "its rivals are Helix and Norvik": what they are."""
    referents, whose = context.referents, clause.subject
    named, said = _named_at(context, part.head), referents.at.get(whose.head)
    if named is None or named.form != "name" or (said is not None and said.form == "name"):
        return
    if part.role == "complement" and not part.marker and referents.parse.pos[whose.head] == "NOUN":
        other = referents.entity(named.entity)
        held = list(_hold(context, whose, other))
        yield from held or draft_local_office(context, other, whose)


def _named_at(context: Context, head: int) -> MentionSpan | None:
    """The mention at a token, or the name right after it: "the painter | Karl Holm"."""
    at, parse = context.referents.at, context.referents.parse
    name = parse.child(head, "appos") if parse.tag[head] == "NN" else None
    beside = None if name is None else at.get(name)
    return beside if beside is not None and beside.start == head + 1 else at.get(head)


def _hold(context: Context, whose: Phrase, other: End) -> Iterator[Draft]:
    """What a thing named is to whom a phrase says it belongs, if that is named too."""
    if other.type in (None, "concept"):
        return
    noun = context.referents.parse.lemma[whose.head]
    for one in hold_roles(context, other, whose.head):
        ends = one.subject, one.object.iri or ""
        kinds = [context.referents.entities[iri].type for iri in ends if iri]
        if "concept" in kinds or "other" in kinds:
            continue
        if noun in read_set("noun_ties.toml", "names") and one.object.iri is not None:
            yield context.typed(one.object.iri, "alsoCalled", other)
        else:
            yield one
