"""Libraries that only some formats need."""

from __future__ import annotations

import importlib.util

from summariser.errors import SettingsError

__all__ = ["need"]


def need(library: str, extra: str, what: str) -> None:
    """Make sure that a library is installed.

    Args:
        library: Its import name.
        extra: The extra of this package that brings it.
        what: What needs it: "a PDF note".

    Raises:
        SettingsError: It is not installed.
    """
    if importlib.util.find_spec(library) is None:
        raise SettingsError(f"what writes {what} is not installed", hint=f"install summariser[{extra}]")
