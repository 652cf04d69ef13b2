"""A web server on the loopback interface, for tests of fetching.

```python
with Server(a=Reply(b"Hello.", "text/plain"), b=moved("/a")) as server:
    fetch(server.url("b"), network=loopback())
```
"""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Self

from summariser.documents.addresses import is_public
from summariser.documents.fetch import Network

if TYPE_CHECKING:
    import ssl

PAGE = b"<html><head><title>Pact</title></head><body><h1>Pact</h1><p>Norland will pay.</p></body></html>"


@dataclass
class Reply:
    """What the server says to a request for one path; `drip` is "head" or "body" for a byte at a time, without end."""

    body: bytes = PAGE
    content_type: str | None = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    drip: str = ""


def moved(where: str, status: int = 302) -> Reply:
    """A redirect."""
    return Reply(b"moved", status=status, headers={"Location": where})


def loopback(seconds: float = 20, **hosts: list[str]) -> Network:
    """A network in which every host is on the loopback interface, but those that are named (with _ for each dot)."""
    known = {name.replace("_", "."): addresses for name, addresses in hosts.items()}
    return Network(
        resolve=lambda host, _port: known.get(host, ["127.0.0.1"]),
        allows=lambda address: address == "127.0.0.1" or is_public(address),
        seconds=seconds,
    )


class Server:
    """Answers by path; a context manager.

    Args:
        tls: With what it proves who it is; None to speak plain HTTP.
        **replies: The reply for each path.

    Attributes:
        requests: Path and headers of what arrived.
        port: Where it listens.
    """

    def __init__(self, tls: ssl.SSLContext | None = None, **replies: Reply) -> None:
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.replies = replies
        self.closing = threading.Event()
        self._server = _Quiet(("127.0.0.1", 0), type("Handler", (_Handler,), {"site": self}))
        if tls:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self.port = self._server.server_address[1]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._thread.join(5)
        self._server.server_close()

    def url(self, path: str, host: str = "post.example", scheme: str = "http") -> str:
        """The link to a path."""
        return f"{scheme}://{host}:{self.port}/{path}"


class _Quiet(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A client that has gone is no fault."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Server

    def do_GET(self) -> None:
        self.site.requests.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        reply = self.site.replies.get(self.path.strip("/"), Reply(b"", status=404))
        if reply.drip == "head":
            self._drip(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            return
        self.send_response(reply.status)
        self._send_headers(reply)
        if reply.drip:
            self._drip(b"")
        else:
            self.wfile.write(reply.body)

    def _send_headers(self, reply: Reply) -> None:
        length = {"Connection": "close"} if reply.drip else {"Content-Length": str(len(reply.body))}
        kind = {"Content-Type": reply.content_type} if reply.content_type else {}
        for name, value in {**length, **kind, **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def _drip(self, first: bytes) -> None:
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.wfile.write(first)
            while not self.site.closing.wait(0.05):
                self.wfile.write(b"x")

    def finish(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            super().finish()

    def log_message(self, *_: object) -> None: ...
