"""The quick lemmatizer sets what spaCy's own sets, but for nouns of several lemmas."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.load import MODEL, keep_words_whole, load_model
from kgx.annotate.words.rule_lemmas import QuickLemmatizer, quicken_lemmas

TEXTS = [
    "The mills were sold; she'd gone to the geese's better fields, weaving and woven.",
    "Wolves leave. She leaves the left wolves, and he left. Flies fly; the fly flew.",
    "THE MILLS RAN\n\n\tfaster than 3.5 km, I'm told: ain't they y'all's?",
    "Quorbled snorfs were quorbling snorfily in Snorfton's snorferies.",
    "  ",
    "",
]


def read(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.lemma_, t.tag_, t.pos_, str(t.morph), t.dep_, t.head.text) for t in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_all_is_set_as_spacy_sets_it(plain: Language, quick: Language, text: str) -> None:
    assert isinstance(quick.get_pipe("lemmatizer"), QuickLemmatizer)
    assert read(quick(text)) == read(plain(text))
    assert read(quick(text)) == read(plain(text))  # what is known by now is the same


def test_of_several_lemmas_of_a_noun_the_first_is_taken(quick: Language) -> None:
    doc = quick("They cut taxes, raked leaves and bombed bases.")
    assert [doc[i].lemma_ for i in (2, 5, 8)] == ["tax", "leaf", "base"]


def test_a_noun_is_known_as_it_stands(quick: Language) -> None:
    doc = quick("The specimens and the bikers: a specimen, men and bikers.")
    found = {t.lower_: t.lemma_ for t in doc}
    assert (found["specimen"], found["specimens"]) == ("specimen", "specimen")
    assert (found["bikers"], found["men"]) == ("biker", "man")


def test_a_verb_is_known_with_a_prefix(quick: Language) -> None:
    keep_words_whole(quick)
    doc = quick("The firm was rebranded and relisted.")
    assert [doc[i].lemma_ for i in (3, 5)] == ["rebrand", "relist"]


def test_a_form_that_is_a_verb_already_is_its_lemma(quick: Language) -> None:
    keep_words_whole(quick)
    doc = quick("The couple wed im Wald.")
    assert [(t.text, t.lemma_) for t in doc][2:4] == [("wed", "wed"), ("im", "im")]


def test_lemmas_that_are_set_stay(quick: Language) -> None:
    doc = quick.make_doc("mills turned")
    doc[0].lemma_ = "windmill"
    for name in ("tok2vec", "tagger", "attribute_ruler", "lemmatizer"):
        doc = quick.get_pipe(name)(doc)
    assert [t.lemma_ for t in doc] == ["windmill", "turn"]


def test_words_freed_with_their_batch_are_spelt_again(quick: Language) -> None:
    for _ in range(2):
        with quick.memory_zone():
            word = quick("Glimwicks blorfed.")[0]
            assert word.lemma_.lower().startswith("glimwick")


def test_another_lemmatizer_is_left_alone() -> None:
    nlp = load_model(MODEL)
    nlp.replace_pipe("lemmatizer", "lemmatizer", config={"mode": "lookup"})
    quicken_lemmas(nlp)
    assert not isinstance(nlp.get_pipe("lemmatizer"), QuickLemmatizer)
