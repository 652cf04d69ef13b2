"""The status of undertakings: the grammar's word is one sign among others for a model fitted to labelled documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, get_args

from summariser.candidates.status_cues import status_cues
from summariser.learned.linear import linear
from summariser.learned.words import phrases, words_of
from summariser.schemas.brief import CommitmentStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.undertaking import Undertaking
    from summariser.documents import Document

__all__ = ["status_features", "with_status"]

MARGIN: Final = 0.5
"""Log-odds by which another status must be likelier than the grammar's."""
_REFUSED = frozenset({"declined", "withdrawn"})


def status_features(document: Document, undertaking: Undertaking) -> list[str]:
    """What a model sees of an undertaking to tell its status: the grammar's, and the words in and around it."""
    text, sentences = document.text, document.sentences
    here = sentences[undertaking.sentence]
    after = sentences[here.index + 1].text if here.index + 1 < len(sentences) else ""
    before = sentences[here.index - 1].text if here.index else ""
    grammar = "none" if undertaking.likely else undertaking.status
    stretches = {
        "": text[undertaking.start : undertaking.end],
        "b": text[here.start : undertaking.start],
        "a": text[undertaking.end : here.end],
        "m": " … ".join(text[start:end] for start, end in undertaking.more),
    }
    features = [f"grammar:{grammar}", f"negated:{undertaking.negated}", f"more:{bool(undertaking.more)}"]
    for prefix, words in stretches.items():
        features += phrases(words_of(words), prefix)
    features += {f"p:{word}" for word in words_of(before)} | {f"n:{word}" for word in words_of(after)}
    for prefix, words in {**stretches, "p": before, "n": after}.items():
        cues = list(status_cues(words, f"cue:{prefix}:"))
        features += [*cues, *(f"{cue}|{grammar}" for cue in cues)]
    return features


def with_status(document: Document, undertakings: Sequence[Undertaking]) -> list[Undertaking]:
    """The undertakings, each with its likeliest status; the grammar's stands where no other is clearly likelier."""
    models = {status: linear(f"status_{status}") for status in get_args(CommitmentStatus)}

    def judged(item: Undertaking) -> Undertaking:
        features = status_features(document, item)
        odds = {status: model.log_odds(features) for status, model in models.items()}
        best = max(odds, key=lambda status: odds[status])
        if item.likely or odds[best] - odds[item.status] > MARGIN:
            return _turned(item, best)
        return item

    return [judged(item) for item in undertakings]


def _turned(item: Undertaking, status: CommitmentStatus) -> Undertaking:
    """With another status. Refusing denies: what is refused is told as it was asked for."""
    if status in _REFUSED:
        return replace(item, status=status, negated=False)
    if item.status == "declined" and not item.likely:
        return replace(item, status=status, negated=True)
    return replace(item, status=status)
