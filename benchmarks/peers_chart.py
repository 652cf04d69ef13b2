"""Draws what `peers.py --out FILE.json` measured as a chart: `python benchmarks/peers_chart.py FILE.json OUT.svg`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

PARTS = ("parties", "commitments", "context", "quotes")
COLOURS = ("#1f4e79", "#c08a2e", "#8a8f98")
WIDTH, HEIGHT, LEFT, TOP, PLOT = 760, 330, 44, 56, 220
BAR, GAP = 44, 34


def draw(peers: list[dict[str, Any]]) -> str:
    """The chart as SVG: a bar for each tool in each part, with its 95 % interval."""
    documents = peers[0]["documents"]
    shapes = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
            'font-family="sans-serif" font-size="12" role="img">'
        ),
        f"<title>F1 of each tool, same local model, {documents} documents</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for index, peer in enumerate(peers):
        x = LEFT + index * 235
        words = f"{peer['name']} ({peer['seconds, median']:.0f} s a document)"
        shapes.append(f'<rect x="{x}" y="16" width="12" height="12" fill="{COLOURS[index]}"/>')
        shapes.append(f'<text x="{x + 18}" y="26">{escape(words)}</text>')
    for tick in (0, 0.25, 0.5, 0.75, 1):
        y = TOP + PLOT * (1 - tick)
        shapes.append(f'<path d="M{LEFT} {y}H{WIDTH - 10}" stroke="#ddd"/><text x="10" y="{y + 4}">{tick:.2f}</text>')
    for number, part in enumerate(PARTS):
        start = LEFT + 14 + number * (BAR * len(peers) + GAP)
        for index, peer in enumerate(peers):
            shapes += _bar(start + index * BAR, peer["F1"][part], COLOURS[index])
        middle = start + BAR * len(peers) / 2
        shapes.append(f'<text x="{middle}" y="{TOP + PLOT + 22}" text-anchor="middle" font-size="13">{part}</text>')
    return "\n".join([*shapes, "</svg>", ""])


def _bar(x: float, measured: list[float], colour: str) -> list[str]:
    estimate, low, high = measured
    top, middle = TOP + PLOT * (1 - estimate), x + BAR / 2 - 3
    whisker = f"M{middle} {TOP + PLOT * (1 - min(1, high))}V{TOP + PLOT * (1 - max(0, low))}"
    return [
        f'<rect x="{x}" y="{top}" width="{BAR - 6}" height="{PLOT * estimate}" fill="{colour}"/>',
        f'<path d="{whisker}" stroke="#333"/>',
        f'<text x="{middle}" y="{TOP + PLOT + 40}" text-anchor="middle" fill="#444">{estimate:.2f}</text>',
    ]


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(draw(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))), encoding="utf-8")
