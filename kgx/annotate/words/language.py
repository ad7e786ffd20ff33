"""What language a text is in, where that is clear: enough to leave out what kgx cannot read."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from kgx.annotate.words.wordlists import read_lists, read_set

READ = 20_000
"""Characters of a text that are looked at."""
FEWEST = 4
"""Small words of another language that must be met."""
SHARE = 0.1
"""Their share of all words at least."""
MORE = 2
"""How many times more there must be of them than of English ones."""

_FILE = "languages.toml"
_WORD = re.compile(r"[^\W\d_]+")
_LAST_LATIN = 0x24F
_FEWEST_LETTERS = 20


def find_other_language(text: str) -> str | None:
    """The language a text is in if it is clearly not English, else None.

    >>> find_other_language("Der Rat hat am Montag den Leiter nicht mit einem Vertrag entlassen.")
    'German'
    >>> find_other_language("The council met on Monday.") is None
    True
    """
    words = [w.lower() for w in _WORD.findall(text[:READ])]
    return _find_script(words) or _find_by_words(words)


def _find_script(words: list[str]) -> str | None:
    """The script of a text that is mostly in other letters than Latin ones."""
    letters = [c for w in words for c in w]
    others = [c for c in letters if ord(c) > _LAST_LATIN]
    if len(others) < max(_FEWEST_LETTERS, len(letters) / 2):
        return None
    scripts = Counter(unicodedata.name(c, "unknown").split()[0] for c in others)
    script, _ = min(scripts.items(), key=lambda x: (-x[1], x[0]))
    return f"{script.capitalize()} letters"


def _find_by_words(words: list[str]) -> str | None:
    counts = Counter(words)
    english = sum(counts[w] for w in read_set(_FILE, "English"))
    found = {x: sum(counts[w] for w in own) for x, own in _own_words().items()}
    language, count = min(found.items(), key=lambda x: (-x[1], x[0]))
    clear = count >= max(FEWEST, SHARE * len(words)) and count > MORE * english
    return language if clear else None


@cache
def _own_words() -> dict[str, frozenset[str]]:
    """The small words of each other language that English has not."""
    english = read_set(_FILE, "English")
    return {x: read_set(_FILE, x) - english for x in read_lists(_FILE) if x != "English"}
