"""The matter of a letter, a memorandum or an e-mail, as the line behind "Subject:" or "Re:" names it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.documents import Sentence

__all__ = ["find_matter"]

_HEAD = 14  # sentences, headings included, among which the head lies
_FEWEST_WORDS = 5
_LABEL = re.compile(
    r"\W*(?:subject(?:\smatter)?|re|concern(?:s|ing)?|regarding|in\sthe\smatter\sof|matter|object|topic)\s?[:–—-]\s*(?:re:\s*)?"
    r"(?=\w|[\"“‘'])",
    re.IGNORECASE,
)


def find_matter(sentences: Sequence[Sentence]) -> tuple[int, int] | None:
    """Find the words that name the matter, without their label; a title of fewer than five words tells nothing."""
    for sentence in sentences[:_HEAD]:
        label = _LABEL.match(sentence.text)
        if label:
            words = sentence.text[label.end() :]
            return (sentence.start + label.end(), sentence.end) if len(words.split()) >= _FEWEST_WORDS else None
    return None
