"""The store of answers: nothing is lost, whoever dies and however many write."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from summariser.errors import InputError
from summariser.evals.response_store import Recorded, ResponseStore

if TYPE_CHECKING:
    from pathlib import Path

WRITER = """
import sys
from pathlib import Path
from summariser.evals.response_store import Recorded, ResponseStore
store = ResponseStore(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    store.put(f"{sys.argv[2]}{number}", Recorded("{}", 1.0))
    print(number, flush=True)
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    """A process that stores answers and tells of each one that is stored."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(count)], stdout=subprocess.PIPE, text=True
    )


def test_an_answer_comes_back_as_it_was(tmp_path: Path) -> None:
    """Also from a store that is opened again; an unknown key gives None."""
    with ResponseStore(tmp_path / "deep" / "store.sqlite") as store:
        store.put("k", Recorded('{"text": "“é”\\u0000"}', 2.5))
    with ResponseStore(tmp_path / "deep" / "store.sqlite") as store:
        assert store.get("k") == Recorded('{"text": "“é”\\u0000"}', 2.5)
        assert store.get("other") is None


def test_a_later_answer_takes_the_place_of_an_earlier(tmp_path: Path) -> None:
    """What is asked anew because the old answer is no longer valid replaces it."""
    with ResponseStore(tmp_path / "s") as store:
        store.put("k", Recorded("1", 1.0))
        store.put("k", Recorded("2", 2.0))
        assert store.get("k") == Recorded("2", 2.0)


def test_a_killed_writer_loses_nothing_it_stored(tmp_path: Path) -> None:
    """Every answer that was acknowledged before kill -9 is there, and the file can be used."""
    path = tmp_path / "s"
    process = writer(path, "k", 100_000)
    assert process.stdout is not None
    for _ in range(20):
        last = int(process.stdout.readline())
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with ResponseStore(path) as store:
        assert all(store.get(f"k{number}") for number in range(last + 1))
        store.put("after", Recorded("{}", 0.0))


def test_several_processes_write_at_the_same_time(tmp_path: Path) -> None:
    """None waits in vain, and none overwrites another's answers."""
    path = tmp_path / "s"
    processes = [writer(path, name, 40) for name in "abc"]
    for process in processes:
        process.communicate(timeout=60)
        assert process.returncode == 0
    with ResponseStore(path) as store:
        assert all(store.get(f"{name}{number}") for name in "abc" for number in range(40))


def test_a_file_that_is_no_store_is_an_error_with_its_name(tmp_path: Path) -> None:
    """And it is not overwritten."""
    path = tmp_path / "notes.txt"
    path.write_text("my notes, which are longer than the header of a database file " * 40, encoding="utf-8")
    with pytest.raises(InputError, match=r"cannot use the cache .*notes\.txt.*SUMMARISER_CACHE_DIR"):
        ResponseStore(path)
    assert path.read_text(encoding="utf-8").startswith("my notes")


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match="cannot use the cache"):
        ResponseStore(tmp_path / "file" / "s")
