"""Undertakings in lists: "the Government will: (a) raise basic pay; (b) pay arrears"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summariser.candidates.acts import acts_of
from summariser.candidates.clauses import Head, clause_head
from summariser.candidates.reading import read
from summariser.candidates.verb_groups import kind_of
from summariser.candidates.verbs import ADVERBS, DETERMINERS, DOING, PREPOSITIONS
from summariser.candidates.word_order import auxiliaries_before, is_base, low_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.candidates.reader import Line, Reader
    from summariser.candidates.tokens import Token
    from summariser.candidates.undertaking import Undertaking
    from summariser.documents import Sentence
    from summariser.schemas.brief import CommitmentStatus

__all__ = ["find_listed"]

_MARKER = re.compile(r"(?:\(?(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})[).]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|[-–—•*▪●◦‣·])\s+")
_CLAUSE = re.compile(r"\d{1,2}\.\d")
_INLINE = re.compile(r":\s+\((?:a|i|1)\)\s")
_LABEL = re.compile(r"(?:[a-z]|[ivx]{1,4}|\d{1,2})")
_OFFERED = re.compile(r"\b(?:offer|propos)\w*\b[^.:]{0,60}\bfollowing\b", re.IGNORECASE)
_BETWEEN = ADVERBS | {"to", "not", ",", "that", "as", "follows"}
_LEADS = PREPOSITIONS - {"to"} | {"if", "unless", "once", "as", "when", "without"}
_STATUS: dict[str, CommitmentStatus] = {"offer": "proposed", "renew": "reaffirmed", "refuse": "declined"}
_BINDING = frozenset(
    "will shall must is are to not undertakes undertake agrees agree has have agreed undertaken".split()
)
_RECEIVED = frozenset({"with", "to", "towards", "toward", "vis-à-vis"})
_LONGEST_RECEIVER = 8  # tokens between the verb of a lead-in and its colon
_MOST_ITEMS = 60


def find_listed(reader: Reader) -> dict[int, list[Undertaking]]:
    """Find the undertakings in lists whose lead-in says who is bound.

    Returns:
        By index of the sentence; an item of such a list is there even where it holds none.
    """
    found: dict[int, list[Undertaking]] = {}
    sentences = reader.document.sentences
    for number, sentence in enumerate(sentences):
        if sentence.heading or number in found:
            continue
        if sentence.text.endswith(":") or _hangs(sentences, number):
            found.update(_items(reader, sentences, number))
        elif _OFFERED.search(sentence.text):
            found.update(_offered(reader, sentences, number))
        elif _INLINE.search(sentence.text):
            items = _inline(reader, reader.line(sentence))
            found.update({sentence.index: items} if items else {})
    return found


def _following(sentences: Sequence[Sentence], number: int) -> Iterator[tuple[Sentence, int]]:
    """The items of the list that follows a sentence, each with the position of its words."""
    clauses = number + 1 < len(sentences) and _CLAUSE.match(sentences[number + 1].text) is not None
    for sentence in sentences[number + 1 : number + 1 + _MOST_ITEMS]:
        marker = _MARKER.match(sentence.text)
        if not clauses and _CLAUSE.match(sentence.text):
            return  # the next clause of the document
        if marker is None or sentence.heading or sentence.text[marker.end() :].isupper():
            return
        yield sentence, sentence.start + marker.end()


def _hangs(sentences: Sequence[Sentence], number: int) -> bool:
    """Whether a sentence breaks off where a list goes on: "The Hirer must", "agrees to"."""
    last = sentences[number].text.rsplit(None, 1)[-1].lower()
    following = sentences[number + 1].text if number + 1 < len(sentences) else ""
    return (last in {"to", "not"} or kind_of(last) is not None) and _MARKER.match(following) is not None


def _items(reader: Reader, sentences: Sequence[Sentence], number: int) -> dict[int, list[Undertaking]]:
    """`Acme undertakes: (a) to publish …`: each item is an act of the subject that leads in."""
    line = reader.line(sentences[number])
    lead = _lead_in(line, len(line.tokens) - line.sentence.text.endswith(":"))
    if lead is None:
        return _each(reader, sentences, number)
    head, status, negated = lead
    subject = line.span(head.start, head.end)
    return {
        sentence.index: list(_of_item(reader, reader.line(sentence), start, subject, status, negated=negated))
        for sentence, start in _following(sentences, number)
    }


def _each(reader: Reader, sentences: Sequence[Sentence], number: int) -> dict[int, list[Undertaking]]:
    """`Under the undertaking, Acme:`, then `will refund …`, `must lodge …`, `is not to sell …`."""
    line = reader.line(sentences[number])
    last = len(line.tokens) - 2
    named = [i for i in line.names if i <= last and all(j in line.named for j in range(i, last + 1))]
    if not named:
        return {}
    subject = line.span(named[0], last + 1)
    found = {}
    for sentence, start in _following(sentences, number):
        own = reader.line(sentence)
        first = own.at(start)
        verb = first
        while own.low(verb) in _BINDING | ADVERBS:
            verb += 1
        if verb == first or not is_base(own.tokens, verb):
            return {}
        denied = any(own.low(i) == "not" for i in range(first, verb))
        head = Head(first, verb, verb, relative=False, link="")
        found[sentence.index] = list(acts_of(reader, own, head, verb, subject, "new", negated=denied))
    return found


def _inline(reader: Reader, line: Line) -> list[Undertaking]:
    """`Malta shall: (a) pay the fares; and (b) provide housing`, in one sentence."""
    colon = next(i for i, token in enumerate(line.tokens) if token.low == ":")
    lead = _lead_in(line, colon)
    if lead is None:
        return []
    head, status, negated = lead
    subject = line.span(head.start, head.end)
    found: list[Undertaking] = []
    for i in range(colon + 1, len(line.tokens) - 3):
        marked = line.low(i) == "(" and _LABEL.fullmatch(line.low(i + 1)) and line.low(i + 2) == ")"
        verb = _act(line.tokens, i + 3) if marked else None
        if verb is not None:
            denied = negated or any(line.low(j) == "not" for j in range(i + 3, verb))
            own = Head(i + 3, verb, verb, relative=False, link="")
            found += acts_of(reader, line, own, verb, subject, status, negated=denied)
    return found


def _lead_in(line: Line, colon: int) -> tuple[Head, CommitmentStatus, bool] | None:
    """Subject and status that "The parties agree not to:" gives to the items behind it, and whether it denies them."""
    last = colon - 1
    while line.low(last) in _BETWEEN:
        last -= 1
    if kind_of(line.low(last)) is None:
        last = _before_receiver(line, last)
    kind = kind_of(line.low(last))
    if kind is None:
        return None
    first, denied, past = auxiliaries_before(line.tokens, last)
    head = clause_head(line.tokens, first, line.names)
    if head.start >= head.end:
        return None
    denied = denied or any(line.low(i) == "not" for i in range(last, colon))
    return head, _STATUS.get(kind, "earlier" if past == 2 else "new"), denied


def _before_receiver(line: Line, last: int) -> int:
    """`covenants with the Tenant`, `undertake towards each other`: the verb before the words for whom it is owed to."""
    for i in range(last - 1, max(0, last - _LONGEST_RECEIVER), -1):
        if line.low(i) in _RECEIVED and kind_of(line.low(i - 1)) == "commit":
            return i - 1
        if not line.tokens[i].word and line.low(i) != ",":
            break
    return last


def _of_item(
    reader: Reader, line: Line, start: int, subject: tuple[int, int], status: CommitmentStatus, *, negated: bool
) -> Iterator[Undertaking]:
    begin = line.at(start)
    verb = _act(line.tokens, begin)
    if verb is None:
        yield from read(reader, line.sentence)
        return
    denied = negated or any(line.low(i) == "not" for i in range(begin, verb))
    head = Head(begin, verb, verb, relative=False, link="")
    yield from acts_of(reader, line, head, verb, subject, status, negated=denied)


def _act(tokens: Sequence[Token], begin: int) -> int | None:
    """The verb with which an item begins, behind "to", "not to" and a clause that leads in."""
    i: int | None = begin
    if low_at(tokens, begin) in _LEADS:
        ends = (j for j in range(begin, len(tokens) - 1) if tokens[j].low == "," and tokens[j + 1].low in {"to", "not"})
        i = next((j + 1 for j in ends), None)
    if i is None:
        return None
    while low_at(tokens, i) in ADVERBS | {"to", "not"}:
        i += 1
    verb = low_at(tokens, i)
    if not verb[:1].isalpha() or verb in DETERMINERS | PREPOSITIONS:
        return None
    return i if low_at(tokens, i - 1) == "to" or verb in DOING or is_base(tokens, i) else None


def _offered(reader: Reader, sentences: Sequence[Sentence], number: int) -> dict[int, list[Undertaking]]:
    """`X offers to give the following undertakings.`: what the items say is only proposed."""
    found: dict[int, list[Undertaking]] = {sentences[number].index: []}
    for sentence, _ in _following(sentences, number):
        items = read(reader, sentence)
        found[sentence.index] = [replace(item, status="proposed") if item.status == "new" else item for item in items]
    return found if len(found) > 1 else {}
