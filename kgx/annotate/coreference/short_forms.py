"""The shorter forms that a name in full may be met in: surnames, initials, the rest of a product's
name."""

from __future__ import annotations

from functools import cache

from kgx.annotate.names.adherents import members_of
from kgx.annotate.names.evidence import company_evidence
from kgx.annotate.names.known_names import known_products
from kgx.annotate.names.words import core_of, folded_words_in, is_rank, words_in

NameWords = tuple[str, ...]
LONG_ACRONYM = 3
"""The letters from which on an acronym tells by itself what it is short for."""
_SAYING = frozenset({"for", "in", "on", "to"})
"""What makes a name a saying, which is not shortened: Back *to* the Mac."""
_YEARLY = 3  # words of an event with a year that may be shortened between


def short_forms(name: NameWords, type_: str) -> list[NameWords]:
    """The forms that a name may be shortened to, sorted; ``name`` and they are as `fold_words`
    gives names."""
    core = core_of(name)
    if type_ == "person":
        return sorted(_short_persons(core) - {name})
    forms = {core}
    if type_ == "event" and len(core) > 1 and core[0] in folded_words_in("leading_events"):
        forms |= {core[1:], core[:1]}  # Cyclone Dara: Dara, the Cyclone
    if type_ == "event" and len(core) > _YEARLY and core[0].isdigit():
        forms.add((core[0], *core[-2:]))  # the 2012 Summer Olympic Games, the 2012 Olympic Games
    told = type_ == "other" and not _SAYING.isdisjoint(core)
    if type_ in ("organization", "facility", "law", "other") and not told:
        forms |= {core[:n] for n in range(1, len(core))}
        if len(core) > 1:
            forms |= {core[1:], core[-1:]}
        forms |= {members_of(core)} - {()}
    if type_ == "place" and "," in core:
        forms.add(core[: core.index(",")])  # Washington, D.C.
    if type_ == "product":
        forms.add((*core[:-1], f"{core[-1]}s"))
        forms |= {core[n:] for n in range(1, len(core)) if _leads_product(core, n)}
    return sorted((forms | _initials(core)) - {name})


def _short_persons(core: NameWords) -> set[NameWords]:
    """The forms that a person's name may be shortened to."""
    forms = {core}
    if core[0][:1].isdigit() and is_rank(core):
        forms.add(core[1:])  # the 2nd earl of Clare
    if len(core) > 1:
        forms |= {core[-1:], core[:1], core[-2:]}
        forms |= {(core[0], half) for half in core[-1].split("-")}  # a double surname
        forms |= _family_names(core)
    if len(core) > 2:
        forms.add((core[0], core[-1]))
        forms.add((*(w[:1] for w in core[:-1]), core[-1]))  # J. R. Lind
        forms.add((core[0], core[1][:1], core[-1]))  # John R. Lind
    return forms


def _initials(core: NameWords) -> set[NameWords]:
    """A name by its initials, and without its small words."""
    parts = tuple(part for w in core for part in w.split("-") if part)
    if len(parts) > len(core):
        return _initials(parts) | {("".join(w[:1] for w in core),)}  # Paris St-Germain
    big = [w for w in core if w not in words_in("skipped")]
    forms: set[NameWords] = set()
    if len(big) > 2:
        forms.add(tuple(big))  # Food Standards of Elvania and Norland
    if len(big) > 1:
        forms.add(("".join(w[:1] for w in big),))
        forms.add(("".join(w[:1] for w in core),))
    return forms


def _family_names(core: NameWords) -> set[NameWords]:
    """A surname with all its particles, and without the Arabic article: van der Meer, Basri."""
    particles = words_in("particles")
    at = next((i for i, w in enumerate(core) if i and w in particles), len(core) - 1)
    article, _, rest = core[-1].partition("-")
    return {core[at:], (rest,)} if rest and article in words_in("arabic_articles") else {core[at:]}


def _leads_product(core: NameWords, size: int) -> bool:
    """True where the first words of a product's name may be left out: its maker, its number, the
    product that it is a kind of. Orbis 787 Kite, 787 Kite, Kite; iPod Nova, Nova; HMS Orla, Orla.
    """
    if size == 1 and core[0] in folded_words_in("leading_vessels"):
        return True
    lead, rest = core[:size], core[size:]
    if rest[0][:1].isdigit() or len(rest[0]) < LONG_ACRONYM:
        return _known_products() >= {" ".join(rest[:2])}  # Mac | OS X Lion
    known = " ".join(lead) in _known_products() or " ".join(rest[:2]) in _known_products()
    return known or lead[-1].isdigit() or (size == 1 and "ORG" in company_evidence(lead))


@cache
def _known_products() -> frozenset[str]:
    return frozenset(name.casefold() for name in known_products())
