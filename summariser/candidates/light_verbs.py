"""Verbs that bind by their object: "made an offer", "gave its word", "signed a deal to", "approved a plan to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.candidates.complement import (
    LONGEST_RECEIVER,
    Complement,
    act_at,
    behind_noun,
    distant_infinitive,
    promise_noun,
)
from summariser.candidates.word_order import infinitive, low_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.complement import Kind
    from summariser.candidates.tokens import Token

__all__ = ["NEW", "PACTS", "read_light"]

_OFFERS = frozenset("offer offers proposal proposals bid".split())
NEW = frozenset("a an no new another its their his her our my written firm solemn fresh any".split())
"""Words before a promise that is made and not told of."""
_WITHHELD = frozenset("consent permission approval authorisation authorization leave".split())
PACTS = frozenset("agreement deal accord pact contract treaty lease settlement protocol plan formula act law".split())
"""Nouns of what two sides agree."""
_PLANS = frozenset(
    """plan plans proposal proposals scheme schemes programme program target goal budget package motion resolution
    strategy roadmap ordinance measure measures project policy""".split()
)


def read_light(tokens: Sequence[Token], i: int, lemma: str) -> Complement | None:
    """`made an offer for` offers, `made no promise to` refuses, `won a pledge from Acme to` commits Acme."""
    if lemma in {"sign", "approve"}:
        return _settled(tokens, i, lemma)
    if (given := _given_until(tokens, i)) is not None or (given := _announced_sum(tokens, i)) is not None:
        return given
    if low_at(tokens, i) == "no" and low_at(tokens, i + 1) in _WITHHELD and lemma == "make":
        return Complement(i + 1, "refuse", verbal=False)
    noun = promise_noun(tokens, i)
    if noun is None or low_at(tokens, i) not in NEW:
        return None
    words = {token.low for token in tokens[i : noun + 1]}
    if lemma == "get":
        return _got(tokens, noun)
    kind: Kind = "refuse" if "no" in words else "offer" if words & _OFFERS else "commit"
    return behind_noun(tokens, noun, kind)


def _settled(tokens: Sequence[Token], i: int, lemma: str) -> Complement | None:
    """`signed a deal to reopen the mill`, `approved a plan to rebuild the bridge`."""
    if lemma == "approve" and low_at(tokens, i) not in NEW:
        return None
    noun = promise_noun(tokens, i, PACTS if lemma == "sign" else _PLANS)
    return None if noun is None else act_at(infinitive(tokens, noun + 1), "commit")


def _given_until(tokens: Sequence[Token], i: int) -> Complement | None:
    """`gives Acme until May to reopen it`."""
    until = next((j for j in range(i + 1, i + LONGEST_RECEIVER + 1) if low_at(tokens, j) == "until"), None)
    if until is None or low_at(tokens, i - 1) not in {"gives", "gave", "give"}:
        return None
    verb = distant_infinitive(tokens, until)
    return None if verb is None else Complement(verb, "commit", bound=(i, until))


def _announced_sum(tokens: Sequence[Token], i: int) -> Complement | None:
    """`announced a $5 million fund`."""
    summed = any(low_at(tokens, j) in {"$", "€", "£", "¥", "₦", "₹"} for j in range(i, i + 3))
    announced = low_at(tokens, i - 1) in {"announced", "unveiled"}
    return Complement(i, "commit", verbal=False) if announced and summed else None


def _got(tokens: Sequence[Token], noun: int) -> Complement | None:
    """`secured a promise from the mill to reopen`: whoever stands behind "from" is bound."""
    if low_at(tokens, noun + 1) != "from":
        return None
    verb = distant_infinitive(tokens, noun + 2)
    return None if verb is None else Complement(verb, "commit", bound=(noun + 2, verb - 1))
