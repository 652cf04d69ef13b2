"""By which of its names an entity is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.candidates.states import state_by_name

if TYPE_CHECKING:
    from summariser.candidates.entity import Entity

__all__ = ["settle_name"]

_SHORTEST = 4  # letters of a state's name that are more than initials
_MOST_WORDS = 2


def settle_name(text: str, entity: Entity) -> None:
    """Call an entity as the document does: "Hale" rather than "HALE", "Turkey" rather than "Türkiye"."""
    if entity.kind == "state":
        _name_state(text, entity)
    if not entity.name.isupper():
        return
    folded = entity.name.casefold()
    small = next((alias for alias in entity.aliases if alias.casefold() == folded and not alias.isupper()), None)
    if small:
        entity.aliases.remove(small)
        entity.aliases.insert(0, entity.name)
        entity.name = small


def _name_state(text: str, entity: Entity) -> None:
    """Where the usual name of a state does not stand in the document, another short one that does."""
    if any(" ".join(text[start:end].split()) == entity.name for start, end in entity.spans):
        return
    said = next((alias for alias in entity.aliases if _is_short_name(alias)), None)
    if said:
        entity.aliases.remove(said)
        entity.name = said


def _is_short_name(alias: str) -> bool:
    fits = len(alias) >= _SHORTEST and any(c.islower() for c in alias) and len(alias.split()) <= _MOST_WORDS
    return fits and state_by_name(alias) is not None
