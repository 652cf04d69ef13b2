"""The unfinished copy of a model file, to which each source adds, and what sources report."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from summariser.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["PartFile", "Progress", "Report", "SourceError", "Stage", "disk_error", "need_space"]

Stage = Literal["waiting", "downloading", "verifying"]
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}  # EDQUOT is not everywhere


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a pull is.

    Attributes:
        name: Name of the model.
        stage: "waiting" for another process that fetches the same file, "downloading", or "verifying".
        done: Bytes at hand or verified.
        total: Bytes in all, or None where not yet known.
        source: "hub" or "packages" while downloading, otherwise an empty string.
    """

    name: str
    stage: Stage
    done: int = 0
    total: int | None = None
    source: str = ""


Report = Callable[[Progress], None]


class SourceError(StoreError):
    """One source cannot deliver the file; another may."""


class PartFile:
    """An unfinished file. It stays between runs; each source goes on where it ends.

    Args:
        path: Where it lies; it need not exist.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def size(self) -> int:
        """Bytes at hand."""
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    def append(self, chunk: bytes) -> None:
        """Add bytes at the end.

        Raises:
            StoreError: The disk is full or cannot be written.
        """
        try:
            with self.path.open("ab") as file:
                file.write(chunk)
        except OSError as error:
            raise disk_error(error, self.path.parent) from None

    def cut(self, size: int) -> None:
        """Drop all bytes after the first `size`."""
        if self.size > size:
            with self.path.open("r+b") as file:
                file.truncate(size)


def need_space(folder: Path, size: int) -> None:
    """Make sure that a folder's disk has room.

    Args:
        folder: An existing folder.
        size: Bytes needed.

    Raises:
        StoreError: There is less.
    """
    free = shutil.disk_usage(folder).free
    if free < size:
        raise StoreError(
            f"not enough disk space in {folder}: {size / 1e6:,.0f} MB needed, {free / 1e6:,.0f} MB free",
            hint="free some, or set SUMMARISER_CACHE_DIR to a folder on another disk",
        )


def disk_error(error: OSError, folder: Path) -> StoreError:
    """What to raise where a folder could not be written.

    Args:
        error: What the system said.
        folder: The folder.

    Returns:
        The error, with a hint that tells a full disk from a forbidden one.
    """
    if error.errno in _FULL:
        return StoreError(
            f"the disk became full while writing to {folder}",
            hint="free some space and repeat the command: it goes on where it stopped",
        )
    return StoreError(
        f"cannot write to {folder}: {error.strerror}", hint="set SUMMARISER_CACHE_DIR to a folder you may write to"
    )
