"""Labels of the turns of a transcript."""

from __future__ import annotations

import time

import pytest

from summariser.candidates.turn_labels import find_labels
from summariser.candidates.turns import find_turns, labelled_persons
from tests.prose import prose


def _labels(text: str) -> list[str]:
    return [turn.cue.subject for turn in find_turns(prose(text))]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            (
                "Hon. (Dr.) Ada Kibe (Suba, ODP): I rise to oppose this Motion.\n\n"
                "The Speaker (Hon. Jo Wanga): Order! What is your point?\n"
            ),
            ["Hon. (Dr.) Ada Kibe", "The Speaker"],
        ),
        (
            (
                "Sir Alan Holm (Kettle) (Con): Will the Minister meet me?\n\n"
                "The Parliamentary Under-Secretary of State for Ports (Ann Guy): I would be glad to.\n\n"
                "Several hon. Members rose—\n\nMr Speaker: Order. I call Tom Vik.\n"
            ),
            ["Sir Alan Holm", "The Parliamentary Under-Secretary of State for Ports", "Mr Speaker"],
        ),
        (
            (
                "The Chair (Mr. Pat Lowe (Hale North, Lib.)): I call the meeting to order.\n\n"
                "Ms. Jo Vik (Deputy Minister): Thank you. I have a statement.\n"
            ),
            ["The Chair", "Ms. Jo Vik"],
        ),
        (
            (
                "Q1 **Chair:** Welcome. Is the water safe?\n\n***Dr Rao:*** It is. I drink it.\n\n"
                "**Bo van der Ek:** We test it, as Dr Rao knows. Bo van der Ek is on the label.\n"
            ),
            ["Chair", "Dr Rao", "Bo van der Ek"],
        ),
        (
            (
                "○Chair (Mori Ken): The committee will come to order.\n\n○Sato Aya: What has the Agency done?\n\n"
                "○Government witness (Director-General Abe Jun): We have done nothing yet.\n"
            ),
            ["Chair", "Sato Aya", "Government witness"],
        ),
        (
            (
                "The Vice-Chair (Ms. Ada Roy)\nWe resume with the second panel.\n\nMr. Peter Nolan\nMayor, Town of Hale\n"
                "I thank you for having us. We have three requests.\n"
            ),
            ["The Vice-Chair", "Mr. Peter Nolan"],
        ),
        (
            (
                "MS. WILLS:  Good morning, everybody.  I have one thing.\n\nQ  Will you stay, Ms. Wills?\n\n"
                "MS. WILLS:  I will stay.\n"
            ),
            ["MS. WILLS", "Q", "MS. WILLS"],
        ),
        (
            (
                "Lena Ott -- Chief Executive Officer\nThank you all. We had a strong quarter.\n\n"
                "Ben Chan -- Rowan Capital -- Analyst\nGood morning. Can you talk about margins?\n"
            ),
            ["Lena Ott", "Ben Chan"],
        ),
        (
            "Ana Reis  0:05\nWe should start with the budget.\n\nTom Vik  0:12\nI have the figures here.\n",
            ["Ana Reis", "Tom Vik"],
        ),
        (
            (
                "Maria Lund, on behalf of the Group. – Mr President, I welcome this.\n\n"
                "Jan Kos (S&D). – Madam President, we have waited long.\n\nPresident. – Thank you both for that.\n"
            ),
            ["Maria Lund", "Jan Kos", "President"],
        ),
        (
            (
                "MS. STONE: Objection. I ask that you strike that.\n\nTHE COURT: Overruled. You may answer.\n\n"
                "THE WITNESS: I was at home.\n"
            ),
            ["MS. STONE", "THE COURT", "THE WITNESS"],
        ),
        (
            (
                "Mr. THUNE. Mr. President, I rise to speak on the farm bill.\n\n"
                "The PRESIDING OFFICER. The Senator from Maine is recognized.\n"
            ),
            ["Mr. THUNE", "The PRESIDING OFFICER"],
        ),
        (
            (
                "**Moderator:** Who wants to go first?\n\n**Dr. Lena Ott (University of Hale):** I will. The ice is thin.\n\n"
                "**Ben Chan, Rowan Capital:** The market knows, I can tell you.\n"
            ),
            ["Moderator", "Dr. Lena Ott", "Ben Chan, Rowan Capital"],
        ),
        (
            "THE CHAIRPERSON (SEN. CRUZ). The hearing is called to order.\n\nREP. DIAZ. I have two questions.\n",
            ["THE CHAIRPERSON", "REP. DIAZ"],
        ),
        (
            "**Rosa Diaz** I never wanted to leave.\n\n**Tom Vik** Why did you leave it then?\n",
            ["Rosa Diaz", "Tom Vik"],
        ),
        (
            "Participant 4: I would not take the bus.\n\nParticipant 7 (female, 34): I take it at noon.\n",
            ["Participant 4", "Participant 7"],
        ),
        (
            "Panel: Rosa Diaz of Hale, and Dr Amina Cole.\n\nCole: Is there a future?\n\nRosa: There is, if we stop.\n",
            ["Cole", "Rosa"],
        ),
        (
            "Q1: How is the port this year?\n\nA1: I find it full.\n\nQ2: Do you sleep at all?\n\nA2: I do, at noon.\n",
            ["Q", "A", "Q", "A"],
        ),
        (
            "Sarah Holm: You were born at sea?\n\nJohn Peters: I was. My mother says the ship rolled.\n",
            ["Sarah Holm", "John Peters"],
        ),
    ],
)
def test_labels_clear_by_themselves(text: str, labels: list[str]) -> None:
    """Titles, offices, a place, party or holder in brackets, numbers, bullets and hours: no label need come again."""
    assert _labels(text) == labels


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Lee: to write to the contractor by Friday.\nMr Vik: to send the figures.\nClerk: to book the hall.\n",
        "Minister for Ports: Ann Lee\nDeputy Minister: Tom Vik\n\nWe are open from nine.\n",
        "The Supplier: Hale Ltd, a company. You can find it below.\nThe Customer: Vik plc.\nTerm: We give two years.\n",
        "Dr Ann Lee: professor of law at Oslo. She has written books.\nMr Tom Vik: former minister. He chairs the board.\n",
        "Mayor Lund: We will not close the pool\n\nThe mayor of Hale said on Monday that it would stay open.\n",
        "Minister Lund: “We will not close.”\n\nMinister Rao: “I am glad.”\n",
        "**Scope** We give the service ordered.\n\n**Term** You may end it at any time.\n",
        "Governor Lund: We are ready.\n\nThe town was quiet on Monday, and the shops were open again.\n",
    ],
)
def test_names_before_a_colon_that_label_nothing(text: str) -> None:
    """Lists of tasks, offices, parties of a contract and biographies, a headline and words in quotation marks."""
    assert _labels(text) == []


