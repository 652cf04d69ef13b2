"""Whom "he", "she" or a description points back to in the narrator's words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from summariser.candidates.epithets import EPITHET, Epithets
from summariser.candidates.kin import RELATIVE, gender_of
from summariser.candidates.named_ahead import NamedAhead
from summariser.candidates.people import People, head_noun
from summariser.candidates.roles import ROLE_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.genders import Gender
    from summariser.documents import Document, Sentence

__all__ = ["Mention", "Narrative"]

_PRONOUN = re.compile(r"(?:[Hh]e|[Ss]he)\b")
_LED_PRONOUN = re.compile(
    r"(?:[A-Z][\w’'-]*(?:ing|ed)|In|On|At|After|Before|When|While|As|With|For|From|Though|Although|Asked|Unlike|Until)\b"
    r"[^,.;:“”\"]{1,80},\s(?P<word>s?he)\b"
)
_NOUN = "|".join(sorted(ROLE_WORDS | {"man", "woman"}, key=len, reverse=True))
_DEFINITE = re.compile(
    rf"\b[Tt]he\s+(?:[\w’'-]+\s+){{0,3}}?(?:(?:vice|deputy|co)-)?(?:{_NOUN})(?:-general)?\b(?![-’'])", re.IGNORECASE
)
_UNNAMED = re.compile(rf"(?:A|An|One|Another|The)\s+(?:[\w’'-]+\s+){{0,4}}?(?P<noun>{_NOUN})\b(?![-’'])")
_STRANGER = re.compile(
    r"(?:A|An|One|Another)\s+(?:[\w’'-]+\s+){1,12}?(?:who|whose)\b|(?:A|An|One|Another)\s+(?P<noun>[\w-]*(?:man|woman|person|year|"
    r"mother|father|boy|girl|lady|gentleman))\b"
)
_PREDICATE = re.compile(r"[^,.;:]{0,80},\s+s?he\b")  # "A retired judge from Botswana, she had asked …"
_GOVERNED = re.compile(
    r"\b(?:of|to|with|for|by|from|against|at|about|on|over|between|than|and|[Uu]nlike|[Ll]ike|[Dd]espite|without|behind|"
    rf"alongside|[a-z]{{3,}}ing)\s+(?:[Tt]he\s+|[A-Z][a-z]{{1,4}}\.?\s+|(?:[A-Z][\w-]+\s+)?(?i:{_NOUN})\s+)?$"
)
_WHOM = re.compile(r"\bwhom\s+$")
_FOR_WHOM = re.compile(r"\s(?:for|of|at|from|with)\s(?:the\s)?")
_POSSESSIVE = re.compile(r"[’']s?\s+[a-z]")
_WINDOW = 8  # sentences back to which a pronoun reaches
_AHEAD = 3  # sentences in which a person described first is named
_LOOK = 24


class Mention(NamedTuple):
    """One place where an entity is named."""

    start: int
    end: int
    entity: Entity


class _Reference(NamedTuple):
    position: int
    entity: Entity | None  # None for a person whom the document does not name
    subject: bool
    gender: Gender | None


class Narrative:
    """The narrator's words of one document, speech left out.

    Args:
        document: The document.
        mentions: Where its entities are named, in order.
        people: Its persons.
        spoken: (start, end) of direct speech outside transcripts, in order, not overlapping.
        subjects: Positions of the subjects of attributions, at which a pronoun stands for the speaker.
    """

    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        people: People,
        spoken: Sequence[tuple[int, int]],
        subjects: frozenset[int],
    ) -> None:
        self._text, self._sentences = document.text, document.sentences
        self._mentions, self._people, self._spoken = mentions, people, spoken
        self._mention_starts = [mention.start for mention in mentions]
        self._sentence_starts = [sentence.start for sentence in document.sentences]
        self._spoken_starts = [start for start, _ in spoken]
        opening = [start for start in self._sentence_starts if not self.in_speech(start)]
        led = {match.start("word") for start in opening if (match := _LED_PRONOUN.match(self._text, start))}
        self._chain = [place for place in sorted({*opening, *subjects, *led}) if _PRONOUN.match(self._text, place)]
        self._pronouns: dict[int, tuple[Entity, ...]] = {}
        self._epithets = Epithets(document, mentions, people)
        self._resolved = False
        self._ahead = NamedAhead(document, mentions, people, self)
        self._references: dict[int, list[_Reference]] = {}

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin in `text[start:end]`."""
        return self._mentions[bisect_left(self._mention_starts, start) : bisect_left(self._mention_starts, end)]

    def sentence_at(self, position: int) -> int:
        """Number of the sentence that holds a position, or of the one before it."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    def in_speech(self, position: int) -> bool:
        """Whether a position lies inside direct speech."""
        index = bisect_right(self._spoken_starts, position) - 1
        return index >= 0 and position < self._spoken[index][1]

    def pronoun(self, position: int) -> tuple[Entity, ...]:
        """Whom the "he" or "she" at a position means, or an empty tuple where nobody named or several would do.

        The subject of the sentence before comes first; an unnamed subject ("a senior official") leaves it open, and so
        does a sentence where another person fits the gender better than the subject.
        """
        self._resolve_chain()
        if position not in self._pronouns:
            self._pronouns[position] = self._antecedent(position, self._gender_at(position))
        return self._pronouns[position]

    def _resolve_chain(self) -> None:
        """Resolve the pronouns that sentences are about in order, so that one may rest on the one before."""
        if self._resolved:
            return
        self._resolved = True
        for place in self._chain:
            self._pronouns[place] = self._antecedent(place, self._gender_at(place))

    def _gender_at(self, position: int) -> Gender:
        return "m" if self._text[position] in "Hh" else "f"

    def possessive(self, position: int, word: str) -> tuple[Entity, ...]:
        """Whom the "his" or "her" at a position means."""
        return self._antecedent(position, "m" if word.lower() == "his" else "f")

    def _antecedent(self, position: int, gender: Gender) -> tuple[Entity, ...]:
        index = self.sentence_at(position) if self._sentences else -1
        for number in range(index, max(-1, index - _WINDOW), -1):
            found = [reference for reference in self._referring(number) if reference.position < position]
            if number == index:
                found = [reference for reference in found if reference.subject]
                if _WHOM.search(self._text, max(0, position - _LOOK), position):
                    found = found[:-1]  # "Ms Rao, whom she calls"
            fitting = [reference for reference in found if self._agrees(reference, gender)]
            chosen = next((r for r in fitting if r.subject), fitting[0] if fitting else None)
            if chosen is None:
                continue
            if chosen.entity is None:
                return ()
            rivals = {id(r.entity) for r in fitting if r.entity is not None and self._people.gender(r.entity) == gender}
            if self._people.gender(chosen.entity) is None and rivals - {id(chosen.entity)}:
                return ()
            return (chosen.entity,)
        return ()

    def _agrees(self, reference: _Reference, gender: Gender) -> bool:
        if reference.gender not in (None, gender):
            return False
        return reference.entity is None or self._people.fits(reference.entity, gender)

    def subject_of(self, number: int) -> tuple[Entity, ...]:
        """The one person a sentence is about, or an empty tuple."""
        self._resolve_chain()
        found = self._referring(number)
        entities = {id(reference.entity): reference.entity for reference in found}
        if len(entities) != 1 or not found[0].subject or found[0].entity is None:
            return ()
        return (found[0].entity,)

    def _referring(self, number: int) -> list[_Reference]:
        """Names, descriptions and pronouns for persons in one sentence of the narrator, in order."""
        if number not in self._references:
            sentence = self._sentences[number]
            found = [] if sentence.heading else [*self._named(sentence), *self._described(sentence)]
            self._references[number] = sorted(found, key=lambda reference: reference.position)
        known = self._references[number]
        return sorted([*known, *self._pronominal(self._sentences[number])], key=lambda reference: reference.position)

    def _named(self, sentence: Sentence) -> list[_Reference]:
        found = []
        for mention in self.between(sentence.start, sentence.end):
            if self.in_speech(mention.start) or not self._people.is_person(mention.entity):
                continue
            if _POSSESSIVE.match(self._text, mention.end, mention.end + _LOOK):
                continue
            found.append(_Reference(mention.start, mention.entity, self._is_subject(sentence, mention.start), None))
        return found

    def _is_subject(self, sentence: Sentence, position: int) -> bool:
        return _GOVERNED.search(self._text[max(sentence.start, position - _LOOK) : position]) is None

    def _described(self, sentence: Sentence) -> list[_Reference]:
        found = []
        for match in _DEFINITE.finditer(self._text, sentence.start, sentence.end):
            if self.in_speech(match.start()) or any(
                m.start < match.end() for m in self.between(match.start(), match.end())
            ):
                continue
            who = self.described(match.group(), match.start())
            if who:
                subject = self._is_subject(sentence, match.start())
                found.append(_Reference(match.start(), who[0], subject, None))
        found += self._by_epithet(sentence)
        unnamed = _UNNAMED.match(self._text, sentence.start, sentence.end) or _STRANGER.match(
            self._text, sentence.start, sentence.end
        )
        kin = None if self.in_speech(sentence.start) else RELATIVE.match(self._text, sentence.start, sentence.end)
        if kin and not self._apposed(kin.end(), sentence.end):
            found.append(_Reference(sentence.start, None, True, gender_of(kin["kin"])))
        if unnamed and _PREDICATE.match(self._text, unnamed.end(), sentence.end):
            unnamed = None
        taken = any(reference.position == sentence.start for reference in found)
        if unnamed and not taken and not self._apposed(unnamed.end(), sentence.end):
            found.append(_Reference(sentence.start, None, True, gender_of((unnamed["noun"] or "").lower())))
        return found

    def _by_epithet(self, sentence: Sentence) -> list[_Reference]:
        """`The Swede`, `The 43-year-old`: a person, or at the head of the sentence somebody unknown."""
        found = []
        for match in EPITHET.finditer(self._text, sentence.start, sentence.end):
            start = match.start()
            meant = None if self.in_speech(start) else self._epithets.resolve(match.group(), start)
            if meant or (meant is not None and start == sentence.start):
                entity = meant[0] if meant else None
                found.append(_Reference(start, entity, self._is_subject(sentence, start), None))
        return found

    def _apposed(self, start: int, end: int) -> bool:
        """Whether a name follows a description as its own: "The mayor, Rosa Diaz", "The mayor Rosa Diaz"."""
        following = self.between(start, min(end, start + 4 * _LOOK))
        return (
            bool(following)
            and self._text[start : following[0].start].count(",") <= 1
            and self._people.is_person(following[0].entity)
        )

    def _pronominal(self, sentence: Sentence) -> list[_Reference]:
        """Pronouns resolved already that open the sentence or are the subject of an attribution."""
        found = []
        for place in self._chain[bisect_left(self._chain, sentence.start) : bisect_left(self._chain, sentence.end)]:
            if place in self._pronouns:
                who = self._pronouns[place]
                found.append(_Reference(place, who[0] if who else None, True, self._gender_at(place)))
        return found

    def described(self, words: str, position: int, owners: Sequence[Entity] = ()) -> tuple[Entity, ...]:
        """Whom a definite description at a position means, by function, or else by the name that follows it.

        Args:
            words: The description, its article or owner included.
            position: Where it stands.
            owners: The bodies or states that it names as those of the function.
        """
        if not owners and self.stranger_before(words, position):
            return ()
        fitting = self._people.described(words, owners)
        before = [(start, entity) for entity in fitting if (start := self._last_before(entity, position)) >= 0]
        if before:
            return (max(before, key=lambda pair: pair[0])[1],)
        if len(fitting) == 1:
            return (fitting[0],)
        return () if fitting else self._ahead.named_next(words, position)

    def epithet(self, words: str, position: int) -> tuple[Entity, ...] | None:
        """Whom "the 43-year-old" or "the Swede" means, or None where the words are no such epithet."""
        return self._epithets.resolve(words, position)

    def stranger_before(self, words: str, position: int) -> tuple[int, int] | None:
        """Where "the diplomat" was introduced as somebody without a name: "A European diplomat, who …"."""
        noun = head_noun(words)
        if noun is None or words[:4].lower() != "the ":
            return None
        number = self.sentence_at(position)
        start = self._sentences[max(0, number - _AHEAD)].start if self._sentences else 0
        introduced = [
            match
            for match in re.finditer(
                rf"\b[Aa]n?\s+(?:[\w’'-]+\s+){{0,3}}?{re.escape(noun)}\b", self._text[start:position]
            )
            if not self.in_speech(start + match.start())
        ]
        for match in reversed(introduced):
            begin, end = start + match.start(), start + match.end()
            person = any(self._people.is_person(mention.entity) for mention in self.between(begin, end))
            if not self._apposed(end, end + 3 * _LOOK) and not person:
                return begin, self._end_of_owner(end)
        return None

    def stranger_meant(self, position: int) -> tuple[int, int] | None:
        """Where somebody unnamed is introduced whom "he" or "she" means: "A spokeswoman declined. … she said"."""
        number = self.sentence_at(position)
        here = self._sentences[number] if self._sentences else None
        before = self._sentences[number - 1] if number else None
        if here is None or before is None or before.paragraph != here.paragraph or self.in_speech(before.start):
            return None
        match = _UNNAMED.match(self._text, before.start, before.end)
        references = self._referring(number - 1)
        alone = len(references) == 1 and references[0].entity is None
        if match is None or not alone or match.group().startswith("The"):
            return None
        gender = references[0].gender
        return (match.start(), self._end_of_owner(match.end())) if gender in (None, self._gender_at(position)) else None

    def _end_of_owner(self, end: int) -> int:
        """Where a description ends with the body that it names behind it: "a spokesman for Acme"."""
        link = _FOR_WHOM.match(self._text, end)
        named = self.between(link.end(), link.end() + 1) if link else ()
        return named[0].end if named else end

    def revealed(self, position: int) -> tuple[Entity, ...]:
        """The stranger described at a position whose name the sentences behind tell, or nobody."""
        return self._ahead.revealed(position)

    def _last_before(self, entity: Entity, position: int) -> int:
        index = bisect_left(entity.spans, (position, position)) - 1
        return entity.spans[index][0] if index >= 0 else -1
