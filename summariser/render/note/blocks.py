"""A note laid out: what stands where, before any format. Renderers walk these blocks and add no words to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "Block",
    "Cell",
    "Cite",
    "Column",
    "Entry",
    "Evidence",
    "Fact",
    "Items",
    "Layout",
    "Line",
    "Link",
    "Look",
    "Paragraph",
    "Piece",
    "Quotation",
    "Row",
    "Run",
    "Section",
    "Side",
    "Sides",
    "Table",
    "plain",
]

Look = Literal["plain", "strong", "quiet", "mark"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text on one line, free of control characters.

    Attributes:
        text: The text.
        look: How it is set; "mark" is a warning in words, such as "Overdue".
        foreign: Whether it comes from a document, a model or the caller, not from this program.
    """

    text: str
    look: Look = "plain"
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Cite:
    """A reference to the evidence.

    Attributes:
        number: Of the citation.
        use: From 1, counts the references to it.
    """

    number: int
    use: int


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to an http(s) address."""

    text: str
    url: str


Piece = Run | Cite | Link
Line = tuple[Piece, ...]
Cell = tuple[Line, ...]
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Items:
    """A list.

    Attributes:
        lines: Its items.
        first: Number of the first item, or None for bullets.
    """

    lines: tuple[Line, ...]
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        title: Its heading.
        weight: Its share of the width, relative to the others.
    """

    title: str
    weight: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; the first column heads its rows."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of several wordings: whose it is, and the words."""

    head: Cell
    words: Line


@dataclass(frozen=True, slots=True)
class Sides:
    """Wordings that differ, to be read side by side."""

    about: Line
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words and who says them."""

    words: Line
    by: Line


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of evidence.

    Attributes:
        number: Of the citation.
        before: The sentence up to the span.
        span: The cited words.
        after: The sentence behind the span.
        source: Which document, when, which page and paragraph.
        uses: How many references lead here.
    """

    number: int
    before: str
    span: str
    after: str
    source: Line
    uses: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The numbered list of evidence."""

    entries: tuple[Entry, ...]


Block = Paragraph | Items | Table | Sides | Quotation | Evidence


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of the note."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the title block: "For: the Minister"."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole note.

    Attributes:
        title: Of the note.
        kind: "Briefing note".
        facts: The title block.
        warnings_title: What stands above the warnings.
        warnings: What was lost, in words.
        sections: In order.
        lang: Language tag of the program's own words.
    """

    title: str
    kind: str
    facts: tuple[Fact, ...]
    warnings_title: str
    warnings: tuple[str, ...]
    sections: tuple[Section, ...]
    lang: str


def plain(pieces: Line) -> str:
    """The text of a line without its references."""
    return "".join(piece.text for piece in pieces if not isinstance(piece, Cite))
