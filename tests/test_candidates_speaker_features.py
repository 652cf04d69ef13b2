"""What a model sees of a quotation and an entity."""

from __future__ import annotations

from summariser.candidates.analysis import Analysis
from summariser.documents import read_text

TEXT = (
    "“We have paid every grower,” said Ada Moss, the chief executive of Tarn Pulses Ltd.\n\n"
    "Bo Ek shook his head. “Four hundred sacks are four hundred sacks,” the executive went on.\n\n"
    "“And that is that for today.”\n"
)


def _seen(number: int) -> dict[str, set[str]]:
    analysis = Analysis(read_text(TEXT))
    quotation = analysis.quotations[number]
    return {entity.name: set(features) for entity, features in analysis.speakers.pairs(quotation)}


def test_around_it() -> None:
    """Who is named before it in the paragraph, who in the paragraph before, who spoke last."""
    seen = _seen(1)
    assert {"lead:last", "lead:first"} <= seen["Bo Ek"]
    assert {"near:first", "previous", "earlier", "here:no:True"} <= seen["Ada Moss"]


def test_the_words_that_attribute_it() -> None:
    """Held against the role of the entity."""
    assert "role" in _seen(1)["Ada Moss"]
    assert "subject" in _seen(0)["Ada Moss"]


def test_a_paragraph_that_is_all_speech() -> None:
    """Nobody is named in it."""
    assert all("here:no:False" in features for features in _seen(2).values())
