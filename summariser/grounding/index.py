"""Where sequences of words and marks occur in a document, in time linear in its length."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Final

from summariser.grounding.folding import DASH, JOINED_LEFT, JOINED_RIGHT, Pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["WordIndex", "caseless"]

_MOST_VARIANTS: Final = 3  # words of one claim that are tried both hyphenated and whole


def caseless(folded: str) -> str:
    """A folded word without its case and without "'s"."""
    return folded.casefold().removesuffix("'s")


class WordIndex:
    """The words and marks of a document, each distinct one a single character of a string that is searched.

    A search in that string is `str.find`, which is linear, finds whole words only and compares folded forms.

    Args:
        text: The document's text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces = Pieces(text)
        self._ids: dict[str, str] = {}
        ids = self._ids
        for folded in self.pieces.folded:
            if folded not in ids:
                # The last code point stands for all words past the limit, and no claim ever gets it.
                ids[folded] = chr(min(len(ids), sys.maxunicode))
        self._string = "".join([ids[folded] for folded in self.pieces.folded])

    def __contains__(self, folded: str) -> bool:
        return folded in self._ids

    @cached_property
    def _reversed(self) -> str:
        return self._string[::-1]

    def window(self, within: tuple[int, int] | None) -> tuple[int, int]:
        """Numbers of the pieces that lie wholly between two characters (first, one past the last)."""
        if within is None:
            return 0, len(self._string)
        low = bisect_left(self.pieces.starts, max(0, within[0]))
        return low, max(low, bisect_right(self.pieces.ends, max(0, within[1])))

    def needles(self, folded: Sequence[str]) -> Iterator[str]:
        """What to search for so as to find these pieces: nothing where one of them is not in the document.

        A word that the document breaks at a line end may or may not have a hyphen of its own; both ways are tried.
        """
        places = [i for i in range(1, len(folded) - 1) if folded[i] == DASH and self._whole(folded, i)]
        if not places:
            yield from self._needle(folded)
            return
        if len(places) > _MOST_VARIANTS:
            choices: Iterator[tuple[bool, ...]] = iter([(False,) * len(places), (True,) * len(places)])
        else:
            choices = product((False, True), repeat=len(places))
        for choice in choices:
            variant = list(folded)
            for place, whole in reversed(list(zip(places, choice, strict=True))):
                if whole and (word := self._whole(variant, place)):
                    variant[place - 1 : place + 2] = [word]
            yield from self._needle(variant)

    def _whole(self, folded: Sequence[str], dash: int) -> str | None:
        if not 0 < dash < len(folded) - 1:
            return None
        return self.pieces.broken.get((folded[dash - 1], folded[dash + 1]))

    def _needle(self, folded: Sequence[str]) -> Iterator[str]:
        needle = "".join([self._ids.get(piece, chr(sys.maxunicode)) for piece in folded])
        if needle and chr(sys.maxunicode) not in needle:
            yield needle

    def find_all(self, needle: str, low: int, high: int) -> Iterator[int]:
        """Numbers of the pieces between `low` and `high` where the needle begins and no larger word is cut, in order.

        The work is bounded by the length of the document: in text that repeats itself without end, occurrences far down
        may stay unfound.
        """
        return (at for at in self._scan(self._string, needle, low, high) if self._bounded(at, at + len(needle) - 1))

    def nearest(self, needle: str, low: int, high: int, near: int | None) -> int | None:
        """The first occurrence, or the one that begins closest to the character `near`; None where there is none."""
        if near is None:
            return next(self.find_all(needle, low, high), None)
        middle = min(max(bisect_left(self.pieces.starts, max(0, near)), low), high)
        after = next(self.find_all(needle, middle, high), None)
        total, length = len(self._string), len(needle)
        backwards = self._scan(self._reversed, needle[::-1], total - min(high, middle + length - 1), total - low)
        found = (total - at - length for at in backwards)
        before = next((at for at in found if self._bounded(at, at + length - 1)), None)
        if after is None or before is None:
            return before if after is None else after
        starts = self.pieces.starts
        return after if starts[after] - near < near - starts[before] else before

    def longest_start(self, folded: Sequence[str], low: int, high: int) -> tuple[int, int]:
        """How many of the first pieces occur in a row between `low` and `high`, and where they first do."""
        needle = "".join([self._ids.get(piece, chr(sys.maxunicode)) for piece in folded])
        held, tried, at = 0, len(needle.partition(chr(sys.maxunicode))[0]) + 1, low
        while held + 1 < tried:
            middle = (held + tried) // 2
            found = self._string.find(needle[:middle], low, high)
            if found >= 0:
                held, at = middle, found
            else:
                tried = middle
        return held, at

    @cached_property
    def _caseless(self) -> tuple[str, dict[str, str]]:
        """The string and its characters again, words that differ only in case or by a possessive being one."""
        ids: dict[str, str] = {}
        table = {ord(char): ids.setdefault(caseless(word), char) for word, char in self._ids.items()}
        return self._string.translate(table), ids

    def find_caseless(self, folded: Sequence[str]) -> Iterator[int]:
        """Where pieces begin that differ from these at most in case or by a possessive, in order; bounded or not."""
        string, ids = self._caseless
        needle = "".join([ids.get(caseless(piece), chr(sys.maxunicode)) for piece in folded])
        if needle and chr(sys.maxunicode) not in needle:
            yield from self._scan(string, needle, 0, len(string))

    def is_bounded(self, start: int, end: int) -> bool:
        """Whether a passage of the text begins and ends at the edges of words."""
        starts, ends = self.pieces.starts, self.pieces.ends
        first, last = bisect_left(starts, start), bisect_right(ends, end) - 1
        inside = first <= last and starts[first] == start and ends[last] == end
        return inside and self._bounded(first, last)

    def _scan(self, string: str, needle: str, low: int, high: int) -> Iterator[int]:
        budget = 4 * len(string) + 1000
        at = string.find(needle, low, high)
        while at >= 0 and budget > 0:
            yield at
            budget -= len(needle)
            at = string.find(needle, at + 1, high)

    def _bounded(self, first: int, last: int) -> bool:
        joined = self.pieces.joined
        return not joined[first] & JOINED_LEFT and not joined[last] & JOINED_RIGHT
