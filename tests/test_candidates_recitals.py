"""Paragraphs that end in a comma or a semicolon and tell a fact each."""

from __future__ import annotations

import pytest

from summariser.candidates.prose import is_prose
from summariser.candidates.recitals import is_recital
from summariser.documents.read import read_text


@pytest.mark.parametrize(
    "text",
    [
        "A. the Trust owns the ferry of Tarn, which has been laid up since the flood of May 2024;",
        "Alarmed that landings of eel fell by half in ten years;",
        "considering that Orrin imports most of its salt, and was cut off twice,",
        "the tenant is restrained from burning straw until the barn has a roof; and",
    ],
)
def test_recitals(text: str) -> None:
    """What goes on in the next paragraph is told all the same, and belongs to the body."""
    assert is_recital(text)
    assert is_prose(read_text(f"{text}\n").sentences[0])


@pytest.mark.parametrize(
    "text",
    [
        "Mindful of the hopes of many people in the valley;",
        "resolve to keep a closed season of three months each spring;",
        "TARN PULSES LTD, a company registered in Orrin, whose office is at 4 Mill Lane (the “Buyer”); and",
        "Lord Speaker, Nobles and Honourable Members of this House,",
    ],
)
def test_what_tells_nothing_is_no_recital(text: str) -> None:
    """A wish, an undertaking, a party and a greeting stay outside the body."""
    assert not is_prose(read_text(f"{text}\n").sentences[0])


def test_question_in_bold() -> None:
    """The marks of emphasis behind a stop are no part of the sentence."""
    assert is_prose(read_text("**Lisford are said to have bid four million for the keeper.**\n").sentences[0])
