"""What is done to a thing, by an agent that is named, that speaks, or that the sentence before tells."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summariser.candidates.acts import make, opening, sayer, subject_of
from summariser.candidates.burdens import payer
from summariser.candidates.clauses import Head
from summariser.candidates.governors import long_past
from summariser.candidates.irregular import NO_ACT_PARTICIPLES, is_participle
from summariser.candidates.limits import LIMIT
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
    STATES,
    SUBORDINATORS,
    WITHDRAWN,
)
from summariser.candidates.word_order import base_of, skip_adverbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.candidates.governors import Governor
    from summariser.candidates.reader import Line, Reader
    from summariser.candidates.undertaking import Undertaking
    from summariser.candidates.verb_groups import VerbGroup
    from summariser.schemas.brief import CommitmentStatus

__all__ = ["DUE", "MOVING", "STARTING", "done", "paid_out", "promised", "undergone"]

Span = tuple[int, int]

_EVERY = frozenset({"any", "every", "all", "each"})
_RECEIVING = frozenset({"get", "receive", "have"})
MOVING = frozenset("rise fall increase drop go double".split())
"""What pay and prices do when somebody sets them."""
STARTING = frozenset("start begin open reach go resume reopen close stop end kick restart cease return".split())
"""What work, sales and services do when somebody sees to it."""
DUE = frozenset("follow fall arrive land take kick".split())
"""What instalments do when they are due."""
_PARTS = SET_PRICES | frozenset(
    "rise increase instalment instalments installment tranche tranches payment cut batch phase".split()
)
_GIVING = frozenset("gave give gives given made makes make".split())
_STATES_REACHED = frozenset(
    "on able out open back available ready free complete closed operational live up online in over through gone".split()
)
# They begin and end by themselves.
_NO_ACT = frozenset(
    """season year hearing meeting talks term day week month contract lease agreement undertaking deal accord mandate
    tenure period deadline war trial truce ceasefire holiday""".split()
)
_PROMISING = frozenset(
    """promise promises promised pledge pledges pledged undertake undertakes undertook vowed vows guarantee guarantees
    guaranteed assured assures""".split()
)
_SHARED = re.compile(
    r"\b(?:between|by|of|for)\s+(?P<who>(?:the|both|all)\s+(?:two\s+|three\s+|contracting\s+)?(?:countries|parties|sides|governments|states))\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|unless)\b")
_AS_SAID = re.compile(
    r",?\s+as\s+(?:it|we|they|he|she|I)\s+(?:had\s+)?(?:said|promised|pledged|agreed|undertook|undertaken)\b"
    r"|,?\s+as\s+(?:promised|pledged|agreed|undertaken)\b"
    r"|\b(?:it|they|we|he|she|I)\s+(?:had\s+|have\s+|has\s+)?(?:promised|pledged|undertook|undertaken)\b"
    r"|\s(?:promised|pledged)\s+(?=(?:in|by|to|last|at|under|for)\b|[.,;]|$)"
)
_NOT_KEPT = re.compile(r"\b(?:not|never|only|half|part|some|failed)\b")
_AGENT_ENDS = PREPOSITIONS - {"of", "for"} | SUBORDINATORS | {",", "and", ";"}
_AFTER_CLAUSE = 24  # characters of ", as they had promised"
_AGENT_REACH = 16  # tokens from a participle to its "by"


def undergone(  # noqa: PLR0917 - read together
    reader: Reader, line: Line, group: VerbGroup, head: Head, governor: Governor | None, status: CommitmentStatus
) -> Iterator[Undertaking]:
    """`Fees will be refunded by May`, `work will start on Monday`: an act of whoever sees to it."""
    if head.relative:
        return
    end = predicate_end(line.tokens, group.action)
    clause = line.span(head.clause, end)
    promised_so = governor is not None and (
        governor.sort == "renewed"
        or line.low(governor.token) in _PROMISING | _GIVING
        or line.low(governor.token + 1) == ":"
    )
    agent = participle = None
    if line.low(group.action) == "be":
        participle = _participle(line, group.action + 1, end)
        agent = _agent(line, participle, end) if participle else None
        none = line.low(head.start) == "there" and line.low(group.action + 1) == "no"
        acted = agent or participle or none or _is_open(reader, line, group, head)
    else:
        acted = _seen_to(reader, line, group, head, clause)
    goes_on = participle is not None and _goes_on(reader, line, head)
    if not (acted or promised_so) or (agent is None and not goes_on and _binds_itself(line, group, head)):
        return
    subject = agent or _implied(reader, line, head, clause[0])
    if subject is not None:
        item = make(reader, line, (opening(reader, line, head), head.start, end), subject, status, head)
        yield replace(item, personal=agent is None and reader.text[slice(*subject)] == "I")


def _goes_on(reader: Reader, line: Line, head: Head) -> bool:
    """`It will also be taken off the wall`: of a thing to which the sentence before already does something."""
    last = reader.last
    if line.low(head.end - 1) not in {"it", "they"} or last is None or last.start != last.action[0]:
        return False
    return 0 < line.sentence.index - last.sentence <= 1


def _participle(line: Line, start: int, end: int) -> int | None:
    """The participle of an act: "will be published" promises, "will be remembered" does not."""
    first, _ = skip_adverbs(line.tokens, start)
    for i in range(first, min(end, first + 2)):
        if is_participle(line.low(i)):
            return None if line.low(i) in NO_ACT_PARTICIPLES else i
    return None


def _is_open(reader: Reader, line: Line, group: VerbGroup, head: Head) -> bool:
    """`will be able to see`, `will be back on the air`, with a date."""
    state = line.low(skip_adverbs(line.tokens, group.action + 1)[0])
    return state in _STATES_REACHED and LIMIT.search(reader.text, *line.span(head.clause, len(line.tokens))) is not None


def _binds_itself(line: Line, group: VerbGroup, head: Head) -> bool:
    """Whether the subject is a party by name, to which something happens and which does nothing itself."""
    if line.low(group.action) != "be" or (line.low(group.action + 1) == "able" and line.low(head.start) in _EVERY):
        return False
    if line.low(head.start) in {"nobody", "no", "none"}:
        return False
    named = any(i in line.named for i in range(head.start, head.end)) or line.low(head.end - 1) in PRONOUNS
    return named and sort_of_subject(line.tokens, head, line.named) == "party"


def _seen_to(reader: Reader, line: Line, group: VerbGroup, head: Head, clause: Span) -> bool:
    """Whether what a thing will do is somebody's act: work starts, a tax rises, every member gets $500."""
    verb, follows = base_of(line.low(group.action)), line.low(group.action + 1)
    words = {line.low(i) for i in range(head.start, head.end)}
    if verb in DUE and words & _PARTS and dated_at(reader, clause):
        return True
    if words & {"nobody", "there"}:
        return verb != "be" or line.low(group.action + 1) == "no"
    dated = dated_at(reader, clause)
    if verb in _RECEIVING:
        paid = any(token.text in "$€£¥%" for token in line.tokens[group.action :])
        return bool(words & {"whoever", "anyone"}) or (
            bool(words & {"every", "each", "all", "you"}) and (dated or paid)
        )
    if verb in MOVING and (verb != "go" or follows in {"up", "down"}) and words & SET_PRICES:
        return True
    if group.kind == "modal" and reader.binding and verb not in STATES:
        return True  # "Each label must carry the name"
    return verb in STARTING and dated and not words & _NO_ACT


