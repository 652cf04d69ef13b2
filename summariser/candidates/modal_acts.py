"""Undertakings with "will", "shall", "would", "is to": what a party will do, and what is seen to by it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.acts import acts
from summariser.candidates.be_groups import DUTIES
from summariser.candidates.clauses import clause_head
from summariser.candidates.conditions import condition_in
from summariser.candidates.governors import long_past, restated
from summariser.candidates.irregular import is_participle
from summariser.candidates.limits import LIMIT
from summariser.candidates.passive_acts import undergone
from summariser.candidates.subjects import sort_of_subject
from summariser.candidates.verbs import DETERMINERS, DOING, ITINERARY, STATES
from summariser.candidates.word_order import auxiliaries_before, is_base

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
_PROCEDURE = frozenset("suspend adjourn resume recess proceed break pause turn hear move begin start".split())
_TELLING = frozenset({"tell", "say", "ask", "explain"})
_CONSENT = frozenset({"accept", "agree", "commit", "undertake", "promise", "guarantee"})
_GIVING = frozenset({"make", "give", "do", "sign"})
_PROMISED = frozenset("commitment promise undertaking guarantee assurance date one that it so this you".split())
_PRONOUNS = frozenset({"it", "them", "that", "this"})
_INDEFINITE = frozenset({"a", "an", "every", "each", "any"})
_DENYING = frozenset({"neither", "none", "nobody", "no"})
_HEARING = frozenset(
    {
        ("go", "to"),
        ("hear", "of"),
        ("stand", "for"),
        ("stand", "by"),
        ("live", "with"),
        ("budge", "on"),
        ("come", "back"),
    }
    | {
        ("look", "for"),
        ("look", "after"),
        ("look", "into"),
        ("stay", "out"),
        ("turn", "over"),
        ("turn", "back"),
        ("turn", "off"),
        ("see", "out"),
        ("see", "through"),
    }
)
_GOING_ON = frozenset(
    {("proceed", "with"), ("go", "ahead"), ("press", "ahead"), ("go", "through"), ("move", "ahead"), ("go", "forward")}
)
_RIGHTS = frozenset("right rights power authority option same meaning effect benefit opportunity sole".split())
_DONE = frozenset({"ready", "available", "open", "in", "on", "at"})
_STILL_SAYS = frozenset({"says", "adds", "tells", "confirms"})
_UNDER = re.compile(
    r"\b(?:[Uu]nder|[Bb]y\s+the\s+terms\s+of)\s+(?:\w+\s+){0,3}(?:agreement|deal|contract|accord|pact|settlement|undertaking|lease|plan|order)\b"
)
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
    party = sort_of_subject(line.tokens, head, line.named) == "party" or (
        line.low(head.end - 1) == "you" and reader.addresses
    )
    given = verb in _RECEIVING and first in {"every", "each", "all"}
    vague = (
        governor is not None and first in _INDEFINITE and not any(i in line.named for i in range(head.start, head.end))
    )
    if verb == "be" and party and line.low(group.action + 1) in {"responsible", "liable"}:
        yield from acts(reader, line, group._replace(action=group.action + 1), head, status, negated=group.negated)
        return
    spared = (
        first in {"no", "not"}
        and governor is not None
        and not any(i in line.named for i in range(head.start, head.end))
    )  # "I promise that no school will close"
    if verb == "be" or not party or given or vague or spared or first in {"nobody", "there"}:
        yield from undergone(reader, line, group, head, governor, status)
        return
    procedural = (
        line.low(head.end - 1) in {"we", "i"}
        and verb in _PROCEDURE
        and not LIMIT.search(reader.text, *line.span(group.action, len(line.tokens)))
    )
    if procedural and reader.in_speech(line.tokens[group.main].start):
        return  # "we will suspend for a short break"
    if _is_state(line, group, head.end) or (
        _in_person(reader, line, head) and verb in ITINERARY and line.low(group.main) != "shall"
    ):
        return
    if status == "withdrawn" and _abandons(line, group):
        group = group._replace(action=group.action + (1 if verb == "pursue" else 2), verbal=False)
    negated = status not in ("declined", "withdrawn") and _denies(line, group, head)
    yield from acts(reader, line, group, head, status, negated=negated)


def _may_bind(reader: Reader, line: Line, group: VerbGroup, head: Head) -> bool:
    """Whether the verb can bind here: "must" and "may not" do in an instrument, elsewhere they tell of powers."""
    word = line.low(group.main)
    if word == "responsible":
        return reader.binding or reader.lays_down or reader.addresses
    if word in {"has", "have"}:  # "Under the contract, Acme has to hand over the deck"
        duty = line.low(group.main + 2) in DUTIES
        until = line.low(group.main + 1) == "until"  # "Acme has until May to reopen the mill"
        return (
            duty or until or _UNDER.search(reader.text, line.sentence.start, line.tokens[group.main].start) is not None
        )
    return word not in {"must", "may"} or _must_bind(reader, line, group, head)


def _must_bind(reader: Reader, line: Line, group: VerbGroup, head: Head) -> bool:
    """Whether "must", or "may" that is denied, binds here."""
    word = line.low(group.main)
    under = _UNDER.search(line.sentence.text) is not None
    if (
        word == "must"
        and (reader.pact or reader.announces or under)
        and not reader.in_speech(line.tokens[group.main].start)
    ):
        return any(i in line.named for i in range(head.start, head.end)) and not head.relative
    if word == "may":
        denies = group.negated or line.low(head.start) in {"neither", "no", "none"}
        if not denies or sort_of_subject(line.tokens, head, line.named) == "thing":
            return False
    return reader.binding


def _is_state(line: Line, group: VerbGroup, head_end: int) -> bool:
    """Whether the verb tells what a party is, feels or says rather than does."""
    verb, follows, after = (line.low(group.action + i) for i in range(3))
    thing_stays = verb == "stay" and line.low(head_end - 1) in {"it", "that", "this"}
    if thing_stays or (verb in {"start", "begin", "end", "finish"} and follows in {"with", "by"}):
        return True  # "it will stay shut", "I'll start with what I came to say"
    if verb in _TELLING and line.low(group.main) == "shall":
        return False
    if (verb, follows) in _HEARING or (verb == "have" and _has_done(line, group.action)):
        return False
    if verb == "go" and (follows == "ahead" or (follows == "on" and after.endswith("ing"))):
        return False
    if verb == "keep" and follows in _PRONOUNS and not after[:1].isalnum():
        return True  # "I will keep it": the promise before it says what
    return verb in STATES and (verb, follows) not in {("have", "no"), ("come", "back")}


def _has_done(line: Line, have: int) -> bool:
    """`must have the crates ready`, `is to have a surveyor inspect it`: somebody sees to it."""
    if line.low(have + 1) not in DETERMINERS or line.low(have + 2) in _RIGHTS:
        return False
    if any(is_base(line.tokens, i) and line.low(i + 1) in DETERMINERS for i in range(have + 3, have + 6)):
        return True
    return any(
        (is_participle(line.low(i)) or line.low(i) in _DONE or line.low(i) in DOING)
        and line.low(i - 1) not in DETERMINERS
        for i in range(have + 3, have + 8)
    )


def _denies(line: Line, group: VerbGroup, head: Head) -> bool:
    return group.negated or line.low(head.start) in _DENYING


def _status(
    reader: Reader, line: Line, group: VerbGroup, head: Head, governor: Governor | None
) -> CommitmentStatus | None:
    if governor and governor.sort in ("renewed", "offered"):
        return "reaffirmed" if governor.sort == "renewed" else "proposed"
    nothing = line.low(group.action + 1) == "nothing"  # "will contribute nothing"
    if nothing or (_denies(line, group, head) and _withholds_consent(line, group)):
        return "declined"
    after_all = any(line.low(i) == "after" and line.low(i + 1) == "all" for i in range(group.main, len(line.tokens)))
    if _denies(line, group, head) and (_abandons(line, group) or after_all):
        return "withdrawn"
    begin = auxiliaries_before(line.tokens, governor.token)[0] if governor else head.clause
    if line.low(head.clause - 1) == ":":
        begin = 0
    if restated(reader.text, line.tokens[min(begin, len(line.tokens) - 1)].start, line.sentence.end):
        return "reaffirmed"
    if governor and (governor.sort == "earlier" or _said_long_ago(reader, line, governor, head)):
        return "earlier"
    return "new" if group.kind == "modal" else _status_of_would(reader, line, group, head, governor)


def _status_of_would(
    reader: Reader, line: Line, group: VerbGroup, head: Head, governor: Governor | None
) -> CommitmentStatus | None:
    """Reported, it is a future in the past; by itself it is a refusal with "not", and else an offer at most."""
    if line.low(head.end - 1) in {"i", "we"} and governor is None:
        depends = condition_in(reader.text, *line.span(group.action, len(line.tokens)))
        return "proposed" if depends and not group.negated else None
    if group.negated:
        return "declined" if governor is None or _requested(reader, line) else "new"
    told = line.low(head.clause - 1) == ":"
    return "new" if governor or reader.minutes or told else "proposed"


def _abandons(line: Line, group: VerbGroup) -> bool:
    """`will not proceed with the works`, `will no longer pursue it`."""
    verb, follows = line.low(group.action), line.low(group.action + 1)
    longer = any(line.low(i) == "longer" for i in range(group.main, group.action))
    return (verb == "pursue" and longer) or (verb, follows) in _GOING_ON


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
