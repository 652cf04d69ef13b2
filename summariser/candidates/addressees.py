"""Whom "you" means in a contract or a letter that is one: `Ann Lee ("you")`, `Dear Ms Lee`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.instruments import calls_itself_contract

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.entities import Entity

__all__ = ["addresses", "find_addressee"]

_DEFINED = re.compile(r"\(\s*(?:hereinafter\s+|the\s+|referred\s+to\s+as\s+|or\s+)*[“\"‘'][Yy]ou[”\"’']")
_DEAR = re.compile(r"^[ \t]*Dear\s+(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Rev)\.?\s+)?", re.M)
_TERMS = re.compile(
    r"\b(?:terms\s+of|offer\s+of|engagement|instructions|appointment|agreement|contract)\b", re.IGNORECASE
)
_OPENING = 800  # characters
_BEFORE = 80  # characters between a name and the bracket that calls it "you"


def addresses(text: str) -> bool:
    """Whether "you" is a side of the contract that a text is."""
    if _DEFINED.search(text) is not None:
        return True
    return _DEAR.search(text) is not None and (
        calls_itself_contract(text) or _TERMS.search(text, 0, _OPENING) is not None
    )


def find_addressee(text: str, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Who is addressed, or an empty tuple where the text does not tell."""
    defined = _DEFINED.search(text)
    if defined is not None:
        before = [
            (end, entity)
            for entity in entities
            for _, end in entity.spans
            if defined.start() - _BEFORE <= end <= defined.start() and "\n" not in text[end : defined.start()]
        ]
        return (max(before, key=lambda item: item[0])[1],) if before else ()
    greeted = _DEAR.search(text)
    if greeted is None:
        return ()
    named = (
        e for e in entities if any(start <= greeted.end() < end or start == greeted.end() for start, end in e.spans)
    )
    return tuple(named)[:1]
