"""What the words of a passage show: that something is still to come, proposed, said again, or only looked back on."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = [
    "condition_of",
    "is_again",
    "is_part_done",
    "is_plain_promise",
    "is_proposed",
    "is_to_come",
    "looks_back",
    "main_clause",
    "refers_back",
]

_TO_COME: Final = re.compile(
    r"\b(?:will|shall|would|(?:is|are)\s+(?:now\s+)?(?:to|due|set|planned|expected|scheduled)|(?:was|were)\s+still\s+"
    r"planned|plans?|intends?|expects?|aims?|promises?|pledges?|(?:promised|pledged)\s+(?:to|that)|undertakes?|undertook|"
    r"undertaken|commits?|(?:has|have)\s+agreed|(?:is|are)\s+(?:now\s+|also\s+)?(?:build|giv|pay|allocat|putt|mak|open|launch|install|spend|"
    r"invest|go|cutt|hir|send|provid|plant|clos|mov|rais|sett|lay|pav|repair|replac|remov|return|resettl|fund|lend|offer|"
    r"prepar|work|draw)ing)\b",
    re.IGNORECASE,
)
_BACK: Final = re.compile(
    r"\b(?:was|were)\s+(?:then\s+|originally\s+|once\s+|first\s+)?(?:to\b|due\b|supposed\b|meant\b|promised\b)"
    r"|\b(?:once|originally|previously)\s+(?:to\s+be|promised|planned)\b|\bhad\s+(?:once\s+|been\s+|also\s+|then\s+)?(?:promised|pledged|undertaken|vowed|agreed\s+to|committed\s+(?:itself|"
    r"themselves|himself|herself|to)|(?:said|announced|told\s+\w+)\s+(?:that\s+)?(?:it|they|he|she)\s+would)\b"
    r"|\b(?:should|were\s+to|was\s+to)\s+(?:by\s+now\s+|long\s+ago\s+)?have\s+(?:been\b|\w+ed\b)"
    r"|\b(?:the|its|their|a|long)[\s-](?:[\w’'-]+\s+)?(?:promised|pledged)\s+(?!to\b|that\b|the\b|a\b)[a-z]"
    r"|\b(?:promised|pledged|announced|undertaken|agreed)\s+(?:by\s+[^,.;]{1,40}\s+)?(?:(?:back\s+)?in\s+(?:\w+\s+)?\d{4}|last\s+(?:year|"
    r"month|spring|summer|autumn|winter)|(?:\w+\s+)?(?:years?|months?|weeks?)\s+(?:ago|earlier|before))\b",
    re.IGNORECASE,
)
_PROPOSED: Final = re.compile(
    r"\b(?:wants?|seeks?|asks?\s+for|calls?\s+for|propose[sd]?|could|may|might|considers?|considering|in\s+talks)\b"
)  # "May" is a month
_PLAIN: Final = re.compile(r"\b(?:will|shall|(?:said|says|told\b[^.]{0,60}\bthat|that)\s+\w+\s+would|and\s+would)\b")
_OFFER: Final = re.compile(
    r"\b(?:offer\w*|ready|willing|plan(?:s|ned|ning)?|inten\w+|if|subject\s+to|provided|draft|invite\w*|hope\w*|should|"
    r"would\s+like|possible|possibly|discuss\w*)\b",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(
    r"\b(?:again|once\s+more|reaffirm\w*|reiterat\w*|repeat\w*|renew\w*|restat\w*|confirm\w*|stands?\s+by|stood\s+by|"
    r"still|already|remain\w*\s+(?:committed|bound|determined)|continu\w*|as\s+(?:agreed|promised|announced|planned)|"
    r"recall\w*)\b",
    re.IGNORECASE,
)
_PART: Final = re.compile(
    r"\b(?:so\s+far|to\s+date|at\s+present|up\s+to\s+now)\b|\bha(?:s|ve|d)\s+(?:now|already)\b"
    r"|\bha(?:s|ve)\s+(?!(?:a|an|the|no|to|been)\b)\w+(?:ed|en|t|id)\s+(?:\d|two\b|three\b|four\b|five\b|six\b|"
    r"seven\b|eight\b|nine\b|ten\b|some\b|about\b|half\b|most\b|part\b)"
    r"|\b[\d.,]+\s+(?:of\s+the|out\s+of)\s+[\d.,]+\b",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    r"\s*,\s*(?=(?:(?:and\s+)?(?:on|for|of|in|under|from|to)\s+(?:which|whom)|should|if|unless|provided|subject\s+to|"
    r"on\s+condition|in\s+case|which|who|whose|where|when|while|with|without|not|in\s+what|this\s+time|as\s+(?:agreed|promised|planned)|citing|half|both|measured|to\s+be|before|"
    r"after|until|once|the\s+first|(?:\w+\s+)?(?:days?|weeks?|months?|years?)\s+(?:before|after|later|earlier)|"
    r"[a-z]+ing)\b)"
)
_CONDITION: Final = re.compile(
    r",\s*(?P<words>(?:should\s+(?!be\b)|if\b|unless\b|provided\b|providing\b|subject\s+to\b|on\s+condition\b)[^;.]{4,160})"
)
_REFERS: Final = re.compile(r"(?:it|they|this|these|he|she|the\s+(?P<noun>[^\W\d_][\w’'-]*))\b", re.IGNORECASE)


def is_part_done(text: str) -> bool:
    """Whether a passage tells how far something has come: "so far", "has now fenced 131", "62 of the 140"."""
    return bool(_PART.search(text))


def is_to_come(text: str) -> bool:
    """Whether a passage speaks of what lies ahead."""
    return bool(_TO_COME.search(text))


def is_proposed(text: str) -> bool:
    """Whether a passage only asks for something or holds it possible."""
    return bool(_PROPOSED.search(text))


def is_plain_promise(text: str) -> bool:
    """Whether a passage says that something will be done, and nothing that makes it an offer or a plan."""
    return bool(_PLAIN.search(text)) and not (_PROPOSED.search(text) or _OFFER.search(text))


def looks_back(text: str) -> bool:
    """Whether a passage tells what was once planned: "was due by May", "once promised"."""
    return bool(_BACK.search(text))


def is_again(text: str) -> bool:
    """Whether a passage says that something is said once more."""
    return bool(_AGAIN.search(text))


@lru_cache(maxsize=20_000)
def main_clause(action: str) -> str:
    """An act without what hangs on it: "complete the link, presenting it as new" is "complete the link"."""
    tail = _TAIL.search(action)
    head = action[: tail.start()] if tail else action
    return head.rstrip() if len(head.split()) > 1 else action


def condition_of(passage: str) -> str | None:
    """The words of a passage that make an act depend on something: "should both parliaments ratify the agreement"."""
    found = _CONDITION.search(passage)
    return found["words"].rstrip(" ,") if found else None


def refers_back(sentence: str) -> str | None:
    """The noun by which a sentence begins and takes up what came before: "the ship" gives "ship", "it" gives "".

    Returns:
        None where it begins otherwise.
    """
    found = _REFERS.match(sentence)
    return (found["noun"] or "").lower() if found else None
