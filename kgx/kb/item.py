"""A thing in a knowledge base, and the keys under which its names are found."""

from __future__ import annotations

from dataclasses import dataclass

from kgx.iris import slug
from kgx.kb.types import legal_forms
from kgx.types import EntityType


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that entities of documents can be linked to.

    Attributes:
        id: Its IRI.
        label: Its best name.
        type: None where it is not known.
        types: Class IRIs.
        aliases: Other names.
        same_as: IRIs of it elsewhere.
        description: What it is; its words are what a document is compared with.
        popularity: How well known it is, on any scale from zero up.
    """

    id: str
    label: str
    type: EntityType | None = None
    types: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    description: str = ""
    popularity: float = 0.0


def name_key(name: str) -> str:
    """What all spellings of a name share: case, accents and punctuation are no matter.

    >>> name_key("Norvik Yards"), name_key("NORVIK-YARDS")
    ('norvik-yards', 'norvik-yards')
    """
    return slug(name)


def name_keys(name: str) -> tuple[str, ...]:
    """The key of a name, and the one without a legal form at its end.

    >>> name_keys("Norvik Yards Ltd.")
    ('norvik-yards-ltd', 'norvik-yards')
    """
    key = name_key(name)
    words = key.split("-")
    while len(words) > 1 and words[-1] in legal_forms():
        words.pop()
    core = "-".join(words)
    return (key,) if core == key else (key, core)
