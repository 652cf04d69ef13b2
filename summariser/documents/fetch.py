"""Fetching a document by its link: from the public internet only, within bounds of size and time."""

from __future__ import annotations

import asyncio
import contextlib
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from summariser._version import __version__
from summariser.documents.addresses import is_public, resolve
from summariser.documents.formats.kinds import DOCX, EML, HTML, MARKDOWN, MHTML, PDF, TEXT
from summariser.documents.read import MAX_BYTES, read_bytes
from summariser.errors import DocumentError

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Sequence
    from datetime import date as Date

    import httpx2

    from summariser.documents.document import Document

__all__ = ["MAX_REDIRECTS", "SECONDS", "Fetched", "Network", "fetch", "read_url"]

MAX_REDIRECTS = 5
"""Most redirects that are followed."""

SECONDS = 30.0
"""Longest time that fetching one document may take, redirects included."""

_CONNECT_SECONDS = 8.0
_MOST_ADDRESSES = 4
_LONGEST_URL = 4_000
_LAST_PORT = 65_535
_MOVED = frozenset({301, 302, 303, 307, 308})
_OCTETS = "application/octet-stream"
_WANTED = frozenset({HTML, "application/xhtml+xml", PDF, DOCX, TEXT, MARKDOWN, "text/x-markdown", EML, MHTML, _OCTETS})
_HEADERS = {
    "user-agent": f"summariser/{__version__} (reads single pages that its user names)",
    "accept": f"{HTML}, application/xhtml+xml, {PDF}, {TEXT}, {DOCX};q=0.9, */*;q=0.1",
    "accept-encoding": "gzip, deflate",
}
_NOT_A_TYPE = re.compile(r"[^\w.+/; =\"-]")


class Fetched(NamedTuple):
    """What a link leads to.

    Attributes:
        data: All of its bytes.
        media_type: As the server says, with parameters ("text/html; charset=utf-8"), or None.
        url: Where it was found in the end.
    """

    data: bytes
    media_type: str | None
    url: str


@dataclass(frozen=True, slots=True)
class Network:
    """The way to the internet; tests put their own in its place.

    Attributes:
        resolve: Gives the addresses of a host name and port.
        allows: Whether an address may be connected to. It is asked for each address that a name resolves to, and one
            that may not be is reason enough to refuse.
        tls: Certificates that are trusted; None for those of the system.
        seconds: Longest time for all.
    """

    resolve: Callable[[str, int], Sequence[str]] = resolve
    allows: Callable[[str], bool] = is_public
    tls: ssl.SSLContext | None = None
    seconds: float = SECONDS


def read_url(url: str, *, date: Date | None = None, network: Network | None = None) -> Document:
    """Fetch a document and read it.

    Args:
        url: Its link, which begins with https:// or http://.
        date: The document's own date, where the caller knows it.
        network: The way to the internet; None for the usual one.

    Returns:
        The document, named by its link.

    Raises:
        DocumentError: It cannot be fetched or read; see `fetch` and `read_bytes`.
    """
    fetched = fetch(url, network=network)
    return read_bytes(fetched.data, fetched.url, media_type=fetched.media_type, date=date, url=fetched.url)


def fetch(url: str, *, network: Network | None = None) -> Fetched:
    """Fetch what a link leads to.

    Name and address are checked before each connection, after each redirect too, and the connection goes to the very
    address that was checked. No cookies, no credentials, no proxy; nothing of what arrives is executed.

    Args:
        url: The link, which begins with https:// or http://.
        network: The way to the internet; None for the usual one.

    Raises:
        DocumentError: It is no such link, leads to an address that is not public, cannot be reached, is no document by
            its type, is larger than `MAX_BYTES`, takes longer than `SECONDS` or more than `MAX_REDIRECTS`.
    """
    with ThreadPoolExecutor(1) as thread:  # the caller may have an event loop of its own
        return thread.submit(asyncio.run, _fetch(url, network or Network())).result()


async def _fetch(link: str, network: Network) -> Fetched:
    shown = _shown(link)
    try:
        async with asyncio.timeout(network.seconds):
            return await _follow(link, network)
    except TimeoutError:
        raise DocumentError(f"{shown} took longer than {network.seconds:.0f} seconds", hint="try again later") from None


async def _follow(link: str, network: Network) -> Fetched:
    import httpx2

    url = _checked(link, before=None)
    tls = network.tls or httpx2.create_ssl_context()
    for _ in range(MAX_REDIRECTS + 1):
        addresses = await _addresses(url, network)
        # A client for one request: it keeps neither cookies nor connections.
        timeout = httpx2.Timeout(network.seconds, connect=_CONNECT_SECONDS)
        async with httpx2.AsyncClient(verify=tls, trust_env=False, timeout=timeout) as client:
            response = await _connect(client, url, addresses)
            try:
                location = response.headers.get("location")
                if response.status_code in _MOVED and location:
                    url = _checked(location, before=url)
                    continue
                return await _take(response, url)
            except (httpx2.HTTPError, httpx2.StreamError) as error:
                raise DocumentError(f"{_shown(url)} broke off: {_reason(error)}", hint="try again later") from None
            finally:
                await response.aclose()
    raise DocumentError(f"{_shown(link)} leads from one place to the next without end", hint="open it in a browser")


