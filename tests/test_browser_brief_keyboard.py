"""The HTML page in a real browser: keyboard, focus, roles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.brief_page import in_view, lit, open_briefs, open_seed, selected
from tests.browser import run_browser
from tests.sample_brief import seed_brief

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

browser = pytest.fixture(scope="module")(run_browser)
visit = pytest.fixture(open_briefs)
seed = pytest.fixture(open_seed)


def test_j_and_k_walk_through_the_items(seed: Page) -> None:
    """Each step focuses the next card and lights its evidence; arrows do the same; the ends hold."""
    walked = []
    for key in ("j", "j", "j", "j", "ArrowDown", "k", "ArrowUp", "k", "k", "k", "k"):
        seed.keyboard.press(key)
        walked.append(seed.evaluate("document.activeElement.id"))
    assert walked == ["s1", "s2", "s3", "p1", "p2", "p1", "s3", "s2", "s1", "s1", "s1"]
    assert selected(seed) == ["s1"]


def test_tab_reaches_a_card_and_enter_selects_it(seed: Page) -> None:
    """Focus alone selects nothing; it is visible; Enter lights the evidence."""
    seed.locator("#c3").focus()
    seed.keyboard.press("Tab")
    seed.keyboard.press("Shift+Tab")
    assert seed.evaluate("document.activeElement.id") == "c3"
    assert seed.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert selected(seed) == []
    seed.keyboard.press("Enter")
    assert selected(seed) == ["c3"]
    assert lit(seed).startswith("the MoU also emphasizes")


def test_every_tab_stop_shows_its_focus(seed: Page) -> None:
    """From the first stop to the last nothing is focused out of sight, and the source is one stop, not twenty."""
    stops = []
    for _ in range(90):
        seed.keyboard.press("Tab")
        if seed.evaluate("document.activeElement === document.body"):
            break
        stops.append(seed.evaluate("document.activeElement.tagName + '.' + document.activeElement.id"))
        assert seed.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid", stops[-1]
        assert in_view(seed.locator(":focus")), stops[-1]
    assert stops[0] == "A."
    assert next(stop for stop in stops if stop.startswith("LI.")) == "LI.s1"
    assert "SECTION.source" in stops
    assert len([stop for stop in stops if stop.startswith("MARK")]) == 1


def test_escape_clears(seed: Page) -> None:
    """Nothing stays selected or lit, and the address is clean again."""
    seed.locator("#q1 .lead").click()
    seed.keyboard.press("Escape")
    assert selected(seed) == []
    assert lit(seed) == ""
    assert "#" not in seed.url
    assert seed.locator("#hint").is_visible()


def test_the_source_can_be_worked_by_keyboard(seed: Page) -> None:
    """Arrows walk from mark to mark, Enter goes to the item that rests there."""
    seed.locator("mark").first.focus()
    seed.keyboard.press("ArrowDown")
    seed.keyboard.press("ArrowDown")
    seed.keyboard.press("ArrowUp")
    words = seed.evaluate("document.activeElement.textContent")
    assert words == seed.locator("mark").nth(1).text_content()
    seed.keyboard.press("Enter")
    assert selected(seed)[0] == seed.evaluate("document.activeElement.id")
    assert words in lit(seed)


def test_n_and_p_walk_through_the_evidence(seed: Page) -> None:
    """The focus stays on the card meanwhile."""
    seed.locator("#p1").focus()
    seed.keyboard.press("Enter")
    assert seed.locator("mark.here").text_content() == "Jonathan Henick"
    seed.keyboard.press("n")
    assert seed.locator("mark.here").text_content() == "Ambassador Henick"
    seed.keyboard.press("p")
    assert seed.locator("mark.here").text_content() == "Jonathan Henick"
    assert seed.evaluate("document.activeElement.id") == "p1"


def test_what_is_selected_is_announced(seed: Page) -> None:
    """A polite live region names the item and how much it rests on."""
    live = seed.get_by_role("status")
    seed.locator("#c2 .lead").click()
    assert live.text_content() == (
        "Commitment c2: advance efforts in the critical minerals sector. Selected, 2 stretches of evidence."
    )
    seed.locator("mark", has_text=re.compile("^Omonullo")).click()
    assert live.text_content() == (
        "Party p2: Omonullo Nasritdinkhodjaev. Selected, 2 stretches of evidence. And x1 on the same stretch."
    )


def test_landmarks_and_roles_are_named(seed: Page) -> None:
    """Two named regions, named lists of items, marks that are buttons, filters with a pressed state."""
    assert seed.get_by_role("region", name="Source").count() == 1
    assert seed.get_by_role("region", name=seed_brief().title).count() == 1
    assert seed.get_by_role("region", name=re.compile("Commitments")).get_by_role("listitem").count() == 4
    assert seed.get_by_role("button", name="Jonathan Henick").count() == 1
    assert seed.get_by_role("button", name=re.compile("^Quotes")).get_attribute("aria-pressed") == "false"
