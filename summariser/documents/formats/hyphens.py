"""Words divided at the ends of lines: put together without their hyphen, or with it where it belongs to the word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Vocabulary"]

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011'’][^\W\d_]+)*")
_LEFT = re.compile(r"([^\W\d_]+)[-\u2010\u2011]$")
_RIGHT = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_HYPHENS = re.compile(r"[\u2010\u2011]")
_LONGEST = 60  # characters of a word
_LEAST = 3  # letters of a part that may be a word of its own
_FIRST_PARTS = frozenset(
    "self non ex well long short high low mid cross half vice year two three four five six seven eight nine twenty "
    "thirty forty fifty sixty seventy eighty ninety".split()
)
"""Parts after which a hyphen belongs to the word, where nothing else tells."""


class Vocabulary:
    """The words of a document, which tell whether a hyphen at the end of a line belongs to the word.

    Args:
        lines: Its lines in order; the halves of a divided word do not count as words.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        divided = False
        for line in lines:
            rest = _RIGHT.match(line) if divided else None
            half = _LEFT.search(line, max(0, len(line) - _LONGEST))
            end = half.start() if half else len(line)
            self._words.update(_plain(match[0]) for match in _WORD.finditer(line, rest.end() if rest else 0, end))
            divided = half is not None

    def keeps_hyphen(self, above: str, below: str) -> bool:
        """Whether the hyphen at the end of a line belongs to the word.

        Args:
            above: The line, which ends in a hyphen.
            below: The line after it.

        Returns:
            False where the word was only divided to fit the line.
        """
        left, right = _LEFT.search(above, max(0, len(above) - _LONGEST)), _RIGHT.match(below)
        if not left or not right or right[0][0].isupper():
            return True
        first, second = left[1].lower(), _plain(right[0])
        if first + second in self._words:
            return False
        if f"{first}-{second}" in self._words:
            return True
        known = first in self._words and second in self._words and min(len(first), len(second)) >= _LEAST
        return known or first in _FIRST_PARTS


def _plain(word: str) -> str:
    return _HYPHENS.sub("-", word).lower()
