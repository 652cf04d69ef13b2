"""Puts chunks before the model; a chunk that fails is tried again in halves, then reported."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.errors import ModelError, OutputError, TruncatedError
from summariser.pipeline.chunking import halve
from summariser.pipeline.decisions import Decisions
from summariser.pipeline.events import Progress
from summariser.prompts.questions import build_conversation
from summariser.schemas import Usage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from pydantic import BaseModel

    from summariser.candidates.analysis import Analysis
    from summariser.models.client import ModelClient
    from summariser.pipeline.profile import Profile
    from summariser.prompts.loader import Prompt
    from summariser.prompts.scope import Chunk

__all__ = ["Answered", "Asker"]

_MOST_HALVINGS = 2


@dataclass(frozen=True)
class Answered:
    """What came of one chunk.

    Attributes:
        chunk: The chunk, or a part of it.
        decisions: The model's decisions; empty where it failed.
        error: Why there are none, or None.
    """

    chunk: Chunk
    decisions: Decisions
    error: ModelError | None = None


class Asker:
    """Asks one model about one document.

    Args:
        client: The model.
        prompt: The prompt.
        profile: How the model is used.
        analysis: The document's candidates.

    Attributes:
        usage: Of all questions so far, failed ones included.
    """

    def __init__(self, client: ModelClient, prompt: Prompt, profile: Profile, analysis: Analysis) -> None:
        self._client, self._prompt, self._profile, self._analysis = client, prompt, profile, analysis
        self._received: asyncio.Queue[int] = asyncio.Queue()
        self.usage = Usage()

    async def ask_all(self, chunks: Sequence[Chunk]) -> AsyncIterator[Progress | Answered]:
        """Put the chunks before the model, several at a time; answers come in the document's order.

        Raises:
            ModelError: The model cannot be used and no chunk was answered; later failures are told in `Answered`.
        """
        gate = asyncio.Semaphore(self._profile.jobs)

        async def one(chunk: Chunk) -> list[Answered]:
            async with gate:
                return await self.ask(chunk)

        tasks = [asyncio.create_task(one(chunk)) for chunk in chunks]
        characters = read = 0
        try:
            yield Progress("asking", 0, len(chunks))
            for number, task in enumerate(tasks):
                while not task.done():
                    characters += await self._next_piece(task)
                    yield Progress("asking", number, len(chunks), characters)
                for reply in _collected(task, chunks[number], keep=read > 0):
                    read += reply.error is None
                    yield reply
            yield Progress("asking", len(chunks), len(chunks), characters)
        finally:
            for task in tasks:
                task.cancel()

    async def _next_piece(self, task: asyncio.Task[list[Answered]]) -> int:
        """Length of the next piece of an answer, or 0 where the task ended first."""
        waiter = asyncio.create_task(self._received.get())
        await asyncio.wait({task, waiter}, return_when=asyncio.FIRST_COMPLETED)
        if waiter.done():
            return waiter.result()
        waiter.cancel()
        return 0

    async def ask(self, chunk: Chunk, *, part: str | None = None, halvings: int = _MOST_HALVINGS) -> list[Answered]:
        """The answers about a chunk: one, or one for each piece that it had to be cut into.

        Args:
            chunk: The chunk.
            part: Ask for this part only.
            halvings: How often it may be cut in two.

        Raises:
            ModelError: The model cannot be used at all.
        """
        try:
            return [Answered(chunk, await self._converse(chunk, part))]
        except (TruncatedError, OutputError) as error:
            halves = halve(chunk) if halvings else []
            if not halves:
                return [Answered(chunk, Decisions(), error)]
        return [answer for half in halves for answer in await self.ask(half, part=part, halvings=halvings - 1)]

    async def _converse(self, chunk: Chunk, part: str | None) -> Decisions:
        prompt = self._prompt.only(part) if part else self._prompt
        conversation = build_conversation(prompt, self._analysis, chunk, self._profile.scope)
        answers: list[BaseModel] = []
        raw: list[str] = []
        for turn in conversation.turns:
            reply = await self._client.ask(
                conversation.messages(raw),
                turn.model,
                max_tokens=min(turn.budget, self._profile.max_output_tokens or turn.budget),
                on_text=lambda text: self._received.put_nowait(len(text)),
                on_usage=self._count,
            )
            answers.append(reply.value)
            raw.append(reply.raw)
        return Decisions.of(answers)

    def _count(self, usage: Usage) -> None:
        self.usage += usage


def _collected(task: asyncio.Task[list[Answered]], chunk: Chunk, *, keep: bool) -> list[Answered]:
    """The answers of a chunk; when the model goes away midway, what was read before is kept."""
    try:
        return task.result()
    except ModelError as error:
        if not keep:
            raise
        return [Answered(chunk, Decisions(), error)]
