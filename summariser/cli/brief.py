"""`summariser brief`: documents in, briefs out."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summariser.errors import InputError, LossError, SettingsError, StoreError, SummariserError, unexpected

if TYPE_CHECKING:
    from summariser.documents import Document
    from summariser.documents.gather import Failed, Found
    from summariser.schemas import Brief
    from summariser.schemas.own import Extraction

__all__ = ["EXAMPLES", "brief"]

EXAMPLES = """
Examples:

  summariser brief report.txt

  summariser brief inbox/*.txt --out briefs/

  summariser brief - --json < report.txt

  summariser brief report.txt --model openai/gpt-5-mini --format html --out report.html
"""


class Format(StrEnum):
    """What a brief can be shown as."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


_ENDINGS = {".json": Format.JSON, ".md": Format.MARKDOWN, ".html": Format.HTML}
_FILES = {form: ending for ending, form in _ENDINGS.items()}


def brief(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE…",
            help="Text, PDF, Word, HTML or mail files, folders, https:// links; - reads standard input.",
        ),
    ],
    model: Annotated[
        str | None, typer.Option(help="local (default), local:FILE.gguf, openai/NAME, ollama/NAME, URL#NAME.")
    ] = None,
    base_url: Annotated[str | None, typer.Option(help="An OpenAI-compatible endpoint that serves the model.")] = None,
    prompt: Annotated[str | None, typer.Option(help="Name of a prompt, or path of its folder.")] = None,
    schema: Annotated[
        str | None, typer.Option(help="A pydantic class of your own, module:Class; its prompt has question.md.")
    ] = None,
    formats: Annotated[
        list[Format] | None,
        typer.Option("--format", "-f", help="What to print, or to write with --out. Can be repeated."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            help="A folder for JSON, Markdown and HTML of each document, or one .json, .md or .html file.",
        ),
    ] = None,
    date: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The documents' own date, YYYY-MM-DD.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON; of several documents, one line each.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print nothing but errors and, with --json or --format, the result.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 5 where part of a document was not read.")
    ] = False,
) -> None:
    """Make a brief of each document: parties, commitments, context and quotes, each resting on exact spans of it.

    The default model runs on this machine and nothing leaves it; only a remote model that you name gets the document.
    """
    from summariser.api import Summariser
    from summariser.cli.model import fetch_if_absent
    from summariser.cli.own import import_from_here
    from summariser.cli.progress import Reporter
    from summariser.documents.gather import Found, gather

    found = gather(files, date=date.date() if date else None)
    wanted = _formats(formats, out, as_json=as_json, documents=len(found), quiet=quiet)
    failures: list[SummariserError] = []
    reporter = Reporter(quiet=quiet, documents=len(found))
    with import_from_here():
        summariser = Summariser(model, base_url=base_url, prompt=prompt, schema=schema)
    if any(isinstance(item, Found) for item in found):
        fetch_if_absent(summariser.spec, quiet=quiet)
    with summariser, reporter:
        for number, item in enumerate(found):
            name = item.name
            reporter.start(number, name)
            try:
                document = _read(item)
                result: Brief | Extraction[Any]
                if schema or summariser.prompt.question:
                    result = summariser.extract(document, on_progress=reporter.show)
                else:
                    result = summariser.summarise(document, on_progress=reporter.show)
                with reporter.paused():
                    _deliver(result, document.name, wanted, out, several=len(found) > 1)
                failures += _losses(result, name, strict=strict)
            except SummariserError as error:
                with reporter.paused():
                    sys.stderr.write(f"error: {error}\n")
                failures.append(error)
                if isinstance(error, (SettingsError, StoreError)):
                    break
            except Exception as error:
                if os.environ.get("SUMMARISER_DEBUG"):
                    raise
                failure = unexpected(error, name)
                with reporter.paused():
                    sys.stderr.write(f"error: {failure}\n")
                failures.append(failure)
    if failures:
        if len(found) > 1:
            sys.stderr.write(f"{len(found) - len(failures)} of {len(found)} documents done, {len(failures)} failed\n")
        raise typer.Exit(failures[0].exit_code)


def _formats(
    formats: list[Format] | None, out: Path | None, *, as_json: bool, documents: int, quiet: bool
) -> list[Format]:
    """What to print or to write; `--out` with a folder writes all three kinds and prints the brief, too."""
    ending = out.suffix.lower() if out else ""
    if as_json and formats and formats != [Format.JSON]:
        raise InputError("--json and --format ask for different things", hint="give one of them")
    if as_json:
        return [Format.JSON]
    if ending in _ENDINGS and not (out and out.is_dir()):
        if documents > 1:
            raise InputError(f"{out} is one file, but there are {documents} documents", hint="name a folder")
        if formats and formats != [_ENDINGS[ending]]:
            raise InputError(f"{out} ends in {ending}, which is not {formats[0].value}")
        return [_ENDINGS[ending]]
    if formats:
        return list(dict.fromkeys(formats))
    if out is None:
        return [] if quiet else [Format.TERMINAL]
    return [form for form in Format if not (quiet and form is Format.TERMINAL)]


def _read(item: Found | Failed) -> Document:
    from summariser.documents.gather import Failed

    if isinstance(item, Failed):
        raise item.error
    return item.document


def _losses(result: Brief | Extraction[Any], name: str, *, strict: bool) -> list[SummariserError]:
    for warning in result.coverage.warnings:
        sys.stderr.write(f"warning: {name}: {warning}\n")
    if strict and not result.coverage.lossless:
        return [LossError(f"{name}: part of the document was not read")]
    return []


def _deliver(
    result: Brief | Extraction[Any], name: str, wanted: list[Format], out: Path | None, *, several: bool
) -> None:
    from summariser.cli.output import print_terminal, render, target, write

    for form in wanted:
        if form is Format.TERMINAL:
            print_terminal(result)
        elif out is not None:
            write(target(out, name, _FILES[form]), render(result, form))
        elif form is Format.JSON and several:
            sys.stdout.write(f"{result.model_dump_json()}\n")
        else:
            sys.stdout.write(f"{render(result, form)}\n")
    sys.stdout.flush()
