"""Text cut into words and marks, each folded so that typography does not count, with its place in the source."""

from __future__ import annotations

import re
import unicodedata
from array import array
from typing import Final

from summariser.grounding.characters import HYPHENS, LIGATURES, QUOTES, classes_of

__all__ = ["DASH", "FEET", "INCHES", "JOINED_LEFT", "JOINED_RIGHT", "QUOTE", "Pieces"]

QUOTE: Final = "'"
FEET: Final = "′"
INCHES: Final = "″"
DASH: Final = "-"
_MINUS: Final = "−"  # kept apart from the dash
JOINED_LEFT: Final = 1
JOINED_RIGHT: Final = 2

# The patterns run over the string of character classes. Every repetition is possessive: time is linear whatever the
# text. No pattern looks past the end of what it takes, so a passage cut out at the edges of its words is cut up in the
# same way as it is inside the document.
_LETTER = r"[luod]"
_FREE = r"[ijy]*+"  # invisible characters between others
_MORE = "|".join((
    r"[luodm]",
    rf"q{_FREE}{_LETTER}",  # don't, O'Brien
    r"(?<=d)[pck/]d",  # 4.5, 1,000, 10:30, 24/7
    r"(?<=d)S++",  # 10²
    r"(?<=d)[%$]",  # 5%, 5€
    r"(?<=[lm])pl",  # example.com, a.m
    r"(?<=[luom])h[sijy]*+n{1,2}+[sijy]*+l",  # infor-⏎mation
    r"(?<=y)s*+n{1,2}+[sijy]*+l",  # the same with a soft hyphen
))  # fmt: skip
_REST = rf"(?:{_FREE}(?:{_MORE}))*+"
_PIECE: Final = re.compile(
    r"[snijy]*+(?:"
    rf"(?P<number>(?:(?<![luodmzS%$])[h+])?(?:(?:[luo]m*+){{0,3}}\$)?d{_REST})"
    r"|(?P<initials>um*+(?:pum*+(?![luod]))++)"  # U.S, J.K
    r"|(?P<unit>(?:[lu]m*+){1,2}S++)"  # km²
    rf"|(?P<word>{_LETTER}{_REST})"
    rf"|(?P<sign>z(?:{_FREE}m)*+)"
    r"|(?P<dash>[hD]++)"
    rf"|(?P<picture>x(?:{_FREE}m|[iy]*+j{_FREE}x)*+|rr?)"
    r"|(?P<dots>e)"
    r"|(?P<quote>qq?+|Q)"
    rf"|(?P<mark>.(?:{_FREE}m)*+)"
    r"|\Z)"
)
_CORE: Final = frozenset({"number", "initials", "unit", "word"})
_LINE_END: Final = re.compile(r"(?<![sijy])h?+[sijy]*+n[nsijy]*+")
_FOLDED: Final = str.maketrans({**dict.fromkeys(QUOTES, QUOTE), **dict.fromkeys(HYPHENS, DASH), **LIGATURES})
_GROUP_HEAD: Final = re.compile(r"\D{0,4}\d{1,3}")
_GROUP: Final = re.compile(r"\d{3}(?!\d)")
_HAN_NEGATION: Final = frozenset("不没沒未非無无勿別别莫")


