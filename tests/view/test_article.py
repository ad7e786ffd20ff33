"""A text with its mentions in colour."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from kgx.types import Annotation, Entity, Mention
from kgx.view.article import show_article
from kgx.view.spans import number_entities

TEXT = "Rize Tea of Rize\nsells tea."
TEA = Entity("tea", "Rize Tea", "organization")
RIZE = Entity("rize", "Rize", "place", same_as=("https://geo.example/1",))
DRINK = Entity("concept/tea", "tea", "concept")


def render(*mentions: Mention, text: str = TEXT, colour: bool = False, **options: bool) -> str:
    found = Annotation("note", mentions=mentions, entities=(TEA, RIZE, DRINK))
    file = io.StringIO()
    console = Console(
        file=file,
        width=80,
        color_system="truecolor" if colour else None,
        force_terminal=colour,
    )
    console.print(show_article(found, text, **options))
    return file.getvalue()


def test_mentions_have_the_numbers_of_their_entities() -> None:
    shown = render(Mention(12, 16, "rize"), Mention(0, 8, "tea"))
    assert shown.splitlines()[:2] == ["[Rize Tea]₁ of [Rize]₂", "sells tea."]


def test_the_entities_follow_with_counts_and_links() -> None:
    lines = render(Mention(0, 4, "rize"), Mention(12, 16, "rize")).splitlines()
    assert lines[-1].split() == ["1", "Rize", "place", "2×", "https://geo.example/1"]


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ([(0, 8, "tea"), (0, 4, "rize")], "[[Rize]₂ Tea]₁ of Rize"),
        ([(0, 16, "tea"), (12, 16, "rize")], "[Rize Tea of [Rize]₂]₁"),
        ([(0, 8, "tea"), (5, 16, "rize")], "[Rize [Tea]₁ of Rize]₂"),
        ([], "Rize Tea of Rize"),
    ],
)
def test_mentions_within_one_another(bounds: list[tuple[int, int, str]], expected: str) -> None:
    assert render(*(Mention(*bound) for bound in bounds)).splitlines()[0] == expected


def test_classes_of_things_can_be_left_out() -> None:
    mentions = Mention(0, 8, "tea"), Mention(23, 26, "concept/tea")
    assert "sells [tea]₂." in render(*mentions)
    assert "sells tea." in render(*mentions, concepts=False)


def test_colours_go_by_type() -> None:
    assert "\x1b[" in render(Mention(0, 8, "tea"), colour=True)


def test_nothing_in_a_text_is_markup_or_steers_the_terminal() -> None:
    shown = render(Mention(0, 5, "tea"), text="[red]\x1b[31mRize\r\x07")
    assert shown.splitlines()[0].rstrip() == "[[red]]₁[31mRize"


def test_numbers_follow_the_text_whatever_the_order() -> None:
    mentions = [Mention(12, 16, "rize"), Mention(0, 8, "tea"), Mention(23, 26, "rize")]
    assert number_entities(mentions) == {"tea": 1, "rize": 2}
