"""What comes out of a file: documents, what went wrong, and what is worth a note.

Readers yield all three in the order of the file, so that one bad row stops nothing; ``read`` tells
them apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from kgx.errors import ReadError
from kgx.types import Document


@dataclass(frozen=True, slots=True)
class Note:
    """Something the user may want to know about a document that was read all the same."""

    text: str


Outcome = Document | ReadError | Note
