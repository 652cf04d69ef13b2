"""Present tenses that bind: "The Lessor lends the crane", "we file on Monday", "sales resume on 1 May"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.binding_verbs import FORMS
from summariser.candidates.clauses import clause_head
from summariser.candidates.irregular import IRREGULAR_PAST, is_participle
from summariser.candidates.limits import LIMIT
from summariser.candidates.passive_acts import DUE, MOVING, STARTING
from summariser.candidates.predicates import predicate_end
from summariser.candidates.subjects import sort_of_subject
from summariser.candidates.verb_group import VerbGroup
from summariser.candidates.verbs import (
    ADVERBS,
    DETERMINERS,
    DOING,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    STATES,
    SUBORDINATORS,
)
from summariser.candidates.word_order import base_of, is_adverb, is_base, opens_amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.candidates.clauses import Head
    from summariser.candidates.reader import Line, Reader

__all__ = ["find_presents", "in_progress"]

_AUXILIARIES = frozenset(
    """will shall would must can could may might should do does did have has had am is are was were be been not never
    ought used need dare 's 've 'd 'm 're""".split()
)
_STATEMENTS = frozenset(
    """acknowledge represent recognise recognize confirm note declare state own hold possess intend wish desire appear
    understand reserve retain mean carry operate provide""".split()
)
_OPINIONS = frozenset(
    """think see want need like love do have say ask call speak talk try work look use thank appreciate apologise
    apologize regret support oppose recommend suggest question welcome recognise recognize acknowledge represent
    depend rely stand wonder encourage urge request invite propose submit disagree admit accept note""".split()
)
_SAME_IN_PAST = frozenset("put read set cut let shut run come become split spread bid hit".split())
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred few many".split()
)
_SHORTEST = 4  # letters of a verb with its -s
_UNDER_WAY = frozenset(
    """work try look hope expect wait face run live hold lead help move do make take carry stand grow
    seek strive struggle continue start begin watch monitor follow prepare""".split()
)
_ENDING = frozenset("end stop abolish scrap close cancel suspend withdraw drop lift freeze halt".split())
_HABITS = frozenset(
    """employ operate provide supply run serve sell make cover support oppose own keep hold meet join offer produce
    show name list report set conduct host assist use sit represent include bring leave lead take open""".split()
)
_FROM_NOW = re.compile(
    r"\b(?:in\s+the\s+meantime|from\s+now\s+on|until\s+then|at\s+(?:our|my)\s+(?:own\s+)?(?:expense|cost))\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:by|from|until|starting|within|next|tomorrow|tonight|this)\b", re.IGNORECASE)
_IF = frozenset({"if", "unless", "once", "when", "should"})


def find_presents(reader: Reader, line: Line) -> Iterator[VerbGroup]:
    """Yield the verbs in the present tense by which somebody binds himself, in order."""
    for i in range(1, len(line.tokens)):
        token = line.tokens[i]
        past = is_participle(token.low) and token.low not in _SAME_IN_PAST
        if not token.low.isalpha() or token.capital or past or _is_told(token.low) or not _after_subject(line, i):
            continue
        head = clause_head(line.tokens, i, line.names)
        if (
            head.start >= head.end
            or head.relative
            or any(line.low(j) in _AUXILIARIES for j in range(head.start, head.end))
        ):
            continue
        if (
            _in_person(reader, line, head, i)
            or (reader.binding and _by_side(line, head, i))
            or _announced(reader, line, i)
            or _agreed(reader, line, head, i)
        ):
            yield VerbGroup(i, i, i, "present")


def _is_told(low: str) -> bool:
    """Whether a verb binds by being said and is read with its complement."""
    return low in FORMS and FORMS[low][0] != "withdraw" and FORMS[low][1] != "lay"


def _after_subject(line: Line, i: int) -> bool:
    """Whether a noun, name or pronoun stands before the verb."""
    before = i - 1
    while before >= 0 and is_adverb(line.tokens[before]):
        before -= 1
    if line.low(before) == "," and any(line.low(j) == "," for j in range(max(0, before - 12), before)):
        return True  # behind an aside
    low = line.low(before)
    return low[:1].isalpha() and low not in DETERMINERS | PREPOSITIONS | _AUXILIARIES | {
        "to",
        "and",
        "or",
        "that",
        "who",
    }


def _third(low: str) -> bool:
    return low.endswith("s") and not low.endswith("ss") and len(low) >= _SHORTEST


