"""The archive that a Word file is: its size is bounded, and only the parts that hold text are taken out of it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from summariser.errors import DocumentError

__all__ = ["MAX_ENTRIES", "MAX_PART_BYTES", "MAX_RATIO", "text_parts"]

MAX_ENTRIES = 10_000
"""Most entries of the archive."""

MAX_PART_BYTES = 64 * 1024 * 1024
"""Most bytes of the parts that are read, unpacked, all together."""

MAX_RATIO = 250
"""Most bytes that one packed byte may become, in a part of more than a mebibyte; Word's own stay below 100."""

_SMALL = 1024 * 1024
_CONTENT_TYPES, _PACKAGE = "[Content_Types].xml", "_rels/.rels"
_MAIN_TYPES = (
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
_MAIN_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# The last word of the type of each relationship that leads to text.
_TEXT_RELATIONS = frozenset(
    {"officeDocument", "core-properties", "header", "footer", "footnotes", "endnotes", "comments"}
)
_STRICT = b"purl.oclc.org/ooxml"
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,  # raised by zipfile for a compression it does not know
    OverflowError,
    KeyError,
    ValueError,
)


def text_parts(data: bytes) -> io.BytesIO:
    """Copy a Word file without its pictures, fonts, macros and settings, none of which is even unpacked.

    Args:
        data: The file.

    Returns:
        The copy. Documents with macros and templates become plain documents in it.

    Raises:
        DocumentError: It is no Word file, is damaged or encrypted, or unpacks to more than the bounds above.
    """
    copy = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(copy, "w") as out:
            _Reader(archive, out).copy()
    except _DAMAGED:
        raise DocumentError("is damaged: it cannot be unpacked", hint="open it in Word and save it again") from None
    copy.seek(0)
    return copy


class _Reader:
    def __init__(self, archive: zipfile.ZipFile, out: zipfile.ZipFile) -> None:
        infos = archive.infolist()
        if len(infos) > MAX_ENTRIES:
            raise DocumentError(
                f"has {len(infos):,} parts, the limit is {MAX_ENTRIES:,}", hint="save it again as .docx or PDF"
            )
        self._archive, self._out = archive, out
        self._infos = {info.filename: info for info in infos}
        self._unpacked = 0

    def copy(self) -> None:
        """Follow the relations that lead to text, from the package on, and copy what they name."""
        from lxml import etree

        types = self._part(_CONTENT_TYPES)
        for other in _MAIN_TYPES:
            types = types.replace(other, _MAIN_TYPE)
        self._out.writestr(_CONTENT_TYPES, types)
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        waiting, done = [("", _PACKAGE)], {_CONTENT_TYPES}
        while waiting:
            folder, name = waiting.pop()
            if name in done or name not in self._infos:
                continue
            done.add(name)
            content = self._part(name)
            try:
                root = etree.fromstring(content, parser)
            except etree.XMLSyntaxError:
                raise DocumentError(
                    "is damaged: its XML cannot be parsed", hint="open it in Word and save it again"
                ) from None
            for relation in list(root):
                target = self._target(folder, relation.get("Target", ""))
                leads_to_text = relation.get("Type", "").rsplit("/", 1)[-1] in _TEXT_RELATIONS
                if relation.get("TargetMode") == "External" or not leads_to_text or target not in self._infos:
                    root.remove(relation)
                elif target not in done:
                    done.add(target)
                    self._out.writestr(target, self._part(target))
                    base, _, file = target.rpartition("/")
                    waiting.append((base, f"{base}/_rels/{file}.rels" if base else f"_rels/{file}.rels"))
            self._out.writestr(name, etree.tostring(root))

    @staticmethod
    def _target(folder: str, target: str) -> str:
        """The name of the entry that a relation of a part in a folder leads to."""
        parts = [] if target.startswith("/") or not folder else folder.split("/")
        for part in target.strip("/").split("/"):
            if part == "..":
                parts = parts[:-1]
            elif part != ".":
                parts.append(part)
        return "/".join(parts)

    def _part(self, name: str) -> bytes:
        info = self._infos[name]
        if info.flag_bits & 1:
            raise DocumentError("is encrypted", hint="save it without a password")
        self._unpacked += info.file_size
        swollen = info.file_size > _SMALL and info.file_size > MAX_RATIO * max(1, info.compress_size)
        if swollen or self._unpacked > MAX_PART_BYTES:
            raise DocumentError("unpacks to far more than a Word file holds", hint="ask whoever sent it")
        content = self._archive.read(info)
        if any(mark in content for mark in _DOCTYPES):
            raise DocumentError("declares XML entities, which no Word file does", hint="save it again as .docx")
        if name in {_PACKAGE, _CONTENT_TYPES} and _STRICT in content:
            raise DocumentError("is saved as Strict Open XML", hint="save it as a plain Word document (.docx)")
        return content
