"""What joining says: "joined the carmaker Orbis" works there, "joined the Bakers' Union" is its
member."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.deed import Deed
from kgx.annotate.claims.drafts import Context, Draft, find_typed, marker_of
from kgx.annotate.claims.referents import End
from kgx.annotate.grammar.parts import Phrase
from kgx.annotate.names.known_names import is_club
from kgx.annotate.names.words import fold_words, folded_words_in
from kgx.annotate.words.wordlists import read_set

_POSTED = frozenset({"as", "from"})
"""Prepositions that say what somebody is to be there, or where they were before."""


def draft_joined(deed: Deed, part: Phrase, body: End) -> Iterator[Draft]:
    """What a person becomes who joins a body that no narrower relation is for."""
    context, subject = deed.context, deed.subject
    joins = deed.base in read_set("verbs.toml", "enrolling") and not deed.clause.passive
    if not joins or subject is None or (subject.type, body.type) != ("person", "organization"):
        return
    if is_club(context.name(body).split()) and _is_player(context, subject):
        yield context.typed(subject.iri, "playsFor", body)
        return
    found = find_typed(context, context.relations.active, deed.base, subject, body)
    if found is not None and found[0].id == "memberOf" and context.name(body)[:1].isupper():
        yield context.typed(subject.iri, _tie_to(deed, part, body), body)


def draft_moved(deed: Deed, marker: str, club: End) -> Iterator[Draft]:
    """That a player plays for the club that they moved to."""
    context, subject = deed.context, deed.subject
    moves = deed.base in read_set("verbs.toml", "changing_clubs") and marker == "to"
    if not moves or subject is None or (subject.type, club.type) != ("person", "organization"):
        return
    if is_club(context.name(club).split()) and _is_player(context, subject):
        yield context.typed(subject.iri, "playsFor", club)


def _is_player(context: Context, person: End) -> bool:
    """True for somebody whom the text calls a player."""
    return context.is_called(person.iri, context.relations.by_id["playsFor"].nouns)


def _tie_to(deed: Deed, part: Phrase, body: End) -> str:
    """The relation to a body by the nouns that its name holds and that stand before it, and by the
    post that one joins it in or leaves for it."""
    name = fold_words(deed.context.name(body).split())
    nouns = {*name, *_nouns_before(deed, part)}
    club = name[-1] in folded_words_in("team_heads", "club_ends")
    if club or nouns & read_set("noun_ties.toml", "joined_as_member"):
        return "memberOf"
    if nouns & read_set("noun_ties.toml", "taught_at"):
        return "affiliation"
    firm = name[-1] in folded_words_in("organization_heads")
    marks = {marker_of(deed.context, deed.clause, a) for a in deed.clause.arguments}
    works = firm or marks & _POSTED or nouns & read_set("nouns.toml", "organization")
    return "employer" if works else "memberOf"


def _nouns_before(deed: Deed, part: Phrase) -> set[str]:
    """The nouns that tell what a name after them is: "the *carmaker* Orbis"."""
    parse = deed.context.referents.parse
    nouns = (t for t in (part.head, *parse.children[part.head]) if parse.pos[t] == "NOUN")
    return {parse.lemma[t].lower() for t in nouns}
