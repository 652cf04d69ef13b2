"""The words in which a brief is shown, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from summariser.schemas.brief import Brief, Coverage, DateRange, DocumentInfo, Party, Provenance, Span

__all__ = [
    "EMPTY",
    "NOT_NAMED",
    "NO_SPEAKER",
    "UNMARKED",
    "Names",
    "byline",
    "coverage_line",
    "date_words",
    "day_words",
    "label",
    "offsets",
    "plural",
    "provenance_rows",
]

EMPTY = "None found."
NOT_NAMED = "Not named"
NO_SPEAKER = "Speaker not stated"
UNMARKED = "printed without quotation marks"

# Not from `calendar`, whose names follow the locale of the process.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT_HASH = 12


class Names:
    """Names of the parties of one brief by their ids.

    Args:
        brief: The brief; where two parties share an id the first counts.
    """

    def __init__(self, brief: Brief) -> None:
        self._parties: dict[str, Party] = {party.id: party for party in reversed(brief.parties)}

    def of(self, party_id: str) -> str:
        """The name of the party, or the id itself where the brief has no such party."""
        party = self._parties.get(party_id)
        return party.name if party else party_id

    def all_of(self, party_ids: list[str]) -> str:
        """The names, separated by commas; an empty string for no ids."""
        return ", ".join(map(self.of, party_ids))


def label(value: str) -> str:
    """A value of the contract as a label: "next_step" becomes "Next step"."""
    return value.replace("_", " ").capitalize()


def plural(count: int, one: str, many: str | None = None) -> str:
    """Count and noun: "1 item", "2 items"; thousands are grouped."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def offsets(span: Span) -> str:
    """The place of a span: "420–512" (first character, and one past the last)."""
    return f"{span.start}–{span.end}"


def byline(document: DocumentInfo) -> str:
    """Name of the document, and its date where it is known."""
    return f"{document.name} · {day_words(document.date)}" if document.date else document.name


def day_words(day: date) -> str:
    """A day in words: "1 March 2027"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _interval(first: date, last: date) -> str:
    if first == last:
        return day_words(last)
    if first.year != last.year:
        return f"{day_words(first)} to {day_words(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} to {day_words(last)}"
    return f"{first.day}–{day_words(last)}"


def date_words(when: DateRange) -> str:
    """The document's own words, then what they mean in brackets where that is known and says more."""
    if when.earliest and when.latest:
        meaning = _interval(when.earliest, when.latest)
    elif when.latest:
        meaning = f"by {day_words(when.latest)}"
    elif when.earliest:
        meaning = f"from {day_words(when.earliest)}"
    else:
        return when.text
    said = meaning.removeprefix("by ").removeprefix("from ") in when.text
    return when.text if said else f"{when.text} ({meaning})"


def coverage_line(coverage: Coverage) -> str:
    """How much of the document was read, in one line."""
    share = 100.0 * coverage.read / coverage.characters if coverage.characters else 100.0
    # Never "100 %" for less than all of it.
    percent = "100" if coverage.read >= coverage.characters else f"{min(share, 99.9):.1f}".removesuffix(".0")
    parts = [f"{coverage.read:,} of {plural(coverage.characters, 'character')} read ({percent} %)"]
    for status in ("skipped", "truncated", "failed"):
        count = sum(chunk.status == status for chunk in coverage.chunks)
        if count:
            parts.append(f"{plural(count, 'part')} {status}")
    if coverage.dropped:
        parts.append(f"{plural(len(coverage.dropped), 'item')} dropped")
    return ", ".join(parts)


def provenance_rows(provenance: Provenance) -> Iterator[tuple[str, str]]:
    """How the brief came about, as pairs of a label and a value; what is unknown is left out.

    Args:
        provenance: From the brief.

    Yields:
        Label and value, both plain text.
    """
    document, prompt, usage = provenance.document, provenance.prompt, provenance.usage
    yield "Document", document.name
    if document.date:
        yield "Dated", day_words(document.date)
    yield "Format", f"{document.media_type}, {document.encoding}"
    yield "SHA-256", document.sha256
    yield "Model", provenance.model
    yield "Endpoint", provenance.base_url or "none, the model ran on this machine"
    if provenance.mode:
        yield "Output mode", provenance.mode
    yield "Prompt", f"{prompt.name} {prompt.version} ({prompt.sha256[:_SHORT_HASH]})"
    yield "Schema", provenance.schema_sha256[:_SHORT_HASH]
    cached = f" ({usage.cached_input_tokens:,} from cache)" if usage.cached_input_tokens else ""
    yield "Tokens", f"{usage.input_tokens:,} in{cached}, {usage.output_tokens:,} out"
    repeated = f", {plural(usage.retries, 'retry', 'retries')} among them" if usage.retries else ""
    yield "Calls", f"{usage.calls:,}{repeated}"
    yield "Time", f"{provenance.seconds:,.1f} s"
    if provenance.cost_usd is not None:
        yield "Cost", f"US${provenance.cost_usd:,.4f}"
    yield "Made", f"{provenance.created:%Y-%m-%d %H:%M %Z}".strip()
    yield "Made by", f"summariser {provenance.summariser_version}"
