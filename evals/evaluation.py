"""Evals from Python: `evaluate`; inside an event loop, `await run_plan(plan_run(…))`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.errors import InputError
from summariser.evals.files import find_seeds
from summariser.evals.gold import load_dataset
from summariser.evals.runner import Plan, recordings_of, run_plan
from summariser.evals.selection import select_cases
from summariser.settings import Settings, load_settings

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence
    from pathlib import Path

    from summariser.evals.runner import OnStep
    from summariser.evals.runs import Run
    from summariser.evals.selection import Split

__all__ = ["evaluate", "plan_run"]


def plan_run(
    *,
    prompt: str | os.PathLike[str] | None = None,
    model: str | None = None,
    base_url: str | None = None,
    split: Split = "dev",
    only: Sequence[str] = (),
    epochs: int = 1,
    jobs: int | None = None,
    seeds: Path | str | None = None,
    responses: Sequence[Path] = (),
    replay_only: bool = False,
    settings: Settings | None = None,
) -> Plan:
    """Find out what a run is over; arguments as for `evaluate`."""
    if epochs < 1:
        raise InputError("a run needs at least one epoch")
    given = {"base_url": base_url, "jobs": jobs}
    settings = (
        settings.model_copy(update={name: value for name, value in given.items() if value is not None})
        if settings
        else load_settings(given)
    )
    folder = find_seeds(seeds, settings)
    return Plan(
        cases=select_cases(load_dataset(folder), split, only),
        folder=folder,
        settings=settings,
        model=model,
        prompt=prompt,
        split=split,
        only=tuple(only),
        epochs=epochs,
        jobs=settings.jobs,
        replay_only=replay_only,
        recordings=recordings_of(folder, responses),
    )


def evaluate(
    *,
    prompt: str | os.PathLike[str] | None = None,
    model: str | None = None,
    base_url: str | None = None,
    split: Split = "dev",
    only: Sequence[str] = (),
    epochs: int = 1,
    jobs: int | None = None,
    seeds: Path | str | None = None,
    responses: Sequence[Path] = (),
    replay_only: bool = False,
    settings: Settings | None = None,
    on_step: OnStep | None = None,
) -> Run:
    """Make the briefs of labelled documents with a model and a prompt, and score them.

    Answers are kept in the cache folder by all that they depend on, so a run that is repeated asks nothing, and one
    that was broken off goes on where it stopped. A document that fails is recorded and scores zero.

    Args:
        prompt: Name of a prompt, or path of its folder; None for "brief".
        model: The model; None for the local one or the one in the settings. See `summariser.AsyncSummariser`.
        base_url: An OpenAI-compatible endpoint.
        split: "dev", "test" or "all". Looks at the test split are logged.
        only: Tags, genres or names of documents to narrow it to.
        epochs: How often each document is asked, for the variance from run to run.
        jobs: Documents and requests at a time. None: one with the embedded model, four with an endpoint.
        seeds: Folder with `<name>.txt` and `<name>.gold.json`. None: as the settings say, else `seeds`.
        responses: Files of recorded answers, looked through after the cache.
        replay_only: Ask no model; a missing answer is an error.
        settings: Settings; None reads environment and `summariser.toml`.
        on_step: Called after each document.

    Returns:
        Briefs, scores and what it took.

    Raises:
        SummariserError: One of its kinds; each has a hint.

    Example:
        >>> from summariser.evals import evaluate
        >>> run = evaluate(prompt="brief", split="dev")  # doctest: +SKIP
        >>> run.scores[0].total.parts["quotes"].lenient.f1  # doctest: +SKIP
        0.83
    """
    from anyio.from_thread import start_blocking_portal

    plan = plan_run(
        prompt=prompt,
        model=model,
        base_url=base_url,
        split=split,
        only=only,
        epochs=epochs,
        jobs=jobs,
        seeds=seeds,
        responses=responses,
        replay_only=replay_only,
        settings=settings,
    )
    with start_blocking_portal() as portal:  # also where an event loop runs already, as in a notebook
        return portal.call(run_plan, plan, on_step)
