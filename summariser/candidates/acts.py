"""Clauses that bind become undertakings: one for each act, with its condition and the words for who is bound."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summariser.candidates.clause_starts import over_labels
from summariser.candidates.clauses import Head, clause_head
from summariser.candidates.conditions import condition_in, condition_leading
from summariser.candidates.governors import find_governor, restated
from summariser.candidates.predicates import predicate_end, split_predicate
from summariser.candidates.relative_clauses import contact_subject, goes_on, is_done
from summariser.candidates.roles import ROLE_WORDS
from summariser.candidates.subjects import head_noun
from summariser.candidates.trailing import find_trailing
from summariser.candidates.undertaking import Undertaking
from summariser.candidates.verbs import (
    ADVERBS,
    AGENT_NOUNS,
    DOING,
    OFFICES,
    SAYING,
    STATES,
)
from summariser.candidates.word_order import auxiliaries_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.candidates.reader import Line, Reader
    from summariser.candidates.verb_groups import VerbGroup
    from summariser.schemas.brief import CommitmentStatus

__all__ = ["acts", "acts_of", "make", "opening", "sayer", "subject_of"]

Span = tuple[int, int]

_ORGANS = frozenset("ministry government administration department office embassy cabinet treasury delegation".split())
_COUNTED = frozenset(
    "up two three four five six seven eight nine ten eleven twelve a another about some nearly".split()
)
_GROUP_OF = frozenset("none neither each both all".split())
_SET = re.compile(
    r"(?:both|they|we|neither|each|none|all|either|these|those)\b|.*\b(?:sides|parties|governments)\b", re.DOTALL
)
_SEVERAL = re.compile(
    r"(?:the|both|all|these|neither)\s+(?:two\s+|three\s+|of\s+the\s+)?(?:governments|countries|sides|parties|states)"
)
_OF_WHICH = frozenset({"which", "that"})
_EMPTY = frozenset({"do", "give", "make", "have", "be", "get"})
_THIRD = frozenset({"it", "they", "he", "she"})
_CONDITION = re.compile(r"(?:if|unless|once|should|provided|(?:as|so)\s+long|subject)\b", re.IGNORECASE)
_LEAD_OPENS = re.compile(
    r"(?:until|till|before|after|when|whenever|"
    r"for\s+(?:time|each|every|any)|within|from|by|on|in|as\s+of|not\s+later|no\s+later|starting|beginning|effective|"
    r"upon|at)\b",
    re.IGNORECASE,
)
_TIMED = re.compile(
    r"\d|\b(?:days?|weeks?|months?|years?|is|are|has|have|time|spring|summer|autumn|winter|today|tomorrow|January|"
    r"February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]+day)\b"
)


def acts(
    reader: Reader, line: Line, group: VerbGroup, head: Head, status: CommitmentStatus, *, negated: bool
) -> Iterator[Undertaking]:
    """Yield an undertaking for each act of the predicate behind a verb group.

    Args:
        reader: The document.
        line: The sentence.
        group: The verb that binds.
        head: What stands before it.
        status: What the wording shows.
        negated: Whether the first act is denied.
    """
    tokens = line.tokens
    end = predicate_end(tokens, group.action)
    thing_before = contact_subject(line, head) if group.past else None
    if thing_before is not None:  # "the prisoners | Acme had undertaken to free"
        head = head._replace(clause=thing_before, start=thing_before)
    within = (
        head.relative
        or thing_before is not None
        or (line.low(head.clause - 1) in _OF_WHICH and line.low(head.clause - 2) not in SAYING)
    )
    if within:
        end = next((i for i in range(group.action + 1, end) if tokens[i].low == "," or goes_on(tokens, i)), end)
        if status in ("new", "earlier") and not negated and is_done(tokens, end):
            status = "fulfilled"  # "the lamps which it had promised to replace were in place by May"
    parts = split_predicate(tokens, group.action, end, verbal=group.verbal)
    further = list(_further_givers(line, parts[0][0], end)) if len(parts) == 1 else []
    if further:
        parts = [parts[0]._replace(end=further[0][0])]
    subject = subject_of(reader, line, head)
    personal = _personal(line, group, head, status) or (reader.minutes and _one_person(reader, line, head))
    for number, (start, stop, own) in enumerate(parts):
        if (number and tokens[start].low in STATES) or (stop - start == 1 and tokens[start].low in _EMPTY):
            continue
        denied = negated if own is None else own
        begin = start if number else opening(reader, line, head)
        item = make(reader, line, (begin, start, stop), subject, status, head, negated=denied)
        yield replace(item, personal=personal, thing=not group.verbal and not number)
    for number, (gap, start) in enumerate(further):
        stop = _trimmed(line, start, further[number + 1][0] if number + 1 < len(further) else end)
        name = start - 1 if tokens[start - 1].low == "to" else start
        own_head = Head(gap + 1, gap + 1, name, relative=False, link="")
        yield make(reader, line, (gap + 1, start, stop), line.span(gap + 1, name), status, own_head)


def acts_of(  # noqa: PLR0917 - read together
    reader: Reader, line: Line, head: Head, verb: int, subject: Span, status: CommitmentStatus, *, negated: bool
) -> Iterator[Undertaking]:
    """Yield the acts of a predicate whose subject stands in another sentence, or nowhere."""
    if restated(reader.text, line.sentence.start, line.sentence.end):
        status = "reaffirmed"
    parts = split_predicate(line.tokens, verb, predicate_end(line.tokens, verb))
    for number, (start, stop, own) in enumerate(parts):
        begin = start if number else head.clause
        yield make(reader, line, (begin, start, stop), subject, status, head, negated=negated if own is None else own)


def make(  # noqa: PLR0917 - read together
    reader: Reader,
    line: Line,
    bounds: tuple[int, int, int],
    subject: Span,
    status: CommitmentStatus,
    head: Head,
    *,
    negated: bool = False,
) -> Undertaking:
    """Make the undertaking of one act.

    Args:
        reader: The document.
        line: The sentence.
        bounds: Numbers of the first token of the clause, of the first token of the act, and one past its last.
        subject: (start, end) of the words for who is bound; empty where it is whoever speaks or issues the document.
        status: What the wording shows.
        head: What stands before the verb, for the words that lead in.
        negated: Whether the act is denied.
    """
    begin, start, stop = bounds
    closes = reader.speech_end(line.tokens[start].start)
    while closes is not None and stop - 1 > start and line.tokens[stop - 1].start >= closes:
        stop -= 1
    lead = None
    if not head.relative and head.clause < head.start:
        lead = line.tokens[head.clause].start, line.tokens[head.start].start
    action = line.span(start, stop)
    condition = condition_in(reader.text, *action)
    if condition is None and lead is not None:
        condition = condition_leading(reader.text, *lead)
    denial = _denial(line, start) if negated else None
    if denial is not None:
        action = (line.tokens[denial].start, action[1])
    words = reader.text[slice(*subject)].lower()
    by = () if _SEVERAL.fullmatch(words) else reader.heads(*subject)
    return Undertaking(
        sentence=line.sentence.index,
        start=line.tokens[begin].start,
        end=action[1],
        action=action,
        subject=subject,
        by=by,
        status=status,
        condition=condition,
        group=_SET.match(words) is not None,
        lead=lead,
        negated=negated and denial is None and line.tokens[start].low != "not",
    )


def sayer(line: Line, clause: int) -> Span | None:
    """The tokens of the subject of the verb of saying that a clause depends on, or None."""
    governor = find_governor(line.tokens, clause) if clause else None
    if governor is None or governor.sort not in ("said", "earlier", "renewed", "offered"):
        return None
    outer = clause_head(line.tokens, auxiliaries_before(line.tokens, governor.token)[0], line.names)
    return (outer.start, outer.end) if outer.start < outer.end else None


def _denial(line: Line, start: int) -> int | None:
    """The "not" or "never" right before an act, adverbs between; None where it stands elsewhere or only as "n't"."""
    near = start - 1
    while (
        near > max(0, start - 4)
        and (line.low(near) in ADVERBS or line.low(near).endswith("ly"))
        and line.low(near) != "never"
    ):
        near -= 1
    return near if near >= 0 and line.tokens[near].text.lower() in {"not", "never"} else None


def opening(reader: Reader, line: Line, head: Head) -> int:
    """The token at which the evidence begins: the lead-in tells when or on which condition, or else the subject."""
    if head.relative or head.clause >= head.start:
        return head.start
    begin, end = line.tokens[head.clause].start, line.tokens[head.start].start
    begin = line.tokens[over_labels(line.tokens, head.clause, head.start)].start
    dated = _LEAD_OPENS.match(reader.text, begin, end) and _TIMED.search(reader.text, begin, end)
    return head.clause if dated or _CONDITION.match(reader.text, begin, end) else head.start


def _personal(line: Line, group: VerbGroup, head: Head, status: CommitmentStatus) -> bool:
    """Whether a person is bound and not the body: "I will write", "the Clerk to write"."""
    last = line.low(head.end - 1)
    if status == "declined" and group.kind != "modal":
        return False
    return last == "i" or (group.kind in ("modal", "task") and last in OFFICES)


def _one_person(reader: Reader, line: Line, head: Head) -> bool:
    """Whether the subject is a person by name or pronoun: who is to do what in minutes."""
    names = reader.heads(*line.span(head.start, head.end))
    return line.low(head.end - 1) in {"he", "she"} or (len(names) == 1 and reader.kinds.get(names[0]) == "person")


def subject_of(reader: Reader, line: Line, head: Head) -> Span:
    """The words for who is bound: of "none of them" the members, of "his members" who speaks for them."""
    spoken_for = _spoken_for(reader, line, head)
    if spoken_for is not None:
        return spoken_for
    if line.low(head.start) in _GROUP_OF and line.low(head.start + 1) == "of" and head.start + 2 < head.end:
        outer = sayer(line, head.clause)
        if outer is not None and line.low(head.start + 2) in {"them", "these", "those", "us"}:
            return line.span(*outer)
        members = line.span(head.start + 2, head.end)
        pronoun = line.low(head.start + 2) in {"them", "these", "those"}
        return (reader.last_bound(line.sentence) or members) if pronoun else members
    return line.span(head.start, head.end)


def _spoken_for(reader: Reader, line: Line, head: Head) -> Span | None:
    """`The chair said that his members would stay out`, `Acme said it would pay`: who says so."""
    first = line.low(head.start)
    pronoun = head.end - head.start == 1 and first in {"it", "they"}
    outer = sayer(line, head.clause) if pronoun or first in {"his", "her"} else None
    alone = head.end - head.start == 1 and not head.clause
    if outer is None and alone and first in _THIRD and (trailing := find_trailing(line.tokens, head.end)):
        outer = trailing.start, trailing.end
        if first in {"he", "she"} and line.low(outer[0]) not in _THIRD:
            return line.span(*outer)
    if outer is None:
        return None
    start, end = outer
    if pronoun and line.low(start) in {"its", "their"}:
        return line.span(start, start + 1)
    names = reader.heads(*line.span(start, end))
    if names:
        body = all(reader.kinds.get(name) != "person" for name in names)
    else:
        noun = line.tokens[head_noun(line.tokens, start, end)]
        several = first in {"it", "they"} and noun.low in AGENT_NOUNS - ROLE_WORDS - (
            _ORGANS if first == "it" else set()
        )
        body = several or (noun.capital and line.tokens[start].capital)
    return line.span(start, end) if body or not pronoun else None


def _further_givers(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """`Sweden pledged $20m, Finland $15m and Norway $9m`: where each further name and its sum or act stand."""
    tokens = line.tokens
    for gap in range(start + 1, end - 2):
        if tokens[gap].low not in {",", "and", ";"}:
            continue
        name = gap + 2 if tokens[gap + 1].low == "the" else gap + 1
        if name not in line.names:
            continue
        stop = name + 1
        while stop < end and stop in line.named and stop not in line.names:
            stop += 1
        if stop + 1 < end and tokens[stop].low == "to" and tokens[stop + 1].low in DOING:
            yield gap, stop + 1
        elif stop < end and (
            tokens[stop].text[0].isdigit() or tokens[stop].text in "$€£¥" or tokens[stop].low in _COUNTED
        ):
            yield gap, stop


def _trimmed(line: Line, start: int, stop: int) -> int:
    while stop > start + 1 and line.low(stop - 1) in {",", "and", ";"}:
        stop -= 1
    return stop
