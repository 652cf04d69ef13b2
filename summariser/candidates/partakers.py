"""Which of the names of a document take part in what it reports, weighed by a model fitted to labelled documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from summariser.learned.linear import linear

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.candidates.entities import Entity
    from summariser.documents import Document

__all__ = ["LEAST_KNOWN", "LEAST_UNKNOWN", "Partakers"]

LEAST_KNOWN: Final = 0.4
"""Probability that a person, body or state must have to be a party that nothing else names."""
LEAST_UNKNOWN: Final = 0.25
"""Probability that a name of unknown kind must have to be worth a question."""
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]")
_AROUND = 40  # characters
_SAMPLE = 6  # mentions
_MOST_OFTEN, _MOST_ALIASES, _MOST_WORDS, _MOST_ORDER = 5, 3, 4, 6


class Partakers:
    """Tells how likely each entity of one document takes part.

    Args:
        document: The document.
        entities: Its entities, in order of first mention.
    """

    def __init__(self, document: Document, entities: Sequence[Entity]) -> None:
        self._document, self._entities = document, entities
        self._folded = [(entity, entity.name.casefold()) for entity in entities]
        self._orders = {id(entity): order for order, entity in enumerate(entities)}
        self._starts = [sentence.start for sentence in document.sentences]

    def probability(self, entity: Entity) -> float:
        """Probability that an entity takes part."""
        return linear("party").probability(self.features(entity))

    def features(self, entity: Entity) -> list[str]:
        """What a model sees of an entity: its kind, its name, and where and beside which words it is mentioned."""
        kind, words = str(entity.kind), entity.name.split()
        signs = [
            f"acts:{entity.acts}",
            f"role:{bool(entity.role)}",
            f"often:{min(_MOST_OFTEN, len(entity.spans))}",
            f"words:{min(_MOST_WORDS, len(words))}",
            f"order:{min(_MOST_ORDER, self._orders[id(entity)])}",
            f"affiliated:{bool(entity.affiliation)}",
            f"small:{entity.name[:1].islower()}",
            *self._beside(entity),
        ]
        return [
            f"kind:{kind}",
            *signs,
            *(f"{kind}:{sign}" for sign in signs),
            f"aliases:{min(_MOST_ALIASES, len(entity.aliases))}",
            f"first:{words[0].lower()}",
            f"last:{words[-1].lower()}",
            f"capitals:{entity.name.isupper()}",
            f"late:{3 * entity.spans[0][0] // max(1, len(self._document.text))}",
            *self._within(entity),
        ]

    def _beside(self, entity: Entity) -> Iterator[str]:
        """The words before and behind its mentions, and where in their sentences these stand."""
        text, headings = self._document.text, 0
        mentions = entity.spans[:_SAMPLE]
        for start, end in mentions:
            before = _WORD.findall(text[max(0, start - _AROUND) : start].lower())
            after = _WORD.findall(text[end : end + _AROUND].lower())
            yield from (f"before:{before[-1] if before else '^'}", f"after:{after[0] if after else '$'}")
            if len(before) > 1:
                yield f"before two:{before[-2]} {before[-1]}"
            if len(after) > 1:
                yield f"after two:{after[0]} {after[1]}"
            number = bisect_right(self._starts, start) - 1
            if number >= 0:
                sentence = self._document.sentences[number]
                headings += sentence.heading
                yield f"opens:{sentence.start == start}"
        yield from (f"headings:{headings == len(mentions)}", f"heading:{headings > 0}")

    def _within(self, entity: Entity) -> Iterator[str]:
        """Whether its name is part of another, or another part of it."""
        own = entity.name.casefold()
        others = [name for other, name in self._folded if other is not entity]
        yield f"within:{any(own in name for name in others)}"
        yield f"holds:{any(name in own for name in others)}"
