"""The name that an entity goes by."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.annotation import to_annotation
from kgx.annotate.coreference.name_candidates import read_names
from kgx.annotate.coreference.nominals import number_sentences


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Karl Moen left. Moen was ill. Moen is back.", "Karl Moen"),
        (
            "In 1931 the company, known until then as Ehrle & Daughters, was renamed Lindau. "
            "Lindau AG makes toys. Lindau sold a mill. Lindau grew.",
            "Lindau",
        ),
        (
            "The Bergen Harbour Board (BHB) met. The BHB voted. The BHB left.",
            "Bergen Harbour Board",
        ),
        ("The Social Democrats (SPD) met. The SPD voted. The SPD left.", "Social Democrats"),
        ("The Freedom and Work Party (ÖAP) met. The ÖAP voted.", "Freedom and Work Party"),
        ("They paid Duke Karl Emmanuel I. He left.", "Karl Emmanuel I"),
        ("The Ministry of Transport (MoT) met. The MoT voted.", "Ministry of Transport"),
        ("Q: Where do you live?\nMARIT LUNDE: I live in Oslo.", "Marit Lunde"),
    ],
)
def test_label(nlp: Language, text: str, label: str) -> None:
    assert label in {e.label for e in to_annotation(nlp(text)).entities}


def test_a_field_is_one_thing(nlp: Language) -> None:
    doc = nlp("He works on the Harbour Humanities with his pupils.")
    names = read_names(doc, doc._.kgx_parse, number_sentences(doc._.kgx_parse)).names
    assert [(doc[n.start : n.end].text, n.plural) for n in names] == [("Harbour Humanities", False)]


def test_an_event_has_its_type(nlp: Language) -> None:
    found = to_annotation(nlp("They held a media event in Oslo. At the event they sang."))
    assert {e.label: e.type for e in found.entities}["media event"] == "event"
