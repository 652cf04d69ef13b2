"""Whom a subject means: a name, a pronoun ("she"), a role ("the envoy") or a common noun ("the company")."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from summariser.candidates.authors import declared_we
from summariser.candidates.bodies import Bodies
from summariser.candidates.kin import OWNED_RELATIVE, is_called
from summariser.candidates.labels import TITLE, Labels
from summariser.candidates.layout import is_personal
from summariser.candidates.narrative import Mention, Narrative
from summariser.candidates.people import People, head_noun
from summariser.candidates.speech_makers import speech_maker
from summariser.candidates.strangers import (
    LINK,
    OWNER_NAMED,
    describes_group,
    describes_stranger,
    is_personal_noun,
    name_given,
)
from summariser.candidates.written import READS, TEXT, writer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.quotations import Quotation
    from summariser.documents import Document

__all__ = ["Resolver"]

# A pronoun right before the verb, whatever adverbial stands in front of it.
_LONE_PRONOUN = re.compile(r"(?:.*[\s(])?(?P<word>it|he|she|they|we|I)", re.IGNORECASE | re.DOTALL)
_OPENING_PRONOUN = re.compile(r"(?P<word>it|he|she|they|we|I)\b", re.IGNORECASE)
_HE = re.compile(r"(?:he|she)$", re.IGNORECASE)
_FIRST = re.compile(r"(?:we|i|our|my)\b", re.IGNORECASE)
_WRITTEN = re.compile(rf"(?:[\w-]+\s+){{0,2}}?{TEXT}\b", re.IGNORECASE)
_WRITTEN_BY = re.compile(rf"(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}?{TEXT}\s+(?:from|by)\s", re.IGNORECASE)
_THE_TEXT = re.compile(rf"(?:it|this|that|(?:the|this|that)\s+(?:[\w-]+\s+)?{TEXT})$", re.IGNORECASE)
_READS_OUT = re.compile(r"\b(?:read|reading|quote|quoting|cite|citing)\b")  # "I will read you his sentence: …"
_OWNED = re.compile(r"(?P<owner>his|her|its|their)\s+(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
_INDEFINITE = re.compile(r"(?:an?|one|another|some|several)\s", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|this|that)\s", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s+and\s+(?:the\s+)?", re.IGNORECASE)
_FORMER = re.compile(r"the\s+(?:former|retired|one-time|onetime|ex-|sometime|then)", re.IGNORECASE)
_SHORT = 3  # words of a description that only takes up a person again


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
            (Mention(start, end, entity) for entity in entities for start, end in entity.spans),
            key=lambda mention: (mention.start, mention.end),
        )
        self._spoken = sorted(
            ((start, end, quote) for quote in quotations for start, end in quote.spans), key=lambda item: item[:2]
        )
        self._spoken_starts = [start for start, _, _ in self._spoken]
        self._speakers: dict[int, tuple[Entity, ...]] = {}
        self._people = People(document.text, self._entities)
        self._mentions = self._with_sayers(quotations)
        speech = [(start, end) for start, end, quote in self._spoken if not quote.label and quote.side is None]
        subjects = frozenset(quote.cue.subject_start for quote in quotations if quote.cue and not quote.label)
        self._narrative = Narrative(document, self._mentions, self._people, speech, subjects)
        self._labels = Labels(document.text, self._mentions, self._people, self._narrative, self._spoken)
        self._bodies = Bodies(document, self._narrative, self._entities)

    def _with_sayers(self, quotations: Sequence[Quotation]) -> list[Mention]:
        """The mentions, and among them names that an attribution shows to be somebody's ("Hill said")."""
        starts = [mention.start for mention in self._mentions]
        added = []
        for quote in quotations:
            if quote.cue is None or quote.label:
                continue
            start, end = quote.cue.subject_start, quote.cue.subject_start + len(quote.cue.subject)
            if bisect_left(starts, start) == bisect_left(starts, end):
                bearers = self._people.bearing(quote.cue.subject)
                added += [Mention(start, end, bearers[0])] if len(bearers) == 1 else []
        return sorted([*self._mentions, *added], key=lambda mention: (mention.start, mention.end))

    def speaker(self, quote: Quotation) -> tuple[Entity, ...]:
        """Who says it: one person or body, or an empty tuple where the document does not tell for certain."""
        if quote.start not in self._speakers:
            self._speakers[quote.start] = ()  # a speaker that would rest on itself stays open
            self._speakers[quote.start] = self._speaker(quote)[:1]
        return self._speakers[quote.start]

    def is_person(self, entity: Entity) -> bool:
        """Whether an entity is a person, by its kind or by its name."""
        return self._people.is_person(entity)

    def stranger(self, quote: Quotation) -> tuple[int, int] | None:
        """Where a person whom no name is given for is described as the speaker: "an aide", "one delegate"."""
        cue = quote.cue
        known_speaker = self.speaker(quote)
        if cue is None or (known_speaker and known_speaker[0].kind is not None):
            return None
        if quote.label:
            return self._labels.name(quote)
        words = cue.subject.rstrip()
        if cue.end - cue.start == len(cue.subject):  # a name above or below the words
            title = TITLE.match(words)
            name = words[title.end() :] if title else words
            return (cue.end - len(name), cue.end) if is_personal(name) else None
        if _INDEFINITE.match(words):
            here = self._document.sentences[self._narrative.sentence_at(cue.subject_start)]
            if given := name_given(self._text, cue.subject_start, here.end):
                return given
        return None if known_speaker else self._described(words, cue.subject_start)

    def _described(self, words: str, start: int) -> tuple[int, int] | None:
        """The description that the subject of a cue, which begins at `start`, is or takes up."""
        if _HE.match(words):
            return self._narrative.stranger_meant(start)
        if before := self._narrative.stranger_before(words, start):
            return before
        named = self._named(start, start + len(words))
        known = describes_group(words) or describes_stranger(words, start, named[0] if named else None)
        return (start, start + len(words)) if known else None

    def _speaker(self, quote: Quotation) -> tuple[Entity, ...]:
        if quote.side is not None:
            return self._labels.interviewee if quote.side == "answer" else self._labels.interviewer
        if quote.cue is None:
            return (self._led_up_to(quote) or self._only_speaker(quote)) if quote.marked else ()
        if quote.label:
            return self._labels.speaker(quote.cue.subject)
        cue = quote.cue
        reads_out = _FIRST.match(cue.subject) and _READS_OUT.search(self._text, cue.start, cue.end)
        if reads_out or (_THE_TEXT.match(cue.subject) and READS.search(self._text, cue.start, cue.end)):
            return self._writer(cue.start)
        return self._sayer(cue.subject, cue.subject_start)

    def _only_speaker(self, quote: Quotation) -> tuple[Entity, ...]:
        """Who says all the rest, where a feature opens with a paragraph of speech that nobody is yet said to say."""
        here = self._narrative.sentence_at(quote.start)
        opens = all(self._document.sentences[number].heading for number in range(here))
        return self._speaker_of_all(quote) if opens else ()

    def _speaker_of_all(self, quote: Quotation) -> tuple[Entity, ...]:
        """The one who says every other quote, or nobody."""
        others = [other for _, _, other in self._spoken if other is not quote]
        if not others or any(other.cue is None or other.label or other.side for other in others):
            return ()
        speakers = {id(who[0]) if (who := self.speaker(other)) else None: who for other in others}
        return next(iter(speakers.values())) if len(speakers) == 1 else ()

    def _writer(self, position: int) -> tuple[Entity, ...]:
        return writer(self._document, self._people, self._narrative, position)

    def _led_up_to(self, quote: Quotation) -> tuple[Entity, ...]:
        """`Mr Ito was blunt. “The money is gone.”`: the one person whom the sentence before is about."""
        number = self._narrative.sentence_at(quote.start)
        here = self._document.sentences[number]
        if here.start < quote.start - 1:
            lead = self._text[here.start : quote.start - 1].rstrip()
            if not lead.endswith((":", ",")):
                return ()
            return self._writer(quote.start) or (self._narrative.subject_of(number) if lead.endswith(":") else ())
        before = self._document.sentences[number - 1] if number else None
        if before is None or before.paragraph != here.paragraph:
            return ()
        return self._narrative.subject_of(number - 1) or self._writer(before.start)

    def resolve(self, words: str, start: int, *, speech: bool = False) -> tuple[Entity, ...]:
        """The entities that `words`, standing at `start`, mean.

        Args:
            words: The subject as the document has it.
            start: Where it stands.
            speech: True for the subject of a verb of saying: one person or body.

        Returns:
            All that are meant, or an empty tuple where the wording does not tell.
        """
        start += len(words) - len(words.lstrip())
        words = words.strip()
        if speech:
            return self._sayer(words, start)[:1]
        named = self._named(start, start + len(words))
        pronoun = _LONE_PRONOUN.fullmatch(words) or (None if named else _OPENING_PRONOUN.match(words))
        if pronoun:
            return self._unnamed(pronoun["word"], start + pronoun.start("word"), group=True)
        if named and not self._possessed(words, start, named[0]):
            return _entities(named)
        found = self._by_function(words, start, named)
        return found or _entities(named[:1]) or self._unnamed(words, start, group=True)

    def _named(self, start: int, end: int) -> list[Mention]:
        return [mention for mention in self._narrative.between(start, end) if mention.end <= end]

    def _unnamed(self, words: str, start: int, *, group: bool) -> tuple[Entity, ...]:
        if _FIRST.match(words):
            return self._first_person(start, plural=words[:1].lower() in "wo")
        if _HE.match(words):
            return self._narrative.pronoun(start)
        if words.lower() in {"his", "her"}:  # "Her message: “…”"
            return self._narrative.possessive(start, words)
        owned = _OWNED.match(words)
        written = owned is not None and _WRITTEN.match(owned["rest"])
        if owned and owned["owner"].lower() in {"his", "her"}:
            return self._narrative.possessive(start, owned["owner"]) if written else ()
        if owned and written and owned["owner"].lower() == "its":
            words = owned["owner"]
        return self._bodies.resolve(words, start, group=group)

    def _sayer(self, words: str, start: int) -> tuple[Entity, ...]:
        """Who is the subject of a verb of saying: the name in it, or whom its description or pronoun means."""
        parts = words.split(",")
        position = start
        for part in parts:
            named = self._named(position, position + len(part))
            if named and self._is_whole_name(part, position, named[-1]):
                return () if self._listed(named) else (named[-1].entity,)
            position += len(part) + 1
        head = parts[0].rstrip()
        named = self._named(start, start + len(head))
        if named and _WRITTEN_BY.match(head):
            return () if self._listed(named) else (named[-1].entity,)
        meant = None if named else self._narrative.epithet(head, start)
        if meant is None and _INDEFINITE.match(head):  # a source not named, or only further on
            meant = self._narrative.revealed(start)
        if meant is not None:
            return meant
        if relative := OWNED_RELATIVE.match(head):
            return self._relative(relative["kin"].lower(), start)
        if (found := self._by_function(head, start, named)) or named:
            return found or self._body_that_says(head, start, named)
        return () if head_noun(head) is not None else self._unnamed(head, start, group=False)[:1]

    def _relative(self, noun: str, start: int) -> tuple[Entity, ...]:
        """`his wife Ida Lund … his wife said`: the one person whom the words before call so."""
        named = {
            id(mention.entity): mention.entity
            for mention in self._narrative.between(0, start)
            if self._people.is_person(mention.entity) and is_called(self._text, mention.start, mention.end, noun)
        }
        return tuple(named.values()) if len(named) == 1 else ()

    def _body_that_says(self, head: str, start: int, named: Sequence[Mention]) -> tuple[Entity, ...]:
        """The body named in the subject, where that and not somebody of it is the one who says: "the Ministry"."""
        first = named[0]
        before, rest = head[: first.start - start], head[first.end - start :]
        if self._listed(named):
            return ()
        if LINK.search(before):
            return ()  # "officials at the ministry"
        if owned := OWNER_NAMED.match(rest):  # "Acme's boss", but "Acme's statement"
            return (first.entity,) if _WRITTEN.search(owned["rest"]) else ()
        of_it = head_noun(rest) is not None or (
            head_noun(before) is not None and not self._people.is_person(first.entity)
        )
        return () if of_it else (first.entity,)

    def _is_whole_name(self, part: str, position: int, last: Mention) -> bool:
        """Whether the words end with the name of a person whom the words before it only describe."""
        if self._text[last.end : position + len(part)].strip() or last.entity.kind not in (None, "person"):
            return False
        before = self._text[position : last.start]
        if last.entity.kind is None and not self._people.is_person(last.entity) and before.strip():
            return False
        return not LINK.search(before) or last.start == position

    def _listed(self, named: Sequence[Mention]) -> bool:
        """Whether two are named side by side: what both say is no one's quote."""
        return any(
            left.entity is not right.entity and _AND.fullmatch(self._text, left.end, right.start)
            for left, right in pairwise(named)
        )

    def _possessed(self, words: str, start: int, first: Mention) -> bool:
        """`Tamarack's chief executive` means the executive, not Tamarack; so does `the US ambassador`."""
        rest = words[first.end - start :]
        if OWNER_NAMED.match(rest):
            return True
        return first.entity.kind == "state" and re.match(r"\s+[a-z]", rest) is not None and head_noun(rest) is not None

    def _by_function(self, words: str, start: int, named: Sequence[Mention]) -> tuple[Entity, ...]:
        """Whom a description by function means: definite, or owned by a body that is named or not."""
        if head_noun(words) is None:
            return self._anaphora(words, start, named) if is_personal_noun(words) else ()
        owners: list[Entity] = []
        if named and self._possessed(words, start, named[0]):
            if self._people.is_person(named[0].entity):
                return ()  # "Ms Rao's spokesman" is not Ms Rao
            owners = [named[0].entity]
        elif not (
            _DEFINITE.match(words) or _OWNED.match(words) or words[:1].isupper() or "’s " in words or "'s " in words
        ):
            return ()
        elif (owned := _OWNED.match(words)) and owned["owner"].lower() in {"his", "her"}:
            return ()  # "her spokesman" is somebody else, of whom nothing is known
        if named and not owners and named[0].start == start:
            return ()
        return self._narrative.described(words, start, owners) or self._anaphora(words, start, named)

    def _anaphora(self, words: str, start: int, named: Sequence[Mention]) -> tuple[Entity, ...]:
        """`The Oba was calm. “It will keep,” the monarch said`: the one person the sentence before is about."""
        number = self._narrative.sentence_at(start)
        if named or not number or not _DEFINITE.match(words) or len(words.split()) > _SHORT:
            return ()
        found = self._narrative.subject_of(number - 1)
        role = found[0].role if found else None
        held = head_noun(role) if role is not None else None
        return found if held is None or (_FORMER.match(words) and held != head_noun(words)) else ()

    def _first_person(self, position: int, *, plural: bool) -> tuple[Entity, ...]:
        index = bisect_right(self._spoken_starts, position) - 1
        if index >= 0 and position < self._spoken[index][1]:
            return self.speaker(self._spoken[index][2])
        if plural and (declared := self._declared):
            return declared
        return self._speech_maker

    @cached_property
    def _declared(self) -> tuple[Entity, ...]:
        return declared_we(self._document, self._entities, self._mentions)

    @cached_property
    def _speech_maker(self) -> tuple[Entity, ...]:
        return () if self._labels.any else speech_maker(self._document, self._people, self._narrative)


def _entities(mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """Each entity once, in order of mention."""
    return tuple({id(mention.entity): mention.entity for mention in mentions}.values())
