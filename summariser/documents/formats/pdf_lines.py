"""The lines of a PDF page: their text as PDFium has it, and where and in which type they stand."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from summariser.documents.formats.composer import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["HYPHENS", "Line", "PageLines", "page_lines"]

HYPHENS = "-\u2010\u2011"
"""Characters that divide a word."""

_LINE_END_HYPHEN = 2  # what PDFium puts for a hyphen at the end of a line
_SPREAD = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xad": "-"})
# Space between two cells of a row, in type sizes; less where it is far wider than the narrowest space of the line, for
# in a justified line all are alike.
_WIDE_GAP, _CELL_GAP, _STANDS_OUT = 1.6, 0.8, 3.0
_LEAST_SIZE = 1.0
_DEPTH = 3  # of drawings inside drawings
_STOPS = ".!?:;"  # some typesetters put more space after a sentence
_BOLD = 600
_SAMPLES = 5  # characters of a line whose type is looked at
_LONGEST_NAME = 256
_QUARTER = math.pi / 2
_LEVEL = 0.05  # radians
_MARK = re.compile(r"(?:[-–—•*▪●◦‣·]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)]?)$")
_PRIVATE = re.compile(r"[\ue000-\uf8ff\ufffd\x00-\x1f]")
_BULLETS = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "‣", "\uf0fc": "•", "\uf02d": "–"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line. Lengths are in points; x grows to the right, y upwards, as the text is read.

    Attributes:
        text: Its characters with single spaces; a tab where a wide gap stands between two words.
        left: Left edge.
        right: Right edge.
        base: Height of the line it stands on.
        size: Size of its type.
        bold: Whether it begins and ends in bold type.
        first_word: Width of its first word.
        level: Whether it runs along the page like most of its text; False for a stamp across it.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    first_word: float
    level: bool = True

    @property
    def row(self) -> bool:
        """Whether it is a row of a table."""
        return "\t" in self.text


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of one page in the order in which the file draws them.

    Attributes:
        number: From 1.
        bottom: Lower edge, in points.
        top: Upper edge.
        lines: The lines.
        pictured: Share of the page that pictures cover, 0 to 1; a scan is often cut into strips.
        unreadable: Share of its characters that its fonts do not name, 0 to 1.
        blank: True where nothing is drawn on it.
    """

    number: int
    bottom: float
    top: float
    lines: tuple[Line, ...]
    pictured: float = 0.0
    unreadable: float = 0.0
    blank: bool = False


class _Char(NamedTuple):
    place: int  # on the page, as PDFium counts
    text: str
    left: float
    right: float


class _Type(NamedTuple):
    size: float
    bold: bool
    angle: float  # against the x axis of the page, in radians
    x: float  # where one of its characters stands
    y: float


def page_lines(page: Any, number: int) -> PageLines:
    """Take the lines of a page.

    Args:
        page: The `PdfPage` of pypdfium2.
        number: Its number, from 1.

    Returns:
        Its lines; text turned by a quarter is read as it was meant.
    """
    left, bottom, right, top = page.get_bbox()
    textpage = page.get_textpage()
    try:
        runs = [run for run in _runs(textpage) if any(not char.text.isspace() for char in run)]
        types = [_type(textpage, run) for run in runs]
        quarter = _main_quarter(runs, types)
        lines = [_line(textpage, run, kind, quarter) for run, kind in zip(runs, types, strict=True)]
    finally:
        textpage.close()
    letters = "".join(char.text for run in runs for char in run if not char.text.isspace())
    corners = (left, bottom, right, top)
    ys = [_turn(x, y, quarter)[1] for x in corners[::2] for y in corners[1::2]]
    pictured, blank = _drawn(page, (right - left) * (top - bottom))
    unreadable = len(_PRIVATE.findall(letters)) / len(letters) if letters else 0.0
    return PageLines(number, min(ys), max(ys), tuple(_rows(lines)), pictured, unreadable, blank and not letters)


