"""What stands in one row of the report: a gold item with what each run made of it, or an item that gold has not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from summariser.evals.results import PARTS, Category

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.evals.gold import Case
    from summariser.evals.results import DocumentScore, Pair, Part
    from summariser.evals.runs import EpochRun
    from summariser.schemas import Brief, Commitment, Context, Party, Quote, Span

    Item = Party | Commitment | Context | Quote

__all__ = ["Cell", "Row", "Sheet", "items_of", "sheet_of"]

_RANK = {Category.COR: 2, Category.PAR: 1}


class Cell(NamedTuple):
    """What a run has of a row.

    Attributes:
        pair: Category and reason.
        item: The prediction; None where the run missed it.
        brief: The brief it stands in, for the names of parties.
    """

    pair: Pair
    item: Item | None
    brief: Brief | None


@dataclass(frozen=True)
class Row:
    """One row.

    Attributes:
        part: Part of the brief.
        gold: The label, or None.
        optional: True where a good brief may leave it out.
        cells: One for each run; None where a run has nothing like it.
    """

    part: Part
    gold: Item | None
    optional: bool
    cells: tuple[Cell | None, ...]

    @property
    def change(self) -> str:
        """Of two runs: "worse" or "better" where the second lost or won by it, else an empty string."""
        if len(self.cells) < 2:
            return ""
        before, after = (_worth(cell, self.gold) for cell in self.cells[:2])
        return "worse" if after < before else "better" if after > before else ""


def _worth(cell: Cell | None, gold: Item | None) -> int:
    if cell is None:
        return 0 if gold is not None else 1  # a spurious item that a run does not have speaks for it
    if not cell.pair.counted:
        return 1 if gold is None else 0
    return 0 if gold is None else _RANK.get(cell.pair.category, 0)


@dataclass(frozen=True)
class Sheet:
    """One document of the report.

    Attributes:
        case: The document and its labels.
        scores: One for each run.
        briefs: One for each run; None where it has none.
        rows: In the order of the parts, then of the text.
    """

    case: Case
    scores: tuple[DocumentScore, ...]
    briefs: tuple[Brief | None, ...]
    rows: tuple[Row, ...]


def sheet_of(case: Case, epochs: Sequence[EpochRun]) -> Sheet:
    """Line up what runs made of a document.

    Args:
        case: The document and its labels.
        epochs: One epoch of each run, the baseline first.
    """
    name = case.gold.document
    scores = tuple(next(each for each in epoch.scores.documents if each.document == name) for epoch in epochs)
    briefs = tuple(next(each.brief for each in epoch.documents if each.document == name) for epoch in epochs)
    found = [
        {(pair.part, pair.gold or "", _spans(pair, brief)): pair for pair in score.pairs}
        for score, brief in zip(scores, briefs, strict=True)
    ]
    predicted = [items_of(brief) if brief else {} for brief in briefs]
    gold = items_of(case.as_brief())
    rows: list[tuple[tuple[int, bool, int], Row]] = []
    for place in dict.fromkeys(place for each in found for place in each):
        part, gold_id, spans = place
        cells = tuple(
            Cell(pair, items.get(pair.predicted or ""), brief) if (pair := each.get(place)) else None
            for each, items, brief in zip(found, predicted, briefs, strict=True)
        )
        label = gold.get(gold_id)
        starts = [span.start for span in label.evidence] if label else [start for start, _ in spans]
        row = Row(part, label, gold_id in case.gold.optional, cells)
        rows.append(((PARTS.index(part), label is None, min(starts, default=0)), row))
    rows.sort(key=lambda entry: entry[0])
    return Sheet(case, scores, briefs, tuple(row for _, row in rows))


def items_of(brief: Brief) -> dict[str, Item]:
    """The items of a brief by id."""
    items: list[Item] = [*brief.parties, *brief.commitments, *brief.context, *brief.quotes]
    return {item.id: item for item in items}


def _spans(pair: Pair, brief: Brief | None) -> tuple[tuple[int, int], ...]:
    """Where a spurious item rests: so the same one is found in another run, whose ids are others."""
    if pair.gold is not None or brief is None:
        return ()
    item = items_of(brief).get(pair.predicted or "")
    return tuple((span.start, span.end) for span in _evidence(item))


def _evidence(item: Item | None) -> list[Span]:
    return item.evidence if item else []
