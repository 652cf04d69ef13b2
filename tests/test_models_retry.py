"""Repeating with patience, and reading how much of it an endpoint asks for."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.models.retry import DEFAULT_RETRY, RetryPolicy, TransientFault, call_with_retries, retry_after

NOW = datetime(2026, 11, 24, 12, 0, 0, tzinfo=UTC)


class Flaky:
    """Fails some times, then succeeds; notes when it was called."""

    def __init__(self, *faults: BaseException) -> None:
        self.faults = list(faults)
        self.calls: list[float] = []

    async def __call__(self) -> str:
        """One call."""
        self.calls.append(time.monotonic())
        if self.faults:
            raise self.faults.pop(0)
        return "done"


def fault(wait: float | None = None) -> TransientFault:
    return TransientFault(OSError("broken"), wait=wait)


def test_the_first_success_ends_it() -> None:
    """A call that succeeds is made once, and its result comes back."""
    flaky = Flaky()
    assert asyncio.run(call_with_retries(DEFAULT_RETRY, flaky)) == "done"
    assert len(flaky.calls) == 1


@given(failures=st.integers(0, 6), attempts=st.integers(1, 5))
def test_attempts_are_bounded(failures: int, attempts: int) -> None:
    """There are never more calls than allowed, and never fewer than it takes."""
    flaky = Flaky(*(fault() for _ in range(failures)))
    policy = RetryPolicy(attempts=attempts, first_wait=0, longest_wait=0)
    if failures < attempts:
        assert asyncio.run(call_with_retries(policy, flaky)) == "done"
    else:
        with pytest.raises(TransientFault):
            asyncio.run(call_with_retries(policy, flaky))
    assert len(flaky.calls) == min(failures + 1, attempts)


@pytest.mark.parametrize("problem", [ValueError("wrong"), asyncio.CancelledError(), KeyboardInterrupt()])
def test_other_errors_are_not_repeated(problem: BaseException) -> None:
    """Whatever is not called passing goes straight through."""
    flaky = Flaky(problem)

    async def run() -> None:
        with pytest.raises(type(problem)):
            await call_with_retries(DEFAULT_RETRY, flaky)

    asyncio.run(run())
    assert len(flaky.calls) == 1


def test_the_wait_asked_for_is_kept() -> None:
    """Waits given by the endpoint take the place of random ones, even above the longest random one."""
    flaky = Flaky(fault(0.25), fault(0))
    asyncio.run(call_with_retries(RetryPolicy(first_wait=0.001, longest_wait=0.01), flaky))
    first, second, third = flaky.calls
    assert 0.25 <= second - first < 1
    assert third - second < 0.2


def test_time_is_bounded() -> None:
    """No attempt begins after the time is up, and no wait that would end after it."""
    flaky = Flaky(fault(3600))
    began = time.monotonic()
    with pytest.raises(TransientFault):
        asyncio.run(call_with_retries(RetryPolicy(max_seconds=60), flaky))
    assert len(flaky.calls) == 1
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": " 0.5 "}, 0.5),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "7"}, 7.0),
        ({"retry-after": "-3"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "tomorrow"}, None),
        ({"retry-after": "Tue, 24 Nov 2026 12:00:30 GMT"}, 30.0),
        ({"retry-after": "Tue, 24 Nov 2026 12:00:30"}, 30.0),
        ({"retry-after": "Tue, 24 Nov 2026 11:00:00 GMT"}, 0.0),
        ({"retry-after": "Tue, 24 Nov 99999 11:00:00 GMT"}, None),
    ],
)
def test_waits_are_read(headers: dict[str, str], seconds: float | None) -> None:
    """Seconds, milliseconds and HTTP dates are read; what makes no sense is passed over."""
    assert retry_after(headers, now=NOW) == seconds


@given(st.integers(0, 10**6))
def test_dates_are_read_back(seconds: int) -> None:
    """Any HTTP date in the future gives its distance."""
    date = format_datetime(NOW + timedelta(seconds=seconds), usegmt=True)
    assert retry_after({"retry-after": date}, now=NOW) == seconds


@given(st.text(max_size=50))
def test_any_header_is_survived(value: str) -> None:
    """No header raises, and no wait is negative."""
    assert (retry_after({"retry-after": value}, now=NOW) or 0) >= 0