def _in_person(reader: Reader, line: Line, head: Head, i: int) -> bool:
    """`we find every guest a chair by May`, `our crew flies north within a week`: somebody's own acts."""
    low = line.low(i)
    spoken = reader.in_speech(line.tokens[i].start) or reader.first_person
    if not spoken or low in _AUXILIARIES | IRREGULAR_PAST - _SAME_IN_PAST:
        return False
    pronoun = line.low(head.end - 1) in {"we", "i"}
    counted = line.low(i - 1)[:1].isdigit() or "-" in line.low(i - 1) or line.low(i - 1) in _NUMBERS
    own = not pronoun and not counted and line.low(head.start) in {"our", "my"} and _third(low)
    base = base_of(low) if own else low
    if low in _SAME_IN_PAST and not _AHEAD.search(reader.text, *line.span(head.clause, len(line.tokens))):
        return False  # "we shut the ward on 4 May" tells what was done
    if not (own or (pronoun and is_base(line.tokens, i))):
        return False
    if base in _AUXILIARIES | SAYING | _OPINIONS or (base in STATES and not (own and base == "get")):
        return False
    end = predicate_end(line.tokens, i)
    clause = line.span(head.clause, max(end, i + 1))
    dated = LIMIT.search(reader.text, *clause) or _FROM_NOW.search(reader.text, *clause)
    return dated is not None or line.low(head.clause) in _IF


def _by_side(line: Line, head: Head, i: int) -> bool:
    """`The Lessor lends the crane`, in an instrument."""
    if sort_of_subject(line.tokens, head, line.named) != "party":
        return False
    last = head.end - 1
    if line.low(last) in {"it", "they"} or not (
        last in line.named or line.tokens[last].capital or line.low(last) in PRONOUNS
    ):
        return False
    low = line.low(i)
    if _third(low):
        base = base_of(low)
        return base not in STATES | _STATEMENTS | _AUXILIARIES and low not in ADVERBS
    return line.low(last).endswith("s") and low in DOING - _STATEMENTS


def _announced(reader: Reader, line: Line, i: int) -> bool:
    """`Sales resume on 1 May`, `the driver's pay goes up from July`."""
    base = base_of(line.low(i))
    head = clause_head(line.tokens, i, line.names)
    if (
        any(line.low(j) in SUBORDINATORS for j in range(head.clause, max(head.start + 1, head.end)))
        or line.low(head.clause - 1) in SUBORDINATORS
    ):
        return False  # "before school resumes in September"
    if base not in MOVING | STARTING | DUE or line.low(i) in IRREGULAR_PAST or line.low(i - 1) in PRONOUNS:
        return False
    end = predicate_end(line.tokens, i)
    return LIMIT.search(reader.text, *line.span(i, end)) is not None


def _agreed(reader: Reader, line: Line, head: Head, i: int) -> bool:
    """`If the survey fails, the club returns the grant`, `whoever breaks the pact pays $500`."""
    base, low = base_of(line.low(i)), line.low(i)
    if not _third(low):
        return False
    if line.low(head.start) in {"whoever", "anyone", "anybody"}:
        return base in DOING | {"get", "receive"} and (reader.pact or reader.announces or reader.binding)
    if base not in DOING - _HABITS:
        return False
    if sort_of_subject(line.tokens, head, line.named) != "party":
        return False
    conditional = any(line.low(j) in _IF - {"when", "should"} for j in range(head.clause, head.start))
    return conditional or (reader.pact and not reader.in_speech(line.tokens[i].start))


def in_progress(reader: Reader, line: Line, group: VerbGroup, head: Head) -> bool:
    """`I am putting down $500`, `we are ending the scheme`, `Acme is closing the mill in May`: an act decided on."""
    if head.start >= head.end or head.relative or sort_of_subject(line.tokens, head, line.named) != "party":
        return False
    verb = line.low(group.action).removesuffix("ing")
    stems = {verb, verb + "e", verb[:-1] if verb[-1:] == verb[-2:-1] else verb}
    if stems & (STATES | SAYING | _OPINIONS | _UNDER_WAY):
        return False
    end = predicate_end(line.tokens, group.action)
    clause = line.span(head.clause, end)
    decided = stems & _ENDING or LIMIT.search(reader.text, *clause) is not None
    given = line.low(head.end - 1) in {"i", "we"} and any(
        opens_amount(line.tokens, i) for i in range(group.action, end)
    )
    money = any(
        token.text in "$€£¥₦₹%" or token.low in {"million", "billion"} for token in line.tokens[group.action : end]
    )
    named = any(j in line.named for j in range(head.start, head.end))
    return bool(decided) or (money and (given or (named and bool(stems & DOING))))
