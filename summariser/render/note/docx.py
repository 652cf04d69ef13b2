"""A note as a Word file: real styles, navigable headings, endnotes that hold the evidence."""

from __future__ import annotations

import dataclasses
import io
from datetime import UTC
from functools import singledispatchmethod
from typing import TYPE_CHECKING, Any

from summariser.render.note.blocks import (
    Block,
    Cell,
    Cite,
    Evidence,
    Items,
    Layout,
    Line,
    Link,
    Paragraph,
    Quotation,
    Sides,
    Table,
    plain,
)
from summariser.render.note.compose import lay_out
from summariser.render.note.docx_notes import Endnotes
from summariser.render.note.docx_styles import TABLE, set_page, set_styles
from summariser.render.note.docx_xml import append_field, append_link, new, set_cell_margins
from summariser.render.note.extras import need
from summariser.render.note.styles import logo_of
from summariser.render.note.words import clean

if TYPE_CHECKING:
    from summariser.render.note.style import Style
    from summariser.schemas.note import Note

__all__ = ["render_note_docx"]

_LOOKS = {"plain": None, "strong": "Note Strong", "quiet": "Note Quiet", "mark": "Note Mark"}
_ABREAST = 3
_ENDNOTES = "Each endnote holds the cited words in their sentence, with source, date, page and paragraph."
_LOGO_HEIGHT = 1.6  # centimetres
_LONGEST_PROPERTY = 255


def render_note_docx(note: Note, style: Style) -> bytes:
    """Render a note as a Word file.

    Args:
        note: The note.
        style: The house style.

    Returns:
        The file. The evidence is its endnotes: the section of the evidence always stands last.

    Raises:
        SettingsError: The library is not installed, or the logo of the style cannot be used.
    """
    need("docx", "docx", "a Word note")
    layout = lay_out(note, style)
    return _Writer(layout, style).write(note)


