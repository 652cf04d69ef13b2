"""The command `summariser`: parses, calls the library, prints."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from summariser._version import __version__
from summariser.cli import brief, evals, model, note, prompts, schema
from summariser.errors import SummariserError, unexpected

__all__ = ["app", "run"]

EXIT_CODES = """
Exit codes: 0 done · 1 unexpected error · 2 bad input, argument or setting · 3 the model could not do its work ·
4 a model file cannot be fetched or is damaged · 5 part of a document was not read (with --strict) · 130 interrupted.
Of several failures, the first one gives the code.
"""

app = typer.Typer(
    name="summariser",
    help="Turn documents into structured briefs whose every item rests on exact spans of the source.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("brief", epilog=brief.EXAMPLES + EXIT_CODES)(brief.brief)
app.command("schema", epilog=schema.EXAMPLES)(schema.schema)
app.add_typer(model.app, name="model")
app.add_typer(prompts.app, name="prompts")
app.add_typer(evals.app, name="eval")
app.add_typer(note.app, name="note")


def _version(value: bool) -> None:
    if value:
        typer.echo(f"summariser {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Turn documents into structured briefs whose every item rests on exact spans of the source."""


def run() -> None:
    """Run the command; every error of this package is one line and an exit code, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr] # a terminal that cannot show a character
    try:
        app()
    except SummariserError as error:
        complain(error)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if os.environ.get("SUMMARISER_DEBUG"):
            raise
        complain(unexpected(error, "summariser"))
        sys.exit(1)


def complain(error: SummariserError) -> None:
    """Print an error as one line on standard error."""
    sys.stderr.write(f"error: {error}\n")
