"""What became of a promise, told in the passive or the perfect: made, refused, withdrawn, paid out, done."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summariser.candidates.acts import make, subject_of
from summariser.candidates.clauses import Head
from summariser.candidates.governors import long_past
from summariser.candidates.passive_acts import PROMISING, agent_of, implied
from summariser.candidates.predicates import predicate_end, split_predicate
from summariser.candidates.subjects import sort_of_subject
from summariser.candidates.verbs import (
    ACCEPTED,
    PARTICIPLES,
    PROMISE_NOUNS,
    PRONOUNS,
    REFUSED,
    RENEWED,
    REQUESTS,
    WITHDRAWN,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.candidates.reader import Line, Reader
    from summariser.candidates.undertaking import Undertaking
    from summariser.candidates.verb_groups import VerbGroup
    from summariser.schemas.brief import CommitmentStatus

__all__ = ["done", "paid_out", "promised"]

Span = tuple[int, int]

_AS_SAID = re.compile(
    r",?\s+as\s+(?:it|we|they|he|she|I)\s+(?:had\s+)?(?:said|promised|pledged|agreed|undertook|undertaken)\b"
    r"|,?\s+as\s+(?:promised|pledged|agreed|undertaken)\b"
    r"|\b(?:it|they|we|he|she|I)\s+(?:had\s+|have\s+|has\s+)?(?:promised|pledged|undertook|undertaken)\b"
    r"|\s(?:promised|pledged)\s+(?=(?:in|by|to|last|at|under|for)\b|[.,;]|$)"
)
_NOT_KEPT = re.compile(r"\b(?:not|never|only|half|part|some|failed)\b")
_KEEPING = re.compile(
    r"^as\s+(?:promised|pledged|agreed|undertaken)\b|\b(?:keeping|honou?ring|fulfilling|true\s+to|making\s+good(?:\s+on)?)\s+(?:an?|the|its|his|her|their)\s+(?:\w+\s+){0,2}"
    r"(?:promise|pledge|word|commitment|undertaking)\b",
    re.IGNORECASE,
)
_AFTER_CLAUSE = 24  # characters of ", as they had promised"
_KEPT = frozenset({"kept", "honoured", "honored", "fulfilled", "met"})
_GONE = WITHDRAWN | {"taken", "longer", "off"}  # "taken off the table", "no longer on the table"


def promised(reader: Reader, line: Line, group: VerbGroup, head: Head) -> Iterator[Undertaking]:
    """`45 million euros had been promised by the EU`, `the offer of a boat has been withdrawn`."""
    if head.start >= head.end or head.relative:
        return
    if line.low(group.main) in ACCEPTED | REFUSED | _GONE | RENEWED | _KEPT:
        yield from _became_of(reader, line, group, head)
        return
    if group.negated or sort_of_subject(line.tokens, head, line.named) != "thing":
        return
    end = predicate_end(line.tokens, group.main)
    clause = line.span(head.clause, end)
    subject = agent_of(line, group.main, end) or implied(reader, line, head, line.tokens[head.start].start)
    if subject is None:
        return
    if line.low(head.start) == "no":  # "no date was offered"
        yield make(reader, line, (head.start, head.start, end), subject, "declined", head)
        return
    already = any(line.low(i) == "already" for i in range(head.clause, group.main))
    past = group.past == 2 or already or long_past(reader.text, *clause, reader.document.date)
    yield make(reader, line, (head.start, head.start, end), subject, "earlier" if past else "new", head)


def _became_of(reader: Reader, line: Line, group: VerbGroup, head: Head) -> Iterator[Undertaking]:
    """What was refused, withdrawn or renewed: the act stands behind "of", "to" or "for" in the subject."""
    refused = line.low(group.main) in ACCEPTED | REFUSED  # "was not accepted"
    nouns = REQUESTS if refused else PROMISE_NOUNS
    noun = next((i for i in range(head.start, head.end) if line.low(i) in nouns), None)
    if noun is None:
        return
    link = next((i for i in range(noun, head.end - 1) if line.low(i) in {"of", "to", "for"}), None)
    asked = next((i for i in range(noun, min(noun + 3, group.first)) if line.low(i) == "that"), None)
    if link is None and asked is not None:  # "the demand, that fees be cut, was refused"
        link, head = asked, head._replace(end=group.first - (line.low(group.first - 1) == ","))
    end = predicate_end(line.tokens, group.main)
    maker = None if refused else agent_of(line, noun, group.first) or _owner(line, head.start, noun)
    subject = maker or agent_of(line, group.main, end)
    if subject is None:
        position = line.tokens[head.start].start
        subject = (position, position) if reader.minutes else reader.last_bound(line.sentence)
    if link is None or subject is None:
        return
    status: CommitmentStatus = "declined" if refused else _fate(line.low(group.main))
    bare = Head(head.start, head.start, head.end, relative=False, link="")
    item = make(reader, line, (head.start, link + 1, head.end), subject, status, bare)
    yield replace(item, end=line.tokens[end - 1].end)


def _fate(low: str) -> CommitmentStatus:
    return "withdrawn" if low in _GONE else "fulfilled" if low in _KEPT else "reaffirmed"


def _owner(line: Line, start: int, noun: int) -> Span | None:
    """The party in "Acme's offer", the pronoun in "its offer"."""
    if line.low(start) in {"its", "their"}:
        return line.span(start, start + 1)
    for i in range(start + 1, noun):
        if line.low(i) == "'s" and i - 1 in line.named:
            return line.span(start, i)
    return None


def paid_out(reader: Reader, line: Line, group: VerbGroup, head: Head) -> Iterator[Undertaking]:
    """`the $500 promised to the club was paid over in May`."""
    promise = next((i for i in range(head.start, head.end) if line.low(i) in PROMISING), None)
    if promise is None or head.relative:
        return
    end = predicate_end(line.tokens, group.main)
    if _NOT_KEPT.search(reader.text, *line.span(head.start, end)):
        return
    subject = agent_of(line, promise, end)
    if subject is None and (line.low(promise - 1) in PRONOUNS or promise - 1 in line.named):
        first = promise - 1
        while first - 1 in line.named and first not in line.names:
            first -= 1
        subject = line.span(first, promise)  # "the arrears it promised were paid"
    subject = subject or implied(reader, line, head, line.tokens[head.start].start)
    if subject is not None:
        bare = Head(head.start, head.start, head.end, relative=False, link="")
        yield make(reader, line, (head.start, head.start, end), subject, "fulfilled", bare)


def done(reader: Reader, line: Line, group: VerbGroup, head: Head) -> Iterator[Undertaking]:
    """`We have already paid £40 each`, `we have joined the scheme, as we said we would`."""
    if head.start >= head.end or group.negated or sort_of_subject(line.tokens, head, line.named) != "party":
        return
    already = any(line.low(i) == "already" for i in range(group.first, group.main))
    end = predicate_end(line.tokens, group.main)
    clause = line.span(head.clause, end)
    as_said = _AS_SAID.search(
        reader.text, line.tokens[group.main].start, min(clause[1] + _AFTER_CLAUSE, line.sentence.end)
    )
    as_said = None if _NOT_KEPT.search(reader.text, *clause) else as_said
    keeping = _KEEPING.search(reader.text[line.sentence.start : line.tokens[group.main].start])
    if not (as_said or keeping or (already and line.low(group.main) in PARTICIPLES)):
        return
    end = split_predicate(line.tokens, group.main, end, verbal=False)[0][1]
    subject = subject_of(reader, line, head)
    yield make(reader, line, (head.start, group.main, end), subject, "fulfilled", head)
