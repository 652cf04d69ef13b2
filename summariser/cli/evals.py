"""`summariser eval`: runs, comparisons and the gate over labelled documents."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summariser.cli import evals_baseline, evals_fit, evals_notes, evals_own
from summariser.cli.evals_options import (
    AsJson,
    BaseUrl,
    GitHub,
    Html,
    Jobs,
    JUnit,
    Model,
    Prompt,
    Quiet,
    ReplayOnly,
    Responses,
    RunName,
    Seeds,
    seeds_folder,
)
from summariser.errors import InputError

if TYPE_CHECKING:
    from summariser.evals.runs import Run

__all__ = ["app"]

EXIT_CODES = """
Exit codes: 0 PASS · 10 FAIL · 11 INCONCLUSIVE (only with --strict, else 0) · 12 NOT COMPARABLE; errors as for every
command: 1 unexpected · 2 bad input, or lint found problems · 3 the model could not do its work · 4 model file missing ·
130 interrupted.
"""
RUN_EXAMPLES = """
Examples:

  summariser eval run --prompt prompts/brief2

  summariser eval run --only split_quote --model openai/gpt-5-mini --epochs 3

  summariser eval run --replay-only
"""

app = typer.Typer(
    help="Score briefs against labelled documents, compare prompts, and hold a bad one back.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(evals_baseline.app, name="baseline")
app.add_typer(evals_own.app, name="own")
app.command("notes", epilog=evals_notes.EXAMPLES)(evals_notes.notes)
app.command("fit", epilog=evals_fit.EXAMPLES)(evals_fit.fit)


@app.command(epilog=RUN_EXAMPLES + EXIT_CODES)
def run(
    *,
    prompt: Prompt = None,
    model: Model = None,
    base_url: BaseUrl = None,
    split: Annotated[Literal["dev", "test", "all"], typer.Option(help="Looks at test are logged.")] = "dev",
    epochs: Annotated[int, typer.Option(min=1, help="How often each document is asked.")] = 1,
    only: Annotated[list[str] | None, typer.Option(help="A tag, genre or document. Can be repeated.")] = None,
    jobs: Jobs = None,
    seeds: Seeds = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write the run as JSON.")] = None,
    replay_only: ReplayOnly = False,
    responses: Responses = None,
    as_json: AsJson = False,
    html: Html = None,
    junit: JUnit = None,
    quiet: Quiet = False,
) -> None:
    """Make the brief of every labelled document, or take it from the cache, and score it.

    A run that was broken off goes on where it stopped, and one that is repeated asks nothing. A document that fails is
    recorded and scores zero.
    """
    from summariser.cli import evals_output as output
    from summariser.evals.evaluation import plan_run

    plan = plan_run(
        prompt=prompt,
        model=model,
        base_url=base_url,
        split=split,
        only=only or (),
        epochs=epochs,
        jobs=jobs,
        seeds=seeds,
        responses=responses or (),
        replay_only=replay_only,
    )
    done = output.carry_out(plan, quiet=quiet or as_json, out=out)
    output.show_run(done, as_json=as_json)
    output.write_reports(done, None, plan.folder, html=html, junit=junit)


@app.command(epilog="Example: summariser eval compare baseline last" + EXIT_CODES)
def compare(
    *,
    first: Annotated[str, typer.Argument(metavar="A", help="File of a run, `last`, or `baseline`.")],
    second: Annotated[str, typer.Argument(metavar="B", help="Likewise.")],
    seeds: Seeds = None,
    as_json: AsJson = False,
    html: Html = None,
) -> None:
    """Compare two runs: differences with intervals, paired tests, and the items that changed."""
    from summariser.cli import evals_output as output
    from summariser.evals.comparing import compare as compare_runs

    left, right = _open_two(first, second, seeds)
    found = compare_runs(left, right)
    output.show_comparison(found, as_json=as_json)
    output.write_reports(right, left, seeds_folder(seeds), html=html)
    if not found.comparable:
        raise typer.Exit(12)


@app.command(epilog="Example: summariser eval gate --prompt prompts/brief2 --strict" + EXIT_CODES)
def gate(
    *,
    candidate: Annotated[
        str | None, typer.Argument(metavar="[RUN]", help="File of a run, or `last`; left out, it is run now.")
    ] = None,
    baseline: Annotated[str, typer.Option(help="File of a run; `baseline` finds the committed one.")] = "baseline",
    margin: Annotated[float, typer.Option(min=0.0, max=1.0, help="The drop in F1 that matters.")] = 0.02,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 11 where it is INCONCLUSIVE.")] = False,
    prompt: Prompt = None,
    model: Model = None,
    base_url: BaseUrl = None,
    split: Annotated[Literal["dev", "test", "all"], typer.Option(help="Of the committed baseline.")] = "dev",
    jobs: Jobs = None,
    seeds: Seeds = None,
    replay_only: ReplayOnly = False,
    responses: Responses = None,
    as_json: AsJson = False,
    html: Html = None,
    junit: JUnit = None,
    github: GitHub = None,
    quiet: Quiet = False,
) -> None:
    """Decide whether a prompt may replace the one of the baseline: PASS, FAIL, INCONCLUSIVE or NOT COMPARABLE."""
    from summariser.cli import evals_output as output
    from summariser.evals.baseline import find_baseline, open_run
    from summariser.evals.evaluation import plan_run
    from summariser.evals.gating import gate as decide
    from summariser.evals.runs import load_run
    from summariser.settings import load_settings

    folder = seeds_folder(seeds)
    if candidate is not None:
        held = open_run(candidate)
        against = open_run(baseline, folder, held)
    else:
        if baseline == "baseline" and not Path(baseline).is_file():
            name = Path(prompt).name if prompt else "brief"
            named = model or load_settings().model or "local"
            against = load_run(find_baseline(folder, model=named, prompt=name, split=split))
        else:
            against = load_run(baseline)
        plan = plan_run(
            prompt=prompt,
            model=model or against.model,
            base_url=base_url,
            split=against.split,
            only=against.only,
            epochs=len(against.epochs),
            jobs=jobs,
            seeds=folder,
            responses=responses or (),
            replay_only=replay_only,
        )
        held = output.carry_out(plan, quiet=quiet or as_json)
    result = decide(against, held, margin=margin)
    output.show_gate(result, as_json=as_json)
    output.write_reports(held, against, folder, html=html, junit=junit, result=result, strict=strict)
    output.annotate_gate(result, prompt or held.prompt.name, folder, wanted=github)
    raise typer.Exit(result.verdict.exit_code(strict=strict))


@app.command(epilog="Example: summariser eval report last --against baseline --html report.html")
def report(
    *,
    name: RunName,
    against: Annotated[str | None, typer.Option(help="Another run, or `baseline`, to show beside it.")] = None,
    seeds: Seeds = None,
    as_json: AsJson = False,
    html: Html = None,
    junit: JUnit = None,
) -> None:
    """Show a run again, on the screen or as a page on which every item stands beside its gold."""
    from summariser.cli import evals_output as output
    from summariser.evals.baseline import open_run

    shown = open_run(name)
    other = open_run(against, seeds_folder(seeds), shown) if against else None
    if html is None and junit is None:
        output.show_run(shown, as_json=as_json)
    output.write_reports(shown, other, seeds_folder(seeds) if html else None, html=html, junit=junit)


@app.command(epilog="Example: summariser eval lint --seeds my-documents")
def lint(
    *,
    seeds: Seeds = None,
    prompts: Annotated[
        Path | None, typer.Option(help="Prompts that must not hold words of a document. [default: all prompts]")
    ] = None,
    as_json: AsJson = False,
    github: GitHub = None,
) -> None:
    """Check labelled documents: spans, ids, names, dates, duplicates, and that no prompt has seen them."""
    from summariser.cli import evals_output as output

    problems = output.find_problems(seeds_folder(seeds), prompts)
    output.show_problems(problems, as_json=as_json, wanted=github)
    if problems:
        raise typer.Exit(InputError.exit_code)


@app.command(epilog="Example: summariser eval add report.txt --draft --genre press_release")
def add(
    *,
    file: Annotated[Path, typer.Argument(help="A document.", dir_okay=False)],
    draft: Annotated[bool, typer.Option("--draft", help="Start from the brief of a model, unsigned.")] = False,
    model: Model = None,
    prompt: Prompt = None,
    genre: Annotated[str, typer.Option(help="For the slices.")] = "",
    split: Annotated[Literal["dev", "test"], typer.Option(help="Where it belongs.")] = "dev",
    seeds: Seeds = None,
) -> None:
    """Start a labelled document: copy it, begin its gold, and open that in $EDITOR."""
    from summariser.evals.add import add_document
    from summariser.settings import load_settings

    folder = seeds or load_settings().seeds or Path("seeds")
    brief = None
    if draft:
        from summariser.api import Summariser

        with Summariser(model, prompt=prompt) as summariser:
            brief = summariser.summarise(file)
    added = add_document(file, folder, draft=brief, genre=genre, split=split)
    typer.echo(f"{added.document}\n{added.gold}")
    _edit(added.gold)


def _edit(path: Path) -> None:
    """Open a file in the user's editor, where there are one and a terminal."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor or not sys.stdin.isatty():
        return
    try:
        subprocess.run([*shlex.split(editor), str(path)], check=False)  # noqa: S603 - the user's own editor
    except (OSError, ValueError) as error:
        raise InputError(f"cannot start the editor {editor!r}: {error}", hint="correct $EDITOR") from None


def _open_two(first: str, second: str, seeds: Path | None) -> tuple[Run, Run]:
    """Both runs; where one is `baseline`, it is that of the other."""
    from summariser.evals.baseline import open_run

    if first == "baseline":
        right = open_run(second)
        return open_run(first, seeds_folder(seeds), right), right
    left = open_run(first)
    return left, open_run(second, seeds_folder(seeds) if second == "baseline" else None, left)
