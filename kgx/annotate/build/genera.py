"""Build the list of genera of living things from WordNet.

    python -m kgx.annotate.build.genera /usr/share/wordnet

writes ``data/genera.txt``, one a line. The folder holds ``data.noun`` of WordNet
3.0 (Debian: wordnet-base; its licence is in ``data/LICENSE.wordnet``).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from kgx.annotate.build import DATA
from kgx.errors import KgxError

GENERA = DATA / "genera.txt"
_GENUS = re.compile(r" genus_([A-Z][a-z]+) ")


def build_genera(folder: Path) -> None:
    """Write the list. Raises `KgxError` where the folder has no nouns of WordNet."""
    try:
        nouns = (folder / "data.noun").read_text(encoding="utf-8")
    except OSError as err:
        raise KgxError(f"{folder}: no data.noun of WordNet: {err.strerror}") from err
    GENERA.write_text("\n".join(sorted(set(_GENUS.findall(nouns)))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    try:
        build_genera(Path(*sys.argv[1:2]))
    except KgxError as err:
        sys.exit(f"build_genera: {err}")
