"""The number of cores the engine gets by default."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from summariser.models.cores import usable_cores

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def cpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Eight processors, two to a core, of which this process may use six."""
    folder = tmp_path / "cpus"
    for number in range(8):
        (folder / f"cpu{number}/topology").mkdir(parents=True)
        (folder / f"cpu{number}/topology/thread_siblings_list").write_text(f"{number % 4},{number % 4 + 4}\n")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2, 4, 5, 6}, raising=False)
    return folder


@pytest.mark.parametrize(
    ("quota", "expected"),
    [(None, 3), ("max 100000", 3), ("150000 100000", 2), ("10000 100000", 1), ("900000 100000", 3), ("x", 3), ("", 3)],
)
def test_cores(quota: str | None, expected: int, cpus: Path, tmp_path: Path) -> None:
    """Threads of a core count once, only those this process may use count, and a container's share is kept."""
    path = tmp_path / "cpu.max"
    if quota is not None:
        path.write_text(quota)
    assert usable_cores(cpus, path) == expected


def test_unknown_topology(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system does not say which processors share a core each counts."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3}, raising=False)
    assert usable_cores(tmp_path, tmp_path / "none") == 2


def test_systems_without_affinity(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere the engine counts for itself."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert usable_cores(tmp_path, tmp_path) is None
