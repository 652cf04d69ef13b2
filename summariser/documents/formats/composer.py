"""Paragraphs become one text, and the places of pages, gaps and furniture in it are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summariser.documents.document import Furniture, Gap, Page
from summariser.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["MAX_CHARACTERS", "Composer", "clean", "confirmed_title", "one_line"]

MAX_CHARACTERS = 20_000_000
"""Longest text taken out of a file, in characters: as many as a text file may have bytes."""

_BREAK = "\n\n"
# Controls other than tab and line break, halves of characters, and what is never seen: soft hyphens, zero-width marks.
_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x84\x86-\x9f\xad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
_BLANKS = re.compile(r"[^\S\n\t\u00a0\u2007\u202f]+")
_LONGEST_FIELD = 300
_OPENING = 2_000  # characters in which a title given by metadata must stand
_FILE_NAME = re.compile(r"\S*\.\w{2,5}")


def clean(text: str) -> str:
    """The text without control characters, and with single spaces inside its lines; tabs and line breaks stay."""
    return _BLANKS.sub(" ", _NO_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def one_line(value: object) -> str | None:
    """A field of metadata as one line of at most 300 characters, or None where it holds nothing."""
    flat = " ".join(_NO_TEXT.sub(" ", str(value or "")).split())
    return flat[:_LONGEST_FIELD].rstrip() or None


def confirmed_title(value: object, text: str) -> str | None:
    """The title of the metadata where the document itself opens with it; else it is some file's or template's.

    Args:
        value: The title as the metadata give it.
        text: The text of the document.
    """
    title = one_line(value)
    if title is None or _FILE_NAME.fullmatch(title):
        return None
    return title if title.casefold() in " ".join(text[:_OPENING].split()).casefold() else None


@dataclass
class Composer:
    """Collects the paragraphs of a document. A blank line stands between two, so that no line joins the next.

    Attributes:
        furniture: Stretches marked so far.
        gaps: Gaps so far.
    """

    furniture: list[Furniture] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _ended: bool = False  # whether a paragraph has ended after which no blank line stands yet
    _page_starts: list[tuple[int, int]] = field(default_factory=list)

    def begin_page(self, number: int) -> None:
        """What is added from here on stands on this page."""
        self._break()
        self._page_starts.append((number, self._length))

    def add(self, text: str, furniture: str | None = None) -> None:
        """Add a paragraph; one of white space only is left out.

        Args:
            text: The paragraph, already clean.
            furniture: What it is, where it is not of the article.

        Raises:
            DocumentError: The text is longer than `MAX_CHARACTERS`.
        """
        bare = text.strip()
        if not bare:
            return
        self._break()
        start = self._length
        self._append(bare)
        if furniture:
            self.furniture.append(Furniture(start, self._length, furniture))
        self._ended = True

    def add_across(self, parts: Sequence[tuple[int, str]]) -> None:
        """Add a paragraph that goes on over pages.

        Args:
            parts: Number and text of each page; the first is that of the page begun last. The texts together are the
                paragraph.
        """
        self._break()
        for position, (number, text) in enumerate(parts):
            if position:
                self.begin_page(number)
            self._append(text)
        self._ended = True

    def add_gap(self, reason: str) -> None:
        """Note that something is missing here; the blank line in its place is its stretch of the text."""
        self._break()
        start = self._length
        self._append(_BREAK)
        self.gaps.append(Gap(start, self._length, reason))

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages so far; one that holds nothing takes no room and is left out."""
        ends = [start for _, start in self._page_starts[1:]] + [self._length]
        pages = zip(self._page_starts, ends, strict=True)
        return tuple(Page(number, start, end) for (number, start), end in pages if end > start)

    def _break(self) -> None:
        if self._ended:
            self._ended = False
            self._append(_BREAK)

    def _append(self, text: str) -> None:
        self._length += len(text)
        if self._length > MAX_CHARACTERS:
            raise DocumentError("holds too much text", hint=f"the limit is {MAX_CHARACTERS:,} characters; split it")
        self._pieces.append(text)
