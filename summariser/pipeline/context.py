"""Sentences become context: facts in the document's own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.names import dateline_end
from summariser.grounding.date_words import find_date_words
from summariser.grounding.dates import resolve_date
from summariser.pipeline.parties import cut
from summariser.schemas import Context

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date as Date

    from summariser.candidates.analysis import Analysis
    from summariser.documents import Sentence
    from summariser.schemas.answer import PickedFact

__all__ = ["ContextMaker"]

_NOT_PROSE = re.compile(r"^By\s+[A-Z]|^\W*$")
_INCOMPLETE = re.compile(r":\s*$|^[\W\d]*(?:\w+\W+){0,4}\w*\W*$")  # a lead-in to a list; fewer than six words
LEAD = 6
"""Sentences at the head of a document that are told by rule: news, notices and minutes put first what matters most."""


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

    def lead(self) -> list[Context]:
        """The main event, which is the first sentence of the body, and the facts that follow it."""
        prose = [s for s in self._analysis.document.sentences if not s.heading and not _NOT_PROSE.match(s.text)]
        told = [sentence for sentence in prose if not _INCOMPLETE.search(sentence.text)]
        if not told:
            return []
        following = [sentence for sentence in told[1:] if not self._told(sentence)]
        facts = [self._make(told[0], "event"), *(self._make(s, "background") for s in following[: LEAD - 1])]
        return [fact for fact in facts if fact]

    def picked(self, fact: PickedFact) -> Context | None:
        """A sentence that the model picked, or None where a commitment or a quote already tells it."""
        sentence = self._analysis.document.sentences[int(fact.at[1:]) - 1]
        if sentence.heading or _INCOMPLETE.search(sentence.text) or self._told(sentence):
            return None
        return self._make(sentence, fact.kind)

    def _told(self, sentence: Sentence) -> bool:
        """Whether commitments and quotes cover most of a sentence."""
        covered = _overlap(sentence, self._busy)
        return covered > 0.5 * (sentence.end - sentence.start)

    def _make(self, sentence: Sentence, kind: str) -> Context | None:
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
