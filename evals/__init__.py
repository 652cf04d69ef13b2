"""Evals: labelled documents, runs, scores, comparison and gate. Nothing is imported before it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summariser.evals.baseline import find_baseline, promote
    from summariser.evals.comparing import RunComparison, compare
    from summariser.evals.comparison import (
        Comparison,
        Difference,
        Interval,
        RunIntervals,
        compare_scores,
        score_intervals,
    )
    from summariser.evals.dataframe import to_dataframe
    from summariser.evals.evaluation import evaluate, plan_run
    from summariser.evals.gating import GateResult, Verdict, gate
    from summariser.evals.gold import Case, Gold, load_case, load_dataset, load_gold
    from summariser.evals.labellers import Agreement, agreement
    from summariser.evals.linting import Problem, lint
    from summariser.evals.naive import naive_brief
    from summariser.evals.own_gold import load_own_dataset
    from summariser.evals.own_runs import OwnRun, gate_own, run_own
    from summariser.evals.report_html import render_report
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
    from summariser.evals.runner import Plan, Step, run_plan
    from summariser.evals.runs import Run, load_run, save_run
    from summariser.evals.scoring import SCORER_VERSION, score, score_document, summarise
    from summariser.evals.summary import RunSummary, summary_of

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
    "GateResult",
    "Gold",
    "Interval",
    "Measure",
    "OwnRun",
    "Pair",
    "Part",
    "Plan",
    "Problem",
    "Rates",
    "Run",
    "RunComparison",
    "RunIntervals",
    "RunSummary",
    "Scores",
    "Step",
    "Summary",
    "Verdict",
    "agreement",
    "compare",
    "compare_scores",
    "evaluate",
    "find_baseline",
    "gate",
    "gate_own",
    "lint",
    "load_case",
    "load_dataset",
    "load_gold",
    "load_own_dataset",
    "load_run",
    "naive_brief",
    "plan_run",
    "promote",
    "render_report",
    "run_own",
    "run_plan",
    "save_run",
    "score",
    "score_document",
    "score_intervals",
    "summarise",
    "summary_of",
    "to_dataframe",
]

_HOMES = {
    "baseline": ("find_baseline", "promote"),
    "comparing": ("RunComparison", "compare"),
    "dataframe": ("to_dataframe",),
    "evaluation": ("evaluate", "plan_run"),
    "gating": ("GateResult", "Verdict", "gate"),
    "own_gold": ("load_own_dataset",),
    "own_runs": ("OwnRun", "gate_own", "run_own"),
    "report_html": ("render_report",),
    "runner": ("Plan", "Step", "run_plan"),
    "runs": ("Run", "load_run", "save_run"),
    "summary": ("RunSummary", "summary_of"),
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
