"""Full dates: day, month and year together, as English texts write them."""

from __future__ import annotations

import re
from datetime import date as Date

__all__ = ["FULL_DATE", "MONTH", "MONTH_NUMBERS", "WEEKDAY", "date_of", "day_comes_first"]

_NAMES = "january february march april may june july august september october november december".split()
MONTH_NUMBERS: dict[str, int] = {
    **{name: number for number, name in enumerate(_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(_NAMES, 1)},
    "sept": 9,
}
"""Number of each month by its name or abbreviation in lower case, without a full stop."""

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
"""Pattern of a month's name; ignore case."""

WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
"""Pattern of a weekday's name; ignore case."""

FULL_DATE = re.compile(
    rf"(?<![\w/.-])(?:{WEEKDAY}\.?,?\s{{1,2}})?(?:the\s)?(?:"
    r"(?P<iso_year>(?:19|20)\d\d)(?P<iso_sign>[-/])(?P<iso_month>\d\d)(?P=iso_sign)(?P<iso_day>\d\d)(?![-/\d])"
    rf"|(?:\d{{1,2}}\s?[–-]\s?)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\sday)?(?:\sof)?[\s-](?P<month>{MONTH})\.?,?[\s-](?P<year>(?:19|20)\d\d)\b"
    rf"|(?P<us_month>{MONTH})\.?\s{{1,2}}(?:\d{{1,2}}\s?[–-]\s?)?(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(?P<us_year>(?:19|20)\d\d)\b"
    r"|(?P<first>\d{1,2})(?P<sign>[./-])(?P<second>\d{1,2})(?P=sign)(?P<last>(?:19|20)\d\d)(?![\d/-])"
    r")",
    re.IGNORECASE,
)
"""A full date; of a range of days ("18–19 June 2025") the last day counts."""

_NUMERIC = re.compile(r"(?<![\w/.-])(\d{1,2})([./-])(\d{1,2})\2(?:19|20)\d\d(?![\d/-])")


def date_of(match: re.Match[str], *, day_first: bool | None = None) -> Date | None:
    """The day that a match of `FULL_DATE` means.

    Args:
        match: The match.
        day_first: Order of numeric dates such as 4/5/2025: day first, month first, or None where it is not known.

    Returns:
        The day, or None where there is no such day or it could be either of two.
    """
    if match["iso_year"]:
        year, month, day = match["iso_year"], int(match["iso_month"]), match["iso_day"]
    elif match["month"]:
        year, month, day = match["year"], MONTH_NUMBERS[match["month"].lower()], match["day"]
    elif match["us_month"]:
        year, month, day = match["us_year"], MONTH_NUMBERS[match["us_month"].lower()], match["us_day"]
    else:
        return _numeric_date(int(match["first"]), int(match["second"]), int(match["last"]), day_first)
    return _date(int(year), month, int(day))


def day_comes_first(text: str) -> bool | None:
    """Whether the numeric dates of a text put the day first.

    Returns:
        None where none of them tells, or they differ.
    """
    orders = set()
    for match in _NUMERIC.finditer(text):
        first, second = int(match[1]), int(match[3])
        if first > 12 >= second:
            orders.add(True)
        elif second > 12 >= first:
            orders.add(False)
    return orders.pop() if len(orders) == 1 else None


def _numeric_date(first: int, second: int, year: int, day_first: bool | None) -> Date | None:
    if first == second or second > 12:
        return _date(year, first, second)
    if first > 12:
        return _date(year, second, first)
    if day_first is None:
        return None
    return _date(year, second, first) if day_first else _date(year, first, second)


def _date(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(year, month, day)
    except ValueError:
        return None
