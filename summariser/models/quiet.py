"""Keeps openai and instructor from logging prompts and answers while this package uses them.

openai logs each request with its messages at level debug, instructor logs invalid answers at level error, where Python
prints them even without any logging set up. Their loggers stay as they are for everybody else in the process.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["quiet"]

_TALKATIVE = (
    "instructor",
    "instructor.v2",
    "instructor.v2.retry",
    "openai._base_client",
    "openai._legacy_response",
    "openai._response",
)
_active: ContextVar[bool] = ContextVar("active", default=False)


class _Silencer(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002 - none passes
        return not _active.get()


_SILENCER = _Silencer()


@contextmanager
def quiet() -> Iterator[None]:
    """Within it, and in tasks begun within it, openai and instructor log nothing."""
    for name in _TALKATIVE:
        logging.getLogger(name).addFilter(_SILENCER)  # adding it twice changes nothing
    token = _active.set(True)
    try:
        yield
    finally:
        _active.reset(token)
