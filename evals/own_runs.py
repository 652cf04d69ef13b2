"""Runs, comparison and gate for a schema of the user's own."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summariser.async_api import AsyncSummariser
from summariser.errors import InputError, SummariserError
from summariser.evals.answers import Answers
from summariser.evals.comparison import Difference, Interval
from summariser.evals.files import responses_path
from summariser.evals.gating import MARGIN, Verdict, doubts, significant_drops
from summariser.evals.own_gold import own_digest
from summariser.evals.own_scoring import OwnScores, score_own
from summariser.evals.response_store import ResponseStore
from summariser.evals.results import Failure, Tally
from summariser.evals.runner import attempt, first_error, nothing_done
from summariser.evals.runs import Asked
from summariser.evals.statistics import holm, jackknife, mean_of_f1, paired_permutation
from summariser.schemas import PromptInfo

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from summariser.evals.own_gold import OwnCase
    from summariser.evals.recordings import Recording
    from summariser.schemas.own import Extraction
    from summariser.settings import Settings

__all__ = ["OwnGate", "OwnRun", "gate_own", "load_own_run", "own_intervals", "run_own"]

_ALPHA = 0.05
_DETECTABLE = 2.8
_JOBS = 4


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OwnDocument(_Model):
    """What came of one document."""

    document: str
    answer: dict[str, Any] | None = Field(description="The extraction as JSON, or null.")
    failed: str | None = None
    asked: Asked


class OwnRun(_Model):
    """A model and a prompt over documents labelled for a schema of the user's own."""

    own_run_version: Literal["1"] = "1"
    model: str
    model_identity: str
    prompt: PromptInfo
    schema_name: str
    gold: dict[str, str] = Field(description="SHA-256 of the labels of each document, by its name.")
    documents: tuple[OwnDocument, ...]
    scores: OwnScores


class OwnGate(_Model):
    """A verdict on a candidate, with the difference in each part of the schema."""

    verdict: Verdict
    reasons: tuple[str, ...]
    parts: dict[str, Difference]
    overall: Difference | None


async def run_own(
    cases: Sequence[OwnCase],
    *,
    schema: type[BaseModel],
    prompt: str | os.PathLike[str],
    model: str | None = None,
    settings: Settings | None = None,
    jobs: int | None = None,
    replay_only: bool = False,
    recordings: Sequence[Recording] = (),
) -> OwnRun:
    """Fill the schema from every labelled document, from the cache where it can, and score the answers.

    Args:
        cases: The labelled documents.
        schema: The class to fill.
        prompt: Name of a prompt with a question of its own, or path of its folder.
        model: The model; None as the settings say.
        settings: Settings; None reads environment and `summariser.toml`.
        jobs: Documents at a time. None: one with the embedded model, four with an endpoint.
        replay_only: Ask no model.
        recordings: Files of answers.

    Raises:
        SummariserError: The model, the prompt or the schema cannot be used, or no document at all has an answer.
    """
    with ExitStack() as stack:
        store = None
        if not replay_only or responses_path().is_file():
            store = stack.enter_context(ResponseStore(responses_path()))
        answers = Answers(store, recordings)
        summariser = AsyncSummariser(
            model, prompt=prompt, schema=schema, settings=settings, cache=answers, replay_only=replay_only
        )
        gate = asyncio.Semaphore(jobs or (1 if summariser.spec.embedded else _JOBS))
        errors: list[SummariserError] = []
        found: dict[str, Extraction[Any] | Failure] = {}
        documents: dict[str, OwnDocument] = {}

        async def one(case: OwnCase) -> None:
            name = case.gold.document
            async with gate:
                outcome = await attempt(answers, name, lambda: summariser.extract(case.path))
            if outcome.error:
                errors.append(outcome.error)
            found[name] = outcome.value or Failure(error=outcome.failed or "")
            answer = outcome.value.model_dump(mode="json") if outcome.value else None
            documents[name] = OwnDocument(document=name, answer=answer, failed=outcome.failed, asked=outcome.asked)

        async with summariser:
            try:
                async with asyncio.TaskGroup() as group:
                    for case in cases:
                        group.create_task(one(case))
            except BaseExceptionGroup as failures:
                raise first_error(failures) from None
        if all(document.answer is None for document in documents.values()):
            raise errors[0] if errors else nothing_done(document.failed for document in documents.values())
        own = summariser.prompt
        return OwnRun(
            model=summariser.spec.name,
            model_identity=summariser.identity if summariser.spec.embedded else summariser.spec.model,
            prompt=PromptInfo(name=own.name, version=own.version, sha256=own.sha256),
            schema_name=schema.__name__,
            gold={case.gold.document: own_digest(case) for case in cases},
            documents=tuple(documents[case.gold.document] for case in cases),
            scores=score_own(found, cases),
        )


def load_own_run(path: Path | str) -> OwnRun:
    """Read a run.

    Raises:
        InputError: It cannot be read or is no such run.
    """
    try:
        return OwnRun.model_validate_json(Path(path).read_bytes())
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise InputError(f"{path}: is no run over a schema of your own: {first['loc']}: {first['msg']}") from None


