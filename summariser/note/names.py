"""The names of one party in one document as keys: which names are the same in any document, which only may be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from summariser.candidates import lexicon
from summariser.candidates.given_names import GIVEN_NAMES
from summariser.candidates.states import state_by_adjective, state_by_name
from summariser.note.words import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from summariser.schemas.brief import Party

__all__ = ["NameKeys", "is_acronym", "is_generic", "keys_as_body", "keys_of", "offices_of"]

Bag = frozenset[str]

_ACRONYM: Final = "acronym:"

_HONORIFICS: Final = frozenset(word.replace(".", "").lower() for word in lexicon.HONORIFICS) | {"the"}
_GIVEN_NAMES_TOO: Final = frozenset("dean king prince duke major bishop marshal baron justice pope master".split())
_TITLES: Final = frozenset(fold(word) for word in lexicon.TITLE_HEADS | lexicon.TITLE_MODIFIERS) - _GIVEN_NAMES_TOO
_OFFICES: Final = frozenset(fold(word) for word in lexicon.TITLE_HEADS)
_AFTER_NAMES: Final = frozenset("jr sr ii iii iv qc kc mp phd md esq obe cbe mbe mep".split())
_LEGAL: Final = frozenset(fold(word) for word in lexicon.LEGAL_FORMS)
_JOINERS: Final = frozenset("of for and on the to in at a an".split()) | {"&"}
_SPELLINGS: Final = {
    "defense": "defence", "labor": "labour", "center": "centre", "program": "programme", "harbor": "harbour",
    "organization": "organisation", "cooperative": "co operative", "dept": "department", "govt": "government",
    "assn": "association", "intl": "international",
}  # fmt: skip
_SILENT: Final = frozenset({"affairs"})  # "Ministry of Foreign Affairs", "Foreign Ministry"
_GENERIC: Final = frozenset(
    fold(word) for word in lexicon.BODY_NOUNS | lexicon.GENERIC_BODIES | lexicon.POLITIES | lexicon.PLACED
) | frozenset(
    """company parties party government ministry minister department agency authority embassy secretariat board
        bureau office supplier buyer seller tenant landlord lessor lessee customer client contractor employer union
        residents members member states state country countries nation city town village county leaders officials
        ministers workers staff investors donors lenders partners shareholders management operator owner national
        local federal regional public central mayor president both sides side delegation police army court union bank
        fund trust group firm corporation airport port hospital school""".split()
)
_PUBLIC: Final = frozenset(fold(word) for word in lexicon.STATE_ORGANS | lexicon.TERRITORIAL_BODIES)
_LONGEST_STATE: Final = 4
_SHORTEST_INITIALS: Final = 3


@dataclass(frozen=True)
class NameKeys:
    """How a party of one document is known.

    Attributes:
        kind: "person", "state" or "body"; parties of two kinds are never one.
        strong: Two parties that share one of these are one.
        short: The key of its own name where that alone does not tell who it is (a surname, an acronym, "the council").
        claims: Keys by which others may call it: short forms, which count where nobody else has them.
        person: First and last name, where it has both.
        bag: Words of a body's name.
        size: How much its name tells; the fullest name stands for all.
    """

    kind: str
    strong: frozenset[str]
    short: str | None
    claims: frozenset[str]
    person: tuple[str, str] | None = None
    bag: Bag = frozenset()
    size: int = 1


def keys_of(party: Party) -> NameKeys:
    """The keys of a party."""
    if party.kind == "person":
        return _person(party)
    if party.kind == "state":
        return _state(party)
    return _body(party)


def keys_as_body(party: Party, bodies: Container[str]) -> NameKeys | None:
    """The keys of a body that one document takes for a person: "Nordhav Line", where others know "Nordhav Line AS".

    Args:
        party: A person without an office.
        bodies: The strong keys of all bodies.
    """
    words = party.name.split()
    titled = words[0].lower() in _HONORIFICS or words[0] in GIVEN_NAMES
    if party.kind != "person" or party.role or titled or _key("body", _bag(party.name)) not in bodies:
        return None
    return _body(party)


def _person(party: Party) -> NameKeys:
    own = _person_words(party.name)
    strong: set[str] = set()
    claims: set[str] = set()
    for words in (own, *map(_person_words, party.aliases)):
        if len(words) > 1:
            first, last = words[0], words[-1]
            claims |= {f"surname:{last}", f"initial:{first[0]} {last}"}
            if len(first) > 1:
                strong.add(f"person:{first} {last}")
        elif words:
            claims.add(f"surname:{words[0]}")
    if len(own) == 1:
        return NameKeys("person", frozenset(strong), f"surname:{own[0]}", frozenset(claims))
    if len(own[0]) == 1:
        return NameKeys("person", frozenset(strong), f"initial:{own[0]} {own[-1]}", frozenset(claims))
    return NameKeys("person", frozenset(strong), None, frozenset(claims), (own[0], own[-1]), size=len(own))


@lru_cache(maxsize=20_000)
def _person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name, without titles and what follows a name."""
    words = fold(name.replace(".", " ")).split()
    while len(words) > 1 and words[-1] in _AFTER_NAMES:
        words.pop()
    while len(words) > 1 and (words[0] in _HONORIFICS or words[0] in _TITLES):
        words.pop(0)
    return tuple(words) or (fold(name) or name,)


