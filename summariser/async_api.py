"""The library with `await`: `AsyncSummariser` and `asummarise`."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from summariser.documents import Document
from summariser.errors import DocumentError, LossError, ModelUnavailable
from summariser.pipeline.events import Done, Event, Progress
from summariser.schemas import Usage
from summariser.settings import Settings, load_settings

if TYPE_CHECKING:
    from datetime import date as Date
    from types import TracebackType

    from pydantic import BaseModel

    from summariser.models.client import ModelClient, ResponseCache
    from summariser.models.local import LocalEngine
    from summariser.models.spec import ModelSpec
    from summariser.pipeline.profile import Profile
    from summariser.prompts.loader import Prompt
    from summariser.schemas import Brief
    from summariser.schemas.own import Extraction

__all__ = ["AsyncSummariser", "OnProgress", "Source", "asummarise"]

Source = str | os.PathLike[str] | Document
"""A document: its text, the path of its file as a `pathlib.Path`, or a `Document`."""

OnProgress = Callable[[Progress], None]


class AsyncSummariser:
    """Holds a model open for many documents. Use it as an async context manager, in one event loop.

    Args:
        model: "local" (the default), "local:/path/to.gguf", "openai/NAME", "ollama/NAME", "lmstudio/NAME", "vllm/NAME",
            "http://HOST:PORT/v1#NAME", or a name that `base_url` serves. None: as the settings say.
        base_url: An OpenAI-compatible endpoint. None: as the settings say.
        api_key: Its key. None: from the environment.
        prompt: Name of a prompt, or path of its folder.
        schema: A pydantic class of your own, or its name as "module:Class"; its prompt must have a question.md.
        settings: Settings; None reads environment and `summariser.toml`.
        cache: Answers already given, or None. With one, the embedded model is loaded when the first answer is missing.
        epoch: Another number asks again where the cache has an answer.
        replay_only: A question without an answer in the cache is an error; no model is loaded or reached.

    Raises:
        SettingsError: A setting cannot be used.
        PromptError: The prompt cannot be used.
        SchemaError: The schema cannot be used.
    """

    def __init__(
        self,
        model: str | None = None,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        prompt: str | os.PathLike[str] | None = None,
        schema: str | type[BaseModel] | None = None,
        settings: Settings | None = None,
        cache: ResponseCache | None = None,
        epoch: int = 0,
        replay_only: bool = False,
    ) -> None:
        from summariser.models.spec import parse_model
        from summariser.pipeline.own import find_schema
        from summariser.pipeline.profile import profile_of
        from summariser.prompts.loader import load_prompt

        overrides = {"base_url": base_url, "api_key": api_key}
        self.settings = (
            (settings or load_settings()).model_copy(
                update={name: value for name, value in overrides.items() if value is not None}
            )
            if settings
            else load_settings(overrides)
        )
        self.spec: ModelSpec = parse_model(model, self.settings)
        self.profile: Profile = profile_of(self.spec, self.settings)
        self.prompt: Prompt = load_prompt(Path(prompt) if prompt is not None else "brief", self.settings.prompts)
        self.schema: type[BaseModel] | None = find_schema(schema, self.prompt)
        self._cache, self._epoch, self._replay_only = cache, epoch, replay_only
        self._client: ModelClient | None = None
        self._exit = AsyncExitStack()

    async def __aenter__(self) -> Self:
        await self.client()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close connections and stop the embedded engine."""
        self._client = None
        await self._exit.aclose()

    @cached_property
    def identity(self) -> str:
        """Where the model is, for the keys of a cache: the base URL, or the SHA-256 of the embedded model's file.

        Raises:
            StoreError: The file cannot be read.
        """
        if self.spec.base_url is not None:
            return self.spec.base_url
        from summariser.models.store import digest_of

        return f"local:{digest_of(self.spec.path)}"

    @property
    def usage(self) -> Usage:
        """Of all requests so far, failed ones included; answers from the cache do not count."""
        return self._client.usage if self._client else Usage()

    async def client(self) -> ModelClient:
        """The model, opened where it is not open yet; for questions of other kinds than those of a brief.

        Raises:
            ModelUnavailable: It cannot be opened.
            StoreError: The local model is not there or damaged.
        """
        if self._client is None:
            from summariser.models.client import ModelClient

            self._client = ModelClient(
                model=self.spec.model,
                base_url=self.spec.base_url,
                api_key=self.spec.api_key,
                timeout=self.spec.timeout,
                mode=self.settings.mode,
                cache=self._cache,
                cache_identity=self.identity if self._cache is not None else None,
                epoch=self._epoch,
                replay_only=self._replay_only,
                start=self._start_engine if self.spec.embedded else None,
            )
            self._exit.push_async_callback(self._client.aclose)
            if self.spec.embedded and self._cache is None:
                await self._client.connect()
        return self._client

    async def _start_engine(self) -> tuple[str, str]:
        from anyio import to_thread

        engine = await to_thread.run_sync(self._load_engine)
        return engine.base_url, engine.api_key

    def _load_engine(self) -> LocalEngine:
        from summariser.models.local import LocalEngine
        from summariser.models.store import path_of
        from summariser.prompts.questions import opening_messages

        path = self.spec.path or path_of()
        engine = LocalEngine(path, context_tokens=self.profile.context_tokens, parallel=self.profile.jobs)
        self._exit.callback(engine.close)
        engine.prefill(opening_messages(self.prompt, self.profile.scope))
        return engine

    async def events(self, source: Source, *, date: Date | None = None) -> AsyncIterator[Event]:
        """Make a brief and tell of each step: `Progress`, `Grounded` for each item as it is grounded, then `Done`.

        Args:
            source: The document.
            date: Its own date, where text and metadata do not tell it.

        Raises:
            DocumentError: The document cannot be read.
            ModelError: The model cannot be used.
            StoreError: The local model is not there or damaged.
        """
        from summariser.pipeline.run import Run

        document = _document(source, date)
        run = Run(document, await self.client(), self.spec, self.profile, self.prompt)
        async for event in run.events():
            yield event

    async def summarise(
        self, source: Source, *, date: Date | None = None, strict: bool = False, on_progress: OnProgress | None = None
    ) -> Brief:
        """Make the brief of a document.

        Args:
            source: The document.
            date: Its own date, where text and metadata do not tell it.
            strict: Raise `LossError` where a part of the document could not be read.
            on_progress: Called at each step.

        Returns:
            The brief; its source is attached.

        Raises:
            DocumentError: The document cannot be read.
            ModelError: The model cannot be used.
            StoreError: The local model is not there or damaged.
            LossError: A part was not read (only with strict).
        """
        brief: Brief | None = None
        async for event in self.events(source, date=date):
            if isinstance(event, Progress) and on_progress:
                on_progress(event)
            if isinstance(event, Done):
                brief = event.brief
        if brief is None:
            raise ModelUnavailable("the pipeline ended without a brief")
        if strict and not brief.coverage.lossless:
            raise LossError(f"{brief.provenance.document.name}: {'; '.join(brief.coverage.warnings)}")
        return brief

    async def extract(
        self, source: Source, *, date: Date | None = None, on_progress: OnProgress | None = None
    ) -> Extraction[Any]:
        """Fill the schema of your own from a document; what it says word for word is grounded like a brief's.

        Raises:
            SchemaError: No schema was given.
            DocumentError: The document cannot be read.
            ModelError: The model cannot be used.
        """
        from summariser.pipeline.own import OwnRun, required_schema

        document = _document(source, date)
        schema = required_schema(self.schema)
        run = OwnRun(document, await self.client(), self.spec, self.profile, self.prompt, schema)
        return await run.extract(on_progress)


