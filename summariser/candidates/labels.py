"""Who bears the label of a turn, and who asks and who answers in an interview."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from summariser.candidates.authors import interviewee as find_interviewee
from summariser.candidates.authors import interviewer as find_interviewer
from summariser.candidates.lexicon import HONORIFICS
from summariser.candidates.people import head_noun
from summariser.candidates.turn_labels import IN_BRACKETS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.narrative import Mention, Narrative
    from summariser.candidates.people import People
    from summariser.candidates.quotations import Quotation

__all__ = ["TITLE", "Labels"]

_QUESTION = frozenset({"q", "question", "reporter", "reporters", "journalist"})
_INTERVIEWER = frozenset({"q", "question", "interviewer"})
_ANSWER = frozenset({"a", "answer", "guest", "interviewee"})
_TITLES = "|".join(
    sorted(map(re.escape, HONORIFICS | {"Senator", "Representative", "Deputy", "Chief"}), key=len, reverse=True)
)
TITLE = re.compile(rf"(?:{_TITLES})\.?\s+", re.IGNORECASE)
"""The title of a person, before the name."""


class Labels:
    """Resolves the labels of turns of one document.

    Args:
        text: The whole text.
        mentions: Where entities are named, in order.
        people: Its persons.
        narrative: Its mentions by place.
        spoken: (start, end, quotation) of each piece of direct speech, in order.
    """

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        people: People,
        narrative: Narrative,
        spoken: Sequence[tuple[int, int, Quotation]],
    ) -> None:
        self._text, self._mentions, self._people = text, mentions, people
        self._narrative, self._spoken = narrative, spoken

    @property
    def any(self) -> bool:
        """Whether anything is spoken under a label, or as question or answer."""
        return any(quote.label or quote.side for _, _, quote in self._spoken)

    def name(self, quote: Quotation) -> tuple[int, int] | None:
        """The name in the label of a turn whose speaker is named nowhere else: "Senator REIS"."""
        cue = quote.cue
        if cue is None or cue.subject.casefold() in _ANSWER | _QUESTION:
            return None
        bearers = self._people.labelled(cue.subject)
        if len(bearers) > 1 or any(bearer.kind is not None for bearer in bearers):
            return None
        start, words = self._holders.get(cue.subject.casefold(), (cue.subject_start, cue.subject))
        while (title := TITLE.match(words)) and title.end() < len(words):
            start, words = start + title.end(), words[title.end() :]
        words = words.partition(",")[0] if " " in words.partition(",")[0] else words  # "Ann Lee, Hale Ports"
        return start, start + len(words.rstrip())

    @cached_property
    def _holders(self) -> dict[str, tuple[int, str]]:
        """Names in brackets behind an office that labels turns, where they begin: "THE CHAIR (SEN. REIS)"."""
        found: dict[str, tuple[int, str]] = {}
        for _, _, quote in self._spoken:
            told = IN_BRACKETS.match(self._text, quote.cue.end) if quote.label and quote.cue else None
            if told and quote.cue and head_noun(quote.cue.subject) and TITLE.match(told["who"]):
                found.setdefault(quote.cue.subject.casefold(), (told.start("who"), told["who"]))
        return found

    @cached_property
    def interviewee(self) -> tuple[Entity, ...]:
        """Who answers."""
        return find_interviewee(self._text, *self._interview)

    @cached_property
    def interviewer(self) -> tuple[Entity, ...]:
        """Who asks."""
        answering = {id(entity) for entity in self.interviewee}
        asking = find_interviewer(self._text, *self._interview)
        return tuple(entity for entity in asking if id(entity) not in answering)

    @property
    def _interview(self) -> tuple[list[Mention], tuple[int, int]]:
        """Where persons are named, and where the interview begins and ends."""
        turns = [item for item in self._spoken if item[2].label or item[2].side] or self._spoken
        spoken = (turns[0][0], turns[-1][1]) if turns else (0, 0)
        return [mention for mention in self._mentions if self._people.is_person(mention.entity)], spoken

    def speaker(self, label: str) -> tuple[Entity, ...]:
        """Who bears a label, or an empty tuple where it does not tell."""
        folded = label.casefold()
        if folded in self._bracketed:
            return (self._bracketed[folded],)
        if folded in _ANSWER:
            return self.interviewee
        if folded in _QUESTION | _INTERVIEWER:
            return self.interviewer if folded in _INTERVIEWER else ()
        found = self._people.labelled(label)
        if len(found) == 1 and found[0].name.split()[-1].casefold() in self._named_in_labels and head_noun(label):
            own = found[0].name.split()[-1].casefold() in folded
            return tuple(found) if own else ()  # "Chair:" is not the chair of a company who answers as "Mr Vik:"
        return tuple(found) if len(found) == 1 else ()

    @cached_property
    def _named_in_labels(self) -> frozenset[str]:
        """The last words, folded, of the labels of turns: surnames of those who speak under their own name."""
        return frozenset(q.cue.subject.split()[-1].casefold() for _, _, q in self._spoken if q.label and q.cue)

    @cached_property
    def _bracketed(self) -> dict[str, Entity]:
        """Who bears a label, where a bracket behind it tells once."""
        found: dict[str, Entity] = {}
        for _, _, quote in self._spoken:
            told = IN_BRACKETS.match(self._text, quote.cue.end) if quote.label and quote.cue else None
            named = (
                [one for one in self._narrative.between(*told.span("who")) if one.end <= told.end("who")]
                if told
                else []
            )
            if quote.cue and named and self._people.is_person(named[0].entity):
                found.setdefault(quote.cue.subject.casefold(), named[0].entity)
        return found
