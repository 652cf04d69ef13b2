"""Undertakings in sentences that the grammar does not know, found by a model fitted to labelled documents."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from summariser.candidates.clauses import clause_head
from summariser.candidates.conditions import condition_in, condition_leading
from summariser.candidates.predicates import predicate_end
from summariser.candidates.undertaking import Undertaking
from summariser.candidates.verbs import DETERMINERS, SAYING
from summariser.candidates.word_order import is_adverb
from summariser.learned.linear import linear
from summariser.learned.words import phrases, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summariser.candidates.reader import Line, Reader
    from summariser.documents import Document, Sentence

__all__ = ["binding_features", "binds", "with_likely"]

LEAST: Final = 0.8
"""Probability that a sentence must have in which the grammar finds nothing."""
_MODALS = frozenset("will shall would must 'll won't".split())
_BE = frozenset({"is", "are", "was", "were"})
_SHORT = 16  # words
_REPORTED = 16  # tokens in which a verb of saying can stand
_TITLES = 4  # tokens
_ANAPHOR = re.compile(
    r"\b(?:it|that|this|them|those|these|so|neither|"
    r"the (?:offer|plan|promise|pledge|proposal|idea|undertaking|assurance|demand|request|scheme))\b",
    re.IGNORECASE,
)
_NOT = frozenset({"not", "n't", "never", "no"})
_NONE = frozenset({"no", "none", "neither", "nobody", "nothing", "nor"})


def binding_features(reader: Reader, sentence: Sentence) -> list[str]:
    """What a model sees of a sentence: its words, and where it stands."""
    count = len(reader.document.sentences)
    third = "ABC"[min(2, 3 * sentence.index // max(1, count))]
    words = words_of(sentence.text)
    flags = [f"at:{third}", "heading" if sentence.heading else "body"]
    flags.append("speech" if reader.in_speech((sentence.start + sentence.end) // 2) else "told")
    return [*flags, *phrases(words)]


def binds(reader: Reader, sentence: Sentence) -> float:
    """Probability that a sentence carries a commitment."""
    return linear("binding").probability(binding_features(reader, sentence))


def with_likely(reader: Reader, found: Sequence[Undertaking]) -> list[Undertaking]:
    """The undertakings that the grammar finds, and one for each other sentence that most likely carries one.

    A sentence that only says what became of the undertaking right before it becomes a passage of that one.

    Args:
        reader: The document.
        found: The undertakings that the grammar finds, in order.
    """
    taken = _sentences(reader.document, [span for item in found for span in ((item.start, item.end), *item.more)])
    every = list(found)
    last = {item.sentence: place for place, item in enumerate(every)}  # of each sentence
    for sentence in reader.document.sentences:
        if sentence.heading or sentence.index in taken:
            continue
        line = reader.line(sentence)
        if not line.tokens or line.asks or binds(reader, sentence) < LEAST:
            continue
        item = _undertaking(reader, line)
        place = last.get(sentence.index - 1)
        if place is not None and _takes_up(line):
            every[place] = replace(every[place], more=(*every[place].more, (item.start, item.end)))
        else:
            last[sentence.index] = len(every)
            every.append(item)
    return sorted(every, key=lambda item: (item.start, item.end))


def _sentences(document: Document, spans: Sequence[tuple[int, int]]) -> set[int]:
    """The numbers of the sentences that passages touch."""
    starts = [sentence.start for sentence in document.sentences]
    touched: set[int] = set()
    for start, end in spans:
        touched.update(range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)))
    return touched


def _takes_up(line: Line) -> bool:
    """Whether a sentence is short, promises nothing itself and speaks of what stands before it."""
    text = line.sentence.text
    return _verb(line) is None and len(text.split()) <= _SHORT and _ANAPHOR.search(text) is not None


def _undertaking(reader: Reader, line: Line) -> Undertaking:
    tokens = line.tokens
    verb = _verb(line)
    if verb is None:
        return _whole(reader, line)
    head = clause_head(tokens, verb, line.names)
    action = verb + (1 if tokens[verb].low in _MODALS else 2)
    while action + 1 < len(tokens) and (is_adverb(tokens[action]) or tokens[action].low in _NOT):
        action += 1
    negated = any(token.low in _NOT for token in tokens[verb:action]) or _denies(line, head.start, head.end)
    action = min(action, len(tokens) - 1)
    end = max(predicate_end(tokens, action), action + 1)
    first = min(head.clause, verb)
    while first < verb and not tokens[first].word:
        first += 1
    start, stop = line.span(first, end)
    subject = line.span(head.start, head.end) if head.start < head.end else (start, start)
    return _made(reader, line, (start, stop), line.span(action, end), subject, negated=negated)


def _denies(line: Line, start: int, end: int) -> bool:
    """Whether a subject denies what is said of it: "no household", "neither side"."""
    return start < end and line.low(start) in _NONE


def _whole(reader: Reader, line: Line) -> Undertaking:
    """An undertaking that the whole sentence tells, but for the label of its speaker and the mark of a list."""
    tokens = line.tokens
    first = next((i for i, token in enumerate(tokens) if token.word and not _numbers(line, i)), 0)
    last = next((i for i in reversed(range(len(tokens))) if tokens[i].word), first)
    start, end = line.span(first, last + 1)
    return _made(reader, line, (start, end), (start, end), _subject(reader, line, first) or (start, start))


def _numbers(line: Line, place: int) -> bool:
    """Whether a token is the number of a paragraph: "4. The Bank informed the meeting"."""
    token = line.tokens[place]
    return token.text[0].isdigit() and (token.text.endswith(".") or line.low(place + 1) in {".", ")"})


def _subject(reader: Reader, line: Line, first: int) -> tuple[int, int] | None:
    """The name that a sentence opens with, or that what it reports opens with: "advised that Acme had pulled out"."""
    begin, end = line.tokens[first].start, line.tokens[-1].end
    named = {span[0]: span[:2] for span in reader.names_in(begin, end)}
    opening = _name_at(line, first, named)
    for i in range(first + 1, min(len(line.tokens), first + _REPORTED)):
        if line.low(i) == "that" and line.low(i - 1) in SAYING | {"meeting"}:
            return _name_at(line, i + 1, named) or opening
    return opening


def _name_at(line: Line, place: int, named: Mapping[int, tuple[int, int]]) -> tuple[int, int] | None:
    """The name that begins at a token, an article and titles before it passed over."""
    for i in range(place, min(len(line.tokens), place + _TITLES)):
        if (span := named.get(line.tokens[i].start)) is not None:
            return line.tokens[place].start, span[1]
        if line.low(i) not in DETERMINERS and not line.tokens[i].capital:
            return None
    return None


def _made(
    reader: Reader,
    line: Line,
    clause: tuple[int, int],
    action: tuple[int, int],
    subject: tuple[int, int],
    *,
    negated: bool = False,
) -> Undertaking:
    lead = line.tokens[0].start, max(subject[0], line.tokens[0].start)
    condition = condition_in(reader.text, *action) or condition_leading(reader.text, *lead)
    return Undertaking(
        line.sentence.index,
        *clause,
        action=action,
        subject=subject,
        by=reader.heads(*subject),
        status="new",
        condition=condition,
        group=False,
        likely=True,
        negated=negated,
    )


def _verb(line: Line) -> int | None:
    """The modal that binds, or "is to"."""
    tokens = line.tokens
    return next(
        (
            i
            for i, token in enumerate(tokens)
            if i and (token.low in _MODALS or (token.low in _BE and line.low(i + 1) == "to"))
        ),
        None,
    )
