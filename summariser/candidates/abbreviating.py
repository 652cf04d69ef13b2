"""Whether a short name is one for a long name, by its letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.ordinary import NO_BODIES, UNITS, is_roman
from summariser.candidates.states import state_by_name

if TYPE_CHECKING:
    from summariser.candidates.mentions import Mention

__all__ = ["abbreviates", "is_short_of"]

_MINOR = frozenset("of for and the on in to de &".split())
_WORD = re.compile(r"[^\W_]+")


def abbreviates(short: str, name: str) -> bool:
    """Whether a short name is made of the initials of a name, or of its first word."""
    words = _WORD.findall(name)
    letters = "".join(c for c in short if c.isalpha())
    if not words or not letters:
        return False
    if short.split(maxsplit=1)[0].casefold() == words[0].casefold():
        return True
    folded = letters.upper()
    strict = "".join(w[0] for w in words if w.casefold() not in _MINOR).upper()
    loose = "".join(w[0] for w in words).upper()
    if not 2 <= len(folded) <= 8 or not any(c.isupper() for c in short[1:]):
        return False
    return folded in (strict, loose) or _in_order(letters, words)


def is_short_of(term: str, owner: Mention) -> bool:
    """Whether a name in brackets without quotation marks is one for the name before it."""
    if _of_tail(term, owner.name):
        return False
    if abbreviates(term, owner.name):
        return True
    if owner.kind != "organisation" or len(owner.name.split()) < 2 or state_by_name(term):
        return False
    words = [word.casefold() for word in owner.name.split()]
    if term.isupper():  # the initials of its name in another language
        return len(term) <= 6 and term.isalpha() and term not in UNITS | NO_BODIES and not is_roman(term)
    parts = term.casefold().split()
    return all(any(word.startswith(part) for word in words) for part in parts) or _of_syllables(term, words)


def _of_syllables(term: str, words: list[str]) -> bool:
    """`Nyaha` of Nyamweru Hawkers, `Benelux`: made of the beginnings of two or more of the words, in order."""
    rest = term.casefold()
    taken = 0
    for word in words:
        size = next((k for k in range(min(len(word), len(rest)), 0, -1) if rest[:k] == word[:k]), 0)
        rest, taken = rest[size:], taken + bool(size)
        if taken == 0:
            return False  # the first of them begins it
    return not rest and taken > 1 and term.isalpha()


def _of_tail(term: str, name: str) -> bool:
    """`Local 5 of the Allied Rail Workers (ARW)`: the initials are those of the body behind `of`."""
    head, _, tail = name.partition(" of ")
    letters = "".join(word[0] for word in _WORD.findall(tail) if word.casefold() not in _MINOR).upper()
    return bool(tail) and any(c.isdigit() for c in head) and letters == term


def _in_order(letters: str, words: list[str]) -> bool:
    """`AfDB` of African Development Bank, `ECOWAS` of Economic Community of West African States: initials and more."""
    position = 0
    text = " ".join(words).casefold()
    if letters[0].casefold() != text[0]:
        return False
    for letter in letters.casefold():
        position = text.find(letter, position)
        if position < 0:
            return False
        position += 1
    starts = sum(1 for w in words if w[0].casefold() in letters.casefold() and w.casefold() not in _MINOR)
    return starts >= min(3, len([w for w in words if w.casefold() not in _MINOR]))
