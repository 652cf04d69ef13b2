"""The words of WordprocessingML: paragraphs and rows as they read with all tracked changes accepted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from summariser.documents.formats.composer import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Block", "Body", "local_name"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FIXED = {"tab": "\t", "br": "\n", "cr": "\n", "ptab": "\t", "noBreakHyphen": "-", "sym": "\ufffd"}
_LEFT_OUT = frozenset(
    "del moveFrom delText instrText delInstrText pPr rPr tblPr trPr tcPr tblGrid sectPr sdtPr sdtEndPr rt rubyPr "
    "annotationRef footnoteRef endnoteRef fldChar Fallback".split()
)
_TRACKED = frozenset({"ins", "del", "moveFrom", "moveTo"})
_CHANGES = frozenset({"del", "moveFrom"})
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a row of a table.

    Attributes:
        text: Its words; the cells of a row are separated by tabs.
        style: Id of the paragraph's style, or "".
        notes: Kind ("footnotes" or "endnotes") and id of each note it refers to, in order.
    """

    text: str
    style: str = ""
    notes: tuple[tuple[str, str], ...] = ()


@dataclass
class Body:
    """Walks the elements of a part.

    Attributes:
        tracked: Whether it has met tracked changes.
        hidden: Whether it has left out text set as hidden.
        embedded: Documents inside the document that it has passed by.
    """

    tracked: bool = False
    hidden: bool = False
    embedded: int = 0
    _notes: list[tuple[str, str]] = field(default_factory=list)
    _boxes: list[Any] = field(default_factory=list)

    def blocks(self, container: Any) -> Iterator[Block]:
        """The paragraphs and rows of a body, a note, a header or a text box, in order."""
        carried = ""  # a paragraph whose end was deleted goes on in the next
        for child in container.iterchildren("*"):
            name = local_name(child)
            if name == "p":
                text = carried + self._inline(child)
                carried = text if self._mark_is_deleted(child) else ""
                if not carried:
                    yield self._block(text, _style(child))
                    yield from self._boxed()
            elif name == "tbl":
                yield from self._rows(child)
            elif name == "altChunk":
                self.embedded += 1
            elif name not in _LEFT_OUT and not self._is_placeholder(child):
                yield from self.blocks(child)
        if carried:
            yield self._block(carried, "")

    def _block(self, text: str, style: str) -> Block:
        notes, self._notes = tuple(self._notes), []
        return Block(clean(text).strip(), style, notes)

    def _boxed(self) -> Iterator[Block]:
        """The paragraphs of the text boxes anchored in what was just read."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self.blocks(box)

    def _rows(self, table: Any) -> Iterator[Block]:
        for row in _within(table, "tr"):
            properties = row.find(f"{_W}trPr")
            if properties is not None and any(local_name(child) in _CHANGES for child in properties):
                self.tracked = True
                continue
            cells = [self._cell(cell) for cell in _within(row, "tc")]
            if any(cells):
                yield self._block("\t".join(cells), "")
            yield from self._boxed()

    def _cell(self, cell: Any) -> str:
        """The words of a cell, those of tables inside it included, in one line."""
        notes, self._notes = self._notes, []
        words = []
        for block in self.blocks(cell):
            words += block.text.split()
            notes += block.notes
        self._notes = notes
        return " ".join(words)

    def _inline(self, element: Any) -> str:
        """The words of a paragraph or of what stands in one."""
        parts: list[str] = []
        for child in element.iterchildren("*"):
            name = local_name(child)
            self.tracked = self.tracked or name in _TRACKED
            if name == "t":
                parts.append(child.text or "")
            elif name in _FIXED:
                parts.append(_FIXED[name])
            elif name in _NOTES:
                self._notes.append((_NOTES[name], child.get(f"{_W}id", "")))
            elif name == "txbxContent":
                self._boxes.append(child)
            elif name == "r" and _is_hidden(child):
                self.hidden = self.hidden or bool(self._inline(child).strip())
            elif name not in _LEFT_OUT and not self._is_placeholder(child):
                parts.append(self._inline(child))
        return "".join(parts)

    def _mark_is_deleted(self, paragraph: Any) -> bool:
        properties = paragraph.find(f"{_W}pPr/{_W}rPr")
        deleted = properties is not None and any(local_name(child) in _CHANGES for child in properties)
        self.tracked = self.tracked or deleted
        return deleted

    @staticmethod
    def _is_placeholder(element: Any) -> bool:
        """Whether it is a field of a form that nobody has filled in."""
        return local_name(element) == "sdt" and element.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None


def local_name(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _within(element: Any, wanted: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those inside content controls included."""
    for child in element.iterchildren("*"):
        name = local_name(child)
        if name == wanted:
            yield child
        elif name in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _within(child, wanted)


def _is_hidden(run: Any) -> bool:
    vanish = run.find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val", "true") not in {"0", "false", "off"}


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "")
