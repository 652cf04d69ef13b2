"""Keys and contents of a cache of completions."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openai.types.chat import ChatCompletion

__all__ = ["ResponseCache", "cache_key", "plain_instance", "stored_completion"]

T = TypeVar("T", bound=BaseModel)


class ResponseCache(Protocol):
    """Keeps completions of questions already asked."""

    def get(self, key: str) -> str | None:
        """The completion stored under a key, as JSON, or None."""

    def put(self, key: str, completion: str) -> None:
        """Store a completion; only those that gave a valid answer come here."""


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


def stored_completion(text: str | None) -> ChatCompletion | None:
    """A completion read from a cache; None where there is none or it is damaged."""
    if text is None:
        return None
    from openai.types.chat import ChatCompletion  # takes most of a second

    try:
        completion = ChatCompletion.model_validate_json(text)
    except ValueError:
        return None
    return completion if completion.choices else None


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
