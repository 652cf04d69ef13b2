"""PDF and Word files for tests, made as they are needed."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen import canvas
from reportlab.platypus import Frame, PageBreak, PageTemplate, Paragraph
from reportlab.platypus.doctemplate import BaseDocTemplate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.platypus import Flowable

WIDTH, HEIGHT = A4
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=13.5, spaceAfter=7)
JUSTIFIED = ParagraphStyle("justified", parent=BODY, alignment=4)
HEADING = ParagraphStyle("heading", parent=BODY, fontName="Times-Bold", fontSize=14, leading=17, spaceAfter=8)

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def drawn(*pages: Callable[[canvas.Canvas], None], encrypt: str | None = None, **properties: str) -> bytes:
    """A PDF whose pages are drawn by functions; properties are title and author."""
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=A4, encrypt=encrypt, invariant=1)
    page.setTitle(properties.get("title", "untitled"))
    page.setAuthor(properties.get("author", ""))
    for draw in pages:
        draw(page)
        page.showPage()
    page.save()
    return out.getvalue()


def lines(*texts: str, x: float = 72, y: float = 700, size: float = 11, step: float = 13.5) -> Callable[..., None]:
    """Draws lines, one below the other."""

    def draw(page: canvas.Canvas) -> None:
        page.setFont("Times-Roman", size)
        for number, text in enumerate(texts):
            page.drawString(x, y - number * step, text)

    return draw


def together(*draws: Callable[[canvas.Canvas], None]) -> Callable[[canvas.Canvas], None]:
    """Draws several things on one page."""

    def draw(page: canvas.Canvas) -> None:
        for each in draws:
            each(page)

    return draw


def picture(page: canvas.Canvas) -> None:
    """Covers the page with a picture, as a scan does."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    page.drawImage(ImageReader(Image.new("RGB", (40, 56), (230, 228, 220))), 20, 20, WIDTH - 40, HEIGHT - 40)


def flowing(
    story: Sequence[Flowable], *, header: str = "", footer: str = "", columns: int = 1, height: float = HEIGHT - 144
) -> bytes:
    """A PDF with running text; "{page}" in header and footer stands for the number of the page."""
    out = io.BytesIO()
    gap = 20.0
    width = (WIDTH - 144 - gap * (columns - 1)) / columns
    bottom = HEIGHT - 72 - height
    frames = [Frame(72 + (width + gap) * i, bottom, width, height, 0, 0, 0, 0) for i in range(columns)]

    def margins(page: canvas.Canvas, document: BaseDocTemplate) -> None:
        page.setFont("Helvetica", 8)
        page.drawString(72, HEIGHT - 40, header.format(page=document.page))
        page.drawString(72, 36, footer.format(page=document.page))

    document = BaseDocTemplate(out, pagesize=A4, invariant=1)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=margins))
    document.build(list(story))
    return out.getvalue()


def paragraphs(*texts: str, style: ParagraphStyle = BODY) -> list[Flowable]:
    """Paragraphs of running text; an empty one stands for a page break."""
    return [Paragraph(text, style) if text else PageBreak() for text in texts]


def word(
    body: str,
    *,
    parts: dict[str, str] | None = None,
    extra: dict[str, bytes] | None = None,
    relations: str = "",
    main_type: str = f"{_TYPE}.document.main+xml",
) -> bytes:
    """A Word file.

    Args:
        body: What stands in the body, in WordprocessingML with the prefix w.
        parts: Content of further parts by kind: footnotes, endnotes, header, footer, comments.
        extra: Further entries of the archive.
        relations: Further relations of the document.
        main_type: Content type of the document.
    """
    parts = parts or {}
    roots = {"header": "hdr", "footer": "ftr"}
    kinds = "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for kind in parts)
    related = "".join(f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    entries = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main_type}"/>{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}{relations}'
        "</Relationships>",
    } | {
        f"word/{kind}.xml": f'<w:{roots.get(kind, kind)} xmlns:w="{_WORD}">{content}</w:{roots.get(kind, kind)}>'
        for kind, content in parts.items()
    }
    return archive({name: text.encode() for name, text in entries.items()} | (extra or {}))


def archive(entries: dict[str, bytes]) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return out.getvalue()


def p(text: str, before: str = "") -> str:
    """A paragraph of a Word file with one run."""
    return f'<w:p>{before}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
