"""Numbers the citations of a note as its reader meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summariser.render.note.compose import references

if TYPE_CHECKING:
    from summariser.render.note.style import Style
    from summariser.schemas.note import Note

__all__ = ["in_reading_order"]

_LISTS = frozenset({"cites", "proof"})


def in_reading_order(note: Note, style: Style) -> Note:
    """Number the citations 1, 2, 3 in the order in which a note in this style refers to them.

    Word then numbers its endnotes by itself, and the numbers are the same in every format, JSON included.

    Args:
        note: The note; it is not changed.
        style: The house style, on whose order of sections the order depends.

    Returns:
        A copy. Citations that a note of this length does not refer to come last, in their old order.
    """
    order = list(dict.fromkeys([*references(note, style), *(citation.number for citation in note.citations)]))
    numbers = {old: number for number, old in enumerate(order, start=1)}

    def renumber(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: renumber(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [numbers.get(inner, inner) if key in _LISTS else renumber(inner) for inner in value]
        return value

    data = renumber(note.model_dump())
    for citation in data["citations"]:
        citation["number"] = numbers[citation["number"]]
    data["citations"].sort(key=lambda citation: citation["number"])
    return type(note).model_validate(data)
