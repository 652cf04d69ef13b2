"""A note in files of all kinds, and on the screen."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from summariser._version import __version__
from summariser.errors import InputError, SummariserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.render.note import Style
    from summariser.schemas import Note

__all__ = ["NoteWriter"]

_Renderer = Callable[["Note", "Style"], str | bytes]


class NoteWriter:
    """Writes a note to files by their endings.

    Args:
        out: The files.
        style: A house style, by name or path; None for the default.
        classification: In place of the style's, or None.

    Raises:
        InputError: An ending is not known, or a file is named twice.
        SettingsError: The style cannot be used, or what writes a format is not installed.
    """

    def __init__(self, out: Sequence[Path], style: str | None, classification: str | None) -> None:
        self._renderers = _renderers()
        known = ", ".join(self._renderers)
        for path in out:
            if path.suffix.lower() not in self._renderers:
                raise InputError(f"{path}: its ending tells no format", hint=f"known are {known}")
            if path.is_dir():
                raise InputError(f"{path} is a folder", hint="name a file")
        if len(set(out)) < len(out):
            raise InputError("the same file is named twice with -o")
        from summariser.render.note import load_style

        self._out = list(out)
        self._style = load_style(style)
        if classification is not None:
            self._style = self._style.model_copy(update={"classification": " ".join(classification.split())})
        empty = _empty_note()
        for ending in dict.fromkeys(path.suffix.lower() for path in out):
            self._renderers[ending](empty, self._style)  # what is missing is told before a model works for an hour

    def ordered(self, note: Note) -> Note:
        """The note with its citations numbered as a reader meets them, in every format alike."""
        from summariser.render.note import in_reading_order

        return in_reading_order(note, self._style)

    def write(self, note: Note) -> Iterator[SummariserError]:
        """Write all files; one that fails does not hinder the others.

        Yields:
            What failed.
        """
        for path in self._out:
            try:
                rendered = self._renderers[path.suffix.lower()](note, self._style)
                # Excel takes a CSV file for UTF-8 only where it begins with a byte-order mark.
                encoding = "utf-8-sig" if path.suffix.lower() == ".csv" else "utf-8"
                _write(path, rendered.encode(encoding) if isinstance(rendered, str) else rendered)
            except SummariserError as error:
                yield error

    def show(self, note: Note) -> None:
        """Print the note: laid out on a terminal, as Markdown elsewhere."""
        from summariser.render.note import render_note_markdown

        text = render_note_markdown(note, self._style)
        if not sys.stdout.isatty():
            sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
            return
        from rich.console import Console
        from rich.markdown import Markdown

        Console().print(Markdown(text, hyperlinks=False))


def _renderers() -> dict[str, _Renderer]:
    from summariser.render import note as render

    return {
        ".docx": render.render_note_docx,
        ".pdf": render.render_note_pdf,
        ".html": render.render_note_html,
        ".md": render.render_note_markdown,
        ".json": lambda note, _style: f"{note.model_dump_json(indent=2)}\n",
        ".csv": render.commitments_csv,
        ".xlsx": render.commitments_xlsx,
        ".ics": render.deadlines_ics,
    }


def _empty_note() -> Note:
    from summariser.schemas import Note
    from summariser.schemas.note import NoteProvenance

    now = datetime.now(UTC).replace(microsecond=0)
    provenance = NoteProvenance(created=now, summariser_version=__version__)
    return Note(title="Note", as_of=now.date(), provenance=provenance)


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, and say so on standard error."""
    partial = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(data)
        partial.replace(path)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}") from error
    sys.stderr.write(f"wrote {path}\n")
