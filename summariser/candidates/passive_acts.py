"""What is done to a thing, by an agent that is named, that speaks, or that the sentence before tells."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summariser.candidates.acts import make, opening, sayer, subject_of
from summariser.candidates.clauses import Head
from summariser.candidates.governors import long_past
from summariser.candidates.predicates import predicate_end, split_predicate
from summariser.candidates.subjects import sort_of_subject
from summariser.candidates.verbs import (
    DETERMINERS,
    PARTICIPLES,
    PREPOSITIONS,
    PROMISE_NOUNS,
    PRONOUNS,
    REFUSED,
    RENEWED,
    REQUESTS,
    SET_PRICES,
    WITHDRAWN,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.candidates.governors import Governor
    from summariser.candidates.reader import Line, Reader
    from summariser.candidates.undertaking import Undertaking
    from summariser.candidates.verb_groups import VerbGroup
    from summariser.schemas.brief import CommitmentStatus

__all__ = ["done", "promised", "undergone"]

Span = tuple[int, int]

_EVERY = frozenset({"any", "every", "all", "each"})
_RECEIVING = frozenset({"get", "receive", "have"})
_MOVING = frozenset({"rise", "fall", "increase", "drop"})
_STARTING = frozenset("start begin open reach go resume reopen close stop end kick".split())
_NO_ACT = frozenset({"season", "year", "hearing", "meeting", "talks"})  # begin and end by themselves
_PROMISING = frozenset(
    """promise promises promised pledge pledges pledged undertake undertakes undertook vowed vows guarantee guarantees
    guaranteed assured assures""".split()
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_LIMIT = re.compile(
    r"\b(?i:by|before|within|from|until|on|in|next|this|inside|no\s+later\s+than|starting)\s+(?:the\s+)?"
    r"(?:(?:end|start|beginning|first|second|third|fourth|half|quarter)\b|\d|[A-Z][a-z]+day\b|"
    rf"(?:early\s+|late\s+|mid-)?(?:{_MONTHS}|Christmas|Easter)\b|"
    r"(?:spring|summer|autumn|fall|winter|week|month|year|year's|tomorrow|next)\b|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety)\s)"
    r"|\bthe\s+(?:same|next|following)\s+(?:day|week|month|year)\b"
)
_AS_SAID = re.compile(
    r",?\s+as\s+(?:it|we|they|he|she|I)\s+(?:had\s+)?(?:said|promised|pledged|agreed|undertook|undertaken)\b"
)
_AGENT_REACH = 16  # tokens from a participle to its "by"


def undergone(  # noqa: PLR0917 - read together
    reader: Reader, line: Line, group: VerbGroup, head: Head, governor: Governor | None, status: CommitmentStatus
) -> Iterator[Undertaking]:
    """`Fees will be refunded by May`, `work will start on Monday`: an act of whoever sees to it."""
    if head.relative:
        return
    end = predicate_end(line.tokens, group.action)
    clause = line.span(head.clause, end)
    promised_so = governor is not None and line.low(governor.token) in _PROMISING
    agent = None
    if line.low(group.action) == "be":
        participle = _participle(line, group.action + 1, end)
        agent = _agent(line, participle, end) if participle else None
        acted = agent or (participle and line.low(participle) in PARTICIPLES) or _is_open(reader, line, group, clause)
    else:
        acted = _seen_to(reader, line, group, head, clause)
    if not (acted or promised_so) or (agent is None and _binds_itself(line, group, head)):
        return
    subject = agent or _implied(reader, line, head, clause[0])
    if subject is not None:
        item = make(reader, line, (opening(reader, line, head), head.start, end), subject, status, head)
        yield replace(item, personal=agent is None and reader.text[slice(*subject)] == "I")


def _participle(line: Line, start: int, end: int) -> int | None:
    for i in range(start, min(end, start + 3)):
        if line.low(i) in PARTICIPLES or line.low(i).endswith("ed"):
            return i
    return None


def _is_open(reader: Reader, line: Line, group: VerbGroup, clause: Span) -> bool:
    """`will be able to see`, `will be out`, with a date."""
    return line.low(group.action + 1) in {"able", "out"} and _LIMIT.search(reader.text, *clause) is not None


def _binds_itself(line: Line, group: VerbGroup, head: Head) -> bool:
    """Whether the subject is a party by name, to which something happens and which does nothing itself."""
    if line.low(group.action) != "be" or (line.low(group.action + 1) == "able" and line.low(head.start) in _EVERY):
        return False
    named = any(i in line.named for i in range(head.start, head.end)) or line.low(head.end - 1) in PRONOUNS
    return named and sort_of_subject(line.tokens, head, line.named) == "party"


def _seen_to(reader: Reader, line: Line, group: VerbGroup, head: Head, clause: Span) -> bool:
    """Whether what a thing will do is somebody's act: work starts, a tax rises, every member gets $500."""
    verb, follows = line.low(group.action), line.low(group.action + 1)
    words = {line.low(i) for i in range(head.start, head.end)}
    dated = _LIMIT.search(reader.text, *clause) is not None
    if verb in _RECEIVING:
        paid = any(token.text in "$€£¥%" for token in line.tokens[group.action :])
        return bool(words & {"every", "each", "all", "you"}) and (dated or paid)
    if verb in _MOVING or (verb == "go" and follows in {"up", "down"}):
        return bool(words & SET_PRICES)
    return verb in _STARTING and dated and not words & _NO_ACT


