"""What reading one sentence needs to know of the whole document: names, speech, and what sort of text it is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from summariser.candidates.addressees import addresses
from summariser.candidates.instruments import is_instrument
from summariser.candidates.tokens import Token, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.quotations import Quotation
    from summariser.candidates.undertaking import Undertaking
    from summariser.documents import Document, Sentence

__all__ = ["Line", "Reader"]

_WE = re.compile(r"\b(?:[Ww]e|I)\s+(?:will|shall|have|are|am|do|did|can|cannot|must|were|was|make|know|ask|thank)\b")
_OFTEN = 4  # times a text in the first person says "we" or "I"
_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_POLICY = re.compile(
    r"\b(?:policy|code\s+of|terms\s+of|rules|procedure|charter|constitution|by-?laws?)\b", re.IGNORECASE
)
_RELEASE = re.compile(
    r"\b(?:for\s+immediate\s+release|(?:press|media|news)\s+(?:release|statement)|(?:public|customer|recall)\s+notice|notice\s+to\b|"
    r"recall\s+(?:of|notice)|announcement|bulletin|circular)\b",
    re.IGNORECASE,
)
_PACT = re.compile(r"\b(?:accord|pact|deal|agreement|settlement|truce|formula|memorandum)s?\b", re.IGNORECASE)
_NEWS_OPENING = 1500
_OPENING = 600  # characters in which minutes say that they are minutes
_NEAR = 2  # sentences from which an act without an agent takes one
_LISTED = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:,|,?\s*(?:and|or|nor|&))\s*(?:(?:the|The)\s+)?(?:[\w’'-]+\s+){0,4}")
_OWNS = re.compile(r"[’']s?\s+[a-z]")


@dataclass(frozen=True)
class Line:
    """One sentence, split.

    Attributes:
        sentence: The sentence.
        tokens: Its tokens.
        names: Numbers of the tokens at which the name of a party begins.
        named: Numbers of all tokens inside such names.
    """

    sentence: Sentence
    tokens: Sequence[Token]
    names: frozenset[int]
    named: frozenset[int]

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return self.sentence.text.rstrip("”\"’')]").endswith("?")

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins."""
        return [token.start for token in self.tokens]

    def at(self, position: int) -> int:
        """Number of the first token that begins at or behind a character."""
        return bisect_left(self.starts, position)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """First character of the token `start` and the last of the token before `end`."""
        return self.tokens[start].start, self.tokens[end - 1].end

    def low(self, number: int) -> str:
        """The token with this number in lower case, or an empty string where there is none."""
        return self.tokens[number].low if 0 <= number < len(self.tokens) else ""


