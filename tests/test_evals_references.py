"""What a run is held against: a naive reader and a second one; worked out once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from summariser.errors import InputError
from summariser.evals import memo
from summariser.evals.gold import load_dataset
from summariser.evals.memo import checked_references
from summariser.evals.references import find_references
from summariser.prompts.loader import load_prompt
from tests.eval_seeds import NAMES, change_gold, copy_seeds, own_cache

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three documents, each labelled twice in the same way."""
    own_cache(monkeypatch, tmp_path / "cache")
    seeds = copy_seeds(tmp_path / "seeds")
    for reader in ("first", "second"):
        (seeds / "double" / reader).mkdir(parents=True)
        for name in NAMES:
            shutil.copy(seeds / f"{name}.gold.json", seeds / "double" / reader)
    return seeds


def test_the_naive_reader_lies_below_and_agreement_above(folder: Path) -> None:
    """The same labels twice agree fully; capital letters and quotation marks do not get far."""
    found = find_references(load_dataset(folder), folder)
    assert found.naive is not None
    assert found.ceiling is not None
    assert 0 < (found.naive.overall.lenient or 0) < 0.5
    assert found.ceiling.overall.lenient == 1.0
    assert found.ceiling.documents == 3


def test_labels_of_another_version_of_the_text_are_left_out_and_named(folder: Path) -> None:
    """They cannot be compared, and that is not kept silent."""
    change_gold(folder / "double" / "second" / f"{NAMES[0]}.gold.json", sha256="0" * 64)
    found = find_references(load_dataset(folder), folder).ceiling
    assert found is not None
    assert found.documents == 2
    assert NAMES[0] in found.note


def test_without_second_labels_there_is_no_ceiling(folder: Path) -> None:
    """A user's own folder need not have them."""
    shutil.rmtree(folder / "double")
    assert find_references(load_dataset(folder), folder).ceiling is None


def test_they_are_worked_out_once_and_again_when_anything_changes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Another prompt, other labels or other second labels are looked at anew."""
    calls: list[Path] = []

    def counting(cases: object, place: Path) -> object:
        calls.append(place)
        return find_references(cases, place)  # type: ignore[arg-type]

    monkeypatch.setattr(memo, "find_references", counting)
    cases, prompt = load_dataset(folder), load_prompt()
    first = checked_references(prompt, cases, folder)
    assert checked_references(prompt, cases, folder) == first
    assert len(calls) == 1
    shutil.copytree(prompt.folder, tmp_path / "mine")
    (tmp_path / "mine" / "system.md").write_text("Read with care.\n", encoding="utf-8")
    checked_references(load_prompt(tmp_path / "mine"), cases, folder)
    assert len(calls) == 2
    change_gold(folder / "double" / "first" / f"{NAMES[0]}.gold.json", quotes=[])
    checked_references(prompt, cases, folder)
    assert len(calls) == 3


def test_a_prompt_that_was_refused_is_refused_again(folder: Path, tmp_path: Path) -> None:
    """A refusal is not remembered as done."""
    shutil.copytree(load_prompt().folder, tmp_path / "mine")
    line = max((folder / f"{NAMES[0]}.txt").read_text(encoding="utf-8").splitlines(), key=len)
    (tmp_path / "mine" / "system.md").write_text(line[:300], encoding="utf-8")
    prompt = load_prompt(tmp_path / "mine")
    for _ in range(2):
        with pytest.raises(InputError, match="has words of"):
            checked_references(prompt, load_dataset(folder), folder)
