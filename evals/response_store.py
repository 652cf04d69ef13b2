"""Answers of models, kept by content in one SQLite file: crash-safe, shared by processes, never pruned."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, Self

from summariser.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

__all__ = ["Recorded", "ResponseStore"]

_WAIT_SECONDS = 60.0
_TABLE = """
CREATE TABLE IF NOT EXISTS responses (
    key TEXT PRIMARY KEY, completion TEXT NOT NULL, seconds REAL NOT NULL, made TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) WITHOUT ROWID
"""


class Recorded(NamedTuple):
    """An answer of a model.

    Attributes:
        completion: The raw completion, as JSON.
        seconds: Wall time of the question when it was asked.
    """

    completion: str
    seconds: float


class ResponseStore:
    """The answers on this machine. Belongs to one thread; each answer is on disk before `put` returns.

    Args:
        path: The file; it is made with its folder. Several processes may use it at once.

    Raises:
        InputError: It cannot be opened or is no such file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
        try:
            with self._told():
                # A reader never waits for a writer; a committed answer survives a killed process and a power cut.
                self._database.execute("PRAGMA journal_mode=WAL")
                self._database.execute("PRAGMA synchronous=FULL")
                self._database.execute(_TABLE)
        except InputError:
            self.close()
            raise

    def get(self, key: str) -> Recorded | None:
        """The answer under a key, or None."""
        with self._told():
            row = self._database.execute("SELECT completion, seconds FROM responses WHERE key = ?", (key,)).fetchone()
        return Recorded(*row) if row else None

    def put(self, key: str, answer: Recorded) -> None:
        """Keep an answer; one that is there is replaced."""
        with self._told():
            self._database.execute(
                "INSERT OR REPLACE INTO responses (key, completion, seconds) VALUES (?, ?, ?)", (key, *answer)
            )

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise InputError(
                f"cannot use the cache {self._path}: {error}", hint="move it away, or set SUMMARISER_CACHE_DIR"
            ) from None
