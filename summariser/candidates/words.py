"""Words of a stretch of text with the breaks between them, and the word lists that bound a noun phrase."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summariser.candidates.lexicon import MONTHS_AND_DAYS, PARTICLES

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

__all__ = [
    "AUXILIARIES",
    "BEFORE_PERSON",
    "DETERMINERS",
    "LONGEST_PHRASE",
    "PRONOUNS",
    "Word",
    "describes_name",
    "is_name",
    "split_words",
]

AUXILIARIES = frozenset(
    """had has have having is are was were be been being would will did does do could should may might must can used
    to""".split()
)
BEFORE_PERSON = frozenset("old late former young then ex fellow hon honourable honorable".split())
DETERMINERS = frozenset(
    """the a an this that these those his her its their our my your another one each every some several both all no two
    three""".split()
)
PRONOUNS = frozenset("he she they it i we who you".split())
LONGEST_PHRASE = 10
"""Words of a noun phrase without prepositions."""

_LONGEST_DESCRIPTION = 4  # words without article before a name
_SOFT = re.compile(r"[,—–()\[\]-]{1,4}")  # what stands on both sides of an aside
_LETTERS = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"  # accents may be characters of their own
_WORD = re.compile(rf"{_LETTERS}(?:[-'’‘ʻ&.]{_LETTERS})*(?:[’'](?=\s))?")
_SHORTENED = frozenset(
    """Mr Mrs Ms Dr St Prof Sen Rep Gov Gen Col Capt Rev Hon Lt Sgt Cllr Messrs Jr Sr No Inc Ltd Co Corp
    Smt Sri Shri Cr Ald Adv Engr Barr Hon""".split()
)


class Word(NamedTuple):
    """One word of a stretch of text.

    Attributes:
        start: First character.
        end: One past the last.
        text: The characters between.
        low: The same in lower case.
        gap: What separates it from the word before: nothing, a comma (also for a dash or a bracket, which read
            like one), or "|" for any harder break.
    """

    start: int
    end: int
    text: str
    low: str
    gap: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter and is no month or day."""
        return self.text[0].isupper() and self.text not in MONTHS_AND_DAYS

    @property
    def possessive(self) -> bool:
        """Whether it ends in an apostrophe with or without s."""
        return self.text.endswith(("'s", "’s", "'", "’"))


def split_words(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`, each with what separates it from the one before."""
    words: list[Word] = []
    position = start
    for match in _WORD.finditer(text, start, end):
        between = text[position : match.start()].strip()
        shortened = between == "." and words and (_is_short(words[-1].text) or not match.group()[0].isupper())
        gap = "" if not words or not between or shortened else "," if _SOFT.fullmatch(between) else "|"
        words.append(Word(match.start(), match.end(), match.group(), match.group().lower(), gap))
        position = match.end()
    return words


def _is_short(word: str) -> bool:
    """Whether a word with a full stop is a title or an initial, so that the stop ends nothing."""
    return word in _SHORTENED or len(word) == 1


def is_name(words: Sequence[Word]) -> bool:
    """Whether the words are a proper name with or without titles ("old Mr Tregunna"), and nothing more."""
    if len(words) > 2 and words[0].low == "the" and words[1].low in BEFORE_PERSON:
        words = words[1:]  # "the late Lord Mohulamu"
    capitals = [word for word in words if word.capital]
    if not capitals or len(words) > LONGEST_PHRASE or words[0].low in DETERMINERS or words[-1].possessive:
        return False
    return all(word.capital or word.low in PARTICLES or word.low in BEFORE_PERSON for word in words)


def describes_name(words: Sequence[Word], first: int, ends: Container[str]) -> bool:
    """Whether `words[first]` begins a description without article that a name follows: "lead author Rui Ito".

    Args:
        words: The words.
        first: The first of the description.
        ends: Words that end a noun phrase.
    """
    for number in range(first, min(len(words), first + _LONGEST_DESCRIPTION + 1)):
        word = words[number]
        if number > first and word.gap:
            return False
        if word.capital:
            return number > first and not word.possessive and not _is_plural(words[number - 1].low)
        if not word.text.islower() or word.low in ends or word.low in PRONOUNS or word.low.endswith("ly"):
            return False
    return False


def _is_plural(low: str) -> bool:
    return low == "people" or (low.endswith("s") and not low.endswith("ss"))
