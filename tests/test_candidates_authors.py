"""Who speaks where no attribution stands."""

from __future__ import annotations

import pytest

from summariser.candidates.analysis import Analysis
from summariser.candidates.entities import find_entities
from summariser.candidates.quotations import find_quotations
from summariser.candidates.reference import Resolver
from tests.prose import entity, prose, speakers

SPEECH = "I thank you. We have paid. I shall pay again. We will build. I am glad of it. My friends know."


def test_a_speech_is_its_makers() -> None:
    """`I` outside quotation marks is who gives the speech: named behind "by", or alone on the last line."""
    for text in (f"Address delivered to the House by Ali Noor\n\n{SPEECH}\n", f"{SPEECH}\n\nAli Noor\n"):
        document = prose(text)
        noor = entity(document, "Ali Noor")
        resolver = Resolver(document, [noor], find_quotations(document))
        assert resolver.resolve("I", text.index("I shall")) == (noor,)
        assert resolver.resolve("We", text.index("We will")) == (noor,)


def test_a_report_has_no_maker() -> None:
    """A few words in the first person do not make a speech of a report."""
    document = prose("By Ali Noor\n\nWe were there. It rained.\n\nAli Noor\n")
    resolver = Resolver(document, [entity(document, "Ali Noor")], find_quotations(document))
    assert resolver.resolve("We", document.text.index("We")) == ()


def test_the_we_of_a_declaration() -> None:
    """`We, the Ministers of …` is the group it defines, or else the states it lists."""
    text = "We, the Ministers of Fiji and Samoa (“the Ministers”), met. We will train nurses."
    document = prose(text)
    fiji, samoa = entity(document, "Fiji", "state"), entity(document, "Samoa", "state")
    group = entity(document, "Ministers", "group")
    resolver = Resolver(document, [fiji, samoa, group], [])
    assert resolver.resolve("We", text.index("We will")) == (group,)
    listed = prose(text.replace(" (“the Ministers”)", ""))
    states = [entity(listed, "Fiji", "state"), entity(listed, "Samoa", "state")]
    assert Resolver(listed, states, []).resolve("We", listed.text.index("We will")) == tuple(states)


def test_the_person_interviewed_answers() -> None:
    """Answers go to the person named most before the first question, and questions to whom the credit names."""
    document = prose(
        "Ana Silva talks about buses. An interview by Bo Ek.\n\nMs Silva is the mayor.\n\nAre you well today?\n\n"
        "I am very well.\n\nDo you like buses?\n\nI like them all.\n\nWill you buy more?\n\nWe will buy ten.\n"
    )
    entities = [entity(document, "Ana Silva", "person", "Ms Silva"), entity(document, "Bo Ek")]
    assert speakers(document, entities) == ["Bo Ek", "Ana Silva"] * 3


@pytest.mark.parametrize("lead", ["Ana Silva runs the port. She spoke to Bo Ek.", "Ten minutes with Ana Silva"])
def test_who_is_asked_and_who_asks(lead: str) -> None:
    """Letters for question and answer are the persons whom the lead names as such."""
    document = prose(
        f"{lead}\n\nQ: Are you well today?\n\nA: I am very well.\n\nQ: And how are your boats?\n\nA: They all float.\n"
    )
    asking = "Bo Ek" if "Bo Ek" in lead else None
    entities = [entity(document, "Ana Silva"), *([entity(document, "Bo Ek")] if asking else [])]
    assert set(speakers(document, entities)) == {asking, "Ana Silva"}


def test_a_sworn_witness_answers_whoever_questions() -> None:
    """`ADA MOSS (affirmed)`, `Questions from MR VIK`."""
    document = prose(
        "MR VIK: May the witness be sworn, please?\n\nADA MOSS (affirmed)\n\nQuestions from MR VIK\n\n"
        "MR VIK: You kept the books, I think?\n\nA. I kept them for ten years.\n\nQ. Did you sign them all?\n\n"
        "A. I signed all of them.\n"
    )
    entities = [entity(document, "VIK", "person", "MR VIK"), entity(document, "ADA MOSS")]
    assert speakers(document, entities)[-3:] == ["ADA MOSS", "VIK", "ADA MOSS"]


