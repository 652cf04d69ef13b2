"""What a bare number counts: "paying passengers", the dead of "killed 23", the seats of "will seat 650"."""

from __future__ import annotations

import re
from typing import Final

from summariser.grounding.quantities import quantities
from summariser.grounding.wordforms import stem
from summariser.note.acts import one_word
from summariser.note.words import content_stems

__all__ = ["HUMAN", "groups_of", "is_share_of", "same_things", "things_of"]

_STOP: Final = frozenset(
    """in on at by for from to and or per a an than with of is are was were be been has have had will would shall can
    could may might must do does did but that which who whose where when while as if so not no it its they their he she
    we i you this these those since until till after before into over under up out off down about through during
    against between among within without around across per each every more less fewer only alone now today then there
    here again already still yet also too both all most half took take takes got get gets came come comes went go goes
    gave give gives made make makes ran run runs lost lose loses won left leave leaves lay lie fell rose stood stand
    voted signed crossed moved died drowned lived live lives work works worked killed injured hurt seen found""".split()
)
HUMAN: Final = frozenset(
    map(
        one_word,
        content_stems(
            "people persons person men women refugees residents inhabitants visitors villagers"
            " citizens individuals humans migrants newcomers arrivals evacuees souls heads guests"
            " spectators demonstrators protesters marchers participants"
        ),
    )
)
_SAME_THINGS: Final = """
    jobs posts positions workers employees staff hires vacancies workforce personnel labourers
    homes houses flats dwellings apartments households families units residences housings
    pupils students learners schoolchildren children
    seats places spectators chairs
    trees saplings seedlings
    deaths victims fatalities dead killed
    injured wounded casualties
    cars vehicles automobiles lorries trucks
    doses shots jabs vials injections vaccinations
    villages settlements hamlets communities
    shops stores branches outlets supermarkets
    buses coaches minibuses
    sailings crossings trips departures services journeys
    complaints objections submissions responses
    signatures signatories
    turbines windmills
    beds patients
    visitors guests tickets spectators attendees tourists
    ships vessels boats ferries
    officers policemen constables
    soldiers troops peacekeepers
    doctors physicians medics
    lanes carriageways
    storeys floors levels
    stations stops halts
    panels modules
    samples specimens
    objects items pieces artefacts exhibits works paintings
    files records documents folders
    plots parcels lots
    farmers growers smallholders herders
    members subscribers
    carriages coaches wagons
    bags sacks
    goats sheep animals cattle cows head
    hours
"""
_THING_GROUPS: Final = {
    one_word(stem(word)): frozenset(
        number for number, line in enumerate(_SAME_THINGS.splitlines()) if word in line.split()
    )
    for word in _SAME_THINGS.split()
}
_COLLECTIVE: Final = frozenset(
    "people men women children staff crew personnel police livestock cattle sheep fish "
    "percent feet teeth media aircraft spacecraft".split()
)
_COUNTED_BY: Final = {
    stem(verb): one_word(stem(noun))
    for verb, noun in (
        ("seats", "seats"), ("seat", "seats"), ("seating", "seats"), ("employs", "workers"), ("employ", "workers"),
        ("employing", "workers"), ("killed", "deaths"), ("killing", "deaths"), ("kills", "deaths"),
        ("injured", "injured"), ("injuring", "injured"), ("wounding", "injured"), ("wounded", "injured"),
    )
}  # fmt: skip
_COUNTING_VERB: Final = re.compile(
    r"\b(?P<verb>seats?|seating|employ(?:s|ing)?|kill(?:s|ed|ing)|injur(?:ed|ing)|wound(?:ed|ing))\s+(?:for\s+|"
    r"to\s+)?"
    r"(?:(?:about|around|some|nearly|almost|over|at\s+least|up\s+to|more\s+than)\s+)?$",
    re.IGNORECASE,
)
_FATES: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), one_word(stem(fate)))
    for pattern, fate in (
        (
            r"\b(?:dead|died|dies|die|deaths?|killed|drowned|perished|lost (?:their|his|her) li(?:fe|ves)|fatal\w*)\b",
            "deaths",
        ),
        (r"\b(?:injur\w+|wounded|hurt)\b", "injured"),
        (r"\b(?:missing|unaccounted)\b", "missing"),
        (r"\b(?:arrest\w*|detain\w*)\b", "arrested"),
    )
)
_SHARE_OF: Final = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|our|their|all)\s+)?(?:\w+['’]s\s+)?")
_CLAUSE_END: Final = re.compile(r"[,;.]\s|\s[–—-]\s|\s(?:and|but|although|while)\s")
_JOINED: Final = re.compile(r"-(?P<noun>[a-z]{3,14})\s+[a-z]")
_LABEL: Final = re.compile(r"^(?P<label>[^\W\d_][\w’' ()/-]{2,48}):\s*(?:\w+\s){0,2}$")
_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
_SCALED: Final = re.compile(r"(?:illions?|trillion)$")
_REST: Final = re.compile(r"[\s-]+((?:[^\W\d_][\w’'-]*[ -]?){1,5})")


def same_things(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two numbers count the same, by the stems of what they count, the noun last."""
    if not mine or not theirs:
        return False
    if mine[-1] in theirs or theirs[-1] in mine or (mine[-1] in HUMAN and theirs[-1] in HUMAN):
        return True
    return not groups_of(mine).isdisjoint(groups_of(theirs))


def groups_of(things: tuple[str, ...]) -> frozenset[int]:
    """Numbers of the groups of words for the same thing that a noun is in."""
    return _THING_GROUPS.get(things[-1], frozenset()) if things else frozenset()


def is_share_of(between: str) -> bool:
    """Whether the words between two numbers make the first a part of the second: "of the country's"."""
    return bool(_SHARE_OF.fullmatch(f"{between.rstrip()} "))


def things_of(text: str, at: int, end: int) -> tuple[str, ...]:
    """Stems of what a bare number counts, or of what became of the people it counts."""
    things = _things(text, at, end)
    if not things or things[-1] in HUMAN:
        return _fate(_CLAUSE_END.split(text[end:], maxsplit=1)[0], text[:at]) or things
    return things


def _things(text: str, at: int, end: int) -> tuple[str, ...]:
    """Stems of what a bare number counts: of "212,000 paying passengers in 2023" those of "paying passengers"."""
    after = text[end : end + 90]
    if share := _SHARE_OF.match(after):
        after = after[share.end() :]
        of = quantities(after)[:1]
        after = " " + (after[len(of[0].text) :] if of and after.startswith(of[0].text) else after)
    rest = _REST.match(after)
    scaled = bool(_SCALED.search(text[at:end]))
    words: list[str] = []
    if joined := _JOINED.match(text[end : end + 40]):
        return tuple(one_word(one) for one in content_stems(joined["noun"]))
    for word in rest[1].replace("-", " ").split() if rest else ():
        lower = word.lower().strip("’'")
        if lower in _STOP or (word[0].isupper() and not words):
            break
        words.append(lower)
        if _is_plural(lower) or scaled:
            break
    else:
        if words and not any(map(_is_plural, words)):
            words = []
    if words and not scaled and not _is_plural(words[-1]):
        words = [] if not any(map(_is_plural, words)) else words
    if not words and (verb := _COUNTING_VERB.search(text[max(0, at - 40) : at])):
        return (_COUNTED_BY[stem(verb["verb"].lower())],)
    if not words:
        label = _LABEL.match(text[:at])
        named = [word.lower() for word in _WORD.findall(label["label"])] if label else []
        words = ([word for word in named if _is_plural(word)] or named[-1:])[:1]
    return tuple(one_word(min(stems)) for word in words if (stems := content_stems(word)))


def _fate(after: str, before: str) -> tuple[str, ...]:
    """What became of people of whom a clause gives the number."""
    lead = _CLAUSE_END.split(before)[-1]
    fates = [name for pattern, name in _FATES if pattern.search(after) or pattern.search(lead)]
    return (fates[0],) if len(fates) == 1 else ()


def _is_plural(word: str) -> bool:
    return word in _COLLECTIVE or (word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3)
