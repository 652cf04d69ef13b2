"""`summariser note`: documents and briefs in, one briefing note out."""

from __future__ import annotations

import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from summariser.errors import LossError, SummariserError

if TYPE_CHECKING:
    from summariser.api import Summariser
    from summariser.note.api import NoteProgress
    from summariser.note.gathering import Pile
    from summariser.schemas import Note

__all__ = ["EXAMPLES", "app"]

EXAMPLES = """
Examples:

  summariser note inbox/ --topic "ferry terminal" -o note.docx

  summariser note release.pdf https://example.org/news --for "the Minister" -o note.pdf -o deadlines.ics

  summariser note briefs/*.json --no-narrative --length long -o note.html -o commitments.xlsx

  summariser note templates copy memo house/, then: summariser note inbox/ --template house/ -o note.docx

A file named "templates" is written ./templates.

Exit codes: 0 done · 1 unexpected error · 2 bad input, argument or setting · 3 the model could not do its work ·
4 a model file cannot be fetched or is damaged · 5 part of a document was not read (with --strict) · 130 interrupted.
A document that fails is listed in the note; the first failure gives the code.
"""


class _NoteGroup(TyperGroup):
    """A group whose bare name is a command of its own."""

    def make_context(self, info_name: str | None, args: list[str], *rest: Any, **extra: Any) -> Any:
        """The context of `summariser note FILE…`, or of its sub-commands where one is named first."""
        if args[:1] == ["templates"]:
            return super().make_context(info_name, args, *rest, **extra)
        return self.commands["make"].make_context(info_name, args, *rest, **extra)


app = typer.Typer(
    cls=_NoteGroup,
    help="Make one briefing note of several documents or saved briefs.",
    rich_markup_mode=None,
    no_args_is_help=True,
)
templates = typer.Typer(
    help="House styles: list them, or copy one to change it.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(templates, name="templates")


class Length(StrEnum):
    """How much there is to read."""

    SHORT = "short"
    LONG = "long"


@app.command("make", epilog=EXAMPLES, no_args_is_help=True)
def make(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE…",
            help="Files, folders and links as for `summariser brief`, and JSON files of saved briefs.",
        ),
    ],
    topic: Annotated[str | None, typer.Option(help="The matter; sources that are beside it are left out.")] = None,
    audience: Annotated[str | None, typer.Option("--for", help='Whom it is for, such as "the Minister".')] = None,
    length: Annotated[Length, typer.Option(help="Two minutes' reading, or all of it.")] = Length.SHORT,
    style: Annotated[
        str | None,
        typer.Option("--template", "--style", help="A house style: its name, or the path of its folder."),
    ] = None,
    model: Annotated[
        str | None, typer.Option(help="local (default), local:FILE.gguf, openai/NAME, ollama/NAME, URL#NAME.")
    ] = None,
    base_url: Annotated[str | None, typer.Option(help="An OpenAI-compatible endpoint that serves the model.")] = None,
    prompt: Annotated[str | None, typer.Option(help="Prompt for briefs: its name, or path of its folder.")] = None,
    out: Annotated[
        list[Path] | None,
        typer.Option(
            "--out", "-o", help="A .docx, .pdf, .html, .md, .json, .csv, .xlsx or .ics file. Can be repeated."
        ),
    ] = None,
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day that overdue is reckoned from. [today]")
    ] = None,
    date: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The documents' own date, YYYY-MM-DD.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title of the note.")] = None,
    classification: Annotated[
        str | None, typer.Option(help="Line at the head of every page, in place of the style's.")
    ] = None,
    narrative: Annotated[
        bool | None,
        typer.Option(
            "--narrative/--no-narrative",
            help="Whether a model writes the bottom line. [default: one at an endpoint does, the embedded one not]",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the note as JSON.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print nothing but errors and, with --json, JSON.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 5 where part of a document was not read.")
    ] = False,
) -> None:
    """Make one briefing note of several documents or saved briefs. Every line of it cites exact spans of its sources.

    The default model runs on this machine and nothing leaves it; only a remote model that you name gets the documents.
    """
    from summariser.cli.note_output import NoteWriter
    from summariser.note.gathering import gather_sources

    writer = NoteWriter(out or [], style, classification)
    pile = gather_sources(files, date=date.date() if date else None)
    failures: list[SummariserError] = []

    def complain(error: SummariserError) -> None:
        failures.append(error)
        sys.stderr.write(f"error: {error}\n")

    made = _make(
        pile,
        complain,
        quiet=quiet,
        summariser=lambda: _summariser(model, base_url, prompt),
        narrative=narrative,
        topic=topic,
        audience=audience,
        length=length.value,
        title=title,
        as_of=as_of.date() if as_of else None,
    )
    if not quiet:
        for warning in made.warnings:
            sys.stderr.write(f"warning: {warning}\n")
    made = writer.ordered(made)
    for error in writer.write(made):
        complain(error)
    if as_json:
        sys.stdout.write(f"{made.model_dump_json(indent=2)}\n")
    elif not out and not quiet:
        writer.show(made)
    sys.stdout.flush()
    unread = [unknown.text for unknown in made.unknown if unknown.kind == "coverage"]
    if strict and unread:
        complain(LossError(unread[0]))
    if failures:
        raise typer.Exit(failures[0].exit_code)


