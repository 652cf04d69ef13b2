"""What kind of fact a sentence tells, told by a few signs that are weighed."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from summariser.candidates.amounts import find_amounts

if TYPE_CHECKING:
    from datetime import date as Date

    from summariser.schemas import DateRange
    from summariser.schemas.brief import ContextKind

__all__ = ["kind_of"]

_LONG_AGO = timedelta(days=45)
_SHORT = 12  # words
_COUNTED = re.compile(
    r"\d\s*(?:%|per\s?cent)|[$€£¥₹]|\b(?:million|billion|trillion|tonnes?|km|kilomet(?:re|er)s?)\b", re.IGNORECASE
)
_MEASURED = re.compile(
    r"\b(?:rose|fell|grew|rise[sn]?|falls?|(?:in|de)creased?|dropped|stood|stands|reached|total(?:s|led|ed)?|amounts?|"
    r"costs?|worth|average|earned|revenue|profit|loss|sales|number|share|up|down|estimated?|valued?|employs?|holds?|"
    r"handles?|accounts? for|more than|less than|about|around|some|nearly|almost|over)\b",
    re.IGNORECASE,
)
_ACTED = re.compile(
    r"\b(?:said|told|asked|called|met|moved|seconded|voted|approved|rejected|signed|announced|ordered|adopted|resolved|"
    r"declared|opened|closed|noted|agreed|dismissed|adjourned|launched|began|ended|replied|raised|thanked|confirmed|"
    r"presented|reported|complained|warned|walked|refused|withdrew|denied|accepted|urged)\b",
    re.IGNORECASE,
)
_LATELY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|"
    r"this (?:morning|afternoon|evening|week))\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|shall|expected to|(?:is|are) (?:to|due|expected|scheduled|planned|set|likely|on course)|scheduled for|"
    r"planned for|(?:must|has to|have to|needs? to|yet to|still to) (?:still |first )?be \w+ed|"
    r"next (?:week|month|year|spring|summer|autumn|winter|meeting|session|round))\b"
    r"|\btakes? effect (?:only )?(?:if|when|once)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:since|ago|used to|previously|formerly|once|already|still|remains?|never|always|earlier|"
    r"last (?:year|spring|summer|autumn|winter))\b",
    re.IGNORECASE,
)
_HAD = re.compile(r"\bhad\b", re.IGNORECASE)


class _Weights(NamedTuple):
    """What a sign speaks for."""

    event: float
    background: float
    figure: float
    next_step: float


_ALWAYS = _Weights(0.8, 1.3, -1.2, 0.0)
_AMOUNT = _Weights(-0.7, -0.6, 1.8, -0.5)
_BRIEF = _Weights(-0.3, -0.5, 0.6, 0.2)
_UNDATED = _Weights(0.0, -0.2, 0.5, -0.3)
_OLD = _Weights(-0.2, 0.7, 0.2, -0.6)
_RECENT = _Weights(0.6, -0.2, 0.1, -0.5)
_COMING = _Weights(-0.6, -0.3, -0.5, 1.4)
_WORDS: tuple[tuple[re.Pattern[str], _Weights], ...] = (
    (_COUNTED, _Weights(-0.4, 0.1, 0.5, -0.2)),
    (_MEASURED, _Weights(-0.8, 0.0, 0.5, 0.2)),
    (_ACTED, _Weights(0.8, 0.0, -0.7, -0.1)),
    (_LATELY, _Weights(0.3, -0.3, -0.1, 0.1)),
    (_AHEAD, _Weights(-0.6, -0.2, 0.0, 0.8)),
    (_LASTING, _Weights(-0.5, 0.1, 0.5, -0.1)),
    (_HAD, _Weights(-0.2, 0.4, 0.0, -0.2)),
)
"""Fitted, as all weights here, to the facts of labelled documents that rules choose: multinomial logistic regression,
L2 penalty 3, rounded to tenths, the bias of a next step raised so that announcements are told. Right in 63 of 100,
in 61 where the weights are fitted anew without the document."""


def kind_of(text: str, date: DateRange | None, anchor: Date | None) -> ContextKind:
    """The kind that the words and the date show.

    Args:
        text: The words.
        date: When it happened, as far as the words tell.
        anchor: The document's own date, or None. What lies a month and a half before it is old.
    """
    signs = [_ALWAYS, *(weights for pattern, weights in _WORDS if pattern.search(text))]
    if find_amounts(text):
        signs.append(_AMOUNT)
    if len(text.split()) < _SHORT:
        signs.append(_BRIEF)
    day = date and (date.latest or date.earliest)
    if date is None:
        signs.append(_UNDATED)
    elif day and anchor:
        signs.append(_OLD if day < anchor - _LONG_AGO else _RECENT if day <= anchor else _COMING)
    total = _Weights(*map(sum, zip(*signs, strict=True)))
    kinds: dict[ContextKind, float] = {
        "event": total.event,
        "background": total.background,
        "figure": total.figure,
        "next_step": total.next_step,
    }
    return max(kinds, key=kinds.__getitem__)
