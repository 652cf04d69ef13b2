"""Negations that a statement adds to its evidence, drops from it, or moves to another word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from summariser.grounding.wordforms import content, is_content, stem, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.grounding.wordforms import Token

__all__ = ["changed_comparisons", "changed_negations"]

_NOT: Final = frozenset(
    {"not", "never", "cannot", "hardly", "barely", "scarcely", "nor", "unable", "unwilling", "impossible"}
)
_NO: Final = frozenset({
    "no", "none", "nobody", "nothing", "nowhere", "neither", "without", "lack", "lacks", "lacked", "lacking", "absence",
    "failure", "refusal", "rejection", "denial",
})  # fmt: skip
_VERBS: Final = frozenset(
    map(stem, ["refuse", "decline", "reject", "deny", "fail", "forbid", "prohibit", "ban", "prevent", "oppose", "veto"])
)
_DOWN: Final = frozenset({stem("turn"), stem("vote")})  # "turned down"
_AFTER_DECLINE: Final = frozenset(
    {"to", "the", "a", "an", "his", "her", "its", "their", "our", "any", "that", "this", "it"}
)
_NO_NEGATION: Final = frozenset({"only", "least", "just", "merely", "simply", "doubt"})  # "not only"
_NEW_CLAUSE: Final = frozenset({
    "but", "although", "though", "while", "whereas", "because", "yet", "instead", "which", "who", "if", "so", "until",
})  # fmt: skip
_NEW_PREDICATE: Final = frozenset({
    "will", "would", "has", "have", "had", "is", "are", "was", "were", "may", "can", "could", "should", "must", "did",
    "does", "do", "shall", "he", "she", "it", "they", "we", "i", "you", "not", "never",
})  # fmt: skip
_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_PREFIX: Final = re.compile(r"(?:un|in|im|il|ir|dis|mis)(?=\w{4})")
_NO_PREFIX: Final = frozenset(
    map(stem, ["come", "form", "vest", "side", "land", "deed", "port", "pact", "prove", "press", "pose"])
)
_NUMERO: Final = re.compile(r"\b[Nn]o\.?\s?(?=\d)|\bNo\.\s?(?=[A-Z]{1,4}[/\d-])")
_FURTHER: Final = 8  # words of a parenthesis between "not" and its verb
_COMPARISON: Final = re.compile(
    r"\b(?:(?P<no>no|not)\s+)?"
    r"(?:(?P<up>more|greater|higher|later|longer)|(?P<down>fewer|less|lower|earlier|sooner|shorter))\s+than\b"
    r"|\b(?P<least>at least)\b|\b(?P<most>at most|up to|not exceeding)\b|\b(?P<over>over|above|exceeding)\s+[$€£]?\d"
    r"|\b(?P<under>under|below)\s+[$€£]?\d",
    re.IGNORECASE,
)


class _Negation(NamedTuple):
    """A negation with what it negates.

    Attributes:
        cue: The word that negates.
        head: Stems of which one must be negated in the other text too, if that has any of them.
        scope: Stems of all words that it may cover.
        odd: False for a negated negation.
    """

    cue: str
    head: frozenset[str]
    scope: frozenset[str]
    odd: bool


def changed_negations(said: str, borne: str, *, refused: bool = False) -> Iterator[str]:
    """Give a reason for each negation that is in one of two texts about the same thing and not in the other.

    Every change is meant to be reported, at the price of some reports where nothing changed.

    Args:
        said: The statement.
        borne: The evidence.
        refused: The statement is what somebody would not do; that the evidence negates it is then no change.
    """
    ours, theirs = (tokens(_COMPARISON.sub(" ", _NUMERO.sub("number ", text))) for text in (said, borne))
    said_words, borne_words = content(ours), content(theirs)
    added, kept = list(_negations(ours)), list(_negations(theirs))
    for negation in _unmatched(added, kept, borne_words):
        yield f"negation “{negation.cue}” is not that of the evidence"
    for negation in () if refused else _unmatched(kept, added, said_words):
        if not negation.scope or not negation.scope.isdisjoint(said_words):
            yield f"negation “{negation.cue}” of the evidence is left out"
    for one, other, negated, reason in (
        (ours, theirs, _covered(kept), "added"),
        (theirs, ours, _covered(added), "of the evidence is left out"),
    ):
        own, stems = content(one), content(other) - negated
        for word in one:
            prefix = _PREFIX.match(word.lower)
            base = stem(word.lower[prefix.end() :]) if prefix else ""
            if base in stems and base not in own and base not in _NO_PREFIX and word.stem not in stems:
                yield f"negation in “{word.text}” {reason}"


def changed_comparisons(said: str, borne: str) -> Iterator[str]:
    """Give a reason where a statement turns "no more than" into "more than" and the like."""
    ours, theirs = ({_direction(match) for match in _COMPARISON.finditer(text)} for text in (said, borne))
    if ours and theirs and ours.isdisjoint(theirs):
        yield "the evidence compares the other way round"


def _direction(match: re.Match[str]) -> str:
    up = bool(match["up"] or match["least"] or match["over"])
    return "up" if up != bool(match["no"]) else "down"


def _unmatched(
    negations: Sequence[_Negation], others: Sequence[_Negation], words: frozenset[str]
) -> Iterator[_Negation]:
    covered = _covered(others)
    bare = any(other.odd and not other.scope for other in others)
    for negation in negations:
        if not negation.odd:
            continue
        matched = bare or not negation.scope.isdisjoint(covered) or (not negation.scope and bool(covered))
        moved = not negation.head.isdisjoint(words) and negation.head.isdisjoint(covered)
        if moved or not matched:
            yield negation


def _covered(negations: Sequence[_Negation]) -> frozenset[str]:
    return frozenset[str]().union(*(negation.scope for negation in negations if negation.odd))


def _negations(words: Sequence[Token]) -> Iterator[_Negation]:
    for clause in _clauses(words):
        cues = [i for i in range(len(clause)) if _is_cue(clause, i)]
        while cues:
            # What another negation follows at once is taken back by it: "did not reject the offer".
            group = [cues.pop(0)]
            while cues and not content(clause[group[-1] + 1 : cues[0]]):
                group.append(cues.pop(0))
            yield _negation(clause, group)


def _negation(clause: Sequence[Token], group: Sequence[int]) -> _Negation:
    first, last = group[0], group[-1]
    cue, negating = clause[last], clause[last].stem in _VERBS | _DOWN
    after = [word.stem for word in clause[last + 1 :] if is_content(word)]
    if cue.lower == "non":
        after = after[:1]
    if negating and (not after or (last > 0 and clause[last - 1].lower in _BE)):  # "the offer was rejected"
        after = [word.stem for word in clause[:first] if is_content(word)] + after
        head: list[str] = []
    elif negating:
        head = after[:1] if clause[last + 1].lower == "to" else []
    else:
        head = after if cue.lower in _NO else after[:1]
    scope = frozenset([*after, cue.stem] if negating else after)
    return _Negation(" ".join(clause[i].text for i in group), frozenset(head), scope, len(group) % 2 == 1)


def _is_cue(clause: Sequence[Token], at: int) -> bool:
    word = clause[at]
    following = clause[at + 1].lower if at + 1 < len(clause) else ""
    if word.lower in _NOT or word.lower.endswith("n't") or word.lower in {"non", *_NO}:
        return following not in _NO_NEGATION
    if word.stem == stem("decline"):
        return following in _AFTER_DECLINE  # prices decline too
    if word.stem in _DOWN:
        return any(other.lower == "down" for other in clause[at + 1 : at + 5])
    return word.stem in _VERBS


def _clauses(words: Sequence[Token]) -> Iterator[list[Token]]:
    clause: list[Token] = []
    at = 0
    while at < len(words):
        word = words[at]
        following = words[at + 1].lower if at + 1 < len(words) else ""
        if word.lower == "," and clause and _dangles(clause):
            # "has not, the minister said, signed"
            end = next((i for i in range(at + 1, min(at + _FURTHER, len(words))) if words[i].lower == ","), None)
            at = end if end is not None else at
        elif (
            word.lower in {",", "."}
            or word.lower in _NEW_CLAUSE
            or (word.lower in {"and", "or"} and following in _NEW_PREDICATE)
        ):
            yield clause
            clause = []
        else:
            clause.append(word)
        at += 1
    yield clause


def _dangles(clause: Sequence[Token]) -> bool:
    for at in range(len(clause) - 1, max(-1, len(clause) - _FURTHER), -1):
        if _is_cue(clause, at):
            return clause[at].stem not in _VERBS
        if is_content(clause[at]):
            return False
    return False
