"""Relative clauses that hold a promise, and the clause around them that tells what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.candidates.irregular import NO_ACT_PARTICIPLES, is_participle
from summariser.candidates.roles import ROLE_WORDS
from summariser.candidates.verbs import ADVERBS, AGENT_NOUNS, DETERMINERS, PREPOSITIONS
from summariser.candidates.word_order import low_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.clauses import Head
    from summariser.candidates.reader import Line
    from summariser.candidates.tokens import Token

__all__ = ["contact_subject", "goes_on", "is_done"]

_WAS = frozenset("was were is are has have had".split())
_NO_END = frozenset("that which who if when where because what and or to".split())
_UNDONE = frozenset(
    "withdrawn dropped scrapped cancelled canceled abandoned shelved delayed postponed refused rejected".split()
)


def contact_subject(line: Line, head: Head) -> int | None:
    """Where the subject of a relative clause without pronoun begins: behind a noun for a thing, at a name or "it"."""
    last = head.end - 1
    begin = last
    while begin in line.named and begin not in line.names:
        begin -= 1
    noun = line.low(begin - 1)
    joined = begin not in line.names and line.low(begin) not in {"it", "he", "she", "they"}
    if joined or begin <= head.start + 1 or line.low(head.start) not in DETERMINERS:
        return None
    agent = {noun, noun.removesuffix("s")} & (
        AGENT_NOUNS | ROLE_WORDS | PREPOSITIONS | {"and", "or", ",", "that", "which"}
    )
    return None if agent or not noun[:1].isalpha() or line.tokens[begin - 1].capital else begin


def goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether the clause around a relative clause goes on here: "the lamps it promised to replace | were new"."""
    return tokens[i].low in _WAS and low_at(tokens, i - 1)[:1].isalnum() and low_at(tokens, i - 1) not in _NO_END


def is_done(tokens: Sequence[Token], i: int) -> bool:
    """`, was replaced on 4 May`, `were now in place`, `are finished and paid for`."""
    i += low_at(tokens, i) == ","
    if low_at(tokens, i) not in _WAS:
        return False
    while i < len(tokens) and (tokens[i].low in _WAS | ADVERBS | {"been"}):
        i += 1
    denied = any(low_at(tokens, j) in {"not", "never"} for j in range(i - 3, i + 1))
    low = low_at(tokens, i)
    known = is_participle(low) and low not in NO_ACT_PARTICIPLES | _UNDONE
    return not denied and (
        known or low in {"ready", "complete", "gone", "open"} or (low, low_at(tokens, i + 1)) == ("in", "place")
    )
