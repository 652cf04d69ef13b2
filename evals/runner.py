"""Makes the brief of every labelled document, from the cache where it can, and scores the run."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from summariser._version import __version__
from summariser.async_api import AsyncSummariser
from summariser.errors import AuthenticationError, PromptError, SettingsError, StoreError, SummariserError
from summariser.evals.answers import Answers
from summariser.evals.files import responses_path
from summariser.evals.looks import note_look
from summariser.evals.memo import checked_references
from summariser.evals.recordings import Recording
from summariser.evals.response_store import ResponseStore
from summariser.evals.results import Failure, Scores
from summariser.evals.runs import Asked, DocumentRun, EpochRun, Run, gold_digests
from summariser.evals.scoring import SCORER_VERSION, score
from summariser.models.replay import NotRecordedError
from summariser.schemas import PromptInfo, Usage

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Sequence

    from summariser.evals.gold import Case
    from summariser.evals.selection import Split
    from summariser.settings import Settings

__all__ = ["OnStep", "Outcome", "Plan", "Step", "attempt", "first_error", "nothing_done", "recordings_of", "run_plan"]

T = TypeVar("T")
_REMOTE_JOBS = 4
# Of the configuration, not of a document: every other one would fail in the same way.
_FATAL = (AuthenticationError, PromptError, SettingsError, StoreError, NotRecordedError)


class Step(NamedTuple):
    """How far a run is.

    Attributes:
        done: Documents done, over all epochs.
        total: Documents in all.
        document: The one that was just done.
        failed: Documents without a brief so far.
        fresh: Answers the model gave in this run.
        replayed: Answers that came from the cache.
    """

    done: int
    total: int
    document: str
    failed: int
    fresh: int
    replayed: int


OnStep = Callable[[Step], None]


class Outcome(NamedTuple, Generic[T]):
    """What came of one document.

    Attributes:
        value: What was wanted, or None.
        failed: Why there is none, one line.
        error: The error behind that, where it was one of this package's.
        asked: What it took.
    """

    value: T | None
    failed: str | None
    error: SummariserError | None
    asked: Asked


@dataclass(frozen=True)
class Plan:
    """What a run is of.

    Attributes:
        cases: The labelled documents.
        folder: Where they lie.
        settings: Settings of the pipeline.
        model: The model; None as the settings say.
        prompt: Name of a prompt, or path of its folder.
        split: For the record.
        only: For the record.
        epochs: How often each document is asked.
        jobs: Documents at a time. None: one with the embedded model, four with an endpoint.
        replay_only: Ask no model.
        recordings: Files of answers.
    """

    cases: Sequence[Case]
    folder: Path
    settings: Settings
    model: str | None = None
    prompt: str | os.PathLike[str] | None = None
    split: Split = "dev"
    only: tuple[str, ...] = ()
    epochs: int = 1
    jobs: int | None = None
    replay_only: bool = False
    recordings: tuple[Recording, ...] = ()


def recordings_of(folder: Path, given: Sequence[Path] = ()) -> tuple[Recording, ...]:
    """The files of answers that are named, then those that lie with the baselines."""
    from summariser.evals.recordings import SUFFIX

    kept = sorted((folder / "baselines").glob(f"*{SUFFIX}"))
    return tuple(Recording(path) for path in dict.fromkeys([*given, *kept]))


async def run_plan(plan: Plan, on_step: OnStep | None = None) -> Run:
    """Carry out a run. One that was broken off goes on where it stopped: every answer is kept as it comes.

    Args:
        plan: What to run.
        on_step: Called after each document.

    Raises:
        SummariserError: The model, the prompt or the cache cannot be used, or no document at all has a brief.
        NotRecordedError: An answer is missing (only with `replay_only`).
    """
    with ExitStack() as stack:
        store = None
        if not plan.replay_only or responses_path().is_file():
            store = stack.enter_context(ResponseStore(responses_path()))
        answers = Answers(store, plan.recordings)
        runner = _Runner(plan, answers, on_step or _ignore)
        return await runner.run()


def _ignore(_step: Step) -> None:
    """Where nobody watches."""


class _Runner:
    def __init__(self, plan: Plan, answers: Answers, on_step: OnStep) -> None:
        self._plan, self._answers, self._on_step = plan, answers, on_step
        self._done: list[DocumentRun] = []
        self._errors: list[SummariserError] = []
        self._spent = Usage()

    async def run(self) -> Run:
        plan = self._plan
        probe = self._summariser(0)
        references = checked_references(probe.prompt, plan.cases, plan.folder)
        identity = probe.identity if probe.spec.embedded else probe.spec.model
        looks = note_look(plan.cases, probe.prompt, identity)
        briefs = [await self._epoch(epoch) for epoch in range(plan.epochs)]
        if all(document.brief is None for document in self._done):
            raise self._errors[0] if self._errors else nothing_done(document.failed for document in self._done)
        return Run(
            created=datetime.now(UTC),
            summariser_version=__version__,
            model=probe.spec.name,
            model_identity=identity,
            prompt=PromptInfo(name=probe.prompt.name, version=probe.prompt.version, sha256=probe.prompt.sha256),
            split=plan.split,
            only=plan.only,
            gold=gold_digests(plan.cases),
            scorer_version=SCORER_VERSION,
            profile={
                "ask": probe.profile.scope.ask,
                "calls": probe.profile.scope.calls,
                "chunk_characters": str(probe.profile.chunk_characters),
                "max_output_tokens": str(probe.profile.max_output_tokens),
                "mode": probe.settings.mode,
            },
            epochs=tuple(
                EpochRun(epoch=number, documents=documents, scores=self._scores(documents))
                for number, documents in enumerate(briefs)
            ),
            spent=self._spent,
            references=references,
            looks=looks,
        )

    def _summariser(self, epoch: int) -> AsyncSummariser:
        plan = self._plan
        return AsyncSummariser(
            plan.model,
            prompt=plan.prompt,
            settings=plan.settings,
            cache=self._answers,
            epoch=epoch,
            replay_only=plan.replay_only,
        )

    async def _epoch(self, number: int) -> tuple[DocumentRun, ...]:
        """All documents once, some at a time."""
        async with self._summariser(number) as summariser:
            jobs = self._plan.jobs or (1 if summariser.spec.embedded else _REMOTE_JOBS)
            gate = asyncio.Semaphore(jobs)

            async def one(case: Case) -> DocumentRun:
                async with gate:
                    result = await self._document(summariser, case)
                self._done.append(result)
                self._tell(result)
                return result

            try:
                async with asyncio.TaskGroup() as group:
                    tasks = [group.create_task(one(case)) for case in self._plan.cases]
            except BaseExceptionGroup as errors:
                raise first_error(errors) from None
            finally:
                self._spent += summariser.usage
        return tuple(task.result() for task in tasks)

    async def _document(self, summariser: AsyncSummariser, case: Case) -> DocumentRun:
        """The brief of a document, or why there is none."""
        outcome = await attempt(self._answers, case.gold.document, lambda: summariser.summarise(case.path))
        if outcome.error:
            self._errors.append(outcome.error)
        return DocumentRun(document=case.gold.document, brief=outcome.value, failed=outcome.failed, asked=outcome.asked)

    def _tell(self, result: DocumentRun) -> None:
        self._on_step(
            Step(
                done=len(self._done),
                total=len(self._plan.cases) * self._plan.epochs,
                document=result.document,
                failed=sum(document.brief is None for document in self._done),
                fresh=sum(len(document.asked.fresh) for document in self._done),
                replayed=sum(len(document.asked.replayed) for document in self._done),
            )
        )

    def _scores(self, documents: Sequence[DocumentRun]) -> Scores:
        briefs = {each.document: each.brief or Failure(error=each.failed or "") for each in documents}
        return score(briefs, self._plan.cases)


async def attempt(answers: Answers, document: str, work: Callable[[], Awaitable[T]]) -> Outcome[T]:
    """Do the work on one document; what fails is a result, unless every other document would fail in the same way.

    Args:
        answers: The cache; what the document asks is booked.
        document: Its name, for messages.
        work: Makes what is wanted of it.

    Raises:
        SummariserError: The model, the prompt or a setting cannot be used at all.
        NotRecordedError: An answer is missing, and no model may be asked.
    """
    value, failed, known = None, None, None
    with answers.booked() as asking:
        try:
            value = await work()
        except NotRecordedError as error:
            raise NotRecordedError(f"{document}: {error.message}", hint=error.hint) from None
        except _FATAL:
            raise
        except SummariserError as error:
            failed, known = str(error), error
        except Exception as error:  # noqa: BLE001 - a failing document is recorded, whatever failed
            frame = traceback.extract_tb(error.__traceback__)[-1]
            # Its message may hold words of the document.
            failed = f"crashed: {type(error).__name__} in {Path(frame.filename).name}, line {frame.lineno}"
    asked = Asked(replayed=tuple(asking.replayed), fresh=tuple(asking.fresh), seconds=round(asking.seconds, 3))
    return Outcome(value, failed, known, asked)


def nothing_done(failures: Iterable[str | None]) -> SummariserError:
    """The error for a run in which every document crashed."""
    return SummariserError(f"not one document could be read: {next(iter(failures), None)}", hint="this is a bug")


def first_error(errors: BaseExceptionGroup[BaseException]) -> BaseException:
    """The first error of a group, however deep."""
    first = errors.exceptions[0]
    return first_error(first) if isinstance(first, BaseExceptionGroup) else first
