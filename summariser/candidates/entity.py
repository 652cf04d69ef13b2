"""One person, body, state or set, with all that a document calls it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summariser.candidates.mentions import KindHint

__all__ = ["Entity"]


@dataclass(slots=True)
class Entity:
    """Everything the document calls one person, body, state or set of them.

    Attributes:
        name: Its fullest name, white space folded.
        kind: Known from its words and the words beside it, or None.
        role: Title or function, in the document's words.
        state: Name of the state it belongs to: told by an adjective in its role ("Turkish ambassador") or by its owner.
        affiliation: The body it acts for: the name of another entity, or words of the document where there is none.
        spans: (start, end) of each mention, in order.
        aliases: Other proper names for it, honorifics included, in order of appearance.
        acts: Whether it is seen taking part: it says, undertakes, signs, holds an office, is defined, or is dealt with.
        members: Names of the entities in a set, where the document lists them.
    """

    name: str
    kind: KindHint | None
    role: str | None = None
    state: str | None = None
    affiliation: str | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    acts: bool = False
    members: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Name and aliases."""
        return (self.name, *self.aliases)

    def add_alias(self, words: str) -> None:
        """Note another name, once."""
        words = " ".join(words.split())
        if words and words != self.name and words not in self.aliases:
            self.aliases.append(words)
