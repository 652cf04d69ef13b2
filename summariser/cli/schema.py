"""`summariser schema`: the JSON Schema of what comes out."""

from __future__ import annotations

import json
from typing import Annotated

import typer

__all__ = ["EXAMPLES", "schema"]

EXAMPLES = "Example: summariser schema > brief.schema.json"


def schema(
    name: Annotated[
        str | None, typer.Argument(help="A schema of your own as module:Class; the brief if left out.")
    ] = None,
) -> None:
    """Print the JSON Schema of the brief, or of a schema of your own."""
    from summariser.schemas import Brief

    if name is None:
        shown = Brief.model_json_schema()
    else:
        from summariser.cli.own import import_from_here
        from summariser.pipeline.own import load_schema

        with import_from_here():
            shown = load_schema(name).model_json_schema()
    typer.echo(json.dumps(shown, indent=2, ensure_ascii=False))
