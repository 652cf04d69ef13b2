"""Sources as users name them (files, folders, patterns, links, standard input) become documents, or reasons why not."""

from __future__ import annotations

import glob
import os
import re
import stat
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from summariser.documents.read import MAX_BYTES, read_bytes, read_path
from summariser.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date as Date

    from summariser.documents.document import Document
    from summariser.documents.fetch import Network

__all__ = ["MAX_SOURCES", "Failed", "Found", "gather"]

MAX_SOURCES = 2_000
"""Most documents that are gathered at once."""

_WORKERS = 4
_LINK = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)
_PATTERN = re.compile(r"[*?[]")


@dataclass(frozen=True, slots=True)
class Found:
    """A source that was read.

    Attributes:
        name: The source as it was named; of a file in a folder, its path with that folder.
        document: The document. Of a file in a folder its name is the path inside the folder; where two documents would
            have one name, it is `name`.
    """

    name: str
    document: Document


@dataclass(frozen=True, slots=True)
class Failed:
    """A source that was not read.

    Attributes:
        name: The source as it was named; of a file in a folder, its path with that folder.
        error: Why.
    """

    name: str
    error: DocumentError


@dataclass(frozen=True, slots=True)
class _Item:
    name: str
    path: Path | None = None
    inside: str | None = None  # the path inside the folder that was named
    error: DocumentError | None = None


def gather(sources: Sequence[str], *, date: Date | None = None, network: Network | None = None) -> list[Found | Failed]:
    """Read all that a user names.

    A folder stands for all files in it and below it, hidden ones excepted, in the order of their paths; a pattern such
    as "reports/**/*.pdf" for what it matches. "-" is standard input; https:// and http:// links are fetched. What is
    named twice is read once.

    Args:
        sources: The sources, in order.
        date: The date of all documents, where the caller knows it.
        network: The way to the internet; None for the usual one.

    Returns:
        For each document that was found, in stable order, the document or why it could not be read. Nothing is left out
        in silence, and one broken file never hinders the others.
    """
    items = list(_distinct(item for source in sources for item in _expand(source)))
    surplus = items[MAX_SOURCES:]
    with ThreadPoolExecutor(_WORKERS) as pool:
        results = list(pool.map(lambda item: _read(item, date, network), items[:MAX_SOURCES]))
    if surplus:
        error = DocumentError(
            f"{len(surplus):,} more sources were not read: the limit is {MAX_SOURCES:,} at once", hint="name fewer"
        )
        results.append(Failed(surplus[0].name, error))
    names = Counter(result.document.name for result in results if isinstance(result, Found))
    return [
        replace(result, document=replace(result.document, name=result.name))
        if isinstance(result, Found) and names[result.document.name] > 1
        else result
        for result in results
    ]


def _read(item: _Item, date: Date | None, network: Network | None) -> Found | Failed:
    try:
        if item.error is not None:
            raise item.error
        if item.path is not None:
            document = read_path(item.path, date=date)
            return Found(item.name, replace(document, name=item.inside) if item.inside else document)
        if item.name == "-":
            return Found("-", read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "stdin", date=date))
        from summariser.documents.fetch import read_url  # loads the event loop

        return Found(item.name, read_url(item.name, date=date, network=network))
    except DocumentError as error:
        return Failed(item.name, error)


def _distinct(items: Iterator[_Item]) -> Iterator[_Item]:
    """The items without those that name the same file or link as one before."""
    seen: set[str] = set()
    for item in items:
        key = os.path.realpath(item.path) if item.path is not None else item.name
        if key not in seen:
            seen.add(key)
            yield item


def _expand(source: str) -> Iterator[_Item]:
    """What a source stands for."""
    if source == "-":
        yield _Item(source)
    elif _LINK.match(source):
        wrong = not source.lower().startswith(("http://", "https://"))
        error = DocumentError(f"{source} is not a link to a web page", hint="links begin with https:// or http://")
        yield _Item(source, error=error if wrong else None)
    elif "\0" in source or not source:
        yield _Item(source, error=DocumentError(f"{source!r} is not a valid path"))
    elif os.path.isdir(source):  # noqa: PTH112 - a name may be no path at all
        yield from _folder(Path(source))
    elif _PATTERN.search(source) and not os.path.lexists(source):
        yield from _matching(source)
    else:
        yield _Item(source, Path(source))


def _matching(pattern: str) -> Iterator[_Item]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - a pattern may be absolute
    if not matches:
        yield _Item(pattern, error=DocumentError(f"{pattern} matches no file", hint="check the pattern"))
    for match in matches:
        path = Path(match)
        if not path.is_dir():
            yield _Item(match, path)
        elif not pattern.endswith("**"):  # such a pattern names all below a folder anyway
            yield from _folder(path)


def _folder(folder: Path) -> Iterator[_Item]:
    """The files in a folder and below it, in the order of their paths."""
    refused: list[_Item] = []

    def refuse(error: OSError) -> None:
        name = str(error.filename)
        refused.append(_Item(name, error=DocumentError(f"{name} may not be read", hint="check its permissions")))

    root = folder.resolve()
    found: list[tuple[tuple[str, ...], _Item]] = []
    for where, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in (*folders, *files):
            path = Path(where, name)
            is_folder = name in folders
            if name.startswith(".") or (is_folder and not path.is_symlink()):
                continue
            inside = path.relative_to(folder)
            error = _unfit(path, root, is_folder=is_folder)
            found.append((inside.parts, _Item(str(path), None if error else path, inside.as_posix(), error)))
        if len(found) > MAX_SOURCES:
            break
    if not found and not refused:
        yield _Item(str(folder), error=DocumentError(f"{folder} holds no files", hint="check the path"))
    yield from (item for _, item in sorted(found, key=lambda one: one[0]))
    yield from refused


def _unfit(path: Path, root: Path, *, is_folder: bool) -> DocumentError | None:
    """Why something in a folder is not read, or None: links must not lead out of it, and pipes would never end."""
    if is_folder:
        return DocumentError(f"{path} is a link to a folder, which is not followed", hint="name that folder")
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(root):
            return DocumentError(f"{path} is a link that leads out of the folder", hint="name the file itself")
        regular = stat.S_ISREG(path.stat().st_mode)
    except (OSError, RuntimeError):
        return DocumentError(f"{path} is a broken link", hint="check it")
    return None if regular else DocumentError(f"{path} is not a file", hint="leave it out")
