"""A schema of the user's own through the same pipeline: chunks, one question each, grounding, merging."""

from __future__ import annotations

import hashlib
import importlib
import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from summariser.errors import ModelError, OutputError, PromptError, SchemaError, TruncatedError
from summariser.grounding.own import OwnGrounder
from summariser.grounding.verbatim import SourceIndex
from summariser.pipeline.chunking import chunk_sentences, halve
from summariser.pipeline.events import Progress
from summariser.pipeline.ledger import Ledger
from summariser.pipeline.provenance import provenance_of
from summariser.prompts.own import own_messages
from summariser.schemas import Usage
from summariser.schemas.own import Extraction

if TYPE_CHECKING:
    from collections.abc import Callable

    from summariser.documents import Document
    from summariser.models.client import ModelClient
    from summariser.models.spec import ModelSpec
    from summariser.pipeline.profile import Profile
    from summariser.prompts.loader import Prompt
    from summariser.prompts.scope import Chunk
    from summariser.schemas import Span

__all__ = ["OwnRun", "find_schema", "load_schema", "required_schema"]

_BUDGET = 2_000


def find_schema(schema: str | type[BaseModel] | None, prompt: Prompt) -> type[BaseModel] | None:
    """The schema of the user's own that is meant: the one given, or the one the prompt names.

    Raises:
        SchemaError: "module:Class" names no pydantic class.
        PromptError: Prompt and schema do not go together.
    """
    if schema is None and prompt.question is None:
        return None
    if prompt.question is None:
        raise PromptError(
            f"the prompt {prompt.name!r} is for briefs", hint="an own schema needs a prompt with question.md"
        )
    if isinstance(schema, type):
        return schema
    name = schema or prompt.schema
    if name is None:
        raise SchemaError(f"the prompt {prompt.name!r} names no schema", hint="give one as module:Class")
    return load_schema(name)


def load_schema(name: str) -> type[BaseModel]:
    """Import the pydantic class that "module:Class" names.

    Raises:
        SchemaError: It names none.
    """
    module, _, attribute = name.partition(":")
    try:
        found = getattr(importlib.import_module(module), attribute)
    except (ImportError, AttributeError, ValueError) as error:
        raise SchemaError(f"cannot load the schema {name!r}: {error}", hint="write module:Class") from error
    if not (isinstance(found, type) and issubclass(found, BaseModel)):
        raise SchemaError(f"{name!r} is not a pydantic class")
    return found


def required_schema(schema: type[BaseModel] | None) -> type[BaseModel]:
    """The schema, which has to be there.

    Raises:
        SchemaError: It is not.
    """
    if schema is None:
        raise SchemaError("no schema was given", hint="pass schema= and a prompt that has question.md")
    return schema


@dataclass(frozen=True)
class OwnRun:
    """What an extraction is made with.

    Attributes:
        document: The document.
        client: The model.
        spec: Which model that is.
        profile: How it is used.
        prompt: A prompt with a question of its own.
        schema: The class to fill.
    """

    document: Document
    client: ModelClient
    spec: ModelSpec
    profile: Profile
    prompt: Prompt
    schema: type[BaseModel]

    async def extract(self, on_progress: Callable[[Progress], None] | None = None) -> Extraction[Any]:
        """Fill the schema: lists of several chunks are joined, other fields keep the first value that is there.

        Raises:
            ModelError: No chunk could be put before the model.
        """
        began, spent = time.monotonic(), list[Usage]()
        ledger = Ledger(self.document)
        labels = {f"s{sentence.index + 1}": sentence for sentence in self.document.sentences}
        grounder = OwnGrounder(SourceIndex(self.document.text), labels, ledger.drop)
        merged: dict[str, Any] = {}
        spans: dict[str, Span] = {}
        chunks = chunk_sentences(self.document.sentences, self.profile.chunk_characters)
        failure: ModelError | None = None
        for number, chunk in enumerate(chunks):
            if on_progress:
                on_progress(Progress("asking", number, len(chunks)))
            for part, answer in await self._ask(chunk, spent):
                if isinstance(answer, ModelError):
                    failure = answer
                    ledger.note(part.start, part.end, "failed", answer.message)
                    continue
                ledger.note(part.start, part.end, "read")
                data, found = grounder.ground(answer)
                if data is not None:
                    spans |= _join(merged, data, found)
        try:
            value = self.schema.model_validate(merged)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(step) for step in first["loc"])
            raise failure or OutputError(
                f"{self.document.name}: nothing grounded is left for {where!r} of {self.schema.__name__}",
                hint="let the field be null where documents may lack it",
            ) from error
        digest = hashlib.sha256(json.dumps(self.schema.model_json_schema(), sort_keys=True).encode()).hexdigest()
        return Extraction[Any](
            data=value,
            spans=spans,
            coverage=ledger.coverage(),
            provenance=provenance_of(
                self.document,
                self.client,
                self.spec,
                self.prompt,
                digest,
                usage=sum(spent, Usage()),
                seconds=time.monotonic() - began,
            ),
        )

    async def _ask(
        self, chunk: Chunk, spent: list[Usage], halvings: int = 2
    ) -> list[tuple[Chunk, BaseModel | ModelError]]:
        budget = self.profile.max_output_tokens or _BUDGET
        try:
            reply = await self.client.ask(
                own_messages(self.prompt, self.document, chunk), self.schema, max_tokens=budget, on_usage=spent.append
            )
        except (TruncatedError, OutputError) as error:
            halves = halve(chunk) if halvings else []
            if not halves:
                return [(chunk, error)]
        else:
            return [(chunk, reply.value)]
        return [pair for half in halves for pair in await self._ask(half, spent, halvings - 1)]


def _join(merged: dict[str, Any], data: dict[str, Any], spans: dict[str, Span]) -> dict[str, Span]:
    """Join what one chunk gave to what there is; spans follow their list entries."""
    moved: dict[str, Span] = {}
    for name, value in data.items():
        offset = len(merged[name]) if isinstance(value, list) and isinstance(merged.get(name), list) else 0
        own = {path: span for path, span in spans.items() if path == name or path.startswith((f"{name}[", f"{name}."))}
        if isinstance(value, list):
            merged[name] = [*merged.get(name, []), *value]
        elif merged.get(name) is None:
            merged[name] = value
        else:
            continue
        moved |= {_shifted(path, name, offset): span for path, span in own.items()}
    return moved


def _shifted(path: str, name: str, offset: int) -> str:
    if not offset or not path.startswith(f"{name}["):
        return path
    number, _, rest = path[len(name) + 1 :].partition("]")
    return f"{name}[{int(number) + offset}]{rest}"
