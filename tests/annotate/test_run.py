"""Documents through the pipeline: the same in one process or several, and none lost."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.run import annotate, rebuild
from kgx.errors import AnnotateError, KgxError, RuleError
from kgx.types import Annotation, Document

TEXTS = [
    "Ada Berg runs Leaf Company in Rize.",
    "Leaf Company bought Hill Tea on 3 May 2019.\n\nIt paid $4 million.",
    "“We will not sell,” said Bo Holm, its chair.",
    "...",
    "Rain fell.",
]


def make_documents(count: int) -> list[Document]:
    return [Document(f"d{i}", TEXTS[i % len(TEXTS)], date="2020-01-01") for i in range(count)]


@pytest.fixture(scope="module")
def expected(nlp: Language) -> list[Annotation]:
    """Each document alone."""
    return [next(annotate([document], nlp)) for document in make_documents(12)]


@pytest.mark.parametrize(("jobs", "batch_size"), [(1, 1), (1, 5), (1, 100), (2, 1), (2, 5)])
def test_neither_jobs_nor_batches_change_what_comes_out(
    nlp: Language, expected: list[Annotation], jobs: int, batch_size: int
) -> None:
    found = list(annotate(make_documents(12), nlp, jobs=jobs, batch_size=batch_size))
    assert found == expected


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.permutations(range(12)))
def test_a_document_does_not_depend_on_those_before_it(
    nlp: Language, expected: list[Annotation], order: list[int]
) -> None:
    documents = make_documents(12)
    found = annotate([documents[i] for i in order], nlp, batch_size=4)
    assert list(found) == [expected[i] for i in order]


def test_components_know_the_document(nlp: Language) -> None:
    document = Document("d", "It rained yesterday.", title="T", date="2020-03-01", url="http://u")
    annotation = next(annotate([document], nlp))
    head = (annotation.id, annotation.title, annotation.date, annotation.url)
    assert head == ("d", "T", "2020-03-01", "http://u")
    assert [time.value for time in annotation.times] == ["2020-02-29"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_documents_are_read_as_they_are_needed(nlp: Language, jobs: int) -> None:
    read = 0

    def count() -> Iterator[Document]:
        nonlocal read
        for document in make_documents(500):
            read += 1
            yield document

    annotations = annotate(count(), nlp, jobs=jobs, batch_size=2)
    assert len(list(islice(annotations, 3))) == 3
    assert read < 40


def test_long_documents_are_not_read_ahead(nlp: Language) -> None:
    read: list[str] = []

    def note() -> Iterator[Document]:
        for document in make_documents(4):
            read.append(document.id)
            yield replace(document, text="The mill stood empty.\n\n" * 1000)

    next(annotate(note(), nlp))
    assert read == ["d0"]


@pytest.fixture
def frail(nlp: Language) -> Iterator[Callable[[Callable[[], None]], Language]]:
    """The pipeline with a component that does something at the word "Rain"."""

    added = []

    def add(act: Callable[[], None]) -> Language:
        def break_down(doc: Doc) -> Doc:
            if doc.text.startswith("Rain"):
                act()
            return doc

        added.append(f"frail_{act.__name__}")  # spaCy keeps the first component of a name
        Language.component(added[0], func=break_down)
        nlp.add_pipe(added[0], last=True)
        return nlp

    yield add
    nlp.remove_pipe(added[0])


def fail() -> None:
    raise ZeroDivisionError("too\nwet")


def read_broken_rules() -> None:
    raise RuleError("nouns.toml: no list 'person'")


def die() -> None:
    os._exit(9)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_fails_is_reported_and_the_others_come_out(
    frail: Callable[[Callable[[], None]], Language], expected: list[Annotation], jobs: int
) -> None:
    errors: list[str] = []
    pipeline = frail(fail)
    found = list(
        annotate(make_documents(12), pipeline, jobs=jobs, on_error=lambda e: errors.append(str(e)))
    )
    assert found == [a for i, a in enumerate(expected) if TEXTS[i % 5] != "Rain fell."]
    assert [e.split(" (")[0] for e in errors] == [
        "d4: cannot be annotated: ZeroDivisionError: too wet",
        "d9: cannot be annotated: ZeroDivisionError: too wet",
    ]
    assert all("test_run.py:" in e for e in errors)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_broken_data_file_ends_the_run(
    frail: Callable[[Callable[[], None]], Language], jobs: int
) -> None:
    errors: list[AnnotateError] = []
    pipeline = frail(read_broken_rules)
    found = annotate(make_documents(12), pipeline, jobs=jobs, on_error=errors.append)
    with pytest.raises(RuleError, match="no list 'person'"):
        list(found)
    assert not errors


def test_without_a_handler_the_error_is_raised(
    frail: Callable[[Callable[[], None]], Language],
) -> None:
    annotations = annotate(make_documents(12), frail(fail), batch_size=2)
    assert len(list(islice(annotations, 4))) == 4
    with pytest.raises(AnnotateError, match="d4: cannot be annotated"):
        next(annotations)


def test_a_worker_that_dies_is_an_error(
    frail: Callable[[Callable[[], None]], Language],
) -> None:
    pipeline = frail(die)
    with pytest.raises(KgxError, match=r"a worker died, .* try fewer jobs than 2"):
        list(annotate(make_documents(12), pipeline, jobs=2))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_text_longer_than_the_pipeline_takes_is_reported(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr(nlp, "max_length", 40)
    errors: list[str] = []
    found = annotate(make_documents(5), nlp, jobs=jobs, on_error=lambda e: errors.append(str(e)))
    assert [annotation.id for annotation in found] == ["d0", "d3", "d4"]
    assert errors[0].startswith("d1: 64 characters are more than the 40 the pipeline takes at once")
    assert len(errors) == 2


@pytest.mark.parametrize("options", [{"jobs": 0}, {"batch_size": 0}])
def test_less_than_one_is_refused(nlp: Language, options: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="must be at least 1"):
        annotate([], nlp, **options)  # type: ignore[arg-type]


def test_a_pipeline_can_be_rebuilt_from_its_data(nlp: Language, expected: list[Annotation]) -> None:
    """What workers do where processes do not fork."""
    copy = rebuild(nlp.config, nlp.to_bytes())
    assert list(annotate(make_documents(12), copy)) == expected


def test_words_of_a_batch_are_forgotten(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[annotate.__module__], "_COMMON", 0)
    list(annotate([Document("d", "Zyxwvut met Qponmlk.")], nlp))
    assert "Qponmlk" not in nlp.vocab.strings


def test_the_vocabulary_grows_until_it_knows_the_common_words(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[annotate.__module__], "_COMMON", len(nlp.vocab) + 20)
    names = ["Rizq" + "".join(chr(97 + int(digit)) for digit in str(n)) for n in range(100, 160)]
    documents = (Document(name, f"{name} met Zyxwv.") for name in names)
    assert len(list(annotate(documents, nlp, batch_size=4))) == 60
    kept = [name in nlp.vocab.strings for name in names]
    assert kept == [True] * sum(kept) + [False] * (60 - sum(kept))
    assert 16 <= sum(kept) <= 24
