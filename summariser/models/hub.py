"""Model files from the hub: one HTTPS download that goes on where it was broken off."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from summariser.errors import StoreError
from summariser.models.partfile import Progress, SourceError, need_space

if TYPE_CHECKING:
    import httpx2

    from summariser.models.catalog import ModelEntry
    from summariser.models.partfile import PartFile, Report

__all__ = ["fetch_from_hub"]

HUB = "https://huggingface.co"
CONNECT_SECONDS = 3.0
READ_SECONDS = 30.0
ATTEMPTS = 5
FIRST_WAIT_SECONDS = 0.5
_REDIRECTS = 5
_SHA256 = re.compile(r"[0-9a-f]{64}")
_CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-\d{1,18}/(\d{1,18})")
_SOURCE = "hub"
_AGAIN = "repeat the command: it goes on where it stopped"


class _InterruptedError(Exception):
    """The hub is busy or its answer was cut short: worth another try."""


@dataclass(frozen=True, slots=True)
class _Remote:
    """What the hub says of a file: its size in bytes, its SHA-256 if stated, and where in it the answer begins."""

    size: int
    sha256: str | None
    start: int


def fetch_from_hub(entry: ModelEntry, part: PartFile, report: Report) -> str | None:
    """Fetch what is missing of a file from the hub.

    The variable HF_ENDPOINT names another hub; the usual proxy variables are honoured.

    Args:
        entry: The file.
        part: Its unfinished copy.
        report: Takes the progress.

    Returns:
        The SHA-256 the file must have, or None where neither the catalogue nor the hub states one.

    Raises:
        SourceError: The hub cannot be reached, refuses, or breaks off again and again.
        StoreError: There is no room on the disk.
    """
    import httpx2
    from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_exponential

    url = _address(entry)
    at_hand = part.size

    def stay_on_https(request: httpx2.Request) -> None:
        if url.startswith("https:") and request.url.scheme != "https":
            raise SourceError("the hub redirects to an address without encryption")

    def is_passing(error: BaseException) -> bool:
        begun = part.size > at_hand  # a hub that was never reached is not tried again: there may be another source
        return isinstance(error, _InterruptedError) or (begun and isinstance(error, httpx2.TransportError))

    again = Retrying(
        retry=retry_if_exception(is_passing),
        stop=stop_after_attempt(ATTEMPTS),
        wait=wait_exponential(multiplier=FIRST_WAIT_SECONDS, max=8),
        reraise=True,
    )
    timeout = httpx2.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
    hooks = {"request": [stay_on_https]}
    try:
        with httpx2.Client(
            timeout=timeout, follow_redirects=True, max_redirects=_REDIRECTS, event_hooks=hooks
        ) as client:
            return again(_download, client, url, entry, part, report)
    except _InterruptedError as error:
        raise SourceError(f"the hub failed {ATTEMPTS} times ({error})", hint=_AGAIN) from None
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:  # ValueError: a proxy variable is malformed
        kind = type(error).__name__
        if part.size > at_hand:
            raise SourceError(f"the connection to the hub broke off ({kind})", hint=_AGAIN) from None
        raise SourceError(
            f"the hub cannot be reached ({kind})", hint="check the network, HTTPS_PROXY and HF_ENDPOINT"
        ) from None


def _address(entry: ModelEntry) -> str:
    endpoint = (os.environ.get("HF_ENDPOINT") or HUB).rstrip("/")
    if urlsplit(endpoint).scheme not in ("https", "http"):
        raise StoreError("HF_ENDPOINT is not a web address", hint="correct or unset it")
    return f"{endpoint}/{entry.repository}/resolve/main/{quote(entry.repository_file)}"


def _download(client: httpx2.Client, url: str, entry: ModelEntry, part: PartFile, report: Report) -> str | None:
    begun = part.size
    if entry.size is not None and begun >= entry.size:
        if begun == entry.size:
            return entry.sha256
        part.cut(0)
        begun = 0
    headers = {"accept-encoding": "identity"}
    if begun:
        headers["range"] = f"bytes={begun}-"
    with client.stream("GET", url, headers=headers) as response:
        remote = _remote(response, entry, begun)
        if remote is None:  # what is at hand does not belong to this file
            part.cut(0)
            raise _InterruptedError("the file changed")
        part.cut(remote.start)
        need_space(part.path.parent, remote.size - remote.start)
        _receive(response, remote, entry, part, report)
    if part.size < remote.size:
        raise _InterruptedError("the answer was too short")
    return entry.sha256 or remote.sha256


def _remote(response: httpx2.Response, entry: ModelEntry, begun: int) -> _Remote | None:
    status = response.status_code
    if status == 416:  # the range begins after the end: a file of another size, or the whole is at hand
        whole = response.headers.get("content-range", "") == f"bytes */{begun}"
        return _Remote(begun, _stated_hash(response), begun) if whole else None
    if status == 429 or status >= 500:
        raise _InterruptedError(f"HTTP {status}")
    if status in (401, 403, 404):  # the hub answers 401 for a repository that does not exist
        raise SourceError(
            f"the hub has no public file {entry.hub_name} (HTTP {status})",
            hint="check the name; a file behind a licence page must be fetched with a browser and named by its path",
        )
    if status not in (200, 206):
        raise SourceError(f"the hub answered with HTTP {status}")
    start, size = 0, _number(response.headers.get("content-length"))
    if status == 206:
        found = _CONTENT_RANGE.fullmatch(response.headers.get("content-range", ""))
        start, size = (int(found[1]), int(found[2])) if found else (-1, None)
    if size is None or start not in (0, begun):
        raise SourceError("the hub's answer does not say which part of the file it is")
    if entry.size is not None and size != entry.size:
        raise SourceError(f"the hub's answer is not the model: {size} bytes in place of {entry.size}")
    return _Remote(size, _stated_hash(response), start)


def _receive(response: httpx2.Response, remote: _Remote, entry: ModelEntry, part: PartFile, report: Report) -> None:
    done = remote.start
    for chunk in response.iter_raw():  # as it comes: a larger chunk would be lost when the connection breaks
        kept = chunk[: remote.size - done]
        part.append(kept)
        done += len(kept)
        report(Progress(entry.name, "downloading", done, remote.size, _SOURCE))


def _stated_hash(response: httpx2.Response) -> str | None:
    """The SHA-256 that the hub gives for large files, on the answer that redirects to their storage."""
    for each in [*response.history, response]:
        value = each.headers.get("x-linked-etag", "").strip('"')
        if _SHA256.fullmatch(value):
            return value
    return None


def _number(value: str | None) -> int | None:
    return int(value) if value and value.isdecimal() and len(value) < 19 else None
