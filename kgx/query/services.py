"""Keeping queries from the network and the disk.

Oxigraph fetches what ``SERVICE`` and ``LOAD`` name. Both words are looked for in the bare text of a
query, so that nothing that a parser might take for a string or a comment hides them; a string that
only looks like a call is refused as well.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from kgx.errors import QueryError

_GAP = r"(?:\s|#[^\n\r]*+[\n\r])*+"
_TARGET = r"(?=(?P<target><[^>]*>|[?$]\w+|(?<=\s)[\w.-]*:))"
_FETCH = re.compile(rf"(?P<word>SERVICE|LOAD){_GAP}(?:SILENT{_GAP})?{_TARGET}", re.IGNORECASE)
_COMMENTED = re.compile(r"(?:SERVICE|LOAD|SILENT)\s*+#", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"[?$:@]\w*\Z")
_LONGEST_NAME = 100
_MOST_COMMENTED = 50
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def check_services(sparql: str, allowed: Collection[str] = ()) -> None:
    """Refuse a query or update that fetches from elsewhere.

    Args:
        sparql: Its text.
        allowed: Hosts, each perhaps with ``:port``, that ``SERVICE`` may name in full.

    Raises:
        QueryError: It has ``LOAD``, or ``SERVICE`` with another host or with a variable.

    >>> check_services('ASK { SERVICE <http://a.example/sparql> { ?s ?p ?o } }', ["a.example"])
    """
    for word, target in _find_fetches(sparql):
        if word == "LOAD":
            raise QueryError("LOAD is off: kgx convert and kgx push load RDF")
        if not allowed:
            raise QueryError("SERVICE is off: --service HOST allows a host")
        if not is_allowed(target, allowed):
            raise QueryError(
                f"SERVICE {target[:200]}: the allowed hosts are {', '.join(sorted(allowed))}, each "
                "to be named in full, as SERVICE <https://host/...>"
            )


def _find_fetches(sparql: str) -> Iterator[tuple[str, str]]:
    for text in {sparql, _ESCAPED.sub(_unescape, sparql)}:
        if (
            len(_COMMENTED.findall(text)) > _MOST_COMMENTED
        ):  # each may cost a look at the whole text
            raise QueryError("too many comments after SERVICE, SILENT or LOAD: take them out")
        for found in _FETCH.finditer(text):
            start = found.start()
            if not _NAME_BEFORE.search(text[max(0, start - _LONGEST_NAME) : start]):
                yield found["word"].upper(), found["target"]


def _unescape(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code < 0x110000 else found[0]


def is_allowed(target: str, allowed: Collection[str]) -> bool:
    """Whether ``<IRI>`` is on an allowed host.

    >>> is_allowed("<http://a.example@b.example/>", ["a.example"])
    False
    """
    if not target.startswith("<") or "\\" in target:
        return False
    try:
        parts = urlsplit(target[1:-1])
        host, port = parts.hostname, parts.port
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or host is None or "@" in parts.netloc:
        return False
    usual = {"http": 80, "https": 443}[parts.scheme]
    names = {f"{host}:{port or usual}"} | ({host} if port in (None, usual) else set())
    return bool(names & {name.lower() for name in allowed})
