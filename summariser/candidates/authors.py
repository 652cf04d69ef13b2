"""Who speaks where no attribution stands: the maker of a speech, the person interviewed, the "we" of a declaration."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from summariser.candidates.first_person import first_person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.narrative import Mention, Narrative
    from summariser.candidates.people import People
    from summariser.documents import Document

__all__ = ["declared_we", "interviewee", "speech_maker"]

_WE = re.compile(r"\bWe,\s+(?=the\s|[A-Z])")
_DEFINED = re.compile(r"\(\s*(?:hereinafter\s+|together\s+)?(?:the\s+)?[“\"‘'](?P<term>[^”\"’'()\n]{2,50})[”\"’']\s*\)")
_CREDIT = re.compile(r"\b(?:[Bb]y|[Cc]onducted by|[Ii]nterviewed by|[Ww]ith)\s+$")
_WITH = re.compile(
    r"\b(?:interview\w*|conversation|talk\w*|sp[eo]\w*)\b[^.;\n]{0,60}?\b(?:with|to|of)\s+(?:\w+\.?\s)?$", re.IGNORECASE
)
_GIVEN_BY = re.compile(
    r"\b(?:address|speech|statement|remarks|message|letter|lecture|keynote|delivered|given)\b[^\n]{0,120}?\b(?:by|of|from)\s",
    re.IGNORECASE,
)
_HEAD = 8  # sentences at the top of a speech that tell who gives it
_FOOT = 4  # sentences at its end that sign it
_FEWEST_PERSONAL = 5  # sentences in the first person
_LONGEST_SIGNATURE = 60


def interviewee(text: str, persons: Sequence[Mention], spoken: tuple[int, int]) -> tuple[Entity, ...]:
    """The person named most before the first question, its author left out, else whom a note at the end names.

    Args:
        text: The whole text.
        persons: Where persons are named.
        spoken: Where the interview begins and ends.
    """
    start, end = spoken
    credited = [m for m in persons if m.start < start and not _CREDIT.search(text[max(0, m.start - 24) : m.start])]
    counts = Counter(id(mention.entity) for mention in credited)
    if not counts:
        noted = [m.entity for m in persons if m.start >= end and _WITH.search(text, max(end, m.start - 90), m.start)]
        return (noted[0],) if len({id(entity) for entity in noted}) == 1 else ()
    best = max(counts.values())
    first = [mention.entity for mention in credited if counts[id(mention.entity)] == best]
    return (first[0],) if len({id(entity) for entity in first}) == 1 else ()


def declared_we(document: Document, entities: Sequence[Entity], mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """Whom `We, the Ministers of …` binds: the term it defines for itself, else the bodies and states it lists."""
    for sentence in document.sentences:
        match = _WE.search(document.text, sentence.start, sentence.end)
        if match is None:
            continue
        defined = _DEFINED.search(document.text, match.end(), sentence.end)
        if defined:
            term = defined["term"].casefold().removeprefix("the ")
            named = [e for e in entities if e.name.casefold() == term] or [
                e for e in entities if any(name.casefold().removeprefix("the ") == term for name in e.names)
            ]
            return tuple(named[:1]) if len(named) == 1 else ()
        listed = [m.entity for m in mentions if match.end() <= m.start < sentence.end and m.entity.kind is not None]
        return tuple({id(entity): entity for entity in listed}.values())
    return ()


def speech_maker(document: Document, people: People, narrative: Narrative) -> tuple[Entity, ...]:
    """The one who gives a speech or signs a letter: named at its top behind "by", or alone on a line at its end."""
    sentences = document.sentences
    personal = sum(first_person(s.text) for s in sentences if not narrative.in_speech(s.start))
    if personal < _FEWEST_PERSONAL:
        return ()
    for sentence in sentences[:_HEAD]:
        given = _GIVEN_BY.search(document.text, sentence.start, sentence.end)
        if given is None:
            continue
        persons = [m.entity for m in narrative.between(given.end(), sentence.end) if people.is_person(m.entity)]
        if persons:
            return (persons[0],)
    for sentence in sentences[: -_FOOT - 1 : -1]:
        if len(sentence.text) > _LONGEST_SIGNATURE:
            continue
        persons = [m.entity for m in narrative.between(sentence.start, sentence.end) if people.is_person(m.entity)]
        if len(persons) == 1 and sentence.text.endswith(persons[0].name.split()[-1]):
            return (persons[0],)
    return ()
