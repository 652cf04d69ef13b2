"""Whether two sources tell of the same commitment, from what they say of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log
from typing import TYPE_CHECKING, Final

from summariser.note.acts import FAINT, in_contrast
from summariser.note.words import dice, marks_of, shared_part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summariser.note.commitments import Telling

__all__ = ["SAME", "Likeness"]

SAME: Final = 0.8
"""The least likeness of two tellings of one commitment."""

_FAINT_WEIGHT: Final = 0.4
_PASSAGES: Final = 0.6
_NUMBER: Final = 0.35
_BARE_NUMBER: Final = 0.5
_DAY: Final = 0.25
_CONTRAST: Final = 0.6
_ONE_WORD: Final = 0.15  # one shared word may be chance
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
            for word in telling.words | telling.passage:
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
        if one.sides and other.sides and one.sides.isdisjoint(other.sides):
            return 0.0
        if marks_of(one.commitment.action).clash(marks_of(other.commitment.action), ended=_ended(one, other)):
            return 0.0
        words = dice(one.words, other.words, self._weight)
        if not (one.sides and other.sides) and words < _NOBODY_NAMED:
            return 0.0
        if len(one.words & other.words) > 1:
            words = max(words, _HELD * shared_part(one.words, other.words, self._weight))
        score = words + _PASSAGES * dice(one.passage, other.passage, self._weight)
        score += _NUMBER * bool(one.numbers & other.numbers)
        score += _DAY * _same_day(one, other)
        if one.numbers & other.numbers and (one.words <= FAINT or other.words <= FAINT):
            score += _BARE_NUMBER  # "stand by the $45 million"
        if len(one.words & other.words) == 1 and len(one.words | other.words) > 1:
            score -= _ONE_WORD
        if in_contrast(one.act, other.act):
            score -= _CONTRAST
        if one.to and other.to and set(one.to).isdisjoint(other.to):
            score -= _OTHERS_OWED
        return score if score >= SAME and (words > 0 or one.numbers & other.numbers) else 0.0

    def _weight(self, word: str) -> float:
        return self._weights.get(word, 1.0)


def _same_day(one: Telling, other: Telling) -> bool:
    mine, theirs = one.commitment.deadline, other.commitment.deadline
    return bool(mine and theirs and mine.latest and mine.latest == theirs.latest)


def _ended(one: Telling, other: Telling) -> bool:
    """Whether one tells that it was taken back or refused: that is said with a denial, too."""
    return not {one.commitment.status, other.commitment.status}.isdisjoint({"withdrawn", "declined"})
