"""Where the predicate of a clause stops, and where a second act begins in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summariser.candidates.binding_verbs import FORMS
from summariser.candidates.clause_starts import HARD
from summariser.candidates.irregular import IRREGULAR_PAST
from summariser.candidates.verbs import (
    ADVERBS,
    AGENT_NOUNS,
    DETERMINERS,
    DOING,
    NOUN_OR_VERB,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    SUBORDINATORS,
)
from summariser.candidates.word_order import is_adverb, low_at, parenthesis_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.tokens import Token

__all__ = ["Act", "predicate_end", "split_predicate"]

_STOPS = frozenset(';:—–”“"?!')
_REASONS = frozenset({"because", "whereas", "although"})
_ASIDES = frozenset({"which", "who", "whose", "where"})
_CUTS = frozenset(
    "while whereas although though but because since adding saying so as yet according including that".split()
)
_COMMENTS = frozenset(
    "move step promise pledge demand concession position decision measure strip figure change".split()
)
_NO_BASE = frozenset({"is", "are", "was", "were", "has", "have", "had"})
_SAME_SUBJECT = frozenset({"will", "shall", "would", "to", "not", "must"})
_FINITE = frozenset("will shall would is are was were has had must may can cannot does did".split())
_PHRASE_BREAKS = frozenset({"that", "which", "who", "whose", "to", "and"}) | SUBORDINATORS
_AUXILIARIES = frozenset({"will", "shall", "would", "must", "to", "not"})
_SHARED_OBJECT = frozenset({"it", "them", "so", "or", "and", ",", "of"})
_PARTICLES = frozenset("out up back down off over aside away".split())
_LONGEST_SUBJECT = 14
_LONGEST_ATTRIBUTION = 9
_LONGEST_NAME = 6


class Act(NamedTuple):
    """One act of a predicate.

    Attributes:
        start: Number of its first token.
        end: One past its last.
        negated: Whether "not" stands before it; None where it shares what stands before the first.
    """

    start: int
    end: int
    negated: bool | None


def predicate_end(tokens: Sequence[Token], verb: int) -> int:
    """One past the last token of the predicate that begins at `tokens[verb]`; limits and conditions belong to it."""
    depth = 0
    end = len(tokens)
    for i in range(verb, len(tokens)):
        low = tokens[i].low
        depth += low in "(["
        if depth == 0 and (low in ")]" or (i > verb and _ends(tokens, i))):
            end = i
            break
        depth -= low in ")]"
    end = _without_aside(tokens, verb, end)
    while end > verb and not tokens[end - 1].word and tokens[end - 1].low not in ")%":
        end -= 1
    return end


def _without_aside(tokens: Sequence[Token], verb: int, end: int) -> int:
    """Where a relative clause begins with which a predicate closes: ", which had opposed it"."""
    for i in range(end - 2, verb, -1):
        if tokens[i].low == ",":
            return i if tokens[i + 1].low in _ASIDES else end
    return end


def _ends(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if (token.low in _STOPS and not _joins(tokens, i)) or token.stop or token.low in _REASONS:
        return True
    if token.low == ",":
        return _ends_at_comma(tokens, i)
    if token.low == "and" and _is_clause(tokens, i + 1):
        return True
    return token.low in {"and", "but"} and _binds_anew(tokens, i + 1)


def _joins(tokens: Sequence[Token], i: int) -> bool:
    """Whether a dash joins two names or numbers: "the Skarn–Elder line", "in 2026–27"."""
    if tokens[i].text != "–" or not 0 < i < len(tokens) - 1:
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    close = before.end == tokens[i].start and tokens[i].end == after.start
    return close and all(token.text[:1].isupper() or token.text[:1].isdigit() for token in (before, after))


def _ends_at_comma(tokens: Sequence[Token], comma: int) -> bool:
    following = low_at(tokens, comma + 1)
    if following in _ASIDES:
        close = parenthesis_end(tokens, comma)
        return close is None or close + 2 >= len(tokens)
    if following == "with":
        return low_at(tokens, comma + 2) in {"a", "an", "the", "no", "its", "their"}
    if following in {"and", "or", "but"} and low_at(tokens, comma + 2) in {"if", "unless", "when", "once", "should"}:
        return True
    if following in {"and", "or"}:
        return _is_clause(tokens, comma + 2) or _binds_anew(tokens, comma + 2)
    return (
        following in _CUTS
        or not following
        or _is_attribution(tokens, comma + 1)
        or (following in {"a", "an"} and low_at(tokens, comma + 2) in _COMMENTS)
        or _is_part_of_it(tokens, comma + 1)
    )


def _is_attribution(tokens: Sequence[Token], start: int) -> bool:
    """`, the ministry said in a statement`: the words of a report close the clause."""
    for i in range(start, min(len(tokens), start + _LONGEST_ATTRIBUTION)):
        low = tokens[i].low
        if low in SAYING:
            return not any(token.low in {"that", "to"} for token in tokens[start:i])
        if low in PREPOSITIONS - {"of", "for"}:
            return False
    return False


def _is_part_of_it(tokens: Sequence[Token], start: int) -> bool:
    """`, $40 million of it by May`: a part of what was said, told besides."""
    for i in range(start + 1, start + _LONGEST_NAME):
        if low_at(tokens, i) == "of":
            counted = any(token.text[0].isdigit() for token in tokens[start:i])
            return counted and low_at(tokens, i + 1) in {"it", "them", "which", "that", "whom"}
    return False


def _is_clause(tokens: Sequence[Token], start: int) -> bool:
    """Whether a clause with a subject of its own begins here, behind "and"."""
    while low_at(tokens, start) in ADVERBS or low_at(tokens, start) == ",":
        start += 1
    low = low_at(tokens, start)
    if not low or low in _SAME_SUBJECT or (low in DOING - NOUN_OR_VERB and not tokens[start].capital):
        return False
    if low == "that" or low in PRONOUNS - {"you"} or low in _NO_BASE:
        return True
    return (tokens[start].capital and _acts(tokens, start)) or _has_verb(tokens, start)


def _binds_anew(tokens: Sequence[Token], start: int) -> bool:
    """`and pledged that …`, `and covenants to pay`: a second finite verb of the subject that binds by being said."""
    while low_at(tokens, start) in ADVERBS:
        start += 1
    low, following = low_at(tokens, start), low_at(tokens, start + 1)
    if low not in FORMS and low not in SAYING:
        return False
    if low.endswith("ed") or (low in IRREGULAR_PAST and low not in DOING):
        return following[:1].isalnum() or following == ","
    return low.endswith("s") and following in {"to", "that", "itself", "themselves", "not"}


def _acts(tokens: Sequence[Token], start: int) -> bool:
    """`and Mrs Iriarte offered …`: a name with a past tense behind it."""
    for i in range(start + 1, min(len(tokens), start + _LONGEST_NAME)):
        if tokens[i].low in PREPOSITIONS | {"and"}:
            return False
        if (tokens[i].low.endswith("ed") or tokens[i].low in IRREGULAR_PAST) and not tokens[i].capital:
            return True
    return False


def _has_verb(tokens: Sequence[Token], start: int) -> bool:
    """Whether a finite verb follows before the phrase that begins here ends."""
    for i in range(start, min(len(tokens), start + _LONGEST_SUBJECT)):
        token = tokens[i]
        if token.low in HARD | _PHRASE_BREAKS or token.stop or (token.low == "," and i - start > 4):
            return False
        if i > start and token.low in _FINITE and token.text != "May":
            return True
        told = token.low in FORMS and (token.low.endswith("ed") or token.low in IRREGULAR_PAST)
        agent = i > start and (tokens[i - 1].capital or tokens[i - 1].low in AGENT_NOUNS)
        if told and agent and low_at(tokens, i + 1) in {"to", "that", "not"}:
            return True  # "and the Supplier undertook to …"
    return False


def split_predicate(tokens: Sequence[Token], verb: int, end: int, *, verbal: bool = True) -> list[Act]:
    """Divide a predicate where a second act begins: "return the data and destroy its copies".

    Args:
        tokens: The sentence.
        verb: Number of its first token.
        end: One past its last.
        verbal: False where it begins with a thing: only a verb with its auxiliary divides "a rent and would pay".
    """
    found: list[Act] = []
    start, negated = verb, None
    depth = 0
    i = verb + 1
    while i < end:
        low = tokens[i].low
        depth += (low in "([") - (low in ")]")
        joins = low in {"and", "but"} or (low == "," and _goes_on(tokens, i + 1, end))
        second = _second_act(tokens, start, i + 1, end, verbal=verbal) if depth == 0 and joins else None
        if second is not None:
            found.append(Act(start, _trimmed(tokens, start, i), negated))
            start, negated = second
            i = start
        i += 1
    return [*found, Act(start, _trimmed(tokens, start, end), negated)]


def _goes_on(tokens: Sequence[Token], i: int, end: int) -> bool:
    """`run the fund, keep 3 per cent and publish accounts`: a comma in a list of acts."""
    if low_at(tokens, i) not in DOING or not (
        low_at(tokens, i + 1) in DETERMINERS
        or low_at(tokens, i + 1)[:1].isdigit()
        or low_at(tokens, i) not in NOUN_OR_VERB
    ):
        return False
    return any(tokens[j].low == "and" and low_at(tokens, j + 1) in DOING | {"to"} for j in range(i, end - 1))


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> int:
    while end > start + 1 and tokens[end - 1].low in {",", "and", "but", ";", "either"}:
        end -= 1
    return end


def _second_act(
    tokens: Sequence[Token], start: int, i: int, end: int, *, verbal: bool
) -> tuple[int, bool | None] | None:
    """The first token of the act that begins behind "and", and its own negation."""
    marked = negated = False
    while i < end and (tokens[i].low in _AUXILIARIES or is_adverb(tokens[i])):
        marked = marked or (tokens[i].low in _AUXILIARIES and tokens[i].low != "not")
        negated = negated or tokens[i].low == "not"
        i += 1
    if i >= end or not tokens[i].text[0].isalpha() or tokens[i].low in DETERMINERS | PREPOSITIONS:
        return None
    if marked:
        return i, negated
    bare = verbal and tokens[i].low in DOING and i - start >= 3 and i + 1 < end
    if not bare or low_at(tokens, i + 1) in _SHARED_OBJECT:
        return None
    counted = low_at(tokens, i + 1) in DETERMINERS | _PARTICLES or tokens[i + 1].text[0].isdigit()
    return (i, None) if counted or tokens[i].low not in NOUN_OR_VERB else None
