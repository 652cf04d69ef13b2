"""Fetching by link, against a server on the loopback interface."""

from __future__ import annotations

import asyncio
import gzip
import ssl
import subprocess
import threading
import time
from typing import TYPE_CHECKING

import pytest

from summariser.documents.fetch import MAX_REDIRECTS, Network, fetch, read_url
from summariser.errors import DocumentError
from tests.paper import drawn, lines
from tests.website import PAGE, Reply, Server, loopback, moved

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def refusal(call: Callable[[], object]) -> str:
    """The one line in which a call is refused."""
    with pytest.raises(DocumentError) as caught:
        call()
    line = str(caught.value)
    assert "\n" not in line
    return line


def test_page_is_fetched_and_read() -> None:
    """Bytes, type and final address come back; the document is named by its link."""
    with Server(pact=Reply()) as server:
        url = server.url("pact")
        assert fetch(url, network=loopback()) == (PAGE, "text/html; charset=utf-8", url)
        document = read_url(url, network=loopback())
    assert (document.name, document.url, document.media_type) == (url, url, "text/html")
    assert document.text.split() == ["Pact", "Norland", "will", "pay."]


def test_kind_is_told_by_the_bytes() -> None:
    """A PDF that is served as a stream of bytes, or as text, is read as a PDF."""
    data = drawn(lines("Norland will pay."))
    with Server(a=Reply(data, "application/octet-stream"), b=Reply(data, "text/plain"), c=Reply(data, None)) as server:
        for path in "abc":
            assert read_url(server.url(path), network=loopback()).text == "Norland will pay."


def test_request_names_the_product_and_carries_nothing_else() -> None:
    """The host is the one of the link, and there are no cookies, though the server sets some."""
    cookie = {"Set-Cookie": "id=1; Path=/"}
    with Server(a=Reply(headers={**cookie, "Location": "/b"}, status=302), b=Reply(headers=cookie)) as server:
        fetch(server.url("a"), network=loopback())
        fetch(server.url("b"), network=loopback())
    assert [path for path, _ in server.requests] == ["/a", "/b", "/b"]
    for _, headers in server.requests:
        assert headers["host"] == f"post.example:{server.port}"
        assert headers["user-agent"].startswith("summariser/")
        assert not {"cookie", "authorization", "referer"} & set(headers)


def test_the_checked_address_is_the_one_connected_to() -> None:
    """The name is resolved once for a connection: an answer that changes in between changes nothing."""
    asked: list[str] = []

    def rebinding(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    with Server(a=Reply()) as server:
        network = Network(resolve=rebinding, allows=lambda address: address == "127.0.0.1")
        assert fetch(server.url("a"), network=network).data == PAGE
        assert asked == ["post.example"]
        assert "not public" in refusal(lambda: fetch(server.url("a"), network=network))


@pytest.mark.parametrize(
    "link",
    ["http://127.0.0.1:{port}/a", "http://localhost:{port}/a", "http://[::1]:{port}/a", "http://[::ffff:127.0.0.1]:{port}/a",
     "http://0.0.0.0:{port}/a", "http://2130706433:{port}/a", "http://0x7f000001:{port}/a", "http://127.1:{port}/a"],
)  # fmt: skip
def test_loopback_is_refused_by_default(link: str) -> None:
    """In any spelling; nothing is sent there."""
    with Server(a=Reply()) as server:
        line = refusal(lambda: fetch(link.format(port=server.port)))
    assert "not public" in line or "no such host" in line or "not a valid link" in line
    assert server.requests == []


@pytest.mark.parametrize(
    "addresses", [["10.0.0.1"], ["127.0.0.1", "192.168.0.1"], ["169.254.169.254"], ["fe80::1"], ["::ffff:10.0.0.1"]]
)
def test_one_address_that_is_not_public_is_enough(addresses: list[str]) -> None:
    """A name with a public and a private address is refused, too."""
    with Server(a=Reply()) as server:
        network = loopback(bad_example=addresses)
        assert "not public" in refusal(lambda: fetch(server.url("a", "bad.example"), network=network))
        assert server.requests == []


def test_redirect_to_a_private_address_is_refused() -> None:
    """Each redirect is checked like the link itself."""
    with Server(a=moved("http://inner.example/secret"), b=moved("http://10.1.1.1/"), c=moved("//bad@x/")) as server:
        network = loopback(inner_example=["127.0.0.2"], **{"10_1_1_1": ["10.1.1.1"]})
        assert "inner.example/secret is at an address that is not public" in refusal(
            lambda: fetch(server.url("a"), network=network)
        )
        assert "not public" in refusal(lambda: fetch(server.url("b"), network=network))
        assert "user name or password" in refusal(lambda: fetch(server.url("c"), network=network))
        assert len(server.requests) == 3


def test_redirects_are_followed_and_counted() -> None:
    """Relative and absolute ones, up to the limit; the final address is kept without its fragment."""
    hops = {f"r{n}": moved(f"/r{n + 1}", status) for n, status in enumerate((301, 302, 303, 307, 308))}
    with Server(**hops, r5=Reply(), loop=moved("loop")) as server:
        assert fetch(server.url("r0#top"), network=loopback()).url == server.url("r5")
        assert len(server.requests) == MAX_REDIRECTS + 1
        server.requests.clear()
        assert "without end" in refusal(lambda: fetch(server.url("loop"), network=loopback()))
        assert len(server.requests) == MAX_REDIRECTS + 1


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("ftp://post.example/x", "not a link to a web page"),
        ("file:///etc/passwd", "not a link to a web page"),
        ("https:///x", "not a link to a web page"),
        ("javascript:alert(1)", "not a link to a web page"),
        ("https://user:pass@post.example/", "user name or password"),
        ("https://[::1", "not a valid link"),
        ("https://post.example:99999/", "not a valid link"),
        ("https://a\nb.example/", "not a valid link"),
        ("https://post.example/" + "x" * 5_000, "too long"),
    ],
)
def test_links_that_are_none(link: str, words: str) -> None:
    """Refused before anything is looked up, in one line that holds no password."""
    network = Network(resolve=lambda *_: pytest.fail("the name was looked up"))
    line = refusal(lambda: fetch(link, network=network))
    assert words in line
    assert "pass@" not in line


