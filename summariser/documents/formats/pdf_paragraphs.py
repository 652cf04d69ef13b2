"""Lines of a PDF become paragraphs: by spacing, type, indentation and whether the next word would have fitted."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from summariser.documents.formats.hyphens import Vocabulary
from summariser.documents.formats.pdf_lines import HYPHENS, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Layout", "Paragraph"]

Paragraph = list[Line]

# Share by which two sizes of one paragraph may differ, and where a sentence plainly goes on.
_SAME_SIZE, _NEAR_SIZE = 0.08, 0.15
_NOTE_SIZE = 0.92  # of the size of the text: notes at the foot are set smaller
_EXTRA_SPACE = 0.3  # between paragraphs, in type sizes beyond the usual pitch
_INDENT = 0.8  # in type sizes
_FAR = 2.0  # in type sizes: a line this far from the left edge of its column is set off from it
_USUAL_PITCH = 1.25
_NEIGHBOURS = 12  # lines on each side that show the width of the column
_FINAL = frozenset(".!?…:;。！？")
_CLOSERS = "\"'”’»)]}*"
_OPENERS = "\"'“‘«([{*"
_BULLET = re.compile(r"(?:[-–—•*▪●◦‣·▶➢]|§)\s")
_ENUMERATOR = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)]\s|\d{1,2}(?:\.\d{1,3}){1,4}\s"
)
_NOTE = re.compile(r"(?:\[\d{1,3}\]|\(?\d{1,3}[.)]?|[*†‡§¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s?\S")
_UNSPACED = ("–", "—", "/")


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    right: float
    ragged: (
        bool  # whether the line is one of those at the right, as in the head of a letter, without a common left edge
    )


class Layout:
    """How a document is set, by which its lines are put together.

    Args:
        pages: The lines of each page without its furniture.
    """

    def __init__(self, pages: Sequence[Sequence[Line]]) -> None:
        characters: Counter[float] = Counter()
        ratios: dict[float, list[float]] = defaultdict(list)
        for lines in pages:
            for line in lines:
                characters[round(line.size, 1)] += len(line.text)
            for above, below in pairwise(lines):
                pitch = (above.base - below.base) / above.size
                if _same_size(above, below) and 0.8 < pitch < 3:
                    ratios[round(above.size)].append(pitch)
        self._size = characters.most_common(1)[0][0] if characters else 0.0
        self._pitches = {size: sorted(found)[len(found) // 4] for size, found in ratios.items()}
        self._vocabulary = Vocabulary(line.text for lines in pages for line in lines)

    def split_notes(self, lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
        """The lines of a page above its footnotes, and those of the footnotes."""
        cut = len(lines)
        while cut > 0 and lines[cut - 1].size <= _NOTE_SIZE * self._size:
            cut -= 1
        while cut < len(lines) and not _NOTE.match(lines[cut].text):
            cut += 1
        return (list(lines[:cut]), list(lines[cut:])) if cut else (list(lines), [])

    def paragraphs(self, lines: Sequence[Line], *, notes: bool = False) -> list[Paragraph]:
        """The paragraphs of a page, each as its lines; `notes` where they are its footnotes."""
        found: list[Paragraph] = []
        for index, line in enumerate(lines):
            next_note = notes and index > 0 and _is_final(lines[index - 1]) and _NOTE.match(line.text)
            if index and not next_note and not self._breaks(lines, index, first=len(found[-1]) == 1):
                found[-1].append(line)
            else:
                found.append([line])
        return found

    def goes_on(self, above: Sequence[Line], below: Sequence[Line]) -> bool:
        """Whether the last paragraph above the break of a page or column goes on in the first below it."""
        last, first = above[-1], below[0]
        if last.row or first.row or not _same_type(last, first) or _is_item(first) or _is_final(last):
            return False
        if _starts_low(first) or _is_divided(last):
            return True
        return not self._is_short(last, first, _column(above, len(above) - 1))

    def texts(self, parts: Sequence[Paragraph]) -> list[str]:
        """The text of a paragraph, cut where a page ends; divided words are put together.

        Args:
            parts: Its lines on each page.
        """
        lines = [line for part in parts for line in part]
        pieces = [self._joined(above, below) for above, below in pairwise(lines)] + [lines[-1].text]
        texts: list[str] = []
        done = 0
        for part in parts:
            texts.append("".join(pieces[done : done + len(part)]))
            done += len(part)
        return texts

    def _joined(self, above: Line, below: Line) -> str:
        """The line as it stands before the next: with a space, or put together with it."""
        text = above.text
        if _is_divided(above):
            return text if self._vocabulary.keeps_hyphen(text, below.text) else text[:-1]
        return text if len(text) > 1 and text.endswith(_UNSPACED) and text[-2].isalnum() else text + " "

    def _breaks(self, lines: Sequence[Line], index: int, *, first: bool) -> bool:
        """Whether a paragraph begins with this line of a page; `first` where the line above begins one."""
        above, line = lines[index - 1], lines[index]
        drop = above.base - line.base
        if drop < 0.5 * line.size:  # the top of the next column
            return not self.goes_on(lines[:index], lines[index:])
        far = drop > self._pitch(line) + _EXTRA_SPACE * line.size or not _overlap(above, line)
        if far or above.row or line.row or not _same_type(above, line):
            return True
        ended = _is_final(above)
        short = self._is_short(above, line, _column(lines, index - 1))
        if _is_item(line):
            moved = abs(line.left - above.left) > _EXTRA_SPACE * line.size
            return ended or short or moved or _BULLET.match(line.text) is not None
        if _is_divided(above) or (not ended and _starts_low(line)):
            return False
        indent = (line.left - above.left) / line.size
        return short or (ended and (indent > _INDENT or (indent < -_INDENT and not first)))

    def _pitch(self, line: Line) -> float:
        return self._pitches.get(round(line.size), _USUAL_PITCH) * line.size

    def _is_short(self, above: Line, below: Line, column: _Column) -> bool:
        """Whether the first word of the line below would have fitted at the end of the line above."""
        before, after = above.left - column.left, column.right - above.right
        centred = before > _FAR * above.size and abs(before - after) < above.size
        room = before + after if centred or column.ragged else after
        return room > below.first_word + 0.8 * above.size


def _column(lines: Sequence[Line], index: int) -> _Column:
    """The column that a line stands in, by the lines of its size around it."""
    line = lines[index]
    around = lines[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]
    fitting = (other for other in around if not other.row and _same_size(line, other))
    beside = [other for other in fitting if other.left < line.right and line.left < other.right] or [line]
    left, right = min(other.left for other in beside), max(other.right for other in beside)
    at_right = [
        other.left for other in beside if abs(other.right - line.right) < 1 and other.left - left > _FAR * line.size
    ]
    ragged = line.left in at_right and max(at_right) - min(at_right) > line.size
    return _Column(left, right, ragged)


def _overlap(one: Line, other: Line) -> bool:
    """Whether two lines stand one above the other."""
    shared = min(one.right, other.right) - max(one.left, other.left)
    return shared > 0.5 * min(one.right - one.left, other.right - other.left)


def _same_size(one: Line, other: Line, share: float = _SAME_SIZE) -> bool:
    return abs(one.size - other.size) <= share * max(one.size, other.size)


def _same_type(above: Line, below: Line) -> bool:
    """Whether two lines can be of one paragraph by their type; words in another type may stand in it."""
    plainly = not _is_final(above) and _starts_low(below)
    return _same_size(above, below, _NEAR_SIZE if plainly else _SAME_SIZE) and above.bold == below.bold


def _is_item(line: Line) -> bool:
    return bool(_BULLET.match(line.text) or _ENUMERATOR.match(line.text))


def _is_final(line: Line) -> bool:
    tail = line.text.rstrip(_CLOSERS)
    return tail[-1:] in _FINAL


def _is_divided(line: Line) -> bool:
    """Whether a line ends in the midst of a word."""
    return line.text[-1] in HYPHENS and line.text[-2:-1].isalnum()


def _starts_low(line: Line) -> bool:
    return line.text.lstrip(_OPENERS)[:1].islower()
