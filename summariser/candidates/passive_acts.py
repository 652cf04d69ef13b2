"""What is done to a thing, by an agent that is named, that speaks, or that the sentence before tells."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summariser.candidates.acts import make, opening, sayer
from summariser.candidates.burdens import payer
from summariser.candidates.clauses import Head
from summariser.candidates.irregular import NO_ACT_PARTICIPLES, is_participle
from summariser.candidates.limits import LIMIT
from summariser.candidates.predicates import predicate_end
from summariser.candidates.subjects import sort_of_subject
from summariser.candidates.verbs import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SET_PRICES,
    STATES,
    SUBORDINATORS,
)
from summariser.candidates.word_order import base_of, skip_adverbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.candidates.governors import Governor
    from summariser.candidates.reader import Line, Reader
    from summariser.candidates.undertaking import Undertaking
    from summariser.candidates.verb_groups import VerbGroup
    from summariser.schemas.brief import CommitmentStatus

__all__ = ["DUE", "MOVING", "PROMISING", "STARTING", "agent_of", "implied", "undergone"]

Span = tuple[int, int]

_EVERY = frozenset({"any", "every", "all", "each"})
_RECEIVING = frozenset({"get", "receive", "have"})
MOVING = frozenset("rise fall increase drop go double".split())
"""What pay and prices do when somebody sets them."""
STARTING = frozenset("start begin open reach go resume reopen close stop end kick restart cease return".split())
"""What work, sales and services do when somebody sees to it."""
DUE = frozenset("follow fall arrive land take kick".split())
"""What instalments do when they are due."""
_NONE = frozenset({"no", "nobody", "none"})
_DECIDING = frozenset({"decided", "agreed", "resolved"})
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
    tenure period deadline war trial truce ceasefire holiday debate session sitting conference summit vote voting polls
    election exhibition festival game match race inquiry""".split()
)
PROMISING = frozenset(
    """promise promises promised pledge pledges pledged undertake undertakes undertook vowed vows guarantee guarantees
    guaranteed assured assures""".split()
)
_SHARED = re.compile(
    r"\b(?:between|by|of|for)\s+(?P<who>(?:the|both|all)\s+(?:two\s+|three\s+|contracting\s+)?(?:countries|parties|sides|governments|states))\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|unless)\b")
_AGENT_ENDS = PREPOSITIONS - {"of", "for"} | SUBORDINATORS | {",", "and", ";"}
_AGENT_REACH = 16  # tokens from a participle to its "by"


def undergone(  # noqa: PLR0917 - read together
    reader: Reader, line: Line, group: VerbGroup, head: Head, governor: Governor | None, status: CommitmentStatus
) -> Iterator[Undertaking]:
    """`Fees will be refunded by May`, `work will start on Monday`: an act of whoever sees to it."""
    if head.relative:
        return
    end = predicate_end(line.tokens, group.action)
    clause = line.span(head.clause, end)
    decided = governor is not None and line.low(governor.token) in _DECIDING
    promised_so = (
        decided
        or (status == "reaffirmed" and governor is not None)
        or (
            governor is not None
            and (
                governor.sort == "renewed"
                or line.low(governor.token) in PROMISING | _GIVING
                or line.low(governor.token + 1) == ":"
            )
        )
    )
    agent = participle = None
    if line.low(group.action) == "be":
        participle = _participle(line, group.action + 1, end)
        agent = agent_of(line, participle, end) if participle else None
        none = line.low(head.start) == "there" and line.low(group.action + 1) == "no"
        none = none or (governor is not None and governor.sort == "said" and line.low(head.start) in _NONE)
        acted = agent or participle or none or _is_open(reader, line, group, head)
    else:
        acted = _seen_to(reader, line, group, head, clause) or status == "withdrawn"
    goes_on = participle is not None and _goes_on(reader, line, head)
    if not (acted or promised_so) or (agent is None and not goes_on and _binds_itself(line, group, head)):
        return
    subject = agent or implied(reader, line, head, clause[0])
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
    kept = verb in {"remain", "stay"} and line.low(group.action + 1) in {"open", "closed", "free", "shut", "in", "at"}
    return (verb in STARTING or kept) and dated and not words & _NO_ACT


def dated_at(reader: Reader, clause: Span) -> bool:
    """Whether a clause says when."""
    return LIMIT.search(reader.text, *clause) is not None or _UNTIL.search(reader.text, *clause) is not None


def agent_of(line: Line, participle: int, end: int) -> Span | None:
    """The words behind "by", where they name a party."""
    for by in range(participle + 1, min(end - 1, participle + _AGENT_REACH)):
        bare = line.low(by + 1) in {"management", "owners", "employers"}
        if line.low(by) != "by" or not (by + 1 in line.names or line.low(by + 1) in DETERMINERS or bare):
            continue
        stop = by + 1
        while stop < end and line.low(stop) not in _AGENT_ENDS:
            stop += 1
        if sort_of_subject(line.tokens, Head(by + 1, by + 1, stop, relative=False, link=""), line.named) == "party":
            return line.span(by + 1, stop)
    who = payer(line, participle + 1, end)
    return line.span(*who) if who else None


def implied(  # noqa: PLR0911 - one return for each way to tell
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
    told = next(
        (i + 1 for i in range(head.start, head.end - 1) if line.low(i) in {"that", "which"} and _named(line, i + 1)),
        None,
    )
    if told is not None:  # "the hospital that the Fund promised"
        begin = told + 1 if line.low(told) in DETERMINERS else told
        end = begin + 1
        while end < head.end and end in line.named and end not in line.names:
            end += 1
        return line.span(begin, end)
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


def _named(line: Line, i: int) -> bool:
    return i in line.names or (line.low(i) in DETERMINERS and i + 1 in line.names)
