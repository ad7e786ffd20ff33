"""Commands that make the data files anew."""

from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
"""Where they write: ``kgx/annotate/data``."""
