"""Undertakings in sentences that the grammar does not know, found by a model fitted to labelled documents."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final, get_args

from summariser.candidates.clauses import clause_head
from summariser.candidates.predicates import predicate_end
from summariser.candidates.undertaking import Undertaking
from summariser.candidates.word_order import is_adverb
from summariser.learned.linear import linear
from summariser.learned.words import phrases, words_of
from summariser.schemas.brief import CommitmentStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.reader import Line, Reader
    from summariser.documents import Document, Sentence

__all__ = ["binding_features", "binds", "status_features", "with_likely", "with_status"]

LEAST: Final = 0.8
"""Probability that a sentence must have in which the grammar finds nothing."""
_MODALS = frozenset("will shall would must 'll won't".split())
_BE = frozenset({"is", "are", "was", "were"})
_SHORT = 16  # words
_ANAPHOR = re.compile(
    r"\b(?:it|that|this|them|those|these|so|neither|"
    r"the (?:offer|plan|promise|pledge|proposal|idea|undertaking|assurance|demand|request|scheme))\b",
    re.IGNORECASE,
)
_NOT = frozenset({"not", "n't", "never", "no"})


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


def status_features(document: Document, undertaking: Undertaking) -> list[str]:
    """What a model sees of an undertaking to tell its status: the grammar's, and the words in and around it."""
    text, sentences = document.text, document.sentences
    here = sentences[undertaking.sentence]
    after = sentences[here.index + 1].text if here.index + 1 < len(sentences) else ""
    features = [f"grammar:{'none' if undertaking.likely else undertaking.status}"]
    features += [f"negated:{undertaking.negated}", f"more:{bool(undertaking.more)}"]
    features += phrases(words_of(text[undertaking.start : undertaking.end]))
    features += phrases(words_of(text[here.start : undertaking.start]), "b")
    features += phrases(words_of(text[undertaking.end : here.end]), "a")
    for start, end in undertaking.more:
        features += phrases(words_of(text[start:end]), "m")
    features += {f"p:{word}" for word in words_of(sentences[here.index - 1].text if here.index else "")}
    features += {f"n:{word}" for word in words_of(after)}
    return features


def with_status(document: Document, undertakings: Sequence[Undertaking]) -> list[Undertaking]:
    """The undertakings, each with a status: that of the grammar, else the likeliest."""
    models = {status: linear(f"status_{status}") for status in get_args(CommitmentStatus)}

    def likeliest(item: Undertaking) -> CommitmentStatus:
        features = status_features(document, item)
        return max(models, key=lambda status: models[status].log_odds(features))

    return [replace(item, status=likeliest(item)) if item.likely else item for item in undertakings]


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
    negated = any(token.low in _NOT for token in tokens[verb:action])
    action = min(action, len(tokens) - 1)
    end = max(predicate_end(tokens, action), action + 1)
    first = min(head.clause, verb)
    while first < verb and not tokens[first].word:
        first += 1
    start, stop = line.span(first, end)
    subject = line.span(head.start, head.end) if head.start < head.end else (start, start)
    return _made(reader, line, (start, stop), line.span(action, end), subject, negated=negated)


def _whole(reader: Reader, line: Line) -> Undertaking:
    """An undertaking that the whole sentence tells, but for the label of its speaker and the mark of a list."""
    first = next((i for i, token in enumerate(line.tokens) if token.word), 0)
    last = next((i for i in reversed(range(len(line.tokens))) if line.tokens[i].word), first)
    start, end = line.span(first, last + 1)
    head = reader.names_in(start, end)
    subject = head[0][:2] if head and head[0][0] == start else (start, start)
    return _made(reader, line, (start, end), (start, end), subject)


def _made(
    reader: Reader,
    line: Line,
    clause: tuple[int, int],
    action: tuple[int, int],
    subject: tuple[int, int],
    *,
    negated: bool = False,
) -> Undertaking:
    return Undertaking(
        line.sentence.index,
        *clause,
        action=action,
        subject=subject,
        by=reader.heads(*subject),
        status="new",
        condition=None,
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
