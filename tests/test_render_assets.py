"""Style and script of the page."""

from __future__ import annotations

import re
from importlib import resources
from itertools import product

import pytest


def _read(name: str) -> str:
    return resources.files("summariser.render").joinpath("assets", name).read_text(encoding="utf-8")


def _palettes() -> dict[str, dict[str, str]]:
    """Colours by name; the later schemes inherit what they do not set."""
    light, dark = re.findall(r":root \{(.*?)\}", _read("brief.css"), re.DOTALL)
    (paper,) = re.findall(r":root \{(.*?)\}", _read("print.css"), re.DOTALL)
    found = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block)) for block in (light, dark, paper)]
    return {"light": found[0], "dark": found[0] | found[1], "print": found[0] | found[2]}


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


_PAIRS = [
    *product(("ink", "quiet", "p", "c", "x", "q"), ("paper", "desk", "hover")),
    *product(("ink",), ("p-lit", "c-lit", "x-lit", "q-lit")),
    *((part, f"{part}-lit") for part in ("p", "c", "x", "q")),
    *((state, f"{state}-back") for state in ("good", "warn", "bad", "old")),
]


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_text_has_the_contrast_of_wcag_aa(scheme: str) -> None:
    """Every pair of text and ground that occurs reaches 4.5 to 1."""
    colours = _palettes()[scheme]
    pairs = [(text, ground) for text, ground in _PAIRS if text in colours and ground in colours]
    assert len(pairs) >= 20
    weak = {pair: round(_contrast(*(colours[name] for name in pair)), 2) for pair in pairs}
    assert not {pair: ratio for pair, ratio in weak.items() if ratio < 4.5}


def test_contrast_is_measured_right() -> None:
    """The two ends of the scale."""
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)
    assert _contrast("#777777", "#777777") == 1


def test_the_style_knows_paper_phone_and_reduced_motion() -> None:
    """The media that the page promises are all there."""
    style = _read("brief.css") + _read("print.css")
    for medium in ("(prefers-color-scheme: dark)", "(max-width: 56rem)", "(prefers-reduced-motion: reduce)", "print"):
        assert f"@media {medium}" in style
    assert "(max-width: 56rem)" in _read("brief.js"), "script and style agree on what is narrow"
