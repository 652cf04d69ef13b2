"""Where evals keep and look for their files."""

from __future__ import annotations

from pathlib import Path

import pytest

from summariser.errors import InputError
from summariser.evals.files import find_seeds, responses_path, state_folder, write_whole
from summariser.settings import load_settings
from tests.eval_seeds import copy_seeds, own_cache


def test_the_folder_given_comes_before_the_setting_and_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And `seeds` in the current folder is the last resort."""
    own_cache(monkeypatch, tmp_path / "cache")
    monkeypatch.chdir(tmp_path)
    given, setting = copy_seeds(tmp_path / "given"), copy_seeds(tmp_path / "setting")
    copy_seeds(tmp_path / "seeds")
    assert find_seeds(None, load_settings()) == Path("seeds")
    assert find_seeds(None, load_settings({"seeds": setting})) == setting
    assert find_seeds(given, load_settings({"seeds": setting})) == given


def test_no_folder_of_seeds_is_an_error_that_says_how_to_name_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty `seeds` folder is none, nor is one that does not exist."""
    own_cache(monkeypatch, tmp_path / "cache")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    with pytest.raises(InputError, match="--seeds or SUMMARISER_SEEDS"):
        find_seeds(None, load_settings())
    with pytest.raises(InputError, match="no folder 'absent'"):
        find_seeds("absent", load_settings())


def test_cache_and_state_lie_in_different_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Clearing the cache does not forget how often the test split was looked at."""
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(tmp_path))
    assert responses_path().is_relative_to(tmp_path)
    assert not state_folder().is_relative_to(responses_path().parent)
    monkeypatch.delenv("SUMMARISER_CACHE_DIR")
    assert "state" in state_folder().parts or "summariser" in state_folder().parts


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """Folders are made; what cannot be written leaves what was there, and nothing half done."""
    path = tmp_path / "deep" / "file.json"
    write_whole(path, "first")
    write_whole(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(path.parent.iterdir()) == [path]
    with pytest.raises(InputError, match="cannot write"):
        write_whole(path / "below", "x")
    assert path.read_bytes() == b"second"
