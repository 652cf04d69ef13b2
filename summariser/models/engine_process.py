"""The process that holds the engine. Run as a script, never imported: see `local`, which starts it.

It has a process of its own because native code cannot be caught: a damaged model file may make it abort, a request
under way makes it crash or hang at shutdown, and what it prints would land between the user's lines. Orders come as a
line of JSON on standard input; the answer leaves as a line of JSON on standard output. It ends when standard input
closes, so that it never outlives whoever started it.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path
from threading import Thread
from typing import Any

ERRORS_ONLY = 1
PROMPT_CACHE_MIB = 256  # of memory, for the beginnings of prompts that take turns; the engine's own default is 8,192


def main() -> None:
    """Load the model, report the address, and serve until standard input closes."""
    report = os.fdopen(os.dup(1), "w", encoding="utf-8")
    _mute(1)
    orders = json.loads(sys.stdin.buffer.readline())
    watch = Thread(target=_end_with_parent, daemon=True)
    watch.start()
    with contextlib.suppress(OSError):  # where memory runs out, Linux then ends this process and none of the user's
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    sys.path[:] = orders["path"]
    try:
        server = _serve(orders)
        answer = {"address": server.listening_address}
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent must learn of it
        answer = {"error": f"{type(error).__name__}: {error}"}
    report.write(json.dumps(answer) + "\n")
    report.close()
    _mute(2)  # the errors of loading are of use, later ones could hold text of a document
    watch.join()


def _serve(orders: dict[str, Any]) -> Any:
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = orders["model"]
    params.model_alias = {orders["alias"]}
    params.n_parallel = orders["parallel"]
    params.n_ctx = orders["context_tokens"] * orders["parallel"]
    if orders["threads"]:
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = orders["threads"]
    gpu = any(device["type"].name != "GGML_BACKEND_DEVICE_TYPE_CPU" for device in xllamacpp.get_device_info())
    params.fit_params = gpu  # measures what fits into a GPU's memory; a third of a second
    params.cache_ram_mib = PROMPT_CACHE_MIB
    params.slot_save_path = orders["slots"]
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [orders["api_key"]]
    params.ui = params.endpoint_slots = params.endpoint_props = params.endpoint_metrics = False
    params.cors_origins = params.cors_headers = ""  # no web page may read an answer
    params.cors_credentials = False
    params.offline = True
    params.verbosity = ERRORS_ONLY
    return xllamacpp.Server(params)


def _mute(descriptor: int) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(0)  # the engine's own shutdown hangs while a request is under way


if __name__ == "__main__":
    main()
