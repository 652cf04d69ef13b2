"""The words of English date expressions: patterns, for lower case, and what they stand for."""

from __future__ import annotations

import re

from summariser.documents.full_dates import MONTH, MONTH_NUMBERS, WEEKDAY

__all__ = [
    "COUNT",
    "DAY",
    "HOLIDAYS",
    "MONTH",
    "MONTH_NUMBERS",
    "ORDINALS",
    "SEASON",
    "UNIT",
    "WEEKDAY",
    "WEEKDAY_NUMBERS",
    "YEAR",
    "count_of",
    "normalise",
]

YEAR = r"(?:1[5-9]\d\d|20\d\d)"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
UNIT = r"(?:hour|day|week|fortnight|month|quarter|year|decade)"

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {
    **{word: number for number, word in enumerate(_ONES.split(), 1)},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), 2)},
    **dict.fromkeys(("a", "an", "a single"), 1),
}
_ONE_OF = _ONES.replace(" ", "|")
COUNT = rf"(?:\d{{1,4}}|(?:{_TENS.replace(' ', '|')})(?:(?: |-)(?:{_ONE_OF}))?|{_ONE_OF}|an?(?: single)?)"
"""A whole number in figures or words, or "a"."""

ORDINALS: dict[str, int] = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 4,
}
WEEKDAY_NUMBERS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
"""Number of each weekday by its first three letters, Monday 0."""

HOLIDAYS: dict[str, tuple[int, int]] = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
}
"""Month and day of the holidays that fall on the same day everywhere."""

_DIGITS_IN_BRACKETS = re.compile(rf"\b{COUNT} \((\d{{1,4}})\)")
_SPACE = re.compile(r"\s+")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "−": "-"})


def normalise(words: str) -> str:
    """Lower case, single spaces, plain apostrophes and hyphens, no punctuation around; "ten (10)" becomes "10"."""
    flat = _SPACE.sub(" ", words.translate(_QUOTES).lower()).strip(" .,;:()[]\"“”'-")
    return _DIGITS_IN_BRACKETS.sub(r"\1", flat)


def count_of(word: str) -> int:
    """The number that a match of `COUNT` stands for."""
    if word.isdigit():
        return int(word)
    if word in _NUMBERS:
        return _NUMBERS[word]
    return sum(_NUMBERS[part] for part in word.replace("-", " ").split())
