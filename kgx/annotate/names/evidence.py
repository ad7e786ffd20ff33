"""Evidence for what a name names: its own words and the lists that have it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from kgx.annotate.names.known_names import known_as, known_products
from kgx.annotate.names.words import (
    DESIGNATION,
    core_of,
    fold_words,
    given_names,
    has_legal_form,
    is_registration,
    words_in,
)
from kgx.annotate.words.gazetteer import Place, nation_of, places_named
from kgx.annotate.words.tables import read_data
from kgx.annotate.words.wordlists import read_lists

Votes = dict[str, float]
"""Label to weight."""
Evidence = tuple[str, str, float]
"""The kind of evidence, a label, its weight."""

SURE = 4.0
"""A full name, a title, a designation."""
STRONG = 3.0
"""The words of the name itself, a country."""
TOLD = 2.5
"""A common noun beside the name."""
HINT = 0.6
"""A preposition or a verb."""

_HEADS = ("organization_heads", "event_heads", "law_heads", "facility_heads", "place_heads")

VERSION = re.compile(r"\d+(?:\.\d+)+")
_AGAINST = frozenset({"v", "v.", "vs", "vs."})
_MODEL = re.compile(r"[A-Z]{1,2}\d{1,2}")
_TYPE = re.compile(r"\d{3}")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
_TAXON = re.compile(r"[A-Z][a-z]+(?:idae|aceae|oidea)")
_DEVICE = re.compile(r"i[A-Z][A-Za-z]+")
_SITE = re.compile(r"\w[\w-]*\.(?:com|org|net|info|tv|io)", re.IGNORECASE)


@lru_cache(maxsize=16384)
def name_evidence(words: tuple[str, ...]) -> tuple[Evidence, ...]:
    """What the words of a name say by themselves, and the lists that have it."""
    every = (("words", word_evidence), ("company", company_evidence), ("places", place_evidence))
    return tuple(
        (kind, label, weight) for kind, read in every for label, weight in read(words).items()
    )


def word_evidence(words: Sequence[str]) -> Votes:
    """What the words of a name say: Kale *Group*, *University* of Oslo, *F-16*."""
    if votes := _shape_evidence(words) or _known_evidence(words):
        return votes
    if len(words) == 1:
        if _TAXON.fullmatch(words[0]):
            return {"MISC": SURE + STRONG}
        german = words[0].endswith(_body_ends()) and words[0][0].isupper()
        return {"ORG": SURE} if german else {}
    if words[-1].isdigit() and words[-2] in words_in("numbered"):
        return word_evidence(words[:-1]) if len(words) > 2 else _head_evidence(words[0])
    return _end_evidence(words) or _opening_evidence(words)


def _shape_evidence(words: Sequence[str]) -> Votes:
    """What figures say: a designation, a registration, a version."""
    last = words[-1]
    shaped = (
        (DESIGNATION.fullmatch(last) and last not in words_in("not_designations"))
        or is_registration(last)
        or is_registration("".join(words[-3:]))
        or (len(words) > 2 and DESIGNATION.fullmatch("".join(words[-3:])))  # A330-300E
        or VERSION.fullmatch(last)
        # A400M, which the tokenizer cuts before the M
        or (len(words) > 1 and len(last) == 1 and DESIGNATION.fullmatch("".join(words[-2:])))
    )
    return {"PRODUCT": SURE} if shaped else {}


def _known_evidence(words: Sequence[str]) -> Votes:
    """What lists say that have the whole name, and the forms of titles, devices and sites."""
    if _is_product(words):
        return {"PRODUCT": STRONG}
    if words[0] in words_in("ordinals") and words[-1] in words_in("played"):
        return {"WORK_OF_ART": SURE}  # First Symphony
    if not _AGAINST.isdisjoint(words[1:-1]):
        return {"LAW": SURE + STRONG}  # Hale v Orbis
    if words[0] in ("A", "An") and len(words) > 2:
        return {"WORK_OF_ART": SURE}  # A House Without Dogs
    if " ".join(words).replace(" - ", "-") in words_in("feasts"):
        return {"EVENT": STRONG}
    chamber = words[-3:] if "of" in words[-2:-1] else words  # U.S. *House of Representatives*
    if (known := known_as(words) or known_as(chamber)) is not None:
        return {known.label: SURE if known.sure else 2 * HINT}
    if words[0] == "Best" and len(words) > 1:
        return {"MISC": SURE}  # what prizes are given for: Best Actress
    if len(words) == 2 and words[1][0].isupper() and _has_figure(words[1]) and _is_maker(words[0]):
        return {"PRODUCT": STRONG}  # Airbus A3XX
    if len(words) > 2 and words[0] in words_in("numbering_makers") and _TYPE.fullmatch(words[1]):
        return {"PRODUCT": SURE}  # Boeing 737 Max
    if _DEVICE.fullmatch(words[-1]) or (len(words) == 2 and _is_device(words)):
        return {"PRODUCT": STRONG}
    if _CAMEL.match(words[-1]):
        return {"PRODUCT": 1.8}
    return {"ORG": STRONG} if _SITE.fullmatch(words[-1]) else {}


def _end_evidence(words: Sequence[str]) -> Votes:
    """What the last of several words say, or those before "in"."""
    before, last = words[-2:]
    if has_legal_form(fold_words(words)):
        return {"ORG": STRONG}
    if is_part_of_place(words):
        return {"GPE": STRONG}
    if "in" in words and " ".join(words[: words.index("in")]).replace(" - ", "-") in words_in(
        "branched"
    ):
        return {"ORG": SURE}
    if last in words_in("prize_fields") and not words_in("prizes").isdisjoint(words):
        return {"MISC": SURE}
    if words[0] in words_in("leading_vessels"):
        return {"PRODUCT": STRONG}
    if last in words_in("team_heads") and best_place(" ".join(words[:-1])) is not None:
        return {"ORG": STRONG}
    if before in words_in("services") and is_land(last):
        return {"ORG": STRONG}
    if last in ("Center", "Centre") and before in words_in("halls"):
        return {"FAC": TOLD}
    if last in words_in("plain_sites") and before in words_in("yields"):
        return {"FAC": STRONG}
    if last in words_in("teams"):
        return {"ORG": STRONG}
    if last.endswith(_body_ends()) and last[0].isupper():
        return {"ORG": STRONG}  # the Bremer Landesmuseum
    works = last.endswith("works") and last[0].isupper()
    return {"ORG": TOLD} if works else {}  # Ironworks, Waterworks


_LEADS = (
    ("leading_organizations", "ORG", TOLD),
    ("leading_facilities", "FAC", TOLD),
    ("leading_towns", "GPE", TOLD - 1),
)
"""Lists of words that lead a name which no head word of its own tells the type of."""
_SURE_HEADS = ("organization_heads", "law_heads", "event_heads")
"""Lists of words that tell more than a place before them: the Lake Norvik *Accord*."""


def _leading_evidence(words: Sequence[str], anchor: str) -> Votes:
    """What the first of several words says: *Bank* of Norway, *Hotel* Bristol, *Lake* Vesi.

    Args:
        anchor: The word before "of", else the last.
    """
    first, headed = words[0], anchor in words_in(*_HEADS)
    for leading, label, weight in () if headed else _LEADS:
        if first in words_in(leading):
            return {label: weight}
    if first == "Air" and best_place(" ".join(words[1:])) is not None:
        return {"ORG": TOLD}
    if first in words_in("leading_events"):
        return {"EVENT": STRONG}
    if first in words_in("leading_places") and anchor not in words_in(*_SURE_HEADS):
        return {"LOC": TOLD}
    if first == "Order" and words[1] == "of":
        return {"MISC": TOLD}  # an honour
    return {"ORG": STRONG} if first == "University" else {}


def _opening_evidence(words: Sequence[str]) -> Votes:
    """What the first of several words says, and the one before "of" or the last."""
    first = words[0]
    of = next((i for i, w in enumerate(words) if w in ("of", "for", "on") and i), len(words))
    anchor = words[of - 1]
    if of < len(words) and anchor in words_in("nobles"):
        return {"PERSON": SURE}
    if of == 1 and first in words_in("periodicals"):
        return {"WORK_OF_ART": STRONG}
    if told := _leading_evidence(words, anchor):
        return told
    if _is_model(words):
        return {"PRODUCT": TOLD}
    if words[-1].isdigit() and not words[-2].isupper():
        return {"PRODUCT": 1.0 if len(words) == 2 else 1.8}
    if len(words) == 2 and anchor in words_in("event_surnames") and first.lower() in given_names():
        return {"PERSON": HINT}  # Eric Storm
    return _head_evidence(anchor) or ({"ORG": TOLD} if "&" in words[1:-1] else {})


def _is_model(words: Sequence[str]) -> bool:
    """True for a letter or two with a figure after a word that heads no road or hall (Kestrel
    *T5*), and for a figure after what a product's name ends in (Norvik OS *4*)."""
    before, last = words[-2:]
    if last.isdigit():
        return len(words) > 2 and before in words_in("product_heads")
    barred = words_in("facility_heads", "organization_heads", "numbered")
    fits = before[0].isupper() and before not in barred and best_place(before) is None
    return fits and bool(_MODEL.fullmatch(last)) and last not in words_in("not_designations")


