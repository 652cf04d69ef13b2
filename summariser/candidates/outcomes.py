"""Behind verbs of refusing, renewing, keeping and withdrawing: what is refused, renewed, kept, withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.candidates.complement import (
    Complement,
    act_at,
    behind_noun,
    distant_infinitive,
    first_of,
    promise_noun,
    thing_at,
)
from summariser.candidates.verbs import DETERMINERS, PREPOSITIONS, PROMISE_NOUNS, REQUESTS
from summariser.candidates.word_order import infinitive, is_gerund, low_at, opens_amount

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.tokens import Token

__all__ = ["DROPPED", "kept", "refused", "renewed", "withdrawn"]

DROPPED = PROMISE_NOUNS | frozenset(
    """decision decisions ban idea ideas scheme schemes project projects threat claim motion bill reservation objection
    suit""".split()
)
"""What may be withdrawn."""

_ENDS_OBJECT = frozenset({",", ";", "and", "that", "because", "which"})
_CLAIMS = frozenset({"claim", "claims", "idea", "suggestion", "suggestions"})  # "that" behind them tells what is said
_SIGNS = frozenset("$€£¥₦₹-")
_PLANNED = frozenset(
    "dangled floated offered envisaged planned proposed promised announced mooted intended pledged".split()
)
_FUTURE = frozenset({"will", "would", "shall"})
_LONGEST_REQUEST = 10
_LONGEST_THING = 11
_REACH = 26
_LONGEST_CLAUSE = 12  # tokens from "that" to its verb


def refused(tokens: Sequence[Token], i: int, lemma: str) -> Complement | None:
    """What stands behind "refused", "rejected", "turned down"."""
    if (verb := infinitive(tokens, i)) is not None or lemma == "decline":
        return act_at(verb, "refuse")
    request = first_of(tokens, i, REQUESTS, _ENDS_OBJECT, _LONGEST_REQUEST)
    if request is not None:
        link = low_at(tokens, request + 1)
        if link == "that" and tokens[request].low in _CLAIMS:
            return None
        asked = link in {"for", "of", "that"} and request + 2 < len(tokens)
        return (
            act_at(infinitive(tokens, request + 1), "refuse")
            or act_at(distant_infinitive(tokens, request + 1) if link in {"from", "by"} else None, "refuse")
            or thing_at(request + 2 if asked else None, "refuse")
        )
    noun = i + 1 if low_at(tokens, i) in DETERMINERS else i
    own = low_at(tokens, i)[:1].isalnum() and low_at(tokens, noun) not in PROMISE_NOUNS | REQUESTS
    return Complement(i, "refuse", verbal=False) if own and lemma not in {"refuse", "dismiss"} else None


def renewed(tokens: Sequence[Token], i: int, lemma: str) -> Complement | None:
    """What stands behind "repeated a pledge to", "reaffirmed its commitment to"."""
    if lemma != "confirm" and (verb := infinitive(tokens, i)) is not None:
        return Complement(verb, "renew")
    noun = promise_noun(tokens, i, PROMISE_NOUNS | {"decision", "policy", "ban"})
    if noun is None:
        summed = any(opens_amount(tokens, at) and low_at(tokens, at) not in {"a", "an"} for at in range(i, i + 4))
        return thing_at(i, "renew") if summed and lemma != "confirm" else None
    verb = distant_infinitive(_without_clause(tokens, noun + 1), noun + 1, frozenset({":", ";", "and", "but"}))
    if verb is not None:
        return Complement(verb, "renew")
    named = opens_amount(tokens, noun + 2) or low_at(tokens, noun + 2) == "one" or is_gerund(tokens, noun + 2)
    return thing_at(noun + 2 if low_at(tokens, noun + 1) in {"of", "for", "on", "to"} and named else None, "renew")


def _without_clause(tokens: Sequence[Token], start: int) -> Sequence[Token]:
    """The tokens up to "that" where a clause with "will" follows it: the promise is told there."""
    for i in range(start, min(len(tokens), start + _REACH)):
        if tokens[i].low == "that" and any(token.low in _FUTURE for token in tokens[i : i + _LONGEST_CLAUSE]):
            return tokens[:i]
    return tokens


def kept(tokens: Sequence[Token], i: int, _: str) -> Complement | None:
    """What stands behind "kept its promise to"."""
    noun = promise_noun(tokens, i)
    return None if noun is None else act_at(distant_infinitive(tokens, noun + 1), "keep")


def withdrawn(tokens: Sequence[Token], i: int, lemma: str) -> Complement | None:
    """What stands behind "withdrew its offer of", "dropped plans to", "abandoned the bridge planned for"."""
    first = low_at(tokens, i)
    if lemma == "retreat":
        return thing_at(i if i < len(tokens) else None, "withdraw")
    noun = promise_noun(tokens, i, DROPPED)
    if noun is None:
        return _planned_thing(tokens, i)
    if first in {"that", "this", "these", "those"}:
        return None
    summed = any(opens_amount(tokens, at) and tokens[at].low not in {"a", "an"} for at in range(i, noun))
    return (behind_noun(tokens, noun, "withdraw") or (thing_at(i, "withdraw") if summed else None)) or act_at(
        distant_infinitive(tokens, noun + 1) if low_at(tokens, noun + 1) == "," else None, "withdraw"
    )


def _planned_thing(tokens: Sequence[Token], i: int) -> Complement | None:
    """`scrapped the planned bridge`, `abandoned the toll gate planned for the road`."""
    if low_at(tokens, i) not in DETERMINERS:
        return None
    for at in range(i + 1, min(len(tokens), i + _LONGEST_THING)):
        if tokens[at].low in _PLANNED:
            return Complement(i, "withdraw", verbal=False)
        if (not tokens[at].word and tokens[at].text not in _SIGNS) or tokens[at].low in PREPOSITIONS - {"of", "for"}:
            return None
    return None
