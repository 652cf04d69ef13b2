"""Results on the screen and in files."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summariser.errors import InputError
from summariser.schemas import Brief

if TYPE_CHECKING:
    from summariser.schemas.own import Extraction

__all__ = ["print_terminal", "render", "target", "write"]

_UNSAFE = re.compile(r"[^\w.+-]+")


def print_terminal(result: Brief | Extraction[Any]) -> None:
    """Print a result for reading: a brief with the evidence under each item, anything else as JSON."""
    if not isinstance(result, Brief):
        sys.stdout.write(f"{render(result, 'json')}\n")
        return
    from rich.console import Console

    from summariser.render.terminal import print_brief

    print_brief(result, Console())


def render(result: Brief | Extraction[Any], form: str) -> str:
    """A result as "json", "markdown" or "html".

    Raises:
        InputError: A schema of one's own has no other form than JSON.
    """
    if form == "json":
        return result.model_dump_json(indent=2)
    if not isinstance(result, Brief):
        raise InputError(f"a schema of your own has no {form} form", hint="use --json")
    return result.to_markdown() if form == "markdown" else result.to_html()


def target(out: Path, name: str, ending: str) -> Path:
    """Where a result goes: `out` itself where it is a file, else a file named after the document."""
    if out.suffix.lower() == ending and not out.is_dir():
        return out
    stem = Path(name).name
    stem = stem.removesuffix(Path(stem).suffix) if Path(stem).suffix in {".txt", ".md", ".text"} else stem
    return out / f"{_UNSAFE.sub('_', stem) or 'document'}{ending}"


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all, and say so on standard error.

    Raises:
        InputError: It cannot be written.
    """
    partial = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(
            text if text.endswith("\n") else f"{text}\n", encoding="utf-8", errors="replace", newline="\n"
        )
        partial.replace(path)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}") from error
    sys.stderr.write(f"wrote {path}\n")
