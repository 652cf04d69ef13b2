"""A document as read: its text, and where its sentences, paragraphs and furniture lie in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date as Date

__all__ = ["Document", "Furniture", "Sentence"]


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


@dataclass(frozen=True)
class Document:
    """A document as read. Offsets are Python characters of `text`; CRLF and all white space are kept.

    Attributes:
        text: The whole text, without a byte-order mark.
        name: File name, URL or "stdin".
        sha256: Of the bytes as read (of the UTF-8 text where there were none).
        media_type: For example "text/plain".
        encoding: How the bytes were decoded.
        date: The document's own date as given by the user or by metadata, or None.
        notes: What the reader should know of how it was read, one sentence each ("decoded as windows-1252").
    """

    text: str
    name: str
    sha256: str
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    date: Date | None = None
    notes: tuple[str, ...] = field(default=())

    def with_date(self, date: Date) -> Document:
        """The same document with its own date known."""
        return replace(self, date=date)

    @cached_property
    def furniture(self) -> tuple[Furniture, ...]:
        """Stretches that are not of the article, in order, not overlapping."""
        from summariser.documents.furniture import find_furniture  # only where it is asked for

        return find_furniture(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Sentences of the article in order; furniture is left out."""
        from summariser.documents.sentences import split_sentences  # only where it is asked for

        return split_sentences(self.text, self.furniture)
