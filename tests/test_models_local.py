"""The local engine's process: how it is started, fails, answers and ends, with a stand-in for the native engine."""

from __future__ import annotations

import gc
import importlib.util
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from summariser.errors import ModelUnavailable, StoreError
from summariser.models import local
from summariser.models.local import LocalEngine
from tests.fake_engine import install, is_alive, model
from tests.model_files import wait_until

SYSTEM = [{"role": "system", "content": "You read documents."}]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="watches processes through /proc")


@pytest.fixture(autouse=True)
def engine_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(tmp_path / "cache"))
    install(tmp_path / "engine")
    monkeypatch.syspath_prepend(str(tmp_path / "engine"))
    return tmp_path / "engine"


def requests_of(engine: LocalEngine) -> list[str]:
    return [path for path in engine._post("/log", {})["log"] if path != "/log"]


def test_serves_and_ends(tmp_path: Path) -> None:
    """The engine runs between start and close, in a process that is gone afterwards; closing twice is no error."""
    with LocalEngine(model(tmp_path)) as engine:
        assert engine.base_url.startswith("http://127.0.0.1:")
        assert engine.base_url.endswith("/v1")
        assert engine.running
        assert engine.count_tokens("one two three") == 3
        pid = engine._process.pid
    assert not engine.running
    assert not is_alive(pid)
    engine.close()


def test_parameters(tmp_path: Path) -> None:
    """What the engine is told: loopback only, a key, no page, no state of slots, no foreign origins, no log."""
    path = model(tmp_path)
    with LocalEngine(path, context_tokens=4_096, parallel=2, threads=3) as engine:
        told = json.loads(path.with_name("model.gguf.params").read_text())
        assert told["api_keys"] == [engine.api_key]
    assert len(engine.api_key) > 40
    assert told["hostnames"] == ["127.0.0.1"]
    assert told["port"] == 0
    assert told["n_ctx"] == 8_192
    assert told["n_parallel"] == 2
    assert told["cpuparams"]["n_threads"] == told["cpuparams_batch"]["n_threads"] == 3
    assert told["model_alias"] == ["model.gguf"]
    assert not any(told[name] for name in ("ui", "endpoint_slots", "endpoint_props", "endpoint_metrics"))
    assert told["cors_origins"] == told["cors_headers"] == ""
    assert told["cors_credentials"] is False
    assert told["offline"] is True
    assert told["slot_save_path"] == f"{tmp_path}/cache/prefixes/"


def test_keys_differ_and_are_required(tmp_path: Path) -> None:
    """Each engine has its own key, which no list of processes shows, and refuses others."""
    with LocalEngine(model(tmp_path)) as one, LocalEngine(model(tmp_path)) as two:
        assert one.api_key != two.api_key
        seen = b"".join(Path(f"/proc/{one._process.pid}/{name}").read_bytes() for name in ("cmdline", "environ"))
        assert one.api_key.encode() not in seen
        one.api_key = two.api_key
        with pytest.raises(ModelUnavailable, match="401"):
            one.count_tokens("text")


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        ("abort", "GGML_ASSERT(n_layer < 512) failed[31m"),
        ("explain", "unknown architecture: 'odd[2J'"),
        ("memory", "failed to allocate buffer"),
        ("killed", "most likely for want of memory"),
        ("import", "ImportError: libgomp.so.1"),
    ],
)
def test_failures_to_load(behaviour: str, reason: str, tmp_path: Path) -> None:
    """Whatever happens to the engine while it loads, this process gets an error with the reason, free of controls."""
    with pytest.raises(ModelUnavailable) as caught:
        LocalEngine(model(tmp_path, behaviour))
    assert reason in caught.value.message
    assert str(tmp_path / "model.gguf") in caught.value.message
    assert caught.value.message.isprintable()


