"""Questions about one chunk of a document: the messages, and the pydantic model that the answer has to fill."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from summariser.candidates.analysis import Analysis
from summariser.documents import Document
from summariser.errors import PromptError
from summariser.prompts.own import own_examples
from summariser.prompts.parts import PartBuilder
from summariser.prompts.rendering import about_line, numbered
from summariser.prompts.scope import Chunk, Scope

if TYPE_CHECKING:
    from summariser.prompts.loader import Example, Prompt

__all__ = ["Conversation", "Turn", "build_conversation", "check_examples", "opening_messages"]

# The same for every document; reading the worked examples again for each would take longer than the document.
_MOST_OPENINGS = 16
_openings: dict[tuple[str, str, tuple[str, ...], Scope], list[dict[str, str]]] = {}


@dataclass(frozen=True)
class Turn:
    """One request of a conversation.

    Attributes:
        parts: The parts it asks for.
        text: The question; the first one holds the document.
        model: What the answer has to fill: one field for each part.
        budget: Tokens that a full answer needs, a generous guess.
    """

    parts: tuple[str, ...]
    text: str
    model: type[BaseModel]
    budget: int


@dataclass(frozen=True)
class Conversation:
    """The requests about one chunk.

    Attributes:
        opening: System message and worked examples: the same for every document, so that it is read once.
        turns: The requests, each of which follows the answers before it.
    """

    opening: tuple[Mapping[str, str], ...]
    turns: tuple[Turn, ...]

    def messages(self, answers: Sequence[str]) -> list[dict[str, str]]:
        """The messages for the turn after `answers`, the raw answers so far."""
        messages = [dict(message) for message in self.opening]
        for turn, given in zip(self.turns, answers, strict=False):
            messages += [{"role": "user", "content": turn.text}, {"role": "assistant", "content": given}]
        messages.append({"role": "user", "content": self.turns[len(answers)].text})
        return messages


def build_conversation(prompt: Prompt, analysis: Analysis, chunk: Chunk, scope: Scope) -> Conversation:
    """Put together what is asked about a chunk.

    Raises:
        PromptError: A worked example does not fit its text.
    """
    return Conversation(tuple(opening_messages(prompt, scope)), _turns(prompt, analysis, chunk, scope))


def opening_messages(prompt: Prompt, scope: Scope) -> list[dict[str, str]]:
    """System message and worked examples: what every request of a prompt begins with.

    Raises:
        PromptError: A worked example does not fit its text.
    """
    key = (prompt.sha256, str(prompt.folder), tuple(prompt.parts), scope)
    if key not in _openings:
        _openings[key] = _opening(prompt, scope)
        while len(_openings) > _MOST_OPENINGS:
            del _openings[next(iter(_openings))]
    return [dict(message) for message in _openings[key]]


def _opening(prompt: Prompt, scope: Scope) -> list[dict[str, str]]:
    opening = [{"role": "system", "content": prompt.system.text}]
    if prompt.question is not None:
        return opening + own_examples(prompt, prompt.question)
    for example in prompt.examples:
        opening += _worked(prompt, example, scope)
    return opening


def check_examples(prompt: Prompt) -> None:
    """See that every pointer of every worked example fits its text, and that no candidate is left without a decision.

    Raises:
        PromptError: One does not; the message names the example and the field.
    """
    for example in prompt.examples:
        for ask in ("all", "open"):
            _worked(prompt, example, Scope(ask=ask))


def _worked(prompt: Prompt, example: Example, scope: Scope) -> list[dict[str, str]]:
    document = Document(example.text, f"example {example.name}", "")
    turns = _turns(prompt, Analysis(document), Chunk(document.sentences), scope)
    messages = []
    for turn in turns:
        given: dict[str, Any] = {}
        for part in turn.parts:
            value = example.answer.get(part)
            if isinstance(value, Mapping):
                asked = _field_names(turn.model, part)
                value = {key: value[key] for key in asked if key in value}
            given[part] = value
        try:
            checked = turn.model.model_validate(given)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(step) for step in first["loc"])
            raise PromptError(
                f"{prompt.folder / 'examples' / example.name}.toml: answer.{where}: {first['msg']}"
            ) from error
        answer = json.dumps(checked.model_dump(mode="json", by_alias=True), ensure_ascii=False, separators=(",", ":"))
        messages += [{"role": "user", "content": turn.text}, {"role": "assistant", "content": answer}]
    return messages


def _field_names(model: type[BaseModel], part: str) -> list[str]:
    inner = cast("type[BaseModel]", model.model_fields[part].annotation)
    return [field.alias or name for name, field in inner.model_fields.items()]


def _turns(prompt: Prompt, analysis: Analysis, chunk: Chunk, scope: Scope) -> tuple[Turn, ...]:
    builder = PartBuilder(prompt, analysis, chunk, scope)
    asked = [part for part in prompt.parts if builder.add(part)]
    document = prompt.document.render(
        {**builder.blank, "document": numbered(chunk), "about": about_line(analysis.document)}
    ).strip("\n")
    groups = [asked] if scope.calls == "one" else [[part] for part in asked]
    turns = []
    for number, group in enumerate(groups):
        text = "\n\n".join(builder.texts[part] for part in group)
        model = create_model("Answer", __config__=ConfigDict(extra="forbid"), **{p: builder.fields[p] for p in group})
        budget = 100 + sum(builder.budgets[part] for part in group)
        turns.append(Turn(tuple(group), f"{document}\n\n{text}" if number == 0 else text, model, budget))
    return tuple(turns)
