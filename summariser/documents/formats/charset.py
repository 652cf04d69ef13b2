"""The encoding of a web page: by its mark, by what the server says, by its own declaration, or by its bytes."""

from __future__ import annotations

import codecs
import re

from summariser.documents.decode import decode
from summariser.errors import DocumentError

__all__ = ["decode_page"]

_BEGINNING = 4096
_META = re.compile(rb"<meta[^>]{0,300}?charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\s{0,20}<\?xml[^>]{0,200}?encoding\s{0,3}=\s{0,3}[\"']([\w.:-]{2,40})")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Browsers take these names for larger encodings, as pages use them so.
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_WIDE = ("utf-16", "utf-32")  # a declaration that can be read as bytes is in none of these
_LABELS = {"cp1252": "windows-1252", "cp1254": "windows-1254"}


def decode_page(data: bytes, charset: str | None) -> tuple[str, str, tuple[str, ...]]:
    """Decode a web page.

    Args:
        data: All of its bytes.
        charset: The encoding as the server names it, or None.

    Returns:
        Its text, the name of the encoding, and notes where it is not the declared one.

    Raises:
        DocumentError: The bytes are in no encoding that is known; the message lacks the name of the document.
    """
    if not data.startswith(_MARKS):
        beginning = data[:_BEGINNING]
        declared = _XML.match(beginning) or _META.search(beginning)
        for name in (charset, declared[1].decode() if declared else None):
            text = _decoded(data, name) if name else None
            if text is not None:
                return text
    try:
        return decode(data, "")
    except DocumentError as error:
        raise DocumentError(error.message.strip(), hint=error.hint) from None


def _decoded(data: bytes, name: str) -> tuple[str, str, tuple[str, ...]] | None:
    """The text where it is in the encoding of that name."""
    try:
        known = codecs.lookup(name.strip("\"' ")).name
    except LookupError:
        return None
    if known.startswith(_WIDE):
        return None
    encoding = _MEANT.get(known, known)
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None
    return text, _LABELS.get(encoding, encoding), ()
