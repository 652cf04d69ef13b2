"""What stands for a name once the names are known: `the Council`, `the Clerk`, `the Government`, `Lima agreed`."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from summariser.candidates.lexicon import GENERIC_BODIES, LEGISLATURES, PLACED
from summariser.candidates.states import state_by_seat
from summariser.candidates.whereabouts import is_place, preceded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.entity import Entity
    from summariser.candidates.mentions import Mention
    from summariser.candidates.merging import Merger

__all__ = ["add_bodies", "add_governments", "add_offices", "merge_seats"]

_OWNED = re.compile(r"\b(?:its|their|his|her|our|my|[’']s)\s+$", re.IGNORECASE)
_DETERMINED = re.compile(r"\b(?:the|this)\s+$", re.IGNORECASE)
_INDEFINITE = re.compile(r"\b(?:an?|another|any|each|every|former|no)\s+(?:\w+\s+)?$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|between|of)\s+$")
_APPOSED = re.compile(r"(?<=\w),\s+(?:the\s+)?$")
_FORMAL = re.compile(r"\b(?:government|kingdom|republic|commonwealth)\b", re.IGNORECASE)
_CHAMBER = frozenset("Assembly Parliament House".split())


def add_bodies(merger: Merger, text: str, mentions: Sequence[Mention]) -> None:
    """`the Council`: the body of that kind that the document names first; a legislature stands for itself."""
    kinds: dict[str, list[Entity]] = defaultdict(list)
    for entity in sorted(
        (e for e in merger.entities if e.kind == "organisation" and e.spans), key=lambda e: e.spans[0]
    ):
        for kind in _kind_words(entity):
            kinds[kind].append(entity)
    for mention in sorted(mentions, key=lambda m: m.start):
        exact = [e for e in merger.named(mention.name) if e.spans]
        owned = preceded(text, mention.start, _OWNED, 10)
        if exact:
            merger.absorb(exact[0], mention)
        elif owned and mention.name.capitalize() not in LEGISLATURES:
            continue
        elif fitting := kinds.get(mention.name.casefold()):
            merger.absorb(fitting[0], mention)
        elif chamber := _only_chamber(merger, mention) or _only_authority(merger, mention):
            merger.absorb(chamber, mention)
        elif mention.name.capitalize() in GENERIC_BODIES and not (mention.opening and mention.name.isupper()):
            merger.absorb(merger.new(mention), mention)


def _kind_words(entity: Entity) -> set[str]:
    """The words of a body's name that tell its kind: the first, the last, and the one before `of`."""
    words = entity.name.casefold().replace(",", "").split()
    kinds = {words[0], words[-1], words[-1].rstrip(".")}
    for i, word in enumerate(words):
        if i and word in {"of", "for", "on"}:
            kinds.add(words[i - 1])
            break
    return kinds if len(words) > 1 else set()


def _only_chamber(merger: Merger, mention: Mention) -> Entity | None:
    if mention.name.capitalize() not in _CHAMBER:
        return None
    chambers = [
        e
        for e in merger.entities
        if e.kind == "organisation" and " " in e.name and set(e.name.title().split()) & _CHAMBER
    ]
    return chambers[0] if len(chambers) == 1 else None


def _only_authority(merger: Merger, mention: Mention) -> Entity | None:
    """`Council`: the one shire, town or district of the document, which its council governs."""
    if mention.name.capitalize() != "Council":
        return None
    placed = [
        e
        for e in merger.entities
        if e.kind == "organisation"
        and " " in e.name
        and {e.name.split()[0].title(), e.name.split()[-1].title()} & PLACED
    ]
    return min((e for e in placed if e.spans), key=lambda e: e.spans[0], default=None)


def add_offices(merger: Merger, text: str, mentions: Sequence[Mention]) -> None:
    """`the Clerk`, `CHAIR:`: another name of the one person who holds the office."""
    holders: dict[str, list[Entity]] = {}
    for entity in merger.entities:
        if entity.kind == "person" and entity.role:
            for title in _titles(entity.role):
                holders.setdefault(title, []).append(entity)
    for mention in sorted(mentions, key=lambda m: m.start):
        if preceded(text, mention.start, _INDEFINITE, 30):
            continue
        held = holders.get(mention.name.casefold(), []) or merger.named(mention.name)
        if len(held) == 1 and not _apposed(merger, text, mention, held[0]):
            merger.absorb(held[0], mention)


def _apposed(merger: Merger, text: str, mention: Mention, holder: Entity) -> bool:
    """`Ann Lee, Chief Executive`, `the Minister, Ann Lee`: an office beside the name tells the role and is no name."""
    if text[mention.end : mention.end + 1] == "," and merger.near(holder, mention.end, mention.end + 24):
        return True
    before = merger.near(holder, mention.start - 80, mention.start)
    return bool(before) and _APPOSED.search(text, before[-1], mention.start) is not None


def _titles(role: str) -> set[str]:
    """What a role may be called in short: "Town Clerk" also "clerk", "Governor of the Bank of Chad" also "governor"."""
    folded = role.casefold()
    front = re.split(r"\s(?:of|for|to|at)\s", folded, maxsplit=1)[0]
    return {folded, front, front.split()[-1]}


def add_governments(merger: Merger, text: str, mentions: Sequence[Mention], head: int) -> None:
    """`the Government`: the state whose government or full title the document names, where it is one only.

    Args:
        merger: The entities.
        text: The whole text.
        mentions: The word alone.
        head: Where the lines at the head of the document end; a state named in full there issues it.
    """
    states = [e for e in merger.entities if e.kind == "state"]
    formal = [e for e in states if any(_FORMAL.search(name) for name in e.names)]
    issuing = [e for e in formal if e.spans[0][0] < head]
    owners = issuing or formal or states
    first = min(owners, key=lambda e: e.spans[0], default=None)
    for mention in mentions:
        alone = " " not in mention.name
        if alone and (len(owners) != 1 or not preceded(text, mention.start, _DETERMINED, 10)):
            continue
        known = merger.named(mention.name)
        owner = first or (known[0] if known else merger.new(mention))  # "the Federal Government" is the first state's
        merger.absorb(owner, mention)


def merge_seats(merger: Merger, text: str) -> None:
    """`Buenos Aires` is Argentina where it acts, and a place where something happens in it."""
    states = {entity.name: entity for entity in merger.entities if entity.kind == "state"}
    for entity in merger.entities:
        state = state_by_seat(entity.name) if entity.kind is None else None
        if state is None:
            continue
        owner = next((states[name] for name in (state.name, *state.others) if name in states), None)
        acting = [s for s in entity.spans if not is_place(text, s[0]) and not preceded(text, s[0], _TO, 12)]
        if owner and acting:
            owner.add_alias(entity.name)
            owner.spans.extend(acting)
        entity.spans = []
