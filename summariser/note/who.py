"""Sources that name another body that pays for a thing, or another person that leads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from summariser.note.relations import RELATED
from summariser.note.words import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.note.claims import Claim
    from summariser.note.relations import Relations

__all__ = ["other_heads", "other_payers"]

_LOOKED_AT: Final = 12  # sentences of the kind before
_DENIED: Final = re.compile(r"\b(?:not|no|none|nobody|never|neither|nor|without)\b|n['’]t\b", re.IGNORECASE)
_PAYS: Final = re.compile(
    r"\b(?:pay(?:s|ing)?\s+for|paid\s+for\s+by|(?:will\s+|to\s+)?(?:pay|bear|meet|fund|finance|cover|foot)(?:s|"
    r"ed)?\s+(?:the\s+|all\s+|these\s+|it\b|its\s+)|"
    r"(?:met|borne|funded|financed|covered|paid)\s+(?:\w+\s+){0,2}(?:by|from)|bears?\s+the\s+(?:whole\s+|"
    r"full\s+)?(?:cost|bill)|"
    r"foots?\s+the\s+(?:whole\s+|entire\s+)?bill|picks?\s+up\s+the\s+(?:bill|tab)|at\s+the\s+expense\s+of)",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    r"\b(?:whole|all|entire(?:ly)?|full(?:y)?|everything|in\s+full|alone|cost|bill|costs|repairs?|works?|"
    r"sole(?:ly)?)\b",
    re.IGNORECASE,
)
_PAYERS: Final = {
    word: name
    for name, words in {
        "state": "state treasury government ministry nation national federal crown exchequer",
        "county": "county", "province": "province provincial region regional canton prefecture",
        "town": "town city council municipality municipal commune parish borough village",
        "company": "company firm owner operator corporation developer contractor builder club sponsor employer",
        "people": "residents tenants taxpayers householders passengers drivers parents families patients farmers "
        "customers ratepayers members",
        "fund": "fund foundation charity donor donors lottery trust church",
        "bank": "bank insurer insurance insurers", "union": "eu european",
    }.items()
    for word in words.split()
}  # fmt: skip
_NAME: Final = r"(?:(?:[A-Z][\w’'-]+|[A-Z]\.)(?:\s+(?:de|van|von|der|al|bin|el|la))?\s*){1,4}"
_OFFICE: Final = (
    r"[Tt]he\s+(?:[a-z][\w’'-]*\s+){0,2}(?:government|ministry|council|authority|region|province|county|city|state|"
    r"diocese|university|museum|police|army|board|agency|union|company)\s+"
)
_LEADS: Final = re.compile(
    rf"(?P<name>{_NAME}|{_OFFICE})(?:\([^)]{{1,60}}\)\s*|,[^,.;]{{1,60}},\s*)?(?:will\s+|is\s+to\s+|"
    rf"has\s+been\s+named\s+to\s+|shall\s+)?"
    r"(?:leads?|heads?|chairs?|presides?\s+over|runs?|(?:is|"
    r"was)\s+(?:put\s+)?in\s+charge\s+of)\b\s*(?P<what>[^,.;]{0,60})"
)
_LED_BY: Final = re.compile(
    rf"\b(?:led|headed|chaired|presided\s+over|run|under\s+(?:the\s+)?(?:lead(?:ership)?|chair(?:manship)?|"
    rf"direction)\s+of)\s+(?:by\s+)?"
    rf"(?P<role>(?:the\s+)?(?:[a-z][\w’'-]*[\s,]+){{0,7}})(?P<name>{_NAME})"
)
_CHAIR: Final = re.compile(rf"(?P<name>{_NAME})\((?:in\s+the\s+)?(?:chair|chairman|chairwoman|head|leader|lead)\)")
_BODY: Final = re.compile(
    r"\b(?P<body>inquiry|commission|board|panel|committee|mission|delegation|team|task force|group|council|"
    r"working group|project|"
    r"investigation|expedition|review|probe|tribunal|orchestra|club|campaign|talks|office|agency|works)\b",
    re.IGNORECASE,
)
_TASK: Final = re.compile(
    r"(?:the|all|its|this)\s+(?:[a-z][\w’'-]*\s+){0,1}(?P<noun>[a-z]{3,}(?:tion|sion|ment|ing|work|ery|scue|ance))\b"
)
_ONE_BODY: Final = {
    "investigation": "inquiry",
    "commission": "inquiry",
    "probe": "inquiry",
    "review": "inquiry",
    "panel": "inquiry",
    "committee": "inquiry",
    "tribunal": "inquiry",
    "task force": "team",
    "group": "team",
    "working group": "team",
    "mission": "team",
    "delegation": "team",
    "expedition": "team",
}


def other_payers(claims: Sequence[Claim], relations: Relations) -> list[tuple[Claim, Claim]]:
    """Pairs of sentences of two sources of which each says that another body pays for the whole."""
    payers = [(claim, name) for claim in claims if (name := _payer(claim.text))]
    found: list[tuple[Claim, Claim]] = []
    for at, (claim, name) in enumerate(payers):
        for other, theirs in payers[max(0, at - _LOOKED_AT) : at]:
            if other.source is claim.source or name == theirs or any(claim in pair or other in pair for pair in found):
                continue
            if relations.between(other.source.id, claim.source.id) >= RELATED:
                found.append((other, claim))
                break
    return found


def _payer(text: str) -> str:
    match = _PAYS.search(text)
    if not match or not _WHOLE.search(text) or _DENIED.search(text[: match.start()][-30:]):
        return ""
    passive = re.search(r"\b(?:by|from|of)$", match.group(), re.IGNORECASE)
    side = text[match.end() :] if passive else re.split(r"[,;:.]\s|\sso\s", text[: match.start()])[-1]
    names = [_PAYERS[word] for word in fold(side).split() if word in _PAYERS]
    return names[0] if names else ""


def other_heads(claims: Sequence[Claim], relations: Relations) -> list[tuple[Claim, Claim]]:
    """Pairs of sentences of two sources of which each says that another person leads one body."""
    heads: list[tuple[Claim, str, str]] = []
    for at, claim in enumerate(claims):
        before = claims[at - 1].text if at and claims[at - 1].source is claim.source else ""
        heads += [(claim, name, body) for name, body in _head(claim.text, before)]
    found: list[tuple[Claim, Claim]] = []
    for at, (claim, name, body) in enumerate(heads):
        for other, theirs, their_body in heads[max(0, at - _LOOKED_AT) : at]:
            if other.source is claim.source or body != their_body or set(name.split()) & set(theirs.split()):
                continue
            if relations.between(other.source.id, claim.source.id) >= RELATED and (other, claim) not in found:
                found.append((other, claim))
    return found


def _head(text: str, before: str) -> list[tuple[str, str]]:
    """Who leads what, by a sentence and, for "it", the one before."""
    found = []
    for pattern in (_LED_BY, _LEADS, _CHAIR):
        for match in pattern.finditer(text[:400]):
            what = match.groupdict().get("what") or ""
            around = what if what and not re.match(r"(?:it|them)\b", what) else ""
            place = around or text[: match.start()] or before
            if re.match(r"(?:it|them)\b", what):
                place = before
            bodies = [_ONE_BODY.get(one.lower(), one.lower()) for one in _BODY.findall(place)]
            name = fold(match["name"]).strip().removeprefix("the ")
            if not bodies and pattern is _LEADS:
                bodies = _task(around)
            if bodies and len(name.split()) > 0:
                found.append((name, bodies[0] if around else bodies[-1]))
    return found


def _task(what: str) -> list[str]:
    """The noun of what is led: "restoration" of "the restoration of the books"."""
    match = _TASK.match(what)
    return [match["noun"].lower()] if match else []