def _summariser(model: str | None, base_url: str | None, prompt: str | None) -> Summariser:
    from summariser.api import Summariser

    return Summariser(model, base_url=base_url, prompt=prompt)


def _make(pile: Pile, complain: Any, *, quiet: bool, summariser: Any, narrative: bool | None, **options: Any) -> Note:
    """The note, with a model where one is needed and a line of progress while it works."""
    from contextlib import ExitStack

    from summariser.cli.model import fetch_if_absent
    from summariser.cli.progress import Reporter
    from summariser.note.api import note

    if not pile.documents and not pile.briefs:
        # Each is told of once; the last one ends the command.
        *others, last = [error for _, error in pile.failed]
        for error in others:
            sys.stderr.write(f"error: {error}\n")
        raise last
    with ExitStack() as stack:
        used = None
        if pile.documents or narrative is not False:
            made = summariser()
            if pile.documents or narrative or not made.spec.embedded:
                fetch_if_absent(made.spec, quiet=quiet)
                used = stack.enter_context(made)
                narrative = not made.spec.embedded if narrative is None else narrative
        reporter = stack.enter_context(Reporter(quiet=quiet, documents=1))

        def failed(error: SummariserError) -> None:
            with reporter.paused():
                complain(error)

        return note(
            pile,
            narrative=bool(narrative),
            summariser=used,
            on_progress=_Teller(reporter),
            on_failure=failed,
            **options,
        )


class _Teller:
    """Tells a reporter of documents where it expects one document."""

    def __init__(self, reporter: Any) -> None:
        self._reporter = reporter
        self._head = ""

    def __call__(self, progress: NoteProgress) -> None:
        from summariser.pipeline.events import Progress

        several = f"[{progress.document + 1}/{progress.documents}] " if progress.documents > 1 else ""
        head = f"{several}{progress.name}" if progress.name else "note"
        if head != self._head:
            self._head = head
            self._reporter.start(1, head)
        self._reporter.show(progress.step or Progress(progress.stage))


@templates.command("list")
def list_templates() -> None:
    """List the house styles of the package."""
    from summariser.render.note import list_styles

    for name, description in list_styles().items():
        typer.echo(f"{name}  {description}".rstrip())


@templates.command("copy", epilog="Example: summariser note templates copy plain house/")
def copy_template(
    name: Annotated[str, typer.Argument(help="Name of a style, as `list` shows it.")],
    folder: Annotated[Path, typer.Argument(help="Where to write it.", file_okay=False)],
) -> None:
    """Write a copy of a house style that you can change, for `--template FOLDER`."""
    from summariser.render.note import copy_style

    typer.echo(f"wrote {copy_style(name, folder)}")
