"""Remembers what need not be worked out again while nothing it rests on has changed."""

from __future__ import annotations

import hashlib
import json
from importlib import resources
from typing import TYPE_CHECKING

from pydantic import ValidationError

from summariser.errors import InputError
from summariser.evals.files import responses_path, write_whole
from summariser.evals.references import find_references
from summariser.evals.runs import References, gold_digests
from summariser.evals.selection import check_prompt

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summariser.evals.gold import Case
    from summariser.prompts.loader import Prompt

__all__ = ["checked_references"]


def checked_references(prompt: Prompt, cases: Sequence[Case], folder: Path) -> References:
    """Check the prompt against the labelled documents and find what to hold their scores against; once for each state.

    Args:
        prompt: The prompt.
        cases: The documents of the run.
        folder: Their folder.

    Raises:
        InputError: The prompt has words of a labelled document, or a file is faulty.
    """
    path = responses_path().with_name("memo") / f"{_state(prompt, cases, folder)}.json"
    try:
        return References.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        pass
    check_prompt(prompt, folder)
    references = find_references(cases, folder)
    try:
        write_whole(path, references.model_dump_json())
    except InputError:
        return references  # then it is worked out again next time
    return references


def _state(prompt: Prompt, cases: Sequence[Case], folder: Path) -> str:
    """SHA-256 of all that the check and the references rest on, this package's own code included."""
    digest = hashlib.sha256()
    digest.update(json.dumps([prompt.sha256, gold_digests(cases)], sort_keys=True).encode())
    for place in (folder, folder / "double" / "first", folder / "double" / "second"):
        for path in sorted(place.glob("*")) if place.is_dir() else ():
            if path.is_file():
                digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for module in sorted(resources.files("summariser.evals").iterdir(), key=lambda each: each.name):
        if module.name.endswith(".py"):
            digest.update(module.read_bytes())
    return digest.hexdigest()
