"""A line of progress on standard error while a model works."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.status import Status

    from summariser.pipeline.events import Progress

__all__ = ["Reporter"]

_CHARACTERS_PER_TOKEN = 3.5


class Reporter:
    """Shows document, stage, chunk and tokens so far; silent where standard error is no terminal.

    Args:
        quiet: Show nothing.
        documents: How many documents there are.
    """

    def __init__(self, *, quiet: bool, documents: int) -> None:
        self._shown = not quiet and sys.stderr.isatty()
        self._documents = documents
        self._head = ""
        self._status: Status | None = None

    def __enter__(self) -> Self:
        if self._shown:
            from rich.console import Console
            from rich.status import Status

            self._status = Status("loading the model", console=Console(stderr=True))
            self._status.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._status:
            self._status.stop()

    def start(self, number: int, name: str) -> None:
        """A document begins."""
        self._head = f"[{number + 1}/{self._documents}] {name}" if self._documents > 1 else name
        self._update("loading the model" if number == 0 else "reading")

    def show(self, progress: Progress) -> None:
        """A step of it is done."""
        words = progress.stage
        if progress.chunks > 1:
            words += f", chunk {min(progress.chunk + 1, progress.chunks)} of {progress.chunks}"
        if progress.characters:
            words += f", about {progress.characters / _CHARACTERS_PER_TOKEN:,.0f} tokens so far"
        self._update(words)

    def _update(self, words: str) -> None:
        if self._status:
            from rich.text import Text

            self._status.update(Text(f"{self._head}: {words}"))

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Take the line away while something else is printed."""
        if self._status:
            self._status.stop()
        try:
            yield
        finally:
            if self._status:
                self._status.start()
