"""Briefing notes: briefs of several documents become one note, every line of which cites its sources."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summariser.note.api import NoteInput, NoteProgress, anote, note
    from summariser.note.briefs import load_briefs
    from summariser.note.build import build_note
    from summariser.note.narrative import write_narrative
    from summariser.note.sources import Failure

_HOMES = {
    "Failure": "sources",
    "NoteInput": "api",
    "NoteProgress": "api",
    "anote": "api",
    "build_note": "build",
    "load_briefs": "briefs",
    "note": "api",
    "write_narrative": "narrative",
}

__all__ = [
    "Failure",
    "NoteInput",
    "NoteProgress",
    "anote",
    "build_note",
    "load_briefs",
    "note",
    "write_narrative",
]


def __getattr__(name: str) -> Any:
    """Import what is used, when it is used."""
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(importlib.import_module(f"summariser.note.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
