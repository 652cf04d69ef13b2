"""What a model sees of an undertaking and an entity."""

from __future__ import annotations

from summariser.candidates.analysis import Analysis
from summariser.documents import read_text

TEXT = (
    "Tarn Pulses Ltd met the Growers' Union in Lisford. The company will pay every grower by 1 June.\n\n"
    "“We will open the mill,” said Ada Moss, chief executive of Tarn Pulses Ltd. The growers will be paid by Friday.\n"
)


def _seen(number: int) -> dict[str, set[str]]:
    analysis = Analysis(read_text(TEXT))
    item = analysis.undertakings[number]
    return {entity.name: set(features) for entity, features in analysis.binder.pairs(item)}


def test_a_description() -> None:
    """Its noun beside the kind of the entity, what the rules say, and where the entity was named before."""
    seen = _seen(0)["Tarn Pulses Ltd"]
    assert {"rule:ruled", "clause:told:definite", "in:no:definite", "near:first", "noun:company:company"} <= seen
    assert "sort:True" in seen
    assert "rule:other" in _seen(0)["Growers' Union"]


def test_speech() -> None:
    """Who speaks, and whose body that is."""
    seen = _seen(1)
    assert {"speaker", "speaker:pron:we", "clause:speech:pron:we"} <= seen["Ada Moss"]
    assert {"body", "body:active"} <= seen["Tarn Pulses Ltd"]


def test_a_passive_clause() -> None:
    """Is told apart, with the entity that is named most."""
    seen = _seen(2)["Tarn Pulses Ltd"]
    assert "main:organisation:passive" in seen
    assert "last" in seen
