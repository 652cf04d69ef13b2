"""`note` and `anote`: documents and briefs in, a briefing note out."""

from __future__ import annotations

import asyncio
import os
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from summariser.async_api import AsyncSummariser
from summariser.errors import AuthenticationError, SettingsError, StoreError, SummariserError, unexpected
from summariser.note.build import build_note
from summariser.note.gathering import NoteInput, Pile, gather_sources
from summariser.note.narrative import PROMPT_CHARACTERS, write_narrative
from summariser.note.sources import Failure
from summariser.schemas import Usage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date as Date

    from summariser.api import Summariser
    from summariser.documents import Document
    from summariser.pipeline.events import Progress
    from summariser.schemas import Brief, Note
    from summariser.schemas.note import NoteLength

__all__ = ["NoteInput", "NoteProgress", "anote", "note"]


@dataclass(frozen=True)
class NoteProgress:
    """Something moved.

    Attributes:
        stage: "gathering" (sources), "briefing" (one document), "merging" (briefs), "writing" (the bottom line).
        document: Documents done so far.
        documents: Documents in all.
        name: The document at work, or an empty string.
        step: Where the brief of that document stands, or None.
    """

    stage: str
    document: int = 0
    documents: int = 0
    name: str = ""
    step: Progress | None = None


async def anote(
    sources: NoteInput | Iterable[NoteInput] | Pile,
    *,
    topic: str | None = None,
    audience: str | None = None,
    length: NoteLength = "short",
    title: str | None = None,
    as_of: Date | None = None,
    date: Date | None = None,
    narrative: bool | None = None,
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    prompt: str | os.PathLike[str] | None = None,
    summariser: AsyncSummariser | None = None,
    on_progress: Callable[[NoteProgress], None] | None = None,
    on_failure: Callable[[SummariserError], None] | None = None,
) -> Note:
    """Make a briefing note, without blocking the event loop; arguments as for `note`."""
    began = time.monotonic()
    tell = on_progress or _silent
    tell(NoteProgress("gathering"))
    pile = await asyncio.to_thread(gather_sources, sources, date=date)
    complain = on_failure or _silent
    for _, problem in pile.failed:
        complain(problem)
    async with AsyncExitStack() as stack:
        briefs = list(pile.briefs)
        failed = [failure for failure, _ in pile.failed]
        spent = Usage()
        cost: float | None = None
        if summariser is None and (pile.documents or (narrative is not False and briefs)):
            made = AsyncSummariser(model, base_url=base_url, api_key=api_key, prompt=prompt)
            if pile.documents or _writes(made, narrative):
                summariser = await stack.enter_async_context(made)
        if summariser is not None and pile.documents:
            fresh, errors = await _make_briefs(summariser, pile.documents, tell)
            briefs += fresh
            failed += [failure for failure, _ in errors]
            for _, error in errors:
                complain(error)
            spent = sum((brief.provenance.usage for brief in fresh), Usage())
            costs = [brief.provenance.cost_usd for brief in fresh if brief.provenance.cost_usd is not None]
            cost = sum(costs) if costs else None
            if not briefs:
                raise errors[0][1]
        if not briefs:
            raise pile.failed[0][1]
        tell(NoteProgress("merging", len(pile.documents), len(pile.documents)))
        result = await asyncio.to_thread(
            partial(
                build_note,
                briefs,
                topic=topic,
                audience=audience,
                length=length,
                as_of=as_of or datetime.now(UTC).astimezone().date(),
                failed=failed,
                title=title,
            )
        )
        result.provenance.usage = spent
        if summariser is not None and _writes(summariser, narrative):
            tell(NoteProgress("writing", len(pile.documents), len(pile.documents)))
            cost = await _write(result, summariser, cost)
    result.provenance.cost_usd = cost
    result.provenance.seconds = round(time.monotonic() - began, 3)
    return result


