"""A note as PDF, set by Typst. What the note says reaches Typst as data only, never as source."""

from __future__ import annotations

import dataclasses
import json
import unicodedata
from datetime import UTC
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from summariser.errors import SettingsError
from summariser.render.note.blocks import Cite, Link, Run
from summariser.render.note.compose import lay_out
from summariser.render.note.extras import need
from summariser.render.note.styles import logo_of

if TYPE_CHECKING:
    from pathlib import Path

    from summariser.render.note.blocks import Layout
    from summariser.render.note.style import Style
    from summariser.schemas.note import Note

__all__ = ["render_note_pdf"]

_EMBEDDED = ["Libertinus Serif", "DejaVu Sans Mono"]
# Scripts that the fonts inside Typst can write.
_COVERED = ("LATIN", "GREEK", "CYRILLIC", "HEBREW", "ARABIC")
# Pictures of control characters, which those fonts lack, too.
_PICTURES = dict.fromkeys(range(0x2400, 0x2427), "\N{REPLACEMENT CHARACTER}")
_ACCESSIBLE: Final = "ua-1"


def render_note_pdf(note: Note, style: Style) -> bytes:
    """Render a note as a tagged PDF with bookmarks, links from each reference to its evidence and back, and metadata.

    The same note in the same style gives the same bytes: only fonts inside Typst and in the folder `fonts` of the style
    are used, and the time in the file is that of the note. A note in a script that those fonts lack takes the fonts of
    the system, too.

    Args:
        note: The note.
        style: The house style.

    Returns:
        The file; it conforms to PDF/UA-1 where every character has a glyph.

    Raises:
        SettingsError: The library is not installed, or the logo or a font of the style cannot be used.
    """
    need("typst", "note", "a PDF note")
    import typst

    layout = lay_out(note, style)
    logo = logo_of(style)
    template = resources.files("summariser.render.note").joinpath("assets", "note.typ").read_bytes()
    data = json.dumps(_data(layout, note, style, logo), ensure_ascii=False).translate(_PICTURES)
    fonts = _font_folders(style)
    created = note.provenance.created
    stamp = (created if created.tzinfo else created.replace(tzinfo=UTC)).astimezone(UTC)

    def compile_as(standards: list[typst.PDFStandard]) -> object:
        # A compiler that has failed loses its input: each attempt has its own.
        make: Any = typst.Compiler  # its stubs want the folders to be of the type of the template
        compiler = make(
            template,
            font_paths=fonts,
            ignore_system_fonts=not _needs_system_fonts(data),
            sys_inputs={"note": data},
        )
        return compiler.compile(format="pdf", timestamp=stamp, pdf_standards=standards)

    try:
        try:
            result = compile_as([_ACCESSIBLE])
        except typst.TypstError:
            # A character without a glyph: readable still, but no longer up to the standard.
            result = compile_as([])
    except typst.TypstError as error:
        # Its message may quote the note.
        raise SettingsError("the PDF could not be set", hint="check the fonts and the logo of the style") from error
    if not isinstance(result, bytes):
        raise TypeError("Typst gave no file")
    return result


def _font_folders(style: Style) -> list[Path]:
    folder = style.folder / "fonts" if style.folder else None
    return [folder] if folder and folder.is_dir() else []


def _needs_system_fonts(text: str) -> bool:
    """Whether a letter is of a script that the embedded fonts lack."""
    letters = {character for character in set(text) if character.isalpha() and ord(character) > 0x24F}
    return any(not unicodedata.name(letter, "").startswith(_COVERED) for letter in letters)


def _data(layout: Layout, note: Note, style: Style, logo: bytes | None) -> dict[str, Any]:
    language, region = layout.lang.split("-")
    created = note.provenance.created
    return {
        "title": layout.title,
        "kind": layout.kind,
        "facts": [dataclasses.asdict(fact) for fact in layout.facts],
        "care": layout.warnings_title,
        "warnings": list(layout.warnings),
        "sections": [
            {"key": section.key, "title": section.title, "blocks": [_plain(block) for block in section.blocks]}
            for section in layout.sections
        ],
        "language": language,
        "region": region,
        "author": style.letterhead[0] if style.letterhead else "summariser",
        "created": [created.year, created.month, created.day],
        "letterhead": style.letterhead,
        "logo": ("png" if logo.startswith(b"\x89PNG") else "jpg") if logo else "",
        "logo_bytes": list(logo or b""),
        "logo_alt": style.logo_alt,
        "classification": style.classification,
        "footer": style.footer,
        "paper": "us-letter" if style.paper == "letter" else "a4",
        "accent": style.accent,
        "text_fonts": [*style.fonts.text, *_EMBEDDED],
        "heading_fonts": [*style.fonts.headings, *_EMBEDDED],
    }


def _plain(value: Any) -> Any:
    """A block as plain data; each part says what it is under "is"."""
    if isinstance(value, (tuple, list)):
        return [_plain(inner) for inner in value]
    if isinstance(value, (Run, Cite, Link)) or dataclasses.is_dataclass(value):
        fields = {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return {"is": type(value).__name__.lower(), **fields}
    return value
