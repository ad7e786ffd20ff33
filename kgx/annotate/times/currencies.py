"""Money by a name that several lands have: whose *rupees* they are, and whether *pounds* are paid
or weighed.

The land is the one named in the same sentence, else the one the document names most; where it
names none that has such money, a default where there is one (``quantities.toml``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from spacy.tokens import Doc

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import QuantitySpan, read_ents
from kgx.annotate.times.quantity_grammar import spell_amount
from kgx.annotate.words.gazetteer import nation_of, places_named
from kgx.annotate.words.quantity_words import currencies, quantity_words
from kgx.records import changed

_LARGE = Decimal(1_000_000)
"""From here on pounds are money."""
_STEPS = 6


def settle_currencies(doc: Doc, found: list[QuantitySpan]) -> list[QuantitySpan]:
    """The quantities, those of money with a shared name as money of a land; a symbol whose land
    nothing tells is left out."""
    if not any(_name_of(span) for span in found):
        return found
    parse: Parse = doc._.kgx_parse
    lands = _lands_of(doc)
    settled: list[QuantitySpan] = []
    for span in found:
        name = _name_of(span)
        counted = span.amount.kind == "count"
        code = _code_of(parse, span, name, lands) if name and _is_paid(parse, span, name) else ""
        if code:
            amount = changed(span.amount, kind="money", unit=code)
            span = changed(span, label=spell_amount(amount), amount=amount)
        if code or counted or not name:
            settled.append(span)
    return settled


def _name_of(span: QuantitySpan) -> str:
    """The shared name of money that an amount has as its unit; empty where it has none."""
    unit = span.amount.unit.lower()
    return unit if unit in shared_names() else ""


@cache
def shared_names() -> Mapping[str, Mapping[str, str]]:
    """The ISO 4217 codes of the currencies that share a name, by the land's ISO 3166 code.

    >>> shared_names()["rupees"]["PK"]
    'PKR'
    """
    lands: dict[str, dict[str, str]] = defaultdict(dict)
    known = currencies()
    for name, code in known.items():
        nation, _, word = name.rpartition(" ")
        place = _land_named(nation.title()) if nation and word not in known else ""
        if place:
            lands[word][place] = code
    for symbol, word in quantity_words()["shared_symbols"].items():
        lands[symbol.lower()] = lands[word]
    lands["kr"] = {"SE": "SEK", "IS": "ISK"} | lands["kroner"]
    return {word: codes for word, codes in lands.items() if len(set(codes.values())) > 1}


def _land_named(words: str) -> str:
    """The ISO 3166 code of the land of a nationality or a name; empty where there is none."""
    nation = nation_of(words)
    places = [nation] if nation is not None else places_named(words)
    return places[0].country if places else ""


def _lands_of(doc: Doc) -> list[tuple[int, str]]:
    """Where a doc names lands, their towns and their people, and which."""
    parse: Parse = doc._.kgx_parse
    named = (
        (start, _land_named(" ".join(parse.text[start:end])))
        for start, end, label in read_ents(doc)
        if label in ("GPE", "NORP", "LOC")
    )
    return [(start, land) for start, land in named if land]


def _code_of(parse: Parse, span: QuantitySpan, name: str, lands: list[tuple[int, str]]) -> str:
    """The currency of the land nearest in the sentence, else of the one the document names most."""
    codes = shared_names()[name]
    near = [
        (abs(start - span.start), land)
        for start, land in lands
        if land in codes and parse.sent[start] == parse.sent[span.start]
    ]
    counts = Counter(land for _, land in lands)
    most = max((n for land, n in counts.items() if land in codes), default=0)
    told = 2 * most >= max(counts.values(), default=0)  # of francs, where Paris is told of more
    land = min(near)[1] if near else max(codes, key=lambda x: counts[x]) if most and told else ""
    default: str = quantity_words()["default_currencies"].get(name, "")
    return codes[land] if land else default


def _is_paid(parse: Parse, span: QuantitySpan, name: str) -> bool:
    """True for money, which all but pounds are: these where they are many or the words above them
    tell of a price."""
    words = quantity_words()["pounds"]
    if name not in words["names"]:
        return True
    after = parse.lower[span.end : span.end + 2]
    if after[:1] == ["of"] and after[-1] not in words["money"]:
        return False  # pounds of flour
    if Decimal(span.amount.high or span.amount.low or 0) >= _LARGE:
        return True
    token = span.head
    for _ in range(_STEPS):
        if token == parse.head[token]:
            return False
        token = parse.head[token]
        subject = parse.child(token, "nsubj")
        said = {parse.lemma[t].lower() for t in (token, subject) if t is not None}
        if not said.isdisjoint(words["paid"]):
            return True
        if parse.pos[token] == "VERB":
            return False
    return False
