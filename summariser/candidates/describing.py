"""Roles and kinds of entities, told by the words beside their mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from summariser.candidates.kinds import body_role, settle_kind
from summariser.candidates.ordinary import is_ordinary
from summariser.candidates.roles import owner_before, role_beside

if TYPE_CHECKING:
    from summariser.candidates.entity import Entity
    from summariser.candidates.merging import Merger
    from summariser.candidates.roles import Role
    from summariser.documents import Document

__all__ = ["Describer"]

_MAYOR = re.compile(r"\b(?:mayor|mayoress|councillor|alderman)\s+of\s+(?P<town>[A-Z].*)$", re.IGNORECASE)
_SAMPLE = 12  # mentions of one entity beside which a role is looked for


class Describer:
    """Describes the entities of one document.

    Args:
        document: The document.
        merger: Its entities.

    Attributes:
        owners: Words for whose the role of an entity is ("its", "the union", "Wendle Water"), by `id(entity)`.
    """

    def __init__(self, document: Document, merger: Merger) -> None:
        self._text, self._sentences = document.text, document.sentences
        self._starts = [sentence.start for sentence in document.sentences]
        self._merger = merger
        self._seen: set[int] = set()
        self.owners: dict[int, str] = {}

    def add_roles(self) -> None:
        """Give persons, and names of unknown kind, the role told beside one of their mentions."""
        for entity in self._merger.entities:
            if entity.kind in (None, "person") and id(entity) not in self._seen:
                self._add_role(entity)

    def _add_role(self, entity: Entity) -> None:
        for start, end in entity.spans[:_SAMPLE]:
            front = self._merger.front.get((start, end), start)
            begin, stop = self._sentence(start)
            found = role_beside(self._text, front, end, begin=begin, stop=stop)
            if found is not None:
                self._take(entity, found)
                return
            if front < start and (owner := owner_before(self._text, front)):
                self._seen.add(id(entity))
                self.owners[id(entity)] = owner
                return

    def _take(self, entity: Entity, found: Role) -> None:
        single = " " not in entity.name
        if entity.kind is None and single and (entity.name.isupper() or is_ordinary(entity.name)):
            return
        entity.kind = entity.kind or "person"
        if entity.role is None or " " not in entity.role:
            entity.role = found.words
        entity.state = entity.state or found.state
        self._seen.add(id(entity))
        if found.body:
            self.owners[id(entity)] = found.body

    def _sentence(self, position: int) -> tuple[int, int]:
        """Bounds of the sentence around a place."""
        at = bisect_right(self._starts, position) - 1
        if at < 0:
            return 0, len(self._text)
        return self._sentences[at].start, max(self._sentences[at].end, position)

    def settle_kinds(self) -> None:
        """Settle what kind names of unknown kind are, and what bodies are called by ("a savings bank")."""
        for entity in self._merger.entities:
            match = _MAYOR.search(entity.role or "") if entity.kind == "person" else None
            for town in self._merger.named(match["town"]) if match else ():
                town.kind = town.kind or "organisation"
        for entity in self._merger.entities:
            if entity.kind is None and entity.spans:
                settle_kind(self._text, entity)
            told = body_role(self._text, entity) if entity.kind == "organisation" and not entity.role else None
            if told is not None:
                entity.role, start = told
                if owner := owner_before(self._text, start):
                    self.owners[id(entity)] = owner
