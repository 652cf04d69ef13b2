"""What lies outside given stretches of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["outside"]


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=_Stretch)


def outside(items: Iterable[S], spans: Iterable[tuple[int, int]]) -> list[S]:
    """The items that touch none of the spans, in order of place. Linear but for the sorting."""
    ordered = sorted(spans)
    kept: list[S] = []
    at = reach = 0  # spans begun so far, and how far they reach
    for item in sorted(items, key=lambda item: item.start):
        while at < len(ordered) and ordered[at][0] < item.end:
            reach = max(reach, ordered[at][1])
            at += 1
        if reach <= item.start:
            kept.append(item)
    return kept
