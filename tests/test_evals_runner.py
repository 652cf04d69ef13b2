"""Runs over labelled documents: nothing is paid twice, nothing is lost, nothing that matters is hidden by the cache."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summariser.errors import AuthenticationError, InputError, ModelUnavailable, SummariserError
from summariser.evals import evaluate
from summariser.evals.files import responses_path
from summariser.models import local, modes
from summariser.models.replay import NotRecordedError
from summariser.pipeline.assembly import Assembly
from summariser.prompts.loader import load_prompt
from tests.eval_seeds import NAMES, copy_seeds, obeying, own_cache
from tests.loopback import Answer, Loopback, error, text

if TYPE_CHECKING:
    from summariser.evals.runner import Step
    from summariser.evals.runs import Run
    from tests.loopback import Request


@pytest.fixture(autouse=True)
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three documents, a cache of its own, and an endpoint nothing is known of."""
    modes.forget()
    own_cache(monkeypatch, tmp_path / "cache")
    return copy_seeds(tmp_path / "seeds")


def run(server: Loopback | None, seeds: Path, **options: Any) -> Run:
    """A run with the model behind the server."""
    place = {"model": "m", "base_url": server.url} if server else {}
    return evaluate(seeds=seeds, **{**place, **options})


def test_a_second_run_asks_nothing_and_gives_the_same(seeds: Path) -> None:
    """The same briefs and scores, with all answers replayed; tokens are told as if asked, spending is not."""
    with Loopback(default=obeying) as server:
        first = run(server, seeds)
        asked = len(server.requests)
        second = run(server, seeds)
        assert len(server.requests) == asked >= 3
    assert second.scores == first.scores
    assert (first.spent.calls, second.spent.calls) == (asked, 0)
    assert sum(len(document.asked.replayed) for document in second.each()) == asked
    assert [each.brief.provenance.usage.input_tokens for each in second.each() if each.brief] == [100, 100, 100]
    assert [each.asked.seconds for each in second.each()] == [each.asked.seconds for each in first.each()]


def test_a_changed_prompt_asks_anew(seeds: Path, tmp_path: Path) -> None:
    """A cache that hid a change of the prompt would make every prompt as good as the last."""
    shutil.copytree(load_prompt().folder, tmp_path / "mine")
    with Loopback(default=obeying) as server:
        run(server, seeds)
        asked = len(server.requests)
        run(server, seeds, prompt=tmp_path / "mine")
        assert len(server.requests) == asked, "a copy under another name is the same prompt"
        (tmp_path / "mine" / "parts" / "facts.md").write_text("facts: the second event. Up to ${most}.\n")
        run(server, seeds, prompt=tmp_path / "mine")
        assert len(server.requests) == 2 * asked


@pytest.mark.parametrize("change", [{"model": "other"}, {"epochs": 2}], ids=str)
def test_another_model_or_epoch_asks_anew(seeds: Path, change: dict[str, Any]) -> None:
    """Replays never pose as another model's answers, or as variance."""
    with Loopback(default=obeying) as server:
        run(server, seeds)
        asked = len(server.requests)
        again = run(server, seeds, **change)
        assert len(server.requests) == 2 * asked
    assert len(again.epochs) == change.get("epochs", 1)


def test_replay_only_needs_no_server_and_errors_on_a_miss(seeds: Path) -> None:
    """It never asks, and it never leaves a document out in silence."""
    with Loopback(default=obeying) as server:
        run(server, seeds, only=[NAMES[0]])
        asked = len(server.requests)
        assert run(server, seeds, only=[NAMES[0]], replay_only=True).epochs[0].documents[0].brief
        with pytest.raises(NotRecordedError, match=r"0\d\d_.*: a question has no recorded answer"):
            run(server, seeds, replay_only=True)
        assert len(server.requests) == asked


def test_a_failed_document_is_recorded_scores_zero_and_is_asked_again(seeds: Path) -> None:
    """A failure never raises the score by leaving, and never sticks in the cache."""
    opening = (seeds / f"{NAMES[1]}.txt").read_text(encoding="utf-8").splitlines()[0]

    def refusing(request: Request) -> Answer:
        return error(400, "no") if opening in request.messages[-1]["content"] else obeying(request)

    with Loopback(default=refusing) as server:
        first = run(server, seeds)
    (failed,) = [each for each in first.each() if each.brief is None]
    scored = {each.document: each for each in first.scores[0].documents}[failed.document]
    assert failed.failed is not None
    assert scored.counts["parties"].possible > 0
    assert scored.counts["parties"].actual == 0
    with Loopback(default=obeying) as server:
        second = run(server, seeds)
    assert all(each.brief for each in second.each())


