"""The HTML page in a real browser: from brief to source and back, filters, safety."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from summariser.render.html import render_html
from tests.brief_page import in_view, lit, open_briefs, open_seed, selected
from tests.browser import Record, run_browser
from tests.sample_bridge import bridge_brief, bridge_document
from tests.sample_brief import document_of, seed_brief, seed_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page


pytestmark = pytest.mark.browser

browser = pytest.fixture(scope="module")(run_browser)
visit = pytest.fixture(open_briefs)
seed = pytest.fixture(open_seed)


# From the brief to the source


@pytest.mark.parametrize("item", ["p1", "c1", "c2", "x4", "q1", "q2"])
def test_a_click_on_an_item_lights_exactly_its_evidence(seed: Page, item: str) -> None:
    """The lit words are those of its spans, and their beginning is brought into view."""
    brief = seed_brief()
    (value,) = [i for i in (*brief.parties, *brief.commitments, *brief.context, *brief.quotes) if i.id == item]
    seed.locator(f"#{item} .lead").click()
    assert selected(seed) == [item]
    assert lit(seed) == "".join(span.text for span in value.evidence)
    assert in_view(seed.locator("mark.here"))
    assert seed.url.endswith(f"#{item}")


def test_a_sentence_of_the_summary_lights_the_evidence_of_all_it_cites(seed: Page) -> None:
    """The sentence about the earlier pledge rests on c1 and x2."""
    seed.locator("#s2 .lead").click(position={"x": 5, "y": 5})
    assert selected(seed) == ["s2"]
    assert lit(seed).startswith("the C5+1 summit held in New York in September 2023US President Joe Biden")


def test_a_citation_leads_to_the_item(seed: Page) -> None:
    """From the summary to the card, which is focused, in view, and has its evidence lit."""
    seed.locator("#s3 .cites a").click()
    assert selected(seed) == ["q1"]
    assert seed.evaluate("document.activeElement.id") == "q1"
    assert in_view(seed.locator("#q1"))
    assert "Our collaboration" in lit(seed)
    assert "cited" in (seed.locator("#s3").get_attribute("class") or "")


def test_the_name_of_a_party_leads_to_its_card(seed: Page) -> None:
    """The link inside a commitment does not select the commitment."""
    seed.locator("#c3 .party", has_text="Uzbekistan").click()
    assert selected(seed) == ["p4"]


def test_evidence_numbers_lead_to_their_own_stretch(seed: Page) -> None:
    """The second number of a commitment goes to its second stretch, and the buttons walk on in a circle."""
    seed.locator("#c2 .refs a").nth(1).click()
    second = seed_brief().commitments[1].evidence[1].text
    assert seed.locator("mark.here").text_content() == second
    assert seed.evaluate("document.activeElement.className").split()[0] == "c"
    assert seed.locator("#count").text_content() == "2 of 2"
    seed.locator("#next").click()
    assert seed.locator("mark.here").text_content() == "have signed a Memorandum of Understanding (MoU)"
    seed.locator("#previous").click()
    assert seed.locator("#count").text_content() == "2 of 2"


def test_a_link_to_an_item_opens_it(visit: Callable[..., Page]) -> None:
    """The address with an anchor can be sent to a colleague."""
    page = visit(seed_brief(), seed_document(), anchor="#x5")
    assert selected(page) == ["x5"]
    assert lit(page) == "the second-largest reserves of CRMs in Central Asia"
    assert in_view(page.locator("#x5"))
    assert in_view(page.locator("mark.here"))


# From the source to the brief


def test_a_click_on_the_source_selects_what_rests_there(seed: Page) -> None:
    """One item: its card is selected and brought into view."""
    seed.locator("mark", has_text="European Union").first.click()
    assert "p7" in selected(seed)
    assert in_view(seed.locator("#p7"))


def test_overlapping_evidence_selects_every_item(seed: Page) -> None:
    """On the name inside the sentence of the signing: the party first, then the sentence; both can be chosen above."""
    seed.locator("mark", has_text=re.compile("^Omonullo Nasritdinkhodjaev$")).click()
    assert selected(seed) == ["p2", "x1"]
    chips = seed.locator("#chosen button")
    assert chips.all_text_contents() == ["p2", "x1"]
    assert in_view(seed.locator("#p2"))
    chips.nth(1).click()
    assert selected(seed) == ["x1"]
    assert seed.evaluate("document.activeElement.id") == "x1"


def test_selecting_text_to_copy_does_not_select_items(seed: Page) -> None:
    """A drag over a marked stretch is a selection of text, nothing else."""
    box = seed.locator("mark", has_text="have signed").bounding_box()
    assert box is not None
    seed.mouse.move(box["x"] + 5, box["y"] + 8)
    seed.mouse.down()
    seed.mouse.move(box["x"] + 120, box["y"] + 8)
    seed.mouse.up()
    assert seed.evaluate("getSelection().toString().length") > 3
    assert selected(seed) == []


# Filters


def test_filters_show_one_part_or_several(seed: Page) -> None:
    """Pressed chips decide what is seen in the brief and what is underlined in the source; All brings all back."""
    chip = {name: seed.get_by_role("button", name=re.compile(f"^{name}")) for name in ("All", "Quotes", "Context")}
    chip["Quotes"].click()
    assert seed.locator("#c1").is_hidden()
    assert seed.locator("#q1").is_visible()
    assert chip["All"].get_attribute("aria-pressed") == "false"
    line = "element => getComputedStyle(element).textDecorationColor"
    assert seed.locator("mark.c").first.evaluate(line) == "rgba(0, 0, 0, 0)"
    assert seed.locator("mark.q").first.evaluate(line) != "rgba(0, 0, 0, 0)"
    chip["Context"].click()
    assert seed.locator("#x1").is_visible()
    chip["All"].click()
    assert seed.locator("#c1").is_visible()


def test_a_filter_clears_a_selection_that_it_hides(seed: Page) -> None:
    """Nothing stays lit whose card is not to be seen; marks of hidden parts select nothing."""
    seed.locator("#c1 .lead").click()
    seed.get_by_role("button", name=re.compile("^Quotes")).click()
    assert selected(seed) == []
    seed.locator("mark", has_text=re.compile("^Omonullo Nasritdinkhodjaev$")).click()
    assert selected(seed) == []


def test_a_citation_to_a_hidden_part_shows_it_again(seed: Page) -> None:
    """The reader asked for the item, so the filter gives way."""
    seed.get_by_role("button", name=re.compile("^Parties")).click()
    seed.locator("#s3 .cites a").click()
    assert selected(seed) == ["q1"]
    assert seed.locator("#q1").is_visible()


# Safety


def test_a_script_in_the_document_does_not_run(visit: Callable[..., Page]) -> None:
    """Neither in the source nor in any field: it is shown as text, and the page is not moved to complain."""
    attack = "<script>window.hit = 1</script><img src=x onerror='window.hit = 2'>"
    text = f"Before {attack} after."
    document = document_of(text, attack)
    brief = bridge_brief()
    brief.title = brief.parties[0].name = brief.commitments[0].action = brief.quotes[0].text = attack
    brief.parties[0].evidence[0].start, brief.parties[0].evidence[0].end = 7, 7 + len(attack)
    brief.parties[0].evidence[0].text = attack
    page = visit(brief, document)
    page.locator("#p1 .lead").click()
    assert lit(page) == attack
    assert attack in (page.locator("#chosen button").get_attribute("title") or "")
    assert page.evaluate("window.hit") is None


def test_the_policy_stops_a_script_that_got_in(browser: Browser, tmp_path: Path) -> None:
    """Were the escaping ever broken, the policy would still hold: inline script, handler and style are refused."""
    html = render_html(bridge_brief(), bridge_document())
    broken = html.replace("Mayor <mark", "<script>window.hit = 1</script><b style='color:red'>x</b>Mayor <mark")
    assert broken != html
    path = tmp_path / "broken.html"
    path.write_text(broken, encoding="utf-8")
    page = browser.new_page()
    record = Record(page)
    page.goto(path.as_uri())
    assert page.evaluate("window.hit") is None
    assert len([line for line in record.complaints if "Content Security Policy" in line]) == 2
    page.close()


def test_the_page_works_without_script(visit: Callable[..., Page]) -> None:
    """Citations and evidence numbers are plain links; controls that would do nothing are not shown."""
    page = visit(seed_brief(), seed_document(), java_script_enabled=False)
    assert page.locator(".filters").is_hidden()
    page.locator("#s3 .cites a").click()
    assert page.url.endswith("#q1")
    page.locator("#q1 .refs a").click()
    assert page.url.endswith("#m1546")
    assert page.locator("mark:target").text_content() == seed_brief().quotes[0].text
