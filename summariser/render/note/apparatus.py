"""The sections of a note by which it can be checked: parties, unknowns, sources, evidence, how it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.render.labels import plural
from summariser.render.note.blocks import Block, Cell, Column, Evidence, Items, Line, Paragraph, Row, Run, Table
from summariser.render.note.gather import Gatherer, foreign, own_run
from summariser.render.note.sections import more_line
from summariser.render.note.words import clean

if TYPE_CHECKING:
    from summariser.schemas.note import NoteParty, NoteSource

__all__ = ["about", "evidence", "parties", "sources", "unknown"]

_NONE: Cell = ((Run("–", "quiet"),),)
_WHY = {"irrelevant": "Irrelevant", "duplicate": "Duplicate", "failed": "Could not be read", "used": "Used"}


def parties(gatherer: Gatherer) -> list[Block]:
    """Everybody who acts, under all their names."""
    everything = gatherer.note.parties
    if not everything:
        return []
    shown, more = gatherer.limit("parties", everything)
    columns = (Column("Name", 30), Column("Who", 34), Column("Also named", 22), Column("Sources", 14))
    return [Table("Parties", columns, tuple(_party(gatherer, one) for one in shown)), *more_line(gatherer, more)]


def _party(gatherer: Gatherer, party: NoteParty) -> Row:
    who: list[Line] = [(foreign(party.role),)] if party.role else []
    if party.represents:
        who.append((own_run("for "), foreign(gatherer.name(party.represents))))
    kind = gatherer.words.own(party.kind.capitalize())
    also = [line for alias in party.aliases if (line := (foreign(alias),))]
    return (
        ((foreign(party.name, "strong"),),),
        tuple(who) or ((own_run(kind, "quiet"),),),
        tuple(also) or _NONE,
        gatherer.by_source(party.cites),
    )


def unknown(gatherer: Gatherer) -> list[Block]:
    """What a reader would want to know and no source tells."""
    everything = gatherer.note.unknown
    if not everything:
        return []
    shown, more = gatherer.limit("unknown", everything)
    lines = tuple((foreign(one.text), *gatherer.cites(one.cites)) for one in shown)
    return [Items(lines, gatherer.number(len(lines))), *more_line(gatherer, more)]


def sources(gatherer: Gatherer) -> list[Block]:
    """Every document: those used, then those not used and why."""
    used = [source for source in gatherer.note.sources if source.status == "used"]
    others = [source for source in gatherer.note.sources if source.status != "used"]
    blocks: list[Block] = []
    columns: tuple[Column, ...]
    if used:
        columns = (Column("No.", 8), Column("Document", 52), Column("Published by", 22), Column("Date", 18))
        blocks.append(Table("Sources used", columns, tuple(_source(gatherer, one) for one in used)))
    else:
        blocks.append(Paragraph((own_run("No document could be used.", "mark"),)))
    if others:
        columns = (Column("No.", 8), Column("Not used", 46), Column("Why", 46))
        blocks.append(Table("Sources not used", columns, tuple(_unused(gatherer, one) for one in others)))
    return blocks


def _source(gatherer: Gatherer, source: NoteSource) -> Row:
    document: list[Line] = [(gatherer.source_link(source),)]
    if source.title and source.name not in {source.title, source.url}:
        document.append((foreign(source.name, "quiet"),))
    document += [(own_run("Lost in reading: ", "mark"), foreign(warning)) for warning in source.warnings]
    published: list[Line] = [(foreign(name),) for name in (source.outlet, source.author) if name]
    dated: list[Line] = [(own_run(gatherer.source_day(source.id)),)]
    if source.date_source:
        dated.append((own_run("found in: ", "quiet"), foreign(source.date_source, "quiet")))
    return (_tag(gatherer, source), tuple(document), tuple(published) or _NONE, tuple(dated))


def _unused(gatherer: Gatherer, source: NoteSource) -> Row:
    why: Line = (own_run(_WHY[source.status], "strong"),)
    if source.reason:
        why = (*why, own_run(": "), foreign(source.reason))
    return (_tag(gatherer, source), ((gatherer.source_link(source),),), (why,))


def _tag(gatherer: Gatherer, source: NoteSource) -> Cell:
    return ((Run(gatherer.source_tag(source.id), "strong", foreign=True),),)


def evidence(gatherer: Gatherer) -> list[Block]:
    """Every citation that the note refers to, in its sentence."""
    entries = gatherer.used()
    left = gatherer.unused if gatherer.note.length == "short" else 0
    return [Evidence(tuple(entries)), *more_line(gatherer, left, "pieces of evidence ")] if entries else []


def about(gatherer: Gatherer) -> list[Block]:
    """How the note came about, and what did not get in."""
    note, made = gatherer.note, gatherer.note.provenance
    by: Line = (own_run("No model wrote a sentence of it."),)
    if made.model:
        where = ", through an endpoint named by the user" if made.base_url else ", on the machine of the user"
        by = (own_run("Sentences were written by "), foreign(made.model), own_run(f"{where}, and checked."))
    cost = f" Cost: US${made.cost_usd:,.4f}." if made.cost_usd is not None else ""
    first = own_run(
        f"Made on {gatherer.words.day(made.created.date())} with summariser "
        f"{clean(made.summariser_version)} from {plural(len(note.sources), 'document')}. "
    )
    rest = own_run(f" Every quoted word was cut from its source by the program.{cost}")
    blocks: list[Block] = [Paragraph((first, *by, rest))]
    if note.left_out and note.length == "short":
        count = plural(len(note.left_out), "sentence")
        verb = "was" if len(note.left_out) == 1 else "were"
        said = f"{count} {verb} left out because the sources do not bear it out; the long note lists what."
        blocks.append(Paragraph((own_run(said),)))
    elif note.left_out:
        blocks.append(Paragraph((own_run("Left out, because the sources do not bear it out:"),)))
        blocks.append(
            Items(
                tuple(
                    (own_run("“", "quiet"), foreign(one.text, "quiet"), own_run("” – ", "quiet"), foreign(one.reason))
                    for one in note.left_out
                )
            )
        )
    return blocks
