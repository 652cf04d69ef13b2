"""Mentions by what they need to find their entity."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summariser.candidates.lexicon import ORGANISATION_WORDS
from summariser.candidates.ordinary import is_ordinary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summariser.candidates.definitions import Definition
    from summariser.candidates.mentions import Mention

__all__ = ["Sorts", "sort_mentions"]

_GOVERNMENTS = frozenset({"government", "federal government", "central government", "national government"})
_LONGEST_UNPROVEN = 4  # letters of a word in capitals at the head of a sentence that may still be initials


@dataclass(frozen=True, slots=True)
class Sorts:
    """The mentions of a document, sorted.

    Attributes:
        plain: Names that stand for themselves.
        terms: Short names the document defines.
        designations: Designations of the parties of a case ("First Respondent").
        members: Singulars of defined plurals ("each Party").
        kinds: Bare kinds of bodies ("the Council").
        offices: Bare offices ("the Clerk").
        governments: The word "Government" alone, or with an adjective that names no state.
    """

    plain: list[Mention] = field(default_factory=list)
    terms: list[Mention] = field(default_factory=list)
    designations: list[Mention] = field(default_factory=list)
    members: list[Mention] = field(default_factory=list)
    kinds: list[Mention] = field(default_factory=list)
    offices: list[Mention] = field(default_factory=list)
    governments: list[Mention] = field(default_factory=list)


def sort_mentions(
    text: str, mentions: Sequence[Mention], definitions: Iterable[Definition], *, designations: set[str]
) -> Sorts:
    """Sort mentions; those of defined things ("the Lot") and of words that are no names are left out.

    Args:
        text: The whole text.
        mentions: The mentions, none of them inside a definition.
        definitions: What the document defines.
        designations: The designations of the parties of a case.
    """
    sorts = Sorts()
    definitions = list(definitions)
    terms = {d.name for d in definitions if d.owner is not None or d.group}
    things = {d.name for d in definitions if d.owner is None and not d.group}
    proven = {mention.name for mention in mentions if not mention.opening}
    for mention in mentions:
        name = mention.name
        if name in designations:
            sorts.designations.append(mention)
        elif name in terms and mention.kind != "state":
            sorts.terms.append(mention)
        elif f"{name}s" in terms:
            sorts.members.append(mention)
        elif name in things or name.removesuffix("s") in things or f"{name}s" in things:
            continue
        elif mention.office:
            sorts.offices.append(mention)
        elif name.casefold() in _GOVERNMENTS:
            sorts.governments.append(mention)
        elif " " not in name and name.capitalize() in ORGANISATION_WORDS and mention.kind == "organisation":
            sorts.kinds.append(mention)
        elif not mention.opening or name in proven or not _may_be_any_word(text, mention):
            sorts.plain.append(mention)
    return sorts


def _may_be_any_word(text: str, mention: Mention) -> bool:
    """Whether a single word, only seen at the head of sentences, may be no name."""
    if mention.kind in ("state", "person", "group") or mention.honorific:
        return False
    if not mention.name.isupper():
        return is_ordinary(mention.name)
    label = text[mention.end : mention.end + 1] == ":" or text[max(0, mention.start - 1) : mention.start] == "("
    return not label and len(mention.name) > _LONGEST_UNPROVEN