def _runs(textpage: Any) -> Iterator[list[_Char]]:
    """Characters of each line as PDFium breaks the lines, in order."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    run: list[_Char] = []
    for index in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if code in {0x0A, 0x0D}:
            if run:
                yield run
            run = []
            continue
        character = "-" if code == _LINE_END_HYPHEN else _character(code)
        pdfium.FPDFText_GetLooseCharBox(textpage, index, box)
        run.append(_Char(index, character, box.left, box.right))
        if code == _LINE_END_HYPHEN:  # PDFium breaks no line after it
            yield run
            run = []
    if run:
        yield run


def _character(code: int) -> str:
    if code > 0x10FFFF or code in {0xFFFE, 0xFFFF}:
        return "\ufffd"
    return chr(code).translate(_BULLETS)


def _type(textpage: Any, run: list[_Char]) -> _Type:
    """The type of a line, as that of most of a few of its characters: marks of notes are set smaller and higher."""
    import pypdfium2.raw as pdfium

    solid = [char.place for char in run if not char.text.isspace()]
    x, y = ctypes.c_double(), ctypes.c_double()
    matrix = pdfium.FS_MATRIX()
    samples: list[tuple[float, float, float, float]] = []
    for part in range(1, 2 * _SAMPLES, 2):
        index = solid[part * len(solid) // (2 * _SAMPLES)]
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        pdfium.FPDFText_GetMatrix(textpage, index, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        size = max(_LEAST_SIZE, pdfium.FPDFText_GetFontSize(textpage, index) * scale)
        samples.append((size, math.atan2(matrix.b, matrix.a), x.value, y.value))
    bold = all(_is_bold(textpage, index) for index in (solid[0], solid[-1]))
    size, angle, *origin = sorted(samples)[_SAMPLES // 2]
    return _Type(size, bold, angle, *origin)


def _is_bold(textpage: Any, index: int) -> bool:
    import pypdfium2.raw as pdfium

    if pdfium.FPDFText_GetFontWeight(textpage, index) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    length = pdfium.FPDFText_GetFontInfo(textpage, index, name, _LONGEST_NAME, ctypes.c_int())
    return length <= _LONGEST_NAME and b"bold" in name.value.lower()


def _main_quarter(runs: list[list[_Char]], types: list[_Type]) -> int:
    """By how many quarters most of the text is turned."""
    counts = [0, 0, 0, 0]
    for run, kind in zip(runs, types, strict=True):
        counts[round(kind.angle / _QUARTER) % 4] += len(run)
    return counts.index(max(counts))


def _turn(x: float, y: float, quarter: int) -> tuple[float, float]:
    """A point as seen by who reads text turned by so many quarters."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarter]


def _line(textpage: Any, run: list[_Char], kind: _Type, quarter: int) -> Line:
    chars = run if quarter == 0 else [_turned(textpage, char, quarter) for char in run]
    text, first_word = _text(chars, kind.size)
    solid = [char for char in chars if not char.text.isspace()]
    return Line(
        text=text,
        left=min(char.left for char in solid),
        right=max(char.right for char in solid),
        base=_turn(kind.x, kind.y, quarter)[1],
        size=kind.size,
        bold=kind.bold,
        first_word=first_word,
        level=abs(math.remainder(kind.angle - quarter * _QUARTER, math.tau)) < _LEVEL,
    )


def _turned(textpage: Any, char: _Char, quarter: int) -> _Char:
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(textpage, char.place, box)
    ends = [_turn(x, y, quarter)[0] for x in (box.left, box.right) for y in (box.bottom, box.top)]
    return char._replace(left=min(ends), right=max(ends))


def _text(chars: list[_Char], size: float) -> tuple[str, float]:
    """The text of a line, and the width of its first word."""
    words: list[list[_Char]] = [[]]
    for char in chars:
        if not char.text.isspace():
            words[-1].append(char)
        elif words[-1]:
            words.append([])
    words = [word for word in words if word]
    gaps = [after[0].left - before[-1].right for before, after in pairwise(words)]
    narrowest = min((gap for gap in gaps if gap > 0), default=0.0)
    parts = ["".join(char.text for char in words[0])]
    for gap, word in zip(gaps, words[1:], strict=True):
        stands_out = gap > max(_CELL_GAP * size, _STANDS_OUT * narrowest) and parts[-1][-1] not in _STOPS
        wide = gap > _WIDE_GAP * size or stands_out
        first_gap = len(parts) == 1
        parts.append(" " if not wide or (first_gap and _is_mark(parts[0])) else "\t")
        parts.append("".join(char.text for char in word))
    return _whole("".join(parts)), words[0][-1].right - words[0][0].left


def _is_mark(text: str) -> bool:
    """Whether what stands before a wide gap is the mark or number of a paragraph."""
    return _MARK.match(text) is not None


def _whole(text: str) -> str:
    """Without ligatures, private characters and halves of pairs."""
    paired = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return clean(paired.translate(_SPREAD)).strip()


def _rows(lines: list[Line]) -> Iterator[Line]:
    """Lines, with those joined that stand side by side in one row and follow each other."""
    previous: Line | None = None
    for line in lines:
        if not line.text:
            continue
        if previous is not None and _beside(previous, line):
            text = f"{previous.text}{' ' if _is_mark(previous.text) else chr(9)}{line.text}"
            previous = replace(previous, text=text, right=line.right)
            continue
        if previous is not None:
            yield previous
        previous = line
    if previous is not None:
        yield previous


def _beside(left: Line, right: Line) -> bool:
    same = abs(left.base - right.base) < 0.3 * min(left.size, right.size)
    return same and left.level and right.level and right.left > left.right and left.text[-1] not in HYPHENS


def _drawn(page: Any, area: float) -> tuple[float, bool]:
    """The share of the page that pictures cover, and whether nothing is drawn on it."""
    import pypdfium2.raw as pdfium

    covered, blank = 0.0, True
    for thing in page.get_objects(max_depth=_DEPTH):
        blank = False
        if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = thing.get_bounds()
            covered += (right - left) * (top - bottom)
    return (min(1.0, covered / area) if area > 0 else 0.0), blank
