"""A clause of a verb while its arguments are read one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from kgx.annotate.claims.drafts import Context
from kgx.annotate.claims.referents import End
from kgx.annotate.grammar.parts import Clause
from kgx.annotate.words.participles import participle_of


@dataclass(slots=True)
class Deed:
    """A clause of a verb whose arguments are read one after the other.

    Attributes:
        base: The lemma of the verb with its particle.
        says: Whether it tells what somebody said.
        turned: Whether it makes its object something: "made it larger".
        theme: What it was done to, once that is read.
        taker: Who was given the theme.
        light: The noun of an object that names nothing: "take | place".
        stake: The noun of an object that is a share of something.
        kin: Whether the object were the subject's kin: "has two sons with Ann, Max and Jon".
        office: What the subject was named or became: "was named chair".
    """

    context: Context
    clause: Clause
    base: str
    subject: End | None
    says: bool
    turned: bool
    theme: End | None = None
    taker: End | None = None
    light: str = ""
    stake: str = ""
    kin: bool = False
    office: int | None = None


def verb_of(deed: Deed) -> str:
    """The verb with its particle; of the passive the participle that the text shows, else the one
    of the lemma."""
    if not deed.clause.passive:
        return deed.base
    parse, verb = deed.context.referents.parse, deed.clause.head
    shown = parse.tag[verb] == "VBN" and " " not in deed.base
    return parse.lower[verb] if shown else participle_of(deed.base)
