"""Years and seasons as words of a text."""

import re

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SEASON = re.compile(rf"{_YEAR.pattern}[-–/]\d\d")


def is_year(word: str) -> bool:
    """True for a year since 1500.

    >>> is_year("1987"), is_year("1200"), is_year("1987-88")
    (True, False, False)
    """
    return _YEAR.fullmatch(word) is not None


def is_season(word: str) -> bool:
    """True for a season that begins in one year and ends in the next.

    >>> is_season("1987-88"), is_season("1987")
    (True, False)
    """
    return _SEASON.fullmatch(word) is not None
