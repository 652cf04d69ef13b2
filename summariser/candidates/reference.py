"""Whom a subject means: a name, a pronoun ("she"), a role ("the envoy") or a common noun ("the company")."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.candidates.entities import Entity, entity_at
from summariser.candidates.roles import role_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.quotations import Quotation
    from summariser.documents import Document

__all__ = ["Resolver"]

_SINGULAR_PERSON = re.compile(r"^(?:he|she|his|her)\b", re.IGNORECASE)
_IT = re.compile(r"^(?:it|its)\b", re.IGNORECASE)
_PLURAL = re.compile(
    r"^(?:they|their|both|neither|each|all)\b|^(?:the\s+)?(?:two|three|four|five|six|parties|sides|partners|governments|countries|"
    r"neighbours|neighbors|leaders|ministers|signatories)\b|^(?:the|both|all)\s+(?:\w+\s+)?(?:sides|parties|governments|countries|states|companies|nations)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"^(?:we|i|our|my)\b", re.IGNORECASE)
_COMPANY_NOUNS = frozenset(
    """company firm group manufacturer maker producer operator developer bank airline retailer grocer utility supplier
    contractor business carrier drugmaker insurer lender cooperative miner shipper railroad railway club charity""".split()
)
_BODY_NOUNS = frozenset(
    """union council committee ministry agency authority commission board court university association federation
    parliament congress government regulator tribunal department fund office hospital school league secretariat
    foundation institute party trust brotherhood local alliance coalition conference organisation organization assembly
    cabinet""".split()
)
_STATE_NOUNS = frozenset("government country nation state republic kingdom administration".split())
_POSSESSIVE = re.compile(r"[’']s\s+[a-z]")


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    entity: Entity


class Resolver:
    """Resolves subjects of one document by rule; what it cannot tell it leaves open (an empty tuple).

    Args:
        document: The document.
        entities: Its entities.
        quotations: Its direct speech, for the first person.
    """

    def __init__(self, document: Document, entities: Sequence[Entity], quotations: Sequence[Quotation]) -> None:
        self._text = document.text
        self._document = document
        self._entities = list(entities)
        self._mentions = sorted(
            (_Mention(start, end, entity) for entity in entities for start, end in entity.spans), key=lambda m: m.start
        )
        self._starts = [mention.start for mention in self._mentions]
        self._sentence_starts = [sentence.start for sentence in document.sentences]
        self._spoken = [(start, end, quote) for quote in quotations for start, end in quote.spans]
        self._speakers: dict[int, tuple[Entity, ...]] = {}

    def speaker(self, quote: Quotation) -> tuple[Entity, ...]:
        """Who says it, or an empty tuple where the cue does not tell."""
        if quote.start not in self._speakers:
            self._speakers[quote.start] = ()
            if quote.cue is not None:
                found = self.resolve(quote.cue.subject, quote.cue.subject_start, speech=True)
                self._speakers[quote.start] = found[:1]
        return self._speakers[quote.start]

    def resolve(self, words: str, start: int, *, speech: bool = False) -> tuple[Entity, ...]:
        """The entities that `words`, standing at `start`, mean.

        Args:
            words: The subject as the document has it.
            start: Where it stands.
            speech: True for the subject of a verb of saying: one person or body.
        """
        stripped = words.strip()
        named = entity_at(self._entities, start, start + len(words))
        if named and not self._possessed(stripped, start, named[0]):
            return tuple(named)
        if found := self._by_role(stripped, start, named):
            return found
        if named:
            return tuple(named[:1])
        if _FIRST.match(stripped):
            return self._first_person(start)
        if _SINGULAR_PERSON.match(stripped):
            return self._last(start, {"person"})
        if _PLURAL.match(stripped):
            return () if speech else self._last_group(start)
        if _IT.match(stripped):
            return self._subject_before(start)
        return self._by_noun(stripped, start)

    def _possessed(self, words: str, start: int, entity: Entity) -> bool:
        """`Tamarack's chief executive` means the executive, not Tamarack."""
        tail = max((end for _, end in entity.spans if start <= end <= start + len(words)), default=start) - start
        rest = words[tail:]
        if _POSSESSIVE.match(rest):
            return True
        return entity.kind == "state" and bool(re.match(r"\s+[a-z]", rest) and role_head(rest))

    def _by_role(self, words: str, start: int, named: Sequence[Entity]) -> tuple[Entity, ...]:
        if not re.match(r"(?:the|a|an|its|their|his|her|our|another)\b|[A-Z].*[’']s\s", words, re.IGNORECASE):
            if not (words[:1].isupper() and role_head(words)):
                return ()
        heads = role_head(words.split(",", maxsplit=1)[0])
        if not heads:
            return ()
        fitting = [e for e in self._entities if e.kind in (None, "person") and e.role and heads & role_head(e.role)]
        owners = {entity.name for entity in named}
        if owners and (own := [e for e in fitting if self._belongs(e, owners)]):
            fitting = own
        if len(fitting) > 1:
            exact = [e for e in fitting if words.rsplit(maxsplit=1)[-1].lower() in (e.role or "").lower().split()]
            fitting = exact or fitting
        return (self._nearest(fitting, start),) if fitting else ()

    @staticmethod
    def _belongs(entity: Entity, owners: set[str]) -> bool:
        return entity.state in owners or any(entity.affiliation and entity.affiliation in owner for owner in owners)

    def _nearest(self, entities: Sequence[Entity], position: int) -> Entity:
        def distance(entity: Entity) -> tuple[int, int]:
            before = [position - start for start, _ in entity.spans if start <= position]
            return (0, min(before)) if before else (1, min(start - position for start, _ in entity.spans))

        return min(entities, key=distance)

    def _before(self, position: int) -> Sequence[_Mention]:
        return self._mentions[: bisect_left(self._starts, position)]

    def _last(self, position: int, kinds: set[str]) -> tuple[Entity, ...]:
        for mention in reversed(self._before(position)):
            if mention.entity.kind in kinds and not self._inside_speech(mention.start):
                return (mention.entity,)
            if position - mention.start > 2500:
                break
        return ()

    def _inside_speech(self, position: int) -> bool:
        return any(start <= position < end for start, end, quote in self._spoken if not quote.label)

    def _sentence_of(self, position: int) -> int:
        return max(0, bisect_left(self._sentence_starts, position + 1) - 1)

    def _subject_before(self, position: int) -> tuple[Entity, ...]:
        """`it`: the first body or state named in this sentence so far, else in the sentences before it."""
        index = self._sentence_of(position)
        for number in range(index, max(-1, index - 4), -1):
            sentence = self._document.sentences[number]
            inside = [
                m.entity
                for m in self._mentions[
                    bisect_left(self._starts, sentence.start) : bisect_left(self._starts, min(sentence.end, position))
                ]
                if m.entity.kind in ("organisation", "state", "group")
            ]
            if inside:
                return (inside[0],)
        return ()

    def _last_group(self, position: int) -> tuple[Entity, ...]:
        """`they`, `both sides`: the last list of two or more bodies or states, or group."""
        index = self._sentence_of(position)
        for number in range(index, -1, -1):
            sentence = self._document.sentences[number]
            inside = [
                m
                for m in self._mentions[
                    bisect_left(self._starts, sentence.start) : bisect_left(self._starts, min(sentence.end, position))
                ]
                if m.entity.kind in ("organisation", "state", "group")
            ]
            for first in range(len(inside)):
                listed = [inside[first].entity]
                for left, right in zip(inside[first:], inside[first + 1 :], strict=False):
                    if not re.fullmatch(r"\s*(?:,|,?\s*and|&)\s*(?:the\s+)?", self._text[left.end : right.start]):
                        break
                    if right.entity not in listed:
                        listed.append(right.entity)
                if len(listed) > 1:
                    return tuple(listed)
            groups = [m.entity for m in inside if m.entity.kind == "group"]
            if groups:
                return (groups[0],)
        return ()

    def _first_person(self, position: int) -> tuple[Entity, ...]:
        for start, end, quote in self._spoken:
            if start <= position < end:
                return self.speaker(quote)
        return ()

    def _by_noun(self, words: str, start: int) -> tuple[Entity, ...]:
        match = re.match(
            r"(?:the|this|that|its|their|our|my|each)\s+((?:[\w’'-]+\s+){0,3}?)(?P<noun>[\w-]+)$", words, re.IGNORECASE
        )
        if match is None:
            return ()
        noun = match.group("noun").lower()
        if noun in _BODY_NOUNS:
            fitting = [e for e in self._entities if noun in e.name.lower().split() or f"{noun} of" in e.name.lower()]
            if fitting:
                return (self._nearest(fitting, start),)
        if noun in _STATE_NOUNS:
            return self._last(start, {"state"})
        if noun in _COMPANY_NOUNS or noun in _BODY_NOUNS:
            return self._last(start, {"organisation"})
        return ()
