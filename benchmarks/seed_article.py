"""The seed article with the local model: wall time, tokens, prefix cache, our own work around the model, memory.

Run: .venv/bin/python benchmarks/seed_article.py [DOCUMENT]
Nothing else should run on the machine. Our own work is measured with answers replayed from memory.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

from summariser import Brief, Summariser
from summariser.models.store import pull

SEED = Path(__file__).parent.parent / "seeds" / "000_5e4f01ce9f475515.txt"
REPLAYS = 20


class Memory:
    """Answers kept in memory, as the evals keep them on disk."""

    def __init__(self) -> None:
        self.answers: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        """An answer, or None."""
        return self.answers.get(key)

    def put(self, key: str, completion: str) -> None:
        """Keep an answer."""
        self.answers[key] = completion


def show(title: str, brief: Brief) -> None:
    """Print what a brief took."""
    usage = brief.provenance.usage
    tokens = f"{usage.input_tokens:5} tokens in, {usage.cached_input_tokens:5} from cache, {usage.output_tokens:4} out"
    print(f"{title:34} {brief.provenance.seconds:6.1f} s   {tokens}, {usage.calls} call(s)")


def peak(*command: str) -> float:
    """Peak memory in MB of the largest process of a command, as the kernel counts it."""
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024


def main() -> None:
    """Measure and print."""
    document = Path(sys.argv[1]) if len(sys.argv) > 1 else SEED
    pull()
    memory = Memory()
    began = time.perf_counter()
    with Summariser("local", cache=memory) as summariser:
        first = summariser.summarise(document)
        print(f"{'from nothing, model loaded first':34} {time.perf_counter() - began:6.1f} s")
        show("first document", first)
        memory.answers, kept = {}, memory.answers
        show("same document again", summariser.summarise(document))
        memory.answers = kept
        own = []
        for _ in range(REPLAYS):
            began = time.perf_counter()
            summariser.summarise(document)
            own.append((time.perf_counter() - began) * 1000)
    print(f"{'our own work, answers replayed':34} {statistics.median(own):6.1f} ms (median of {REPLAYS})")
    local = peak(sys.executable, "-m", "summariser", "brief", str(document))
    remote = peak(sys.executable, "-m", "summariser", "brief", str(document), "--model", "http://127.0.0.1:9/v1#none")
    print(f"{'peak memory, local model':34} {local:6.0f} MB (largest process)")
    print(f"{'peak memory, endpoint':34} {remote:6.0f} MB (no endpoint answers here: everything but the answer)")


if __name__ == "__main__":
    main()
