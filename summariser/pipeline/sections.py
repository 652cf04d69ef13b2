"""Sections of a long document: each is told from its head on, so that its last part is read as its first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.documents import Sentence

__all__ = ["find_sections"]

_LONG = 9_000  # characters; a shorter document is one section
_SHORTEST = 1_500  # characters of a section, but for the last


def find_sections(sentences: Sequence[Sentence]) -> list[Sequence[Sentence]]:
    """Cut a long document at its headings.

    Args:
        sentences: All sentences of the document.

    Returns:
        The sentences of each section, in order; all in one where the document is not long.
    """
    if sum(len(sentence.text) for sentence in sentences) < _LONG:
        return [sentences]
    firsts = [0]
    length = 0
    for number, sentence in enumerate(sentences):
        if sentence.heading and length >= _SHORTEST:
            firsts.append(number)
            length = 0
        length += len(sentence.text)
    return [sentences[first:last] for first, last in zip(firsts, [*firsts[1:], len(sentences)], strict=True)]
