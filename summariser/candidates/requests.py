"""What somebody asks another to do: "Tran asked Cordero to sign", "Will you hold back the dividend?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summariser.candidates.clauses import clause_head
from summariser.candidates.predicates import predicate_end
from summariser.candidates.tokens import tokens_of
from summariser.candidates.word_order import auxiliaries_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.candidates.reader import Reader
    from summariser.documents import Sentence

__all__ = ["Request", "find_requests"]

Span = tuple[int, int]

_ASKED = re.compile(
    r"\b(?:did\s+ask|asked|urged|requested|pressed|called\s+(?:up)?on|invited|wanted|begged)\s+"
    r"(?P<whom>(?:[\w’'.&-]+\s+){0,7}?)to\s+(?=[a-z])"
    r"|\b[Aa]sked\s+(?:by\s+[^,.;]{1,60}?\s+)?(?:whether|if)\s+(?P<who>(?:[\w’'.&-]+\s+){1,6}?)(?:would|will|could|intended\s+to|was\s+prepared\s+to)\s+(?=[a-z])"
    r"|\b(?:asked|pressed|pushed|begged|appealed|lobbied|campaigned|called)\s+(?P<of>(?:[\w’'.&-]+\s+){0,4}?)for\s+"
    r"(?=(?:an?|the|its|their|more|\d)\b)"
    r"|\b(?:wanted|sought|demanded|requested)\s+(?P<promise>)(?:an?|the|its)\s+(?:[\w-]+\s+){0,2}?(?:promise|guarantee|assurance|"
    r"pledge|undertaking|commitment)\s+(?:that|to|of)\s+"
)
_NAME = r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}"
_NOUN = r"the\s+(?:[A-Za-z][\w’'-]*\s+){0,3}?[A-Za-z][\w’'-]*(?:\s+of\s+[A-Z]\w+)?"
_WILLINGLY = r"(?:not|now|also|(?:going|willing|prepared|ready|agree|commit|undertake|promise)\s+to)\s+"
_QUESTION = re.compile(
    r"\b(?:[Ww]ill|[Ww]ould|[Cc]ould|[Cc]an|[Ww]on['’]t|[Dd]o|[Aa]re)\s+"
    rf"(?P<whom>you|your\s+[a-z]+|{_NOUN}|{_NAME}|they|it)\s+(?:{_WILLINGLY}){{0,3}}(?P<act>[a-z]+)\b"
)
_STATIVE = frozenset(
    "be have like say tell think know agree mean see hear believe ask expect get you need want".split()
)
_WILLING = re.compile(r"(?:will|would|could|can|won)\b", re.IGNORECASE)
_TELLING = frozenset(
    """confirm explain describe clarify remember recall accept agree imagine understand elaborate comment assure
    name""".split()
)
_PASSIVE = re.compile(r"\b(?:was|were|been|is|are|being)\s+(?:\w+ly\s+)?$")
_LONGEST_GROUP = 24  # characters before a participle in which its form of "be" stands
_BE = frozenset("was were been is are being".split())
_HAVE = frozenset("has have had".split())
_UNNAMED = frozenset("you me us him her it them your they".split())


class Request(NamedTuple):
    """What somebody asks for.

    Attributes:
        sentence: Index of its sentence.
        start: First character.
        end: One past the last.
        action: (start, end) of what is asked for.
        whom: (start, end) of the words for who is asked; empty where it is whoever answers, or not said.
        asks: Whether it is a question.
        asker: (start, end) of the words for who asks, or None.
        willing: Whether it asks what somebody will do, so that "yes" promises it.
        passive: Whether `whom` is the subject of "was asked to"; another may answer.
    """

    sentence: int
    start: int
    end: int
    action: Span
    whom: Span
    asks: bool
    asker: Span | None
    willing: bool = False
    passive: bool = False


def find_requests(reader: Reader) -> Iterator[Request]:
    """Yield the requests of a document, in order."""
    for sentence in reader.document.sentences:
        request = None if sentence.heading else _request(reader, sentence)
        if request is not None:
            yield request


def _request(reader: Reader, sentence: Sentence) -> Request | None:
    asks = reader.line(sentence).asks
    match = (_QUESTION if asks else _ASKED).search(reader.text, sentence.start, sentence.end)
    if (
        match is not None
        and not asks
        and match["whom"] == ""
        and match["promise"] is None
        and not _is_passive(reader.text, match.start())
    ):
        return None
    if match is None or (asks and match["act"].lower() in _STATIVE):
        return None
    begin = match.start("act") if asks else match.end()
    tokens = tokens_of(reader.text, begin, sentence.end)
    if not tokens:
        return None
    end = tokens[max(predicate_end(tokens, 0), 1) - 1].end
    start = match.start() if asks else sentence.start
    asker = None if asks else _asker(reader, sentence, match.start())
    willing = asks and _WILLING.match(match.group()) is not None and match["act"].lower() not in _TELLING
    passive = not asks and _is_passive(reader.text, match.start())
    whom = (asker or (start, start)) if passive else _whom(reader.text, match, asks=asks)
    asker = None if passive else asker
    return Request(sentence.index, start, end, (begin, end), whom, asks, asker, willing, passive)


def _is_passive(text: str, position: int) -> bool:
    return _PASSIVE.search(text, max(0, position - _LONGEST_GROUP), position) is not None


def _asker(reader: Reader, sentence: Sentence, verb: int) -> Span | None:
    """The subject of "asked"."""
    line = reader.line(sentence)
    first = auxiliaries_before(line.tokens, line.at(verb))[0]
    while line.low(first - 1) in _BE or (line.low(first - 1) in _HAVE and line.low(first) in _BE):
        first -= 1
    head = clause_head(line.tokens, first, line.names)
    return line.span(head.start, head.end) if head.start < head.end else None


def _whom(text: str, match: re.Match[str], *, asks: bool) -> Span:
    """The words for who is asked, where they name or describe somebody."""
    told = ("whom", "who", "of") if not asks else ("whom",)
    group = next((name for name in told if match[name] is not None), None)
    if group is None:
        return match.start(), match.start()
    start, end = match.span(group)
    words = text[start:end].split()
    if not words or words[0].lower() in _UNNAMED:
        return start, start
    return start, start + len(text[start:end].rstrip())
