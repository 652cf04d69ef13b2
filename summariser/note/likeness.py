"""Whether two sources tell of the same commitment, from what they say of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log
from typing import TYPE_CHECKING, Final

from summariser.grounding.units import MONEY_OR_SHARE
from summariser.note.acts import FAINT, in_contrast
from summariser.note.signals import main_clause
from summariser.note.words import content_stems, dice, marks_of, number_readings, shared_part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summariser.note.tellings import Telling

__all__ = ["SAME", "Likeness", "looks_back_on"]

SAME: Final = 0.8
"""The least likeness of two tellings of one commitment."""

_FAINT_WEIGHT: Final = 0.4
_PASSAGES: Final = 0.6
_NUMBER: Final = 0.35
_BARE_NUMBER: Final = 0.5
_DAY: Final = 0.25
_PART: Final = 0.6  # "finish its section", on the very day on which the whole is due
_SUM: Final = 0.2  # both acts are of money in one currency, of whatever sum
_PARTS: Final = content_stems("section part share portion stretch side half")
_CONTRAST: Final = 0.6
_ONE_WORD: Final = 0.15  # one shared word may be chance
_TAKES_UP: Final = 0.25  # what is renewed, given up or done was promised before
_OTHERS_OWED: Final = 0.2
_HELD: Final = 0.85  # what it counts that all words of one are in the other
_NOBODY_NAMED: Final = 0.75  # of the words, where a source does not say who is bound


class Likeness:
    """Compares tellings by words, numbers and days.

    A word counts less where one source uses it for several commitments, so that it tells none of them, and where half
    of all commitments hold it.

    Args:
        tellings: All tellings of the note.
    """

    def __init__(self, tellings: Iterable[Telling]) -> None:
        uses: Counter[str] = Counter()
        sources: dict[str, set[str]] = defaultdict(set)
        for telling in tellings:
            for word in telling.words | telling.wider:
                uses[word] += 1
                sources[word].add(telling.source.id)
        self._weights = {
            word: (_FAINT_WEIGHT if word in FAINT else 1.0) / (1 + log(uses[word] / len(sources[word])))
            for word in uses
        }

    def of(self, one: Telling, other: Telling) -> float:
        """How alike two tellings are; 0 where they are of different commitments.

        Amounts and days may have changed, so that others do not part them; the same ones join them. An ordinal, a
        direction, a label or a denial parts them.
        """
        apart = bool(one.sides and other.sides) and one.sides.isdisjoint(other.sides)
        if apart and ((one.sure and other.sure) or not one.numbers & other.numbers):
            return 0.0
        marks = marks_of(main_clause(one.action)), marks_of(main_clause(other.action))
        if marks[0].clash(marks[1], ended=_ended(one, other)):
            return 0.0
        words = dice(one.words, other.words, self._weight)
        held = _HELD * shared_part(one.words, other.words, self._weight) if len(one.words & other.words) > 1 else 0.0
        if (apart or not (one.sides and other.sides)) and max(words, held * apart) < _NOBODY_NAMED:
            return 0.0
        words = max(words, held)
        score = words + _PASSAGES * self._of_passages(one, other)
        score += _NUMBER * bool(one.numbers & other.numbers)
        score += _DAY * _same_day(one, other)
        score += _PART * (_same_day(one, other) and (_is_part(one) or _is_part(other)))
        score += _SUM * bool(one.words & other.words - FAINT and _currencies(one) & _currencies(other))
        if one.numbers & other.numbers and (one.words <= FAINT or other.words <= FAINT):
            score += _BARE_NUMBER  # "stand by the $45 million"
        if len(one.words & other.words) == 1 and len(one.words | other.words) > 1:
            score -= _ONE_WORD
        back = looks_back_on(one, other) and bool(one.words & other.words - FAINT)
        if in_contrast(one.act, other.act):
            several = len(one.words & other.words - FAINT) > 1
            score -= _CONTRAST / 2 if back and several else _CONTRAST
        score += _TAKES_UP * back
        if one.to and other.to and set(one.to).isdisjoint(other.to):
            score -= _OTHERS_OWED
        return score if score >= SAME and (words > 0 or one.numbers & other.numbers) else 0.0

    def _of_passages(self, one: Telling, other: Telling) -> float:
        narrow = dice(one.passage, other.passage, self._weight)
        return max(narrow, dice(one.wider, other.wider, self._weight))

    def _weight(self, word: str) -> float:
        return self._weights.get(word, 1.0)


def _same_day(one: Telling, other: Telling) -> bool:
    mine, theirs = one.deadline, other.deadline
    return bool(mine and theirs and mine.latest and mine.latest == theirs.latest)


def _currencies(telling: Telling) -> frozenset[str]:
    return frozenset(unit for _, unit in number_readings(telling.amount or "")) & MONEY_OR_SHARE - {"%", "point"}


def _is_part(telling: Telling) -> bool:
    return telling.words - FAINT <= _PARTS


def _ended(one: Telling, other: Telling) -> bool:
    """Whether one tells that it was taken back or refused: that is said with a denial, too."""
    return not {one.status, other.status}.isdisjoint({"withdrawn", "declined"})


def looks_back_on(one: Telling, other: Telling) -> bool:
    """Whether the newer one tells what became of an older promise of the same party."""
    newer, older = (one, other) if one.source.age >= other.source.age else (other, one)
    back = newer.status in ("withdrawn", "fulfilled", "reaffirmed", "earlier") or newer.again
    return back and not one.sides.isdisjoint(other.sides) and newer.source.age > older.source.age
