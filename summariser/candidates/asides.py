"""Sentences that tell nothing of the matter: greetings, captions, notes on the record, the parties to a deed."""

from __future__ import annotations

import re

from summariser.candidates.clause_starts import FINITE
from summariser.candidates.irregular import IRREGULAR_PAST

__all__ = ["is_aside"]

_GREETING = re.compile(
    r"[:,;]\s(?:a\s)?(?:very\s)?(?:good\s(?:morning|afternoon|evening|day)|welcome|greetings)(?:\sto\syou(?:\sall)?)?\W*$"
    r"|^\W*(?:\d+\W+)?It\sis\s(?:with|an?|my|our)\s(?:\w+\s){0,3}(?:gratitude|honou?r|joy|pleasure|pride|privilege)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?:ladies\sand\sgentlemen|friends|colleagues|guests|excellenc(?:y|ies)|citizens|delegates|honou?rable\smembers)\W*$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\W*(?:(?:file\s)?photo(?:graph)?s?|pictured?|image|video|(?:left|right|above|below))\s?[|:—–]"
    r"|\W*an?\s(?:\w+\s)?(?:rendering|aerial\sview|file\sphoto|artist['’]s\simpression|screen\s?(?:grab|shot)|still)\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:last\s(?:week|month|year|night|\w+day)|yesterday|in\s(?:[A-Z]\w+\s)?(?:19|20)\d\d|on\sday\s\w+"
    r"|on\s[A-Z]\w+day)\W*$"
)
_LATELY = re.compile(r"\bon\s[A-Z]\w+day\W*$")
_SCENE = re.compile(
    r"\W*(?:[A-Z]\w+\s)?(?:\w+\s)?\w+[^s\W]s\s(?!(?:and|at|by|for|from|in|near|of|on|or|outside|to|with)\b)[a-z]+[^s\W]\s"
)  # "Workers wait "
_THERE = re.compile(r"\b(?:outside|beside|along|near|past|in\sfront\sof|on\sthe\ssteps)\b")
_THING = re.compile(r"\W*(?:An?\s|[A-Z]\w+(?:\s[a-z]+)?(?=\s(?:at|along|beside|in|near|on|outside)\s))")
_NOUNS = re.compile(
    r"\b(?:an?|and|at|by|for|from|her|his|in|its|near|of|on|our|the|their|to|with)\s(?:[a-z]+\s)?\w+s\b|\b\w+[’']s\b"
)
_ENDS_IN_S = re.compile(r"\b[a-z]+[^s\W]s\b")
_PAST = re.compile(r"\b[a-z]{2,}ed\b")
_DATED = re.compile(
    r"\W*(?:first\s|last\s)?(?:posted|updated|published|modified|printed|filed):?\s(?!in\s)(?:on\s)?(?:\w+\.?,?\s){0,2}\d",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"^\W*extracts?:|\b(?:record|transcript|report)\sof\s(?:these|those|this)\s(?:proceedings|meeting|hearing|evidence|sitting)\b"
    r"|\b(?:suggest|submit|send|propose)\s(?:any\s)?corrections\b|\bmay\scontain\serrors\b|\brush\stranscript\b"
    r"|\b(?:is|are)\s(?:not\s(?:reproduced|printed)|omitted)\b|\bforward-looking\sstatements?\b"
    r"|\bcopies\s(?:may|can)\sbe\s(?:bought|had|obtained|ordered|purchased)\b|\bin\switness\swhere(?:of|as)\b"
    r"|\bheadings\s(?:are|do)\b|\bwords\s(?:in|importing)\sthe\ssingular\b",
    re.IGNORECASE,
)
_SHORT_NAME = re.compile(r"\((?:\w+\s){0,4}[“\"‘'][^)]{1,40}\)\W*(?:and\W*)?$")
_PRESENTED = re.compile(r",\s(?:an?|of|whose|having|acting|incorporated|established|registered|organi[sz]ed)\s")
_COUPLED = re.compile(r"\b(?:is|are)\s(?:each|together|jointly|collectively)\s(?:an?|the)\s[“\"‘']")
_WORD = re.compile(r"[^\W\d_]+")
_OF_A_SEAT = frozenset({"is", "are", "has"})  # "whose registered office is at Tarn"


def is_aside(text: str) -> bool:
    """Whether a sentence tells nothing of the matter of its document.

    Such are greetings, captions (things without a verb, or a scene in the present tense at a time that is over), notes
    on the record itself, formulas of deeds, and the blocks that present the parties to one.
    """
    plain = " ".join(text.split())
    if any(pattern.search(plain) for pattern in (_GREETING, _RECORD, _COUPLED)) or _CAPTION.match(plain):
        return True
    if _SHORT_NAME.search(plain):
        presented = _PRESENTED.search(plain)
        return presented is not None and not _finite(plain[: presented.start()]) and _finite(plain) <= _OF_A_SEAT
    if _finite(plain):
        return False
    if _ADDRESSED.search(plain) or _DATED.match(plain):
        return True
    told = any(word.lower() in IRREGULAR_PAST for word in _WORD.findall(plain)) or _PAST.search(plain)
    return not told and _is_scene(plain)


def _finite(text: str) -> set[str]:
    """The verb forms that show that words have a verb; the month of May does not."""
    return {word.lower() for word in _WORD.findall(text) if word != "May"} & FINITE


def _is_scene(text: str) -> bool:
    """Whether words in the present tense, or without a verb, are what stands below a picture."""
    if not _OVER.search(text):
        return False
    if _SCENE.match(text):
        return not _LATELY.search(text) or bool(_THERE.search(text))
    thing = _THING.match(text)
    return thing is not None and not _ENDS_IN_S.search(_NOUNS.sub("", text[thing.end() :]))
