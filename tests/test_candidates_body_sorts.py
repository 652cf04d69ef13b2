"""What sort of body a name tells."""

from __future__ import annotations

from summariser.candidates.body_sorts import sort_of_noun, sorts_of
from tests.prose import entity, prose


def test_names_and_nouns() -> None:
    """By their words, in any of its names; a name that tells nothing has none."""
    document = prose("Tarn Pulses Ltd. met the Union of Growers and Orrin.")
    assert sorts_of(entity(document, "Tarn Pulses Ltd.")) == {"company"}
    assert sorts_of(entity(document, "Union of Growers")) == {"union"}
    assert sorts_of(entity(document, "Orrin")) == frozenset()
    assert sort_of_noun("council") == "council"
    assert sort_of_noun("boat") is None
