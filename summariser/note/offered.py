"""What the bottom line may rest on: items of a note, the most important first, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from summariser.grounding.support import unsupported
from summariser.grounding.wordforms import plain, stem, tokens
from summariser.note.citations import quoted
from summariser.note.words import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summariser.schemas.note import Difference, Note, NoteCommitment

__all__ = ["Offered", "offered_items", "problems_of"]

_MOST_STALE: Final = 2.0
_STALE_DAYS: Final = 200  # that lower a weight by one
_MOST_PASSAGES: Final = 4  # of one item; further sources say the same
_WEIGHT_OF_STATUS: Final = {
    "withdrawn": 6.5, "new": 4.0, "fulfilled": 2.5, "declined": 3.0, "reaffirmed": 2.5, "proposed": 2.0, "earlier": 1.0,
}  # fmt: skip
# One of these stands in a sentence on what was refused or taken back.
_TELLS: Final = {
    status: frozenset(map(stem, words.split()))
    for status, words in {
        "declined": "decline refuse reject deny not no never cannot turn rule without unwilling against",
        "withdrawn": "withdraw drop cancel abandon scrap not no never revoke rescind retract shelve pull back end",
    }.items()
}


@dataclass(frozen=True)
class Offered:
    """An item that a sentence may rest on.

    Attributes:
        id: In the note; of a sentence made on the way to the final ones "n1".
        ids: Items of the note it stands for.
        text: What it says, on one line.
        evidence: Passages of the sources, and words that they give as deadline, amount and condition.
        names: Names of the parties it concerns.
        cites: Numbers of citations.
        weight: The more, the more important.
        ended: "declined" and "withdrawn", where that is what became of it.
    """

    id: str
    ids: tuple[str, ...]
    text: str
    evidence: tuple[str, ...]
    names: tuple[str, ...]
    cites: tuple[int, ...]
    weight: float = 0.0
    ended: frozenset[str] = frozenset()


def problems_of(sentence: str, items: Sequence[Offered]) -> list[str]:
    """What a sentence says that the evidence of its items does not bear out."""
    evidence = list(dict.fromkeys(passage for item in items for passage in item.evidence))
    names = {name for item in items for name in item.names}
    problems = unsupported(sentence, evidence, allowed_names=sorted(names))
    stems = {token.stem or token.lower for token in tokens(plain(sentence))}
    for status in sorted(frozenset().union(*(item.ended for item in items))):
        if stems.isdisjoint(_TELLS[status]):
            problems.append(f"it does not say that this was {status}")
    return problems


def offered_items(note: Note) -> list[Offered]:
    """All items of a note, the most important first."""
    maker = _Maker(note)
    found = [maker.commitment(commitment) for commitment in note.commitments]
    found += [maker.difference(difference) for difference in note.differences]
    # Facts stand in order: first those that most sources state, of these the main event of the newest source.
    for place, fact in enumerate(note.facts):
        weight = (2.5 if fact.kind == "event" else 1.0) + len(fact.sources) - 1 + 1.0 / (1 + place)
        found.append(maker.plain(fact.id, fact.text, fact.cites, weight))
    for event in note.timeline:
        if not event.text.startswith("Due: "):
            found.append(maker.plain(event.id, event.text, event.cites, 2.5 + len(event.sources) - 1))
    for quote in note.quotes:
        speaker = note.party(quote.speaker)
        said = f"{speaker.name}: “{one_line(quote.text)}”" if speaker else f"“{one_line(quote.text)}”"
        found.append(maker.plain(quote.id, said, quote.cites, 1.0, [quote.speaker] if quote.speaker else []))
    return sorted(found, key=lambda item: -item.weight)


class _Maker:
    def __init__(self, note: Note) -> None:
        self._note = note
        self._citations = {citation.number: citation for citation in note.citations}

    def plain(self, item: str, text: str, cites: Sequence[int], weight: float, parties: Iterable[str] = ()) -> Offered:
        """An item that says what it says."""
        return Offered(
            item, (item,), one_line(text), tuple(self._passages(cites)), self._names(parties), tuple(cites), weight
        )

    def commitment(self, commitment: NoteCommitment) -> Offered:
        """A commitment with who is bound to whom, by when, how much, on which condition."""
        deadline = commitment.deadline.text if commitment.deadline else None
        details = [one_line(words) for words in (deadline, commitment.amount, commitment.condition) if words]
        who = ", ".join(self._name(party) for party in commitment.by) or "not named"
        text = f"{who}: {commitment.action} ({'; '.join([commitment.status, *details])})"
        weight = _WEIGHT_OF_STATUS[commitment.status] + min(3, len(commitment.sources) - 1)
        weight += 0.5 * bool(deadline) + bool(commitment.amount) - self._staleness(commitment)
        return Offered(
            commitment.id,
            (commitment.id,),
            text,
            (*self._passages(commitment.cites), *details),
            self._names((*commitment.by, *commitment.to)),
            tuple(commitment.cites),
            weight,
            ended=frozenset({commitment.status} & _TELLS.keys()),
        )

    def _staleness(self, commitment: NoteCommitment) -> float:
        """How much less a commitment counts that only sources much older than the newest one tell of."""
        days = {source.id: source.date for source in self._note.sources if source.status == "used"}
        told = max((day for each in commitment.sources if (day := days.get(each))), default=None)
        newest = max((day for day in days.values() if day), default=None)
        if told is None or newest is None:
            return 0.0
        return min(_MOST_STALE, (newest - told).days / _STALE_DAYS)

    def difference(self, difference: Difference) -> Offered:
        """What sources differ on, in their words."""
        said = "; ".join(f"“{one_line(wording.text)}”" for wording in difference.wordings[:_MOST_PASSAGES])
        cites = [number for wording in difference.wordings for number in wording.cites]
        heads = [wording.cites[0] for wording in difference.wordings]
        passages = (*self._passages(heads), *(one_line(wording.text) for wording in difference.wordings))
        parties = [
            party for row in self._note.commitments if row.id in difference.items for party in (*row.by, *row.to)
        ]
        text = f"sources differ on the {difference.field} of “{difference.about}”: {said}"
        return Offered(
            difference.id,
            (difference.id,),
            text,
            passages,
            self._names(parties),
            tuple(dict.fromkeys(cites)),
            self._weight_of(difference),
        )

    def _weight_of(self, difference: Difference) -> float:
        """A promise that was kept is hardly a difference, and another figure less than another day or sum."""
        kept = {row.id for row in self._note.commitments if row.status == "fulfilled"}
        if difference.field == "status" and kept & set(difference.items):
            return 1.0
        return 1.5 if difference.field == "figure" else 3.0

    def _passages(self, cites: Iterable[int]) -> list[str]:
        found = dict.fromkeys(quoted(self._citations[number]) for number in cites)
        return list(found)[:_MOST_PASSAGES]

    def _name(self, party_id: str) -> str:
        party = self._note.party(party_id)
        return party.name if party else party_id

    def _names(self, party_ids: Iterable[str]) -> tuple[str, ...]:
        parties = [party for each in party_ids if (party := self._note.party(each))]
        return tuple(dict.fromkeys(name for party in parties for name in (party.name, *party.aliases)))