def _checked(link: str, *, before: httpx2.URL | None) -> httpx2.URL:
    """The link as an URL that may be fetched; a relative one is seen from the URL before it."""
    import httpx2

    try:
        if len(link) > _LONGEST_URL:
            raise DocumentError(f"{_shown(link)} is too long for a link")
        url = (before.join(link) if before else httpx2.URL(link)).copy_with(fragment=None)
        host, port = url.raw_host, url.port
    except (httpx2.InvalidURL, ValueError, TypeError):
        raise DocumentError(f"{_shown(link)} is not a valid link", hint="check it") from None
    if url.scheme not in {"http", "https"} or not host:
        raise DocumentError(f"{_shown(link)} is not a link to a web page", hint="links begin with https:// or http://")
    if url.userinfo:
        raise DocumentError(f"{_shown(url)} has a user name or password in it", hint="save the page and give the file")
    if before is not None and before.scheme == "https" and url.scheme == "http":
        raise DocumentError(f"{_shown(before)} leads to an unencrypted page", hint="open it in a browser")
    if port is not None and not 0 < port <= _LAST_PORT:
        raise DocumentError(f"{_shown(url)} is not a valid link", hint="check it")
    return url


async def _addresses(url: httpx2.URL, network: Network) -> list[str]:
    """The addresses of the host, all of them allowed."""
    host, port = url.raw_host.decode("ascii"), url.port or (443 if url.scheme == "https" else 80)
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def settle(found: list[str]) -> None:
        if not answer.done():
            answer.set_result(found)

    def look_up() -> None:
        try:
            found = list(network.resolve(host.strip("[]"), port))
        except (OSError, ValueError):
            found = []
        with contextlib.suppress(RuntimeError):  # the time may be over and the loop closed
            loop.call_soon_threadsafe(settle, found)

    # A thread of its own, for the system's resolver cannot be interrupted and must not be waited for.
    threading.Thread(target=look_up, daemon=True).start()
    found = await answer
    if not found:
        raise DocumentError(f"{_shown(url)}: there is no such host", hint="check the link and the connection")
    if not all(network.allows(address) for address in found):
        raise DocumentError(
            f"{_shown(url)} is at an address that is not public, which is not fetched", hint="save it and give the file"
        )
    return found[:_MOST_ADDRESSES]


async def _connect(client: httpx2.AsyncClient, url: httpx2.URL, addresses: Sequence[str]) -> httpx2.Response:
    """Send the request to the first address that answers; the name is in its header and in the certificate check."""
    import httpx2

    failure: Exception | None = None
    for address in addresses:
        request = client.build_request(
            "GET",
            url.copy_with(host=address),
            headers={**_HEADERS, "host": url.netloc.decode("ascii")},
            extensions={"sni_hostname": url.raw_host.decode("ascii")},
        )
        try:
            return await client.send(request, stream=True, follow_redirects=False, auth=None)
        except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
            failure = error
        except httpx2.HTTPError as error:
            failure = error
            break
    raise DocumentError(
        f"{_shown(url)} cannot be reached: {_reason(failure)}", hint="check the link and the connection"
    ) from None


async def _take(response: httpx2.Response, url: httpx2.URL) -> Fetched:
    """The body of an answer, where it is a document and not too large."""
    shown = _shown(url)
    if response.status_code != 200:
        raise DocumentError(f"{shown} was refused by its server: status {response.status_code}", hint=_advice(response))
    stated = _NOT_A_TYPE.sub("", response.headers.get("content-type", ""))[:200]
    bare = stated.partition(";")[0].strip().lower()
    if bare and bare not in _WANTED:
        raise DocumentError(f"{shown} is no document: the server calls it {bare}", hint="give a page, PDF or text")
    too_large = DocumentError(f"{shown} is larger than {MAX_BYTES // (1024 * 1024)} MiB", hint="give a part of it")
    length = response.headers.get("content-length", "")
    if length.isdigit() and int(length[:20]) > MAX_BYTES:
        raise too_large
    data = bytearray()
    async for piece in response.aiter_bytes():
        data += piece
        if len(data) > MAX_BYTES:
            raise too_large
    if not data:
        raise DocumentError(f"{shown} is empty")
    return Fetched(bytes(data), stated or None, str(url))


def _advice(response: httpx2.Response) -> str:
    if response.status_code in {401, 402, 403, 407, 451}:
        return "save the page in your browser and give the file"
    if response.status_code in {404, 410}:
        return "check the link"
    return "try again later"


def _reason(error: Exception | None) -> str:
    """What went wrong, in a few words, without addresses."""
    text = str(error)
    if "CERTIFICATE_VERIFY_FAILED" in text:
        return "its certificate is not valid"
    return "no answer" if "Timeout" in type(error).__name__ or not text else "the connection failed"


def _shown(link: object) -> str:
    """A link for a message: without user name and password, and not too long."""
    text = re.sub(r"//[^/?#]*@", "//", "".join(c if c.isprintable() else "?" for c in str(link)))
    return text if len(text) <= 200 else text[:199] + "…"
