"""Reading web pages: the main text, by trafilatura, with what the page says of itself."""

from __future__ import annotations

import re
from datetime import date as Date
from typing import TYPE_CHECKING, Any

from summariser.documents.formats.charset import decode_page
from summariser.documents.formats.composer import Composer, clean, one_line
from summariser.documents.formats.extract import Extract, FoundDate, Source
from summariser.documents.formats.plain_html import PlainText
from summariser.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["link_of", "read", "read_page"]

# The publication date by the page's markup and address only, not by guessing; and without today as a bound, for a page
# must give the same date on every day.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
_BLOCKS = frozenset({"p", "head", "item", "quote", "list", "body", "div"})
_SPACES = re.compile(r"[ \t\r\n\f]+")
_FEW_WORDS = 60
_ASKS_FOR_SCRIPTS = re.compile(
    r"\b(?:enable|turn on|activate|requires?|without|disabled|support)\b.{0,60}\bjava\s?script\b|"
    r"\bjava\s?script\b.{0,60}\b(?:enabled?|disabled|required|turned on|to run|to view|to continue)\b",
    re.IGNORECASE,
)


def read(source: Source) -> Extract:
    """Read a web page.

    Args:
        source: The page.

    Returns:
        Its main text: headings, paragraphs, items and the rows of its tables, with tabs between the cells. Menus and
        the like are left out, and the notes say how much that was. Where no main text can be told, all text is taken.

    Raises:
        DocumentError: It holds no text, or makes it with scripts, which are never run.
    """
    html, encoding, notes = decode_page(source.data, source.charset)
    return read_page(html, encoding=encoding, notes=notes, url=source.url)


def read_page(html: str, *, encoding: str, notes: tuple[str, ...], url: str | None) -> Extract:
    """Read a web page that is decoded; see `read`.

    Args:
        html: The page.
        encoding: How its bytes were decoded.
        notes: What is known of that.
        url: Where it was fetched from, or None.
    """
    import trafilatura

    plain = PlainText(html)
    found: Any = trafilatura.bare_extraction(
        html,
        url=url,
        with_metadata=True,
        include_comments=False,
        favor_recall=True,
        date_extraction_params=dict(_DATES),
    )
    blocks = list(_blocks(found.body)) if found is not None else []
    whole = not any(blocks)
    composer = Composer()
    for block in plain.lines if whole else blocks:
        composer.add(clean(block))
    _check(composer.text, plain)
    taken, seen = len("".join(composer.text.split())), len("".join("".join(plain.lines).split()))
    if whole:
        notes = (*notes, "Its main text could not be told from the rest; all text of the page was taken.")
    elif taken < seen:
        share = f"{taken:,} of {seen:,} characters"
        notes = (*notes, f"Of the page {share} were taken as its main text; the rest is menus and the like.")
    return Extract(
        text=composer.text,
        encoding=encoding,
        notes=notes,
        title=one_line(found.title) if found is not None else None,
        author=one_line(found.author) if found is not None else None,
        outlet=one_line(found.sitename) if found is not None else None,
        url=url or link_of(found.url if found is not None else None),
        date=_published(found.date) if found is not None else None,
    )


def _check(text: str, page: PlainText) -> None:
    """Refuse a page that says nothing without its scripts."""
    few = len(text.split()) <= _FEW_WORDS
    if not text.strip() and not page.scripts:
        raise DocumentError("holds no text", hint="check that it was saved whole")
    if not text.strip() or (few and _ASKS_FOR_SCRIPTS.search(text)):
        raise DocumentError(
            "shows its text by scripts only, which are not run", hint="open it in a browser and save it as PDF"
        )


def _blocks(body: Any) -> Iterator[str]:
    """The paragraphs and rows of the tree that the extractor makes."""
    own: list[str] = [_flat(body.text)]
    for child in body:
        tag = child.tag
        if tag == "table":
            yield "".join(own)
            own = []
            yield from _rows(child)
        elif tag == "lb":
            own.append("\n")
        elif tag in _BLOCKS:
            yield "".join(own)
            own = []
            yield from _blocks(child)
        else:  # a link or words in another type
            own.append(_flat("".join(child.itertext())))
        own.append(_flat(child.tail))
    yield "".join(own)


def _flat(text: str | None) -> str:
    return _SPACES.sub(" ", text or "")


def _rows(table: Any) -> Iterator[str]:
    for row in table.iter("row"):
        cells = [" ".join(" ".join(cell.itertext()).split()) for cell in row.iter("cell")]
        if any(cells):
            yield "\t".join(cells)


def link_of(value: str | None) -> str | None:
    """The address that a page gives as its own, where it is one of the web."""
    link = one_line(value)
    return link if link and link.lower().startswith(("https://", "http://")) else None


def _published(value: str | None) -> FoundDate | None:
    try:
        return FoundDate(Date.fromisoformat(value), "the page's own metadata", certain=True) if value else None
    except ValueError:
        return None
