"""Keys and contents of a cache of completions."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pydantic import BaseModel

from summariser.errors import InputError
from summariser.schemas import Usage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summariser.models.modes import ModeName

__all__ = ["NotRecordedError", "ResponseCache", "StoredAnswer", "cache_key", "plain_instance", "stored_answer"]

T = TypeVar("T", bound=BaseModel)


class ResponseCache(Protocol):
    """Keeps completions of questions already asked."""

    def get(self, key: str) -> str | None:
        """The completion stored under a key, as JSON, or None."""

    def put(self, key: str, completion: str) -> None:
        """Store a completion; only those that gave a valid answer come here."""


class NotRecordedError(InputError):
    """A question has no recorded answer, and nothing but recorded answers was allowed."""


@dataclass(frozen=True)
class StoredAnswer:
    """What a stored completion says.

    Attributes:
        text: The model's text, or the arguments of its tool call.
        usage: Its tokens, as far as they were reported.
    """

    text: str
    usage: Usage

    def parse(self, response_model: type[T], mode: ModeName) -> T | None:
        """The answer, or None where it was valid once, but is not by the rules of today.

        Does as instructor does, without its patch and without openai: importing them takes longer than a whole replay.
        """
        text = self.text
        try:
            if mode == "md_json":
                from instructor.utils import extract_json_from_codeblock

                text = extract_json_from_codeblock(text)
            return response_model.model_validate_json(text, strict=False)
        except ValueError:
            return None


def cache_key(request: Mapping[str, Any], response_model: type[BaseModel]) -> str:
    """SHA-256 of all that an answer depends on.

    Args:
        request: Endpoint, model, messages, sampling, bounds and mode; must be expressible in JSON.
        response_model: What is asked for; its JSON schema is part of the key.

    Returns:
        64 hexadecimal digits.
    """
    whole = {**request, "schema": response_model.model_json_schema()}
    canonical = json.dumps(whole, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def stored_answer(stored: str | None) -> StoredAnswer | None:
    """The answer in a completion read from a cache; None where there is none or it is damaged."""
    if stored is None:
        return None
    try:
        completion = json.loads(stored)
        message = completion["choices"][0]["message"]
        calls = [call["function"]["arguments"] for call in message.get("tool_calls", []) if call["type"] == "function"]
        text = message.get("content") or (calls[0] if calls else "")
        tokens = completion.get("usage", {})
        usage = Usage(
            input_tokens=tokens.get("prompt_tokens", 0),
            cached_input_tokens=tokens.get("prompt_tokens_details", {}).get("cached_tokens", 0),
            output_tokens=tokens.get("completion_tokens", 0),
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    return StoredAnswer(text, usage) if isinstance(text, str) else None


def plain_instance(answer: T, response_model: type[T]) -> T:
    """The same values as an instance of the class that was asked for.

    instructor answers with a subclass of its own that carries the whole completion among its fields; it would not
    equal an instance made by hand.
    """
    state = dict(answer.__getstate__())
    state["__dict__"] = {
        name: value for name, value in state["__dict__"].items() if name in response_model.model_fields
    }
    plain = response_model.__new__(response_model)
    plain.__setstate__(state)
    return plain
