"""All words of a page or of the HTML of a mail, in order, without judging which are of the article."""

from __future__ import annotations

from html.parser import HTMLParser

__all__ = ["PlainText"]

_UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "title", "object"})
_BLOCKS = frozenset(
    "address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 "
    "h5 h6 head header hr li main nav ol option p pre section table tbody tfoot thead tr ul".split()
)
_CELLS = frozenset({"td", "th"})


class PlainText(HTMLParser):
    """Collects the lines of a page. A row of a table is one line, with tabs between its cells.

    Args:
        html: The whole page.

    Attributes:
        lines: Its lines, none empty.
        scripts: How many scripts it has.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.scripts = 0
        self._parts: list[str] = []
        self._unseen: tuple[str, int] | None = None  # the element that is passed over, and how deep inside it
        self.feed(html)
        self.close()
        self._end_line()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the signature is the parser's
        """Begin a line or a cell, or pass over what is not seen."""
        self.scripts += tag == "script"
        if self._unseen:
            name, depth = self._unseen
            self._unseen = (name, depth + (tag == name))
        elif tag in _UNSEEN:
            self._unseen = (tag, 1)
        elif tag in _BLOCKS:
            self._end_line()
        elif tag in _CELLS and self._parts:
            self._parts.append("\t")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the signature is the parser's
        """End the line at <br/>."""
        if not self._unseen and tag in _BLOCKS:
            self._end_line()

    def handle_endtag(self, tag: str) -> None:
        """End a line, or what is not seen."""
        if self._unseen:
            name, depth = self._unseen
            depth -= tag == name
            self._unseen = (name, depth) if depth else None
        elif tag in _BLOCKS:
            self._end_line()

    def handle_data(self, data: str) -> None:
        """Take words."""
        if not self._unseen:
            self._parts.append(data.replace("\t", " "))

    def _end_line(self) -> None:
        cells = (" ".join(cell.split()) for cell in "".join(self._parts).split("\t"))
        line = "\t".join(cells).strip()
        self._parts = []
        if line:
            self.lines.append(line)