def test_labels_of_question_and_answer() -> None:
    """`A:` is the person interviewed, `Q:` nobody in particular."""
    document = prose(
        "Ana Silva talks about her buses.\n\nQ: Are you well today?\nA: I am very well.\nQ: Do you like buses?\n"
        "A: I like them all.\n"
    )
    assert speakers(document, [entity(document, "Ana Silva")]) == [None, "Ana Silva"] * 2


@pytest.mark.parametrize(
    "head",
    [
        "Speech by Ana Reis, Minister of Ports, at the Hale Dinner",
        "Remarks by Governor Ana Reis at the Hale Dinner",
        "Ana Reis: Speech to the Hale Dinner",
        "Mayor Ana Reis’s State of the City Address",
        "Hale Dinner, 4 March 2025\n\nAna Reis, Minister of Ports\n\nCheck against delivery",
        "Speaker: Ana Reis, Minister of Ports\nPlace: Hale",
        "Mayor Ana Reis delivered the following address on Tuesday evening.",
        "Speech at the Hale Dinner (Ana Reis, Minister of Ports)",
        "Hale Dinner\n\nMy name is Ana Reis.",
    ],
)
def test_the_head_of_a_speech_tells_who_gives_it(head: str) -> None:
    """Whatever way the head names the speaker, what "we" will do binds her; a guest who is greeted is not the speaker."""
    greeting = "Father Ito, Mr Speaker, friends: good evening."
    analysis = Analysis(prose(f"{head}\n\n{greeting}\n\n{SPEECH}\n"))
    paid = next(u for u in analysis.undertakings if analysis.document.text[slice(*u.action)] == "build")
    assert [entity.name for entity in analysis.bound(paid)] == ["Ana Reis"]


def test_a_letter_is_by_its_signature_and_not_to_it() -> None:
    """Whom a letter addresses is not who writes it."""
    analysis = Analysis(prose(f"Tom Vik\nMinister of Ports\n\nDear Mr Vik,\n\n{SPEECH}\n\nYours\n\nAna Reis\nChair\n"))
    assert {entity.name for u in analysis.undertakings for entity in analysis.bound(u)} == {"Ana Reis"}


def test_what_a_speaker_reads_out_is_somebody_elses() -> None:
    """`I will read you his sentence: “…”` leaves the speaker of the words open."""
    text = (
        f"Speech by Mayor Ana Reis\n\n{SPEECH} I will read you his sentence: “The state would meet the cost of it.”\n"
    )
    analysis = Analysis(prose(text))
    assert [analysis.resolver.speaker(quote) for quote in analysis.quotations] == [()]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("Ana Reis, the mayor, spoke to Bo Ek on Monday.", ""),
        ("Bo Ek met Ana Reis, the mayor, in her office.", ""),
        ("Ana Reis, the mayor, met Bo Ek, the director, last week. Now she talks to us.", ""),
        ("Our reporter went to Hale. He spoke to Ana Reis, the mayor.", ""),
        ("Bo Ek interviewed Ana Reis.", ""),
        ("The Last Summer", "Ana Reis is mayor of Hale. She was talking to Bo Ek."),
    ],
)
def test_who_asks_is_not_who_is_interviewed(head: str, foot: str) -> None:
    """Answers are those of the person spoken to, however the interviewer is named."""
    questions = "Are you well today?\n\nI am very well.\n\nDo you like buses?\n\nI like them all.\n\nAny more?\n\nI will buy ten.\n"
    document = prose(f"{head}\n\n{questions}\n{foot}\n")
    assert [name for name in speakers(document, find_entities(document)) if name] == ["Ana Reis"] * 3
