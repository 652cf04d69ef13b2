"""Runs as pandas tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from summariser.errors import InputError
from summariser.evals.results import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from summariser.evals.runs import Run

__all__ = ["to_dataframe"]

Rows = Literal["documents", "items", "fields"]


def to_dataframe(run: Run, rows: Rows = "documents") -> pd.DataFrame:
    """A run as a table.

    Args:
        run: The run.
        rows: "documents": one for each epoch, document and part, with its counts and rates. "items": one for each pair
            of a gold item and a prediction, or one of them alone, with its category and reason. "fields": one for each
            value of a matched pair.

    Raises:
        InputError: pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise InputError("pandas is not installed", hint="pip install 'summariser[dataframe]'") from error
    make = {"documents": _documents, "items": _items, "fields": _fields}[rows]
    return pd.DataFrame(list(make(run)))


def _documents(run: Run) -> Iterator[dict[str, Any]]:
    for epoch in run.epochs:
        seconds = {document.document: document.asked.seconds for document in epoch.documents}
        for document in epoch.scores.documents:
            for part in PARTS:
                counts = document.counts[part]
                yield {
                    "epoch": epoch.epoch,
                    "document": document.document,
                    "genre": document.genre,
                    "failed": document.failed is not None,
                    "part": part,
                    **{name: getattr(counts, name) for name in ("cor", "par", "inc", "spu", "mis")},
                    "f1_strict": counts.tally(strict=True).f1,
                    "f1_lenient": counts.tally(strict=False).f1,
                    "seconds": seconds[document.document],
                }


def _items(run: Run) -> Iterator[dict[str, Any]]:
    for epoch in run.epochs:
        for document in epoch.scores.documents:
            for pair in document.pairs:
                yield {
                    "epoch": epoch.epoch,
                    "document": document.document,
                    **pair.model_dump(exclude={"fields"}),
                    "category": pair.category.value,
                }


def _fields(run: Run) -> Iterator[dict[str, Any]]:
    for epoch in run.epochs:
        for document in epoch.scores.documents:
            for pair in document.pairs:
                for outcome in pair.fields:
                    yield {
                        "epoch": epoch.epoch,
                        "document": document.document,
                        "part": pair.part,
                        "counted": pair.counted,
                        "item": pair.gold,
                        "in_brief": pair.predicted,
                        **outcome.model_dump(),
                        "category": outcome.category.value,
                    }
