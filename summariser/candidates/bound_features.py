"""What a model sees of a party and of an undertaking to tell whether the one is bound by the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from summariser.candidates.body_sorts import sort_of_noun, sorts_of
from summariser.candidates.mention_map import MentionMap, Named, once

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.undertakings import Undertaking
    from summariser.documents import Document

__all__ = ["BoundFeatures", "Known"]

_PRONOUN = re.compile(r"(?:we|i|it|they|he|she|you|who|which|this|that|both|each|neither)\b", re.IGNORECASE)
_BEFORE = re.compile(r"([\w’']+)\s+(?:(?:the|The)\s+)?$")
_DEFINITE = re.compile(r"(?:the|this|that|its|their|our|my|his|her)\b", re.IGNORECASE)
_OWNER = re.compile(r"[’']s?(?:\s|$)")
_PASSIVE = re.compile(r"\b(?:be|is|are|was|were|been|being|gets?)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|lt|id|nt|ught|ut)\b")
_PHRASE_ENDS = frozenset("of from in at that which who for and ,".split())
_NEAR = 6  # mentions before an undertaking
_MOST_RANK, _MOST_ORDER = 5, 4
_REACH = 30  # characters in which the word before a name is looked for


@dataclass(frozen=True)
class Known:
    """What is known of an undertaking beside its words.

    Attributes:
        ruled: Whom the rules find bound, a body in place of who acts for it.
        raw: Whom they find bound themselves.
        before: Whom the undertaking before it binds.
        issuer: Whose document it is.
        spoken: Whether it is said by somebody.
        speaker: By whom, where that is known.
    """

    ruled: Sequence[Entity]
    raw: Sequence[Entity]
    before: Sequence[Entity]
    issuer: Sequence[Entity]
    spoken: bool
    speaker: Entity | None


@dataclass(frozen=True)
class _View:
    """One undertaking, as it is seen from any entity."""

    undertaking: Undertaking
    known: Known
    noun: str
    sort: str
    voice: str
    where: str
    here: Sequence[Named]
    near: Sequence[Named]
    recent: Sequence[Entity]


class BoundFeatures:
    """Tells the features of each pair of undertaking and entity in one document.

    Args:
        document: The document.
        entities: Its entities.
    """

    def __init__(self, document: Document, entities: Sequence[Entity]) -> None:
        self._text, self._document = document.text, document
        self._map = MentionMap(entities)
        self._sorts = {id(entity): sorts_of(entity) for entity in entities}

    @cached_property
    def _title_end(self) -> int:
        """Where the headings that open the document end."""
        body = next((sentence for sentence in self._document.sentences if not sentence.heading), None)
        return body.start if body else len(self._text)

    def pairs(self, undertaking: Undertaking, known: Known) -> Iterator[tuple[Entity, list[str]]]:
        """Each entity that may be bound, with the features of its pair with an undertaking."""
        view = self._view(undertaking, known)
        around = [mention.entity for mention in (*view.here, *view.near)]
        told = [*known.ruled, *known.raw, *known.before, *known.issuer, *([known.speaker] if known.speaker else [])]
        for entity in once([*told, *around, *view.recent, *self._map.often]):
            yield entity, [*self._of_itself(view, entity), *self._of_rules(view, entity), *self._of_place(view, entity)]

    def _view(self, undertaking: Undertaking, known: Known) -> _View:
        words = self._text[slice(*undertaking.subject)].strip()
        sentence = self._document.sentences[undertaking.sentence]
        before = self._document.sentences[sentence.index - 1] if sentence.index else None
        return _View(
            undertaking,
            known,
            noun=_head(words),
            sort=_sort(words, named=bool(undertaking.by)),
            voice="passive" if _PASSIVE.search(self._text, undertaking.start, undertaking.end) else "active",
            where="speech" if known.spoken else "told",
            here=self._map.within(sentence.start, sentence.end),
            near=self._map.within(before.start, before.end) if before else [],
            recent=[mention.entity for mention in self._map.before(undertaking.start, _NEAR)],
        )

    def _of_itself(self, view: _View, entity: Entity) -> Iterator[str]:
        """What it is, and what it is to the document."""
        kind, clause = entity.kind, f"{view.where}:{view.sort}"
        order, sorts = self._map.order(entity), self._sorts[id(entity)]
        yield from (f"kind:{kind}", f"clause:{clause}", f"kind:{kind}:{clause}")
        yield from (f"rank:{min(_MOST_RANK, self._map.rank(entity))}", f"order:{kind}:{min(_MOST_ORDER, order)}")
        for sort in sorts:
            yield from (f"is:{sort}", f"is:{sort}:{clause}", f"is:{sort}:{view.voice}")
        if order == 0:
            yield from (f"main:{kind}:{view.voice}", f"main:{kind}:{clause}")
        if entity is self._map.first:
            yield "first"
        if entity.acts:
            yield "acts"
        if view.noun:
            yield from (f"noun:{view.noun}:{each}" for each in sorts or (f"kind {kind}",))
            yield f"sort:{sort_of_noun(view.noun) in sorts}"
        if any(start < self._title_end for start, _ in entity.spans):
            yield from ("title", f"title:{view.sort}")

    @staticmethod
    def _of_rules(view: _View, entity: Entity) -> Iterator[str]:
        """What the rules tell, and who speaks."""
        known, sort = view.known, view.sort
        if known.ruled:
            side = "ruled" if _among(entity, known.ruled) else "other"
            yield from (f"rule:{side}", f"rule:{side}:{sort}", f"rule:{side}:{view.where}")
            yield f"rule:{side}:{len(known.ruled) > 1}"
        else:
            yield from ("rule:none", f"rule:none:{sort}")
        if _among(entity, known.raw) and not _among(entity, known.ruled):
            yield from ("raw", f"raw:{sort}")
        if _among(entity, known.issuer):
            yield from ("issuer", f"issuer:{sort}", f"issuer:{view.where}", f"issuer:{view.voice}")
        if _among(entity, known.before):
            yield from ("before", f"before:{sort}", f"before:{view.where}")
        if known.spoken:
            yield from _of_speaker(view, entity)

    def _of_place(self, view: _View, entity: Entity) -> Iterator[str]:
        """Where it is named, in the sentence and right before it."""
        sort, item = view.sort, view.undertaking
        clause = [mention for mention in view.here if item.start <= mention.start < item.end]
        ahead = [mention for mention in view.here if mention.start < item.action[0]]
        inside = [mention for mention in view.here if mention.entity is entity]
        if clause and clause[0].entity is entity:
            yield from ("clause:first", f"clause:first:{sort}", f"clause:first:{view.voice}")
        if ahead and ahead[-1].entity is entity:
            yield from ("ahead:last", f"ahead:last:{sort}")
        for mention in inside[:2]:
            yield from self._of_mention(view, mention)
        if not inside:
            yield from ("in:no", f"in:no:{sort}")
        if any(mention.entity is entity for mention in view.near):
            yield from ("near", f"near:{sort}", f"near:{view.where}")
            if view.near[0].entity is entity:
                yield from ("near:first", f"near:first:{sort}")
        if view.recent and view.recent[-1] is entity:
            yield from ("last", f"last:{sort}")
        elif _among(entity, view.recent):
            yield from ("recent", f"recent:{sort}")

    def _of_mention(self, view: _View, mention: Named) -> Iterator[str]:
        place = _place(view.undertaking, mention.start)
        owner = _OWNER.match(self._text, mention.end) is not None
        yield from (f"in:{place}", f"in:{place}:{view.sort}", f"in:{place}:owner:{owner}")
        if view.here[0].entity is mention.entity:
            yield from ("in:first", f"in:first:{place}", f"in:first:{view.sort}")
        sentence = self._document.sentences[view.undertaking.sentence]
        if word := _BEFORE.search(self._text, max(sentence.start, mention.start - _REACH), mention.start):
            yield from (f"word:{word.group(1).lower()}", f"word:{place}:{word.group(1).lower()}")


def _of_speaker(view: _View, entity: Entity) -> Iterator[str]:
    speaker, sort = view.known.speaker, view.sort
    if speaker is None:
        yield "speaker:unknown"
    elif entity is speaker:
        yield from ("speaker", f"speaker:{sort}", f"speaker:{entity.kind}:{sort}")
    elif (speaker.affiliation and speaker.affiliation in entity.names) or entity.name in (speaker.role or ""):
        yield from ("body", f"body:{sort}", f"body:{view.voice}")
    elif speaker.state and speaker.state in entity.names:
        yield from ("body:state", f"body:state:{sort}")


def _sort(words: str, *, named: bool) -> str:
    """How the words for who is bound mean somebody."""
    if not words:
        return "none"
    if (pronoun := _PRONOUN.match(words)) and len(words.split()) < 3:
        return f"pron:{pronoun.group().lower()}"
    return "name" if named else "definite" if _DEFINITE.match(words) else "other"


def _place(undertaking: Undertaking, position: int) -> str:
    """Where a position lies, seen from an undertaking."""
    start, end = undertaking.subject
    if start <= position < max(end, start + 1):
        return "subject"
    if position < undertaking.action[0]:
        return "before"
    return "action" if position < undertaking.action[1] else "after"


def _head(words: str) -> str:
    """The noun that a description is about: "company" of "the mining company from Perth"; empty for a name."""
    head = ""
    for word in words.lower().split():
        if word in _PHRASE_ENDS:
            break
        head = word.strip(",;:")
    return head if head.isalpha() else ""


def _among(entity: Entity, entities: Sequence[Entity]) -> bool:
    return any(entity is one for one in entities)
