"""Words that make an undertaking depend on something."""

from __future__ import annotations

import re

__all__ = ["condition_in", "condition_leading"]

_OPENERS = (
    r"(?:only\s+)?(?:if|when(?=\s+[^,;.]{1,60}\s(?:is|are|has|have)\b))|provided(?:\s+that)?|providing\s+that|unless|on\s+(?:the\s+)?condition\s+that|"
    r"on\s+the\s+understanding\s+that|(?:as|so)\s+long\s+as|subject\s+to|conditional\s+(?:up)?on|contingent\s+(?:up)?on|"
    r"depend(?:ent|ing)\s+(?:up)?on|once|pending|in\s+(?:the\s+event\s+(?:that|of)|case)|in\s+the\s+event|whenever|"
    r"which\s+depends\s+on|assuming(?:\s+that)?|(?:except|save)\s+(?:with|if|where|that|when|in\s+case)|"
    r"(?<=,\s)should(?=\s+(?:the|both|either|any|it|they|we|he|she|this|that|these|those|its|their|your|no)\b|\s+(?-i:[A-Z]))|"
    r"without\s+(?=(?:[^\s.,;]{1,30}\s+){0,4}?(?:consent|approval|permission|notice|authori[sz]ation)\b)"
)
_INSIDE = re.compile(rf"\b(?:{_OPENERS})\b", re.IGNORECASE)
_LEADING = re.compile(
    r"(?:only\s+)?(?:if|unless|once|provided(?:\s+that)?|should|subject\s+to|where(?!ver|as|\s+possible)|in\s+(?:the\s+event|case)|on\s+condition|(?:as|so)\s+long\s+as|assuming|"
    r"whenever|for\s+(?:any\s+)?(?:time|each|every|any)\s+\w+)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;”\"“]|,\s+(?:and|but|which|though|although|said|a\s|the\s\w+\s(?:said|added))|\s[–—]\s|—")
_NOT_ONE = re.compile(
    r"\bdepend(?:ing)\s+on\b|\bonce\s+(?:again|more|a|every|each)\b|\bin\s+case\s+of\b|\bprovided\s+(?:with|by|to|for|in|on|under|at|from|free)\b|"
    r"\bpending\s*$",
    re.IGNORECASE,
)
_LONGEST = 400


def condition_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The first condition in `text[start:end]`, the words of an act.

    Returns:
        (start, end) of its words, or None.
    """
    for match in _INSIDE.finditer(text, start, end):
        if (
            _NOT_ONE.match(text, match.start())
            or text[max(start, match.start() - 3) : match.start()].lower() == "at "
            or _within_name(text, match.start())
        ):
            continue
        stop = _STOP.search(text, match.end(), end)
        close = min(stop.start() if stop else end, match.start() + _LONGEST)
        return _trimmed(text, match.start(), close)
    return None


def condition_leading(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The condition that `text[start:end]`, the words before a subject, opens with: "If the loan is approved,"."""
    if _LEADING.match(text, start, end) is None:
        return None
    return _trimmed(text, start, min(end, start + _LONGEST))


def _within_name(text: str, position: int) -> bool:
    return position > 0 and text[position - 1] in "-'’"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:."):
        end -= 1
    return (start, end) if start < end else None
