"""The sample note as a hostile document or model would have it."""

from __future__ import annotations

from typing import Literal

from summariser.schemas.note import Note
from tests.sample_note import sample_note

__all__ = ["HOSTILE", "hostile_note"]

HOSTILE = (
    '<script>alert(1)</script> #import "x.typ": y =HYPERLINK("http://evil.example","x") [l](javascript:alert(1)) '
    "\x00\x07\x1b[31m\ufffe\uffff\ud800 \u202e\u0645\u0631\u062d\u0628\u0627 ]]> &amp; $x^2$ \\evil `code` |a|b| "
    "@SUM(1) +1 -1 {{7*7}} ${x} <img src=x onerror=alert(1)> *bold* _it_ ~s~ \r\nBEGIN:VEVENT\r\n" + "W" * 300
)
"""What a hostile document or model may hold, in one string."""


def hostile_note(text: str = HOSTILE, length: Literal["short", "long"] = "long") -> Note:
    """The sample with the text in front of every string that a document, a model or a user may have written."""
    note = sample_note(length)
    kept = {
        "id",
        "kind",
        "status",
        "field",
        "source",
        "sources",
        "by",
        "to",
        "represents",
        "items",
        "speaker",
        "sha256",
    }
    kept |= {"schema_version", "length", "item", "earliest", "latest", "date", "as_of", "created", "base_url"}

    def poison(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {name: poison(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [poison(inner, key) for inner in value]
        return text + value if isinstance(value, str) and key not in kept else value

    return Note.model_validate(poison(note.model_dump()))
