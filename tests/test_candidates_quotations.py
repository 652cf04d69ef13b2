"""Direct speech of whole documents."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from summariser.candidates.quotations import MIN_WORDS, find_quotations
from tests.prose import PROSE, prose, said, spoken


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        # One attribution leaves one quote, in as many spans as it has pieces.
        ("“We looked at ten towns,” said Bo Ek, the mayor. “This one looked back.”",
         [("We looked at ten towns, | This one looked back.", "said Bo Ek")]),
        ("“Put a number in and I lie,” he told members, “and I would rather not.”",
         [("Put a number in and I lie, | and I would rather not.", "he told members")]),
        # Speech that ends with somebody else's goes on too.
        ("'They ask, \"Who pays?\"' said Bo Ek. 'We ask, \"Who does not?\"'",
         [("They ask, \"Who pays?\" | We ask, \"Who does not?\"", "said Bo Ek")]),
        # A new attribution begins a new quote.
        ("“We are late again today,” he said. She added: “We are never on time.”",
         [("We are late again today,", "he said"), ("We are never on time.", "She added")]),
        # The same breath goes on behind "and added that".
        ("Ek said, “we are very pleased with this”, and added that, “we are set on it.”",
         [("we are very pleased with this | we are set on it.", "Ek said")]),
        # Part of a sentence, taken up by the narrator.
        ("She called the pact “a start, with mud on its boots.”",
         [("a start, with mud on its boots.", "She called the pact")]),
        # A word picked out behind what was said is no part of it.
        ("“We are late again,” she wrote, keeping a “sell” rating. “It is a habit here.”",
         [("We are late again, | It is a habit here.", "she wrote")]),
        # The attribution may end the sentence after a question.
        ("“Who will pay for it?” Mr Ito asked.", [("Who will pay for it?", "Mr Ito asked")]),
        # The number of a paragraph is no part of the attribution.
        ("16. In her closing words the Chair said: “The sea signs nothing at all.”",
         [("The sea signs nothing at all.", "the Chair said")]),
        # A later sentence may say whose words they were.
        ("We wrote that Ali Noor had said: “It is sums dressed as law.” The remark was made by Idris Noor.",
         [("It is sums dressed as law.", "The remark was made by Idris Noor")]),
        # Capitals do not make a title of what is attributed right beside it.
        ("“Take Back Control Now,” she said.", [("Take Back Control Now,", "she said")]),
        ("It was what the mayor called “a very long day for all of us”.",
         [("a very long day for all of us", "the mayor called")]),
        # A colon leads up to words without a verb of saying.
        ("The union was unimpressed: “It's the same old promise,” said its head, Ana Silva.",
         [("It's the same old promise,", "said its head, Ana Silva")]),
    ],
)  # fmt: skip
def test_marked_speech(text: str, quotes: list[tuple[str, str]]) -> None:
    """Passages are grouped by their attribution and cut without marks."""
    assert said(text) == quotes


@pytest.mark.parametrize(
    "text",
    [
        'This agreement (the "Agreement") binds Acme ("Supplier") and Bolt (the "Buyer" or "Customer").',
        'In it "Wheat" means milling wheat; "Lot" means a load; "Bank" means Levant Bank; "Port" means Oslo.',
        '"Good Industry Practice and Care" shall have the same meaning as in the first contract.',
        "An article (“Town doubles duty in answer to city”, 4 March, page 19) was wrong.",
        "The words “in answer to the city” should not have been used.",
        "A film called “The Long Walk Home to Oslo” was shown.",
        "They live in a place called “the end of the world”.",
        "They met in the “very old white house” by the sea.",
        "They should attribute to him the words “we promise ten thousand jobs”.",
    ],
)
def test_what_stands_between_marks_and_is_no_speech(text: str) -> None:
    """Defined terms, headlines, titles, scare quotes and words that are only mentioned are left out."""
    assert said(text) == []


@pytest.mark.parametrize(("left", "right"), [("“", "”"), ('"', '"')])
def test_speech_that_runs_on_behind_its_attribution(left: str, right: str) -> None:
    """Interrupted in its first paragraph, it is left open there and goes on with the same speaker."""
    text = f"{left}We met,{right} said Ana Silva. {left}It rained for days.\n\n{left}Nobody came to see us.{right}\n"
    assert said(text) == [
        ("We met, | It rained for days.", "said Ana Silva"),
        ("Nobody came to see us.", "said Ana Silva"),
    ]


def test_speech_over_several_paragraphs() -> None:
    """A new paragraph is a new quote; left open or all speech, it goes on with the attribution before it."""
    text = (
        "The secretary, Ana Silva, said: “We have had some good talks.\n\n“But there are issues left to settle.\n\n"
        "“We want to end this soon.” (Reporting by Bo Ek)\n\n“Nobody here will say when.”\n\nPrices rose by 4%.\n"
    )
    cue = "The secretary, Ana Silva, said"
    assert said(text) == [
        ("We have had some good talks.", cue),
        ("But there are issues left to settle.", cue),
        ("We want to end this soon.", cue),
        ("Nobody here will say when.", None),
    ]


def test_a_pull_quote_has_no_attribution() -> None:
    """Words on a line of their own do not go to whoever was reported before."""
    text = "Ms Ito said that the pay would rise.\n\n“They believed me around three”\n\nThe union agreed.\n"
    assert said(text) == [("They believed me around three", None)]


def test_each_paragraph_of_a_turn_is_a_quote_and_nothing_inside_it() -> None:
    """The label is the cue; what a speaker quotes belongs to the speaker."""
    text = (
        "CHAIR: Good morning to you all.\n\nWITNESS: She told her, “Come back next week.” So I came.\n\n"
        "We both came back.\n\nCHAIR: Did you both stay?\n\nWITNESS: We did not stay.\n"
    )
    assert said(text) == [
        ("Good morning to you all.", "CHAIR"),
        ("She told her, “Come back next week.” So I came.", "WITNESS"),
        ("We both came back.", "WITNESS"),
        ("Did you both stay?", "CHAIR"),
        ("We did not stay.", "WITNESS"),
    ]
    assert all(quote.label and not quote.marked for quote in find_quotations(prose(text)))


@given(PROSE)
def test_quotations_lie_inside_any_text_in_order(text: str) -> None:
    """On arbitrary Unicode nothing raises, spans are words without outer space, and no quote is too short."""
    document = prose(text)
    position = -1
    for quote in find_quotations(document):
        assert position <= quote.start < quote.end <= len(text)
        position = quote.start
        assert sum(len(text[start:end].split()) for start, end in quote.spans) >= MIN_WORDS
        for start, end in quote.spans:
            assert text[start:end] == text[start:end].strip() != ""


@pytest.mark.parametrize(
    "unit", ["“a b c d e” said ", "The minister said “we are here now”. ", "We won, ", "(“a b c d e "]
)
def test_time_is_linear(unit: str) -> None:
    """One long paragraph of many passages takes a time that grows with the text."""
    text = unit * (300_000 // len(unit))
    started = time.perf_counter()
    find_quotations(prose(text))
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("**“We won the day again,”** said Mr Vik.", [("We won the day again,", "Mr Vik")]),
        ("“We won the day again.” So said Mr Vik on Monday.", [("We won the day again.", "Mr Vik")]),
        ("As Mr Vik has it, “we won the day again”.", [("we won the day again", "Mr Vik")]),
        ("“We won” – here he sat – “the day again,” Mr Vik said.", [("We won | the day again,", "Mr Vik")]),
        (
            "“We won the day again.\n\n“It was our fair share,” Mr Vik said.",
            [("We won the day again.", "Mr Vik"), ("It was our fair share,", "Mr Vik")],
        ),
        (
            "Ana Reis, Chair\n\n“We won the day again.”\n\nBo Ek, Mayor\n\n“It was our fair share.”\n\n“All of it was.”",
            [("We won the day again.", "Ana Reis"), ("It was our fair share.", "Bo Ek"), ("All of it was.", "Bo Ek")],
        ),
        (
            "What they said\n\n“We won the day again.”\n\nAna Reis, Chair\n\n“It was our share.”\n\nBo Ek, Mayor",
            [("We won the day again.", "Ana Reis"), ("It was our share.", "Bo Ek")],
        ),
        (
            "Mr Vik called it “a bad day for us”, and said Li had “lost the plot here”.",
            [("a bad day for us", "Mr Vik"), ("lost the plot here", "Mr Vik")],
        ),
    ],
)
def test_attributions_further_off(text: str, quotes: list[tuple[str, str]]) -> None:
    """In the next paragraph or sentence, with emphasis round the marks, after an interruption, with a shared subject."""
    document = prose(text)
    found = [(spoken(document, quote), quote.cue.subject if quote.cue else "") for quote in find_quotations(document)]
    assert found == quotes
