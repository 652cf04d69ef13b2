"""Where a text speaks of dates, and where it sets a limit in time."""

from __future__ import annotations

import re
from functools import cache

from summariser.documents.date_language import COUNT, DAY, SEASON, UNIT, YEAR
from summariser.documents.full_dates import MONTH_NUMBERS

__all__ = ["find_date_words", "find_deadline_words"]

_BLANK = re.compile(r"[^\S\n]")
_BLANK_IN_PATTERN = re.compile(r" (\?)?")
_LINE_BREAK = re.compile(r"\n(?![^\S\n]*\n)")


def _flat(text: str) -> str:
    """The text, as long as before, with blanks for its white space; only the first break of a blank line stays."""
    return _BLANK.sub(" ", _LINE_BREAK.sub(" ", text))


def _gaps(pattern: str) -> re.Pattern[str]:
    """Compile a pattern whose blanks stand for any gap between two words."""
    return re.compile(_BLANK_IN_PATTERN.sub(_gap, pattern), re.IGNORECASE)


def _gap(blank: re.Match[str]) -> str:
    return " {0,32}" if blank[1] else " {1,32}"


def _capitals(names: list[str]) -> str:
    """Names as they are printed: with a capital, or in capitals."""
    return "(?-i:" + "|".join(f"{name.title()}|{name.upper()}" for name in sorted(names, key=len, reverse=True)) + ")"


_MONTHS = [name for name in MONTH_NUMBERS if len(name) > 4 or name in {"june", "july", "may"}]
_SHORT_MONTHS = [name for name in MONTH_NUMBERS if name not in _MONTHS]
_ANY_MONTH = rf"(?:{_capitals(_MONTHS)}\b|{_capitals(_SHORT_MONTHS)}\b\.?)"
_FULL_MONTH = _capitals(_MONTHS) + r"\b"
# "May" and "March" begin other sentences too.
_CLEAR_MONTH = _capitals([name for name in _MONTHS if name not in {"may", "march"}]) + r"\b"
_WEEKDAY = _capitals(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]) + r"\b"
_NO_COUNT = (
    r"(?![\w%]|[.,/-]\d|[\s-](?:people|persons|tonn?es|tons|met(?:re|er)s|km|kilomet|miles|homes|houses|jobs|workers|"
    r"delegates|dollars|euros|pounds|members|hectares|trees|barrels|units|troops|students|families|lit(?:re|er)s|million|"
    r"billion|per\b))"
)
_BARE_YEAR = rf"(?<![\w.,/$€£-]){YEAR}{_NO_COUNT}"
_OF_YEAR = rf"(?:,? (?:of |in )?{YEAR}\b| of (?:this|last|next|the) year)?"
_WHICH = r"(?:this|the current|next|the next|the coming|this coming|last|the last|the previous)"
_TO_DAY = rf"(?:(?:, ?{DAY}\b)?,? (?:and|to|or) {DAY}\b| ?[-–] ?{DAY}\b)?"
_ON_DAY = rf"(?:{_WEEKDAY},? )?"
_DAYPART = r"(?: (?:morning|noon|afternoon|evening|night)\b)?"
_QUARTER = rf"(?:the )?(?:(?:first|second|third|fourth|last) (?:quarter|half)\b|[qh][1-4]\b){_OF_YEAR}"
_SEASON = rf"{SEASON}\b"
_RELATIVE = rf"{_WHICH} (?:(?:week|month|quarter|year)\b|{_FULL_MONTH}|{_SEASON}|{_WEEKDAY}{_DAYPART})"
_WHOLE = (
    rf"(?:{_FULL_MONTH}{_OF_YEAR}|{_BARE_YEAR}|(?:1[5-9]|20)\d0s\b|{_QUARTER}|{_RELATIVE}|(?:the )?{_SEASON}{_OF_YEAR}|"
    rf"{_WEEKDAY})"
)
_PART = rf"(?:early|mid|late)(?: (?:in|on) | ?[-–] ?| ){_WHOLE}"
_THE_UNIT = r"(?:the )?(?:day|week|month|quarter|year)\b"
_EDGE = (
    rf"(?:the )?(?:very )?(?:end|start|beginning|middle)(?: of |-)(?:{_WHOLE}|{_THE_UNIT})|"
    r"(?:year|month)(?:['’]s)?[-\s]end\b"
)
_NAMED = (
    r"(?:the day before )?yesterday\b|(?:the day after )?tomorrow\b|today\b|tonight\b|last night\b|"
    r"this (?:morning|afternoon|evening)\b|(?:later|earlier) this (?:week|month|quarter|year)\b|"
    rf"(?:christmas(?: day| eve)?|easter|thanksgiving|new year['’]s (?:day|eve)|boxing day)\b{_OF_YEAR}"
)
_DATED = (
    rf"{_ON_DAY}(?:the )?\b{DAY}\b{_TO_DAY}(?: day)?(?: of)? {_ANY_MONTH}{_OF_YEAR}"
    rf"|{_ON_DAY}{_ANY_MONTH} (?:the )?{DAY}\b(?!\.\d|[\s-]?(?:%|per\b|million|billion)){_TO_DAY}{_OF_YEAR}"
)
_AGO = rf"\b{COUNT}\b(?: or so)? {UNIT}s? ago\b"
_WEEK = rf"(?:the )?(?:first|second|third|fourth|last) week (?:of|in) {_FULL_MONTH}{_OF_YEAR}|the week of {_DATED}"
_CORE = (
    rf"(?:{_DATED}|\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}\b|{_WEEK}|{_PART}|{_EDGE}|{_QUARTER}|{_RELATIVE}|"
    rf"{_AGO}|{_NAMED}|\b{_FULL_MONTH} {YEAR}\b|\b{_CLEAR_MONTH}|\b{_WEEKDAY}{_DAYPART})"
)
# These are dates only after a preposition.
_WEAK = rf"(?:{_BARE_YEAR}|{_FULL_MONTH}|(?:the )?{_SEASON}{_OF_YEAR}|(?:the )?(?:1[5-9]|20)\d0s\b)"
_TIME = r"(?:(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?|noon|midnight|\d{1,2}[:.]\d\d)(?: [A-Z]{2,4}\b)?,? (?:on )?)?"
_RANGE_TO = rf"(?:,? (?:to|until|till|through) | ?[–-] ?)(?:{_CORE}|{_WEAK})"
_BETWEEN = rf"\bbetween (?:{DAY} and {DAY} {_ANY_MONTH}{_OF_YEAR}|(?:{_CORE}|{_WEAK}) and (?:{_CORE}|{_WEAK}))"
_PREPOSITION = r"\b(?:on|in|at|since|during|from|by|until|till|before|after|through|throughout|as of|around) "
_DATE_PATTERN = (
    rf"{_BETWEEN}|(?:{_PREPOSITION}{_TIME}(?:{_CORE}|{_WEAK})|(?<!\w){_CORE}|(?:(?<=\bof\s)|(?<=\bthe\s)|(?<=\())"
    rf"{_BARE_YEAR})(?:{_RANGE_TO})?"
)

