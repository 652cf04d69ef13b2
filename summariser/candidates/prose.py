"""Which sentences are prose, and which are whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.asides import is_aside
from summariser.candidates.layout import ROLL
from summariser.candidates.recitals import is_recital

if TYPE_CHECKING:
    from summariser.documents import Sentence

__all__ = ["is_prose", "is_whole"]

_NOT_PROSE = re.compile(r"By\s+[A-Z]|\W*$")
_INCOMPLETE = re.compile(r":\s*$|^[\W\d]*(?:\w+\W+){0,4}\w*\W*$")  # a lead-in to a list; fewer than six words
_ASIDE = re.compile(r"[\[(][^\])]*(?:[\])]?$|[\])]\W*$)")  # a stage direction, a caption in brackets
_STOPS = ".!?…"
_CLOSERS = "\"'”’»)]}*_ "


def is_whole(text: str) -> bool:
    """Whether words can stand alone as a fact: six at least, and no lead-in to a list."""
    return _INCOMPLETE.search(text) is None


def is_prose(sentence: Sentence) -> bool:
    """Whether a sentence belongs to the body: no heading, byline or aside, no item of a list, no line of an address."""
    if sentence.heading or _NOT_PROSE.match(sentence.text) or _ASIDE.match(sentence.text) or ROLL.match(sentence.text):
        return False
    last = sentence.text.rstrip(_CLOSERS)[-1:]
    ended = (bool(last) and last in _STOPS) or is_recital(sentence.text)
    return ended and is_whole(sentence.text) and not is_aside(sentence.text)
