"""The local model: a GGUF file, run by the embedded engine behind an OpenAI-compatible API on 127.0.0.1."""

from __future__ import annotations

import contextlib
import http.client
import importlib.util
import json
import os
import re
import secrets
import subprocess
import sys
import tempfile
import weakref
from importlib.metadata import version
from pathlib import Path
from threading import Thread
from typing import IO, TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from summariser.errors import ModelUnavailable
from summariser.models.cores import usable_cores
from summariser.models.gguf import check_gguf
from summariser.models.prefixes import PrefixFolder, prefix_key
from summariser.models.store import cache_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import TracebackType

__all__ = ["LocalEngine"]

_SCRIPT = Path(__file__).with_name("engine_process.py")
_INSTALL = 'run `pip install "summariser[local]"`'
_LOAD_SECONDS = 60.0
_LOAD_BYTES_PER_SECOND = 20_000_000  # of a slow disk
_ANSWER_SECONDS = 600.0
_END_SECONDS = 30.0
_LONGEST_LOG = 65_536  # bytes
_REASON = re.compile(
    r"(?:error loading model|failed to initialize the context): ([^\n]{1,300})|(GGML_ASSERT\([^\n]{1,200})"
)


class _RefusedError(ModelUnavailable):
    """The engine runs, but does not do what was asked."""


class LocalEngine:
    """Runs one model. Loading happens at once and takes a few seconds; memory is about the size of the file and half.

    Use it as a context manager, or call `close`; at the latest it ends with this process.

    Args:
        path: The GGUF file.
        context_tokens: Tokens a request and its answer may have together.
        parallel: Requests worked on at the same time; each takes memory for `context_tokens`.
        threads: Threads that compute. None: as many as this process has physical cores.

    Attributes:
        api_key: A random key that requests must carry.

    Raises:
        StoreError: The file is missing or is not a GGUF model.
        ModelUnavailable: The engine is not installed, or cannot load the file.
    """

    def __init__(
        self, path: Path, *, context_tokens: int = 8_192, parallel: int = 1, threads: int | None = None
    ) -> None:
        check_gguf(path)
        if importlib.util.find_spec("xllamacpp") is None:
            raise ModelUnavailable("the engine for local models is not installed", hint=_INSTALL)
        self.api_key = secrets.token_urlsafe(32)
        facts = path.stat()
        self._identity = (path.name, facts.st_size, facts.st_mtime_ns)
        self._parallel = parallel
        self._prefixes: PrefixFolder | None = None
        with contextlib.suppress(OSError):  # without a folder each process reads its prompts anew
            self._prefixes = PrefixFolder(cache_folder() / "prefixes")
        orders = {
            "path": [each for each in sys.path if isinstance(each, str)],
            "model": str(path.absolute()),
            "alias": path.name,
            "context_tokens": context_tokens,
            "parallel": parallel,
            "threads": threads or usable_cores(),
            "api_key": self.api_key,
            "slots": f"{self._prefixes.folder}{os.sep}" if self._prefixes else "",
        }
        with tempfile.TemporaryFile() as log:
            self._process = _launch(log)
            self._stop = weakref.finalize(self, _end, self._process, os.getpid())
            try:
                self._address = _load(self._process, orders, log)
            except BaseException:
                self.close()
                raise

    @property
    def base_url(self) -> str:
        """For OpenAI-compatible clients, such as "http://127.0.0.1:40123/v1"."""
        return f"{self._address}/v1"

    @property
    def running(self) -> bool:
        """False once it is closed, or has died."""
        return self._process.poll() is None

    def count_tokens(self, text: str) -> int:
        """Number of the model's tokens in a text, without those that a chat adds around messages.

        Raises:
            ModelUnavailable: The engine has died or was closed.
        """
        return len(self._post("/tokenize", {"content": text, "add_special": False, "parse_special": False})["tokens"])

    def prefill(self, messages: Sequence[Mapping[str, str]]) -> bool:
        """Make requests that begin with these messages fast, by reading them now or having read them in the past.

        Call it before the first request. What was computed is kept in the cache folder, at about 30 kB for each token:
        pass prompts only, no document.

        Args:
            messages: The messages that are the same in each request, as dictionaries of role and content.

        Returns:
            True where the result came from disk, False where the model had to read them.

        Raises:
            ModelUnavailable: The engine has died or was closed.
        """
        key = prefix_key(version("xllamacpp"), self._identity, self._parallel, list(messages))
        kept = self._prefixes.find(key) if self._prefixes else None
        if self._prefixes and kept:
            if self._restore(kept, range(self._parallel)):
                return True
            self._prefixes.drop(kept)
        with contextlib.suppress(_RefusedError, OSError):  # then the first request reads the messages itself
            self._post("/v1/chat/completions", {"messages": list(messages), "max_tokens": 1, "id_slot": 0})
            if self._prefixes:
                self._restore(self._save(self._prefixes, key), range(1, self._parallel))
        return False

    def _save(self, prefixes: PrefixFolder, key: str) -> str:
        new = f"{key}.{secrets.token_hex(4)}.new"
        try:
            self._post("/slots/0?action=save", {"filename": new})
            return prefixes.keep(key, new)
        finally:
            prefixes.drop(new)

    def _restore(self, name: str, slots: range) -> bool:
        try:
            for slot in slots:
                self._post(f"/slots/{slot}?action=restore", {"filename": name})
        except _RefusedError:
            return False
        return True

    def close(self) -> None:
        """End the engine and free its memory. May be called again."""
        self._stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        place = urlsplit(self._address)
        connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=_ANSWER_SECONDS)
        try:
            headers = {"authorization": f"Bearer {self.api_key}", "content-type": "application/json"}
            connection.request("POST", path, json.dumps(body), headers)
            response = connection.getresponse()
            answer = response.read()
        except (OSError, http.client.HTTPException):
            raise ModelUnavailable(
                "the local engine does not answer" if self.running else "the local engine is not running",
                hint="start it again; if it died, it may have lacked memory",
            ) from None
        finally:
            connection.close()
        if response.status != http.HTTPStatus.OK:
            raise _RefusedError(f"the local engine refused a request (HTTP {response.status})")
        parsed: dict[str, Any] = json.loads(answer)
        return parsed


