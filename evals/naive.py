"""What a naive reader would get: a brief by quotation marks, capital letters and four words. For scale only."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from summariser.schemas.brief import (
    Brief,
    Commitment,
    Context,
    Coverage,
    CoverageChunk,
    DocumentInfo,
    Party,
    PromptInfo,
    Provenance,
    Quote,
    Span,
)

if TYPE_CHECKING:
    from summariser.documents import Document

__all__ = ["naive_brief"]

_SENTENCE = re.compile(r"[^\s.!?][^.!?\n]*[.!?]*")
_QUOTED = re.compile(r"“([^“”\n]+)”|\"([^\"\n]+)\"")
_WORD = re.compile(r"\w[\w’'-]*")
_PROMISES = re.compile(r"\b(?:will|shall|agreed to)\b")
_FEWEST_WORDS = 4


class _Stretch(NamedTuple):
    start: int
    end: int


def naive_brief(document: Document) -> Brief:
    """Read a document by its typography alone.

    Parties are runs of capitalised words, quotes are four words or more between double quotation marks, said by the
    first name outside them on the same line; the first sentence is context; a sentence with "will", "shall" or
    "agreed to" is a commitment of the first name in it. Takes linear time.
    """
    text = document.text
    sentences = [_Stretch(*found.span()) for found in _SENTENCE.finditer(text)]
    names = _names(text, {sentence.start for sentence in sentences})
    ids: dict[str, str] = {}
    parties: list[Party] = []
    for name in names:
        words = text[name.start : name.end]
        if words not in ids:
            ids[words] = f"p{len(ids) + 1}"
            parties.append(Party(id=ids[words], name=words, kind="organisation", evidence=[_span(text, name)]))
    length = len(text)
    return Brief(
        title=text.strip().split("\n", 1)[0].strip(),
        parties=parties,
        commitments=_commitments(text, sentences, names, ids),
        context=[
            Context(id="x1", statement=text[start:end], kind="event", evidence=[_span(text, _Stretch(start, end))])
            for start, end in sentences[:1]
        ],
        quotes=_quotes(text, names, ids),
        coverage=Coverage(
            characters=length, read=length, chunks=[CoverageChunk(start=0, end=length, status="read")] if length else []
        ),
        provenance=Provenance(
            document=DocumentInfo(name=document.name, sha256=document.sha256, date=document.date),
            model="naive reader",
            prompt=PromptInfo(name="none", version="1", sha256=""),
            schema_sha256="",
            created=datetime.now(UTC),
            summariser_version="",
        ),
    )


def _span(text: str, stretch: _Stretch) -> Span:
    return Span(start=stretch.start, end=stretch.end, text=text[stretch.start : stretch.end])


def _names(text: str, openings: set[int]) -> list[_Stretch]:
    """Runs of capitalised words on one line; a single word that opens a sentence is none."""
    names: list[_Stretch] = []
    start = end = -1
    for found in _WORD.finditer(text):
        if not found.group()[0].isupper():
            continue
        if end >= 0 and text[end : found.start()] == " ":
            end = found.end()
            continue
        names.append(_Stretch(start, end))
        start, end = found.span()
    names.append(_Stretch(start, end))
    return [name for name in names if name.end > 0 and not (name.start in openings and " " not in text[slice(*name)])]


def _first(names: list[_Stretch], start: int, end: int) -> _Stretch | None:
    """The first name that begins within these bounds."""
    index = bisect_left(names, (start, 0))
    return names[index] if index < len(names) and names[index].start < end else None


def _commitments(text: str, sentences: list[_Stretch], names: list[_Stretch], ids: dict[str, str]) -> list[Commitment]:
    found: list[Commitment] = []
    for sentence in sentences:
        promise = _PROMISES.search(text, *sentence)
        name = _first(names, *sentence) if promise else None
        if promise and name:
            found.append(
                Commitment(
                    id=f"c{len(found) + 1}",
                    by=[ids[text[slice(*name)]]],
                    action=text[promise.end() : sentence.end].strip(" .!?"),
                    status="new",
                    evidence=[_span(text, sentence)],
                )
            )
    return found


def _quotes(text: str, names: list[_Stretch], ids: dict[str, str]) -> list[Quote]:
    found: list[Quote] = []
    for match in _QUOTED.finditer(text):
        inside = _Stretch(*match.span(match.lastindex or 0))
        words = text[inside.start : inside.end]
        if len(words.split()) < _FEWEST_WORDS:
            continue
        line_start = text.rfind("\n", 0, inside.start) + 1
        line_end = text.find("\n", inside.end)
        name = _first(names, line_start, inside.start) or _first(
            names, inside.end, line_end if line_end >= 0 else len(text)
        )
        found.append(
            Quote(
                id=f"q{len(found) + 1}",
                text=words,
                speaker=ids[text[slice(*name)]] if name else None,
                marked=True,
                evidence=[_span(text, inside)],
            )
        )
    return found
