"""Runs the command as a user does: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def summariser(
    *args: object, cwd: Path | None = None, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `summariser`; settings of the machine do not reach it, those in `environment` do."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("SUMMARISER_", "OPENAI_"))}
    done = subprocess.run(
        [sys.executable, "-m", "summariser", *map(str, args)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**clean, "PYTHONIOENCODING": "utf-8", **environment},
        timeout=120,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def one_line_error(done: subprocess.CompletedProcess[str], code: int) -> str:
    """The single line of an error; fails on any other exit code and on a traceback."""
    assert done.returncode == code, (done.returncode, done.stderr)
    assert "Traceback" not in done.stderr + done.stdout
    lines = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    assert len(lines) == 1, done.stderr
    return lines[0]
