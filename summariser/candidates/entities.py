"""Persons, bodies, states and sets of them in a document, each with all its mentions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.affiliations import settle_affiliations
from summariser.candidates.definitions import Definition, find_definitions
from summariser.candidates.entity import Entity
from summariser.candidates.headlines import add_headlines
from summariser.candidates.kinds import body_role, settle_kind
from summariser.candidates.layout import find_case_parties
from summariser.candidates.lexicon import DESIGNATIONS, ORGANISATION_WORDS, PUBLIC_BODIES, TERRITORIAL_BODIES, TITLE_HEADS
from summariser.candidates.merging import Merger, is_place
from summariser.candidates.names import find_mentions
from summariser.candidates.ordinary import is_ordinary
from summariser.candidates.participation import is_only_place, takes_part
from summariser.candidates.roles import Role, owner_before, role_beside
from summariser.candidates.states import state_by_name
from summariser.candidates.standins import add_bodies, add_governments, add_offices, merge_seats

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summariser.candidates.mentions import Mention
    from summariser.documents import Document

__all__ = ["Entity", "entity_at", "find_entities"]

_FUNCTION_TERM = re.compile(r"(?:er|or|ee|ant|ent|ist|ian)$")
_HEAD = 3  # sentences at the head of a document that can name who issues it
_ROLE_SAMPLE = 12  # mentions of one entity beside which a role is looked for


def find_entities(document: Document) -> list[Entity]:
    """Find the persons, bodies, states and sets of a document in order of first mention.

    A surname, a name with a title, an acronym or short name the document defines, the first words of a body's name, a
    bare office ("the Clerk") and a bare kind of body ("the Council") are taken for another mention where they fit.
    Entities whose kind neither their words nor their neighbours tell have the kind None.
    """
    return _Finder(document).find()


class _Finder:
    def __init__(self, document: Document) -> None:
        self._document, self._text = document, document.text
        self._merger = Merger(document.text)
        self._possessives: dict[int, str] = {}

    def find(self) -> list[Entity]:
        mentions = find_mentions(self._document)
        definitions = find_definitions(self._document, mentions)
        things = {d.name for d in definitions if d.owner is None and not d.group}
        terms = {d.name for d in definitions if d.owner is not None or d.group}
        mentions = _outside(mentions, definitions)
        sides = {mention.start: designation for mention, designation in find_case_parties(self._document)}
        plain, offices, kinds, governments, short = self._sorted(mentions, terms | set(sides.values()), things)
        merger = self._merger
        waiting = merger.add_clear(plain)
        self._designate(sides)
        designated = [mention for mention in short if mention.name in set(sides.values())]
        self._absorb_short(designated)
        self._define(definitions)
        self._absorb_short([mention for mention in short if mention not in designated])
        self._order()
        self._add_roles()
        merger.add_waiting(waiting)
        self._order()
        add_bodies(merger, self._text, kinds)
        head = self._document.sentences[: _HEAD + 1]
        add_governments(merger, self._text, governments, head[-1].start if head else 0)
        self._order()
        self._add_roles()
        self._settle_kinds()
        merge_seats(merger, self._text)
        add_offices(merger, self._text, offices)
        self._order()
        return self._finished()

    def _sorted(
        self, mentions: Sequence[Mention], terms: set[str], things: set[str]
    ) -> tuple[list[Mention], list[Mention], list[Mention], list[Mention], list[Mention]]:
        """Mentions by what they need: plain names, offices, bare kinds of bodies, governments, defined short names."""
        plain: list[Mention] = []
        offices: list[Mention] = []
        kinds: list[Mention] = []
        governments: list[Mention] = []
        short: list[Mention] = []
        proven = {m.name for m in mentions if not m.opening}
        for mention in mentions:
            name = mention.name
            if name in terms and mention.kind != "state":
                short.append(mention)
            elif name in things or name.removesuffix("s") in things or f"{name}s" in things | terms:
                continue
            elif mention.office:
                offices.append(mention)
            elif name in {"Government", "GOVERNMENT"}:
                governments.append(mention)
            elif " " not in name and name.capitalize() in ORGANISATION_WORDS and mention.kind == "organisation":
                kinds.append(mention)
            elif mention.opening and name not in proven and self._unproven(mention):
                continue
            else:
                plain.append(mention)
        return plain, offices, kinds, governments, short

    def _unproven(self, mention: Mention) -> bool:
        """A single word that is only seen at the head of sentences and may be any word."""
        if mention.kind in ("state", "person", "group") or mention.honorific:
            return False
        after = self._text[mention.end : mention.end + 1]
        if mention.name.isupper():
            label = after == ":" or self._text[max(0, mention.start - 1) : mention.start] == "("
            return not label and len(mention.name) > 4
        return is_ordinary(mention.name)

    def _define(self, definitions: Sequence[Definition]) -> None:
        merger = self._merger
        by_span = {span: entity for entity in merger.entities for span in entity.spans}
        for definition in definitions:
            if definition.group:
                members = [by_span.get((m.start, m.end)) for m in definition.members]
                group = Entity(definition.name, "group", members=tuple(e.name for e in members if e))
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
            if owner.kind is None:
                owner.kind = "organisation"
            if owner.role is None and _is_function(definition.name, owner):
                owner.role = definition.name

    def _designate(self, sides: dict[int, str]) -> None:
        """`First Respondent` is another name of the party it stands beside at the head of a case."""
        if not sides:
            return
        for entity in list(self._merger.entities):
            for start, _ in entity.spans:
                if start in sides:
                    entity.add_alias(sides[start])
                    self._merger.register(entity, sides[start])

    def _absorb_short(self, mentions: Iterable[Mention]) -> None:
        for mention in mentions:
            for entity in self._merger.named(mention.name)[:1]:
                self._merger.absorb(entity, mention)

    def _order(self) -> None:
        for entity in self._merger.entities:
            entity.spans = sorted(set(entity.spans))

    def _add_roles(self) -> None:
        for entity in self._merger.entities:
            if entity.kind not in (None, "person") or id(entity) in self._possessives:
                continue
            for start, end in entity.spans[:_ROLE_SAMPLE]:
                found = role_beside(self._text, self._merger.front.get((start, end), start), end)
                if found is not None:
                    self._take_role(entity, found)
                    break

    def _take_role(self, entity: Entity, found: Role) -> None:
        if entity.kind is None and len(entity.name.split()) == 1 and (entity.name.isupper() or is_ordinary(entity.name)):
            return
        entity.kind = entity.kind or "person"
        if entity.role is None or len(entity.role.split()) == 1:
            entity.role = found.words
        entity.state = entity.state or found.state
        self._possessives[id(entity)] = found.body or ""

    def _settle_kinds(self) -> None:
        for entity in self._merger.entities:
            if entity.kind is None and entity.spans:
                settle_kind(self._text, entity)
            told = body_role(self._text, entity) if entity.kind == "organisation" and not entity.role else None
            if told is not None:
                entity.role, start = told
                self._possessives[id(entity)] = owner_before(self._text, start) or ""

    def _finished(self) -> list[Entity]:
        merger = self._merger
        add_headlines(self._document, merger.entities)
        for entity in merger.entities:
            if entity.kind == "state":
                _name_state(self._text, entity)
        self._order()
        kept = [e for e in merger.entities if e.spans]
        for entity in kept:
            entity.acts = bool(entity.role) or entity.kind == "group" or takes_part(self._text, entity)
        cities = self._cities(kept)
        kept = [e for e in kept if e.kind in ("person", "group") or e.role or not self._is_place(e, cities)]
        kept.sort(key=lambda e: e.spans[0])
        settle_affiliations(self._document, kept, {key: words for key, words in self._possessives.items() if words})
        return kept

    def _is_place(self, entity: Entity, cities: frozenset[int]) -> bool:
        """Whether it only tells where: a state or town, or a building that is named for the body in it."""
        building = entity.kind == "organisation" and entity.name.split()[-1] in PUBLIC_BODIES - TERRITORIAL_BODIES
        if entity.kind == "organisation" and (not building or entity.acts):
            return False
        return is_only_place(self._text, entity, cities)

    def _cities(self, entities: Iterable[Entity]) -> frozenset[int]:
        """Starts of the mentions behind the name of a place in them: `Lima, Peru`."""
        ends = {end: e for e in entities for start, end in e.spans if e.kind is None}
        found = set()
        for entity in entities:
            for start, _ in entity.spans:
                before = self._text[max(0, start - 6) : start]
                comma = before.rfind(",")
                gap = len(before) - comma
                if comma >= 0 and before[comma + 1 :].strip() in {"", "the"} and start - gap in ends:
                    if is_place(self._text, ends[start - gap].spans[0][0]) or entity.kind is None:
                        found.add(start)
        return frozenset(found)


def _name_state(text: str, entity: Entity) -> None:
    """Call a state as the document does ("Turkey"), unless its usual name stands there too."""
    if any(" ".join(text[start:end].split()) == entity.name for start, end in entity.spans):
        return
    said = [a for a in entity.aliases if len(a) > 3 and any(c.islower() for c in a) and len(a.split()) < 3 and state_by_name(a)]
    if said:
        entity.aliases.remove(said[0])
        entity.name = said[0]


def _is_function(term: str, owner: Entity) -> bool:
    """Whether a defined term tells what its owner does: "Seller", "Chair", "First Respondent"."""
    words = term.split()
    if term.isupper() or any(word.casefold() in owner.name.casefold().split() for word in words):
        return False
    last = words[-1]
    return last in TITLE_HEADS or last in DESIGNATIONS or bool(_FUNCTION_TERM.search(last))


def _outside(mentions: Sequence[Mention], definitions: Sequence[Definition]) -> list[Mention]:
    """Mentions that lie in no definition's term."""
    spans = sorted((d.start, d.end) for d in definitions)
    kept: list[Mention] = []
    at = 0
    for mention in sorted(mentions, key=lambda m: m.start):
        while at < len(spans) and spans[at][1] <= mention.start:
            at += 1
        if at == len(spans) or mention.end <= spans[at][0]:
            kept.append(mention)
    return kept


def entity_at(entities: Iterable[Entity], start: int, end: int) -> list[Entity]:
    """The entities mentioned inside text[start:end], in order of mention."""
    inside = [(span[0], entity) for entity in entities for span in entity.spans if start <= span[0] and span[1] <= end]
    ordered: list[Entity] = []
    for _, entity in sorted(inside, key=lambda pair: pair[0]):
        if entity not in ordered:
            ordered.append(entity)
    return ordered