def _state(party: Party) -> NameKeys:
    strong = {_state_key(party.name)}
    for alias in party.aliases:
        state = state_by_name(alias)
        if state is not None:
            strong.add(f"state:{state.name}")
        elif len(alias.split()) > 1 and not _bag(alias) <= _GENERIC:
            strong.add(_state_key(alias))
    return NameKeys("state", frozenset(strong), None, frozenset())


def _state_key(name: str) -> str:
    state = state_by_name(name)
    if state is not None:
        return f"state:{state.name}"
    bag = _bag(name)
    states = [word for word in bag if word.startswith("state:")]
    if len(states) == 1 and bag - set(states) <= _GENERIC:
        return states[0]
    return _key("land", bag)


def _body(party: Party) -> NameKeys:
    bag = _bag(party.name)
    strong, claims = {_key("body", bag)}, set(_short_forms(party.name, bag))
    for alias in party.aliases:
        other = _bag(alias)
        if len(other) > 1 and not other <= _GENERIC:
            strong.add(_key("body", other))
            claims |= set(_short_forms(alias, other))
        else:
            claims.add(_short_key(alias, other))
    common = frozenset(word for word in fold(party.name).split() if word in _GENERIC)
    if common and common != bag:  # "the regional council" of the Waitoro Regional Council
        claims.add(_key("short", common))
    # Any name may be the short form of a longer one: "Veldmark" of "Veldmark Holding".
    short = _short_key(party.name, bag)
    return NameKeys("body", frozenset(strong), short, frozenset(claims), bag=bag, size=len(bag))


def offices_of(party: Party) -> frozenset[str]:
    """The nouns of office in a person's role and aliases: "minister", "mayor"."""
    words = fold(" ".join((party.role or "", party.name, *party.aliases))).split()
    return frozenset(words) & _OFFICES


def is_generic(key: str) -> bool:
    """Whether a short form is a common noun, such as "the council"."""
    return frozenset(key.partition(":")[2].split()) <= _GENERIC


def is_acronym(key: str) -> bool:
    """Whether a short form is an acronym."""
    return key.startswith(_ACRONYM)


def _short_key(name: str, bag: Bag) -> str:
    bare = name.removeprefix("the ").removeprefix("The ").replace(".", "")
    acronym = len(bare.split()) == 1 and len(bare) > 1 and bare.isupper()
    return f"{_ACRONYM}{fold(bare)}" if acronym else _key("short", bag)


def _short_forms(name: str, bag: Bag) -> Iterable[str]:
    """What a body of this name may be called for short: by its initials, or without the state it belongs to."""
    words = [word for word in fold(name).split() if word != "the"]
    for chosen in (words, [word for word in words if word not in _JOINERS]):
        bare = chosen[:-1] if len(chosen) > 1 and chosen[-1] in _LEGAL else chosen
        for run in (chosen, bare):
            initials = "".join(word[0] for word in run)
            if len(initials) >= _SHORTEST_INITIALS:
                yield f"{_ACRONYM}{initials}"
    without = bag - _home(words, bag)
    if without != bag and len(without) > 1:
        yield _key("short", without)


def _home(words: Sequence[str], bag: Bag) -> frozenset[str]:
    """The words of a public body's name that say where it is: "Norholt" of "Norholt Ministry of Transport"."""
    found = {word for word in bag if word.startswith("state:")}
    at = next((number for number, word in enumerate(words) if word in _PUBLIC), None)
    if at is not None and at + 2 < len(words) and words[at + 1] in {"of", "for"}:
        found.update(words[:at])
        rest = words[at + 2 :]
        if "of" in rest:
            found.update(rest[len(rest) - rest[::-1].index("of") :])
    return frozenset(found)


def _key(kind: str, bag: Bag) -> str:
    return f"{kind}:{' '.join(sorted(bag))}"


@lru_cache(maxsize=20_000)
def _bag(name: str) -> Bag:
    """The words of a body's name without order, articles, legal form; states stand for their adjectives."""
    found: set[str] = set()
    words = name.replace("’s ", " ").replace("'s ", " ").split()
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST_STATE, len(words) - at), 0, -1):
            run = " ".join(words[at : at + length]).strip(",;()")
            state = state_by_adjective(run) if run[:1].isupper() and run != "The" else None
            if state is not None:
                found.add(f"state:{state.name}")
                at += length
                break
        else:
            found.update(_SPELLINGS.get(word, word) for word in fold(words[at]).split())
            at += 1
    plain = found - _JOINERS
    bare = plain - _SILENT - _LEGAL
    return frozenset(bare or plain or found or {fold(name) or name})
