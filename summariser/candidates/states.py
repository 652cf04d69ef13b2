"""States: their names, seats of government and adjectives, from `states.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["State", "state_by_adjective", "state_by_name", "state_by_seat"]


@dataclass(frozen=True, slots=True)
class State:
    """A state as documents name it.

    Attributes:
        name: Its usual English name.
        others: Other names and abbreviations.
        seats: Cities that stand for its government ("Tashkent agreed").
        adjectives: "Uzbek".
    """

    name: str
    others: tuple[str, ...]
    seats: tuple[str, ...]
    adjectives: tuple[str, ...]


@cache
def _states() -> tuple[State, ...]:
    text = resources.files("summariser.candidates").joinpath("states.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(State(row[0], *(tuple(filter(None, cell.split(";"))) for cell in row[1:4])) for row in rows)


@cache
def _by_name() -> Mapping[str, State]:
    return {fold(name): state for state in _states() for name in (state.name, *state.others)}


@cache
def _by_adjective() -> Mapping[str, State]:
    return {fold(word): state for state in _states() for word in state.adjectives}


@cache
def _by_seat() -> Mapping[str, State]:
    return {fold(word): state for state in _states() for word in state.seats}


def fold(name: str) -> str:
    """A name without case, full stops of abbreviations and shape of the apostrophe."""
    words = name.casefold().replace("’", "'").split()
    return " ".join(word.replace(".", "") if word.count(".") > 1 else word for word in words).removeprefix("the ")


def state_by_name(words: str) -> State | None:
    """The state these words name ("US", "the Netherlands"), or None. "us" in lower case is no state."""
    if words.islower():
        return None
    return _by_name().get(fold(words))


def state_by_adjective(word: str) -> State | None:
    """The state of an adjective ("Uzbek"; "US" counts too), or None."""
    return _by_adjective().get(fold(word)) or state_by_name(word)


def state_by_seat(city: str) -> State | None:
    """The state whose government sits in this city, or None."""
    return _by_seat().get(fold(city))
