"""Faults between this machine and a model: which are repeated, and how the others are told."""

from __future__ import annotations

import asyncio

import pytest

from summariser.errors import (
    AuthenticationError,
    ModelError,
    ModelUnavailable,
    OutputError,
    RateLimitError,
    SummariserError,
    TruncatedError,
)
from summariser.models import modes
from summariser.models.client import ModelClient
from summariser.models.retry import RetryPolicy
from summariser.schemas import Usage
from tests.asking import GOOD, KEY, QUICK, Names, ask
from tests.loopback import Answer, Loopback, drip, error, events, hang, raw, reset, text


@pytest.fixture(autouse=True)
def _fresh() -> None:
    modes.forget()


def test_throttling_is_waited_out() -> None:
    """A 429 is repeated after the time the endpoint asks for."""
    with Loopback(error(429, "slow down", headers={"retry-after": "0.3"}), text(GOOD)) as server:
        reply = ask(server).reply
    first, second = server.requests
    assert 0.3 <= second.at - first.at < 2
    assert first.raw == second.raw
    assert reply.usage == Usage(input_tokens=11, output_tokens=7, calls=2, retries=1)


def test_a_wait_beyond_the_bound_is_not_begun() -> None:
    """An endpoint that asks to wait for an hour is given up at once."""
    with Loopback(default=error(429, "slow down", headers={"retry-after": "3600"})) as server:
        outcome = ask(server)
    assert isinstance(outcome.error, RateLimitError)
    assert "3600 s" in str(outcome.error)
    assert len(server.requests) == 1


def test_attempts_are_bounded() -> None:
    """A throttled endpoint is asked as often as the policy says, whatever the number of re-asks and modes."""
    with Loopback(default=error(429, "slow down")) as server:
        outcome = ask(server, reasks=5)
    assert isinstance(outcome.error, RateLimitError)
    assert outcome.error.retryable
    assert len(server.requests) == QUICK.attempts
    assert outcome.client.usage == Usage(calls=3, retries=2)


def test_a_spent_quota_is_not_waited_for() -> None:
    """Throttling for want of money does not pass with time."""
    with Loopback(default=error(429, "You exceeded your current quota", code="insufficient_quota")) as server:
        outcome = ask(server)
    assert isinstance(outcome.error, RateLimitError)
    assert not outcome.error.retryable
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "fault",
    [
        error(500, "oops"),
        error(503, "loading model"),
        error(408, "too slow"),
        error(409, "busy"),
        raw(b"<h1>Bad gateway</h1>", "text/html", status=502),
        reset(),
        text('{"names": [', finish=None),
        text(GOOD, finish="error"),
        events("{not json"),
        events('{"error": {"message": "overloaded", "code": 503}}'),
        events('{"error": {"message": "out of memory", "type": "server_error"}}'),
        raw(b"", "text/event-stream"),
        raw(b"\xff\xfe\n\n", "text/event-stream"),
        raw(b"data: " + b"[" * 100_000 + b"\n\n", "text/event-stream"),
        raw(b"{broken", "application/json"),
    ],
    ids=lambda answer: f"{answer.status}-{answer.fault or (answer.body or b'')[:20]!r}",
)
def test_passing_faults_are_repeated(fault: Answer) -> None:
    """Server errors, broken connections and garbled streams are asked again, and the next answer counts."""
    pieces: list[str] = []
    with Loopback(fault, text(GOOD)) as server:
        reply = ask(server, on_text=pieces.append).reply
    assert reply.value == Names(names=["Ada"])
    assert (reply.usage.calls, reply.usage.retries) == (2, 1)
    assert "".join(pieces[len(pieces) - pieces[::-1].index("") :]) == GOOD


@pytest.mark.parametrize("silence", [hang(), drip()], ids=["hang", "drip"])
def test_time_outs_are_repeated(silence: Answer) -> None:
    """Silence, and a stream that says nothing for ever, end with the time-out and are asked again."""
    with Loopback(silence, text(GOOD)) as server:
        reply = ask(server, timeout=0.2).reply
    assert reply.usage == Usage(input_tokens=11, output_tokens=7, calls=2, retries=1)


