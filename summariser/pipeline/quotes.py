"""Quotations become quotes with speakers; what the model quotes beyond them is cut from the source or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.candidates.quotations import MIN_WORDS, Quotation
from summariser.candidates.strangers import describes_group
from summariser.pipeline.parties import PartyBook, cut
from summariser.schemas import Quote

if TYPE_CHECKING:
    from summariser.candidates.analysis import Analysis
    from summariser.grounding.verbatim import SourceIndex
    from summariser.pipeline.decisions import Decisions
    from summariser.pipeline.ledger import Ledger
    from summariser.schemas.answer import FoundQuote
    from summariser.schemas.brief import PartyKind

__all__ = ["QuoteMaker"]

_OPENING = "“\"‘'«„"


class QuoteMaker:
    """Makes the quotes of one document.

    Args:
        analysis: The document's candidates.
        index: Finds words in the source.
        parties: Gives ids to speakers.
        ledger: Takes what is left out.
    """

    def __init__(self, analysis: Analysis, index: SourceIndex, parties: PartyBook, ledger: Ledger) -> None:
        self._analysis, self._index, self._parties, self._ledger = analysis, index, parties, ledger
        self._taken: list[tuple[int, int]] = []

    def candidate(self, label: str, quotation: Quotation, decisions: Decisions) -> Quote:
        """The quote of a quotation that the program found."""
        document = self._analysis.document
        known = self._analysis.speakers.speaker(quotation)
        speaker = decisions.speakers.get(label) or (known.name if known else None)
        party = self._parties.id_of(speaker)
        if party is None and (described := self._analysis.resolver.stranger(quotation)):
            kind: PartyKind = "group" if describes_group(document.text[slice(*described)]) else "person"
            party = self._parties.id_of_described(*described, kind=kind)
        spans = [cut(document, start, end) for start, end in quotation.spans]
        self._taken += quotation.spans
        return Quote(
            id="",
            text=" ".join(span.text for span in spans),
            speaker=party,
            cue=document.text[quotation.cue.start : quotation.cue.end] if quotation.cue else None,
            marked=quotation.marked,
            evidence=spans,
        )

    def found(self, item: FoundQuote) -> Quote | None:
        """A quote that the model points at by its first and last words, or None."""
        sentence = self._sentence(item.at)
        located = self._index.locate_range(item.first, item.last, within=sentence)
        words = f"{item.first} … {item.last}"
        if located.span is None:
            self._ledger.drop("quotes", located.reason, words)
            return None
        span = located.span
        if any(start < span.end and span.start < end for start, end in self._taken):
            return None
        if len(span.text.split()) < MIN_WORDS:
            self._ledger.drop("quotes", f"fewer than {MIN_WORDS} words", span.text)
            return None
        self._taken.append((span.start, span.end))
        marked = span.start > 0 and self._analysis.document.text[span.start - 1] in _OPENING
        speaker = self._parties.id_of(item.speaker)
        return Quote(id="", text=span.text, speaker=speaker, cue=None, marked=marked, evidence=[span])

    def _sentence(self, label: str) -> tuple[int, int]:
        """From the sentence a label names to the end of its paragraph."""
        sentences = self._analysis.document.sentences
        first = sentences[int(label[1:]) - 1]
        last = first
        for sentence in sentences[first.index :]:
            if sentence.paragraph != first.paragraph:
                break
            last = sentence
        return first.start, last.end
