"""Who gives a speech or writes a letter: whom its head or its foot names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.first_person import first_person
from summariser.candidates.roles import ROLE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.narrative import Mention, Narrative
    from summariser.candidates.people import People
    from summariser.documents import Document, Sentence

__all__ = ["speech_maker"]

_SPEECH = (
    r"(?:address|speech|statement|remarks|message|letter|lecture|keynote|talk|testimony|evidence|sermon|eulogy|toast)"
)
_GIVEN_BY = re.compile(
    rf"\b(?:{_SPEECH}|delivered|given|speaker)\b[^\n]{{0,120}}?(?:\b(?:by|of|from)\s|:)", re.IGNORECASE
)
_OWN_SPEECH = re.compile(rf"[’'](?:s\b)?\s+(?:[\w’'&.-]+\s+){{0,6}}?{_SPEECH}\b", re.IGNORECASE)
_GIVES = re.compile(
    r"[^.;:\n]{0,120}?\b(?:gave|gives|giving|delivered|delivers|delivering|spoke|speaks|speaking|addressed|addresses|"
    r"made|makes|told|said|wrote|writes|opened|opens)\b",
    re.IGNORECASE,
)
_SELF = re.compile(r"\b(?:[Mm]y name is|I am|I[’']m|I,)\s+(?:[A-Z]\w{0,4}\.?\s+)?$")
_ROLE = re.compile(r"\b(?:" + "|".join(sorted(ROLE_WORDS, key=len, reverse=True)) + r")\b", re.IGNORECASE)
_BEHIND = re.compile(r"\s*(?:$|\n|[:–—(]|-\s|,[^\n]*)", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"\b(?:[Dd]ear|[Tt]o|[Ff]or|[Aa]bout|[Ww]ith|[Hh]onou?ring|[Mm]emory of|[Ff]uneral of|"
    r"[Aa]fter|[Uu]nder|[Ii]ntroduced by)\s"
    r"(?:the\s+)?(?:[A-Z][\w.]*\s+){0,4}$"
)
_LETTER = re.compile(r"\s*Dear\b|\s*To(?::|\s+(?:the|all|our|my)\b)")
_SALUTATION = re.compile(
    r"\b(?:good (?:morning|afternoon|evening|day)|ladies and gentlemen|you|"
    r"your (?:\w+\s)?(?:Excellenc|Worship|Honour|Majest|Highness|Grace)\w*|"
    r"(?:friends|colleagues|comrades|delegates|guests|Mr Speaker|Madam Speaker)[,;.!:]|greetings|welcome)(?!\w)",
    re.IGNORECASE,
)
_TEXT_OF = re.compile(
    rf"\b(?:this|these|the\s+above)\b[^.]{{0,60}}\b(?:his|her|their|the)\s+(?:\w+\s+)?{_SPEECH}\b", re.IGNORECASE
)
_HEAD = 10  # sentences and lines at the top that may tell who speaks
_FOOT = 4  # at the end, where a signature or a note stands
_FEWEST_PERSONAL = 5  # sentences in the first person
_LONGEST_SIGNATURE = 60


def speech_maker(document: Document, people: People, narrative: Narrative) -> tuple[Entity, ...]:
    """The one who gives a speech or signs a letter; an empty tuple for another document, or where nothing tells.

    At least five sentences outside quotations are in the first person. What stands before the first of them tells it,
    "speech by" best, then the only person there; else a signature or a note at the end, or the speaker's own words.

    Args:
        document: The document.
        people: Its persons.
        narrative: Its narrator's words.
    """
    sentences = document.sentences
    own = [s for s in sentences if not s.heading and not narrative.in_speech(s.start) and first_person(s.text)]
    if len(own) < _FEWEST_PERSONAL:
        return ()
    head = [s for s in sentences[: min(own[0].index, _HEAD)] if not _SALUTATION.search(s.text)]
    letter = any(_LETTER.match(sentence.text) for sentence in head)
    named = [(s, m) for s in head for m in narrative.between(s.start, s.end) if people.is_person(m.entity)]
    named = [(s, m) for s, m in named if not _ADDRESSED.search(document.text[max(s.start, m.start - 60) : m.start])]
    foot = list(_signed(document, people, narrative))
    for rank in (_by_speech, _by_act, _by_place):
        if letter and rank is not _by_speech:
            break
        if told := [mention.entity for sentence, mention in named if rank(document.text, sentence, mention)]:
            return (told[0],)
    if foot:
        return (foot[0],)
    if len({id(mention.entity) for _, mention in named}) == 1 and not letter:
        return (named[0][1].entity,)
    return _by_name(document.text, own[:_HEAD], people, narrative)


def _by_speech(text: str, sentence: Sentence, mention: Mention) -> bool:
    """`Speech by Ana Reis`, `Speaker: Ana Reis`, `Mayor Ana Reis's State of the City address`."""
    given = _GIVEN_BY.search(text, sentence.start, mention.start)
    return given is not None or _OWN_SPEECH.match(text, mention.end, sentence.end) is not None


def _by_act(text: str, sentence: Sentence, mention: Mention) -> bool:
    """`Ana Reis, the minister, gave this speech on Tuesday`."""
    return _GIVES.match(text, mention.end, sentence.end) is not None


def _by_place(text: str, sentence: Sentence, mention: Mention) -> bool:
    """`Ana Reis, Minister of Ports`, `Ana Reis: The winter and after`: at the edge of a line, with a function."""
    line = text.rfind("\n", 0, mention.start) + 1
    before = text[max(line, sentence.start) : mention.start].strip()
    if before and not _ROLE.search(before):
        return False
    return _BEHIND.match(text, mention.end, sentence.end) is not None and bool(mention.entity.role)


def _signed(document: Document, people: People, narrative: Narrative) -> Iterator[Entity]:
    """Who stands alone on a line at the end, or is told there to have spoken so."""
    for sentence in document.sentences[: -_FOOT - 1 : -1]:
        persons = [m.entity for m in narrative.between(sentence.start, sentence.end) if people.is_person(m.entity)]
        if not persons or len({id(person) for person in persons}) > 1:
            continue
        if first_person(sentence.text):
            continue
        alone = len(sentence.text) <= _LONGEST_SIGNATURE and sentence.text.endswith(persons[0].name.split()[-1])
        if alone or _TEXT_OF.search(document.text, sentence.start):
            yield persons[0]


def _by_name(text: str, own: Sequence[Sentence], people: People, narrative: Narrative) -> tuple[Entity, ...]:
    """`My name is Ana Reis`."""
    for sentence in own:
        for mention in narrative.between(sentence.start, sentence.end):
            if people.is_person(mention.entity) and _SELF.search(text[sentence.start : mention.start]):
                return (mention.entity,)
    return ()
