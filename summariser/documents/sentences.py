"""Sentences with their exact offsets: paragraphs first, then the ends of sentences inside each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.documents.boundaries import sentence_ends
from summariser.documents.document import Furniture, Sentence
from summariser.documents.lines import ends_dangling, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["split_sentences"]

_MAX_HEADING = 120
_MAX_NUMBERED_HEADING_WORDS = 6
_ITEM = re.compile(r"[-–—•*▪●◦‣·]\s|\([^()\s]{1,6}\)\s")
_NUMBERED = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[IVXLC]{1,6}\.|[A-Z]\.)\s")
_STOPS = ".!?…:;,。！？"
_CLOSERS = "\"'”’»)]}*"


def split_sentences(text: str, furniture: Sequence[Furniture] = ()) -> tuple[Sentence, ...]:
    """Split a text into sentences.

    A line break ends a sentence, except in text that was broken to fit a width. Takes linear time.

    Args:
        text: The whole text.
        furniture: Stretches to leave out, in order and not overlapping.

    Returns:
        The sentences in order; `text[sentence.start:sentence.end] == sentence.text`, and together they hold every
        character that is neither white space nor furniture, once. None is longer than `MAX_SENTENCE_CHARS`.
    """
    found: list[Sentence] = []
    gaps = [(piece.start, piece.end) for piece in furniture]
    for number, (start, end) in enumerate(paragraphs(text, gaps)):
        paragraph = text[start:end]
        ends = sentence_ends(paragraph)
        heading = len(ends) == 1 and _is_heading(paragraph)
        position = 0
        for stop in ends:
            piece = paragraph[position:stop]
            bare = piece.strip()
            if bare:
                first = start + position + len(piece) - len(piece.lstrip())
                found.append(Sentence(len(found), first, first + len(bare), bare, number, heading))
            position = stop
    return tuple(found)


def _is_heading(line: str) -> bool:
    """Whether a one-sentence paragraph is a heading: short, no closing stop, not an item of a list."""
    if len(line) > _MAX_HEADING or _ITEM.match(line) or line.rstrip(_CLOSERS)[-1:] in _STOPS or ends_dangling(line):
        return False
    if _NUMBERED.match(line):
        return len(line.split()) <= _MAX_NUMBERED_HEADING_WORDS
    return any(character.isalpha() for character in line)
