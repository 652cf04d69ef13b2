"""Paragraphs of a plain text: one line each, or several lines that were broken only to fit a width."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["ends_dangling", "paragraphs"]

# Every character that str.splitlines takes for the end of a line.
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_ONE_BREAK = frozenset({"\n", "\r\n", "\r", "\v", "\x85", "\u2028"})

_BULLET = re.compile(r"[-–—•*▪●◦‣·][ \t]")
_ENUMERATOR = re.compile(r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)]|§)[ \t]")
_UPPER_LABEL = re.compile(r"[A-Z][A-Z .,'’-]{1,40}(?:\([^()]{0,40}\))?:(?:[ \t]|$)")
_LABEL = re.compile(r"[A-Z][\w.'’-]*(?: [\w.'’-]+){0,3}:(?:[ \t]|$)")
_FINAL = frozenset(".!?…:;。！？")
_CLOSERS = "\"'”’»)]}*"
_OPENERS = "\"'“‘«([{*"

# A line shorter than this was not broken to fit a width; a longer one is a paragraph of its own.
_MIN_WIDTH, _MAX_WIDTH = 40, 140
_APART = re.compile(r"\S {4,}\S|\.{4}")
_FEWEST_OPEN_LINES = 3
_STRETCH = 25  # lines
_LONGEST_DANGLING = 10
_RAGGED = 4  # columns by which editors miss the width


# A line that ends in one of these goes on below.
_DANGLING = re.compile(
    r"(?:^|\s)(?:an?|the|and|n?or|but|of|to|in|on|at|by|for|from|with|without|as|that|which|whose?|is|are|was|were|be|been|"
    r"its|their|his|her|our|your|this|these|those|not|any|all|such|than|under|between|into)$"
)


class _Line(NamedTuple):
    start: int
    end: int
    columns: int  # its length with its indentation
    follows: bool  # directly below the line before, with nothing left out between


def paragraphs(text: str, gaps: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Find the paragraphs of a text.

    A line is a paragraph, except where lines were broken to fit a width: these are joined, up to the next blank line,
    list mark, speaker's label or gap.

    Args:
        text: The whole text.
        gaps: Stretches to leave out, in order and not overlapping; each ends the paragraph before it.

    Returns:
        `(start, end)` of each, in order, without surrounding white space; together they hold every character that is
        neither white space nor in a gap.
    """
    lines = list(_lines(text, gaps))
    widths = _wrap_widths(text, lines)
    found: list[tuple[int, int]] = []
    previous: _Line | None = None
    for number, line in enumerate(lines):
        width = widths[number // _STRETCH]
        if previous is not None and line.follows and _continues(text, previous, line, width):
            found[-1] = (found[-1][0], line.end)
        else:
            found.append((line.start, line.end))
        previous = line
    return found


def _lines(text: str, gaps: Sequence[tuple[int, int]]) -> Iterator[_Line]:
    """Lines without their surrounding white space, cut by the gaps; empty ones are left out."""
    last_end = -1
    gap = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        follows = last_end >= 0 and text[last_end:start] in _ONE_BREAK
        while gap < len(gaps) and gaps[gap][1] <= start:
            gap += 1
        position, index = start, gap
        while position < end:
            if index < len(gaps) and gaps[index][0] < end:
                piece_end, after = max(position, gaps[index][0]), min(end, gaps[index][1])
                index += 1
            else:
                piece_end = after = end
            piece = text[position:piece_end]
            bare = piece.strip()
            if bare:
                first = position + len(piece) - len(piece.lstrip())
                last = first + len(bare)
                yield _Line(first, last, last - start, follows and position == start)
                last_end = end if piece_end == end else -1
            else:
                last_end = -1
            position = max(after, piece_end)


def _wrap_widths(text: str, lines: Sequence[_Line]) -> list[int]:
    """The width of each stretch of lines, told by it and its neighbours: what was pasted together was broken apart."""
    starts = range(0, len(lines), _STRETCH)
    return [_wrap_width(text, lines[max(0, start - _STRETCH) : start + 2 * _STRETCH]) for start in starts]


def _wrap_width(text: str, lines: Sequence[_Line]) -> int:
    """The width that lines were broken at, in characters, or 0 where they are paragraphs."""
    lengths: list[int] = []
    others: list[int] = []  # a capital or a figure may carry the line on or begin something else
    for above, below in pairwise(lines):
        if below.follows and _is_open(text, above) and not _starts_item(text, below):
            first = text[below.start : below.start + 2].lstrip(_OPENERS)[:1]
            (others if first.isupper() or first.isdigit() else lengths).append(above.columns)
    if not lengths or len(lengths) + len(others) < _FEWEST_OPEN_LINES:
        return 0
    lengths.sort()
    width = lengths[(9 * (len(lengths) - 1)) // 10]
    full = sum(length >= 0.7 * width for length in lengths)
    rivals = sum(length >= 0.7 * width for length in others)
    wrapped = full >= max(rivals, 0.6 * len(lengths))
    return width if wrapped and _MIN_WIDTH <= width <= _MAX_WIDTH else 0


def _continues(text: str, above: _Line, below: _Line, width: int) -> bool:
    """Whether the line below carries on the paragraph of the line above."""
    if _BULLET.match(text, below.start, below.end) or _UPPER_LABEL.match(text, below.start, below.end):
        return False
    first_word = text[below.start : min(below.end, below.start + 60)].split(maxsplit=1)[0]
    is_open = _is_open(text, above)
    forced = bool(width) and above.columns + 1 + len(first_word) > width - _RAGGED and not _is_set(text, above, width)
    if _starts_item(text, below):
        return forced and is_open and not text.endswith((",", " and", " or"), above.start, above.end)
    if _LABEL.match(text, below.start, below.end) and not is_open:
        return False
    if forced or (width and ends_dangling(text[above.start : above.end])):
        return True
    if width and above.columns >= _MIN_WIDTH and text[above.end - 1] == ",":
        return True
    return is_open and first_word.lstrip(_OPENERS)[:1].islower() and _MIN_WIDTH <= above.columns <= _MAX_WIDTH


def _is_set(text: str, line: _Line, width: int) -> bool:
    """Whether a line is set by columns: something stands apart at its right-hand end."""
    indent = line.columns - (line.end - line.start)
    return 2 * indent > width or _APART.search(text, line.start, line.end) is not None


def ends_dangling(line: str) -> bool:
    """Whether a line ends in a word that cannot be the last of a sentence or heading, such as "of"."""
    return _DANGLING.search(line[-_LONGEST_DANGLING:]) is not None


def _starts_item(text: str, line: _Line) -> bool:
    """Whether a line begins with the mark of a list item or a numbered paragraph."""
    return bool(_BULLET.match(text, line.start, line.end) or _ENUMERATOR.match(text, line.start, line.end))


def _is_open(text: str, line: _Line) -> bool:
    """Whether a line ends without a closing stop."""
    tail = text[max(line.start, line.end - 8) : line.end].rstrip(_CLOSERS)
    return tail[-1:] not in _FINAL