_STOP_WORDS = r"(?:and|but|unless|if|provided|will|shall|would|while|subject|except|said|told)\b"
_PHRASE = rf"(?: (?!{_STOP_WORDS})[\w'’-]{{1,30}}){{1,9}}"
_LIMIT = (
    r"\b(?:by no later than|no later than|not later than|by|on or before|before|prior to|until|till|up until|through|"
    r"from|starting(?: from| on| in| with)?|beginning(?: from| on| in| with)?|commencing(?: on)?|"
    r"effective(?: from| on)?|with effect from|as from|as of|not before|no earlier than|after) "
)
_EVENT = (
    r"(?:summit|meeting|session|conference|elections?|vote|deadline|hearing|season|closing|completion|expiry|signing|"
    r"signature|delivery|ratification|anniversary|opening|launch|talks|holidays?|break|recess)\b"
)
_BODY = (
    r"(?:(?:the|a|an|its|their|his|her|this) )?(?:[\w'’-]{1,20} ){0,3}?(?:court|tribunal|judges?|committee|"
    r"parliament|senate|congress|council|house|assembly|commission|panel|jury|reporters|cameras|it|us|him|her|them|me|you)"
    r"(?=[.,;:)\"”]|\s*$| (?:in|on|to|that|and|for|with|at|of|as|who|which|before|by|from|until|next|last)\b)"
    r"|(?:the )?(?:madam|mr|mrs|ms|justice|magistrates)\b"
)
_COUNTED = rf"{COUNT}(?: \(\d{{1,4}}\))? (?:calendar |working |business |consecutive )?{UNIT}s?\b"
_TRIGGER = rf"(?:{_EVENT}|(?:entry|adoption|approval|receipt|date|notice|publication|first day|loading)(?:{_PHRASE})?)"
_NOT_A_DAY_BEFORE = r"(?<!day\s)(?<!week\s)(?<!month\s)(?<!year\s)(?<!days\s)(?<!ever\s)"
_DEADLINE_PATTERN = (
    rf"{_BETWEEN}"
    rf"|{_LIMIT}{_TIME}(?:{_CORE}|{_WEAK})(?:{_RANGE_TO})?"
    rf"|\b(?:within|inside|in less than|in under) (?:the next |a period of )?{_COUNTED}['’]?"
    rf"(?: (?:of|from|after|following){_PHRASE})?"
    rf"|\b(?:(?:at least|no later than|not later than|not more than) )?\b{_COUNTED} (?:before|after|from|following)"
    rf"(?: the| a| its| their)? {_TRIGGER}"
    rf"|\bby (?:the end of|the time){_PHRASE}|\bby then\b"
    rf"|\bby (?:the|its|their|our|his|her) (?:[\w'’-]{{1,20}} ){{0,2}}{_EVENT}"
    rf"|\b(?:no|not) later than{_PHRASE}"
    rf"|\b(?:until|till)(?! (?:now|recently|today|\d))\b{_PHRASE}"
    rf"|{_NOT_A_DAY_BEFORE}\b(?:before|prior to)(?! (?:{_BODY})){_PHRASE}"
)


@cache
def _date_words() -> re.Pattern[str]:
    return _gaps(_DATE_PATTERN)  # the compiler takes a tenth of a second: only where it is wanted


@cache
def _deadline_words() -> re.Pattern[str]:
    return _gaps(_DEADLINE_PATTERN)


def find_date_words(text: str) -> list[tuple[int, int]]:
    """Find the expressions that name a date or a period, with the preposition before them.

    Takes linear time. Expressions may run over a line break, not over a blank line.

    Returns:
        `(start, end)` of each, in order, not overlapping.
    """
    return [match.span() for match in _date_words().finditer(_flat(text))]


def find_deadline_words(text: str) -> list[tuple[int, int]]:
    """Find the expressions that limit an undertaking in time, such as "by 2027" or "within 90 days of signature".

    Start dates ("from 1 March") belong to them, durations ("over the next three years") do not. Takes linear time.

    Returns:
        `(start, end)` of each, in order, not overlapping.
    """
    return [match.span() for match in _deadline_words().finditer(_flat(text))]
