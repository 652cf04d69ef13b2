"""What a document tells of its persons: gender, functions, and who bears a name, a label or a function."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from summariser.candidates.genders import gender_of_word, gender_told
from summariser.candidates.kin import kin_beside
from summariser.candidates.lexicon import HONORIFICS, TITLE_WORDS
from summariser.candidates.roles import ROLE_WORDS, role_head
from summariser.candidates.states import state_by_adjective, state_by_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summariser.candidates.entities import Entity
    from summariser.candidates.genders import Gender

__all__ = ["People", "head_noun"]

_PERSON_AFTER = re.compile(
    r",\s+(?:who|whose|aged|his|her)\b|,\s+\d{2}(?:,|\s|$)|,?\s+(?:said|says|told|added|asked|wrote|replied|who)\b"
    r"|\s+was\s+(?:appointed|elected|born|sworn)\b"
)
_PERSON_BEFORE = re.compile(r"\b(?:said|added|asked|told|replied)\s+$")
_ROLL = re.compile(r"\s*\((?P<bracketed>[^()\n]{3,60})\)|,\s+(?:the\s+)?(?P<apposed>[^,;:.()\n]{3,80})")
_ROLE = re.compile(
    r"\b(?:" + "|".join(sorted(ROLE_WORDS | {"man", "woman", "president"}, key=len, reverse=True)) + r")\b",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s(?:of|for|at|in|who|from|with|to|on)\s")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_EMPTY = frozenset(
    """the a an this that his her its their our my another new former late senior current own other then acting said
    of for and at in on to local national""".split()
)
_LESSER = re.compile(r"\b(?:vice|deputy|assistant|former|ex|acting)\b", re.IGNORECASE)
_VAGUE = frozenset({"official", "member", "resident", "officer", "witness", "observer", "farmer", "teacher", "nurse"})
_DOTTED = re.compile(r"(?:\w\.\s?){2,4}")  # "A.R.", "A. R."
_TITLES = ROLE_WORDS | {word.casefold() for word in TITLE_WORDS}
_PRESIDING = frozenset({"chair", "chairman", "chairwoman", "chairperson", "speaker", "president"})
_IN_CHAIR = re.compile(
    r",?\s+(?:was\s+)?(?:in\s+the\s+[Cc]hair|presiding|took\s+the\s+[Cc]hair|presided)\b|\s*\([Ii]n the [Cc]hair\)"
)
_SAMPLE = 12  # mentions looked at
_NEAR = 60  # characters beside a mention that tell of it


def head_noun(words: str) -> str | None:
    """The noun of a description: "executive" of "Tamarack's chief executive", "minister" of "the minister of trade"."""
    front = _TAIL.split(f"{words} ", maxsplit=1)[0]
    nouns = _ROLE.findall(front)
    return nouns[-1].lower() if nouns else None


class People:
    """The persons of one document.

    Args:
        text: The whole text.
        entities: Its entities.
    """

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self._text = text
        self._entities = entities
        self._genders: dict[int, Gender | None] = {}
        self._known: dict[int, bool] = {}
        self._described: dict[tuple[str, tuple[int, ...]], list[Entity]] = {}

    def is_person(self, entity: Entity) -> bool:
        """Whether the entity is a person: known to be, or not known and shown by the words beside it."""
        if entity.kind is not None:
            return entity.kind == "person"
        if id(entity) not in self._known:
            shown = bool(entity.role) or (
                len(entity.name.split()) > 1 and any(self._acts(span) for span in entity.spans)
            )
            self._known[id(entity)] = shown
        return self._known[id(entity)]

    def _acts(self, span: tuple[int, int]) -> bool:
        before, after = self._beside(span)
        return bool(_PERSON_AFTER.match(after) or _PERSON_BEFORE.search(before) or kin_beside("", after))

    def _beside(self, span: tuple[int, int]) -> tuple[str, str]:
        return self._text[max(0, span[0] - _NEAR) : span[0]], self._text[span[1] : span[1] + _NEAR]

    def gender(self, entity: Entity) -> Gender | None:
        """The gender that a title, a function or a word for kin tells, else most often the first name, or None."""
        if id(entity) not in self._genders:
            self._genders[id(entity)] = self._gender(entity)
        return self._genders[id(entity)]

    def _gender(self, entity: Entity) -> Gender | None:
        told = {word.rstrip(".").casefold() for name in entity.names for word in name.split()[:2]}
        if entity.role:
            told |= {word.casefold() for word in _WORD.findall(_TAIL.split(entity.role, maxsplit=1)[0])}
        for span in entity.spans[:20]:
            before, after = self._beside(span)
            titles = before.split()[-1:]
            told |= {title.rstrip(".").casefold() for title in titles if title.rstrip(".") in HONORIFICS}
            told |= kin_beside(before, after)
        return gender_told(told, entity.name if self.is_person(entity) else "")

    def fits(self, entity: Entity, gender: Gender | None) -> bool:
        """Whether nothing speaks against the entity being of this gender."""
        return gender is None or self.gender(entity) in (None, gender)

    @cached_property
    def _functions(self) -> dict[str, list[tuple[Entity, str]]]:
        """Persons with each of their functions, by the nouns that may stand for it."""
        index: dict[str, list[tuple[Entity, str]]] = defaultdict(list)
        for entity in self._entities:
            if entity.kind not in (None, "person"):
                continue
            for role in dict.fromkeys(filter(None, [entity.role, *self._roll(entity)])):
                for noun in role_head(role):
                    index[noun].append((entity, role))
        return index

    def _roll(self, entity: Entity) -> list[str]:
        """Functions in brackets or between commas behind a mention: "Dame Harriet Osei (Chair)"."""
        found = []
        for span in entity.spans[:20]:
            match = _ROLL.match(self._text, span[1], span[1] + 2 * _NEAR)
            words = (match["bracketed"] or match["apposed"]) if match else ""
            if (
                words
                and len(words.split()) <= 8
                and _ROLE.search(words)
                and not re.search(r"\b(?:said|who|and|no)\b", words)
            ):
                found.append(words)
        return found

    def described(self, words: str, owners: Iterable[Entity] = ()) -> list[Entity]:
        """Persons whose function a description fits: "the envoy", "the Bolivian minister", "its chief executive".

        Args:
            words: The description.
            owners: The bodies or states it names as those of the function; only their persons fit then.
        """
        owners = list(owners)
        key = (words.casefold(), tuple(id(owner) for owner in owners))
        if key not in self._described:
            self._described[key] = self._describe(words, owners)
        return self._described[key]

    def _describe(self, words: str, owners: Sequence[Entity]) -> list[Entity]:
        noun = head_noun(words)
        if noun is None or noun in _VAGUE:
            return []
        names = [name.casefold() for owner in owners for name in owner.names]
        fitting: list[Entity] = []
        for entity, role in self._functions.get(noun, []):
            if entity in fitting or not self._same_function(words, entity, role, noun):
                continue
            if names and not self._of(entity, role, names):
                continue
            fitting.append(entity)
        return fitting

    def _same_function(self, words: str, entity: Entity, role: str, noun: str) -> bool:
        if bool(_LESSER.search(words)) < bool(_LESSER.search(role)):
            return False
        if not self.fits(entity, gender_of_word(noun)):
            return False
        plain = re.sub(r"[^\s,]+(?:[’']s|s[’'])(?=\s)", " ", words)  # owners are judged apart
        said = {word.casefold() for word in _WORD.findall(plain)} - _EMPTY - ROLE_WORDS
        held = {word.casefold() for word in _WORD.findall(role)} - _EMPTY
        if any((state := state_by_adjective(word)) and state.name == entity.state for word in said):
            return True
        return not said or bool(said & held) or not held - ROLE_WORDS

    def _of(self, entity: Entity, role: str, owners: Sequence[str]) -> bool:
        known = [word.casefold() for word in (entity.state, entity.affiliation) if word]
        if any(word in owner or owner in word for word in known for owner in owners):
            return True
        lowered = role.casefold()
        return any(owner in lowered for owner in owners)

    def labelled(self, label: str) -> list[Entity]:
        """Whom the label of a turn means: a function of the roll, a state, or a name with or without a title."""
        name, comma, _ = label.partition(",")  # "Ana Reis, Minister of Ports:", but "Minister, Kenya:"
        named = comma and " " in name and not _ROLE.search(name)
        return self._labelled(label) or (self._labelled(name) if named else [])

    def _labelled(self, label: str) -> list[Entity]:
        words = label.split()
        if words and words[0].casefold() == "the":
            words = words[1:]
        folded = " ".join(words).casefold()
        if words and all(word.casefold() in ROLE_WORDS | {"madam", "president", "moderator"} for word in words):
            return self._in_office(folded)
        state = state_by_name(" ".join(words))
        if state is not None:
            return [entity for entity in self._entities if entity.kind == "state" and entity.name == state.name]
        if len(words) == 1 and words[0].isupper() and len(told := self._by_initials(folded)) == 1:
            return told  # and no name of its own
        exact = self._by_name.get(folded, [])
        bare = [word for word in words if word.rstrip(".") not in HONORIFICS and word.casefold() not in _TITLES]
        known = [entity for entity in exact if bare == words or entity.name.casefold() != folded]
        fuller = [e for e in self._by_surname.get(folded, []) if " " in e.name] if len(words) == 1 else []
        if known and len(fuller) == 1 and all(" " not in entity.name for entity in known):
            return fuller  # "REIS:" is Ana Reis
        if known:
            return [entity for entity in known if self.is_person(entity)] or known
        fitting = self._by_surname.get(bare[-1].casefold(), []) if bare else []
        return self._titled(words, folded, fitting) or exact or self._by_initials(folded)

    def aged(self, years: str) -> tuple[Entity, ...]:
        """The one person whose age is given so: "Tom Vik, 44," for "the 44-year-old"."""
        told = re.compile(rf",?\s+(?:who\s+is\s+|aged\s+|\()?{years}\b")
        found = [e for e in self._entities if any(told.match(self._text, end) for _, end in e.spans[:_SAMPLE])]
        return tuple(found) if len(found) == 1 else ()

    def bearing(self, name: str) -> list[Entity]:
        """Who bears a name or surname that stands without function: "Hill", "Mr Hill"."""
        words = name.split()
        bare = [word for word in words if word.rstrip(".") not in HONORIFICS]
        if not bare or not all(word[0].isupper() for word in bare):
            return []
        exact = self._by_name.get(" ".join(bare).casefold(), [])
        return exact or (
            self._titled(words, name.casefold(), self._by_surname.get(bare[0].casefold(), [])) if len(bare) == 1 else []
        )

    def _titled(self, words: Sequence[str], folded: str, fitting: Sequence[Entity]) -> list[Entity]:
        """Of the bearers of a surname, those whom the title of a label fits: "Mayor LUND", "Ms. LUND"."""
        gender = next((g for word in words if (g := gender_of_word(word.rstrip(".").casefold()))), None)
        fitting = [entity for entity in fitting if self.fits(entity, gender) and entity.name.casefold() != folded]
        fitting = [entity for entity in fitting if self.is_person(entity)] or fitting
        if gender is not None:
            fitting = [entity for entity in fitting if self.gender(entity) == gender] or fitting
        titles = {word.casefold() for word in words} & ROLE_WORDS
        holders = {id(entity) for title in titles for entity, _ in self._functions.get(title, [])}
        return [entity for entity in fitting if id(entity) in holders] or fitting

    def _in_office(self, folded: str) -> list[Entity]:
        """Persons of the roll in an office: in brackets or between commas word for word, else by its noun."""
        noun = head_noun(folded)
        held = self._functions.get(noun or "", [])
        exact = [entity for entity, role in held if " ".join(role.split()).casefold().removeprefix("the ") == folded]
        if not exact and noun in _PRESIDING and (presiding := self._presiding):
            return [presiding]
        fitting = exact or [
            entity
            for entity, role in held
            if not _LESSER.search(role) and self._same_function(folded, entity, role, noun or "")
        ]
        return list({id(entity): entity for entity in fitting}.values())

    @cached_property
    def _presiding(self) -> Entity | None:
        """Who is said to preside: "Deputy Ann Lee in the Chair"."""
        for entity in self._entities:
            if entity.kind in (None, "person") and any(
                _IN_CHAIR.match(self._text, end) for _, end in entity.spans[:_SAMPLE]
            ):
                return entity
        return None

    def _by_initials(self, folded: str) -> list[Entity]:
        if _DOTTED.fullmatch(folded):
            folded = "".join(filter(str.isalpha, folded))
        if not folded.isalpha() or not 2 <= len(folded) <= 6:
            return []
        found = [entity for entity in self._entities if folded in _initials(entity.name)]
        return [entity for entity in found if self.is_person(entity)] or found

    @cached_property
    def _by_name(self) -> dict[str, list[Entity]]:
        index: dict[str, list[Entity]] = defaultdict(list)
        for entity in self._entities:
            for name in {name.casefold() for name in entity.names}:
                index[name].append(entity)
        return index

    @cached_property
    def _by_surname(self) -> dict[str, list[Entity]]:
        index: dict[str, list[Entity]] = defaultdict(list)
        for entity in self._entities:
            words = entity.name.split()
            if words and (self.is_person(entity) or (entity.kind is None and len(words) > 1)):
                index[words[-1].casefold()].append(entity)
        return index


def _initials(name: str) -> set[str]:
    """`Émile Silva-Reis`: "esr", "es" or "er"."""
    plain = "".join(letter for letter in normalize("NFKD", name) if not combining(letter))
    parts = [word for word in plain.split() if word[0].isupper()]
    if len(parts) < 2:
        return set()
    single = [piece[0] for word in parts for piece in word.split("-") if piece]
    whole, short = "".join(single), "".join(word[0] for word in parts)
    return {letters.casefold() for letters in (whole, short, short[0] + short[-1], single[0] + single[-1])}
