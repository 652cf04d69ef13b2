"""`summariser prompts`: list, show and render prompt templates."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summariser.errors import InputError

if TYPE_CHECKING:
    from summariser.prompts.loader import Prompt

__all__ = ["app"]

app = typer.Typer(help="List, show and render prompt templates.", no_args_is_help=True, rich_markup_mode=None)

_Folder = Annotated[
    Path | None, typer.Option("--folder", help="A folder of prompts of your own, looked through first.")
]
_Prompt = Annotated[str, typer.Argument(help="Name of a prompt, or path of its folder.")]


def _folder(given: Path | None) -> Path | None:
    from summariser.settings import load_settings

    return given or load_settings().prompts


def _load(name: str, folder: Path | None) -> Prompt:
    from summariser.prompts.loader import load_prompt
    from summariser.prompts.questions import check_examples

    prompt = load_prompt(name, _folder(folder))
    if prompt.question is None:
        check_examples(prompt)
    return prompt


@app.command("list")
def list_prompts(
    folder: _Folder = None, as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False
) -> None:
    """List the prompts: those of your folder and those of the package."""
    from summariser.prompts.loader import list_prompts as find

    found = find(_folder(folder))
    if as_json:
        rows = [
            {
                "name": p.name,
                "version": p.version,
                "sha256": p.sha256,
                "folder": str(p.folder),
                "description": p.description,
            }
            for p in found
        ]
        typer.echo(json.dumps(rows, indent=2))
        return
    for prompt in found:
        typer.echo(f"{prompt.name} {prompt.version}  {prompt.sha256[:12]}  {prompt.description}\n  {prompt.folder}")


@app.command()
def show(name: _Prompt = "brief", folder: _Folder = None) -> None:
    """Check a prompt, its variables and examples, and print its templates."""
    prompt = _load(name, folder)
    typer.echo(f"{prompt.name} {prompt.version}\n{prompt.description}\n{prompt.folder}\nsha256 {prompt.sha256}")
    typer.echo("\nvariables:")
    for variable, meaning in prompt.variables.items():
        typer.echo(f"  ${{{variable}}}  {meaning}")
    templates = {"system": prompt.system, "document": prompt.document, **prompt.parts}
    if prompt.question:
        templates["question"] = prompt.question
    for title, template in templates.items():
        typer.echo(f"\n--- {title} ---\n{template.text}")
    typer.echo(f"\nexamples: {', '.join(example.name for example in prompt.examples) or 'none'}")


@app.command(epilog="Example: summariser prompts render brief report.txt --ask all")
def render(
    name: _Prompt,
    file: Annotated[Path, typer.Argument(help="A document.", dir_okay=False)],
    folder: _Folder = None,
    ask: Annotated[
        Literal["open", "all"], typer.Option(help="What the embedded model is asked, or what others are asked.")
    ] = "open",
    calls: Annotated[Literal["one", "parts"], typer.Option(help="One request, or one for each part.")] = "one",
    as_json: Annotated[bool, typer.Option("--json", help="Print messages and response schema as JSON.")] = False,
) -> None:
    """Print the messages that would be sent for a document (its first chunk), to the letter. No model is called."""
    from summariser.candidates.analysis import Analysis
    from summariser.documents.read import read_file
    from summariser.prompts.own import own_messages
    from summariser.prompts.questions import build_conversation
    from summariser.prompts.scope import Chunk, Scope

    prompt, document = _load(name, folder), read_file(file)
    if not document.sentences:
        raise InputError(f"{file}: holds no sentence to read")
    chunk = Chunk(document.sentences)
    if prompt.question is not None:
        messages, schemas = own_messages(prompt, document, chunk), []
    else:
        conversation = build_conversation(prompt, Analysis(document), chunk, Scope(ask=ask, calls=calls))
        messages = conversation.messages(["…"] * (len(conversation.turns) - 1))
        schemas = [turn.model.model_json_schema() for turn in conversation.turns]
    if as_json:
        typer.echo(json.dumps({"messages": messages, "schemas": schemas}, indent=2, ensure_ascii=False))
        return
    for message in messages:
        typer.echo(f"--- {message['role']} ---\n{message['content']}\n")
