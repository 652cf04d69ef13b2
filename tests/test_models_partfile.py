"""Unfinished files, and trouble with the disk."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from summariser.errors import StoreError
from summariser.models.partfile import PartFile, disk_error, need_space


def test_grows_and_is_cut(tmp_path: Path) -> None:
    """Bytes are added at the end and dropped from the end; a cut beyond the end changes nothing."""
    part = PartFile(tmp_path / "some.part")
    assert part.size == 0
    part.append(b"abc")
    part.append(b"def")
    part.cut(9)
    assert part.path.read_bytes() == b"abcdef"
    part.cut(2)
    assert part.path.read_bytes() == b"ab"
    assert part.size == 2


@pytest.mark.parametrize(("number", "message"), [(errno.ENOSPC, "disk became full"), (errno.EACCES, "cannot write")])
def test_disk_trouble(number: int, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk and a forbidden folder are told apart, each with what to do."""

    def refuse(self: Path, mode: str) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        with pytest.raises(StoreError, match=message) as caught:
            PartFile(Path("some.part")).append(b"x")
    assert caught.value.hint


def test_full_disk_for_real() -> None:
    """The device that is always full gives the same error."""
    full = Path("/dev/full")
    if full.exists():
        with pytest.raises(StoreError, match="disk became full"):
            PartFile(full).append(b"x" * 100_000)
    assert "full" in disk_error(OSError(errno.ENOSPC, "x"), full).message


def test_room(tmp_path: Path) -> None:
    """No disk holds an exabyte; the error gives the need and names the setting."""
    need_space(tmp_path, 1)
    with pytest.raises(StoreError, match="not enough disk space") as caught:
        need_space(tmp_path, 10**18)
    assert "1,000,000,000,000 MB needed" in caught.value.message
    assert "SUMMARISER_CACHE_DIR" in caught.value.hint
