"""Pages of the sample note that were looked at and found good; `python -m tests.note_goldens` writes them anew."""

from __future__ import annotations

import re
from pathlib import Path

from tests.sample_note import sample_note

__all__ = ["GOLDEN", "bare"]

GOLDEN = Path(__file__).parent / "fixtures" / "note"


def bare(page: str) -> str:
    """A page without its style, its script and their digests, which stand in the assets already."""
    page = re.sub(r"(<(style|script)>).*?(</\2>)", r"\1\3", page, flags=re.DOTALL)
    return re.sub(r"sha256-[\w+/=]+|sha256-[^&;' ]+", "sha256-", page)


def _write_goldens() -> None:
    """Write the pages that the golden tests compare with: `python -m tests.note_goldens`; read the difference."""
    from summariser.render.note import load_style, render_note_html, render_note_markdown

    GOLDEN.mkdir(parents=True, exist_ok=True)
    for style in ("plain", "ministry"):
        note = sample_note("long" if style == "plain" else "short")
        (GOLDEN / f"{style}.md").write_text(render_note_markdown(note, load_style(style)), "utf-8")
        (GOLDEN / f"{style}.html").write_text(bare(render_note_html(note, load_style(style))), "utf-8")


if __name__ == "__main__":
    _write_goldens()
