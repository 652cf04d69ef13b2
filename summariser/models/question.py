"""One question on its way through the layers of the client."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from summariser.errors import OutputError
from summariser.models.modes import ignores_schema
from summariser.schemas import Usage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from openai.types.chat import ChatCompletion

    from summariser.models.modes import ModeName

__all__ = ["Question", "Reply"]

T = TypeVar("T", bound=BaseModel)
_LONGEST_CORRECTION = 2_000  # characters; a list of allowed values would else fill the context


@dataclass(frozen=True)
class Reply(Generic[T]):
    """A valid answer.

    Attributes:
        value: What was asked for.
        usage: Of this question, failed attempts included. A replayed answer counts its tokens, but no calls.
        mode: The structured-output mode that gave it.
        raw: The model's text, or the arguments of its tool call.
        seconds: Wall time of the question.
        replayed: True when it came from the cache.
    """

    value: T
    usage: Usage
    mode: str
    raw: str
    seconds: float
    replayed: bool


@dataclass
class Question(Generic[T]):
    """What is asked, and what has come of it so far.

    Attributes:
        model: Name of the model, for messages.
        messages: As the caller gave them.
        response_model: What to answer with.
        max_tokens: Most tokens of the answer.
        on_text: Called with each piece of an answer.
        mode: The structured-output mode in use.
        usage: What it took so far.
        completion: The last completion as JSON.
        raw: The text of the last completion.
        fault: Why no completion came, other than an invalid answer.
        refused: The model or a filter of its provider would not answer.
        unbound: The last answer shows that the endpoint does not hold the model to the schema.
    """

    model: str
    messages: list[dict[str, str]]
    response_model: type[T]
    max_tokens: int
    on_text: Callable[[str], None] | None
    mode: ModeName = "json_schema"
    usage: Usage = field(default_factory=Usage)
    completion: str = ""
    raw: str = ""
    fault: BaseException | None = None
    refused: bool = False
    unbound: bool = False

    @property
    def prompts(self) -> Iterator[str]:
        """The texts of the messages."""
        return (message["content"] for message in self.messages)

    def corrected(self, messages: list[dict[str, Any]], first: int) -> list[dict[str, Any]]:
        """The messages with what instructor says about an invalid answer brought to a bearable length.

        Args:
            messages: Of the request.
            first: Number of messages in the first request; what follows was added by instructor.
        """
        added = [
            message if message["role"] == "assistant" else {**message, "content": _shortened(message["content"])}
            for message in messages[first:]
        ]
        return [*messages[:first], *added]

    def take(self, completion: ChatCompletion) -> Usage:
        """Note a completion.

        Args:
            completion: What came.

        Returns:
            Its tokens. instructor writes running totals into the completion later on.
        """
        choice = completion.choices[0]
        calls = choice.message.tool_calls or []
        arguments = next((call.function.arguments for call in calls if call.type == "function"), "")
        self.raw = choice.message.content or arguments
        self.refused = bool(choice.message.refusal) or choice.finish_reason == "content_filter"
        self.completion = completion.model_dump_json(exclude_none=True)
        tokens = completion.usage
        if tokens is None:
            return Usage()
        details = tokens.prompt_tokens_details
        return Usage(
            input_tokens=tokens.prompt_tokens,
            cached_input_tokens=(details.cached_tokens or 0) if details else 0,
            output_tokens=tokens.completion_tokens,
        )

    def check_refusal(self) -> None:
        """Raise an `OutputError` when the model refused."""
        if self.refused:
            raise OutputError(f"{self.model} refuses to answer", hint="a filter of the provider may have stopped it")

    def invalid(self, cause: BaseException | None) -> OutputError:
        """The error for an answer that stayed invalid. It names fields and rules, never values.

        Args:
            cause: What the last answer failed on.
        """
        self.unbound = cause is not None and ignores_schema(self.mode, cause)
        if isinstance(cause, ValidationError):
            problems = cause.errors(include_url=False, include_context=False, include_input=False)
            kinds = sorted({f"{self._field(each['loc'])}{each['type']}" for each in problems})
            what = ", ".join(kinds[:5]) + (" …" if len(kinds) > 5 else "")
        else:
            what = "no JSON in it"
        return OutputError(f"the answer of {self.model} stayed invalid: {what}", hint="a larger model may do better")

    def _field(self, location: tuple[int | str, ...]) -> str:
        name = location[0] if location else ""
        return f"{name}: " if name in self.response_model.model_fields else ""


def _shortened(text: object) -> object:
    if not isinstance(text, str):
        return text
    lines = [line for line in text.splitlines() if "errors.pydantic.dev" not in line]
    text = "\n".join(lines)
    return text if len(text) <= _LONGEST_CORRECTION else text[: _LONGEST_CORRECTION - 1] + "…"
