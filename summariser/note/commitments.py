"""The same commitment told by several sources becomes one."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from summariser.note.acts import act_words, one_word
from summariser.note.grouping import WordIndex
from summariser.note.likeness import Likeness
from summariser.note.words import content_stems, number_readings

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from summariser.note.parties import PartyBook
    from summariser.note.sources import Source
    from summariser.schemas.brief import Commitment

__all__ = ["CommitmentMerger", "Row", "Telling"]

_LOOKED_AT: Final = 3
_LEAST_NUMBER: Final = 10  # smaller ones stand in many acts
_YEARS: Final = (1800, 2200)


@dataclass(frozen=True, eq=False)
class Telling:
    """A commitment as one source tells it.

    Attributes:
        source: The source.
        commitment: What its brief holds.
        by: Who is bound, by the ids of the note.
        to: Whom it is owed to.
        sides: Who is bound, and whom these act for.
        act: Stems of what will be done, in order, without names of the bound, deadline, amount and condition.
        passage: Stems of its evidence.
        numbers: Amounts and other numbers of its action and evidence.
    """

    source: Source
    commitment: Commitment
    by: tuple[str, ...]
    to: tuple[str, ...]
    sides: frozenset[str]
    act: tuple[str, ...]
    passage: frozenset[str]
    numbers: frozenset[tuple[str, str]]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the act."""
        return frozenset(self.act)

    @cached_property
    def keys(self) -> list[Hashable]:
        """What it is looked up by: a word or a number, together with who is bound."""
        told = (*sorted(self.words), *sorted(self.numbers))
        return [(side, each) for side in (*sorted(self.sides), "") for each in told]


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
        self._book = book
        self._tellings = [
            [self._telling(source, commitment) for commitment in source.brief.commitments] for source in sources
        ]
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
        return found

    def _telling(self, source: Source, commitment: Commitment) -> Telling:
        by = self._book.all_of(source, commitment.by)
        to = self._book.all_of(source, commitment.to)
        sides = self._book.with_chiefs(by)
        named = [name for party in (*sides, *to) for name in self._book.parties[party].names]
        deadline = commitment.deadline.text if commitment.deadline else ""
        details = (deadline, commitment.amount or "", commitment.condition or "")
        empty = frozenset(one_word(word) for text in (*named, *details) for word in content_stems(text))
        act = act_words(commitment.action)
        passage = frozenset(one_word(word) for span in commitment.evidence for word in content_stems(span.text))
        return Telling(
            source=source,
            commitment=commitment,
            by=by,
            to=to,
            sides=sides,
            act=tuple(word for word in act if word not in empty) or act,
            passage=(passage - empty) or passage,
            numbers=_numbers(commitment),
        )


def _looked_at(row: Row) -> list[Telling]:
    """Few tellings that stand for a row: the first and the last ones."""
    told = row.tellings
    return told if len(told) <= _LOOKED_AT else [told[0], *told[1 - _LOOKED_AT :]]


def _numbers(commitment: Commitment) -> frozenset[tuple[str, str]]:
    """Numbers with their units that tell the act from others: neither small ones nor those of a date."""
    dates = commitment.deadline.text if commitment.deadline else ""
    texts = [commitment.action, commitment.amount or "", *(span.text for span in commitment.evidence)]
    found = frozenset(reading for text in texts for reading in number_readings(text)) - number_readings(dates)
    return frozenset((value, unit) for value, unit in found if _tells(value, unit))


def _tells(value: str, unit: str) -> bool:
    number = float(value)
    if number < _LEAST_NUMBER:
        return bool(unit) and not number.is_integer()
    return bool(unit) or not _YEARS[0] <= number <= _YEARS[1]
