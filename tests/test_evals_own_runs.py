"""Runs and gate of a schema of the user's own."""

from __future__ import annotations

import asyncio
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from summariser.errors import InputError
from summariser.evals.gating import Verdict
from summariser.evals.own_gold import load_own_dataset, own_digest
from summariser.evals.own_runs import OwnRun, gate_own, load_own_run, own_intervals, run_own
from summariser.models import modes
from summariser.models.replay import NotRecordedError
from summariser.settings import load_settings
from tests.answering import following
from tests.command import one_line_error, summariser
from tests.eval_seeds import own_cache
from tests.evals_gold import SEEDS
from tests.loopback import Loopback, error
from tests.own_duties import DATA, Duties, write_gold

if TYPE_CHECKING:
    from pathlib import Path

PROMPT = SEEDS.parent / "docs" / "examples" / "duties"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six labelled contracts, and a cache of their own."""
    modes.forget()
    own_cache(monkeypatch, tmp_path / "cache")
    for number in range(6):
        write_gold(tmp_path / "contracts", f"contract{number}")
        path = tmp_path / "contracts" / f"contract{number}.txt"
        text = path.read_text(encoding="utf-8") + f"Signed in {2030 + number}.\n"
        path.write_text(text, encoding="utf-8")
    return tmp_path / "contracts"


def relabelled(folder: Path) -> list[Any]:
    """The contracts, each with the hash of its own text."""
    import hashlib

    for path in folder.glob("*.gold.json"):
        data = json.loads(path.read_text(encoding="utf-8"))
        data["sha256"] = hashlib.sha256((folder / data["document"]).read_bytes()).hexdigest()
        path.write_text(json.dumps(data), encoding="utf-8")
    return load_own_dataset(folder, Duties)


def run(server: Loopback, cases: list[Any], **options: Any) -> OwnRun:
    """A run with the model behind the server."""
    settings = load_settings({"base_url": server.url})
    return asyncio.run(run_own(cases, schema=Duties, prompt=PROMPT, model="m", settings=settings, **options))


def test_a_model_that_answers_gold_scores_one_and_is_asked_once(folder: Path) -> None:
    """Through pipeline, grounding and cache; a replay needs no server."""
    cases = relabelled(folder)
    with Loopback(default=following(**DATA)) as server:
        first = run(server, cases)
        asked = len(server.requests)
    again = run(server, cases, replay_only=True)
    assert (first.scores.lenient, asked) == (1.0, 6)
    assert again.scores == first.scores
    intervals = own_intervals(first)
    assert intervals["mean"] is not None
    assert (intervals["mean"].estimate, intervals["mean"].documents) == (1.0, 6)


def test_a_missing_answer_is_an_error_in_a_replay(folder: Path) -> None:
    """As for briefs."""
    with Loopback() as server, pytest.raises(NotRecordedError, match=r"contract\d\.txt"):
        run(server, relabelled(folder), replay_only=True)
    assert not server.requests


def test_the_gate_passes_the_same_and_fails_the_worse(folder: Path, tmp_path: Path) -> None:
    """Half of the duties gone in every document: lower by the margin and significant."""
    cases = relabelled(folder)
    with Loopback(default=following(**DATA)) as server:
        good = run(server, cases)
    shutil.rmtree(tmp_path / "cache")
    with Loopback(default=following(**{**DATA, "duties": DATA["duties"][:1], "court": None, "places": []})) as server:
        poor = run(server, cases)
    assert gate_own(good, good).verdict is Verdict.PASS
    result = gate_own(good, poor)
    assert result.verdict is Verdict.FAIL
    assert any(reason.startswith("duties is lower by 0.333") for reason in result.reasons)
    assert gate_own(poor, good).verdict is Verdict.PASS


def test_other_labels_or_models_are_not_comparable(folder: Path) -> None:
    """And neither is another schema."""
    cases = relabelled(folder)
    with Loopback(default=following(**DATA)) as server:
        good = run(server, cases)
    for change in ({"gold": {}}, {"model_identity": "x"}, {"schema_name": "Other"}):
        assert gate_own(good, good.model_copy(update=change)).verdict is Verdict.NOT_COMPARABLE


def test_a_document_that_lost_its_answer_fails(folder: Path) -> None:
    """Whatever the scores of the others."""
    cases = relabelled(folder)
    with Loopback(default=following(**DATA)) as server:
        good = run(server, cases)
    lost = good.documents[0].model_copy(update={"answer": None, "failed": "no answer"})
    result = gate_own(good, good.model_copy(update={"documents": (lost, *good.documents[1:])}))
    assert result.verdict is Verdict.FAIL
    assert "contract0.txt: no answer" in result.reasons[0]


def test_the_command_runs_scores_and_gates(folder: Path, tmp_path: Path) -> None:
    """From the folder of the schema's module; exit code 0 for the same run."""
    relabelled(folder)
    (tmp_path / "mine.py").write_text("from tests.own_duties import Duties\n", encoding="utf-8")
    with Loopback(default=following(**DATA)) as server:
        done = summariser(
            "eval", "own", "run", "--schema", "mine:Duties", "--prompt", PROMPT, "--seeds", folder,
            "--out", "run.json", "--model", "m", "--base-url", server.url,
            cwd=tmp_path, SUMMARISER_CACHE_DIR=str(tmp_path / "cache"), PYTHONPATH=str(SEEDS.parent),
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "duties                   F1 1.000" in done.stdout
    assert load_own_run(tmp_path / "run.json").scores.lenient == 1.0
    gate = summariser("eval", "own", "gate", "run.json", "--baseline", "run.json", cwd=tmp_path)
    assert (gate.returncode, "PASS" in gate.stdout) == (0, True)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"data": {"duties": "none"}}, "duties"),
        ({"spans": {"court": {"start": 0, "end": 3, "text": "xyz"}}}, "the span of court is not 'xyz'"),
        ({"sha256": "0" * 64}, "was changed after it was labelled"),
        ({"labelled": [{"annotator": "m", "kind": "draft", "method": "x", "date": "2026-11-24"}]}, "is a draft"),
        ({"unknown": 1}, "unknown"),
    ],
)
def test_faulty_gold_is_an_error_with_its_file(tmp_path: Path, change: dict[str, Any], words: str) -> None:
    """Never a traceback, never a score against labels that cannot be trusted."""
    write_gold(tmp_path / "own", **change)
    with pytest.raises(InputError, match=rf"contract.*{words}"):
        load_own_dataset(tmp_path / "own", Duties)


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    """So is a split without documents."""
    with pytest.raises(InputError, match="holds no gold"):
        load_own_dataset(tmp_path, Duties)


def test_the_digest_follows_the_labels(tmp_path: Path) -> None:
    """Tags and signatures change no score."""
    paths = [write_gold(tmp_path / name, **change) for name, change in
             (("a", {}), ("b", {"tags": ["x"], "genre": "y"}), ("c", {"optional": ["duties[0]"]}))]  # fmt: skip
    first, same, other = (own_digest(load_own_dataset(path.parent, Duties)[0]) for path in paths)
    assert first == same != other


def test_a_prompt_for_briefs_is_refused(tmp_path: Path) -> None:
    """It has no question of its own."""
    write_gold(tmp_path / "own")
    done = summariser("eval", "own", "run", "--prompt", "brief", "--seeds", tmp_path / "own")
    assert "for briefs" in one_line_error(done, 2)


def test_a_run_without_any_answer_is_an_error(folder: Path) -> None:
    """One error instead of six zeros."""
    from summariser.errors import SummariserError

    with Loopback(default=error(400, "no")) as server, pytest.raises(SummariserError):
        run(server, relabelled(folder))
