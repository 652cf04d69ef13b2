"""Subjects before and after a verb."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.candidates.noun_phrases import opening_phrase, subject_after, subject_before
from summariser.candidates.words import split_words
from tests.prose import PROSE


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("In his closing words the Chair said", "the Chair"),
        ("In a letter of 2 May 2026 the head of the board, Mr Ali Noor, said", "the head of the board, Mr Ali Noor"),
        ("Ms Ito, the chair, who is 60, said", "Ms Ito"),
        ("Bo Ek, 41, of Karlstad, said", "Bo Ek"),
        ("its chief executive, Dr Nia Obi, said", "its chief executive, Dr Nia Obi"),
        (
            "the director of the charity Open Doors, Ana Silva, said",
            "the director of the charity Open Doors, Ana Silva",
        ),
        ("The head of the Shop Owners’ League said", "The head of the Shop Owners’ League"),
        ("the old lady pointed at the kettle and said", "the old lady"),
        ("a senior official who sat in on the talks said", "a senior official who sat in on the talks"),
        ("He told us that her uncle, old Mr Penn, used to said", "her uncle, old Mr Penn"),
        ("On Tuesday officials said", "officials"),
        ("The talks with Kenya ended and Mr Rao said", "Mr Rao"),
        ("Mr Li and Mr Rao said", "Mr Li and Mr Rao"),
        ("a joint statement by the three unions said", "a joint statement by the three unions"),
        ("because of said", None),
        ("said", None),
    ],
)
def test_subject_before_a_verb(text: str, subject: str | None) -> None:
    """Asides between commas are passed over, adverbials left out, a description keeps its name."""
    words = split_words(text, 0, len(text))
    found = subject_before(words, len(words) - 1)
    assert (text[words[found[0]].start : words[found[1]].end] if found else None) == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("said Rosa Diaz, the mayor of Cork", "Rosa Diaz"),
        ("said its managing director, Chi Rao", "its managing director, Chi Rao"),
        ("said the mediator as she left", "the mediator"),
        ("said the woman who has led the team since 2022, adding", "the woman who has led the team since 2022"),
        ("said officials", "officials"),
        ("said lead author Chi Rao, a chemist", "lead author Chi Rao"),
        ("said shop owner Bo Ek at noon", "shop owner Bo Ek"),
        ("said people Bo Ek knows", None),
        ("said early Bo Ek", None),
        ("said that prices rose", None),
        ("said", None),
    ],
)
def test_subject_after_a_verb(text: str, subject: str | None) -> None:
    """The phrase ends where an adverbial begins; a clause behind "who" belongs to a description."""
    words = split_words(text, 0, len(text))
    found = subject_after(words, 0)
    assert (text[words[found[0]].start : words[found[1]].end] if found else None) == subject


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The retired judge shook his head", "The retired judge"),
        ("In Oslo, the envoy left the room", "the envoy"),
        ("Newly elected leader Ed Moss added his voice", "Newly elected leader Ed Moss"),
        ("She left", "She"),
    ],
)
def test_phrase_that_opens_a_clause(text: str, phrase: str) -> None:
    """It ends before the verb; the participle of "the retired judge" is no verb, and neither is "Ed"."""
    words = split_words(text, 0, len(text))
    found = opening_phrase(words, 0)
    assert found is not None
    assert text[words[found[0]].start : words[found[1]].end] == phrase


@given(PROSE, st.data())
def test_phrases_lie_inside_any_text(text: str, data: st.DataObject) -> None:
    """On arbitrary words nothing raises, and the numbers are in order."""
    words = split_words(text, 0, len(text))
    if words:
        verb = data.draw(st.integers(0, len(words) - 1))
        for found in (subject_before(words, verb), subject_after(words, verb), opening_phrase(words, verb)):
            assert found is None or 0 <= found[0] <= found[1] < len(words)
