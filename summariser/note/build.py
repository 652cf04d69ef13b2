"""Briefs in, note out: everything but the sentences that a model writes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import date as Date
from typing import TYPE_CHECKING, Final

from summariser._version import __version__
from summariser.note.casing import in_normal_case
from summariser.note.citations import CitationBook, renumber
from summariser.note.commitments import CommitmentMerger
from summariser.note.differences import commitment_differences
from summariser.note.disputed import with_sentences
from summariser.note.facts import Fact, merge_facts
from summariser.note.figures import figure_differences
from summariser.note.lines import rule_lines
from summariser.note.mentions import attach_mentions
from summariser.note.parties import PartyBook, merge_parties
from summariser.note.quotes import merge_quotes
from summariser.note.relevance import find_irrelevant, names_topic, words_of_source
from summariser.note.rows import make_rows
from summariser.note.sources import Failure, Source, find_duplicates, order_sources, source_entries
from summariser.note.timeline import make_timeline
from summariser.note.unknown import find_unknown
from summariser.note.words import content_stems
from summariser.schemas.note import Note, NoteFact, NoteParty, NoteProvenance

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from summariser.schemas import Brief
    from summariser.schemas.brief import CommitmentStatus
    from summariser.schemas.note import Difference, NoteEvent, NoteLength, NoteSource

__all__ = ["build_note"]


_FORM: Final = re.compile(
    r"(?:the\s+)?(?:joint\s+|final\s+|public\s+|press\s+|news\s+|media\s+)?"
    r"(?:communiqu[eé]|statement|release|minutes|notice|declaration|memorandum|letter|transcript|speech|report)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Limits:
    quotes: int
    facts: int
    events: int


_LIMITS: Final[dict[NoteLength, _Limits]] = {"short": _Limits(8, 40, 40), "long": _Limits(60, 300, 300)}


def build_note(
    briefs: Sequence[Brief],
    *,
    topic: str | None = None,
    audience: str | None = None,
    length: NoteLength = "short",
    as_of: Date | None = None,
    failed: Collection[Failure] = (),
    title: str | None = None,
) -> Note:
    """Make a note of briefs without a model; its bottom line is made by rule.

    The order of the briefs makes no difference.

    Args:
        briefs: At least one; their documents may be attached.
        topic: The matter; sources that are beside it are listed and left out.
        audience: Whom the note is for.
        length: "short" for two minutes' reading, or "long".
        as_of: The day that overdue is reckoned from; None for today.
        failed: Documents of which no brief could be made.
        title: Its title; None for the topic, or the title of the newest source.

    Returns:
        The note. Every commitment of every source that is used is in one of its rows.
    """
    today = as_of or datetime.now(UTC).date()
    ordered = order_sources(briefs)
    duplicates = find_duplicates(ordered)
    kept = [source for source in ordered if source.id not in duplicates]
    irrelevant = find_irrelevant(kept, topic)
    used = [source for source in kept if source.id not in irrelevant]
    entries = source_entries(ordered, duplicates, irrelevant, failed)
    limits, citations = _LIMITS[length], CitationBook()

    book = merge_parties(used)
    merger = CommitmentMerger(used, book)
    told = merger.rows()
    attach_mentions(told, used, book)
    rows = make_rows(told, used, book, citations, today)
    commitments = [commitment for commitment, _ in rows]
    facts = merge_facts(used)
    undated, warnings = _facts([fact for fact in facts if fact.dated is None], citations, limits.facts)
    events = make_timeline(facts, commitments, lambda party: book.parties[party].name, citations)
    events, cut = _nearest(events, today, limits.events)
    warnings += cut
    actions = [commitment.action for commitment in commitments]
    quotes = merge_quotes(used, book, actions, citations, limits.quotes)
    parties = _parties(book, citations)
    differences = commitment_differences([(row.id, row.action, told) for row, told in rows], citations)
    names = [name for party in book.parties.values() for name in party.names]
    shown = _with_ids(facts, undated, events)
    differences += figure_differences(shown, [(row.id, one) for row, one in rows], names, citations)
    ids = {(one.source.id, one.item.id): fact_id for fact_id, fact in shown for one in fact.statements}
    ids |= {(told.source.id, item.id): row.id for row, one in rows for told in one.tellings for item in told.items}
    differences = with_sentences(differences, used, names, ids, citations)
    differences.sort(key=lambda one: _rank_of(one, {row.id: row.status for row in commitments}))
    for number, difference in enumerate(differences, 1):
        difference.id = f"d{number}"
    if topic and kept and not names_topic(kept, topic):
        warnings.insert(0, "No source holds a word of the topic; all are used.")

    note = Note(
        title=title or _title(topic, used, entries, {name.casefold() for name in names}),
        topic=topic,
        audience=audience,
        length=length,
        as_of=today,
        parties=parties,
        commitments=commitments,
        timeline=events,
        facts=[fact for fact, _ in undated],
        quotes=quotes,
        differences=differences,
        unknown=find_unknown(commitments, quotes, book, used, entries, length=length),
        sources=entries,
        citations=citations.citations,
        warnings=_lost(entries) + warnings,
        provenance=NoteProvenance(created=datetime.now(UTC).replace(microsecond=0), summariser_version=__version__),
    )
    note.bottom_line = rule_lines(note)
    return renumber(note)


def _rank_of(difference: Difference, statuses: Mapping[str, CommitmentStatus]) -> int:
    """What was taken back first, then other days and sums, then figures; what is done as promised comes last."""
    if difference.field != "status":
        return 1 if difference.field in ("deadline", "amount") else 2
    found = {statuses.get(item) for item in difference.items}
    return 0 if found & {"withdrawn", "declined"} else 4 if "fulfilled" in found else 3


def _title(topic: str | None, used: Sequence[Source], entries: Sequence[NoteSource], names: Collection[str]) -> str:
    """The topic, else the title that the other sources bear out most, and that says more than who wrote it."""
    if topic and topic.strip():
        words = " ".join(topic.split())
        return words[0].upper() + words[1:]
    held = {source.id: words_of_source(source) for source in used}

    def shared(source: Source) -> float:
        """How many of the other sources hold a word of the title, on average over its words."""
        stems = content_stems(source.brief.title or "")
        holders = sum(stem in own for key, own in held.items() if key != source.id for stem in stems)
        return holders / max(1, len(stems))

    titled = [source for source in used if source.brief.title]
    telling = [
        source
        for source in titled
        if not (source.brief.title.casefold() in names or _FORM.fullmatch(source.brief.title))
    ]
    best = max(telling or titled, key=shared, default=None)  # the newest of those that are equal
    return in_normal_case(best.brief.title) if best is not None else entries[0].name


def _lost(entries: Sequence[NoteSource]) -> list[str]:
    """A line for all sources that are not used, by reason."""
    lines = []
    for status, words in (("failed", "could not be read"), ("irrelevant", "concern another matter")):
        names = [_called(entry) for entry in entries if entry.status == status]
        if names:
            more = f" and {len(names) - 5} more" if len(names) > 5 else ""
            verb = "concerns another matter" if words.startswith("concern") and len(names) == 1 else words
            lines.append(f"{', '.join(names[:5])}{more} {verb}.")
    return lines


def _called(entry: NoteSource) -> str:
    """A source by its title, with the name of its file."""
    return f"“{entry.title}” ({entry.name})" if entry.title and entry.title != entry.name else entry.name


def _facts(facts: Sequence[Fact], citations: CitationBook, most: int) -> tuple[list[tuple[NoteFact, Fact]], list[str]]:
    made = []
    for number, fact in enumerate(facts[:most], 1):
        cites = [n for one in fact.statements for n in citations.cite(one.source, one.item)]
        made.append(
            (
                NoteFact(
                    id=f"f{number}",
                    text=fact.text,
                    kind=fact.kind,
                    sources=fact.sources,
                    cites=list(dict.fromkeys(cites)),
                ),
                fact,
            )
        )
    return made, _cut_line(len(facts) - most, "undated facts")


def _cut_line(count: int, what: str) -> list[str]:
    return [f"{count:,} more {what} are not shown."] if count > 0 else []


def _nearest(events: list[NoteEvent], today: Date, most: int) -> tuple[list[NoteEvent], list[str]]:
    """Events that several sources tell, then those nearest to the day of the note."""

    def rank(event: NoteEvent) -> tuple[int, int]:
        when = event.date.latest or event.date.earliest or today
        return -len(event.sources), abs((when - today).days)

    if len(events) <= most:
        return events, []
    chosen = {id(event) for event in sorted(events, key=rank)[:most]}
    kept = [event for event in events if id(event) in chosen]
    for number, event in enumerate(kept, 1):
        event.id = f"e{number}"
    return kept, _cut_line(len(events) - most, "dated events")


def _with_ids(
    facts: Sequence[Fact], undated: Sequence[tuple[NoteFact, Fact]], events: Sequence[NoteEvent]
) -> list[tuple[str, Fact]]:
    """All facts, with the id of the item of the note that shows each, or an empty one."""
    shown = {id(fact): made.id for made, fact in undated}
    by_text = {(event.text, event.date.text): event.id for event in events}
    found = []
    for fact in facts:
        dated = fact.dated
        event = by_text.get((fact.text, dated.item.date.text)) if dated and dated.item.date else None
        found.append((shown.get(id(fact)) or event or "", fact))
    return found


def _parties(book: PartyBook, citations: CitationBook) -> list[NoteParty]:
    """Who is who."""
    made = []
    for party in book.parties.values():
        cites = [n for source, member in party.members for n in citations.cite(source, member, first=True)]
        made.append(
            NoteParty(
                id=party.id,
                name=party.name,
                kind=party.kind,
                role=party.role,
                represents=party.represents,
                aliases=party.aliases,
                sources=list(dict.fromkeys(source.id for source, _ in party.members)),
                cites=list(dict.fromkeys(cites)),
            )
        )
    return made
