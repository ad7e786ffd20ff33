"""What stands around names hangs where it belongs, whatever the parser does."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.grammar.parse import Parse


@pytest.mark.parametrize(
    ("text", "word", "dep", "above"),
    [
        ("Kavala County borders Estonia to the south.", "County", "nsubj", "borders"),
        ("Selmo is a suburb of Lima, Peru.", "Lima", "pobj", "of"),
        ("Selmo is a suburb of Lima, Peru.", "Peru", "appos", "Lima"),
        ("The Lorne fox is a species of canid native to Peru.", "native", "amod", "canid"),
        ("Orbis, a firm based in Lorna do Monte, won it.", "Orbis", "nsubj", "won"),
        ("Orbis has offices in Hull, York and Leeds.", "York", "conj", "Hull"),
        ("It has satellite offices in Hull, York, Bath and Leeds.", "York", "conj", "Hull"),
    ],
)
def test_names_hang_where_they_belong(
    nlp: Language, text: str, word: str, dep: str, above: str
) -> None:
    parse: Parse = nlp(text)._.kgx_parse
    token = parse.text.index(word)
    assert (parse.dep[token], parse.text[parse.head[token]]) == (dep, above)
