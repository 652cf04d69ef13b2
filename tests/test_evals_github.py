"""Annotations for GitHub."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summariser.evals.gating import gate
from summariser.evals.github import Annotation, gate_annotations, in_github, lint_annotations, render_annotations
from summariser.evals.linting import Problem
from summariser.prompts.loader import load_prompt
from tests.eval_runs import faulty, perfect, run_of
from tests.evals_gold import SEEDS, dev_cases

if TYPE_CHECKING:
    import pytest

CASES = dev_cases()


def test_special_characters_are_escaped() -> None:
    """A message never ends a line or begins another command."""
    each = Annotation("error", Path("a,b:c.json"), 3, "t: 1, 2", "100 %\n::error::injected\r")
    shown = render_annotations([each])
    assert shown == ("::error file=a%2Cb%3Ac.json,line=3,title=t%3A 1%2C 2::100 %25%0A::error::injected%0D\n")


def test_paths_are_relative_to_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GitHub finds no absolute path."""
    monkeypatch.chdir(tmp_path)
    assert "file=seeds/x.json," in render_annotations(
        [Annotation("notice", tmp_path / "seeds" / "x.json", 1, "t", "m")]
    )


def test_no_more_than_github_shows() -> None:
    """Ten of each level; errors are not crowded out by notices."""
    many = [Annotation("notice", Path("a"), number, "t", "m") for number in range(30)]
    shown = render_annotations([*many, Annotation("error", Path("a"), 1, "t", "m")])
    assert shown.count("::notice") == 10
    assert shown.count("::error") == 1


def test_lint_points_at_the_line_and_says_what_to_do() -> None:
    """Message and remedy in one."""
    (each,) = lint_annotations([Problem(Path("x.gold.json"), 7, "span is empty", "drop it")])
    assert (each.level, each.line, each.message) == ("error", 7, "span is empty; drop it")


def test_a_failed_gate_points_at_the_template_and_at_the_gold_it_lost() -> None:
    """The template that asks for the part; the line on which the label begins."""
    result = gate(run_of(CASES, faulty(CASES, 1, 0.1)), run_of(CASES, faulty(CASES, 2, 0.5)))
    prompt = load_prompt().folder
    found = list(gate_annotations(result, prompt, SEEDS))
    errors = [each for each in found if each.level == "error"]
    assert {each.file for each in errors} <= {
        prompt / "parts" / f"{n}.md" for n in ("kinds", "undertakings", "facts", "speakers")
    }
    assert len(errors) == len(result.reasons)
    lost = next(each for each in found if each.level == "notice" and " q" in each.message)
    item = lost.message.split()[1].rstrip(":")
    assert f'"id": "{item}"' in lost.file.read_text(encoding="utf-8").splitlines()[lost.line - 1]


def test_a_pass_says_nothing() -> None:
    """No annotation where there is nothing to look at."""
    run = run_of(CASES, perfect(CASES))
    assert list(gate_annotations(gate(run, run), load_prompt().folder, SEEDS)) == []


def test_it_is_known_where_we_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the variable that GitHub sets."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert in_github()
    monkeypatch.delenv("GITHUB_ACTIONS")
    assert not in_github()
