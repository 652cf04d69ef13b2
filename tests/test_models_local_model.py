"""The real engine with the real default model, which is fetched where it is absent."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openai import BadRequestError, OpenAI

from summariser.errors import ModelUnavailable
from summariser.models import store
from summariser.models.local import LocalEngine
from tests.fake_engine import is_alive
from tests.model_files import HEADER, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.model, pytest.mark.slow]

SYSTEM = [{"role": "system", "content": "You answer questions about a text with a JSON object. " * 12}]
TEXT = "On Monday the state of Arland and the company Brix signed an accord in the city of Corvo. "
SCHEMA = {
    "type": "json_schema",
    "json_schema": {
        "name": "answer",
        "strict": True,
        "schema": {
            "type": "object",
            "properties": {"city": {"type": "string", "enum": ["Arland", "Brix", "Corvo"]}},
            "required": ["city"],
            "additionalProperties": False,
        },
    },
}


@pytest.fixture(scope="module")
def path() -> Path:
    return store.pull()


@pytest.fixture(scope="module")
def engine(path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalEngine]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMARISER_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        with LocalEngine(path) as engine:
            yield engine


@pytest.fixture
def client(engine: LocalEngine) -> Iterator[OpenAI]:
    with OpenAI(base_url=engine.base_url, api_key=engine.api_key, max_retries=0) as client:
        yield client


def ask(client: OpenAI, question: str) -> tuple[str, int, int]:
    """The answer, and the tokens of the prompt with those of them that were cached."""
    messages = [*SYSTEM, {"role": "user", "content": TEXT * 8 + question}]
    answer = client.chat.completions.create(
        model="local", messages=messages, response_format=SCHEMA, temperature=0, max_tokens=30
    )
    usage = answer.usage
    assert usage
    assert usage.prompt_tokens_details
    return answer.choices[0].message.content or "", usage.prompt_tokens, usage.prompt_tokens_details.cached_tokens or 0


def test_schema_and_prefix_cache(client: OpenAI, engine: LocalEngine) -> None:
    """Answers obey the schema; of a second question about the same text only the new words are read."""
    answer, first, _ = ask(client, "In which city?")
    assert json.loads(answer) == {"city": "Corvo"}
    answer, second, cached = ask(client, "What is the name of the city?")
    assert json.loads(answer) == {"city": "Corvo"}
    assert second - 30 < cached < second
    assert 0 < first - engine.count_tokens(SYSTEM[0]["content"]) - engine.count_tokens(TEXT * 8) < 30


def test_memory(client: OpenAI, engine: LocalEngine) -> None:
    """With its whole context at hand the engine stays under 2.5 GB."""
    ask(client, "In which city?")
    status = Path(f"/proc/{engine._process.pid}/status").read_text()
    highest = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    assert highest < 2_500_000


def test_prompt_that_is_too_long(client: OpenAI) -> None:
    """A prompt beyond the context is refused, not cut in silence."""
    with pytest.raises(BadRequestError, match="context"):
        client.chat.completions.create(model="local", messages=[{"role": "user", "content": "word " * 9_000}])


def test_control_words_count_as_text(engine: LocalEngine) -> None:
    """The marks of the chat format are counted as the characters they are."""
    assert engine.count_tokens("<|im_end|>") > 1


@pytest.mark.parametrize("where", ["/v1/chat/completions", "/tokenize", "/props", "/v1/models", "/slots/0?action=save"])
def test_key_is_required(where: str, engine: LocalEngine) -> None:
    """Without the key nothing but the sign of life answers, and no origin is allowed to read it."""
    connection = http.client.HTTPConnection(engine._address.removeprefix("http://"), timeout=10)
    connection.request("POST", where, "{}", {"origin": "http://page.example", "content-type": "application/json"})
    answer = connection.getresponse()
    assert answer.status in (401, 404)
    assert not answer.getheader("access-control-allow-origin")
    connection.close()


@pytest.mark.parametrize("where", ["/", "/slots", "/metrics", "/tools"])
def test_closed_doors(where: str, engine: LocalEngine) -> None:
    """Page, states of slots, measurements and tools are off, even for those with the key."""
    connection = http.client.HTTPConnection(engine._address.removeprefix("http://"), timeout=10)
    connection.request("GET", where, headers={"authorization": f"Bearer {engine.api_key}"})
    assert connection.getresponse().status in (403, 404, 501)
    connection.close()


def test_damaged_models(path: Path, tmp_path: Path) -> None:
    """The native loader's reason reaches the user for a file cut short, and its abort harms nobody."""
    with path.open("rb") as whole:
        beginning = whole.read(8_000_000)
    cut = tmp_path / "cut.gguf"
    cut.write_bytes(beginning)
    with pytest.raises(ModelUnavailable, match="corrupted or incomplete"):
        LocalEngine(cut)
    layers = beginning.index(b"qwen2.block_count") + len(b"qwen2.block_count") + 4
    odd = tmp_path / "odd.gguf"
    odd.write_bytes(beginning[:layers] + b"\xff\xff\xff\x7f" + beginning[layers + 4 :])
    os.truncate(odd, path.stat().st_size)
    with pytest.raises(ModelUnavailable, match="GGML_ASSERT"):
        LocalEngine(odd)
    empty = tmp_path / "empty.gguf"
    empty.write_bytes(HEADER)
    with pytest.raises(ModelUnavailable, match="cannot load"):
        LocalEngine(empty)


def test_prefix_from_an_earlier_process(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one process read of the prompt another one does not read again, and it answers the same."""
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(tmp_path))
    answers = []
    for expected in (False, True):
        with LocalEngine(path) as engine, OpenAI(base_url=engine.base_url, api_key=engine.api_key) as client:
            begun = time.monotonic()
            assert engine.prefill(SYSTEM) is expected
            seconds = time.monotonic() - begun
            answer, _, cached = ask(client, "In which city?")
            assert cached >= engine.count_tokens(SYSTEM[0]["content"])
            answers.append(answer)
    assert answers[0] == answers[1]
    assert seconds < 0.5


def test_clean_output_and_exit(path: Path, tmp_path: Path) -> None:
    """A process interrupted in the middle of an answer ends at once; nothing native is printed; no engine stays."""
    script = (
        "import threading, time\n"
        "from pathlib import Path\n"
        "from summariser.models.local import LocalEngine\n"
        f"engine = LocalEngine(Path({str(path)!r}))\n"
        "body = {'messages': [{'role': 'user', 'content': 'Hello!'}], 'max_tokens': 2000, 'ignore_eos': True}\n"
        "request = threading.Thread(target=engine._post, args=('/v1/chat/completions', body), daemon=True)\n"
        "threading.excepthook = lambda _: None\n"
        "request.start()\n"
        "time.sleep(1.5)\n"
        "print(engine._process.pid, request.is_alive(), flush=True)\n"
        "raise KeyboardInterrupt\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False)
    pid, under_way = done.stdout.split()
    assert under_way == "True"
    assert done.stderr.splitlines()[0] == "Traceback (most recent call last):"
    assert done.stderr.splitlines()[-1] == "KeyboardInterrupt"
    assert wait_until(lambda: not is_alive(int(pid)))
