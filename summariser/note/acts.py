"""What an act is about: its words in order, words for the same thing made one, and whether two acts are in contrast."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from summariser.grounding.wordforms import is_content, plain, stem, tokens
from summariser.note.words import CALENDAR, DIRECTIONS, content_stems

__all__ = ["FAINT", "act_words", "in_contrast", "one_word"]

# Verbs that say that something comes about: each may tell of the same promise, at its beginning or at its end.
_COME_ABOUT: Final = """build construct erect rebuild finish complete open reopen establish create found begin start
    launch install deliver enter sail run operate switch inaugurate commission construction completion opening"""
_SPEND: Final = "spend cost fund finance invest pay bankroll contribute allocate"
_SAME: Final = """
    cut reduce reduction lower decrease slash trim
    lend loan
    publish release issue publication
    hire recruit employ appoint
    buy purchase acquire procure
    assist aid
    repair fix restore mend
    close shut
    raise increase lift hike
    sign conclude
    send dispatch
    stop end cease halt discontinue
    protect preserve safeguard conserve protection
    inspect review examine audit inspection
    modernise modernize upgrade renovate refurbish overhaul
    expand enlarge extend expansion extension
    submit present
    abolish scrap eliminate remove
    donate grant
    ship vessel boat
    port harbour harbor
    employee worker staff personnel
    pact agreement accord treaty deal memorandum
    car vehicle
    house home dwelling housing rehouse
    return handover restitute restitution repatriate repatriation
    resettle resettlement
    pave surface surfacing asphalt tarmac resurface
    light lighting floodlight illuminate
    pay payment
    strike walkout
    clinic surgery
    levy charge fee
    doctor physician
    rail railway railroad
    percent cent
"""
_ABOUT, _MONEY = "come-about", "spend"
_TO_ONE: Final = (
    {stem(word): stem(words[0]) for line in _SAME.splitlines() if (words := line.split()) for word in words}
    | {stem(word): _ABOUT for word in _COME_ABOUT.split()}
    | {stem(word): _MONEY for word in _SPEND.split()}
    | {stem(form): way for form, way in DIRECTIONS.items()}
)

# Verbs and nouns that half of all commitments hold.
_NOUNS: Final = content_stems("plan project measure district area region site work support service target total")
FAINT: Final = (
    content_stems(
        """provide ensure make take continue carry implement agree give help use new undertake set put bring keep hold
        seek full all additional further improve remain old existing own meet stand honour stick confirm reaffirm repeat
        renew restate"""
    )
    | _NOUNS
    | {_ABOUT, _MONEY}
)
_NO_CONTRAST: Final = (FAINT - _NOUNS) | content_stems("project")
_COUNTED: Final = content_stems(
    """one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred
    thousand million billion kilometre kilometer metre meter tonne ton hectare megawatt megawatt-hour kilovolt percent
    euro dollar pound"""
)
_SHORT: Final = 2  # words that stand in the place of others
_MOST: Final = 60  # words of an act that are compared in order


def one_word(word: str) -> str:
    """The stem that stands for all words for the same thing."""
    return _TO_ONE.get(word, word)


@lru_cache(maxsize=20_000)
def act_words(action: str) -> tuple[str, ...]:
    """The words of an act that say something, in order; numbers and words of the calendar are left out."""
    stems = (token.stem for token in tokens(plain(action.replace("re-", "re"))) if is_content(token))
    return tuple(one_word(word) for word in stems if word not in CALENDAR and word not in _COUNTED)


def in_contrast(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether words of one act stand in the place of as many others in the other act: a school here, a hospital there.

    Words that half of all acts hold make no contrast, and neither do verbs of which each may tell how the same thing
    comes about.
    """
    mine, theirs = _telling(one), _telling(other)
    for kind, start, end, other_start, other_end in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if kind != "replace" or end - start > _SHORT or other_end - other_start != end - start:
            continue
        if not set(mine[start:end]) & set(theirs) and not set(theirs[other_start:other_end]) & set(mine):
            return True
    return False


def _telling(act: tuple[str, ...]) -> list[str]:
    verbs = (_ABOUT if word == _MONEY else word for word in act)
    return [word for word in verbs if word == _ABOUT or word not in _NO_CONTRAST][:_MOST]
