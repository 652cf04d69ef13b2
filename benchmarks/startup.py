"""How fast the command feels: `import summariser` and `summariser --help`, beside other imports.

Run: .venv/bin/python benchmarks/startup.py
Prints the median of several runs in fresh processes, in milliseconds, bare interpreter included and subtracted.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

RUNS = 15


def milliseconds(*command: str) -> float:
    """Median wall time of a command."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    bare = milliseconds(sys.executable, "-c", "pass")
    print(f"{'bare interpreter':24} {bare:6.0f} ms")
    for module in ("summariser", "pydantic", "openai", "instructor"):
        print(f"{'import ' + module:24} {milliseconds(sys.executable, '-c', f'import {module}') - bare:6.0f} ms on top")
    print(f"{'summariser --help':24} {milliseconds(sys.executable, '-m', 'summariser', '--help'):6.0f} ms in all")


if __name__ == "__main__":
    main()
