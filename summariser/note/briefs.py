"""Saved briefs: JSON files that `summariser brief` wrote become briefs again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from summariser.documents.read import MAX_BYTES
from summariser.errors import DocumentError
from summariser.schemas import Brief

if TYPE_CHECKING:
    import os

    from summariser.schemas.brief import Commitment, Context, Party, Quote

__all__ = ["is_brief_name", "load_briefs", "parse_briefs"]

_HINT = "give a file that `summariser brief --json` wrote"


def is_brief_name(name: str) -> bool:
    """Whether a file of this name is read as saved briefs."""
    return name.lower().endswith((".json", ".jsonl", ".ndjson"))


def load_briefs(path: str | os.PathLike[str]) -> list[Brief]:
    """Load the briefs of a file: one as JSON, several as an array or one on each line.

    Raises:
        DocumentError: It cannot be read, or is no brief; the message names file and reason.
    """
    where = Path(path)
    try:
        if where.stat().st_size > 4 * MAX_BYTES:
            raise DocumentError(f"{where} is too large for a saved brief", hint=_HINT)
        text = where.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise DocumentError(f"{where} is not a saved brief: it is not UTF-8", hint=_HINT) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the path is not valid"
        raise DocumentError(f"{where} cannot be read: {reason}") from None
    return parse_briefs(text, str(where))


def parse_briefs(text: str, name: str) -> list[Brief]:
    """Make briefs of JSON.

    Args:
        text: One brief, an array of them, or one on each line.
        name: Of the file, for messages.

    Raises:
        DocumentError: It is no brief; the message names file and reason, and holds nothing of its text.
    """
    values = _values(text, name)
    if not values:
        raise DocumentError(f"{name} holds no brief", hint=_HINT)
    several = len(values) > 1
    return [_brief(value, f"{name}, brief {number}" if several else name) for number, value in enumerate(values, 1)]


def _values(text: str, name: str) -> list[Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return _lines(text, name)
    return value if isinstance(value, list) else [value]


def _lines(text: str, name: str) -> list[Any]:
    """The values of a file with one on each line."""
    try:
        found = [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        found = []
    if not found:
        raise DocumentError(f"{name} is not a saved brief: it is not JSON", hint=_HINT)
    return found


def _brief(value: Any, name: str) -> Brief:
    if not isinstance(value, dict) or not {"provenance", "coverage"} <= value.keys():
        raise DocumentError(f"{name} is not a saved brief: it is other JSON", hint=_HINT)
    version = value.get("schema_version", "1")
    if version != "1":
        raise DocumentError(f"{name} is a brief of another version", hint="make it again with this one")
    try:
        brief = Brief.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        where = ".".join(str(step) for step in first["loc"][:6])
        raise DocumentError(f"{name} is not a sound brief: {where} is not as it should be", hint=_HINT) from None
    _check(brief, name)
    return brief


def _check(brief: Brief, name: str) -> None:
    """See that ids are unique and that spans are as long as their words."""
    seen: set[str] = set()
    items: list[Party | Commitment | Context | Quote] = [*brief.parties, *brief.commitments]
    for item in [*items, *brief.context, *brief.quotes]:
        if item.id in seen:
            raise DocumentError(f"{name} is not a sound brief: an id is there twice", hint=_HINT)
        seen.add(item.id)
        if any(span.end - span.start != len(span.text) for span in item.evidence):
            raise DocumentError(f"{name} is not a sound brief: a span does not fit its words", hint=_HINT)
