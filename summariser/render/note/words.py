"""The program's own words in a note: spelling and dates follow the house style. Words of the sources never change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.render.inert import one_line

if TYPE_CHECKING:
    from datetime import date

    from summariser.render.note.style import Style
    from summariser.schemas.brief import DateRange

__all__ = ["Words", "clean"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_AMERICAN = {"organisation": "organization", "summarised": "summarized", "recognised": "recognized"}
_TO_CHANGE = re.compile("|".join(_AMERICAN), re.IGNORECASE)
_PLANES = range(17)
_NONCHARACTERS = re.compile(
    f"[\ufdd0-\ufdef{''.join(chr((plane << 16) + last) for plane in _PLANES for last in (0xFFFE, 0xFFFF))}]"
)


def clean(text: str) -> str:
    """Foreign text on one line, without control characters, direction controls and non-characters."""
    return one_line(_NONCHARACTERS.sub("\N{REPLACEMENT CHARACTER}", text))


class Words:
    """Words in one house style.

    Args:
        style: The house style.
    """

    def __init__(self, style: Style) -> None:
        self._american = style.spelling == "american"
        self._dates = style.date_style

    def own(self, text: str) -> str:
        """A text of the program in the spelling of the house."""
        return _TO_CHANGE.sub(_american, text) if self._american else text

    def day(self, day: date) -> str:
        """A day: "12 March 2025", "March 12, 2025" or "2025-03-12"."""
        if self._dates == "iso":
            return day.isoformat()
        month = _MONTHS[day.month - 1]
        return f"{day.day} {month} {day.year}" if self._dates == "12 March 2025" else f"{month} {day.day}, {day.year}"

    def interval(self, first: date, last: date) -> str:
        """The days from first to last, as short as the style allows; a whole month or year by its name."""
        if first == last:
            return self.day(last)
        if self._dates == "iso":
            return f"{first.isoformat()} to {last.isoformat()}"
        whole = _whole(first, last)
        if whole:
            return whole
        if (first.year, first.month) == (last.year, last.month):
            month = _MONTHS[last.month - 1]
            british = self._dates == "12 March 2025"
            days = f"{first.day}–{last.day}"
            return f"{days} {month} {last.year}" if british else f"{month} {days}, {last.year}"
        return f"{self.day(first)} to {self.day(last)}"

    def meaning(self, when: DateRange, *, deadline: bool = False) -> str:
        """What a date means: the interval, an open one in words; an empty string where nobody knows.

        Args:
            when: The date.
            deadline: Whether only its last day matters.
        """
        if when.latest and (deadline or not when.earliest):
            return self.day(when.latest) if deadline else f"by {self.day(when.latest)}"
        if when.earliest and when.latest:
            return self.interval(when.earliest, when.latest)
        return f"from {self.day(when.earliest)}" if when.earliest else ""


def _american(found: re.Match[str]) -> str:
    word = _AMERICAN[found.group().lower()]
    return word.capitalize() if found.group()[0].isupper() else word


def _whole(first: date, last: date) -> str | None:
    """Name of the month, months or year from its first to its last day."""
    from calendar import monthrange

    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return None
    if (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[last.month - 1]} {last.year}"
    if (first.month, last.month) == (1, 12):
        return str(last.year) if first.year == last.year else f"{first.year} to {last.year}"
    if first.year == last.year:
        return f"{_MONTHS[first.month - 1]} to {_MONTHS[last.month - 1]} {last.year}"
    return None
