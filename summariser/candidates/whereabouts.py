"""Whether a name is told as a place, by the words before it."""

from __future__ import annotations

import re

__all__ = ["is_place", "is_site", "preceded"]

_PLACE = re.compile(
    r"(?:\b(?:(?:countries|states|nations|places|cities)\s(?:like|such\sas|including)|in|at|near|outside|around|"
    r"across|through|throughout|via|into|within|off|from|(?:north|south|east|west)\sof|"
    r"(?:town|city|village|port|river|capital|district|island|shore|coast|waters|parts?|half|area|areas|region|regions|"
    r"province|provinces|corner|corners|interior|border|borders|most|much|rest|outskirts|suburbs?|streets|centre|center|"
    r"hills|mountains|map|roads|forests|valleys?|soil|skies|airspace)\s(?:and\s\w+\s)?of)|"
    r",\sof)\s+(?:both\s+)?"
    r"(?:the\s+|central\s+|northern\s+|southern\s+|eastern\s+|western\s+)?"
    r"(?:[A-Z][\w’'‘-]*(?:,?\s+(?:and|or)\s+(?:the\s+)?|,\s+|\s+))*$"
)
_SITE = re.compile(
    r"(?<!hares\s)(?<!take\s)(?<!tock\s)(?<!nvestors\s)\b(?:in|at|near|outside|inside|"
    r"(?:tenants|residents|flats|homes|floors?|roof|lobby|grounds|gates|steps|walls|visitors)\s(?:of|to))\s+(?:the\s+)?$"
)
_SUBJECT = re.compile(
    r"[^\W\d_][\w’'‘.-]*(?:\s(?:de|la|del|van|von|bin|al|[A-Z][\w’'‘.-]*)){0,6}\s+(?!and\b|or\b|in\b|on\b|"
    r"at\b)[a-z]"
)
_DELEGATES_FROM = re.compile(
    r"\b(?:leaders|ministers|officials|delegates|delegations?|representatives|envoys|negotiators)\s+from\s"
)
_BESIDE = 80  # characters before a name that tell of it


def preceded(text: str, start: int, pattern: re.Pattern[str], width: int = _BESIDE) -> bool:
    """Whether the words that end at `start` match a pattern that is anchored at its end."""
    return pattern.search(text, max(0, start - width), start) is not None


def is_site(text: str, start: int) -> bool:
    """Whether a name at `start` is told as the place where something is: `at the Hale Museum`."""
    return preceded(text, start, _SITE, 30)


def is_place(text: str, start: int) -> bool:
    """Whether a name at `start` is told as a place: `in Lima`, `a judge from Peru`, `near Lima and Cusco`."""
    window = text[max(0, start - _BESIDE) : start]
    if not _PLACE.search(window) or _DELEGATES_FROM.search(window):
        return False
    return not (window.rstrip().endswith(",") and _SUBJECT.match(text, start))
