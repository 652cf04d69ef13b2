"""Turns of a transcript."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from summariser.candidates.turns import find_turns
from tests.prose import PROSE, prose

HEARING = """Members present: Dame Ruth Ekow (Chair); Ivo Penn.

Q1 Chair: Good morning. Is the figure right?
Ana Silva: It is. We count it ourselves. [Interruption.] We always have.
Q2 Ivo Penn: Who checks you?
Ana Silva: Nobody does. I wish they did.
Chair: Thank you both. [The witness withdrew.]
"""

PRESIDED = """The Chair (Mr. Teo Lang): Good morning. I call us to order.

Ms. Rana Iqbal: Thank you, Chair. The money was [Sound fault] gone by June and we knew it.

The Chair: I am listening.

The PRESIDENT: Order! I ask you to be quiet.

Ms. Rana Iqbal: I have done.

The Chair: The meeting is suspended.

[The committee adjourned at 4 p.m.]

Printed by authority. Contact us for copies.
"""

CAPITALS = """The committee met at 10 a.m. Present: Senators Ekow and Penn.

    The CHAIRWOMAN. The committee will come to order. We will hear from the
head of the National Signal Board, the NSB. Ms. Silva, the floor is yours.
    Ms. SILVA. Thank you. I will be brief.

    We lost two trains.

    It rained that night.

    I was there.
    Senator PENN. Were you alone?
    Ms. SILVA. I was, Senator.
    The CHAIRWOMAN. We stand adjourned.