def test_https_is_not_left_for_http() -> None:
    """A redirect to an unencrypted page could be read and changed on the way."""
    from summariser.documents.fetch import _checked

    with pytest.raises(DocumentError, match="unencrypted"):
        _checked("http://post.example/b", before=_checked("https://post.example/a", before=None))


def test_host_that_is_not_there() -> None:
    """A name without an address, and an address where nobody answers, are told apart."""

    def nowhere(_host: str, _port: int) -> list[str]:
        raise OSError

    assert "no such host" in refusal(lambda: fetch("https://nowhere.example/", network=Network(resolve=nowhere)))
    with Server() as server:
        closed = server.url("a")
    assert "cannot be reached" in refusal(lambda: fetch(closed, network=loopback()))


def test_second_address_is_tried() -> None:
    """Where the first does not answer, as IPv6 often does not, the next is connected to."""
    with Server(a=Reply()) as server:
        network = Network(resolve=lambda *_: ["127.0.0.9", "127.0.0.1"], allows=lambda _: True)
        assert fetch(server.url("a"), network=network).data == PAGE


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(b"\x89PNG", "image/png"), "the server calls it image/png"),
        (Reply(b"{}", "application/json; charset=utf-8"), "application/json"),
        (Reply(b"", "text/html"), "is empty"),
        (Reply(status=403), "status 403 (save the page in your browser"),
        (Reply(status=404), "status 404 (check the link)"),
        (Reply(status=500), "status 500 (try again later)"),
        (Reply(status=304), "status 304"),
        (Reply(headers={"Content-Length": str(10**12)}), "is larger than 20 MiB"),
        (Reply(b"x" * (21 * 1024 * 1024), "text/plain"), "is larger than 20 MiB"),
        (
            Reply(gzip.compress(b"x" * (21 * 1024 * 1024)), "text/plain", headers={"Content-Encoding": "gzip"}),
            "is larger than 20 MiB",
        ),
        (Reply(b"no gzip", headers={"Content-Encoding": "gzip"}), "broke off"),
        (Reply(PAGE, headers={"Content-Length": "9999"}), "broke off"),
    ],
    ids=["image", "json", "empty", "403", "404", "500", "304", "declared", "long", "packed", "gzip", "short"],
)
def test_answers_that_are_no_document(reply: Reply, words: str) -> None:
    """Type, status, size and damage are each told in one line."""
    if reply.headers.get("Content-Length") == "9999":
        reply.headers["Connection"] = "close"
    with Server(a=reply) as server:
        assert words in refusal(lambda: fetch(server.url("a"), network=loopback()))


@pytest.mark.parametrize("where", ["head", "body"])
def test_time_is_bounded_however_the_server_drips(where: str) -> None:
    """A byte now and then does not keep it waiting."""
    with Server(a=Reply(drip=where)) as server:
        began = time.monotonic()
        assert "took longer than 1 seconds" in refusal(lambda: fetch(server.url("a"), network=loopback(seconds=1)))
        assert time.monotonic() - began < 5


def test_time_is_bounded_while_a_name_is_looked_up() -> None:
    """A resolver that hangs is not waited for."""
    release = threading.Event()

    def hanging(_host: str, _port: int) -> list[str]:
        release.wait(20)
        return ["127.0.0.1"]

    began = time.monotonic()
    assert "took longer" in refusal(
        lambda: fetch("https://post.example/", network=Network(resolve=hanging, seconds=0.5))
    )
    assert time.monotonic() - began < 5
    release.set()


def test_it_works_inside_an_event_loop() -> None:
    """A caller with a loop of its own can use it."""

    async def inside(url: str) -> bytes:
        return fetch(url, network=loopback()).data

    with Server(a=Reply()) as server:
        assert asyncio.run(inside(server.url("a"))) == PAGE


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy would resolve the name anew, beyond the check."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with Server(a=Reply()) as server:
        assert fetch(server.url("a"), network=loopback()).data == PAGE


def test_certificate_is_checked_against_the_name(tmp_path: Path) -> None:
    """Though the connection goes to an address, the certificate must be that of the host in the link."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=post.example"
        f" -addext subjectAltName=DNS:post.example -keyout {key} -out {certificate}"
    )
    try:
        subprocess.run(command.split(), check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl is not installed")  # the one way here to make a certificate without a further package
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(certificate, key)
    trusting = ssl.create_default_context(cafile=str(certificate))
    network = Network(resolve=lambda *_: ["127.0.0.1"], allows=lambda _: True, tls=trusting)
    with Server(serving, a=Reply()) as server:
        assert fetch(server.url("a", scheme="https"), network=network).data == PAGE
        other = server.url("a", "other.example", "https")
        assert "certificate is not valid" in refusal(lambda: fetch(other, network=network))
        untrusting = Network(resolve=network.resolve, allows=network.allows)
        assert "certificate is not valid" in refusal(lambda: fetch(server.url("a", scheme="https"), network=untrusting))