def dated_at(reader: Reader, clause: Span) -> bool:
    """Whether a clause says when."""
    return LIMIT.search(reader.text, *clause) is not None or _UNTIL.search(reader.text, *clause) is not None


def _agent(line: Line, participle: int, end: int) -> Span | None:
    """The words behind "by", where they name a party."""
    for by in range(participle + 1, min(end - 1, participle + _AGENT_REACH)):
        if line.low(by) != "by" or not (by + 1 in line.names or line.low(by + 1) in DETERMINERS):
            continue
        stop = by + 1
        while stop < end and line.low(stop) not in _AGENT_ENDS:
            stop += 1
        if sort_of_subject(line.tokens, Head(by + 1, by + 1, stop, relative=False, link=""), line.named) == "party":
            return line.span(by + 1, stop)
    who = payer(line, participle + 1, end)
    return line.span(*who) if who else None


def _implied(  # noqa: PLR0911 - one return for each way to tell
    reader: Reader, line: Line, head: Head, position: int
) -> Span | None:
    """Who sees to something where nobody is named: whoever says so, or whoever the sentence before binds."""
    outer = sayer(line, head.clause)
    if outer is not None and line.low(outer[1] - 1) == "you":
        return None
    if (
        outer is not None
        and sort_of_subject(line.tokens, Head(outer[0], *outer, relative=False, link=""), line.named) == "party"
    ):
        return line.span(*outer)
    if shared := _SHARED.search(reader.text, position, line.sentence.end):
        return shared.span("who")
    if reader.in_speech(position) or reader.first_person or reader.minutes:
        return position, position
    bound = reader.last_bound(line.sentence)
    if bound is not None:
        return bound
    if reader.announces:
        return position, position
    return reader.most_bound() if reader.binding else reader.subject_before(line.sentence)


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
    asked = next((i for i in range(noun, min(noun + 3, group.first)) if line.low(i) == "that"), None)
    if link is None and asked is not None:  # "the demand, that fees be cut, was refused"
        link, head = asked, head._replace(end=group.first - (line.low(group.first - 1) == ","))
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


def paid_out(reader: Reader, line: Line, group: VerbGroup, head: Head) -> Iterator[Undertaking]:
    """`the $500 promised to the club was paid over in May`."""
    promise = next((i for i in range(head.start, head.end) if line.low(i) in _PROMISING), None)
    if promise is None or head.relative:
        return
    end = predicate_end(line.tokens, group.main)
    if _NOT_KEPT.search(reader.text, *line.span(head.start, end)):
        return
    subject = _agent(line, promise, end) or _implied(reader, line, head, line.tokens[head.start].start)
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
    if not (as_said or (already and line.low(group.main) in PARTICIPLES)):
        return
    end = split_predicate(line.tokens, group.main, end, verbal=False)[0][1]
    subject = subject_of(reader, line, head)
    yield make(reader, line, (head.start, group.main, end), subject, "fulfilled", head)
