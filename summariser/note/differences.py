"""Where sources differ on one matter, in their own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from summariser.note.recycled import HOLDING
from summariser.note.words import content_stems, dice, fold, marks_of, number_readings, one_line
from summariser.schemas.brief import DateRange
from summariser.schemas.note import Difference, DifferenceField, Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date as Date

    from summariser.note.citations import CitationBook
    from summariser.note.commitments import Row
    from summariser.note.tellings import Telling

__all__ = ["commitment_differences", "same_sums"]

_VAGUE: Final = re.compile(r"\b(?:mid(?:dle)?|early|late|spring|summer|autumn|winter|around|about)\b", re.IGNORECASE)
_SEASON: Final = 92  # days
_LONGEST_ABOUT: Final = 120
_SAME_CONDITION: Final = 0.5


@dataclass(frozen=True)
class _Said:
    """What one source says of a field: its words, and a value to compare."""

    telling: Telling
    text: str
    value: object


def commitment_differences(rows: Sequence[tuple[str, str, Row]], citations: CitationBook) -> list[Difference]:
    """Deadlines, amounts, statuses and conditions on which the sources of one commitment differ.

    Args:
        rows: For each commitment its id, its action and its tellings.
        citations: Gives the numbers.

    Returns:
        The differences without ids, in the order of the commitments.
    """
    found = []
    for row_id, action, row in rows:
        if len(row.tellings) < 2:
            continue
        oldest_first = list(reversed(row.tellings))
        for name, said, same in _FIELDS:
            values = [one for telling in oldest_first if (one := said(telling)) is not None]
            groups = _distinct(values, same)
            if len(groups) > 1:
                wordings = [_wording(group, citations) for group in groups]
                found.append(Difference(id="d0", field=name, about=_about(action), items=[row_id], wordings=wordings))
    return found


def _distinct(values: Iterable[_Said], same: Callable[[_Said, _Said], bool]) -> list[list[_Said]]:
    groups: list[list[_Said]] = []
    for value in values:
        home = next((group for group in groups if any(same(each, value) for each in group[:3])), None)
        if home is None:
            groups.append([value])
        else:
            home.append(value)
    return groups


def _wording(group: Sequence[_Said], citations: CitationBook) -> Wording:
    """The words of the oldest source that says so; all that say so are cited."""
    first = group[0]
    cites = [
        number for said in group for item in said.telling.items for number in citations.cite(said.telling.source, item)
    ]
    latest = first.value.latest if isinstance(first.value, DateRange) else None
    return Wording(source=first.telling.source.id, text=first.text, latest=latest, cites=list(dict.fromkeys(cites)))


def _about(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST_ABOUT else line[:_LONGEST_ABOUT].rsplit(" ", 1)[0] + " …"


def _deadline(telling: Telling) -> _Said | None:
    deadline = telling.deadline
    return _Said(telling, one_line(deadline.text), deadline) if deadline else None


def _same_deadline(one: _Said, other: _Said) -> bool:
    return same_days(one.value, other.value)  # type: ignore[arg-type] # both are date ranges


def same_days(one: DateRange, other: DateRange) -> bool:
    """Whether two wordings can mean the same days: a year and a day inside it do, as far as the last day goes."""
    if fold(one.text) == fold(other.text):
        # "in September" of two years is not the same.
        return not (one.latest and other.latest and one.latest != other.latest)
    if one.latest and other.latest:
        return _same_last_day(one, other, one.latest, other.latest)
    if one.earliest and other.earliest and not (one.latest or other.latest):
        return one.earliest == other.earliest
    if (one.latest or one.earliest) and (other.latest or other.earliest):
        return False
    # One of them at least cannot be resolved: only different numbers or names of months tell that they differ.
    mine, theirs = set(fold(one.text).split()), set(fold(other.text).split())
    return (
        mine <= theirs
        or theirs <= mine
        or not (_figures(mine) and _figures(theirs) and _figures(mine) != _figures(theirs))
    )


def _same_last_day(one: DateRange, other: DateRange, mine: Date, theirs: Date) -> bool:
    if mine == theirs:
        return True
    if (_VAGUE.search(one.text) or _VAGUE.search(other.text)) and abs((mine - theirs).days) <= _SEASON:
        return True
    return _only_year(one) != _only_year(other) and mine.year == theirs.year


def _figures(words: set[str]) -> set[str]:
    return {word for word in words if word[0].isdigit()}


def _only_year(when: DateRange) -> bool:
    digits = [word for word in fold(when.text).split() if any(char.isdigit() for char in word)]
    whole = when.latest is not None and (when.latest.month, when.latest.day) == (12, 31)
    exact = {"december", "end", "close"} & set(fold(when.text).split())
    return whole and len(digits) == 1 and len(digits[0]) == 4 and not exact


def _amount(telling: Telling) -> _Said | None:
    amount = telling.amount
    return _Said(telling, one_line(amount), number_readings(amount)) if amount else None


def _same_amount(one: _Said, other: _Said) -> bool:
    if not one.value or not other.value:
        return fold(one.text) == fold(other.text) or not (one.value or other.value)
    return not one.value.isdisjoint(other.value)  # type: ignore[attr-defined] # both are sets


def same_sums(action: str, amount: str) -> bool:
    """Whether an act names no other quantity of the unit of an amount than that amount."""
    told, wanted = number_readings(action), number_readings(amount)
    units = {unit for _, unit in wanted}
    return not wanted.isdisjoint(told) or not any(unit in units for _, unit in told)


def _status(telling: Telling) -> _Said | None:
    status = telling.status
    if status is None:
        return None
    return _Said(telling, telling.evidence, "bound" if status in HOLDING else status)


def _same_value(one: _Said, other: _Said) -> bool:
    return one.value == other.value


def _condition(telling: Telling) -> _Said | None:
    condition = telling.condition
    return _Said(telling, one_line(condition), content_stems(condition)) if condition else None


def _same_condition(one: _Said, other: _Said) -> bool:
    if fold(one.text) == fold(other.text):
        return True
    numbers = number_readings(one.text), number_readings(other.text)
    if numbers[0] and numbers[1] and numbers[0].isdisjoint(numbers[1]):
        return False
    if marks_of(one.text).denied != marks_of(other.text).denied:
        return False
    return dice(one.value, other.value) >= _SAME_CONDITION  # type: ignore[arg-type] # both are sets


_Reader = tuple[DifferenceField, "Callable[[Telling], _Said | None]", "Callable[[_Said, _Said], bool]"]
_FIELDS: Final[tuple[_Reader, ...]] = (
    ("deadline", _deadline, _same_deadline),
    ("amount", _amount, _same_amount),
    ("status", _status, _same_value),
    ("condition", _condition, _same_condition),
)
