"""Verb groups with a form of "be": "is to pay", "is obliged to pay", "is not in a position to pay"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.candidates.verb_group import VerbGroup
from summariser.candidates.verbs import PRONOUNS, STATES
from summariser.candidates.word_order import is_base, is_gerund, low_at, opens_amount, skip_adverbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.tokens import Token
    from summariser.candidates.verb_group import GroupKind

__all__ = ["DUTIES", "WAS", "be_group", "willing_group"]

WAS = frozenset({"was", "were"})
_WILLING = frozenset("willing ready prepared happy glad minded open".split())
_UNWILLING = frozenset("unwilling unprepared unable loath".split())
_OBLIGED = frozenset("obliged obligated bound committed contracted duty-bound sworn pledged required".split())
_ARRANGED = frozenset("due set scheduled slated".split())
_NO_ACTS = frozenset({"going", "including", "during", "nothing", "something", "anything"})
DUTIES = frozenset("obligation duty commitment undertaking obligations".split())
"""Nouns of what somebody must do."""
_PLEASED = frozenset("pleased delighted proud honoured honored".split())
_BESTOWING = frozenset("award grant offer give lend donate provide fund contribute".split())
_WEIGHING = frozenset(
    """considering weighing mulling contemplating exploring studying examining pondering debating proposing
    offering""".split()
)
# What somebody is unable to do without refusing anybody anything.
_INABILITIES = frozenset(
    """appear attend find explain recall remember speak reach locate trace verify identify see hear come be tell say
    comment determine establish understand travel work stand walk sleep cope compete afford match make get take sit
    live eat run play sail fly move breathe
    """.split()
)
_TALKS = frozenset({"talks", "discussions", "negotiations"})
_POSITION = 4  # tokens of "in a position to"


def be_group(  # noqa: PLR0911 - one return for each sort of predicate
    tokens: Sequence[Token], i: int, following: int, *, negated: bool
) -> VerbGroup | None:
    """The verb group of the form of "be" at `tokens[i]`, or None where it binds nobody.

    Args:
        tokens: The sentence.
        i: Number of the form of "be".
        following: Number of the next token that is no adverb.
        negated: Whether "not" stands between.
    """
    word = low_at(tokens, following)
    past = int(tokens[i].low in WAS)
    able = _ability(tokens, following)
    if able is not None:
        refused = (negated or word in _UNWILLING or low_at(tokens, following + 1) == "no") and _refusable(tokens, able)
        return VerbGroup(i, i, able, "refuse", past=past) if refused else None
    if word in _WILLING:
        return willing_group(tokens, i, following, negated=negated)
    if word in _PLEASED and low_at(tokens, following + 1) == "to" and low_at(tokens, following + 2) in _BESTOWING:
        return None if negated or past else VerbGroup(i, i, following + 2, "modal")
    if word == "in" and low_at(tokens, following + 1) in _TALKS and low_at(tokens, following + 2) == "to":
        return None if negated else VerbGroup(i, following, following + 3, "offer", past=past)
    if word in _WEIGHING:
        return None if negated else _weighing(tokens, i, following, past)
    if is_gerund(tokens, following) and word not in _NO_ACTS:
        return None if past else VerbGroup(i, following, following, "progress", negated)
    duty = _duty(tokens, following)
    if duty is not None:
        return None if negated else VerbGroup(i, following, duty, "modal", past=past)
    if past:
        return None
    to = following + 1 if word == "going" or word in _ARRANGED else following
    if low_at(tokens, to) != "to":
        return None
    verb, inner = skip_adverbs(tokens, to + 1)
    kind: GroupKind = "plan" if word in _ARRANGED else "modal"
    return VerbGroup(i, i, verb, kind, negated or inner) if is_base(tokens, verb) else None


def willing_group(tokens: Sequence[Token], i: int, adjective: int, *, negated: bool) -> VerbGroup | None:
    """`ready to pay`, `open to paying`, behind the form of "be" at `tokens[i]`."""
    if low_at(tokens, adjective + 1) != "to":
        return None
    verb = adjective + 2
    if low_at(tokens, verb) in STATES | {"repeat", "say", "report", "announce", "confirm"}:
        return None
    fits = is_gerund(tokens, verb) if low_at(tokens, adjective) == "open" else is_base(tokens, verb)
    return VerbGroup(i, i, verb, "refuse" if negated else "offer") if fits else None


def _ability(tokens: Sequence[Token], at: int) -> int | None:
    """The verb of "able to pay", "in a position to pay", "unwilling to pay"."""
    word = low_at(tokens, at)
    if word == "able" or word in _UNWILLING:
        to = at + 1
    elif word == "in" and low_at(tokens, at + 1) in {"a", "any", "no"} and low_at(tokens, at + 2) == "position":
        to = at + 3
    else:
        return None
    return to + 1 if low_at(tokens, to) == "to" and is_base(tokens, to + 1) else None


def _refusable(tokens: Sequence[Token], verb: int) -> bool:
    return low_at(tokens, verb) not in _INABILITIES


def _duty(tokens: Sequence[Token], at: int) -> int | None:
    """The verb of "obliged to pay", "committed to paying", "under a duty to pay"."""
    word = low_at(tokens, at)
    if word == "responsible" and low_at(tokens, at + 1) == "for":
        return at + 2 if is_gerund(tokens, at + 2) else None
    if word in _OBLIGED:
        to = at + 1
    elif word == "under":
        to = next((i + 1 for i in range(at + 1, at + 1 + _POSITION) if low_at(tokens, i) in DUTIES), 0)
    else:
        return None
    if not to or low_at(tokens, to) != "to":
        return None
    return to + 1 if is_base(tokens, to + 1) or is_gerund(tokens, to + 1) else None


def _weighing(tokens: Sequence[Token], i: int, following: int, past: int) -> VerbGroup | None:
    """`is considering a loan`, `was weighing closing the mill`, `is considering whether to close it`."""
    after = following + 1
    if low_at(tokens, after) == "whether" and low_at(tokens, after + 1) == "to":
        return VerbGroup(i, following, after + 2, "offer", past=past) if is_base(tokens, after + 2) else None
    word = low_at(tokens, after)
    if is_gerund(tokens, after):
        return VerbGroup(i, following, after, "offer", past=past)
    thing = opens_amount(tokens, after) or (word[:1].isalpha() and word not in PRONOUNS and word not in {"the", "how"})
    return VerbGroup(i, following, after, "offer", past=past, verbal=False) if thing else None