def _launch(log: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start the process, out of reach of the terminal's Ctrl-C: this process decides when it ends."""
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
    try:
        return subprocess.Popen(  # noqa: S603 - this Python and a file of this package, no shell
            [sys.executable, "-I", str(_SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env={**os.environ, "GGML_NO_BACKTRACE": "1"},
            start_new_session=True,
            creationflags=flags,
        )
    except OSError as error:
        raise ModelUnavailable(f"cannot start the local engine: {error.strerror}") from None


def _load(process: subprocess.Popen[bytes], orders: dict[str, Any], log: IO[bytes]) -> str:
    """Hand over the orders and wait for the address."""
    assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018 - both are pipes
    answers: list[bytes] = []

    def listen(stream: IO[bytes]) -> None:
        answers.append(stream.readline(_LONGEST_LOG))

    reader = Thread(target=listen, args=(process.stdout,), daemon=True)
    reader.start()
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(json.dumps(orders).encode() + b"\n")
        process.stdin.flush()
    model = orders["model"]
    reader.join(_LOAD_SECONDS + Path(model).stat().st_size / _LOAD_BYTES_PER_SECOND)
    if reader.is_alive():
        raise ModelUnavailable(f"the local engine did not load {model} in time")
    process.stdout.close()
    try:
        answer = json.loads(b"".join(answers))
    except ValueError:
        answer = {}
    if "address" in answer:
        return str(answer["address"])
    raise ModelUnavailable(f"the local engine cannot load {model}{_reason(process, answer, log)}")


def _reason(process: subprocess.Popen[bytes], answer: dict[str, str], log: IO[bytes]) -> str:
    if answer.get("error", "").startswith(("ImportError", "OSError")):
        return f": {_printable(answer['error'])} ({_INSTALL})"
    log.seek(0)
    said = _REASON.search(log.read(_LONGEST_LOG).decode("utf-8", "replace"))
    if said:
        return f": {_printable(said[1] or said[2])}"
    code = None if answer else process.wait(_END_SECONDS)
    if code == -9:
        return ": the system ended it, most likely for want of memory"
    return "" if code is None else f": it ended with code {code}"


def _printable(text: str) -> str:
    """Without the control characters that names in a model file can hold."""
    return "".join(char for char in text if char.isprintable())


def _end(process: subprocess.Popen[bytes], owner: int) -> None:
    if os.getpid() != owner:  # a forked copy: the engine belongs to the process that started it
        return
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream:
            with contextlib.suppress(OSError):
                stream.close()
