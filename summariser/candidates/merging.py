"""Mentions merged into entities: full names first, then the short forms that fit one of them."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from summariser.candidates.entity import Entity
from summariser.candidates.lexicon import (
    LEGAL_FORMS,
    ORGANISATION_WORDS,
    PARTICLES,
    PEOPLE_OF_BODIES,
    PUBLIC_BODIES,
    TERRITORIAL_BODIES,
)
from summariser.candidates.ordinary import is_ordinary
from summariser.candidates.states import state_by_name
from summariser.candidates.whereabouts import is_place, preceded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summariser.candidates.mentions import Mention

__all__ = ["Merger"]

_ARTICLE = re.compile(r"\b(?:the|this)\s+$", re.IGNORECASE)
_DEAD = re.compile(r"\b(?:the|his|her|their|our|my)\s+late\s+(?:\w+\s+){0,3}$")
_WOMAN = frozenset({"mrs", "ms", "miss", "dame", "lady", "madam", "madame", "frau", "señora", "baroness"})
_MAN = frozenset({"mr", "sir", "lord", "herr", "monsieur", "señor"})
_MOST = 100  # entities with one word in common that are compared
_LONGEST_PERSON = 5  # words
_PLACED = frozenset("borough city town county municipality".split())
_MINOR = frozenset("of for and the on in to de &".split())


class Merger:
    """Builds the entities of one document.

    Args:
        text: The whole text.

    Attributes:
        entities: The entities so far.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.entities: list[Entity] = []
        self.front: dict[tuple[int, int], int] = {}  # where the title before a mention begins
        self._by_name: dict[str, list[Entity]] = defaultdict(list)
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        self._by_initial: dict[tuple[str, str], list[Entity]] = defaultdict(list)
        self._by_initials: dict[str, list[Entity]] = defaultdict(list)
        self._honorifics: dict[int, set[str]] = defaultdict(set)
        self._starts: dict[int, list[int]] = defaultdict(list)
        self._articled: dict[int, bool] = {}

    def add_clear(self, mentions: Iterable[Mention]) -> list[Mention]:
        """Take mentions in, longest names first. Returns the short forms that fit several entities."""
        waiting: list[Mention] = []
        for mention in sorted(mentions, key=lambda m: (-len(_core(m.name)), m.start)):
            fitting = self._fitting(mention)
            if len(fitting) > 1:
                waiting.append(mention)
            else:
                self.absorb(fitting[0] if fitting else self.new(mention), mention)
        return waiting

    def add_waiting(self, waiting: Iterable[Mention]) -> None:
        """Take in the short forms that fit several entities, once the roles of these are known."""
        for mention in sorted(waiting, key=lambda m: m.start):
            self.absorb(self._choose(mention, self._fitting(mention)), mention, sure=False)

    def order(self) -> None:
        """Put the mentions of each entity in order, each once."""
        for entity in self.entities:
            entity.spans = sorted(set(entity.spans))

    def near(self, entity: Entity, start: int, end: int) -> list[int]:
        """Starts of an entity's mentions inside `text[start:end]`."""
        starts = self._starts[id(entity)]
        return starts[bisect_left(starts, start) : bisect_left(starts, end)]

    def named(self, name: str) -> list[Entity]:
        """The entities with this name or alias."""
        return self._by_name.get(_folded(name), [])

    def new(self, mention: Mention) -> Entity:
        """Enter an entity for a mention."""
        name = mention.state if mention.kind == "state" and mention.state else mention.name
        title = mention.role or mention.honorific
        if mention.kind == "person" and title and self.named(name):
            name = f"{title} {name}"  # another bears the surname alone
        entity = Entity(name, mention.kind)
        self.entities.append(entity)
        self._articled[id(entity)] = preceded(self._text, mention.full_start, _ARTICLE, 40)
        self.register(entity, name)
        core = _core(name)
        for edge in dict.fromkeys(core if len(core) > 2 else (core[0], core[-1])):
            self._by_word[edge].append(entity)
        if len(core) > 1:
            self._by_initial[core[0][0], core[-1]].append(entity)
        if core[0] in _PLACED and " of " in name:  # "Borough of Hale" is also "Hale"
            self.register(entity, name.split(" of ", 1)[1])
        if entity.kind == "state" and " of " in name:  # "State of Ohio" is also "Ohio"
            self.register(entity, name.rsplit(" of ", 1)[1])
        letters = "".join(word[0] for word in core if word not in _MINOR).upper()
        if len(core) > 1 and entity.kind != "person":
            self._by_initials[letters].append(entity)
        return entity

    def register(self, entity: Entity, name: str) -> None:
        """Make a name lead to an entity."""
        known = self._by_name[_folded(name)]
        if entity not in known:
            known.append(entity)

    def absorb(self, entity: Entity, mention: Mention, *, sure: bool = True) -> None:
        """Add a mention to an entity; where another entity may bear the same short name, it is not `sure`."""
        span = (mention.start, mention.end)
        entity.spans.append(span)
        insort(self._starts[id(entity)], mention.start)
        self.front[span] = mention.full_start
        if mention.kind and entity.kind is None:
            entity.kind = mention.kind
        if mention.honorific:
            titled = self._text[mention.full_start : mention.end]
            own = mention.role is None or titled.startswith(mention.role)
            entity.add_alias(titled if own else titled[titled.rfind(mention.honorific) :])
            self._honorifics[id(entity)].add(mention.honorific.rstrip(".").casefold())
        elif mention.role and len(mention.role.split()) == 1 and mention.full_start < mention.start:
            entity.add_alias(self._text[mention.full_start : mention.end])
        if mention.full_start == mention.start or mention.kind == "state":
            entity.add_alias(mention.text)
        if _initialled(_core(mention.name), _core(entity.name)) and len(mention.name) > len(entity.name):
            entity.name, short = mention.name, entity.name
            entity.aliases = [alias for alias in entity.aliases if alias != mention.name]
            entity.add_alias(short)
        if sure:
            self.register(entity, mention.name)
        if mention.role and (entity.role is None or len(mention.role) > len(entity.role)):
            entity.role = " ".join(mention.role.split())
        if entity.kind != "state":
            entity.state = entity.state or mention.state
            entity.affiliation = entity.affiliation or mention.owner

    def _fitting(self, mention: Mention) -> list[Entity]:
        name = mention.name
        if mention.kind == "state":
            return [e for e in self._by_name.get(_folded(mention.state or name), []) if e.kind == "state"][:1]
        exact = [e for e in self.named(name) if e.kind in (mention.kind, None) or mention.kind is None]
        if exact and self._other_bearer(mention, exact):
            return []
        own = [e for e in exact if _folded(e.name) == _folded(name)]
        if own or len(exact) == 1:
            return (own or exact)[:1]
        if state_by_name(name):
            return []
        if name.isupper() and name.isalpha() and len(initialled := self._by_initials.get(name, [])) == 1:
            return initialled
        core = _core(name)
        found = [(fit, e) for e in self._near(core) if (fit := self._short_for(core, mention, e))]
        best = max((fit for fit, _ in found), default=0)
        return [e for fit, e in found if fit == best]

    def _near(self, core: tuple[str, ...]) -> list[Entity]:
        """Entities whose name can hold these words: those of its rarest word, and of the same initial and surname."""
        lists = [self._by_word.get(word, []) for word in (core[0], core[-1])]
        same = self._by_initial.get((core[0][0], core[-1]), []) if len(core) > 1 else []
        near = {id(entity): entity for entity in [*min(lists, key=len)[-_MOST:], *same[-_MOST:]]}
        return list(near.values())

    def _other_bearer(self, mention: Mention, known: list[Entity]) -> bool:
        """`Manager Hale` is not `Councillor Hale`, and `Mrs Hale` not `Mr Hale`, where neither has a first name."""
        if " " in mention.name or any(" " in e.name or e.kind != "person" for e in known):
            return False
        if mention.honorific:
            own = mention.honorific.rstrip(".").casefold()
            other = _WOMAN if own in _MAN else _MAN if own in _WOMAN else frozenset()
            return all(not other.isdisjoint(self._honorifics[id(e)]) for e in known)
        heads = [e.role.split()[-1].casefold() for e in known if e.role]
        return bool(mention.role) and len(heads) == len(known) and _last(mention.role) not in heads

    def _short_for(self, short: Sequence[str], mention: Mention, entity: Entity) -> int:
        """How well a short form fits: 2 for the end of a person's or the beginning of a body's name, 1 for the rest."""
        full = _core(entity.name)
        count = len(short)
        if _initialled(short, full) and entity.kind in (None, "person") and mention.kind in (None, "person"):
            return 2
        begins, ends = full[:count] == short, full[-count:] == short
        if count > 1 and count < len(full) and _without_middle(short, full) and entity.kind in (None, "person"):
            return 2 if mention.kind in (None, "person") else 0
        if entity.kind == "organisation":
            return self._short_for_body(short, full, mention, entity) if begins or ends else 0
        if entity.kind in ("state", "group") or count >= len(full):
            return 0
        return self._short_for_person(short, full, mention, entity)

    def _short_for_person(self, short: Sequence[str], full: Sequence[str], mention: Mention, entity: Entity) -> int:
        count = len(short)
        begins, ends = full[:count] == short, full[-count:] == short
        if count == 1 and short[0] in full[1:-1]:  # the first of two surnames, or a name before a family name
            return int(bool(mention.honorific) or entity.kind == "person" or not PARTICLES.isdisjoint(full))
        if mention.kind == "organisation" or len(full) > _LONGEST_PERSON:
            return 0
        placed = entity.kind is None and (
            is_place(self._text, mention.start) or preceded(self._text, mention.start, _ARTICLE, 40)
        )
        if ends:
            return 0 if placed else 2
        given = entity.kind == "person" or mention.kind == "person" or (count == 1 and not is_ordinary(mention.name))
        articled = (entity.kind is None and self._articled[id(entity)]) or (
            count == 1 and preceded(self._text, mention.start, _ARTICLE, 40)
        )
        return 1 if begins and given and not placed and not articled else 0

    def _short_for_body(self, short: Sequence[str], full: Sequence[str], mention: Mention, entity: Entity) -> int:
        if mention.kind == "person":
            return 0
        if short == full:
            return 2
        begins = full[: len(short)] == short
        generic = len(short) == 1 and mention.name.capitalize() in ORGANISATION_WORDS
        article = preceded(self._text, mention.start, _ARTICLE, 40) and not self._articled[id(entity)]
        placed = is_place(self._text, mention.start) and len(short) < len(full) - 1
        rest = full[len(short) :]
        staffed = len(rest) > 1 and rest[0].rstrip("’'") in PEOPLE_OF_BODIES  # `Bank of Hale Employees' Union`
        if generic or article or placed or staffed:
            return 0
        if begins:
            last = full[-1].capitalize()
            public = last in (PUBLIC_BODIES if len(short) == 1 else TERRITORIAL_BODIES)
            return 0 if public and not _legal(entity.name) else 2
        return 1 if len(short) > 1 and mention.kind in (None, "organisation") and not _legal(entity.name) else 0

    def _choose(self, mention: Mention, fitting: Sequence[Entity]) -> Entity:
        """Of several that a short form fits: by title, then the one named last before it."""
        if not fitting:
            return self.new(mention)
        scores = [self._title_score(mention, entity) for entity in fitting]
        best = [entity for entity, score in zip(fitting, scores, strict=True) if score == max(scores)]

        def distance(entity: Entity) -> tuple[int, int]:
            starts = self._starts[id(entity)]
            before = bisect_left(starts, mention.start)
            return (0, mention.start - starts[before - 1]) if before else (1, starts[0])

        return min(best, key=distance)

    def _title_score(self, mention: Mention, entity: Entity) -> int:
        score = 0
        known = self._honorifics[id(entity)]
        if mention.honorific:
            own = mention.honorific.rstrip(".").casefold()
            score += 3 if own in known else 0
            if (own in _MAN and known & _WOMAN) or (own in _WOMAN and known & _MAN):
                score -= 5
            score -= 1 if known and own not in known else 0
            score -= 3 if any(preceded(self._text, start, _DEAD, 40) for start in self._starts[id(entity)][:3]) else 0
        if mention.role:
            words = mention.role.casefold().split()
            held = (entity.role or "").casefold().split()
            score += 4 if words[-1] in held else -2 if held else 0
        return score


