"""Persons, bodies, states and sets of them in a document, each with all its mentions."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from summariser.candidates.affiliations import settle_affiliations
from summariser.candidates.definitions import find_definitions
from summariser.candidates.describing import Describer
from summariser.candidates.entity import Entity
from summariser.candidates.headlines import add_headlines
from summariser.candidates.layout import find_case_parties
from summariser.candidates.merging import Merger
from summariser.candidates.names import find_mentions
from summariser.candidates.naming import settle_name
from summariser.candidates.participation import takes_part
from summariser.candidates.places import without_places
from summariser.candidates.shortforms import absorb_members, absorb_terms, add_definitions, designate
from summariser.candidates.sorting import sort_mentions
from summariser.candidates.spans import outside
from summariser.candidates.standins import add_bodies, add_governments, add_offices, merge_seats

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summariser.documents import Document

__all__ = ["Entity", "entity_at", "find_entities"]

_HEAD = 3  # sentences at the head of a document that can name who issues it


def find_entities(document: Document) -> list[Entity]:
    """Find the persons, bodies, states and sets of a document in order of first mention.

    A surname, a name with a title, an acronym or short name the document defines, the first words of a body's name, a
    bare office ("the Clerk") and a bare kind of body ("the Council") are taken for another mention where they fit.
    Entities whose kind neither their words nor their neighbours tell have the kind None. Names that only tell where
    something is are left out.
    """
    text = document.text
    merger = Merger(text)
    describer = Describer(document, merger)
    _merge(document, merger, describer)
    add_headlines(document, merger.entities)
    merger.order()
    found = sorted((entity for entity in merger.entities if entity.spans), key=lambda entity: entity.spans[0])
    for entity in found:
        settle_name(text, entity)
        entity.acts = bool(entity.role) or entity.kind == "group" or takes_part(text, entity)
    settle_affiliations(document, found, describer.owners)
    return without_places(text, found)


def _merge(document: Document, merger: Merger, describer: Describer) -> None:
    """Mentions into entities: full names, what the document defines, then short forms once roles are known."""
    text = document.text
    mentions = find_mentions(document)
    definitions = find_definitions(document, mentions)
    sides = {mention.start: designation for mention, designation in find_case_parties(document)}
    names = outside(mentions, ((definition.start, definition.end) for definition in definitions))
    sorts = sort_mentions(text, names, definitions, designations=set(sides.values()))
    waiting = merger.add_clear(sorts.plain)
    designate(merger, sides)
    absorb_terms(merger, sorts.designations)
    add_definitions(merger, definitions)
    absorb_terms(merger, sorts.terms)
    absorb_members(merger, text, sorts.members)
    merger.order()
    describer.add_roles()
    merger.add_waiting(waiting)
    merger.order()
    add_bodies(merger, text, sorts.kinds)
    head = document.sentences[: _HEAD + 1]
    add_governments(merger, text, sorts.governments, head[-1].start if head else 0)
    merger.order()
    describer.add_roles()
    describer.settle_kinds()
    merge_seats(merger, text)
    add_offices(merger, text, sorts.offices)


def entity_at(entities: Iterable[Entity], start: int, end: int) -> list[Entity]:
    """The entities mentioned inside text[start:end], in order of mention."""
    inside = ((_first_inside(entity.spans, start, end), entity) for entity in entities)
    ordered = sorted(((span, entity) for span, entity in inside if span is not None), key=lambda pair: pair[0])
    return [entity for _, entity in ordered]


def _first_inside(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    for at in range(bisect_left(spans, (start, 0)), len(spans)):
        if spans[at][0] >= end:
            return None
        if spans[at][1] <= end:
            return spans[at]
    return None