class Reader:
    """Knows one document.

    Args:
        document: The document.
        entities: Its entities.
        quotations: Its direct speech.

    Attributes:
        document: The document.
        text: Its text.
        kinds: Kind of each entity by name.
    """

    def __init__(self, document: Document, entities: Sequence[Entity], quotations: Sequence[Quotation]) -> None:
        self.document, self.text = document, document.text
        self.kinds = {entity.name: entity.kind for entity in entities}
        self._mentions = sorted(
            ((start, end, entity.name) for entity in entities for start, end in entity.spans),
            key=lambda mention: (mention[0], -mention[1]),
        )
        self._mention_starts = [start for start, _, _ in self._mentions]
        self._spoken = sorted(span for quote in quotations for span in quote.spans)
        self._spoken_starts = [start for start, _ in self._spoken]
        self._lines: dict[int, Line] = {}
        self._last: Undertaking | None = None
        self._bound: Counter[str] = Counter()
        self._first_bound: dict[str, tuple[int, int]] = {}

    @cached_property
    def binding(self) -> bool:
        """Whether the text is an instrument, which binds by its own words."""
        return is_instrument(self.text)

    @cached_property
    def addresses(self) -> bool:
        """Whether "you" is a side of the contract that the text is."""
        return addresses(self.text)

    @cached_property
    def minutes(self) -> bool:
        """Whether the text says that it is the minutes of a meeting."""
        return _MINUTES.search(self.text, 0, _OPENING) is not None

    @cached_property
    def lays_down(self) -> bool:
        """Whether the text is a policy, a code or terms: it says of its own body who sees to what."""
        return _POLICY.search(self.text, 0, _OPENING) is not None

    @cached_property
    def announces(self) -> bool:
        """Whether the text is a notice or a release by which a body makes something known."""
        return _RELEASE.search(self.text, 0, _OPENING) is not None

    @cached_property
    def pact(self) -> bool:
        """Whether the text tells of a pact: of an agreement that others have made."""
        return len(_PACT.findall(self.text, 0, _NEWS_OPENING)) > 1

    @cached_property
    def first_person(self) -> bool:
        """Whether the document itself, and not only somebody quoted in it, says "we" or "I" again and again."""
        return sum(1 for match in _WE.finditer(self.text) if not self.in_speech(match.start())) >= _OFTEN

    def line(self, sentence: Sentence) -> Line:
        """The sentence, split; each once."""
        if sentence.index not in self._lines:
            self._lines[sentence.index] = self._split(sentence)
        return self._lines[sentence.index]

    def _split(self, sentence: Sentence) -> Line:
        tokens = tokens_of(self.text, sentence.start, sentence.end)
        starts = [token.start for token in tokens]
        first: set[int] = set()
        inside: set[int] = set()
        for start, end, _ in self._between(sentence.start, sentence.end):
            low, high = bisect_left(starts, start), bisect_left(starts, end)
            if low < len(tokens):
                first.add(low)
                inside.update(range(low, high))
        return Line(sentence, tokens, frozenset(first), frozenset(inside))

    def _between(self, start: int, end: int) -> Sequence[tuple[int, int, str]]:
        return self._mentions[bisect_left(self._mention_starts, start) : bisect_left(self._mention_starts, end)]

    def in_speech(self, position: int) -> bool:
        """Whether somebody's own words stand here."""
        index = bisect_right(self._spoken_starts, position) - 1
        return index >= 0 and position < self._spoken[index][1]

    def speech_end(self, position: int) -> int | None:
        """Where the words end that somebody says at a position, or None outside of speech."""
        index = bisect_right(self._spoken_starts, position) - 1
        return self._spoken[index][1] if index >= 0 and position < self._spoken[index][1] else None

    def names_in(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Mentions inside `text[start:end]`, the longest where several begin together."""
        found: list[tuple[int, int, str]] = []
        for item in self._between(start, end):
            if item[1] <= end and not (found and item[0] < found[-1][1]):
                found.append(item)
        return found

    def heads(self, start: int, end: int) -> tuple[str, ...]:
        """The name that heads a subject and those listed with it: `Argentina, Bolivia and Paraguay`.

        Of what belongs to somebody ("its chairman", "Acme's members") nothing: only the context tells who is meant.
        """
        heads: list[str] = []
        position = start
        for begin, stop, name in self.names_in(start, end):
            if heads and not _LISTED.fullmatch(self.text, position, begin):
                break
            if _OWNS.match(self.text, stop, stop + 4):
                return ()
            if name not in heads:
                heads.append(name)
            position = stop
        return tuple(heads)

    def remember(self, found: Sequence[Undertaking]) -> None:
        """Note whom the last undertaking binds, and whom how often."""
        for item in found:
            self._last = item
            for name in item.by[:1]:
                self._bound[name] += 1
                self._first_bound.setdefault(name, item.subject)

    @property
    def last(self) -> Undertaking | None:
        """The last undertaking so far."""
        return self._last

    def subject_before(self, sentence: Sentence) -> tuple[int, int] | None:
        """The name that stands first in the sentences right before, where they are of the same paragraph or near."""
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _NEAR), -1):
            before = self.document.sentences[index]
            names = [] if before.heading or before.text.startswith("Dear ") else self.names_in(before.start, before.end)
            if names:
                return names[0][:2]
        return None

    def most_bound(self) -> tuple[int, int] | None:
        """A subject that names the one bound most often so far."""
        return self._first_bound[self._bound.most_common(1)[0][0]] if self._bound else None

    def last_bound(self, sentence: Sentence) -> tuple[int, int] | None:
        """The subject of the last undertaking in the same paragraph or the few sentences before; no person."""
        last = self._last
        if last is None or last.subject[0] == last.subject[1]:
            return None
        paragraph = self.document.sentences[last.sentence].paragraph
        near = paragraph == sentence.paragraph or sentence.index - last.sentence <= _NEAR
        person = any(self.kinds.get(name) == "person" for name in last.by)
        return last.subject if near and not person else None
