"""The coverage ledger: what happened to every character of the document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summariser.schemas import Coverage, CoverageChunk, Dropped
from summariser.schemas.brief import ChunkStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.documents import Document

__all__ = ["Ledger"]

_LONGEST_VALUE = 300
_Part = tuple[int, int, ChunkStatus, str | None]


@dataclass
class Ledger:
    """Collects what was read, what was not and why, and what was left out of the brief.

    Attributes:
        document: The document.
    """

    document: Document
    _parts: list[_Part] = field(default_factory=list)
    _dropped: list[Dropped] = field(default_factory=list)

    def note(self, start: int, end: int, status: ChunkStatus, reason: str | None = None) -> None:
        """Note what happened to a chunk."""
        self._parts.append((start, end, status, reason))

    def drop(self, part: str, reason: str, value: str) -> None:
        """Note something that the document does not bear out."""
        shown = value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 2] + " …"
        item = Dropped(part=part, reason=reason, value=shown)
        if item not in self._dropped:
            self._dropped.append(item)

    def coverage(self) -> Coverage:
        """The ledger as part of the brief; white space between two parts belongs to the first."""
        skipped: list[_Part] = [(item.start, item.end, "skipped", item.reason) for item in self.document.furniture]
        gaps: list[_Part] = [(gap.start, gap.end, "failed", gap.reason) for gap in self.document.gaps]
        chunks = _tile(len(self.document.text), [*self._parts, *skipped, *gaps])
        read = sum(chunk.end - chunk.start for chunk in chunks if chunk.status == "read")
        lost = [chunk for chunk in chunks if chunk.status in ("failed", "truncated")]
        fate = {"failed": "were not read", "truncated": "were cut"}
        warnings = [f"characters {c.start:,} to {c.end:,} {fate[c.status]}: {c.reason}" for c in lost]
        return Coverage(
            characters=len(self.document.text), read=read, chunks=chunks, dropped=self._dropped, warnings=warnings
        )


def _tile(length: int, parts: Sequence[_Part]) -> list[CoverageChunk]:
    """Cut the parts into neighbours that cover the whole; of two that overlap, the later one has the last word."""
    bounds = sorted({0, length} | {bound for start, end, *_ in parts for bound in (start, end)})
    index = {bound: i for i, bound in enumerate(bounds)}
    owners: list[_Part | None] = [None] * (len(bounds) - 1)
    for part in parts:
        owners[index[part[0]] : index[part[1]]] = [part] * (index[part[1]] - index[part[0]])
    tiles: list[CoverageChunk] = []
    begin = 0
    for i, owner in enumerate(owners):
        if owner is None:
            if tiles:
                tiles[-1].end = begin = bounds[i + 1]
        else:
            tiles.append(CoverageChunk(start=begin, end=bounds[i + 1], status=owner[2], reason=owner[3]))
            begin = bounds[i + 1]
    return tiles
