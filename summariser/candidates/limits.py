"""Words that say when something will be done."""

from __future__ import annotations

import re

__all__ = ["LIMIT"]

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
LIMIT = re.compile(
    r"\b(?i:by|before|within|from|until|till|on|in|next|this|inside|(?:no|not)\s+later\s+than|starting|through)\s+(?:the\s+)?"
    r"(?:(?:end|start|beginning|first|second|third|fourth|half|quarter|middle|last)\b|\d|[A-Z][a-z]+day\b|"
    rf"(?:early\s+|late\s+|mid-)?(?:{_MONTHS}|Christmas|Easter|Ramadan|Diwali)\b|"
    r"(?:spring|summer|autumn|fall|winter|week|month|year|year's|tomorrow|next|new\s+year|coming|following)\b|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety|a\s+week|a\s+month)\s)"
    r"|\b(?:the\s+)?(?:same|next|following|very\s+next)\s+(?:day|week|month|year|morning)\b|\btomorrow\b|\btonight\b"
)
"""A date, a term or a season that something is due by."""
