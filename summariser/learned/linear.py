"""A linear model: features weigh, the sum is a log-odds."""

from __future__ import annotations

import json
import math
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["FOLDER", "Linear", "fitted", "linear", "load_linear"]

FOLDER = Path(__file__).parent / "weights"
"""Where the weights lie."""


@dataclass(frozen=True)
class Linear:
    """Logistic regression over features that are there or not.

    Attributes:
        bias: Log-odds where no feature is known.
        weights: Log-odds that each feature adds.
    """

    bias: float
    weights: Mapping[str, float]

    def log_odds(self, features: Iterable[str]) -> float:
        """Log-odds of features; unknown ones weigh nothing, repeated ones count once."""
        return self.bias + sum(self.weights.get(feature, 0.0) for feature in set(features))

    def probability(self, features: Iterable[str]) -> float:
        """Probability, 0 to 1."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.log_odds(features)))))


_in_force: dict[str, Linear] = {}


def linear(name: str) -> Linear:
    """The model of this name: one put in force by `fitted`, else the one that lies beside this file.

    Raises:
        FileNotFoundError: There is no model of this name.
    """
    return _in_force.get(name) or load_linear(name)


@cache
def load_linear(name: str) -> Linear:
    """A model as it lies beside this file; each is read once.

    Raises:
        FileNotFoundError: There is no model of this name.
    """
    read = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return Linear(read["bias"], read["weights"])


@contextmanager
def fitted(models: Mapping[str, Linear]) -> Iterator[None]:
    """Put models in force in place of those that lie beside this file, for as long as the context lasts."""
    before = dict(_in_force)
    _in_force.update(models)
    try:
        yield
    finally:
        _in_force.clear()
        _in_force.update(before)