async def asummarise(
    source: Source,
    *,
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    prompt: str | os.PathLike[str] | None = None,
    date: Date | None = None,
    strict: bool = False,
    on_progress: OnProgress | None = None,
) -> Brief:
    """Make the brief of one document, without blocking the event loop; arguments as for `summarise`.

    Example:
        >>> import asyncio
        >>> from pathlib import Path
        >>> from summariser import asummarise
        >>> asyncio.run(asummarise(Path("report.txt"))).title  # doctest: +SKIP
        'Three countries seal accord'
    """
    async with AsyncSummariser(model, base_url=base_url, api_key=api_key, prompt=prompt) as summariser:
        return await summariser.summarise(source, date=date, strict=strict, on_progress=on_progress)


def _document(source: Source, date: Date | None) -> Document:
    from summariser.documents.read import read_file, read_text

    if isinstance(source, Document):
        return source if date is None else source.with_date(date)
    if not isinstance(source, str):
        return read_file(source, date=date)
    if _is_file_name(source):
        raise DocumentError(
            f"{source!r} is the name of a file, not a text", hint="pass pathlib.Path(…) to read the file"
        )
    return read_text(source, date=date)


def _is_file_name(text: str) -> bool:
    try:
        return len(text) < 300 and "\n" not in text and Path(text).is_file()
    except (OSError, ValueError):
        return False
