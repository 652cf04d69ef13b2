"""Interviews printed without labels: a paragraph that asks, paragraphs that answer."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from summariser.candidates.first_person import addresses, first_person
from summariser.candidates.stage_directions import without_stage_directions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summariser.documents import Document, Sentence

__all__ = ["Side", "Turn", "find_exchange"]

Side = Literal["question", "answer"]

MIN_QUESTIONS = 3
_INTERVIEW = re.compile(
    r"\binterview\w*|\b(?:talks|talked|speaks|spoke|spoken|speaking|chats|chatted) (?:to|with|about)\b|\bconversation\b"
    r"|\bQ\s?(?:&|and)\s?A\b|\b(?:minutes|questions|coffee|tea|lunch|dinner|breakfast|drink|hour) (?:with|for)\b"
    r"|\b(?:sat|sits|sit) down with\b|\b(?:caught|catches|catch) up with\b|\bedited (?:and condensed )?for \w+\b"
    r"|\bin (?:his|her) own words\b|\banswers? (?:our|your|\w+) questions\b|\b(?:we|who) (?:asked|met|meet|ask)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(  # what stands behind the last answer
    r"(?:enjoy(?:ed|ing)?\b|subscribe|sign up|more (?:conversations|interviews)|read (?:more|next)|"
    r"this (?:conversation|interview) (?:has|was)|(?-i:[A-Z][\w’'-]+ [A-Z][\w’'-]+ (?:was|spoke|talked)))\b",
    re.IGNORECASE,
)
_BOLD = re.compile(r"(?P<mark>\*\*|__|\*|_)[^*_\n](?:[^\n]|\n(?!\n)){3,600}?(?P=mark)")
_HEADING = re.compile(r"(?P<mark>#{1,6})[ \t][^\n]{3,600}")
_DASH = re.compile(r"[–—-]\s")
_NUMBER = re.compile(r"(?:Q\s?)?\d{1,2}[.):]\s+")
_YOU = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|I['’](?:m|d|ll|ve)|[Mm]y|me)\b")
_MARKS = "*_—–-# "
_QUOTED = '“"‘«'
_QUOTED_WHOLE = {"“": "”", '"': '"', "‘": "’", "«": "»"}
_FEWEST_SET_APART = 2  # questions in bold or as headings
_LONGEST_QUESTION = 120  # words
_SHORT_QUESTION = 25  # words


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

    Before the first question or after the last answer the document calls itself an interview, or else most answers say
    "I". At least three paragraphs end in a question mark, half of them say "you", and most answers are in the first
    person. Where question and answer alternate strictly, a paragraph in the place of a question is one without its
    mark too. Two questions are enough where they are set in bold or as headings, and fewer answers in the first person.

    Args:
        document: The document.
        blocks: The sentences of each of its paragraphs.
    """
    return _by_questions(document, blocks) or _by_alternation(document, blocks)


def _by_questions(document: Document, blocks: Sequence[Sequence[Sentence]]) -> list[Turn]:
    """The turns where nearly every question has its mark, or stands in letters of its own."""
    text = document.text
    asked = [number for number, block in enumerate(blocks) if _asks(text, block)]
    marked = _set_apart(text, blocks, asked)
    if not marked and len(asked) < MIN_QUESTIONS:
        return []
    asked = marked or asked
    first, last = asked[0], asked[-1]
    outside = text[: blocks[first][0].start] + " " + text[blocks[-1][0].start :]
    named = _INTERVIEW.search(outside) is not None
    parity = sum((number - first) % 2 == 0 for number in asked)
    if not marked and parity == len(asked) and 2 * len(asked) > (last - first) // 2 + 1:
        asked = list(range(first, last + 1, 2))
    end = last + 1 if marked and last + 1 < len(blocks) else last
    while end + 1 < len(blocks) and _answers(_words(text, blocks[end + 1]), first=end == last):
        end += 1
    questions = set(asked)
    answers = [number for number in range(first, end + 1) if number not in questions]
    addressed = sum(bool(_YOU.search(_words(text, blocks[number]))) for number in questions)
    personal = sum(first_person(_words(text, blocks[number])) for number in answers)
    if (2 * addressed < len(questions) and not marked) or end == last:
        return []
    if 2 * personal <= len(answers) and not (marked and named and personal and 3 * personal >= len(questions)):
        return []
    said_i = sum(_I.search(_words(text, blocks[number])) is not None for number in answers)
    if not named and (3 if marked else 2) * said_i <= len(answers):
        return []
    sides: dict[int, Side] = {
        number: "question" if number in questions else "answer" for number in range(first, end + 1)
    }
    return _turns(text, blocks, sides)


