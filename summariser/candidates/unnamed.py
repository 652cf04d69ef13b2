"""Bodies and groups that are bound and that the document only describes: "the students' association", "donors"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from summariser.candidates.roles import ROLE_WORDS
from summariser.candidates.subjects import head_noun
from summariser.candidates.tokens import tokens_of
from summariser.candidates.verbs import AGENT_NOUNS, DETERMINERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.tokens import Token

__all__ = ["UnnamedKind", "unnamed_body"]

UnnamedKind = Literal["organisation", "group"]

_TOO_VAGUE = frozenset(
    """staff management crew crews team teams party parties side sides member members house group groups state states
    city town""".split()
)
_ASKING = frozenset({"what", "which", "who", "whatever", "whoever", "whichever"})
_LONGEST = 8  # words


def unnamed_body(text: str, start: int, end: int) -> tuple[int, int, UnnamedKind] | None:
    """Where `text[start:end]` describes a body or a set of people, and which; None for a person or a thing.

    Args:
        text: The whole text.
        start: Where the words for who is bound begin.
        end: One past their end.

    Returns:
        Start and end of the description without its article, and its kind.
    """
    tokens = tokens_of(text, start, end)
    first = 0
    while first < len(tokens) and tokens[first].low in DETERMINERS:
        first += 1
    if first >= len(tokens) or any(token.low in _ASKING for token in tokens[:_LONGEST]):
        return None
    noun = head_noun(tokens, first, _before_participle(tokens, first))
    low = tokens[noun].low
    if not {low, low.removesuffix("s")} & AGENT_NOUNS or low in _TOO_VAGUE or noun - first >= _LONGEST:
        return None
    plural = low.endswith("s") and low.removesuffix("s") in AGENT_NOUNS | ROLE_WORDS
    if not plural and (low in ROLE_WORDS or _counted(tokens, first, noun)):
        return None
    return tokens[first].start, tokens[noun].end, "group" if plural or _is_plural(low) else "organisation"


def _before_participle(tokens: Sequence[Token], first: int) -> int:
    """`donors | meeting here on Monday`, `banks | based in Oslo`: one past the noun that a participle follows."""
    for i in range(first, len(tokens) - 1):
        if {tokens[i].low, tokens[i].low.removesuffix("s")} & AGENT_NOUNS and tokens[i + 1].low.endswith(("ing", "ed")):
            return i + 1
    return len(tokens)


def _is_plural(low: str) -> bool:
    return low in {"police", "staff", "troops", "management"} or (low.endswith("s") and not low.endswith("ss"))


def _counted(tokens: Sequence[Token], first: int, noun: int) -> bool:
    return any(token.text[0].isdigit() for token in tokens[first:noun])