def _tallies(run: OwnRun, parts: Sequence[str]) -> list[tuple[Tally, ...]]:
    return [
        tuple(document.counts[part].tally(strict=False) for part in parts)
        for document in sorted(run.scores.documents, key=lambda each: each.document)
    ]


def _f1(documents: Sequence[tuple[Tally, ...]]) -> float | None:
    return mean_of_f1([Tally(*map(sum, zip(*column, strict=True))) for column in zip(*documents, strict=True)])


def own_intervals(run: OwnRun, *, level: float = 0.95) -> dict[str, Interval | None]:
    """Lenient F1 of each part of the schema with confidence bounds, and of "mean", their unweighted mean."""
    parts = list(run.scores.parts)
    documents = _tallies(run, parts)

    def interval(columns: Sequence[int]) -> Interval | None:
        chosen = [tuple(document[column] for column in columns) for document in documents]
        estimate, spread = _f1(chosen), jackknife(chosen)
        if estimate is None:
            return None
        low, high = spread.bounds(level) if spread else (None, None)
        return Interval(
            estimate=estimate,
            low=None if low is None else max(0.0, low),
            high=None if high is None else min(1.0, high),
            documents=sum(any(tally.actual or tally.possible for tally in document) for document in chosen),
            between_epochs=None,
        )

    return {name: interval([column]) for column, name in enumerate(parts)} | {"mean": interval(range(len(parts)))}


def gate_own(baseline: OwnRun, candidate: OwnRun, *, margin: float = MARGIN, swaps: int = 9_999) -> OwnGate:
    """Decide whether a candidate holds against a baseline, part by part of the schema, as `gate` does for briefs.

    Args:
        baseline: The run to hold against.
        candidate: The run in question.
        margin: The drop in lenient F1 that matters, 0 to 1.
        swaps: Random swaps for each test.
    """
    obstacles = [
        words
        for differs, words in (
            (baseline.gold != candidate.gold, "the documents or their labels are not the same"),
            (baseline.schema_name != candidate.schema_name, "they fill different schemas"),
            (baseline.model_identity != candidate.model_identity, "they are of different models"),
            (baseline.scores.parts.keys() != candidate.scores.parts.keys(), "the parts of the schema differ"),
        )
        if differs
    ]
    if obstacles:
        return OwnGate(verdict=Verdict.NOT_COMPARABLE, reasons=tuple(obstacles), parts={}, overall=None)
    names = list(baseline.scores.parts)
    before, after = _tallies(baseline, names), _tallies(candidate, names)
    parts = {name: _difference(before, after, [column], swaps) for column, name in enumerate(names)}
    tested = {name: part.p_lower for name, part in parts.items() if part.p_lower is not None}
    for name, corrected in zip(tested, holm(list(tested.values())), strict=True):
        parts[name] = parts[name].model_copy(update={"p_lower_holm": corrected})
    overall = _difference(before, after, range(len(names)), swaps)
    whole = {document.document for document in baseline.documents if document.answer is not None}
    lost = [
        f"{document.document}: no answer: {document.failed}"
        for document in candidate.documents
        if document.answer is None and document.document in whole
    ]
    drops = dict(significant_drops(parts.items(), _ALPHA, margin))
    unclear = list(doubts(parts.items(), _ALPHA, margin))
    verdict = Verdict.FAIL if lost or drops else Verdict.INCONCLUSIVE if unclear else Verdict.PASS
    reasons = [*lost, *drops.values()] or unclear
    return OwnGate(verdict=verdict, reasons=tuple(reasons), parts=parts, overall=overall)


def _difference(
    before: Sequence[tuple[Tally, ...]], after: Sequence[tuple[Tally, ...]], columns: Sequence[int], swaps: int
) -> Difference:
    old = [tuple(document[column] for column in columns) for document in before]
    new = [tuple(document[column] for column in columns) for document in after]
    old_f1, new_f1 = _f1(old), _f1(new)
    test = paired_permutation(old, new, swaps=swaps)
    width = len(columns)

    def gap(totals: Sequence[Tally]) -> float | None:
        left, right = mean_of_f1(totals[:width]), mean_of_f1(totals[width:])
        return None if left is None or right is None else right - left

    joint = [(*left, *right) for left, right in zip(old, new, strict=True)]
    spread = jackknife(joint, gap)
    low, high = spread.bounds() if spread else (None, None)
    known = old_f1 is not None and new_f1 is not None
    return Difference(
        baseline=old_f1,
        candidate=new_f1,
        difference=new_f1 - old_f1 if old_f1 is not None and new_f1 is not None else None,
        low=low,
        high=high,
        p_lower=test.p_lower if known else None,
        p_lower_holm=None,
        p_two_sided=test.p_two_sided if known else None,
        documents=sum(any(tally.actual or tally.possible for tally in document) for document in joint),
        differing=test.differing,
        smallest_p=test.smallest_p,
        reachable=test.smallest_p <= _ALPHA,
        detectable=_DETECTABLE * spread.error if spread else None,
    )
