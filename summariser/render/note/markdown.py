"""A note as Markdown that reads the same in every dialect: no raw HTML, no footnotes, no reference links."""

from __future__ import annotations

import re
from functools import singledispatch
from typing import TYPE_CHECKING

from summariser.render.markdown import escape_markdown
from summariser.render.note.blocks import (
    Block,
    Cell,
    Cite,
    Entry,
    Evidence,
    Items,
    Line,
    Link,
    Paragraph,
    Piece,
    Quotation,
    Row,
    Run,
    Sides,
    Table,
)
from summariser.render.note.compose import lay_out

if TYPE_CHECKING:
    from summariser.render.note.style import Style
    from summariser.schemas.note import Note

__all__ = ["render_note_markdown"]

_WRAPPED = {"plain": "", "quiet": "", "strong": "**", "mark": "**"}
# What would end or break the address of a link; percent signs stay, an address has them already.
_IN_ADDRESS = re.compile(r"[()<>\[\]\\`*_|~ ^{}\"]")


def render_note_markdown(note: Note, style: Style) -> str:
    """Render a note as Markdown.

    Args:
        note: The note.
        style: The house style.

    Returns:
        Markdown with one line break at its end. References are numbers in brackets, as in the list of evidence.
    """
    layout = lay_out(note, style)
    heads = [*style.letterhead, style.classification]
    blocks = [
        *(f"**{escape_markdown(line)}**" for line in heads if line),
        f"# {escape_markdown(layout.title)}",
        "\n".join(f"- {fact.label}: {escape_markdown(fact.value)}" for fact in layout.facts),
        *(f"> **{layout.warnings_title}:** {escape_markdown(warning)}" for warning in layout.warnings),
    ]
    for section in layout.sections:
        blocks.append(f"## {escape_markdown(section.title)}")
        blocks += [_block(block) for block in section.blocks]
    if style.footer:
        blocks.append(escape_markdown(style.footer))
    return "\n\n".join(filter(None, blocks)) + "\n"


@singledispatch
def _block(block: Block) -> str:
    raise TypeError(type(block).__name__)


@_block.register
def _(block: Paragraph) -> str:
    return _line(block.line)


@_block.register
def _(block: Items) -> str:
    if block.first is None:
        return "\n".join(f"- {_line(line)}" for line in block.lines)
    return "\n".join(f"{number}. {_line(line)}" for number, line in enumerate(block.lines, start=block.first))


@_block.register
def _(block: Table) -> str:
    return _table([escape_markdown(column.title) for column in block.columns], list(block.rows))


@_block.register
def _(block: Sides) -> str:
    rows: list[Row] = [(side.head, (side.words,)) for side in block.sides]
    return f"{_line(block.about)}\n\n{_table(['Source', 'Says'], rows)}"


@_block.register
def _(block: Quotation) -> str:
    return f"> {_line(block.words)}\n>\n> — {_line(block.by)}"


@_block.register
def _(block: Evidence) -> str:
    return "\n".join(f"- [{entry.number}] {_sentence(entry)} ({_line(entry.source)})" for entry in block.entries)


def _sentence(entry: Entry) -> str:
    """The span in its sentence. Emphasis does not open or close between a letter and a mark, brackets do."""
    before, span, after = entry.before, entry.span, entry.after
    bold = not (before[-1:].isalnum() and not span[:1].isalnum()) and not (
        after[:1].isalnum() and not span[-1:].isalnum()
    )
    left, right = ("**", "**") if bold else ("⟦", "⟧")
    gaps = " " * before.endswith(" "), " " * after.startswith(" ")
    return f"{_later(before)}{gaps[0]}{left}{_later(span)}{right}{gaps[1]}{_later(after)}"


def _table(columns: list[str], rows: list[Row]) -> str:
    lines = [columns, ["---"] * len(columns), *([_cell(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cell(cell: Cell) -> str:
    return "; ".join(filter(None, map(_line, cell)))


def _line(line: Line) -> str:
    pieces = [piece for piece in line if not isinstance(piece, Run) or piece.text]
    first = pieces[0] if pieces else None
    if not isinstance(first, Run) or _WRAPPED[first.look]:
        return "".join(map(_piece, pieces)).strip()
    # What would begin a list is escaped where it begins the line only.
    head = escape_markdown(first.text) + " " * first.text.endswith(" ")
    return (head + "".join(map(_piece, pieces[1:]))).strip()


def _piece(piece: Piece) -> str:
    if isinstance(piece, Cite):
        return f"[{piece.number}]"
    if isinstance(piece, Link):
        address = _IN_ADDRESS.sub(lambda found: f"%{ord(found.group()):02X}", piece.url)
        return f"[{escape_markdown(piece.text)}]({address.replace('&', '&amp;')})"
    if not piece.text.strip():
        return piece.text
    around = _WRAPPED[piece.look]
    before = " " * (len(piece.text) - len(piece.text.lstrip()))
    after = " " * (len(piece.text) - len(piece.text.rstrip()))
    return f"{before}{around}{_later(piece.text)}{around}{after}"


def _later(text: str) -> str:
    """Escaped as text that does not begin a line."""
    return escape_markdown(f"x{text}").removeprefix("x").strip()
