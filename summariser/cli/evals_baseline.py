"""`summariser eval baseline`: the runs that others are held against."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summariser.cli.evals_options import Responses, RunName, Seeds, seeds_folder

__all__ = ["app"]

app = typer.Typer(help="The runs that others are held against.", no_args_is_help=True, rich_markup_mode=None)


@app.command(epilog="Example: summariser eval baseline promote last")
def promote(name: RunName, seeds: Seeds = None, responses: Responses = None) -> None:
    """Make a run the baseline of its model, prompt and split, with the raw answers it rests on. Commit both files."""
    from summariser.evals.baseline import open_run
    from summariser.evals.baseline import promote as keep

    kept = keep(open_run(name), seeds_folder(seeds), responses=responses or ())
    typer.echo(f"{kept.run}\n{kept.responses} ({kept.answers} answers)")


@app.command(epilog="Example: summariser eval baseline record last --out answers.jsonl.gz")
def record(
    name: RunName,
    out: Annotated[Path, typer.Option("--out", "-o", help="The file to write; --responses replays it.")],
    seeds: Seeds = None,
    responses: Responses = None,
) -> None:
    """Write the raw answers of any run to a file, so that it can be replayed without the model."""
    from summariser.evals.baseline import open_run
    from summariser.evals.baseline import record as keep

    typer.echo(f"{out} ({keep(open_run(name), seeds_folder(seeds), out, responses=responses or ())} answers)")
