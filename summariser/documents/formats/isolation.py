"""Readers run in a process of their own, with a bound on time and memory, for what they read may be hostile.

Damaged files crash or hang readers written in C, and some web pages take the best extractor hours. A process can be
stopped; and PDFium, which must not be used by two threads at once, then never is.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import json
import os
import subprocess
import sys
from typing import NamedTuple, cast

from summariser.documents.formats.extract import Extract, Source
from summariser.documents.formats.kinds import DOCX, EML, HTML, MHTML, PDF
from summariser.errors import DocumentError

__all__ = ["READERS", "SECONDS", "Reader", "read_apart"]

SECONDS = 60.0
"""Longest time that reading one file may take."""

_MEMORY = 3 * 1024**3  # bytes of address space, a few times what the largest file takes
_PASSED_ON = ("PATH", "PYTHONHOME", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMPDIR")
_DONE, _REFUSED = b"+", b"-"


class Reader(NamedTuple):
    """A reader of one kind of file.

    Attributes:
        kind: The kind in words: "a PDF".
        module: Holds its function `read(source)`.
        library: What it needs, or None.
        extra: What installs that.
    """

    kind: str
    module: str
    library: str | None = None
    extra: str = ""


_HERE = "summariser.documents.formats"
READERS: dict[str, Reader] = {
    PDF: Reader("a PDF", f"{_HERE}.pdf", "pypdfium2", "pdf"),
    DOCX: Reader("a Word file", f"{_HERE}.docx", "docx", "docx"),
    HTML: Reader("a web page", f"{_HERE}.html", "trafilatura", "html"),
    EML: Reader("a mail", f"{_HERE}.eml"),
    MHTML: Reader("a saved web page", f"{_HERE}.mhtml", "trafilatura", "html"),
}
"""The reader of each media type."""


def read_apart(media_type: str, source: Source, name: str, *, seconds: float | None = None) -> Extract:
    """Read a file in a process of its own.

    Args:
        media_type: A key of `READERS`.
        source: The file.
        name: What to call it in an error.
        seconds: Longest time it may take; None for `SECONDS`.

    Returns:
        What was read.

    Raises:
        DocumentError: It cannot be read, takes too long or crashes its reader, or its reader is not installed.
    """
    reader = READERS[media_type]
    if reader.library and importlib.util.find_spec(reader.library) is None:
        raise DocumentError(
            f"{name} is {reader.kind}, and what reads it is not installed", hint=f"install summariser[{reader.extra}]"
        )
    if not sys.executable or getattr(sys, "frozen", False):  # there is no interpreter to start
        return _read_here(reader.module, source, name)
    limit = SECONDS if seconds is None else seconds
    header = {"module": reader.module, "charset": source.charset, "url": source.url, "seconds": limit}
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter with fixed arguments
            [sys.executable, "-P", "-m", __name__],
            input=json.dumps(header).encode() + b"\n" + source.data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # it may hold words of the document
            env=_environment(),
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise DocumentError(
            f"{name} could not be read within {limit:.0f} seconds", hint="split it, or give its text"
        ) from None
    mark, answer = done.stdout[:1], done.stdout[1:]
    if done.returncode != 0 or mark not in {_DONE, _REFUSED}:
        raise DocumentError(f"{name} could not be read: its reader crashed", hint="it may be damaged; save it anew")
    if mark == _REFUSED:
        message, hint = json.loads(answer)
        raise DocumentError(f"{name} {message}", hint=hint)
    return Extract.from_json(answer)


def _read_here(module: str, source: Source, name: str) -> Extract:
    try:
        return _read(module, source)
    except DocumentError as error:
        raise DocumentError(f"{name} {error.message}", hint=error.hint) from None


def _read(module: str, source: Source) -> Extract:
    return cast("Extract", importlib.import_module(module).read(source))


def _environment() -> dict[str, str]:
    """What the process needs to find the same modules, and nothing secret."""
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}


def _bound(seconds: float) -> None:
    """Bound this process, where the system lets it."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 5, int(seconds) + 5))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _main() -> None:
    """Read what standard input holds and write the extract or the refusal to standard output."""
    out, sys.stdout = sys.stdout.buffer, sys.stderr  # what a library prints is no answer
    header = json.loads(sys.stdin.buffer.readline())
    source = Source(sys.stdin.buffer.read(), header["charset"], header["url"])
    _bound(header["seconds"])
    try:
        answer = _DONE + _read(header["module"], source).to_json().encode()
    except DocumentError as error:
        answer = _REFUSED + json.dumps([error.message, error.hint]).encode()
    except MemoryError:
        answer = _REFUSED + json.dumps(["takes too much memory to read", "split it, or give its text"]).encode()
    out.write(answer)


if __name__ == "__main__":
    _main()
