"""On which line of a JSON file each value stands, so that a problem can be pointed at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Where", "line_of", "value_lines"]

Where = tuple[str | int, ...]
"""The keys and indices that lead to a value, outermost first."""

_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_DEEPEST = 20  # a gold file is five deep


def value_lines(content: str) -> dict[Where, int]:
    """The line, from 1, of every value of a JSON text; of a member of an object, that of its key.

    Malformed text gives what can be told of it. Takes linear time.
    """
    lines: dict[Where, int] = {(): 1}
    path: list[str | int] = []
    expects_key = False
    for piece, line in _pieces(content):
        if piece in ("{", "["):
            if path and isinstance(path[-1], int):
                _note(lines, path, line)
            expects_key = piece == "{"
            path.append("" if expects_key else 0)
        elif piece in ("}", "]"):
            if path:
                path.pop()
            expects_key = False
        elif piece == ",":
            if path and isinstance(path[-1], int):
                path[-1] += 1
            expects_key = bool(path) and isinstance(path[-1], str)
        elif piece != ":":
            if expects_key:
                path[-1] = piece.strip('"')  # the keys of a gold file hold no escapes
                expects_key = False
            _note(lines, path, line)
    return lines


def _note(lines: dict[Where, int], path: list[str | int], line: int) -> None:
    if len(path) <= _DEEPEST:
        lines.setdefault(tuple(path), line)


def line_of(lines: Mapping[Where, int], where: Where) -> int:
    """The line of a value, or of the innermost thing around it that is there."""
    for length in range(len(where), -1, -1):
        if where[:length] in lines:
            return lines[where[:length]]
    return 1


def _pieces(content: str) -> Iterator[tuple[str, int]]:
    line, done = 1, 0
    for found in _PIECE.finditer(content):
        line += content.count("\n", done, found.start())
        done = found.start()
        yield found.group(), line
