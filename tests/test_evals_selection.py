"""Which documents a run is over, and which prompts may not be scored on them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from summariser.errors import InputError
from summariser.evals.gold import load_dataset
from summariser.evals.selection import check_prompt, select_cases
from summariser.prompts.loader import load_prompt
from tests.eval_seeds import NAMES, change_gold, copy_seeds

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three documents, one of them of the test split."""
    seeds = copy_seeds(tmp_path / "seeds")
    change_gold(seeds / f"{NAMES[2]}.gold.json", split="test")
    return seeds


def names(folder: Path, split: str, *only: str) -> list[str]:
    """Names of the documents that are chosen."""
    return [case.path.stem for case in select_cases(load_dataset(folder), split, only)]  # type: ignore[arg-type]


def test_a_split_is_kept_apart(folder: Path) -> None:
    """The test document is in "test" and "all" alone."""
    assert names(folder, "dev") == list(NAMES[:2])
    assert names(folder, "test") == [NAMES[2]]
    assert names(folder, "all") == list(NAMES)


def test_tags_genres_and_names_narrow_it(folder: Path) -> None:
    """Of several, any will do."""
    assert names(folder, "dev", "council_minutes") == [NAMES[1]]
    assert names(folder, "all", NAMES[0], "council_minutes") == list(NAMES[:2])


def test_an_unknown_tag_is_an_error_that_lists_those_there_are(folder: Path) -> None:
    """A mistyped tag never gives a run over nothing."""
    with pytest.raises(InputError, match=r"no document has the tag 'splitquote'.*there are: .*split_quote"):
        names(folder, "dev", "splitquote")


def test_a_draft_is_refused(folder: Path) -> None:
    """Labels that nobody answers for are not scored against."""
    draft = {"annotator": "m", "kind": "draft", "method": "made by the model under test", "date": "2026-11-24"}
    change_gold(folder / f"{NAMES[0]}.gold.json", labelled=[draft])
    with pytest.raises(InputError, match="is a draft that nobody has read"):
        names(folder, "dev")


def test_a_prompt_that_holds_words_of_a_document_is_refused(folder: Path, tmp_path: Path) -> None:
    """The message names the file and the line; the prompt of the package is clean."""
    check_prompt(load_prompt(), folder)
    shutil.copytree(load_prompt().folder, tmp_path / "mine")
    system = tmp_path / "mine" / "system.md"
    line = max((folder / f"{NAMES[0]}.txt").read_text(encoding="utf-8").splitlines(), key=len)
    system.write_text(f"Read.\n\nFor example: {line[:200]}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"system\.md, line 3: has words of 001_river"):
        check_prompt(load_prompt(tmp_path / "mine"), folder)
