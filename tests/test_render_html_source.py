"""The source pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings

from summariser.render.inert import visible
from summariser.schemas import Brief, CoverageChunk
from tests.brief_strategies import briefs_with_documents
from tests.page import page_of
from tests.sample_bridge import bridge_brief, bridge_document
from tests.sample_brief import seed_brief, seed_document

if TYPE_CHECKING:
    from summariser.documents import Document


@settings(deadline=None)
@given(briefs_with_documents())
def test_the_source_is_shown_whole_and_unchanged(sample: tuple[Brief, Document]) -> None:
    """Marks change nothing of the text, white space included."""
    brief, document = sample
    assert page_of(brief, document).one("div", "text").text == visible(document.text)


def test_overlapping_evidence_lists_every_item() -> None:
    """The name inside the signing inside nothing: each mark names all items that rest on it, the narrowest first."""
    page = page_of(seed_brief(), seed_document())
    (name,) = [mark for mark in page.all("mark") if mark.text == "Jonathan Henick"]
    assert name.attributes["data-items"] == "p1 x1"
    assert name.attributes["class"] == "p x"
    assert name.attributes["title"] == "Evidence of p1, x1"


def test_evidence_numbers_stand_where_a_stretch_ends() -> None:
    """A stretch cut in pieces by others has its number once, at its end."""
    page = page_of(seed_brief(), seed_document())
    numbers = [n for mark in page.all("mark") for n in (mark.attributes.get("data-n") or "").split()]
    assert sorted(map(int, numbers)) == list(range(1, 21))


def test_skipped_lines_are_greyed_with_the_reason() -> None:
    """The reader sees that the line was left out, and why; it is no heading."""
    page = page_of(seed_brief(), seed_document())
    skipped = page.one("div", "text").all("span", "skipped")
    assert [span.text[:10] for span in skipped] == ["Also Read:", "Also Read:"]
    assert {span.attributes["title"] for span in skipped} == {"Skipped: link line"}
    headings = [p.text.strip() for p in page.one("div", "text").all("p", "heading")]
    assert headings == ["Commitment to Environmental Protection"]


def test_failed_parts_are_marked_evidence_or_not() -> None:
    """A part that the model did not read carries its reason once, in plain sight; a skipped part without reason too."""
    brief = bridge_brief()
    brief.coverage.chunks = [
        CoverageChunk(start=0, end=60, status="failed", reason="the model timed out"),
        CoverageChunk(start=159, end=170, status="truncated"),
        CoverageChunk(start=230, end=240, status="skipped"),
        CoverageChunk(start=240, end=250, status="failed"),
    ]
    text = page_of(brief, bridge_document()).one("div", "text")
    failed = text.all(class_="failed")
    assert "".join(piece.text for piece in failed) == bridge_document().text[:60]
    assert {piece.name for piece in failed} == {"span", "mark"}
    notes = [piece.attributes.get("data-note") for piece in failed]
    assert notes == ["Failed: the model timed out"] + [None] * (len(failed) - 1)
    truncated = text.all(class_="truncated")
    assert [(piece.name, piece.attributes.get("data-note")) for piece in truncated] == [("mark", "Truncated")]
    assert text.all("mark", "skipped")[0].attributes["title"] == "Evidence of q1. Skipped"


def test_the_ribbon_stays_inside_its_frame() -> None:
    """Every tick is wide enough to be seen and none leaves the strip."""
    for tick in page_of(seed_brief(), seed_document()).all("rect"):
        left, width = int(tick.attributes["x"] or ""), int(tick.attributes["width"] or "")
        assert left >= 0
        assert width >= 3
        assert left + width <= 1000
