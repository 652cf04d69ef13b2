"""How long a second eval run takes when nothing changed: all answers replayed, no model loaded.

Run: .venv/bin/python benchmarks/replay.py
Measured as a user meets it, the start of the command included; median of five.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

from summariser.evals.gold import load_dataset

ROOT = Path(__file__).parent.parent
RUNS = 5


def main() -> None:
    """Print the line."""
    count = sum(case.gold.split == "dev" for case in load_dataset(ROOT / "seeds"))
    command = [sys.executable, "-m", "summariser", "eval", "run", "--split", "dev", "--replay-only", "--quiet"]
    seconds = []
    for _ in range(RUNS + 1):
        began = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - began)
    took = statistics.median(seconds[1:])
    sys.stdout.write(f"{count} documents replayed in {took:.2f} s, {1000 * took / count:.0f} ms each\n")


if __name__ == "__main__":
    main()
