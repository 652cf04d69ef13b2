"""The source of a document in the report, with the evidence of gold and of the briefs marked."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summariser.render.markup import element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markupsafe import Markup

    from summariser.evals.report_rows import Item, Sheet

__all__ = ["places", "source_pane"]

_SIDES = ("g", "a", "b")


def source_pane(sheet: Sheet) -> Markup:
    """The text, cut at the bounds of all evidence; a piece tells by its class on which side it is evidence."""
    text = sheet.case.text
    return element("div", *_pieces(text, _stretches(sheet, len(text))), class_="text", dir="auto", lang="", tabindex=0)


def places(item: Item | None) -> str | None:
    """The spans of an item as "12-40 55-61", or None."""
    return " ".join(f"{span.start}-{span.end}" for span in item.evidence) if item else None


def _stretches(sheet: Sheet, length: int) -> Iterator[tuple[int, int, str]]:
    """Evidence inside the text with its side: g for gold, a and b for the runs."""
    for row in sheet.rows:
        sides: list[tuple[str, Item | None]] = [("g", row.gold)]
        sides += [(side, cell.item if cell else None) for side, cell in zip(_SIDES[1:], row.cells, strict=False)]
        for side, item in sides:
            for span in item.evidence if item else ():
                if span.start < min(span.end, length):
                    yield span.start, min(span.end, length), side


def _pieces(text: str, stretches: Iterable[tuple[int, int, str]]) -> Iterator[Markup | str]:
    changes: dict[int, dict[str, int]] = {}
    for start, end, side in stretches:
        opened, closed = changes.setdefault(start, {}), changes.setdefault(end, {})
        opened[side] = opened.get(side, 0) + 1
        closed[side] = closed.get(side, 0) - 1
    depth = dict.fromkeys(_SIDES, 0)
    bounds = sorted({0, len(text), *changes})
    for start, end in pairwise(bounds):
        for side, change in changes.get(start, {}).items():
            depth[side] += change
        sides = [side for side in _SIDES if depth[side]]
        piece = text[start:end]
        yield element("mark", piece, class_=" ".join(sides), data_at=f"{start}-{end}") if sides else piece