@lru_cache(maxsize=65536)
def _core(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, legal forms and full stops left out."""
    words = [word.replace(",", "").strip("()") for word in name.split()]
    kept = [word for word in words if word.replace(".", "") not in LEGAL_FORMS and word.capitalize() not in LEGAL_FORMS]
    return tuple(word.casefold() for word in kept or words)


def _last(words: str | None) -> str:
    return words.split()[-1].casefold() if words else ""


def _initialled(short: Sequence[str], full: Sequence[str]) -> bool:
    """`L. Hale` for Lowenna Hale, whichever of them is the longer."""
    if len(short) < 2 or short[-1] != full[-1] or short == full:
        return False
    first, other = short[0].rstrip("."), full[0].rstrip(".")
    return bool(first and other) and first[0] == other[0] and min(len(first), len(other)) == 1


def _without_middle(short: Sequence[str], full: Sequence[str]) -> bool:
    """`Ana Ruiz` for Ana Bella Ruiz."""
    return len(short) == 2 and len(full) <= _LONGEST_PERSON and short[0] == full[0] and short[-1] == full[-1]


def _legal(name: str) -> bool:
    return any(word.replace(".", "").strip(",") in LEGAL_FORMS for word in name.split()[1:])


def _folded(name: str) -> str:
    return " ".join(
        word for word in name.casefold().replace("’", "'").split() if word != "the" or name.casefold() == "the"
    )
