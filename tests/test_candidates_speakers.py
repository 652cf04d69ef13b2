"""Who speaks, certain or not."""

from __future__ import annotations

from summariser.candidates.analysis import Analysis
from summariser.documents import read_text
from summariser.learned.linear import Linear, fitted

SILENT = (
    "Ada Moss of Tarn Pulses Ltd met growers in Lisford on Monday. Bo Ek of the union stayed away.\n\n"
    "It was late when the lamps went out. “Four hundred sacks are four hundred sacks.”\n"
)


def _speakers(text: str, model: Linear) -> list[str | None]:
    analysis = Analysis(read_text(text))
    with fitted({"speaker": model}):
        found = [analysis.speakers.speaker(quotation) for quotation in analysis.quotations]
    return [entity.name if entity else None for entity in found]


def test_the_rules_come_first() -> None:
    """What they tell is not weighed again."""
    text = "“We have paid every grower,” said Ada Moss. Bo Ek did not speak.\n"
    assert _speakers(text, Linear(-9.0, {})) == ["Ada Moss"]
    assert _speakers(text, Linear(9.0, {})) == ["Ada Moss"]


def test_the_likeliest_where_the_rules_are_silent() -> None:
    """But nobody where none is likely."""
    assert _speakers(SILENT, Linear(-5.0, {"near:first": 9.0})) == ["Ada Moss"]
    assert _speakers(SILENT, Linear(-5.0, {})) == [None]


def test_whoever_is_only_described_stays_without_a_name() -> None:
    """No name is put on "an aide"."""
    text = "Ada Moss left early. “We have paid every grower,” said an aide who would not give a name.\n"
    assert _speakers(text, Linear(9.0, {})) == [None]
