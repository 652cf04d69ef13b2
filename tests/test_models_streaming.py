"""Streams of any shape, and endpoints with a dialect of their own."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summariser.errors import TruncatedError
from summariser.models import modes, streaming
from summariser.schemas import Usage
from tests.asking import GOOD, Names, ask
from tests.loopback import Loopback, error, events, raw, text


@pytest.fixture(autouse=True)
def _fresh() -> None:
    modes.forget()


def test_plain_answers_will_do() -> None:
    """An endpoint that answers a request for a stream with the whole completion is understood."""
    pieces: list[str] = []
    with Loopback(text(GOOD, streams=False)) as server:
        reply = ask(server, on_text=pieces.append).reply
    assert "".join(pieces) == GOOD
    assert reply.usage == Usage(input_tokens=11, output_tokens=7, calls=1)


def test_a_fault_after_the_last_word_does_no_harm() -> None:
    """A stream that has said why it ends counts, though the connection then stalls."""
    with Loopback(text(GOOD, fault="stall")) as server:
        reply = ask(server, timeout=0.2).reply
    assert reply.value == Names(names=["Ada"])
    assert reply.usage == Usage(calls=1)


def test_refused_parameters_are_left_out_from_then_on() -> None:
    """Streaming, its options and sampling parameters that an endpoint does not take are not sent to it again."""
    refusals = [
        error(400, "Unknown parameter: 'stream_options'."),
        error(400, "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead."),
        error(400, "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1)"),
        raw(b'{"detail": [{"type": "extra_forbidden", "loc": ["body", "seed"], "msg": "Extra"}]}', status=422),
        error(400, "Streaming is not supported for this model"),
    ]
    with Loopback(*refusals, default=text(GOOD)) as server:
        outcome = ask(server, times=2)
    assert outcome.reply.value == Names(names=["Ada"])
    for request in server.requests[-2:]:
        assert request.json["max_completion_tokens"] == 100
        assert not {"stream", "stream_options", "max_tokens", "temperature", "seed"} & set(request.json)
    assert len(server.requests) == 7
    assert outcome.client.usage == Usage(input_tokens=22, output_tokens=14, calls=7, retries=5)


def test_foreign_endpoints_do_not_see_the_openai_account(monkeypatch: pytest.MonkeyPatch) -> None:
    """Key, organisation and project of OpenAI's variables are not sent to other endpoints."""
    for name in ("API_KEY", "ORG_ID", "PROJECT_ID", "ADMIN_KEY"):
        monkeypatch.setenv(f"OPENAI_{name}", "private-to-openai")
    with Loopback(text(GOOD)) as server:
        ask(server, api_key=None)
    assert "private-to-openai" not in str(server.requests[0].headers)


def test_no_proxy_comes_between_this_machine_and_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy in the environment does not get documents meant for a server on this machine."""
    with Loopback() as proxy, Loopback(text(GOOD)) as server:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        ask(server)
    assert not proxy.requests
    assert len(server.requests) == 1


def test_strange_streams_do_no_harm() -> None:
    """Events of any JSON type, and fields of any other type than expected, are passed over."""
    odd: list[Any] = [
        [],
        "text",
        7,
        {},
        {"choices": None},
        {"choices": "abc"},
        {"choices": [None]},
        {"choices": [{"delta": 3, "finish_reason": 4}]},
        {"choices": [{"delta": {"content": ["x"], "tool_calls": "no", "refusal": 5}}]},
        {"choices": [{"delta": {"tool_calls": [None, {"index": -1}, {"index": 10**9, "function": "f"}]}}]},
        {"choices": [], "usage": {"prompt_tokens": "9", "completion_tokens": -4, "prompt_tokens_details": 1}},
        {"choices": [{"delta": {"content": GOOD}}]},
        {"choices": [{"delta": {}, "finish_reason": "eos"}]},
    ]
    with Loopback(events(*map(json.dumps, odd))) as server:
        reply = ask(server).reply
    assert reply.value == Names(names=["Ada"])
    assert reply.usage == Usage(calls=1)


def test_oversized_answers_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer without end, as one line without any event, stops at the limit and is not asked for again."""
    monkeypatch.setattr(streaming, "_LARGEST_ANSWER", 10_000)
    for kind in ("text/event-stream", "application/json"):
        with Loopback(default=raw(b"data: " + b"x" * 50_000, kind)) as server:
            outcome = ask(server)
        assert "too large" in str(outcome.error)
        assert len(server.requests) == 1


def test_an_endless_answer_is_cut_off() -> None:
    """An endpoint that heeds no limit counts as truncated once the answer is far longer than asked for."""
    pieces: list[str] = []
    with Loopback(text("x" * 200_000)) as server:
        outcome = ask(server, max_tokens=10, on_text=pieces.append)
    assert isinstance(outcome.error, TruncatedError)
    assert len("".join(pieces)) < 20_000
