"""Who speaks where no attribution stands: the person interviewed, and the "we" of a declaration."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.narrative import Mention
    from summariser.documents import Document

__all__ = ["declared_we", "interviewee", "interviewer"]

_WE = re.compile(r"\bWe,\s+(?=the\s|[A-Z])")
_DEFINED = re.compile(r"\(\s*(?:hereinafter\s+|together\s+)?(?:the\s+)?[“\"‘'](?P<term>[^”\"’'()\n]{2,50})[”\"’']\s*\)")
_CREDIT = re.compile(r"\b(?:[Bb][Yy]|[Cc]onducted by|[Ii]nterviewed by|[Ww]ith)\s+$")
_BY = re.compile(r"\b(?:[Ii]nterview(?:ed)?|[Cc]onducted|[Qq]uestions|[Aa]sked)\s+by:?\s+$")
_SPOKE_TO = re.compile(
    r"(?:\b(?P<who>[Hh]e|[Ss]he|[Tt]hey)\s+|[\w,’”]\s+)(?:was\s+|were\s+|has\s+|have\s+|recently\s+|then\s+){0,2}"
    r"(?:spoke|talked|speaking|talking|spoken|chatted|talks|speaks|told)\s+(?:(?:to|with)\s+)?[^.;\n“]{0,40}?$"
)
_ASKS = r"(?:interview(?:ed|s)|question(?:ed|s)|s[ai]ts?\s+down\s+with|(?:caught|catches)\s+up\s+with)"
_MEETS = re.compile(
    rf"(?:,?\s[^.;\n]{{0,40}})?\s(?:{_ASKS}|met|meets|visited|visits|asked|asks)\s+(?:[^.;\n]{{0,40}}\s)?"
)
_ASKED = re.compile(rf"\b{_ASKS}\s+(?:[^.;,\n]{{0,40}}\s)?$")
_TOLD_OF = re.compile(r"\s+(?:is|was|has|runs|leads|heads|chairs)\b")
_WITH = re.compile(
    r"\b(?:interview\w*|conversation|talk\w*|sp[eo]\w*|Q\s?&\s?A|minutes|questions|coffee|tea|lunch|dinner|breakfast|hour)\b[^.;\n]{0,60}?\b(?:with|to|of|for)\s+(?:\w+\.?\s)?$",
    re.IGNORECASE,
)


_TALKS = re.compile(  # "Ana Reis, 47, a founder of the port, talked to"; whoever writes is not described
    r",\s[^.;\n]{2,120}?,\s(?:talked|talks|spoke|speaks|sat\s+down)\s+(?:to|with)\s"
)
_SWORN = re.compile(r"\s*[,(–—-]\s*(?:affirmed|sworn|recalled|duly sworn|having been (?:duly )?sworn)\b", re.IGNORECASE)
_QUESTIONS_FROM = re.compile(
    r"\b(?:questions?\s+(?:from|by)|questioned\s+by|(?:cross-|re-)?examin(?:ed|ation(?:-in-chief)?)\s+by)\s+"
    r"(?:(?:mr|mrs|ms|miss|dr|sir|dame|counsel)\.?\s+)*$",
    re.IGNORECASE,
)


def interviewee(text: str, persons: Sequence[Mention], spoken: tuple[int, int]) -> tuple[Entity, ...]:
    """The one witness that is sworn; else whom the words before the first question are about; else a note.

    Its author and interviewer are left out. Of several, one who is said to be asked, then the one named most, then
    the first.

    Args:
        text: The whole text.
        persons: Where persons are named.
        spoken: Where the interview begins and ends.
    """
    start, end = spoken
    sworn = {id(m.entity): m.entity for m in persons if _SWORN.match(text, m.end)}
    if sworn:
        return tuple(sworn.values()) if len(sworn) == 1 else ()
    head = [m for m in persons if m.start < start]
    asking = _asking(text, [m for m in persons if m.start < start or m.start >= end])
    credited = [m for m in head if not _CREDIT.search(text[max(0, m.start - 24) : m.start])]
    credited = [m for m in credited if id(m.entity) not in asking]
    if not credited:
        spoken_with = [m.entity for m in head if _WITH.search(text, max(0, m.start - 90), m.start)]
        after = [m for m in persons if m.start >= end and id(m.entity) not in asking]
        noted = [m.entity for m in after if _WITH.search(text, max(end, m.start - 90), m.start)] or [
            m.entity for m in after if _TOLD_OF.match(text, m.end)
        ]
        if spoken_with:
            return (spoken_with[0],)
        return (noted[0],) if len({id(entity) for entity in noted}) == 1 else ()
    counts = Counter(id(mention.entity) for mention in credited)
    asked = {id(m.entity) for m in credited if _ASKED.search(text, max(0, m.start - 60), m.start)}

    talking = {id(m.entity) for m in credited if _TALKS.match(text, m.end)}

    def rank(mention: Mention) -> tuple[bool, bool, int]:
        who = id(mention.entity)
        return who in asked, who in talking, counts[who]

    return (max(credited, key=rank).entity,)


def interviewer(text: str, persons: Sequence[Mention], spoken: tuple[int, int]) -> tuple[Entity, ...]:
    """The one person said to ask or to write the interview: "Interview by Tom Vik", "She spoke to Tom Vik".

    Args:
        text: The whole text.
        persons: Where persons are named.
        spoken: Where the interview begins and ends.
    """
    counsel = {id(m.entity): m.entity for m in persons if _QUESTIONS_FROM.search(text[max(0, m.start - 60) : m.start])}
    if counsel:
        return tuple(counsel.values()) if len(counsel) == 1 else ()
    around = [m for m in persons if m.start < spoken[0] or m.start >= spoken[1]]
    asking = _asking(text, around)
    credited = [m for m in around if _BY.search(text[max(0, m.start - 40) : m.start])]
    found = {id(m.entity): m.entity for m in around if id(m.entity) in asking} | {
        id(m.entity): m.entity for m in credited
    }
    return tuple(found.values()) if len(found) == 1 else ()


def _asking(text: str, persons: Sequence[Mention]) -> set[int]:
    """Who interviews: "She spoke to Tom Vik", "Ana Reis, the mayor, talked to Tom Vik".

    A function tells the one interviewed: nobody with one is taken for the interviewer.
    """
    found = set()
    for left, mention in zip([None, *persons], persons, strict=False):
        other = left if left is not None and left.entity is not mention.entity else None
        begin = max(0, mention.start - 90)
        told = _SPOKE_TO.search(text, begin, mention.start)
        by_other = told is not None and other is not None and begin <= other.start < told.start()
        if told and not mention.entity.role and (told["who"] or by_other):
            found.add(id(mention.entity))
        if other and not other.entity.role and mention.entity.role and _MEETS.fullmatch(text, other.end, mention.start):
            found.add(id(other.entity))
    return found


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
