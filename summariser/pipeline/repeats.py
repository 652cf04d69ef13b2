"""Whether two commitments tell the same undertaking, and the one that holds what both tell."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from summariser.grounding.wordforms import content, plain, tokens

if TYPE_CHECKING:
    from summariser.schemas import Commitment

__all__ = ["is_repeat", "merge"]

_ALIKE = 0.75  # twice the shared words over all words
_FEWEST = 3  # words and numbers of the shorter action, where the longer holds all of them
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_DENIED = re.compile(r"\b(?:not|no|never|neither)\b")
_STANDING = frozenset({"new", "reaffirmed"})


def is_repeat(one: Commitment, other: Commitment) -> bool:
    """Whether both tell the same: the same parties are bound, to the same act, with the same outcome.

    Acts are the same where their words are nearly the same, or where the shorter leaves out words of the longer; the
    numbers in them may not differ.
    """
    if set(one.by) != set(other.by) or not (one.status == other.status or {one.status, other.status} == _STANDING):
        return False
    if one.action.casefold() == other.action.casefold():
        return not (one.deadline and other.deadline and one.deadline != other.deadline)
    if bool(_DENIED.search(one.action)) != bool(_DENIED.search(other.action)):
        return False
    if one.deadline and other.deadline and one.deadline != other.deadline:
        return False
    numbers = set(_NUMBER.findall(one.action)), set(_NUMBER.findall(other.action))
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        return False
    words = _words(one.action), _words(other.action)
    fewest = min(map(len, words))
    shared = len(words[0] & words[1])
    return fewest >= _FEWEST and (shared == fewest or 2 * shared >= _ALIKE * sum(map(len, words)))


@lru_cache(maxsize=4096)
def _words(action: str) -> frozenset[str]:
    return frozenset(content(tokens(plain(action)))) | frozenset(_NUMBER.findall(action))


def merge(one: Commitment, other: Commitment) -> None:
    """Give the first what the second tells besides: its evidence, and what the first leaves open."""
    one.evidence += [span for span in other.evidence if span not in one.evidence]
    one.deadline = one.deadline or other.deadline
    one.condition = one.condition or other.condition
    one.amount = one.amount or other.amount
    one.to = one.to or other.to
    if other.status == "reaffirmed":
        one.status = "reaffirmed"
