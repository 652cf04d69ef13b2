"""Briefs as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from summariser.render.inert import one_line
from summariser.render.markdown import escape_markdown, render_markdown
from summariser.schemas import Brief, Coverage
from tests.brief_strategies import HOSTILE, any_text, briefs_with_documents
from tests.page import read_html
from tests.sample_bridge import bridge_brief
from tests.sample_brief import provenance_of, seed_brief, seed_document

if TYPE_CHECKING:
    from markdown_it.token import Token

    from summariser.documents import Document

# Raw HTML is on, as in the most trusting readers.
_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_HEADINGS = ["Summary", "Parties", "Commitments", "Context", "Quotes", "Coverage", "How this brief was made"]


def _tokens(markdown: str) -> list[Token]:
    tokens = _READER.parse(markdown)
    return [*tokens, *(child for token in tokens for child in token.children or [])]


@settings(deadline=None)
@given(briefs_with_documents())
def test_no_text_in_any_field_breaks_the_structure(sample: tuple[Brief, Document]) -> None:
    """No HTML, link, image, code or rule; the headings, rows and list items are those of the brief."""
    brief, _ = sample
    markdown = render_markdown(brief)
    tokens = _tokens(markdown)
    kinds = {token.type for token in tokens}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "code_block", "code_inline", "fence", "hr"}
    assert not kinds & {"s_open", "em_open", "softbreak", "hardbreak", "ordered_list_open"}
    page = read_html(_READER.render(markdown).replace("<hr />", ""))
    assert page.one("h1").text == (one_line(brief.title) or "Brief")
    assert [heading.text for heading in page.all("h2")] == _HEADINGS
    assert len(page.all("tr")) == (len(brief.commitments) + 1 if brief.commitments else 0)
    assert len({len(row.all("th") + row.all("td")) for row in page.all("tr")}) <= 1
    assert len(page.all("blockquote")) == len(brief.quotes) + len(brief.coverage.warnings)


@given(any_text)
def test_escaped_text_reads_as_the_text(text: str) -> None:
    """In a heading, a list item, a quotation, a table cell and a paragraph a reader shows what was put in."""
    escaped = escape_markdown(text)
    markdown = f"- x {escaped}\n\n> x {escaped}\n\n| h |\n| --- |\n| {escaped} |\n\n# {escaped}\n\n{escaped}\n"
    page = read_html(_READER.render(markdown))
    expected = one_line(text)
    assert page.one("li").text == f"x {expected}".strip()
    assert page.one("blockquote").text.strip() == f"x {expected}".strip()
    assert page.one("td").text == expected
    assert page.one("h1").text == expected
    assert [p.text for p in page.content if not isinstance(p, str) and p.name == "p"] == (
        [expected] if expected else []
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_html_is_written_as_entities(text: str) -> None:
    """Readers that do not know backslash escapes for angle brackets cannot be fooled either."""
    assert not set(escape_markdown(text)) & {"<", ">"}


def test_parties_have_their_evidence_beneath_them() -> None:
    """Name, id, kind, role, principal, aliases; then the words with their place."""
    markdown = render_markdown(seed_brief())
    assert (
        "- **Jonathan Henick** [p1] person, US Ambassador to Uzbekistan, for United States; "
        "also named Henick, Ambassador Henick\n"
        "  - [4] “Jonathan Henick” (characters 102–117)\n"
        "  - [14] “Ambassador Henick” (characters 1517–1534)\n"
    ) in markdown


def test_commitments_are_a_table_with_evidence() -> None:
    """Every field that any commitment has is a column; numbers lead to the evidence beneath."""
    markdown = render_markdown(bridge_brief())
    assert (
        "| Id | Who | To whom | What | By when | Status | Condition | Amount | Evidence |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        "| c1 | the city | Harbour Council | pay for the new bridge | by 1 March 2027 | New "
        "| if the council approves the plan | €2.4 million | [4] |\n"
    ) in markdown
    assert (
        "- [4] c1: “the city will pay €2.4 million for the new bridge by 1 March 2027” (characters 57–122)" in markdown
    )


def test_columns_that_no_commitment_fills_are_left_out() -> None:
    """The article knows no deadline, condition or amount."""
    assert "| Id | Who | To whom | What | Status | Evidence |" in render_markdown(seed_brief())


def test_quotes_are_block_quotes_with_speaker_and_cue() -> None:
    """Both pieces of an interrupted quote are placed; one without quotation marks says so."""
    assert (
        "> “We will finish the bridge, before the winter storms come back.”\n>\n"
        "> — Ana Silva, “she said” [q1], [5] characters 159–185, [6] characters 198–233\n"
    ) in render_markdown(bridge_brief())
    assert "> — Jonathan Henick, “the envoy added”, printed without quotation marks [q2]" in render_markdown(
        seed_brief()
    )


def test_context_shows_kind_and_date() -> None:
    """The words of the date and what they mean."""
    line = "[x2] Background, September 2023 (1–30 September 2023)\n  - [9] “the C5+1 summit"
    assert line in render_markdown(seed_brief())


def test_loss_and_dropped_items_are_told() -> None:
    """Warnings stand at the top, the ledger at the end."""
    markdown = render_markdown(seed_brief())
    assert markdown.index("> **Warning:** The document has no date") < markdown.index("## Summary")
    assert "2,372 of 2,492 characters read (95.2 %), 2 parts skipped, 2 items dropped." in markdown
    assert "- Skipped: characters 858–919 (link line)" in markdown
    assert "- Dropped from quotes: “This is a historic day for both of our nations” (not in the source)" in markdown


def test_an_empty_brief_says_so() -> None:
    """Each empty part has its words; nothing is shown as None."""
    document = seed_document()
    brief = Brief(title=" ", coverage=Coverage(characters=0, read=0), provenance=provenance_of(document))
    markdown = render_markdown(brief)
    assert markdown.startswith("# Brief\n")
    assert markdown.count("\nNone found.\n") == 5
    assert "None" not in markdown.replace("None found.", "")


def test_the_brief_renders_itself() -> None:
    """`Brief.to_markdown` is this renderer."""
    assert seed_brief().to_markdown() == render_markdown(seed_brief())
