"""A strict little reader of HTML for the tests: what is not well formed fails."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from summariser.render.html import render_html

if TYPE_CHECKING:
    from summariser.documents import Document
    from summariser.schemas import Brief

_VOID = {"meta"}


@dataclass
class Node:
    """An element with its attributes and content in order."""

    name: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    content: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text inside, exactly."""
        return "".join(piece if isinstance(piece, str) else piece.text for piece in self.content)

    def all(self, name: str | None = None, class_: str | None = None) -> list[Node]:
        """Elements inside, in order, by tag name and class."""
        found: list[Node] = []
        for piece in self.content:
            if isinstance(piece, Node):
                classes = (piece.attributes.get("class") or "").split()
                if name in (None, piece.name) and (class_ is None or class_ in classes):
                    found.append(piece)
                found.extend(piece.all(name, class_))
        return found

    def one(self, name: str | None = None, class_: str | None = None) -> Node:
        """The only such element."""
        (found,) = self.all(name, class_)
        return found

    def by_id(self, key: str) -> Node:
        """The only element with this id."""
        (found,) = [node for node in self.all() if node.attributes.get("id") == key]
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute twice in <{tag}>"
        node = Node(tag, dict(attrs))
        self.open[-1].content.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        self.open[-1].content.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"a processing instruction: {data}")


def read_html(html: str) -> Node:
    """Parse a page or a fragment.

    Raises:
        AssertionError: Tags do not match, an attribute stands twice, or there is a comment.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == [reader.root], f"left open: {[node.name for node in reader.open[1:]]}"
    return reader.root


def page_of(brief: Brief, document: Document | None) -> Node:
    """The rendered page, parsed; the document type is checked and left out."""
    html = render_html(brief, document)
    start = "<!doctype html>\n"
    assert html.startswith(start)
    return read_html(html.removeprefix(start))