class Pieces:
    """The words, numbers and marks of a text in order; white space and invisible characters are left out.

    Time and memory are linear in the length of the text.

    Args:
        text: Any text.

    Attributes:
        folded: How each compares: one shape of quotation mark, apostrophe and dash, no ligature, accents decomposed,
            nothing invisible, a word broken at a line end made whole.
        starts: First character of each in the text.
        ends: One past the last of each.
        joined: For each the sum of `JOINED_LEFT` (it begins inside something larger: "binding" in "non-binding", "000"
            in "1 000") and `JOINED_RIGHT` (it ends inside it).
        broken: For each word broken at a line end, its halves and the word made whole.
    """

    __slots__ = ("broken", "ends", "folded", "joined", "starts")

    def __init__(self, text: str) -> None:
        self.folded: list[str] = []
        self.starts = array("L")
        self.ends = array("L")
        self.joined = bytearray()
        self.broken: dict[tuple[str, str], str] = {}
        self._cut(text, classes_of(text))

    def __len__(self) -> int:
        return len(self.folded)

    def _cut(self, text: str, classes: str) -> None:
        known: dict[str, str] = {}  # each distinct piece is folded once
        folded, starts, ends, joins = self.folded, self.starts, self.ends, self.joined
        last_core = -1
        for match in _PIECE.finditer(classes):
            kind = match.lastgroup
            if kind is None:  # white space at the end
                break
            start, end = match.span(kind)
            joined = 0
            raw = text[start:end]
            shape = known.get(raw)
            if shape is None:
                shape = known[raw] = self._fold(raw, classes[start:end], kind)
            if kind in _CORE:
                if self._goes_on(text, classes, start, last_core):
                    joined = JOINED_LEFT
                last_core = len(folded)
            elif kind == "quote":
                shape = _fold_quote(classes, start, end)
            elif kind == "dots":
                for joined in (JOINED_RIGHT, JOINED_LEFT | JOINED_RIGHT):
                    folded.append(shape)
                    starts.append(start)
                    ends.append(end)
                    joins.append(joined)
                joined = JOINED_LEFT
            elif kind == "sign" and start and text[start - 1] in _HAN_NEGATION:
                joined = JOINED_LEFT
            folded.append(shape)
            starts.append(start)
            ends.append(end)
            joins.append(joined)

    def _goes_on(self, text: str, classes: str, start: int, last: int) -> bool:
        """Whether the word that begins here is one with the word before, `last`; if so, that one is marked."""
        if last < 0:
            return False
        dash = len(self.folded) - 1
        if last == dash - 1 and self.ends[dash] == start and self.starts[dash] == self.ends[last] == start - 1:
            between_digits = classes[start - 2] == "d" == classes[start]
            if self.folded[dash] == DASH and (classes[start - 1] == "h" or between_digits):
                self.joined[dash] = JOINED_LEFT | JOINED_RIGHT
                self.joined[last] |= JOINED_RIGHT
                return True
        elif (
            last == dash
            and self.ends[last] == start - 1
            and classes[start - 2 : start + 1] == "dsd"
            and _GROUP_HEAD.fullmatch(self.folded[last])
            and _GROUP.match(text, start)
        ):
            self.joined[last] |= JOINED_RIGHT
            return True
        return False

    def _fold(self, raw: str, classes: str, kind: str) -> str:
        if kind == "dash":
            return DASH
        if kind == "dots":
            return "."
        if "n" not in classes:
            whole = _fold(raw, classes)
        else:
            halves = []
            at = 0
            for line_end in _LINE_END.finditer(classes):
                halves.append(_fold(raw[at : line_end.start()], classes[at : line_end.start()]))
                at = line_end.end()
            halves.append(_fold(raw[at:], classes[at:]))
            whole = "".join(halves)
            if len(halves) == 2:
                self.broken[halves[0], halves[1]] = whole
        return _MINUS + whole[1:] if classes[0] == "h" else whole


def _fold(raw: str, classes: str) -> str:
    if raw.isascii():
        return raw.translate(_FOLDED)
    seen = "".join(char for char, kind in zip(raw, classes, strict=True) if kind not in "ijy")
    folded = unicodedata.normalize("NFD", seen).translate(_FOLDED)
    return unicodedata.normalize("NFD", folded)


def _fold_quote(classes: str, start: int, end: int) -> str:
    """One shape for all, but feet are not inches: straight after a digit single and double marks stay apart."""
    if start == 0 or classes[start - 1] != "d":
        return QUOTE
    return INCHES if classes[start] == "Q" or end - start == 2 else FEET
