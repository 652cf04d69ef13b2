"""Names that a comma or quotation marks interrupt: `Hale, Dunn & Reilly LLP`, `Ana “Nita” Ruiz`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summariser.candidates.lexicon import LEGAL_FORMS, ORGANISATION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.capitals import Word

__all__ = ["around_nickname", "in_firm"]

_QUOTES = "“”\"‘’'"
_OPENING = re.compile(r"\s[“\"‘']")
_CLOSING = re.compile(r"[”\"’']\s")
_MOST_BEFORE = 3  # words before the second quotation mark


def in_firm(text: str, run: Sequence[Word], following: Sequence[Word]) -> bool:
    """`Hale, Dunn & Reilly LLP`: partners before a legal form."""
    partners = [run[-1], *following[:7]]
    form = next((i for i, word in enumerate(partners) if i and word.among(LEGAL_FORMS)), 0)
    before = partners[:form]
    joined = any(word.text in {"&", "and"} for word in before)
    gaps = [text[left.end : right.start] for left, right in pairwise(partners[1 : form + 1])]
    named = [word for word in before if word.text not in {"&", "and"}]
    return len(named) > 1 and joined and all(w.capital for w in named) and all(gap in {" ", ", "} for gap in gaps)


def around_nickname(text: str, run: Sequence[Word], following: Sequence[Word]) -> bool:
    """`Ana “Nita” Ruiz`: a name in quotation marks between the names of a person."""
    name = following[0]
    gap = text[run[-1].end : name.start]
    opened = _OPENING.fullmatch(gap) is not None
    if not opened and not _CLOSING.fullmatch(gap):
        return False
    if len(run) > _MOST_BEFORE or any(word.among(ORGANISATION_WORDS) for word in run) or not name.capital:
        return False
    if not opened:
        return text[run[-1].start - 1] in _QUOTES and len(run) > 1
    last = following[1] if len(following) > 1 else None
    return last is not None and last.capital and _CLOSING.fullmatch(text[name.end : last.start]) is not None
