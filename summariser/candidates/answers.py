"""Requests that are refused in a later sentence or in the answer: the refusal takes its act from the request."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from summariser.candidates.requests import Request, find_requests
from summariser.candidates.undertaking import Undertaking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.reader import Reader
    from summariser.documents import Sentence

__all__ = ["with_answers"]

_NO = re.compile(
    r"(?:[^:\n]{0,60}:\s+|[^.:\n]{0,60}\.\s+)?(?:No|Never|Certainly not|Absolutely not|Not today)\b(?=[.,!;]|\s*$)"
)
_WILL_NOT = (
    r"(?:(?:will|would|do|does|did|could|can|are|is|am)\s*n(?:o|['’])t\s+"
    r"(?:be\s+able\s+to\s+|going\s+to\s+|prepared\s+to\s+|willing\s+to\s+)?|cannot\s+|unable\s+to\s+)"
)
_IT = r"(?:that|it|one|this|such|so|either|any|them|you|a\s+(?:promise|date|commitment|guarantee))"
_CONSENT = rf"(?:(?:do|make|give|sign|grant|support|promise|go\s+along\s+with)\s+{_IT}|accept|agree|commit)\b"
_REFUSED = (
    r"(?:refused|declined|rejected\s+(?:it|that|them|this|the\s+(?:request|idea|proposal|demand))|"
    r"turned\s+(?:it|them|that|this|the\s+request)\s+down)"
)
_REFUSES = re.compile(
    rf"\b(?:{_WILL_NOT}{_CONSENT}|said\s+no\b|answer\s+(?:is|was)\s+no\b|"
    rf"{_REFUSED}(?:\s+to\s+(?:do\s+so|grant\s+either|give\s+(?:one|either|any)|agree)\b)?"
    r"(?=\s*[.,;]|\s+(?:on|in|last|yesterday|because)\b|$))",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:^|[.:;,]\s+|\band\s+|\bbut\s+)(?P<subject>(?:[Tt]he\s+|[Ii]ts\s+)?[\w’'&.-]+(?:\s+[\w’'&.-]+){0,4}?)\s+"
    r"(?:has\s+|have\s+|had\s+|then\s+|also\s+)?$"
)
_ENDS = '.;,”"'
_AHEAD = 3  # sentences in which a request is answered
_SUBJECT_REACH = 120  # characters before a refusal in which its subject stands


def with_answers(reader: Reader, found: Sequence[Undertaking]) -> list[Undertaking]:
    """Find refusals of what a sentence before them asks for.

    Args:
        reader: The document.
        found: What was found sentence by sentence. A refusal there without an act of its own ("will not make that
            commitment") is replaced.

    Returns:
        All undertakings, the refusals with the act that was asked for.
    """
    by_sentence: dict[int, list[Undertaking]] = defaultdict(list)
    for item in found:
        by_sentence[item.sentence].append(item)
    answered: set[int] = set()
    for request in find_requests(reader):
        refusal = _answer(reader, request, answered)
        if refusal is not None:
            answered.add(refusal.sentence)
            refusal = _in_full(request, refusal, by_sentence)
            by_sentence[refusal.sentence].append(_insisted(reader, refusal, by_sentence))
    return [item for items in by_sentence.values() for item in items]


def _answer(reader: Reader, request: Request, answered: set[int]) -> Undertaking | None:
    """The refusal of a request, in its own sentence or the next ones, before another question is asked."""
    first = request.sentence + 1 if request.asks else request.sentence
    for sentence in reader.document.sentences[first : request.sentence + 1 + _AHEAD]:
        asks = reader.line(sentence).asks
        if asks and request.asks:
            return None
        refusal = None if asks or sentence.index in answered else _refusal(reader, request, sentence)
        if refusal is not None:
            return refusal
    return None


def _refusal(reader: Reader, request: Request, sentence: Sentence) -> Undertaking | None:
    begin = max(sentence.start, request.end) if sentence.index == request.sentence else sentence.start
    named = request.whom[0] < request.whom[1]
    if request.asks and _NO.match(reader.text, begin, sentence.end):
        return _declined(request, sentence, request.whom if named else (begin, begin), (begin, sentence.end))
    match = _REFUSES.search(reader.text, begin, sentence.end)
    if match is None:
        return None
    from_here = max(begin, match.start() - _SUBJECT_REACH)
    subject = _SUBJECT.search(reader.text[from_here : match.start()])
    span = (match.start(), match.start())
    if subject and subject["subject"].lower() not in {"the", "my", "our", "its"}:  # "the answer is no" names nobody
        span = from_here + subject.start("subject"), from_here + subject.end("subject")
    end = match.end()
    while end < sentence.end and reader.text[end] not in _ENDS:
        end += 1
    start = span[0] if span[0] < span[1] else begin
    return _declined(request, sentence, request.whom if named else span, (start, end))


def _declined(request: Request, sentence: Sentence, subject: tuple[int, int], clause: tuple[int, int]) -> Undertaking:
    return Undertaking(
        sentence=sentence.index,
        start=clause[0],
        end=clause[1],
        action=request.action,
        subject=subject,
        by=(),
        status="declined",
        condition=None,
        group=False,
        sure=True,
        more=((request.start, request.end),),
        asker=request.asker,
    )


def _in_full(request: Request, refusal: Undertaking, by_sentence: dict[int, list[Undertaking]]) -> Undertaking:
    """The refusal as it was found by itself, with the act of the request."""
    items = by_sentence[refusal.sentence]
    known = next((item for item in items if item.status == "declined"), None)
    if known is None:
        return refusal
    items.remove(known)
    named = request.whom[0] < request.whom[1]
    return replace(
        refusal,
        start=known.start,
        end=known.end,
        subject=request.whom if named else known.subject,
        by=() if named else known.by,
        personal=known.personal,
    )


def _insisted(reader: Reader, refusal: Undertaking, by_sentence: dict[int, list[Undertaking]]) -> Undertaking:
    """`No. We will not make that commitment.`: what says it again right after a refusal is part of it."""
    here, after = by_sentence[refusal.sentence], by_sentence.get(refusal.sentence + 1, [])
    for item in [*here, *after]:
        denied = item.negated or reader.text[item.action[0] : item.action[0] + 4].lower() == "not "
        first_person = reader.text[slice(*item.subject)].lower() in {"we", "i"}
        if item.status == "declined" or (denied and first_person):
            (here if item in here else after).remove(item)
            more = (*refusal.more, (item.start, item.end))
            if refusal.subject[0] == refusal.subject[1]:
                return replace(refusal, subject=item.subject, by=item.by, more=more)
            return replace(refusal, more=more)
    return refusal
