"""What the evidence only allows, plans or proposes and a statement gives as done or agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from summariser.grounding.wordforms import BASE_LIKE_PAST, IRREGULAR, content, is_content, stem, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.grounding.wordforms import Token

__all__ = ["overstatements"]


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


_POSSIBLE, _INTENDED, _DONE = 1, 2, 3
_MODALS: Final = {
    **dict.fromkeys(("may", "might", "could", "can"), _POSSIBLE),
    **dict.fromkeys(("will", "shall", "would", "should", "must"), _INTENDED),
}
_DONE_THOUGH_TO: Final = _stems("manage help continue begin start force compel prove use quick slow first last")
_BEFORE_GERUND: Final = _stems("consider propose discuss suggest recommend mull contemplate")
_AGREED: Final = _stems(
    """agree accept approve adopt decide confirm conclude pledge promise commit undertake settle ratify endorse
    vow guarantee sign"""
)
_AGREEMENT: Final = _stems("agreement acceptance approval decision commitment accord deal pact")
_PROPOSED: Final = _stems(
    """propose offer suggest consider discuss seek request ask urge recommend demand want hope plan intend aim mull
    negotiate invite"""
)
_DETERMINERS: Final = frozenset(
    {"a", "an", "the", "its", "their", "his", "her", "our", "this", "that", "these", "those", "any", "no"}
)
_PERFECT: Final = frozenset({"has", "have", "had", "did", "was", "were", "been"})
_LEVELS: Final = {_POSSIBLE: "possible", _INTENDED: "intended"}


def overstatements(said: str, borne: str) -> Iterator[str]:
    """Give a reason for each act that a statement makes surer than its evidence.

    "May", "could": possible. "Will", "would", "plans to", "offered to", "agreed to": intended. A past tense: done. A
    statement may not give as done what is intended or possible, nor as coming what is only possible, nor as agreed what
    is only proposed.

    Args:
        said: The statement.
        borne: The evidence.
    """
    ours, theirs = tokens(said), tokens(borne)
    surest: dict[str, int] = {}
    for word, level in zip(theirs, _levels(theirs), strict=True):
        if level:
            surest[word.stem] = max(level, surest.get(word.stem, 0))
    for at, (word, level) in enumerate(zip(ours, _levels(ours), strict=True)):
        held = surest.get(word.stem, _DONE)
        asserted = (level == _DONE and _is_past(ours, at)) or (level == _INTENDED and _after_will(ours, at))
        if asserted and level > held:
            yield f"“{word.text}” is only {_LEVELS[held]} in the evidence"
    held_words = content(theirs)
    proposes = any(word.stem in _PROPOSED and not _is_noun(theirs, at) for at, word in enumerate(theirs))
    if proposes and not held_words & (_AGREED | _AGREEMENT):
        for at, word in enumerate(ours):
            asserted = _is_past(ours, at) or (word.lower.endswith("s") and not _is_noun(ours, at))
            if asserted and word.stem in _AGREED and word.stem not in held_words:
                yield f"“{word.text}” where the evidence only proposes"


def _levels(words: Sequence[Token]) -> list[int]:
    """For each word how sure the act is that it may name; 0 where it names none."""
    levels = []
    mood = 0  # of the next word that says something
    coordinated = 0  # of the word after "and", "or"
    last = ""  # stem of the last word that said something
    for at, word in enumerate(words):
        if word.lower in {",", "."}:
            mood = coordinated = 0
            last = ""
        elif word.lower in {"and", "or"}:
            mood = coordinated
        elif word.lower == "to":
            before_verb = at + 1 < len(words) and bool(words[at + 1].stem) and words[at + 1].lower not in _DETERMINERS
            mood = (coordinated or _INTENDED) if before_verb and last not in _DONE_THOUGH_TO else 0
            coordinated = mood
        elif word.lower in _MODALS:
            mood = coordinated = _MODALS[word.lower]
        elif word.lower in {"who", "which"}:
            mood = coordinated = 0
        if not is_content(word):
            levels.append(0)
            continue
        gerund = word.lower.endswith("ing")
        if gerund and last in _BEFORE_GERUND:
            levels.append(_POSSIBLE)
        elif mood:
            levels.append(mood)
        else:
            levels.append(
                0 if gerund and not (at and words[at - 1].lower in {"is", "are", "was", "were", "be"}) else _DONE
            )
        mood = 0
        last = word.stem
    return levels


def _is_past(words: Sequence[Token], at: int) -> bool:
    word = words[at].lower
    before = next((words[i].lower for i in range(at - 1, max(-1, at - 4), -1) if not words[i].lower.endswith("ly")), "")
    if before == "be" or before in _DETERMINERS:
        return False  # "be signed", "the signed letter"
    if word in BASE_LIKE_PAST or before == "did":
        return before in _PERFECT
    return word.endswith("ed") or (word in IRREGULAR and not word.endswith(("s", "ing")))


def _is_noun(words: Sequence[Token], at: int) -> bool:
    return at > 0 and words[at - 1].lower in _DETERMINERS


def _after_will(words: Sequence[Token], at: int) -> bool:
    return any(words[i].lower in {"will", "shall", "must"} for i in range(max(0, at - 4), at))
