"""Fitting models to labelled documents."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING

import pytest

from summariser.errors import InputError
from summariser.evals import fitting
from summariser.evals.fitting import digest_of, fit_all, training_cases, write_models
from summariser.learned.linear import linear, load_linear
from tests.command import summariser

if TYPE_CHECKING:
    from summariser.evals.gold import Case

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with eight training documents and one of dev."""
    folder = tmp_path_factory.mktemp("seeds")
    (folder / "train").mkdir()
    for gold in sorted((SEEDS / "train").glob("*.gold.json"))[:8]:
        copy(gold, folder / "train")
        copy(gold.with_name(gold.name.replace(".gold.json", ".txt")), folder / "train")
    for path in SEEDS.glob("042_*"):
        copy(path, folder)
    return folder


@pytest.fixture(scope="module")
def cases(few: Path) -> list[Case]:
    """Them, read."""
    return training_cases(few)


def test_models_are_fitted_and_measured(cases: list[Case], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same documents give the same models; written, they are those that the program reads."""
    steps: list[str] = []
    found = list(fit_all(cases, on_step=steps.append))
    assert [kind.name for kind in found] == ["binding", "status", "bound", "speaker", "needed", "party"]
    assert all(0.0 <= kind.learned <= 1.0 and kind.rows for kind in found)
    assert any("fitting bound" in step for step in steps)
    assert next(iter(fit_all(cases))).models == found[0].models

    monkeypatch.setattr(fitting, "FOLDER", tmp_path)
    monkeypatch.setattr("summariser.learned.linear.FOLDER", tmp_path)
    try:
        paths = write_models(found, digest_of(cases))
        assert linear("binding") == found[0].models["binding"]
        assert {path.stem for path in paths} >= {"binding", "bound", "speaker", "needed", "status_new"}
        assert json.loads(paths[0].read_text(encoding="utf-8"))["fitted_to"] == digest_of(cases)
    finally:
        load_linear.cache_clear()


def test_a_changed_label_changes_the_digest(cases: list[Case]) -> None:
    """So that weights of other labels are told."""
    assert digest_of(cases) != digest_of(cases[1:])


def test_without_the_library(cases: list[Case], monkeypatch: pytest.MonkeyPatch) -> None:
    """One line says what to install."""
    monkeypatch.setitem(sys.modules, "sklearn", None)
    with pytest.raises(InputError, match="scikit-learn"):
        list(fit_all(cases))


def test_the_command_measures_without_writing(few: Path) -> None:
    """With --dry-run the weights stay; --json gives the numbers."""
    done = summariser("eval", "fit", "--seeds", few, "--dry-run", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["documents"] == 9
    assert told["wrote"] == []
    assert {row["name"] for row in told["models"]} == {"binding", "status", "bound", "speaker", "needed", "party"}


def test_a_folder_without_training_documents(tmp_path: Path) -> None:
    """One line, and the exit code of bad input."""
    done = summariser("eval", "fit", "--seeds", tmp_path)
    assert done.returncode == 2
    assert "holds no file" in done.stderr
