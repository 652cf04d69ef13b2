"""Small questions about the order of words: which auxiliaries, adverbs and parentheses stand around a verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.verbs import ADVERBS, DETERMINERS, PREPOSITIONS, SUBORDINATORS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.tokens import Token

__all__ = [
    "BE",
    "DO",
    "HAVE",
    "auxiliaries_before",
    "base_of",
    "infinitive",
    "is_adverb",
    "is_base",
    "is_gerund",
    "low_at",
    "opens_amount",
    "parenthesis_end",
    "skip_adverbs",
]

BE = frozenset({"is", "are", "am", "'s", "'m", "'re"})
HAVE = frozenset({"has", "have", "had", "'ve", "'s"})
DO = frozenset({"do", "does", "did"})
_NEGATIVES = frozenset({"not", "never"})
_NO_ADVERBS = frozenset("supply apply rely comply reply fly imply multiply assembly family july italy".split())
_NO_VERB = (
    DETERMINERS | PREPOSITIONS | SUBORDINATORS | frozenset("and or but it us him them me you i we he she they".split())
)
_LIKE_GERUND = frozenset(
    """bring ring sing sting fling swing sling spring string cling wring ping station question auction mention caution
    motion ration sanction position condition commission petition partition portion apportion provision transition
    requisition function""".split()
)
_COUNTS = frozenset(
    """two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred half a an another up
    between at nearly about more some over""".split()
)
_LONGEST_PARENTHESIS = 24
_SUM = re.compile(r"[A-Z][A-Za-z]{0,3}\d")  # "Sh500", "N250", "R40"


def low_at(tokens: Sequence[Token], number: int) -> str:
    """The token with this number in lower case, or an empty string where there is none."""
    return tokens[number].low if 0 <= number < len(tokens) else ""


def is_adverb(token: Token) -> bool:
    """Whether a token is an adverb: "also", "jointly"."""
    return token.low in ADVERBS or (token.low.endswith("ly") and token.low not in _NO_ADVERBS and not token.capital)


def parenthesis_end(tokens: Sequence[Token], comma: int) -> int | None:
    """The comma that closes the parenthesis opened by `tokens[comma]`, or None."""
    for i in range(comma + 1, min(len(tokens), comma + _LONGEST_PARENTHESIS)):
        if tokens[i].low == ",":
            return i
        if tokens[i].low in ";:" or tokens[i].stop:
            return None
    return None


def auxiliaries_before(tokens: Sequence[Token], verb: int) -> tuple[int, bool, int]:
    """What stands before a verb in its group.

    Returns:
        Number of the first token of the group; whether "not" or "never" stands in it; and its tense: 2 for "had", 1 for
        "has" and "did", else 0.
    """
    first, negated, past = verb, False, 0
    for i in range(verb - 1, -1, -1):
        low = tokens[i].low
        closes = low_at(tokens, i - 2) == "," and low_at(tokens, i - 1) in ADVERBS
        opens = low_at(tokens, i + 2) == "," and low_at(tokens, i + 1) in ADVERBS
        between_commas = low == "," and (closes or opens)
        if not (low in _NEGATIVES | HAVE | DO or between_commas or is_adverb(tokens[i])):
            break
        negated = negated or low in _NEGATIVES
        if low in HAVE:
            past = 2 if low == "had" else 1
        elif low == "did":
            past = max(past, 1)
        if low in _NEGATIVES | HAVE | DO:
            first = i
    return first, negated, past


def skip_adverbs(tokens: Sequence[Token], start: int) -> tuple[int, bool]:
    """The next token that is no adverb and in no parenthesis, and whether a negation was passed."""
    negated = False
    i = start
    while i < len(tokens):
        low, following = tokens[i].low, low_at(tokens, i + 1)
        if low == ",":
            close = parenthesis_end(tokens, i)
            if close is None:
                break
            i = close
        elif (low == "in" and following in {"turn", "return", "future"}) or (low == "no" and following == "longer"):
            negated = negated or low == "no"
            i += 1
        elif low not in _NEGATIVES and not is_adverb(tokens[i]):
            break
        negated = negated or low in _NEGATIVES
        i += 1
    return i, negated


def is_base(tokens: Sequence[Token], number: int) -> bool:
    """Whether a verb in its base form may stand here."""
    low = low_at(tokens, number)
    if not low[:1].isalpha() or low in _NO_VERB:
        return False
    if tokens[number].capital and not tokens[number].text.isupper():
        return False
    return low in _LIKE_GERUND or not low.endswith(("ing", "tion"))


def is_gerund(tokens: Sequence[Token], number: int) -> bool:
    """Whether a form in -ing stands here."""
    low = low_at(tokens, number)
    return low.endswith("ing") and len(low) > len("bring")


def infinitive(tokens: Sequence[Token], number: int) -> int | None:
    """The token behind "to", or "not" of "not to", where a verb stands there; else None."""
    low = low_at(tokens, number)
    if low == "not" and low_at(tokens, number + 1) == "to":
        return number if is_base(tokens, number + 2) else None
    if low == "to" and is_base(tokens, skip_adverbs(tokens, number + 1)[0]):
        return number + 1
    return None


def opens_amount(tokens: Sequence[Token], number: int) -> bool:
    """Whether a sum, a count or an indefinite noun phrase begins here: "$5m", "EUR 5 million", "a loan"."""
    low = low_at(tokens, number)
    if not low:
        return False
    text = tokens[number].text
    code = text.isupper() and 2 <= len(text) <= 4 and low_at(tokens, number + 1)[:1].isdigit()
    return code or _SUM.match(text) is not None or text[0].isdigit() or text in "$€£¥₦₹" or low in _COUNTS


def base_of(low: str) -> str:
    """The base form of a verb in the third person: "carries" is "carry", "passes" is "pass"."""
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low
