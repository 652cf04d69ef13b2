"""The HTML page in a real browser: phone, dark scheme, paper, long documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.brief_page import DESKTOP, PHONE, in_view, lit, open_briefs, open_seed, selected
from tests.browser import run_browser
from tests.sample_bridge import bridge_brief, bridge_document
from tests.sample_brief import document_of, seed_brief, seed_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

browser = pytest.fixture(scope="module")(run_browser)
visit = pytest.fixture(open_briefs)
seed = pytest.fixture(open_seed)


def test_a_phone_shows_one_pane_and_a_way_back(visit: Callable[..., Page]) -> None:
    """An item turns to its evidence in the source, and back leads to the same item; tabs do it by hand."""
    page = visit(seed_brief(), seed_document(), viewport=PHONE, has_touch=True)
    assert page.locator("#brief").is_visible()
    assert page.locator("#source").is_hidden()
    page.locator("#c4 .lead").tap()
    assert page.locator("#brief").is_hidden()
    assert in_view(page.locator("mark.here"))
    assert lit(page).startswith("The country’s mining strategy")
    page.get_by_role("button", name="Back to the item in the brief").tap()
    assert page.locator("#source").is_hidden()
    assert in_view(page.locator("#c4"))
    page.get_by_role("link", name="Source", exact=True).tap()
    assert page.locator("#source").is_visible()
    page.locator("mark", has_text="European Union").first.tap()
    assert page.locator("#brief").is_visible()
    assert "p7" in selected(page)
    assert in_view(page.locator("#p7"))


@pytest.mark.parametrize("width", [320, 390, 900, 1280])
def test_nothing_is_wider_than_the_screen(visit: Callable[..., Page], width: int) -> None:
    """No page scrolls sideways, whatever the width and however long a word."""
    brief = seed_brief()
    brief.title = brief.parties[0].name = brief.coverage.warnings[0] = "W" * 200
    page = visit(brief, seed_document(), viewport={"width": width, "height": 700})
    for view in ("source", "brief"):
        if width < 800:
            page.locator(f"[data-view={view}]").last.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    for pane in ("#brief", "#source"):
        assert page.locator(pane).evaluate("pane => pane.scrollWidth <= pane.clientWidth")


def test_the_dark_scheme_follows_the_system(visit: Callable[..., Page]) -> None:
    """Ground and ink change places."""
    ground = "getComputedStyle(document.querySelector('#source')).backgroundColor"
    assert visit(seed_brief(), seed_document(), color_scheme="light").evaluate(ground) == "rgb(255, 255, 255)"
    assert visit(seed_brief(), seed_document(), color_scheme="dark").evaluate(ground) == "rgb(25, 27, 30)"


def test_paper_has_the_brief_first_and_numbers_in_the_source(seed: Page) -> None:
    """All of both is printed, controls are not, and the number beside an item stands in the source."""
    seed.locator("#c2 .lead").click()
    seed.emulate_media(media="print")
    brief, source = seed.locator("#brief").bounding_box(), seed.locator("#source").bounding_box()
    assert brief is not None
    assert source is not None
    assert brief["y"] + brief["height"] <= source["y"]
    assert brief["height"] > DESKTOP["height"], "nothing is cut off at the height of the window"
    for control in (".filters", ".ribbon", ".picked", ".views"):
        assert seed.locator(control).is_hidden()
    number = seed.locator("#q1 .refs a").text_content()
    mark = seed.locator("mark", has_text="Our collaboration")
    assert mark.evaluate("mark => getComputedStyle(mark, '::after').content") == f'"{number}"'
    assert seed.pdf().startswith(b"%PDF")


def test_paper_from_a_phone_has_both_panes(visit: Callable[..., Page]) -> None:
    """The pane that the screen hides is printed all the same."""
    page = visit(seed_brief(), seed_document(), viewport=PHONE)
    page.emulate_media(media="print")
    assert page.locator("#source").is_visible()
    assert page.locator("#brief").is_visible()


def test_without_the_document_items_can_still_be_walked(visit: Callable[..., Page]) -> None:
    """No source pane, no tabs, but cards, citations and filters work."""
    page = visit(seed_brief(), None)
    page.keyboard.press("j")
    page.locator("#s3 .cites a").click()
    assert selected(page) == ["q1"]
    assert page.locator(".views").count() == 0
    assert page.get_by_text("The source is not attached").is_visible()


@pytest.mark.slow
def test_a_megabyte_is_usable(visit: Callable[..., Page]) -> None:
    """A long document opens, and an item at its end is lit and brought into view."""
    filler = (seed_document().text + "\n") * 400
    document = document_of(filler + bridge_document().text, "long.txt")
    brief = bridge_brief()
    for item in (*brief.parties, *brief.commitments, *brief.quotes):
        for span in item.evidence:
            span.start += len(filler)
            span.end += len(filler)
    page = visit(brief, document)
    page.locator("#q1 .lead").click()
    assert lit(page) == "We will finish the bridge,before the winter storms come back."
    assert in_view(page.locator("mark.here"))
