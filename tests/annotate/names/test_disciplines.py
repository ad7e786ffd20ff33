"""Fields that people study and teach are no names."""

from __future__ import annotations

import pytest
from claim_samples import claims
from mention_samples import names_of
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Ann Berg is Professor of Economics at Norvik University.", "Economics"),
        ("Ann Berg, a professor of Nanomedicine, left in May.", "Nanomedicine"),
        ("Ann Berg holds the chair in Medicine at Norvik University.", "Medicine"),
        ("Ann Berg earned a degree in Mechanical Engineering there.", "Mechanical Engineering"),
        ("He studied Law and Economics in Paris.", "Economics"),
        ("She has an MBA in Finance from Norvik University.", "Finance"),
    ],
)
def test_fields_of_study_are_no_names(nlp: Language, text: str, field: str) -> None:
    assert not any(field in name for name in names_of(nlp, text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She read Medicine Today at breakfast.", "Medicine Today"),
        ("Tom Lind heads the Department of Mathematics.", "Department of Mathematics"),
        ("Ann Berg was appointed chair of Orbis in May.", "Orbis"),
        ("She is a professor in Oslo.", "Oslo"),
        ("The chair of Turkish firm Orbis resigned.", "Turkish"),
    ],
)
def test_names_stay(nlp: Language, text: str, name: str) -> None:
    assert name in names_of(nlp, text)


def test_a_professor_works_for_no_field(nlp: Language) -> None:
    found = claims(nlp, "Ann Berg is Associate Professor of Physics at Norvik University.")
    assert "Ann Berg | field | physics" in found
    assert "Ann Berg | employer | Norvik University" in found
    assert not any("employer | Physics" in claim for claim in found)


def test_ranks_of_teachers_are_no_names(nlp: Language) -> None:
    names = names_of(nlp, "Ann Berg, Regius Professor of Hebrew at Oxford, died in May.")
    assert set(names) == {"Ann Berg", "Oxford"}
