"""A house style: what a folder with a `style.toml` may say about the look of a note."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints, field_validator, model_validator

__all__ = ["SECTIONS", "Fonts", "Length", "SectionKey", "Style"]

SectionKey = Literal[
    "bottom_line",
    "new",
    "recycled",
    "commitments",
    "differences",
    "timeline",
    "facts",
    "quotes",
    "parties",
    "unknown",
    "sources",
    "evidence",
    "about",
]

SECTIONS: dict[SectionKey, str] = {
    "bottom_line": "Bottom line",
    "new": "What is new",
    "recycled": "What is recycled",
    "commitments": "Commitments",
    "differences": "Where sources differ",
    "timeline": "Timeline",
    "facts": "Background and figures",
    "quotes": "Key quotes",
    "parties": "Who is who",
    "unknown": "What is not known",
    "sources": "Sources",
    "evidence": "Evidence",
    "about": "How this note was made",
}
"""Every section with its usual title, in the usual order of a long note."""

_SHORT: tuple[SectionKey, ...] = (
    "bottom_line",
    "new",
    "recycled",
    "commitments",
    "differences",
    "quotes",
    "unknown",
    "sources",
    "evidence",
    "about",
)
_SHORT_ROWS: dict[SectionKey, int] = {"new": 4, "recycled": 4, "commitments": 6, "differences": 3, "quotes": 2}
_NEVER_LEFT: frozenset[str] = frozenset({"sources", "evidence"})
_LOGOS = frozenset({".png", ".jpg", ".jpeg"})
_LEAST_CONTRAST = 4.5  # of text on white paper, as WCAG 2.2 level AA asks

_Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]
_Family = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9 \-]{0,60}$")]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Fonts(_Part):
    """Families by preference. A Word file names the first; a PDF uses those that lie in the style's folder `fonts`."""

    text: list[_Family] = Field(default=["Georgia", "Cambria", "Liberation Serif"], min_length=1)
    headings: list[_Family] = Field(default=["Georgia", "Cambria", "Liberation Serif"], min_length=1)
    generic: Literal["serif", "sans-serif"] = "serif"


class Length(_Part):
    """What a note of one length holds.

    A section left out and rows beyond the limit are counted in the note, never dropped in silence.
    """

    sections: list[SectionKey] = Field(min_length=1, description="In order.")
    rows: dict[SectionKey, Annotated[int, Field(ge=1, le=10_000)]] = Field(
        default_factory=dict, description="Most rows of a section; all where it is not named."
    )

    @field_validator("sections")
    @classmethod
    def _check(cls, sections: list[SectionKey]) -> list[SectionKey]:
        twice = sorted({key for key in sections if sections.count(key) > 1})
        if twice:
            raise ValueError(f"names {', '.join(twice)} twice")
        missing = sorted(_NEVER_LEFT - set(sections))
        if missing:
            raise ValueError(f"must name {' and '.join(missing)}: every line of a note can be checked")
        return sections


class Style(_Part):
    """A house style. Everything has a default, so that a style says only what it changes."""

    name: _Line = "Plain"
    description: _Line = ""
    letterhead: list[_Line] = Field(default_factory=list, max_length=8, description="Lines above the title.")
    logo: str | None = Field(default=None, description="PNG or JPEG file in the folder of the style.")
    logo_alt: _Line = Field(default="", description="What the logo shows, for readers who do not see it.")
    classification: _Line = Field(default="", description="Printed at the head of every page.")
    footer: _Line = Field(default="", description="Printed at the foot of every page.")
    paper: Literal["a4", "letter"] = "a4"
    accent: Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")] = "#1f3f66"
    fonts: Fonts = Field(default_factory=Fonts)
    spelling: Literal["british", "american"] = "british"
    dates: Literal["12 March 2025", "March 12, 2025", "iso"] | None = Field(
        default=None, description="How days are written. None: as the spelling has it."
    )
    numbered: bool = Field(default=False, description="Whether paragraphs carry numbers that run through the note.")
    titles: dict[SectionKey, Annotated[_Line, StringConstraints(min_length=1)]] = Field(default_factory=dict)
    short: Length = Field(default_factory=lambda: Length(sections=list(_SHORT), rows=dict(_SHORT_ROWS)))
    long: Length = Field(default_factory=lambda: Length(sections=list(SECTIONS)))

    _folder: Path | None = PrivateAttr(default=None)

    @field_validator("accent")
    @classmethod
    def _dark_enough(cls, accent: str) -> str:
        if _contrast_on_white(accent) < _LEAST_CONTRAST:
            raise ValueError("is too light to read on white paper")
        return accent.lower()

    @field_validator("logo")
    @classmethod
    def _beside(cls, logo: str | None) -> str | None:
        if logo is None:
            return None
        path = PurePosixPath(logo)
        if path.name != logo or "\\" in logo:
            raise ValueError("must be the name of a file in the folder of the style")
        if path.suffix.lower() not in _LOGOS:
            raise ValueError("must be a PNG or JPEG file")
        return logo

    @model_validator(mode="after")
    def _told(self) -> Style:
        if self.logo and not self.logo_alt:
            raise ValueError("a logo needs logo_alt, which says what it shows")
        return self

    def at(self, folder: Path) -> Style:
        """Tell the style where it lies.

        Returns:
            The style itself.
        """
        self._folder = folder
        return self

    @property
    def folder(self) -> Path | None:
        """Where its logo and its fonts are, or None."""
        return self._folder

    @property
    def lang(self) -> str:
        """Language tag of the program's own words."""
        return "en-US" if self.spelling == "american" else "en-GB"

    @property
    def date_style(self) -> Literal["12 March 2025", "March 12, 2025", "iso"]:
        """How days are written."""
        return self.dates or ("March 12, 2025" if self.spelling == "american" else "12 March 2025")

    def title_of(self, key: SectionKey) -> str:
        """The title of a section."""
        return self.titles.get(key) or SECTIONS[key]


def _contrast_on_white(colour: str) -> float:
    channels = [int(pair, 16) / 255 for pair in re.findall("..", colour[1:])]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)
