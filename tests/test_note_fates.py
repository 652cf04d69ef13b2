"""What has become of a promise, as the words of a passage tell it."""

from __future__ import annotations

import pytest

from summariser.note.fates import fated, is_confirmed, is_done, is_ended, is_replaced, moved_to
from summariser.note.words import number_readings


@pytest.mark.parametrize(
    "text",
    [
        "The library of the borough opened its doors on Monday.",
        "The grant has been received in full.",
        "The board has handed the masks back.",
        "The firm paid the arrears on Friday.",
        "The refugees arrived in December.",
        "The last wells have meanwhile been repaired.",
        "The ward is up and running.",
        "Acme has kept its word.",
    ],
)
def test_done(text: str) -> None:
    """Perfect and simple past, passive and active, and what is at work now."""
    assert is_done(text)


@pytest.mark.parametrize(
    "text",
    [
        "The lights are to be switched on by March.",
        "The firm is yet to pay the arrears.",
        "Acme promised to have paid the arrears.",
        "The council opened the talks.",
        "The wells were not repaired.",
    ],
)
def test_not_done(text: str) -> None:
    """What is to come, denied, or something else that is opened."""
    assert not is_done(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council has shelved construction of the baths.",
        "The owner took its offer off the table.",
        "The board reneged on its pledge to spare the wood.",
        "The firm can no longer keep its promise.",
        "The ministry scrapped plans for a toll.",
        "The applicant no longer intends to build the hall.",
        "The baths were struck from the budget.",
        "The harbour line is axed.",
        "The club changed its mind about the pitch.",
    ],
)
def test_ended(text: str) -> None:
    """A promise is given up, by whoever made it or in the passive."""
    assert is_ended(text)


@pytest.mark.parametrize(
    "text",
    ["The council has not shelved the baths.", "A fence is no longer needed.", "Prices have dropped from 5 to 3."],
)
def test_not_ended(text: str) -> None:
    """A denial, a need that is gone, a fall."""
    assert not is_ended(text)


def test_what_is_promised_instead_is_told_apart() -> None:
    """One passage gives one thing up and promises another."""
    assert is_replaced("It can no longer keep the line open and will run buses.")
    assert not is_replaced("It will no longer run buses.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The opening has been put back to 15 October 2027.", "to 15 October 2027."),
        ("The deadline was extended until March.", "until March."),
        ("The works are now due in June 2027.", "in June 2027."),
        ("The new deadline is 1 May 2027.", "1 May 2027."),
    ],
)
def test_moved(text: str, words: str) -> None:
    """The words of the new day follow."""
    assert moved_to(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The firm says that it holds to the autumn date.",
        "The board stood by its word.",
        "The ban continues to apply to all branches.",
        "The guarantee was nevertheless upheld by the board.",
        "The pool stays in the plan.",
    ],
)
def test_confirmed(text: str) -> None:
    """A promise that stands."""
    assert is_confirmed(text)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Owing to the drought, the harbour line has been scrapped.", "the harbour line"),
        ("The council has shelved construction of the Elder baths, citing costs.", "construction of the Elder baths"),
        ("We learned that our library has been dropped.", "our library"),
        ("Skarn was launched on 5 February.", "Skarn"),
        ("The board stood by its word.", "word"),
    ],
)
def test_what_it_is_told_of(text: str, thing: str) -> None:
    """The subject of a passive and the object of an active verb, each as a whole."""
    assert fated(text) == thing


@pytest.mark.parametrize(("text", "unit"), [("GH¢1.2 million", "cedi"), ("KSh 2.9 billion", "shilling")])
def test_african_currencies(text: str, unit: str) -> None:
    """Sums in them are money."""
    assert {each for _, each in number_readings(text)} == {unit}
