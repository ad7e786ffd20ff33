"""What the text itself says that a name of one word names, by its ballot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgx.annotate.names.votes import Ballot

_TOLD_PERSON = 2.0  # what a relative clause with "who" weighs
_TOLD_FIRM = 2.0  # what "X employs" weighs, and more
_HEARD = frozenset({"model", "words", "first word", "company"})
_SAYS_PLACE = frozenset({"copula", "apposition", "of", "population", "noun before", "listed", "in"})
_TOLD_PLACE = 2.0  # what "X is a town" weighs


def is_told_person(ballot: Ballot) -> bool:
    """True for a surname that the text says is somebody's: *Mr* Lind; Lind, *who*; Lind, *61*."""
    told = {(k, x): w for (k, x), w in ballot.told.items() if k != "model"}
    person = any(x == "PERSON" and w >= _TOLD_PERSON for (_, x), w in told.items())
    return person and not any(x == "ORG" for _, x in told)


def is_told_place(ballot: Ballot) -> bool:
    """True for what the text says is a place, which bodies are named after: X is *a town*; the X
    Mercury."""
    return any(
        label in ("GPE", "LOC") and kind in _SAYS_PLACE and weight >= _TOLD_PLACE
        for (kind, label), weight in ballot.told.items()
    )


def is_earlier_firm(ballot: Ballot, ending: Sequence[Ballot]) -> bool:
    """True for what does what firms do and is met before anybody of that surname, whom news names
    in full first: "*Orbin* employs 90 people ... its founder, Ann Orbin"."""
    persons = [b.mentions[0].start for b in ending if b.best() == "PERSON"]
    told = {(k, x): w for (k, x), w in ballot.told.items() if k not in _HEARD}
    firm = max((w for (_, x), w in told.items() if x == "ORG"), default=0.0)
    person = max((w for (_, x), w in told.items() if x == "PERSON"), default=0.0)
    earlier = bool(persons) and ballot.mentions[0].start < min(persons)
    return earlier and firm >= _TOLD_FIRM and firm > person
