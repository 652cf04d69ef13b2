"""What a reader takes out of a file, and its form as JSON, in which it leaves the process that read it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date as Date

from summariser.documents.document import Furniture, Gap, Page

__all__ = ["Extract", "FoundDate", "Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader is given.

    Attributes:
        data: All bytes of the file.
        charset: The encoding that came with it, as a server names it, or None.
        url: Where it was fetched from, or None.
    """

    data: bytes
    charset: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date that a file's metadata give.

    Attributes:
        day: The day.
        source: What says so, in a few words: "the mail's Date header".
        certain: True where it goes before a dateline in the text: when a page was published or a mail was sent. False
            for the days on which a file was made or saved.
    """

    day: Date
    source: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a file with what is known of it.

    Attributes:
        text: The whole text.
        encoding: How the bytes were decoded; "binary" where they are no text.
        pages: Pages in order, or none.
        gaps: Parts that could not be read.
        furniture: What the format shows to be furniture, in order, not overlapping.
        notes: What the reader should know, one sentence each.
        title: From the metadata, or None.
        author: From the metadata, or None.
        outlet: From the metadata, or None.
        url: From the metadata, or None.
        date: From the metadata, or None.
    """

    text: str
    encoding: str = "binary"
    pages: tuple[Page, ...] = ()
    gaps: tuple[Gap, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    notes: tuple[str, ...] = ()
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    date: FoundDate | None = None

    def to_json(self) -> str:
        """As JSON in ASCII."""
        return json.dumps(asdict(self), default=Date.isoformat)

    @classmethod
    def from_json(cls, data: bytes) -> Extract:
        """The extract that `to_json` wrote."""
        fields = json.loads(data)
        found = fields.pop("date")
        return cls(
            **{
                **fields,
                "pages": tuple(Page(**page) for page in fields["pages"]),
                "gaps": tuple(Gap(**gap) for gap in fields["gaps"]),
                "furniture": tuple(Furniture(**piece) for piece in fields["furniture"]),
                "notes": tuple(fields["notes"]),
                "date": FoundDate(**{**found, "day": Date.fromisoformat(found["day"])}) if found else None,
            }
        )