def note(
    sources: NoteInput | Iterable[NoteInput] | Pile,
    *,
    topic: str | None = None,
    audience: str | None = None,
    length: NoteLength = "short",
    title: str | None = None,
    as_of: Date | None = None,
    date: Date | None = None,
    narrative: bool | None = None,
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    prompt: str | os.PathLike[str] | None = None,
    summariser: Summariser | None = None,
    on_progress: Callable[[NoteProgress], None] | None = None,
    on_failure: Callable[[SummariserError], None] | None = None,
) -> Note:
    """Make a briefing note of several documents.

    Args:
        sources: Files, links, folders, patterns, `Document`s, `Brief`s, files of saved briefs; one or several. A string
            is a path or a link, never a text. What `gather_sources` gave will do, too.
        topic: The matter; sources that are beside it are listed and left out.
        audience: Whom the note is for, such as "the Minister".
        length: "short" for two minutes' reading, or "long".
        title: Its title; None for the topic, or the title of the newest source.
        as_of: The day that overdue is reckoned from; None for today.
        date: The date of all documents, where they do not tell it.
        narrative: Have a model write the bottom line; otherwise, and where none of its sentences holds, it is made by
            rule of the most important items. With saved briefs this is all that a model is asked. None leaves it to an
            endpoint's model and makes it by rule with the embedded one, whose sentences are worse than the rule's.
        model: The model; None for the local one or the one in the settings. See `AsyncSummariser`.
        base_url: An OpenAI-compatible endpoint.
        api_key: Its key; None takes it from the environment.
        prompt: Prompt for briefs: its name, or the path of its folder.
        summariser: An open `Summariser` to use in place of model, endpoint and prompt.
        on_progress: Called at each step.
        on_failure: Called with the error of each document that failed.

    Returns:
        The note. A document that failed is among its sources, with the reason.

    Raises:
        DocumentError: Not one source could be read.
        ModelError: The model cannot be used.
        SummariserError: Another of its kinds; each has a hint.

    Example:
        >>> from summariser.note import note
        >>> made = note(["release.pdf", "paper.html"], topic="Skarn terminal")  # doctest: +SKIP
        >>> made.bottom_line[0].text  # doctest: +SKIP
        'The ministry will build the terminal by 2028.'
    """
    from anyio.from_thread import start_blocking_portal

    work = partial(
        anote,
        sources,
        topic=topic,
        audience=audience,
        length=length,
        title=title,
        as_of=as_of,
        date=date,
        narrative=narrative,
        model=model,
        base_url=base_url,
        api_key=api_key,
        prompt=prompt,
        on_progress=on_progress,
        on_failure=on_failure,
    )
    if summariser is not None:  # its connections belong to the loop it runs in
        return summariser.run(lambda inner: work(summariser=inner))
    with start_blocking_portal() as portal:
        return portal.call(work)


def _writes(summariser: AsyncSummariser, narrative: bool | None) -> bool:
    """Whether the model writes the bottom line."""
    return not summariser.spec.embedded if narrative is None else narrative


def _silent(_told: object) -> None:
    """Where nobody listens."""


async def _make_briefs(
    summariser: AsyncSummariser, documents: list[Document], tell: Callable[[NoteProgress], None]
) -> tuple[list[Brief], list[tuple[Failure, SummariserError]]]:
    """The brief of each document, several at a time where the model allows; what fails does not stop the rest.

    Raises:
        SummariserError: No further document could fare better: a setting, the key, the model's file.
    """
    briefs: list[Brief] = []
    failed: list[tuple[Failure, SummariserError]] = []
    gate = asyncio.Semaphore(summariser.profile.jobs)
    done = 0

    async def one(document: Document) -> None:
        nonlocal done
        async with gate:

            def step(progress: Progress) -> None:
                tell(NoteProgress("briefing", done, len(documents), document.name, progress))

            try:
                briefs.append(await summariser.summarise(document, on_progress=step))
            except (SettingsError, StoreError, AuthenticationError):
                raise
            except SummariserError as error:
                failed.append((Failure(document.name, _reason(error, document.name)), error))
            except Exception as error:
                if os.environ.get("SUMMARISER_DEBUG"):
                    raise
                fault = unexpected(error, document.name)
                failed.append((Failure(document.name, _reason(fault, document.name)), fault))
            done += 1

    tasks = [asyncio.create_task(one(document)) for document in documents]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
    return briefs, failed


def _reason(error: SummariserError, name: str) -> str:
    return error.message.removeprefix(f"{name}: ")


async def _write(result: Note, summariser: AsyncSummariser, cost: float | None) -> float | None:
    """Have the bottom line written; gives what the note cost in all, where that is known."""
    from summariser.models.pricing import cost_usd
    from summariser.pipeline.chunking import CHARACTERS_PER_TOKEN
    from summariser.prompts.loader import load_prompt

    spec, profile = summariser.spec, summariser.profile
    client = await summariser.client()
    before = result.provenance.usage
    prompt = load_prompt("note", summariser.settings.prompts)
    room = int(profile.context_tokens * CHARACTERS_PER_TOKEN * 0.4)
    await write_narrative(result, client, prompt=prompt, characters=min(room, PROMPT_CHARACTERS), jobs=profile.jobs)
    if result.provenance.model is not None:
        result.provenance.model = spec.name
        result.provenance.base_url = None if spec.embedded else spec.base_url
    usage = result.provenance.usage
    spent = Usage(**{name: getattr(usage, name) - getattr(before, name) for name in Usage.model_fields})
    own = cost_usd(spec.model, spec.base_url, spent)
    return (cost or 0.0) + own if own is not None else cost