def test_load_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that never becomes ready is ended after a time that grows with the file."""
    monkeypatch.setattr(local, "_LOAD_SECONDS", 0.5)
    with pytest.raises(ModelUnavailable, match="in time"):
        LocalEngine(model(tmp_path, "hang"))


def test_not_a_model(tmp_path: Path) -> None:
    """A file that is no model is refused before any process starts."""
    path = tmp_path / "model.gguf"
    path.write_text("text")
    with pytest.raises(StoreError, match="not a GGUF"):
        LocalEngine(path)


def test_engine_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the error says what to install."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(ModelUnavailable, match="not installed") as caught:
        LocalEngine(model(tmp_path))
    assert 'pip install "summariser[local]"' in caught.value.hint


def test_engine_that_dies(tmp_path: Path) -> None:
    """Requests to an engine that died, and to one that was closed, give an error that says so."""
    with LocalEngine(model(tmp_path)) as engine:
        with pytest.raises(ModelUnavailable, match="local engine"):
            engine.count_tokens("die")
        assert wait_until(lambda: not engine.running)
        with pytest.raises(ModelUnavailable, match="not running"):
            engine.count_tokens("text")


def test_proxies_are_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents for the local engine do not travel through a proxy."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with LocalEngine(model(tmp_path)) as engine:
        assert engine.count_tokens("one two") == 2


def test_forgotten_engine(tmp_path: Path) -> None:
    """An engine that nothing refers to any more ends."""
    engine = LocalEngine(model(tmp_path))
    pid = engine._process.pid
    del engine
    gc.collect()
    assert not is_alive(pid)


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")  # of fork, where other tests left threads
def test_forked_copies(tmp_path: Path) -> None:
    """A forked process that ends leaves the engine of its parent alone."""
    with LocalEngine(model(tmp_path)) as engine:
        script = os.fork()
        if script == 0:
            engine.close()
            os._exit(0)
        os.waitpid(script, 0)
        assert engine.count_tokens("still here") == 2


def test_prefix_is_kept(tmp_path: Path) -> None:
    """A prompt is read once; later processes load what was computed, into each slot."""
    path = model(tmp_path)
    with LocalEngine(path, parallel=2) as engine:
        assert engine.prefill(SYSTEM) is False
        read, saved, copied = requests_of(engine)
        assert (read, saved, copied) == (
            "/v1/chat/completions",
            "/slots/0?action=save",
            "/slots/1?action=restore",
        )
    with LocalEngine(path, parallel=2) as engine:
        assert engine.prefill(SYSTEM) is True
        assert requests_of(engine) == ["/slots/0?action=restore", "/slots/1?action=restore"]
        assert engine.prefill([*SYSTEM, *SYSTEM]) is False
    assert {each.suffix for each in (tmp_path / "cache/prefixes").iterdir()} == {".kv"}


@pytest.mark.parametrize("behaviour", ["refuse", "forget"])
def test_prefix_that_cannot_be_used(behaviour: str, tmp_path: Path) -> None:
    """An engine that cannot read the messages alone, or cannot load a state, costs only time."""
    path = model(tmp_path, behaviour)
    with LocalEngine(path) as engine:
        assert engine.prefill(SYSTEM) is False
        assert engine.prefill(SYSTEM) is False
        assert engine.count_tokens("one two") == 2


def test_prefix_without_a_folder(tmp_path: Path) -> None:
    """Where the cache folder cannot be made the prompt is read each time."""
    (tmp_path / "cache").write_text("")
    with LocalEngine(model(tmp_path)) as engine:
        assert engine.prefill(SYSTEM) is False
        assert requests_of(engine) == ["/v1/chat/completions"]


ENDINGS = {
    "falls off the end": "",
    "closes": "engine.close()",
    "error": "raise ValueError",
    "exit": "sys.exit(3)",
    "interrupt": "raise KeyboardInterrupt",
    "Ctrl-C": "os.killpg(0, signal.SIGINT); time.sleep(20)",
    "terminated": "os.kill(os.getpid(), signal.SIGTERM); time.sleep(20)",
    "killed": "os.kill(os.getpid(), signal.SIGKILL)",
    "hard exit": "os._exit(0)",
}


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS.keys())
def test_never_outlives_its_parent(ending: str, engine_folder: Path, tmp_path: Path) -> None:
    """However a process ends with a request under way, it ends at once, with the engine and none of its output."""
    script = (
        "import os, signal, sys, threading, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell in the background ignores it
        f"sys.path.insert(0, {str(engine_folder)!r})\n"
        "from pathlib import Path\n"
        "from summariser.models.local import LocalEngine\n"
        f"engine = LocalEngine(Path({str(model(tmp_path))!r}))\n"
        "def work():\n"
        "    try: engine.count_tokens('wait')\n"
        "    except Exception: pass\n"
        "threading.Thread(target=work, daemon=True).start()\n"
        "time.sleep(0.2)\n"
        "print(engine._process.pid, flush=True)\n"
        f"{ending}\n"
    )
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=30, start_new_session=True, check=False
    )
    assert time.monotonic() - begun < 15
    assert wait_until(lambda: not is_alive(int(done.stdout)))
    assert "noise" not in done.stderr
    assert done.returncode in (0, 1, 3, -signal.SIGINT, -signal.SIGTERM, -signal.SIGKILL)


def test_interrupted_while_loading(engine_folder: Path, tmp_path: Path) -> None:
    """Ctrl-C during a long load is obeyed at once, and no engine stays."""
    path = model(tmp_path, "hang")
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell in the background ignores it
    timer = threading.Timer(1.0, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    begun = time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):
            LocalEngine(path)
    finally:
        signal.signal(signal.SIGINT, before)
    timer.join()
    assert time.monotonic() - begun < 5
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    assert not any(is_alive(int(pid)) for pid in children)
