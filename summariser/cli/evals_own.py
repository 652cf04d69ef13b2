"""`summariser eval own`: evals of a schema of the user's own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summariser.errors import InputError

if TYPE_CHECKING:
    from summariser.evals.own_runs import OwnGate, OwnRun

__all__ = ["app"]

app = typer.Typer(help="Evals of a schema of your own.", no_args_is_help=True, rich_markup_mode=None)


@app.command(epilog="Example: summariser eval own run --schema duties:Duties --prompt ./duties --seeds contracts")
def run(
    *,
    prompt: Annotated[str, typer.Option(help="Path of the prompt's folder, or its name; it has question.md.")],
    seeds: Annotated[Path, typer.Option(help="Folder of documents with gold for this schema.")],
    schema: Annotated[str | None, typer.Option(help="module:Class; left out, the one the prompt names.")] = None,
    model: Annotated[str | None, typer.Option(help="The model; as for `summariser brief`.")] = None,
    base_url: Annotated[str | None, typer.Option(help="An OpenAI-compatible endpoint.")] = None,
    split: Annotated[Literal["dev", "test", "all"], typer.Option(help="Which documents.")] = "dev",
    jobs: Annotated[int | None, typer.Option(min=1, help="Documents at a time.")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write the run as JSON.")] = None,
    replay_only: Annotated[bool, typer.Option("--replay-only", help="Ask no model.")] = False,
    responses: Annotated[list[Path] | None, typer.Option(help="File of recorded answers. Can be repeated.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the run as JSON.")] = False,
) -> None:
    """Fill a schema from every labelled document, or from the cache, and score the answers field by field."""
    import asyncio

    from summariser.cli.own import import_from_here
    from summariser.evals.files import write_whole
    from summariser.evals.own_gold import load_own_dataset
    from summariser.evals.own_runs import run_own
    from summariser.evals.runner import recordings_of
    from summariser.pipeline.own import find_schema
    from summariser.prompts.loader import load_prompt
    from summariser.settings import load_settings

    settings = load_settings({"base_url": base_url, "jobs": jobs})
    with import_from_here():
        found = find_schema(schema, load_prompt(Path(prompt), settings.prompts))
    if found is None:
        raise InputError(f"the prompt {prompt!r} is for briefs", hint="use `summariser eval run`")
    done = asyncio.run(
        run_own(
            load_own_dataset(seeds, found, split),
            schema=found,
            prompt=prompt,
            model=model,
            settings=settings,
            jobs=jobs,
            replay_only=replay_only,
            recordings=recordings_of(seeds, responses or ()),
        )
    )
    if out:
        write_whole(out, done.model_dump_json() + "\n")
        sys.stderr.write(f"wrote {out}\n")
    if as_json:
        typer.echo(done.model_dump_json(indent=2))
    else:
        _show(done)


def _show(run: OwnRun) -> None:
    from summariser.evals.own_runs import own_intervals

    typer.echo(f"{run.model} · {run.prompt.name} {run.prompt.version} · {run.schema_name} · {len(run.gold)} documents")
    for document in run.documents:
        if document.failed:
            typer.echo(f"failed, scored as zero: {document.document}: {document.failed}")
    for name, found in own_intervals(run).items():
        if found:
            bounds = "" if found.low is None else f"  {found.low:.3f}–{found.high:.3f}"
            typer.echo(f"{name:24} F1 {found.estimate:.3f}{bounds}  {found.documents} documents")
    for name, measure in run.scores.fields.items():
        f1 = measure.lenient.f1
        typer.echo(f"  {name:32} {'–' if f1 is None else f'{f1:.3f}'}")


@app.command(epilog="Example: summariser eval own gate new.json --baseline old.json")
def gate(
    *,
    candidate: Annotated[Path, typer.Argument(metavar="RUN", help="File of a run.")],
    baseline: Annotated[Path, typer.Option(help="File of the run to hold it against.")],
    margin: Annotated[float, typer.Option(min=0.0, max=1.0, help="The drop in F1 that matters.")] = 0.02,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 11 where it is INCONCLUSIVE.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Decide whether a prompt may replace the one of the baseline; exit codes as for `summariser eval gate`."""
    from summariser.evals.own_runs import gate_own, load_own_run

    result = gate_own(load_own_run(baseline), load_own_run(candidate), margin=margin)
    if as_json:
        typer.echo(result.model_dump_json(indent=2))
    else:
        _show_gate(result)
    raise typer.Exit(result.verdict.exit_code(strict=strict))


def _show_gate(result: OwnGate) -> None:
    for name, part in result.parts.items():
        change = "–" if part.difference is None else f"{part.difference:+.3f}"
        bounds = "" if part.low is None else f"  {part.low:+.3f} … {part.high:+.3f}"
        p = "" if part.p_lower_holm is None else f"  p {part.p_lower_holm:.4f}"
        typer.echo(f"{name:24} {change}{bounds}{p}")
    typer.echo(result.verdict.value)
    for reason in result.reasons:
        typer.echo(f"  {reason}")
