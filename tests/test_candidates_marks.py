"""Pairs of quotation marks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from summariser.candidates.marks import find_marked
from tests.prose import PROSE


def _inside(text: str, *, runs_on: bool = False) -> list[str]:
    return [text[piece.start : piece.end] for piece in find_marked(text, 0, len(text), runs_on=runs_on)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("She said “we are late” and left.", ["we are late"]),
        ('"We are late," she said. "Go."', ["We are late,", "Go."]),
        ("« Il fait froid », dit-elle.", [" Il fait froid "]),
        ("„Wir gehen“, sagte er.", ["Wir gehen"]),
        ("``We are late,'' she said.", ["We are late,"]),
        ("‹Non›, and »nein« too", ["Non", "nein"]),
    ],
)
def test_marks_of_many_habits_pair(text: str, inside: list[str]) -> None:
    """Curly, straight, angle, low and doubled marks are found with exact edges."""
    assert _inside(text) == inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("The note ‘was a poor joke by a tired clerk’ and nobody laughed.", ["was a poor joke by a tired clerk"]),
        ("‘The workers’ canteen is shut,’ he said.", ["The workers’ canteen is shut,"]),
        ("the so-called ‘good neighbours’ said the owners’ club’s head was ‘a bore’.", ["good neighbours", "a bore"]),
        ("‘We’re goin’ home,’ he said, ‘and that’s that.’", ["We’re goin’ home,", "and that’s that."]),
        ("'It's late,' he said. 'Don't wait.'", ["It's late,", "Don't wait."]),
        ("in the '90s the boys' club said 'tis nothing", []),
    ],
)
def test_an_apostrophe_closes_nothing(text: str, inside: list[str]) -> None:
    """Plurals, contractions and dropped letters stay inside; a word before a space ends what single marks opened."""
    assert _inside(text) == inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“They told us, ‘Wait,’ and we waited,” she said.", ["They told us, ‘Wait,’ and we waited,"]),
        ("‘They were told, “Take it”. They took it.’", ["They were told, “Take it”. They took it."]),
        ("“He said “no” twice” and “left”", ["He said “no” twice", "left"]),
        ('‘She wrote "no, I won\'t" to me’, he said', ['She wrote "no, I won\'t" to me']),
    ],
)
def test_a_quotation_inside_another_belongs_to_the_outer_one(text: str, inside: list[str]) -> None:
    """Only the outermost passage is yielded."""
    assert _inside(text) == inside


def test_a_mark_that_opens_again_was_not_closed() -> None:
    """A straight mark without its partner does not turn the rest of the paragraph inside out."""
    assert _inside('"We go, she said. "We go now," he said.') == ["We go now,"]


def test_inches_are_no_marks() -> None:
    """A straight mark behind a figure is a unit."""
    assert _inside('a 6" pipe and a 4" pipe') == []


@pytest.mark.parametrize(
    "text", ["“We begin today.", 'Ms Li said: "We begin today.', '"Yes," Ms Li said. "We begin today.']
)
def test_speech_left_open_runs_on(text: str) -> None:
    """Where the next paragraph opens with a mark, speech without its closing mark goes to the paragraph's end."""
    pieces = list(find_marked(text, 0, len(text), runs_on=True))
    assert text[pieces[-1].start : pieces[-1].end] == "We begin today."
    assert not pieces[-1].closed
    assert "We begin today." not in _inside(text, runs_on=False)


def test_a_word_set_apart_behind_a_stop_opens_no_speech() -> None:
    """What runs on begins with a capital, as a sentence does."""
    assert _inside('"Yes," Ms Li said. "so it went', runs_on=True) == ["Yes,"]


@given(PROSE)
def test_passages_lie_inside_any_text_and_do_not_overlap(text: str) -> None:
    """On arbitrary Unicode nothing raises, and edges come in order."""
    position = 0
    for piece in find_marked(text, 0, len(text), runs_on=True):
        assert position <= piece.left < piece.start <= piece.end <= piece.right <= len(text)
        position = piece.right


@pytest.mark.parametrize("unit", ["“a“b” ", "‘ “ ", "'s s' ", "``a '' '", "‘a ", "\"’’’'"])
def test_time_is_linear(unit: str) -> None:
    """Marks without partners in one long paragraph are not searched for again and again."""
    started = time.perf_counter()
    list(find_marked(unit * 50_000, 0, len(unit) * 50_000, runs_on=True))
    assert time.perf_counter() - started < 5
