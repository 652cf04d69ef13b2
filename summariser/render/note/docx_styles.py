"""The styles of a Word file, so that whoever edits the note changes a style and not a thousand runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from summariser.render.note.docx_xml import new

if TYPE_CHECKING:
    from summariser.render.note.style import Style

__all__ = ["TABLE", "WIDTHS", "set_page", "set_styles"]

TABLE = "Note Table"
"""Name of the style of the tables."""

WIDTHS = {"a4": (21.0, 29.7), "letter": (21.59, 27.94)}  # centimetres
_MARGIN, _LABELS = 2.2, 2.6
_QUIET, _WARNING, _HAIR, _FIRM = "595959", "8F2317", "CFCCC4", "8C8C8C"


def set_page(section: Any, style: Style) -> float:
    """Set paper and margins.

    Returns:
        Width of the text in centimetres.
    """
    from docx.shared import Cm

    width, height = WIDTHS[style.paper]
    section.page_width, section.page_height = Cm(width), Cm(height)
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1.1)
    return width - 2 * _MARGIN


class _Spec(NamedTuple):
    """One paragraph style: sizes in points, colours in hex; None where the style it rests on decides."""

    name: str
    size: float | None = None
    before: float = 0
    after: float = 0
    colour: str | None = None
    bold: bool | None = None
    heads: bool = False
    base: str = "Normal"


_ACCENT, _BLACK = "accent", "000000"
_PARAGRAPHS = (
    _Spec("Normal", 10.5, after=5),
    _Spec("Note Kind", 8.5, after=2, colour=_ACCENT, bold=True, heads=True),
    _Spec("Title", 20, after=8, colour=_BLACK, bold=True, heads=True),
    _Spec("Heading 1", 13, before=16, after=5, colour=_ACCENT, bold=True, heads=True),
    _Spec("Heading 2", 10.5, before=8, after=3, colour=_BLACK, bold=True, heads=True),
    _Spec("Note Bottom Line", 11.5, after=5),
    _Spec("Note Particulars", 9.5),
    _Spec("Note Care", 9, after=1),
    _Spec("List Bullet", after=4),
    _Spec("List Number", after=4),
    _Spec("Note Bottom List", 11.5, after=5, base="List Number"),
    _Spec("Quote", 11, before=6),
    _Spec("Note Speaker", 9, after=6, colour=_QUIET),
    _Spec("Note Cell", 9),
    _Spec("Note Column", 8.5, colour=_QUIET, bold=True, heads=True, base="Note Cell"),
    _Spec("Note Small", 9, after=4, colour=_QUIET),
    _Spec("Note Letterhead", 10, heads=True),
    _Spec("Note Marking", 9, bold=True, heads=True),
    _Spec("Note Footer", 8, colour=_QUIET),
    _Spec("endnote text", 9, after=4),
)
_RUNS = (
    ("Note Strong", None, True),
    ("Note Quiet", _QUIET, None),
    ("Note Mark", _WARNING, True),
    ("Note Link", _ACCENT, None),
    ("endnote reference", _ACCENT, None),
    ("Note Reference", _ACCENT, None),
)


# Word knows these two by their identifiers.
_IDENTIFIERS = {"endnote text": "EndnoteText", "endnote reference": "EndnoteReference"}


def set_styles(document: Any, style: Style) -> None:
    """Give the document its styles: those of Word where it has them, own ones where it has not."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt

    styles = document.styles
    accent = style.accent.lstrip("#").upper()
    for spec in _PARAGRAPHS:
        _paragraph(styles, spec, style, accent)
    normal = styles["Normal"]
    normal.paragraph_format.line_spacing = 1.12
    normal.paragraph_format.widow_control = True
    normal.element.get_or_add_rPr().append(new("lang", val=style.lang, eastAsia=style.lang))
    styles["Note Cell"].paragraph_format.line_spacing = 1.0
    styles["Note Kind"].font.all_caps = True
    for name in ("Title", "Heading 1", "Heading 2", "Quote", "Note Column"):
        styles[name].paragraph_format.keep_with_next = True
    for name in ("Quote", "Note Speaker"):
        styles[name].paragraph_format.left_indent = Pt(10)
    particulars = styles["Note Particulars"].paragraph_format
    particulars.tab_stops.add_tab_stop(Cm(_LABELS))
    particulars.left_indent, particulars.first_line_indent = Cm(_LABELS), Cm(-_LABELS)
    _borders(styles["Title"], ())
    _borders(styles["Heading 1"], ("bottom",), _HAIR, space=2)
    _borders(styles["Note Particulars"], ("top", "bottom"), _FIRM, space=4)
    _borders(styles["Note Care"], ("left",), _WARNING, size=18, space=6)
    for name, colour, bold in _RUNS:
        run = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        run.font.bold = bold
        _colour(run, colour, accent)
        run.font.superscript = True if name.endswith("eference") else None
        run.font.underline = True if name == "Note Link" else None
    for name, identifier in _IDENTIFIERS.items():
        styles[name].style_id = identifier
    _table_style(styles, WD_STYLE_TYPE.TABLE)


def _paragraph(styles: Any, spec: _Spec, style: Style, accent: str) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    found = styles[spec.name] if spec.name in styles else styles.add_style(spec.name, WD_STYLE_TYPE.PARAGRAPH)
    if spec.name != spec.base:
        found.base_style = styles[spec.base]
    _font(found, (style.fonts.headings if spec.heads else style.fonts.text)[0])
    found.font.size = Pt(spec.size) if spec.size else None
    found.font.bold, found.font.italic = spec.bold, None
    _colour(found, spec.colour, accent)
    found.paragraph_format.space_before, found.paragraph_format.space_after = Pt(spec.before), Pt(spec.after)
    found.quick_style = True


def _colour(style: Any, colour: str | None, accent: str) -> None:
    from docx.shared import RGBColor

    if colour:
        style.font.color.rgb = RGBColor.from_string(accent if colour == _ACCENT else colour)


def _font(style: Any, family: str) -> None:
    """Set the family for every script, and drop the theme's."""
    from docx.oxml.ns import qn

    style.font.name = family
    fonts = style.element.rPr.rFonts
    for key in list(fonts.attrib):
        if key.endswith("Theme"):
            del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), family)


def _borders(style: Any, sides: tuple[str, ...], colour: str = "", *, size: int = 4, space: int = 1) -> None:
    """Set the borders of a paragraph style; none for no sides."""
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
    if not sides:
        return
    borders = new("pBdr")
    for side in sides:
        borders.append(new(side, val="single", sz=size, space=space, color=colour))
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc",
        "w:outlineLvl",
    )  # fmt: skip


def _table_style(styles: Any, kind: Any) -> None:
    """Hair lines between rows, a firm one under the header."""
    table = styles.add_style(TABLE, kind)
    properties = new("tblPr")
    borders = new("tblBorders")
    for side in ("bottom", "insideH"):
        borders.append(new(side, val="single", sz=4, space=0, color=_HAIR))
    properties.append(borders)
    table.element.append(properties)
    header = new("tblStylePr", type="firstRow")
    cell = new("tcPr")
    under = new("tcBorders")
    under.append(new("bottom", val="single", sz=8, space=0, color=_FIRM))
    cell.append(under)
    header.append(cell)
    table.element.append(header)
