"""The word lists behind the rules of clauses and standing: ``data/lexicon.toml``."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, get_args

from kgx.annotate.words.tables import read_table
from kgx.errors import RuleError
from kgx.records import changed
from kgx.texts import parse_toml, read_whole
from kgx.types import Modality, Role


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lemmas by what they do; see the data file for the meaning of each list.

    Attributes:
        verbs, adjectives, nouns, adverbs, markers: Lemma to the names of the lists it is in.
        roles: Preposition to role.
        frames: Verb to the roles of its prepositions, where they differ from ``roles``.
        clause_roles: The word that opens an adverbial clause, to what the clause tells.
        modals: Modal auxiliary to modality.
        nominals: Noun to the verb it comes from.
        themes: Verb to the prepositions of what its deed is done to.
    """

    object_control: frozenset[str]
    control_nouns: frozenset[str]
    raising: frozenset[str]
    light: frozenset[str]
    performing: frozenset[str]
    undergoing: frozenset[str]
    uttered: frozenset[str]
    going: frozenset[str]
    ambiguous: frozenset[str]
    handed: frozenset[str]
    happening: frozenset[str]
    idioms: frozenset[str]
    complex_prepositions: frozenset[str]
    circumstances: frozenset[str]
    connectives: frozenset[str]
    roles: Mapping[str, Role]
    frames: Mapping[str, Mapping[str, Role]]
    clause_roles: Mapping[str, Role]
    verbs: Mapping[str, frozenset[str]]
    adjectives: Mapping[str, frozenset[str]]
    nouns: Mapping[str, frozenset[str]]
    adverbs: Mapping[str, frozenset[str]]
    markers: Mapping[str, frozenset[str]]
    modals: Mapping[str, Modality]
    nominals: Mapping[str, str]
    themes: Mapping[str, list[str]]


_INVERTED = ("verbs", "adjectives", "nouns", "adverbs", "markers")
_TABLES = ("roles", "clause_roles", "modals", "nominals", "themes")
_SETS = tuple(f.name for f in fields(Lexicon) if f.name not in {*_INVERTED, *_TABLES, "frames"})
"""The fields of a lexicon by what they are in its file: sets, lists turned round, tables."""


@functools.cache
def load_lexicon() -> Lexicon:
    """Read and check the data file.

    Raises:
        RuleError: A list is missing or a value is not a role, a modality or a word.
    """
    name = "lexicon.toml"
    raw = read_table(name)
    try:
        parts: dict[str, Any] = {key: frozenset(raw.pop(key)) for key in _SETS}
        parts |= {key: _invert(raw.pop(key)) for key in _INVERTED}
        parts |= {key: raw.pop(key) for key in _TABLES}
        lexicon = Lexicon(**parts, frames=check_frames(name, raw.pop("frames")))
    except KeyError as err:
        raise RuleError(f"{name}: missing key {err}") from err
    if raw:
        raise RuleError(f"{name}: unknown key {min(raw)!r}")
    _check_values(name, "roles", lexicon.roles, get_args(Role))
    _check_values(name, "clause_roles", lexicon.clause_roles, get_args(Role))
    _check_values(name, "modals", lexicon.modals, get_args(Modality))
    return lexicon


def add_frames(lexicon: Lexicon, path: str | Path) -> Lexicon:
    """The lexicon with the frames of one's own verbs, which win over those that ship.

    The file is TOML: a table for each verb, with the role of each of its prepositions::

        [dispatch]
        to = "target"
        by = "instrument"

    Raises:
        RuleError: The file can't be read, or a role is none.
    """
    own = check_frames(str(path), parse_toml(read_whole(path, RuleError), str(path)))
    both = {verb: {**lexicon.frames.get(verb, {}), **roles} for verb, roles in own.items()}
    return changed(lexicon, frames={**lexicon.frames, **both})


def check_frames(name: str, raw: Mapping[str, Any]) -> Mapping[str, Mapping[str, Role]]:
    """Frames as a file has them.

    Raises:
        RuleError: A verb has no table of roles.
    """
    for verb, roles in raw.items():
        if not isinstance(roles, dict):
            raise RuleError(f"{name}: {verb} = {roles!r}: must be a table of prepositions")
        _check_values(name, verb, roles, get_args(Role))
    return raw


def _invert(lists: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for label, words in lists.items():
        for word in words:
            found.setdefault(word, set()).add(label)
    return {word: frozenset(labels) for word, labels in found.items()}


def _check_values(name: str, key: str, values: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for word, value in values.items():
        if value not in known:
            raise RuleError(
                f"{name}: [{key}] {word} = {value!r}: must be one of {', '.join(known)}"
            )
