"""Reading pages that a browser has saved with all that belongs to them (.mhtml)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.documents.formats.eml import content, header, parse
from summariser.documents.formats.html import link_of, read_page
from summariser.errors import DocumentError

if TYPE_CHECKING:
    from summariser.documents.formats.extract import Extract, Source

__all__ = ["read"]


def read(source: Source) -> Extract:
    """Read a saved page.

    Args:
        source: The file.

    Returns:
        Its main text; see `html.read`.

    Raises:
        DocumentError: It holds no page, or the page holds no text.
    """
    archive = parse(source.data)
    page = next((part for part in archive.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise DocumentError("holds no web page", hint="save the page again")
    html, encoding, notes = content(page)
    url = header(archive, "Snapshot-Content-Location") or header(page, "Content-Location")
    return read_page(html, encoding=encoding, notes=notes, url=source.url or link_of(url))
