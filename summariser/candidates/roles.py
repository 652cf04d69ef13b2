"""The function of a person, told by the words beside the name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summariser.candidates.lexicon import BODY_NOUNS, ORGANISATION_WORDS, TITLE_MODIFIERS
from summariser.candidates.role_words import ROLE_WORDS, role_head
from summariser.candidates.states import state_by_adjective, state_by_name

__all__ = ["ROLE_WORDS", "Role", "is_role", "owner_before", "role_beside", "role_head"]


_BOUND = r",.;:()“”\"—–"
_BRACKETED = re.compile(r"\s*\((?P<role>[^()]{3,60})\)")
_APPOSED = re.compile(rf",\s+(?P<role>[^{_BOUND}]{{3,110}})(?=[{_BOUND}]|$)")
_OCCUPIED = re.compile(r",\s+an?\s")
_DASH_BEHIND = re.compile(r"\s*[—–]")
_TRADE = re.compile(r"[a-z]{2,20}(?:ologist|ician|ographer|iatrist|onomist|ometrist|ologian)")
_DASHED = re.compile(r"\s*[—–]\s*$")
_COPULA = re.compile(
    rf"(?:\s+of\s+(?:the\s+)?[A-Z][\w-]*(?:\s[A-Z][\w-]*){{0,3}})?\s+(?:is|was|remains|remained|became|"
    rf"serves\s+as|served\s+as)\s+(?:also\s+)?(?:its\s+|the\s+|an?\s+)?(?P<role>[^{_BOUND}]{{3,110}})"
)
_LEADS = re.compile(
    rf"(?:,?\s+who\s+|\s+(?=leads\b|heads\b|chairs\b|speaks\b))(?:now\s+|also\s+)?(?P<verb>leads|heads|chairs|"
    rf"runs|represents|led|chaired|"
    rf"headed|owns|founded|negotiated|speaks|spoke|"
    rf"(?:[\w\s]{{1,40}}\sand\s)?now\s+chairs)\s+(?P<object>[^{_BOUND}]{{3,110}})"
)
_DETERMINER = re.compile(
    r"\b(?:the|its|an?|their|our|my|his|her|then|old)\s+|\b(?:said|says|added|adds)\s+(?!(?:the|its|an?|their|our|my|his|her|then)\s)|(?<=\w\s)\band\s+(?:his|her|its|their|the)\s+|(?<=[’']s)\s+|(?<=s[’'])\s+|^\s*|(?<=[“\"(])|\band\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:(?:said|told|added|says|asked|wrote|replied|who|which|whose|that|since|because|when|while|where|as|"
    r"but|is|was|has|had|"
    r"will|signed|made|gave|holds?)\b|and\s+(?:no|not|the|an?|her|his|is|was|has|who|said|told|added|Mr|Mrs|Ms|"
    r"Dr|Sir|Dame|Lord|Lady|Prof)\b|in\s+\d{4}|on\s+the\s+matter)"
)
_FRONT = re.compile(r"\s+(?:of|for|at|in|to|from|with|on|de)\s+|\s*,\s*")
_ARTICLE = re.compile(
    r"^(?:the|an?|its|their|our|his|her|then|now|currently|also|formerly|previously|once)\s+(?:the\s+|an?\s+)?",
    re.IGNORECASE,
)
_FRONT_NAME = re.compile(r"(?P<owner>[A-Z][\w&.’'-]*(?:\s+(?:of\s+)?[A-Z][\w&.’'-]*){0,6})[’']?s?\s+[a-z]")
_COMPOUND = re.compile(
    r"(?P<role>[A-Z][\w&.’'-]*(?:\s+(?:of\s+)?[A-Z][\w&.’'-]*){0,7}\s+(?:(?!and\b)[a-z-]+\s+){0,3}[a-z-]+)\s*,?\s+$"
)
_BODY = re.compile(
    r"\b(?:of|at|for|to|with)\s+(?:the\s+)?(?:[a-z-]{2,20}\s+){0,2}(?P<body>[A-Z][\w’'‘&.-]*(?:\s+(?:of|for|and|"
    r"the|on|&|del|de|[A-Z][\w’'‘&.-]*)){0,12})"
)
_OWNER = re.compile(
    r"(?:(?:\b[Tt]he\s+)?(?P<noun>[a-z][\w-]*(?:\s[a-z][\w-]*)?)|"
    r"(?P<name>[A-Z][\w&.‘ʻ-]*(?:\s+(?:[A-Z][\w&.‘ʻ-]*|of|the)){0,8}))(?:[’']s|(?<=s)[’'])\s*$"
)
_CLAUSE = re.compile(
    r"(?<![A-Z])[.;:()“”\"—–](?:\s|$)|(?<=\w),\s+(?=(?:the|its|an?|their)\s)"
    r"|(?<=\w),\s+(?=[a-z][a-z-]*(?:\s[a-z-]+){0,2}\s+$)"
)
_OPENED = re.compile(r"(?<=\w)\s*\($")
_CAPITALS_BEFORE = re.compile(r"(?:[A-Z][\w’'-]*\s+){1,5}$")
_RETIRED = re.compile(r"\s*\((?:rtd|retd|ret|retired|acting|emeritus|emerita)\.?\)\s*$", re.IGNORECASE)
_LATE = re.compile(r"(?:\b(?:the|late|a|old|one)\s+)+$")
_IS = re.compile(r"\s(?:is|was)\s+$")
_OPEN_END = re.compile(r"\b(?:of|for|at|in|to|from|with|by|on|and|or)$")
_WINDOW = 130
_LONGEST_FRONT = 7
_LONGEST_ROLE = 14
_NO_FRONT = re.compile(
    r"[A-Z][\w-]+\s+[A-Z](?!xecutive|resident|irector|fficer|hair|ounder|anager|ecretary|inister)[\w-]+\s+and\s+[a-z]|"
    r"\b(?:sat|stood|spoke|came|went|joined|met)\b|^(?:and|or|but|nor)\b|[’']s\b|[a-z]s[’']\s|\b(?:(?i:the|an?|its|said|told|is|was|has|had|have|will|that)|[Ww]ho|"
    r"(?i:which|and\s+no|not|than|by|he|she|they|you)|[Ii]t|[Ww]e)\b",
)


@dataclass(frozen=True, slots=True)
class Role:
    """What the words beside a name tell.

    Attributes:
        words: The role as the document gives it, without the article.
        state: Name of the state whose adjective it holds.
        body: The body it names ("Wendle Water"), or the possessive before it ("its", "the union").
    """

    words: str
    state: str | None
    body: str | None


def is_role(words: str) -> bool:
    """Whether a phrase names a function: its noun, before any `of` or `for`, is one for what a person does."""
    front = _FRONT.split(words.strip(), maxsplit=1)[0].split()
    if not front or len(front) > _LONGEST_FRONT:
        return False
    if front[-1].casefold() not in ROLE_WORDS and not _TRADE.fullmatch(front[-1]):
        return _with_portfolio(words)
    return not _NO_FRONT.search(_ARTICLE.sub("", " ".join(front)))


def _with_portfolio(words: str) -> bool:
    """`Director Infrastructure`, `Manager Community Services`: an office before what it is for, all in capitals."""
    parts = words.split()
    offices = [i for i, part in enumerate(parts) if part.casefold() in ROLE_WORDS and part[0].isupper()]
    at = offices[-1] if offices else len(parts)
    behind = [part.rstrip(",") for part in parts[at + 1 :] if part not in {"and", "&"}]
    return bool(behind) and all(part in TITLE_MODIFIERS | ORGANISATION_WORDS for part in [*parts[:at], *behind])


def role_beside(text: str, start: int, end: int, *, begin: int = 0, stop: int | None = None) -> Role | None:
    """The function told beside a name: `X (Chair)`, `X, the minister of water`, `the mayor, X`.

    Args:
        text: The whole text.
        start: Where the name begins, titles included.
        end: One past the name.
        begin: Where the sentence begins.
        stop: One past its end; None for the end of the text.
    """
    after = _after(text, end, len(text) if stop is None else stop)
    if after is not None and after.body is None and _OCCUPIED.match(text, end):
        before = _before(text, start, end, begin)  # "its member Ann Lee, an engineer, …"
        return before if before is not None and before.body else after
    return after or _before(text, start, end, begin)


def _after(text: str, end: int, stop: int) -> Role | None:
    match = _BRACKETED.match(text, end, stop)
    if match and is_role(match["role"]):
        return _role(match["role"], None)
    match = _APPOSED.match(text, end, stop)
    if match and not match["role"].startswith("then "):
        words = _shorten(match["role"])
        owner = _OWNER.search(words[: _front_start(words)])
        if is_role(words) or is_role(words[_front_start(words) :]):
            return _role(words, _owner_words(owner))
    match = _COPULA.match(text, end, stop)
    if match and is_role(_shorten(match["role"])):
        return _role(_shorten(match["role"]), None)
    match = _LEADS.match(text, end, stop)
    if match:
        verb = match["verb"].split()[-1]
        words = _shorten(f"{verb} {' '.join(match['object'].split())}")
        state = _state(words)
        if verb in ("founded", "owns"):
            return Role(words, None, None)
        return Role(words, state, _body(words) or _ARTICLE.sub("", words.split(maxsplit=1)[-1]))
    return None


def _front_start(words: str) -> int:
    """Where the function begins behind a possessive: `Daon's president`."""
    match = re.search(r"(?:[’']s|s[’'])\s+", words)
    return match.end() if match else 0


def _before(text: str, start: int, end: int, begin: int) -> Role | None:
    window = _LATE.sub("", text[max(begin, start - _WINDOW) : start])
    if retired := _RETIRED.search(window):  # "Lady Justice (rtd) Ada Noor"
        titled = _CAPITALS_BEFORE.search(window[: retired.start()] + " ")
        return _role(titled.group(), None) if titled and is_role(titled.group()) else None
    if (opened := _OPENED.search(window)) and text[end : end + 1] in {")", ","}:  # "The Chair (Mr Ito): …"
        window = window[: opened.start()] + ", "
    if _DASHED.search(window) and _DASH_BEHIND.match(text, end):
        window = _DASHED.sub(", ", window)  # "Orla's manager — Ann Lee — …"
    if not window.strip() or window[-1] not in " \n\t":
        return None
    copula = _IS.search(window)
    if copula is not None:
        window = window[: copula.start()] + " "
    clause = max((bound.end() for bound in _CLAUSE.finditer(window)), default=0)
    phrase = window[clause:]
    return None if "\n\n" in phrase else _in_front(phrase, apposed=window.rstrip().endswith(","))


def _in_front(phrase: str, *, apposed: bool) -> Role | None:
    """The function that a phrase right before a name ends with; a comma between them is apposition."""
    for determiner in _DETERMINER.finditer(phrase):
        words = phrase[determiner.end() :].strip(" \n\t,")
        if not is_role(words) or len(words.split()) > _LONGEST_ROLE or "," in words:
            continue
        if _OPEN_END.search(words) or (not apposed and _names_body(words)):
            return None
        lead = phrase[: determiner.start()] if determiner.group().isspace() else phrase[: determiner.end()]
        owner = _owner_words(_OWNER.search(lead.rstrip())) or _own_pronoun(determiner.group())
        return _role(words, owner, possessive=_OWNER.search(lead.rstrip()))
    compound = _COMPOUND.search(phrase)
    if compound and compound["role"].split()[-1] in ROLE_WORDS and "," not in phrase[-2:]:
        return _role(compound["role"], None)
    return None


def _names_body(words: str) -> bool:
    """`the director of the charity` before a name: the name is the charity's."""
    last = words.rsplit(maxsplit=1)[-1].casefold()
    return last in BODY_NOUNS and last not in ROLE_WORDS


