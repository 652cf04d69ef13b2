"""Recordings: answers as a file that can be committed."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from summariser.errors import InputError
from summariser.evals import recordings
from summariser.evals.recordings import Recording, write_recording
from summariser.evals.response_store import Recorded

if TYPE_CHECKING:
    from pathlib import Path

ANSWERS = {"b": Recorded('{"x": "“é”"}', 1.23456), "a": Recorded('{"y": [1]}', 0.5)}


def test_answers_come_back(tmp_path: Path) -> None:
    """The same JSON and, in milliseconds, the same time; an unknown key gives None."""
    path = tmp_path / "r.jsonl.gz"
    write_recording(path, ANSWERS)
    found = Recording(path).get("b")
    assert found is not None
    assert (json.loads(found.completion), found.seconds) == ({"x": "“é”"}, 1.235)
    assert Recording(path).get("c") is None


def test_the_same_answers_give_the_same_bytes(tmp_path: Path) -> None:
    """Whatever their order and whenever they are written: a commit shows real changes only."""
    write_recording(tmp_path / "1", ANSWERS)
    write_recording(tmp_path / "2", dict(reversed(ANSWERS.items())))
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def test_it_is_read_when_it_is_asked(tmp_path: Path) -> None:
    """A recording that is not needed need not be there."""
    recording = Recording(tmp_path / "absent")
    with pytest.raises(InputError, match="cannot read"):
        recording.get("a")


@pytest.mark.parametrize(
    "content",
    [
        b"no gzip",
        gzip.compress(b"no json\n"),
        gzip.compress(b'{"key": "a"}\n'),
        gzip.compress(b"[]\n"),
        gzip.compress(b'{"key": "a"}\n' * 50)[:-20],
    ],
)
def test_a_damaged_file_is_an_error_with_its_name(tmp_path: Path, content: bytes) -> None:
    """Never a traceback, never half of the answers."""
    (tmp_path / "r").write_bytes(content)
    with pytest.raises(InputError, match="r"):
        Recording(tmp_path / "r").get("a")


def test_a_file_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is unpacked has a bound."""
    monkeypatch.setattr(recordings, "_LARGEST", 1000)
    (tmp_path / "r").write_bytes(gzip.compress(b" " * 2000))
    with pytest.raises(InputError, match="larger than 1,000 bytes"):
        Recording(tmp_path / "r").get("a")
