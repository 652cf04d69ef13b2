"""The sections of a note that tell what is the matter: bottom line, commitments, timeline, facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.render.note.blocks import (
    Block,
    Cell,
    Column,
    Items,
    Line,
    Paragraph,
    Row,
    Run,
    Table,
)
from summariser.render.note.gather import NOT_NAMED, OPEN, Gatherer, foreign, own_run, sorted_commitments
from summariser.render.note.words import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.render.note.style import SectionKey
    from summariser.schemas.brief import DateRange
    from summariser.schemas.note import NoteCommitment

__all__ = [
    "OVERDUE",
    "UNDATED",
    "bottom_line",
    "commitments",
    "facts",
    "more_line",
    "new",
    "recycled",
    "timeline",
]

OVERDUE, UNDATED = "Overdue", "No date"


def bottom_line(gatherer: Gatherer) -> list[Block]:
    """The sentences up front."""
    lines = [(foreign(one.text), *gatherer.cites(one.cites)) for one in gatherer.note.bottom_line]
    if not lines:
        return []
    if gatherer.style.numbered:
        return [Items(tuple(lines), gatherer.number(len(lines)))]
    return [Paragraph(line) for line in lines]


def new(gatherer: Gatherer) -> list[Block]:
    """Commitments that no older source holds."""
    everything = [one for one in sorted_commitments(gatherer.note) if one.status == "new"]
    return _told(gatherer, "new", everything, "No commitment is new.")


def recycled(gatherer: Gatherer) -> list[Block]:
    """Commitments made before and told again, with the proof."""
    everything = [one for one in sorted_commitments(gatherer.note) if one.status in {"reaffirmed", "earlier"}]
    return _told(gatherer, "recycled", everything, "No commitment was made before.")


def _told(gatherer: Gatherer, key: SectionKey, everything: Sequence[NoteCommitment], none: str) -> list[Block]:
    if not gatherer.note.commitments:
        return []
    if not everything:
        return [Paragraph((own_run(none, "quiet"),))]
    shown, more = gatherer.limit(key, everything)
    lines = tuple(_sentence(gatherer, one) for one in shown)
    return [Items(lines, gatherer.number(len(lines))), *more_line(gatherer, more)]


def _sentence(gatherer: Gatherer, commitment: NoteCommitment) -> Line:
    """Who, what, by when; composed, so that it says no more than the commitment does."""
    pieces: list[Run] = [foreign(gatherer.names(commitment.by) or NOT_NAMED, "strong")]
    if commitment.to:
        pieces += [own_run(" to "), foreign(gatherer.names(commitment.to))]
    pieces += [own_run(": "), foreign(clean(commitment.action).rstrip("."))]
    if commitment.amount and clean(commitment.amount) not in clean(commitment.action):
        pieces += [own_run(" ("), foreign(commitment.amount), own_run(")")]
    pieces += _when_inline(gatherer, commitment)
    if commitment.condition:
        pieces += [own_run("; condition: “"), foreign(commitment.condition), own_run("”")]
    pieces.append(own_run("."))
    if commitment.overdue:
        pieces += [own_run(" "), own_run(f"{OVERDUE}.", "mark")]
    own = [number for number in commitment.cites if number not in commitment.proof]
    return (*pieces, *gatherer.cites(own), *_proof(gatherer, commitment, again=bool(own)))


def _when_inline(gatherer: Gatherer, commitment: NoteCommitment) -> list[Run]:
    deadline = commitment.deadline
    if deadline is None:
        return [own_run(", no date given")]
    meaning = gatherer.words.meaning(deadline, deadline=True)
    if not meaning:
        return [own_run(", “"), foreign(deadline.text), own_run("”")]
    return [own_run(f", {meaning}" if meaning.startswith("from ") else f", by {meaning}")]


def _proof(gatherer: Gatherer, commitment: NoteCommitment, *, again: bool) -> Line:
    """Where an older source holds it already, or which was the last to tell it."""
    if not commitment.proof:
        return ()
    sources = list(dict.fromkeys(filter(None, map(gatherer.source_of, commitment.proof))))
    where: list[Run] = []
    for source in sources:
        where += [own_run(", " if where else ""), foreign(gatherer.source_label(source))]
        where.append(own_run(f" ({gatherer.source_day(source)})"))
    lead = " Already in " if again else " Not repeated since "
    before = [own_run(lead, "plain"), *where] if where else [own_run(" Made before:")]
    return (*before, own_run("."), *gatherer.cites(commitment.proof))


def commitments(gatherer: Gatherer) -> list[Block]:
    """Every commitment as a row, by deadline."""
    everything = sorted_commitments(gatherer.note)
    if not everything:
        return [Paragraph((own_run("The sources hold no commitment.", "quiet"),))]
    shown, more = gatherer.limit("commitments", everything, rank=_concern)
    columns = (
        Column("Who, to whom", 23),
        Column("What", 30),
        Column("By when", 19),
        Column("Amount", 16),
        Column("Status", 15),
        Column("Sources", 11),
    )
    rows = tuple(_row(gatherer, one) for one in shown)
    return [Table("Commitments by deadline", columns, rows), *more_line(gatherer, more)]


def _concern(commitment: NoteCommitment) -> int:
    """How much a reader in a hurry needs a row: what was taken back and what is to come first, what is done last."""
    if commitment.status == "withdrawn":
        return 0
    fresh = commitment.status in ("new", "reaffirmed")
    if commitment.deadline and (fresh or (commitment.status == "earlier" and not commitment.overdue)):
        return 1
    if fresh:
        return 2
    return {"declined": 3, "proposed": 4, "earlier": 5}.get(commitment.status, 6)


def _row(gatherer: Gatherer, commitment: NoteCommitment) -> Row:
    who: list[Line] = [(foreign(gatherer.names(commitment.by) or NOT_NAMED, "strong"),)]
    if commitment.to:
        who.append((own_run("to ", "quiet"), foreign(gatherer.names(commitment.to), "quiet")))
    what: list[Line] = [(foreign(commitment.action),)]
    if commitment.condition:
        condition = (own_run("Condition: “", "quiet"), foreign(commitment.condition, "quiet"), own_run("”", "quiet"))
        what.append(condition)
    return (
        tuple(who),
        tuple(what),
        _when(gatherer, commitment),
        ((foreign(commitment.amount),),) if commitment.amount else ((own_run("–", "quiet"),),),
        ((own_run(commitment.status.capitalize()),),),
        gatherer.by_source([*commitment.cites, *commitment.proof]),
    )


def _when(gatherer: Gatherer, commitment: NoteCommitment) -> Cell:
    """The day, the source's own words where they say it otherwise, and the marks."""
    lines: list[Line] = []
    deadline = commitment.deadline
    meaning = gatherer.words.meaning(deadline, deadline=True) if deadline else ""
    if meaning:
        lines.append((own_run(meaning, "strong"),))
    if deadline and _says_more(deadline, meaning):
        lines.append((own_run("“", "quiet"), foreign(deadline.text, "quiet"), own_run("”", "quiet")))
    if commitment.overdue:
        lines.append((own_run(f"▲ {OVERDUE}", "mark"),))
    elif not meaning and commitment.status in OPEN:
        lines.append((own_run(f"◇ {UNDATED}", "quiet"),))
    return tuple(lines) or ((own_run("–", "quiet"),),)


