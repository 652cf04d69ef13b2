"""Endnotes of a Word file. python-docx has none, so their part is made here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summariser.render.note.blocks import Link, Run
from summariser.render.note.docx_xml import append_bookmark, append_internal_link, new

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

    from summariser.render.note.blocks import Cite, Entry

__all__ = ["Endnotes"]

_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
_FIRST_ID = 1  # -1 and 0 are the separators
_FIRST_BOOKMARK = 1000


class Endnotes:
    """The evidence as endnotes.

    The first reference to a piece of evidence is the reference of an endnote, the others lead to the same endnote. Word
    numbers the notes itself where that gives the numbers of the note; where the note leaves numbers out, they are
    written as marks of their own, so that a number means the same in every format.

    Args:
        entries: The evidence by number.
        order: The numbers in the order in which they are first referred to.
    """

    def __init__(self, entries: dict[int, Entry], order: list[int]) -> None:
        self._entries = entries
        self._automatic = order == list(range(1, len(order) + 1))
        self._ids: dict[int, int] = {}

    def append_reference(self, paragraph: Any, cite: Cite, *, follows: bool = False) -> None:
        """Append a reference to a paragraph.

        Args:
            paragraph: The paragraph.
            cite: The reference.
            follows: Whether another reference stands right before it.
        """
        if follows:
            paragraph.add_run(",\N{NO-BREAK SPACE}", style="Note Reference")
        if cite.number in self._ids:
            append_internal_link(paragraph, str(cite.number), f"evidence{cite.number}", "NoteReference")
            return
        identifier = self._ids[cite.number] = len(self._ids) + _FIRST_ID
        run = paragraph.add_run(style="endnote reference")
        reference = new("endnoteReference", id=identifier)
        run._r.append(reference)  # noqa: SLF001 - there is no public name for the element
        if not self._automatic:
            reference.set(f"{{{reference.nsmap['w']}}}customMarkFollows", "1")
            for digit in str(cite.number):  # each in an element of its own: LibreOffice prints longer marks twice
                run._r.append(new("t", digit))  # noqa: SLF001 - likewise

    def attach(self, document: Any) -> None:
        """Add the part of the endnotes to the document, and settings that number them 1, 2, 3 at its end."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml.parser import OxmlElement
        from lxml import etree

        root = OxmlElement("w:endnotes")
        for identifier, kind in ((-1, "separator"), (0, "continuationSeparator")):
            note, paragraph, run = new("endnote", type=kind, id=identifier), new("p"), new("r")
            run.append(new(kind))
            paragraph.append(run)
            note.append(paragraph)
            root.append(note)
        for number, identifier in self._ids.items():
            root.append(self._endnote(self._entries[number], identifier))
        blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(PackURI("/word/endnotes.xml"), _CONTENT_TYPE, blob, document.part.package)
        document.part.relate_to(part, _RELATIONSHIP)
        _number(document)

    def _endnote(self, entry: Entry, identifier: int) -> BaseOxmlElement:
        paragraph = new("p")
        properties = new("pPr")
        properties.append(new("pStyle", val="EndnoteText"))
        paragraph.append(properties)
        append_bookmark(paragraph, f"evidence{entry.number}", _FIRST_BOOKMARK + entry.number)
        mark = new("r")
        mark_properties = new("rPr")
        mark_properties.append(new("rStyle", val="EndnoteReference"))
        mark.append(mark_properties)
        mark.append(new("endnoteRef") if self._automatic else new("t", str(entry.number)))
        paragraph.append(mark)
        paragraph.append(_run(" ", "NoteQuiet"))
        paragraph.append(_run(entry.before, "NoteQuiet"))
        paragraph.append(_run(entry.span, "NoteStrong"))
        paragraph.append(_run(f"{entry.after} ", "NoteQuiet"))
        where = "".join(piece.text for piece in entry.source if isinstance(piece, (Run, Link)))
        paragraph.append(_run(f"({where})", "NoteQuiet"))
        note = new("endnote", id=identifier)
        note.append(paragraph)
        return note


def _run(text: str, style: str) -> BaseOxmlElement:
    run, properties = new("r"), new("rPr")
    properties.append(new("rStyle", val=style))
    run.append(properties)
    run.append(new("t", text))
    return run


def _number(document: Any) -> None:
    """Count in Arabic numerals, at the end of the document; name the separators, without which Word complains."""
    settings = document.settings.element
    properties = new("endnotePr")
    properties.append(new("pos", val="docEnd"))
    properties.append(new("numFmt", val="decimal"))
    properties.append(new("endnote", id=-1))
    properties.append(new("endnote", id=0))
    settings.insert_element_before(
        properties, "w:compat", "w:docVars", "w:rsids", "m:mathPr", "w:attachedSchema", "w:themeFontLang",
        "w:clrSchemeMapping", "w:shapeDefaults", "w:decimalSymbol", "w:listSeparator",
    )  # fmt: skip
    section = new("endnotePr")
    section.append(new("numFmt", val="decimal"))
    element = document.sections[0]._sectPr  # noqa: SLF001 - there is no public name for the element
    element.insert_element_before(section, "w:type", "w:pgSz", "w:pgMar", "w:cols", "w:docGrid")
