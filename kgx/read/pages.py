"""One file, one document: plain text, Markdown and HTML."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kgx.read.dates import parse_date

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a file and what it says about itself; ``notes`` are for the user."""

    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = field(default=())


def read_plain(text: str) -> Page:
    """Plain text, kept as it is."""
    return Page(text)


def read_markdown(text: str) -> Page:
    """Markdown as plain text, with ``title``, ``date`` and ``url`` (or ``link``) of its front
    matter.

    Headings, paragraphs and list items keep lines of their own, as CommonMark delimits them; code,
    raw HTML and images are left out.
    """
    fields, body, notes = _split_front_matter(text)
    return Page(
        render_markdown(body),
        title=_as_text(fields.get("title")),
        date=parse_date(fields.get("date")),
        url=_as_text(fields.get("url") or fields.get("link")),
        notes=notes,
    )


def _split_front_matter(text: str) -> tuple[dict[str, Any], str, tuple[str, ...]]:
    import frontmatter
    from frontmatter.default_handlers import YAMLHandler
    from yaml import YAMLError

    text = text.replace("\r\n", "\n")
    try:
        fields, body = frontmatter.parse(text)
    except (YAMLError, ValueError) as err:
        _, body = YAMLHandler().split(text)
        problem = " ".join(str(err).split())
        return {}, body, (f"front matter is not valid YAML and was left out ({problem})",)
    return fields, body, ()


def _as_text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def render_markdown(text: str) -> str:
    """Plain text: blocks apart by a blank line, list items and table rows on lines of their own.

    >>> render_markdown("# Results\\n\\nSales *rose*\\nagain:\\n\\n- tea\\n- salt")
    'Results\\n\\nSales rose again:\\n\\n- tea\\n- salt\\n'
    """
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    return _join_blocks(_find_blocks(tokens))


def _find_blocks(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """Kind (``paragraph``, ``item`` or ``row``) and words of every block of Markdown."""
    numbers: list[int] = []  # of the next item of every open list, 0 where it has bullets
    marker = ""
    cells: list[str] | None = None
    for token in tokens:
        match token.type:
            case "bullet_list_open":
                numbers.append(0)
            case "ordered_list_open":
                numbers.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                numbers.pop()
            case "list_item_open":
                marker = f"{numbers[-1]}. " if numbers[-1] else "- "
                numbers[-1] += bool(numbers[-1])
            case "tr_open":
                cells = []
            case "tr_close":
                yield "row", "\t".join(cells or ())
                cells = None
            case "inline" if cells is not None:
                cells.append(_read_inline(token))
            case "inline":
                yield "item" if marker else "paragraph", marker + _read_inline(token)
                marker = ""


def _read_inline(token: Token) -> str:
    """The words of a line: soft breaks are spaces, images and HTML are left out."""
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    kept = ("text", "code_inline")
    return "".join(
        child.content if child.type in kept else breaks.get(child.type, "")
        for child in token.children or ()
    ).strip()


def _join_blocks(blocks: Iterable[tuple[str, str]]) -> str:
    """Blocks apart by a blank line; items and rows that follow each other by a line break."""
    parts: list[str] = []
    before = ""
    for kind, words in blocks:
        if words.strip():
            close = kind == before and kind != "paragraph"
            parts += ["\n" if close else "\n\n" if parts else "", words]
            before = kind
    return "".join([*parts, "\n"]) if parts else ""


def read_html(text: str) -> Page:
    """The main content of a web page with its title, date and address, as trafilatura finds them;
    all its text where there is no main content.

    The date is the one the page's metadata declares, never one found in the running text.
    """
    import trafilatura
    from trafilatura.settings import Extractor

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it says of a page is below
    if not text.strip():
        return Page("")
    options = Extractor(output_format="txt", comments=False, formatting=False, dedup=False)
    body = trafilatura.extract(text, options=options)
    notes: tuple[str, ...] = ()
    if not body:
        body = trafilatura.html2txt(text)
        notes = ("no main content found: all the text of the page was read",) if body else ()
    found = trafilatura.extract_metadata(
        text, date_config={"extensive_search": False, "original_date": True}
    )
    blocks = (
        ("item" if line.startswith("- ") else "paragraph", line) for line in body.splitlines()
    )
    return Page(
        _join_blocks(blocks),
        title=_as_text(found.title) if found else None,
        date=parse_date(found.date) if found else None,
        url=_as_text(found.url) if found else None,
        notes=notes,
    )
