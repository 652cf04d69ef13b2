"""What kind of document some bytes are: by how they begin, then by what came with them, then by the name."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePosixPath
from typing import Final

__all__ = ["DOCX", "EML", "HTML", "MARKDOWN", "MHTML", "PDF", "TEXT", "media_type_of_name", "recognise"]

PDF: Final = "application/pdf"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML: Final = "text/html"
EML: Final = "message/rfc822"
MHTML: Final = "multipart/related"
MARKDOWN: Final = "text/markdown"
TEXT: Final = "text/plain"

_OF_SUFFIX = {
    ".pdf": PDF,
    ".docx": DOCX,
    ".docm": DOCX,
    ".dotx": DOCX,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".eml": EML,
    ".mht": MHTML,
    ".mhtml": MHTML,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
}
_SAME = {"application/xhtml+xml": HTML, "text/x-markdown": MARKDOWN}
_BEGINNING, _LONG_HEAD = 2048, 65_536
_PDF = re.compile(rb"(?:\xef\xbb\xbf)?[\s\0]{0,1000}%PDF-\d")
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--.{0,500}?-->\s{0,20}){0,3}<(?:!doctype\s{1,5}html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_ZIP, _WORD = b"PK\x03\x04", b"word/"
# Headers as a machine writes them; a memorandum may begin with "From:" and "Date:", too.
_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{0,70}:[^\r\n]{0,2000}(?:\r?\n[ \t][^\r\n]{0,2000})*(?:\r?\n|\Z)){3}")
_BY_MACHINES = re.compile(
    rb"^(?:message-id|mime-version|received|return-path|dkim-signature|content-transfer-encoding|x-mailer):",
    re.IGNORECASE | re.MULTILINE,
)
_FROM = re.compile(rb"^from:", re.IGNORECASE | re.MULTILINE)
_SAVED_PAGE = re.compile(rb"^(?:snapshot-content-location:|from: <saved by )", re.IGNORECASE | re.MULTILINE)
_TAGS = re.compile(rb"<(?:p|div|body|head|html|span|table|h[1-6]|br|a|meta)[\s>/]", re.IGNORECASE)


def media_type_of_name(name: str) -> str:
    """The media type that the suffix of a name promises; "text/plain" where it promises none."""
    return _OF_SUFFIX.get(PurePosixPath(name).suffix.lower(), TEXT)


def recognise(data: bytes, name: str, media_type: str | None = None) -> str:
    """Tell what kind of document some bytes are.

    Args:
        data: All of them.
        name: File name or URL; its suffix counts where nothing else tells.
        media_type: What a server or the caller says they are, without parameters, or None.

    Returns:
        Their media type; text, where they are neither a PDF, a Word file, a page nor a mail.
    """
    shown = _by_bytes(data)
    if shown:
        return shown
    promised = _SAME.get(media_type or "", media_type or "")
    if promised in {"", "application/octet-stream", TEXT}:
        promised = media_type_of_name(name)
    if promised == HTML and not _TAGS.search(data[:_LONG_HEAD].replace(b"\0", b"")):
        return TEXT
    if promised == PDF and b"%PDF-" in data[:_BEGINNING]:  # behind what a server has put before it
        return PDF
    if promised == DOCX and data.startswith(_ZIP) and not zipfile.is_zipfile(io.BytesIO(data)):
        return DOCX
    return TEXT if promised in {PDF, DOCX} else promised


def _by_bytes(data: bytes) -> str | None:
    """What the first bytes show, or None."""
    beginning = data[:_BEGINNING]
    found = None
    if _PDF.match(beginning):
        found = PDF
    elif beginning.startswith(_ZIP) and _WORD in data:
        found = DOCX
    elif _HTML.match(beginning) or _HTML.match(beginning.replace(b"\0", b"").lstrip(b"\xff\xfe")):
        found = HTML
    elif _HEADERS.match(beginning) and _BY_MACHINES.search(beginning) and _FROM.search(beginning):
        found = MHTML if _SAVED_PAGE.search(beginning) else EML
    return found
