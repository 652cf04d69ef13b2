"""Words for relatives, which tell that the name beside them is a person's, and of what gender."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summariser.candidates.genders import Gender

__all__ = [
    "FEMALE_KIN",
    "KIN",
    "MALE_KIN",
    "OWNED_RELATIVE",
    "RELATIVE",
    "gender_of",
    "is_called",
    "is_heard",
    "is_relative",
    "kin_beside",
]

_MALE = """brother son nephew uncle husband hubby father dad daddy widower grandson grandfather grandad granddad grandpa
    stepfather stepson stepbrother boyfriend godfather godson""".split()
_FEMALE = """sister daughter niece aunt auntie wife mother mum mom mummy widow granddaughter grandmother grandma gran
    granny stepmother stepdaughter stepsister girlfriend godmother goddaughter""".split()
_EITHER = "cousin fiancé fiancée fiance fiancee twin sibling".split()
MALE_KIN = frozenset(_MALE)
FEMALE_KIN = frozenset(_FEMALE) | {"fiancée", "fiancee"}
KIN = MALE_KIN | FEMALE_KIN | frozenset(_EITHER)
_FORMER = r"(?:ex-|late-|half-|great-)?"
_NOUN = _FORMER + r"(?P<kin>" + "|".join(sorted(KIN, key=len, reverse=True)) + r")(?:-in-law)?"
_OF_CHILDREN = r"(?P<parent>mum|mom|mother|dad|father|gran|grandmother|grandfather)[- ]of[- ]\w+"
_OWNER = r"(?:\b[Hh]is|\b[Hh]er|\b[Tt]heir|\b[Mm]y|\b[Oo]ur|\b[Ww]hose|[’']s|s[’'])"

RELATIVE = re.compile(rf"(?:His|Her|Their|[A-Z][\w-]+[’']s)\s+(?:[a-z-]+\s){{0,2}}?{_NOUN}\b(?![-’'])")
"""Somebody's relative at the head of a sentence."""

OWNED_RELATIVE = re.compile(rf"(?:his|her|their)\s+(?:[a-z-]+\s){{0,2}}?{_NOUN}$", re.IGNORECASE)
"""A relative of somebody named before."""

_AFTER = re.compile(rf",?\s+(?:who\s)?(?:(?:is|was)\s)?(?:his|her|their|the|a|an)\s(?:[\w-]+\s){{0,2}}?{_NOUN}\b")
_BEFORE = re.compile(rf"{_OWNER}\s(?:[\w-]+\s){{0,2}}?{_NOUN},?\s$")
_BARE = re.compile(rf"\b(?:{_NOUN}|{_OF_CHILDREN})\s$", re.IGNORECASE)
_AGED = re.compile(r",\s+(?:aged\s+)?\d{1,2}(?=,|\.?$|\.\s|\s(?:and|from|of|who)\b)|\s\((?:aged\s+)?\d{1,2}\)")
_COMPANION = re.compile(
    rf"{_OWNER}\s(?:[\w-]+\s){{0,2}}?(?:youngest|eldest|oldest|firstborn|partner|friend|mate|pal|colleague|"
    r"neighbour|neighbor|flatmate|roommate|classmate|teammate|counterpart|successor|predecessor|opponent|"
    r"opposite\snumber|lawyer|agent|deputy|captain|coach|manager|child|baby|boss|assistant|nanny),?\s$"
)
_ABBREVIATED = re.compile(r"\.\s[A-Z]")  # "her brother, Coun. Ito"
_HEARD = re.compile(r"[“‘„«\"]|\b(?:said|says|told|tells|saying|added|adds|recall\w*|asked)\b")
_BESIDE = 60
_NEAR = 300  # characters in which somebody who is heard is quoted


def kin_beside(before: str, after: str) -> set[str]:
    """The nouns for a relative that stand beside a name: "their son Ivo", "Wife Ana", "Ida, her elder sister"."""
    found = (_AFTER.match(after), _BEFORE.search(before) or _BARE.search(before))
    return {match[match.lastgroup or 0].lower() for match in found if match}


def is_called(text: str, start: int, end: int, noun: str) -> bool:
    """Whether the words beside a name call its bearer by a noun for a relative."""
    return noun in kin_beside(text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE])


def is_relative(text: str, start: int, end: int) -> bool:
    """Whether the words beside a name tell whose relative or companion its bearer is, or how old."""
    if _ABBREVIATED.match(text, end):
        return False
    before = text[max(0, start - _BESIDE) : start]
    told = _BEFORE.search(before) or _BARE.search(before) or _COMPANION.search(before)
    return bool(told or _AGED.match(text, end, end + _BESIDE))


def is_heard(text: str, start: int, end: int) -> bool:
    """Whether somebody is quoted or reported near a name."""
    return _HEARD.search(text, max(0, start - _NEAR), end + _NEAR) is not None


def gender_of(noun: str) -> Gender | None:
    """The gender that a noun for a person tells: "spokeswoman", "father"."""
    if noun.endswith("woman") or noun in FEMALE_KIN:
        return "f"
    return "m" if noun.endswith("man") or noun in MALE_KIN else None
