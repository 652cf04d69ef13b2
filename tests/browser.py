"""Launches headless Chromium for the tests that need a real browser."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

_FLAGS = [
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium() -> str | None:
    """Path of an installed Chromium or Chrome, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
    return next((path for path in map(shutil.which, names) if path), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser; it is closed at the end.

    Raises:
        RuntimeError: No Chromium is installed.
    """
    path = find_chromium()
    if path is None:
        msg = "no Chromium found on PATH"
        raise RuntimeError(msg)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def run_browser() -> Iterator[Browser]:
    """Body of a fixture: `browser = pytest.fixture(scope="module")(run_browser)`.

    Not for the session: the synchronous driver keeps an event loop running in the thread of the tests. `provision.py`,
    which the test command runs first, installs Chromium; a system where it may not do so has no browser to test with.
    """
    if find_chromium() is None:
        pytest.skip("no Chromium on PATH")  # and `provision.py` could not install one: CI has it, some machines may not
    with chromium() as running:
        yield running


class Record:
    """What a page asked for and complained about.

    Attributes:
        requests: Addresses other than that of the page itself.
        complaints: Console errors and warnings, and uncaught exceptions.
    """

    def __init__(self, page: Page) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on(
            "request", lambda request: None if request.is_navigation_request() else self.requests.append(request.url)
        )
        page.on(
            "console", lambda line: self.complaints.append(line.text) if line.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