def owner_before(text: str, start: int) -> str | None:
    """Words for the owner in a possessive that ends where a function begins: "Wendle Water", "the union", "its"."""
    window = text[max(0, start - _WINDOW) : start].rstrip()
    pronoun = re.search(r"\b(?:its|their)$", window)
    return pronoun.group() if pronoun else _owner_words(_OWNER.search(window))


def _own_pronoun(word: str) -> str | None:
    word = word.strip().casefold()
    return word if word in {"its", "their"} else None


def _owner_words(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    return match["name"] or f"the {match['noun']}"


def _role(words: str, owner: str | None, *, possessive: re.Match[str] | None = None) -> Role:
    words = " ".join(_ARTICLE.sub("", words.strip()).split())
    state = _state(words)
    body = _body(words) or _compound(words)
    if possessive is not None:
        words = f"{_ARTICLE.sub('', ' '.join(possessive.group().split()))} {words}"
    return Role(words, state, owner or body)


def _state(words: str) -> str | None:
    """The state whose adjective a function holds: "South Korean foreign minister"."""
    parts = words.split()
    pairs = [" ".join(parts[i : i + 2]) for i in range(len(parts) - 1)]
    named = next((s.name for word in (*pairs[:1], *parts[:1]) if (s := state_by_name(word))), None)
    told = (s.name for word in (*pairs, *parts) if not state_by_name(word) and (s := state_by_adjective(word)))
    return named or next(told, None)


def _compound(words: str) -> str | None:
    """The body in front of a function: "Rail Union general secretary"."""
    match = _FRONT_NAME.match(words)
    owner = match["owner"] if match else ""
    portfolio = all(word in TITLE_MODIFIERS for word in owner.split())  # "Finance minister"
    return None if portfolio or state_by_adjective(owner) else owner


def _body(words: str) -> str | None:
    found = [match["body"] for match in _BODY.finditer(words)]
    return found[-1] if found else None


def _shorten(words: str) -> str:
    """The phrase up to where something else is told: "no relation", a relative clause, a verb."""
    folded = " ".join(words.split())
    cut = _TAIL.search(folded)  # also before "and Sir David …"
    return folded[: cut.start()] if cut else folded
