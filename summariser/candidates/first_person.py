"""Words that show a sentence to be somebody's own: the first person, the one spoken to, here and now."""

from __future__ import annotations

import re

__all__ = ["addresses", "first_person", "here_and_now"]

_I = re.compile(r"(?P<before>[^\W\d_]+\s)?\bI\b(?=[’']|,?\s+[a-z])")
_FIRST = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us|[Mm]y|me|mine|myself|ourselves)\b")
_SECOND = re.compile(r"\b(?:[Yy]ou|[Yy]ours?|yourselves|yourself)\b|\?")
_DEICTIC = re.compile(r"\b(?:this|these|here|tonight|tomorrow)\b", re.IGNORECASE)


def first_person(words: str) -> bool:
    """Whether the words hold a pronoun of the first person; the numeral of "Phase I is" and "US" are none."""
    if _FIRST.search(words):
        return True
    return any(
        match["before"] is None or match.start() == 0 or not match["before"][0].isupper()
        for match in _I.finditer(words)
    )


def addresses(words: str) -> bool:
    """Whether the words hold a pronoun of the first or second person, or ask."""
    return _SECOND.search(words) is not None or first_person(words)


def here_and_now(words: str) -> bool:
    """Whether the words point at where and when they are said: "this time", "tonight"."""
    return _DEICTIC.search(words) is not None
