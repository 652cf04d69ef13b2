"""Reads the undertakings of one sentence, verb by verb."""

from __future__ import annotations

import re
from heapq import merge
from typing import TYPE_CHECKING

from summariser.candidates.acts import acts, make, opening
from summariser.candidates.burdens import find_burdens
from summariser.candidates.clauses import Head, clause_head
from summariser.candidates.gifts import find_gifts
from summariser.candidates.governors import HOPED, find_governor, long_past, restated
from summariser.candidates.kept_acts import done, paid_out, promised
from summariser.candidates.modal_acts import modal_acts
from summariser.candidates.nominal import find_nominal
from summariser.candidates.passive_acts import undergone
from summariser.candidates.predicates import predicate_end
from summariser.candidates.presents import find_presents, in_progress
from summariser.candidates.subjects import sort_of_subject
from summariser.candidates.trailing import find_trailing
from summariser.candidates.verb_groups import VerbGroup, find_verb_groups
from summariser.candidates.verbs import AGENT_NOUNS, DETERMINERS, PREPOSITIONS, PROMISE_NOUNS, PRONOUNS, STATES
from summariser.candidates.word_order import is_adverb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.candidates.governors import Governor
    from summariser.candidates.reader import Line, Reader
    from summariser.candidates.undertaking import Undertaking
    from summariser.documents import Sentence
    from summariser.schemas.brief import CommitmentStatus

__all__ = ["read", "read_group", "undoes"]

_UNDECIDED = frozenset({"if", "unless", "whether", "lest", "which"})
_BINDS_BY_WORD = frozenset({"commit", "accept", "plan", "offer"})  # "the lamps which it had promised to replace"
_AFTER_WHICH_INFINITIVE = frozenset("to will would could may might can should must shall".split())
_UNDOING = frozenset("pull withdraw drop rescind scrap cancel shelve abandon revoke retract".split())
_UNDOING_REACH = 12
_NO_ANSWER = re.compile(r"(?:comment|say|answer|discuss|elaborate|speculate|name|identify|specify|reply|respond|be)\b")
_NOUNS = frozenset(
    """consent consents proposes float tables table covenant bid drops veto plan plans offer offers promise promises
    pledge pledges decline commit vow guarantee guarantees repeat reject refuse grants warrants""".split()
)
_BE_OR_HAVE = frozenset("is are was were has have had".split())
_LINKS = frozenset({"that", "which", "who", "where"})
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
    sources = find_verb_groups(line.tokens), find_presents(reader, line), find_gifts(reader, line)
    for group in merge(*sources, key=lambda group: group.first):
        if group.first < covered:
            continue
        found = list(read_group(reader, line, group, covered))
        yield from found
        reader.remember(found)
        if found:
            covered = line.at(found[-1].end)
    if not covered:
        found = [*find_burdens(reader, line), *find_nominal(reader, line)]
        yield from found
        reader.remember(found)


def read_group(reader: Reader, line: Line, group: VerbGroup, covered: int = 0) -> Iterator[Undertaking]:
    """Yield the undertakings of one verb group.

    Args:
        reader: The document.
        line: The sentence.
        group: The verbs.
        covered: Number of the token up to which the undertakings before it reach.
    """
    head = _behind(line, clause_head(line.tokens, group.first, line.names), group.first, covered)
    if group.kind == "gift" and not any(line.low(i) in PROMISE_NOUNS for i in range(head.start, head.end)):
        return
    if group.kind == "refuse" and line.low(group.action) == "commit" and (whom := _committed(line, group.action + 1)):
        group = group._replace(object=whom)
    if group.object is not None:
        head = head._replace(start=group.object[0], end=group.object[1])
    governor = find_governor(line.tokens, head.clause) if head.clause else None
    if governor is None and line.low(head.start - 1) in HOPED and head.start > head.clause:
        return  # "few believe it will"
    trailing = find_trailing(line.tokens, group.main) if governor is None else None
    if trailing is not None and not reader.in_speech(line.tokens[group.main].start):
        governor = trailing.governor
    undecided = _UNDECIDED - {"which"} if group.past and group.kind in _BINDS_BY_WORD else _UNDECIDED
    under = line.low(head.clause - 1) == "which" and line.low(head.clause - 2) in PREPOSITIONS
    if under and (group.kind in _BINDS_BY_WORD or group.kind in ("would", "modal")):
        undecided = undecided - {"which"}  # "a scheme under which the university would sell the hall"
    if head.link in undecided or _opens_condition(line, head) or (governor and governor.sort == "denied"):
        return
    yield from _by_kind(reader, line, group, head, governor)


def _by_kind(
    reader: Reader, line: Line, group: VerbGroup, head: Head, governor: Governor | None
) -> Iterator[Undertaking]:
    sort = governor.sort if governor else None
    if group.kind in ("modal", "would"):
        if sort not in ("asked", "hoped"):
            yield from modal_acts(reader, line, group, head, governor)
    elif group.kind == "progress":
        if in_progress(reader, line, group, head):
            yield from acts(reader, line, group, head, "new", negated=group.negated)
    elif group.kind == "present":
        yield from _present(reader, line, group, head)
    elif group.kind == "passive":
        yield from promised(reader, line, group, head)
    elif group.kind == "kept":
        yield from paid_out(reader, line, group, head)
    elif group.kind == "done":
        yield from done(reader, line, group, head)
    else:
        already = any(line.low(i) == "already" for i in range(group.first, group.main))
        reported = governor is not None and governor.sort == "said" and not already
        yield from _performed(reader, line, group, head, reported=reported)


