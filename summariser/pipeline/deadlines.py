"""By when an undertaking is to be done: the words of the document that say so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.documents.date_words import find_date_words, find_deadline_words
from summariser.grounding.dates import resolve_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date as Date

    from summariser.candidates.undertakings import Undertaking
    from summariser.schemas import DateRange

__all__ = ["find_deadline"]

_OF_THE_PAST = re.compile(r"\b(?:had|has|have|was|were|which|that|who|since)\s[^,;]*$")
_JUST_DONE = re.compile(r"\b(?:[a-z]+ed|made|given|held|set|built)\s+$")
_ATTRIBUTE = re.compile(
    r"\s+(?!(?:at|by|on|in|of|to|for|from|until|and|or|if|with|or|onwards?|under|as|when|unless|provided)\b)[a-z]+"
)
_UNTIL = re.compile(r"(?:until|till)\b", re.IGNORECASE)
_RECURRING = re.compile(r"\b(?:first|second|third|fourth|last|every|each)\s+$")
_AND_DATE = re.compile(r"\s+and\s+")
_PERIOD = re.compile(r"(?:during|throughout|between)\b", re.IGNORECASE)
_SAME_DAY = re.compile(
    r"\bthe\s+(?:same|next|following)\s+(?:working\s+|business\s+)?(?:day|week|month|year)\b(?:\s+that\b[^,.;]{1,60})?",
    re.IGNORECASE,
)


def find_deadline(text: str, item: Undertaking, anchor: Date | None) -> tuple[tuple[int, int], DateRange] | None:
    """Find the words that say by when, and the days they mean.

    Words that limit the act itself come first, then those that lead in to the clause, then those between its subject
    and its verb. Dates inside the condition say when that must be met and are none.

    Args:
        text: The document's text.
        item: The undertaking.
        anchor: The document's own date, or None.

    Returns:
        (start, end) of the words with the interval they mean, or None.
    """
    condition = item.condition or (0, 0)
    undated = None
    places = [(item.action, True)]
    if item.lead:
        places.append((item.lead, True))
    if item.start <= item.subject[0] and item.subject[1] <= item.action[0]:
        places.append(((item.subject[1], item.action[0]), False))
    settled = item.thing or item.status in ("declined", "withdrawn", "fulfilled")
    for place, dates in places:
        for span in _in_place(text, *place, anchor, dates=dates and not settled):
            if span[0] < condition[1] and condition[0] < span[1]:
                continue
            found = resolve_date(text[slice(*span)], anchor=anchor, role="deadline")
            if found.earliest or found.latest:
                return span, found
            undated = undated or (span, found)
    if undated and settled and _UNTIL.match(text, undated[0][0]):
        return None  # what is refused has no end
    return undated


def _in_place(text: str, start: int, end: int, anchor: Date | None, *, dates: bool) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    named = find_date_words(words)
    for a, b in find_deadline_words(words):
        yield start + a, start + _with_second(words, b, named)
    for a, b in named if dates else ():
        passed = _OF_THE_PAST.search(words, 0, a) or _JUST_DONE.search(words, max(0, a - 20), a)
        recurring = _RECURRING.search(words, max(0, a - 12), a) is not None
        attribute = words[:a].endswith(("the ", "its ")) and _ATTRIBUTE.match(words, b)
        if not (passed or recurring) and not attribute and not _PERIOD.match(words, a) and _ahead(words[a:b], anchor):
            yield start + a, start + b
    yield from ((start + m.start(), start + m.end()) for m in _SAME_DAY.finditer(words))


def _with_second(words: str, end: int, named: list[tuple[int, int]]) -> int:
    """`by 31 December 2024 and 30 June 2025`: the end of the second date."""
    link = _AND_DATE.match(words, end)
    return next((b for a, b in named if link and a == link.end()), end)


def _ahead(words: str, anchor: Date | None) -> bool:
    """Whether a date lies on the document's own day or after it."""
    found = resolve_date(words, anchor=anchor, role="deadline")
    last = found.latest or found.earliest
    return last is not None and (anchor is None or last >= anchor)
