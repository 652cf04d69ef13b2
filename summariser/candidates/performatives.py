"""Verbs that bind by being said, and what follows them: an act, a sum, a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.candidates.binding_verbs import FORMS, GERUNDS
from summariser.candidates.complement import (
    LONGEST_RECEIVER,
    PEOPLE,
    Complement,
    act_at,
    behind_noun,
    distant_infinitive,
    first_of,
    opens_receiver,
    promise_noun,
    thing_at,
)
from summariser.candidates.light_verbs import NEW, PACTS, read_light
from summariser.candidates.outcomes import kept, refused, renewed, withdrawn
from summariser.candidates.phrases import phrase_at
from summariser.candidates.verbs import ADVERBS, AGENT_NOUNS, DETERMINERS, PREPOSITIONS
from summariser.candidates.word_order import infinitive, is_gerund, low_at, opens_amount, parenthesis_end

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summariser.candidates.complement import Kind
    from summariser.candidates.tokens import Token

__all__ = ["find_complement", "is_passive"]


_CLOSES = frozenset({"was", "were", "is", "are", "that", "and", "but", "which", "who", ":", ";", "—"})
_BE = frozenset("was were is are be been being".split())
_REFLEXIVES = frozenset("itself themselves himself herself ourselves myself".split())
_BEFORE_DISTANT = frozenset(
    """in at last on by with to today yesterday tonight overnight early late here this after before during under
    following among between monday tuesday wednesday thursday friday saturday sunday""".split()
)
_TARGETS = frozenset({"target", "goal", "deadline", "objective", "aim"})
_WITHHELD_WORDS = frozenset(
    """date promise promises guarantee guarantees assurance assurances commitment timetable undertaking""".split()
)
_GRANTED = frozenset(
    "request requests invitation demand demands terms conditions recommendation recommendations tender bid".split()
)
_BARE_THINGS = frozenset(
    """compensation retaliation refunds reforms aid assistance funding funds ammunition weapons troops scholarships
    jobs subsidies loans grants reparations""".split()
)
_LONGEST_GIVER = 8


def find_complement(tokens: Sequence[Token], verb: int, *, negated: bool) -> Complement | None:
    """What the performative verb `tokens[verb]` binds to, or None where it binds to nothing.

    Args:
        tokens: The sentence.
        verb: Number of the verb.
        negated: Whether it is denied; "did not accept", "did not commit to a date" refuse.
    """
    phrase = phrase_at(tokens, verb)
    if phrase is not None:
        found = _READERS[phrase.kind](tokens, phrase.after, phrase.lemma)
        return found._replace(kind=phrase.kind) if found else None
    form = FORMS.get(tokens[verb].low) or GERUNDS.get(tokens[verb].low)
    if form is None:
        return None
    kind, lemma = form
    after = _behind_aside(tokens, verb + 1)
    found = _READERS[kind](tokens, after, lemma)
    if found is None and negated and lemma == "accept":
        found = refused(tokens, after, lemma)
    if found is None and negated and lemma == "commit" and low_at(tokens, after) == "to":
        found = Complement(after + 1, "refuse", verbal=False)
    as_read = kind == "light" or (found is not None and found.kind == "refuse" and not negated)  # "offered no date"
    return found._replace(kind=kind) if found and not as_read else found


def _behind_aside(tokens: Sequence[Token], i: int) -> int:
    """`undertook, however, to review`: past a short aside before "to"."""
    close = parenthesis_end(tokens, i) if low_at(tokens, i) == "," else None
    if close is not None and low_at(tokens, close + 1) not in {"to", "not"}:
        close = parenthesis_end(tokens, close)  # ", through Ms Rao, its minister, to"
    return close + 1 if close is not None and low_at(tokens, close + 1) in {"to", "not"} else i


def is_passive(tokens: Sequence[Token], first: int) -> bool:
    """Whether the verb group that begins at `tokens[first]` is a passive."""
    before = first - 1
    while low_at(tokens, before) in ADVERBS:
        before -= 1
    return low_at(tokens, before) in _BE


def _agreed(tokens: Sequence[Token], i: int) -> Complement | None:
    verb = infinitive(tokens, i)
    if verb is None and low_at(tokens, i) in _BEFORE_DISTANT - {"to", "by"}:
        verb = distant_infinitive(tokens, i)
    if verb is None and low_at(tokens, i) in {"to", "on"} and opens_amount(tokens, i + 1):
        return Complement(i + 1, "commit", verbal=False)  # "agreed to a rise of 4%"
    pact = any(low_at(tokens, j) in PACTS | {"terms", "text"} for j in range(i, i + LONGEST_RECEIVER))
    if verb is None and opens_amount(tokens, i) and not pact and low_at(tokens, i - 1) == "agreed":
        return Complement(i, "commit", verbal=False)  # "agreed a 4% rise"
    return act_at(verb, "commit")


def _committed(tokens: Sequence[Token], i: int, lemma: str) -> Complement | None:  # noqa: PLR0911 - a verb each
    if lemma == "agree":
        return _agreed(tokens, i)
    if lemma in _OTHERWISE:
        return _OTHERWISE[lemma](tokens, i)
    if lemma in {"require", "forbid"}:
        return _required(tokens, i)
    following = low_at(tokens, i)
    if lemma != "commit" and (verb := infinitive(tokens, i)) is not None:
        return Complement(verb, "commit")
    if lemma == "commit":
        verb = infinitive(tokens, i) if low_at(tokens, i - 1).startswith("commit") else None
        return act_at(verb, "commit") or _bound_to(tokens, i) or thing_at(_behind_receiver(tokens, i), "commit")
    if (
        lemma == "guarantee"
        and low_at(tokens, i - 1) == "guarantees"
        and any(t.low == "that" for t in tokens[i : i + 5])
    ):
        return Complement(i - 1, "commit")
    if lemma != "undertake" and (thing := _behind_receiver(tokens, i)) is not None:
        return thing_at(thing, "commit")
    says = any(low_at(tokens, j) == "that" for j in range(i, i + LONGEST_RECEIVER + 1))
    if lemma == "guarantee" and following == "to" and low_at(tokens, i + 1) in DETERMINERS and not says:
        return Complement(i - 1, "commit")  # "guarantees to the Buyer the due payment"
    if lemma in {"promise", "pledge"} and following == "the" and (end := _dated_thing(tokens, i)) is not None:
        return thing_at(end, "commit")
    told = lemma in {"promise", "guarantee"} and opens_receiver(tokens, i)  # "promised the Council to mend it"
    return act_at(distant_infinitive(tokens, i) if told or following in _BEFORE_DISTANT else None, "commit")


def _assumed(tokens: Sequence[Token], i: int) -> Complement | None:
    return act_at(infinitive(tokens, i), "commit") or thing_at(i if i < len(tokens) else None, "commit")


def _threatened(tokens: Sequence[Token], i: int) -> Complement | None:
    return act_at(infinitive(tokens, i), "commit")


def _broken(tokens: Sequence[Token], i: int) -> Complement | None:
    return renewed(tokens, i, "break")


def _target(tokens: Sequence[Token], i: int) -> Complement | None:
    """`set itself a target of halving waste`, `set a goal to halve it`."""
    own = low_at(tokens, i) in _REFLEXIVES
    noun = promise_noun(tokens, i + own, _TARGETS)
    return (
        None
        if noun is None or not (own or low_at(tokens, i) in {"a", "an", "new"})
        else behind_noun(tokens, noun, "commit")
    )


def _dated_thing(tokens: Sequence[Token], i: int) -> int | None:
    """`promised the whole road within three years`: a definite thing, and when."""
    for at in range(i + 1, min(len(tokens), i + LONGEST_RECEIVER + 2)):
        if tokens[at].low in AGENT_NOUNS | PEOPLE | {"that", "to", "and"} or not tokens[at].word:
            return None
        if tokens[at].low in {"by", "within", "in", "before"}:
            return i if at > i + 1 else None
    return None


def _required(tokens: Sequence[Token], i: int) -> Complement | None:
    """`The deal requires Acme to close the mill`: what a pact lays on somebody."""
    if not any(
        token.low in PACTS | {"clause", "article", "paragraph", "term", "provision"}
        for token in tokens[max(0, i - LONGEST_RECEIVER) : i]
    ):
        return None
    calls = low_at(tokens, i - 1) in {"calls", "called"}
    if calls and low_at(tokens, i) != "for":
        return None
    return _bound_to(tokens, i + calls)


def _bound_to(tokens: Sequence[Token], i: int) -> Complement | None:
    """`committed itself to reform`, `committed to paying`, `commits the three governments to keep`."""
    following = low_at(tokens, i)
    if following in _REFLEXIVES and low_at(tokens, i + 1) in {"not", "to"} and i + 2 < len(tokens):
        return act_at(infinitive(tokens, i + 1), "commit") or Complement(i + 2, "commit")
    if following in _REFLEXIVES:  # "bound itself last October to pay"
        return act_at(distant_infinitive(tokens, i + 1), "commit")
    if following == "to" and is_gerund(tokens, i + 1):
        return Complement(i + 1, "commit")
    opens = following in DETERMINERS | AGENT_NOUNS | {"whichever", "whoever", "whomever"} or (
        following and tokens[i].capital
    )
    verb = distant_infinitive(tokens, i) if opens else None
    return None if verb is None else Complement(verb, "commit", bound=(i, verb - 1))


def _offered(tokens: Sequence[Token], i: int, lemma: str) -> Complement | None:
    if low_at(tokens, i) == "no" and low_at(tokens, i + 1) in _WITHHELD_WORDS:
        return Complement(i, "refuse", verbal=False)
    found = act_at(infinitive(tokens, i) if lemma == "offer" else None, "offer")
    found = found or act_at(i if is_gerund(tokens, i) else None, "offer")
    if lemma == "lay":
        return _laid_out(tokens, i)
    if (
        low_at(tokens, i) == "the"
        and low_at(tokens, i + 1) in {"loan", "use", "gift", "services"}
        and low_at(tokens, i + 2) == "of"
    ):
        return found or thing_at(i, "offer")
    return found or thing_at(_behind_receiver(tokens, i), "offer") or _noun_offered(tokens, i)


def _laid_out(tokens: Sequence[Token], i: int) -> Complement | None:
    """`put $500 on the table`."""
    for end in range(i + 1, min(len(tokens), i + _LONGEST_GIVER)):
        if tokens[end].low == "on" and low_at(tokens, end + 1) == "the" and low_at(tokens, end + 2) == "table":
            return Complement(i, "offer", verbal=False)
    return None


def _noun_offered(tokens: Sequence[Token], i: int) -> Complement | None:
    """`tabled a plan to close the mill`."""
    noun = promise_noun(tokens, i) if low_at(tokens, i) in NEW else None
    return None if noun is None else behind_noun(tokens, noun, "offer")


def _behind_receiver(tokens: Sequence[Token], start: int) -> int | None:
    """Where the thing begins in "a loan", "Serbia 300 million euros", "the town a new school"."""
    if low_at(tokens, start) in _BARE_THINGS:
        return start  # "promised compensation to passengers"
    for i in range(start, min(len(tokens), start + LONGEST_RECEIVER + 1)):
        owned = i > start and tokens[i - 1].low in DETERMINERS  # "its 3,100 workers" are offered something
        if opens_amount(tokens, i) and not owned:
            return i
        low = tokens[i].low
        of_it = low == "of" and tokens[i - 1].low in AGENT_NOUNS | PEOPLE
        if (low in _REFLEXIVES | PREPOSITIONS | {"that", "and", "to"} and not of_it) or not tokens[i].word:
            return None
    return None


def _accepted(tokens: Sequence[Token], i: int, _: str) -> Complement | None:
    if (verb := infinitive(tokens, i)) is not None:
        return Complement(verb, "accept")
    noun = first_of(tokens, i, _GRANTED, frozenset({","}), LONGEST_RECEIVER)
    if noun is None:
        return None
    return act_at(distant_infinitive(tokens, noun + 1), "accept") or Complement(i - 1, "accept")


def _granted(tokens: Sequence[Token], i: int, _: str) -> Complement | None:
    following = low_at(tokens, i)
    return Complement(i - 1, "grant") if following[:1].isalnum() and following not in PREPOSITIONS else None


def _given(tokens: Sequence[Token], i: int, _: str) -> Complement | None:
    """`The largest pledge came from the EU: 120 million euros`: the giver stands behind "from"."""
    if low_at(tokens, i) != "from":
        return None
    for stop in range(i + 1, min(len(tokens) - 1, i + 1 + _LONGEST_GIVER)):
        if not tokens[stop].word or tokens[stop].low in {"of", "with", "which"}:
            amount = opens_amount(tokens, stop + 1)
            return Complement(stop + 1, "gift", verbal=False, bound=(i + 1, stop)) if amount else None
    return None


def _planned(tokens: Sequence[Token], i: int, _: str) -> Complement | None:
    verb = infinitive(tokens, i)
    if verb is None and low_at(tokens, i - 1) in {"voted", "decided", "resolved"}:
        verb = distant_infinitive(tokens, i, _CLOSES)  # "voted 5-1 on Tuesday to abate the tax"
    return act_at(verb, "plan")


_OTHERWISE: dict[str, Callable[[Sequence[Token], int], Complement | None]] = {
    "target": _target,
    "threaten": _threatened,
    "break": _broken,
    "assume": _assumed,
}
_READERS: dict[Kind, Callable[[Sequence[Token], int, str], Complement | None]] = {
    "commit": _committed,
    "plan": _planned,
    "offer": _offered,
    "refuse": refused,
    "renew": renewed,
    "keep": kept,
    "withdraw": withdrawn,
    "accept": _accepted,
    "grant": _granted,
    "light": read_light,
    "gift": _given,
}
