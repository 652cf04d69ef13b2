"""Running headers, footers and page numbers: lines at the edges of pages that come back on the next."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.documents.formats.pdf_lines import Line, PageLines

__all__ = ["FOOTER", "HEADER", "PAGE_NUMBER", "STAMP", "find_margins"]

HEADER, FOOTER = "running header", "running footer"
PAGE_NUMBER, STAMP = "page number", "stamp across the page"

_EDGE = 0.15  # of the height of the page, above and below
_OUTERMOST = 5  # lines that are looked at on each side
_REACH = 2  # pages from one to the next that has the line, for left and right pages may differ
_SAME_HEIGHT = 8.0  # points
_NUMBER = re.compile(r"\d{1,5}")
_PAGE_NUMBER = re.compile(
    r"[-–—|\[( ]{0,4}(?:(?:page|p\.|pg\.?)\s?)?(?P<number>\d{1,4}|[ivxl]{1,7})(?:\s?(?:/|of)\s?\d{1,4})?[-–—|\]) ]{0,4}",
    re.IGNORECASE,
)
# Headings that count on from page to page look like lines with a page number.
_COUNTED = re.compile(
    r"(?:article|section|chapter|annex|table|figure|clause|part|schedule|rule|question|paragraph|item|box|note)\b",
    re.IGNORECASE,
)


def find_margins(pages: Sequence[PageLines]) -> list[dict[int, str]]:
    """Find the lines of each page that are furniture.

    A line near the upper or lower edge is, where it comes back at the same height on one of the next two pages, with the
    same words, or with a number that grows as the page numbers do. So is a page number alone, and a stamp at a slant.

    Args:
        pages: The pages in order.

    Returns:
        For each page the index of each such line, and what it is.
    """
    found: list[dict[int, str]] = []
    sightings: dict[tuple[str, bool], list[tuple[int, int, float]]] = defaultdict(list)
    for place, page in enumerate(pages):
        found.append({index: STAMP for index, line in enumerate(page.lines) if not line.level})
        for index, upper in _edges(page):
            line = page.lines[index]
            if _PAGE_NUMBER.fullmatch(line.text) and _is_outermost(page, index, upper=upper):
                found[place][index] = PAGE_NUMBER
            for signature in _signatures(line.text, page.number):
                sightings[signature, upper].append((place, index, _height(page, line, upper=upper)))
    for (_, upper), places in sightings.items():
        for near, far in _neighbours(places):
            for place, index, _ in (near, far):
                found[place].setdefault(index, HEADER if upper else FOOTER)
    return found


def _edges(page: PageLines) -> Iterator[tuple[int, bool]]:
    """The outermost lines near both edges, with whether the edge is the upper one."""
    height = page.top - page.bottom
    level = [index for index, line in enumerate(page.lines) if line.level]
    by_height = sorted(level, key=lambda index: page.lines[index].base, reverse=True)
    upper = [i for i in by_height[:_OUTERMOST] if page.lines[i].base > page.top - _EDGE * height]
    lower = [i for i in by_height[-_OUTERMOST:] if page.lines[i].base < page.bottom + _EDGE * height]
    yield from ((index, True) for index in upper)
    yield from ((index, False) for index in lower if index not in upper)


def _is_outermost(page: PageLines, index: int, *, upper: bool) -> bool:
    base = page.lines[index].base
    others = [line.base for i, line in enumerate(page.lines) if i != index and line.level]
    beyond = sum(other > base + 1 for other in others) if upper else sum(other < base - 1 for other in others)
    return bool(others) and beyond <= 1  # a line of a footer may stand below it


def _signatures(text: str, number: int) -> Iterator[str]:
    """The line as it is, and with each number in turn written as its distance from the page number."""
    yield text.casefold()
    if _COUNTED.match(text):
        return
    for match in _NUMBER.finditer(text[:200]):
        yield f"{text[: match.start()]}\0{int(match[0]) - number}\0{text[match.end() :]}".casefold()


def _height(page: PageLines, line: Line, *, upper: bool) -> float:
    return page.top - line.base if upper else line.base - page.bottom


def _neighbours(
    places: list[tuple[int, int, float]],
) -> Iterator[tuple[tuple[int, int, float], tuple[int, int, float]]]:
    """Pairs of the same line on pages close to each other, at about the same height."""
    for position, first in enumerate(places):
        for second in places[position + 1 : position + 1 + _REACH * _OUTERMOST]:
            if second[0] - first[0] > _REACH:
                break
            if second[0] > first[0] and abs(second[2] - first[2]) <= _SAME_HEIGHT:
                yield first, second
