"""Sentences become context: facts in the document's own words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from summariser.candidates.matters import find_matter
from summariser.candidates.names import dateline_end
from summariser.candidates.occasions import find_occasion, main_event
from summariser.candidates.prose import is_prose, is_whole
from summariser.candidates.salience import Signs, is_needed, signs_of
from summariser.documents.date_words import find_date_words
from summariser.documents.lines import ends_dangling
from summariser.grounding.dates import resolve_date
from summariser.pipeline.fact_kinds import kind_of
from summariser.pipeline.parties import cut
from summariser.pipeline.sections import find_sections
from summariser.schemas import Context

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date as Date

    from summariser.candidates.analysis import Analysis
    from summariser.documents import Sentence
    from summariser.schemas.answer import PickedFact
    from summariser.schemas.brief import ContextKind

__all__ = ["ContextMaker", "Untold"]

_MOSTLY = 0.5
_LIST_MARK = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|\((?:\d{1,2}|[A-Za-z]|[ivx]{1,5})\)|[A-Z]\.(?=\s\s)|[*•·▪–—-])\s+"
)

Spans = list[tuple[int, int]]


class Untold(NamedTuple):
    """A sentence that may become a fact.

    Attributes:
        sentence: The sentence.
        start: Where its words begin, after a dateline or a label.
        signs: What it shows of itself.
    """

    sentence: Sentence
    start: int
    signs: Signs


class ContextMaker:
    """Makes the context of one document.

    Args:
        analysis: The document's candidates.
        anchor: The document's own date, or None.
    """

    def __init__(self, analysis: Analysis, anchor: Date | None) -> None:
        self._analysis = analysis
        self._anchor = anchor
        self._text = analysis.document.text
        bound = [(item.start, item.end) for item in analysis.undertakings]
        cues = [(item.cue.start, item.cue.end) for item in analysis.quotations if item.cue]
        turns = [span for item in analysis.quotations if item.label or item.side for span in item.spans]
        quoted = [span for item in analysis.quotations if not (item.label or item.side) for span in item.spans]
        self._turns = _merged(turns)
        self._bound = _merged(bound)
        self._quoted = _merged([*bound, *cues, *quoted])
        self._busy = _merged([*bound, *cues, *quoted, *turns])
        self._used: set[int] = set()

    def chosen(self, sentences: Sequence[Sentence], *, head: bool) -> list[Context]:
        """The facts of a chunk that the program chooses by rule: as many as a reader needs.

        Args:
            sentences: The sentences of the chunk.
            head: Whether the document begins here; then its matter and its main event come first.
        """
        facts = [self._matter(sentences), self._main(sentences)] if head else []
        facts += [
            self._make(item.sentence, None)
            for item in self.untold(sentences)
            if is_needed(self._text[item.start : item.sentence.end], item.signs)
        ]
        return [fact for fact in facts if fact]

    def picked(self, facts: Iterable[PickedFact]) -> list[Context]:
        """The sentences that the model picked, but for those that a commitment or a quote already tells."""
        made = []
        for fact in facts:
            sentence = self._analysis.document.sentences[int(fact.at[1:]) - 1]
            told = _share(self._busy, sentence.start, sentence.end) > _MOSTLY
            if not (sentence.heading or not is_whole(sentence.text) or told):
                made.append(self._make(sentence, fact.kind))
        return [fact for fact in made if fact]

    def undecided(self, sentences: Sequence[Sentence]) -> list[Untold]:
        """The sentences of a whole document that may become facts beside its matter and its main event."""
        self._matter(sentences)
        self._main(sentences)
        return [item for item in self.untold(sentences) if item.sentence.index not in self._used]

    def _matter(self, sentences: Sequence[Sentence]) -> Context | None:
        """What the line of a letter or a memorandum says that it is about."""
        matter = find_matter(sentences)
        if matter is None:
            return None
        self._used.update(s.index for s in sentences if s.start <= matter[0] < s.end)
        return self._fact([matter], "event")

    def _main(self, sentences: Sequence[Sentence]) -> Context | None:
        """The main event: what the document is the record of, or else what its first sentences tell."""
        occasion = find_occasion(self._analysis.document, self._analysis.quotations)
        if occasion and occasion[0][0] < sentences[-1].end:
            self._used.update(s.index for s in sentences if any(a < s.end and s.start < b for a, b in occasion))
            return self._fact(occasion, "event")
        event = main_event(sentences)
        return self._make(event, "event") if event else None

    def untold(self, sentences: Iterable[Sentence]) -> Iterator[Untold]:
        """The sentences of the body, turns of a transcript included, that no commitment and no quotation tells."""
        for sentence in sentences:
            place = self._places.get(sentence.index)
            if place is None:
                continue
            start = self._start(sentence)
            spoken = _share(self._turns, start, sentence.end) > _MOSTLY
            told = _share(self._bound if spoken else self._quoted, start, sentence.end) > _MOSTLY
            words = self._text[start : sentence.end]
            if is_whole(words) and not told:
                yield Untold(sentence, start, signs_of(words, place, self._before[sentence.index]))

    @cached_property
    def _sections(self) -> list[Sequence[Sentence]]:
        return find_sections(self._analysis.document.sentences)

    @cached_property
    def _places(self) -> dict[int, int]:
        """The place in its section of each sentence of the body, by its index."""
        bodies = ((sentence.index for sentence in section if is_prose(sentence)) for section in self._sections)
        return {index: place for body in bodies for place, index in enumerate(body)}

    @cached_property
    def _before(self) -> list[float]:
        """How much of its section lies before each sentence, 0 to 1; furniture does not count."""
        shares: list[float] = []
        for section in self._sections:
            ends = list(accumulate(len(sentence.text) for sentence in section))
            shares += [end / ends[-1] for end in (0, *ends[:-1])]
        return shares

    def _start(self, sentence: Sentence) -> int:
        """Where the words of a sentence begin, after a dateline, the label of a speaker or the mark of a list."""
        turn = bisect_right(self._turns, (sentence.start, sentence.end))
        if turn < len(self._turns) and self._turns[turn][0] < sentence.end:
            return self._turns[turn][0]
        mark = _LIST_MARK.match(sentence.text)
        return sentence.start + (mark.end() if mark else dateline_end(sentence))

    def _make(self, sentence: Sentence, kind: ContextKind | None) -> Context | None:
        if sentence.index in self._used:
            return None
        self._used.add(sentence.index)
        return self._fact([(self._start(sentence), sentence.end)], kind)

    def _fact(self, spans: Sequence[tuple[int, int]], kind: ContextKind | None) -> Context:
        """A fact in the words of its spans, which are lines of a head or one sentence."""
        statement = ""
        for start, end in spans:
            words = " ".join(self._text[start:end].split())
            joint = " " if not statement or ends_dangling(statement) or statement.endswith((",", ";")) else ", "
            statement = f"{statement}{joint}{words}".strip()
        found = find_date_words(statement)
        date = resolve_date(statement[slice(*found[0])], anchor=self._anchor, role="date") if found else None
        return Context(
            id="",
            statement=statement,
            kind=kind or kind_of(statement, date, self._anchor),
            date=date,
            evidence=[cut(self._analysis.document, start, end) for start, end in spans],
        )


def _merged(spans: Iterable[tuple[int, int]]) -> Spans:
    """The spans in order, those that touch made one."""
    merged: Spans = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _share(spans: Spans, start: int, end: int) -> float:
    """How much of a stretch the spans, which are in order and apart, cover."""
    covered = 0
    for index in range(bisect_left(spans, start, key=lambda span: span[1]), len(spans)):
        if spans[index][0] >= end:
            break
        covered += min(end, spans[index][1]) - max(start, spans[index][0])
    return covered / (end - start) if end > start else 0.0
