"""Short names that a document defines become names of what they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.entity import Entity
from summariser.candidates.kinds import is_given
from summariser.candidates.lexicon import DESIGNATIONS, TITLE_HEADS
from summariser.candidates.whereabouts import preceded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from summariser.candidates.definitions import Definition
    from summariser.candidates.mentions import Mention
    from summariser.candidates.merging import Merger

__all__ = ["absorb_members", "absorb_terms", "add_definitions", "designate"]

_EACH = re.compile(r"\b(?:each|every|either|neither|any)\s+$", re.IGNORECASE)
_FUNCTION_TERM = re.compile(r"(?:er|or|ee|ant|ent|ist|ian)$")


def add_definitions(merger: Merger, definitions: Iterable[Definition]) -> None:
    """Give each defined name to its owner; a set of owners becomes an entity of its own."""
    by_span = {span: entity for entity in merger.entities for span in entity.spans}
    for definition in definitions:
        if definition.group:
            members = (by_span.get((m.start, m.end)) for m in definition.members)
            group = Entity(definition.name, "group", members=tuple(entity.name for entity in members if entity))
            merger.entities.append(group)
            merger.register(group, definition.name)
            group.spans.append((definition.start, definition.end))
            continue
        owner = by_span.get((definition.owner.start, definition.owner.end)) if definition.owner else None
        if owner is None:
            continue
        owner.add_alias(definition.name)
        merger.register(owner, definition.name)
        owner.spans.append((definition.start, definition.end))
        owner.kind = owner.kind or ("person" if is_given(owner.name) else "organisation")
        if owner.role is None and _is_function(definition.name, owner):
            owner.role = definition.name


def _is_function(term: str, owner: Entity) -> bool:
    """Whether a defined term tells what its owner does: "Seller", "Chair", "First Respondent"."""
    words = term.split()
    if term.isupper() or any(word.casefold() in owner.name.casefold().split() for word in words):
        return False
    last = words[-1]
    return last in TITLE_HEADS or last in DESIGNATIONS or bool(_FUNCTION_TERM.search(last))


def designate(merger: Merger, sides: Mapping[int, str]) -> None:
    """`First Respondent` is another name of the party it stands beside at the head of a case.

    Args:
        merger: The entities.
        sides: Designations by the start of the name they stand beside.
    """
    if not sides:
        return
    for entity in list(merger.entities):
        for start, _ in entity.spans:
            if start in sides:
                entity.add_alias(sides[start])
                merger.register(entity, sides[start])


def absorb_terms(merger: Merger, mentions: Iterable[Mention]) -> None:
    """Add mentions by a defined name to what bears it."""
    for mention in mentions:
        for entity in merger.named(mention.name)[:1]:
            merger.absorb(entity, mention)


def absorb_members(merger: Merger, text: str, mentions: Iterable[Mention]) -> None:
    """`Each Party`, `every Host State`: all members of a set that the document defines in the plural."""
    for mention in mentions:
        sets = [entity for entity in merger.named(f"{mention.name}s") if entity.kind == "group"]
        if sets and preceded(text, mention.start, _EACH, 10):
            sets[0].spans.append((mention.start, mention.end))
