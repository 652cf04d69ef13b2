"""Stage directions in a transcript."""

from __future__ import annotations

import pytest

from summariser.candidates.stage_directions import without_stage_directions


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("We won. [Applause.] Thank you.", ["We won.", "Thank you."]),
        ("We won (laughter) again.", ["We won", "again."]),
        ("We like [the company's] plan (the new one).", ["We like [the company's] plan (the new one)."]),
        ("[Interruption.]", []),
    ],
)
def test_stage_directions(text: str, pieces: list[str]) -> None:
    """Directions split the words; an editor's bracket inside a sentence and an aside do not."""
    assert [text[a:b] for a, b in without_stage_directions(text, 0, len(text))] == pieces
