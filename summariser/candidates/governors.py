"""What the words around a clause make of it: reported, repeated, only hoped for, long past."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from summariser.candidates.verbs import PRONOUNS, SAYING
from summariser.candidates.word_order import auxiliaries_before, low_at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date as Date

    from summariser.candidates.tokens import Token

__all__ = ["HOPED", "Governor", "find_governor", "long_past", "restated", "sort_of"]

Sort = Literal["said", "renewed", "offered", "asked", "hoped", "denied", "earlier"]

_RENEWED = frozenset(
    """renew restate repeated repeats reaffirmed reaffirms reiterated reiterates renewed renews restated restates
    reaffirm reiterate repeat""".split()
)
_OFFERED = frozenset("offered offers proposed proposes suggested suggests offering proposing".split())
_ASKED = frozenset(
    """asked asks demanded demands urged urges wants wanted whether called requested recommends recommended
    required requires wondered sought pressed""".split()
)
HOPED = frozenset(
    """pray prays prayed hopes hoped expects expected believes believed thinks thought predicts predicted forecast
    forecasts fears feared doubts doubted estimates estimated feels felt hope expect believe think know knows knew found
    predicting hoping expecting believing fearing warning estimating forecasting doubting
    means meant imagine suspect suppose guess worry trust wish wishes sure confident hopeful optimistic convinced
    certain suspects suspected reckons reckoned trusts""".split()
)
"""Verbs of hoping, thinking and doubting."""
_DENIED = frozenset("denied denies deny disputed disputes".split())
_SAID = (SAYING - _RENEWED - _OFFERED - _ASKED - HOPED - _DENIED) | frozenset(
    """agreed agrees undertook undertakes assured assures informed decided resolved vowed guarantees guaranteed
    indicated indicates outlined revealed disclosed tell says agree learned learnt reads stating saying adding
    confirming announcing promising promise pledge undertake""".split()
)
_SORTS: dict[str, Sort] = {
    **dict.fromkeys(_SAID, "said"),
    **dict.fromkeys(_RENEWED, "renewed"),
    **dict.fromkeys(_OFFERED, "offered"),
    **dict.fromkeys(_ASKED, "asked"),
    **dict.fromkeys(HOPED, "hoped"),
    **dict.fromkeys(_DENIED, "denied"),
}
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = re.compile(
    r"\b(?:[Ii]n|[Oo]n|[Oo]f|[Dd]ated)\s+(?:(?:early|late|mid)\s+|\d{1,2}\s+)?"
    rf"(?P<month>{'|'.join(_MONTHS)})(?:\s+\d{{1,2}},)?(?:\s+(?P<year>(?:19|20)\d\d))?\b"
)
_YEAR = re.compile(
    r"\b(?:[Ii]n|[Oo]f|[Uu]nder|[Bb]y)\s+(?:(?:an?|the|its|their|his|her|our)\s+)?(?P<year>(?:19|20)\d\d)\b(?!\s+(?:budget|season))"
)
_AGO = re.compile(
    rf"\b(?:last\s+(?:year|month|week|spring|summer|autumn|fall|winter|{'|'.join(_MONTHS)})|"
    r"(?:years?|months?|weeks?|decades?)\s+(?:ago|before|earlier)|previously|earlier\s+this\s+(?:year|month)|originally|"
    r"back\s+in|at\s+the\s+time|the\s+year\s+before)\b",
    re.IGNORECASE,
)
_STEMS = r"(?:promis|pledg|undertak|undertook|commit|agree|vow|assur|guarant)\w*"
_NOUNS = r"(?:promise|pledge|undertaking|commitment|assurance)"
_AGAIN = re.compile(
    rf"\b(?:(?:say|says|tell|tells)\s+(?:\w+\s+)?again|as\s+(?:we|I|it|they)\s+(?:have\s+)?(?:said|announced|stated|told)|"
    rf"still\s+(?:intend|plan|mean|commit|stand|promis|pledg)\w*|{_STEMS}\s+(?:\w+\s+)?(?:again|once\s+more|anew)|again\s+{_STEMS}|same\s+{_NOUNS}|"
    rf"as\s+(?:it|they|he|she|we|i)\s+(?:had\s+)?{_STEMS}|"
    rf"(?:make|renew|repeat|restate|reaffirm|give)\w*\s+(?:the|that|our|my|its|their)\s+(?:same\s+)?{_NOUNS})\b",
    re.IGNORECASE,
)
_REACH = 60
_WORDS = frozenset(
    """word assurance assurances promise pledge undertaking commitment guarantee vow notice proposal offer oath
    target""".split()
)
_HOPES = frozenset("confidence hope hopes expectation expectations belief optimism fear fears prediction view".split())
_GIVES = frozenset("gave gives give given made makes make offered issued received got furnished had has".split())
_OFFER_NOUNS = frozenset({"proposal", "offer"})
_ENDS = frozenset(".,;:")
_LONGEST_AUDIENCE = 12  # tokens from "word" to its "that"
_LONGEST_GIFT = 6


class Governor(NamedTuple):
    """The verb that a clause depends on.

    Attributes:
        token: Its number.
        sort: What it makes of the clause.
    """

    token: int
    sort: Sort


def find_governor(tokens: Sequence[Token], clause: int, low: int = 0) -> Governor | None:
    """The verb of saying, offering, asking or hoping that stands before the clause at `tokens[clause]`, or None."""
    for i in range(clause - 1, max(low, clause - _REACH) - 1, -1):
        token = tokens[i]
        if token.low in ";:—" and i != clause - 1 and token.low != ":":
            return None
        if token.stop:
            return None
        sort = _sort(tokens, i)
        if sort is not None:
            again = _what_was_said(tokens, i) if sort in {"said", "earlier"} else None
            return Governor(again, "renewed") if again is not None else Governor(_verb_of(tokens, i), sort)
    return None


def sort_of(tokens: Sequence[Token], i: int) -> Governor | None:
    """The governor at a token, if it is a verb of saying, offering, asking or hoping."""
    sort = _SORTS.get(tokens[i].low) if not tokens[i].capital else None
    if sort == "said" and auxiliaries_before(tokens, i)[2] == 2:
        sort = "earlier"
    return None if sort is None else Governor(i, sort)


def _what_was_said(tokens: Sequence[Token], said: int) -> int | None:
    """`repeated what she had told the forum: …`: the verb of renewing before "what"."""
    for i in range(said - 1, max(0, said - _LONGEST_GIFT), -1):
        if tokens[i].low == "what" and low_at(tokens, i - 1) in _RENEWED:
            return i - 1
    return None


def _verb_of(tokens: Sequence[Token], i: int) -> int:
    """The verb that a noun of promising belongs to: "gave" of "gave its word"."""
    if tokens[i].low not in _WORDS:
        return i
    verbs = (j for j in range(i - 1, max(-1, i - _LONGEST_GIFT), -1) if tokens[j].low in _GIVES | _RENEWED)
    return next(verbs, i)


def _sort(tokens: Sequence[Token], i: int) -> Sort | None:
    low = tokens[i].low
    if tokens[i].capital and i:
        return None
    if low in _WORDS | _HOPES and (noun := _sort_of_noun(tokens, i)):
        return noun
    sort = _SORTS.get(low)
    return "earlier" if sort == "said" and auxiliaries_before(tokens, i)[2] == 2 else sort


def _sort_of_noun(tokens: Sequence[Token], i: int) -> Sort | None:
    """`gave its word that`, `renewed its assurance to the town that`: what follows is promised."""
    behind = (low_at(tokens, j) == "that" for j in range(i + 1, i + 1 + _LONGEST_AUDIENCE))
    if low_at(tokens, i + 1) == ":":
        return "said"
    if not any(behind) or low_at(tokens, i + 1) in _ENDS:
        return None
    if tokens[i].low in _HOPES:
        return "hoped" if low_at(tokens, i + 1) == "that" else None
    before = {low_at(tokens, j) for j in range(i - _LONGEST_GIFT, i)}
    if low_at(tokens, i - 1) in PRONOUNS or not before & (_GIVES | _RENEWED | {"won", "secured", "had"}):
        return None
    if "had" in before:
        return "earlier"
    return "renewed" if before & _RENEWED else "offered" if tokens[i].low in _OFFER_NOUNS else "said"


def long_past(text: str, start: int, end: int, today: Date | None) -> bool:
    """Whether `text[start:end]`, the words around a past tense, puts it well before the document's own day."""
    if _AGO.search(text, start, end):
        return True
    for match in _MONTH.finditer(text, start, end):
        month = _MONTHS.index(match["month"]) + 1
        year = int(match["year"]) if match["year"] else None
        if today is None:
            return year is not None
        if (year is not None and (year, month) < (today.year, today.month)) or (year is None and month != today.month):
            return True
    years = (int(match["year"]) for match in _YEAR.finditer(text, start, end))
    return any(today is None or year < today.year for year in years)


def restated(text: str, start: int, end: int) -> bool:
    """Whether the words say that an older promise is given once more."""
    return _AGAIN.search(text, start, end) is not None