def _by_alternation(document: Document, blocks: Sequence[Sequence[Sentence]]) -> list[Turn]:
    """The turns of what calls itself an interview, where some questions are statements: short, and not about "I".

    It goes from the first short paragraph that asks or says "you", before one in the first person, to the last answer.
    At least three are short, two of these ask, and three in four of the others are in the first person.
    """
    text = document.text
    words = [_words(text, block) for block in blocks]
    ending = [number for number, block in enumerate(blocks) if _asks(text, block)]
    first = next((n for n in range(len(blocks) - 1) if _opens_exchange(words[n], words[n + 1], asks=n in ending)), None)
    if first is None or not _INTERVIEW.search(" ".join([*words[:first], *words[-1:]])):
        return []
    sides: dict[int, Side] = {}
    for number in range(first, len(blocks)):
        if _PAPER.match(words[number]):
            break
        before = sides.get(number - 1)
        short = len(words[number].split()) <= _SHORT_QUESTION and words[number][0] not in _QUOTED
        personal = first_person(words[number])
        if short and not personal and before != "question":
            sides[number] = "question"
        elif personal or before == "question":
            sides[number] = "answer"
        elif words[number][0] not in _QUOTED and words[number][0] != "[":  # a pull-quote, a caption
            break
    while sides and (sides[max(sides)] == "question" or not first_person(words[max(sides)])):
        del sides[max(sides)]  # what the paper adds: "Enjoyed this conversation?"
    questions = [number for number, side in sides.items() if side == "question"]
    answers = [number for number, side in sides.items() if side == "answer"]
    asking = len(set(questions) & set(ending))
    spoken = sum(first_person(words[number]) for number in answers)
    if len(questions) < MIN_QUESTIONS or asking < _FEWEST_SET_APART or 4 * spoken < 3 * len(answers):
        return []
    return _turns(text, blocks, sides)


def _opens_exchange(words: str, following: str, *, asks: bool) -> bool:
    """Whether a paragraph is a first question: short, asking or about "you", and answered in the first person."""
    short = len(words.split()) <= _SHORT_QUESTION and words[0] not in _QUOTED and not first_person(words)
    return short and (asks or _YOU.search(words) is not None) and first_person(following)


def _turns(text: str, blocks: Sequence[Sequence[Sentence]], sides: Mapping[int, Side]) -> list[Turn]:
    turns = []
    for number, side in sorted(sides.items()):
        start, end = _without_marks(text, blocks[number][0].start, blocks[number][-1].end)
        spans = tuple(without_stage_directions(text, start, end))
        if spans:
            turns.append(Turn(spans, side))
    return turns


def _set_apart(text: str, blocks: Sequence[Sequence[Sentence]], asked: Sequence[int]) -> list[int]:
    """The paragraphs that are questions by their bold or italic letters, or as headings; none where they do not tell.

    Three of a kind may be said and not asked, where at most one question stands outside them. Two must ask, and have
    something between them: questions side by side are a list of contents.
    """
    kinds: dict[str, list[int]] = {}
    dashed: list[int] = []  # answers begin with a dash too
    for number, block in enumerate(blocks):
        words = _words(text, block)
        mark = _BOLD.fullmatch(words) or _HEADING.fullmatch(words)
        if mark:
            kinds.setdefault(mark["mark"], []).append(number)
        elif _DASH.match(words):
            dashed.append(number)
    for numbers in sorted(kinds.values(), key=len, reverse=True):
        apart = set(numbers)
        asking = [number for number in asked if number in apart]
        if len(numbers) >= MIN_QUESTIONS and len(set(asked) - apart) <= 1 and text[blocks[numbers[0]][0].start] != "#":
            intro = numbers[0] not in asked and numbers[1] == numbers[0] + 1
            return numbers[1:] if intro else numbers
        listed = any(right == left + 1 for left, right in pairwise(asking))
        if len(asking) >= _FEWEST_SET_APART and not listed:
            return asking
    asking = [number for number in asked if number in dashed]
    return asking if _FEWEST_SET_APART <= len(asking) <= len(dashed) / 2 else []


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words lie between a dash that opens a turn and the marks that set it in bold or italics."""
    while start < end and text[start] in _MARKS:
        start += 1
    if number := _NUMBER.match(text, start, end):
        start = number.end()
    while end > start and text[end - 1] in "*_ ":
        end -= 1
    if (
        end - start > 2
        and text[end - 1] == _QUOTED_WHOLE.get(text[start])
        and text[end - 1] not in text[start + 1 : end - 1]
    ):
        return start + 1, end - 1  # every answer set in quotation marks
    return start, end


def _answers(words: str, *, first: bool) -> bool:
    """Whether a paragraph behind the last question is spoken; after the first, where nobody else is quoted in it."""
    return addresses(words) and (first or not any(mark in words for mark in _QUOTED))


def _asks(text: str, block: Sequence[Sentence]) -> bool:
    words = _words(text, block)
    return words.rstrip('”"*_ ').endswith("?") and words[0] not in _QUOTED and len(words.split()) <= _LONGEST_QUESTION


def _words(text: str, block: Sequence[Sentence]) -> str:
    return text[block[0].start : block[-1].end]
