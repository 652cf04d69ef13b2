"""What a verb that binds by being said binds to: an act, a thing, nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from summariser.candidates.verbs import AGENT_NOUNS, DETERMINERS, PREPOSITIONS, PROMISE_NOUNS
from summariser.candidates.word_order import infinitive, low_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.tokens import Token

__all__ = [
    "LONGEST_RECEIVER",
    "PEOPLE",
    "Complement",
    "Kind",
    "act_at",
    "behind_noun",
    "distant_infinitive",
    "first_of",
    "opens_receiver",
    "promise_noun",
    "thing_at",
]

Kind = Literal["commit", "plan", "offer", "refuse", "renew", "keep", "withdraw", "accept", "grant", "light", "gift"]

LONGEST_RECEIVER = 5
_MARKS = frozenset({"$", "€", "£", "¥", "₦", "₹", "'", "’", "'s", "’s"})
PEOPLE = frozenset("people inhabitants villagers families parents children citizens residents".split())
"""Sets of people that are promised something."""
_REACH = 26  # tokens from a verb to the "to" that belongs to it
_CLOSES = frozenset({"that", "and", "but", "which", "who", "whether", "if", "because", ":", ";", "—"})


class Complement(NamedTuple):
    """What a verb binds to.

    Attributes:
        action: Number of its first token.
        kind: The sort of verb, as its object shows it.
        verbal: Whether it is an act, and not a thing.
        bound: Bounds of the tokens for who is bound, where they stand behind the verb; else None.
    """

    action: int
    kind: Kind
    verbal: bool = True
    bound: tuple[int, int] | None = None


def act_at(action: int | None, kind: Kind) -> Complement | None:
    """An act that begins at a token, or None without one."""
    return None if action is None else Complement(action, kind)


def thing_at(action: int | None, kind: Kind) -> Complement | None:
    """A thing that begins at a token, or None without one."""
    return None if action is None else Complement(action, kind, verbal=False)


def distant_infinitive(tokens: Sequence[Token], start: int, closes: frozenset[str] = _CLOSES) -> int | None:
    """`agreed with the Seller, by a letter of May, to hold`: "to" behind phrases that do not close the clause."""
    for i in range(start, min(len(tokens), start + _REACH)):
        if tokens[i].low in closes or tokens[i].stop:
            return None
        if (verb := infinitive(tokens, i)) is not None:
            return verb
    return None


def first_of(
    tokens: Sequence[Token], start: int, words: frozenset[str], closes: frozenset[str], most: int
) -> int | None:
    """The first of some words, before any that closes the phrase."""
    for i in range(start, min(len(tokens), start + most)):
        if tokens[i].low in closes:
            return None
        if tokens[i].low in words:
            return i
    return None


def promise_noun(tokens: Sequence[Token], start: int, nouns: frozenset[str] = PROMISE_NOUNS) -> int | None:
    """The noun in "its old pledge", near the verb."""
    for i in range(start, min(len(tokens), start + LONGEST_RECEIVER + 1)):
        if tokens[i].low in nouns:
            return i
        mark = not tokens[i].word and tokens[i].text not in _MARKS
        if mark or tokens[i].low in PREPOSITIONS:
            return None
    return None


def behind_noun(tokens: Sequence[Token], noun: int, kind: Kind) -> Complement | None:
    """The act or thing behind "pledge to", "offer of"."""
    linked = low_at(tokens, noun + 1) in {"of", "for", "on"} and noun + 2 < len(tokens)
    if any(low_at(tokens, i) == "behalf" for i in range(noun + 2, noun + 7)):
        return act_at(distant_infinitive(tokens, noun + 1), kind)  # "a promise on the union's behalf to"
    return act_at(infinitive(tokens, noun + 1), kind) or thing_at(noun + 2 if linked else None, kind)


def opens_receiver(tokens: Sequence[Token], i: int) -> bool:
    """Whether somebody is named here, or described by what they are, whom a promise is made to."""
    at = i + 1 if low_at(tokens, i) in DETERMINERS else i
    words = (tokens[j] for j in range(at, min(len(tokens), at + LONGEST_RECEIVER)))
    receiver = next((word for word in words if word.low in AGENT_NOUNS | PEOPLE or word.low in {"to", "that"}), None)
    return receiver is not None and (receiver.low != "to" or tokens[at].capital) and receiver.low != "that"
