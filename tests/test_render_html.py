"""The HTML page as a whole: self-contained, safe and complete."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from summariser.render.html import render_html
from summariser.schemas import Brief, Coverage, CoverageChunk
from tests.brief_strategies import briefs_with_documents
from tests.page import Node, page_of
from tests.sample_bridge import bridge_brief, bridge_document
from tests.sample_brief import document_of, provenance_of, seed_brief, seed_document

if TYPE_CHECKING:
    from summariser.documents import Document


def assert_inert(page: Node) -> None:
    """Nothing in the page can run, load or submit, but its own script and style."""
    nodes = page.all()
    assert len([n for n in nodes if n.name == "script"]) == 1
    assert len([n for n in nodes if n.name == "style"]) == 1
    assert not {n.name for n in nodes} & {"img", "iframe", "object", "embed", "form", "input", "link", "base", "video"}
    for node in nodes:
        assert not [
            key for key in node.attributes if key.startswith("on") or key in ("style", "src", "srcset", "action")
        ]
        href = node.attributes.get("href")
        assert href is None or href.startswith(("#", "http://", "https://"))
    ids = [n.attributes["id"] for n in nodes if "id" in n.attributes]
    assert len(ids) == len(set(ids))
    for node in nodes:
        href = node.attributes.get("href") or ""
        assert not href.startswith("#") or href[1:] in ids, f"{href} leads nowhere"


@settings(deadline=None)
@given(briefs_with_documents())
def test_no_text_in_any_field_becomes_markup(sample: tuple[Brief, Document]) -> None:
    """Whatever a document or a model says, the page is well formed, inert, and its links lead somewhere."""
    brief, document = sample
    assert_inert(page_of(brief, document))
    assert_inert(page_of(brief, None))


@pytest.mark.parametrize("brief", [seed_brief(), bridge_brief()], ids=["seed", "bridge"])
def test_the_policy_allows_exactly_the_inline_script_and_style(brief: Brief) -> None:
    """The hashes are those of the content between the tags; nothing else is allowed."""
    page = page_of(brief, None)
    (policy,) = [n for n in page.all("meta") if n.attributes.get("http-equiv") == "Content-Security-Policy"]

    def digest(name: str) -> str:
        content = page.one(name).text.encode()
        return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()

    assert policy.attributes["content"] == (
        f"default-src 'none'; script-src '{digest('script')}'; style-src '{digest('style')}'; "
        "base-uri 'none'; form-action 'none'"
    )
    head = page.one("head").content
    assert isinstance(head[1], Node)
    assert head[1] is policy, "the policy stands before all that it governs"


def test_assets_hold_nothing_from_outside() -> None:
    """No address, no import, and nothing that would end the element early."""
    page = page_of(seed_brief(), seed_document())
    for name in ("script", "style"):
        content = page.one(name).text
        assert not re.search(r"https?:|url\(|@import|</|\bfetch\b|innerHTML|\beval\b", content)


def test_no_placeholder_of_a_programming_language_is_shown() -> None:
    """What is unknown is left out, never shown as None or undefined."""
    for brief, document in ((seed_brief(), seed_document()), (bridge_brief(), None)):
        body = page_of(brief, document).one("main").text.replace("None found.", "")
        assert not re.search(r"\b(None|null|undefined|NaN)\b", body)


def test_empty_parts_say_so() -> None:
    """A brief with nothing in it is a page that says that nothing was found."""
    document = document_of("Nothing happened.", "empty.txt")
    brief = Brief(title="", coverage=Coverage(characters=17, read=17), provenance=provenance_of(document))
    page = page_of(brief, document)
    assert [n.text for n in page.all("p", "none")] == ["None found."] * 5
    assert page.one("h1").text == "Brief"


def test_loss_stands_at_the_top() -> None:
    """Failed parts warn in the header even where the brief brings no warning of its own."""
    brief = bridge_brief()
    brief.coverage.chunks = [CoverageChunk(start=0, end=20, status="failed", reason="the model timed out")]
    brief.coverage.read = 216
    warnings = page_of(brief, bridge_document()).one("ul", "warnings")
    assert warnings.text == "216 of 236 characters read (91.5 %), 1 part failed"


def test_coverage_and_dropped_items_are_listed() -> None:
    """What was skipped or left out can be read in the page, with the reason."""
    drawer = page_of(seed_brief(), seed_document()).one("details").text
    assert "skipped: link line characters 858–919" in drawer
    assert "This is a historic day for both of our nations" in drawer
    assert "quotes: not in the source" in drawer


def test_provenance_is_in_the_footer() -> None:
    """Model, prompt, tokens, time and cost can be read."""
    footer = page_of(bridge_brief(), bridge_document()).one("footer").text
    for fact in ("gpt-5-mini", "brief 1.0.0", "5,120 in (3,890 from cache), 746 out", "41.4 s", "US$0.0031"):
        assert fact in footer


def test_the_name_of_a_web_document_is_a_link() -> None:
    """An address leads to the original; any other name is text."""
    brief = bridge_brief()
    brief.provenance.document.name = "https://news.example/a?b=1&c=2"
    link = page_of(brief, None).one("header").one("a")
    assert link.attributes["href"] == "https://news.example/a?b=1&c=2"
    brief.provenance.document.name = "javascript:alert(1)"
    assert not page_of(brief, None).one("header").all("a")


def test_without_its_document_the_page_says_so() -> None:
    """A notice stands in the place of the source, and the evidence under each item."""
    page = page_of(seed_brief(), None)
    assert "not attached" in page.by_id("source").text
    assert not page.all("mark")
    assert "“have signed" not in page.by_id("c2").text, "quotation marks are those of the browser"
    assert "have signed a Memorandum of Understanding (MoU)" in page.by_id("c2").text
    assert "characters 188–235" in page.by_id("c2").text


def test_a_document_of_a_megabyte_is_rendered() -> None:
    """All of the text is there, and the page is not much larger than the text."""
    paragraph = seed_document().text + "\n"
    repeats = 1_000_000 // len(paragraph) + 1
    document = document_of(paragraph * repeats, "long.txt")
    brief = seed_brief()
    for repeat in range(1, repeats):
        for context in seed_brief().context:
            shift = repeat * len(paragraph)
            spans = [s.model_copy(update={"start": s.start + shift, "end": s.end + shift}) for s in context.evidence]
            update = {"id": f"x{len(brief.context) + 1}", "evidence": spans}
            brief.context.append(context.model_copy(update=update))
    html = render_html(brief, document)
    assert html.count("<mark ") > 5 * repeats
    assert len(html) < 3 * len(document.text)