"""


def _turns(text: str) -> list[tuple[str, list[list[str]]]]:
    return [
        (turn.cue.subject, [[" ".join(text[a:b].split()) for a, b in spans] for spans in turn.paragraphs])
        for turn in find_turns(prose(text))
    ]


def test_labels_before_a_colon() -> None:
    """Question numbers are left out of the label, and stage directions split the words."""
    assert _turns(HEARING) == [
        ("Chair", [["Good morning. Is the figure right?"]]),
        ("Ana Silva", [["It is. We count it ourselves.", "We always have."]]),
        ("Ivo Penn", [["Who checks you?"]]),
        ("Ana Silva", [["Nobody does. I wish they did."]]),
        ("Chair", [["Thank you both."]]),
    ]


def test_labels_in_capitals_before_a_full_stop() -> None:
    """American style: an acronym at the end of a line is no label, and each paragraph of a statement is kept apart."""
    turns = _turns(CAPITALS)
    assert [label for label, _ in turns] == [
        "The CHAIRWOMAN", "Ms. SILVA", "Senator PENN", "Ms. SILVA", "The CHAIRWOMAN",
    ]  # fmt: skip
    assert turns[0][1][0][0].endswith("the NSB. Ms. Silva, the floor is yours.")
    assert turns[1][1][1:] == [["We lost two trains."], ["It rained that night."], ["I was there."]]


def test_titles_before_a_full_stop() -> None:
    """House style sets titles and names in small letters."""
    text = (
        "Mr. Linden. The meeting will come to order. I welcome you all.\n\nMr. McGann. Thank you, Mr. Chairman.\n\n"
        "Mr. Linden. You are recognised.\n\nMr. McGann. I yield back.\n"
    )
    assert [label for label, _ in _turns(text)] == ["Mr. Linden", "Mr. McGann"] * 2


def test_what_is_told_after_the_last_turn_is_no_speech() -> None:
    """A paragraph behind the last label belongs to it only where "I", "we" or "you" shows it to be spoken."""
    text = (
        "WEEKLY: Will you cut rates?\n\nGOVERNOR: I will not say.\n\n"
        "WEEKLY: Why not?\n\nGOVERNOR: Because you would print it.\n\n"
        "And I would have to read it.\n\nA spokesman said later that our figures were wrong.\n"
    )
    assert _turns(text)[-1] == ("GOVERNOR", [["Because you would print it."], ["And I would have to read it."]])


def test_narrated_paragraphs_between_turns_are_left_out_of_mixed_documents() -> None:
    """In a document that is mostly prose a turn ends with its paragraph."""
    prose_part = "The pact was signed on Tuesday by both ministers in the old hall of the town.\n\n" * 8
    text = (
        f"{prose_part}CHAIR: I give you the floor.\n\nFIJI: We thank you.\n\n"
        "The Secretary observed that it was late.\n\n"
        "CHAIR: Then we are done.\n"
    )
    assert _turns(text) == [
        ("CHAIR", [["I give you the floor."]]),
        ("FIJI", [["We thank you."]]),
        ("CHAIR", [["Then we are done."]]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Size: 40 cm\nColour: red\nPrice: 20 euros\nSize: 50 cm\nColour: blue\nPrice: 25 euros\n",
        "Date: 3 May\nPlace: Oslo\nPresent: four members\n",
        "Note: We are closed.\nNote: You may write.\nNote: I will answer.\n",
        "The port will close. The ministry said: it is old.\n",
        "",
    ],
)
def test_lists_of_fields_are_no_transcript(text: str) -> None:
    """Labels that come back are not enough: two must differ, and the words must be spoken by somebody."""
    assert find_turns(prose(text)) == []


@given(PROSE)
def test_turns_lie_inside_any_text(text: str) -> None:
    """On arbitrary Unicode nothing raises, and pieces come in order."""
    position = 0
    for turn in find_turns(prose(text)):
        assert position <= turn.cue.start < turn.cue.end <= len(text)
        for spans in turn.paragraphs:
            for start, end in spans:
                assert position <= start < end <= len(text)
                position = end


def test_time_is_linear() -> None:
    """Many labels over many sentences take a time that grows with the text."""
    text = "A: I am here.\nB: You are. " * 15_000
    started = time.perf_counter()
    assert find_turns(prose(text))
    assert time.perf_counter() - started < 10


def test_chair_and_close() -> None:
    """Who presides may be set apart; the note that closes the meeting ends the last turn, whatever it says."""
    turns = _turns(PRESIDED)
    assert [label for label, _ in turns] == [
        "The Chair", "Ms. Rana Iqbal", "The Chair", "The PRESIDENT", "Ms. Rana Iqbal", "The Chair"
    ]  # fmt: skip
    assert turns[1][1] == [["Thank you, Chair. The money was", "gone by June and we knew it."]]
    assert turns[-1][1] == [["The meeting is suspended."]]


@pytest.mark.parametrize(
    "text",
    [
        "CHAIR LUND\nI thank you for coming.\n\nMS. RAO\nThank you, we are glad.\n\nCHAIR LUND\nWill you stay?\n",
        "[00:01:10] Ana Reis: I thank you for coming.\n[00:02] Tom Vik: We are glad.\n[00:03] Ana Reis: Will you stay?\n",
        "Reis – I thank you for coming.\nVik – Thank you, we are glad.\nReis – Will you stay?\n",
        "**Ana Reis:** I thank you for coming.\n\n**Tom Vik**: We are glad.\n\n**Ana Reis:** Will you stay?\n",
        "Mr VIK (Hale) (Lab) [10.04 am]: I thank you.\nMs REIS: We are glad.\nMr VIK: Will you stay?\n",
        "Senator VIK (10:04)—I thank you.\nSenator REIS—We are glad.\nSenator VIK—Will you stay?\n",
        "Q. I ask if you will stay?\n\nA. I will, and gladly.\n\nQ. Will you stay long?\n\nA. As long as you like.\n",
    ],
)
def test_ways_to_set_a_label(text: str) -> None:
    """Above its words, behind the time, before a dash, in bold, with party and hour in brackets, as a letter."""
    turns = _turns(text)
    assert len(turns) >= 3
    assert turns[0][0] == turns[2][0] != turns[1][0]
    assert all("thank" not in label and not label.startswith(("*", "[")) for label, _ in turns)


def test_dashes_in_prose_are_no_labels() -> None:
    """An aside between dashes is prose, even where it comes again."""
    text = "Ana Reis – who I know – left.\n\nTom Vik – whom we like – stayed.\n\nAna Reis – I think – came back.\n"
    assert _turns(text) == []


def test_datelines_are_no_labels() -> None:
    """Several releases in one text begin with a place and a day before a dash; nobody speaks there."""
    release = (
        "Ogbaneke, Thursday, 12 February 2026 - We gave the theatre today.\n\nOur guests said that they liked it.\n\n"
    )
    other = "Port Lisk, 3 March 2026 - We closed the harbour.\n\n"
    assert _turns((release + other) * 3) == []
