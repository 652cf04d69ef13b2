"""Runs as files, and what makes two runs comparable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summariser.errors import InputError
from summariser.evals.results import Failure
from summariser.evals.runs import gold_digest, load_run, save_run
from tests.eval_runs import faulty, perfect, run_of
from tests.evals_gold import dev_cases, harbour

if TYPE_CHECKING:
    from pathlib import Path


def test_a_run_comes_back_from_its_file(tmp_path: Path) -> None:
    """With briefs, pairs and a failed document, over two epochs."""
    cases = dev_cases()[:3]
    failed = {**perfect(cases), cases[0].gold.document: Failure(error="no answer")}
    run = run_of(cases, failed, faulty(cases))
    save_run(run, tmp_path / "run.json")
    assert load_run(tmp_path / "run.json") == run
    assert [document.brief is None for document in run.each()] == [True, False, False, False, False, False]


@pytest.mark.parametrize("content", ["", "[]", '{"run_version": "2"}', "\x00"])
def test_another_file_is_an_error_with_its_name(tmp_path: Path, content: str) -> None:
    """Never a traceback."""
    (tmp_path / "run.json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"run\.json: is no run of the evals"):
        load_run(tmp_path / "run.json")


def test_a_missing_file_is_an_error_that_says_how_to_make_one(tmp_path: Path) -> None:
    """It names the command."""
    with pytest.raises(InputError, match="eval run --out"):
        load_run(tmp_path / "absent.json")


def test_the_digest_follows_the_labels_and_the_text_alone() -> None:
    """A signature, a tag or a genre changes no score; a label does."""
    case = harbour()
    same = case.gold.model_copy(update={"tags": ["other"], "genre": "other", "labelled": case.gold.labelled * 2})
    fewer = case.gold.model_copy(update={"quotes": case.gold.quotes[:1]})
    other_text = case.gold.model_copy(update={"sha256": "0" * 64})
    assert gold_digest(case._replace(gold=same)) == gold_digest(case)
    assert len({gold_digest(case._replace(gold=gold)) for gold in (case.gold, fewer, other_text)}) == 3
