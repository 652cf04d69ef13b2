"""Direct speech printed without marks."""

from __future__ import annotations

import pytest

from summariser.candidates.unmarked_speech import find_unmarked
from tests.prose import prose


def _unmarked(text: str) -> list[tuple[str, str]]:
    return [
        (" | ".join(text[start:end] for start, end in spans), cue.subject)
        for spans, cue in find_unmarked(text, prose(text).sentences)
    ]


@pytest.mark.parametrize(
    ("text", "speech", "subject"),
    [
        ("We are thrilled by this step, the envoy added.", "We are thrilled by this step", "the envoy"),
        ("We are used to haste, and this time we waited, said its director, Chi Rao.",
         "We are used to haste, and this time we waited", "its director, Chi Rao"),
        ("We were promised talks, said Mina Lahcen, head of the union, whose members marched.",
         "We were promised talks", "Mina Lahcen"),
        ("6. We have signed this before, Mr Obi replied.", "We have signed this before", "Mr Obi"),
        ("We came early, he said, and we saw nothing.", "We came early | and we saw nothing.", "he"),
        ("Ms Li said: We are ready to start.", "We are ready to start.", "Ms Li"),
        ("Ms Li added, We start in May.", "We start in May.", "Ms Li"),
        ("Nobody in this room has won, and everybody who waits has, Dr Obi said at the ceremony.",
         "Nobody in this room has won, and everybody who waits has", "Dr Obi"),
        ("Counting the same sheep twice is no way to feed anybody, the head of the charity Open Doors, Eve Li, said.",
         "Counting the same sheep twice is no way to feed anybody", "the head of the charity Open Doors, Eve Li"),
    ],
)  # fmt: skip
def test_the_speakers_own_words(text: str, speech: str, subject: str) -> None:
    """The first person, or a saying in the present tense about nothing in particular, shows direct speech."""
    assert _unmarked(text) == [(speech, subject)]


@pytest.mark.parametrize(
    "text",
    [
        "The port will close in May, the ministry said.",
        "The offer has now been withdrawn, Mr Noor said.",
        "If drilling begins, Kenya will send boats, Mr Noor warned.",
        "Talks with the unions are continuing, Mr Noor said.",
        "It is far too early to tell who wins, Mr Noor said.",
        "Prices are high and wages are low in towns, the bank said.",
        "He said that we were late, she told us.",
        "This time, Mr Noor said, the city has it in writing.",
        "After Phase I is done, work stops, Mr Noor said.",
        "We said that the price was wrong.",
    ],
)
def test_reports_are_no_speech(text: str) -> None:
    """What names something, tells the past or future, or is said by a body is a report of it."""
    assert _unmarked(text) == []


def test_speech_goes_on_in_the_next_sentence() -> None:
    """Present tense with "this time" or "we" goes on; the narrator's sentence ends it."""
    text = (
        "We signed one before, Mr Obi replied. The difference is that this time there is a date. "
        "He told reporters that we would see. This is a fact."
    )
    assert _unmarked(text) == [("We signed one before | The difference is that this time there is a date.", "Mr Obi")]
    assert _unmarked("We won, Mr Obi said. The country is rich in copper.") == [("We won", "Mr Obi")]
