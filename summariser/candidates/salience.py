"""Which sentences a reader cannot do without: words and a few signs, weighed by a model fitted to documents."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from summariser.candidates.amounts import find_amounts
from summariser.candidates.irregular import IRREGULAR_PAST
from summariser.candidates.speech_verbs import WITHOUT_OBJECT
from summariser.documents.date_words import find_date_words
from summariser.learned.linear import linear
from summariser.learned.words import phrases, words_of

__all__ = ["LEAST", "Signs", "is_needed", "needed_features", "signs_of"]

_NEAR_HEAD = 4.0  # sentences after which nearness to the head counts about a third
_USUAL_LENGTH = 15  # words
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NAMED = re.compile(r"(?<=[^.!?:]\s)[^\W\d_a-zß-öø-ÿ]\w+|\d")
_PAST = re.compile(r"\b(?:was|were|had|did|has|have|been)\b|\b[a-z]{2,}ed\b")
_GOVERNS = re.compile(
    r"\b(?:only (?:if|when|once|after|where|with)|depend(?:s|ed|ent|ing)? (?:up)?on|subject to|"
    r"(?:conditional|contingent) (?:up)?on|tak(?:e|es|en|ing) effect|took effect|effective (?:from|on|as of)|"
    r"in(?:to)? force|(?:not |un|non-)?binding|binds?|(?:null and )?void|laps(?:e[sd]?|ing)|expir(?:e[sd]?|y|ing)|"
    r"until|unless|before|pending|provisional|preliminary|ratif(?:y|ie[sd]|ication)|outside (?:of )?th(?:e|is)|"
    r"do(?:es)? not (?:apply|cover|extend)|no \w+ (?:shall|may|can|is to)|"
    r"(?:must|needs? to|has to|have to|yet to|still to) (?:still |first |also )?be \w+ed)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:th(?:e|is) (?:whole|entire|final|total|agreement|accord|pact|deal|contract|treaty|convention|settlement|"
    r"order|licen[cs]e|lease|loan|merger|takeover|purchase|sale|law|bill|act|scheme|plan|program(?:me)?|package|"
    r"project|undertakings?|resolution|decision|ruling|judgment|policy|terms|parties|talks)|"
    r"everything|all of (?:it|this|them))\b",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"\((?:hereinafter |hereafter |the |an? |this )?[“\"‘'][^)]{1,60}\)|\b(?:called|known as|means|defined as)\b"
)
_LASTING = frozenset(
    "today yesterday tonight now still yet already since currently remaining remains remain so far recently".split()
) - {"so", "far"}
_SPEAKING = frozenset("i we my our us me you your i'm i've i'd i'll we're we've we'd we'll you're you've".split())
_TELLING = WITHOUT_OBJECT | {"told", "tells", "according", "reported", "wrote", "asked"}


class Signs(NamedTuple):
    """What a sentence shows of itself: numbers for place and length, else 0 or 1.

    Attributes:
        early: 1 at the head of the body, soon less.
        late: How much of the document lies before it, 0 to 1.
        length: Its words against the usual number, as a logarithm.
        dated: It says when.
        figure: It holds money or a quantity.
        past: It is told in the past.
        governs: It says on what something depends, or from when to when it holds.
        whole: It speaks of the agreement, the plan, the decision as a whole.
        defines: It says what a word stands for.
        named: It names somebody or something, or holds a number.
        lasting: It says how things stand now.
        spoken: It speaks of "I", "we" or "you".
        reported: It reports what somebody said.
        asks: It is a question.
    """

    early: float
    late: float
    length: float
    dated: float
    figure: float
    past: float
    governs: float
    whole: float
    defines: float
    named: float
    lasting: float
    spoken: float
    reported: float
    asks: float


LEAST = 0.3
"""Probability that a sentence must have. F1 is flat around it; the higher bound gives the shorter brief."""


def signs_of(text: str, place: int, share: float) -> Signs:
    """The signs of a sentence.

    Args:
        text: Its words, without a speaker's label.
        place: How many sentences of the body stand before it.
        share: How much of the document lies before it, 0 to 1.
    """
    words = [word.replace("’", "'") for word in _WORD.findall(text)]
    low = {word.lower() for word in words}
    return Signs(
        early=math.exp(-place / _NEAR_HEAD),
        late=share,
        length=math.log(max(1, len(text.split())) / _USUAL_LENGTH),
        dated=bool(find_date_words(text)),
        figure=bool(find_amounts(text)),
        past=not low.isdisjoint(IRREGULAR_PAST) or bool(_PAST.search(text)),
        governs=bool(_GOVERNS.search(text)),
        whole=bool(_WHOLE.search(text)),
        defines=bool(_DEFINES.search(text)),
        named=bool(_NAMED.search(text)),
        lasting=bool(low & _LASTING),
        spoken=bool(low & _SPEAKING),
        reported=bool(low & _TELLING),
        asks=text.rstrip('"”’)]*_ ').endswith("?"),
    )


def needed_features(text: str, signs: Signs) -> list[str]:
    """What a model sees of a sentence: its signs, place and length in steps, and its words.

    Args:
        text: Its words, without a speaker's label.
        signs: Its signs.
    """
    near = int(-_NEAR_HEAD * math.log(signs.early)) if signs.early > 0.01 else "far"
    found = [f"early:{near}", f"late:{int(signs.late * 6)}", f"length:{min(5, len(text.split()) // 7)}"]
    found += [f"sign:{name}" for name, value in zip(Signs._fields[3:], signs[3:], strict=True) if value]
    return [*found, *phrases(words_of(text))]


def is_needed(text: str, signs: Signs) -> bool:
    """Whether a reader most likely needs a sentence with these words and signs; a question tells nothing."""
    return not signs.asks and linear("needed").probability(needed_features(text, signs)) >= LEAST
