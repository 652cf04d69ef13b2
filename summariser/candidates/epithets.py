"""Persons called by their age or their nation: "the 43-year-old", "the Swede"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from summariser.candidates.states import state_by_adjective

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.narrative import Mention
    from summariser.candidates.people import People
    from summariser.documents import Document

__all__ = ["EPITHET", "NATIONALS", "Epithets"]

_ADJECTIVES = {
    "Swede": "Swedish", "Dane": "Danish", "Finn": "Finnish", "Pole": "Polish", "Turk": "Turkish", "Briton": "British",
    "Spaniard": "Spanish", "Scot": "British", "Dutchman": "Dutch", "Dutchwoman": "Dutch", "Frenchman": "French",
    "Frenchwoman": "French", "Irishman": "Irish", "Irishwoman": "Irish", "Englishman": "British",
    "Englishwoman": "British", "Welshman": "British", "Welshwoman": "British", "Scotsman": "British",
    "Scotswoman": "British", "Serb": "Serbian", "Croat": "Croatian", "Slovene": "Slovenian", "Icelander": "Icelandic",
    "Filipina": "Filipino", "Argentine": "Argentinian", "Luxembourger": "Luxembourgish",
}  # fmt: skip
NATIONALS = frozenset(_ADJECTIVES)
"""Nouns for one of a nation that are no adjective of its state."""

EPITHET = re.compile(
    r"\b[Tt]he\s+(?:(?P<years>\d{1,3})-year-old\b(?:\s+(?P<late>[A-Z][a-z]+)\b)?"
    r"|(?:(?:young|veteran|former|teenage|diminutive|giant|big|tall|bearded)\s+)?(?P<nation>[A-Z][a-z]{2,})\b"
    r"(?=\s*(?:[,.;:!?”\"’)—–]|$)|\s+(?:[a-z]+ly\s+)?(?:is|was|has|had|will|would|and|but|says?|said|tells|told|adds|plays|"
    r"faces|wins|won|lost|took|beat|led|came|went|made|got|hit|ran|put|[a-z]{2,}ed)\b))"
    r"(?!\s+who\b)"  # "the Dutchman who signed" is told from others
)
"""What may be one; whether its noun is a nation's is still to be seen."""

_NO_NOUN = ("ish", "ese", "ch", "sh")  # "the French" are several
_BACK = 3  # sentences before the first use in which the person is named


class Epithets:
    """Resolves the epithets of one document.

    Args:
        document: The document.
        mentions: Where its entities are named, in order.
        people: Its persons.
    """

    def __init__(self, document: Document, mentions: Sequence[Mention], people: People) -> None:
        self._text, self._sentences, self._people = document.text, document.sentences, people
        self._persons = [m for m in mentions if people.is_person(m.entity)]
        self._starts = [mention.start for mention in self._persons]
        self._sentence_starts = [sentence.start for sentence in document.sentences]
        self._known: dict[str, tuple[Entity, ...]] = {}

    def resolve(self, words: str, position: int) -> tuple[Entity, ...] | None:
        """Whom an epithet means, an empty tuple where the document does not tell, None where the words are none."""
        match = EPITHET.match(words)
        if match is None:
            return None
        years, noun = match["years"], match["nation"] or match["late"]
        nation = _nation(noun) if noun else None
        if years is None and nation is None:
            return None
        key = years or nation or ""
        if key not in self._known:
            self._known[key] = self._meant(years, nation, position)
        return self._known[key]

    def _meant(self, years: str | None, nation: str | None, position: int) -> tuple[Entity, ...]:
        if years and (aged := self._people.aged(years)):
            return aged
        persons = list({id(mention.entity): mention.entity for mention in self._persons}.values())
        if nation:
            held = [entity for entity in persons if entity.state == nation]
            if held:
                return tuple(held) if len(held) == 1 else ()
        first = min(position, self._first_use(years, nation, position))
        return self._introduced(first, nation)

    def _first_use(self, years: str | None, nation: str | None, position: int) -> int:
        """Where the epithet is first used, up to a position."""
        for match in EPITHET.finditer(self._text, 0, position):
            noun = match["nation"] or match["late"]
            if (years and match["years"] == years) or (nation and noun and _nation(noun) == nation):
                return match.start()
        return position

    def _introduced(self, position: int, nation: str | None) -> tuple[Entity, ...]:
        """Who was named before, not in the same sentence: the only person so far, or the one whom it goes on with."""
        number = max(0, bisect_right(self._sentence_starts, position) - 1)
        begin = self._sentences[number].start if self._sentences else 0
        here = {id(m.entity) for m in self._between(begin, position)}
        named = {
            id(m.entity): m.entity
            for m in self._between(0, begin)
            if id(m.entity) not in here and not (nation and m.entity.state and m.entity.state != nation)
        }
        if len(named) == 1:
            return tuple(named.values())
        back = _BACK if position == begin else 1  # “…,” said the Dane
        for sentence in reversed(self._sentences[max(0, number - back) : number]):
            near = {
                id(m.entity): m.entity for m in self._between(sentence.start, sentence.end) if id(m.entity) in named
            }
            if near:
                return tuple(near.values()) if len(near) == 1 else ()
        return ()

    def _between(self, start: int, end: int) -> Sequence[Mention]:
        return self._persons[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _nation(noun: str) -> str | None:
    """The state whose people a noun is for."""
    state = state_by_adjective(_ADJECTIVES.get(noun, noun)) if noun != "US" else None
    plural = noun not in _ADJECTIVES and noun != "Czech" and noun.endswith(_NO_NOUN)
    if state is None or plural or noun == state.name or noun in state.others:
        return None
    return state.name
