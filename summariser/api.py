"""The library's front door: `summarise` and `Summariser`; their twins for `await` stand in `async_api`."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Self, TypeVar

from summariser.async_api import AsyncSummariser, OnProgress, Source

if TYPE_CHECKING:
    import os
    from collections.abc import Awaitable, Callable, Iterator
    from datetime import date as Date
    from types import TracebackType

    from anyio.from_thread import BlockingPortal
    from pydantic import BaseModel

    from summariser.models.client import ResponseCache
    from summariser.models.spec import ModelSpec
    from summariser.pipeline.events import Event
    from summariser.pipeline.profile import Profile
    from summariser.prompts.loader import Prompt
    from summariser.schemas import Brief
    from summariser.schemas.own import Extraction
    from summariser.settings import Settings

__all__ = ["Summariser", "summarise"]

_T = TypeVar("_T")


class Summariser:
    """Holds a model open for many documents. Use it as a context manager.

    It runs its own event loop in a thread, so it works in a notebook, too. The arguments are those of
    `AsyncSummariser`.

    Example:
        >>> from pathlib import Path
        >>> from summariser import Summariser
        >>> with Summariser("local") as summariser:  # doctest: +SKIP
        ...     for path in Path("inbox").glob("*.txt"):
        ...         print(summariser.summarise(path).title)
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
        self._inner = AsyncSummariser(
            model,
            base_url=base_url,
            api_key=api_key,
            prompt=prompt,
            schema=schema,
            settings=settings,
            cache=cache,
            epoch=epoch,
            replay_only=replay_only,
        )
        self._stack = ExitStack()
        self._portal: BlockingPortal | None = None

    @property
    def spec(self) -> ModelSpec:
        """The model in use."""
        return self._inner.spec

    @property
    def prompt(self) -> Prompt:
        """The prompt in use."""
        return self._inner.prompt

    @property
    def profile(self) -> Profile:
        """How the model is used."""
        return self._inner.profile

    def run(self, work: Callable[[AsyncSummariser], Awaitable[_T]]) -> _T:
        """Do something with the twin for `await` that is behind this one, in its event loop.

        Args:
            work: Gets that twin.

        Returns:
            What `work` returns.
        """

        async def within() -> _T:
            return await work(self._inner)

        return self._open().call(within)

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close connections and stop the embedded engine."""
        self._portal = None
        self._stack.close()

    def _open(self) -> BlockingPortal:
        if self._portal is None:
            from anyio.from_thread import start_blocking_portal

            portal = self._stack.enter_context(start_blocking_portal())
            self._stack.callback(portal.call, self._inner.aclose)
            self._portal = portal
        return self._portal

    def summarise(
        self, source: Source, *, date: Date | None = None, strict: bool = False, on_progress: OnProgress | None = None
    ) -> Brief:
        """Make the brief of a document; see `AsyncSummariser.summarise`."""
        return self.run(lambda it: it.summarise(source, date=date, strict=strict, on_progress=on_progress))

    def extract(
        self, source: Source, *, date: Date | None = None, on_progress: OnProgress | None = None
    ) -> Extraction[Any]:
        """Fill the schema of your own from a document; see `AsyncSummariser.extract`."""
        return self.run(lambda it: it.extract(source, date=date, on_progress=on_progress))

    def events(self, source: Source, *, date: Date | None = None) -> Iterator[Event]:
        """Make a brief and tell of each step; see `AsyncSummariser.events`."""
        portal = self._open()
        stream = self._inner.events(source, date=date)

        async def step() -> Event | None:
            return await anext(stream, None)

        while (event := portal.call(step)) is not None:
            yield event


def summarise(
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
    """Make the brief of one document. With several, hold a `Summariser` open instead: the model is loaded once.

    Args:
        source: The document's text, the path of its file as a `pathlib.Path`, or a `Document`.
        model: The model; None for the local one or the one in the settings. See `AsyncSummariser`.
        base_url: An OpenAI-compatible endpoint.
        api_key: Its key; None takes it from the environment.
        prompt: Name of a prompt, or path of its folder.
        date: The document's own date, where its text does not tell it.
        strict: Raise `LossError` where a part of the document could not be read.
        on_progress: Called at each step.

    Returns:
        The brief.

    Raises:
        SummariserError: One of its kinds; each has a hint.

    Example:
        >>> from summariser import summarise
        >>> brief = summarise("Alma Ltd will repay the loan by 2027, its chair Ana Roy said.")  # doctest: +SKIP
        >>> brief.commitments[0].deadline.text  # doctest: +SKIP
        'by 2027'
    """
    with Summariser(model, base_url=base_url, api_key=api_key, prompt=prompt) as summariser:
        return summariser.summarise(source, date=date, strict=strict, on_progress=on_progress)
