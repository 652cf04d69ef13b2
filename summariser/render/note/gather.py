"""What the sections of a note are made from: names, sources and numbered references of one note in one style."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from summariser.render.note.blocks import Cite, Entry, Line, Link, Run
from summariser.render.note.words import Words, clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from summariser.render.note.style import Length, SectionKey, Style
    from summariser.schemas.note import Note, NoteCitation, NoteCommitment, NoteParty, NoteSource

__all__ = ["OPEN", "Gatherer", "foreign", "own_run", "sorted_commitments"]

OPEN = frozenset({"new", "reaffirmed", "earlier", "proposed"})
"""Statuses of commitments that are still to be kept."""

NOT_NAMED = "Not named"
"""Stands for a party that no source names."""

_Row = TypeVar("_Row")
_LONGEST_LABEL = 44


def foreign(text: str, look: str = "plain") -> Run:
    """A run of text that is not this program's, made harmless."""
    return Run(clean(text), look, foreign=True)  # type: ignore[arg-type]


def own_run(text: str, look: str = "plain") -> Run:
    """A run of the program's own text."""
    return Run(text, look)  # type: ignore[arg-type]


def sorted_commitments(note: Note) -> list[NoteCommitment]:
    """The commitments by the last day of their deadlines, undated ones last, else in the order of the note."""

    def key(commitment: NoteCommitment) -> tuple[bool, str]:
        deadline = commitment.deadline
        day = (deadline.latest or deadline.earliest) if deadline else None
        return (day is None, day.isoformat() if day else "")

    return sorted(note.commitments, key=key)


def web_address(url: str | None) -> str | None:
    """An http(s) address that is safe to link to, or None."""
    if not url or clean(url) != url or any(character.isspace() for character in url):
        return None
    return url if url.lower().startswith(("https://", "http://")) else None


