"""Schemas of the user's own, named on the command line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["import_from_here"]


@contextmanager
def import_from_here() -> Iterator[None]:
    """Let `module:Class` name a file in the current folder, as `python module.py` would find it."""
    here = str(Path.cwd())
    sys.path.insert(0, here)
    try:
        yield
    finally:
        sys.path.remove(here)