class _Writer:
    """Writes one document."""

    def __init__(self, layout: Layout, style: Style) -> None:
        import docx

        self._layout, self._style = layout, style
        self._document = docx.Document()
        set_styles(self._document, style)
        self._width = set_page(self._document.sections[0], style)
        # Endnotes stand at the end, so their section does.
        self._sections = sorted(layout.sections, key=lambda section: section.key == "evidence")
        entries = {
            entry.number: entry
            for section in layout.sections
            for block in section.blocks
            if isinstance(block, Evidence)
            for entry in block.entries
        }
        order = [cite.number for section in self._sections for block in section.blocks for cite in _cites(block)]
        self._notes = Endnotes(entries, list(dict.fromkeys(order)))
        self._normal = "Normal"

    def write(self, note: Note) -> bytes:
        self._properties(note)
        self._margins()
        self._head()
        for section in self._sections:
            self._document.add_heading(section.title, level=1)
            self._normal = {"bottom_line": "Note Bottom Line", "about": "Note Small"}.get(section.key, "Normal")
            for block in section.blocks:
                self._block(block)
        self._notes.attach(self._document)
        out = io.BytesIO()
        self._document.save(out)
        return out.getvalue()

    def _properties(self, note: Note) -> None:
        properties = self._document.core_properties
        created = note.provenance.created
        stamp = created.astimezone(UTC).replace(tzinfo=None) if created.tzinfo else created
        properties.title = self._layout.title[:_LONGEST_PROPERTY]
        properties.subject = clean(note.topic or self._layout.kind)[:_LONGEST_PROPERTY]
        properties.author = (self._style.letterhead or ["summariser"])[0]
        properties.last_modified_by = properties.author
        properties.category = self._layout.kind
        properties.comments = ""
        properties.keywords = self._style.classification
        properties.language = self._layout.lang
        properties.created = properties.modified = stamp

    def _margins(self) -> None:
        """The classification above, the footer and the number of the page below."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
        from docx.shared import Cm

        section = self._document.sections[0]
        if self._style.classification:
            marking = section.header.paragraphs[0]
            marking.style = "Note Marking"
            marking.alignment = WD_ALIGN_PARAGRAPH.CENTER
            marking.add_run(self._style.classification)
        foot = section.footer.paragraphs[0]
        foot.style = "Note Footer"
        foot.paragraph_format.tab_stops.add_tab_stop(Cm(self._width), WD_TAB_ALIGNMENT.RIGHT)
        foot.add_run(f"{self._style.footer}\t")
        append_field(foot, "PAGE")
        foot.add_run(" / ")
        append_field(foot, "NUMPAGES")

    def _head(self) -> None:
        self._letterhead()
        self._document.add_paragraph(self._layout.kind, style="Note Kind")
        self._document.add_paragraph(self._layout.title, style="Title")
        for fact in self._layout.facts:
            particulars = self._document.add_paragraph(style="Note Particulars")
            particulars.add_run(f"{fact.label}\t", style="Note Quiet")
            particulars.add_run(fact.value)
        if self._layout.warnings:
            self._document.add_paragraph(style="Note Small").paragraph_format.space_after = 0
            title = self._document.add_paragraph(style="Note Care")
            title.add_run(self._layout.warnings_title, style="Note Mark")
            for warning in self._layout.warnings:
                self._document.add_paragraph(warning, style="Note Care")

    def _letterhead(self) -> None:
        from docx.shared import Cm

        logo = logo_of(self._style)
        if logo:
            picture = self._document.add_paragraph(style="Note Letterhead").add_run()
            shape = picture.add_picture(io.BytesIO(logo), height=Cm(_LOGO_HEIGHT))
            properties = shape._inline.docPr  # noqa: SLF001 - there is no public name for the element
            properties.set("descr", self._style.logo_alt)
            properties.set("name", "Logo")
        for index, line in enumerate(self._style.letterhead):
            paragraph = self._document.add_paragraph(style="Note Letterhead")
            paragraph.add_run(line, style=None if index else "Note Strong")
        if logo or self._style.letterhead:
            self._document.paragraphs[-1].paragraph_format.space_after = Cm(0.7)

    # Blocks

    @singledispatchmethod
    def _block(self, block: Block) -> None:
        raise TypeError(type(block).__name__)

    @_block.register
    def _(self, block: Paragraph) -> None:
        self._write(self._document.add_paragraph(style=self._normal), block.line)

    @_block.register
    def _(self, block: Items) -> None:
        numbering = self._numbering(block.first) if block.first is not None else None
        for line in block.lines:
            paragraph = self._document.add_paragraph(style=self._list(numbering))
            if numbering is not None:
                properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - likewise
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = numbering
            self._write(paragraph, line)

    def _list(self, numbering: int | None) -> str:
        if numbering is None:
            return "List Bullet"
        return "Note Bottom List" if self._normal == "Note Bottom Line" else "List Number"

    @_block.register
    def _(self, block: Table) -> None:
        total = sum(column.weight for column in block.columns)
        table = self._table(len(block.columns), [self._width * column.weight / total for column in block.columns])
        self._describe(table, block.name)
        head = table.add_row()
        for column, cell in zip(block.columns, head.cells, strict=True):
            self._fill(cell, (), "Note Column").add_run(column.title)
        head._tr.get_or_add_trPr().append(new("tblHeader"))  # noqa: SLF001 - likewise
        for row in block.rows:
            added = table.add_row()
            added._tr.get_or_add_trPr().append(new("cantSplit"))  # noqa: SLF001 - likewise
            for cell, target in zip(row, added.cells, strict=True):
                self._fill(target, cell)
        self._document.add_paragraph(style="Note Small").paragraph_format.space_after = 0

    @_block.register
    def _(self, block: Sides) -> None:
        heading = self._document.add_paragraph(style="Heading 2")
        self._write(heading, block.about)
        for first in range(0, len(block.sides), _ABREAST):
            abreast = block.sides[first : first + _ABREAST]
            table = self._table(len(abreast), [self._width / len(abreast)] * len(abreast))
            heads, words = table.add_row(), table.add_row()
            heads._tr.get_or_add_trPr().append(new("tblHeader"))  # noqa: SLF001 - likewise
            words._tr.get_or_add_trPr().append(new("cantSplit"))  # noqa: SLF001 - likewise
            for side, head, said in zip(abreast, heads.cells, words.cells, strict=True):
                self._fill(head, side.head)
                for paragraph in head.paragraphs:
                    paragraph.paragraph_format.keep_with_next = True
                self._fill(said, (side.words,))
        self._document.add_paragraph(style="Note Small").paragraph_format.space_after = 0

    @_block.register
    def _(self, block: Quotation) -> None:
        self._write(self._document.add_paragraph(style="Quote"), block.words)
        self._write(self._document.add_paragraph(style="Note Speaker"), block.by)

    @_block.register
    def _(self, block: Evidence) -> None:  # noqa: ARG002 - the endnotes are written at the end
        """Its endnotes follow at the end of the document."""
        self._document.add_paragraph(_ENDNOTES, style="Note Small")

    # Parts of blocks

    def _table(self, columns: int, widths: list[float]) -> Any:
        from docx.shared import Cm

        table = self._document.add_table(rows=0, cols=columns, style=TABLE)
        table.autofit = False
        set_cell_margins(table, vertical=50, right=140)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        return table

    def _describe(self, table: Any, name: str) -> None:
        """What the table holds, for readers who do not see it."""
        table._tbl.tblPr.append(new("tblCaption", val=name))  # noqa: SLF001 - likewise

    def _fill(self, cell: Any, lines: Cell, style: str = "Note Cell") -> Any:
        """Write lines into a cell, each a paragraph; its last paragraph is returned."""
        paragraph = cell.paragraphs[0]
        paragraph.style = style
        for index, line in enumerate(lines):
            if index:
                paragraph = cell.add_paragraph(style=style)
            self._write(paragraph, line)
        return paragraph

    def _write(self, paragraph: Any, line: Line) -> None:
        for index, piece in enumerate(line):
            before = line[index - 1] if index else None
            if isinstance(piece, Cite):
                self._notes.append_reference(paragraph, piece, follows=isinstance(before, Cite))
            elif index + 1 < len(line) and isinstance(line[index + 1], Cite) and not plain((piece,)).strip():
                continue  # a raised number stands close to its word
            elif isinstance(piece, Link):
                append_link(paragraph, piece.text, piece.url, "NoteLink")
            else:
                paragraph.add_run(piece.text, style=_LOOKS[piece.look])

    def _numbering(self, first: int) -> int:
        """A list of its own that starts at this number."""
        numbering = self._document.part.numbering_part.element
        style = self._document.styles["List Number"].element
        base = numbering.num_having_numId(style.pPr.numPr.numId.val).abstractNumId.val
        num = numbering.add_num(base)
        num.add_lvlOverride(ilvl=0).add_startOverride(first)
        return int(num.numId)


def _cites(value: Any) -> list[Cite]:
    """The references inside a block, at any depth, in the order in which they are written."""
    if isinstance(value, Cite):
        return [value]
    if isinstance(value, tuple):
        return [cite for inner in value for cite in _cites(inner)]
    if dataclasses.is_dataclass(value):
        return [cite for field in dataclasses.fields(value) for cite in _cites(getattr(value, field.name))]
    return []
