"""A document as read: its text, and where its sentences, paragraphs, pages and furniture lie in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date as Date

__all__ = ["Document", "Furniture", "Gap", "Page", "Sentence"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `document.text[start:end]`, without surrounding white space.

    Attributes:
        index: Its number in the document, from 0.
        start: First character.
        end: One past the last character.
        text: The characters between them, exactly.
        paragraph: Number of its paragraph (line or block of lines), from 0.
        heading: True for a heading: a short line without a closing stop.
    """

    index: int
    start: int
    end: int
    text: str
    paragraph: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch that is on the page but not of the article: link line, advert, cookie notice, caption.

    Attributes:
        start: First character.
        end: One past the last character.
        reason: What it is, in a few words, for the coverage ledger.
    """

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page; where there are pages, every character of the text lies on exactly one.

    Attributes:
        number: Counted from 1, whatever is printed on it.
        start: First character.
        end: One past the last character.
    """

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of the document that could not be read, such as a scanned page, where it belongs in the text.

    Attributes:
        start: First character; what stands between start and end is white space.
        end: One past the last character.
        reason: Which part it is and why it was not read, for the coverage ledger.
    """

    start: int
    end: int
    reason: str


@dataclass(frozen=True)
class Document:
    """A document as read. Offsets are Python characters of `text`; CRLF and all white space are kept.

    Attributes:
        text: The whole text, without a byte-order mark. Of a PDF, Word file, web page or mail it is the text that was
            extracted, and all offsets are in it.
        name: File name, URL or "stdin".
        sha256: Of the bytes as read (of the UTF-8 text where there were none).
        media_type: For example "text/plain".
        encoding: How the bytes were decoded; "binary" for a PDF or Word file.
        date: The document's own date as given by the user, by metadata or by the dateline of a format with metadata,
            or None.
        notes: What the reader should know of how it was read, one sentence each ("decoded as windows-1252").
        pages: Its pages in order, where the format has pages.
        gaps: Parts that could not be read, in order, each inside the text and at least one character long.
        marked: Furniture that the format shows, such as running headers; `furniture` holds it too.
        title: Its title as the metadata give it, or None.
        author: Who wrote it, as the metadata give it, or None.
        outlet: The paper, site or office that published it, as the metadata give it, or None.
        url: Where it was fetched from or says it belongs, or None.
        date_source: What a date found by the reader rests on ("dateline"); None where the user gave it, or it has none.
    """

    text: str
    name: str
    sha256: str
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    date: Date | None = None
    notes: tuple[str, ...] = field(default=())
    pages: tuple[Page, ...] = ()
    gaps: tuple[Gap, ...] = ()
    marked: tuple[Furniture, ...] = ()
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    date_source: str | None = None

    def with_date(self, date: Date, source: str | None = None) -> Document:
        """The same document with its own date known, and what that rests on; None where the user gave it."""
        return replace(self, date=date, date_source=source)

    def page_of(self, offset: int) -> int | None:
        """The number of the page that a character lies on, from 1; None where the format has no pages."""
        if not self.pages:
            return None
        index = bisect_right(self.pages, offset, key=lambda page: page.start)
        return self.pages[max(0, index - 1)].number

    @cached_property
    def furniture(self) -> tuple[Furniture, ...]:
        """Stretches that are not of the article, in order, not overlapping."""
        from summariser.documents.furniture import find_furniture  # only where it is asked for

        found = find_furniture(self.text)
        return _merge(self.marked, found) if self.marked else found

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences of the article in order; furniture is left out."""
        from summariser.documents.sentences import split_sentences  # only where it is asked for

        return split_sentences(self.text, self.furniture)


def _merge(marked: tuple[Furniture, ...], found: tuple[Furniture, ...]) -> tuple[Furniture, ...]:
    """Both in order; what was found is left out where it overlaps what the format marks."""
    apart = []
    for piece in found:
        index = bisect_right(marked, piece.start, key=lambda other: other.end)
        if index == len(marked) or marked[index].start >= piece.end:
            apart.append(piece)
    return tuple(sorted((*marked, *apart), key=lambda piece: piece.start))
