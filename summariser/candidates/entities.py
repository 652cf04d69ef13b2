"""Mentions of one person, body or state merged into one entity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summariser.candidates.lexicon import HONORIFICS, ORGANISATION_WORDS
from summariser.candidates.names import KindHint, Mention, find_mentions
from summariser.candidates.roles import role_beside
from summariser.candidates.states import state_by_name, state_by_seat
from summariser.documents import Document

__all__ = ["Entity", "find_entities"]

_DEFINED = re.compile(
    r"\s*,?\s*\((?:hereinafter\s+|hereafter\s+|together,?\s+|collectively,?\s+|referred to as\s+|or\s+)*(?:the\s+)?"
    r"(?:[“\"‘'](?P<quoted>[^”\"’'()\n]{1,50})[”\"’']|(?P<short>[^\W\d_][^()\n,;“\"]{0,30}))"
    r"(?:\s*(?:,|or)[^()\n]{0,40})?\)"
)
_INITIAL_MINOR = {"of", "for", "and", "the", "on", "in", "to", "de", "&"}
_CITY_BEFORE = re.compile(r"\b(?:in|at|near|to|from|outside|around|of|through|between|via|across|into)\s+$")


@dataclass(slots=True)
class Entity:
    """Everything the document calls one person, body or state.

    Attributes:
        name: Its fullest name, white space folded.
        kind: Known from its words, or None.
        role: Title or function, in the document's words.
        state: Name of the state whose adjective stands in its role.
        affiliation: Words of the body its role names ("Wendle Water plc"), or None.
        spans: (start, end) of each mention, in order.
        aliases: Other proper names for it, honorifics included, in order of appearance.
    """

    name: str
    kind: KindHint | None
    role: str | None = None
    state: str | None = None
    affiliation: str | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)

    @property
    def names(self) -> tuple[str, ...]:
        """Name and aliases."""
        return (self.name, *self.aliases)

    def add_alias(self, words: str) -> None:
        """Note another name, once."""
        words = " ".join(words.split())
        if words and words != self.name and words not in self.aliases:
            self.aliases.append(words)


def find_entities(document: Document) -> list[Entity]:
    """Find the persons, bodies and states of a document in order of first mention.

    A surname, a name with a title, an acronym or short name defined in brackets, and the first words of a body's name
    are taken for another mention of it where just one entity fits.
    """
    mentions = find_mentions(document)
    entities: list[Entity] = []
    for mention in sorted(mentions, key=lambda m: (-len(_words(m.text)), m.start)):
        entity = _owner(entities, mention) or _new(entities, mention)
        _absorb(document.text, entity, mention)
    for entity in entities:
        entity.spans.sort()
    _merge_defined(document.text, entities)
    _merge_seats(document.text, entities)
    for entity in entities:
        if entity.kind in (None, "person"):
            _add_role(document.text, entity)
        entity.spans.sort()
    return sorted((e for e in entities if e.spans), key=lambda entity: entity.spans[0])


def _words(name: str) -> list[str]:
    return name.split()


def _new(entities: list[Entity], mention: Mention) -> Entity:
    state = state_by_name(mention.text) if mention.kind == "state" else None
    name = " ".join(mention.text.split())
    entity = Entity(state.name if state else name, mention.kind)
    entities.append(entity)
    return entity


def _owner(entities: Sequence[Entity], mention: Mention) -> Entity | None:
    name = " ".join(mention.text.split())
    if mention.kind == "state":
        state = state_by_name(name)
        return next((e for e in entities if e.kind == "state" and state and e.name == state.name), None)
    folded = name.casefold()
    exact = [e for e in entities if any(n.casefold() == folded for n in e.names)]
    if exact:
        return exact[0]
    if state_by_name(name):
        return None
    person = mention.kind == "person"
    fitting = [e for e in entities if e.kind != "state" and _short_for(name, e, person=person)]
    if len(fitting) > 1 and (known := [e for e in fitting if e.kind == mention.kind]):
        fitting = known
    if len(fitting) > 1:  # two with one surname: the one named last before this mention
        before = [e for e in fitting if any(start < mention.start for start, _ in e.spans)]
        fitting = [max(before, key=lambda e: max(s for s, _ in e.spans if s < mention.start))] if before else []
    return fitting[0] if fitting else None


def _short_for(name: str, entity: Entity, *, person: bool) -> bool:
    """`Henick` for Jonathan Henick, `Tamarack` for Tamarack Paper Corp."""
    short, full = _words(name.casefold()), _words(entity.name.casefold())
    if len(short) >= len(full):
        return False
    if entity.kind == "organisation":
        if person:
            return False
        generic = len(short) == 1 and name in ORGANISATION_WORDS
        return full[: len(short)] == short and not generic
    if len(full) > 5:
        return False
    if full[-len(short) :] == short:
        return True
    # family name first ("Baek Soo-jin"), or a first name alone
    return full[: len(short)] == short and (person or entity.kind == "person" or len(short) == 1)


def _absorb(text: str, entity: Entity, mention: Mention) -> None:
    entity.spans.append((mention.start, mention.end))
    entity.add_alias(mention.text)
    if mention.kind and entity.kind is None:
        entity.kind = mention.kind
    if mention.honorific:
        entity.add_alias(text[text.rfind(mention.honorific, 0, mention.start) : mention.end])
    elif mention.role and len(mention.role.split()) == 1:
        entity.add_alias(text[mention.full_start : mention.end])
    if mention.role and (entity.role is None or len(mention.role) > len(entity.role)):
        entity.role = " ".join(mention.role.split())
    entity.state = entity.state or mention.state


def _merge_defined(text: str, entities: list[Entity]) -> None:
    """`River Standards Agency (RSA)`, `Nordic Grain AS (the “Seller”)`."""
    for entity in list(entities):
        for _, end in list(entity.spans):
            match = _DEFINED.match(text, end)
            if not match:
                continue
            short = (match.group("quoted") or match.group("short") or "").strip()
            if not short or (match.group("short") and not _abbreviates(short, entity.name)):
                continue
            entity.add_alias(short)
            if entity.kind is None:
                entity.kind = "organisation"
            same = re.compile(rf"(?<!\w){re.escape(short)}(?!\w)")
            entity.spans.extend(m.span() for m in same.finditer(text) if m.span() not in entity.spans)
            for other in entities:
                if other is not entity and other.name.casefold() == short.casefold():
                    other.spans = []


def _abbreviates(short: str, name: str) -> bool:
    if short.split(maxsplit=1)[0] == name.split(maxsplit=1)[0]:
        return True
    letters = "".join(c for c in short if c.isalpha()).upper()
    initials = "".join(w[0] for w in re.findall(r"[^\W_]+", name) if w.lower() not in _INITIAL_MINOR).upper()
    return 2 <= len(letters) <= 8 and (letters == initials or (short.isupper() and letters[0] == initials[:1]))


def _merge_seats(text: str, entities: list[Entity]) -> None:
    """`Buenos Aires` is Argentina where it acts, and a place where something happens in it."""
    states = {entity.name: entity for entity in entities if entity.kind == "state"}
    for entity in entities:
        state = state_by_seat(entity.name) if entity.kind is None else None
        if state is None:
            continue
        acting = [span for span in entity.spans if not _CITY_BEFORE.search(text[max(0, span[0] - 12) : span[0]])]
        owner = states.get(state.name)
        if owner and acting:
            owner.add_alias(entity.name)
            owner.spans.extend(acting)
        entity.spans = []


def _add_role(text: str, entity: Entity) -> None:
    for start, end in entity.spans:
        found = role_beside(text, start, end)
        if found is None:
            continue
        entity.kind = entity.kind or "person"
        if entity.role is None or entity.role.split()[0] in HONORIFICS or len(entity.role.split()) == 1:
            entity.role = found.words
        entity.state = entity.state or found.state
        entity.affiliation = entity.affiliation or found.body
        return


def entity_at(entities: Iterable[Entity], start: int, end: int) -> list[Entity]:
    """The entities mentioned inside text[start:end], in order of mention."""
    inside = [(span[0], entity) for entity in entities for span in entity.spans if start <= span[0] and span[1] <= end]
    ordered: list[Entity] = []
    for _, entity in sorted(inside, key=lambda pair: pair[0]):
        if entity not in ordered:
            ordered.append(entity)
    return ordered
