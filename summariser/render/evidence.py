"""Which item rests on which stretch of the source: anchors of the items, numbers of the evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summariser.schemas.brief import Brief, Commitment, Context, Party, Quote, Span

__all__ = ["Evidence", "EvidenceIndex", "Item", "Part", "number_evidence"]

Part = Literal["p", "c", "x", "q"]

_TIDY_ID = re.compile(r"[pcxq][0-9]{1,9}")


class Item(NamedTuple):
    """One item of the brief and its place on the page.

    Attributes:
        anchor: Unique on the page, safe as an HTML id; the item's own id where that is well formed.
        part: First letter of its ids: p, c, x or q.
        value: The item.
    """

    anchor: str
    part: Part
    value: Party | Commitment | Context | Quote


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of the source and the items that rest on it.

    Attributes:
        number: From 1, in the order of the source.
        start: First character.
        end: One past the last character.
        items: The items, in the order of the brief.
    """

    number: int
    start: int
    end: int
    items: tuple[Item, ...]


def _parts(brief: Brief) -> Iterable[tuple[Part, Sequence[Party | Commitment | Context | Quote]]]:
    yield "p", brief.parties
    yield "c", brief.commitments
    yield "x", brief.context
    yield "q", brief.quotes


def number_evidence(brief: Brief) -> dict[tuple[int, int], int]:
    """Number the distinct stretches of evidence in the order of the source.

    Args:
        brief: Any brief.

    Returns:
        Numbers from 1 by (start, end).
    """
    places = {(span.start, span.end) for _, items in _parts(brief) for item in items for span in item.evidence}
    return {place: number for number, place in enumerate(sorted(places), start=1)}


class EvidenceIndex:
    """Anchors and evidence of one brief, looked up while its page is built.

    Args:
        brief: The brief.
        text: The text of its document, or None where the document is not at hand.
    """

    def __init__(self, brief: Brief, text: str | None) -> None:
        self._text = text
        self._numbers = number_evidence(brief)
        self._by_id: dict[str, Item] = {}
        self.items: dict[Part, list[Item]] = {part: [] for part, _ in _parts(brief)}
        taken: set[str] = set()
        resting: dict[tuple[int, int], list[Item]] = {}
        for part, values in _parts(brief):
            for position, value in enumerate(values, start=1):
                tidy = value.id[0:1] == part and _TIDY_ID.fullmatch(value.id) and value.id not in taken
                item = Item(value.id if tidy else f"{part}-{position}", part, value)
                taken.add(item.anchor)
                self.items[part].append(item)
                self._by_id.setdefault(value.id, item)
                for place in dict.fromkeys((span.start, span.end) for span in value.evidence if self.stands(span)):
                    resting.setdefault(place, []).append(item)
        self.evidence: list[Evidence] = [
            Evidence(self._numbers[place], *place, tuple(items)) for place, items in sorted(resting.items())
        ]

    def find(self, item_id: str) -> Item | None:
        """The first item with this id, or None."""
        return self._by_id.get(item_id)

    def number(self, span: Span) -> int:
        """Number of the stretch of evidence."""
        return self._numbers[span.start, span.end]

    def stands(self, span: Span) -> bool:
        """True where the document is at hand and has exactly the text of the span at its place."""
        return self._text is not None and span.start < span.end and self._text[span.start : span.end] == span.text
