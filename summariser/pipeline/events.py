"""What happens while a brief is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summariser.pipeline.assembly import Item
    from summariser.schemas import Brief

__all__ = ["Done", "Event", "Grounded", "Progress"]


@dataclass(frozen=True)
class Progress:
    """Something moved.

    Attributes:
        stage: "reading" (the document), "asking" (the model), "summing up".
        chunk: Chunks done so far.
        chunks: Chunks in all.
        characters: Characters of answers received so far.
    """

    stage: str
    chunk: int = 0
    chunks: int = 0
    characters: int = 0


@dataclass(frozen=True)
class Grounded:
    """An item of the brief, grounded in the source.

    Attributes:
        item: A party, commitment, context or quote; its id does not change any more.
    """

    item: Item


@dataclass(frozen=True)
class Done:
    """The brief is made.

    Attributes:
        brief: The whole brief.
    """

    brief: Brief


Event = Progress | Grounded | Done
