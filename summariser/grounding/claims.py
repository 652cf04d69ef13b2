"""A claim to be verbatim, in the ways it may stand in the source without being altered."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from summariser.grounding.characters import INVISIBLE, QUOTES
from summariser.grounding.folding import FEET, INCHES, QUOTE, Pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.grounding.index import WordIndex

__all__ = ["Claim", "Hit", "find", "find_all"]

_TERMINAL: Final = frozenset({*".,;:!?", QUOTE, FEET, INCHES})


class Hit(NamedTuple):
    """A place in the source where a claim stands.

    Attributes:
        start: First character.
        end: One past the last.
        exact: Whether the claim stands there character for character.
    """

    start: int
    end: int
    exact: bool


class Claim:
    """A claim without the white space and the quotation marks around it.

    Args:
        text: As the model gave it.

    Attributes:
        text: What is left of it.
        folded: Its words and marks, folded.
    """

    def __init__(self, text: str) -> None:
        self.text = _bare(text)
        self.folded = Pieces(self.text).folded

    @property
    def has_words(self) -> bool:
        """Whether it holds a letter, a digit or a picture, and not only marks."""
        return any(char.isalnum() or not char.isascii() for piece in self.folded for char in piece)

    def ways(self) -> Iterator[list[str]]:
        """As it is, with the case of its first letter changed, and both without the stop at its end."""
        yield self.folded
        yield from _first_letter_changed(self.folded)
        core = list(self.folded)
        while core and core[-1] in _TERMINAL:
            core.pop()
        if core and len(core) < len(self.folded):
            yield core
            yield from _first_letter_changed(core)


def find(words: WordIndex, claim: Claim, low: int, high: int, near: int | None = None) -> Hit | None:
    """Find where a claim stands between two words of the source.

    Args:
        words: The source.
        claim: The claim.
        low: First word that may count.
        high: One past the last.
        near: Take the place that begins closest to this character; None for the first.

    Returns:
        A place where it stands exactly, if there is one; else one that differs in typography only; else None.
    """
    if not claim.has_words:
        return None
    for way, folded in enumerate(claim.ways()):
        for needle in words.needles(folded):
            at = words.nearest(needle, low, high, near)
            if at is None:
                continue
            hit = _hit(words, claim, at, len(needle))
            if hit.exact or way > 0:
                return hit
            return _exactly(words, claim, low, high, near) or hit
    return None


def find_all(words: WordIndex, claim: Claim, low: int, high: int, *, most: int) -> list[Hit]:
    """Find the places where a claim stands between two words of the source, in order, at most `most`."""
    places: dict[int, Hit] = {}
    if claim.has_words:
        for folded in claim.ways():
            for needle in words.needles(folded):
                for at in islice(words.find_all(needle, low, high), most):
                    hit = _hit(words, claim, at, len(needle))
                    places.setdefault(hit.start, hit)
    return sorted(places.values())[:most]


def _hit(words: WordIndex, claim: Claim, at: int, length: int) -> Hit:
    start, end = words.pieces.starts[at], words.pieces.ends[at + length - 1]
    inside = claim.text.find(words.text[start:end])  # marks that are no letters may stand around the words in both
    exact = 0 <= inside <= start and words.text.startswith(claim.text, start - inside)
    return Hit(start, end, exact)


def _exactly(words: WordIndex, claim: Claim, low: int, high: int, near: int | None) -> Hit | None:
    first, last = words.pieces.starts[low], words.pieces.ends[high - 1]
    for begin in (first,) if near is None else (max(first, near), first):
        budget = 4 * len(words.text) + 1000
        at = words.text.find(claim.text, begin, last)
        while at >= 0 and budget > 0:
            if words.is_bounded(at, at + len(claim.text)):
                return Hit(at, at + len(claim.text), exact=True)
            budget -= len(claim.text)
            at = words.text.find(claim.text, at + 1, last)
    return None


def _bare(text: str) -> str:
    """Without white space, invisible characters and quotation marks at either end."""
    start, end = 0, len(text)
    while start < end and _outer(text[start]):
        start += 1
    while end > start and _outer(text[end - 1]):
        end -= 1
    return text[start:end]


def _outer(char: str) -> bool:
    return char.isspace() or char in QUOTES or char in INVISIBLE


def _first_letter_changed(folded: Sequence[str]) -> Iterator[list[str]]:
    for i, piece in enumerate(folded):
        if not piece[0].isalnum():
            continue
        other = piece[0].swapcase()
        if other != piece[0] and len(other) == 1 and other.swapcase() == piece[0]:
            yield [*folded[:i], other + piece[1:], *folded[i + 1 :]]
        return
