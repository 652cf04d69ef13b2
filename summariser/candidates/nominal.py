"""Offers and pledges told by a noun: "a proposal by Chad for a levy", "the pledge by Chad to", "one idea is a fund"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summariser.candidates.acts import make, sayer
from summariser.candidates.clauses import Head, clause_head
from summariser.candidates.governors import long_past
from summariser.candidates.predicates import predicate_end
from summariser.candidates.subjects import sort_of_subject
from summariser.candidates.verbs import DETERMINERS, PREPOSITIONS
from summariser.candidates.word_order import infinitive, is_gerund

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.candidates.reader import Line, Reader
    from summariser.candidates.undertaking import Undertaking

__all__ = ["find_nominal"]

_OFFERS = frozenset("proposal proposals offer bid suggestion".split())
_PLEDGES = frozenset({"pledge", "promise", "undertaking", "vow", "commitment"})
_TABLED = frozenset("tabled offered proposed floated suggested mooted".split())
_WEIGHED = re.compile(
    r"\s(?:is|are|was|were)\s+(?:still\s+|now\s+)?(?:under\s+(?:consideration|discussion)|being\s+(?:considered|weighed|explored|studied|discussed))\b"
)
_IDEA = re.compile(
    r"\b(?:[Oo]ne|[Aa]nother|[Aa]n|[Tt]he)\s+(?:other\s+)?(?:idea|option|possibility|proposal|suggestion|thought)\s+"
    r"(?:is|would\s+be|might\s+be)\s+(?:to\s+)?"
)
_FINITE = frozenset("is are was were has have had will would".split())
_LONGEST_NAME = 8
_LONGEST_THING = 12


def find_nominal(reader: Reader, line: Line) -> Iterator[Undertaking]:
    """Yield what a noun or participle tells as offered."""
    idea = _IDEA.search(line.sentence.text)
    if idea is not None and (reader.in_speech(line.sentence.start + idea.start()) or reader.first_person):
        position = line.sentence.start + idea.start()
        act = line.at(line.sentence.start + idea.end())
        if act < len(line.tokens) and line.low(act) not in {"that", "not"}:
            begin = line.at(position)
            head = Head(begin, begin, begin, relative=False, link="")
            item = make(
                reader, line, (begin, act, predicate_end(line.tokens, act)), (position, position), "proposed", head
            )
            yield replace(item, thing=not is_gerund(line.tokens, act) and line.low(act - 1) != "to")
        return
    if (weighed := _weighed(reader, line)) is not None:
        yield weighed
        return
    if (pledged := _pledged(reader, line)) is not None:
        yield pledged
        return
    for by in range(2, len(line.tokens) - 1):
        found = _by(reader, line, by) if line.low(by) in {"by", "from"} else None
        if found is not None:
            yield found
            return


def _pledged(reader: Reader, line: Line) -> Undertaking | None:
    """`The pledge by Denmark to fund 40 clinics was the largest`, `Denmark's pledge to fund them`."""
    for i in range(1, len(line.tokens) - 2):
        if line.low(i) not in _PLEDGES:
            continue
        if line.low(i + 1) in {"by", "from"} and line.low(i - 1) in DETERMINERS | {"new", "latest"}:
            first, stop = i + 2, next((j for j in range(i + 3, i + 3 + _LONGEST_NAME) if line.low(j) == "to"), 0)
            begin, to, status = _noun_phrase(line, i), stop, "new"
        elif line.low(i - 1) in {"'s", "'"} and line.low(i + 1) == "to":
            first = next((j for j in range(i - 2, max(-1, i - _LONGEST_NAME), -1) if j in line.names), i)
            begin, stop, to, status = first, i - 1, i + 1, "earlier"
        else:
            continue
        head = Head(first, first, stop, relative=False, link="")
        act = infinitive(line.tokens, to) if stop > first else None
        named = first in line.names or (line.low(first) in DETERMINERS and first + 1 in line.names)
        if act is None or not named or sort_of_subject(line.tokens, head, line.named) != "party":
            continue
        end = predicate_end(line.tokens, act)
        end = next((j for j in range(act + 1, end) if line.low(j) in _FINITE and line.low(j - 1) != "that"), end)
        past = status == "earlier" or long_past(reader.text, *line.span(begin, end), reader.document.date)
        item = make(reader, line, (begin, act, end), line.span(first, stop), "earlier" if past else "new", head)
        return replace(item, lead=None)
    return None


def _weighed(reader: Reader, line: Line) -> Undertaking | None:
    """`The ministry says that a fund for landlords is under consideration`: whoever says so weighs it."""
    match = _WEIGHED.search(line.sentence.text)
    if match is None:
        return None
    be = line.at(line.sentence.start + match.start() + 1)
    head = clause_head(line.tokens, be, line.names)
    outer = sayer(line, head.clause)
    if outer is None or head.end <= head.start or line.low(head.start) not in DETERMINERS:
        return None
    item = make(reader, line, (head.start, head.start, head.end), line.span(*outer), "proposed", head)
    return replace(item, thing=True, lead=None)


def _by(reader: Reader, line: Line, by: int) -> Undertaking | None:
    stop = by + 2 if line.low(by + 1) in DETERMINERS else by + 1
    while stop < len(line.tokens) and stop < by + _LONGEST_NAME and (line.tokens[stop].capital or stop in line.named):
        stop += 1
    head = Head(by + 1, by + 1, stop, relative=False, link="")
    if sort_of_subject(line.tokens, head, line.named) != "party":
        return None
    who = line.span(by + 1, stop)
    if line.low(by - 1) in _OFFERS and line.low(by - 2) != "'s" and line.low(stop) in {"for", "to", "of"}:
        end = predicate_end(line.tokens, stop + 1) if stop + 1 < len(line.tokens) else stop
        end = next((i for i in range(stop + 1, end) if line.low(i) in _FINITE), end)
        if end <= stop + 1:
            return None
        item = make(reader, line, (by - 1, stop + 1, end), who, "proposed", head)
        return replace(
            item, thing=line.low(stop) != "to", lead=None, start=line.tokens[_noun_phrase(line, by - 1)].start
        )
    if (
        line.low(by - 1) in _TABLED
        and line.low(by) == "by"
        and line.low(by - 2) not in {"was", "were", "been", "is", "are"}
    ):
        end = by - 2 if line.low(by - 2) == "," else by - 1
        begin = _noun_phrase(line, end - 1)
        if end - begin < 2 or line.low(begin) not in {"a", "an"}:
            return None
        item = make(reader, line, (begin, begin, end), who, "proposed", head)
        return replace(item, thing=True, lead=None, end=line.tokens[stop - 1].end)
    return None


def _noun_phrase(line: Line, last: int) -> int:
    """The first token of the noun phrase that ends with a token: its determiner."""
    for i in range(last, max(-1, last - _LONGEST_THING), -1):
        if line.low(i) in DETERMINERS and line.low(i - 1) not in PREPOSITIONS - {
            "in",
            "as",
            "on",
            "with",
            "against",
            "at",
            "from",
        }:
            return i
        if not line.tokens[i].word and i < last:
            return i + 1
    return last
