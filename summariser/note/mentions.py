"""Facts that tell of a commitment: that it is done or given up, that its day or its sum is another one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from summariser.grounding.units import MONEY_OR_SHARE
from summariser.note.acts import FAINT
from summariser.note.grouping import WordIndex
from summariser.note.mention import mention_of, stems_of
from summariser.note.signals import is_again
from summariser.note.tellings import Telling
from summariser.note.words import fold, marks_of, number_readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.note.commitments import Row
    from summariser.note.mention import Mention
    from summariser.note.parties import PartyBook
    from summariser.note.sources import Source

__all__ = ["attach_mentions"]

_BOUND: Final = frozenset({"new", "reaffirmed", "proposed"})
_POSSESSIVE: Final = re.compile(r"['’]s?\b")
_ENOUGH: Final = 0.7
_BY_WORDS: Final = 0.9
_FAINT: Final = 0.4
_NAMED: Final = 0.2
_OTHERS: Final = 0.2
_NUMBER: Final = 0.4
_LABEL: Final = 0.3
_SAME_VERB: Final = 0.1
_MOST_SHARE: Final = 0.9  # of the likeness, where only the words of the fact are in the commitment
_FEWEST_OWN: Final = 2


def attach_mentions(rows: Sequence[Row], sources: Sequence[Source], book: PartyBook) -> None:
    """Give the rows the facts that tell of them. Facts make no rows of their own.

    A fact tells of a commitment where it says that something is done, given up or to come, or gives a sum, and holds
    most words of the act, or all its own words of weight are of the act; who is bound and numbers count, too.

    Args:
        rows: The commitments; their tellings grow.
        sources: The sources that are used.
        book: Their parties.
    """
    finder = _Finder(rows, book)
    for source in sorted(sources, key=lambda one: (one.age, one.id)):
        for item in source.brief.context:
            mention = mention_of(source, item)
            if mention is not None:
                finder.attach(mention)
    for row in rows:
        row.tellings.sort(key=lambda telling: -telling.source.age)


class _Finder:
    """Finds the row that a fact tells of."""

    def __init__(self, rows: Sequence[Row], book: PartyBook) -> None:
        self._rows, self._book = rows, book
        self._index = WordIndex()
        self._uses: Counter[str] = Counter()
        self._own = {
            (telling.source.id, span.start, span.end): number
            for number, row in enumerate(rows)
            for telling in row.tellings
            for item in telling.items
            for span in item.evidence
        }
        for number, row in enumerate(rows):
            words = frozenset().union(*(telling.words for telling in row.tellings))
            self._uses.update(words)
            self._index.add(number, sorted(words))
        self._names = {
            party.id: [f" {fold(name).removeprefix('the ')} " for name in party.names]
            for party in book.parties.values()
        }

    def attach(self, mention: Mention) -> None:
        """Give a fact to the row it tells of, if any."""
        if self._is_told(mention):
            return
        scored = [
            (score, -number)
            for number in self._index.candidates(sorted(mention.words))
            if (score := self._score(mention, self._rows[number])) >= _ENOUGH
        ]
        if not scored:
            return
        row = self._rows[-max(scored)[1]]
        own = next((at for at, told in enumerate(row.tellings) if told.source is mention.source), None)
        if own is None:
            row.tellings.append(_telling(mention, row))
            row.tellings.sort(key=lambda telling: -telling.source.age)
        elif (completed := _completed(row.tellings[own], mention)) is not None:
            row.tellings[own] = completed

    def _is_told(self, mention: Mention) -> bool:
        """Whether a commitment of the source rests on words of the same passage."""
        spans = mention.item.evidence
        return any(
            source == mention.source.id and start < span.end and span.start < end
            for source, start, end in self._own
            for span in spans
        )

    def _score(self, mention: Mention, row: Row) -> float:
        """How much a fact tells of a row; 0 where it tells of another thing, or nothing new."""
        told = [telling for telling in row.tellings if telling.direct]
        every = frozenset().union(*(telling.words for telling in row.tellings))
        numbers = frozenset().union(*(telling.numbers for telling in row.tellings)) & mention.numbers
        if _is_apart(mention, told) or (
            mention.status in _BOUND and not (mention.deadline or mention.amount or numbers)
        ):
            return 0.0
        named = self._named(mention)
        shared = mention.words & every - FAINT
        own = mention.clause - (self._stems_of(named) - every)
        whole = len(own) > _FEWEST_OWN and own <= every
        sides = self._sides(mention, row, named)
        sure = numbers or whole or (mention.status is None and sides > 0)
        if not shared or (len(shared) == 1 and not sure and self._uses[next(iter(shared))] > 1):
            return 0.0
        score = max(_part(telling.words, mention.words) for telling in row.tellings)
        if whole or len(own - FAINT) >= _FEWEST_OWN:
            score = max(score, _MOST_SHARE * _part(own, every))
        labelled = bool(mention.label and mention.label <= every)
        score += _NUMBER * bool(numbers) + _LABEL * labelled + _SAME_VERB * bool(mention.words & every & FAINT)
        near = numbers or whole or labelled or sides > 0 or any(one.source is mention.source for one in told)
        if not near and (score < _BY_WORDS or len(shared) < _FEWEST_OWN):
            return 0.0  # another source, nobody named, no number: few words may be chance
        return score + sides

    def _named(self, mention: Mention) -> set[str]:
        """The parties that a passage names."""
        text = _searched(mention.passage.text)
        return {party for party, names in self._names.items() if any(name in text for name in names)}

    def _stems_of(self, parties: set[str]) -> frozenset[str]:
        return frozenset().union(*(stems_of(name) for party in parties for name in self._names[party]))

    def _sides(self, mention: Mention, row: Row, named: set[str]) -> float:
        """Whether the passage names who is bound, or only others."""
        text = _searched(mention.passage.text)
        bound = frozenset().union(*(telling.sides for telling in row.tellings))
        if named & bound:
            return _NAMED
        others = {party for party in named - bound if self._book.parties[party].kind != "person"}
        opening = text[: len(text) // 3]
        return -_OTHERS * any(name in opening for party in others for name in self._names[party])


def _searched(text: str) -> str:
    """A text in which folded names are looked for, without the mark of possession."""
    return f" {fold(_POSSESSIVE.sub(' ', text))} "


def _part(words: frozenset[str], other: frozenset[str]) -> float:
    """The weight of the words of one that are in the other."""
    whole = sum(map(_weight, words))
    return sum(map(_weight, words & other)) / whole if whole else 0.0


def _weight(word: str) -> float:
    return _FAINT if word in FAINT else 1.0


def _is_apart(mention: Mention, told: Sequence[Telling]) -> bool:
    """Whether a fact is of another act, of less of it, or of a sum where the act is of none."""
    if any(marks_of(telling.action).clash(marks_of(mention.passage.text), ended=True) for telling in told):
        return True
    if mention.status == "fulfilled":
        return _is_less(mention, told)
    return mention.status is None and not _is_of_money(mention, told)


def _is_of_money(mention: Mention, told: Sequence[Telling]) -> bool:
    """Whether a sum is one of a commitment to a sum in the same currency."""
    units = {unit for _, unit in number_readings(mention.amount or "")} & MONEY_OR_SHARE
    return any(units & {unit for _, unit in number_readings(telling.amount or "")} for telling in told)


def _is_less(mention: Mention, told: Sequence[Telling]) -> bool:
    """Whether something done is another quantity than what was promised."""
    done = {unit: value for value, unit in mention.numbers}
    promised = {(value, unit) for telling in told for value, unit in telling.numbers}
    units = {unit for _, unit in promised} & done.keys() - MONEY_OR_SHARE
    return any((done[unit], unit) not in promised for unit in units)


def _telling(mention: Mention, row: Row) -> Telling:
    """A fact as the telling of a source that has the commitment nowhere else."""
    last = row.newest
    return Telling(
        source=mention.source,
        items=(mention.item,),
        action=last.action,
        status=mention.status,
        deadline=mention.deadline,
        condition=None,
        amount=mention.amount,
        by=(),
        to=(),
        sides=last.sides,
        act=tuple(sorted(mention.clause or mention.words)),
        passage=mention.words,
        wider=mention.words,
        numbers=mention.numbers,
        named=False,
        sure=False,
        again=is_again(mention.passage.text),
        direct=False,
    )


def _completed(telling: Telling, mention: Mention) -> Telling | None:
    """A telling with what a fact of its source adds; None where it adds nothing."""
    status = telling.status
    if mention.status in ("fulfilled", "withdrawn") and status in ("new", "reaffirmed", "earlier", "proposed", None):
        status = mention.status
    deadline = telling.deadline or mention.deadline
    amount = telling.amount or mention.amount
    if (status, deadline, amount) == (telling.status, telling.deadline, telling.amount):
        return None
    return replace(telling, items=(*telling.items, mention.item), status=status, deadline=deadline, amount=amount)
