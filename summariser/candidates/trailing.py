"""Who says it, where the attribution closes the sentence: "It would look for no other buyer, Acme said"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summariser.candidates.governors import sort_of
from summariser.candidates.verbs import PREPOSITIONS, PRONOUNS
from summariser.candidates.word_order import auxiliaries_before, low_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.governors import Governor
    from summariser.candidates.tokens import Token

__all__ = ["Trailing", "find_trailing"]

_LONGEST = 12  # tokens of the attribution before its verb
_NO_SUBJECT = PREPOSITIONS - {"of", "for"} | {"and", "which", "who", "but", "that", "to", "as", "if"}


class Trailing(NamedTuple):
    """An attribution that closes a sentence.

    Attributes:
        governor: Its verb.
        start: Number of the first token of its subject.
        end: One past the last.
    """

    governor: Governor
    start: int
    end: int


def find_trailing(tokens: Sequence[Token], after: int) -> Trailing | None:
    """The attribution behind a comma, later than `tokens[after]`, that closes the sentence, or None.

    Args:
        tokens: The sentence.
        after: Number of the verb that is reported.
    """
    for comma in range(after + 1, len(tokens) - 2):
        if tokens[comma].low != ",":
            continue
        for verb in range(comma + 1, min(len(tokens), comma + 1 + _LONGEST)):
            if tokens[verb].low in _NO_SUBJECT or tokens[verb].low in ";:":
                break
            governor = sort_of(tokens, verb)
            if governor is None or low_at(tokens, verb + 1) in {"that", "to"}:
                continue
            if verb == comma + 1:
                return _inverted(tokens, verb, governor)
            return Trailing(governor, comma + 1, auxiliaries_before(tokens, verb)[0])
    return None


def _inverted(tokens: Sequence[Token], verb: int, governor: Governor) -> Trailing | None:
    """`…, said the ministry`."""
    end = verb + 1
    while end < len(tokens) and tokens[end].word and tokens[end].low not in PREPOSITIONS - {"of", "for"}:
        end += 1
    named = end > verb + 1 and (tokens[verb + 1].low not in PRONOUNS or end == verb + 2)
    return Trailing(governor, verb + 1, end) if named else None
