"""Repeating a request that failed for a passing reason, within bounds."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, TypeVar

import tenacity

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

__all__ = ["DEFAULT_RETRY", "RetryPolicy", "TransientFault", "call_with_retries", "retry_after"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often, and for how long, a request is repeated.

    Attributes:
        attempts: Requests in all, the first one included.
        max_seconds: No new attempt begins later than this after the first, in seconds; an endpoint that asks for a
            longer wait is given up at once.
        first_wait: Upper bound of the random wait after the first failure, in seconds; it doubles each time.
        longest_wait: Upper bound of any random wait, in seconds. A wait that the endpoint asks for may be longer.
    """

    attempts: int = 5
    max_seconds: float = 300.0
    first_wait: float = 1.0
    longest_wait: float = 30.0


DEFAULT_RETRY = RetryPolicy()


class TransientFault(Exception):  # noqa: N818 - a signal between the modules of this package, never seen by a caller
    """A request failed for a reason that may pass; `cause` says which.

    Args:
        cause: What went wrong.
        wait: Seconds the endpoint asked to wait, or None.
    """

    def __init__(self, cause: BaseException, *, wait: float | None = None) -> None:
        super().__init__(type(cause).__name__)
        self.cause = cause
        self.wait = wait


async def call_with_retries(policy: RetryPolicy, request: Callable[[], Awaitable[T]]) -> T:
    """Call until it succeeds, fails for good or the policy is spent.

    Args:
        policy: Bounds.
        request: Makes one request; raises `TransientFault` where another try makes sense.

    Returns:
        What the request returned.

    Raises:
        TransientFault: The last one, when the policy is spent.
    """
    backoff = tenacity.wait_random_exponential(multiplier=policy.first_wait, max=policy.longest_wait)

    def wait(state: tenacity.RetryCallState) -> float:
        fault = state.outcome.exception() if state.outcome else None
        jitter = float(backoff(state))
        asked = fault.wait if isinstance(fault, TransientFault) else None
        return jitter if asked is None else asked + min(jitter, 1.0)

    retrying = tenacity.AsyncRetrying(
        retry=tenacity.retry_if_exception_type(TransientFault),
        stop=tenacity.stop_after_attempt(max(1, policy.attempts)) | tenacity.stop_before_delay(policy.max_seconds),
        wait=wait,
        sleep=asyncio.sleep,
        reraise=True,
    )

    async def attempt() -> T:  # tenacity awaits coroutine functions only, not whatever returns an awaitable
        return await request()

    return await retrying(attempt)


def retry_after(headers: Mapping[str, str], *, now: datetime | None = None) -> float | None:
    """Seconds an endpoint asks to wait.

    Args:
        headers: Of the answer; `retry-after-ms`, or `retry-after` as seconds or as an HTTP date.
        now: The present moment, for tests; the clock where None.

    Returns:
        Seconds, 0 or more, or None where the endpoint says nothing that can be read.
    """
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) * unit
        except ValueError:
            continue
        if 0 <= seconds < float("inf"):
            return seconds
    try:
        moment = parsedate_to_datetime(headers.get("retry-after", ""))
    except (ValueError, TypeError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())
