"""A run of capitals without a title, read as state, body, set of states, or name of unknown kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.capitals import Word, cut
from summariser.candidates.lexicon import HONORIFICS, LEGAL_FORMS, ORGANISATION_WORDS, PLACED, POLITIES, STATE_ORGANS
from summariser.candidates.mentions import KindHint, Mention
from summariser.candidates.ordinary import DEMONYMS, NO_BODIES, PLACES, THINGS, UNITS, is_ordinary, is_roman
from summariser.candidates.runs import head_of, is_body
from summariser.candidates.states import state_by_adjective, state_by_name

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["names_thing", "read_plain"]

_MONEY = frozenset("$€£¥¢₵₦₹₽₩₺₫")
_YEAR = re.compile(r"(?<![\d.,])(?:1[89]|20)\d\d\s$")  # "In 2021 Acme sold it"
_COMPOUNDED = frozenset("Afro Anglo Asia Atlantic Austro Euro Franco Indo Luso Pacific Russo Sino Turco".split())
_SIGNS = frozenset("$€£@#")
_NO_NAMES = DEMONYMS | PLACES | UNITS | NO_BODIES
_NAMED_THINGS = frozenset(
    """Cyclone Hurricane Typhoon Storm Lake Mount River Cape Fort Camp Operation Project Port Loch Lough Glen Isle
    Highway""".split()
)
_JOINS = frozenset({"of", "and", "&"})
_NO_STATES = frozenset({"Emergency", "Affairs", "Play", "War", "Siege", "Calamity", "Alert"})
_SURNAMES_TOO = frozenset(
    "Hill Hills Law West North East South Street Lane Day Case Park Lake Bridge Hall Garden Fair Tower Cape "
    "Castle Manor Market Cave Falls Springs Common Heath Moor Marsh Woods Plaza Mall Pool Baths".split()
)
_SPELLS = frozenset("Year Month Week Match Season Decade Century Night".split())
_DIRECTIONS = frozenset("North South East West".split())
_SET = re.compile(r"[A-Z]\d+(?:\+\d+)?")
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þa-z&.]{0,9}[A-ZÀ-Þ]s?")
_LONGEST_ACRONYM = 8
_INITIAL = re.compile(r"[^\W\d_]\.?")


def read_plain(text: str, run: list[Word]) -> Iterator[Mention]:
    """The names in a run that holds no title, offsets in the sentence."""
    while run and run[-1].text.casefold() in {"of", "for", "and", "the", "on", "to", "&", "in"}:
        run = run[:-1]
    if not run or (len(run) == 1 and _INITIAL.fullmatch(run[0].text)) or all(w.among(LEGAL_FORMS) for w in run):
        return
    words = " ".join(cut(text, run).split())
    state = state_by_name(words)
    name = state.name if state else _polity(run)
    if name is None and len(run) == 2 and run[1].plain in {"Side", "Party", "Delegation"}:
        side = state_by_adjective(run[0].text)
        name = side.name if side else None  # "the Uzbek Side"
    if name is not None:
        if text[run[-1].end : run[-1].end + 1] not in _MONEY:  # US$40
            yield _mention(text, run, "state", name)
    elif words in PLACES or state_by_adjective(words) or state_by_adjective(words.removesuffix("s")):
        return  # a nationality names nobody
    elif _SET.fullmatch(words):
        yield _mention(text, run, "group")
    elif names_thing(run):
        yield from _told_of(text, run)
    elif len(run) == 1 and not is_body(run):
        yield from _single(text, run[0])
    else:
        yield _body_or_unknown(text, run)


def _body_or_unknown(text: str, run: list[Word]) -> Mention:
    head = head_of(run)
    governs = (head.plain == "Government" and len(run) > 1) or (head is not run[-1] and head.among(PLACED))
    if not is_body(run) and not governs:
        return _mention(text, run, None)
    lead = state_by_adjective(run[0].text) if len(run) > 1 else None
    organ = any(word.among(STATE_ORGANS) for word in run)
    return _mention(text, run, "organisation", lead.name if lead and organ else None)


def names_thing(run: list[Word]) -> bool:
    """Whether the words name a document, an event or a place and no party: `Treaty of Lima`, `Lake Rudo`."""
    head = head_of(run)
    if len(run) > 1 and run[0].among(_NAMED_THINGS) and run[1].text.casefold() not in _JOINS and not is_body(run):
        return True
    if head is not run[-1] and run[-1].plain in _SPELLS:
        return True  # `Charity of the Year`
    if not head.among(THINGS) or head.among(ORGANISATION_WORDS):
        return False
    if head.plain in _DIRECTIONS and len(run) > 2:
        return False  # `Wheels Up North`, `Shire of Hale East`
    return not (len(run) == 2 and head is run[-1] and head.plain in _SURNAMES_TOO)


def _told_of(text: str, run: list[Word]) -> Iterator[Mention]:
    """The body or state a thing is of: `Regular Meeting of the Hale City Council`."""
    at = next((i for i, word in enumerate(run) if i and word.text.casefold() == "of"), len(run))
    tail = run[at + 1 :]
    if tail and tail[0].text.casefold() == "the":
        tail = tail[1:]
    if tail and names_thing(tail):
        yield from _told_of(text, tail)  # `Minutes of the Meeting of the Hale District`
    elif tail and (is_body(tail) or state_by_name(cut(text, tail))):
        yield from read_plain(text, tail)


def _polity(run: list[Word]) -> str | None:
    """The state of `Kingdom of Norway`, `Government of the Republic of Chad`, `British Government`, `State of Ohio`."""
    if len(run) == 2 and run[1].text == "Government":
        state = state_by_adjective(run[0].text)
        return state.name if state else None
    last = max((i for i, token in enumerate(run) if token.text.casefold() == "of"), default=0)
    if not last or not run[last - 1].among(POLITIES):
        return None
    tail = [token.text for token in run[last + 1 :] if token.text.casefold() != "the"]
    state = state_by_name(" ".join(tail))
    if state is not None:
        return state.name
    own = (
        run[last - 1].plain in {"State", "Commonwealth"}
        and last == 1
        and 0 < len(tail) <= 3
        and not set(tail) & _NO_STATES
    )
    return " ".join(token.text for token in run) if own and not is_body(run[1:]) else None


def _of_states(word: str) -> bool:
    """`US-India`, `Indo-Pacific`: an adjective."""
    parts = word.split("-")
    told = [part for part in parts if state_by_adjective(part)]
    return len(parts) > 1 and bool(told) and all(p in told or p.isupper() or p in _COMPOUNDED for p in parts)


def _single(text: str, token: Word) -> Iterator[Mention]:
    word = token.text
    counted = text[max(0, token.start - 2) : token.start - 1].isdigit() and not _YEAR.search(text[: token.start])
    if counted or _of_states(word):
        return
    if token.among(HONORIFICS) or word.isdigit() or text[token.end : token.end + 1] in _MONEY:
        return
    bare = word.rstrip(".")
    if bare in _NO_NAMES or is_roman(bare) or text[max(0, token.start - 1) : token.start] in _SIGNS:
        return
    letters = bare.replace("&", "").replace(".", "")
    if token.upper and len(letters) >= 2 and not is_ordinary(letters) and len(letters) <= _LONGEST_ACRONYM:
        yield _mention(text, [token], "organisation")
    elif token.upper:
        return
    elif _ACRONYM.fullmatch(bare) and sum(c.isupper() for c in bare) > 2:
        yield _mention(text, [token], "organisation")
    else:
        yield _mention(text, [token], None)


def _mention(text: str, tokens: list[Word], kind: KindHint | None, state: str | None = None) -> Mention:
    start, end = tokens[0].start, tokens[-1].end
    return Mention(start, end, text[start:end], kind, state=state, full_start=start)
