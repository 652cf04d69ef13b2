"""Reports on the screen."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console

from summariser.evals.comparing import compare
from summariser.evals.gating import gate
from summariser.evals.labellers import AgreementF1
from summariser.evals.report_terminal import print_comparison, print_gate, print_summary
from summariser.evals.results import Failure
from summariser.evals.runs import Level, References
from summariser.evals.summary import summary_of
from tests.eval_runs import faulty, perfect, run_of
from tests.evals_gold import dev_cases

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = dev_cases()


def printed(show: Callable[[Console], None]) -> str:
    """What is printed without a terminal."""
    out = StringIO()
    show(Console(file=out, width=140, color_system=None))
    return out.getvalue()


def test_the_numbers_of_a_run_stand_there() -> None:
    """Parts with intervals and denominators, fields, statuses, slices, faults, tokens, time, references."""
    f1 = AgreementF1(strict=0.9, lenient=0.95)
    level = Level(documents=14, parts=dict.fromkeys(("parties", "commitments", "context", "quotes"), f1), overall=f1)
    run = run_of(CASES, faulty(CASES), faulty(CASES, 1), references=References(naive=level, ceiling=level))
    summary = summary_of(run)
    shown = printed(lambda console: print_summary(summary, console))
    row = next(line for line in shown.splitlines() if line.startswith("quotes "))
    interval = summary.parts["quotes"].lenient
    assert interval is not None
    assert interval.low is not None
    assert f"{interval.estimate:.3f}" in row
    assert f"{interval.low:.3f}–" in row
    assert row.split()[-1] == "0.950"
    for words in (
        f"{len(dev_cases())} documents, 2 epochs",
        "agreement of two readers on 14 documents",
        "standard deviation from run to run",
        "quotes.speaker",
        "Status: gold ↓ brief →",
        "tag:split_quote",
        "fabricated quotes 0 · lying spans 0",
        "left open: ",
        "tokens 0 in",
        "seconds a document: median 1.5, p90 1.5",
        "answers: 0 fresh, 0 replayed",
    ):
        assert words in shown, words
    assert all(len(line) <= 140 for line in shown.splitlines() if "left open" not in line)


def test_failures_stand_at_the_top_and_control_characters_are_harmless() -> None:
    """A name or an error never moves the cursor."""
    briefs = {**perfect(CASES), CASES[0].gold.document: Failure(error="bad\x1b[2J\nnews")}
    shown = printed(lambda console: print_summary(summary_of(run_of(CASES, briefs)), console))
    assert "failed, scored as zero: 000_5e4f01ce9f475515.txt: bad␛[2J news" in shown
    assert "\x1b" not in shown


def test_a_comparison_shows_tests_and_changed_items() -> None:
    """Differences with bounds, p, what could have been found, and the first of the items."""
    found = compare(run_of(CASES, faulty(CASES, 1, 0.1)), run_of(CASES, faulty(CASES, 2, 0.5)))
    shown = printed(lambda console: print_comparison(found, console))
    assert found.lenient is not None
    assert f"{found.lenient.parts['quotes'].difference:+.3f}" in shown
    assert "F1 strict" in shown
    assert "items came out worse" in shown
    assert "COR → MIS" in shown
    assert "more; `summariser eval report` shows them all" in shown


def test_a_verdict_ends_the_report_with_its_reasons() -> None:
    """The last lines are what matters."""
    result = gate(run_of(CASES, faulty(CASES, 1, 0.1)), run_of(CASES, faulty(CASES, 2, 0.5)))
    lines = printed(lambda console: print_gate(result, console)).splitlines()
    assert lines[-1 - len(result.reasons)] == "FAIL"
    assert [line.strip() for line in lines[-len(result.reasons) :]] == list(result.reasons)


def test_obstacles_take_the_place_of_numbers() -> None:
    """Nothing that looks like a comparison is shown for what cannot be compared."""
    result = gate(run_of(CASES, perfect(CASES)), run_of(CASES[:3], perfect(CASES[:3])))
    shown = printed(lambda console: print_gate(result, console))
    assert "not comparable: they are not over the same documents" in shown
    assert "F1 lenient" not in shown
    assert "NOT COMPARABLE" in shown
