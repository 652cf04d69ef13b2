"""One request to an OpenAI-compatible endpoint: streamed, bounded, and put together again as a plain completion.

Imports openai, which takes most of a second: import this module where it is used.
"""

from __future__ import annotations

import asyncio
import json
import re
import ssl
from contextlib import aclosing, contextmanager
from typing import TYPE_CHECKING, Any, cast

import httpx2
from openai import APIConnectionError, APIError, APIStatusError, APITimeoutError, AsyncOpenAI, AsyncStream

from summariser.models.assembly import Assembly, part
from summariser.models.failures import EndpointFailure
from summariser.models.retry import retry_after
from summariser.models.spec import OPENAI_URL, is_loopback

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator

    from openai.types.chat import ChatCompletion

    from summariser.models.modes import Known

__all__ = ["Endpoint"]

_LARGEST_ANSWER = 64_000_000  # bytes on the wire
_COMPRESSION = 50  # compressed answers were not asked for; they may be this much shorter
_LONGEST_ANSWER = 10  # times the time-out
_COMPLAINT = re.compile(
    r"support|not (?:permitted|allowed|implemented)|unknown|unrecogni[sz]ed|unexpected|extra|only the default|invalid",
    re.IGNORECASE,
)


class Endpoint:
    """An OpenAI-compatible endpoint; belongs to one event loop.

    Every request is streamed where the endpoint can, and the pieces are handed on as they come. What it refuses
    (streaming, token counts in the stream, a sampling parameter) is left out of the request and of all later ones.
    No redirect is followed, and for this machine no proxy is used: the document goes where the user said.

    Args:
        base_url: Such as "http://127.0.0.1:8000/v1".
        api_key: Key, or an empty string.
        timeout: Seconds without a byte that count as a time-out; a whole answer may take ten times as long.
        facts: What is known of the endpoint; gains what is learnt.
    """

    def __init__(self, base_url: str, api_key: str, *, timeout: float, facts: Known) -> None:
        limits = httpx2.Timeout(timeout, connect=min(timeout, 10.0), pool=None)
        self._longest = timeout * _LONGEST_ANSWER
        self._facts = facts
        self._client = AsyncOpenAI(
            base_url=base_url,
            api_key=api_key or "none",
            timeout=limits,
            max_retries=0,
            default_headers={"Accept-Encoding": "identity"},
            http_client=httpx2.AsyncClient(
                timeout=limits,
                follow_redirects=False,
                trust_env=not is_loopback(base_url),
                event_hooks={"response": [_bound]},
            ),
        )
        if base_url != OPENAI_URL:  # openai reads them from the environment; they are nobody else's business
            self._client.organization = self._client.project = None

    async def complete(
        self, request: dict[str, Any], *, on_call: Callable[[], None], on_text: Callable[[str], None] | None
    ) -> ChatCompletion:
        """Send one request, without repeating it when it fails.

        Args:
            request: Arguments of a chat completion; `max_tokens` must be among them.
            on_call: Called after each request that reached the endpoint, whatever came of it.
            on_text: Called with an empty string when an answer begins, then with each piece of it.

        Returns:
            The completion, its token counts included where the endpoint reports them.

        Raises:
            EndpointFailure: There was no usable answer.
        """
        while True:
            sent = self._adapted(request)
            if on_text:
                on_text("")
            reached = True
            try:
                return await self._answer(sent, on_text)
            except EndpointFailure as failure:
                reached = failure.kind not in ("unreachable", "no_tls")
                if not self._learn(failure, sent):
                    raise
            finally:
                if reached:
                    on_call()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.close()

    def _adapted(self, request: dict[str, Any]) -> dict[str, Any]:
        facts = self._facts
        sent = {facts.renamed.get(name, name): value for name, value in request.items() if name not in facts.dropped}
        if facts.streams:
            sent["stream"] = True
            if facts.stream_usage:
                sent["stream_options"] = {"include_usage": True}
        return sent

    def _learn(self, failure: EndpointFailure, sent: dict[str, Any]) -> bool:
        """Note which parameter of the request the endpoint does not take; False when it is not about one."""
        words, facts = failure.message, self._facts
        if failure.status not in (400, 422, 501) or failure.out_of_context or not _COMPLAINT.search(words):
            return False

        def named(name: str) -> bool:
            return bool(re.search(rf"(?<![A-Za-z_]){name}(?![A-Za-z_])", words, re.IGNORECASE))

        if "stream_options" in sent and named("stream_options"):
            facts.stream_usage = False
        elif "max_tokens" in sent and named("max_tokens") and named("max_completion_tokens"):
            facts.renamed["max_tokens"] = "max_completion_tokens"
        elif name := next((name for name in ("temperature", "seed") if name in sent and named(name)), None):
            facts.dropped.add(name)
        elif "stream" in sent and named("stream(?:ing|ed)?"):
            facts.streams = False
        else:
            return False
        return True

    async def _answer(self, sent: dict[str, Any], on_text: Callable[[str], None] | None) -> ChatCompletion:
        tokens = sent.get("max_tokens") or sent["max_completion_tokens"]
        assembly = Assembly(longest=64 * tokens + 10_000)
        limit = asyncio.timeout(self._longest)
        try:
            async with limit, aclosing(self._pieces(sent)) as pieces:
                async for piece in pieces:
                    text = assembly.add(piece)
                    if text and on_text:
                        on_text(text)
                    if assembly.full:
                        break
        except TimeoutError:
            if limit.expired():
                raise EndpointFailure("timeout") from None
            raise
        except EndpointFailure:
            if not assembly.finished:  # a fault after the last word costs the token counts at most
                raise
        if not assembly.finished:
            raise EndpointFailure("lost")
        return assembly.completion()

    async def _pieces(self, sent: dict[str, Any]) -> AsyncGenerator[object]:
        """The events of a stream, or the one whole completion."""
        with _translated():
            answer: object = await self._client.chat.completions.create(**sent)
        if not isinstance(answer, AsyncStream):
            yield _checked(answer)
            return
        async with answer:
            kind = answer.response.headers.get("content-type", "")
            if "json" in kind:  # asked for a stream, it answered with the whole
                with _translated():
                    whole = json.loads(await answer.response.aread())
                yield _checked(whole)
                return
            if "html" in kind:
                raise EndpointFailure("not_an_api")
            while True:
                with _translated():
                    piece = await anext(answer, None)
                if piece is None:
                    return
                yield piece


