"""Markdown is read as the text it is; its front matter and what only serves its layout are furniture."""

from __future__ import annotations

import re
from datetime import date as Date
from typing import NamedTuple

from summariser.documents.document import Furniture
from summariser.documents.formats.composer import one_line

__all__ = ["FrontMatter", "front_matter", "layout_furniture"]

_FRONT = re.compile(r"---[ \t]*\r?\n(?P<lines>(?:(?!---|\.\.\.)[^\r\n]*\r?\n){0,200})(?:---|\.\.\.)[ \t]*(?=\r?\n|\Z)")
_FRONT_LINE = re.compile(r"\s*(?:#.*|-\s.*|[\w-]{1,40}[ \t]*:.*)?$")
_ENTRY = re.compile(r"(?P<key>[A-Za-z_]{1,30})[ \t]*:[ \t]*(?P<value>[^\r\n]{1,300})")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
# The target of a link given apart from its words, a picture on a line of its own, a comment.
_LAYOUT = re.compile(
    r"^[ ]{0,3}(?:(?P<target>\[[^\]\r\n]{1,100}\]:[ \t]*\S[^\r\n]*)"
    r"|(?P<picture>!\[[^\]\r\n]{0,300}\]\([^)\r\n]{1,500}\))[ \t]*"
    r"|(?P<comment><!--(?:(?!-->)[^\r\n]){0,1000}-->)[ \t]*)\r?$",
    re.MULTILINE,
)
_REASONS = {"target": "target of a link", "picture": "picture", "comment": "comment in the markup"}
_AUTHORS = ("author", "authors", "by")


class FrontMatter(NamedTuple):
    """The block of entries at the top of a Markdown file.

    Attributes:
        end: One past its last character; 0 where there is none.
        title: Its title, or None.
        author: Its author, or None.
        date: Its date, or None.
    """

    end: int
    title: str | None = None
    author: str | None = None
    date: Date | None = None


def front_matter(text: str) -> FrontMatter:
    """Read the front matter of a Markdown file; only plain entries of one line are understood."""
    block = _FRONT.match(text)
    if block is None or not all(_FRONT_LINE.match(line) for line in block["lines"].splitlines()):
        return FrontMatter(0)  # what stands at the top is a rule across the page
    entries = {match["key"].lower(): match["value"].strip().strip("\"'") for match in _ENTRY.finditer(block["lines"])}
    author = next((entries[key] for key in _AUTHORS if entries.get(key)), None)
    return FrontMatter(block.end(), one_line(entries.get("title")), one_line(author), _day(entries.get("date", "")))


def layout_furniture(text: str, front: FrontMatter) -> tuple[Furniture, ...]:
    """The stretches of a Markdown file that are not of its text, in order."""
    found = [Furniture(0, front.end, "front matter")] if front.end else []
    for match in _LAYOUT.finditer(text, front.end):
        kind = str(match.lastgroup)
        found.append(Furniture(*match.span(kind), _REASONS[kind]))
    return tuple(found)


def _day(value: str) -> Date | None:
    match = _DAY.match(value)
    try:
        return Date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
