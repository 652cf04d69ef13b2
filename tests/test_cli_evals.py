"""`summariser eval`, as a user runs it: output, files and exit codes."""

from __future__ import annotations

import json
import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

import pytest

from summariser.evals.runs import load_run
from summariser.prompts.loader import load_prompt
from tests.command import one_line_error, summariser
from tests.eval_seeds import NAMES, change_gold, copy_seeds, obeying
from tests.evals_gold import SEEDS, dev_cases, write_case
from tests.loopback import Loopback

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

BAD_PROMPT = SEEDS.parent / "tests" / "fixtures" / "bad_prompt"
RECORDED = SEEDS.parent / "tests" / "fixtures" / "gate"  # its README says how to record it anew


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A model that obeys its prompt."""
    with Loopback(default=obeying) as running:
        yield running


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """Three labelled documents in `seeds`."""
    return copy_seeds(tmp_path / "seeds")


def command(tmp_path: Path, *args: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """`summariser eval …` in the folder, with a cache of its own."""
    place = {"SUMMARISER_CACHE_DIR": str(tmp_path / "cache"), "GITHUB_ACTIONS": "", **environment}
    return summariser("eval", *args, cwd=tmp_path, **place)


def evaluated(tmp_path: Path, server: Loopback, *args: object) -> subprocess.CompletedProcess[str]:
    """`summariser eval run` with the model behind the server."""
    done = command(tmp_path, "run", "--model", "m", "--base-url", server.url, *args)
    assert done.returncode == 0, done.stderr
    return done


def test_run_prints_scores_and_writes_all_reports(tmp_path: Path, seeds: Path, server: Loopback) -> None:
    """A table, a run, a page and JUnit; a second time without a call; JSON on request."""
    files = ["--out", "run.json", "--html", "r.html", "--junit", "r.xml"]
    done = evaluated(tmp_path, server, *files)
    assert "3 documents, 1 epoch" in done.stdout
    assert "answers: 3 fresh, 0 replayed" in done.stdout
    assert load_run(tmp_path / "run.json").gold.keys() == {f"{name}.txt" for name in NAMES}
    assert (tmp_path / "r.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert 'tests="3"' in (tmp_path / "r.xml").read_text(encoding="utf-8")
    again = json.loads(evaluated(tmp_path, server, "--json").stdout)
    assert (again["took"]["fresh"], again["took"]["replayed"]) == (0, 3)
    assert len(server.requests) == 3


def test_looks_at_test_are_counted_and_printed(tmp_path: Path, seeds: Path, server: Loopback) -> None:
    """Each run over the test split tells how often it was looked at."""
    change_gold(seeds / f"{NAMES[0]}.gold.json", split="test")
    assert "look 1 at these documents" in evaluated(tmp_path, server, "--split", "test").stdout
    assert "look 2 at these documents" in evaluated(tmp_path, server, "--split", "all").stdout
    assert "look" not in evaluated(tmp_path, server).stdout


def test_a_miss_in_a_replay_is_one_line(tmp_path: Path, seeds: Path, server: Loopback) -> None:
    """Exit code 2, nothing asked."""
    done = command(tmp_path, "run", "--model", "m", "--base-url", server.url, "--replay-only")
    assert "a question has no recorded answer" in one_line_error(done, 2)
    assert not server.requests


def test_no_seeds_and_no_model_are_one_line(tmp_path: Path) -> None:
    """What to do is said."""
    assert "--seeds or SUMMARISER_SEEDS" in one_line_error(command(tmp_path, "run"), 2)
    copy_seeds(tmp_path / "seeds")
    assert "summariser model pull" in one_line_error(command(tmp_path, "run"), 4)


def test_the_way_of_a_prompt_to_the_gate(tmp_path: Path, server: Loopback) -> None:
    """Promote a baseline; a copy under another name passes, a contrary prompt fails, changed labels are refused."""
    seeds = copy_seeds(tmp_path / "seeds", *(case.path.stem for case in dev_cases()[:12]))
    evaluated(tmp_path, server)
    done = command(tmp_path, "baseline", "promote", "last")
    assert done.returncode == 0, done.stderr
    assert (seeds / "baselines" / "m-brief-dev.json.gz").is_file()
    gate = ["gate", "--model", "m", "--base-url", server.url]
    asked = len(server.requests)

    shutil.copytree(load_prompt().folder, tmp_path / "renamed")
    passed = command(tmp_path, *gate, "--prompt", "./renamed", "--replay-only", "--strict")
    assert (passed.returncode, "PASS" in passed.stdout) == (0, True), passed.stderr
    assert len(server.requests) == asked

    shutil.copytree(BAD_PROMPT, tmp_path / "bad")
    failed = command(
        tmp_path, *gate, "--prompt", "./bad", "--html", "g.html", "--junit", "g.xml", GITHUB_ACTIONS="true"
    )
    assert failed.returncode == 10, failed.stdout
    assert "commitments is lower by 0." in failed.stdout
    assert (
        "::error file=bad/parts/undertakings.md,line=1,title=eval gate%3A FAIL::commitments is lower by"
        in failed.stdout
    )
    assert "::notice file=seeds/" in failed.stdout
    assert "<strong>FAIL</strong>" in (tmp_path / "g.html").read_text(encoding="utf-8")
    assert "<failure" in (tmp_path / "g.xml").read_text(encoding="utf-8")
    verdict = json.loads(command(tmp_path, *gate, "--prompt", "./bad", "--json").stdout)
    assert (verdict["verdict"], "commitments" in verdict["failing"]) == ("FAIL", True)

    compared = command(tmp_path, "compare", "baseline", "last", "--html", "c.html")
    assert (compared.returncode, "items came out worse" in compared.stdout) == (0, True), compared.stderr

    name = dev_cases()[0].path.stem
    change_gold(seeds / f"{name}.gold.json", quotes=[])
    changed = command(tmp_path, *gate, "--replay-only")
    assert (changed.returncode, "NOT COMPARABLE" in changed.stdout) == (12, True), changed.stderr


def test_inconclusive_stops_only_where_strict(tmp_path: Path, server: Loopback) -> None:
    """On one document nothing can be told."""
    copy_seeds(tmp_path / "seeds", NAMES[0])
    evaluated(tmp_path, server, "--out", "good.json")
    shutil.copytree(BAD_PROMPT, tmp_path / "bad")
    evaluated(tmp_path, server, "--prompt", "./bad", "--out", "bad.json")
    lax = command(tmp_path, "gate", "bad.json", "--baseline", "good.json")
    strict = command(tmp_path, "gate", "bad.json", "--baseline", "good.json", "--strict")
    assert (lax.returncode, strict.returncode) == (0, 11)
    assert "INCONCLUSIVE" in lax.stdout


def test_compare_refuses_what_cannot_be_compared(tmp_path: Path, seeds: Path, server: Loopback) -> None:
    """Exit code 12, with the reason."""
    evaluated(tmp_path, server, "--out", "all.json")
    evaluated(tmp_path, server, "--out", "one.json", "--only", NAMES[0])
    done = command(tmp_path, "compare", "all.json", "one.json")
    assert (done.returncode, "not over the same documents" in done.stdout) == (12, True)


def test_report_shows_a_run_again(tmp_path: Path, seeds: Path, server: Loopback) -> None:
    """On the screen, or as a page beside another."""
    evaluated(tmp_path, server, "--out", "a.json")
    assert "F1 lenient" in command(tmp_path, "report", "a.json").stdout
    done = command(tmp_path, "report", "last", "--against", "a.json", "--html", "r.html")
    assert (done.returncode, done.stdout) == (0, "")
    assert 'class="two"' in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_lint_passes_the_seeds_and_names_faults(tmp_path: Path) -> None:
    """With file, line and remedy; as JSON; as annotations."""
    case = dev_cases()[0]
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    path = write_case(seeds, case)
    clean = command(tmp_path, "lint")
    assert (clean.returncode, clean.stdout, clean.stderr) == (0, "", "0 problems\n")
    change_gold(path, genre="")
    done = command(tmp_path, "lint")
    assert (done.returncode, done.stdout) == (2, f"seeds/{path.name}:1: genre is empty (name one, for the slices)\n")
    assert json.loads(command(tmp_path, "lint", "--json").stdout)[0]["message"] == "genre is empty"
    assert command(tmp_path, "lint", "--github").stdout.startswith(f"::error file=seeds/{path.name},line=1,")


def test_add_starts_a_document_and_a_draft(tmp_path: Path, server: Loopback) -> None:
    """Empty, or from a model's brief; lint refuses both until they are signed."""
    (tmp_path / "deal.txt").write_text("Ashdown Ltd will pay Harrow Ltd $4 million by 2031.\n", encoding="utf-8")
    (tmp_path / "other.txt").write_text("Harrow Ltd will build a bridge in Lisford by 2032.\n", encoding="utf-8")
    done = command(tmp_path, "add", "deal.txt", "--genre", "contract")
    assert done.stdout.split() == ["seeds/000_deal.txt", "seeds/000_deal.gold.json"], done.stderr
    environment = {"SUMMARISER_BASE_URL": server.url, "SUMMARISER_MODEL": "m"}
    draft = command(tmp_path, "add", "other.txt", "--draft", **environment)
    assert draft.returncode == 0, draft.stderr
    gold = json.loads((tmp_path / "seeds" / "001_other.gold.json").read_bytes())
    assert (gold["labelled"][0]["kind"], gold["labelled"][0]["annotator"]) == ("draft", "m")
    assert gold["parties"]
    lint = command(tmp_path, "lint")
    assert lint.returncode == 2
    assert lint.stdout.count("that nobody has read") == 2


