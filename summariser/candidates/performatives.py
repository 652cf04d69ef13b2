"""Verbs that bind by being said, and what follows them: an act, a sum, a request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from summariser.candidates.verbs import ADVERBS, DETERMINERS, PREPOSITIONS, PROMISE_NOUNS, REQUESTS
from summariser.candidates.word_order import infinitive, is_gerund, low_at, opens_amount

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summariser.candidates.tokens import Token

__all__ = ["FORMS", "Complement", "Kind", "find_complement", "is_passive"]

Kind = Literal["commit", "plan", "offer", "refuse", "renew", "keep", "withdraw", "accept", "grant", "light", "gift"]

_VERBS: tuple[tuple[Kind, str, str], ...] = (
    ("commit", "agree", "agree agrees agreed"),
    ("commit", "pledge", "pledge pledges pledged"),
    ("commit", "promise", "promise promises promised"),
    ("commit", "undertake", "undertake undertakes undertook undertaken"),
    ("commit", "vow", "vow vows vowed"),
    ("commit", "commit", "commit commits committed"),
    ("commit", "guarantee", "guarantee guarantees guaranteed"),
    ("plan", "plan", "plan plans planned intend intends intended decided resolved"),
    ("offer", "offer", "offer offers offered propose proposes proposed"),
    ("refuse", "refuse", "refuse refuses refused"),
    ("refuse", "decline", "decline declines declined"),
    ("refuse", "reject", "reject rejects rejected"),
    ("refuse", "turn down", "turn turns turned"),
    ("refuse", "rule out", "rule rules ruled"),
    ("renew", "renew", "repeat repeats repeated reaffirm reaffirms reaffirmed renew renews renewed recommitted"),
    ("renew", "renew", "reiterate reiterates reiterated restate restates restated recommit recommits"),
    ("renew", "confirm", "confirm confirms confirmed reconfirmed"),
    ("keep", "keep", "kept honoured honored fulfilled"),
    ("withdraw", "withdraw", "withdraws withdrew withdrawn dropped abandoned scrapped retracted rescinded shelved"),
    ("accept", "accept", "accept accepts accepted"),
    ("grant", "grant", "grants warrants"),
    ("light", "make", "make makes made give gives gave given issued announced unveiled"),
    ("gift", "come", "came comes"),
)

FORMS: dict[str, tuple[Kind, str]] = {form: (kind, lemma) for kind, lemma, forms in _VERBS for form in forms.split()}
"""Verb forms that may bind: the sort of verb and its lemma."""

_PARTICLES = {"turn down": "down", "rule out": "out"}
_BE = frozenset("was were is are be been being".split())
_REFLEXIVES = frozenset("itself themselves himself herself ourselves myself".split())
_BEFORE_DISTANT = frozenset("in at last on by with to today yesterday".split())
_CLOSES = frozenset({"that", "and", "but", "which", "who", "whether", "if", "because", ":", ";", "—"})
_ENDS_OBJECT = frozenset({",", ";", "and", "that", "because", "which"})
_OFFERS = frozenset("offer offers proposal proposals bid".split())
_NEW = frozenset("a an no new another its their his her our my".split())
_REACH = 26  # tokens from a verb to the "to" that belongs to it
_LONGEST_RECEIVER = 5
_LONGEST_GIVER = 8
_LONGEST_REQUEST = 10
_LONGEST_CLAUSE = 12  # tokens from "that" to its verb
_FUTURE = frozenset({"will", "would", "shall"})


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


def find_complement(tokens: Sequence[Token], verb: int, *, negated: bool) -> Complement | None:
    """What the performative verb `tokens[verb]` binds to, or None where it binds to nothing.

    Args:
        tokens: The sentence.
        verb: Number of the verb.
        negated: Whether it is denied; "did not accept", "did not commit to a date" refuse.
    """
    kind, lemma = FORMS[tokens[verb].low]
    after = verb + 1
    if lemma in _PARTICLES:
        if low_at(tokens, after) != _PARTICLES[lemma]:
            return None
        after += 1
    found = _READERS[kind](tokens, after, lemma)
    if found is None and negated and lemma == "accept":
        found = _refused(tokens, after, lemma)
    if found is None and negated and lemma == "commit" and low_at(tokens, after) == "to":
        found = Complement(after + 1, "refuse", verbal=False)
    return found._replace(kind=kind) if found and kind != "light" else found


def is_passive(tokens: Sequence[Token], first: int) -> bool:
    """Whether the verb group that begins at `tokens[first]` is a passive."""
    before = first - 1
    while low_at(tokens, before) in ADVERBS:
        before -= 1
    return low_at(tokens, before) in _BE


def _act(action: int | None, kind: Kind) -> Complement | None:
    return None if action is None else Complement(action, kind)


def _thing(action: int | None, kind: Kind) -> Complement | None:
    return None if action is None else Complement(action, kind, verbal=False)


def _distant_infinitive(tokens: Sequence[Token], start: int, closes: frozenset[str] = _CLOSES) -> int | None:
    """`agreed with the Seller, by a letter of May, to hold`: "to" behind phrases that do not close the clause."""
    for i in range(start, min(len(tokens), start + _REACH)):
        if tokens[i].low in closes or tokens[i].stop:
            return None
        if (verb := infinitive(tokens, i)) is not None:
            return verb
    return None


def _agreed(tokens: Sequence[Token], i: int) -> Complement | None:
    verb = infinitive(tokens, i)
    if verb is None and low_at(tokens, i) in _BEFORE_DISTANT - {"to", "by"}:
        verb = _distant_infinitive(tokens, i)
    return _act(verb, "commit")


def _committed(tokens: Sequence[Token], i: int, lemma: str) -> Complement | None:
    if lemma == "agree":
        return _agreed(tokens, i)
    following = low_at(tokens, i)
    if (verb := infinitive(tokens, i)) is not None:
        return Complement(verb, "commit")
    if lemma == "commit" and (found := _bound_to(tokens, i)):
        return found
    if (
        lemma == "guarantee"
        and low_at(tokens, i - 1) == "guarantees"
        and any(t.low == "that" for t in tokens[i : i + 5])
    ):
        return Complement(i - 1, "commit")
    if lemma not in {"undertake", "vow"} and (thing := _behind_receiver(tokens, i)) is not None:
        return _thing(thing, "commit")
    return _act(_distant_infinitive(tokens, i) if following in _BEFORE_DISTANT else None, "commit")


def _bound_to(tokens: Sequence[Token], i: int) -> Complement | None:
    """`committed itself to reform`, `committed to paying`, `commits the three governments to keep`."""
    following = low_at(tokens, i)
    if following in _REFLEXIVES and low_at(tokens, i + 1) == "to" and i + 2 < len(tokens):
        return Complement(i + 2, "commit")
    if following == "to" and is_gerund(tokens, i + 1):
        return Complement(i + 1, "commit")
    opens = following in DETERMINERS or (following and tokens[i].capital)
    verb = _distant_infinitive(tokens, i) if opens else None
    return None if verb is None else Complement(verb, "commit", bound=(i, verb - 1))


def _offered(tokens: Sequence[Token], i: int, _: str) -> Complement | None:
    return _act(infinitive(tokens, i), "offer") or _thing(_behind_receiver(tokens, i), "offer")


def _behind_receiver(tokens: Sequence[Token], start: int) -> int | None:
    """Where the thing begins in "a loan", "Serbia 300 million euros", "the town a new school"."""
    for i in range(start, min(len(tokens), start + _LONGEST_RECEIVER)):
        owned = i > start and tokens[i - 1].low in DETERMINERS  # "its 3,100 workers" are offered something
        if opens_amount(tokens, i) and not owned:
            return i
        low = tokens[i].low
        if low in _REFLEXIVES | PREPOSITIONS | {"that", "and", "to"} or not tokens[i].word:
            return None
    return None


def _refused(tokens: Sequence[Token], i: int, lemma: str) -> Complement | None:
    if (verb := infinitive(tokens, i)) is not None or lemma == "decline":
        return _act(verb, "refuse")
    request = _first_of(tokens, i, REQUESTS, _ENDS_OBJECT, _LONGEST_REQUEST)
    if request is not None:
        asked = low_at(tokens, request + 1) in {"for", "of", "that"} and request + 2 < len(tokens)
        return _act(infinitive(tokens, request + 1), "refuse") or _thing(request + 2 if asked else None, "refuse")
    noun = i + 1 if low_at(tokens, i) in DETERMINERS else i
    own = low_at(tokens, i)[:1].isalnum() and low_at(tokens, noun) not in PROMISE_NOUNS | REQUESTS
    return Complement(i, "refuse", verbal=False) if own and lemma != "refuse" else None


def _first_of(
    tokens: Sequence[Token], start: int, words: frozenset[str], closes: frozenset[str], most: int
) -> int | None:
    """The first of some words, before any that closes the phrase."""
    for i in range(start, min(len(tokens), start + most)):
        if tokens[i].low in closes:
            return None
        if tokens[i].low in words:
            return i
    return None


def _promise_noun(tokens: Sequence[Token], start: int) -> int | None:
    """The noun in "its old pledge", near the verb."""
    for i in range(start, min(len(tokens), start + _LONGEST_RECEIVER)):
        if tokens[i].low in PROMISE_NOUNS:
            return i
        if not tokens[i].word or tokens[i].low in PREPOSITIONS:
            return None
    return None


def _renewed(tokens: Sequence[Token], i: int, lemma: str) -> Complement | None:
    if lemma != "confirm" and (verb := infinitive(tokens, i)) is not None:
        return Complement(verb, "renew")
    noun = _promise_noun(tokens, i)
    if noun is None:
        return None
    verb = _distant_infinitive(_without_clause(tokens, noun + 1), noun + 1, frozenset({":", ";", "and", "but"}))
    if verb is not None:
        return Complement(verb, "renew")
    named = opens_amount(tokens, noun + 2) or is_gerund(tokens, noun + 2)
    return _thing(noun + 2 if low_at(tokens, noun + 1) in {"of", "for", "on"} and named else None, "renew")


def _without_clause(tokens: Sequence[Token], start: int) -> Sequence[Token]:
    """The tokens up to "that" where a clause with "will" follows it: the promise is told there."""
    for i in range(start, min(len(tokens), start + _REACH)):
        if tokens[i].low == "that" and any(token.low in _FUTURE for token in tokens[i : i + _LONGEST_CLAUSE]):
            return tokens[:i]
    return tokens


def _kept(tokens: Sequence[Token], i: int, _: str) -> Complement | None:
    noun = _promise_noun(tokens, i)
    return None if noun is None else _act(_distant_infinitive(tokens, noun + 1), "keep")


def _behind_noun(tokens: Sequence[Token], noun: int, kind: Kind) -> Complement | None:
    """The act or thing behind "pledge to", "offer of"."""
    linked = low_at(tokens, noun + 1) in {"of", "for", "on"} and noun + 2 < len(tokens)
    return _act(infinitive(tokens, noun + 1), kind) or _thing(noun + 2 if linked else None, kind)


def _withdrawn(tokens: Sequence[Token], i: int, _: str) -> Complement | None:
    noun = _promise_noun(tokens, i)
    if noun is None or low_at(tokens, i) in {"that", "this", "these", "those"}:
        return None
    return _behind_noun(tokens, noun, "withdraw")


def _accepted(tokens: Sequence[Token], i: int, _: str) -> Complement | None:
    noun = _first_of(tokens, i, frozenset({"request", "requests", "invitation"}), frozenset({","}), 4)
    if noun is None:
        return None
    return _act(_distant_infinitive(tokens, noun + 1), "accept") or Complement(i - 1, "accept")


def _granted(tokens: Sequence[Token], i: int, _: str) -> Complement | None:
    following = low_at(tokens, i)
    return Complement(i - 1, "grant") if following[:1].isalnum() and following not in PREPOSITIONS else None


def _made(tokens: Sequence[Token], i: int, _: str) -> Complement | None:
    """`made an offer for` offers, `made no promise to` refuses, `gave an undertaking to` commits."""
    noun = _promise_noun(tokens, i)
    if noun is None or low_at(tokens, i) not in _NEW:
        return None
    words = {token.low for token in tokens[i : noun + 1]}
    kind: Kind = "refuse" if "no" in words else "offer" if words & _OFFERS else "commit"
    return _behind_noun(tokens, noun, kind)


def _given(tokens: Sequence[Token], i: int, _: str) -> Complement | None:
    """`The largest pledge came from the EU: 120 million euros`: the giver stands behind "from"."""
    if low_at(tokens, i) != "from":
        return None
    for stop in range(i + 1, min(len(tokens) - 1, i + 1 + _LONGEST_GIVER)):
        if not tokens[stop].word or tokens[stop].low in {"of", "with", "which"}:
            amount = opens_amount(tokens, stop + 1)
            return Complement(stop + 1, "gift", verbal=False, bound=(i + 1, stop)) if amount else None
    return None


_READERS: dict[Kind, Callable[[Sequence[Token], int, str], Complement | None]] = {
    "commit": _committed,
    "plan": lambda tokens, i, _: _act(infinitive(tokens, i), "plan"),
    "offer": _offered,
    "refuse": _refused,
    "renew": _renewed,
    "keep": _kept,
    "withdraw": _withdrawn,
    "accept": _accepted,
    "grant": _granted,
    "light": _made,
    "gift": _given,
}