def _head_evidence(word: str) -> Votes:
    """What the head word of a name says: Kale *Group*."""
    for key, label, weight in (
        ("organization_heads", "ORG", STRONG),
        ("event_heads", "EVENT", TOLD),
        ("law_heads", "LAW", TOLD),
        ("facility_heads", "FAC", TOLD),
        ("place_heads", "LOC", TOLD),
        ("product_heads", "PRODUCT", TOLD),
        ("work_heads", "WORK_OF_ART", TOLD),
        ("abstract_heads", "MISC", TOLD),
    ):
        if word in words_in(key):
            return {label: weight}
    return {}


def _is_product(words: Sequence[str]) -> bool:
    """True for a known product, its plural, a version of it (*Windows* 7) or its maker before it
    (Apple *Macintosh*)."""
    known = known_products()
    ends = {words[-1], words[-1].removesuffix("s")}
    return (
        bool({" ".join((*words[:-1], w)) for w in ends} & known)
        or (len(words) == 2 and bool(ends & known) and _is_maker(words[0]))
        or (_opens_product(words) and words[-1] not in words_in("organization_heads"))
    )


@cache
def _body_ends() -> tuple[str, ...]:
    return read_lists("name_types.toml")["body_ends"]


def _opens_product(words: Sequence[str]) -> bool:
    """True for a known product with the name of its version: *Mac OS X* Kite."""
    return any(" ".join(words[:size]) in known_products() for size in range(1, len(words)))


