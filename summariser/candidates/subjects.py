"""Whether a subject can bind itself: a party by name, pronoun or noun, or a mere thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from summariser.candidates.roles import ROLE_WORDS
from summariser.candidates.verbs import AGENT_NOUNS, DETERMINERS, PREPOSITIONS, PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.clauses import Head
    from summariser.candidates.tokens import Token

__all__ = ["Sort", "head_noun", "sort_of_subject"]

Sort = Literal["party", "thing", "none"]

_SELVES = frozenset("both neither none each all either others anyone everyone".split())
# Capitalised in instruments, and no side of them.
_DOCUMENTS = frozenset(
    """agreement contract lease memorandum schedule annex appendix clause article section law act order rent fee
    fees price term premises goods services network programme program project plan report convention treaty
    protocol declaration communiqué statement letter certificate wheat lot lots""".split()
)


def head_noun(tokens: Sequence[Token], start: int, end: int) -> int:
    """Number of the token that a noun phrase is about: "members" of "the members of the club"."""
    head = start
    for i in range(start, end):
        token = tokens[i]
        if i > start and (
            token.low in PREPOSITIONS | {"which", "who", "that", "whose", "where", "(", "and", "nor", "or"}
            or token.low == ","
        ):
            break
        if i > start + 1 and token.low.endswith(("ing", "ed")) and not token.capital and i + 1 == end:
            break
        if i > start and _attributive(tokens, i, end):
            break
        if token.low == "'s":
            continue
        if token.word:
            head = i
    return head


def _attributive(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether a participle with its own phrase begins here: "chemists | belonging to the Syndicate"."""
    if tokens[i].capital or not tokens[i].low.endswith(("ing", "ed")) or i + 1 >= end:
        return False
    agent = {tokens[i - 1].low, tokens[i - 1].low.removesuffix("s")} & AGENT_NOUNS
    return bool(agent) and tokens[i + 1].low in PREPOSITIONS | DETERMINERS


def sort_of_subject(tokens: Sequence[Token], head: Head, named: frozenset[int]) -> Sort:
    """Tell what kind of subject a clause has.

    Args:
        tokens: The sentence.
        head: Where its subject stands.
        named: Numbers of all tokens that lie in the name of a party.
    """
    start, end = head.start, head.end
    if start >= end:
        return "none"
    if head.relative:
        loose = end < len(tokens) and tokens[end].low == ","
        return "party" if loose and _party(tokens, start, end, named) else "thing"
    if end - start == 1 and tokens[start].low in PRONOUNS:
        return "none" if tokens[start].low == "you" else "party"
    return "party" if _party(tokens, start, end, named) else "thing"


def _party(tokens: Sequence[Token], start: int, end: int, named: frozenset[int]) -> bool:
    if tokens[start].low in _SELVES and start + 1 == end:
        return True
    if tokens[start].low in _SELVES and tokens[start + 1].low == "of":
        return tokens[end - 1].low in {"them", "us", "you", "these", "those"} or _party(tokens, start + 2, end, named)
    noun = head_noun(tokens, start, end)
    low = tokens[noun].low
    if noun in named:
        return True
    if {low, low.removesuffix("s")} & AGENT_NOUNS or low in ROLE_WORDS or low.rstrip("s") in ROLE_WORDS:
        return True
    defined = tokens[noun].capital and noun == start + 1 and tokens[start].low in DETERMINERS and low not in _DOCUMENTS
    return defined and not tokens[noun].text.isupper()
