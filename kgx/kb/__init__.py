"""Knowledge bases of the user's own: an index of things by name, to link entities to."""

from kgx.kb.build import Built, build_kb
from kgx.kb.index import Found, Kb
from kgx.kb.item import Item
from kgx.kb.rows import Columns

__all__ = ["Built", "Columns", "Found", "Item", "Kb", "build_kb"]
