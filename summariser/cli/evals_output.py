"""What `summariser eval` prints and writes."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from summariser.cli.output import write

if TYPE_CHECKING:
    from rich.console import Console

    from summariser.evals.comparing import RunComparison
    from summariser.evals.gating import GateResult
    from summariser.evals.linting import Problem
    from summariser.evals.runner import OnStep, Plan, Step
    from summariser.evals.runs import Run

__all__ = [
    "annotate_gate",
    "carry_out",
    "find_problems",
    "show_comparison",
    "show_gate",
    "show_problems",
    "show_run",
    "write_reports",
]

_WIDTH = 140  # columns where the output is no terminal


def carry_out(plan: Plan, *, quiet: bool, out: Path | None = None) -> Run:
    """Carry out a run with a progress bar, and keep it as the last one of this machine."""
    from summariser.evals.baseline import last_run_path
    from summariser.evals.runs import save_run

    run = _run(plan, None) if quiet or not sys.stderr.isatty() else _with_bar(plan)
    save_run(run, last_run_path())
    if out:
        save_run(run, out)
        sys.stderr.write(f"wrote {out}\n")
    return run


def _run(plan: Plan, on_step: OnStep | None) -> Run:
    import asyncio

    from summariser.evals.runner import run_plan

    found: list[Run] = []

    async def keep() -> None:
        # Not returned: when asyncio gives SIGINT back, it writes out the whole result of its task in vain.
        found.append(await run_plan(plan, on_step))

    asyncio.run(keep())
    return found[0]


def _with_bar(plan: Plan) -> Run:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("documents", total=len(plan.cases) * plan.epochs)

        def show(step: Step) -> None:
            failed = f", {step.failed} failed" if step.failed else ""
            words = f"{step.fresh} answers asked, {step.replayed} replayed{failed}"
            bars.update(task, completed=step.done, description=words)

        return _run(plan, show)


def _console() -> Console:
    from rich.console import Console

    return Console() if sys.stdout.isatty() else Console(width=_WIDTH)


def show_run(run: Run, *, as_json: bool) -> None:
    """Print the numbers of a run."""
    from summariser.evals.summary import summary_of

    summary = summary_of(run)
    if as_json:
        typer.echo(summary.model_dump_json(indent=2))
        return
    from summariser.evals.report_terminal import print_summary

    print_summary(summary, _console())


def show_comparison(found: RunComparison, *, as_json: bool) -> None:
    """Print how two runs differ."""
    if as_json:
        typer.echo(found.model_dump_json(indent=2))
        return
    from summariser.evals.report_terminal import print_comparison

    print_comparison(found, _console())


def show_gate(result: GateResult, *, as_json: bool) -> None:
    """Print a verdict."""
    if as_json:
        typer.echo(result.model_dump_json(indent=2))
        return
    from summariser.evals.report_terminal import print_gate

    print_gate(result, _console())


def write_reports(
    run: Run,
    against: Run | None,
    folder: Path | None,
    *,
    html: Path | None = None,
    junit: Path | None = None,
    result: GateResult | None = None,
    strict: bool = False,
) -> None:
    """Write the reports that are asked for.

    Args:
        run: The run.
        against: The run beside it, or None.
        folder: The labelled documents, for the page.
        html: Where the page goes.
        junit: Where JUnit XML goes: the verdict where there is one, else the run.
        result: The verdict.
        strict: Whether INCONCLUSIVE is a failure.
    """
    if junit:
        from summariser.evals.junit import gate_junit, run_junit
        from summariser.evals.summary import summary_of

        write(junit, gate_junit(result, strict=strict) if result else run_junit(run, summary_of(run)))
    if html and folder:
        from summariser.evals.report_html import render_report

        write(html, render_report(run, folder, against=against, result=result))


def annotate_gate(result: GateResult, prompt: str, folder: Path, *, wanted: bool | None) -> None:
    """Print annotations on the files of a prompt that is held back."""
    from summariser.evals.github import gate_annotations, in_github, render_annotations
    from summariser.prompts.loader import load_prompt
    from summariser.settings import load_settings

    if wanted or (wanted is None and in_github()):
        place = load_prompt(Path(prompt), load_settings().prompts).folder
        sys.stdout.write(render_annotations(gate_annotations(result, place, folder)))


def find_problems(folder: Path, prompts: Path | None) -> list[Problem]:
    """All problems of the labelled documents, and of the prompts of the package and the user."""
    from importlib import resources

    from summariser.evals.linting import lint
    from summariser.evals.note_linting import lint_notes
    from summariser.settings import load_settings

    places = [prompts] if prompts else [load_settings().prompts, Path(str(resources.files("summariser.prompts")))]
    found: dict[Problem, None] = {}
    for place in places:
        if place is not None:
            found.update(dict.fromkeys(lint(folder, place)))
            if (folder / "notes").is_dir():
                found.update(dict.fromkeys(lint_notes(folder / "notes", place)))
    return list(found)


def show_problems(problems: list[Problem], *, as_json: bool, wanted: bool | None) -> None:
    """Print problems, each with its file, line and remedy."""
    from summariser.evals.github import in_github, lint_annotations, render_annotations

    if as_json:
        typer.echo(json.dumps([{**each._asdict(), "file": str(each.file)} for each in problems], indent=2))
    elif wanted or (wanted is None and in_github()):
        sys.stdout.write(render_annotations(lint_annotations(problems)))
    else:
        for problem in problems:
            typer.echo(f"{problem.file}:{problem.line}: {problem.message} ({problem.fix})")
    sys.stderr.write(f"{len(problems)} problem{'' if len(problems) == 1 else 's'}\n")
