"""Baselines: runs that later ones are held against, committed with the raw answers they rest on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from summariser.errors import InputError
from summariser.evals.answers import Answers
from summariser.evals.files import responses_path, state_folder
from summariser.evals.recordings import SUFFIX, write_recording
from summariser.evals.response_store import ResponseStore
from summariser.evals.runner import recordings_of
from summariser.evals.runs import Run, load_run, save_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.evals.response_store import Recorded

__all__ = ["Promoted", "find_baseline", "last_run_path", "open_run", "promote", "record"]

_UNSAFE = re.compile(r"[^\w.+-]+")


class Promoted(NamedTuple):
    """The files of a baseline.

    Attributes:
        run: The run.
        responses: The raw answers.
        answers: How many.
    """

    run: Path
    responses: Path
    answers: int


def last_run_path() -> Path:
    """Where the last run on this machine lies."""
    return state_folder() / "last.json"


def _path(folder: Path, model: str, prompt: str, split: str) -> Path:
    return folder / "baselines" / f"{_plain(model)}-{_plain(prompt)}-{split}.json.gz"


def _plain(name: str) -> str:
    return _UNSAFE.sub("-", name).strip("-.") or "unnamed"


def promote(run: Run, folder: Path, *, responses: Sequence[Path] = ()) -> Promoted:
    """Make a run the baseline of its model, prompt and split; the one before is replaced.

    Args:
        run: The run.
        folder: The labelled documents; baselines lie in its sub-folder `baselines`.
        responses: Files of answers that the run was replayed from.

    Raises:
        InputError: The run is of a part of the split, a document of it has no brief, or an answer it rests on is gone.
    """
    if run.only:
        raise InputError("the run is narrowed to a tag", hint="run the whole split for a baseline")
    if failed := next((document for document in run.each() if document.brief is None), None):
        raise InputError(f"{failed.document} has no brief in this run", hint="run again: only what failed is asked")
    path = _path(folder, run.model, run.prompt.name, run.split)
    kept = path.with_name(path.name.removesuffix(".json.gz") + SUFFIX)
    answers = record(run, folder, kept, responses=responses)
    save_run(run, path)
    return Promoted(path, kept, answers)


def record(run: Run, folder: Path, path: Path, *, responses: Sequence[Path] = ()) -> int:
    """Write the raw answers a run rests on to a file that `evaluate(responses=…)` replays.

    Args:
        run: The run.
        folder: The labelled documents.
        path: The file to write.
        responses: Files of answers that the run was replayed from.

    Returns:
        How many answers there are.

    Raises:
        InputError: An answer is gone, or the file cannot be written.
    """
    answers = _answers_of(run, folder, responses)
    write_recording(path, answers)
    return len(answers)


def _answers_of(run: Run, folder: Path, responses: Sequence[Path]) -> dict[str, Recorded]:
    found: dict[str, Recorded] = {}
    store = ResponseStore(responses_path()) if responses_path().is_file() else None
    try:
        answers = Answers(store, recordings_of(folder, responses))
        for document in run.each():
            for key in (*document.asked.replayed, *document.asked.fresh):
                answer = answers.find(key)
                if answer is None:
                    raise InputError(
                        f"{document.document}: an answer it rests on is not in the cache any more", hint="run again"
                    )
                found[key] = answer
    finally:
        if store:
            store.close()
    return found


def find_baseline(folder: Path, *, model: str, prompt: str, split: str) -> Path:
    """The baseline of a model and a split that is of this prompt, or else the only one of another prompt.

    Args:
        folder: The labelled documents.
        model: As it was named.
        prompt: Name of the prompt.
        split: "dev", "test" or "all".

    Raises:
        InputError: There is none, or several of other prompts.
    """
    exact = _path(folder, model, prompt, split)
    if exact.is_file():
        return exact
    alike = sorted(exact.parent.glob(f"{_plain(model)}-*-{split}.json.gz"))
    others = [path for path in alike if load_run(path).model == model]
    if len(others) == 1:
        return others[0]
    if others:
        names = ", ".join(str(path) for path in others)
        raise InputError(f"several baselines of {model} on the split {split!r}", hint=f"name one of them: {names}")
    raise InputError(
        f"no baseline of {model} on the split {split!r} in {exact.parent}",
        hint="`summariser eval baseline promote RUN` makes one",
    )


def open_run(name: str, folder: Path | None = None, other: Run | None = None) -> Run:
    """The run that a name on the command line means.

    Args:
        name: Path of a run; "last" for the last one on this machine; "baseline" for the one that `other` is held
            against.
        folder: The labelled documents, for "baseline".
        other: The run it is compared with.

    Raises:
        InputError: There is no such run.
    """
    if name == "last" and not Path(name).is_file():
        return load_run(last_run_path())
    if name == "baseline" and not Path(name).is_file():
        if other is None or folder is None:
            raise InputError("two baselines cannot be compared by name", hint="name a file for one of them")
        return load_run(find_baseline(folder, model=other.model, prompt=other.prompt.name, split=other.split))
    return load_run(Path(name))
