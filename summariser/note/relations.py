"""Whether two sources are on one matter, from the names and numbers that they share."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from summariser.note.claims import names_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.note.claims import Claim
    from summariser.note.counts import Count

__all__ = ["ONE_MATTER", "RELATED", "Relations"]

RELATED: Final = 2
"""Names and numbers that sources on one matter share at the least."""

ONE_MATTER: Final = 4
"""So many that what each has once of a kind is of the same thing."""

_SHARE: Final = 0.2
"""Of the names of the source with fewer, those that the other has too; less is chance."""

_TELLING: Final = 13  # numbers from which on another source hardly has the same by chance
_IN_SENTENCE_CASE: Final = re.compile(r"\b[a-z]{5,}")  # of which a title with all words in capitals has none


class Relations:
    """Counts what two sources share.

    Args:
        claims: Sentences of all sources.
        counts: Their numbers.
    """

    def __init__(self, claims: Sequence[Claim], counts: Sequence[Count]) -> None:
        self._names: dict[str, set[str]] = defaultdict(set)
        self._capitals: dict[str, set[str]] = defaultdict(set)
        self._numbers: dict[str, set[str]] = defaultdict(set)
        self._shared: dict[tuple[str, str], int] = {}
        for source in {claim.source.id: claim.source for claim in claims}.values():
            title = source.brief.title or ""
            self._capitals[source.id] |= names_in(f"— {title}")
            if _IN_SENTENCE_CASE.search(title):
                self._names[source.id] |= names_in(title)
        for claim in claims:
            self._names[claim.source.id] |= claim.names
            self._capitals[claim.source.id] |= claim.capitals
        self._counts: dict[Claim, list[Count]] = defaultdict(list)
        for count in counts:
            self._counts[count.claim].append(count)
            if count.value >= _TELLING:
                self._numbers[count.claim.source.id].add(f"{count.kind} {count.value:g}")

    def between(self, one: str, other: str) -> int:
        """How many names and numbers two sources share."""
        key = (one, other) if one < other else (other, one)
        if key not in self._shared:
            names = (self._names[one] & self._capitals[other]) | (self._capitals[one] & self._names[other])
            fewer = min(len(self._names[one]), len(self._names[other]))
            self._shared[key] = (
                len(names) + len(self._numbers[one] & self._numbers[other]) if len(names) >= _SHARE * fewer else 0
            )
        return self._shared[key]

    def links(self, one: Claim, other: Claim) -> int:
        """How many numbers two sentences share."""
        theirs = self._counts.get(other, ())
        return sum(any(mine.links(each) for each in theirs) for mine in self._counts.get(one, ()))
