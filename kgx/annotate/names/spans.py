"""Where names begin and end: all finders in turn, and what they found joined and labelled."""

from __future__ import annotations

from collections.abc import Sequence

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Block
from kgx.annotate.names.acronyms import find_acronyms, find_spelled_out
from kgx.annotate.names.adherents import find_adherents
from kgx.annotate.names.called_after import find_bodies_of_fields, find_parties
from kgx.annotate.names.cases import find_cases
from kgx.annotate.names.clubs import find_sides_of_games
from kgx.annotate.names.defined import find_defined
from kgx.annotate.names.demonyms import find_demonyms
from kgx.annotate.names.designations import find_asteroids, find_designations, find_made
from kgx.annotate.names.evidence import company_evidence
from kgx.annotate.names.foreign import find_foreign
from kgx.annotate.names.known_names import find_known, find_whole_known
from kgx.annotate.names.missed import find_missed
from kgx.annotate.names.model_spans import find_model_names
from kgx.annotate.names.offices import with_surname, without_calling
from kgx.annotate.names.owned import find_owned, find_teams
from kgx.annotate.names.repeated import find_repeated
from kgx.annotate.names.roads import find_road_names
from kgx.annotate.names.runs import find_runs, is_double
from kgx.annotate.names.search import Finder, Search
from kgx.annotate.names.towns import find_towns
from kgx.annotate.names.trims import is_code
from kgx.annotate.names.unheard import find_unheard
from kgx.annotate.names.whole import complete_name
from kgx.annotate.names.with_and import find_with_and
from kgx.annotate.names.words import DESIGNATION, Name, words_in
from kgx.annotate.names.work_titles import find_titles

_FINDERS: tuple[Finder, ...] = (
    find_titles,
    find_whole_known,
    find_with_and,
    find_spelled_out,
    find_sides_of_games,
    find_cases,
    find_owned,
    find_teams,
    find_parties,
    find_adherents,
    find_foreign,
    find_bodies_of_fields,
    find_runs,
    find_repeated,
    find_road_names,
    find_towns,
    find_made,
    find_asteroids,
    find_model_names,
    find_acronyms,
    find_known,
    find_missed,
    find_demonyms,
    find_designations,
    find_defined,
    find_unheard,
)
"""The surest first: what one finds, none after it finds again. Those before the model's names see
where these go wrong, those after it what they lack."""


def find_names(search: Search) -> list[Name]:
    """Names in order, without overlap."""
    parse = search.parse
    found = [name for find in _FINDERS for name in search.take(find(search))]
    found = [n for n in found if not is_code(parse, n.start, n.end)]
    found = _join_pairs(parse, sorted(found, key=lambda n: n.start))
    whole = _drop_covered([complete_name(parse, n) for n in found])
    return _label(parse, whole, search.entities)


def _label(
    parse: Parse, names: Sequence[Name], entities: Sequence[tuple[int, int, str]]
) -> list[Name]:
    """Names in order, with the model's labels where it agrees, and with what else they hold."""
    label_of = {(s, e): label for s, e, label in entities}
    labelled = [
        n if n.label else Name(n.start, n.end, _label_inside(n, label_of), n.title) for n in names
    ]
    held = {i for n in labelled for i in range(n.start, n.end)}
    whole = [with_surname(parse, without_calling(parse, n), held) for n in labelled]
    return sorted(whole, key=lambda n: (n.start, n.end))


def _drop_covered(names: list[Name]) -> list[Name]:
    """Names in order without those that one before them now covers."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def _join_pairs(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """Names, two words side by side that the model took for two names made one where the parse
    makes them one: Atlético Valverde."""
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if last is not None and _is_hyphened(parse, last, name):
            joined[-1] = Name(last.start, name.end, last.label)
        elif last is not None and _are_one(parse, last, name):
            joined[-1] = Name(last.start, name.end, name.label)
        else:
            joined.append(name)
    return joined


def _is_hyphened(parse: Parse, last: Name, name: Name) -> bool:
    """True for two names that a hyphen makes a double one."""
    hyphen = last.end
    return hyphen + 1 == name.start and parse.text[hyphen] == "-" and is_double(parse, hyphen)


def _are_one(parse: Parse, last: Name, name: Name) -> bool:
    """True for two words side by side that are one name, by the parse or as a listed company."""
    words = name.end - name.start == last.end - last.start == 1
    if not words or last.end != name.start or parse.text[last.start] in words_in("titles"):
        return False
    if DESIGNATION.fullmatch(parse.text[name.start]):
        return False
    apart = {last.label, name.label} & {"NORP", "PRODUCT", "EVENT"}
    return _are_company(parse, last.start) or (_are_compound(parse, last.start) and not apart)


def _are_compound(parse: Parse, token: int) -> bool:
    return parse.head[token] == token + 1 and parse.dep[token] == "compound"


def _are_company(parse: Parse, token: int) -> bool:
    """True for a listed company's name of two words, whatever the parse."""
    return "ORG" in company_evidence(parse.text[token : token + 2])


def _label_inside(name: Name, labels: dict[tuple[int, int], str]) -> str:
    """The model's label where its span covers a name nearly alone."""
    for lead in (0, -1, -2):
        for trail in (0, 1):
            label = labels.get((name.start + lead, name.end + trail))
            if label:
                return label
    return ""


def titled_tokens(parse: Parse, blocks: Sequence[Block]) -> list[bool]:
    """Per token, whether its block is written in title case or in capitals, or heads a table."""
    marks = [False] * len(parse)
    row = False
    for block in blocks:
        head, row = block.kind == "row" and not row, block.kind == "row"
        words = [w for w in parse.text[block.start : block.end] if w[:1].isalpha() and len(w) > 3]
        small = sum(w.islower() for w in words)
        title = block.kind in ("headline", "deck", "byline") and small <= 0.25 * len(words)
        shouted = bool(words) and all(w.isupper() for w in words)
        head = head and not any(w.isdigit() for w in parse.text[block.start : block.end])
        if block.kind == "dateline" or head or (len(words) > 1 and (title or shouted)):
            marks[block.start : block.end] = [True] * (block.end - block.start)
    return marks
