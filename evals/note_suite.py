"""The suite of notes: sets of labelled documents through briefs and engine, or through the engine alone."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, ExitStack
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from summariser._version import __version__
from summariser.async_api import AsyncSummariser
from summariser.errors import InputError
from summariser.evals.answers import Answers
from summariser.evals.files import responses_path
from summariser.evals.looks import note_look
from summariser.evals.note_documents import briefs_of_gold, document_labels
from summariser.evals.note_gold import load_note_cases
from summariser.evals.note_linting import lint_notes
from summariser.evals.note_results import NoteScores
from summariser.evals.note_scoring import score_notes
from summariser.evals.response_store import ResponseStore
from summariser.evals.results import Failure
from summariser.evals.runner import Outcome, Step, attempt, first_error, nothing_done
from summariser.evals.runs import Asked
from summariser.note.build import build_note
from summariser.note.sources import Failure as FailedSource
from summariser.schemas import Brief, PromptInfo
from summariser.schemas.note import Note, NoteLength
from summariser.settings import Settings, load_settings

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from summariser.evals.note_gold import NoteCase
    from summariser.evals.recordings import Recording
    from summariser.evals.runner import OnStep

__all__ = ["NoteRun", "SetRun", "run_note_suite", "run_oracle"]

_JOBS = 4


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SetRun(_Model):
    """What came of one set."""

    name: str
    note: Note | None
    failed: dict[str, str] = Field(default_factory=dict, description="Documents without a brief, and why.")
    asked: dict[str, Asked] = Field(default_factory=dict, description="What the brief of each document took.")


class NoteRun(_Model):
    """A model and a prompt over sets of documents."""

    note_run_version: Literal["1"] = "1"
    created: datetime
    summariser_version: str
    model: str = Field(description='"gold" where the briefs are made of the labels.')
    model_identity: str
    prompt: PromptInfo | None
    split: Literal["dev", "test", "all"]
    length: NoteLength
    topic: bool = Field(description="Whether the engine was told what the set is about.")
    sets: tuple[SetRun, ...]
    scores: NoteScores
    looks: int | None = Field(default=None, description="How often the test sets were looked at on this machine.")


class _Way(NamedTuple):
    """How notes are made of briefs."""

    length: NoteLength
    topic: bool


async def run_note_suite(
    seeds: Path | str,
    *,
    model: str | None = None,
    split: Literal["dev", "test", "all"] = "dev",
    prompt: str | os.PathLike[str] | None = None,
    settings: Settings | None = None,
    jobs: int | None = None,
    length: NoteLength = "long",
    topic: bool = True,
    replay_only: bool = False,
    recordings: Sequence[Recording] = (),
    on_step: OnStep | None = None,
) -> NoteRun:
    """Make the brief of every document, from the cache where it can, the note of every set, and score the notes.

    The sentences that a model writes are not asked for: they are checked when a note is made, and not scored here.

    Args:
        seeds: Holds a folder for each set.
        model: The model; None as the settings say.
        split: Which sets.
        prompt: Name of a prompt for briefs, or path of its folder.
        settings: Settings; None reads environment and `summariser.toml`.
        jobs: Documents at a time. None: one with the embedded model, four with an endpoint.
        length: Of the notes. A short one leaves out parties and facts, which then count as missing.
        topic: Tell the engine what each set is about, as a user would.
        replay_only: Ask no model.
        recordings: Files of answers.
        on_step: Called after each document.

    Raises:
        SummariserError: The model, the prompt or the labels cannot be used, or no document at all has a brief.
        NotRecordedError: An answer is missing (only with `replay_only`).
    """
    cases = load_note_cases(seeds, split)
    with ExitStack() as stack:
        store = None
        if not replay_only or responses_path().is_file():
            store = stack.enter_context(ResponseStore(responses_path()))
        answers = Answers(store, recordings)
        async with AsyncExitStack() as opened:
            summariser = AsyncSummariser(
                model,
                prompt=prompt,
                settings=settings or load_settings(),
                cache=answers,
                replay_only=replay_only,
            )
            _check_prompt(seeds, summariser.prompt.folder)
            identity = summariser.identity if summariser.spec.embedded else summariser.spec.model
            labelled = [labels.case for case in cases for labels in document_labels(case)]
            looks = note_look(labelled, summariser.prompt, identity)
            await opened.enter_async_context(summariser)
            found = await _briefs(summariser, answers, cases, jobs, on_step)
        sets = tuple(_set_run(case, found[case.name], _Way(length, topic)) for case in cases)
        own = summariser.prompt
        return NoteRun(
            created=datetime.now(UTC),
            summariser_version=__version__,
            model=summariser.spec.name,
            model_identity=identity,
            prompt=PromptInfo(name=own.name, version=own.version, sha256=own.sha256),
            split=split,
            length=length,
            topic=topic,
            sets=sets,
            scores=_scores(sets, cases),
            looks=looks,
        )


def run_oracle(
    seeds: Path | str,
    *,
    split: Literal["dev", "test", "all"] = "dev",
    length: NoteLength = "long",
    topic: bool = True,
    engine: Callable[..., Note] = build_note,
) -> NoteRun:
    """Make the notes of briefs that are made of the labels, so that merging is measured apart from reading.

    Args:
        seeds: Holds a folder for each set.
        split: Which sets.
        length: Of the notes.
        topic: Tell the engine what each set is about.
        engine: Makes a note of briefs.

    Raises:
        InputError: The labels cannot be used.
    """
    cases = load_note_cases(seeds, split)
    way = _Way(length, topic)
    sets = tuple(SetRun(name=case.name, note=_note(case, briefs_of_gold(case), {}, way, engine)) for case in cases)
    return NoteRun(
        created=datetime.now(UTC),
        summariser_version=__version__,
        model="gold",
        model_identity="gold",
        prompt=None,
        split=split,
        length=length,
        topic=topic,
        sets=sets,
        scores=_scores(sets, cases),
    )


def _check_prompt(seeds: Path | str, folder: Path) -> None:
    inside = [problem for problem in lint_notes(seeds, folder) if problem.file.is_relative_to(folder)]
    if inside:
        first = inside[0]
        raise InputError(f"{first.file}, line {first.line}: {first.message}", hint=first.fix)


async def _briefs(
    summariser: AsyncSummariser,
    answers: Answers,
    cases: Sequence[NoteCase],
    jobs: int | None,
    on_step: OnStep | None,
) -> dict[str, dict[str, Outcome[Brief]]]:
    """The brief of each document of each set, or why there is none.

    Raises:
        SummariserError: None has a brief.
    """
    gate = asyncio.Semaphore(jobs or (1 if summariser.spec.embedded else _JOBS))
    found: dict[str, dict[str, Outcome[Brief]]] = {case.name: {} for case in cases}
    total = sum(len(case.texts) for case in cases)

    async def one(case: NoteCase, document: str) -> None:
        async with gate:
            name = f"{case.name}/{document}"
            found[case.name][document] = await attempt(
                answers, name, lambda: summariser.summarise(case.folder / document)
            )
        if on_step:
            on_step(_step(found, total, name))

    try:
        async with asyncio.TaskGroup() as group:
            for case in cases:
                for document in case.texts:
                    group.create_task(one(case, document))
    except BaseExceptionGroup as errors:
        raise first_error(errors) from None
    outcomes = [outcome for each in found.values() for outcome in each.values()]
    if all(outcome.value is None for outcome in outcomes):
        raise next(
            (outcome.error for outcome in outcomes if outcome.error), nothing_done(each.failed for each in outcomes)
        )
    return found


def _step(found: Mapping[str, Mapping[str, Outcome[Brief]]], total: int, name: str) -> Step:
    outcomes = [outcome for each in found.values() for outcome in each.values()]
    return Step(
        done=len(outcomes),
        total=total,
        document=name,
        failed=sum(outcome.value is None for outcome in outcomes),
        fresh=sum(len(outcome.asked.fresh) for outcome in outcomes),
        replayed=sum(len(outcome.asked.replayed) for outcome in outcomes),
    )


def _set_run(case: NoteCase, found: Mapping[str, Outcome[Brief]], way: _Way) -> SetRun:
    briefs = [outcome.value for document in case.texts if (outcome := found[document]).value is not None]
    failed = {document: outcome.failed or "" for document, outcome in found.items() if outcome.value is None}
    return SetRun(
        name=case.name,
        note=_note(case, briefs, failed, way, build_note) if briefs else None,
        failed=failed,
        asked={document: found[document].asked for document in case.texts},
    )


def _note(
    case: NoteCase, briefs: Sequence[Brief], failed: Mapping[str, str], way: _Way, engine: Callable[..., Note]
) -> Note:
    return engine(
        briefs,
        topic=case.gold.topic if way.topic else None,
        length=way.length,
        as_of=case.gold.as_of,
        failed=[FailedSource(name, reason) for name, reason in failed.items()],
    )


def _scores(sets: Sequence[SetRun], cases: Sequence[NoteCase]) -> NoteScores:
    notes = {one.name: one.note or Failure(error="no document has a brief") for one in sets}
    return score_notes(notes, cases)
