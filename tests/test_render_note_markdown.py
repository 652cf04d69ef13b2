"""Notes as Markdown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from summariser.render.note import Style, list_styles, load_style, render_note_markdown
from summariser.render.note.words import clean
from tests.brief_strategies import any_text
from tests.hostile_note import HOSTILE, hostile_note
from tests.note_goldens import GOLDEN
from tests.page import read_html
from tests.sample_note import note_of_one_page, sample_note

# Raw HTML is on, as in the most trusting readers.
_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_ALLOWED = {
    "https://courier.example/2026/03/12/skarn-sound-cable",
    "https://courier.example/2026/03/01/harbour-festival",
}


def kinds(markdown: str) -> set[str]:
    tokens = _READER.parse(markdown)
    return {token.type for token in [*tokens, *(child for token in tokens for child in token.children or [])]}


@pytest.mark.parametrize(("style", "length"), [("plain", "long"), ("ministry", "short")])
def test_golden(style: str, length: str) -> None:
    """Word by word what was read and found good; `python -m tests.note_goldens` writes it anew."""
    note = sample_note(length)  # type: ignore[arg-type]
    assert render_note_markdown(note, load_style(style)) == (GOLDEN / f"{style}.md").read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [HOSTILE, "# a", "1. a", "| a |", "![a](b)", "<a>", "**", "- ", "> ", "```", "    x", "[1]: http://x.example"],
)
def test_hostile_text_changes_no_structure(text: str) -> None:
    """In no field: headings, rows and items are those of the sample, and nothing else is markup."""
    plain, attacked = render_note_markdown(sample_note(), Style()), render_note_markdown(hostile_note(text), Style())
    assert not kinds(attacked) & {
        "html_block",
        "html_inline",
        "image",
        "code_block",
        "code_inline",
        "fence",
        "hr",
        "em_open",
        "s_open",
    }
    before, after = (read_html(_READER.render(markdown)) for markdown in (plain, attacked))
    for name in ("h1", "h2", "table", "tr", "td", "li", "blockquote"):
        assert len(after.all(name)) == len(before.all(name)), name
    assert [heading.text for heading in after.all("h2")] == [heading.text for heading in before.all("h2")]


def test_text_reads_as_it_was() -> None:
    """A reader shows the hostile title letter by letter."""
    page = read_html(_READER.render(render_note_markdown(hostile_note(), Style())))
    assert page.one("h1").text == clean(HOSTILE + sample_note().title)


@settings(max_examples=60, deadline=None)
@given(any_text)
def test_any_text_renders(text: str) -> None:
    """Well formed, with the rows of the sample."""
    page = read_html(_READER.render(render_note_markdown(hostile_note(text), Style())))
    assert len(page.all("table")) == len(
        read_html(_READER.render(render_note_markdown(sample_note(), Style()))).all("table")
    )


@pytest.mark.parametrize("style", list(list_styles()))
def test_every_number_is_in_the_list_of_evidence(style: str) -> None:
    """With the words of its span; links are those of the sources."""
    note = sample_note()
    markdown = render_note_markdown(note, load_style(style))
    body, _, evidence = markdown.partition("## Evidence")
    for number in {int(number) for number in re.findall(r"\[(\d+)\]", body)}:
        citation = note.citation(number)
        assert citation is not None
        (line,) = re.findall(rf"^- \[{number}\] .*", evidence, re.MULTILINE)
        assert f"**{citation.span.text}**" in line
    assert set(re.findall(r"\]\((.*?)\)", markdown)) == _ALLOWED


def test_a_span_inside_a_word_is_bracketed() -> None:
    """Where emphasis would not close, brackets show the span."""
    note = sample_note()
    citation = note.citations[0]
    citation.before, citation.span.text, citation.after = "pre", "(fix)", "ed"
    assert "pre⟦(fix)⟧ed" in render_note_markdown(note, Style())


def test_the_least_note() -> None:
    """Title, date and what was not found."""
    markdown = render_note_markdown(note_of_one_page(), Style())
    assert markdown.startswith("# Nothing to report\n")
    assert "No document could be used." in markdown
    assert markdown.endswith(".\n")
