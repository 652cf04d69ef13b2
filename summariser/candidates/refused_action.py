"""What is refused, given up or off: told as it was asked for or planned, since the status already denies it."""

from __future__ import annotations

import re

__all__ = ["refused_action"]

_ASKED = re.compile(
    r"\b(?:request|demand|call|proposal|plea|appeal|application|petition|motion)s?\b[^.;]*?\bthat\s+(?P<rest>\S.*)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:can|could|will|would|shall|should|do|does|did|may|might|must|is|are|was|were)\s*(?:not|n't|never)\s+"
    r"(?:be\s+(?:able|willing|prepared|going)\s+to\s+)?(?P<rest>\S.*)|"
    r"\b(?:cannot|can't|won't)\s+(?:be\s+(?:able|willing|prepared)\s+to\s+)?(?P<other>\S.*)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:cannot|not|never|no)\b(?!\.)|n't\b", re.IGNORECASE)
_JUDGED = re.compile(
    r",?\s+(?:(?:has|have|had)\s+been\s+\w+(?:\s+with\s+\w+)?\s+(?:and|but)\s+)?"
    r"(?:will\s+not|would\s+not|won't|wouldn't|cannot|can't|could\s+not|couldn't|is\s+not|are\s+not|was\s+not|were\s+not)\s+"
    r"(?:go\s+ahead|happen|proceed|be\s+(?:granted|met|acceded\s+to|accepted|approved|agreed(?:\s+to)?|pursued|taken\s+up))\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_TAIL = re.compile(r"\s*(?:,|;|\s[–—-]\s)\s*")
_FEWEST = 2  # words


def refused_action(words: str) -> str:
    """The words of an act without those that refuse it; as they are where they do not refuse, or nothing else is left.

    Args:
        words: What is refused, given up or off, on one line.
    """
    plain = words.replace("’", "'")
    if not _NOT.search(plain):
        return words
    if judged := _JUDGED.search(plain):
        words = words[: judged.start()]
        plain = plain[: judged.start()]
    if (asked := _ASKED.search(plain)) and _long_enough(asked["rest"]):
        return words[asked.start("rest") :]
    head = _TAIL.split(plain, maxsplit=1)[0]
    if _long_enough(head) and not _NOT.search(head):
        return words[: len(head)]
    if denied := _DENIED.search(plain):
        group = "rest" if denied["rest"] else "other"
        if _long_enough(denied[group]):
            return words[denied.start(group) :]
    left = re.sub(r"^(?:not|never)\s+", "", words, flags=re.IGNORECASE)
    return left if _long_enough(left) else words


def _long_enough(words: str) -> bool:
    return len(words.split()) >= _FEWEST
