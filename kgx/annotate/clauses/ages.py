"""How old a person is: "Jane Roe, aged 51", "the 51-year-old Jane Roe", "Roe is 51 years old"."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.clauses.reader import Reader, phrase
from kgx.annotate.grammar.labels import FINITE
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.grammar.phrases import noun_clause


def read_ages(reader: Reader) -> Iterator[Clause]:
    """The age of a person named, in years."""
    parse = reader.parse
    for token in range(len(parse)):
        if parse.lower[token] not in ("aged", "old"):
            continue
        years, person = _years(reader, token), _person(reader, token)
        if years is not None and person is not None:
            age = Phrase(years, (years,), "amount")
            yield noun_clause(years, "apposition", "age", phrase(reader, person, "subject"), [age])


def _years(reader: Reader, token: int) -> int | None:
    """The number after "aged", or before "years old"; None where there is none in digits."""
    parse = reader.parse
    number = token + 1
    if parse.lower[token] == "old":
        units = [c for c in parse.children[token] if parse.lemma[c] == "year"]
        number = next((c for u in units for c in parse.children[u] if parse.dep[c] == "nummod"), -1)
    if not 0 <= number < len(parse) or len(parse.text[number]) > 3:
        return None
    return number if parse.text[number].isascii() and parse.text[number].isdecimal() else None


def _person(reader: Reader, token: int) -> int | None:
    """The person that "aged" or "old" is said of: the noun it stands beside, or the subject of a
    plain "is"; None where it is no person named."""
    parse = reader.parse
    head: int | None = parse.head[token]
    if head is not None and parse.lemma[head] == "be":
        plain = parse.tag[head] in FINITE and parse.child(head, "neg") is None
        head = parse.child(head, "nsubj") if plain and parse.child(head, "aux") is None else None
    if head is not None and parse.dep[head] == "appos" and parse.pos[head] == "NOUN":
        head = parse.head[head]  # "Jane Roe, a 51-year-old baker"
    return head if head is not None and head != token and reader.named[head] == "PERSON" else None