# Windows has no module `pty`, without which nothing looks like a terminal.
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_add_opens_the_editor_at_a_terminal(tmp_path: Path) -> None:
    """The command in $EDITOR, with its arguments, without a shell."""
    import pty
    import subprocess

    (tmp_path / "deal.txt").write_text("Ashdown Ltd will pay.\n", encoding="utf-8")
    editor = f'{sys.executable} -c \'import sys; open("opened", "w").write(sys.argv[1])\''
    primary, secondary = pty.openpty()
    environment = {**os.environ, "EDITOR": editor, "VISUAL": "", "SUMMARISER_CACHE_DIR": str(tmp_path / "cache")}
    subprocess.run(
        [sys.executable, "-m", "summariser", "eval", "add", "deal.txt"],
        stdin=secondary, cwd=tmp_path, env=environment, check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    os.close(primary)
    os.close(secondary)
    assert (tmp_path / "opened").read_text(encoding="utf-8") == "seeds/000_deal.gold.json"


def test_every_command_has_help_with_exit_codes(tmp_path: Path) -> None:
    """The codes of the gate are documented where they are given."""
    for name in ("run", "compare", "gate", "report", "lint", "add", "baseline", "own"):
        assert command(tmp_path, name, "--help").returncode == 0
    shown = " ".join(command(tmp_path, "gate", "--help").stdout.split())
    assert "0 PASS · 10 FAIL · 11 INCONCLUSIVE (only with --strict, else 0) · 12 NOT COMPARABLE" in shown


@pytest.mark.slow
def test_a_second_run_over_all_seeds_asks_nothing(tmp_path: Path, server: Loopback) -> None:
    """Every answer is found; how long that takes, benchmarks/replay.py tells."""
    arguments: list[Any] = ["--seeds", SEEDS, "--split", "all", "--jobs", "4"]
    evaluated(tmp_path, server, *arguments)
    asked = len(server.requests)
    evaluated(tmp_path, server, *arguments)
    assert len(server.requests) == asked


def gated(tmp_path: Path, prompt: Path) -> subprocess.CompletedProcess[str]:
    """The gate on a prompt, with nothing but recorded answers of the local model, against the default prompt's run."""
    answers = [part for name in ("default", "bad") for part in ("--responses", RECORDED / f"{name}.responses.jsonl.gz")]
    baseline = ["--seeds", SEEDS, "--baseline", RECORDED / "default.json.gz"]
    return command(tmp_path, "gate", "--prompt", prompt, *baseline, "--replay-only", *answers, SUMMARISER_ASK="all")


def test_the_known_bad_prompt_fails_with_the_answers_of_the_local_model(tmp_path: Path) -> None:
    """The gate was seen to block, with a real model."""
    done = gated(tmp_path, BAD_PROMPT)
    assert done.returncode == 10, (done.stdout, done.stderr)
    assert "commitments is lower by" in done.stdout


def test_the_same_prompt_under_another_name_passes_with_the_answers_of_the_local_model(tmp_path: Path) -> None:
    """A name is no change: every answer is found, and no part differs."""
    shutil.copytree(SEEDS.parent / "prompts" / "brief", tmp_path / "renamed")
    done = gated(tmp_path, tmp_path / "renamed")
    assert done.returncode == 0, (done.stdout, done.stderr)
    assert done.stdout.rstrip().splitlines()[-1].startswith("PASS") or "\nPASS" in done.stdout
