"""The cache of a run: looks in the store, then in recordings, and notes for each document what it asked."""

from __future__ import annotations

import time
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summariser.evals.response_store import Recorded, ResponseStore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.evals.recordings import Recording

__all__ = ["Answers", "Asking"]


@dataclass
class Asking:
    """What one document asked.

    Attributes:
        replayed: Keys of answers that were there.
        fresh: Keys of answers that the model gave now.
        seconds: Wall time of the questions, each as it was when the model answered it.
    """

    replayed: dict[str, float] = field(default_factory=dict)
    fresh: dict[str, float] = field(default_factory=dict)
    began: dict[str, float] = field(default_factory=dict)

    @property
    def seconds(self) -> float:
        """Wall time of all questions."""
        return sum(self.replayed.values()) + sum(self.fresh.values())


# Tasks begun for a document inherit it, so that an answer is booked to its document though several are under way.
_asking: ContextVar[Asking | None] = ContextVar("asking", default=None)


class Answers:
    """A `ResponseCache` over a store and recordings.

    Args:
        store: Takes new answers; None keeps none.
        recordings: Looked through after it, in order; never written.
    """

    def __init__(self, store: ResponseStore | None, recordings: Sequence[Recording] = ()) -> None:
        self._store = store
        self._recordings = recordings

    @contextmanager
    def booked(self) -> Iterator[Asking]:
        """Within it, what is asked is noted in what it yields."""
        asking = Asking()
        token = _asking.set(asking)
        try:
            yield asking
        finally:
            _asking.reset(token)

    def find(self, key: str) -> Recorded | None:
        """The answer under a key with its time, or None; nothing is noted."""
        found = self._store.get(key) if self._store else None
        for recording in self._recordings:
            found = found or recording.get(key)
        return found

    def get(self, key: str) -> str | None:
        """The completion under a key, or None."""
        found = self.find(key)
        if asking := _asking.get():
            asking.began[key] = time.perf_counter()
            if found:
                asking.replayed[key] = found.seconds
        return found.completion if found else None

    def put(self, key: str, completion: str) -> None:
        """Keep a completion."""
        seconds = 0.0
        if asking := _asking.get():
            now = time.perf_counter()
            seconds = now - asking.began.pop(key, now)
            asking.replayed.pop(key, None)  # it was there, but did not hold what is asked for today
            asking.fresh[key] = seconds
        if self._store:
            self._store.put(key, Recorded(completion, seconds))
