"""Whether a name of unknown kind is a person's or a body's, told by the words beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.lexicon import BODY_NOUNS, PARTICLES
from summariser.candidates.whereabouts import is_place, preceded

if TYPE_CHECKING:
    from summariser.candidates.entity import Entity

__all__ = ["body_role", "settle_kind"]

_NOUN = "|".join(sorted((re.escape(noun) for noun in BODY_NOUNS), key=len, reverse=True))
_BODY_AFTER = re.compile(
    rf"(?:\s*\([^()]{{0,60}}\)){{0,2}},\s+(?P<words>(?:an?|the|its|our|their|"
    rf"\w+[’']s?)\s+(?:[\w’'-]+\s+){{0,4}}?(?:{_NOUN})(?:\s+(?:of|for|with|that|which|based|owned|"
    rf"in)\b(?:[^,.;:()“”\"—]|,(?=\d)){{0,60}})?)(?=[,.;:()—]|$)",
    re.IGNORECASE,
)
_BODY_BEFORE = re.compile(
    rf"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur)\s+|[’']s?\s+|"
    rf"^)(?P<words>(?:[a-z][\w’'-]*\s+){{0,2}}(?:[a-z]+-)?(?:{_NOUN}))"
    r"(?:\s+|,\s+(?:the\s+)?)$"
)
_MAKER = re.compile(
    r"\b(?P<words>(?:[a-z]+(?:-[a-z]+)?\s)?(?:giant|maker|manufacturer|retailer|airline|operator|insurer|lender|"
    r"brokerage|newspaper|"
    r"broadcaster|start-up|startup|carmaker|drugmaker|shipper|utility|conglomerate))\s+$"
)
_BODY_OWNS = re.compile(
    r"[’']s?\s+(?:[a-z]+\s+){0,2}(?:board|shareholders|directors|chief\s+executive|managers?|management|"
    r"headquarters|shares|"
    r"workforce|employees|customers|factory|factories|plants?|mill|members|trustees|inspectors|president|"
    r"chairman|chairwoman|chair)\b"
)
_KIND_AFTER = re.compile(r"\s+(?:union|party|group|company|agency|bank|airline|newspaper|charity|cooperative)\b")
_PERSON_AFTER = re.compile(
    r",\s+(?:who|whose|whom|aged)\b|,\s+\d{2}(?=[,.;)\s])|\s+who\b"
    r"|,?\s+(?:told|asked|replied|wrote|writes|testified|recalled|conceded|joked|quipped)\b"
    r"|\s+(?:was|is)\s+(?:appointed|elected|born|sworn|named|re-elected|his|her)\b|\s+(?:himself|herself)\b|"
    r",\s+(?:his|her|my|their)\s",
)
_PERSON_BEFORE = re.compile(
    r"(?:\b(?:said|added|asked|told|replied|says|wrote|named|married)|\b(?:his|her|my|our|whose|"
    r"[’']s)\s(?:[a-z-]+\s){0,2}(?:mother|father|"
    r"sister|brother|wife|husband|son|daughter|cousin|uncle|aunt|nephew|niece|grandmother|grandfather|friend|"
    r"colleague),)\s+$",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:the|a|an|this)\s+$", re.IGNORECASE)
_NUMBER = re.compile(r"\d\w*\s$")
_OF = re.compile(r"\b(?:of|at|from|with|for|in|by)\s+(?:the\s+)?$")
_AFTER = 160
_SAMPLE = 12  # mentions looked at


def settle_kind(text: str, entity: Entity) -> None:
    """Give an entity of unknown kind its kind, and a body its role, where the words beside one of its mentions tell."""
    words = entity.name.split()
    spans = entity.spans[:_SAMPLE]
    for start, end in spans:
        after = _BODY_AFTER.match(text, end, end + _AFTER)
        before = _body_before(text, start)
        if _KIND_AFTER.match(text, end) and preceded(text, start, _THE, 8):
            entity.kind = "organisation"
            return
        if after or before:
            entity.kind = "organisation"
            found = after["words"] if after else before
            entity.role = entity.role or _plain(found or "")
            return
    articled = any(preceded(text, start, _THE, 8) for start, _ in spans)
    if any(_BODY_OWNS.match(text, end, end + _AFTER) for _, end in spans) and not _surname(entity):
        entity.kind = "organisation"
        return
    if articled or not _personal(words) or preceded(text, spans[0][0], _NUMBER, 8):
        return
    if _surname(entity) or (len(words) > 1 and any(_person_beside(text, *span) for span in spans)):
        entity.kind = "person"


def body_role(text: str, entity: Entity) -> tuple[str, int] | None:
    """The words beside a mention that tell what a body is, and where they stand: `the charity X`, `X, a bank`."""
    for start, end in entity.spans[:_SAMPLE]:
        after = _BODY_AFTER.match(text, end, end + _AFTER)
        if after:
            return _plain(after["words"]), after.start("words")
        window = text[max(0, start - 70) : start]
        before = _BODY_BEFORE.search(window)
        if before:
            return _plain(before["words"]), start - len(window) + before.start("words")
    return None


def _body_before(text: str, start: int) -> str | None:
    window = text[max(0, start - 70) : start]
    match = _BODY_BEFORE.search(window) or _MAKER.search(window)
    return match["words"] if match else None


def _plain(words: str) -> str:
    folded = " ".join(words.split())
    return re.sub(r"^(?:the|its|our|their)\s+", "", folded, flags=re.IGNORECASE)


def _surname(entity: Entity) -> bool:
    """Whether the last word alone stands for it, as of persons."""
    words = entity.name.split()
    return len(words) > 1 and words[-1] in entity.aliases


def _personal(words: list[str]) -> bool:
    if not 1 <= len(words) <= 5:
        return False
    return all(word[0].isupper() or word in PARTICLES for word in words) and not any(
        c.isdigit() for c in "".join(words)
    )


def _person_beside(text: str, start: int, end: int) -> bool:
    if is_place(text, start):
        return False
    if _PERSON_AFTER.match(text, end, end + _AFTER):
        return not preceded(text, start, _OF, 10)
    return preceded(text, start, _PERSON_BEFORE, 60)
