"""Lays a note out in a house style: every format shows the same, in the same order and the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.render.note import apparatus, sayings, sections
from summariser.render.note.blocks import Block, Fact, Layout, Paragraph, Section
from summariser.render.note.gather import Gatherer, own_run
from summariser.render.note.words import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from summariser.render.note.style import SectionKey, Style
    from summariser.schemas.note import Note

__all__ = ["lay_out", "references"]

_BUILDERS: dict[SectionKey, Callable[[Gatherer], list[Block]]] = {
    "bottom_line": sections.bottom_line,
    "new": sections.new,
    "recycled": sections.recycled,
    "commitments": sections.commitments,
    "differences": sayings.differences,
    "timeline": sections.timeline,
    "facts": sections.facts,
    "quotes": sayings.quotes,
    "parties": apparatus.parties,
    "unknown": apparatus.unknown,
    "sources": apparatus.sources,
    "evidence": apparatus.evidence,
    "about": apparatus.about,
}


def lay_out(note: Note, style: Style) -> Layout:
    """Lay a note out.

    Args:
        note: The note.
        style: The house style.

    Returns:
        Title block and sections; those with nothing to say are not among them. The evidence holds whatever any section
        refers to, wherever it stands. What a short note leaves out is counted.
    """
    gatherer = Gatherer(note, style)
    keys = gatherer.length.sections
    built = _build(gatherer)
    if left := _elsewhere(note, style):
        where = "In the long note also" if note.length == "short" else "Left out by the house style"
        built[keys[-1]].append(Paragraph((own_run(f"{where}: {left}.", "quiet"),)))
    shown = tuple(Section(key, style.title_of(key), tuple(built[key])) for key in keys if built[key])
    return Layout(
        title=clean(note.title) or "Briefing note",
        kind="Briefing note",
        facts=tuple(_facts(gatherer)),
        warnings_title="Read with care",
        warnings=tuple(clean(warning) for warning in note.warnings),
        sections=shown,
        lang=style.lang,
    )


def references(note: Note, style: Style) -> list[int]:
    """The numbers of the citations in the order in which the note first refers to them."""
    gatherer = Gatherer(note, style)
    _build(gatherer)
    return gatherer.referred


def _build(gatherer: Gatherer) -> dict[SectionKey, list[Block]]:
    """The blocks of each section; the evidence is known only when all else is laid out."""
    return {
        key: _BUILDERS[key](gatherer) for key in sorted(gatherer.length.sections, key=lambda key: key == "evidence")
    }


def _facts(gatherer: Gatherer) -> list[Fact]:
    note = gatherer.note
    facts = [Fact("For", clean(note.audience))] if note.audience else []
    facts.append(Fact("Date", gatherer.words.day(note.as_of)))
    if note.topic and clean(note.topic).casefold() != clean(note.title).casefold():
        facts.append(Fact("Subject", clean(note.topic)))
    used = sum(source.status == "used" for source in note.sources)
    other = len(note.sources) - used
    facts.append(Fact("Sources", f"{used:,} used" + (f", {other:,} not used" if other else "")))
    return facts


def _elsewhere(note: Note, style: Style) -> str:
    """The sections that a note of this length does not have, with the number of their items."""
    shown = (style.short if note.length == "short" else style.long).sections
    counts: dict[SectionKey, int] = {
        "bottom_line": len(note.bottom_line),
        "new": len(note.new),
        "recycled": len(note.recycled),
        "commitments": len(note.commitments),
        "differences": len(note.differences),
        "timeline": len(note.timeline),
        "facts": len(note.facts),
        "quotes": len(note.quotes),
        "parties": len(note.parties),
        "unknown": len(note.unknown),
    }
    return "; ".join(
        f"{style.title_of(key)} ({count:,})" for key, count in counts.items() if count and key not in shown
    )