class _Bounded(httpx2.AsyncByteStream):
    def __init__(self, stream: httpx2.AsyncByteStream, limit: int) -> None:
        self._stream = stream
        self._left = limit

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            self._left -= len(chunk)
            if self._left < 0:
                raise EndpointFailure("oversized")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


async def _bound(response: httpx2.Response) -> None:
    plain = response.headers.get("content-encoding", "identity") == "identity"
    limit = _LARGEST_ANSWER if plain else _LARGEST_ANSWER // _COMPRESSION
    response.stream = _Bounded(cast("httpx2.AsyncByteStream", response.stream), limit)


def _checked(whole: object) -> object:
    """A completion that is one, or a failure."""
    if problem := part(whole, "error"):
        raise _failure_in(problem)
    if not isinstance(part(whole, "choices"), list):
        raise EndpointFailure("not_an_api")
    return whole


@contextmanager
def _translated() -> Iterator[None]:
    """Any way in which openai and its transport fail becomes an `EndpointFailure`."""
    try:
        yield
    except APIStatusError as error:
        raise _failure_of(error) from None
    except APIConnectionError as error:
        raise _failure_to_connect(error) from None
    except httpx2.TimeoutException:
        raise EndpointFailure("timeout") from None
    except APIError as error:  # inside a stream that began well
        raise _failure_in(error.body) from None
    except UnicodeEncodeError:
        raise EndpointFailure("unsendable") from None
    except (httpx2.HTTPError, httpx2.StreamError, ValueError, RecursionError):
        raise EndpointFailure("lost") from None


def _failure_to_connect(error: APIConnectionError) -> EndpointFailure:
    cause: BaseException | None = error.__cause__
    if isinstance(cause, EndpointFailure):
        return cause
    if isinstance(cause, httpx2.ConnectTimeout):
        return EndpointFailure("unreachable")
    if isinstance(error, APITimeoutError):
        return EndpointFailure("timeout")
    if not isinstance(cause, httpx2.ConnectError):
        return EndpointFailure("lost")
    while cause and not isinstance(cause, ssl.SSLError):
        cause = cause.__cause__ or cause.__context__
    return EndpointFailure("no_tls" if cause else "unreachable")


def _failure_of(error: APIStatusError) -> EndpointFailure:
    return EndpointFailure(
        "status",
        status=error.status_code,
        message=_words(error.body),
        code=f"{part(error.body, 'code')} {part(error.body, 'type')}",
        wait=retry_after(error.response.headers),
    )


def _failure_in(problem: object) -> EndpointFailure:
    """A failure told inside an answer that began with status 200."""
    code = part(problem, "code")
    status = code if isinstance(code, int) and 400 <= code < 600 else 500
    return EndpointFailure("status", status=status, message=_words(problem), code=f"{code} {part(problem, 'type')}")


def _words(body: object) -> str:
    """The message in the body of an error answer; servers put it in different places."""
    for name in ("message", "detail", "error"):
        if found := part(body, name):
            body = found
            break
    return body if isinstance(body, str) else json.dumps(body, default=str)[:4000]
