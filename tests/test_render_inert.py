"""Text made harmless to show."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from summariser.render.inert import one_line, unformatted, visible

_everything = st.text(st.characters(exclude_categories=[]))


@given(_everything)
def test_visible_keeps_the_length(text: str) -> None:
    """Offsets into the shown text stay those of the document."""
    assert len(visible(text)) == len(text)


@given(_everything)
def test_visible_leaves_no_control_and_can_be_encoded(text: str) -> None:
    """Neither a terminal escape nor a lone surrogate survives."""
    shown = visible(text)
    shown.encode("utf-8")
    assert not [char for char in shown if unicodedata.category(char) == "Cc" and char not in "\t\n\r"]


def test_visible_shows_that_something_was_there() -> None:
    """An escape becomes its picture instead of vanishing."""
    assert visible("a\x1b[31mb\x00\x7f") == "a␛[31mb␀␡"


@given(_everything)
def test_unformatted_text_cannot_reorder_its_surroundings(text: str) -> None:
    """No embedding, override or isolate is left."""
    assert not set(unformatted(text)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(_everything)
def test_one_line_is_one_line(text: str) -> None:
    """Nothing that any reader takes for a line break survives."""
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()


def test_one_line_keeps_no_break_spaces() -> None:
    """Only white space at which a line may break is collapsed."""
    assert one_line(" 10\u00a0000\r\n\t  euros ") == "10\u00a0000 euros"
