"""The page, in a real browser: Chromium, on a desk and on a phone, without a network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import requests
from graph_samples import NORVIK, TEXTS
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright
from servers import need_program

from kgx.query import list_queries
from kgx.query.library import NamedQuery

TOKEN = {"Authorization": "Bearer t0ken", "Content-Type": "text/turtle"}
EVIL = [
    '<img src=x onerror="window.hacked=1">',
    "<script>window.hacked=1</script>",
    '"><svg onload=window.hacked=1>',
    "javascript:window.hacked=1",
]
SIZES = {"desk": (1280, 860), "phone": (390, 844)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = need_program("chromium")
    with sync_playwright() as drive:
        browser = drive.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(params=SIZES)
def page(browser: Browser, served: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of each size; it must not complain, nor ask anybody but the server."""
    width, height = SIZES[request.param]
    yield from open_page(browser, served, width, height)


def open_page(browser: Browser, url: str, width: int, height: int) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=url)
    page = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    page.on("request", lambda one: asked.append(one.url))
    yield page
    outside = [one for one in asked if not one.startswith((url, "data:", "blob:"))]
    context.close()
    assert (outside, [one for one in complaints if "400 (Bad Request)" not in one]) == ([], [])


expect.set_options(timeout=30_000)  # a busy machine is slow to start a worker


def ready(page: Page, path: str) -> None:
    page.goto("about:blank")
    page.goto(path)
    page.wait_for_selector("body[data-ready]")


def entity(iri: str) -> str:
    return f"/entity?iri={quote(iri, safe='')}"


def is_narrow_enough(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_it_opens_with_what_is_mentioned_most(page: Page) -> None:
    ready(page, "/")
    expect(page.locator("td a.node").first).to_have_text("Norvik Yards")
    assert page.locator(".questions li").count() == len(list_queries())
    assert is_narrow_enough(page)


@pytest.mark.parametrize("named", list_queries(), ids=lambda named: named.name)
def test_every_question_can_be_asked(browser: Browser, served: str, named: NamedQuery) -> None:
    for page in open_page(browser, served, 1000, 800):
        ready(page, f"/#ask={named.name}")
        expect(page.locator("#form h2")).to_have_text(named.name)
        if not any(parameter.required for parameter in named.parameters):
            expect(page.locator("#out .result, #out .verdict")).to_be_visible()


def test_a_question_with_an_entity_that_is_suggested(page: Page) -> None:
    ready(page, "/")
    page.locator(".questions b", has_text=re.compile("^says$")).click()
    page.get_by_label("speaker").press_sequentially("ida")
    page.locator(".found li", has_text="Ida Holm").click()
    page.get_by_role("button", name="Ask").click()
    expect(page.locator("td.words", has_text="We will not sell to Peru")).to_be_visible()
    expect(page.locator("td .badge.negative").first).to_have_text("denied")
    assert is_narrow_enough(page)
    page.reload()  # the address keeps the question
    expect(page.locator("td.words", has_text="We will not sell to Peru")).to_be_visible()


def test_an_answer_as_a_graph(page: Page) -> None:
    ready(page, "/#ask=statements")
    page.get_by_role("tab", name="Graph").click()
    expect(page.locator(".thing", has_text="Norvik Yards").first).to_be_visible()
    assert page.locator(".edge").count() >= 3
    page.locator(".thing.organization", has_text="Norvik Yards").first.click()
    expect(page.locator("h1")).to_contain_text("Norvik Yards")


def test_sparql_is_written_run_and_mended(page: Page) -> None:
    ready(page, "/")
    editor = page.get_by_label("SPARQL")
    editor.fill("ASK { ent:chile a kgx:Place }")
    editor.press("Control+Enter")
    expect(page.locator(".verdict")).to_have_text("Yes")
    editor.fill("SELECT *\nWHERE { ent:chile a ?t ]")
    page.locator("#run").click()
    expect(page.locator(".note.bad")).to_contain_text("malformed query")
    page.get_by_role("button", name="Show where").click()
    start = page.evaluate("document.activeElement.selectionStart")
    assert abs(start - len("SELECT *\nWHERE { ent:chile a ?t ")) <= 1
    editor.fill("CONSTRUCT WHERE { ?s kgx:exports ?o }")
    page.locator("#run").click()
    expect(page.locator(".result tbody tr")).to_have_count(1)
    page.locator(".prefixes summary").click()
    page.get_by_role("button", name="prov:").click()
    assert "prov:" in editor.input_value()


def test_what_was_asked_last_is_shown(page: Page) -> None:
    ready(page, "/")
    expect(page.locator(".result")).to_be_visible()
    late: list[Route] = []
    page.route("**/sparql", lambda route: route.continue_() if late else late.append(route))
    editor = page.get_by_label("SPARQL")
    editor.fill("ASK { ent:chile a kgx:Person }")
    editor.press("Control+Enter")
    editor.fill("ASK { ent:chile a kgx:Place }")
    with page.expect_response("**/sparql"):
        editor.press("Control+Enter")
    expect(page.locator(".verdict")).to_have_text("Yes")
    with page.expect_response("**/sparql") as answer:
        late[0].continue_()
    answer.value.finished()
    page.evaluate("new Promise((done) => setTimeout(done, 50))")
    expect(page.locator(".verdict")).to_have_text("Yes")


def test_what_is_too_long_is_told(browser: Browser, served: str) -> None:
    context = browser.new_context(base_url=served)
    page = context.new_page()
    ready(page, "/")
    page.get_by_label("SPARQL").fill(
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d) }"
    )
    page.locator("#run").click()
    expect(page.locator(".note.bad")).to_contain_text("takes longer than 3 s", timeout=20_000)
    context.close()


