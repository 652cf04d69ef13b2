"""How many cores this process may use."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["usable_cores"]

_CPUS = Path("/sys/devices/system/cpu")
_QUOTA = Path("/sys/fs/cgroup/cpu.max")


def usable_cores(cpus: Path = _CPUS, quota: Path = _QUOTA) -> int | None:
    """Physical cores this process may run on, within its container's share; threads of one core count once.

    Args:
        cpus: Where Linux describes the processors.
        quota: Where Linux states the container's share.

    Returns:
        At least 1; None where the system does not tell, which leaves the count to the engine.
    """
    if not hasattr(os, "sched_getaffinity"):
        return None
    cores = len({_core(cpus / f"cpu{number}") for number in os.sched_getaffinity(0)})
    return max(1, min(cores, _share(quota) or cores))


def _core(cpu: Path) -> str:
    """What processors of the same core have in common."""
    try:
        return (cpu / "topology/thread_siblings_list").read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return cpu.name


def _share(quota: Path) -> int | None:
    """Whole cores' worth of time that a container gets, rounded up."""
    try:
        time, period = quota.read_text(encoding="ascii").split()
        return -(-int(time) // int(period))
    except (OSError, ValueError, ZeroDivisionError):  # "max" in place of a number: no bound
        return None
