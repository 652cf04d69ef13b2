"""For whom a person or a body acts: told by title, apposition, possessive, verb, signature or the roll of a meeting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.layout import MEMBERS, ROLL
from summariser.candidates.lexicon import BODY_NOUNS, LEGISLATURES
from summariser.candidates.principals import client_of, court_of, principal_beside
from summariser.candidates.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summariser.candidates.entity import Entity
    from summariser.documents import Document

__all__ = ["settle_affiliations"]

_OF_AFTER = re.compile(
    r",?\s+(?:[A-Z]{2,4},\s+)?(?:both\s+|all\s+)?(?:of|from|for|with|at|on\s+behalf\s+of|representing|instructed\s+by|acting\s+for|here\s+for)\s+"
    r"(?:both\s+)?(?:the\s+)?"
)
_NEXT_ITEM = re.compile(r",\s+(?:the\s+)?")
_ITEM_END = re.compile(r"\s*(?:\(|;|\r?\n|$|\.\s)")
_FOR = re.compile(
    r"\b(?:signed|speaks?|spoke|negotiat\w+|leads|led|acts?|acting|appear\w*|"
    r"testif\w+)\b[^.;:“”\"]{0,60}?\s(?:for|on\s+behalf\s+of)\s+(?:the\s+)?|\brepresent(?:s|ed|ing)\s+(?:the\s+)?"
)
_ANNOUNCES = re.compile(
    r",?\s+(?:said|announced|confirmed|told\s+\w+(?:\s\w+){0,3}|added|promised|"
    r"pledged)\s+(?:on\s+\w+day\s+)?(?:that\s+)?(?:the\s+)?"
)
_WOULD = re.compile(r"\s+(?:would|will|had|has|was|is|is\s+to)\b")
_WORD = re.compile(r"[a-z]+")
_STOP = re.compile(r"[;“”\"]")
_POSSESSED = re.compile(r"[’']s?\s+(?:[a-z]+al\s+|lower\s+|upper\s+)?$")
_PRONOUN_BEFORE = re.compile(r"\b(?:its|their)\s+(?:[a-z]+\s+)?$", re.IGNORECASE)
_GOVERNMENT = re.compile(
    r"\b(?:minister|undersecretary|ambassador|envoy|president|premier|spokes\w+|chancellor|"
    r"secretary\s+of\s+state|foreign\s+secretary|negotiator|delegate|"
    r"director-general|king|queen)\b",
    re.IGNORECASE,
)
_OF_STATE = re.compile(r"\b(?:minister|undersecretary|ambassador|premier|chancellor|king|queen)\b", re.IGNORECASE)
_PRESIDING = re.compile(
    r"\b(?:chair\w*|convenor|convener|clerk|registrar|mayor|justice|judge|presiding|treasurer|rapporteur|"
    r"councillor|councilman|"
    r"councilwoman|senator|cllr|harbour\s+master|vice-chair\w*)\b",
    re.IGNORECASE,
)
_SECRETARY = re.compile(r"(?:(?:minutes?|honorary|hon\.?|recording)\s+)?secretary", re.IGNORECASE)
_MEETS = re.compile(
    r"\b(?:council|committee|court|commission|board|assembly|tribunal|senate|parliament|forum|association|society|trust|"
    r"union|guild|federation|club|co-?operative|league|congregation|trustees|panel|taskforce|network|conference)\b",
    re.IGNORECASE,
)
_NO_AGENT = re.compile(
    r"\b(?:former|ex|late|founder|founded|owns?|owner|owned|patron|predecessor|resident|reader|constituent|poet|"
    r"author)\b",
    re.IGNORECASE,
)
_STATE_NOUNS = frozenset("country government nation republic kingdom state".split())
_CHAMBER = re.compile(r"\b(?:" + "|".join(sorted(LEGISLATURES)) + r"|Assembly|House of \w+)\b")
_MINISTRY = re.compile(r"\b(?:Ministry|Cabinet|Treasury)\b", re.IGNORECASE)
_NEAR = 90


def settle_affiliations(document: Document, entities: Sequence[Entity], owners: Mapping[int, str]) -> None:
    """Fill in `affiliation` and `state` of persons and bodies.

    Args:
        document: The document.
        entities: Its entities, spans in order.
        owners: Words for the owner of an entity's role ("its", "the union"), by `id(entity)`.
    """
    _Affiliations(document, entities, owners).settle()


class _Affiliations:
    def __init__(self, document: Document, entities: Sequence[Entity], owners: Mapping[int, str]) -> None:
        self._text = document.text
        self._entities = entities
        self._owners = owners
        self._around = Surroundings(document, entities)

    def settle(self) -> None:
        body, state = self._around.issuer("organisation"), self._around.issuer("state")
        for entity in self._entities:
            signs = entity.affiliation == ""
            if entity.kind == "person":
                owner = self._of_person(entity, body, state, signs=signs)
            elif entity.kind == "organisation":
                owner = self._of_body(entity, state)
            else:
                continue
            if owner is not None and owner is not entity:
                entity.state = owner.name if owner.kind == "state" else entity.state
                entity.affiliation = None if owner.kind == "state" else owner.name
            elif signs:
                entity.affiliation = None

    def _of_person(self, entity: Entity, body: Entity | None, state: Entity | None, *, signs: bool) -> Entity | None:
        if entity.role and _NO_AGENT.search(entity.role):
            entity.affiliation = None
            return None
        told = (self._by_words(words, entity) for words in (entity.affiliation, self._owners.get(id(entity))) if words)
        if found := next(filter(None, told), None):
            return found
        if entity.state:
            return self._around.state(entity.state)
        beside = (
            self._beside(entity, *span) or principal_beside(self._text, self._around, entity, span)
            for span in entity.spans
        )
        found = self._in_role(entity) or next(filter(None, beside), None)
        if found is None and body is not None and (signs or self._sits(entity, body)):
            found = body
        found = found or court_of(entity, self._entities)
        of_unnamed = self._owners.get(id(entity)) and not _OF_STATE.search(entity.role or "")
        return found if found or of_unnamed else self._by_government(entity, state)

    def _by_words(self, words: str, entity: Entity) -> Entity | None:
        folded, position = words.casefold(), entity.spans[0][0]
        if folded in {"its", "their"}:
            return self._around.topic(position)
        if folded.startswith("the ") and words[4:5].islower():
            return self._around.by_noun(folded[4:].split()[-1], position)
        return self._around.lookup(words) or client_of(words, entity.role, self._entities)

    def _in_role(self, entity: Entity) -> Entity | None:
        """`chief executive of the railroad`, `Minister of State for Refugees of Uganda`."""
        for part in reversed(re.split(r"\s(?:of|for|at|to|with)\s+(?:the\s+)?", entity.role or "")[1:]):
            words = part.split()
            if not words:
                continue
            found = self._around.lookup(part) if part[0].isupper() else None
            if found is None and len(words) == 1 and words[0].casefold() in BODY_NOUNS | _STATE_NOUNS:
                found = self._around.by_noun(words[0].casefold(), entity.spans[0][0])
            if found is not None:
                return found
        return None

    def _beside(self, entity: Entity, start: int, end: int) -> Entity | None:
        """`X of Peru`, `X, Director, Wendle Water`, `X, who negotiated for MPP`, `X said that Peru would …`."""
        around, text = self._around, self._text
        match = _OF_AFTER.match(text, end)
        if match and (found := around.at(match.end())):
            return found
        if entity.role:
            position = text.find(entity.role, end, end + len(entity.role) + 8)
            match = _NEXT_ITEM.match(text, position + len(entity.role)) if position >= 0 else None
            if match and (found := around.at(match.end())):
                return found
        match = _NEXT_ITEM.match(text, end)
        found = around.at(match.end()) if match else None
        if match and found and found.kind == "organisation" and _ITEM_END.match(text, around.end_at(match.end())):
            return found
        return self._acting_for(entity, start, end) or self._announcing(entity, start, end)

    def _acting_for(self, entity: Entity, start: int, end: int) -> Entity | None:
        sentence = self._around.sentence_at(start)
        stop = min(sentence.end if sentence else end + _NEAR, end + _NEAR)
        bound = _STOP.search(self._text, end, stop)
        match = _FOR.search(self._text, end, bound.start() if bound else stop)
        if match is None or self._around.other_person(end, match.start(), entity):
            return None
        found = self._around.at(match.end())
        noun = _WORD.match(self._text, match.end()) if found is None else None
        return self._around.by_noun(noun.group(), start) if noun and noun.group() in BODY_NOUNS else found

    def _announcing(self, entity: Entity, start: int, end: int) -> Entity | None:
        """Ministers speak for the state whose acts they announce."""
        if not entity.role or not _GOVERNMENT.search(entity.role):
            return None
        begin = end
        apposed = self._text.find(entity.role, end, end + len(entity.role) + 12)
        if apposed >= 0:
            begin = apposed + len(entity.role)
        match = _ANNOUNCES.match(self._text, begin)
        found = self._around.at(match.end()) if match else None
        if (
            found is not None
            and found.kind == "state"
            and _WOULD.match(self._text, self._around.end_at(match.end() if match else start))
        ):
            return found
        return None

    def _of_body(self, entity: Entity, state: Entity | None) -> Entity | None:
        """`Peru's Congress`, `its National Assembly`, the Ministry of the state that issues the document."""
        words, entity.affiliation = self._owners.get(id(entity)), None
        if words and (found := self._by_words(words, entity)) and found.kind == "state":
            return found
        if entity.state:
            found = self._around.state(entity.state)
            entity.state = found.name if found else None
            return found
        for start, _ in entity.spans[:3]:
            before = self._text[max(0, start - 30) : start]
            possessed = _POSSESSED.search(before)
            owner = self._around.ending_at(start - len(possessed.group())) if possessed else None
            if (owner is not None and " " in entity.name) or (owner and owner.kind == "state"):
                return owner
            if _PRONOUN_BEFORE.search(before) and (topic := self._around.topic(start)):
                return topic
        if _CHAMBER.search(entity.name) and (found := self._around.topic(entity.spans[0][0], kinds=("state",), back=1)):
            return found
        return state if _CHAMBER.search(entity.name) or _MINISTRY.search(entity.name) else None

    def _sits(self, entity: Entity, body: Entity) -> bool:
        """Whether a person sits in the body that meets: by the roll, or by an office in it."""
        if not _MEETS.search(body.name):
            return False
        for start, _ in entity.spans[:4]:
            sentence = self._around.sentence_at(start)
            labels = (
                [m["label"] for m in ROLL.finditer(sentence.text) if sentence.start + m.start() <= start]
                if sentence
                else []
            )
            if labels and MEMBERS.search(labels[-1]):
                return True
        titles = " ".join([entity.role or "", *(alias.split()[0] for alias in entity.aliases[:2])])
        return bool(_PRESIDING.search(titles) or _SECRETARY.fullmatch(entity.role or ""))

    def _by_government(self, entity: Entity, state: Entity | None) -> Entity | None:
        """A minister or envoy of the state that issues the document, or of the one its paragraph so far is about."""
        if not entity.role or not _GOVERNMENT.search(entity.role):
            return None
        return state or self._around.only_state(entity.spans[0][0])
