"""The sections of a note in which the sources speak: where they differ, and whom they quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.render.note.blocks import Block, Line, Paragraph, Quotation, Run, Side, Sides
from summariser.render.note.gather import Gatherer, foreign, own_run
from summariser.render.note.sections import more_line
from summariser.render.note.words import clean

if TYPE_CHECKING:
    from summariser.schemas.note import Difference, NoteQuote, Wording

__all__ = ["differences", "quotes"]

_DIFFERING = {
    "deadline": "Deadline",
    "amount": "Amount",
    "status": "Status",
    "condition": "Condition",
    "figure": "Figure",
    "party": "Who",
}


def differences(gatherer: Gatherer) -> list[Block]:
    """Both wordings of each matter on which the sources differ."""
    everything = gatherer.note.differences
    if not everything:
        return [Paragraph((own_run("No difference between the sources was found.", "quiet"),))]
    shown, more = gatherer.limit("differences", everything)
    return [*(_sides(gatherer, one) for one in shown), *more_line(gatherer, more)]


def _sides(gatherer: Gatherer, difference: Difference) -> Block:
    about = (own_run(f"{_DIFFERING[difference.field]}: ", "strong"), foreign(difference.about, "strong"))
    sides = [
        Side(
            head=(
                (
                    Run(gatherer.source_tag(wording.source), "strong", foreign=True),
                    own_run(" "),
                    foreign(gatherer.source_label(wording.source)),
                ),
                _day_and_others(gatherer, wording),
            ),
            words=(*_wording(gatherer, wording), *gatherer.cites(wording.cites)),
        )
        for wording in difference.wordings
    ]
    return Sides(about, tuple(sides))


def _wording(gatherer: Gatherer, wording: Wording) -> Line:
    """The words of a source, and the day they mean where they do not say it."""
    said: Line = (own_run("“"), foreign(wording.text), own_run("”"))
    if wording.latest is None or str(wording.latest.year) in wording.text:
        return said
    return (*said, own_run(f" ({gatherer.words.day(wording.latest)})", "quiet"))


def _day_and_others(gatherer: Gatherer, wording: Wording) -> Line:
    """The day of the source that is quoted, and which others say the same."""
    sources = dict.fromkeys(filter(None, map(gatherer.source_of, wording.cites)))
    others = [gatherer.source_tag(source) for source in sources if source != wording.source]
    day = own_run(gatherer.source_day(wording.source), "quiet")
    return (day, own_run("; also ", "quiet"), Run(", ".join(others), "quiet", foreign=True)) if others else (day,)


def quotes(gatherer: Gatherer) -> list[Block]:
    """Who said what, in whose words."""
    everything = gatherer.note.quotes
    shown, more = gatherer.limit("quotes", everything)
    blocks: list[Block] = []
    for quote in shown:
        speaker = gatherer.party(quote.speaker)
        by: list[Run] = [foreign(gatherer.name(quote.speaker), "strong") if quote.speaker else own_run("Not named")]
        if speaker and speaker.role:
            by += [own_run(", "), foreign(speaker.role)]
        if speaker and speaker.represents:
            by += [own_run(", for "), foreign(gatherer.name(speaker.represents))]
        for source in quote.sources:
            by += [own_run("; "), foreign(gatherer.source_label(source)), own_run(f", {gatherer.source_day(source)}")]
        if not quote.marked:
            by.append(own_run("; printed without quotation marks"))
        words = _quoted(gatherer, quote)
        blocks.append(Quotation(words, (*by, *gatherer.cites(quote.cites))))
    return [*blocks, *more_line(gatherer, more)]


def _quoted(gatherer: Gatherer, quote: NoteQuote) -> Line:
    """The words of a quote; where the source breaks them off to name the speaker, so does the note."""
    entries = [entry for number in quote.cites if (entry := gatherer.entry(number))]
    spans = next(
        (
            [entry.span for entry in entries[:count]]
            for count in range(1, len(entries) + 1)
            if " ".join(entry.span for entry in entries[:count]) == clean(quote.text)
        ),
        [clean(quote.text)],
    )
    pieces: list[Run] = []
    for span in spans:
        pieces += [own_run(" … " if pieces else ""), own_run("“"), foreign(span), own_run("”")]
    return tuple(pieces)
