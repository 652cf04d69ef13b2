"""Names that only tell where something is, and name no party."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.lexicon import GENERIC_BODIES, LEGISLATURES
from summariser.candidates.outlets import is_only_compared, is_only_outlet, is_only_owner
from summariser.candidates.participation import is_only_place
from summariser.candidates.whereabouts import is_place, is_site, preceded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summariser.candidates.entity import Entity

__all__ = ["without_places"]

_LISTED_ON = re.compile(r"\b(?:listed|quoted|traded|trades|floated)\s+on\b[^.;:]{0,40}$")
_GOVERNED = re.compile(r"\b(?:of|to|in|at|from|before|by|for|inside)\s+(?:(?:the|this|that)\s+)?$", re.IGNORECASE)
_TOWN = re.compile(r"\b(?:of|in|at|near|from|to|outside)\s+$")
_AFTER_STATE = re.compile(r"[.;)]|,\s")
_COMMA = 6  # characters before a name in which the comma after a town can stand


def without_places(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """The entities without states and towns that are only places, and bodies that are only where something is."""
    cities = _behind_towns(text, entities)
    principals = {entity.affiliation for entity in entities if entity.affiliation}
    return [
        entity
        for entity in entities
        if entity.kind in ("person", "group")
        or entity.role
        or entity.name in principals
        or not _is_only_place(text, entity, cities)
    ]


def _is_only_place(text: str, entity: Entity, cities: frozenset[int]) -> bool:
    if entity.kind == "state" and (is_only_owner(text, entity) or is_only_compared(text, entity)):
        return True
    if entity.kind == "organisation" and (is_only_outlet(text, entity) or is_only_compared(text, entity)):
        return True
    if entity.kind == "organisation" and entity.name in GENERIC_BODIES - LEGISLATURES:
        return all(preceded(text, start, _GOVERNED, 12) for start, _ in entity.spans)  # "reports to the House"
    if (
        entity.kind == "organisation"
        and not entity.acts
        and all(preceded(text, s, _LISTED_ON) for s, _ in entity.spans)
    ):
        return True
    if entity.kind == "organisation":
        return not entity.acts and not entity.aliases and all(is_site(text, start) for start, _ in entity.spans)
    return is_only_place(text, entity, cities)


def _behind_towns(text: str, entities: Iterable[Entity]) -> frozenset[int]:
    """Starts of the mentions behind the name of a place in them: `Lima, Peru`."""
    entities = list(entities)
    towns = {end: entity for entity in entities for _, end in entity.spans if entity.kind is None}
    found = set()
    for entity in entities:
        for start, _ in entity.spans:
            before = text[max(0, start - _COMMA) : start]
            comma = before.rfind(",")
            town = towns.get(start - len(before) + comma) if comma >= 0 else None
            if town is None or before[comma + 1 :].strip() not in {"", "the"}:
                continue
            told = preceded(text, town.spans[0][0], _TOWN, 12) and _AFTER_STATE.match(text, entity.spans[0][1])
            if entity.kind is None or told or is_place(text, town.spans[0][0]):
                found.add(start)
    return frozenset(found)
