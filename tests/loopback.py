"""A misbehaving OpenAI-compatible server on 127.0.0.1, for tests.

```python
with Loopback(error(429, "slow down", headers={"retry-after": "0.1"}), text('{"names": []}')) as server:
    ...  # ask the model behind server.url; server.requests holds what arrived
```

Answers are given in order; when they run out, `default` answers, or the server says 418.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import struct
import threading
import time
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Literal, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

PIECE = 7  # characters of an answer in each event of a stream


@dataclass(frozen=True)
class Request:
    """What arrived.

    Attributes:
        path: For example "/v1/chat/completions".
        headers: By lower-case name.
        raw: The body, byte for byte.
        at: `time.monotonic` of its arrival.
    """

    path: str
    headers: dict[str, str]
    raw: bytes
    at: float

    @property
    def json(self) -> dict[str, Any]:
        """The body as an object."""
        return json.loads(self.raw)

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The messages of a chat request."""
        return self.json["messages"]

    @property
    def mode(self) -> str:
        """How structured output was asked for: json_schema, tools, json or md_json."""
        kind = self.json.get("response_format", {}).get("type", "md_json")
        return "tools" if "tools" in self.json else {"json_object": "json"}.get(kind, kind)


@dataclass(frozen=True)
class Answer:
    """What the server does with one request; the functions below make one.

    Attributes:
        status: HTTP status.
        headers: Additional headers.
        body: Sent as it stands, with `content_type`; None for a completion.
        content_type: Of the body.
        content: Text of the completion.
        arguments: Arguments of a tool call, in place of text.
        finish: Finish reason; None for a stream that just ends.
        usage: Tokens read and written; None to report none.
        cached: Of the tokens read, those from a cache.
        extra: Further fields of the message or the delta.
        fault: "hang" says nothing, "drip" sends comments for ever, "reset" breaks the connection in the midst, "stall"
            gives the whole text and its end but does not close.
        streams: False to send the whole completion even where a stream was asked for.
    """

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    content_type: str = "application/json"
    content: str | None = None
    arguments: str | None = None
    finish: str | None = "stop"
    usage: tuple[int, int] | None = (11, 7)
    cached: int = 0
    extra: dict[str, Any] = field(default_factory=dict)
    fault: Literal["hang", "drip", "reset", "stall"] | None = None
    streams: bool = True


def text(content: str, **fields: Any) -> Answer:
    """A completion with this text; `fields` are those of `Answer`."""
    return Answer(content=content, **fields)


def call(arguments: str, **fields: Any) -> Answer:
    """A completion with a call of the tool that the request names."""
    return Answer(arguments=arguments, finish="tool_calls", **fields)


def error(
    status: int, message: str, *, headers: dict[str, str] | None = None, code: str | None = None, **fields: Any
) -> Answer:
    """An error in the form OpenAI gives it; `fields` go into the error object."""
    body = json.dumps({"error": {"message": message, "code": code, **fields}}).encode()
    return Answer(status=status, body=body, headers=headers or {})


def raw(body: bytes, content_type: str = "application/json", *, status: int = 200, **headers: str) -> Answer:
    """These bytes."""
    return Answer(status=status, body=body, content_type=content_type, headers=headers)


def events(*data: str) -> Answer:
    """A stream with these events, and nothing that ends it."""
    return raw("".join(f"data: {each}\n\n" for each in data).encode(), "text/event-stream")


def hang() -> Answer:
    """No answer until the server closes."""
    return Answer(fault="hang")


def drip() -> Answer:
    """A stream of comments until the server closes."""
    return Answer(fault="drip")


def reset(content: str = '{"names": ["half') -> Answer:
    """A stream that breaks off with a connection reset after this text."""
    return Answer(content=content, fault="reset")


