"""Yes in one source and no in another: "No bus left the depot" and "a third of all buses left the depot"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from summariser.note.acts import one_word
from summariser.note.claims import weight_of
from summariser.note.grouping import WordIndex
from summariser.note.relations import RELATED
from summariser.note.signals import is_to_come, looks_back
from summariser.note.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.note.claims import Claim
    from summariser.note.relations import Relations

__all__ = ["denials"]

_DENIED: Final = re.compile(r"\b(?:not|no|none|nobody|never|neither|nothing)\b|n['’]t\b", re.IGNORECASE)
_OPEN: Final = re.compile(
    r"\b(?:not\s+(?:only|later|yet|until|before|more|less|least|all|every\w*|enough|just|even|exceed\w*|known|clear|say|said)|"
    r"no\s+(?:later|more|less|longer|one|doubt|fewer|comment|sooner|earlier|further)|no\.\s*\d|if|unless|whether|would|could|"
    r"should|may|might|must|shall)\b",
    re.IGNORECASE,
)
_CLAUSES: Final = re.compile(r"[;:()]\s|,\s|\s[–—]\s|\s(?:and|but|although|while|because|since|which|who|that)\s")
_AXES: Final = tuple(
    (re.compile(rf"\b(?:{yes})\b", re.IGNORECASE), re.compile(rf"\b(?:{no})\b", re.IGNORECASE))
    for yes, no in (
        (
            r"(?:stays?|remains?|kept|keep)\s+open|reopens?|reopened|saved?|surviv\w+",
            r"clos(?:e|es|ed|ing|ure)|shuts?|shut\s+down",
        ),
        (
            r"approv\w+|accept(?:s|ed)?|endors\w+|adopt(?:s|ed)?|backed|back|supports?|supported|agreed",
            r"reject\w*|refus\w+|oppos\w+|veto\w*|turn(?:s|ed)?\s+down|thr[eo]w\w*\s+out",
        ),
        (
            r"allow\w*|permit(?:s|ted)?|authori[sz]\w+|legal",
            r"bann?(?:s|ed)?|forb[ia]d\w*|prohibit\w*|outlaw\w*|illegal",
        ),
        (
            r"(?:stays?|remains?)\s+(?:as|on|in\s+office)|continues?\s+as",
            r"resign\w*|step(?:s|ped)?\s+down|quits?|dismiss\w*|sack\w*",
        ),
        (r"free|without\s+(?:charge|payment)", r"charged?|fees?|tolls?|pay"),
        (r"intact|unharmed|undamaged|unhurt|safe", r"damaged|destroyed|injured|hurt|wrecked|broken"),
        (
            r"rose|rises?|risen|increas\w+|grew|grown|climbed",
            r"fell|falls?|fallen|decreas\w+|shrank|shrunk|declined|dropped",
        ),
    )
)
_LEAST_SHARED: Final = 3.0
_LEAST_ON_AXIS: Final = 2.0
_LEAST_PART: Final = 0.6
_FEWEST: Final = 2


@dataclass(frozen=True, eq=False)
class _Said:
    """A clause with what it affirms or denies."""

    claim: Claim
    text: str
    denied: bool

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of its words."""
        return frozenset(map(one_word, content_stems(self.text)))

    @cached_property
    def sides(self) -> dict[int, bool]:
        """For each pair of opposites of which it holds one, whether it affirms the first of them."""
        found = {}
        for axis, (yes, no) in enumerate(_AXES):
            sides = bool(yes.search(self.text)), bool(no.search(self.text))
            if sides[0] != sides[1]:
                found[axis] = sides[0] != self.denied
        return found


def denials(claims: Sequence[Claim], relations: Relations) -> list[tuple[Claim, Claim]]:
    """Pairs of sentences of two sources of which one affirms what the other denies.

    Args:
        claims: Sentences of all sources, the oldest source first.
        relations: Tells which sources are on one matter.
    """
    said = [one for claim in claims for one in _clauses(claim)]
    index = WordIndex()
    for number, one in enumerate(said):
        index.add(number, sorted(one.words))
    found: list[tuple[Claim, Claim]] = []
    used: set[Claim] = set()
    for one in said:
        if not (one.denied or one.sides) or one.claim in used:
            continue
        for number in index.candidates(sorted(one.words)):
            other = said[number]
            if other.claim not in used and _contradict(one, other, relations):
                found.append((one.claim, other.claim))
                used |= {one.claim, other.claim}
                break
    return found


def _clauses(claim: Claim) -> list[_Said]:
    parts = _CLAUSES.split(claim.text)
    return [
        _Said(claim, part, bool(_DENIED.search(part))) for part in parts if not (_OPEN.search(part) or looks_back(part))
    ]


def _contradict(one: _Said, other: _Said, relations: Relations) -> bool:
    mine, theirs = one.claim.source, other.claim.source
    if mine is theirs or relations.between(mine.id, theirs.id) < RELATED:
        return False
    if is_to_come(one.claim.text) != is_to_come(other.claim.text):
        return False
    shared = sum(map(weight_of, one.words & other.words))
    least = min(sum(map(weight_of, one.words)), sum(map(weight_of, other.words)))
    if not least or shared / least < _LEAST_PART or len(one.words & other.words) < _FEWEST:
        return False
    axes = one.sides.keys() & other.sides.keys()
    if axes:
        return shared >= _LEAST_ON_AXIS and all(one.sides[axis] != other.sides[axis] for axis in axes)
    return one.denied != other.denied and shared >= _LEAST_SHARED and not (one.sides or other.sides)
