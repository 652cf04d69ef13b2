"""Notes in headless Chromium: evidence a click away, with and without script, on a phone, in the dark, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from summariser.render.note import load_style, render_note_html
from tests.browser import Record, run_browser
from tests.hostile_note import hostile_note
from tests.sample_note import sample_note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from summariser.schemas.note import Note

pytestmark = pytest.mark.browser

browser = pytest.fixture(scope="module")(run_browser)


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a note in a style; the page asks for nothing and complains of nothing."""
    opened = []

    def open_note(note: Note, style: str = "plain", **options: object) -> Page:
        path = tmp_path / "note.html"
        path.write_text(render_note_html(note, load_style(style)), "utf-8")
        context = browser.new_context(**{"viewport": {"width": 1100, "height": 800}} | options)  # type: ignore[arg-type]
        page = context.new_page()
        opened.append((context, Record(page)))
        page.goto(path.as_uri())
        return page

    yield open_note
    for context, record in opened:
        context.close()
        assert record.requests == []
        assert record.complaints == []


@pytest.mark.parametrize("length", ["long", "short"])
def test_every_reference_opens_its_evidence(visit: Callable[..., Page], length: str) -> None:
    """A click shows the cited words and their source beside the sentence; Escape goes back to the number."""
    note = sample_note(length)  # type: ignore[arg-type]
    page = visit(note)
    cites = page.locator("a.cite")
    for index in range(cites.count()):
        cite = cites.nth(index)
        citation = note.citation(int((cite.text_content() or "").strip("[]")))
        assert citation is not None
        cite.click()
        assert page.locator("#beside mark").text_content() == citation.span.text
        page.keyboard.press("Escape")
        assert page.locator("#beside").is_hidden()
        assert page.evaluate("document.activeElement.id") == cite.get_attribute("id")


def test_the_evidence_leads_on_and_back(visit: Callable[..., Page]) -> None:
    """From the box to the list of evidence, and from there to the place of the reference."""
    page = visit(sample_note())
    page.locator("#c11-1").click()
    page.locator("#beside .more").click()
    assert page.url.endswith("#e11")
    assert page.locator("#beside").is_hidden()
    page.locator("#e11 .back").first.click()
    assert page.url.endswith("#c11-1")


def test_a_click_elsewhere_closes_the_box(visit: Callable[..., Page]) -> None:
    """And a second click on the same number does."""
    page = visit(sample_note())
    page.locator("#c1-1").click()
    page.locator("h1").click()
    assert page.locator("#beside").is_hidden()
    page.locator("#c1-1").click()
    page.locator("#c1-1").click()
    assert page.locator("#beside").is_hidden()


def test_without_script_the_numbers_are_links(visit: Callable[..., Page]) -> None:
    """There and back again."""
    page = visit(sample_note(), java_script_enabled=False)
    page.locator("#c3-1").click()
    assert page.url.endswith("#e3")
    assert page.locator("li:target mark").text_content() == "due to carry power by the end of 2028"
    page.locator("#e3 .back").first.click()
    assert page.url.endswith("#c3-1")


@pytest.mark.parametrize("width", [320, 390, 700, 1100])
@pytest.mark.parametrize("note", [sample_note(), hostile_note(length="short")])
def test_nothing_is_wider_than_the_screen(visit: Callable[..., Page], width: int, note: Note) -> None:
    """However narrow it is and however long a word."""
    page = visit(note, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("a.cite").first.click()
    box = page.locator("#beside").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_hostile_text_does_nothing(visit: Callable[..., Page]) -> None:
    """No dialog, no element of its own, also inside the box that the script fills."""
    page = visit(hostile_note())
    page.on("dialog", lambda _: pytest.fail("a dialog"))
    page.locator("a.cite").first.click()
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    assert "<script>alert(1)</script>" in (page.locator("#beside").text_content() or "")


def test_it_follows_the_dark_scheme(visit: Callable[..., Page]) -> None:
    """Ground and ink change places."""
    ground = "getComputedStyle(document.querySelector('main')).backgroundColor"
    assert visit(sample_note(), color_scheme="light").evaluate(ground) == "rgb(255, 255, 255)"
    assert visit(sample_note(), color_scheme="dark").evaluate(ground) == "rgb(25, 27, 30)"


def test_it_prints_as_it_reads(visit: Callable[..., Page]) -> None:
    """Every page has the marking, its number and the footer; the header of a table comes again on the next page."""
    page = visit(sample_note(), "ministry")
    pdf = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    pages = [each.get_textpage().get_text_range() for each in pdf]
    for number, text in enumerate(pages, start=1):
        assert "OFFICIAL" in text
        assert f"{number} / {len(pages)}" in text
        assert "Every statement rests on the numbered evidence." in text
    assert "due to carry power by the end of 2028" in "".join(pages)
    assert round(pdf[0].get_width()) == 595
    heads = [number for number, text in enumerate(pages) if "Who, to whom" in text]
    rows = [
        number for number, text in enumerate(pages) if "Declined" in text or ("Overdue" in text and "No date" in text)
    ]
    assert set(rows) <= set(heads)