def _agent(line: Line, participle: int, end: int) -> Span | None:
    """The words behind "by", where they name a party."""
    for by in range(participle + 1, min(end - 1, participle + _AGENT_REACH)):
        if line.low(by) != "by" or not (by + 1 in line.names or line.low(by + 1) in DETERMINERS):
            continue
        stop = by + 1
        while stop < end and line.low(stop) not in PREPOSITIONS - {"of", "for"} | {",", "and", "if", "provided"}:
            stop += 1
        if sort_of_subject(line.tokens, Head(by + 1, by + 1, stop, relative=False, link=""), line.named) == "party":
            return line.span(by + 1, stop)
    return None


def _implied(reader: Reader, line: Line, head: Head, position: int) -> Span | None:
    """Who sees to something where nobody is named: whoever says so, or whoever the sentence before binds."""
    outer = sayer(line, head.clause)
    if outer is not None:
        return None if line.low(outer[1] - 1) == "you" else line.span(*outer)
    if reader.in_speech(position) or reader.first_person or reader.minutes:
        return position, position
    return reader.last_bound(line.sentence)


def promised(reader: Reader, line: Line, group: VerbGroup, head: Head) -> Iterator[Undertaking]:
    """`45 million euros had been promised by the EU`, `the offer of a boat has been withdrawn`."""
    if head.start >= head.end or head.relative:
        return
    if line.low(group.main) in REFUSED | WITHDRAWN | RENEWED:
        yield from _became_of(reader, line, group, head)
        return
    if group.negated or sort_of_subject(line.tokens, head, line.named) == "party":
        return
    end = predicate_end(line.tokens, group.main)
    clause = line.span(head.clause, end)
    subject = _agent(line, group.main, end) or _implied(reader, line, head, line.tokens[head.start].start)
    if subject is None:
        return
    already = any(line.low(i) == "already" for i in range(head.clause, group.main))
    past = group.past == 2 or already or long_past(reader.text, *clause, reader.document.date)
    yield make(reader, line, (head.start, head.start, end), subject, "earlier" if past else "new", head)


def _became_of(reader: Reader, line: Line, group: VerbGroup, head: Head) -> Iterator[Undertaking]:
    """What was refused, withdrawn or renewed: the act stands behind "of", "to" or "for" in the subject."""
    refused = line.low(group.main) in REFUSED
    nouns = REQUESTS if refused else PROMISE_NOUNS
    noun = next((i for i in range(head.start, head.end) if line.low(i) in nouns), None)
    if noun is None:
        return
    link = next((i for i in range(noun, head.end - 1) if line.low(i) in {"of", "to", "for"}), None)
    end = predicate_end(line.tokens, group.main)
    maker = None if refused else _agent(line, noun, group.first) or _owner(line, head.start, noun)
    subject = maker or _agent(line, group.main, end)
    if subject is None:
        position = line.tokens[head.start].start
        subject = (position, position) if reader.minutes else reader.last_bound(line.sentence)
    if link is None or subject is None:
        return
    status: CommitmentStatus = (
        "declined" if refused else "withdrawn" if line.low(group.main) in WITHDRAWN else "reaffirmed"
    )
    bare = Head(head.start, head.start, head.end, relative=False, link="")
    item = make(reader, line, (head.start, link + 1, head.end), subject, status, bare)
    yield replace(item, end=line.tokens[end - 1].end)


def _owner(line: Line, start: int, noun: int) -> Span | None:
    """The party in "Acme's offer", the pronoun in "its offer"."""
    if line.low(start) in {"its", "their"}:
        return line.span(start, start + 1)
    for i in range(start + 1, noun):
        if line.low(i) == "'s" and i - 1 in line.named:
            return line.span(start, i)
    return None


def done(reader: Reader, line: Line, group: VerbGroup, head: Head) -> Iterator[Undertaking]:
    """`We have already paid £40 each`, `we have joined the scheme, as we said we would`."""
    if head.start >= head.end or group.negated or sort_of_subject(line.tokens, head, line.named) != "party":
        return
    already = any(line.low(i) == "already" for i in range(group.first, group.main))
    as_said = _AS_SAID.search(reader.text, line.tokens[group.main].start, line.sentence.end)
    if not (as_said or (already and line.low(group.main) in PARTICIPLES)):
        return
    end = predicate_end(line.tokens, group.main)
    end = split_predicate(line.tokens, group.main, end, verbal=False)[0][1]
    subject = subject_of(reader, line, head)
    yield make(reader, line, (head.start, group.main, end), subject, "fulfilled", head)
