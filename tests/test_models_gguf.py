"""The first look at a model file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.errors import StoreError
from summariser.models.gguf import check_gguf
from tests.model_files import HEADER

if TYPE_CHECKING:
    from pathlib import Path


def test_good_header(tmp_path: Path) -> None:
    """A file with a proper header passes."""
    path = tmp_path / "model.gguf"
    path.write_bytes(HEADER)
    check_gguf(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "not a GGUF"),
        (b"# a text\n" * 9, "not a GGUF"),
        (b"GGUF", "cut short"),
        (HEADER[:-1], "cut short"),
        (HEADER.replace(b"\x03", b"\x63", 1), "unknown version"),
        (HEADER[:8] + bytes(16), "damaged"),
    ],
)
def test_bad_files(content: bytes, message: str, tmp_path: Path) -> None:
    """What is no model is named as such."""
    path = tmp_path / "model.gguf"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=message):
        check_gguf(path)


def test_not_there(tmp_path: Path) -> None:
    """A file that is missing, and a folder in its place, give an error with a hint."""
    for path in (tmp_path / "no.gguf", tmp_path):
        with pytest.raises(StoreError, match="cannot read") as caught:
            check_gguf(path)
        assert caught.value.hint


@given(st.binary(max_size=64))
def test_never_another_error(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Any bytes pass or give a StoreError."""
    path = tmp_path_factory.mktemp("gguf") / "model.gguf"
    path.write_bytes(content)
    try:
        check_gguf(path)
    except StoreError:
        return
    assert content.startswith(b"GGUF")
