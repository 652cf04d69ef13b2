"""Costs and tasks that are laid on somebody: "Carriage is at the Hirer's expense", "repairs fall to the Tenant"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.candidates.acts import make, opening
from summariser.candidates.clauses import Head, clause_head
from summariser.candidates.predicates import predicate_end
from summariser.candidates.subjects import sort_of_subject
from summariser.candidates.verbs import DETERMINERS
from summariser.candidates.word_order import is_adverb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.candidates.reader import Line, Reader
    from summariser.candidates.undertaking import Undertaking

__all__ = ["find_burdens", "payer"]

Span = tuple[int, int]

_COST = frozenset("expense expenses cost costs charge account responsibility".split())
_OWN = frozenset("own sole joint shared".split())
_FALLS = frozenset("falls fall rests rest lies lie".split())
_BE = frozenset("is are be remain remains".split())
_AFTER_US = frozenset({"", ".", ",", "in", "for", "until", "from", "at", "and", ";"})
_LONGEST_NAME = 7


def find_burdens(reader: Reader, line: Line) -> Iterator[Undertaking]:
    """Yield what a sentence lays on somebody who is not its subject."""
    for i in range(1, len(line.tokens)):
        verb = _verb_before(line, i)
        who = _laid_on(reader, line, i) if verb is not None else None
        if verb is None or who is None:
            continue
        head = clause_head(line.tokens, verb, line.names)
        if head.start >= head.end or head.relative or sort_of_subject(line.tokens, head, line.named) == "party":
            continue
        end = predicate_end(line.tokens, verb)
        subject = line.span(*who)
        if line.low(who[0]) in {"us", "me"}:
            subject = subject[0], subject[0]
        yield make(reader, line, (opening(reader, line, head), head.start, end), subject, "new", head)
        return


def payer(line: Line, start: int, end: int) -> Span | None:
    """The tokens of whose expense `tokens[start:end]` says something is done at."""
    return next((who for i in range(start, end) if line.low(i) in {"at", "for"} and (who := _owner(line, i + 1))), None)


def _verb_before(line: Line, i: int) -> int | None:
    """The first token of the verb group that ends before a token: "is", "will be", "falls"."""
    last = i - 1
    while last > 0 and is_adverb(line.tokens[last]):
        last -= 1
    if line.low(last) not in _BE | _FALLS:
        return None
    return last - 1 if line.low(last) == "be" and last > 1 else last


def _laid_on(reader: Reader, line: Line, i: int) -> Span | None:
    low, falls = line.low(i), line.low(i - 1) in _FALLS
    if low == "on" and line.low(i + 1) in {"us", "me"} and line.low(i + 2) in _AFTER_US:
        return i + 1, i + 2
    if low in {"at", "for"} and not falls:
        return _owner(line, i + 1) or _of(line, i + 1)
    if not reader.binding:
        return None
    if falls and low in {"to", "on", "upon", "with"}:
        return _name(line, i + 1)
    return _owner(line, i) or (_of(line, i) if low == "the" else None)


def _owner(line: Line, start: int) -> Span | None:
    """The name of "the Hirer's own expense"."""
    for i in range(start + 1, min(len(line.tokens), start + _LONGEST_NAME)):
        if line.low(i) in {"'s", "'"} or line.low(i).endswith("'s"):
            noun = i + 2 if line.low(i + 1) in _OWN else i + 1
            return _name(line, start, i) if line.low(noun) in _COST else None
    return None


def _of(line: Line, start: int) -> Span | None:
    """The name of "the expense of the Hirer"."""
    noun = start + 1 if line.low(start) in DETERMINERS else start
    noun += line.low(noun) in _OWN
    return _name(line, noun + 2) if line.low(noun) in _COST and line.low(noun + 1) == "of" else None


def _name(line: Line, start: int, end: int | None = None) -> Span | None:
    """The party that stands here."""
    stop = end
    if stop is None:
        stop = start + 1 if line.low(start) in DETERMINERS else start
        while stop < len(line.tokens) and (line.tokens[stop].capital or stop in line.named):
            stop += 1
    if (
        stop <= start
        or sort_of_subject(line.tokens, Head(start, start, stop, relative=False, link=""), line.named) != "party"
    ):
        return None
    return start, stop
