"""Cuts a document into chunks on sentence bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.prompts.scope import Chunk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.documents import Sentence

__all__ = ["CHARACTERS_PER_TOKEN", "chunk_sentences", "halve"]

CHARACTERS_PER_TOKEN = 3.0
"""A low guess for English text, so that a chunk does not overflow the context."""


def chunk_sentences(sentences: Sequence[Sentence], most: int) -> list[Chunk]:
    """Cut a document into the fewest chunks of at most `most` characters, of nearly equal length.

    A chunk ends where a paragraph ends, if one ends in its last quarter. A single sentence longer than `most` is a
    chunk of its own.

    Args:
        sentences: All sentences of the document, in order.
        most: Characters of a chunk, at the most.
    """
    if not sentences:
        return []
    length = sentences[-1].end - sentences[0].start
    wanted = length / max(1, -(-length // most))
    groups = list(_groups(sentences, most, wanted))
    return [Chunk(tuple(group), summary=len(groups) == 1) for group in groups]


def _groups(sentences: Sequence[Sentence], most: int, wanted: float) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    for sentence in sentences:
        if group:
            length = sentence.end - group[0].start
            new_paragraph = sentence.paragraph != group[-1].paragraph
            if length > most or (length > wanted and new_paragraph) or length > 1.25 * wanted:
                yield group
                group = []
        group.append(sentence)
    if group:
        yield group


def halve(chunk: Chunk) -> list[Chunk]:
    """The two halves of a chunk, or an empty list where it is a single sentence."""
    if len(chunk.sentences) < 2:
        return []
    middle = (chunk.start + chunk.end) / 2
    cut = max(1, sum(1 for sentence in chunk.sentences if sentence.end <= middle))
    return [Chunk(chunk.sentences[:cut], summary=False), Chunk(chunk.sentences[cut:], summary=False)]
