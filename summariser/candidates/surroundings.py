"""Which entities stand around a place in the document, and which of them a few words mean there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from summariser.candidates.lexicon import BODY_NOUNS
from summariser.candidates.states import state_by_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.entity import Entity
    from summariser.documents import Document, Sentence

__all__ = ["Surroundings"]

_KINDS = ("organisation", "state", "group")
_STATE_NOUNS = frozenset("country government nation republic kingdom state".split())
_SIDE_CLAUSE = re.compile(
    r"\s*(?:If|When|Unless|Once|After|Before|Although|While|Though|As|Since|Until|Under|By)\b[^,]*$"
)
_NOUN_SUBJECT = re.compile(r"(?:^|,\s)\s*[Tt]he\s+(?P<noun>[a-z]+)\s")
_LEAD = 200  # characters of a sentence in which its subject is looked for
_BACK = 4  # sentences to which "its" reaches
_WINDOW = 200  # mentions to which a common noun reaches


class Surroundings:
    """Entities by place and by name.

    Args:
        document: The document.
        entities: Its entities.
    """

    def __init__(self, document: Document, entities: Sequence[Entity]) -> None:
        self._sentences = document.sentences
        self._starts_of_sentences = [s.start for s in self._sentences]
        self._mentions = sorted(((s, e, entity) for entity in entities for s, e in entity.spans), key=lambda m: m[:2])
        self._starts = [m[0] for m in self._mentions]
        self._names: dict[str, list[Entity]] = defaultdict(list)
        self._openings = frozenset(self._starts_of_sentences)
        self._tails: dict[str, Entity] = {}  # bodies by the last two words of a longer name
        for entity in entities:
            for name in entity.names:
                self._names[_folded(name)].append(entity)
            if entity.kind == "organisation" and entity.name.count(" ") > 1:
                self._tails.setdefault(" ".join(_folded(entity.name).split()[-2:]), entity)
            usual = state_by_name(entity.name) if entity.kind == "state" else None
            if usual is not None:
                self._names[_folded(usual.name)].append(entity)

    def lookup(self, words: str) -> Entity | None:
        """The body or state that these words name, wholly or with more words before or behind a name of it."""
        tokens = _folded(words).split()[:16]
        for last in range(len(tokens), 0, -1):
            if found := self._named(tokens[:last]):
                return found
        for first in range(1, len(tokens)):
            if found := self._named(tokens[first:]):
                return found
        return self._tails.get(" ".join(tokens[-2:])) if len(tokens) > 1 else None

    def _named(self, tokens: list[str]) -> Entity | None:
        return next((e for e in self._names.get(" ".join(tokens), []) if e.kind != "person"), None)

    def state(self, name: str) -> Entity | None:
        """The state with this name or alias."""
        return next((e for e in self._names.get(_folded(name), []) if e.kind == "state"), None)

    def at(self, position: int) -> Entity | None:
        """The body, state or set named at a place."""
        at = bisect_left(self._starts, position)
        while at < len(self._mentions) and self._starts[at] == position:
            if self._mentions[at][2].kind in _KINDS:
                return self._mentions[at][2]
            at += 1
        return None

    def end_at(self, position: int) -> int:
        """Where the mention that begins at a place ends."""
        at = bisect_left(self._starts, position)
        return self._mentions[at][1] if at < len(self._mentions) else position

    def ending_at(self, position: int) -> Entity | None:
        """The body, state or set whose mention ends at a place."""
        for _, end, entity in reversed(self._mentions[: bisect_left(self._starts, position)][-3:]):
            if end == position and entity.kind in _KINDS:
                return entity
        return None

    def body_before(self, start: int, end: int) -> Entity | None:
        """The body or state named last between two places."""
        return next((e for _, _, e in reversed(self._between(start, end)) if e.kind in _KINDS), None)

    def first_body(self) -> Entity | None:
        """The body that the document names first."""
        return next((entity for _, _, entity in self._mentions if entity.kind == "organisation"), None)

    def other_person(self, start: int, end: int, entity: Entity) -> bool:
        """Whether another person is named between two places."""
        return any(other is not entity and other.kind == "person" for _, _, other in self._between(start, end))

    def topic(self, position: int, kinds: Sequence[str] = _KINDS, *, back: int = _BACK) -> Entity | None:
        """What `its` means: the first body of this sentence so far, else the subject of the sentences before it."""
        number = bisect_right(self._starts_of_sentences, position) - 1
        for index in range(number, max(-1, number - back), -1):
            sentence = self._sentences[index]
            for start, _, entity in self._between(sentence.start, min(sentence.end, position)):
                lead = sentence.text[: min(start - sentence.start, _LEAD)]
                if index < number and (found := self._noun_subject(lead or sentence.text, sentence.start)):
                    return found
                if entity.kind in kinds and not (index < number and _SIDE_CLAUSE.match(lead)):
                    return entity
            if index < number and (found := self._noun_subject(sentence.text, sentence.start)):
                return found
        return None

    def _noun_subject(self, words: str, start: int) -> Entity | None:
        """What the subject of a sentence means where it is a common noun for a body."""
        match = _NOUN_SUBJECT.search(words, 0, _LEAD)
        return self.by_noun(match["noun"], start) if match and match["noun"] in BODY_NOUNS else None

    def by_noun(self, noun: str, position: int) -> Entity | None:
        """`the union`: the body of that kind named last; `the company`: the body spoken of; `the country`: a state."""
        at = bisect_left(self._starts, position)
        before = self._mentions[max(0, at - _WINDOW) : at]
        for _, _, entity in reversed(before):
            if entity.kind in (None, "organisation") and noun in entity.name.casefold().split():
                return entity
        if noun in _STATE_NOUNS:
            return next((e for _, _, e in reversed(before) if e.kind == "state"), None)
        number = bisect_right(self._starts_of_sentences, position) - 1
        for index in range(number, max(-1, number - _BACK), -1):
            sentence = self._sentences[index]
            for _, _, entity in self._between(sentence.start, min(sentence.end, position)):
                if entity.kind == "organisation":
                    return entity
        return None

    def only_state(self, position: int) -> Entity | None:
        """The one state named in the paragraph before a place, where it is the subject of a sentence there."""
        sentence = self.sentence_at(position)
        if sentence is None:
            return None
        index = sentence.index
        while index > 0 and self._sentences[index - 1].paragraph == sentence.paragraph:
            index -= 1
        before = self._between(self._sentences[index].start, position)
        states = {id(entity): (start, entity) for start, _, entity in reversed(before) if entity.kind == "state"}
        if len(states) != 1:
            return None
        start, entity = next(iter(states.values()))
        return entity if start in self._openings else None

    def issuer(self, kind: str) -> Entity | None:
        """The body or state whose document it is: named in a heading among the first lines, a state alone there."""
        for sentence in self._sentences[:4]:
            if not sentence.heading and sentence.text.upper() != sentence.text:
                continue
            for start, end, entity in self._between(sentence.start, sentence.end):
                alone = 2 * (end - start) > len(sentence.text)
                if entity.kind == kind and (alone or kind != "state"):
                    return entity
        return None

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence around a place."""
        number = bisect_right(self._starts_of_sentences, position) - 1
        return self._sentences[number] if number >= 0 and position < self._sentences[number].end else None

    def _between(self, start: int, end: int) -> list[tuple[int, int, Entity]]:
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _folded(name: str) -> str:
    words = name.casefold().replace("’", "'").split()
    while words and words[0] in {"the", "by"}:
        words = words[1:]
    return " ".join(words).strip(".,")
