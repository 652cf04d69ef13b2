"""Reading: bytes, files and strings of any kind become documents, or are refused with a reason."""

from __future__ import annotations

import hashlib
import re
import stat
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from summariser.documents.decode import decode
from summariser.documents.document import Document
from summariser.documents.formats.extract import Extract, Source
from summariser.documents.formats.isolation import READERS, read_apart
from summariser.documents.formats.kinds import MARKDOWN, recognise
from summariser.documents.formats.markdown import front_matter, layout_furniture
from summariser.errors import DocumentError

if TYPE_CHECKING:
    import os
    from datetime import date as Date

__all__ = ["MAX_BYTES", "read_bytes", "read_file", "read_path", "read_text"]

MAX_BYTES = 20 * 1024 * 1024
"""Largest document, in bytes."""

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x7f]")
_MOST_CONTROLS = 0.005
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"


def read_path(path: str | os.PathLike[str], *, date: Date | None = None) -> Document:
    """Read a file: a PDF, a Word file, a web page, a mail, Markdown or text.

    What it is, its first bytes tell; its suffix counts where they do not.

    Args:
        path: Where it lies.
        date: The document's own date, where the caller knows it; otherwise metadata and dateline may tell.

    Returns:
        The document, named by the file's name without its folder.

    Raises:
        DocumentError: It is missing, a folder, forbidden, empty, larger than `MAX_BYTES`, of a kind that is not read,
            encrypted or damaged, or what reads it is not installed.
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
    return read_bytes(data, where.name, date=date)


read_file = read_path  # its name from the time when all files were text


def read_bytes(
    data: bytes, name: str, *, media_type: str | None = None, date: Date | None = None, url: str | None = None
) -> Document:
    """Read a document from its bytes; the one door for files, standard input and what is fetched.

    Of text, UTF-8 is taken as it is, with or without a byte-order mark; any other encoding is detected and named in the
    notes. Line ends are kept. A PDF, Word file, web page or mail is read in a process of its own, within a bound of
    time and memory, and the text of the document is what was extracted.

    Args:
        data: All of its bytes.
        name: What to call it: file name, URL or "stdin".
        media_type: What it is said to be, for example "text/html; charset=utf-8"; None to go by the name. What the
            bytes plainly are goes before it.
        date: The document's own date, where the caller knows it.
        url: Where it was fetched from.

    Raises:
        DocumentError: It is empty, larger than `MAX_BYTES`, in no known encoding, of a kind that is not read, encrypted
            or damaged, takes too long, or what reads it is not installed.
    """
    if len(data) > MAX_BYTES:
        raise _too_large(name, len(data))
    if not data:
        raise DocumentError(f"{name} is empty")
    bare, _, parameters = (media_type or "").partition(";")
    kind = recognise(data, name, bare.strip().lower() or None)
    digest = hashlib.sha256(data).hexdigest()
    if kind in READERS:
        charset = _CHARSET.search(parameters)
        extract = read_apart(kind, Source(data, charset[1] if charset else None, url), name)
        return _made_of(extract, name, digest, kind, date)
    text, encoding, notes = decode(data, name)
    _check_text(text, name)
    document = Document(
        text=text, name=name, sha256=digest, media_type=kind, encoding=encoding, date=date, notes=notes, url=url
    )
    return _with_front_matter(document) if kind == MARKDOWN else document


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


def _made_of(extract: Extract, name: str, digest: str, kind: str, date: Date | None) -> Document:
    """The document of what was extracted, with its date where one can be told."""
    document = Document(
        text=extract.text,
        name=name,
        sha256=digest,
        media_type=kind,
        encoding=extract.encoding,
        date=date,
        notes=extract.notes,
        pages=extract.pages,
        gaps=extract.gaps,
        marked=extract.furniture,
        title=extract.title,
        author=extract.author,
        outlet=extract.outlet,
        url=extract.url,
    )
    found = extract.date
    if date is not None:
        return document
    if found is None or not found.certain:
        from summariser.documents.dateline import find_date  # loads the schemas

        dateline = find_date(document.text, document.furniture)
        if dateline is not None:
            return document.with_date(dateline[0], "dateline")
    return document.with_date(found.day, found.source) if found else document


def _with_front_matter(document: Document) -> Document:
    """The document with what the top of a Markdown file says of it."""
    front = front_matter(document.text)
    document = replace(document, marked=layout_furniture(document.text, front), title=front.title, author=front.author)
    return document.with_date(front.date, "front matter") if front.date and document.date is None else document


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