def test_one_speaker_of_a_speech() -> None:
    """Where the document is called a transcript or remarks, one label is enough and all that follows is its speech."""
    text = (
        "Opening of the lock\nTranscript\n\nGovernor Ada Lund: Good afternoon, friends!\n\nNobody believed in it.\n\n"
        "I did not either.\n\n(Applause.)\n"
    )
    turns = find_turns(prose(text))
    assert [turn.cue.subject for turn in turns] == ["Governor Ada Lund"]
    assert len(turns[0].paragraphs) == 3


def test_names_of_those_who_speak() -> None:
    """The label is a person's name, or the brackets behind an office hold it; a place in brackets is none."""
    text = "Ana Ruiz (Hale Bay): Will you come?\n\nThe Chair (Ms. Ada Roy): I will.\n\nOrla Council: No.\n\nAna Ruiz: Good.\n"
    assert labelled_persons(prose(text)) == {"ana ruiz", "ada roy"}


@pytest.mark.parametrize(
    "piece", ["Ann Lee (a (b) ", "Mr. Ann Lee, ", "Q41 **", "Ann Lee -- A ", "Hon. (Ms.) ", "* ○ ", "A. – "]
)
def test_time_is_linear(piece: str) -> None:
    """Lines that nearly are labels take no time out of proportion."""
    text = (piece * 400 + "\n") * 40
    started = time.perf_counter()
    find_labels(prose(text))
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Interviewer: What did you do?\n\nP3: I waited there.\n\nR-1: We all waited.\n\nInterviewer: Why?\n",
         ["Interviewer", "P3", "R-1", "Interviewer"]),
        ("Moderator: What did you do?\n\nP12: I waited there.\n", ["Moderator", "P12"]),
        ("P1: We build the pier.\n\nP2: We mend the road.\n\nP3: We sell the barge.\n", []),
    ],
)  # fmt: skip
def test_numbered_participants(text: str, labels: list[str]) -> None:
    """Participants by number speak where somebody moderates; a list of numbered points is no transcript."""
    assert _labels(text) == labels
