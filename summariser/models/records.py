"""What is remembered of a model file beside it: its hash, with the size and time of change it had then."""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from summariser.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Record", "hash_file", "read_record", "record_path", "write_record"]

_CHUNK = 1 << 22


@dataclass(frozen=True, slots=True)
class Record:
    """A verified file.

    Attributes:
        name: What users call the model.
        sha256: Of the file.
        size: In bytes.
        mtime_ns: Its time of change, in nanoseconds.
    """

    name: str
    sha256: str
    size: int
    mtime_ns: int

    def fits(self, path: Path) -> bool:
        """Whether the file has not been touched since."""
        facts = path.stat()
        return (facts.st_size, facts.st_mtime_ns) == (self.size, self.mtime_ns)


def record_path(path: Path) -> Path:
    """Where the record of a file lies."""
    return path.with_name(f"{path.name}.json")


def read_record(path: Path) -> Record | None:
    """The record of a file, or None where there is none or it is damaged."""
    try:
        record = Record(**json.loads(record_path(path).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
    return record if isinstance(record.sha256, str) and isinstance(record.name, str) else None


def write_record(path: Path, name: str, sha256: str) -> None:
    """Remember that a file was verified. Where the folder cannot be written, it is verified again next time."""
    facts = path.stat()
    record = Record(name=name, sha256=sha256, size=facts.st_size, mtime_ns=facts.st_mtime_ns)
    target = record_path(path)
    new = target.with_suffix(".new")
    with contextlib.suppress(OSError):
        new.write_text(json.dumps(asdict(record), indent=1) + "\n", encoding="utf-8")
        new.replace(target)


def hash_file(path: Path, on_progress: Callable[[int], None] | None = None) -> str:
    """The SHA-256 of a file in hexadecimal digits.

    Args:
        path: The file.
        on_progress: Called with the number of bytes read so far.

    Returns:
        The digits, in lower case.

    Raises:
        StoreError: The file cannot be read.
    """
    digest, done = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                done += len(chunk)
                if on_progress:
                    on_progress(done)
    except OSError as error:
        raise StoreError(f"cannot read {path}: {error.strerror}") from None
    return digest.hexdigest()
