"""Verbs by which somebody is bound: "will", "shall", "is to", "agreed to", "refused to", "renewed a pledge to"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from summariser.candidates.performatives import FORMS, Kind, find_complement, is_passive
from summariser.candidates.verbs import (
    ADVERBS,
    DOING,
    PARTICIPLES,
    PREPOSITIONS,
    PROMISE_NOUNS,
    REFUSED,
    RENEWED,
    WITHDRAWN,
)
from summariser.candidates.word_order import (
    BE,
    DO,
    HAVE,
    auxiliaries_before,
    is_base,
    is_gerund,
    low_at,
    opens_amount,
    skip_adverbs,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.candidates.tokens import Token

__all__ = ["GroupKind", "VerbGroup", "find_verb_groups", "kind_of"]

GroupKind = Kind | Literal["modal", "would", "task", "passive", "done"]

_MODALS = frozenset({"will", "shall", "must", "would", "may"})
_WAS = frozenset({"was", "were"})
_ABLE = frozenset({"can", "could", "cannot"})
_AUXILIARIES = _MODALS | BE | _WAS | _ABLE
_PROMISED = frozenset({"promised", "pledged", "committed", "offered"}) | WITHDRAWN | REFUSED | RENEWED
_ANNOUNCED = frozenset("announced unveiled outlined confirmed revealed announces published".split())
_WILLING = frozenset({"willing", "ready", "prepared", "happy", "glad"})
_WEIGHING = frozenset({"considering", "weighing", "mulling"})
_CONSENT = frozenset("agree accept commit promise guarantee give support offer".split())
_WHOLE_ACT = frozenset({"to", "", ".", ",", "today", "that"})
_IRREGULAR_PAST = frozenset(
    {"undertook", "withdrew", "kept", "undertaken", "withdrawn", "made", "gave", "given", "came"}
)
_LONGEST_TASK = 8  # tokens before the "to" of a task


class VerbGroup(NamedTuple):
    """The words that bind, and where what they bind to begins.

    Attributes:
        first: Number of the first token: "will", "has" of "has agreed to".
        main: Number of the token that tells the kind: "will", "agreed".
        action: Number of the first token of what will be done.
        kind: Which sort of verb.
        negated: Whether "not" or "never" stands in it; a refusal is not negated.
        past: 0 for a present or future, 1 for "agreed", "has agreed", 2 for "had agreed".
        verbal: Whether what follows is an act ("to build a road"), and not a thing ("a loan").
        object: Bounds of the tokens for who is bound where that is no subject ("commits the parties to"), or None.
    """

    first: int
    main: int
    action: int
    kind: GroupKind
    negated: bool = False
    past: int = 0
    verbal: bool = True
    object: tuple[int, int] | None = None


def find_verb_groups(tokens: Sequence[Token], start: int = 0) -> Iterator[VerbGroup]:
    """Yield the binding verb groups of a sentence, in order."""
    for i in range(start, len(tokens)):
        group = _group_at(tokens, i)
        if group is not None:
            yield group


def kind_of(low: str) -> GroupKind | None:
    """The kind of a single verb form, or None where it binds nobody."""
    if low in _MODALS:
        return "would" if low == "would" else "modal"
    return FORMS[low][0] if low in FORMS else None


def _group_at(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    low = tokens[i].low
    if low in _AUXILIARIES and tokens[i].text != "May" and (group := _with_auxiliary(tokens, i)):
        return group
    if low in FORMS and (group := _performative(tokens, i)):
        return group
    if low in _PROMISED:
        return _passive_promise(tokens, i)
    if low == "to":
        return _task(tokens, i)
    if low not in FORMS and (low in PARTICIPLES or (low.endswith("ed") and not tokens[i].capital)):
        return _perfect(tokens, i)
    return None


def _with_auxiliary(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    low = tokens[i].low
    verb, negated = skip_adverbs(tokens, i + 1)
    if low in _ABLE:
        return _unable(tokens, i, verb) if negated or low == "cannot" else None
    if low in BE | _WAS:
        return _with_be(tokens, i, verb, negated=negated)
    if low_at(tokens, verb) == "be" and low_at(tokens, verb + 1) in _WILLING:
        return _willing(tokens, i, verb + 1, negated=negated)
    if not is_base(tokens, verb):
        return None
    return VerbGroup(i, i, verb, "would" if low == "would" else "modal", negated)


def _with_be(tokens: Sequence[Token], i: int, following: int, *, negated: bool) -> VerbGroup | None:
    """`is to pay`, `is not going to pay`, `is ready to pay`, `is considering a loan`, `was not able to accept`."""
    word = low_at(tokens, following)
    if negated and word == "able" and low_at(tokens, following + 1) == "to":
        return _unable(tokens, i, following + 2)
    if tokens[i].low in _WAS and not (negated and word in _WILLING):
        return None
    if word in _WILLING:
        return _willing(tokens, i, following, negated=negated)
    if word in _WEIGHING:
        thing = opens_amount(tokens, following + 1) or is_gerund(tokens, following + 1)
        return VerbGroup(i, following, following + 1, "offer", verbal=False) if thing and not negated else None
    to = following + 1 if word == "going" else following
    if low_at(tokens, to) != "to":
        return None
    verb, inner = skip_adverbs(tokens, to + 1)
    return VerbGroup(i, i, verb, "modal", negated or inner) if is_base(tokens, verb) else None


def _unable(tokens: Sequence[Token], i: int, verb: int) -> VerbGroup | None:
    """`cannot agree to that`, `could not accept a date`: a refusal where the verb is one of consent."""
    word = low_at(tokens, verb)
    if word not in _CONSENT or (word == "agree" and low_at(tokens, verb + 1) not in _WHOLE_ACT):
        return None
    if word in {"give", "offer"} and not any(token.low in PROMISE_NOUNS for token in tokens[verb + 1 : verb + 5]):
        return None
    return VerbGroup(i, i, verb, "refuse")


def _willing(tokens: Sequence[Token], i: int, adjective: int, *, negated: bool) -> VerbGroup | None:
    if low_at(tokens, adjective + 1) != "to" or not is_base(tokens, adjective + 2):
        return None
    return VerbGroup(i, i, adjective + 2, "refuse" if negated else "offer")


def _task(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    """`The Clerk to write to the owners.`: how minutes note who is to do what."""
    if not 0 < i <= _LONGEST_TASK or low_at(tokens, i + 1) not in DOING:
        return None
    before = (token.low for token in tokens[:i])
    if any(low in _AUXILIARIES | HAVE | PREPOSITIONS or low.endswith("ed") for low in before):
        return None
    return VerbGroup(i, i, i + 1, "task")


def _passive_promise(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    """`had already been promised`, `has been withdrawn`, with nothing promised behind it."""
    be = i - 1
    while low_at(tokens, be) in ADVERBS:
        be -= 1
    if low_at(tokens, be) not in _WAS | {"been"}:
        return None
    following = low_at(tokens, i + 1)
    if tokens[i].low == "turned":
        ends = following == "down"
    else:
        ends = not following[:1].isalnum() or following in PREPOSITIONS | ADVERBS | {"and", "but"}
    first, negated, past = auxiliaries_before(tokens, be)
    return VerbGroup(first, i, i, "passive", negated, past) if ends else None


def _perfect(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    """`have already paid`, `has joined`: an act said to be done."""
    first, negated, past = auxiliaries_before(tokens, i)
    if past == 0 or first == i or tokens[first].low in DO:
        return None
    return VerbGroup(first, i, i, "done", negated, past)


def _performative(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    """`has agreed to`, `did not undertake to`, `announced plans to`, `made an offer of`."""
    kind, _ = FORMS[tokens[i].low]
    first, negated, past = auxiliaries_before(tokens, i)
    if kind == "plan" and first == i and low_at(tokens, i - 1) in _ANNOUNCED:
        first, negated, past = auxiliaries_before(tokens, i - 1)
    if not past and (tokens[i].low.endswith("ed") or tokens[i].low in _IRREGULAR_PAST):
        past = 1
    if is_passive(tokens, first):
        return None
    found = find_complement(tokens, i, negated=negated)
    if found is None:
        return None
    group = VerbGroup(first, i, found.action, found.kind, negated, past, found.verbal, found.bound)
    if negated and group.kind in ("commit", "accept", "offer"):
        return group._replace(kind="refuse", negated=False)  # no longer a promise
    return group
