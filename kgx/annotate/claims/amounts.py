"""Amounts as literals: sums, measures, and how many of something there are."""

from kgx.annotate.claims.referents import End, Referents, is_counted, load_concept_words
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import QuantitySpan
from kgx.iris import XSD

_STRING = XSD + "string"
_LONGEST_LITERAL = 12
"""Words of an amount and what it counts, less than."""
_LONGEST_OF = 4  # tokens from what is counted to what it is of


def is_fraction(parse: Parse, head: int) -> bool:
    """True for a noun for a part of something: "a third"; "shares" are a firm's."""
    lemma = parse.lemma[head].lower()
    shares = lemma == "share" and parse.tag[head] == "NNS"
    return lemma in load_concept_words()["fractions"] and not shares


def amount_at(referents: Referents, head: int, *, counted: bool) -> QuantitySpan | None:
    """The quantity that a token is in; none for a noun that no number counts after all."""
    amount = referents.amounts.get(head)
    counts = amount is not None and amount.amount.kind == "count" and amount.head == head
    return None if counts and not counted else amount


def count_at(referents: Referents, head: int, tokens: tuple[int, ...]) -> End | None:
    """How many of something there are, though the text speaks of them again: "140 people, most of
    them women"; None for what no number counts."""
    counted = is_counted(referents, head)
    amount = amount_at(referents, head, counted=counted) if counted else None
    return None if amount is None else refer_to_amount(referents, head, tokens, amount)


def refer_to_amount(
    referents: Referents, head: int, tokens: tuple[int, ...], amount: QuantitySpan | None
) -> End | None:
    """The literal that an amount is, with what it counts or is a part of."""
    parse = referents.parse
    measured = amount is not None and amount.amount.kind != "count"
    whole = measured or parse.pos[head] != "NOUN" or is_fraction(parse, head)
    last = head if whole else _end_of_counted(parse, head)
    rank = last + 1 + (parse.text[last + 1 : last + 2] == ["."])  # "number 12", "No. 12"
    if parse.dep[rank : rank + 1] == ["nummod"] and parse.head[rank] == head:
        last = rank
    said = tuple(t for t in tokens if t <= last or whole)
    return _literal(referents, said, amount) if 0 < len(said) < _LONGEST_LITERAL else None


def _end_of_counted(parse: Parse, head: int) -> int:
    """The last token of what is counted, with the few words that say of what: "43 species of
    moss"."""
    below = parse.below(head, "of")
    near = below is not None and parse.pos[below] == "NOUN" and below - head <= _LONGEST_OF
    owned = below is not None and parse.child(below, "poss") is not None
    return below if near and below is not None and not owned else head


def _literal(referents: Referents, said: tuple[int, ...], quantity: QuantitySpan | None) -> End:
    """Words as a literal, as the text has them; of a quantity with what it is worth."""
    if quantity is None:
        return End(None, None, referents.words(said), _STRING)
    quantity = next((referents.amounts[t] for t in said if t in referents.amounts), quantity)
    rest = tuple(t for t in said if t >= quantity.end)
    part = rest and referents.parse.lower[rest[0]] == "of"
    start, lower = quantity.start, referents.parse.lower
    if lower[start - 1] == "in" and referents.parse.tag[start - 2] == "CD":
        start -= 2  # "one in five workers"
    words = referents.words((*range(start, quantity.end), *(rest if part else ())))
    return End(None, None, words.removesuffix("."), _STRING, quantity.amount)
