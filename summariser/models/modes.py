"""Ways to ask for structured output, and what is known of each endpoint's."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from pydantic import ValidationError

from summariser.errors import SettingsError

if TYPE_CHECKING:
    import instructor

__all__ = [
    "CHAIN",
    "Known",
    "ModeName",
    "candidates",
    "forget",
    "ignores_schema",
    "instructor_mode",
    "known",
    "refuses",
]

ModeName = Literal["json_schema", "tools", "json", "md_json"]

CHAIN: tuple[ModeName, ...] = ("json_schema", "tools", "json", "md_json")
"""Strictest first: decoding bound by the schema, a tool call, any JSON object, a Markdown block."""

_REFUSING_STATUS = frozenset({400, 404, 422, 500, 501})
_SCHEMA_WORDS = re.compile(r"response_?format|schema|structured|grammar|json_object|json mode", re.IGNORECASE)
_TOOL_WORDS = re.compile(r"\btools?\b|tool_|function[ _]?call|\bfunctions?\b", re.IGNORECASE)
_WORDS = {"json_schema": _SCHEMA_WORDS, "json": _SCHEMA_WORDS, "tools": _TOOL_WORDS}
_STRUCTURAL = frozenset(
    {
        "json_invalid",
        "missing",
        "extra_forbidden",
        "literal_error",
        "enum",
        "int_parsing",
        "float_parsing",
        "bool_parsing",
    }
)


@dataclass
class Known:
    """What was learnt of one endpoint and model in this process.

    Attributes:
        refused: Modes that the endpoint answered with an error.
        working: The mode of the first valid answer.
        streams: False once it refused to stream.
        stream_usage: False once it refused `stream_options`.
        renamed: Request parameters it wants under another name.
        dropped: Request parameters it does not take.
    """

    refused: set[ModeName] = field(default_factory=set)
    working: ModeName | None = None
    streams: bool = True
    stream_usage: bool = True
    renamed: dict[str, str] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)

    def refused_now(self, name: ModeName) -> None:
        """Leave a mode out from now on, unless it has worked: then the request, not the mode, was at fault."""
        if self.working != name:
            self.refused.add(name)

    def worked(self, name: ModeName) -> None:
        """Begin with this mode from now on, unless another one has worked before."""
        self.working = self.working or name


_KNOWN: dict[tuple[str, str], Known] = {}


def known(base_url: str, model: str) -> Known:
    """The record of this endpoint and model, shared by all clients of the process."""
    return _KNOWN.setdefault((base_url, model), Known())


def forget() -> None:
    """Drop all that was learnt, as a new process would start."""
    _KNOWN.clear()


def candidates(mode: str, facts: Known) -> tuple[ModeName, ...]:
    """Modes to try, in order.

    Args:
        mode: "auto", or the one mode to use.
        facts: What is known of the endpoint.

    Returns:
        One mode where it was named; else the one that worked and those after it, without the refused ones.

    Raises:
        SettingsError: There is no such mode.
    """
    if mode == "auto":
        start = CHAIN.index(facts.working) if facts.working else 0
        return tuple(name for name in CHAIN[start:] if name not in facts.refused)
    for name in CHAIN:
        if name == mode:
            return (name,)
    raise SettingsError(f"no output mode {mode!r}", hint=f"use auto, {', '.join(CHAIN)}")


def instructor_mode(name: ModeName) -> instructor.Mode:
    """The same mode in instructor's terms."""
    from instructor import Mode  # costs time that many commands need not spend

    return {"json_schema": Mode.JSON_SCHEMA, "tools": Mode.TOOLS, "json": Mode.JSON, "md_json": Mode.MD_JSON}[name]


def refuses(name: ModeName, status: int, message: str) -> bool:
    """Whether an error answer means that the endpoint does not offer this mode.

    Args:
        name: The mode that was asked for.
        status: HTTP status.
        message: The endpoint's words.
    """
    words = _WORDS.get(name)
    if words is None or status not in _REFUSING_STATUS:
        return False
    return status == 501 or bool(words.search(message))


def ignores_schema(name: ModeName, error: BaseException) -> bool:
    """Whether an invalid answer shows that the endpoint did not hold the model to the schema.

    Prose, missing or additional fields and wrong types show it; a value that breaks a rule which JSON Schema cannot
    express does not.

    Args:
        name: The mode that was asked for.
        error: Why the answer was invalid.
    """
    if name == CHAIN[-1]:
        return False
    if not isinstance(error, ValidationError):
        return isinstance(error, ValueError)
    kinds = [problem["type"] for problem in error.errors(include_url=False, include_context=False, include_input=False)]
    return any(kind in _STRUCTURAL or kind.endswith("_type") for kind in kinds)
