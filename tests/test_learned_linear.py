"""Linear models: what they weigh, and the weights that lie with the program."""

from __future__ import annotations

import math
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.evals.fitting import digest_of, training_cases
from summariser.learned.linear import FOLDER, Linear, fitted, linear, load_linear
from summariser.schemas.brief import CommitmentStatus

SEEDS = Path(__file__).parent.parent / "seeds"
NAMES = {
    "binding",
    "bound",
    "speaker",
    "needed",
    "party",
    *(f"status_{status}" for status in get_args(CommitmentStatus)),
}


def test_features_add_up() -> None:
    """Each known one once; unknown ones weigh nothing."""
    model = Linear(-1.0, {"a": 2.0, "b": 0.5})
    assert model.log_odds(["a", "a", "c"]) == pytest.approx(1.0)
    assert model.probability(["a", "b"]) == pytest.approx(1 / (1 + math.exp(-1.5)))


@given(st.floats(-1e6, 1e6), st.lists(st.sampled_from("abc")))
def test_a_probability_is_one(bias: float, features: list[str]) -> None:
    """However large the sum."""
    assert 0.0 <= Linear(bias, {"a": 1e5, "b": -1e5}).probability(features) <= 1.0


def test_models_in_force_take_the_place_of_the_files() -> None:
    """For as long as the context lasts, also where it ends with an error."""
    stands_in = Linear(3.0, {})

    def fail() -> None:
        with fitted({"binding": stands_in}):
            assert linear("binding") is stands_in
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert linear("binding") is load_linear("binding")


def test_an_unknown_model() -> None:
    """There is no file for it."""
    with pytest.raises(FileNotFoundError):
        linear("none")


def test_the_weights_are_those_of_the_labelled_documents() -> None:
    """A changed label asks for `summariser eval fit`; every model the program reads is there, and no other."""
    digest = digest_of(training_cases(SEEDS))
    assert {path.stem for path in FOLDER.glob("*.json")} == NAMES
    for path in FOLDER.glob("*.json"):
        assert f'"fitted_to": "{digest}"' in path.read_text(encoding="utf-8"), path.name
        assert load_linear(path.stem).weights


def test_no_document_of_the_test_split_is_fitted_to() -> None:
    """Nor one with the same text."""
    cases = training_cases(SEEDS)
    assert {case.gold.split for case in cases} == {"train", "dev"}
    test = [path for path in SEEDS.glob("*.gold.json") if '"split": "test"' in path.read_text(encoding="utf-8")]
    texts = {path.with_name(path.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8") for path in test}
    assert test
    assert not texts & {case.text for case in cases}
