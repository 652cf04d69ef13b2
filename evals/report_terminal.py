"""Runs, comparisons and verdicts printed to a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from summariser.evals.gating import Verdict
from summariser.evals.results import PARTS
from summariser.render.inert import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from summariser.evals.comparing import Change, RunComparison
    from summariser.evals.comparison import Comparison, Difference, Interval
    from summariser.evals.gating import GateResult
    from summariser.evals.labellers import AgreementF1
    from summariser.evals.results import Measure
    from summariser.evals.summary import RunSummary

__all__ = ["print_comparison", "print_gate", "print_summary"]

_STYLES = {
    Verdict.PASS: "bold green",
    Verdict.FAIL: "bold red",
    Verdict.INCONCLUSIVE: "bold yellow",
    Verdict.NOT_COMPARABLE: "bold magenta",
}
_MOST_CHANGES = 15
_FEWEST_DOCUMENTS = 3  # of a slice that is shown; JSON and the page have them all
_STATUSES = ("new", "reaffirmed", "earlier", "proposed", "declined", "withdrawn", "fulfilled")


def print_summary(summary: RunSummary, console: Console) -> None:
    """Print the numbers of a run."""
    _line(console, summary.title, "bold")
    epochs = f"{summary.epochs} epoch{'s' if summary.epochs != 1 else ''}"
    _line(console, f"{summary.documents} documents, {epochs}, scorer {summary.scorer_version}", "dim")
    for failure in summary.failed:
        _line(console, f"failed, scored as zero: {failure}", "red")
    for name in summary.lossy:
        _line(console, f"part of it got no valid answer: {name}", "yellow")
    console.print(_part_table(summary))
    _ceiling(summary, console)
    console.print(_field_table(summary))
    if summary.status_confusion:
        console.print(_confusion_table(summary.status_confusion))
    console.print(_slice_table(summary))
    _facts(summary, console)


def _part_table(summary: RunSummary) -> Table:
    table = _table(
        "Part", "P", "R", "F1 lenient", "95 %", "F1 strict", "95 %", "found", "gold", "docs", "naive", "ceiling"
    )
    for part in PARTS:
        row = summary.parts[part]
        counts = row.measure.counts
        table.add_row(
            part,
            _rate(row.measure.lenient.precision),
            _rate(row.measure.lenient.recall),
            *_interval(row.lenient),
            *_interval(row.strict),
            f"{counts.actual:g}",
            f"{counts.possible:g}",
            str(row.lenient.documents if row.lenient else 0),
            _level(row.naive),
            _level(row.ceiling),
        )
    overall = (*_interval(summary.lenient), *_interval(summary.strict), "", "", str(summary.documents))
    table.add_row("mean", "", "", *overall, _level(summary.naive), _level(summary.ceiling), style="bold")
    return table


def _ceiling(summary: RunSummary, console: Console) -> None:
    if summary.ceiling:
        _line(console, f"ceiling: agreement of two readers on {summary.ceiling_documents} documents, lenient", "dim")
    if summary.ceiling_note:
        _line(console, summary.ceiling_note, "yellow")
    if summary.epochs > 1:
        spread = (
            f"{part} ±{row.lenient.between_epochs:.3f}"
            for part, row in summary.parts.items()
            if row.lenient and row.lenient.between_epochs is not None
        )
        _line(console, f"standard deviation from run to run, lenient F1: {', '.join(spread)}", "dim")


def _field_table(summary: RunSummary) -> Table:
    table = _table("Field of matched items", "P", "R", "F1", "F1 strict", "COR", "PAR", "INC", "SPU", "MIS")
    for name, measure in summary.fields.items():
        table.add_row(name, *_measure(measure))
    table.add_row("quotes, any speaker", *_measure(summary.quote_words))
    table.add_row("parties, no aliases", *_measure(summary.without_aliases))
    return table


def _measure(measure: Measure) -> list[str]:
    counts = measure.counts
    rates = (measure.lenient.precision, measure.lenient.recall, measure.lenient.f1, measure.strict.f1)
    return [*map(_rate, rates), *(f"{n:g}" for n in (counts.cor, counts.par, counts.inc, counts.spu, counts.mis))]


def _confusion_table(confusion: dict[str, dict[str, int]]) -> Table:
    given = [status for status in _STATUSES if any(status in row for row in confusion.values())]
    table = _table("Status: gold ↓ brief →", *given)
    for status in _STATUSES:
        if status in confusion:
            row = confusion[status]
            cells = (Text(str(row.get(name, "·")), style="bold" if name == status else "") for name in given)
            table.add_row(status, *cells)
    return table


def _slice_table(summary: RunSummary) -> Table:
    table = _table(f"Slice of {_FEWEST_DOCUMENTS} or more", "docs", "F1 lenient", "F1 strict")
    shown = [item for item in summary.slices.items() if item[1].documents >= _FEWEST_DOCUMENTS]
    for name, row in sorted(shown, key=lambda item: (item[1].lenient is None, item[1].lenient, item[0])):
        table.add_row(one_line(name), str(row.documents), _rate(row.lenient), _rate(row.strict))
    return table


def _facts(summary: RunSummary, console: Console) -> None:
    bad = summary.fabricated + summary.lying + summary.dangling
    _line(
        console,
        f"fabricated quotes {summary.fabricated} · lying spans {summary.lying} · dangling references {summary.dangling}"
        f" · claims dropped {summary.dropped}",
        "red" if bad else "",
    )
    open_ = (
        f"{name} {each.rightly + each.wrongly} of {each.items} ({each.rightly} rightly)"
        for name, each in summary.left_open.items()
        if each.items
    )
    _line(console, f"left open: {', '.join(open_) or 'nothing'}")
    took = summary.took
    usage = took.usage
    cost = "" if took.cost_usd is None else f" · US${took.cost_usd:,.4f}"
    tokens = f"{usage.input_tokens:,} in ({usage.cached_input_tokens:,} cached), {usage.output_tokens:,} out"
    _line(console, f"tokens {tokens}{cost}")
    if took.seconds_median is not None and took.seconds_p90 is not None:
        _line(console, f"seconds a document: median {took.seconds_median:.1f}, p90 {took.seconds_p90:.1f}")
    _line(console, f"answers: {took.fresh} fresh, {took.replayed} replayed")
    if summary.looks is not None:
        _line(console, f"look {summary.looks} at these documents of the test split on this machine", "yellow")


def print_comparison(found: RunComparison, console: Console) -> None:
    """Print how two runs differ."""
    _line(console, f"baseline   {found.baseline}", "bold")
    _line(console, f"candidate  {found.candidate}", "bold")
    for obstacle in found.obstacles:
        _line(console, f"not comparable: {obstacle}", "magenta")
    for note in found.notes:
        _line(console, note, "dim")
    for name, comparison in (("lenient", found.lenient), ("strict", found.strict)):
        if comparison:
            console.print(_difference_table(name, comparison))
    _changes(found.changes, console)


def _difference_table(name: str, comparison: Comparison) -> Table:
    headings = ("baseline", "candidate", "difference", "95 %", "p lower", "Holm", "p either", "differ", "detectable")
    table = _table(f"F1 {name}", *headings)
    for part in PARTS:
        table.add_row(part, *_difference(comparison.parts[part], comparison.alpha))
    table.add_row("mean", *_difference(comparison.overall, comparison.alpha), style="bold")
    return table


def _difference(found: Difference, alpha: float) -> list[Text | str]:
    style = "" if not found.difference else "red" if found.difference < 0 else "green"
    low_enough = found.p_lower_holm is not None and found.p_lower_holm < alpha
    return [
        _rate(found.baseline),
        _rate(found.candidate),
        Text("–" if found.difference is None else f"{found.difference:+.3f}", style=style),
        "" if found.low is None or found.high is None else f"{found.low:+.3f} … {found.high:+.3f}",
        _p(found.p_lower),
        Text(_p(found.p_lower_holm), style="bold red" if low_enough else ""),
        _p(found.p_two_sided),
        f"{found.differing} of {found.documents}",
        "" if found.detectable is None else f"{found.detectable:.3f}",
    ]


def _changes(changes: Sequence[Change], console: Console) -> None:
    worse = sum(change.worse for change in changes)
    _line(console, f"{worse} items came out worse, {len(changes) - worse} better")
    for change in changes[:_MOST_CHANGES]:
        before, after = change.before or "absent", change.after or "absent"
        where = f"{change.document} {change.part} {change.item}"
        _line(console, f"  {where}: {before} → {after}, {change.reason}", "" if change.worse else "dim")
    if len(changes) > _MOST_CHANGES:
        _line(console, f"  and {len(changes) - _MOST_CHANGES} more; `summariser eval report` shows them all", "dim")


def print_gate(result: GateResult, console: Console) -> None:
    """Print a verdict with what it rests on."""
    print_comparison(result.comparison, console)
    _line(console, "")
    _line(console, result.verdict.value, _STYLES[result.verdict])
    for reason in result.reasons:
        _line(console, f"  {reason}")


def _table(first: str, *columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), title_justify="left")
    table.add_column(first, no_wrap=True)
    for column in columns:
        table.add_column(column, justify="right", no_wrap=True)
    return table


def _line(console: Console, words: str, style: str = "") -> None:
    console.print(Text(one_line(words), style=style), soft_wrap=True)


def _rate(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _p(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _level(level: AgreementF1 | None) -> str:
    return _rate(level.lenient) if level else ""


def _interval(found: Interval | None) -> tuple[str, str]:
    if found is None:
        return "–", ""
    bounds = "" if found.low is None or found.high is None else f"{found.low:.3f}–{found.high:.3f}"
    return f"{found.estimate:.3f}", bounds
