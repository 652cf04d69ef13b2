"""`summariser eval notes`: the suite of briefing notes."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summariser.cli.evals_options import (
    AsJson,
    BaseUrl,
    Jobs,
    Model,
    Prompt,
    Quiet,
    ReplayOnly,
    Responses,
    Seeds,
    seeds_folder,
)
from summariser.errors import InputError

if TYPE_CHECKING:
    from summariser.evals.note_results import Measured, NoteScore
    from summariser.evals.note_suite import NoteRun
    from summariser.evals.runner import Step

__all__ = ["EXAMPLES", "notes"]

EXAMPLES = """
Examples:

  summariser eval notes --split dev

  summariser eval notes --oracle

  summariser eval notes --model openai/gpt-5-mini --json
"""
_WORDS = {
    "commitments_found": "commitments found",
    "commitments_merged": "  merged (B-cubed)",
    "commitments_linked": "  merged (pairs)",
    "status": "  status",
    "status_best": "  status, best only",
    "deadline": "  latest day",
    "entities_found": "parties found",
    "entities_merged": "  merged (B-cubed)",
    "entities_linked": "  merged (pairs)",
    "entity_names": "  fullest name",
    "differences": "differences",
    "difference_sources": "  their sources",
    "irrelevant": "beside the matter",
}


def notes(
    *,
    model: Model = None,
    base_url: BaseUrl = None,
    prompt: Prompt = None,
    split: Annotated[Literal["dev", "test", "all"], typer.Option(help="Looks at test are logged.")] = "dev",
    oracle: Annotated[
        bool, typer.Option("--oracle", help="Make the briefs of the labels: measures merging alone, asks no model.")
    ] = False,
    topic: Annotated[bool, typer.Option(help="Tell the engine what each set is about.")] = True,
    length: Annotated[Literal["short", "long"], typer.Option(help="Of the notes.")] = "long",
    jobs: Jobs = None,
    seeds: Seeds = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write the run, notes included, as JSON.")] = None,
    replay_only: ReplayOnly = False,
    responses: Responses = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Make the note of every labelled set of documents, and score what it merged, found and noticed.

    Sets lie in the folder `notes` of the labelled documents. Exit code 10 where a note breaks a promise, such as a
    citation that leads nowhere.
    """
    from summariser.evals.files import write_whole
    from summariser.evals.note_suite import run_note_suite, run_oracle
    from summariser.evals.runner import recordings_of
    from summariser.settings import load_settings

    folder = seeds_folder(seeds) / "notes"
    if not folder.is_dir():
        raise InputError(f"no folder {str(folder)!r}", hint="it should hold a folder for each labelled set")
    if oracle:
        done = run_oracle(folder, split=split, length=length, topic=topic)
    else:
        done = asyncio.run(
            run_note_suite(
                folder,
                model=model,
                split=split,
                prompt=prompt,
                settings=load_settings({"base_url": base_url, "jobs": jobs}),
                jobs=jobs,
                length=length,
                topic=topic,
                replay_only=replay_only,
                recordings=recordings_of(folder, responses or ()),
                on_step=None if quiet or as_json or not sys.stderr.isatty() else _tell,
            )
        )
    if out:
        write_whole(out, done.model_dump_json() + "\n")
        sys.stderr.write(f"wrote {out}\n")
    if as_json:
        typer.echo(done.model_dump_json(indent=2, exclude={"sets": {"__all__": {"note"}}}))
    else:
        _show(done)
    if done.scores.faults:
        raise typer.Exit(10)


def _tell(step: Step) -> None:
    sys.stderr.write(f"{step.done}/{step.total} {step.document}: {step.fresh} asked, {step.replayed} replayed\n")


def _show(run: NoteRun) -> None:
    scores = run.scores
    prompt = f" · {run.prompt.name} {run.prompt.version}" if run.prompt else ""
    typer.echo(f"{run.model}{prompt} · {run.split} · {len(run.sets)} sets · scorer {scores.scorer_version}")
    if run.looks:
        typer.echo(f"the test sets were looked at {run.looks} times on this machine")
    for one in run.sets:
        for document, reason in one.failed.items():
            typer.echo(f"failed: {one.name}/{document}: {reason}")
    typer.echo(f"{'':22}{'P':>7}{'R':>7}{'F1':>7}{'95 %':>16}{'note':>7}{'gold':>7}{'sets':>6}")
    for name, words in _WORDS.items():
        typer.echo(_line(words, scores.measures[name]))  # type: ignore[index] # the keys are the measures
    for gold, line in sorted(scores.status_confusion.items()):
        told = ", ".join(f"{count} {noted}" for noted, count in sorted(line.items()))
        typer.echo(f"status {gold}: {told}")
    for score in scores.sets:
        _show_set(score)


def _line(words: str, found: Measured | None) -> str:
    if found is None:
        return f"{words:22}{'–':>7}"
    rates = "".join(
        f"{'–' if rate is None else f'{rate:.3f}':>7}" for rate in (found.precision, found.recall, found.f1)
    )
    bounds = "" if found.low is None or found.high is None else f"{found.low:.3f}–{found.high:.3f}"
    return f"{words:22}{rates}{bounds:>16}{found.found:>7g}{found.gold:>7g}{found.sets:>6}"


def _show_set(score: NoteScore) -> None:
    split_up = [row.gold for row in score.rows if len(row.rows) > 1]
    missing = [row.gold for row in score.rows if row.required and not row.found]
    wrong = [f"{row.gold} {row.noted}, not {row.status}" for row in score.rows if row.status_right is False]
    missed = [item.gold or "" for item in score.differences if item.required and item.noted is None]
    lines = (
        ("in several rows", split_up),
        ("missing", missing),
        ("status", wrong),
        ("differences missed", missed),
        ("rows of nothing", score.extra_rows),
        ("broken", score.faults),
    )
    told = "; ".join(f"{words}: {', '.join(items)}" for words, items in lines if items)
    typer.echo(f"{score.name}: {score.failed or told or 'all right'}")
