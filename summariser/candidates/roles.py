"""The function of a person, told by the words beside the name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summariser.candidates.states import state_by_adjective

__all__ = ["ROLE_WORDS", "Role", "role_beside", "role_head"]

# Common nouns for what a person does; each maps to the other nouns a text may use for the same person.
_SYNONYMS: dict[str, tuple[str, ...]] = {
    "ambassador": ("envoy", "diplomat"),
    "minister": ("official", "politician"),
    "president": ("leader",),
    "premier": ("leader", "prime minister"),
    "chancellor": ("leader",),
    "secretary": ("official",),
    "chief": ("head", "executive", "boss"),
    "executive": ("boss", "chief"),
    "ceo": ("executive", "boss", "chief"),
    "mayor": (),
    "spokesman": ("spokesperson",),
    "spokeswoman": ("spokesperson",),
    "spokesperson": (),
    "governor": ("banker",),
    "director": ("head",),
    "chair": ("chairman", "chairwoman", "chairperson", "head"),
    "chairman": ("chair", "chairperson", "head"),
    "chairwoman": ("chair", "chairperson", "head"),
    "commissioner": ("official",),
    "senator": ("lawmaker",),
    "negotiator": ("envoy",),
    "envoy": ("diplomat",),
    "councillor": (),
    "councilman": (),
    "councilwoman": (),
    "coordinator": (),
    "leader": (),
    "head": ("chief",),
    "undersecretary": ("official",),
    "manager": (),
    "economist": (),
    "professor": ("academic",),
    "rector": (),
    "lawyer": ("counsel",),
    "judge": (),
    "banker": (),
    "founder": (),
    "owner": (),
    "captain": (),
    "officer": (),
    "analyst": (),
    "delegate": (),
    "adviser": (),
    "treasurer": (),
    "auditor": (),
    "editor": (),
    "bishop": (),
    "farmer": (),
    "grower": (),
    "fisherman": (),
    "resident": (),
    "teacher": (),
    "nurse": (),
    "mediator": (),
    "organiser": (),
    "representative": (),
    "official": (),
    "engineer": (),
    "scientist": (),
    "researcher": (),
    "observer": (),
    "trustee": (),
    "inspector": (),
    "deputy": (),
    "member": (),
    "clerk": (),
    "solicitor": (),
    "witness": (),
}
ROLE_WORDS = frozenset(_SYNONYMS)
_ROLE = re.compile(r"\b(?:" + "|".join(sorted(ROLE_WORDS)) + r")\b", re.IGNORECASE)
_APPOSED = re.compile(r",\s+(?P<role>[^,.;:()“”\"\n—–]{3,100})(?=[,.;:()“”\"\n—–]|$)")
_BEFORE = re.compile(r"(?:\b(?:the|its|a|an|their|our|his|her)\s+|[’']s\s+)(?P<role>[^,.;:()“”\"\n—–]{3,80}?),?\s+$", re.IGNORECASE)
_LEADS = re.compile(r",?\s+who\s+(?P<verb>leads|heads|chairs|runs|represents|led|chaired|headed|owns|founded)\s+(?P<body>[^,.;:()“”\"\n]{3,80})")
_BODY = re.compile(r"\b(?:of|at|for|from|to|with)\s+(?:the\s+)?(?P<body>(?:[A-Z][\w’'&.-]*)(?:\s+(?:of|for|and|the|on|[A-Z][\w’'&.-]*))*)")
_POSSESSED = re.compile(r"(?P<body>[A-Z][\w&.-]*(?:\s+[A-Z][\w&.-]*)*)[’']s\s+$")


@dataclass(frozen=True, slots=True)
class Role:
    """What the words beside a name tell.

    Attributes:
        words: The role as the document gives it, without the article.
        state: Name of the state whose adjective it holds.
        body: The body it names.
    """

    words: str
    state: str | None
    body: str | None


def role_beside(text: str, start: int, end: int) -> Role | None:
    """The role in apposition to the name at text[start:end]: `X, the Bolivian minister of water`, `the mayor, X`."""
    match = _APPOSED.match(text, end)
    if match and _ROLE.search(match.group("role")) and not re.match(r"(?:who|which|and|said|told)\b", match.group("role")):
        words = re.sub(r"^(?:the|a|an|its|their|our)\s+", "", match.group("role").strip(), flags=re.IGNORECASE)
        words = re.split(r"\s+(?:said|told|added|who|which|and (?:the|a)\b)", words)[0]
        if len(words.split()) <= 12:
            return _role(words, None)
    match = _LEADS.match(text, end)
    if match:
        return Role(f"{match.group('verb')} {match.group('body')}".strip(), None, _strip_article(match.group("body")))
    window = text[max(0, start - 110) : start]
    match = _BEFORE.search(window)
    if match:
        words = match.group("role").strip()
        last = words.split()[-1].lower() if words.split() else ""
        if last in ROLE_WORDS and len(words.split()) <= 9:
            owner = _POSSESSED.search(window[: match.start("role")])
            return _role(words, owner.group("body") if owner else None)
    return None


def _role(words: str, body: str | None) -> Role:
    state = next((s.name for word in words.split() if (s := state_by_adjective(word))), None)
    match = _BODY.search(words)
    return Role(" ".join(words.split()), state, body or (match.group("body") if match else None))


def _strip_article(words: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", words.strip(), flags=re.IGNORECASE)


def role_head(words: str) -> set[str]:
    """The role nouns of a phrase ("the envoy", "Bolivian minister of water"), with those that may stand for them."""
    heads = {match.group().lower() for match in _ROLE.finditer(words)}
    return heads | {other for head in heads for other in _SYNONYMS[head]}
