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

_YES = re.compile(
    r"(?:[^:\n]{0,60}:\s+|[^.:\n]{0,60}\.\s+)?(?:[A-Z][^.:?!\n]{0,40},\s+)?(?i:yes|certainly|of\s+course|absolutely|gladly|happily|by\s+all\s+means|"
    r"(?:we|I)\s+(?:will|shall)(?:\s+do\s+(?:so|that))?(?=[.,])|you\s+have\s+my\s+word)\b(?=[.,!;]|\s*$)"
)
_HAVING = re.compile(r"\b(?:will|shall|can|'ll|’ll)\b.{0,40}\b(?:it|them|that|those|one|so)\b")
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
    r"turned\s+(?:it|them|that|this|her|him|us|me|the\s+\w+)\s+down)"
)
_REFUSES = re.compile(
    rf"\b(?:{_WILL_NOT}{_CONSENT}|said\s+no\b|(?:could|can|would)\s*(?:not|n['’]t)(?=\s*[.;”\"]|$)|(?:give|gave|given|make|made|offer|offered|got|received|won)\s+no\s+(?:such\s+)?"
    r"(?:promise|guarantee|assurance|pledge|undertaking|commitment|date)s?\b|did\s+not\s+accede\b|decided\s+against\s+(?:it|this|that|them|doing)\b|"
    r"ruled\s+(?:it|this|that|them)\s+out\b|"
    r"(?:refused|declined)\s+to\s+(?:give|make|grant|offer)\s+(?:it|one|that|any)\b|"
    rf"answer\s+(?:is|was)\s+no\b|"
    rf"{_REFUSED}(?:\s+to\s+(?:do\s+so|grant\s+either|give\s+(?:one|either|any)|agree)\b)?"
    r"(?=\s*[.,;]|\s+(?:on|in|last|yesterday|because)\b|$))",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:^|[.:;,]\s+|\band\s+|\bbut\s+)(?P<subject>(?:[Tt]he\s+|[Ii]ts\s+)?[\w’'&.-]+(?:\s+[\w’'&.-]+){0,4}?)\s+"
    r"(?:has\s+|have\s+|had\s+|then\s+|also\s+)?$"
)
_SAID_NO = re.compile(r"[^.;?]{0,80}\b(?:answer\w*|repl\w+|said|was)\s*[:,]?\s*[‘“'\"]?No\b(?=[.,!;’”'\"])")
_NOBODY = frozenset({"the", "my", "our", "its", "has", "have", "had"})  # "the answer is no" names nobody
_OWN_ANSWER = re.compile(r"\b(?P<whose>its|their)\s+$")
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
    named = request.whom[0] < request.whom[1] and not request.passive
    yes = _YES.match(reader.text, begin, sentence.end) if request.willing else None
    if yes is not None:
        return _granted(reader, request, sentence, request.whom if named else (yes.end() - 1, yes.end() - 1))
    no = (_NO if request.asks else _SAID_NO).match(reader.text, begin, sentence.end)
    if no is not None:
        subject = request.whom if named else (no.end() - 1, no.end() - 1)
        return _declined(request, sentence, subject, (begin, sentence.end))
    match = _REFUSES.search(reader.text, begin, sentence.end)
    if match is None:
        return None
    from_here = max(begin, match.start() - _SUBJECT_REACH)
    named_here = _SUBJECT.search(reader.text[from_here : match.start()])
    span = (match.start(), match.start())
    if named_here and named_here["subject"].lower() not in _NOBODY:
        span = from_here + named_here.start("subject"), from_here + named_here.end("subject")
    if own := _OWN_ANSWER.search(reader.text, from_here, match.start()):
        span = own.span("whose")
    elif request.passive and span[0] == span[1]:
        span = request.whom
    end = match.end()
    while end < sentence.end and reader.text[end] not in _ENDS:
        end += 1
    start = span[0] if span[0] < span[1] else begin
    return _declined(request, sentence, request.whom if named else span, (start, end))


def _granted(reader: Reader, request: Request, sentence: Sentence, subject: tuple[int, int]) -> Undertaking:
    """`Will you table the log? – Yes. The clerk will have it by Friday.`: the next sentence may say when."""
    following = reader.document.sentences[sentence.index + 1 : sentence.index + 2]
    more = [s for s in following if s.paragraph == sentence.paragraph and _HAVING.search(s.text)]
    said = (sentence.start, more[-1].end if more else sentence.end)
    granted = _declined(request, sentence, subject, said)
    return replace(granted, status="new", lead=said)


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
