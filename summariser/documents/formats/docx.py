"""Reading Word files (.docx)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from summariser.documents.formats.composer import Composer, confirmed_title, one_line
from summariser.documents.formats.docx_archive import text_parts
from summariser.documents.formats.docx_text import Body, local_name
from summariser.documents.formats.extract import Extract, FoundDate, Source
from summariser.documents.formats.pdf_margins import FOOTER, HEADER
from summariser.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read"]

_ID = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}id"
_TYPE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}type"


def read(source: Source) -> Extract:
    """Read a Word file.

    Args:
        source: The file.

    Returns:
        Its paragraphs, the rows of its tables with tabs between the cells, each footnote after the paragraph that
        refers to it, endnotes at the end; headers and footers once each, as furniture. Tracked changes are read as
        accepted.

    Raises:
        DocumentError: It is no Word file, is damaged or encrypted, unpacks to too much, or holds no text.
    """
    document, parts = _open(source.data)
    composer, body = Composer(), Body()
    for text in parts.margins("header"):
        composer.add(text, HEADER)
    endnotes: list[str] = []
    title = None
    numbers = {"footnotes": 0, "endnotes": 0}
    read_text = False
    for block in body.blocks(document.element.body):
        composer.add(block.text)
        read_text = read_text or bool(block.text)
        title = title or (one_line(block.text) if block.style == "Title" else None)
        for kind, identity in block.notes:
            numbers[kind] += 1
            note = parts.note(kind, identity, numbers[kind], body)
            if kind == "endnotes":
                endnotes.append(note)
            else:
                composer.add(note)
    for note in endnotes:
        composer.add(note)
    for text in parts.margins("footer"):
        composer.add(text, FOOTER)
    if not read_text:
        raise DocumentError("holds no text: pictures at most", hint="run text recognition (OCR) on it")
    text = composer.text
    properties = _properties(document)
    return Extract(
        text=text,
        furniture=tuple(composer.furniture),
        notes=tuple(_notes(body, parts.comments)),
        title=title or confirmed_title(properties.title, text),
        author=one_line(properties.author),
        date=properties.date,
    )


class _Properties(NamedTuple):
    title: str | None = None
    author: str | None = None
    date: FoundDate | None = None


def _open(data: bytes) -> tuple[Any, _Parts]:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml import etree

    slim = text_parts(data)
    try:
        document = docx.Document(slim)
        return document, _Parts(document)
    except (OpcError, etree.XMLSyntaxError, KeyError, ValueError, AttributeError):
        raise DocumentError("is damaged: it holds no Word document", hint="open it in Word and save it again") from None


class _Parts:
    """The parts beside the body: notes, headers, footers and comments."""

    def __init__(self, document: Any) -> None:
        self._roots: dict[str, list[Any]] = {}
        for relation in document.part.rels.values():
            kind = relation.reltype.rsplit("/", 1)[-1]
            self._roots.setdefault(kind, []).append(_root(relation.target_part))
        self._notes = {
            kind: {note.get(_ID): note for root in self._roots.get(kind, ()) for note in root if not note.get(_TYPE)}
            for kind in ("footnotes", "endnotes")
        }

    @property
    def comments(self) -> int:
        """How many comments there are."""
        return sum(local_name(child) == "comment" for root in self._roots.get("comments", ()) for child in root)

    def note(self, kind: str, identity: str, number: int, body: Body) -> str:
        """A note as one paragraph that begins with its number."""
        element = self._notes[kind].get(identity)
        words = [] if element is None else [block.text for block in body.blocks(element)]
        text = " ".join(" ".join(words).split())
        return f"[{number}] {text}" if text else ""

    def margins(self, kind: str) -> Iterator[str]:
        """The different headers or footers."""
        texts = (
            "\n".join(block.text for block in Body().blocks(root) if block.text) for root in self._roots.get(kind, ())
        )
        yield from dict.fromkeys(text for text in texts if text)


def _root(part: Any) -> Any:
    from docx.oxml.parser import parse_xml

    return part.element if hasattr(part, "element") else parse_xml(part.blob)


def _notes(body: Body, comments: int) -> Iterator[str]:
    if body.tracked:
        yield "It has tracked changes: it is read with all of them accepted."
    if body.hidden:
        yield "Text that is set as hidden was left out."
    if comments:
        yield f"It has {comments} {'comment' if comments == 1 else 'comments'} in the margin, not read."
    if body.embedded:
        yield f"It has {body.embedded} embedded {'document' if body.embedded == 1 else 'documents'}, not read."


def _properties(document: Any) -> _Properties:
    """The properties of the document; where it has none, the library would make some up."""
    kinds = {relation.reltype.rsplit("/", 1)[-1] for relation in document.part.package.rels.values()}
    if "core-properties" not in kinds:
        return _Properties()
    try:
        core = document.core_properties
        dates = ((core.modified, "the day the Word file was last saved"), (core.created, "the day the file was made"))
        known = [FoundDate(day.date(), source, certain=False) for day, source in dates if isinstance(day, datetime)]
        return _Properties(core.title, core.author, next(iter(known), None))
    except (AttributeError, ValueError):  # damage in this part is no harm to the text
        return _Properties()
