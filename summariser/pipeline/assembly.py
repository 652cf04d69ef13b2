"""Candidates and decisions become the items of a brief, chunk by chunk, with ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from summariser.grounding.support import unsupported
from summariser.grounding.verbatim import SourceIndex
from summariser.pipeline.commitments import CommitmentMaker
from summariser.pipeline.context import ContextMaker
from summariser.pipeline.parties import PartyBook
from summariser.pipeline.quotes import QuoteMaker
from summariser.pipeline.repeats import is_repeat, merge
from summariser.prompts.scope import Chunk, labels_of
from summariser.schemas import Commitment, Context, Party, Quote, SummarySentence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date as Date

    from summariser.candidates.analysis import Analysis
    from summariser.pipeline.decisions import Decisions
    from summariser.pipeline.ledger import Ledger
    from summariser.schemas.answer import SummaryLine

__all__ = ["Assembly", "Item"]

Item = Party | Commitment | Context | Quote
_T = TypeVar("_T", Commitment, Context, Quote)
_MOST_SENTENCES = 4


class Assembly:
    """The brief of one document while it grows.

    Args:
        analysis: The document's candidates.
        ledger: Takes what is left out.
        anchor: The document's own date, or None.
    """

    def __init__(self, analysis: Analysis, ledger: Ledger, anchor: Date | None) -> None:
        self._analysis = analysis
        self._ledger = ledger
        index = SourceIndex(analysis.document.text)
        self._book = PartyBook(analysis, index, ledger)
        self._quote = QuoteMaker(analysis, index, self._book, ledger)
        self._commitment = CommitmentMaker(analysis, index, self._book, ledger, anchor)
        self._fact = ContextMaker(analysis, anchor)
        self._known_parties = 0
        self.commitments: list[Commitment] = []
        self.context: list[Context] = []
        self.quotes: list[Quote] = []
        self.summary: list[SummarySentence] = []

    @property
    def parties(self) -> list[Party]:
        """The parties so far."""
        return list(self._book)

    def add(self, chunk: Chunk, decisions: Decisions) -> list[Item]:
        """Enter what a chunk holds.

        Returns:
            The new items, parties first.
        """
        self._book.add_chunk(chunk.start, chunk.end, decisions)
        labels = labels_of(self._analysis, chunk)
        quotes = [self._quote.candidate(label, item, decisions) for label, item in labels.items() if label[0] == "q"]
        quotes += [quote for item in decisions.quotes if (quote := self._quote.found(item))]
        made = [self._commitment.candidate(label, item, decisions) for label, item in labels.items() if label[0] == "c"]
        made += [self._commitment.found(item) for item in decisions.commitments]
        facts = self._fact.picked(decisions.facts) or self._fact.chosen(chunk.sentences, head=not self.context)
        commitments = self._merged(item for item in made if item)
        self.quotes += _numbered(quotes, "q", len(self.quotes))
        self.commitments += _numbered(commitments, "c", len(self.commitments))
        self.context += _numbered(facts, "x", len(self.context))
        parties = self.parties[self._known_parties :]
        self._known_parties += len(parties)
        return [*parties, *commitments, *facts, *quotes]

    def _merged(self, commitments: Iterable[Commitment]) -> list[Commitment]:
        """The same undertaking told twice is one commitment with two spans."""
        fresh: list[Commitment] = []
        for commitment in commitments:
            same = next((c for c in [*self.commitments, *fresh] if is_repeat(c, commitment)), None)
            if same is None:
                fresh.append(commitment)
            else:
                merge(same, commitment)
        return fresh

    def summarise(self, lines: Iterable[SummaryLine]) -> list[SummarySentence]:
        """Enter the sentences of the summary that the items they cite bear out.

        Where none is left, the main event stands for them, in the document's own words.
        """
        sentences = self._analysis.document.sentences
        names = [name for party in self._book for name in (party.name, *party.aliases)]
        for line in lines:
            spoken = [sentences[int(label[1:]) - 1] for label in line.at]
            cites = [item.id for item in self._items() if any(_touches(item, s.start, s.end) for s in spoken)]
            problems = unsupported(line.text, [s.text for s in spoken], allowed_names=names)
            if problems or not cites:
                self._ledger.drop("summary", "; ".join(problems) or "no item of the brief carries it", line.text)
            elif len(self.summary) < _MOST_SENTENCES:
                self.summary.append(SummarySentence(text=line.text, cites=cites))
        if not self.summary and self.context:
            main = self.context[0]
            self.summary.append(SummarySentence(text=main.statement, cites=[main.id]))
        return self.summary

    def _items(self) -> list[Commitment | Context | Quote]:
        return [*self.commitments, *self.context, *self.quotes]


def _touches(item: Commitment | Context | Quote, start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in item.evidence)


def _numbered(items: list[_T], letter: str, count: int) -> list[_T]:
    for number, item in enumerate(items, count + 1):
        item.id = f"{letter}{number}"
    return items
