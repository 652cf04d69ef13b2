"""Acts that one source announces and another refuses, drops or denies, and who pays for or leads one thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from summariser.note.acts import FAINT, one_word
from summariser.note.claims import weight_of, wordings_of
from summariser.note.denied import denials
from summariser.note.grouping import WordIndex
from summariser.note.relations import RELATED
from summariser.note.signals import looks_back
from summariser.note.who import other_heads, other_payers
from summariser.note.words import content_stems, one_line
from summariser.schemas.note import Difference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.note.citations import CitationBook
    from summariser.note.claims import Claim
    from summariser.note.relations import Relations
    from summariser.schemas.note import DifferenceField

__all__ = ["turned_differences"]

_TURNED: Final = re.compile(
    r"\b(?:refus(?:es|ed|ing)\s+(?:to\s+)?|declin(?:es|ed)\s+to\s+|(?:ha(?:s|ve|d)\s+(?:had\s+to\s+|now\s+|since\s+)?|will\s+|"
    r"(?:is|are|was|were)\s+(?:being\s+|now\s+)?|must\s+|to\s+)?(?:drop(?:s|ped|ping)?|scrap(?:s|ped|ping)?|shelv(?:e|es|ed|ing)|"
    r"cancel(?:s|l?ed|l?ing)?|abandon(?:s|ed|ing)?|axe(?:s|d)?|revoke[sd]?|rescind(?:s|ed)?|withdr(?:aw|aws|ew|awn)|"
    r"ditch(?:es|ed)?|reverse[sd]?|giv(?:e|es|en|ing)\s+up|gave\s+up|back(?:s|ed)?\s+out\s+of|pull(?:s|ed)?\s+out\s+of|"
    r"call(?:s|ed)?\s+off|go(?:es|ne|ing)?\s+back\s+on|reject(?:s|ed)?)\s+|no\s+longer\s+(?:be\s+)?|decid(?:es|ed)\s+not\s+to\s+|"
    r"decided\s+against\s+|not\s+(?:to\s+)?(?:go\s+ahead|proceed)\s+with\s+|(?:can(?:not|['’]t)|will\s+not|won['’]t)\s+be\s+kept)",
    re.IGNORECASE,
)
_PROMISED: Final = re.compile(
    r"\b(?:will|shall|is\s+to|are\s+to|to\s+be|promis\w+|pledg\w+|undert(?:ake|ook|aken)\w*|guarante\w+|assur\w+|offer\w*|"
    r"plans?|planned|agree[sd]?|commit\w*|reopens?|opens?|starts?|begins?|stays?|is\s+ours|gets?|receives?)\b",
    re.IGNORECASE,
)
_CLAUSES: Final = re.compile(
    r"[;:(]\s|,\s(?=(?:and|but|while|who|which)\s)|\s[–—]\s|\s(?:but|although|while|because|since)\s"
)
_LEAST_SHARED: Final = 2.0
_LEAST_PART: Final = 0.5
_LONGEST_ABOUT: Final = 120


def turned_differences(
    claims: Sequence[Claim], relations: Relations, citations: CitationBook
) -> list[tuple[Difference, list[Claim]]]:
    """Acts announced by one source and undone by another; who pays, who leads.

    Args:
        claims: Sentences of all sources, the oldest source first.
        relations: Tells which sources are on one matter.
        citations: Gives the numbers.
    """
    index = WordIndex()
    for number, claim in enumerate(claims):
        index.add(number, sorted(claim.words - FAINT))
    found: list[tuple[DifferenceField, Claim, Claim, str]] = []
    used: set[Claim] = set()
    for claim in claims:
        if (words := _undone(claim)) and (other := _announced(claim, words, claims, index, relations)):
            found.append(("status", other, claim, other.text))
            used |= {claim, other}
    for pair in denials(claims, relations):
        if not used & set(pair):
            found.append(("status", *pair, pair[0].text))
            used |= set(pair)
    named = (*other_payers(claims, relations), *other_heads(claims, relations))
    found += [("party", *pair, pair[0].text) for pair in named if not used & set(pair)]
    made = []
    for field, one, other, about in found:
        sides = sorted((one, other), key=lambda claim: (claim.source.age, claim.source.id))
        line = one_line(about).strip(" .;,")
        difference = Difference(
            id="d0",
            field=field,
            about=line if len(line) <= _LONGEST_ABOUT else line[:_LONGEST_ABOUT].rsplit(" ", 1)[0] + " …",
            wordings=wordings_of([[each] for each in sides], citations),
        )
        made.append((difference, sides))
    return made


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(one_word, content_stems(text)))


def _undone(claim: Claim) -> frozenset[str]:
    """Stems of what a sentence says is refused, dropped or denied; empty where it says nothing of the kind."""
    for clause in _CLAUSES.split(claim.text):
        turned = _TURNED.search(clause)
        if turned and not looks_back(clause):
            return _stems(clause) - _stems(turned.group())
    return frozenset()


def _may_be_undone(claim: Claim) -> bool:
    return bool(_PROMISED.search(claim.text)) and not _TURNED.search(claim.text)


def _announced(
    claim: Claim, words: frozenset[str], claims: Sequence[Claim], index: WordIndex, relations: Relations
) -> Claim | None:
    """The sentence of another source that announces what a sentence undoes."""
    best: tuple[float, Claim] | None = None
    whole = sum(map(weight_of, words))
    for number in index.candidates(sorted(words)):
        other = claims[number]
        if other.source is claim.source or not _may_be_undone(other):
            continue
        if relations.between(claim.source.id, other.source.id) < RELATED:
            continue
        shared = sum(map(weight_of, words & other.words))
        if shared < _LEAST_SHARED or shared < _LEAST_PART * min(whole, 8.0):
            continue
        if best is None or shared > best[0]:
            best = (shared, other)
    return best[1] if best else None
