"""Scientific names of species."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from kgx.annotate.build.genera import build_genera
from kgx.annotate.names.species import species_tokens
from kgx.errors import KgxError


def species_of(nlp: Language, text: str) -> str:
    doc = nlp(text)
    return " ".join(doc[i].text for i in sorted(species_tokens(doc._.kgx_parse)))


@pytest.mark.parametrize(
    ("text", "species"),
    [
        ("The moss hides Drosophila funebris in autumn.", "Drosophila funebris"),
        ("They counted Panthera leo at the water hole.", "Panthera leo"),
        ("A bath of E. coli warmed on the stove.", "E. coli"),
        ("The newt Vostrandia montensis lives in two ponds.", "Vostrandia montensis"),
        ("Halmia rubra is a species of moss.", "Halmia rubra"),
        (
            "Vostrandia montensis is rare, Vostrandia halmi is not.",
            "Vostrandia montensis Vostrandia halmi",
        ),
    ],
)
def test_species(nlp: Language, text: str, species: str) -> None:
    assert species_of(nlp, text) == species


@pytest.mark.parametrize(
    "text",
    [
        "Obama focus groups met in Ottawa.",
        "The Acacia data came late.",
        "Rosa threatens to leave.",
        "Helena crisis talks failed.",
    ],
)
def test_no_species(nlp: Language, text: str) -> None:
    assert species_of(nlp, text) == ""


def test_a_species_is_no_name(nlp: Language) -> None:
    doc = nlp("Near the well grew Quercus robur, which the miller planted.")
    assert [e.text for e in doc.ents if "Quercus" in e.text] == []


def test_the_list_needs_wordnet(tmp_path: Path) -> None:
    with pytest.raises(KgxError, match=r"no data\.noun"):
        build_genera(tmp_path)
