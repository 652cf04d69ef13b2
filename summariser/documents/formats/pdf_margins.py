"""Running headers, footers and page numbers: lines at the edges of pages that come back on the next."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.documents.formats.pdf_lines import PageLines

__all__ = ["FOOTER", "HEADER", "PAGE_NUMBER", "STAMP", "find_margins"]

HEADER, FOOTER = "running header", "running footer"
PAGE_NUMBER, STAMP = "page number", "stamp across the page"

_EDGE = 0.15  # of the height of the page, above and below
_OUTERMOST = 5  # lines that are looked at on each side
_REACH = 2  # pages from one to the next that has the line, for left and right pages may differ
_SAME_HEIGHT = 8.0  # points
_SET_OFF = 1.6  # space between the base lines of furniture and text, in type sizes
_MANY = 3  # pages that show a line to be furniture even close to the text
_LONGEST = 200  # characters of a line that are looked at
_NUMBER = re.compile(r"\d{1,5}")
_PAGE_NUMBER = re.compile(
    r"[-–—|\[( ]{0,4}(?:(?:page|p\.|pg\.?)\s?)?(?:\d{1,3}|[ivxl]{1,7})(?:\s?(?:/|of)\s?\d{1,4})?[-–—|\]) ]{0,4}",
    re.IGNORECASE,
)
# Headings that count on from page to page look like lines with a page number.
_COUNTED = re.compile(
    r"(?:article|section|chapter|annex|table|figure|clause|part|schedule|rule|question|paragraph|item|box|note)\b\s?\d{0,5}",
    re.IGNORECASE,
)


class _Sighting(NamedTuple):
    place: int  # of the page among the pages
    line: int  # its index on the page
    height: float  # above or below the edge of the page


def find_margins(pages: Sequence[PageLines]) -> list[dict[int, str]]:
    """Find the lines of each page that are furniture.

    A line near the upper or lower edge is, where it comes back at the same height on one of the next two pages, with
    the same words, or with a number that grows as the page numbers do; between it and the edge there may be only such
    lines, and on two pages alone it counts only where it is set off from the text. So is a page number that stands
    alone, and a stamp at a slant.

    Args:
        pages: The pages in order.

    Returns:
        For each page the index of each such line, and what it is.
    """
    edges = [(_edge(page, upper=True), _edge(page, upper=False)) for page in pages]
    repeated = _repeated(pages, edges)
    found: list[dict[int, str]] = []
    for place, page in enumerate(pages):
        margins = {index: STAMP for index, line in enumerate(page.lines) if not line.level}
        for upper, edge in ((True, edges[place][0]), (False, edges[place][1])):
            for position, index in enumerate(edge):
                many = repeated.get((place, index), 0)
                set_off = _is_set_off(page, edge, position)
                if position < 2 and set_off and _PAGE_NUMBER.fullmatch(page.lines[index].text):
                    margins.setdefault(index, PAGE_NUMBER)
                elif many >= _MANY or (many and set_off):
                    margins.setdefault(index, HEADER if upper else FOOTER)
                else:
                    break
        found.append(margins)
    return found


def _edge(page: PageLines, *, upper: bool) -> list[int]:
    """The lines near one edge, the outermost first."""
    height = page.top - page.bottom
    level = [index for index, line in enumerate(page.lines) if line.level]
    if upper:
        near = [index for index in level if page.lines[index].base > page.top - _EDGE * height]
    else:
        near = [index for index in level if page.lines[index].base < page.bottom + _EDGE * height]
    return sorted(near, key=lambda index: page.lines[index].base, reverse=upper)[:_OUTERMOST]


def _is_set_off(page: PageLines, edge: Sequence[int], position: int) -> bool:
    """Whether there is more than the usual space between a line, with those beside it, and the next one inwards."""
    line = page.lines[edge[position]]
    distances = (abs(page.lines[index].base - line.base) for index in edge[position + 1 :])
    return next((distance > _SET_OFF * line.size for distance in distances if distance > line.size / 2), True)


def _repeated(pages: Sequence[PageLines], edges: Sequence[tuple[list[int], list[int]]]) -> dict[tuple[int, int], int]:
    """For lines, by page and index, that come back on near pages: on how many pages in all."""
    sightings: dict[tuple[str, bool], list[_Sighting]] = defaultdict(list)
    for place, page in enumerate(pages):
        for upper, edge in ((True, edges[place][0]), (False, edges[place][1])):
            for index in edge:
                line = page.lines[index]
                height = page.top - line.base if upper else line.base - page.bottom
                for signature in _signatures(line.text, page.number):
                    sightings[signature, upper].append(_Sighting(place, index, height))
    counts: dict[tuple[int, int], int] = {}
    for group in sightings.values():
        near = {one for pair in _neighbours(group) for one in pair}
        many = len({sighting.place for sighting in near})
        for sighting in near:
            key = (sighting.place, sighting.line)
            counts[key] = max(counts.get(key, 0), many)
    return counts


def _signatures(text: str, number: int) -> Iterator[str]:
    """The line as it is, and with each number in turn written as its distance from the page number."""
    yield text.casefold()
    counted = _COUNTED.match(text)
    for match in _NUMBER.finditer(text[:_LONGEST]):
        if counted is None or match.start() > counted.end():
            yield f"{text[: match.start()]}\0{int(match[0]) - number}\0{text[match.end() :]}".casefold()


def _neighbours(group: Sequence[_Sighting]) -> Iterator[tuple[_Sighting, _Sighting]]:
    """Pairs of the same line on pages close to each other, at about the same height."""
    for position, first in enumerate(group):
        for second in group[position + 1 : position + 1 + _REACH * _OUTERMOST]:
            if second.place - first.place > _REACH:
                break
            if second.place > first.place and abs(second.height - first.height) <= _SAME_HEIGHT:
                yield first, second
