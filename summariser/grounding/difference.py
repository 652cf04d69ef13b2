"""Why a claim is not in the source: the first word that differs, named where that is cheap."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from summariser.candidates.lexicon import MONTHS_AND_DAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.grounding.index import WordIndex

__all__ = ["explain"]

_NEGATIONS: Final = frozenset({
    "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "refuse", "refused",
    "refuses", "decline", "declined", "declines", "reject", "rejected", "rejects", "deny", "denied", "denies", "fail",
    "failed", "fails",
})  # fmt: skip
_DATE_WORDS: Final = MONTHS_AND_DAYS - {"Mar", "Sat", "Sun", "Mon"}
_LONGEST: Final = 300  # words looked at
_SHOWN: Final = 40  # characters of a word shown


def explain(index: WordIndex, folded: Sequence[str], low: int, high: int) -> str:
    """Say how a claim differs from the source.

    Args:
        index: The document.
        folded: The claim's words and marks, folded.
        low: First word of the document that may count.
        high: One past the last.

    Returns:
        A few words, for example "number changed: “2030” where the source has “2027”".
    """
    claim = list(folded[:_LONGEST])
    held, at = index.longest_start(claim, low, high)
    if held == len(claim):
        return "in the source only inside larger words"
    rest = claim[held:]
    source = list(index.pieces.folded[at + held : min(high, at + held + len(rest) + 1)])
    if held >= 2 or (held and len(claim) <= 3):
        local = _local(rest, source)
        if local:
            return local
        if index.longest_start(rest, low, high)[0] == len(rest):
            return "stitched from two places of the source"
    missing = next((word for word in claim if word not in index), None)
    if missing is None:
        return "its words are in the source, but not in this order"
    part = missing.isalnum() and missing in index.text
    return f"{_kind(missing)} {_shown(missing)} is " + (
        "only part of a word of the source" if part else "not in the source"
    )


def _local(rest: Sequence[str], source: Sequence[str]) -> str | None:
    """One word changed, added or left out, after which claim and source agree again (for two words, or to the end)."""
    enough = min(2, len(rest) - 1)
    here, there = rest[0], source[0] if source else None
    if _agree(rest[1:], source) >= max(enough, 1):
        return f"{_kind(here)} added: {_shown(here)}"
    if there is None:
        return None
    if _agree(rest, source[1:]) >= min(2, len(rest)):
        return f"{_kind(there)} left out: {_shown(there)}"
    kind = _kind(here)
    if (kind == "mark") != (_kind(there) == "mark"):
        return None
    if _agree(rest[1:], source[1:]) >= enough or (kind == _kind(there) != "word"):
        kind = next((k for k in ("negation", "number", "date", "name") if k in (kind, _kind(there))), "word")
        return f"{kind} changed: {_shown(here)} where the source has {_shown(there)}"
    return None


def _agree(claim: Sequence[str], source: Sequence[str]) -> int:
    """How many words agree from the first on."""
    count = 0
    for ours, theirs in zip(claim, source, strict=False):
        if ours != theirs:
            break
        count += 1
    return count


def _kind(word: str) -> str:
    lower = word.lower()
    if lower in _NEGATIONS or lower.endswith("n't"):
        return "negation"
    if any(char.isnumeric() for char in word):
        return "number"
    if word in _DATE_WORDS:
        return "date"
    if not any(char.isalnum() for char in word):
        return "mark"
    return "name" if word[0].isupper() else "word"


def _shown(word: str) -> str:
    text = unicodedata.normalize("NFC", word)
    return f"“{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}”"
