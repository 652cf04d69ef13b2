"""Sentences become context: facts in the document's own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.amounts import find_amounts
from summariser.candidates.names import dateline_end
from summariser.candidates.salience import most_needed
from summariser.grounding.date_words import find_date_words
from summariser.grounding.dates import resolve_date
from summariser.pipeline.parties import cut
from summariser.schemas import Context

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date as Date

    from summariser.candidates.analysis import Analysis
    from summariser.documents import Sentence
    from summariser.schemas.answer import PickedFact
    from summariser.schemas.brief import ContextKind

__all__ = ["ContextMaker"]

_NOT_PROSE = re.compile(r"^By\s+[A-Z]|^\W*$")
_INCOMPLETE = re.compile(r":\s*$|^[\W\d]*(?:\w+\W+){0,4}\w*\W*$")  # a lead-in to a list; fewer than six words
_AHEAD = re.compile(r"\b(?:will|expected|scheduled|due|is to|are to|next (?:week|month|year|spring))\b", re.IGNORECASE)
_MOST = 8
_CHARACTERS_PER_FACT = 350


class ContextMaker:
    """Makes the context of one document.

    Args:
        analysis: The document's candidates.
        anchor: The document's own date, or None.
    """

    def __init__(self, analysis: Analysis, anchor: Date | None) -> None:
        self._analysis = analysis
        self._anchor = anchor
        spoken = [span for quotation in analysis.quotations for span in quotation.spans]
        cues = [(item.cue.start, item.cue.end) for item in analysis.quotations if item.cue]
        self._busy = sorted([*spoken, *cues, *((item.start, item.end) for item in analysis.undertakings)])
        self._used: set[int] = set()

    def chosen(self, sentences: Sequence[Sentence], *, head: bool) -> list[Context]:
        """The facts of a chunk that the program chooses by rule.

        Args:
            sentences: The sentences of the chunk.
            head: Whether the document begins here; then the first sentence of its body is the main event.
        """
        prose = [s for s in sentences if not (s.heading or _NOT_PROSE.match(s.text) or _INCOMPLETE.search(s.text))]
        if not prose:
            return []
        most = min(_MOST, 2 + (prose[-1].end - prose[0].start) // _CHARACTERS_PER_FACT)
        open_ones = [sentence for sentence in prose if not self._told(sentence)]
        facts = [self._make(prose[0], "event")] if head else []
        facts += [self._make(s, _kind(s)) for s in most_needed(open_ones, self._analysis.entities, most)]
        return [fact for fact in facts if fact]

    def picked(self, facts: Iterable[PickedFact]) -> list[Context]:
        """The sentences that the model picked, but for those that a commitment or a quote already tells."""
        made = []
        for fact in facts:
            sentence = self._analysis.document.sentences[int(fact.at[1:]) - 1]
            if not (sentence.heading or _INCOMPLETE.search(sentence.text) or self._told(sentence)):
                made.append(self._make(sentence, fact.kind))
        return [fact for fact in made if fact]

    def _told(self, sentence: Sentence) -> bool:
        """Whether commitments and quotes cover most of a sentence."""
        covered = _overlap(sentence, self._busy)
        return covered > 0.5 * (sentence.end - sentence.start)

    def _make(self, sentence: Sentence, kind: ContextKind) -> Context | None:
        if sentence.index in self._used:
            return None
        self._used.add(sentence.index)
        start = sentence.start + dateline_end(sentence)
        text = self._analysis.document.text[start : sentence.end]
        dates = find_date_words(text)
        date = resolve_date(text[slice(*dates[0])], anchor=self._anchor, role="date") if dates else None
        return Context(
            id="",
            statement=" ".join(text.split()),
            kind=kind,
            date=date,
            evidence=[cut(self._analysis.document, start, sentence.end)],
        )


def _kind(sentence: Sentence) -> ContextKind:
    if find_amounts(sentence.text):
        return "figure"
    return "next_step" if _AHEAD.search(sentence.text) else "event"


def _overlap(sentence: Sentence, spans: Iterable[tuple[int, int]]) -> int:
    """Characters of a sentence inside the spans, each counted once."""
    covered, position = 0, sentence.start
    for start, end in spans:
        begin = max(start, position)
        stop = min(end, sentence.end)
        if begin < stop:
            covered += stop - begin
            position = stop
    return covered
