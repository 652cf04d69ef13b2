"""A run of capitals read as title and name: `US Ambassador to Peru Ann Lee`, `Governor of the Bank of Chad`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summariser.candidates.bodies_and_states import names_thing, read_plain
from summariser.candidates.capitals import Word, cut
from summariser.candidates.lexicon import HONORIFICS, ORGANISATION_WORDS, POLITIES, RANKS, TITLE_HEADS, TITLE_MODIFIERS
from summariser.candidates.mentions import Mention
from summariser.candidates.occupations import opens_with_occupation
from summariser.candidates.ordinary import is_ordinary
from summariser.candidates.runs import is_body
from summariser.candidates.states import state_by_adjective, state_by_name

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_run"]

_OF = frozenset({"of", "for", "to", "on", "in", "and", "the"})
_BEHIND = frozenset({"of", "for", "to", "on", "in"})
_SURNAMES_TOO = frozenset(
    "King Prince Dean Bishop Pope Baron Marshal Constable Warden Major Master Provost Cardinal Chancellor Head".split()
)
_BODIES_TOO = frozenset(
    "Power House Church Steel Court Bank Press Trust Mission Service Water Park".split()
)  # and surnames
_PORTFOLIOS_TOO = frozenset(
    "Field Ward Field Land Rail Talent Young Junior Lead Road Banks Day Street Wood Police".split()
)
_OF_PLACES = frozenset("Mayor Governor Bishop Archbishop".split())
_OF_PEOPLE = frozenset(
    "Office Council Committee Association Board Society Union Federation Institute Court League".split()
)
_NOBODY = frozenset("Members States Countries Nations Parties Delegates Colleagues Friends".split())
_GOVERNING = frozenset("Minister Secretary Undersecretary".split())
_NAMES_TOO = frozenset("Sheikh Shaikh Shaykh Sheikha Sayed Sayyid Imam Sardar Begum Pandit Pastor Haji Bibi".split())
_MOST_NAMES_BEFORE = 2
_LONGEST_NAME = 6  # words
_LONGEST_STATE = 4


def read_run(text: str, run: list[Word]) -> Iterator[Mention]:
    """The names in a run, offsets in the sentence."""
    if state_by_name(cut(text, run)):
        yield from read_plain(text, run)
        return
    honorifics = [i for i, token in enumerate(run) if token.among(HONORIFICS)]
    if honorifics and honorifics[-1] + 1 < len(run):
        yield from _with_honorific(text, run, honorifics[-1])
        return
    if names_thing(run):
        yield from read_plain(text, run)
        return
    heads = [i for i, token in enumerate(run) if _head(token)]
    if not heads and opens_with_occupation(run):
        yield _mention(text, run[1:], kind="person", role=run[0].text, full=run[0].start)
        return
    if not heads or _is_name_of_body(run, heads[0]):
        yield from read_plain(text, run)
        return
    yield from _with_title(text, run, heads[0])


def _head(token: Word) -> bool:
    return token.among(TITLE_HEADS) or token.among(RANKS) or _plural(token)


def _plural(token: Word) -> bool:
    return token.text.endswith("s") and (token.text[:-1] in TITLE_HEADS or token.text[:-1] in HONORIFICS)


def _with_honorific(text: str, run: list[Word], at: int) -> Iterator[Mention]:
    name = run[at + 1 :]
    first = at
    while first > 0 and run[first - 1].among(HONORIFICS):
        first -= 1
    before = run[:first]
    if run[at].plain in _NAMES_TOO and _given_before(before):
        yield _mention(text, run, kind="person")
        return
    leads = _head(name[0]) or name[0].among(TITLE_MODIFIERS)
    if leads and any(_head(token) for token in name):
        yield _mention(text, name, office=True)
        return
    if len(name) == 1 and name[0].text in _NOBODY:
        return  # "Honourable Members" are nobody by name
    if name[-1].among(ORGANISATION_WORDS - _BODIES_TOO):
        yield from read_plain(text, run)
        return
    titled = bool(before) and any(_head(token) for token in before)
    if before and not titled:
        yield from read_plain(text, before)
    ranked = any(token.among(RANKS) for token in run[first : at + 1])
    rank = cut(text, run[first : at + 1]) if ranked else None
    yield _mention(
        text,
        name,
        kind="person",
        role=cut(text, before) if titled else rank,
        honorific=run[at].text,
        state=_adjective(before) if titled else None,
        full=(run[0] if titled else run[first]).start,
    )


def _given_before(before: list[Word]) -> bool:
    """Whether the words before an honorific are a person's own names: `Farah Sheikh Nur`."""
    return 0 < len(before) <= _MOST_NAMES_BEFORE and not any(
        _head(word)
        or word.upper
        or word.ends_name
        or word.among(ORGANISATION_WORDS | TITLE_MODIFIERS | HONORIFICS)
        or word.text.casefold() in _OF
        or is_ordinary(word.text)
        or state_by_adjective(word.text)
        for word in before
    )


