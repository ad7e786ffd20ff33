"""The quick attribute ruler sets what spaCy's own sets."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token

from kgx.annotate.load import MODEL, load_model
from kgx.annotate.words.attributes import QuickRuler, quicken

TEXTS = [
    "I ain't going; you've got to let's see what it does, and they have nothin' to say.",
    "THE MILL\n\n\tHad she sold it? But who's left: the one that did, or whoever y'all mean?",
    "C'm on, I'm gonna go. It was the best of 3 such offers; there's more, he'd said.",
    "  ",
    "",
    "I you it, that which do does did have has had to be or not to have been. Gotta run!",
]


def read(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.pos_, str(t.morph), t.lemma_, t.dep_, t.norm_) for t in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_all_is_set_as_spacy_sets_it(plain: Language, quick: Language, text: str) -> None:
    assert isinstance(quick.get_pipe("attribute_ruler"), QuickRuler)
    assert read(quick(text)) == read(plain(text))
    assert read(quick(text)) == read(plain(text))  # what is known by now is the same


PATTERNS = [
    {"patterns": [[{"LOWER": "mill"}], [{"ORTH": "Mills"}]], "attrs": {"POS": "NOUN"}},
    {"patterns": [[{"SHAPE": "XX"}]], "attrs": {"POS": "PROPN"}},
    {"patterns": [[{"LOWER": {"REGEX": "^mill"}}, {"LOWER": "old"}]], "attrs": {"LEMMA": "z"}},
    {"patterns": [[{"LOWER": {"REGEX": "q"}, "OP": "?"}, {"ORTH": "us"}]], "attrs": {"POS": "X"}},
    {"patterns": [[{"LOWER": {"NOT_IN": ["the"]}, "IS_ALPHA": True}]], "attrs": {"LEMMA": "x"}},
    {"patterns": [[{"LOWER": "old"}, {"LOWER": "mill"}]], "attrs": {"POS": "X"}, "index": -1},
    {"patterns": [[{"LOWER": "old", "OP": "+"}]], "attrs": {"LEMMA": "aged"}},
    {"patterns": [[{"LOWER": {"IN": ["a", "the"]}}]], "attrs": {"POS": "DET", "LEMMA": "y"}},
]


@pytest.mark.parametrize(
    "text",
    ["the old old mill", "US Mills mill the the", "A mill OLD mill.", "US Mills old q us"],
)
def test_any_patterns_do(text: str) -> None:
    docs = []
    for factory in ("attribute_ruler", "kgx_attribute_ruler"):
        nlp = spacy.blank("en")
        ruler = nlp.add_pipe(factory)
        ruler.add_patterns(PATTERNS)  # type: ignore[attr-defined]
        docs.append(read(nlp(text)))
    assert docs[0] == docs[1]
    assert any(pos for pos, *_ in docs[0])


def test_patterns_added_later_are_followed() -> None:
    nlp = load_model(MODEL)
    quicken(nlp)
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, QuickRuler)
    assert nlp("Norvik sold it.")[0].pos_ == "PROPN"
    ruler.add([[{"LOWER": "norvik"}]], {"POS": "X"})
    assert nlp("Norvik sold it.")[0].pos_ == "X"


def test_rules_for_extension_attributes_are_left_to_spacy() -> None:
    Token.set_extension("kgx_test_mark", default=None, force=True)
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add([[{"LOWER": "mill"}]], {"_": {"kgx_test_mark": "m"}})
    quicken(nlp)
    assert type(nlp.get_pipe("attribute_ruler")) is AttributeRuler
    Token.remove_extension("kgx_test_mark")
