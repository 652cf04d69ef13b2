"""Interviews printed without labels: a paragraph that asks, paragraphs that answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from summariser.candidates.first_person import addresses, first_person
from summariser.candidates.turns import without_stage_directions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.documents import Document, Sentence

__all__ = ["Side", "Turn", "find_exchange"]

Side = Literal["question", "answer"]

MIN_QUESTIONS = 3
_INTERVIEW = re.compile(
    r"\binterview\w*|\b(?:talks|talked|speaks|spoke|spoken|speaking) (?:to|with)\b|\bconversation\b|\bQ\s?&\s?A\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_QUOTED = '“"‘«'
_LONGEST_QUESTION = 120  # words


class Turn(NamedTuple):
    """One paragraph of an interview.

    Attributes:
        spans: Its pieces, without stage directions.
        side: Whether it asks or answers.
    """

    spans: tuple[tuple[int, int], ...]
    side: Side


def find_exchange(document: Document, blocks: Sequence[Sequence[Sentence]]) -> list[Turn]:
    """Find the questions and answers of an interview without labels, or nothing.

    The document must call itself an interview before the first question or after the last answer. At least three
    paragraphs end in a question mark, half of them say "you", and most answers are in the first person. Where question
    and answer alternate strictly, a paragraph in the place of a question is one without its mark too.

    Args:
        document: The document.
        blocks: The sentences of each of its paragraphs.
    """
    text = document.text
    asked = [number for number, block in enumerate(blocks) if _asks(text, block)]
    if len(asked) < MIN_QUESTIONS:
        return []
    first, last = asked[0], asked[-1]
    outside = text[: blocks[first][0].start] + " " + text[blocks[-1][0].start :]
    if not _INTERVIEW.search(outside):
        return []
    parity = sum((number - first) % 2 == 0 for number in asked)
    if parity == len(asked) and 2 * len(asked) > (last - first) // 2 + 1:
        asked = list(range(first, last + 1, 2))
    end = last
    while end + 1 < len(blocks) and addresses(_words(text, blocks[end + 1])):
        end += 1
    questions = set(asked)
    answers = [number for number in range(first, end + 1) if number not in questions]
    addressed = sum(bool(_YOU.search(_words(text, blocks[number]))) for number in questions)
    personal = sum(first_person(_words(text, blocks[number])) for number in answers)
    if 2 * addressed < len(questions) or 2 * personal <= len(answers) or end == last:
        return []
    turns = []
    for number in range(first, end + 1):
        spans = tuple(without_stage_directions(text, blocks[number][0].start, blocks[number][-1].end))
        if spans:
            turns.append(Turn(spans, "question" if number in questions else "answer"))
    return turns


def _asks(text: str, block: Sequence[Sentence]) -> bool:
    words = _words(text, block)
    return words.rstrip('”" ').endswith("?") and words[0] not in _QUOTED and len(words.split()) <= _LONGEST_QUESTION


def _words(text: str, block: Sequence[Sentence]) -> str:
    return text[block[0].start : block[-1].end]
