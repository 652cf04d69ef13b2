"""Dates of a statement that its evidence does not hold: days, months, years, weekdays, seasons, "next week"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["unborne_dates"]

_MONTHS: Final = "january february march april may june july august september october november december".split()
_MONTH: Final = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b\.?"
)
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\w%]|[.,]\d)"
_TO: Final = r"\s?(?:to|and|or|until|through|[-–—])\s?"
_YEAR: Final = r"(?P<year>1[5-9]\d\d|20\d\d)(?!\w)"
_ISO: Final = re.compile(r"(?<![\w-])(\d{4})-(\d\d)-(\d\d)(?![\w-])")
_SLASHED: Final = re.compile(r"(?<![\w/.])(\d\d?)([/.])(\d\d?)\2(\d{4}|\d\d)(?![\w/])")
_DAY_FIRST: Final = re.compile(
    rf"\b(?:(?P<from>[0-3]?\d)(?:st|nd|rd|th)?{_TO})?{_DAY}(?:\s+of)?\s+{_MONTH}(?:,?\s+{_YEAR})?"
)
_MONTH_FIRST: Final = re.compile(
    rf"\b{_MONTH}\s+(?:the\s+)?{_DAY}(?:{_TO}(?P<until>[0-3]?\d)(?:st|nd|rd|th)?(?!\w))?(?:,?\s+{_YEAR})?"
)
_MONTH_ALONE: Final = re.compile(rf"\b{_MONTH}(?:,?(?:\s+of)?\s+{_YEAR})?")
_NO_MONTH: Final = frozenset({"May", "March", "MAY", "MARCH", "Mar"})
_BEFORE_MONTH: Final = re.compile(
    r"\b(?:in|by|of|last|next|this|until|till|since|from|before|after|early|late|mid|to|and|for|through)[\s-]+$",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(r"(?<![\w$€£.,])(?:1[5-9]\d\d|20\d\d)(?![\w%]|[.,]\d)")
_WEEKDAY: Final = re.compile(
    r"\b(Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?s?\b\.?|\b([A-Z]{3,6}DAY)\b"
)
_RELATIVE: Final = re.compile(
    r"\b(?:(this|current|next|coming|following|last|past|previous)\s+"
    r"(week|weekend|month|quarter|year|decade|century|spring|summer|autumn|fall|winter)|"
    r"(today|tonight|tomorrow|yesterday)|(spring|summer|autumn|winter))\b",
    re.IGNORECASE,
)
_SEASONS: Final = frozenset({"spring", "summer", "autumn", "winter"})
_SAME: Final = {
    "current": "this",
    "coming": "next",
    "following": "next",
    "past": "last",
    "previous": "last",
    "fall": "autumn",
}


class _Day(NamedTuple):
    text: str
    day: int | None
    month: int
    year: int | None


def unborne_dates(said: str, borne: str) -> Iterator[str]:
    """Give a reason for each date of a statement that its evidence does not hold.

    Single years and days of the month are numbers too and not looked at here, but their combinations are.

    Args:
        said: The statement.
        borne: The evidence.
    """
    known = set(_days(borne, slashed=True))
    combined = {(day.day, day.month, day.year) for day in known} | {(None, day.month, None) for day in known}
    combined |= {(day.day, day.month, None) for day in known} | {(None, day.month, day.year) for day in known}
    undated = {(day.day, day.month) for day in known if day.year is None} | {
        (None, d.month) for d in known if d.year is None
    }
    years = {int(match.group()) for match in _YEARS.finditer(borne)}
    for day in _days(said, slashed=False):  # what "3/4" says of months is open; its numbers are looked at elsewhere
        bare = (day.day, day.month)
        if (*bare, day.year) not in combined and not (bare in undated and day.year in years):
            yield f"date “{day.text.rstrip('.')}” is not in the evidence"
    for pattern in (_WEEKDAY, _RELATIVE):
        held = {_name(match) for match in pattern.finditer(borne)}
        held |= {name.rsplit(" ", 1)[-1] for name in held} & _SEASONS
        for match in pattern.finditer(said):
            if pattern is _WEEKDAY and not match.group().rstrip(".s").lower().endswith("day"):
                continue  # "Sun" and "Sat" are words too: they bear a day out but do not claim one
            if _name(match) not in held:
                yield f"date “{match.group().rstrip('.')}” is not in the evidence"


def _name(match: re.Match[str]) -> str:
    words = match.group().rstrip(".").lower().split()
    if match.re is _WEEKDAY:
        return words[0][:3]
    return " ".join(_SAME.get(word, word) for word in words)


def _days(text: str, *, slashed: bool) -> Iterator[_Day]:
    for match in _ISO.finditer(text):
        yield _Day(match.group(), int(match[3]), int(match[2]), int(match[1]))
    for match in _SLASHED.finditer(text) if slashed else ():
        for day, month in ((match[1], match[3]), (match[3], match[1])):
            yield _Day(match.group(), int(day), int(month), int(match[4]) + (2000 if len(match[4]) == 2 else 0))
    taken = set()
    for pattern, end in ((_DAY_FIRST, "from"), (_MONTH_FIRST, "until")):
        for match in pattern.finditer(text):
            taken.add(match.start("month"))
            day = _Day(match.group(), int(match["day"]), _month(match["month"]), _year(match))
            yield day
            if match[end]:
                yield day._replace(day=int(match[end]))
    for match in _MONTH_ALONE.finditer(text):
        if match.start() in taken:
            continue
        if (
            match["month"] in _NO_MONTH
            and not match["year"]
            and not _BEFORE_MONTH.search(text, max(0, match.start() - 12), match.start())
        ):
            continue
        yield _Day(match.group(), None, _month(match["month"]), _year(match))


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, start=1) if month.startswith(name[:3].lower()))


def _year(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None
