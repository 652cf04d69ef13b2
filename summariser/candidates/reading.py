"""Reads the undertakings of one sentence, verb by verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.acts import acts
from summariser.candidates.clauses import Head, clause_head
from summariser.candidates.governors import find_governor, long_past, restated
from summariser.candidates.modal_acts import modal_acts
from summariser.candidates.passive_acts import done, promised
from summariser.candidates.subjects import sort_of_subject
from summariser.candidates.verb_groups import VerbGroup, find_verb_groups
from summariser.candidates.verbs import DETERMINERS, PREPOSITIONS, PROMISE_NOUNS, PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.candidates.reader import Line, Reader
    from summariser.candidates.undertaking import Undertaking
    from summariser.documents import Sentence
    from summariser.schemas.brief import CommitmentStatus

__all__ = ["read", "read_group"]

_UNDECIDED = frozenset({"if", "unless", "whether", "lest", "which"})
_AFTER_WHICH_INFINITIVE = frozenset("to will would could may might can should must shall".split())
_NO_ANSWER = re.compile(r"(?:comment|say|answer|discuss|elaborate|speculate|name|identify|specify|reply|respond|be)\b")
_NOUNS = frozenset(
    """plan plans offer offers promise promises pledge pledges decline commit vow guarantee guarantees repeat reject
    refuse grants warrants""".split()
)
_BEFORE_NOUN = DETERMINERS | PREPOSITIONS | {"'s", "'", "and", "or", "new", "old", "first", "latest", "no", ""}
_OUTCOME: dict[str, CommitmentStatus] = {
    "refuse": "declined",
    "withdraw": "withdrawn",
    "keep": "fulfilled",
    "renew": "reaffirmed",
}


def read(reader: Reader, sentence: Sentence, *, after: int = 0) -> Iterator[Undertaking]:
    """Yield the undertakings of a sentence; headings, questions and stage directions hold none.

    Args:
        reader: The document.
        sentence: The sentence.
        after: First character from which verbs are read.
    """
    stage = sentence.text[:1] in "[(" and sentence.text[-1:] in "])"
    line = reader.line(sentence)
    if sentence.heading or stage or line.asks:
        return
    covered = line.at(after) if after else 0
    for group in find_verb_groups(line.tokens):
        if group.first < covered:
            continue
        found = list(read_group(reader, line, group))
        yield from found
        reader.remember(found)
        if found:
            covered = line.at(found[-1].end)


def read_group(reader: Reader, line: Line, group: VerbGroup) -> Iterator[Undertaking]:
    """Yield the undertakings of one verb group."""
    head = clause_head(line.tokens, group.first, line.names)
    if group.kind == "gift" and not any(line.low(i) in PROMISE_NOUNS for i in range(head.start, head.end)):
        return
    if group.object is not None:
        head = head._replace(start=group.object[0], end=group.object[1])
    governor = find_governor(line.tokens, head.clause) if head.clause else None
    sort = governor.sort if governor else None
    if head.link in _UNDECIDED or _opens_condition(line, head) or sort == "denied":
        return
    if group.kind in ("modal", "would"):
        if sort not in ("asked", "hoped"):
            yield from modal_acts(reader, line, group, head, governor)
    elif group.kind == "passive":
        yield from promised(reader, line, group, head)
    elif group.kind == "done":
        yield from done(reader, line, group, head)
    else:
        yield from _performed(reader, line, group, head)


def _opens_condition(line: Line, head: Head) -> bool:
    """Whether the clause is itself the condition: "if Acme will pay"."""
    if head.clause >= head.end or line.low(head.clause) not in {"if", "unless", "whether"}:
        return False
    return head.start == head.clause and line.low(head.end - 1) not in PRONOUNS


def _performed(reader: Reader, line: Line, group: VerbGroup, head: Head) -> Iterator[Undertaking]:
    """Verbs that bind by being said: agree, pledge, offer, refuse, renew, withdraw."""
    if head.start >= head.end or line.low(group.first - 1) in _AFTER_WHICH_INFINITIVE or _is_noun(line, group):
        return
    party = sort_of_subject(line.tokens, head, line.named)
    if group.kind == "task" and not (reader.minutes and party == "party"):
        return
    if group.kind == "grant" and not reader.binding:
        return
    if line.low(group.action) == "be" and party == "thing":
        return
    if group.kind == "refuse" and _NO_ANSWER.match(line.low(group.action)):
        return
    status = _status(reader, line, group, head)
    if status is not None:
        yield from acts(reader, line, group, head, status, negated=group.negated)


def _is_noun(line: Line, group: VerbGroup) -> bool:
    """Whether "plans", "offer", "pledge" is a noun here: a determiner, possessive or preposition stands before it."""
    if line.low(group.main) not in _NOUNS or group.first != group.main:
        return False
    before = line.low(group.main - 1)
    return before in _BEFORE_NOUN and before not in PRONOUNS - {"it", "you"}


def _status(reader: Reader, line: Line, group: VerbGroup, head: Head) -> CommitmentStatus | None:
    if group.kind in _OUTCOME:
        return None if group.negated else _OUTCOME[group.kind]
    if restated(reader.text, line.sentence.start, line.sentence.end):
        return "reaffirmed"
    if group.kind == "offer":
        return "proposed"
    begin, main, action = (line.tokens[i].start for i in (head.clause, group.main, group.action))
    today = reader.document.date
    told = group.past and (long_past(reader.text, begin, main, today) or long_past(reader.text, main, action, today))
    return "earlier" if group.past == 2 or told else "new"
