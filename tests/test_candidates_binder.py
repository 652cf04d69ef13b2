"""Who is bound, certain or not."""

from __future__ import annotations

from summariser.candidates.analysis import Analysis
from summariser.candidates.binder import LEAST, SURE
from summariser.documents import read_text
from summariser.learned.linear import Linear, fitted

TEXT = (
    "Tarn Pulses Ltd and the Growers' Union signed in Lisford on Monday. Tarn Pulses Ltd will pay $4 million.\n\n"
    "Ada Moss, chief executive of Tarn Pulses Ltd, promised to open the mill.\n"
)

MEANT = "Tarn Pulses Ltd met the Growers' Union in Lisford on Monday. The company will pay every grower by 1 June.\n"


def _bound(model: Linear, text: str = TEXT) -> list[list[str]]:
    analysis = Analysis(read_text(text))
    with fitted({"bound": model}):
        return [[entity.name for entity in analysis.binder.bound(item)] for item in analysis.undertakings]


def test_whoever_the_subject_names_is_bound() -> None:
    """Whatever the model finds; who speaks for a body binds the body."""
    assert _bound(Linear(-9.0, {})) == [["Tarn Pulses Ltd"], ["Tarn Pulses Ltd"]]
    assert _bound(Linear(-5.0, {"rule:other": 9.0})) == [["Tarn Pulses Ltd"], ["Tarn Pulses Ltd"]]


def test_a_name_that_may_be_no_party_is_weighed() -> None:
    """`Mill Lane will be closed`: a street binds itself to nothing."""
    text = "Tarn Pulses Ltd met the Growers' Union on Monday. From May, Mill Lane will be closed to lorries.\n"
    found = _bound(Linear(-5.0, {"order:organisation:0": 9.0}), text)
    assert found == [["Tarn Pulses Ltd"]]


def test_the_rules_weigh_as_much_as_the_model_says() -> None:
    """Where the subject is a description or a pronoun."""
    assert _bound(Linear(-5.0, {"rule:ruled": 9.0}), MEANT) == [["Tarn Pulses Ltd"]]
    assert "Tarn Pulses Ltd" not in _bound(Linear(-5.0, {"rule:other": 9.0}), MEANT)[0]


def test_the_likeliest_where_none_is_sure() -> None:
    """But nobody where none is likely."""
    assert SURE > LEAST
    assert _bound(Linear(-3.0, {"rule:ruled": 2.5}), MEANT) == [["Tarn Pulses Ltd"]]
    assert _bound(Linear(-9.0, {}), MEANT) == [[]]


def test_the_weights_that_lie_with_the_program() -> None:
    """The plain case is right."""
    analysis = Analysis(read_text(TEXT))
    assert [[e.name for e in analysis.binder.bound(item)] for item in analysis.undertakings] == [
        ["Tarn Pulses Ltd"],
        ["Tarn Pulses Ltd"],
    ]


def test_without_entities_nobody_is_bound() -> None:
    """And nothing fails."""
    analysis = Analysis(read_text("it will be done, and it will be done well.\n"))
    assert all(analysis.binder.bound(item) == () for item in analysis.undertakings)
