"""The report in a real browser: documents, filters, evidence, two runs, keyboard, small screens, safety."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from summariser.evals.gating import gate
from summariser.evals.report_html import render_report
from tests.browser import Record, run_browser
from tests.eval_runs import faulty, run_of
from tests.evals_gold import SEEDS, dev_cases, harbour, write_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

browser = pytest.fixture(scope="module")(run_browser)


@pytest.fixture(scope="module")
def html() -> str:
    """Two runs over six documents."""
    cases = dev_cases()[:6]
    before, after = run_of(cases, faulty(cases, 1, 0.2)), run_of(cases, faulty(cases, 2, 0.4), prompt="brief2")
    return render_report(after, SEEDS, against=before, result=gate(before, after))


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a page as a file; at the end nothing may have been requested or complained about."""
    contexts, records = [], []

    def open_(content: str, *, anchor: str = "", **options: Any) -> Page:
        path = tmp_path / "report.html"
        path.write_text(content, encoding="utf-8")
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}} | options)
        contexts.append(context)
        page = context.new_page()
        records.append(Record(page))
        page.goto(path.as_uri() + anchor)
        return page

    yield open_
    for context in contexts:
        context.close()
    for record in records:
        assert record.requests == []
        assert record.complaints == []


def seen(page: Page, selector: str) -> int:
    """How many such elements are visible."""
    return page.locator(f"{selector}:visible").count()


def lit(page: Page, kind: str) -> str:
    """The words that are lit."""
    return "".join(page.locator(f".text mark.lit-{kind}:visible").all_text_contents())


def test_one_document_shows_at_a_time(visit: Callable[..., Page], html: str) -> None:
    """The first; a click on another shows that one, and the address keeps it."""
    page = visit(html)
    assert page.locator("article:visible").get_attribute("id") == "d0"
    page.locator("#list a").nth(3).click()
    assert page.locator("article:visible").get_attribute("id") == "d3"
    assert page.url.endswith("#d3")
    assert page.locator("#list a[aria-current]").get_attribute("href") == "#d3"


def test_a_row_lights_its_evidence_in_gold_and_brief(visit: Callable[..., Page], html: str) -> None:
    """What gold has and what a run has are told apart, and the place comes into view."""
    page = visit(html, anchor="#d2")
    row = page.locator("#d2 .row.worse[data-g]").first
    row.click()
    wanted = row.get_attribute("data-g") or ""
    text = page.locator("#d2 .text").evaluate("pane => pane.textContent")
    spans = [span.split("-") for span in wanted.split()]
    assert lit(page, "g") == "".join(text[int(start) : int(end)] for start, end in spans)
    assert page.locator("#d2 mark.lit-g").first.evaluate(
        """mark => {
            const [box, pane] = [mark.getBoundingClientRect(), mark.closest(".text").getBoundingClientRect()];
            return box.top >= pane.top && box.bottom <= pane.bottom;
        }"""
    )
    page.keyboard.press("Escape")
    assert lit(page, "g") == ""


def test_a_mark_leads_to_the_rows_that_rest_on_it(visit: Callable[..., Page], html: str) -> None:
    """Clicked again, to the next of them."""
    page = visit(html, anchor="#d0")
    mark = page.locator("#d0 .text mark").first
    start, end = (mark.get_attribute("data-at") or "").split("-")
    mark.click()
    row = page.locator(".row.on")
    places = " ".join(row.get_attribute(f"data-{side}") or "" for side in "gab").split()
    assert any(int(a) <= int(start) and int(end) <= int(b) for a, b in (place.split("-") for place in places))


def test_filters_narrow_rows_and_documents(visit: Callable[..., Page], html: str) -> None:
    """By part, kind of error and tag; the count says how many are left; pressed again they go."""
    page = visit(html)
    everything = page.locator(".row").count()
    page.locator(".chip.quotes").click()
    page.locator(".chip.MIS").click()
    kinds = page.locator(".row:not(.out)").evaluate_all(
        "rows => rows.map(row => [row.dataset.part, row.dataset.kinds])"
    )
    assert kinds
    assert all(part == "quotes" and "MIS" in kind.split() for part, kind in kinds)
    hidden = page.locator("#list li.out").count()
    shown = page.locator("#shown").text_content() or ""
    assert shown == f"{len(kinds)} items in {6 - hidden} of 6 documents"
    page.locator(".chip.quotes").click()
    page.locator(".chip.MIS").click()
    assert page.locator(".row:not(.out)").count() == everything
    page.locator("#tag").select_option("joint_communique")
    assert seen(page, "#list li") == 2
    assert page.locator("article:visible h3").text_content() == "004_coastal_states_communique.txt"


def test_worse_rows_can_be_picked_out(visit: Callable[..., Page], html: str) -> None:
    """Of two runs, what the candidate lost."""
    page = visit(html)
    page.locator(".chip.worse").click()
    count = page.locator(".row:not(.out)").count()
    assert count == page.locator(".row.worse").count() > 0


def test_the_keyboard_walks_rows_and_documents(visit: Callable[..., Page], html: str) -> None:
    """The keys j and k walk the rows, n and p the documents."""
    page = visit(html)
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator(".row.on").get_attribute("id")
    page.keyboard.press("k")
    assert (page.locator(".row.on").get_attribute("id"), second) == ("d0-0", "d0-1")
    assert page.evaluate("document.activeElement.id") == "d0-0"
    page.keyboard.press("n")
    assert page.locator("article:visible").get_attribute("id") == "d1"
    assert page.locator("article:visible h3").evaluate("title => title === document.activeElement")
    page.keyboard.press("p")
    assert page.locator("article:visible").get_attribute("id") == "d0"


def test_a_link_to_a_row_opens_its_document(visit: Callable[..., Page], html: str) -> None:
    """The address of an item can be sent to a colleague."""
    page = visit(html, anchor="#d4-2")
    assert page.locator("article:visible").get_attribute("id") == "d4"
    assert page.locator(".row.on").get_attribute("id") == "d4-2"


def test_a_small_screen_keeps_source_and_row_together(visit: Callable[..., Page], html: str) -> None:
    """Nothing is wider than the screen, and the lit words stay above the row."""
    page = visit(html, viewport={"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("#d0 .row[data-g]").nth(8).click()
    mark, row = page.locator("#d0 mark.lit-g").first.bounding_box(), page.locator(".row.on").bounding_box()
    assert mark is not None
    assert row is not None
    assert 0 <= mark["y"] < row["y"] + row["height"]


def test_without_a_script_everything_is_there(visit: Callable[..., Page], html: str) -> None:
    """All documents one below the other, no filters that do nothing."""
    page = visit(html, java_script_enabled=False)
    assert seen(page, "article") == 6
    assert seen(page, ".filters") == 0


def test_hostile_text_does_nothing(visit: Callable[..., Page], tmp_path: Path) -> None:
    """No dialogue, no request, no script but ours."""
    case = harbour()
    text = "</textarea><script>document.title='owned'</script><img src=http://127.0.0.1:9/x onerror=alert(1)>"
    brief = case.as_brief()
    fact = brief.context[0].model_copy(update={"statement": text})
    hostile = brief.model_copy(update={"title": text, "context": [fact, *brief.context[1:]]})
    write_case(tmp_path, case)
    page = visit(render_report(run_of([case], {"harbour.txt": hostile}), tmp_path))
    assert page.title().startswith("Evals: ")
    assert text in (page.locator("article").text_content() or "")
