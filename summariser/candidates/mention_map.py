"""Where the entities of a document are mentioned."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summariser.candidates.entities import Entity

__all__ = ["MentionMap", "Named", "once"]

_OFTEN = 12  # entities that are mentioned most


class Named(NamedTuple):
    """One mention."""

    start: int
    end: int
    entity: Entity


class MentionMap:
    """The mentions of a document in order, and how often each entity is mentioned.

    Args:
        entities: The entities.
    """

    def __init__(self, entities: Sequence[Entity]) -> None:
        found = (Named(start, end, entity) for entity in entities for start, end in entity.spans)
        self.mentions = sorted(found, key=lambda mention: (mention.start, mention.end))
        self._starts = [mention.start for mention in self.mentions]
        self._by_often = sorted(entities, key=lambda entity: -len(entity.spans))
        self.first = entities[0] if entities else None
        self._ranks = {id(entity): rank for rank, entity in enumerate(self._by_often)}
        self._orders: dict[int, int] = {}
        seen: dict[str | None, int] = {}
        for entity in self._by_often:
            self._orders[id(entity)] = seen.get(entity.kind, 0)
            seen[entity.kind] = self._orders[id(entity)] + 1

    def within(self, start: int, end: int) -> list[Named]:
        """The mentions that begin inside a stretch."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, position: int, most: int) -> list[Named]:
        """The last mentions before a position."""
        end = bisect_left(self._starts, position)
        return self.mentions[max(0, end - most) : end]

    def rank(self, entity: Entity) -> int:
        """Place of an entity among all by number of mentions; 0 for the one mentioned most."""
        return self._ranks[id(entity)]

    def order(self, entity: Entity) -> int:
        """Place of an entity among those of its kind by number of mentions."""
        return self._orders[id(entity)]

    @property
    def often(self) -> list[Entity]:
        """The entities mentioned most; their number is bounded, so that work on them is linear in a document."""
        return self._by_often[:_OFTEN]


def once(entities: Iterable[Entity]) -> list[Entity]:
    """Each entity once, in order."""
    return list({id(entity): entity for entity in entities}.values())
