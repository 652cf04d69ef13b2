"""Who says a quotation: what the rules tell, else whom a model fitted to labelled documents finds likely."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from summariser.candidates.speaker_features import SpeakerFeatures
from summariser.learned.linear import linear

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.candidates.analysis import Analysis
    from summariser.candidates.entities import Entity
    from summariser.candidates.quotations import Quotation

__all__ = ["Speakers"]

LEAST: Final = 0.5


class Speakers:
    """Tells who speaks in one document.

    Args:
        analysis: The document's candidates.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._likely: dict[int, Entity | None] = {}

    @cached_property
    def _features(self) -> SpeakerFeatures:
        return SpeakerFeatures(self._analysis.document, self._analysis.entities, self._analysis.quotations)

    @cached_property
    def _ruled(self) -> list[Entity | None]:
        """Whom the rules find to say each quotation."""
        resolver = self._analysis.resolver
        return [next(iter(resolver.speaker(quotation)), None) for quotation in self._analysis.quotations]

    @cached_property
    def _places(self) -> dict[int, int]:
        return {quotation.start: place for place, quotation in enumerate(self._analysis.quotations)}

    def pairs(self, quotation: Quotation) -> Iterator[tuple[Entity, list[str]]]:
        """Each entity with what the model sees of it beside the quotation."""
        earlier = self._ruled[: self._places[quotation.start]]
        known = [speaker for speaker in earlier if speaker is not None]
        return self._features.pairs(quotation, known)

    def speaker(self, quotation: Quotation) -> Entity | None:
        """Who says it, or None where nobody is likely or only somebody without a name is described."""
        if (ruled := self._ruled[self._places[quotation.start]]) is not None:
            return ruled
        if quotation.label or self._analysis.resolver.stranger(quotation):
            return None
        if quotation.start not in self._likely:
            model = linear("speaker")
            scored = ((model.probability(features), entity) for entity, features in self.pairs(quotation))
            probability, entity = max(scored, key=lambda item: item[0], default=(0.0, None))
            self._likely[quotation.start] = entity if probability >= LEAST else None
        return self._likely[quotation.start]