def test_a_crash_on_one_document_costs_that_one_and_tells_no_words_of_it(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record names the kind of error and the line of code."""
    whole = Assembly.summarise

    def crashing(self: Assembly, *args: Any) -> None:
        if not any(party.name == "Argentina" for party in self.parties):
            return whole(self, *args)
        msg = "the secret words of the document"
        raise ValueError(msg)

    monkeypatch.setattr(Assembly, "summarise", crashing)
    with Loopback(default=obeying) as server:
        done = run(server, seeds)
    failed = [each.failed for each in done.each() if each.brief is None]
    assert len(failed) == 1
    assert str(failed[0]).startswith("crashed: ValueError in test_evals_runner.py, line ")
    assert "secret" not in done.model_dump_json()


def test_what_would_fail_everywhere_ends_the_run(seeds: Path) -> None:
    """A refused key is one error, not zeros for the documents that are left; what was answered is kept."""

    def answer(request: Request) -> Answer:
        return obeying(request) if len(server.requests) == 1 else error(401, "who are you")

    with Loopback(default=answer) as server, pytest.raises(AuthenticationError):
        run(server, seeds, jobs=1)
    assert _stored(responses_path()) == 1


def test_a_run_in_which_nothing_was_answered_is_an_error(seeds: Path) -> None:
    """A server that is down is no bad prompt."""
    with pytest.raises(ModelUnavailable):
        evaluate(model="m", base_url="http://127.0.0.1:9/v1", seeds=seeds)


def test_a_run_in_which_every_document_crashed_is_an_error(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken program is no bad prompt either."""

    def crashing(_self: Assembly, *_args: Any) -> None:
        raise ValueError

    monkeypatch.setattr(Assembly, "summarise", crashing)
    with Loopback(default=obeying) as server, pytest.raises(SummariserError, match="not one document could be read"):
        run(server, seeds)


def test_steps_are_told(seeds: Path) -> None:
    """For the progress bar: done, failed, fresh and replayed."""
    steps: list[Step] = []
    with Loopback(default=obeying) as server:
        run(server, seeds, on_step=steps.append, epochs=2)
    assert [step.done for step in steps] == [1, 2, 3, 4, 5, 6]
    assert {step.total for step in steps} == {6}
    assert (steps[-1].fresh, steps[-1].replayed, steps[-1].failed) == (len(server.requests), 0, 0)


def test_a_run_needs_an_epoch(seeds: Path) -> None:
    """Zero epochs is an error, not an empty run."""
    with pytest.raises(InputError, match="at least one epoch"):
        evaluate(seeds=seeds, epochs=0)


RUN = """
import sys, summariser.models.local as local
from summariser.evals import evaluate
def refuse(*args, **options): raise AssertionError("the engine was started")
local.LocalEngine = refuse
run = evaluate(seeds=sys.argv[1], replay_only=len(sys.argv) > 2)
print(len([1 for each in run.each() if each.brief]))
print([name for name in ("openai", "httpx2", "numpy", "xllamacpp") if name in sys.modules])
"""


def test_a_full_replay_starts_no_engine_and_imports_no_client(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the local model: the first run starts it once, the second not at all, though the file is not even there."""
    started: list[object] = []

    class Engine:
        api_key = "k"

        def __init__(self, path: Path, **_options: Any) -> None:
            started.append(path)
            self.base_url = server.url

        def prefill(self, _messages: object) -> None: ...

        def close(self) -> None: ...

    monkeypatch.setattr(local, "LocalEngine", Engine)
    monkeypatch.setattr("summariser.models.store.path_of", lambda: Path("model.gguf"))
    with Loopback(default=obeying) as server:
        evaluate(seeds=seeds)
        assert server.requests[0].headers["authorization"] == "Bearer k"
    assert len(started) == 1
    for arguments in ([str(seeds)], [str(seeds), "replay"]):
        done = subprocess.run(
            [sys.executable, "-c", RUN, *arguments], capture_output=True, text=True, check=False, timeout=60
        )
        assert done.stdout.split("\n")[:2] == ["3", "[]"], done.stderr


def test_a_killed_run_goes_on_where_it_stopped(seeds: Path, tmp_path: Path) -> None:
    """Killed in the midst, run again: nothing is lost, nothing is paid twice, the scores are those of a whole run."""
    slow = 0.25

    def answer(request: Request) -> Answer:
        time.sleep(slow)
        return obeying(request)

    with Loopback(default=answer) as server:
        command = [sys.executable, "-m", "summariser", "eval", "run", "--model", "m", "--base-url", server.url]
        command += ["--seeds", str(seeds), "--jobs", "1", "--out", str(tmp_path / "run.json")]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not (len(server.requests) == 2 and _stored(responses_path()) == 1):
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert not (tmp_path / "run.json").exists()
        slow = 0.0
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, done.stderr
        resumed = json.loads((tmp_path / "run.json").read_bytes())
        asked = len(server.requests)
        bodies = [request.raw for request in server.requests]
        assert asked == 4, "the answered one once, the one that was under way twice, the third once"
        assert bodies.count(bodies[0]) == 1
        assert run(server, seeds).scores[0].model_dump(mode="json") == resumed["epochs"][0]["scores"]
        assert len(server.requests) == asked


def _stored(path: Path) -> int:
    import sqlite3

    if not path.is_file():
        return 0
    try:
        with sqlite3.connect(path) as database:
            return int(database.execute("SELECT count(*) FROM responses").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def test_the_answers_of_a_run_at_the_same_time_are_shared(seeds: Path) -> None:
    """Documents side by side book their own answers."""
    with Loopback(default=obeying) as server:
        done = run(server, seeds, jobs=3)
    assert [len(each.asked.fresh) for each in done.each()] == [1, 1, 1]
    assert len({key for each in done.each() for key in each.asked.fresh}) == 3


def test_an_answer_that_stays_invalid_is_a_part_that_was_not_read(seeds: Path) -> None:
    """The brief stands with what the program finds; the run says that it is not whole."""
    with Loopback(default=text("{}")) as server:
        done = run(server, seeds, only=[NAMES[0]])
    assert [each.lossy for each in done.each()] == [True]
