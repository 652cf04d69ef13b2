"""Recitals and orders: paragraphs that end in a comma or a semicolon, and yet tell a fact each."""

from __future__ import annotations

import re

from summariser.candidates.clause_starts import FINITE
from summariser.candidates.irregular import IRREGULAR_PAST

__all__ = ["is_recital"]

_GOES_ON = re.compile(r"[;,](?:\s+(?:and|but))?\s*$")
_RESOLVES = re.compile(
    r"\W*(?:\w{1,3}[.)]\s+)?(?:agree|authori[sz]e|call|commit|decide|direct|encourage|instruct|intend|invite|pledge|promise|"
    r"request|resolve|undertake|urge)s?\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b[a-z]{2,}ed\b")
_WORD = re.compile(r"[^\W\d_]+")


def is_recital(text: str) -> bool:
    """Whether words that go on in the next paragraph tell something: they hold a verb in the past or an auxiliary.

    What the signatories of a preamble then resolve to do is no recital.
    """
    if not _GOES_ON.search(text) or _RESOLVES.match(text):
        return False
    low = {word.lower() for word in _WORD.findall(text) if word != "May"}
    return not low.isdisjoint(FINITE | IRREGULAR_PAST) or bool(_PAST.search(text))
