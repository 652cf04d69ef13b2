"""The pages of a PDF become one text: furniture, paragraphs and notes in their places, gaps named."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summariser.documents.formats.composer import Composer
from summariser.documents.formats.pdf_margins import find_margins
from summariser.documents.formats.pdf_paragraphs import Layout, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.documents.formats.pdf_lines import Line, PageLines

__all__ = ["Composed", "compose_pages"]

_COVERED = 0.4  # share of the page that pictures cover
_UNREADABLE = 0.5  # share of the characters that the fonts do not name

_DAMAGED, _SCANNED = "damaged", "a picture without a text layer"
_UNNAMED, _DRAWN = "fonts that do not say which letters they show", "drawings without a text layer"


@dataclass(frozen=True, slots=True)
class Composed:
    """The text of a PDF.

    Attributes:
        composer: Holds the text and the places in it.
        gaps: Number of each page that could not be read, and why.
        empty: Whether no page holds any text beside its furniture.
    """

    composer: Composer
    gaps: dict[int, str]
    empty: bool


@dataclass(slots=True)
class _Page:
    number: int
    above: list[tuple[str, str]] = field(default_factory=list)  # furniture: its text and what it is
    below: list[tuple[str, str]] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: list[Paragraph] = field(default_factory=list)
    gap: str | None = None

    @property
    def is_bare(self) -> bool:
        """Whether it is one paragraph and nothing else."""
        return len(self.paragraphs) == 1 and not (self.above or self.below or self.notes)


def compose_pages(pages: Sequence[PageLines | None]) -> Composed:
    """Put the pages of a document together.

    A paragraph that goes on over the end of a page stays whole: what stands between its parts goes before or after it,
    each on the page where it was.

    Args:
        pages: The lines of each page in order, from page 1; None for one that is damaged.
    """
    sound = [page for page in pages if page is not None]
    margins = {page.number: found for page, found in zip(sound, find_margins(sound), strict=True)}
    found = [_Page(number, gap=None if page else _DAMAGED) for number, page in enumerate(pages, 1)]
    bodies: dict[int, list[Line]] = {}
    for page in sound:
        bodies[page.number] = _fill(found[page.number - 1], page, margins[page.number])
    layout = Layout(list(bodies.values()))
    for number, lines in bodies.items():
        main, notes = layout.split_notes(lines)
        found[number - 1].paragraphs = layout.paragraphs(main)
        found[number - 1].notes = layout.paragraphs(notes, notes=True)
    composer = Composer()
    _compose(composer, layout, found)
    gaps = {page.number: page.gap for page in found if page.gap}
    return Composed(composer, gaps, empty=not any(page.paragraphs or page.notes for page in found))


def _fill(page: _Page, source: PageLines, margins: dict[int, str]) -> list[Line]:
    """Note the furniture of a page and whether it could be read; the lines that are left are its body."""
    middle = (source.top + source.bottom) / 2
    for index, reason in sorted(margins.items()):
        line = source.lines[index]
        (page.above if line.base > middle else page.below).append((line.text, reason))
    body = [line for index, line in enumerate(source.lines) if index not in margins]
    if body and source.unreadable > _UNREADABLE:
        page.gap = _UNNAMED
        return []
    if not body and source.pictured >= _COVERED:
        page.gap = _SCANNED
    elif not source.lines and not source.blank:
        page.gap = _DRAWN
    return body


def _compose(composer: Composer, layout: Layout, pages: Sequence[_Page]) -> None:
    joined = _joins(layout, pages)
    for index, page in enumerate(pages):
        begun = index > 0 and joined[index - 1]
        if not begun:
            composer.begin_page(page.number)
        for text, reason in page.above:
            composer.add(text, reason)
        if page.gap:
            composer.add_gap(f"page {page.number}: {page.gap}")
        inner = page.paragraphs[1 if begun else 0 : -1 if joined[index] else None]
        for paragraph in inner:
            composer.add(layout.texts([paragraph])[0])
        for paragraph in page.notes:
            composer.add(layout.texts([paragraph])[0])
        for text, reason in page.below:
            composer.add(text, reason)
        if joined[index] and not (begun and page.is_bare):
            composer.add_across(_chain(layout, pages, joined, index))


def _joins(layout: Layout, pages: Sequence[_Page]) -> list[bool]:
    """For each page whether its last paragraph goes on, in the text too, on the next."""
    joined: list[bool] = []
    for index, page in enumerate(pages):
        following = pages[index + 1] if index + 1 < len(pages) else None
        # The furniture of a page that is in the middle of a paragraph would have no place.
        through = bool(joined) and joined[-1] and len(page.paragraphs) == 1 and not page.is_bare
        joined.append(
            following is not None
            and not through
            and not following.gap
            and bool(page.paragraphs and following.paragraphs)
            and layout.goes_on(page.paragraphs[-1], following.paragraphs[0])
        )
    return joined


def _chain(layout: Layout, pages: Sequence[_Page], joined: Sequence[bool], index: int) -> list[tuple[int, str]]:
    """Page and text of each part of the paragraph that begins as the last of a page."""
    parts = [(pages[index].number, pages[index].paragraphs[-1])]
    while True:
        index += 1
        parts.append((pages[index].number, pages[index].paragraphs[0]))
        if not joined[index] or len(pages[index].paragraphs) > 1:
            break
    texts = layout.texts([lines for _, lines in parts])
    return [(number, text) for (number, _), text in zip(parts, texts, strict=True)]
