"""What kind of fact a sentence tells."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from summariser.candidates.amounts import find_amounts

if TYPE_CHECKING:
    from datetime import date as Date

    from summariser.schemas import DateRange
    from summariser.schemas.brief import ContextKind

__all__ = ["kind_of"]

_LONG_AGO = timedelta(days=45)
_AHEAD = re.compile(
    r"\b(?:will|shall|expected to|(?:is|are) (?:to|due|expected|scheduled|planned|set|likely|on course)|scheduled for|"
    r"planned for|(?:must|has to|have to|needs? to|yet to|still to) (?:still |first )?be \w+ed|"
    r"next (?:week|month|year|spring|summer|autumn|winter|meeting|session|round))\b"
    r"|\btakes? effect (?:only )?(?:if|when|once)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:had (?:\w+ly )?(?:been |not |never )?[a-z]+|since|ago|used to|previously|formerly|once)\b")
_DONE = re.compile(r"\b(?:was|were|did|has|have)\b|\b[a-z]{2,}ed\b")
_STATE = re.compile(
    r"\b(?:is|are|owns?|holds?|means|may|can|runs?|belongs?|depends?|governs?|governed|represents?|applies|covers?|"
    r"ha(?:s|ve) no|there (?:is|are))\b"
)


def kind_of(text: str, date: DateRange | None, anchor: Date | None) -> ContextKind:
    """The kind that the words show.

    What lies a month and a half before the document is background, and so is what lasts or had been done before.

    Args:
        text: The words.
        date: When it happened, as far as the words tell.
        anchor: The document's own date, or None.
    """
    day = date and (date.latest or date.earliest)
    if day and anchor and day < anchor - _LONG_AGO:
        return "figure" if find_amounts(text) and not _DONE.search(text) else "background"
    if find_amounts(text):
        return "figure"
    if _AHEAD.search(text):
        return "next_step"
    if _BEFORE.search(text) or (_STATE.search(text) and not _DONE.search(text)):
        return "background"
    return "event"
