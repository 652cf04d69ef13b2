"""Persons in headlines and headings, where capitals prove nothing: a first name does, and what stands beside it."""

from __future__ import annotations

import re

from summariser.candidates.kinds import is_given
from summariser.candidates.lexicon import ORGANISATION_WORDS
from summariser.candidates.ordinary import THINGS, is_ordinary
from summariser.candidates.roles import ROLE_WORDS
from summariser.candidates.states import state_by_name

__all__ = ["is_person_in_headline"]

_BEFORE = re.compile(r"(?:^|\n|\b(?:by|from|with|of|to)\s|[,:(–—|]\s?|\s-\s)[ \t]*(?:the\s|hon\.?\s)*$", re.IGNORECASE)
_AFTER = re.compile(
    r"\s*(?:$|\n|[,:()–—|]|-\s)|[’'](?:s\b|\s)|\s(?:at|on|in|to|before|for|and|is|MPs?|MLA|MSP)\b", re.IGNORECASE
)
_ALONE = re.compile(r"\s*(?:$|\n|,(?P<rest>[^\n]*))")
_CREDITED = re.compile(
    r"\b(?:story|words?|text|report(?:ed|ing)?|pictures?|photos?|images?|written|author|editor|edited)\W*(?:by\W*)?$",
    re.I,
)
_ROLE = re.compile(r"\b(?:" + "|".join(sorted(ROLE_WORDS, key=len, reverse=True)) + r")\b", re.IGNORECASE)
_PLACES_TOO = frozenset(
    """Adelaide Asia Austin Bahia Bristol Brooklyn Cairo Carolina Chester Dakar Dakota Dallas Eden Florence
    Geneva Hamilton Houston Lagos Lima London Lourdes Madrid Mecca Medina Milan Odessa Oxford Paris
    Petra Phoenix Regina Salem San Santa Santiago Savannah Sofia Sydney Trent Valencia Verona
    Victoria Vienna Virginia Wellington""".split()
)
_SPEECH_BY = re.compile(
    r"\b(?:interview(?:ed)?|remarks|address|speech|statement|lecture|keynote|message|sermon|testimony|presentation|welcome)\b[^,.;:\n]{0,30}?"
    r"\b(?:by|of|from)\s+(?:the\s+|hon\.?\s+|rt\.?\s+|his\s+|her\s+|excellency\s+)*$",
    re.IGNORECASE,
)
_SPEAKER_ENDS = re.compile(r"\s*(?:$|[,\n(|])")
_LONGEST = 4  # words of a name


def is_person_in_headline(text: str, full_start: int, start: int, end: int) -> bool:
    """Whether `text[start:end]`, in a line where most words begin with a capital, is the name of a person.

    It is said to give a speech, or begins with a first name and stands where names stand: at the edge of the line,
    behind "by" or a comma.

    Args:
        text: The line.
        full_start: Where the name begins with its titles.
        start: Where it begins without them.
        end: One past its end.
    """
    words = text[start:end].split()
    if _gives_speech(text, full_start, end, words):
        return True
    if not 1 < len(words) <= _LONGEST or not is_given(" ".join(word.title() for word in words)):
        return False
    last = words[-1].title()
    placed = words[0].title() in _PLACES_TOO or state_by_name(words[0].title()) is not None
    titled = full_start < start or text[:start].casefold().endswith("by ")
    if last.casefold() in ROLE_WORDS or last in ORGANISATION_WORDS:
        return False
    if not titled and (placed or is_ordinary(last.casefold()) or last.casefold() in THINGS):
        return False  # "Geneva Pledge", "Jordan Valley"
    before = text[:full_start].rstrip(" \t")
    if _BEFORE.search(text[:full_start]) is None or _AFTER.match(text, end) is None or _CREDITED.search(before):
        return False
    alone = _ALONE.match(text, end) if full_start == start and (not before or before[-1] == "\n") else None
    return alone is None or _ROLE.search(alone["rest"] or "") is not None  # else a byline


def _gives_speech(text: str, full_start: int, end: int, words: list[str]) -> bool:
    """`Remarks by Dambyn Enkhsaruul, Governor of Bayan`: a name of several words, whatever they are."""
    if not 1 < len(words) <= _LONGEST or any(word.title() in ORGANISATION_WORDS for word in words):
        return False
    return _SPEECH_BY.search(text[:full_start]) is not None and _SPEAKER_ENDS.match(text, end) is not None
