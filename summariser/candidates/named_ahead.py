"""Whom a description means that comes first, where the name comes after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.kin import gender_of
from summariser.candidates.people import People, head_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.narrative import Mention, Narrative
    from summariser.documents import Document

__all__ = ["NamedAhead"]

_REVEALS = re.compile(
    r"(?:(?:[Hh]e|[Ss]he|(?:[Tt]hat|[Tt]he|[Tt]his)\s(?:\w+\s)?\w+)\s(?:is|was|turned out to be)"
    r"|It\s(?:belonged to|was|came from)"
    r"|(?:His|Her|Their|The\s\w+[’']s)\s(?:full\s)?name\s(?:is|was))\s(?:[A-Z]\w{0,9}\.?\s)?$"
)
_SIGNED = re.compile(r"\b(?:signed|written|sent|penned)\s+by\s+(?:[A-Z]\w{0,3}\.?\s)?$")
_AHEAD = 3  # sentences in which a person described first is named
_LOOK = 24


class NamedAhead:
    """Persons of one document who are described before they are named.

    Args:
        document: The document.
        mentions: Where its entities are named, in order.
        people: Its persons.
        narrative: Where speech and sentences lie.
    """

    def __init__(self, document: Document, mentions: Sequence[Mention], people: People, narrative: Narrative) -> None:
        self._text, self._sentences = document.text, document.sentences
        self._people, self._narrative = people, narrative
        self._first = {id(mention.entity): mention.start for mention in reversed(mentions)}
        self._first_use: dict[str, int] = {}

    def revealed(self, position: int) -> tuple[Entity, ...]:
        """`said a man in green. … He is Rui Alves`: a stranger whose name the sentences behind tell, or nobody."""
        index = self._narrative.sentence_at(position)
        for sentence in self._sentences[index + 1 : index + 1 + _AHEAD]:
            named = self._narrative.between(sentence.start, sentence.end)
            if sentence.heading or self._narrative.in_speech(sentence.start) or not named:
                continue
            first = named[0]
            told = _REVEALS.fullmatch(self._text, sentence.start, first.start)
            return (first.entity,) if told and self._people.is_person(first.entity) else ()
        return ()

    def named_next(self, words: str, position: int) -> tuple[Entity, ...]:
        """`said the mediator. … Thandiwe Mokgosi was appointed in March`: described first, named in what follows.

        The noun must be new, and the name, new too, must open one of the next sentences.
        """
        noun = head_noun(words)
        if noun is None or self._used_first(noun) < position:
            return ()
        index = self._narrative.sentence_at(position)
        for sentence in self._sentences[index + 1 : index + 1 + _AHEAD]:
            if self._narrative.in_speech(sentence.start) or sentence.heading:
                continue
            persons = [
                m for m in self._narrative.between(sentence.start, sentence.end) if self._people.is_person(m.entity)
            ]
            if not persons:
                continue
            first = persons[0]
            is_new = self._first[id(first.entity)] == first.start
            role = first.entity.role
            agrees = not role or head_noun(role) is None or head_noun(role) == noun or noun in {"man", "woman"}
            if _SIGNED.search(self._text, sentence.start, first.start) and agrees:
                return (first.entity,)
            opens = first.start - sentence.start <= _LOOK and self._text[sentence.start : first.start].count(" ") <= 2
            if is_new and agrees and opens and self._people.fits(first.entity, gender_of(noun)):
                return (first.entity,)
            return ()
        return ()

    def _used_first(self, noun: str) -> int:
        """Where the document first uses a noun."""
        if noun not in self._first_use:
            match = re.search(rf"\b{re.escape(noun)}\b", self._text, re.IGNORECASE)
            self._first_use[noun] = match.start() if match else len(self._text)
        return self._first_use[noun]
