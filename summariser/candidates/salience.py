"""Which sentences a reader needs first, told by rule."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from summariser.candidates.amounts import find_amounts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summariser.candidates.entities import Entity
    from summariser.documents import Sentence

__all__ = ["most_needed"]

_SPEAKING = re.compile(r"\b(?:I|we|you|my|our)\b", re.IGNORECASE)
_GOVERNS = re.compile(
    r"\b(?:must|subject to|depend\w*|approv\w*|ratif\w*|in force|effect|until|unless|only if|laps\w*|expir\w*)\b",
    re.IGNORECASE,
)
_LATER = 0.1  # what each sentence further down loses; a figure, a condition or somebody who acts makes up for five
_FEATURE = 0.5


def most_needed(sentences: Sequence[Sentence], entities: Iterable[Entity], most: int) -> list[Sentence]:
    """Choose the sentences that tell most: near the head, with a figure, with a condition, with somebody who acts.

    Args:
        sentences: Sentences of prose, in order; the first one of them counts as the head.
        entities: Entities of the document.
        most: How many are wanted.

    Returns:
        The chosen sentences, in order.
    """
    named = sorted(start for entity in entities if entity.acts for start, _ in entity.spans)
    ranked = sorted(
        enumerate(sentences),
        key=lambda pair: _weight(pair[1], named) - _LATER * pair[0],
        reverse=True,
    )
    chosen = {place for place, _ in ranked[:most]}
    return [sentence for place, sentence in enumerate(sentences) if place in chosen]


def _weight(sentence: Sentence, named: Sequence[int]) -> float:
    place = bisect_left(named, sentence.start)
    signs = (
        bool(find_amounts(sentence.text)),
        bool(_GOVERNS.search(sentence.text)),
        place < len(named) and named[place] < sentence.end,
    )
    return _FEATURE * (sum(signs) - bool(_SPEAKING.search(sentence.text)))