def _behind(line: Line, head: Head, verb: int, covered: int) -> Head:
    """The head without what an undertaking before it holds, where a subject of its own stands behind that."""
    begin = covered
    while begin < verb and line.low(begin) in {",", "and", "but", ";"}:
        begin += 1
    own = any(line.tokens[i].word and not is_adverb(line.tokens[i]) for i in range(begin, verb))
    if not covered or head.relative or head.start >= covered or not own or head.end <= begin:
        return head
    return head._replace(clause=begin, start=begin, link="")


def _present(reader: Reader, line: Line, group: VerbGroup, head: Head) -> Iterator[Undertaking]:
    """What somebody does, or what will happen to a thing, told in the present tense."""
    own = any(line.low(i) in {"our", "my"} for i in range(head.start, head.end))
    if not own and sort_of_subject(line.tokens, head, line.named) == "party":
        yield from acts(reader, line, group, head, "new", negated=False)
    elif own:
        position = line.tokens[head.start].start
        end = predicate_end(line.tokens, group.action)
        yield make(reader, line, (opening(reader, line, head), head.start, end), (position, position), "new", head)
    else:
        yield from undergone(reader, line, group, head, None, "new")


def _opens_condition(line: Line, head: Head) -> bool:
    """Whether the clause is itself the condition: "if Acme will pay"."""
    if head.clause >= head.end or line.low(head.clause) not in {"if", "unless", "whether"}:
        return False
    return head.start == head.clause and line.low(head.end - 1) not in PRONOUNS


def _performed(reader: Reader, line: Line, group: VerbGroup, head: Head, *, reported: bool) -> Iterator[Undertaking]:
    """Verbs that bind by being said: agree, pledge, offer, refuse, renew, withdraw."""
    if line.low(head.start) in {"whoever", "anyone", "anybody"}:
        return
    if head.start >= head.end or line.low(group.first - 1) in _AFTER_WHICH_INFINITIVE or _is_noun(line, group):
        return
    party = sort_of_subject(line.tokens, head, line.named)
    if group.kind == "task" and not (reader.minutes and party == "party"):
        return
    if group.kind == "grant" and not reader.binding:
        return
    if line.low(group.action) == "be" and party == "thing":
        return
    act = line.low(group.action)
    waits = group.kind == "plan" and act in STATES - {"have"}  # "does not intend to wait"
    if waits or (group.kind == "refuse" and _NO_ANSWER.match(act)):
        return
    status = _status(reader, line, group, head, reported=reported)
    if status == "new" and undoes(line, group.action):
        status = "withdrawn"
    if status is not None:
        yield from acts(reader, line, group, head, status, negated=group.negated)


def _committed(line: Line, i: int) -> tuple[int, int] | None:
    """`declined to commit the United States to any sum`: whom somebody does not commit."""
    first = i + 1 if line.low(i) in DETERMINERS else i
    if first not in line.names:
        return None
    end = next((j for j in range(first + 1, len(line.tokens)) if line.low(j) == "to"), None)
    return None if end is None else (i, end)


def undoes(line: Line, action: int) -> bool:
    """Whether an act takes back what was promised: "to pull the $5 million they had pledged"."""
    words = {line.low(i) for i in range(action + 1, action + _UNDOING_REACH)}
    return line.low(action) in _UNDOING and bool(
        words & (PROMISE_NOUNS | {"pledged", "promised", "offered", "announced"})
    )


def _is_noun(line: Line, group: VerbGroup) -> bool:
    """Whether "plans", "offer", "pledge" is a noun here: a determiner, possessive or preposition stands before it."""
    if line.low(group.main) not in _NOUNS or (group.first != group.main and line.low(group.first) != "'s"):
        return False
    before = line.low(group.main - 1)
    owner = next((i for i in range(group.main - 1, max(-1, group.main - 4), -1) if line.low(i) in {"'s", "'"}), None)
    if owner is not None and line.low(group.main).removesuffix("s") in _NOUNS:
        body = owner < group.main - 1 and line.low(group.main - 1) in AGENT_NOUNS and line.low(group.main + 1) == "to"
        if body and line.low(group.main).endswith("s"):  # "Kenya's government plans to"
            end = predicate_end(line.tokens, group.action)
            return any(line.low(i) in _BE_OR_HAVE and line.low(i - 1) not in _LINKS for i in range(group.action, end))
        return True  # "his government's September offer"
    return before in _BEFORE_NOUN and before not in PRONOUNS - {"it", "you"}


def _status(reader: Reader, line: Line, group: VerbGroup, head: Head, *, reported: bool) -> CommitmentStatus | None:
    if group.kind in _OUTCOME:
        return None if group.negated else _OUTCOME[group.kind]
    if restated(reader.text, line.sentence.start, line.sentence.end):
        return "reaffirmed"
    if group.kind == "offer":
        return "proposed"
    begin, main, action = (line.tokens[i].start for i in (head.clause, group.main, group.action))
    today = reader.document.date
    told = group.past and (long_past(reader.text, begin, main, today) or long_past(reader.text, main, action, today))
    before = group.past == 2 and not reported  # "said on Monday that it had agreed to"
    return "earlier" if before or told else "new"