def _shortened(label: str) -> str:
    if len(label) <= _LONGEST_LABEL:
        return label
    head = label[:_LONGEST_LABEL]
    cut = head.rfind(" ")
    return (head[:cut] if cut > _LONGEST_LABEL // 2 else head).rstrip(" ,;:–-") + "…"


class Gatherer:
    """Looks up and numbers while a note is laid out.

    Args:
        note: The note.
        style: The house style.

    Attributes:
        note: The note.
        style: The house style.
        words: The program's words in this style.
    """

    def __init__(self, note: Note, style: Style) -> None:
        self.note, self.style, self.words = note, style, Words(style)
        self._parties: dict[str, NoteParty] = {party.id: party for party in reversed(note.parties)}
        self._sources: dict[str, NoteSource] = {source.id: source for source in reversed(note.sources)}
        self._citations: dict[int, NoteCitation] = {one.number: one for one in reversed(note.citations)}
        self._uses: Counter[int] = Counter()
        self._paragraphs = 0

    @property
    def length(self) -> Length:
        """What a note of this length holds."""
        return self.style.short if self.note.length == "short" else self.style.long

    def number(self, count: int) -> int | None:
        """Number of the next of so many paragraphs, or None where the style does not number them."""
        if not self.style.numbered:
            return None
        self._paragraphs += count
        return self._paragraphs - count + 1

    def limit(
        self,
        key: SectionKey,
        rows: Sequence[_Row],
        *,
        last: bool = False,
        rank: Callable[[_Row], int] | None = None,
    ) -> tuple[Sequence[_Row], int]:
        """The rows of a section that the style lets in, and how many more there are.

        Args:
            key: The section.
            rows: All its rows in order.
            last: Keep the last ones.
            rank: Keep those of the least rank, in their order.
        """
        most = self.length.rows.get(key, len(rows))
        if len(rows) <= most:
            return rows, 0
        if rank is not None:
            kept = sorted(sorted(range(len(rows)), key=lambda at: rank(rows[at]))[:most])
            return [rows[at] for at in kept], len(rows) - most
        return (rows[-most:] if last else rows[:most]), len(rows) - most

    # Names

    def name(self, party_id: str) -> str:
        """Name of a party, or the id where the note has none."""
        party = self._parties.get(party_id)
        return clean(party.name if party else party_id)

    def names(self, party_ids: Sequence[str]) -> str:
        """Names, joined as in a sentence; an empty string for none."""
        names = list(dict.fromkeys(map(self.name, party_ids)))
        return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))

    def party(self, party_id: str | None) -> NoteParty | None:
        """The party, or None."""
        return self._parties.get(party_id) if party_id else None

    # Sources

    def source_label(self, source_id: str) -> str:
        """Short name of a source: its outlet, else its title, else its name; the table of sources has it whole."""
        source = self._sources.get(source_id)
        return _shortened(clean(source.outlet or source.title or source.name) if source else clean(source_id))

    def source_tag(self, source_id: str) -> str:
        """Its id as printed: "S1"."""
        return clean(source_id).upper()

    def source_day(self, source_id: str) -> str:
        """Its date in words, or "undated"."""
        source = self._sources.get(source_id)
        return self.words.day(source.date) if source and source.date else "undated"

    def source_link(self, source: NoteSource) -> Run | Link:
        """Its title, or its name, as a link where it has an address."""
        label = clean(source.title or source.name) or clean(source.id)
        url = web_address(source.url) or web_address(source.name)
        return Link(label, url) if url else foreign(label)

    # References

    def cites(self, numbers: Iterable[int]) -> Line:
        """References to citations, a space before; one that the note does not hold is said to be missing."""
        pieces: list[Run | Cite | Link] = []
        for number in dict.fromkeys(numbers):
            if number in self._citations:
                self._uses[number] += 1
                pieces.append(Cite(number, self._uses[number]))
            else:
                pieces.append(Run(f"[{number} is missing]", "mark"))
        return (Run("\N{NO-BREAK SPACE}"), *pieces) if pieces else ()

    def by_source(self, numbers: Iterable[int]) -> tuple[Line, ...]:
        """The references, one line for each source: "S1 [3] [4]"."""
        of_source: dict[str, list[int]] = {}
        for number in dict.fromkeys(numbers):
            citation = self._citations.get(number)
            of_source.setdefault(self.source_tag(citation.source) if citation else "", []).append(number)
        return tuple((Run(tag, foreign=True), *self.cites(some)) for tag, some in of_source.items())

    def source_of(self, number: int) -> str | None:
        """Id of the source that a citation is from."""
        citation = self._citations.get(number)
        return citation.source if citation else None

    def used(self) -> list[Entry]:
        """The evidence cited so far, by number."""
        return [self._entry(self._citations[number]) for number in sorted(self._uses)]

    def entry(self, number: int) -> Entry | None:
        """The evidence of this number, or None where the note does not hold it."""
        citation = self._citations.get(number)
        return self._entry(citation) if citation else None

    @property
    def referred(self) -> list[int]:
        """Numbers of the citations in the order in which they were first cited."""
        return list(self._uses)

    @property
    def unused(self) -> int:
        """How many citations of the note were not cited so far."""
        return len(self._citations) - len(self._uses)

    def _entry(self, citation: NoteCitation) -> Entry:
        places = [f"p. {citation.page}"] if citation.page else []
        if citation.paragraph:
            places.append(f"para. {citation.paragraph}")
        label = self.source_label(citation.source)
        place = ", ".join([self.source_day(citation.source), *places])
        source: Line = (
            Run(self.source_tag(citation.source), "strong", foreign=True),
            Run(" "),
            Run(label, foreign=True),
            Run(f", {place}"),
        )
        # The space at a seam belongs to the words beside the span.
        before, after = clean(citation.before), clean(citation.after)
        return Entry(
            number=citation.number,
            before=f"{before} " if before and citation.before[-1:].isspace() else before,
            span=clean(citation.span.text),
            after=f" {after}" if after and citation.after[:1].isspace() else after,
            source=source,
            uses=self._uses[citation.number],
        )