def test_lasting_silence_is_named() -> None:
    """The error says how long was waited, and what to do."""
    with Loopback(default=hang()) as server:
        outcome = ask(server, timeout=0.1)
    assert isinstance(outcome.error, ModelUnavailable)
    assert "0.1 s" in str(outcome.error)
    assert "SUMMARISER_TIMEOUT" in outcome.error.hint
    assert outcome.client.usage.calls == 3


def test_a_server_that_is_not_running_is_named_at_once() -> None:
    """On this machine a refused connection is not repeated, and the message asks whether the server runs."""
    with Loopback() as server:
        url = server.url
    outcome = ask(url, retry=RetryPolicy(attempts=5, first_wait=30))
    assert isinstance(outcome.error, ModelUnavailable)
    assert f"is the server running at {url}?" in str(outcome.error)
    assert outcome.client.usage == Usage()


def test_a_connection_without_trust_is_named_at_once() -> None:
    """TLS towards a server that speaks none, like an untrusted certificate, is told as such and not repeated."""
    with Loopback() as server:
        outcome = ask(server.url.replace("http:", "https:"))
    assert isinstance(outcome.error, ModelUnavailable)
    assert "check http or https" in outcome.error.hint
    assert outcome.client.usage == Usage()


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (error(401, f"Incorrect API key provided: {KEY}"), AuthenticationError, "check SUMMARISER_API_KEY"),
        (error(403, "not for you"), AuthenticationError, "refused access to m"),
        (error(404, "The model `m` does not exist"), ModelUnavailable, "no model 'm'"),
        (error(400, "n must be one"), ModelError, "(400): n must be one"),
        (error(422, "bad", detail="x"), ModelError, "(422): bad"),
        (error(418, "\x1b[31mred\x07\n" + "tea" * 200), ModelError, "(418): [31mred"),
        (error(400, "request exceeds the available context size"), TruncatedError, "longer than the context"),
        (error(400, "too long", code="context_length_exceeded"), TruncatedError, "SUMMARISER_CONTEXT_TOKENS"),
        (events('{"error": {"message": "prompt is too long", "code": 400}}'), TruncatedError, "longer"),
        (raw(b"<html>Log in</html>", "text/html"), ModelError, "not an OpenAI-compatible endpoint"),
        (raw(b"{}"), ModelError, "not an OpenAI-compatible endpoint"),
        (raw(b"", status=307, location="http://127.0.0.1:9/v1"), ModelError, "redirects elsewhere"),
        (error(501, "no such method"), OutputError, ""),
    ],
)
def test_lasting_faults_are_told_once(answer: Answer, kind: type[SummariserError], words: str) -> None:
    """What will not pass is asked once and told in the package's own errors, with what to do."""
    with Loopback(answer, default=text("prose")) as server:
        outcome = ask(server)
    assert type(outcome.error) is kind
    assert words in str(outcome.error)
    assert len(str(outcome.error)) < 400
    assert "\x1b" not in str(outcome.error)
    if kind is not OutputError:
        assert len(server.requests) == 1


def test_a_missing_key_is_named() -> None:
    """Without a key the hint says where to put one."""
    with Loopback(error(401, "no key")) as server:
        assert "set SUMMARISER_API_KEY" in str(ask(server, api_key=None).error)


def test_text_that_cannot_be_encoded_is_told() -> None:
    """Half a surrogate pair in a document ends the question with an error of ours, before anything is sent."""

    async def run() -> None:
        client = ModelClient(model="m", base_url="http://127.0.0.1:9/v1", api_key=None)
        try:
            await client.ask([{"role": "user", "content": "a\ud800b"}], Names, max_tokens=10)
        finally:
            await client.aclose()

    with pytest.raises(ModelError, match="UTF-8"):
        asyncio.run(run())
