"""Propositions: clauses in the text's words."""

from __future__ import annotations

from kgx.annotate.claims.referents import Referents
from kgx.annotate.claims.wording import preposition_of, write_out
from kgx.annotate.clauses.confidence import grade_clause
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.records import changed
from kgx.types import Argument, Proposition, Relation

_SPOKEN_LEMMA = {"apposition": "be", "role": "be", "possessive": "have"}
_SPOKEN_TEXT = {"apposition": "is", "role": "is", "possessive": "has"}

Offsets = tuple[int | None, int | None]
_NOWHERE: Offsets = (None, None)


def make_proposition(
    referents: Referents, clause: Clause, id_: str, speaker: str | None
) -> Proposition:
    """The clause in the text's words."""
    start, end = referents.starts[clause.start], referents.ends[clause.end - 1]
    subject = changed(clause.subject, role="object") if clause.passive else clause.subject
    return Proposition(
        id=id_,
        subject=make_argument(referents, subject, lies=clause.lemma == "be in"),
        relation=_relation(referents, clause),
        arguments=tuple([make_argument(referents, a) for a in clause.arguments]),
        start=start,
        end=end,
        polarity=clause.polarity,
        modality=clause.modality,
        attributed_to=speaker,
        time=clause.time,
        confidence=round(grade_clause(referents.parse, clause), 3),
    )


def _relation(referents: Referents, clause: Clause) -> Relation:
    if not clause.relation:
        preposition = clause.lemma.removeprefix("be") if clause.lemma.startswith("be ") else ""
        text = _SPOKEN_TEXT[clause.kind] + preposition
        return Relation(text, None, None, _SPOKEN_LEMMA[clause.kind] + preposition)
    start, end = _offsets(referents, clause.relation)
    return Relation(referents.words(clause.relation), start, end, clause.lemma)


def make_argument(referents: Referents, part: Phrase, *, lies: bool = False) -> Argument:
    """An argument in the text's words, its preposition included.

    Args:
        lies: The clause tells where it lies, so that its own words don't.
    """
    tokens = part.tokens if lies else write_out(referents, part)
    if part.marker and referents.parse.lower[part.marker[0]] == "where":  # "Porto, where she lives"
        text, run = f"{preposition_of(referents, part)} {referents.words(tokens)}", _NOWHERE
    else:
        tokens = part.marker + tokens
        text, run = referents.words(tokens), _offsets(referents, tokens)
    mention = referents.at.get(part.head)
    return Argument(text, *run, part.role, None if mention is None else mention.entity)


def _offsets(referents: Referents, tokens: tuple[int, ...]) -> Offsets:
    """Code points of a run of tokens; none where the tokens are not one run."""
    if not tokens or tokens[-1] - tokens[0] + 1 != len(tokens):
        return _NOWHERE
    return referents.starts[tokens[0]], referents.ends[tokens[-1]]
