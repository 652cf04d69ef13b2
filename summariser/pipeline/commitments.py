"""Undertakings become commitments: who is bound, by when, on which condition, how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.candidates.amounts import find_amounts
from summariser.grounding.date_words import find_deadline_words
from summariser.grounding.dates import resolve_date
from summariser.grounding.support import unsupported
from summariser.pipeline.parties import PartyBook, cut
from summariser.schemas import Commitment, DateRange

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date as Date

    from summariser.candidates.analysis import Analysis
    from summariser.candidates.undertakings import Undertaking
    from summariser.grounding.verbatim import SourceIndex
    from summariser.pipeline.decisions import Decisions
    from summariser.pipeline.ledger import Ledger
    from summariser.schemas.answer import FoundCommitment

__all__ = ["CommitmentMaker"]


class CommitmentMaker:
    """Makes the commitments of one document.

    Args:
        analysis: The document's candidates.
        index: Finds words in the source.
        parties: Gives ids to who is bound.
        ledger: Takes what is left out.
        anchor: The document's own date, or None.
    """

    def __init__(
        self, analysis: Analysis, index: SourceIndex, parties: PartyBook, ledger: Ledger, anchor: Date | None
    ) -> None:
        self._analysis, self._index, self._parties, self._ledger = analysis, index, parties, ledger
        self._text = analysis.document.text
        self._anchor = anchor

    def candidate(self, label: str, undertaking: Undertaking, decisions: Decisions) -> Commitment | None:
        """The commitment of an undertaking that the program found, or None where nobody is bound."""
        decided = decisions.bound.get(label)
        if decided is not None:
            names: Sequence[str] = decided.by
        else:
            names = [self._parties.principal(entity) for entity in self._analysis.bound(undertaking)]
        by = self._parties.ids_of(names)
        if not by:
            return None
        start, end = undertaking.action
        deadlines = [(start + a, start + b) for a, b in find_deadline_words(self._text[start:end])]
        before = self._text[undertaking.start : start]
        lead = [(undertaking.start + a, undertaking.start + b) for a, b in find_deadline_words(before)]
        deadline = (deadlines or lead)[:1]
        amounts = find_amounts(self._text, start, end)
        return Commitment(
            id="",
            by=by,
            to=[],
            action=self._without(start, end, deadlines[:1]),
            status=decided.status if decided else undertaking.status,
            deadline=self._deadline(deadline[0]) if deadline else None,
            condition=self._words(undertaking.condition) if undertaking.condition else None,
            amount=self._words(amounts[0]) if amounts else None,
            evidence=[cut(self._analysis.document, undertaking.start, undertaking.end)],
        )

    def found(self, item: FoundCommitment) -> Commitment | None:
        """A commitment that the model points at beyond the candidates, or None where the source does not bear it."""
        sentence = self._analysis.document.sentences[int(item.at[1:]) - 1]
        names = [name for party in self._parties for name in (party.name, *party.aliases)]
        if problems := unsupported(item.action, [sentence.text], allowed_names=names):
            self._ledger.drop("commitments", "; ".join(problems), item.action)
            return None
        by = self._parties.ids_of(item.by)
        if not by:
            self._ledger.drop("commitments", "nobody in the source is bound by it", item.action)
            return None
        deadline = self._located(item.deadline, sentence.start, sentence.end, "deadline")
        return Commitment(
            id="",
            by=by,
            to=self._parties.ids_of(item.to),
            action=item.action,
            status=item.status,
            deadline=resolve_date(deadline, anchor=self._anchor, role="deadline") if deadline else None,
            condition=self._located(item.condition, sentence.start, sentence.end, "condition"),
            amount=self._located(item.amount, sentence.start, sentence.end, "amount"),
            evidence=[cut(self._analysis.document, sentence.start, sentence.end)],
        )

    def _located(self, words: str | None, start: int, end: int, field: str) -> str | None:
        """Words that must be the document's own, as the document has them."""
        if not words:
            return None
        located = self._index.locate(words, within=(start, end))
        if located.span is None:
            self._ledger.drop("commitments", f"{field}: {located.reason}", words)
            return None
        return located.span.text

    def _deadline(self, span: tuple[int, int]) -> DateRange:
        return resolve_date(self._words(span), anchor=self._anchor, role="deadline")

    def _words(self, span: tuple[int, int]) -> str:
        return self._text[slice(*span)]

    def _without(self, start: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
        """The words of an action without its deadline, on one line."""
        pieces, position = [], start
        for left, right in spans:
            pieces.append(self._text[position:left])
            position = right
        pieces.append(self._text[position:end])
        return " ".join(" ".join(pieces).split()).strip(" ,;:.") or " ".join(self._text[start:end].split())