def test_an_answer_is_taken_away(browser: Browser, served: str) -> None:
    for page in open_page(browser, served, 1000, 800):
        ready(page, "/#ask=speakers")
        with page.expect_download() as taken:
            page.get_by_role("button", name="CSV").click()
        assert Path(taken.value.path()).read_text().startswith("speaker,claims,documents")


def test_an_entity_with_its_claims(page: Page) -> None:
    ready(page, entity(NORVIK))
    expect(page.locator("h1")).to_contain_text("Norvik Yards")
    for claim in page.locator(".claim").all():
        words = claim.locator("mark").inner_text()
        assert any(words in text for text in TEXTS.values())
        assert words in claim.locator("blockquote").inner_text()
    page.get_by_role("button", name=re.compile("Denied")).click()
    expect(page.locator(".claim")).to_have_count(1)
    expect(page.locator(".claim .badge.negative")).to_be_visible()
    expect(page.locator(".near .thing.main")).to_have_count(1)
    page.locator(".raw summary").click()
    expect(page.locator(".raw tr").first).to_be_visible()
    assert is_narrow_enough(page)


def test_a_document_with_its_quotes(page: Page) -> None:
    ready(page, "/#ask=documents")
    page.locator("td a.document").first.click()
    body = page.locator(".text.whole")
    expect(body).to_be_visible()
    shown = body.evaluate("element => element.textContent")
    assert shown in TEXTS.values()
    marked = "".join(body.locator("mark").all_text_contents())
    assert "Norvik Yards exports the NX-40 to Chile" in marked
    body.locator("mark").first.focus()
    expect(page.locator(".claim.lit").first).to_be_visible()
    assert is_narrow_enough(page)


def test_without_texts_the_sentences_are_shown(browser: Browser, writable: str) -> None:
    for page in open_page(browser, writable, 1000, 800):
        page.route("**/text?*", lambda route: route.fulfill(status=204, body=""))
        ready(page, "/#ask=documents")
        page.locator("td a.document").first.click()
        expect(page.locator(".text")).to_be_visible()


def test_the_search_finds_and_opens(page: Page) -> None:
    ready(page, "/")
    page.locator("#find").press_sequentially("norv")
    page.locator("#found li", has_text="Norvik Yards").first.wait_for()
    page.locator("#find").press("Enter")
    expect(page.locator("h1")).to_contain_text("Norvik Yards")


def test_names_never_become_markup(browser: Browser, writable: str) -> None:
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    kgx = "https://w3id.org/kgx-extract/"
    lines = []
    for at, name in enumerate(EVIL):
        text = name.replace('"', '\\"')
        thing = f"<https://example.org/kg/evil-{at}>"
        lines.append(f'{thing} {label} "{text}" ; <{kgx}mentions> 99 ; a <{kgx}Person> .')
    graph = f"{writable}/graphs?graph=urn:x:evil"
    assert requests.put(graph, "\n".join(lines).encode(), headers=TOKEN, timeout=30).ok
    for page in open_page(browser, writable, 1000, 800):
        ready(page, "/")
        for name in EVIL:
            expect(page.locator("td a.node", has_text=name)).to_have_count(1)
        ready(page, entity("https://example.org/kg/evil-0"))
        expect(page.locator("h1")).to_contain_text(EVIL[0])
        page.locator("#find").press_sequentially("window")
        expect(page.locator("#found li").first).to_be_visible()
        ready(page, f"/#sparql={quote('SELECT * { ?s rdfs:label ?o ; a kgx:Person }')}")
        page.get_by_role("tab", name="Graph").is_visible()
        assert page.evaluate("window.hacked") is None
    requests.delete(graph, headers=TOKEN, timeout=30)


@pytest.mark.parametrize(
    "iri", ['"><script>window.hacked=1</script>', "javascript:alert(1)", "x y"]
)
def test_an_address_never_becomes_markup(browser: Browser, served: str, iri: str) -> None:
    for page in open_page(browser, served, 1000, 800):
        for path in ("entity", "document"):
            ready(page, f"/{path}?iri={quote(iri, safe='')}")
            assert page.locator("#main script").count() == 0
            assert page.evaluate("window.hacked") is None
            expect(page.locator("#main a[href^=javascript]")).to_have_count(0)
