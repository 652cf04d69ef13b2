"""Sums that are given where pledges are made: "Norway put up $60 million", "the bank chipped in with £5m"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.verb_group import VerbGroup
from summariser.candidates.word_order import auxiliaries_before, low_at, opens_amount

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.candidates.reader import Line, Reader
    from summariser.candidates.tokens import Token

__all__ = ["find_gifts"]

_GIVING = frozenset(
    """gave give gives given donated donates contributed contributes committed earmarked provided provides added adds
    matched matches doubled doubles trebled found put puts stumped chipped kicked threw weighed came topped led
    followed pitched coughed ponied announced granted awarded allocated lent sent subscribed bestowed dug handed
    opened promised pitches chips stumps throws comes tops leads follows""".split()
)
_PARTICLES = frozenset("up in with forward over down out through at".split())
_LEADING = frozenset("topped tops led leads followed follows opened came comes weighed dug".split())
_WITH = frozenset({"with", "at"})
_PLEDGES = re.compile(
    r"\b(?:pledg\w*|donors?|fund-?rais\w*|appeal|relief|replenish\w*|reconstruct\w*|rebuild\w*|telethon|harambee|contributions?)\b",
    re.IGNORECASE,
)
_OPENING = 1500  # characters in which the occasion shows
_LONGEST_PHRASE = 8  # tokens from a verb to its sum


def find_gifts(reader: Reader, line: Line) -> Iterator[VerbGroup]:
    """Yield the verbs by which a sum is given, in a text about pledges."""
    if not _is_occasion(reader):
        return
    for i in range(1, len(line.tokens)):
        if line.low(i) in _GIVING and not line.tokens[i].capital:
            amount = _amount(line.tokens, i)
            first, negated, past = auxiliaries_before(line.tokens, i)
            relative = line.low(first - 1) in {"which", "who", "that"}
            if amount is not None and not negated and past < 2 and not relative:
                yield VerbGroup(first, i, amount, "commit", past=1, verbal=False)


def _is_occasion(reader: Reader) -> bool:
    return len(_PLEDGES.findall(reader.text, 0, _OPENING)) > 1


def _amount(tokens: Sequence[Token], verb: int) -> int | None:
    """Where the sum begins, behind a particle or a phrase: "topped the list with $5m"."""
    led = tokens[verb].low in _LEADING
    for i in range(verb + 1, min(len(tokens), verb + _LONGEST_PHRASE)):
        if tokens[i].low not in _PARTICLES and _is_sum(tokens, i):
            return i if not led or tokens[i - 1].low in _WITH or low_at(tokens, i - 1) == "a" else None
        if not tokens[i].word or not (
            led or tokens[i].low in _PARTICLES | {"a", "another", "further", "about", "some"}
        ):
            return None
    return None


def _is_sum(tokens: Sequence[Token], i: int) -> bool:
    """Whether money begins here: "$5m", "NZ$60 million", "a little over 300 million euros"."""
    if not opens_amount(tokens, i):
        return False
    near = tokens[i : i + 7]
    return any(token.text[0] in "$€£¥₦₹" or token.low in _MONEY or _CODED.match(token.text) for token in near)


_MONEY = frozenset(
    "dollars euros pounds yen naira shillings rand rupees kronor crowns francs million billion crore lakh cedis".split()
)
_CODED = re.compile(r"[A-Z][A-Za-z]{0,3}\d")
