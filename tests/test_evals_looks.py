"""Looks at the test split are counted, whoever looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summariser.evals.files import state_folder
from summariser.evals.gold import load_dataset
from summariser.evals.looks import note_look
from summariser.prompts.loader import load_prompt
from tests.eval_seeds import NAMES, change_gold, copy_seeds, own_cache

if TYPE_CHECKING:
    from pathlib import Path

    from summariser.evals.gold import Case


@pytest.fixture
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Case]:
    """A dev document and two of the test split."""
    own_cache(monkeypatch, tmp_path / "cache")
    seeds = copy_seeds(tmp_path / "seeds")
    for name in NAMES[1:]:
        change_gold(seeds / f"{name}.gold.json", split="test")
    return load_dataset(seeds)


def test_looks_at_dev_are_free(cases: list[Case]) -> None:
    """Nothing is counted or written."""
    assert note_look(cases[:1], load_prompt(), "m") is None
    assert not state_folder().exists()


def test_each_look_at_a_test_document_counts(cases: list[Case]) -> None:
    """Any model, any prompt, alone or among others; a look at another document does not."""
    assert note_look(cases, load_prompt(), "m") == 1
    assert note_look(cases[1:2], load_prompt(), "other") == 2
    assert note_look(cases[2:], load_prompt(), "m") == 2
    assert note_look(cases, load_prompt(), "m") == 4


def test_a_line_cut_off_by_a_crash_does_not_stop_the_count(cases: list[Case]) -> None:
    """The log may be damaged; it goes on."""
    note_look(cases, load_prompt(), "m")
    with (state_folder() / "test-looks.jsonl").open("a", encoding="utf-8") as log:
        log.write('{"at": "2026\nnonsense\n[]\n')
    assert note_look(cases, load_prompt(), "m") == 2


def test_the_log_holds_no_names_of_documents(cases: list[Case]) -> None:
    """Hashes only, with model and prompt."""
    note_look(cases, load_prompt(), "m")
    log = (state_folder() / "test-looks.jsonl").read_text(encoding="utf-8")
    assert "charity" not in log
    assert '"prompt": "brief"' in log
