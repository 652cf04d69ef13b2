"""A document cut at the bounds of its evidence."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.render.evidence import EvidenceIndex
from summariser.render.segments import paragraphs, segments
from summariser.schemas import CoverageChunk, Span
from tests.brief_strategies import briefs_with_documents
from tests.sample_bridge import BRIDGE, bridge_brief
from tests.sample_brief import seed_document


@given(st.text(st.sampled_from("ab \t\r\n")) | st.text())
def test_paragraphs_cover_the_text(text: str) -> None:
    """No character is lost and none stands twice, whatever the line breaks."""
    blocks = list(paragraphs(text))
    assert "".join(text[block.start : block.end] for block in blocks) == text
    assert all(block.start < block.end for block in blocks)


def test_lines_are_paragraphs_where_lines_are_long() -> None:
    """An article with one line a paragraph gets a gap after each, and its heading is known."""
    text = seed_document().text
    blocks = list(paragraphs(text))
    assert len(blocks) == text.count("\n") + 1
    assert all(block.gap for block in blocks[:-1])
    headings = [text[block.start : block.end].strip() for block in blocks if block.heading]
    assert "Commitment to Environmental Protection" in headings


def test_wrapped_lines_stay_together() -> None:
    """A text wrapped by hand is cut at its blank lines only."""
    text = "one line\nand another\n\nsecond block\r\n\r\n\r\nthird"
    assert [text[block.start : block.end] for block in paragraphs(text)] == [
        "one line\nand another\n\n",
        "second block\r\n\r\n\r\n",
        "third",
    ]
    assert not any(block.gap for block in paragraphs(text))


@settings(deadline=None)
@given(briefs_with_documents())
def test_each_segment_has_exactly_the_items_that_cover_it(sample: tuple) -> None:
    """Checked character by character against the spans."""
    brief, document = sample
    index = EvidenceIndex(brief, document.text)
    position = 0
    for block, pieces in segments(document.text, index.evidence, brief.coverage.chunks):
        assert position == block.start
        for piece in pieces:
            assert piece.start == position
            position = piece.end
            for place in range(piece.start, piece.end):
                expected = {i.anchor for e in index.evidence if e.start <= place < e.end for i in e.items}
                assert {item.anchor for item in piece.items} == expected
        assert position == block.end
    assert position == len(document.text)


def test_the_most_exact_evidence_comes_first() -> None:
    """On the name of a party inside the clause of a commitment the party is meant first."""
    index = EvidenceIndex(bridge_brief(), BRIDGE)
    pieces = [piece for _, part in segments(BRIDGE, index.evidence, []) for piece in part]
    (city,) = [piece for piece in pieces if BRIDGE[piece.start : piece.end] == "the city"]
    assert [item.anchor for item in city.items] == ["p3", "c1"]
    assert city.closing == (3,)


def test_unread_chunks_are_marked_once_at_their_start() -> None:
    """A failed part that goes over several segments carries its note at the first only; overlaps do not repeat."""
    index = EvidenceIndex(bridge_brief(), BRIDGE)
    chunks = [
        CoverageChunk(start=10, end=100, status="failed", reason="time"),
        CoverageChunk(start=50, end=120, status="skipped"),
        CoverageChunk(start=120, end=10_000, status="read"),
    ]
    pieces = [piece for _, part in segments(BRIDGE, index.evidence, chunks) for piece in part]
    failed = [piece for piece in pieces if piece.unread and piece.unread.status == "failed"]
    assert (failed[0].start, failed[-1].end) == (10, 100)
    assert [piece.opens for piece in failed] == [True] + [False] * (len(failed) - 1)
    skipped = [piece for piece in pieces if piece.unread and piece.unread.status == "skipped"]
    assert (skipped[0].start, skipped[-1].end) == (100, 120)


def test_pieces_grow_with_the_document_and_no_faster() -> None:
    """Sixteen times the text and the evidence gives sixteen times the pieces."""

    def count(repeats: int) -> int:
        text = "word " * 20 * repeats + "\n" * repeats
        party = bridge_brief().parties[0]
        step = len(text) // repeats
        spans = [Span(start=i * step, end=i * step + 4, text=text[i * step : i * step + 4]) for i in range(repeats)]
        brief = bridge_brief().model_copy(update={"parties": [party.model_copy(update={"evidence": spans})]})
        index = EvidenceIndex(brief, text)
        return sum(len(pieces) for _, pieces in segments(text, index.evidence, []))

    assert count(1_600) <= 16.5 * count(100)
