"""Words with the breaks between them."""

from __future__ import annotations

import pytest
from hypothesis import given

from summariser.candidates.words import is_name, split_words
from tests.prose import PROSE


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("Dr. Rao, the chair: yes", ["", "", ",", "", "|"]),
        ("at the Nov. 5 meeting", ["", "", "", "", ""]),
        ("It ended. Ms Li left", ["", "", "|", "", ""]),
        ("the “old” guard", ["", "|", "|"]),
    ],
)
def test_breaks_between_words(text: str, gaps: list[str]) -> None:
    """A comma is a soft break, other punctuation a hard one, the stop of a title or before a figure none."""
    assert [word.gap for word in split_words(text, 0, len(text))] == gaps


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Óscar Beltrán", True),
        ("old Mr Tregenza", True),
        ("the late Lord Amory", True),
        ("Rosa de la Cruz", True),
        ("the mayor", False),
        ("Acme's chair", False),
        ("Tuesday", False),
    ],
)
def test_names_and_descriptions(text: str, name: bool) -> None:
    """A name has capitals, titles and particles only; days and owners are none."""
    assert is_name(split_words(text, 0, len(text))) is name


@given(PROSE)
def test_words_are_cut_from_any_text(text: str) -> None:
    """Offsets are exact on arbitrary Unicode."""
    for word in split_words(text, 0, len(text)):
        assert text[word.start : word.end] == word.text != ""
