"""Where evals keep their files, and how they write them: whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_state_path

from summariser.errors import InputError
from summariser.models.store import cache_folder

if TYPE_CHECKING:
    from summariser.settings import Settings

__all__ = ["find_seeds", "responses_path", "state_folder", "write_whole"]

_CACHE_VARIABLE = "SUMMARISER_CACHE_DIR"
_GOLD = "*.gold.json"


def responses_path() -> Path:
    """The file with the answers of models, in the cache folder."""
    return cache_folder() / "evals" / "responses.sqlite"


def state_folder() -> Path:
    """The folder for what must outlive a cleared cache: the log of looks at the test split, and the last run."""
    if os.environ.get(_CACHE_VARIABLE):
        return cache_folder() / "state" / "evals"
    return user_state_path("summariser", appauthor=False) / "evals"


def find_seeds(given: Path | str | None, settings: Settings) -> Path:
    """The folder of labelled documents: the one given, the one in the settings, or `seeds` in the current folder.

    Raises:
        InputError: There is none.
    """
    folder = Path(given) if given is not None else settings.seeds
    if folder is None:
        folder = Path("seeds")
        if not any(folder.glob(_GOLD)):
            raise InputError(
                f"no labelled documents: {folder.absolute()} holds no {_GOLD}",
                hint="name their folder with --seeds or SUMMARISER_SEEDS; `summariser eval add FILE` starts one",
            )
    if not folder.is_dir():
        raise InputError(f"no folder {str(folder)!r}", hint="it should hold documents with their gold")
    return folder


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all; folders are made.

    Raises:
        InputError: It cannot be written.
    """
    data = content.encode("utf-8", errors="replace") if isinstance(content, str) else content
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}") from None