class Loopback:
    """The server; a context manager.

    Args:
        *answers: What to do with each request, in order.
        default: What to do with all further requests, or a function that decides by the request.
    """

    def __init__(self, *answers: Answer, default: Answer | Callable[[Request], Answer] | None = None) -> None:
        self.requests: list[Request] = []
        self._answers = list(answers)
        self._default = default or error(418, "no answer is left")
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def url(self) -> str:
        """Base URL."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    @property
    def modes(self) -> list[str]:
        """The structured-output mode of each request."""
        return [request.mode for request in self.requests]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._server.shutdown()
        self._thread.join(timeout=5)
        self._server.server_close()

    def _next(self, request: Request) -> Answer:
        with self._lock:
            self.requests.append(request)
            answer = self._answers.pop(0) if self._answers else self._default
        return answer(request) if callable(answer) else answer

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        loopback = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                headers = {name.lower(): value for name, value in self.headers.items()}
                request = Request(self.path, headers, body, time.monotonic())
                with contextlib.suppress(OSError):  # the client may have gone
                    _Exchange(self, request, loopback._closing).give(loopback._next(request))

            def finish(self) -> None:
                with contextlib.suppress(OSError, ValueError):
                    super().finish()

            def log_message(self, *_args: object) -> None: ...

        return Handler


@dataclass
class _Exchange:
    handler: BaseHTTPRequestHandler
    request: Request
    closing: threading.Event

    def give(self, answer: Answer) -> None:
        if answer.fault == "hang":
            self.closing.wait(30)
            self.handler.close_connection = True
        elif answer.body is not None:
            self._whole(answer.body, answer)
        elif answer.fault == "drip" or (self.request.json.get("stream") and answer.streams):
            self._stream(answer)
        else:
            message = {"role": "assistant", **self._message(answer)}
            completion = self._completion(answer, [{"index": 0, "message": message, "finish_reason": answer.finish}])
            self._whole(json.dumps({**completion, "object": "chat.completion"}).encode(), answer)

    def _whole(self, body: bytes, answer: Answer) -> None:
        self.handler.send_response(answer.status)
        for name, value in {"content-type": answer.content_type, **answer.headers}.items():
            self.handler.send_header(name, value)
        self.handler.send_header("content-length", str(len(body)))
        self.handler.end_headers()
        self.handler.wfile.write(body)

    def _stream(self, answer: Answer) -> None:
        self.handler.send_response(200)
        self.handler.send_header("content-type", "text/event-stream")
        self.handler.send_header("transfer-encoding", "chunked")
        self.handler.end_headers()
        while answer.fault == "drip" and not self.closing.wait(0.02):
            self._chunk(": still here\n\n")
        silent = replace(answer, usage=None)
        for delta in self._deltas(answer):
            self._event(self._completion(silent, [{"index": 0, "delta": delta}]))
        if answer.fault == "reset":
            self._reset()
            return
        if answer.finish is not None:
            self._event(self._completion(silent, [{"index": 0, "delta": {}, "finish_reason": answer.finish}]))
            if answer.fault == "stall":
                self.closing.wait(30)
            if self.request.json.get("stream_options", {}).get("include_usage") and answer.usage:
                self._event(self._completion(answer, []))
            self._chunk("data: [DONE]\n\n")
        self._chunk("")

    def _deltas(self, answer: Answer) -> list[dict[str, Any]]:
        whole = answer.content or answer.arguments or ""
        pieces = [whole[at : at + PIECE] for at in range(0, len(whole), PIECE)]
        if answer.arguments is None:
            return [{"role": "assistant", **answer.extra}, *({"content": piece} for piece in pieces)]
        opened = self._message(answer)["tool_calls"][0]
        first = {**opened, "index": 0, "function": {**opened["function"], "arguments": ""}}
        more = ({"tool_calls": [{"index": 0, "function": {"arguments": piece}}]} for piece in pieces)
        return [{"role": "assistant", "tool_calls": [first]}, *more]

    def _message(self, answer: Answer) -> dict[str, Any]:
        if answer.arguments is None:
            return {"content": answer.content, **answer.extra}
        tools = self.request.json.get("tools") or [{"function": {"name": "unasked"}}]
        function = {"name": tools[0]["function"]["name"], "arguments": answer.arguments}
        return {"content": None, "tool_calls": [{"id": "call_1", "type": "function", "function": function}]}

    def _completion(self, answer: Answer, choices: list[dict[str, Any]]) -> dict[str, Any]:
        completion = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": choices}
        if answer.usage:
            read, written = answer.usage
            completion["usage"] = {
                "prompt_tokens": read,
                "completion_tokens": written,
                "total_tokens": read + written,
                "prompt_tokens_details": {"cached_tokens": answer.cached},
            }
        return completion

    def _event(self, data: dict[str, Any]) -> None:
        self._chunk(f"data: {json.dumps(data)}\n\n")

    def _chunk(self, data: str) -> None:
        encoded = data.encode()
        self.handler.wfile.write(f"{len(encoded):x}\r\n".encode() + encoded + b"\r\n")
        self.handler.wfile.flush()

    def _reset(self) -> None:
        time.sleep(0.02)  # or the reset overtakes what was sent
        connection = self.handler.connection
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.handler.close_connection = True
        os.close(connection.detach())
