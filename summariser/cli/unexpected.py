"""A fault of our own: one line for the user, the rest for who mends it."""

from __future__ import annotations

from pathlib import Path

from summariser.errors import SummariserError

__all__ = ["unexpected"]


def unexpected(error: Exception, name: str) -> SummariserError:
    """What to tell of an exception nobody foresaw: its kind and place, never its text, which may hold a document."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" in {Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}" if trace else ""
    return SummariserError(
        f"{name}: unexpected {type(error).__name__}{where}",
        hint="this is a fault of summariser; SUMMARISER_DEBUG=1 shows more",
    )
