"""A group of verbs by which somebody is bound."""

from __future__ import annotations

from typing import Literal, NamedTuple

from summariser.candidates.complement import Kind

__all__ = ["GroupKind", "VerbGroup"]

GroupKind = Kind | Literal["modal", "would", "task", "passive", "done", "present", "progress", "kept"]


class VerbGroup(NamedTuple):
    """The words that bind, and where what they bind to begins.

    Attributes:
        first: Number of the first token: "will", "has" of "has agreed to".
        main: Number of the token that tells the kind: "will", "agreed".
        action: Number of the first token of what will be done.
        kind: Which sort of verb.
        negated: Whether "not" or "never" stands in it; a refusal is not negated.
        past: 0 for a present or future, 1 for "agreed", "has agreed", 2 for "had agreed".
        verbal: Whether what follows is an act ("to build a road"), and not a thing ("a loan").
        object: Bounds of the tokens for who is bound where that is no subject ("commits the parties to"), or None.
    """

    first: int
    main: int
    action: int
    kind: GroupKind
    negated: bool = False
    past: int = 0
    verbal: bool = True
    object: tuple[int, int] | None = None
