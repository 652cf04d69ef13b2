"""Evals: gold, scorer, statistics and lint. Nothing is imported before it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summariser.evals.comparison import (
        Comparison,
        Difference,
        Interval,
        RunIntervals,
        compare_scores,
        score_intervals,
    )
    from summariser.evals.gold import Case, Gold, load_case, load_dataset, load_gold
    from summariser.evals.labellers import Agreement, agreement
    from summariser.evals.linting import Problem, lint
    from summariser.evals.naive import naive_brief
    from summariser.evals.results import (
        PARTS,
        Category,
        Counts,
        DocumentScore,
        Failure,
        FieldOutcome,
        Measure,
        Pair,
        Part,
        Rates,
        Scores,
        Summary,
    )
    from summariser.evals.scoring import SCORER_VERSION, score, score_document, summarise

__all__ = [
    "PARTS",
    "SCORER_VERSION",
    "Agreement",
    "Case",
    "Category",
    "Comparison",
    "Counts",
    "Difference",
    "DocumentScore",
    "Failure",
    "FieldOutcome",
    "Gold",
    "Interval",
    "Measure",
    "Pair",
    "Part",
    "Problem",
    "Rates",
    "RunIntervals",
    "Scores",
    "Summary",
    "agreement",
    "compare_scores",
    "lint",
    "load_case",
    "load_dataset",
    "load_gold",
    "naive_brief",
    "score",
    "score_document",
    "score_intervals",
    "summarise",
]

_HOMES = {
    "labellers": (
        "Agreement",
        "agreement",
    ),
    "comparison": (
        "Comparison",
        "Difference",
        "Interval",
        "RunIntervals",
        "compare_scores",
        "score_intervals",
    ),
    "gold": (
        "Case",
        "Gold",
        "load_case",
        "load_dataset",
        "load_gold",
    ),
    "linting": (
        "Problem",
        "lint",
    ),
    "naive": ("naive_brief",),
    "results": (
        "PARTS",
        "Category",
        "Counts",
        "DocumentScore",
        "Failure",
        "FieldOutcome",
        "Measure",
        "Pair",
        "Part",
        "Rates",
        "Scores",
        "Summary",
    ),
    "scoring": (
        "SCORER_VERSION",
        "score",
        "score_document",
        "summarise",
    ),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value: object = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
