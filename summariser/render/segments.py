"""A document cut into paragraphs and, within them, at the bounds of evidence and of what was not read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.render.evidence import Evidence, Item
    from summariser.schemas.brief import CoverageChunk

__all__ = ["Paragraph", "Segment", "paragraphs", "segments"]

# A line longer than this was not wrapped by hand: it is a paragraph of its own.
_LONGEST_WRAPPED_LINE = 120
_LONGEST_HEADING = 80
_CLOSING = ".!?…:;,”\"'’»)]"


class Paragraph(NamedTuple):
    """A block of lines with the blank lines after it.

    Attributes:
        start: First character.
        end: One past the last character, line breaks included.
        gap: True where no blank line sets it apart from the next, though it should be.
        heading: True for a short line without a closing stop among lines that are paragraphs.
    """

    start: int
    end: int
    gap: bool
    heading: bool


class Segment(NamedTuple):
    """A stretch throughout which the same items rest and the same was read.

    Attributes:
        start: First character.
        end: One past the last character.
        items: Items whose evidence covers it, that with the shortest evidence first, each once.
        closing: Numbers of the evidence that ends with it.
        unread: The chunk of the ledger it lies in, where that was not read whole.
        opens: True for the first segment of that chunk.
    """

    start: int
    end: int
    items: tuple[Item, ...]
    closing: tuple[int, ...]
    unread: CoverageChunk | None
    opens: bool


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        found = text.find("\n", start)
        end = len(text) if found < 0 else found + 1
        yield start, end
        start = end


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Cut a text into paragraphs, whether they are lines or blocks of wrapped lines.

    Args:
        text: The whole text. Takes linear time.

    Yields:
        Paragraphs that follow each other without a gap and cover the text.
    """
    long_lines = sum(end - start for start, end in _lines(text) if end - start > _LONGEST_WRAPPED_LINE)
    by_line = 2 * long_lines > len(text)
    begin = stop = 0
    blank = False
    for start, end in _lines(text):
        empty = not text[start:end].strip()
        if not empty and stop > begin and (by_line or blank):
            yield _paragraph(text, begin, stop, gap=by_line and not blank)
            begin = start
        blank = empty
        stop = end
    if stop > begin:
        yield _paragraph(text, begin, stop, gap=False)


def _paragraph(text: str, start: int, end: int, *, gap: bool) -> Paragraph:
    line = text[start : min(end, start + _LONGEST_HEADING + 2)].strip() if gap else ""
    heading = 0 < len(line) <= _LONGEST_HEADING and line[-1] not in _CLOSING
    return Paragraph(start, end, gap, heading)


def _unread(chunks: list[CoverageChunk], length: int) -> Iterator[tuple[int, int, CoverageChunk]]:
    """Chunks not read whole, in order, made not to overlap."""
    done = 0
    for chunk in sorted((c for c in chunks if c.status != "read"), key=lambda c: (c.start, c.end)):
        start, end = max(done, chunk.start), min(length, chunk.end)
        if start < end:
            yield start, end, chunk
            done = end


def segments(
    text: str, evidence: list[Evidence], chunks: list[CoverageChunk]
) -> Iterator[tuple[Paragraph, list[Segment]]]:
    """Cut a document so that each piece has one set of items; time is linear in the text and in what is returned.

    Args:
        text: The whole text.
        evidence: Stretches inside the text, numbered in their order.
        chunks: The coverage ledger.

    Yields:
        Each paragraph with its segments, which cover it.
    """
    unread = list(_unread(chunks, len(text)))
    opening: dict[int, list[Evidence]] = {}
    bounds = {bound for start, end, _ in unread for bound in (start, end)}
    for stretch in evidence:
        opening.setdefault(stretch.start, []).append(stretch)
        bounds.update((stretch.start, stretch.end))
    cuts = sorted(bounds, reverse=True)
    unread.reverse()
    active: list[Evidence] = []
    position = 0
    for paragraph in paragraphs(text):
        pieces: list[Segment] = []
        while position < paragraph.end:
            while cuts and cuts[-1] <= position:
                cuts.pop()
            end = min(cuts[-1], paragraph.end) if cuts else paragraph.end
            active = [stretch for stretch in active if stretch.end > position] + opening.get(position, [])
            while unread and unread[-1][1] <= position:
                unread.pop()
            lost = unread[-1] if unread and unread[-1][0] <= position else None
            closing = tuple(stretch.number for stretch in active if stretch.end == end)
            chunk = lost[2] if lost else None
            opens = bool(lost) and lost is not None and lost[0] == position
            pieces.append(Segment(position, end, _items(active), closing, chunk, opens))
            position = end
        yield paragraph, pieces


def _items(active: list[Evidence]) -> tuple[Item, ...]:
    """The items of overlapping evidence, those of the shortest first: it says most exactly what is meant."""
    shortest_first = sorted(active, key=lambda stretch: stretch.end - stretch.start)
    return tuple({item.anchor: item for stretch in shortest_first for item in stretch.items}.values())
