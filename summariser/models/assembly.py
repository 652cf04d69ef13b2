"""Puts the pieces of a streamed answer together as a plain completion, whatever their form may be."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion

__all__ = ["Assembly", "part"]

_REASONS = frozenset({"stop", "length", "tool_calls", "content_filter"})
_MOST_CALLS = 16


def part(node: object, name: str) -> object:
    """A field of an object or a mapping, or None."""
    return node.get(name) if isinstance(node, dict) else getattr(node, name, None)


@dataclass
class _Call:
    id: str = ""
    name: str = ""
    arguments: list[str] = field(default_factory=list)


@dataclass
class Assembly:
    """An answer in the making.

    Attributes:
        longest: Characters after which it is cut off, for endpoints that heed no limit.
        finished: True once the endpoint said why it stopped.
        full: True when it was cut off.
    """

    longest: int
    finished: bool = False
    full: bool = False
    _length: int = 0
    _text: list[str] = field(default_factory=list)
    _refusal: list[str] = field(default_factory=list)
    _calls: list[_Call] = field(default_factory=list)
    _reason: str = "stop"
    _usage: dict[str, Any] | None = None

    def add(self, piece: object) -> str:
        """Take in one event, or a whole completion.

        Args:
            piece: As openai or JSON gives it.

        Returns:
            What it adds to the answer: text, or arguments of a tool call.
        """
        if usage := part(piece, "usage"):
            self._usage = _tokens(usage)
        choices = part(piece, "choices")
        if not isinstance(choices, list) or not choices:
            return ""
        choice = choices[0]
        if isinstance(reason := part(choice, "finish_reason"), str) and reason:
            self.finished = reason != "error"
            self._reason = reason
        message = part(choice, "delta") or part(choice, "message")
        added = _string(part(message, "content"))
        self._text.append(added)
        self._refusal.append(_string(part(message, "refusal")))
        calls = part(message, "tool_calls")
        for call in calls if isinstance(calls, list) else ():
            added += self._add_call(call)
        self._length += len(added)
        if self._length > self.longest:
            self.finished = self.full = True
            self._reason = "length"
        return added

    def completion(self) -> ChatCompletion:
        """The answer as a plain completion."""
        from openai.types.chat import ChatCompletion  # takes most of a second

        calls = [
            {
                "id": call.id or f"call_{at}",
                "type": "function",
                "function": {"name": call.name, "arguments": "".join(call.arguments)},
            }
            for at, call in enumerate(self._calls)
        ]
        reason = self._reason if self._reason in _REASONS else "stop"
        message = {
            "role": "assistant",
            "content": "".join(self._text) or None,
            "refusal": "".join(self._refusal) or None,
            "tool_calls": calls or None,
        }
        return ChatCompletion.model_validate(
            {
                "id": "completion",
                "object": "chat.completion",
                "created": 0,
                "model": "",
                "choices": [{"index": 0, "finish_reason": reason, "message": message}],
                "usage": self._usage,
            }
        )

    def _add_call(self, delta: object) -> str:
        function = part(delta, "function")
        call_id, arguments = _string(part(delta, "id")), part(function, "arguments")
        arguments = json.dumps(arguments) if isinstance(arguments, dict) else _string(arguments)
        position = part(delta, "index")
        at = position if isinstance(position, int) else max(0, len(self._calls) - 1)
        if at < len(self._calls) and call_id and self._calls[at].id not in ("", call_id):
            at = len(self._calls)  # several calls under one number
        if not 0 <= at < _MOST_CALLS:
            return ""
        while len(self._calls) <= at:
            self._calls.append(_Call())
        call = self._calls[at]
        call.id = call.id or call_id
        call.name = call.name or _string(part(function, "name"))
        call.arguments.append(arguments)
        return arguments


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _tokens(usage: object) -> dict[str, Any]:
    def number(node: object, name: str) -> int:
        value = part(node, name)
        return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0

    read, written = number(usage, "prompt_tokens"), number(usage, "completion_tokens")
    cached = number(part(usage, "prompt_tokens_details"), "cached_tokens")
    return {
        "prompt_tokens": read,
        "completion_tokens": written,
        "total_tokens": read + written,
        "prompt_tokens_details": {"cached_tokens": min(cached, read)},
    }