def _says_more(when: DateRange, meaning: str) -> bool:
    said = clean(when.text)
    return bool(said) and said.removeprefix("by ").removeprefix("on ") != meaning


def timeline(gatherer: Gatherer) -> list[Block]:
    """The dated facts; a short note keeps the latest."""
    everything = gatherer.note.timeline
    if not everything:
        return []
    shown, more = gatherer.limit("timeline", everything, last=True)
    rows: list[Row] = []
    for event in shown:
        meaning = gatherer.words.meaning(event.date)
        when = own_run(meaning, "strong") if meaning else foreign(event.date.text, "strong")
        rows.append((((when,),), ((foreign(event.text), *gatherer.cites(event.cites)),)))
    return [
        Table("What happened when", (Column("When", 22), Column("What", 78)), tuple(rows)),
        *more_line(gatherer, more),
    ]


def facts(gatherer: Gatherer) -> list[Block]:
    """Facts that the timeline does not hold already."""
    dated = {(event.text, tuple(event.cites)) for event in gatherer.note.timeline}
    everything = [
        fact
        for fact in gatherer.note.facts
        if "timeline" not in gatherer.length.sections or (fact.text, tuple(fact.cites)) not in dated
    ]
    if not everything:
        return []
    shown, more = gatherer.limit("facts", everything)
    lead = {"next_step": "Next step: ", "figure": "Figure: "}
    lines = tuple(
        (own_run(lead.get(fact.kind, ""), "strong"), foreign(fact.text), *gatherer.cites(fact.cites)) for fact in shown
    )
    return [Items(lines, gatherer.number(len(lines))), *more_line(gatherer, more)]


def more_line(gatherer: Gatherer, more: int, what: str = "") -> list[Block]:
    """Says how many rows the house style leaves out of a note of this length."""
    where = "in the long note" if gatherer.note.length == "short" else "left out by the house style"
    return [Paragraph((own_run(f"{more:,} more {what}{where}.", "quiet"),))] if more else []