def _is_name_of_body(run: list[Word], head: int) -> bool:
    """`Office of the President`, `Queen Anne Hospital`: the office is part of a body's name."""
    body = next((i for i, token in enumerate(run) if token.among(ORGANISATION_WORDS)), None)
    if body is None:
        return False
    if body < head and run[body].among(_OF_PEOPLE) and run[body + 1].text.casefold() in _OF:
        behind = head + 1
        while behind < len(run) and _head(run[behind]):
            behind += 1
        return behind == len(run) or run[behind].text.casefold() in _OF
    if body < head and any(token.text.casefold() in _OF for token in run[body:head]):
        start = head
        while start > 0 and run[start - 1].among(TITLE_MODIFIERS):
            start -= 1
        return (start > 0 and run[start - 1].text.casefold() in _OF) or not is_body(run[:start])
    if any(token.text.casefold() in _OF for token in run[head:]):
        return False
    last = run[-1]
    if not last.among(ORGANISATION_WORDS):
        return False
    named = (
        len(run) - head > 2
        and last.plain in _BODIES_TOO
        and run[head].plain not in {"King", "Queen", "Prince", "Princess"}
    )
    return not named


def _with_title(text: str, run: list[Word], head: int) -> Iterator[Mention]:
    start, end = _bounds(text, run, head)
    prefix = run[:start]
    after = end + 1
    if after < len(run) and run[after].text.casefold() in _OF:
        after = _behind_of(run, after)
    name = run[after:]
    if name and len(name) > sum(map(_person_word, name)) and all(map(_portfolio, name)):
        yield _mention(text, run[start:], state=_adjective(run[start:after]), office=True)  # `Director Infrastructure`
        return
    surname = prefix and not name and after == end + 1 and run[head].plain in _SURNAMES_TOO
    if surname or not _can_be_name(name, run[: head + 1]):
        yield from read_plain(text, run)
        return
    if prefix and (len(prefix) > 1 or not run[end].among(_GOVERNING) or prefix[0].upper or is_body(prefix)):
        yield from read_plain(text, prefix)
    yield from _inside(text, run[end + 1 : after], placed=run[end].among(_OF_PLACES))
    plural = _plural(run[end])
    title = cut(text, run[:after])
    owner = cut(text, prefix) if prefix else None
    state = _adjective(run[start:after])
    if not name:
        if not plural or start == end:
            yield _mention(text, run[start:after], state=state, owner=owner, office=True)
        return
    role = f"{cut(text, run[: end + 1])[:-1]}" if plural else title
    yield _mention(text, name, kind="person", role=role, state=state, full=run[0].start, owner=owner)


def _portfolio(word: Word) -> bool:
    """Whether a word can tell what somebody is in charge of: "Infrastructure", "Community Services"."""
    return word.text in {"and", "&", "of", "for"} or word.among(TITLE_MODIFIERS | ORGANISATION_WORDS)


def _person_word(word: Word) -> bool:
    """Whether a word can as well be a surname or a first name."""
    return word.among(_BODIES_TOO) or word.plain in _PORTFOLIOS_TOO


