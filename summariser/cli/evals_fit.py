"""`summariser eval fit`: the weights that the program reads, fitted anew to labelled documents."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from summariser.cli.evals_options import AsJson, Quiet, Seeds, seeds_folder

__all__ = ["EXAMPLES", "fit"]

EXAMPLES = """
Examples:

  summariser eval fit --dry-run

  summariser eval fit --seeds seeds
"""


def fit(
    *,
    seeds: Seeds = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Measure, and leave the weights as they are.")] = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Fit the models that find commitments, who is bound, who speaks and which facts are needed.

    They are fitted to the documents of the folder `train` and of the dev split, and measured by five-fold
    cross-validation: on documents that each was not fitted to. Takes about a minute.
    """
    from rich.console import Console
    from rich.table import Table

    from summariser.evals.fitting import digest_of, fit_all, training_cases, write_models

    cases = training_cases(seeds_folder(seeds))
    console = Console(stderr=True)
    shown = not quiet and sys.stderr.isatty()
    with console.status("reading") as status:
        found = list(fit_all(cases, on_step=status.update if shown else lambda _: None))
    paths = [] if dry_run else write_models(found, digest_of(cases))
    if as_json:
        rows = [
            {
                "name": kind.name,
                "rows": kind.rows,
                "measure": kind.measure,
                "learned": kind.learned,
                "rules": kind.ruled,
            }
            for kind in found
        ]
        typer.echo(json.dumps({"documents": len(cases), "models": rows, "wrote": [str(path) for path in paths]}))
        return
    table = Table("model", "rows", "weights", "fitted", "rules alone", "measure", title=f"{len(cases)} documents")
    for kind in found:
        weights = sum(len(model.weights) for model in kind.models.values())
        ruled = "–" if kind.ruled is None else f"{kind.ruled:.3f}"
        table.add_row(kind.name, f"{kind.rows:,}", f"{weights:,}", f"{kind.learned:.3f}", ruled, kind.measure)
    Console(width=None if sys.stdout.isatty() else 120).print(table)
    for path in paths:
        typer.echo(f"wrote {path}")
