"""Undertakings with "will", "shall", "would", "is to": what a party will do, and what is seen to by it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.acts import acts
from summariser.candidates.clauses import clause_head
from summariser.candidates.governors import long_past, restated
from summariser.candidates.passive_acts import undergone
from summariser.candidates.subjects import sort_of_subject
from summariser.candidates.verbs import ITINERARY, STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.candidates.clauses import Head
    from summariser.candidates.governors import Governor
    from summariser.candidates.reader import Line, Reader
    from summariser.candidates.undertaking import Undertaking
    from summariser.candidates.verb_groups import VerbGroup
    from summariser.schemas.brief import CommitmentStatus

__all__ = ["modal_acts"]

_RECEIVING = frozenset({"get", "receive"})
_TELLING = frozenset({"tell", "say", "ask", "explain"})
_CONSENT = frozenset({"accept", "agree", "commit", "undertake", "promise", "guarantee"})
_GIVING = frozenset({"make", "give", "do", "sign"})
_PROMISED = frozenset("commitment promise undertaking guarantee assurance date one that it so this you".split())
_PRONOUNS = frozenset({"it", "them", "that", "this"})
_DENYING = frozenset({"neither", "none", "nobody"})
_STILL_SAYS = frozenset({"says", "adds", "tells", "confirms"})
_REQUESTED = re.compile(
    r"\b(?:asked|urged|demand\w*|request\w*|sought|called\s+(?:up)?on|pressed|wanted|appeal\w*|claim)\b", re.IGNORECASE
)


def modal_acts(
    reader: Reader, line: Line, group: VerbGroup, head: Head, governor: Governor | None
) -> Iterator[Undertaking]:
    """Yield the undertakings of a modal verb.

    Args:
        reader: The document.
        line: The sentence.
        group: The modal verb.
        head: What stands before it.
        governor: The verb of saying that the clause depends on, or None.
    """
    if head.start >= head.end or not _may_bind(reader, line, group, head):
        return
    status = _status(reader, line, group, head, governor)
    if status is None:
        return
    verb, first = line.low(group.action), line.low(head.start)
    party = sort_of_subject(line.tokens, head, line.named) == "party"
    given = verb in _RECEIVING and first in {"every", "each", "all"}
    if verb == "be" or not party or given:
        yield from undergone(reader, line, group, head, governor, status)
        return
    if _is_state(line, group) or (
        _in_person(reader, line, head) and verb in ITINERARY and line.low(group.main) != "shall"
    ):
        return
    negated = status != "declined" and _denies(line, group, head)
    yield from acts(reader, line, group, head, status, negated=negated)


def _may_bind(reader: Reader, line: Line, group: VerbGroup, head: Head) -> bool:
    """Whether the verb can bind here: "must" and "may not" do in an instrument, elsewhere they tell of powers."""
    word = line.low(group.main)
    if word not in {"must", "may"}:
        return True
    if word == "may":
        denies = group.negated or line.low(head.start) in {"neither", "no", "none"}
        if not denies or sort_of_subject(line.tokens, head, line.named) == "thing":
            return False
    return reader.binding


def _is_state(line: Line, group: VerbGroup) -> bool:
    """Whether the verb tells what a party is, feels or says rather than does."""
    verb, follows, after = (line.low(group.action + i) for i in range(3))
    if verb in _TELLING and line.low(group.main) == "shall":
        return False
    if verb == "go" and (follows == "ahead" or (follows == "on" and after.endswith("ing"))):
        return False
    if verb == "keep" and follows in _PRONOUNS and not after[:1].isalnum():
        return True  # "I will keep it": the promise before it says what
    return verb in STATES and (verb, follows) not in {("have", "no"), ("come", "back")}


def _denies(line: Line, group: VerbGroup, head: Head) -> bool:
    return group.negated or line.low(head.start) in _DENYING


def _status(
    reader: Reader, line: Line, group: VerbGroup, head: Head, governor: Governor | None
) -> CommitmentStatus | None:
    if governor and governor.sort in ("renewed", "offered"):
        return "reaffirmed" if governor.sort == "renewed" else "proposed"
    if _denies(line, group, head) and _withholds_consent(line, group):
        return "declined"
    if restated(reader.text, line.sentence.start, line.sentence.end):
        return "reaffirmed"
    if governor and (governor.sort == "earlier" or _said_long_ago(reader, line, governor, head)):
        return "earlier"
    return "new" if group.kind == "modal" else _status_of_would(reader, line, group, head, governor)


def _status_of_would(
    reader: Reader, line: Line, group: VerbGroup, head: Head, governor: Governor | None
) -> CommitmentStatus | None:
    """Reported, it is a future in the past; by itself it is a refusal with "not", and else an offer at most."""
    if line.low(head.end - 1) in {"i", "we"}:
        return None
    if group.negated:
        return "declined" if governor is None or _requested(reader, line) else "new"
    return "new" if governor else "proposed"


def _withholds_consent(line: Line, group: VerbGroup) -> bool:
    """`will not agree`, `will not make that commitment`."""
    verb = line.low(group.action)
    named = any(line.low(group.action + i) in _PROMISED for i in range(1, 4))
    return verb in _CONSENT or (verb in _GIVING and named)


def _said_long_ago(reader: Reader, line: Line, governor: Governor, head: Head) -> bool:
    if line.low(governor.token) in _STILL_SAYS:
        return False
    begin = clause_head(line.tokens, governor.token, line.names).clause
    stop = line.tokens[min(head.clause, len(line.tokens) - 1)].start
    return long_past(reader.text, line.tokens[begin].start, stop, reader.document.date)


def _requested(reader: Reader, line: Line) -> bool:
    """Whether this sentence or the one before it tells of a request."""
    index = line.sentence.index
    before = reader.document.sentences[index - 1].text if index else ""
    return bool(_REQUESTED.search(line.sentence.text) or _REQUESTED.search(before))


def _in_person(reader: Reader, line: Line, head: Head) -> bool:
    """Whether the subject is one person: "she", "Mr Silva"."""
    if line.low(head.end - 1) in {"he", "she", "i"}:
        return True
    names = reader.heads(*line.span(head.start, head.end))
    return len(names) == 1 and reader.kinds.get(names[0]) == "person"
