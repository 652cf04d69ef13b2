"""Who speaks where no attribution stands."""

from __future__ import annotations

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
    """Answers go to the person named most before the first question, not to the interviewer; questions stay open."""
    document = prose(
        "Ana Silva talks about buses. An interview by Bo Ek.\n\nMs Silva is the mayor.\n\nAre you well today?\n\n"
        "I am very well.\n\nDo you like buses?\n\nI like them all.\n\nWill you buy more?\n\nWe will buy ten.\n"
    )
    entities = [entity(document, "Ana Silva", "person", "Ms Silva"), entity(document, "Bo Ek")]
    assert speakers(document, entities) == [None, "Ana Silva"] * 3


def test_labels_of_question_and_answer() -> None:
    """`A:` is the person interviewed, `Q:` nobody in particular."""
    document = prose(
        "Ana Silva talks about her buses.\n\nQ: Are you well today?\nA: I am very well.\nQ: Do you like buses?\n"
        "A: I like them all.\n"
    )
    assert speakers(document, [entity(document, "Ana Silva")]) == [None, "Ana Silva"] * 2
