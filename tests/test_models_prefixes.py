"""Saved states of the engine."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from summariser.models import prefixes
from summariser.models.prefixes import PrefixFolder, prefix_key

if TYPE_CHECKING:
    from pathlib import Path


def save(folder: PrefixFolder, key: str, content: bytes) -> str:
    (folder.folder / "new").write_bytes(content)
    return folder.keep(key, "new")


def test_kept_and_found(tmp_path: Path) -> None:
    """A state is found under its key and no other."""
    folder = PrefixFolder(tmp_path / "prefixes")
    name = save(folder, "a" * 32, b"state")
    assert folder.find("a" * 32) == name
    assert (folder.folder / name).read_bytes() == b"state"
    assert folder.find("b" * 32) is None


def test_damaged_state(tmp_path: Path) -> None:
    """A state that changed on disk is never handed to the engine, which would abort on it, but deleted."""
    folder = PrefixFolder(tmp_path)
    path = tmp_path / save(folder, "a" * 32, b"state")
    path.write_bytes(b"stat")
    assert folder.find("a" * 32) is None
    assert not path.exists()


def test_least_recently_used_go(tmp_path: Path) -> None:
    """The folder does not grow without end, and a state that is used stays."""
    folder = PrefixFolder(tmp_path)
    names = []
    for number in range(prefixes.FILES_KEPT):
        names.append(save(folder, f"{number:032}", b"%d" % number))
        os.utime(tmp_path / names[-1], (number, number))
    assert folder.find(f"{0:032}")
    save(folder, "f" * 32, b"new")
    assert len(list(tmp_path.glob("*.kv"))) == prefixes.FILES_KEPT
    assert folder.find(f"{0:032}")
    assert folder.find(f"{1:032}") is None


def test_private(tmp_path: Path) -> None:
    """Nobody else may read the folder, even one that was there before."""
    (tmp_path / "prefixes").mkdir(mode=0o755)
    folder = PrefixFolder(tmp_path / "prefixes")
    assert stat.S_IMODE(folder.folder.stat().st_mode) == 0o700


def test_keys() -> None:
    """Equal facts give equal keys, others others, and a key is a plain word."""
    messages = [{"role": "system", "content": "é"}]
    key = prefix_key("1", ("m.gguf", 1, 2), 1, messages)
    assert key == prefix_key("1", ("m.gguf", 1, 2), 1, list(messages))
    assert key != prefix_key("2", ("m.gguf", 1, 2), 1, messages)
    assert key != prefix_key("1", ("m.gguf", 1, 3), 1, messages)
    assert key.isalnum()
