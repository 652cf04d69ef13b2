"""Baselines: promoted on purpose, found by name, replayed from a fresh checkout."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from summariser.errors import InputError
from summariser.evals import evaluate, gate
from summariser.evals.baseline import find_baseline, last_run_path, open_run, promote, record
from summariser.evals.files import responses_path
from summariser.evals.gating import Verdict
from summariser.evals.results import Failure
from summariser.evals.runs import load_run, save_run
from summariser.models import modes
from tests.eval_runs import perfect, run_of
from tests.eval_seeds import NAMES, copy_seeds, obeying, own_cache
from tests.evals_gold import dev_cases
from tests.loopback import Loopback

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three documents and a cache of their own."""
    modes.forget()
    own_cache(monkeypatch, tmp_path / "cache")
    return copy_seeds(tmp_path / "seeds")


def test_a_fresh_checkout_replays_a_baseline_without_model_and_cache(seeds: Path) -> None:
    """The raw answers lie beside the run and are found without being named."""
    with Loopback(default=obeying) as server:
        run = evaluate(model="m", base_url=server.url, seeds=seeds)
    kept = promote(run, seeds)
    assert kept.run == seeds / "baselines" / "m-brief-dev.json.gz"
    assert kept.answers == 3
    shutil.rmtree(responses_path().parent)
    again = evaluate(model="m", base_url=server.url, seeds=seeds, replay_only=True)
    assert again.scores == run.scores
    assert gate(load_run(kept.run), again).verdict is Verdict.PASS
    assert not responses_path().exists(), "a replay writes no answers"


def test_promoting_a_replay_keeps_the_same_answers(seeds: Path) -> None:
    """So that a changed scorer can be given a baseline of its own without a call."""
    with Loopback(default=obeying) as server:
        kept = promote(evaluate(model="m", base_url=server.url, seeds=seeds), seeds)
    before = kept.responses.read_bytes()
    shutil.rmtree(responses_path().parent)
    promote(evaluate(model="m", base_url=server.url, seeds=seeds, replay_only=True), seeds)
    assert kept.responses.read_bytes() == before


def test_answers_can_be_recorded_and_replayed_by_name(seeds: Path, tmp_path: Path) -> None:
    """Any run, to any file."""
    with Loopback(default=obeying) as server:
        run = evaluate(model="m", base_url=server.url, seeds=seeds, only=[NAMES[0]])
    assert record(run, seeds, tmp_path / "r.jsonl.gz") == 1
    shutil.rmtree(responses_path().parent)
    again = evaluate(
        model="m",
        base_url=server.url,
        seeds=seeds,
        only=[NAMES[0]],
        replay_only=True,
        responses=[tmp_path / "r.jsonl.gz"],
    )
    assert again.scores == run.scores
    with pytest.raises(InputError, match="not in the cache any more"):
        record(run, seeds, tmp_path / "other")


@pytest.mark.parametrize("fault", ["narrowed", "failed"])
def test_a_run_that_is_not_whole_is_no_baseline(tmp_path: Path, fault: str) -> None:
    """Neither one narrowed to a tag nor one with a document that failed."""
    cases = dev_cases()[:2]
    briefs = {**perfect(cases), cases[0].gold.document: Failure(error="x")} if fault == "failed" else perfect(cases)
    run = run_of(cases, briefs)
    if fault == "narrowed":
        run = run.model_copy(update={"only": ("split_quote",)})
    with pytest.raises(InputError, match="narrowed" if fault == "narrowed" else "has no brief"):
        promote(run, tmp_path)
    assert not (tmp_path / "baselines").exists()


def test_a_baseline_is_found_by_model_and_split(tmp_path: Path) -> None:
    """That of the same prompt, or the only one of another; of several others none is guessed."""
    cases = dev_cases()[:2]
    run = run_of(cases, perfect(cases))
    folder = tmp_path / "baselines"
    folder.mkdir()
    save_run(run, folder / "local-brief-dev.json.gz")
    save_run(run.model_copy(update={"model": "local-brief"}), folder / "local-brief-x-dev.json.gz")
    found = find_baseline(tmp_path, model="local", prompt="brief", split="dev")
    assert found == folder / "local-brief-dev.json.gz"
    assert find_baseline(tmp_path, model="local", prompt="mine", split="dev") == found
    with pytest.raises(InputError, match="no baseline of local on the split 'test'"):
        find_baseline(tmp_path, model="local", prompt="brief", split="test")
    save_run(run, folder / "local-other-dev.json.gz")
    with pytest.raises(InputError, match="several baselines"):
        find_baseline(tmp_path, model="local", prompt="mine", split="dev")


def test_names_of_models_make_safe_file_names(tmp_path: Path) -> None:
    """A URL or a path in a name never leaves the folder."""
    cases = dev_cases()[:1]
    run = run_of(cases, perfect(cases), model="../../http://host:1/v1#m", prompt="..")
    kept = promote(run, tmp_path)
    assert kept.run.parent == tmp_path / "baselines"
    assert load_run(kept.run).model == "../../http://host:1/v1#m"


def test_last_and_baseline_are_names_of_runs(seeds: Path) -> None:
    """A file of that name comes first; two baselines are an error."""
    cases = dev_cases()[:1]
    run = run_of(cases, perfect(cases))
    with pytest.raises(InputError, match="cannot read"):
        open_run("last")
    save_run(run, last_run_path())
    assert open_run("last") == run
    promote(run, seeds)
    assert open_run("baseline", seeds, run) == run
    with pytest.raises(InputError, match="two baselines"):
        open_run("baseline")
