"""Sentences that say what became of an undertaking told before them: withdrawn, repeated, kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from summariser.candidates.clauses import clause_head
from summariser.candidates.verbs import PRONOUNS
from summariser.candidates.word_order import auxiliaries_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.candidates.reader import Reader
    from summariser.candidates.undertaking import Undertaking
    from summariser.documents import Sentence
    from summariser.schemas.brief import CommitmentStatus

__all__ = ["followed_up"]

_THIS = r"(?:the|that|this|its|his|her|their|our|my)\s+(?:same\s+)?"
_NOUN = r"(?:offer|plan|pledge|promise|proposal|commitment|undertaking|assurance|bid|idea|scheme|threat)s?"
_WITHDREW = r"(?:withdrew|withdrawn|dropped|abandoned|scrapped|retracted|rescinded|shelved|cancelled|gave\s+up)"
_RENEWS = (
    r"(?:repeat|repeats|repeated|reaffirm|reaffirms|reaffirmed|renew|renews|renewed|restated|reiterated|stands?\s+by|"
    r"stood\s+by)"
)
# What may follow where the noun says all: the end, a time, an audience.
_END = (
    r"(?=\s*(?:[.,;:)”\"]|$)|\s(?:last|this|today|yesterday|again|later|two|three|after|when|and)\b"
    r"|\sto\s+(?:reporters|the\s+(?:committee|council))\b|\s(?:on|in|at)\s+(?:[A-Z\d]|writing\b|public\b)"
    r"|\s(?:a|the)\s+(?:year|month|week|day|following)\b)"
)
_JOB = r"(?:it|this|that|(?:the|that|this)\s+(?:job|work|task))"
_FINISHED = r"(?:done|finished|completed?|delivered)\b(?!\s+(?:by|for|to|with|in)\b)"
_LATER = r"(?:now\s+|since\s+|later\s+|already\s+)?"
_SAYINGS: tuple[tuple[str, CommitmentStatus], ...] = (
    (rf"\b{_WITHDREW}\s+{_THIS}{_NOUN}{_END}", "withdrawn"),
    (
        rf"\b{_THIS}{_NOUN}\s+(?:has|have|had|was|were|is)\s+{_LATER}(?:been\s+)?{_LATER}{_WITHDREW}\b",
        "withdrawn",
    ),
    (rf"\b{_RENEWS}\s+{_THIS}{_NOUN}{_END}", "reaffirmed"),
    (r"\b(?:promised?|pledged?)\s+(?:it|that|this)\s+(?:again|before|last)\b", "reaffirmed"),
    (r"\b(?:gave|given)\s+(?:\w+\s+){0,2}(?:my|our|its|their|his|her)\s+word\b(?!\s+(?:that|to)\b)", "reaffirmed"),
    (rf"\b(?:has|have)\s+{_LATER}(?:kept|honoured|honored|fulfilled)\s+{_THIS}(?:{_NOUN}|word){_END}", "fulfilled"),
    (rf"\b(?:has|have)\s+{_LATER}done\s+so\b", "fulfilled"),
    (r"\bwhich\s+(?:it|he|she|they)\s+(?:has|have|had)\s+(?:since\s+)?done\b", "fulfilled"),
    (rf"\b{_JOB}\s+(?:has\s+been|had\s+been|was|is)\s+(?:now\s+|since\s+|duly\s+)?{_FINISHED}", "fulfilled"),
    (
        r",\s+(?:an?|the)\s+\w+\s+(?:it|he|she|they)\s+(?:has\s+|have\s+)?(?:completed|finished|kept|fulfilled)\b",
        "fulfilled",
    ),
    (rf"\b{_THIS}(?:{_NOUN}|word)\s+(?:was|were|has\s+been|have\s+been)\s+(?:duly\s+)?kept\b", "fulfilled"),
    (r"\bbut\s+(?:later\s+|then\s+)?(?:pulled\s+out|backed\s+out|withdrew|walked\s+away|dropped\s+out)\b", "withdrawn"),
    (r"\bit\s+(?:has|have)\s+been\s+(?:open|running|up|in\s+place|working|live)\s+since\b", "fulfilled"),
    (r"\b(?:to\s+)?(?:take|took|taken)\s+(?:that|it|this|them)\s+back\b", "withdrawn"),
    (rf"\b{_THIS}(?:{_NOUN}|word)\s+(?:still\s+)?(?:stands|holds|remains\s+good)\b", "reaffirmed"),
)
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), status) for pattern, status in _SAYINGS)
_NOT_ALL = re.compile(r"\b(?:only|not|never|nobody|satisfied|believes?|thinks?|whether|if)\b", re.IGNORECASE)
_DENIAL = re.compile(
    r"(?:It|He|She|They|That)\s+(?:(?:had|has|have|did|does|do|is|was|were)\s+not(?=\s*[.,:;])|made\s+no\s+such\b|"
    r"has\s+made\s+no\s+such\b|gave\s+no\s+such\b|is\s+(?:wrong|untrue|incorrect)\b)"
)
_CLAIM = re.compile(
    r"\b(?:said|reported|claimed|stated|wrote|written|suggested|article|report|headline)\b", re.IGNORECASE
)
_OPEN: dict[CommitmentStatus, frozenset[str]] = {
    "withdrawn": frozenset({"new", "proposed", "earlier", "reaffirmed"}),
    "reaffirmed": frozenset({"new", "earlier"}),
    "fulfilled": frozenset({"new", "earlier", "reaffirmed"}),
}
_BACK = 3  # sentences to which "that offer" reaches
_PART_BREAK = re.compile(r";\s|,\s+but\s")


class _News(NamedTuple):
    """What a passage says of an undertaking before it; `position` is where it says so."""

    start: int
    end: int
    position: int
    sentence: int
    status: CommitmentStatus


def followed_up(reader: Reader, found: Sequence[Undertaking]) -> list[Undertaking]:
    """Give the undertakings the status that a later passage tells, with that passage as further evidence.

    Args:
        reader: The document.
        found: Its undertakings, in order.
    """
    items = _undenied(reader, found)
    starts = [item.start for item in items]
    for news in _told(reader):
        before = bisect_right(starts, news.position)
        if any(news.position < item.end and item.status == news.status for item in items[max(0, before - 4) : before]):
            continue
        names = {name for _, _, name in reader.names_in(news.start, news.position)}
        target = _target(items, before, news, names)
        if target is None:
            continue
        item = items[target]
        more = item.more if item.start >= news.start else (*item.more, (news.start, news.end))
        item = replace(item, status=news.status, more=more)
        items[target] = item if item.by else _told_of(reader, item, news)
    return items


def _told_of(reader: Reader, item: Undertaking, news: _News) -> Undertaking:
    """The undertaking of somebody without a name, with the subject of the passage that tells what became of it."""
    line = reader.line(reader.document.sentences[news.sentence])
    head = clause_head(line.tokens, auxiliaries_before(line.tokens, line.at(news.position))[0], line.names)
    if head.start >= head.end or line.low(head.end - 1) in PRONOUNS:
        return item
    span = line.span(head.start, head.end)
    return replace(item, subject=span, by=reader.heads(*span))


def _undenied(reader: Reader, found: Sequence[Undertaking]) -> list[Undertaking]:
    """Without what a report said and the next sentence denies: "We said the minister promised to go. She did not."."""
    sentences = reader.document.sentences
    denied = {
        number - 1
        for number, sentence in enumerate(sentences)
        if number and _DENIAL.match(sentence.text) and _CLAIM.search(sentences[number - 1].text)
    }
    return [item for item in found if item.sentence not in denied]


def _told(reader: Reader) -> Iterator[_News]:
    for sentence in reader.document.sentences:
        if sentence.heading:
            continue
        for pattern, status in _PATTERNS:
            match = pattern.search(reader.text, sentence.start, sentence.end)
            if match is None:
                continue
            start, end = _part(reader.text, sentence, match)
            if status != "fulfilled" or not _NOT_ALL.search(reader.text, start, match.start()):
                yield _News(start, end, match.start(), sentence.index, status)


def _part(text: str, sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    """The part of the sentence, between semicolons, in which the words stand."""
    start = sentence.start
    for cut in _PART_BREAK.finditer(text, sentence.start, match.start()):
        start = cut.end()
    stop = _PART_BREAK.search(text, match.end(), sentence.end)
    end = stop.start() if stop else sentence.end
    while end > start and text[end - 1] in ".;, ":
        end -= 1
    return start, end


def _target(items: Sequence[Undertaking], before: int, news: _News, names: set[str]) -> int | None:
    """The last undertaking before, in this sentence or the few before it, of the party that is named here."""
    for number in range(before - 1, -1, -1):
        item = items[number]
        if news.sentence - item.sentence > _BACK:
            return None
        if item.status in _OPEN[news.status] and not (names and item.by and names.isdisjoint(item.by)):
            return number
    return None
