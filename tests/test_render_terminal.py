"""Briefs on a terminal."""

from __future__ import annotations

import io
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from summariser.render.terminal import print_brief
from summariser.schemas import Brief, Coverage, CoverageChunk
from tests.brief_strategies import briefs_with_documents
from tests.sample_bridge import bridge_brief
from tests.sample_brief import provenance_of, seed_brief, seed_document

if TYPE_CHECKING:
    from summariser.documents import Document

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def printed(brief: Brief, *, width: int = 100, evidence: bool = True, terminal: bool = False, **options: object) -> str:
    """What a console of this width receives."""
    stream = io.StringIO()
    console = Console(
        file=stream, width=width, force_terminal=terminal, color_system="standard" if terminal else None, **options
    )
    print_brief(brief, console, evidence=evidence)
    return stream.getvalue()


@settings(deadline=None)
@given(briefs_with_documents(), st.integers(1, 120), st.booleans())
def test_no_escape_of_the_document_reaches_the_terminal(
    sample: tuple[Brief, Document], width: int, terminal: bool
) -> None:
    """Only the colours of the printer itself are sent; no control character and no direction override."""
    shown = printed(sample[0], width=width, terminal=terminal)
    plain = _COLOURS.sub("", shown) if terminal else shown
    assert not [c for c in plain if unicodedata.category(c) == "Cc" and c != "\n"]
    assert not set(plain) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


def test_markup_in_the_document_is_text() -> None:
    """What looks like rich markup or an emoji code appears as it is."""
    brief = bridge_brief()
    brief.title = "[red]alert[/red] :smile: [link=http://evil.example]x[/link]"
    brief.parties[0].name = "[/]"
    shown = printed(brief, terminal=True)
    assert "[red]alert[/red] :smile: [link=http://evil.example]x[/link]" in _COLOURS.sub("", shown)
    assert "p1  [/] · person" in _COLOURS.sub("", shown)


def test_an_escape_is_shown_as_a_picture() -> None:
    """The reader sees that it was there."""
    brief = bridge_brief()
    brief.title = "a\x1b[31mb"
    assert printed(brief).startswith("a␛[31mb\n")


@pytest.mark.parametrize("width", [20, 30, 40, 79, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Narrow terminals wrap at words; no line ends in spaces."""
    for brief in (seed_brief(), bridge_brief()):
        for line in printed(brief, width=width).splitlines():
            assert cell_len(line) <= width
            assert line == line.rstrip()


def test_statuses_are_coloured_where_the_console_allows_it() -> None:
    """Colours on a terminal; none in a pipe or with NO_COLOR."""
    assert "\x1b[1;32mNew" in printed(bridge_brief(), terminal=True)
    assert "\x1b" not in printed(bridge_brief())
    assert "\x1b[1mNew" in printed(bridge_brief(), terminal=True, no_color=True)


def test_all_parts_are_printed() -> None:
    """Terms, speaker, cue, evidence with places, coverage, cost."""
    shown = printed(bridge_brief())
    for line in (
        "  p1  Ana Silva · person · Mayor · for the city",
        "  c1  New · the city → Harbour Council",
        "      By when: by 1 March 2027",
        "      Condition: if the council approves the plan",
        "      Amount: €2.4 million",
        "      “the city will pay €2.4 million for the new bridge by 1 March 2027” 57–122",
        "      — Ana Silva · “she said”",
        "      characters 159–185, 198–233",
        "236 of 236 characters read (100 %).",
    ):
        assert f"{line}\n" in shown
    assert "cost US$0.0031" in shown
    assert "None found." in shown


def test_loss_is_printed() -> None:
    """Warnings first; the ledger names failed and skipped parts and what was dropped."""
    brief = seed_brief()
    brief.coverage.chunks.append(CoverageChunk(start=5, end=9, status="failed", reason="the model timed out"))
    shown = printed(brief)
    assert "Warning: The document has no date of its own" in shown.split("Summary")[0]
    assert "Failed 5–9: the model timed out\n" in shown
    assert "Skipped 858–919: link line\n" in shown
    assert "Dropped from quotes (not in the source): “This is a historic day" in shown


def test_evidence_can_be_left_out() -> None:
    """Without evidence no place in the document is printed."""
    brief = bridge_brief()
    assert "57–122" in printed(brief)
    short = printed(brief, evidence=False)
    assert "57–122" not in short
    assert "159–185" not in short


def test_an_empty_brief_says_so() -> None:
    """Each empty part has its words; nothing is shown as None."""
    brief = Brief(title="", coverage=Coverage(characters=0, read=0), provenance=provenance_of(seed_document()))
    shown = printed(brief)
    assert shown.startswith("Brief\n")
    assert shown.count("None found.") == 5
    assert "None" not in shown.replace("None found.", "")
