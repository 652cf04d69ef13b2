"""Counts the looks at the test split: what is looked at often is no test any more."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from filelock import FileLock

from summariser.errors import InputError
from summariser.evals.files import state_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.evals.gold import Case
    from summariser.prompts.loader import Prompt

__all__ = ["note_look"]

_LOG = "test-looks.jsonl"
_WAIT_SECONDS = 10.0


def note_look(cases: Sequence[Case], prompt: Prompt, model: str) -> int | None:
    """Log a look at the test documents among the cases.

    Args:
        cases: The documents that are about to be scored.
        prompt: With which prompt.
        model: With which model.

    Returns:
        How often any of them was looked at on this machine, this time included; None where none is of the test split.

    Raises:
        InputError: The log cannot be written.
    """
    seen = [hashlib.sha256(case.gold.sha256.encode()).hexdigest()[:12] for case in cases if case.gold.split == "test"]
    if not seen:
        return None
    path = state_folder() / _LOG
    entry = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "documents": seen,
        "model": model,
        "prompt": prompt.name,
        "prompt_sha256": prompt.sha256,
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_suffix(".lock"), timeout=_WAIT_SECONDS), path.open("a+", encoding="utf-8") as log:
            log.seek(0)
            earlier = sum(_shares(line, set(seen)) for line in log)
            log.write(f"{json.dumps(entry)}\n")
    except OSError as error:  # a time-out of the lock among them
        raise InputError(f"cannot write {path}: {error.strerror or error}") from None
    return earlier + 1


def _shares(line: str, seen: set[str]) -> bool:
    """Whether an entry is of one of these documents; a line cut off by a crash is none."""
    try:
        return not seen.isdisjoint(json.loads(line)["documents"])
    except (ValueError, LookupError, TypeError):
        return False
