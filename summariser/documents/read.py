"""Reading: bytes, files and strings become documents, or are refused with a reason."""

from __future__ import annotations

import hashlib
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from summariser.documents.decode import decode
from summariser.documents.document import Document
from summariser.errors import DocumentError

if TYPE_CHECKING:
    import os
    from datetime import date as Date

__all__ = ["MAX_BYTES", "read_bytes", "read_file", "read_text"]

MAX_BYTES = 20 * 1024 * 1024
"""Largest document, in bytes."""

_MEDIA_TYPES = {".md": "text/markdown", ".markdown": "text/markdown", ".html": "text/html", ".htm": "text/html"}
_HTML = re.compile(r"\s*<(?:!doctype html|html[\s>])", re.IGNORECASE)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x7f]")
_MOST_CONTROLS = 0.005
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"


def read_file(path: str | os.PathLike[str], *, date: Date | None = None) -> Document:
    """Read a text file.

    Args:
        path: Where it lies.
        date: The document's own date, where the caller knows it.

    Returns:
        The document, named by the file's name without its folder.

    Raises:
        DocumentError: It is missing, a folder, forbidden, empty, binary or larger than `MAX_BYTES`.
    """
    where = Path(path)
    try:
        info = where.stat()
        if stat.S_ISDIR(info.st_mode):
            raise DocumentError(f"{where} is a folder", hint="name the files in it")
        if info.st_size > MAX_BYTES:
            raise _too_large(str(where), info.st_size)
        with where.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise DocumentError(f"{where} does not exist", hint="check the path") from None
    except PermissionError:
        raise DocumentError(f"{where} may not be read", hint="check its permissions") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the path is not valid"
        raise DocumentError(f"{where} cannot be read: {reason}") from None
    return read_bytes(data, where.name, media_type=_MEDIA_TYPES.get(where.suffix.lower(), "text/plain"), date=date)


def read_bytes(data: bytes, name: str, *, media_type: str = "text/plain", date: Date | None = None) -> Document:
    """Read a document from its bytes.

    UTF-8 is taken as it is, with or without a byte-order mark; any other encoding is detected and named in the notes.
    Line ends are kept.

    Args:
        data: All of its bytes.
        name: What to call it: file name, URL or "stdin".
        media_type: For example "text/plain".
        date: The document's own date, where the caller knows it.

    Raises:
        DocumentError: It is empty, binary, larger than `MAX_BYTES` or in no known encoding.
    """
    if len(data) > MAX_BYTES:
        raise _too_large(name, len(data))
    if not data:
        raise DocumentError(f"{name} is empty")
    text, encoding, notes = decode(data, name)
    _check_text(text, name)
    if _HTML.match(text):
        notes = (*notes, "It looks like HTML; its tags are read as text.")
    return Document(
        text=text,
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        encoding=encoding,
        date=date,
        notes=notes,
    )


def read_text(text: str, name: str = "text", *, date: Date | None = None) -> Document:
    """Make a document of a string; its characters are kept as they are.

    Args:
        text: The whole text.
        name: What to call it.
        date: The document's own date, where the caller knows it.

    Raises:
        DocumentError: It is empty, longer than `MAX_BYTES` as UTF-8, or holds lone surrogates or control characters.
    """
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise DocumentError(
            f"{name} holds half a character (a lone surrogate) at position {error.start}",
            hint="decode the bytes again, without errors='surrogateescape'",
        ) from None
    if len(data) > MAX_BYTES:
        raise _too_large(name, len(data))
    if not data:
        raise DocumentError(f"{name} is empty")
    _check_text(text, name)
    return Document(text=text, name=name, sha256=hashlib.sha256(data).hexdigest(), date=date)


def _check_text(text: str, name: str) -> None:
    if not text.strip().strip(_INVISIBLE).strip():
        raise DocumentError(f"{name} holds nothing but white space")
    if "\0" in text or len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise DocumentError(f"{name} is not text: it holds control characters", hint="give a plain-text file")


def _too_large(name: str, size: int) -> DocumentError:
    limit = MAX_BYTES // (1024 * 1024)
    return DocumentError(
        f"{name} is too large: {size / (1024 * 1024):.1f} MiB, the limit is {limit} MiB", hint="split it"
    )
