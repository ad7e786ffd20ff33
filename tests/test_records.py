"""Records that are made sooner are still what their dataclasses say."""

import pickle
from dataclasses import dataclass, replace

import pytest

from kgx.records import changed, quick


@quick
@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int
    tags: tuple[str, ...] = ()


def test_fields_and_defaults() -> None:
    span = Span(3, end=5)
    assert (span.start, span.end, span.tags) == (3, 5, ())
    assert repr(span) == "Span(start=3, end=5, tags=())"
    with pytest.raises(TypeError, match="end"):
        Span(3)  # type: ignore[call-arg]


def test_equal_records_are_one_in_a_set() -> None:
    assert len({Span(3, 5), Span(3, 5, ()), Span(3, 6)}) == 2


def test_replace_and_pickle() -> None:
    span = Span(3, 5, ("a",))
    assert replace(span, end=9) == Span(3, 9, ("a",))
    assert pickle.loads(pickle.dumps(span)) == span


def test_slots() -> None:
    assert not hasattr(Span(3, 5), "__dict__")


def test_changed_leaves_the_record_as_it_was() -> None:
    span = Span(3, 5, ("a",))
    assert changed(span, end=9) == Span(3, 9, ("a",))
    assert span == Span(3, 5, ("a",))


def test_changed_knows_the_fields() -> None:
    with pytest.raises(AttributeError, match="middle"):
        changed(Span(3, 5), middle=4)
