"""Everything the program can tell of a document before a model is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from summariser.candidates.addressees import addresses, find_addressee
from summariser.candidates.binder import Binder
from summariser.candidates.entities import Entity, entity_at, find_entities
from summariser.candidates.lexicon import PLACED
from summariser.candidates.likely_undertakings import with_likely
from summariser.candidates.partakers import Partakers
from summariser.candidates.quotations import Quotation, find_quotations
from summariser.candidates.reader import Reader
from summariser.candidates.reference import Resolver
from summariser.candidates.sides import Sides
from summariser.candidates.speakers import Speakers
from summariser.candidates.undertaking_status import with_status
from summariser.candidates.undertakings import Undertaking, find_undertakings
from summariser.candidates.unnamed import UnnamedKind, unnamed_body

if TYPE_CHECKING:
    from summariser.documents import Document

__all__ = ["Analysis"]

_COUNCIL = re.compile(r"(?:the\s+)?(?:town\s+)?council", re.IGNORECASE)
_STANDS_FOR: tuple[tuple[re.Pattern[str], str | None], ...] = (  # None: the words that match, which own the rest
    (re.compile(r"(?:its|their|my|our)\b", re.IGNORECASE), None),
    (re.compile(r"(?:whichever|whoever|any)\s+(?:side|party|partner|of)\b", re.IGNORECASE), "both sides"),
    (
        re.compile(
            r"(?:(?:the|this)\s+)?(?:staff|team|management|crews?|trustees|directors|governors|bosses|board)$",
            re.IGNORECASE,
        ),
        "it",
    ),
    (re.compile(r"government$", re.IGNORECASE), "the government"),
    (
        re.compile(r"(?:the\s+)?(?:\w+\s+)?(?:councillors|councilors|aldermen)$", re.IGNORECASE),
        "the council",
    ),
)
_TAKEN_UP = re.compile(
    r"(?:(?:the|this)\s+(?:(?P<one>company|firm|group|business|retailer|manufacturer|maker|developer|operator|airline|carrier|bank|"
    r"lender|insurer|utility|museum|gallery|theatre|club|charity|foundation|university|hospital|school|union|agency|"
    r"authority|council|producer|supplier|builder|brewer|miner|grocer|chain|cooperative|publisher|broadcaster)|"
    r"(?P<several>pair|duo|two|parties|sides|companies|firms|governments|countries))|(?P<both>both|they)(?:\s+\w+)?)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:[Tt]he\s+)?(?:[A-Z][a-z]+\s+)?(?:Clerk|Chair|Chairman|Chairwoman|Chairperson|Treasurer|Secretary|Registrar|Convenor|"
    r"Convener|Steward|Bursar|Librarian|Headteacher|Principal|Warden|Caretaker|Surveyor|Engineer|Manager|Director|Officer)"
)
_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_TEXT_OF = re.compile(
    r"\b(?:manifesto|programme|platform|policy|charter|pledge|statement|communiqué|notice|commitments?)\s+(?:of|by|from)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_HEAD = 400  # characters in which a document says whose it is
_NEAR = 3  # sentences back to the undertaking whose party is taken up


@dataclass(frozen=True)
class Analysis:
    """The candidates of one document, each found once and on demand.

    Attributes:
        document: The document.
    """

    document: Document

    @cached_property
    def entities(self) -> list[Entity]:
        """Persons, bodies and states, in order of first mention."""
        return find_entities(self.document)

    @cached_property
    def quotations(self) -> list[Quotation]:
        """Direct speech, in order."""
        return find_quotations(self.document)

    @cached_property
    def undertakings(self) -> list[Undertaking]:
        """Clauses that may carry a commitment, in order: those the grammar finds, and likely ones beside them."""
        return with_status(self.document, self.unjudged)

    @cached_property
    def unjudged(self) -> list[Undertaking]:
        """The same, with the status that the grammar tells."""
        return with_likely(Reader(self.document, self.entities, self.quotations), self.grammatical)

    @cached_property
    def grammatical(self) -> list[Undertaking]:
        """Clauses of which the grammar shows that they carry a commitment, in order."""
        return find_undertakings(self.document, self.entities, self.quotations)

    @cached_property
    def resolver(self) -> Resolver:
        """Tells whom a subject means."""
        return Resolver(self.document, self.entities, self.quotations)

    def named_speaker(self, quotation: Quotation) -> Entity | None:
        """The person, body or state that the cue of a quotation names; pronouns and roles name nobody."""
        if quotation.cue is None:
            return None
        start = quotation.cue.subject_start
        named = entity_at(self.entities, start, start + len(quotation.cue.subject))
        known = self.resolver.speaker(quotation)
        return known[0] if known and known[0] in named else None

    def bound(self, undertaking: Undertaking) -> tuple[Entity, ...]:
        """The entities that an undertaking binds by its wording, or an empty tuple where that does not tell."""
        start, end = undertaking.subject
        words = self.document.text[start:end]
        if undertaking.by:
            named = tuple(self._by_name[name] for name in undertaking.by if name in self._by_name)
            generic = len(named) == 1 and named[0].kind != "group" and self._sides.is_generic(named[0].name)
            return (self._sides.both(words) if generic else ()) or named
        if start == end:  # whoever speaks, or else issues the document
            return self.resolver.resolve("we", start) or self.issuer
        if words.lower() == "you":
            return find_addressee(self.document.text, self.entities) if addresses(self.document.text) else ()
        found = self._sides.nation(words) or self._sides.company(words, start)
        return found or self._described(undertaking, words)

    @cached_property
    def partakers(self) -> Partakers:
        """Tells which entities take part."""
        return Partakers(self.document, self.entities)

    @cached_property
    def speakers(self) -> Speakers:
        """Tells who speaks, certain or not."""
        return Speakers(self)

    @cached_property
    def binder(self) -> Binder:
        """Tells who is bound, certain or not."""
        return Binder(self)

    def _described(self, undertaking: Undertaking, words: str) -> tuple[Entity, ...]:
        """Whom a pronoun or a description means."""
        start = undertaking.subject[0]
        found = self.resolver.resolve(words, start) or self._meant(words, start)
        if words.lower() in {"we", "our"}:
            found = self._led(found[0]) if len(found) == 1 else found or self.issuer
        if not found and _OFFICE.fullmatch(words) and _MINUTES.search(self.document.text, 0, _HEAD):
            found = self.issuer  # whoever holds it acts for the body
        known = any(entity.kind is not None for entity in found)
        return found if known else self._sides.resolve(words, start) or found or self._bound_before(undertaking)

    def _led(self, speaker: Entity) -> tuple[Entity, ...]:
        """The body in the function of somebody who says "we": "founder of Acme"."""
        role = speaker.role or ""
        owned = (e for e in self.entities if e.kind == "organisation" and e.name.rstrip(".") in role)
        return (next(owned, speaker) if speaker.kind == "person" and not speaker.affiliation else speaker,)

    def _bound_before(self, undertaking: Undertaking) -> tuple[Entity, ...]:
        """`The company`, `the pair`: whom the undertaking right before binds by name, one or several."""
        match = _TAKEN_UP.fullmatch(self.document.text[slice(*undertaking.subject)])
        if match is None:
            return ()
        for other in reversed(self.undertakings):
            if not 0 < undertaking.sentence - other.sentence <= _NEAR or not other.by:
                continue
            named = tuple(self._by_name[name] for name in other.by if name in self._by_name)
            if match["one"] is None:
                return named if len(named) > 1 else ()
            body = len(named) == 1 and named[0].kind in (None, "organisation")
            return named if body and not self.resolver.is_person(named[0]) else ()
        return ()

    def _meant(self, words: str, start: int) -> tuple[Entity, ...]:
        """Whom words mean that do not name anybody: the owner in "its board", the one town of "the council"."""
        if _COUNCIL.fullmatch(words):
            ends = ((entity, entity.name.split()) for entity in self.entities if entity.kind == "organisation")
            placed = tuple(entity for entity, name in ends if {name[0], name[-1]} & PLACED)
            return placed if len(placed) == 1 else ()
        for pattern, stands_for in _STANDS_FOR:
            if match := pattern.match(words):
                return self.resolver.resolve(stands_for or match.group(), start)
        return ()

    def unnamed(self, undertaking: Undertaking) -> tuple[int, int, UnnamedKind] | None:
        """Where a body or group is described that an undertaking binds and that the document does not name."""
        return unnamed_body(self.document.text, *undertaking.subject)

    @cached_property
    def _sides(self) -> Sides:
        return Sides(self.document, self.entities)

    @cached_property
    def _by_name(self) -> dict[str, Entity]:
        return {entity.name: entity for entity in self.entities}

    @cached_property
    def issuer(self) -> tuple[Entity, ...]:
        """The body whose document it says to be, else the body named first: a council in its minutes."""
        text = self.document.text
        titled = _TEXT_OF.search(text, 0, _HEAD)
        if titled is not None:
            own = (e for e in self.entities if e.kind != "person" and any(s == titled.end() for s, _ in e.spans))
            if owner := next(own, None):
                return (owner,)
        return tuple(entity for entity in self.entities if entity.kind in ("organisation", "state", "group"))[:1]
