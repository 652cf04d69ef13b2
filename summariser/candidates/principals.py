"""For whom a person acts, told by the layout or by a word beside the name: `represented by X`, `X (the Fund)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.entity import Entity
    from summariser.candidates.surroundings import Surroundings

__all__ = ["client_of", "court_of", "principal_beside"]

_BRACKET = re.compile(r"\s*\((?:[Ff]or\s+|of\s+|from\s+|on\s+behalf\s+of\s+)?(?:the\s+)?")
_ROW = re.compile(r"[ \t]+(?:[–—]|-)[ \t]+(?:the\s+)?|[ \t]*\|(?:[^|\n]{2,60}\|)?[ \t]*")
_ROW_END = re.compile(r"[ \t]*(?:\r?\n|$|[;,(|])")
_LABEL_END = re.compile(r"(?:\s*\([^()\n]{1,40}\))?\s*:\s")
_NAMES_ONLY = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w’'.-]{0,30}|\([^()\n]{0,60}\)|,|;|&|and|de|van|von|bin|al|el|\s){0,60}")
_POSSESSIVE = re.compile(
    r"(?:\s(?:union|party|group|company|agency|bank|airline|charity|campaign|council|club|think-tank))?[’']s?\s$"
)
_BRACKET_END = re.compile(r"\s*[);,]")
_REPRESENTED = re.compile(
    r"\b(?:represented|acting|signing|appearing)(?:\s+(?:herein|hereby|in\s+this\s+\w+|here|for\s+this\s+purpose|at\s+the\s+"
    r"\w+|in\s+court))?\s+(?:by|through)\s+(?:(?:its|their|the)\s+[^,;.()]{2,60},?\s+)?$",
    re.IGNORECASE,
)
_LED = re.compile(
    r"(?:,|\s\(|\s[—–])\s*(?:(?:now|currently|then)\s+)?(?:run|led|headed|chaired|managed|directed|captained|coached|"
    r"presided\s+over)\s+by\s+(?:the\s+)?$"
)
_ADDRESSED = re.compile(
    r"(?:^|\n)[ \t]*(?:attn\.?|attention|fao|f\.a\.o\.|for\s+the\s+attention\s+of|c/o|care\s+of)\s*:?\s*$",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:(?:media|press|investor|news)\s+(?:contacts?|enquiries|inquiries|relations|office)|contacts?|"
    r"(?:further|more)\s+information)\b[^\n]{0,60}[:\n]\s*$",
    re.IGNORECASE,
)
_AGENT = re.compile(
    r"\b(?:lawyer|counsel|solicitor|attorney|barrister|advocate|agent|representative|spokes\w+|guardian|executor|executrix|"
    r"trustee|proxy|manager|promoter|publicist)$",
    re.IGNORECASE,
)
_JUDGE = re.compile(r"\b(?:judge|justice|magistrate|sheriff|arbitrator|adjudicator|registrar|coroner)\b", re.IGNORECASE)
_COURT = re.compile(r"\b(?:court|tribunal|magistrates|inquest|chancery)\b", re.IGNORECASE)
_BEFORE = 120  # characters before a name that tell for whom it acts
_LINES = 300  # characters of an address above the name of whom it reaches


def principal_beside(text: str, around: Surroundings, entity: Entity, span: tuple[int, int]) -> Entity | None:
    """The body that the words beside one mention of a person tell: in brackets, `represented by`, `led by`, `Attn:`."""
    start, end = span
    title = next((len(a) - (end - start) for a in entity.aliases if text.endswith(a, 0, end)), 0)
    front = start - max(0, title)
    return (
        _behind(text, around, end)
        or _possessor(text, around, front)
        or _holder_of_bracket(text, around, front)
        or _label_of_line(text, around, front)
        or _introduced(text, around, front)
    )


def _behind(text: str, around: Surroundings, end: int) -> Entity | None:
    """`X (Hale Fund)`, `X – Hale Fund`, `X | Treasurer | Hale Fund`."""
    for pattern, close in ((_BRACKET, _BRACKET_END), (_ROW, _ROW_END)):
        match = pattern.match(text, end)
        if match and (found := around.at(match.end())) and close.match(text, around.end_at(match.end())):
            return found
    return None


def _introduced(text: str, around: Surroundings, front: int) -> Entity | None:
    """`the Fund, represented by X`, `the Fund, led by X`, `Attn: X` below an address, `Media contact: X`."""
    window = text[max(0, front - _BEFORE) : front]
    if _REPRESENTED.search(window):
        sentence = around.sentence_at(front)
        return around.body_before(sentence.start if sentence else 0, front)
    if led := _LED.search(window):
        return around.ending_at(front - len(led.group()))
    if _ADDRESSED.search(window):
        return around.body_before(max(0, front - _LINES), front)
    return around.first_body() if _CONTACT.search(window) else None


def _possessor(text: str, around: Surroundings, start: int) -> Entity | None:
    """`Hale Energy's Ann Lee`, `the Carters union's Ann Lee`."""
    match = _POSSESSIVE.search(text, max(0, start - 40), start)
    return around.ending_at(match.start()) if match else None


def _holder_of_bracket(text: str, around: Surroundings, start: int) -> Entity | None:
    """`Hale Parish Council (Ann Lee, Bo Ek)`."""
    opened = text.rfind(" (", max(0, start - _BEFORE), start)
    if opened < 0 or not _NAMES_ONLY.fullmatch(text, opened + 2, start):
        return None
    return around.ending_at(opened)


def _label_of_line(text: str, around: Surroundings, start: int) -> Entity | None:
    """`Hale Town Council: Mrs Ruth Amos, Mr Ian Bell`."""
    line = text.rfind("\n", max(0, start - _BEFORE), start) + 1
    line += len(text[line:start]) - len(text[line:start].lstrip(" \t•*-"))
    line += 4 if text.startswith(("The ", "the "), line) else 0
    body = around.at(line)
    if body is None:
        return None
    label = _LABEL_END.match(text, around.end_at(line))
    return body if label and _NAMES_ONLY.fullmatch(text, label.end(), start) else None


def client_of(words: str, role: str | None, entities: Sequence[Entity]) -> Entity | None:
    """The person whose lawyer, agent or spokesman somebody is: `Ann Lee's lawyer, X`."""
    if not role or not _AGENT.search(re.split(r"\s(?:of|for|to)\s", role)[0]):
        return None
    folded = words.casefold().removeprefix("the ")
    fitting = [e for e in entities if e.kind in (None, "person") and folded in {name.casefold() for name in e.names}]
    return fitting[0] if len(fitting) == 1 else None


def court_of(entity: Entity, entities: Sequence[Entity]) -> Entity | None:
    """The one court of a document is that of its judge."""
    titles = " ".join([entity.role or "", *(alias.split()[0] for alias in entity.aliases[:2])])
    if not _JUDGE.search(titles):
        return None
    courts = [e for e in entities if e.kind == "organisation" and _COURT.search(e.name)]
    return courts[0] if len(courts) == 1 else None
