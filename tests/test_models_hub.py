"""Downloads from a hub that works, misbehaves, or is not there."""

from __future__ import annotations

import socket
import time
from functools import partial
from typing import TYPE_CHECKING

import httpx2
import pytest

from summariser.errors import StoreError
from summariser.models import hub, partfile
from summariser.models.catalog import ModelEntry, find_entry
from summariser.models.hub import fetch_from_hub
from summariser.models.partfile import PartFile, Progress, SourceError
from tests.model_files import CONTENT, ENTRY, SHA256, Hub

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "FIRST_WAIT_SECONDS", 0.001)
    for variable in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(variable, raising=False)
        monkeypatch.delenv(variable.lower(), raising=False)


@pytest.fixture
def part(tmp_path: Path) -> PartFile:
    return PartFile(tmp_path / "tiny.gguf.part")


def get(
    server: Hub, part: PartFile, monkeypatch: pytest.MonkeyPatch, entry: ModelEntry = ENTRY
) -> tuple[str | None, list[Progress]]:
    monkeypatch.setenv("HF_ENDPOINT", server.url)
    seen: list[Progress] = []
    return fetch_from_hub(entry, part, seen.append), seen


def test_whole_file(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file arrives from the documented address, its progress ends at its size, and the catalogue's hash counts."""
    with Hub() as server:
        sha256, seen = get(server, part, monkeypatch)
        assert part.path.read_bytes() == CONTENT
        assert sha256 == SHA256
        assert server.requests == [("/org/tiny-GGUF/resolve/main/tiny.gguf", None)]
        assert seen[-1] == Progress("tiny", "downloading", len(CONTENT), len(CONTENT), "hub")


def test_goes_on_where_it_stopped(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes at hand are not asked for again."""
    part.append(CONTENT[:123])
    with Hub() as server:
        get(server, part, monkeypatch)
        assert part.path.read_bytes() == CONTENT
        assert [wanted for _, wanted in server.requests] == ["bytes=123-"]


def test_hub_without_ranges(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hub that ignores the range sends the whole file, which replaces what was at hand."""
    part.append(CONTENT[:123])
    with Hub(ranges=False) as server:
        get(server, part, monkeypatch)
    assert part.path.read_bytes() == CONTENT


def test_complete_part(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part file that is already whole is not fetched again."""
    part.append(CONTENT)
    with Hub() as server:
        assert get(server, part, monkeypatch)[0] == SHA256
        assert server.requests == []


def test_part_that_is_too_long(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part file longer than the model is dropped and fetched anew."""
    part.append(CONTENT + b"more")
    with Hub() as server:
        get(server, part, monkeypatch)
    assert part.path.read_bytes() == CONTENT


def test_connection_that_breaks(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers that break off are continued until the file is whole."""
    with Hub(stop_after=90_000) as server:
        get(server, part, monkeypatch)
        assert part.path.read_bytes() == CONTENT
        assert [wanted for _, wanted in server.requests] == [None, "bytes=90000-", "bytes=180000-"]


def test_connection_that_breaks_too_often(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the last try the error says so, and what arrived is kept for the next run."""
    with Hub(stop_after=1_000) as server:
        with pytest.raises(SourceError, match="broke off") as caught:
            get(server, part, monkeypatch)
        assert "goes on where it stopped" in caught.value.hint
        assert len(server.requests) == hub.ATTEMPTS
    assert part.path.read_bytes() == CONTENT[: 1_000 * hub.ATTEMPTS]


def test_busy_hub(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """Passing errors of the server are tried again."""
    with Hub(statuses=[500, 429, 503]) as server:
        get(server, part, monkeypatch)
    assert part.path.read_bytes() == CONTENT


@pytest.mark.parametrize(("statuses", "requests"), [([500] * 9, hub.ATTEMPTS), ([404], 1), ([401], 1), ([418], 1)])
def test_refusals(statuses: list[int], requests: int, part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lasting refusal names its status; one that cannot pass is not asked for twice."""
    status = str(statuses[0])
    with Hub(statuses=statuses) as server:
        with pytest.raises(SourceError, match=status):
            get(server, part, monkeypatch)
        assert len(server.requests) == requests
    assert part.size == 0


def test_other_bytes_in_its_place(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A login page in place of the model is refused by its size, before a byte is written."""
    with Hub(content=b"<html>please log in</html>") as server, pytest.raises(SourceError, match="not the model"):
        get(server, part, monkeypatch)
    assert part.size == 0


def test_silent_hub(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that falls silent is given up after the time-out, with one error and no wait for more."""
    monkeypatch.setattr(hub, "READ_SECONDS", 0.3)
    begun = time.monotonic()
    with Hub(silent=True) as server, pytest.raises(SourceError, match="ReadTimeout"):
        get(server, part, monkeypatch)
    assert time.monotonic() - begun < 5


def test_nobody_listens(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hub that is not there gives an error at once that names the settings to check."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{unused.getsockname()[1]}")
        with pytest.raises(SourceError, match="cannot be reached") as caught:
            fetch_from_hub(ENTRY, part, lambda _: None)
    assert "HTTPS_PROXY" in caught.value.hint


def test_bad_endpoint(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """An endpoint that is no web address is named as such."""
    monkeypatch.setenv("HF_ENDPOINT", "file:///etc")
    with pytest.raises(StoreError, match="HF_ENDPOINT"):
        fetch_from_hub(ENTRY, part, lambda _: None)


def test_redirects_are_followed_and_bounded(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """The storage behind one redirect is read; a circle of redirects ends with an error."""
    with Hub(redirect="/storage") as server:
        get(server, part, monkeypatch)
    assert part.path.read_bytes() == CONTENT
    with Hub(redirect="/again") as server:
        part.cut(0)
        with pytest.raises(SourceError, match="TooManyRedirects"):
            get(server, part, monkeypatch)
        assert len(server.requests) < 10


def test_hash_stated_by_the_hub(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a file outside the catalogue the hash on the redirecting answer counts, even when nothing is left to get."""
    entry = find_entry("org/other:model.gguf")
    with Hub(redirect="/storage", stated_hash=SHA256) as server:
        assert get(server, part, monkeypatch, entry)[0] == SHA256
        assert get(server, part, monkeypatch, entry)[0] == SHA256
    assert part.path.read_bytes() == CONTENT


def test_rest_of_another_file(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part file that is longer than the hub's file belongs to another one and is dropped."""
    part.append(CONTENT + b"more")
    with Hub() as server:
        assert get(server, part, monkeypatch, find_entry("org/other:model.gguf"))[0] is None
    assert part.path.read_bytes() == CONTENT


def test_no_room(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without room for the file nothing is written, and the error gives both numbers."""
    monkeypatch.setattr(partfile.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 100_000}))
    with Hub() as server, pytest.raises(StoreError, match="disk space") as caught:
        get(server, part, monkeypatch)
    assert not isinstance(caught.value, SourceError)
    assert part.size == 0


def test_redirect_to_an_unencrypted_address(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hub reached by HTTPS cannot send the download to an address without encryption."""
    asked: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(str(request.url))
        return httpx2.Response(302, headers={"location": "http://storage.example/tiny.gguf"})

    monkeypatch.setenv("HF_ENDPOINT", "https://hub.example")
    monkeypatch.setattr(httpx2, "Client", partial(httpx2.Client, transport=httpx2.MockTransport(answer)))
    with pytest.raises(SourceError, match="without encryption"):
        fetch_from_hub(ENTRY, part, lambda _: None)
    assert asked == ["https://hub.example/org/tiny-GGUF/resolve/main/tiny.gguf"]
