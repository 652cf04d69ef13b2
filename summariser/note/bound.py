"""Who is bound by a commitment, where its source names several, or somebody who only reports or speaks of it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from summariser.note.words import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.note.parties import PartyBook
    from summariser.note.passages import Passage
    from summariser.note.sources import Source

__all__ = ["Bound"]

_VERB: Final = (
    r"will|shall|would|must|is\s+to|are\s+to|has|have|had|undertakes?|undertook|promise[sd]|pledge[sd]|agree[sd]|commits?|"
    r"committed|also|once|refused|declined|plans?|intends?|proposed?|offered|confirms?|stands?|now"
)
_SUBJECT: Final = re.compile(rf"^(?P<subject>\S.{{0,90}}?)\s+(?:{_VERB})\b")
_PRONOUN: Final = re.compile(r"(?:it|they|he|she|we|i|both|neither|its|their)\b", re.IGNORECASE)
_SAYS_THAT: Final = re.compile(
    r"^(?P<subject>\S.{0,90}?)\s+(?:(?:has|have|had|also|again|now|once|more)\s+)*(?:said|says|told\s+[\w\s]{1,40}?|state[sd]?|confirm(?:s|ed)|"
    r"announce[sd]|promise[sd]?|pledge[sd]?|declare[sd]|agree[sd]|insist(?:s|ed)|added|undertook|repeated|assured\s+[\w\s]{1,40}?|warned|vowed|let\s+it\s+be\s+known[\w\s]{0,24}?|made\s+(?:clear|known))(?:\s+that)?\s*$"
)
_NUMBERED: Final = re.compile(r"^(?:\(?[\da-z]{1,3}(?:\.\d{1,3})*[.)]\s*)+")
_PAPER: Final = re.compile(
    r"\b(?:times|post|herald|courier|chronicle|gazette|tribune|ledger|telegraph|observer|daily|weekly|newspaper|"
    r"news|journal|wire|press|broadcasting|radio|television|tv|magazine|echo|argus|mercury|standard|sentinel|examiner|"
    r"dispatch|bulletin|star|sun|mirror|guardian|independent|reporter|inquirer)$"
)


class Bound:
    """Settles who is bound, from what the sentence itself names.

    Args:
        sources: The sources that are used.
        book: Their parties.
    """

    def __init__(self, sources: Sequence[Source], book: PartyBook) -> None:
        self._book = book
        self._named: dict[str, set[str]] = defaultdict(set)
        self._own: dict[str, dict[str, set[str]]] = {}
        for party in book.parties.values():
            for name in party.names:
                self._named[_bare(name)].add(party.id)
            for source, member in party.members:
                own = self._own.setdefault(source.id, defaultdict(set))
                for name in (member.name, *member.aliases):
                    own[_bare(name)].add(party.id)
        # "The district" is the one party whose name is that noun with more: "Holloway County School District".
        self._by_noun: dict[str, set[str]] = defaultdict(set)
        for party in book.parties.values():
            words = _bare(party.name).split()
            if party.kind != "person" and len(words) > 1:
                self._by_noun[words[-1]].add(party.id)
                self._by_noun[words[0]].add(party.id)
        self._outlets = {source.id: _bare(source.brief.provenance.document.outlet or "") for source in sources}

    def settle(self, source: Source, by: tuple[str, ...], passage: Passage, words: str) -> tuple[tuple[str, ...], bool]:
        """The parties that are bound, and whether the passage names them.

        The subject of the clause goes before everything; where it is a pronoun, whoever is said to have said it. Else
        those stay whom the brief gives, without the paper that reports and without people beside a body.

        Args:
            source: The source.
            by: Whom its brief has bound, by the ids of the note.
            passage: The passage of the commitment.
            words: Its evidence.
        """
        subject = _SUBJECT.match(words)
        named = self._in(source, subject["subject"]) if subject else set()
        said = _SAYS_THAT.match(_NUMBERED.sub("", passage.lead))
        pronoun = _PRONOUN.match(words)
        if pronoun and said:
            named = self._in(source, said["subject"])
        if named:
            kept = tuple(party for party in by if party in named)
            if kept:
                return kept, True
            if (len(by) > 1 or pronoun) and len(named) == 1:
                return tuple(named), True
        if said and not pronoun and by and self._only_speaks(by, said["subject"]):
            return (), False
        return (self._without_tellers(source, by) if len(by) > 1 else by), False

    def _only_speaks(self, by: tuple[str, ...], speaker: str) -> bool:
        """Whether those who are bound are people of whom the passage tells only that they said so."""
        text = f" {fold(speaker)} "
        people = [self._book.parties[party] for party in by if self._book.parties[party].kind == "person"]
        return len(people) == len(by) and all(
            any(f" {fold(name)} " in text for name in person.names) for person in people
        )

    def is_paper(self, source: Source, party_id: str) -> bool:
        """Whether a party is the paper in which the source stands."""
        names = [_bare(name) for name in self._book.parties[party_id].names]
        return any(name and name == self._outlets[source.id] for name in names) or any(
            _PAPER.search(name) for name in names
        )

    def _without_tellers(self, source: Source, by: tuple[str, ...]) -> tuple[str, ...]:
        acting = tuple(party for party in by if not self.is_paper(source, party)) or by
        bodies = tuple(party for party in acting if self._book.parties[party].kind != "person")
        return bodies or acting

    def _in(self, source: Source, subject: str) -> set[str]:
        """The parties that the words of a subject name, in the source's own terms or in those of another."""
        pieces = [_bare(piece) for piece in (subject, *re.split(r"\s*,\s*|\s+and\s+", subject))]
        own = self._own.get(source.id, {})
        if own.get(pieces[0]):
            return set(own[pieces[0]])  # "Calder and Minch" is one
        found = {party for piece in pieces if piece for party in own.get(piece, ())}
        if found:
            return found
        whole = self._named.get(pieces[0], set()) if pieces[0] else set()
        whole = whole or self._by_noun.get(pieces[0], set())
        return set(whole) if len(whole) == 1 else set()


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ").removeprefix("its ")
