"""Answers of models as a file that can be committed: compressed JSON lines, the same bytes for the same answers."""

from __future__ import annotations

import gzip
import json
import zlib
from typing import TYPE_CHECKING

from summariser.errors import InputError
from summariser.evals.files import write_whole
from summariser.evals.response_store import Recorded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["SUFFIX", "Recording", "write_recording"]

SUFFIX = ".responses.jsonl.gz"
_LARGEST = 1 << 29  # bytes, unpacked


class Recording:
    """A file of answers; it is read when the first one is looked for.

    Args:
        path: Made by `write_recording`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._answers: dict[str, Recorded] | None = None

    def get(self, key: str) -> Recorded | None:
        """The answer under a key, or None.

        Raises:
            InputError: The file cannot be read.
        """
        if self._answers is None:
            self._answers = self._read()
        return self._answers.get(key)

    def _read(self) -> dict[str, Recorded]:
        answers: dict[str, Recorded] = {}
        try:
            with gzip.open(self.path, "rb") as file:
                data = file.read(_LARGEST + 1)
            if len(data) > _LARGEST:
                raise InputError(f"{self.path}: is larger than {_LARGEST:,} bytes")
            for line in data.splitlines():
                row = json.loads(line)
                answers[str(row["key"])] = Recorded(json.dumps(row["completion"]), float(row["seconds"]))
        except OSError as error:
            raise InputError(f"cannot read {self.path}: {error.strerror or error}") from None
        except (EOFError, zlib.error, ValueError, LookupError, TypeError, RecursionError):
            raise InputError(f"{self.path}: is no recording of answers, or is damaged") from None
        return answers


def write_recording(path: Path, answers: Mapping[str, Recorded]) -> None:
    """Write answers, ordered by key.

    Raises:
        InputError: The file cannot be written.
    """
    lines = (
        json.dumps(
            {"key": key, "seconds": round(answer.seconds, 3), "completion": json.loads(answer.completion)},
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for key, answer in sorted(answers.items())
    )
    write_whole(path, gzip.compress("".join(f"{line}\n" for line in lines).encode(), mtime=0))
