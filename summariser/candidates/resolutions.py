"""What a meeting resolves: "RESOLVED, unanimously, that dues rise by 4% and that the Clerk write to the owners"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summariser.candidates.acts import acts_of, make
from summariser.candidates.clauses import Head, clause_head
from summariser.candidates.predicates import predicate_end
from summariser.candidates.reading import read_group
from summariser.candidates.subjects import sort_of_subject
from summariser.candidates.verb_groups import find_verb_groups
from summariser.candidates.verbs import DETERMINERS, DOING, OFFICES, PARTICIPLES, PREPOSITIONS
from summariser.candidates.word_order import auxiliaries_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.candidates.reader import Line, Reader
    from summariser.candidates.undertaking import Undertaking
    from summariser.documents import Sentence

__all__ = ["read_resolution"]

Span = tuple[int, int]

_VERBS = frozenset({"resolved", "agreed", "decided", "ordered", "voted"})
_OPENS = re.compile(
    r"(?:(?:\d[\d.]*|\([a-z\d]{1,3}\))\s+)?(?:[Ii]t\s+was\s+(?:also\s+|further\s+|then\s+|unanimously\s+)?)?"
    r"(?i:resolved|agreed|decided|ordered)\b"
)
_THAT = re.compile(r"\b(?:resolved|ordered|voted|RESOLVED|ORDERED)\b[^.;:]{0,60}?\bthat\b")
_HANDLED = frozenset("note approve receive thank adopt defer".split())  # business of the meeting itself
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
    for i in range(verb + 1, len(line.tokens)):
        if line.tokens[i].stop or line.low(i) == ";":
            return
        if line.low(i) == "to" and (i == verb + 1 or line.low(i + 1) in DOING):
            if line.low(i + 1) not in _HANDLED and i + 1 < len(line.tokens):
                head = Head(verb, i + 1, i + 1, relative=False, link="")
                denied = line.low(i - 1) == "not"
                yield from acts_of(reader, line, head, i + 1, whose, "new", negated=denied)
            return
        if line.low(i) == "that":
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
        if before in DETERMINERS | PREPOSITIONS or line.tokens[i].capital:
            continue
        passive = low == "be" and line.low(i + 1) in PARTICIPLES
        if not (passive or low in _MOVES | DOING):
            continue
        end = i - 1 if before == "not" else i
        head = Head(begin, begin, end, relative=False, link="that")
        stop = predicate_end(line.tokens, i)
        if passive or low in _MOVES or sort_of_subject(line.tokens, head, line.named) != "party":
            yield make(reader, line, (begin, begin, stop), whose, "new", head)
        else:
            subject = line.span(begin, end)
            item = make(reader, line, (begin, i, stop), subject, "new", head, negated=before == "not")
            yield replace(item, personal=line.low(end - 1) in OFFICES)
        return
