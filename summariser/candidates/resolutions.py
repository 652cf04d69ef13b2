"""What a meeting resolves: "RESOLVED, unanimously, that dues rise by 4% and that the Clerk write to the owners"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summariser.candidates.acts import acts_of, make
from summariser.candidates.clauses import Head, clause_head
from summariser.candidates.predicates import predicate_end
from summariser.candidates.reading import read_group, undoes
from summariser.candidates.subjects import sort_of_subject
from summariser.candidates.verb_groups import find_verb_groups
from summariser.candidates.verbs import DETERMINERS, DOING, OFFICES, PARTICIPLES, PREPOSITIONS
from summariser.candidates.word_order import auxiliaries_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.candidates.reader import Line, Reader
    from summariser.candidates.undertaking import Undertaking
    from summariser.documents import Sentence
    from summariser.schemas.brief import CommitmentStatus

__all__ = ["read_resolution"]

Span = tuple[int, int]

_VERBS = frozenset({"resolved", "agreed", "decided", "ordered", "voted"})
_OPENS = re.compile(
    r"(?:(?:\d[\d.]*|\([a-z\d]{1,3}\))\s+)?(?:[Ii]t\s+was\s+(?:also\s+|further\s+|then\s+|unanimously\s+)?)?"
    r"(?i:resolved|agreed|decided|ordered)\b"
)
_THAT = re.compile(r"\b(?:resolved|ordered|voted|RESOLVED|ORDERED)\b[^.;:]{0,60}?\bthat\b")
_HANDLED = frozenset("note approve receive thank adopt defer".split())  # business of the meeting itself
_REJECTED = frozenset("rejected refused declined dismissed denied disallowed negatived".split())
_GIVEN_UP = frozenset("withdrawn rescinded revoked dropped abandoned cancelled canceled discontinued scrapped".split())
_EMPOWERED = frozenset("authorised authorized empowered permitted appointed elected thanked invited requested".split())
_ASKED_FOR = re.compile(
    r"(?:the|a|an|his|her|its|their|this|that)\s+(?:\w+\s+){0,2}?(?:request|application|petition|demand|claim|proposal|appeal|"
    r"representation|offer|bid|tender)\s+(?:of\s+[^,;]{2,40}?\s+)?(?:for|to)\s+"
)
_MOVES = frozenset("rise fall increase go remain".split())
_INDICATIVE = frozenset("will shall would should is are was were has had that :".split())
_LONGEST_SUBJECT = 24  # tokens from "that" to the verb


def read_resolution(reader: Reader, sentence: Sentence) -> list[Undertaking]:
    """Find what a sentence resolves; an empty list where it resolves nothing."""
    if sentence.heading or not (_OPENS.match(sentence.text) or _THAT.search(sentence.text)):
        return []
    return list(_resolved(reader, reader.line(sentence)))


def _resolved(reader: Reader, line: Line) -> Iterator[Undertaking]:
    verb = next((i for i, token in enumerate(line.tokens) if token.low in _VERBS), None)
    if verb is None:
        return
    whose = _whose(line, verb)
    ordered = False
    for i in range(verb + 1, len(line.tokens)):
        if line.tokens[i].stop:
            return
        if line.low(i) == "to" and not ordered and (i == verb + 1 or line.low(i + 1) in DOING):
            if line.low(i + 1) not in _HANDLED and i + 1 < len(line.tokens):
                undone = undoes(line, i + 1)
                head = Head(verb, i + 1, i + 1, relative=False, link="")
                denied = line.low(i - 1) == "not"
                yield from acts_of(reader, line, head, i + 1, whose, "withdrawn" if undone else "new", negated=denied)
            return
        if line.low(i) == "that":
            ordered = True
            yield from _ordered(reader, line, i + 1, whose)


def _whose(line: Line, verb: int) -> Span:
    """The subject of "resolved"; empty, for the body whose minutes these are, where there is none."""
    head = clause_head(line.tokens, auxiliaries_before(line.tokens, verb)[0], line.names)
    if head.start < head.end and line.low(head.start) != "it":
        return line.span(head.start, head.end)
    return line.tokens[verb].start, line.tokens[verb].start


def _ordered(reader: Reader, line: Line, begin: int, whose: Span) -> Iterator[Undertaking]:
    """The act of "the Clerk write once more", "dues not be raised"."""
    for i in range(begin + 1, min(len(line.tokens), begin + _LONGEST_SUBJECT)):
        low, before = line.low(i), line.low(i - 1)
        if low in _INDICATIVE:
            group = next((g for g in find_verb_groups(line.tokens, begin) if g.first == i), None)
            yield from read_group(reader, line, group) if group else ()
            return
        if before in DETERMINERS | PREPOSITIONS or line.tokens[i].capital or line.low(i + 1) in {"be", "not"}:
            continue
        done = i + 4 if [line.low(j) for j in range(i + 1, i + 4)] == ["and", "is", "hereby"] else i + 1
        done += line.low(done) == "hereby"
        if low == "be" and line.low(done) in _EMPOWERED:
            return
        passive = low == "be" and line.low(done) in PARTICIPLES | _REJECTED | _GIVEN_UP | {"given"}
        if not (passive or low in _MOVES | DOING):
            continue
        end = i - 1 if before == "not" else i
        head = Head(begin, begin, end, relative=False, link="that")
        stop = predicate_end(line.tokens, i)
        if passive or low in _MOVES or sort_of_subject(line.tokens, head, line.named) != "party":
            yield (
                _undone(reader, line, done, make(reader, line, (begin, begin, stop), whose, "new", head))
                if passive
                else make(reader, line, (begin, begin, stop), whose, "new", head)
            )
        else:
            subject = line.span(begin, end)
            item = make(reader, line, (begin, i, stop), subject, "new", head, negated=before == "not")
            yield replace(item, personal=line.low(end - 1) in OFFICES)
        return


def _undone(reader: Reader, line: Line, participle: int, item: Undertaking) -> Undertaking:
    """`that the request for a loan be rejected`, `that the said increase be withdrawn`: what is refused or given up."""
    low = line.low(participle)
    status: CommitmentStatus | None = (
        "declined" if low in _REJECTED else "withdrawn" if low in _GIVEN_UP or _gives_up(line, participle) else None
    )
    if status is None:
        return item
    be = next(i for i in range(participle - 1, 0, -1) if line.low(i) == "be")
    words = reader.text[item.action[0] : line.tokens[be].start]
    asked = _ASKED_FOR.match(words) if status == "declined" else None
    begin = item.action[0] + (asked.end() if asked else 0)
    return replace(item, status=status, thing=True, action=(begin, line.tokens[be - 1].end))


def _gives_up(line: Line, participle: int) -> bool:
    return line.low(participle) == "given" and line.low(participle + 1) == "up"
