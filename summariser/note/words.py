"""The words by which statements of several documents are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from summariser.candidates.lexicon import MONTHS_AND_DAYS
from summariser.grounding.quantities import quantities
from summariser.grounding.wordforms import content, plain, stem, tokens

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "CALENDAR",
    "DIRECTIONS",
    "Marks",
    "content_stems",
    "dice",
    "fold",
    "marks_of",
    "number_readings",
    "one_line",
    "shared_part",
]

_LETTERS: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})
_APOSTROPHES: Final = re.compile(r"['’‘ʻʼ`´]")
_NOT_WORD: Final = re.compile(r"[^\w&]+|_")
CALENDAR: Final = frozenset(
    map(stem, [*map(str.lower, MONTHS_AND_DAYS), "end", "late", "early", "mid", "spring", "summer", "autumn", "winter"])
)
_ORDINALS: Final = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth 1st 2nd 3rd".split())
DIRECTIONS: Final = {
    form: way
    for way in ("north", "south", "east", "west")
    for form in (way, f"{way}ern", f"{way}bound", f"{way}ward", f"{way}wards")
}
_LABELLED: Final = re.compile(
    r"\b(?P<noun>phase|stage|lot|unit|line|block|route|terminal|pier|berth|reactor|article|section|schedule|annex|round|"
    r"tranche|zone|building|runway|gate|track|package|part)\s+(?P<label>\d{1,4}[a-z]?|[ivx]{1,5}|[a-h])\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(
    r"\b(?:not(?!\s+(?:later|more|less|only))|never|no(?!\s+(?:later|more|less|longer))|refrain\w*|cease\w*|stop\w*|"
    r"abstain\w*|without)\b|n['’]t\b",
    re.IGNORECASE,
)


def one_line(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """The text without case, diacritics, apostrophes and punctuation, words set apart by single spaces."""
    bare = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text))
    letters = "".join(char for char in bare if not unicodedata.combining(char)).casefold().translate(_LETTERS)
    return " ".join(_NOT_WORD.sub(" ", letters).replace("&", " and ").split())


@lru_cache(maxsize=50_000)
def content_stems(text: str) -> frozenset[str]:
    """Stems of the words that say something by themselves; numbers and words of the calendar are left out."""
    return frozenset(content(tokens(plain(text)))) - CALENDAR


def dice(one: frozenset[str], other: frozenset[str], weight: Callable[[str], float] = lambda _word: 1.0) -> float:
    """Twice the weight of what two sets share over the weight of both; 0 where either is empty."""
    both = sum(map(weight, one)) + sum(map(weight, other))
    return 2 * sum(map(weight, one & other)) / both if both else 0.0


def shared_part(
    one: frozenset[str], other: frozenset[str], weight: Callable[[str], float] = lambda _word: 1.0
) -> float:
    """The weight of what two sets share over that of the lighter one; 0 where either is empty."""
    least = min(sum(map(weight, one)), sum(map(weight, other)))
    return sum(map(weight, one & other)) / least if least else 0.0


@lru_cache(maxsize=20_000)
def number_readings(text: str) -> frozenset[tuple[str, str]]:
    """Value and unit of each number in a text, in each way it can be read."""
    return frozenset(
        (str(value.normalize()), unit) for found in quantities(plain(text)) for value, unit in found.readings
    )


class Marks(NamedTuple):
    """What sets two acts apart though their other words are the same.

    Attributes:
        ordinals: "first", "second".
        directions: "north", "south".
        labels: "phase 2", "lot b".
        denied: Whether the act is not to do something.
    """

    ordinals: frozenset[str]
    directions: frozenset[str]
    labels: frozenset[tuple[str, str]]
    denied: bool

    def clash(self, other: Marks, *, ended: bool = False) -> bool:
        """Whether both cannot mark the same act.

        Args:
            other: The marks of the other act.
            ended: One of them was refused or taken back, so that a denial does not part them.
        """
        if self.denied != other.denied and not ended:
            return True
        for mine, theirs in ((self.ordinals, other.ordinals), (self.directions, other.directions)):
            if mine and theirs and mine.isdisjoint(theirs):
                return True
        nouns = {noun for noun, _ in self.labels} & {noun for noun, _ in other.labels}
        return any(
            {label for noun, label in self.labels if noun == shared}.isdisjoint(
                label for noun, label in other.labels if noun == shared
            )
            for shared in nouns
        )


@lru_cache(maxsize=20_000)
def marks_of(action: str) -> Marks:
    """The marks of an act."""
    words = frozenset(fold(action).split())
    return Marks(
        ordinals=words & _ORDINALS,
        directions=frozenset(DIRECTIONS[word] for word in words if word in DIRECTIONS),
        labels=frozenset((match["noun"].lower(), match["label"].lower()) for match in _LABELLED.finditer(action)),
        denied=bool(_DENIED.search(action)),
    )
