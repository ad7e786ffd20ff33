"""Names of bodies that are of several fields: School of Painting, Sculpture and Architecture."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.words import Name, is_capitalised, words_in


def find_bodies_of_fields(parse: Parse, titled: list[bool]) -> Iterator[Name]:
    """Bodies with "of" and three fields or more, of which "and" brings in the last."""
    for of in range(1, len(parse) - 1):
        body = of - 1
        if parse.lower[of] != "of" or parse.text[body] not in words_in("takes_of") or titled[of]:
            continue
        end = _end_of_fields(parse, of + 1)
        if end is not None:
            start = body
            while start > parse.sent[of] and _goes_before(parse, start - 1):
                start -= 1
            yield Name(start, end, "ORG")


def _end_of_fields(parse: Parse, start: int) -> int | None:
    """Behind the last of fields that commas and an "and" part; None where they are no such list."""
    at, last = start, parse.sent_end[start]
    while at + 2 < last and _is_field(parse, at) and parse.text[at + 1] == ",":
        at += 2
    at += at > start and parse.lower[at] == "and"
    if parse.lower[at + 1 : at + 2] == ["and"] and at > start and _is_field(parse, at):
        at += 2
    listed = at > start + 2 and parse.lower[at - 1] == "and" and at < last
    return at + 1 if listed and _is_field(parse, at) else None


def _is_field(parse: Parse, token: int) -> bool:
    fields = words_in("office_fields", "department_titles", "study_fields")
    return parse.text[token] in fields


def _goes_before(parse: Parse, token: int) -> bool:
    """True for a large word that is part of a body's name; no article."""
    return is_capitalised(parse.text[token]) and parse.tag[token].startswith(("NNP", "JJ"))
