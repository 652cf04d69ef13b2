"""Whose words a letter, a note or a message holds, where "it" or "the letter" is quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summariser.candidates.entities import Entity
    from summariser.candidates.narrative import Narrative
    from summariser.candidates.people import People
    from summariser.documents import Document

__all__ = ["READS", "TEXT", "writer"]

TEXT = (
    r"(?:letter|statement|memo|memorandum|note|notice|e-?mail|report|text(?:\smessage)?|message|voicemail|speech|post|"
    r"tweet|book|article|affidavit|evidence|testimony|submission|press\srelease|release|diary|will|postcard|card|"
    r"telegram|petition|resignation|reply|complaint|poem|song|caption|placard|banner|sign)"
)
READS = re.compile(r"\b(?:reads?|ran|runs|(?:goes|went)(?:\s+on)?|begins|began|ends|ended|concludes|concluded)\s*$")
_SENT = re.compile(
    rf"(?:\b(?:an?|this|the|one|his|her|their|its|another)|[’']s)\s+(?:[\w-]+\s+){{0,2}}?{TEXT}\b(?!\s+to\b)"
    r"(?P<by>(?:[^.;:“”\"]{0,60}?\b(?:signed|written|sent|penned|drafted|issued|authored))?\s+(?:from|by)\s)?",
    re.IGNORECASE,
)
_NEAR = 60  # characters behind "by" in which the writer is named
_BACK = 3  # sentences back in which the text is spoken of


def writer(document: Document, people: People, narrative: Narrative, position: int) -> tuple[Entity, ...]:
    """Who wrote or sent the text that the narrator speaks of right before a position, or an empty tuple.

    The person behind "from" or "by", else the one person that the sentence is about.

    Args:
        document: The document.
        people: Its persons.
        narrative: The narrator's words.
        position: Where the text is quoted.
    """
    here = narrative.sentence_at(position)
    paragraph = document.sentences[here].paragraph if document.sentences else None
    for number in range(here, max(-1, here - _BACK - 1), -1):
        sentence = document.sentences[number]
        if sentence.paragraph != paragraph:
            return ()
        sent = _SENT.search(document.text, sentence.start, min(sentence.end, position))
        if sent is None or narrative.in_speech(sent.start()):
            continue
        if sent["by"] is None:
            return narrative.subject_of(number)
        named = [m.entity for m in narrative.between(sent.end(), sent.end() + _NEAR) if people.is_person(m.entity)]
        return tuple(named[:1])
    return ()