def _bounds(text: str, run: list[Word], head: int) -> tuple[int, int]:
    """First and last word of the title around a noun of office."""
    start, end = head, head
    while start > 0 and (_modifies(run, start - 1, head) or _adjective([run[start - 1]])):
        start -= 1
        if start > 1 and run[start - 1].text == "and" and run[start - 2].among(TITLE_MODIFIERS):
            start -= 2
    while end + 1 < len(run) and (_head(run[end + 1]) or _another(run, end + 1)):
        end += 1
    for size in (3, 2):
        if start >= size and state_by_adjective(cut(text, run[start - size : start])):
            start -= size
    return start, end


def _can_be_name(name: list[Word], title: list[Word]) -> bool:
    """Whether words behind a title can be a person's: not "States" of "Member States", "Mills" of "General Mills"."""
    company = len(title) == 1 and title[0].plain == "General" and len(name) == 1
    return len(name) <= _LONGEST_NAME and not company and not (len(name) == 1 and name[0].text in _NOBODY)


def _modifies(run: list[Word], at: int, head: int) -> bool:
    """Whether a word belongs to the title behind it, and not to a body before it (`Hale Media Group CEO`)."""
    if not run[at].among(TITLE_MODIFIERS):
        return False
    of_body = at > 0 and run[at].among(ORGANISATION_WORDS) and not run[at - 1].among(TITLE_MODIFIERS)
    return run[head].among(_GOVERNING) or not of_body


def _another(run: list[Word], at: int) -> bool:
    """Whether a noun of office follows the title words from `at` on: `Deputy Prime Minister`."""
    if not run[at].among(TITLE_MODIFIERS):
        return False
    first = at
    while at < len(run) and run[at].among(TITLE_MODIFIERS):
        if _head(run[at]) and run[at].among(TITLE_HEADS) and at + 1 < len(run) and _head(run[at + 1]):
            return True
        at += 1
    last = at < len(run) and run[at].text.casefold() in _OF and any(_head(word) for word in run[first:at])
    return last or (at < len(run) and _head(run[at]))


def _behind_of(run: list[Word], at: int) -> int:
    """Where the person's name begins behind `Minister of …`, or the end of the run."""
    last = max(i for i in range(at, len(run)) if run[i].text.casefold() in _OF)
    if last + 1 >= len(run):
        return len(run)
    for length in range(min(_LONGEST_STATE, len(run) - last - 1), 0, -1):
        if state_by_name(" ".join(token.text for token in run[last + 1 : last + 1 + length])):
            return last + 1 + length
    bodies = [i for i in range(last + 1, len(run)) if run[i].among(ORGANISATION_WORDS - _BODIES_TOO)]
    if bodies:
        return bodies[-1] + 1
    return len(run) - 2 if len(run) - last > 3 else len(run)


def _inside(text: str, tokens: list[Word], *, placed: bool) -> Iterator[Mention]:
    """States and bodies named in a title behind `of`, and the town of a mayor."""
    part: list[Word] = []
    for token in [*tokens, None]:
        if token is not None and (
            token.text.casefold() not in _BEHIND
            or (is_body(part) and token.text != "to" and not all(map(_portfolio, part)))
        ):
            part.append(token)
            continue
        while part and part[0].text.casefold() in {"the", "and"}:
            part = part[1:]
        polity = len(part) > 2 and part[0].among(POLITIES)
        named = part and (
            polity or state_by_name(cut(text, part)) or is_body(part) or any(c.isdigit() for c in part[0].text)
        )
        if part and (placed or named) and not (len(part) > 1 and all(map(_portfolio, part))):
            yield from read_plain(text, part)
        part = []


def _adjective(tokens: list[Word]) -> str | None:
    pairs = (f"{left.text} {right.text}" for left, right in pairwise(tokens))
    words = (*pairs, *(token.text for token in tokens))
    return next((state.name for word in words if (state := state_by_adjective(word))), None)


def _mention(
    text: str,
    tokens: list[Word],
    *,
    kind: str | None = None,
    role: str | None = None,
    honorific: str | None = None,
    state: str | None = None,
    full: int | None = None,
    owner: str | None = None,
    office: bool = False,
) -> Mention:
    start, end = tokens[0].start, tokens[-1].end
    return Mention(
        start,
        end,
        text[start:end],
        "person" if kind == "person" else None,
        role,
        honorific,
        state,
        start if full is None else full,
        owner,
        office,
    )
