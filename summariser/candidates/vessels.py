"""Names of ships, which are no parties: `mv Maid of Hale`, `the ferry, the Lady of Moil`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_vessels"]

_NAME = r"(?P<name>[A-Z][\w’'-]+(?:(?:\s+of)?\s+[A-Z][\w’'-]+){0,3})"
_PREFIXED = re.compile(rf"\b(?:mv|MV|m/v|M/V|[FRS]V|SS|HMS|USS|RMS|HMAS|HMCS)\s+{_NAME}")
_OF_KIND = re.compile(
    r"\b(?:ship|vessel|ferry|ferryboat|boat|lifeboat|trawler|tanker|freighter|frigate|destroyer|icebreaker|yacht|dredger|"
    rf"barge|schooner|liner|tugboat),?\s+(?:(?:named|called)\s+)?the\s+{_NAME}"
)


def find_vessels(text: str) -> Iterator[tuple[int, int]]:
    """Yield where ships are named: with a prefix or behind a word for ships once, and wherever the name comes back."""
    told = [match for pattern in (_PREFIXED, _OF_KIND) for match in pattern.finditer(text)]
    yield from (match.span() for match in told)
    names = sorted({match["name"] for match in told}, key=len, reverse=True)
    if names:
        again = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b(?!\s+[A-Z])")
        yield from (match.span() for match in again.finditer(text))
