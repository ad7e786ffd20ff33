"""A parse stays a tree, whatever is moved in it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import is_below, move


def parse_of(nlp: Language, text: str) -> Parse:
    parse: Parse = nlp(text)._.kgx_parse
    return parse


def test_nothing_hangs_on_what_is_below_it(nlp: Language) -> None:
    parse = parse_of(nlp, "Ann Lind sold the old mill.")
    verb, mill = parse.lower.index("sold"), parse.lower.index("mill")
    move(parse, verb, mill)
    assert parse.head[verb] == verb
    assert is_below(parse, mill, verb)
    assert not is_below(parse, verb, mill)


@pytest.mark.parametrize(
    "text",
    [
        "The jet flew no higher than 10,000 nor further than 100 miles from Lund as it fell.",
        "The firm made two comedies, May to June (1989 – 94) and So Haunt Me (1992 – 94) and also "
        "co - produced the soap opera Orbis (1992 – 93).",
        "The office urged that the army re - open the contest, allow bids, and completely re - "
        "evaluate the new bids.",
    ],
)
def test_every_token_has_a_root(nlp: Language, text: str) -> None:
    parse = parse_of(nlp, text)
    for token in range(len(parse)):
        steps = 0
        while parse.head[token] != token:
            token, steps = parse.head[token], steps + 1
            assert steps <= len(parse)
