"""Entities that take part become parties with ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.partakers import LEAST_KNOWN
from summariser.candidates.whereabouts import is_place, preceded
from summariser.grounding.verbatim import SourceIndex, occurs
from summariser.schemas import Party, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summariser.candidates.analysis import Analysis
    from summariser.candidates.entities import Entity
    from summariser.documents import Document
    from summariser.pipeline.decisions import Decisions
    from summariser.pipeline.ledger import Ledger
    from summariser.schemas.answer import FoundName
    from summariser.schemas.brief import PartyKind

__all__ = ["PartyBook"]

_MOST_EVIDENCE = 3
_OF = re.compile(r"\bof\s+(?:the\s+)?$")


def cut(document: Document, start: int, end: int) -> Span:
    """The span of a document between two offsets."""
    return Span(start=start, end=end, text=document.text[start:end])


class PartyBook:
    """The parties of one document, and the id of each name.

    Args:
        analysis: The document's candidates.
        index: Finds names in the source.
        ledger: Takes what is left out.
    """

    def __init__(self, analysis: Analysis, index: SourceIndex, ledger: Ledger) -> None:
        self._document = analysis.document
        self._entities = analysis.entities
        self._partakers = analysis.partakers
        self._index = index
        self._ledger = ledger
        self._parties: dict[str, Party] = {}
        self._by_name: dict[str, str] = {}
        self._refused: set[str] = set()

    def __iter__(self) -> Iterator[Party]:
        return iter(self._parties.values())

    def add_chunk(self, start: int, end: int, decisions: Decisions) -> list[Party]:
        """Enter the parties first named inside `text[start:end]`, and those the model found beyond the candidates."""
        before = len(self._parties)
        for entity in self._entities:
            if start <= entity.spans[0][0] < end and self._takes_part(entity):
                self._enter(entity, decisions.kinds.get(entity.name))
        for found in decisions.names:
            self._enter_found(found)
        self._represent()
        return list(self._parties.values())[before:]

    def _takes_part(self, entity: Entity) -> bool:
        """Whether it is a party by itself; who speaks or is bound is one in any case."""
        return entity.kind is None or self._partakers.probability(entity) >= LEAST_KNOWN

    def id_of(self, name: str | None) -> str | None:
        """The id of the party with this name or alias; one that is only named further on is entered now."""
        if not name:
            return None
        known = self._by_name.get(name.casefold())
        if known or name.casefold() in self._refused:
            return known
        entity = next((e for e in self._entities if name in e.names), None)
        if entity is None or entity.kind is None:
            return None
        self._enter(entity, None)
        return self._by_name.get(name.casefold())

    def id_of_bound(self, name: str) -> str | None:
        """The id of a name of unknown kind that binds itself; it is entered as a body now."""
        entity = next((e for e in self._entities if name in e.names), None)
        if (
            entity is None
            or entity.kind is not None
            or any(is_place(self._document.text, start) for start, _ in entity.spans)
            or self._is_only_behind_of(entity)
        ):
            return None
        self._refused.discard(name.casefold())
        self._enter(entity, "organisation")
        return self._by_name.get(name.casefold())

    def _is_only_behind_of(self, entity: Entity) -> bool:
        """Whether a single word stands behind `of` alone: `the potter of Hale`."""
        text = self._document.text
        return " " not in entity.name and all(preceded(text, start, _OF, 10) for start, _ in entity.spans)

    def id_of_described(self, start: int, end: int, kind: PartyKind = "person") -> str:
        """The id of who is quoted or bound and only described, under the words of the description."""
        span = cut(self._document, start, end)
        name = " ".join(span.text.split())
        if name.casefold() not in self._by_name:
            self._add(Party(id="", name=name, kind=kind, role=None, aliases=[], evidence=[span]))
        return self._by_name[name.casefold()]

    def ids_of(self, names: Iterable[str]) -> list[str]:
        """The ids of several names, each once; unknown ones are left out."""
        found = (self.id_of(name) for name in names)
        return list(dict.fromkeys(party for party in found if party))

    def _enter(self, entity: Entity, decided: str | None) -> None:
        kind = entity.kind or decided
        if entity.name.casefold() in self._by_name:
            return
        if kind not in ("person", "state", "organisation", "group"):
            self._refused.update(name.casefold() for name in entity.names)
            return
        spans = [cut(self._document, *span) for span in entity.spans[:_MOST_EVIDENCE]]
        self._add(
            Party(id="", name=entity.name, kind=kind, role=entity.role, aliases=list(entity.aliases), evidence=spans)
        )

    def _enter_found(self, found: FoundName) -> None:
        if found.name.casefold() in self._by_name or found.kind == "other":
            return
        spans = occurs(found.name, self._index)
        if not spans:
            self._ledger.drop("parties", "the name is not in the source", found.name)
            return
        role = found.role if found.role and occurs(found.role, self._index) else None
        if found.role and role is None:
            self._ledger.drop("parties", f"the role of {found.name} is not in the source", found.role)
        self._add(Party(id="", name=found.name, kind=found.kind, role=role, evidence=spans[:_MOST_EVIDENCE]))
        party = self._parties[self._by_name[found.name.casefold()]]
        party.represents = self.id_of(found.represents)

    def _add(self, party: Party) -> None:
        party.id = f"p{len(self._parties) + 1}"
        self._parties[party.id] = party
        for name in (party.name, *party.aliases):
            self._by_name.setdefault(name.casefold(), party.id)

    def _represent(self) -> None:
        """Whom a person acts for: the body its role names, else the state whose adjective stands in it."""
        for entity in self._entities:
            party = self._parties.get(self._by_name.get(entity.name.casefold(), ""))
            if party is None or party.represents or party.name != entity.name:
                continue
            principal = self._affiliation(entity) or (self.id_of(entity.state) if entity.state else None)
            if principal != party.id:
                party.represents = principal

    def _affiliation(self, entity: Entity) -> str | None:
        if not entity.affiliation:
            return None
        words = entity.affiliation.casefold()
        exact = self._by_name.get(words)
        if exact:
            return exact
        fitting = {
            party for name, party in self._by_name.items() if name.startswith(words) or words.startswith(f"{name} ")
        }
        return fitting.pop() if len(fitting) == 1 else None
