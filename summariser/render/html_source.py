"""The source pane of the HTML page: the document as it is, with its evidence marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.render.labels import plural
from summariser.render.markup import element, join
from summariser.render.segments import segments

if TYPE_CHECKING:
    from markupsafe import Markup

    from summariser.documents.document import Document
    from summariser.render.evidence import EvidenceIndex
    from summariser.render.segments import Paragraph, Segment
    from summariser.schemas.brief import Brief, CoverageChunk

__all__ = ["mark_id", "source_pane"]

_RIBBON_WIDTH = 1000
_NARROWEST_TICK = 3


def mark_id(start: int) -> str:
    """HTML id of the mark with which a stretch of evidence begins."""
    return f"m{start}"


def source_pane(brief: Brief, document: Document | None, index: EvidenceIndex) -> Markup:
    """The document with marks, or a notice where it is not at hand.

    Args:
        brief: The brief.
        document: Its document, or None.
        index: Made of the same brief and document.

    Returns:
        One section element with the id "source".
    """
    if document is None:
        notice = "The source is not attached. The evidence stands under each item, with its place in the document."
        return element("section", element("p", notice, class_="absent"), id="source", aria_label="Source")
    header = element(
        "header",
        element("div", element("h2", "Source", id="source-title"), _size(document), class_="line"),
        _ribbon(brief, document, index),
        _picked(),
        class_="bar",
    )
    body = element(
        "div",
        *(
            element(
                "p",
                *(_segment(document.text, segment) for segment in pieces),
                class_=_look(block, pieces),
                dir="auto",
            )
            for block, pieces in segments(document.text, index.evidence, brief.coverage.chunks)
        ),
        class_="text",
        lang="",
    )
    return element("section", header, body, id="source", aria_labelledby="source-title", tabindex="0")


def _look(block: Paragraph, pieces: list[Segment]) -> str | None:
    if block.heading and not any(piece.unread for piece in pieces):
        return "heading"
    return "gap" if block.gap else None


def _size(document: Document) -> Markup:
    return element("span", plural(len(document.text), "character"), class_="quiet")


def _picked() -> Markup:
    """The line that says what is selected, filled by the script."""
    hint = "Select an item to light its evidence, or a marked stretch to find what rests on it."
    return element(
        "div",
        element("span", hint, id="hint", class_="quiet"),
        element(
            "span",
            element("button", "← Brief", type="button", id="back", aria_label="Back to the item in the brief"),
            element("span", id="chosen"),
            element("button", "‹", type="button", id="previous", aria_label="Previous stretch of evidence"),
            element("span", id="count", class_="quiet"),
            element("button", "›", type="button", id="next", aria_label="Next stretch of evidence"),
            element("button", "×", type="button", id="clear", aria_label="Clear the selection"),
            id="picked",
            hidden=True,
        ),
        class_="picked",
    )


def _segment(text: str, segment: Segment) -> Markup | str:
    content = text[segment.start : segment.end]
    if not segment.items and segment.unread is None:
        return content
    status = segment.unread.status if segment.unread else None
    why = _why(segment.unread) if segment.unread else None
    note = why if segment.opens and status in ("failed", "truncated") else None
    if not segment.items:
        return element("span", content, class_=status, title=why, data_note=note)
    parts = dict.fromkeys(item.part for item in segment.items)
    resting = "Evidence of " + ", ".join(item.value.id for item in segment.items)
    return element(
        "mark",
        content,
        id=mark_id(segment.start),
        class_=" ".join([*parts, *([status] if status else [])]),
        data_items=" ".join(item.anchor for item in segment.items),
        data_n=" ".join(map(str, segment.closing)) or None,
        data_note=note,
        title=f"{resting}. {why}" if why else resting,
    )


def _why(chunk: CoverageChunk) -> str:
    return f"{chunk.status.capitalize()}: {chunk.reason}" if chunk.reason else chunk.status.capitalize()


def _ribbon(brief: Brief, document: Document, index: EvidenceIndex) -> Markup:
    """A strip as long as the document: what was not read, and where the evidence lies."""
    length = len(document.text) or 1

    def tick(start: int, end: int, class_: str, items: str | None) -> Markup:
        width = max(_NARROWEST_TICK, _RIBBON_WIDTH * (end - start) // length)
        left = min(_RIBBON_WIDTH - width, _RIBBON_WIDTH * start // length)
        return element("rect", x=left, y=0, width=width, height=8, class_=class_, data_items=items)

    unread = (tick(c.start, c.end, c.status, None) for c in brief.coverage.chunks if c.status != "read")
    ticks = (
        tick(e.start, e.end, e.items[0].part, " ".join(item.anchor for item in e.items))
        for e in sorted(index.evidence, key=lambda e: e.start - e.end)
    )
    return element(
        "svg",
        join(unread),
        join(ticks),
        class_="ribbon",
        viewBox=f"0 0 {_RIBBON_WIDTH} 8",
        preserveAspectRatio="none",
        aria_hidden="true",
        focusable="false",
    )
