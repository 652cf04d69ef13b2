"""A linear model: features weigh, the sum is a log-odds."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Linear", "load_linear"]

_FOLDER = Path(__file__).parent / "weights"


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


@cache
def load_linear(name: str) -> Linear:
    """A model by its name; each is read once.

    Raises:
        FileNotFoundError: There is no model of this name.
    """
    read = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return Linear(read["bias"], read["weights"])
