"""The page of a brief in a browser: bodies of fixtures, and what is seen there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summariser.render.html import render_html
from tests.browser import Record
from tests.sample_brief import seed_brief, seed_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from summariser.documents import Document
    from summariser.schemas import Brief

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}


def open_briefs(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Body of the fixture `visit`, which opens a brief as a file.

    At the end nothing may have been requested or complained about.
    """
    contexts, records = [], []

    def _visit(brief: Brief, document: Document | None, *, anchor: str = "", **options: Any) -> Page:
        path = tmp_path / "brief.html"
        path.write_text(render_html(brief, document), encoding="utf-8")
        context = browser.new_context(**{"viewport": DESKTOP} | options)
        contexts.append(context)
        page = context.new_page()
        records.append(Record(page))
        page.goto(path.as_uri() + anchor)
        return page

    yield _visit
    for context in contexts:
        context.close()
    for record in records:
        assert record.requests == []
        assert record.complaints == []


def open_seed(visit: Callable[..., Page]) -> Page:
    """Body of the fixture `seed`: the article with its brief on a desktop."""
    return visit(seed_brief(), seed_document())


def lit(page: Page) -> str:
    """The words that are lit in the source."""
    return "".join(page.locator("mark.lit").all_text_contents())


def selected(page: Page) -> list[str]:
    """Ids of the selected cards, in the order of the page."""
    return page.locator(".card[aria-current=true]").evaluate_all("cards => cards.map(card => card.id)")


def in_view(locator: Locator) -> bool:
    """Whether an element is inside the window and not covered by a bar."""
    return locator.evaluate("""element => {
        const box = element.getClientRects()[0];
        const [x, y] = [box.left + Math.min(box.width / 2, 5), box.top + Math.min(box.height / 2, 10)];
        return element.contains(document.elementFromPoint(x, y));
    }""")
