"""Who is bound by an undertaking: what the rules tell, weighed by a model fitted to labelled documents."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from summariser.candidates.bound_features import BoundFeatures, Known
from summariser.candidates.mention_map import once
from summariser.learned.linear import linear

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.candidates.analysis import Analysis
    from summariser.candidates.entities import Entity
    from summariser.candidates.quotations import Quotation
    from summariser.candidates.undertakings import Undertaking

__all__ = ["Binder"]

SURE: Final = 0.5
LEAST: Final = 0.2
"""What the likeliest must have where none is sure."""


class Binder:
    """Tells who is bound in one document.

    Args:
        analysis: The document's candidates.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._ruled: dict[int, tuple[Entity, ...]] = {}
        self._bound: dict[int, tuple[Entity, ...]] = {}

    @cached_property
    def _features(self) -> BoundFeatures:
        return BoundFeatures(self._analysis.document, self._analysis.entities)

    @cached_property
    def _before(self) -> dict[int, Undertaking]:
        """The undertaking before each."""
        undertakings = self._analysis.undertakings
        return {id(item): before for before, item in pairwise(undertakings)}

    def ruled(self, undertaking: Undertaking) -> tuple[Entity, ...]:
        """Whom the rules find bound, a body in place of who acts for it."""
        key = id(undertaking)
        if key not in self._ruled:
            bound = self._analysis.bound(undertaking)
            found = bound if undertaking.personal else tuple(map(self._principal, bound))
            self._ruled[key] = tuple(once(found))
        return self._ruled[key]

    def _names_all(self, undertaking: Undertaking) -> bool:
        """Whether the subject names everybody whom the rules find: then nobody is weighed against them."""
        start, end = undertaking.subject
        bound = self._analysis.bound(undertaking)
        return bool(undertaking.by and bound) and all(
            entity.kind and any(start <= begin < end for begin, _ in entity.spans) for entity in bound
        )

    def _principal(self, entity: Entity) -> Entity:
        """The body or state that a person binds: the one it acts for, where that is known."""
        if entity.kind != "person":
            return entity
        return self._body_of(entity.affiliation) or self._body_of(entity.state) or entity

    def _body_of(self, words: str | None) -> Entity | None:
        if not words:
            return None
        low = words.casefold()
        bodies = [entity for entity in self._analysis.entities if entity.kind != "person"]
        exact = next((body for body in bodies if low in (name.casefold() for name in body.names)), None)
        if exact is not None:
            return exact
        fitting = [
            body
            for body in bodies
            if any(name.casefold().startswith(low) or low.startswith(f"{name.casefold()} ") for name in body.names)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def pairs(self, undertaking: Undertaking) -> Iterator[tuple[Entity, list[str]]]:
        """Each entity with what the model sees of it beside the undertaking."""
        before = self._before.get(id(undertaking))
        spoken = self._spoken_at((undertaking.start + undertaking.end) // 2)
        known = Known(
            ruled=self.ruled(undertaking),
            raw=self._analysis.bound(undertaking),
            before=self.ruled(before) if before else (),
            issuer=self._analysis.issuer,
            spoken=spoken is not None,
            speaker=next(iter(self._analysis.resolver.speaker(spoken)), None) if spoken else None,
        )
        return self._features.pairs(undertaking, known)

    def _spoken_at(self, position: int) -> Quotation | None:
        """The quotation in which a position lies."""
        index = bisect_right(self._spans, position, key=lambda item: item[0]) - 1
        return self._spans[index][2] if index >= 0 and position < self._spans[index][1] else None

    @cached_property
    def _spans(self) -> list[tuple[int, int, Quotation]]:
        spans = ((start, end, quote) for quote in self._analysis.quotations for start, end in quote.spans)
        return sorted(spans, key=lambda item: item[:2])

    def bound(self, undertaking: Undertaking) -> tuple[Entity, ...]:
        """Who is bound; nobody where none is likely."""
        key = id(undertaking)
        if key not in self._bound and self._names_all(undertaking):
            self._bound[key] = self.ruled(undertaking)
        if key not in self._bound:
            model = linear("bound")
            scored = [(model.probability(features), entity) for entity, features in self.pairs(undertaking)]
            sure = tuple(entity for probability, entity in scored if probability >= SURE)
            likeliest = max(scored, key=lambda item: item[0], default=(0.0, None))
            self._bound[key] = sure or ((likeliest[1],) if likeliest[1] and likeliest[0] >= LEAST else ())
        return self._bound[key]