def is_part_of_place(words: Sequence[str]) -> bool:
    """True for a known place of another time or extent: Old Delhi, Greater Manchester."""
    return words[0] in words_in("parts_of_places") and best_place(" ".join(words[1:])) is not None


def is_land(word: str) -> bool:
    """True for the name of a country or of one of its parts."""
    place = best_place(word)
    return place is not None and place.kind in ("country", "territory", "region")


def _has_figure(word: str) -> bool:
    return any(c.isdigit() for c in word)


def _is_maker(word: str) -> bool:
    known = known_as((word,))
    return "ORG" in company_evidence((word,)) or (known is not None and known.label == "ORG")


def _is_device(words: Sequence[str]) -> bool:
    """True for a model of a device: iPod *Touch*."""
    return bool(_DEVICE.fullmatch(words[0])) and words[1] not in words_in("organization_heads")


def place_evidence(words: Sequence[str]) -> Votes:
    """What the gazetteer says: sure of countries, less so the smaller a place."""
    name = " ".join(words)
    place = best_place(name)
    votes: Votes = {}
    if place is None and name.replace(" - ", "-") in words_in("former_states"):
        votes["GPE"] = SURE
    elif place is not None:
        if place.kind in ("country", "territory"):
            votes["GPE"] = STRONG
        elif place.kind == "continent":
            votes["LOC"] = STRONG + 1
        elif place.kind == "region":
            votes["GPE"] = 1.5
        else:
            votes["GPE"] = 1.8 if place.population >= 1_000_000 else 1.2
            if place.population < 100_000:
                votes["GPE"] = 0.6
    elif len(words) == 1 and nation_of(name) is not None:
        votes["NORP"] = STRONG
    return votes


def company_evidence(words: Sequence[str]) -> Votes:
    """What the list of listed companies says: little where the name is also a word."""
    name = " ".join(core_of(fold_words(words)))
    if name in _companies():
        return {"ORG": TOLD}
    return {"ORG": 2 * HINT} if f"~{name}" in _companies() else {}


@cache
def _companies() -> frozenset[str]:
    return frozenset(read_data("companies.txt").splitlines())


@cache
def best_place(name: str) -> Place | None:
    """The likeliest place of a name, if there is one."""
    places = places_named(name)
    return places[0] if places else None
