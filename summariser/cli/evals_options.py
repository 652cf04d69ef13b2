"""Options that several commands of `summariser eval` share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "AsJson",
    "BaseUrl",
    "GitHub",
    "Html",
    "JUnit",
    "Jobs",
    "Model",
    "Prompt",
    "Quiet",
    "ReplayOnly",
    "Responses",
    "RunName",
    "Seeds",
    "seeds_folder",
]

Prompt = Annotated[str | None, typer.Option(help="Name of a prompt, or path of its folder.")]
Model = Annotated[str | None, typer.Option(help="The model; as for `summariser brief`.")]
BaseUrl = Annotated[str | None, typer.Option(help="An OpenAI-compatible endpoint that serves the model.")]
Seeds = Annotated[
    Path | None, typer.Option(help="Folder of labelled documents. [default: setting `seeds`, else ./seeds]")
]
Jobs = Annotated[int | None, typer.Option(min=1, help="Documents at a time. [default: 1 local, 4 with an endpoint]")]
Responses = Annotated[list[Path] | None, typer.Option(help="File of recorded answers to replay. Can be repeated.")]
ReplayOnly = Annotated[bool, typer.Option("--replay-only", help="Ask no model; a missing answer is an error.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Html = Annotated[Path | None, typer.Option(help="Write the report as one HTML page.")]
JUnit = Annotated[Path | None, typer.Option(help="Write JUnit XML.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")]
GitHub = Annotated[
    bool | None, typer.Option(help="Print annotations for GitHub. [default: inside GitHub Actions]", show_default=False)
]
RunName = Annotated[str, typer.Argument(metavar="RUN", help="File of a run, or `last`.")]


def seeds_folder(seeds: Path | None) -> Path:
    """The folder of labelled documents: the one given, or as the settings say."""
    from summariser.evals.files import find_seeds
    from summariser.settings import load_settings

    return find_seeds(seeds, load_settings())
