"""Motions that a meeting carries, and grants and pledges that it lists in rows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summariser.candidates.acts import acts_of, make
from summariser.candidates.clauses import Head
from summariser.candidates.predicates import predicate_end
from summariser.candidates.subjects import sort_of_subject
from summariser.candidates.verbs import ADVERBS, DETERMINERS, PARTICIPLES
from summariser.candidates.word_order import is_base

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.candidates.reader import Line, Reader
    from summariser.candidates.undertaking import Undertaking
    from summariser.documents import Sentence

__all__ = ["find_motions"]

_MOTION = re.compile(r"(?:^|:\s+|\b(?:[Mm]oved|[Pp]roposed|motion)\b(?:[^.;:]{0,60}?\s)??)(?P<that>[Tt]hat)\s(?=\S)")
_CARRIED = re.compile(
    r"\b(?:CARRIED|Carried|carried|ADOPTED|Adopted|adopted|PASSED|Passed|passed|AGREED|agreed\s+to|Agreed\s+to|APPROVED)\b"
)
_LOST = re.compile(r"\b(?i:lost|defeated|negatived|lapsed|rejected|failed|not\s+(?:carried|put|seconded))\b")
_ITEM = re.compile(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]\s+")
_LISTED = re.compile(
    r"\bfollowing\s+(?:\w+\s+){0,2}?(?P<what>grants?|awards?|allocations?|donations?|contributions?|payments?|pledges?|loans?|subsid\w+)\b"
    r"[^.:]{0,60}\b(?:approved|awarded|agreed|made|sanctioned|adopted|announced|received|recorded)\b"
)
_ROW = re.compile(
    r"(?P<name>[^\W\d_][^.\n:]*?(?:\.[^.\n:]+?)*?)\s*(?:\.{2,}|…+|:|\s{3,}|\s[–—-]\s)[.\s]*"
    r"(?P<sum>(?:[A-Z]{1,3})?\s?[$€£¥₦₹]?\s?\d[\d.,]*(?:\s?(?:m|bn|k|million|billion|thousand|lakh|crore)\b)?)"
)
_GIVEN = frozenset({"pledge", "pledges", "donation", "donations", "contribution", "contributions"})
_AHEAD = 8  # sentences after a motion in which its fate is told
_MOST_ROWS = 60


def find_motions(reader: Reader) -> dict[int, list[Undertaking]]:
    """Find what carried motions and rows of grants bind to.

    Returns:
        By index of the sentence; a lost motion is there and holds none.
    """
    found: dict[int, list[Undertaking]] = {}
    sentences = reader.document.sentences
    for number, sentence in enumerate(sentences):
        if number in found:
            continue
        if rows := _LISTED.search(sentence.text):
            found.update(_rows(reader, sentences, number, own=rows["what"].lower() in _GIVEN))
        elif match := _MOTION.search(sentence.text):
            fate = _fate(sentences, number, match.end())
            if fate is not None:
                items = _moved(reader, sentences, number, sentence.start + match.start("that"))
                found.update(items if fate else {number: [] for number in items})
    return found


def _fate(sentences: Sequence[Sentence], number: int, after: int) -> bool | None:
    """Whether the motion was carried; None where the text does not tell."""
    for ahead, sentence in enumerate(sentences[number : number + 1 + _AHEAD]):
        words = sentence.text[after:] if ahead == 0 else sentence.text
        if ahead and _MOTION.search(words) and not _CARRIED.search(words):
            return None
        if _LOST.search(words) and (sentence.heading or ahead == 0 or len(words.split()) < 40):
            return False
        if _CARRIED.search(words):
            return True
    return None


def _moved(reader: Reader, sentences: Sequence[Sentence], number: int, that: int) -> dict[int, list[Undertaking]]:
    """The acts of "That Council not proceed with the works", "That Council (a) accept …"."""
    line = reader.line(sentences[number])
    begin = line.at(that) + 1
    stop = _subject_end(line, begin)
    subject = line.span(begin, stop) if stop > begin else (that, that)
    if stop >= len(line.tokens):
        return {
            sentence.index: list(_acts(reader, reader.line(sentence), start, subject))
            for sentence, start in _items(sentences, number)
        }
    verb = stop
    while verb < len(line.tokens) and line.low(verb) in ADVERBS | {"not"}:
        verb += 1
    if not is_base(line.tokens, verb):
        return {}
    head = Head(begin, begin, stop, relative=False, link="that")
    if sort_of_subject(line.tokens, head, line.named) != "party":
        end = predicate_end(line.tokens, verb)
        passive = line.low(verb) == "be" and line.low(verb + 1) in PARTICIPLES
        empty = that, that
        return {
            sentences[number].index: [make(reader, line, (begin, begin, end), empty, "new", head)] if passive else []
        }
    denied = any(line.low(i) == "not" for i in range(stop, verb))
    items = list(acts_of(reader, line, head, verb, subject, "new", negated=denied))
    if denied and line.low(verb) in {"proceed", "pursue", "continue"}:
        begin_thing = line.tokens[verb + (2 if line.low(verb + 1) == "with" else 1)].start
        items = [
            replace(item, status="withdrawn", negated=False, thing=True, action=(begin_thing, item.action[1]))
            for item in items
        ]
    elif line.low(verb) == "stand" and line.low(verb + 1) == "by":
        items = [replace(item, status="reaffirmed") for item in items]
    return {sentences[number].index: items}


def _subject_end(line: Line, begin: int) -> int:
    """One past the subject: its name, or a determiner and the words up to a verb in its base form."""
    i = begin + 1 if line.low(begin) in DETERMINERS else begin
    if i in line.names or (i < len(line.tokens) and line.tokens[i].capital):
        i += 1
        while i < len(line.tokens) and (i in line.named or line.tokens[i].capital) and i not in line.names:
            i += 1
        return i
    return min(i + 1, len(line.tokens))


def _items(sentences: Sequence[Sentence], number: int) -> Iterator[tuple[Sentence, int]]:
    for sentence in sentences[number + 1 : number + 1 + _MOST_ROWS]:
        marker = _ITEM.match(sentence.text)
        if marker is None:
            return
        yield sentence, sentence.start + marker.end()


def _acts(reader: Reader, line: Line, start: int, subject: tuple[int, int]) -> Iterator[Undertaking]:
    verb = line.at(start)
    denied = line.low(verb) == "not"
    verb += denied
    if is_base(line.tokens, verb):
        head = Head(verb, verb, verb, relative=False, link="")
        yield from acts_of(reader, line, head, verb, subject, "new", negated=denied)


def _rows(reader: Reader, sentences: Sequence[Sentence], number: int, *, own: bool) -> dict[int, list[Undertaking]]:
    """`Harbour Choir ........ €2,400` below "the following grants were approved"."""
    found: dict[int, list[Undertaking]] = {}
    lead = sentences[number]
    for sentence in sentences[number + 1 : number + 1 + _MOST_ROWS]:
        row = _ROW.match(sentence.text)
        if row is None:
            if found:
                break
            continue
        found[sentence.index] = []
        if row["name"].strip().lower() in {"total", "sum", "in all"}:
            continue
        line = reader.line(sentence)
        end = line.at(sentence.start + row.end("sum"))
        head = Head(0, 0, 0, relative=False, link="")
        name = sentence.start, sentence.start + row.end("name")
        subject = name if own else (sentence.start, sentence.start)
        item = make(reader, line, (0, 0, max(end, 1)), subject, "new", head)
        found[sentence.index].append(replace(item, more=((lead.start, lead.end),), thing=True))
    return found
