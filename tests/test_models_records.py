"""Records of verified files."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from summariser.errors import StoreError
from summariser.models.records import hash_file, read_record, record_path, write_record

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"abc")
    return path


def test_round_trip(path: Path) -> None:
    """A record fits its file until the file is touched."""
    write_record(path, "tiny", "0" * 64)
    record = read_record(path)
    assert record is not None
    assert (record.name, record.sha256, record.size) == ("tiny", "0" * 64, 3)
    assert record.fits(path)
    os.utime(path, (1, 1))
    assert not record.fits(path)


@pytest.mark.parametrize(
    "content", [None, b"{", b"[]", b"7", b'{"name": 1}', b"\xff", b'{"name":1,"sha256":2,"size":3,"mtime_ns":4}']
)
def test_damaged_record(content: bytes | None, path: Path) -> None:
    """A record that is missing or cannot be read counts as none."""
    if content is not None:
        record_path(path).write_bytes(content)
    assert read_record(path) is None


def test_folder_that_cannot_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no record can be written nothing fails."""
    record_path(path).with_suffix(".new").mkdir()
    write_record(path, "tiny", "0" * 64)
    assert read_record(path) is None


def test_hash(path: Path, tmp_path: Path) -> None:
    """The hash is the file's SHA-256, its progress ends at the size, and a missing file gives an error."""
    seen: list[int] = []
    assert hash_file(path, seen.append) == hashlib.sha256(b"abc").hexdigest()
    assert seen == [3]
    with pytest.raises(StoreError, match="cannot read"):
        hash_file(tmp_path / "none")
