"""Pieces of WordprocessingML that python-docx has no calls for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

__all__ = ["append_bookmark", "append_field", "append_internal_link", "append_link", "new", "set_cell_margins"]

_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def new(name: str, text: str | None = None, /, **attributes: str | int) -> BaseOxmlElement:
    """An element of the main namespace.

    Args:
        name: Its name without prefix.
        text: Its text; spaces at its ends are kept.
        **attributes: In the main namespace, too.

    Returns:
        The element.
    """
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    if text is not None:
        element.text = text
        element.set(qn("xml:space"), "preserve")
    return element


def append_field(paragraph: Any, instruction: str, shown: str = "1") -> None:
    """Append a field, such as PAGE, that the reader's program fills in."""
    for part in (
        new("fldChar", fldCharType="begin"),
        new("instrText", f" {instruction} "),
        new("fldChar", fldCharType="separate"),
        new("t", shown),
        new("fldChar", fldCharType="end"),
    ):
        paragraph.add_run()._r.append(part)  # noqa: SLF001 - there is no public name for the element


def append_link(paragraph: Any, text: str, url: str, style: str) -> None:
    """Append text that leads to an address outside."""
    from docx.oxml.ns import qn

    link = new("hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(url, _HYPERLINK, is_external=True))
    link.append(_run(text, style))
    paragraph._p.append(link)  # noqa: SLF001 - likewise


def append_internal_link(paragraph: Any, text: str, bookmark: str, style: str) -> None:
    """Append text that leads to a bookmark."""
    link = new("hyperlink", anchor=bookmark, history=1)
    link.append(_run(text, style))
    paragraph._p.append(link)  # noqa: SLF001 - likewise


def append_bookmark(element: BaseOxmlElement, name: str, number: int) -> None:
    """Append an empty bookmark to a paragraph."""
    element.append(new("bookmarkStart", id=number, name=name))
    element.append(new("bookmarkEnd", id=number))


def set_cell_margins(table: Any, *, vertical: int, right: int) -> None:
    """Set the margins of all cells of a table, in twentieths of a point."""
    margins = new("tblCellMar")
    for side, width in (("top", vertical), ("left", 0), ("bottom", vertical), ("right", right)):
        margins.append(new(side, w=width, type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption")  # noqa: SLF001 - likewise


def _run(text: str, style: str) -> BaseOxmlElement:
    run, properties = new("r"), new("rPr")
    properties.append(new("rStyle", val=style))
    run.append(properties)
    run.append(new("t", text))
    return run
