"""Undertakings that only their words make likely."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from summariser.candidates.likely_undertakings import binds, with_likely
from summariser.candidates.quotations import find_quotations
from summariser.candidates.reader import Reader
from summariser.candidates.undertakings import find_undertakings
from summariser.learned.linear import Linear, fitted
from tests.prose import PROSE, entity, prose

if TYPE_CHECKING:
    from summariser.candidates.undertaking import Undertaking
    from summariser.documents import Document

EVERY = {"binding": Linear(9.0, {})}
NONE = {"binding": Linear(-9.0, {})}


def _found(text: str, models: dict[str, Linear]) -> tuple[Document, list[Undertaking]]:
    document = prose(text)
    entities = [entity(document, name) for name in ("Acme", "Orrin") if name in text]
    reader = Reader(document, entities, find_quotations(document))
    with fitted(models):
        return document, with_likely(reader, find_undertakings(document, entities))


def _cut(document: Document, span: tuple[int, int]) -> str:
    return document.text[slice(*span)]


@pytest.mark.parametrize(
    ("text", "subject", "action", "negated"),
    [
        (
            "Every ewe of the lower farms will be counted twice.",
            "Every ewe of the lower farms",
            "be counted twice",
            False,
        ),
        ("The lower gate is to stay open.", "The lower gate", "stay open", False),
        ("The lower gate will not be shut.", "The lower gate", "be shut", True),
        ("No ewe of the lower farms will be counted twice.", "No ewe of the lower farms", "be counted twice", True),
        ("Acme: 40 sacks of seed for the lower farms.", "Acme", "Acme: 40 sacks of seed for the lower farms", False),
        ("• 40 sacks of seed for the lower farms", "", "40 sacks of seed for the lower farms", False),
    ],
)
def test_a_likely_sentence_carries_one(text: str, subject: str, action: str, negated: bool) -> None:
    """Behind its modal, else as a whole."""
    with fitted({"binding": Linear(9.0, {})}):
        document, found = _found(f"It rained on the day before that. {text}", EVERY)
    item = next(each for each in found if each.sentence == 1)
    assert (_cut(document, item.subject), _cut(document, item.action), item.negated) == (subject, action, negated)


def test_what_the_grammar_finds_stays_as_it_is() -> None:
    """Nothing is added in its sentence, and nothing where no sentence is likely."""
    document, found = _found("Acme will close the mill.", EVERY)
    assert [(_cut(document, item.action), item.likely) for item in found] == [("close the mill", False)]
    assert _found("Every ewe was counted twice.", NONE)[1] == []


def test_what_it_depends_on() -> None:
    """Inside of what will be done, or before who will do it."""
    for text in ("Every ewe will be counted twice if it snows.", "If it snows, every ewe will be counted twice."):
        document, found = _found(f"It rained on the day before that. {text}", EVERY)
        item = next(each for each in found if each.sentence == 1)
        assert item.condition is not None
        assert _cut(document, item.condition).lower() == "if it snows"


def test_a_question_carries_none() -> None:
    """However likely its words."""
    assert _found("Would the gate stay open?", EVERY)[1] == []


def test_what_became_of_the_one_before_is_a_passage_of_it() -> None:
    """A short sentence that speaks of it and promises nothing itself."""
    document, found = _found("Acme will close the mill. That was told to Orrin again on Monday.", EVERY)
    assert [_cut(document, item.action) for item in found] == ["close the mill"]
    assert [_cut(document, span) for span in found[0].more] == ["That was told to Orrin again on Monday"]


def test_the_weights_that_lie_with_the_program() -> None:
    """A plain promise is likelier than small talk."""
    document = prose("The company undertakes to pay every grower by 1 June. It was a fine day and the band played on.")
    reader = Reader(document, [], [])
    promise, talk = (binds(reader, sentence) for sentence in document.sentences)
    assert promise > 0.8
    assert talk < 0.2


@given(PROSE)
def test_any_text(text: str) -> None:
    """Passages lie inside the text, in order."""
    document, found = _found(text, EVERY)
    assert [item.start for item in found] == sorted(item.start for item in found)
    assert all(0 <= item.start < item.end <= len(document.text) for item in found)
    assert all(item.start <= item.action[0] < item.action[1] <= len(document.text) for item in found if item.likely)
