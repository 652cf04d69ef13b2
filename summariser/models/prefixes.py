"""What the engine computed for the beginning of a prompt, kept on disk between processes.

Reading the few hundred tokens of a system prompt takes seconds on a processor, loading the result takes milliseconds.
Only what callers pass to `LocalEngine.prefill` is kept: prompts, never documents. Each file carries its hash in its
name, because the engine aborts on a damaged one.
"""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING

from summariser.models.records import hash_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["PrefixFolder", "prefix_key"]

FILES_KEPT = 12  # about 30 kB for each token of the prompt with the default model


def prefix_key(*facts: object) -> str:
    """The name under which a state is kept: a hash of all it depends on, as JSON values."""
    return hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()[:32]


class PrefixFolder:
    """A folder of saved states.

    Args:
        folder: Made where it does not exist, readable by its owner only.

    Raises:
        OSError: It cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        self.folder = folder

    def find(self, key: str) -> str | None:
        """Name of the state's file, or None where there is none; a damaged one is deleted."""
        for path in self.folder.glob(f"{key}-*.kv"):
            if path.name == f"{key}-{hash_file(path)}.kv":
                os.utime(path)
                return path.name
            path.unlink(missing_ok=True)
        return None

    def keep(self, key: str, new: str) -> str:
        """Give a file that was just saved its name, and delete the files that were not used for longest.

        Args:
            key: Of the state.
            new: Name of the file as saved.

        Returns:
            Its name from now on.
        """
        path = self.folder / new
        kept = path.replace(self.folder / f"{key}-{hash_file(path)}.kv")
        for each in self._by_use()[FILES_KEPT:]:
            each.unlink(missing_ok=True)
        return kept.name

    def drop(self, name: str) -> None:
        """Delete a file, if it is there."""
        (self.folder / name).unlink(missing_ok=True)

    def _by_use(self) -> Sequence[Path]:
        return sorted(self.folder.glob("*.kv"), key=lambda each: each.stat().st_mtime_ns, reverse=True)
