"""The same commitment told by several sources becomes one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from summariser.note.acts import FAINT
from summariser.note.grouping import WordIndex
from summariser.note.likeness import Likeness, looks_back_on
from summariser.note.signals import main_clause
from summariser.note.tellings import TellingMaker
from summariser.note.words import marks_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.note.parties import PartyBook
    from summariser.note.sources import Source
    from summariser.note.tellings import Telling

__all__ = ["CommitmentMerger", "Row"]

_LOOKED_AT: Final = 3


@dataclass(eq=False)
class Row:
    """One commitment with all its tellings.

    Attributes:
        tellings: The newest source first once all are in.
    """

    tellings: list[Telling] = field(default_factory=list)

    @property
    def newest(self) -> Telling:
        """What the newest source tells."""
        return self.tellings[0]


class CommitmentMerger:
    """Finds commitments that are the same. Each source tells a commitment once at the most.

    Args:
        sources: The sources that are used.
        book: Their parties.

    Attributes:
        comparisons: Pairs of a telling and a row that were compared.
    """

    def __init__(self, sources: Sequence[Source], book: PartyBook) -> None:
        maker = TellingMaker(sources, book)
        self._tellings = [maker.of(source) for source in sources]
        self._likeness = Likeness(telling for told in self._tellings for telling in told)
        self._index = WordIndex()
        self.comparisons = 0

    def rows(self) -> list[Row]:
        """All commitments, each once; those of the oldest source come first."""
        rows: list[Row] = []
        for tellings in sorted(self._tellings, key=lambda told: told[0].source.age if told else 0):
            for at, home in enumerate(self._assign(tellings, rows)):
                number = len(rows) if home is None else home
                if home is None:
                    rows.append(Row())
                rows[number].tellings.append(tellings[at])
                self._index.add(number, tellings[at].keys)
        for row in rows:
            row.tellings.sort(key=lambda telling: -telling.source.age)
        return rows

    def _assign(self, tellings: Sequence[Telling], rows: Sequence[Row]) -> list[int | None]:
        """For each commitment of a source the row it belongs to, the closest pairs first."""
        scored = []
        for at, telling in enumerate(tellings):
            for number in self._index.candidates(telling.keys):
                self.comparisons += 1
                score = max((self._likeness.of(telling, told) for told in _looked_at(rows[number])), default=0.0)
                if score > 0:
                    scored.append((-score, at, number))
        found: list[int | None] = [None] * len(tellings)
        taken: set[int] = set()
        for _, at, number in sorted(scored):
            if found[at] is None and number not in taken:
                found[at] = number
                taken.add(number)
        for at, telling in enumerate(tellings):
            if found[at] is None and (only := _only_one(telling, rows)) is not None and only not in taken:
                found[at] = only
                taken.add(only)
        return found


def _only_one(telling: Telling, rows: Sequence[Row]) -> int | None:
    """The row that a party renews, keeps or gives up in other words: the only one it is bound by so far."""
    if not telling.sure or telling.status not in ("reaffirmed", "withdrawn", "fulfilled", "earlier"):
        return None
    own = [at for at, row in enumerate(rows) if any(not told.sides.isdisjoint(telling.sides) for told in row.tellings)]
    if len(own) != 1:
        return None
    told = rows[own[0]].tellings[0]
    marks = marks_of(main_clause(telling.action)), marks_of(main_clause(told.action))
    apart = marks[0].clash(marks[1], ended=telling.status == "withdrawn")
    apart = apart or (telling.status == "earlier" and not telling.words & told.words - FAINT)
    return None if apart or not looks_back_on(telling, told) else own[0]


def _looked_at(row: Row) -> list[Telling]:
    """Few tellings that stand for a row: the first and the last ones."""
    told = row.tellings
    return told if len(told) <= _LOOKED_AT else [told[0], *told[1 - _LOOKED_AT :]]
