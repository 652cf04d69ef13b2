"""Turns of a transcript or an interview, such as `CHAIR: Thank you`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.candidates.cue import Cue
from summariser.candidates.first_person import addresses
from summariser.candidates.roles import ROLE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.documents import Document

__all__ = ["Turn", "find_turns", "without_stage_directions"]

MIN_TURNS = 3
_TITLE = (
    r"(?i:mr|mrs|ms|dr|st|prof|sen|rep|gov|del|hon|rev|capt|col|lt|gen|sgt|cllr|cr|ald|supt|smt|sri|shri|adv)\.[ \t]+"
)
_TIME = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[ \t]+"
_BOLD = r"(?:\*\*|__)?"
_BRACKETS = r"(?:[ \t]*[\[(][^()\[\]\n]{1,60}[\])]){0,3}"
# "CHAIR:", "Q41 Tomos Prydderch:", "Mr VIK (Hale) [10.04 am]:", "**Vik:**", "Senator VIK—", "Vik – "
_NAMED = rf"(?P<label>(?:{_TITLE}){{0,2}}[^\W\d_](?:[^\n:.?!*—–(\[]|(?<=\b[A-Z])\.){{0,60}}?)"
_CLOSED = rf"[ \t]*(?::{_BOLD}|{_BOLD}:)(?=[ \t]+\S|[ \t]*\r?$)"
_DASHED = r"(?P<dash>[ \t]*—(?=[^\W\d_“\"])|[ \t]+[–—-][ \t]+(?=[\w“\"])(?![^\n]{0,80}[ \t][–—-][ \t]))"
# American style: "Mr. LINDQVIST.", "The CHAIRWOMAN.", "Mr. Linder."
_CAPITALS = r"(?:[A-Z][a-z]{0,14}\.?[ \t]+){0,3}[A-Z][a-z]?[A-Z][A-Z'’-]*(?:[ \t]+[A-Z][A-Z'’-]+){0,3}"
_TITLED = (
    r"(?:Mr|Mrs|Ms|Dr|Senator|Chairman|Chairwoman|Chair)\.?[ \t]+[A-Z][\w'’-]{1,25}|The (?:Chairman|Chairwoman|Chair)"
)
_ABOVE = r"(?:(?:MR|MRS|MS|DR|REP|SEN|HON)\.[ \t]+)?[A-Z][A-Z'’-]+(?:[ \t]+[A-Z][A-Z'’-]+){0,3}"
_LABEL = re.compile(
    rf"^[ \t]*(?:{_TIME})?{_BOLD}(?:Q\d+\.?[ \t]+)?(?:{_NAMED}{_BRACKETS}(?:{_CLOSED}|{_DASHED})"
    rf"|(?P<above>{_TITLED}|{_ABOVE}):?[ \t]*\r?\n(?=[ \t]*[^\s])"
    rf"|(?P<stopped>{_TITLED}|{_CAPITALS}|[QA])\.(?=[ \t]+[\w“\"‘\[(]))",
    re.MULTILINE,
)
_STAGE = re.compile(r"[\[(][^\[\]()\n]{3,120}[\])]")
_STAGE_WORDS = re.compile(
    r"\b(?:interruptions?|interjections?|interjecting|laughter|applause|cheers|cheering|jeers|boos|shouting|heckling|"
    r"hear,? hear|pauses?|silence|withdrew|cross-?talk|inaudible|indiscernible|unintelligible|off[ -]?mic\w*|"
    r"(?:audio|sound|technical|microphone|video|connection|feed|recording|translation|interpretation) (?:\w+ )?"
    r"(?:difficult\w+|fault|problems?|failure|lost|cuts? out|drops? out|gap|ends|stops)|speaking in \w+|in translation|"
    r"the (?:committee|witness|witnesses|hearing|meeting|sitting|session|recording|interview|house|council) \w+|"
    r"adjourned|suspended|resumed|overlapping|simultaneous\w*|nods|laughs|chuckles|smiles|sighs|coughs|gestures|"
    r"phone rings|"
    r"bell|gavel|(?:[-—–]|, )\s?(?:editor|ed\.?))\b",
    re.IGNORECASE,
)
_NARRATED = re.compile(
    r"\b(?:said|observed|noted|told|replied|asked|added|explained|reported|adjourned|rose|closed|concluded)\b"
)
_DATED = re.compile(r"day,|\b(?:1[89]|20)\d\d\b")  # a dateline, not a speaker
_ENDED = re.compile(
    r"^[ \t]*[\[(](?:the\s+)?(?:\w+\s+){0,3}(?:adjourned|suspended|rose|concluded|closed|ended|ends|dissolved)\b"
    r"[^\[\]()\n]{0,60}[\])][ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)
_ALONE = re.compile(r"\.?[ \t]*(?:\r?\n|$)")
_STOP = re.compile(r"[.!?]\s")
_FIELD_NAMES = frozenset(
    """chair date time venue place subject re to from cc present apologies members witnesses source note notes
    in attendance agenda item contact contacts tel email published updated corrected correction author photo image
    location reference ref motion resolved resolution vote action actions decision absent officers copyright topic
    related example warning tip price address phone fax website""".split()
) | {"members present", "in attendance", "also present", "chair present", "members absent", "oral evidence"}
_SPOKEN_SHARE = 0.3  # of the turns hold "I", "we", "you" or a question, else it is a list of fields
_LABELLED_SHARE = 0.4  # of the paragraphs begin with a label in a document that is mostly turns
_LONGEST_LABEL = 6

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says without a break.

    Attributes:
        paragraphs: The (start, end) of the pieces of each paragraph; stage directions lie between the pieces.
        cue: The label, as cue and as subject.
    """

    paragraphs: tuple[Spans, ...]
    cue: Cue


@dataclass(frozen=True, slots=True)
class _Label:
    begin: int  # of the line
    start: int
    end: int
    after: int  # where the words begin
    words: str
    style: tuple[bool, str]  # labels of one document are set alike: capitals or not, colon or full stop


def find_turns(document: Document) -> list[Turn]:
    """Find the turns of a document that is a transcript: at least three, two labels, and one that comes back.

    In a document that is mostly turns, what stands between two labels belongs to the first; else a paragraph without
    a label belongs to the turn above it only where "I", "we" or "you" shows it to be spoken.
    """
    labels = _labels(document)
    counts = Counter(label.words.casefold() for label in labels)
    if len(labels) < MIN_TURNS or len(counts) < 2 or max(counts.values()) < 2:
        return []
    starts = [sentence.start for sentence in document.sentences]
    mostly = len(labels) >= _LABELLED_SHARE * len({sentence.paragraph for sentence in document.sentences})
    turns = []
    for number, label in enumerate(labels):
        last = number + 1 == len(labels)
        stop = _closing(document.text, label.after) if last else labels[number + 1].begin
        paragraphs = _paragraphs(document, starts, label.after, stop)
        ended = not last or stop < len(document.text)
        kept = _spoken(document.text, paragraphs, between=mostly and ended)
        if kept:
            turns.append(Turn(kept, Cue(label.start, label.end, label.words, label.start)))
    spoken = sum(any(addresses(document.text[a:b]) for a, b in turn.paragraphs[0]) for turn in turns)
    return turns if spoken >= _SPOKEN_SHARE * len(turns) else []


def _closing(text: str, start: int) -> int:
    """Where the last turn ends at the latest: at "[The committee adjourned.]", else with the document."""
    ended = _ENDED.search(text, start)
    return ended.start() if ended else len(text)


def _labels(document: Document) -> list[_Label]:
    found = [_label(match) for match in _LABEL.finditer(document.text)]
    edges = [(item.start, item.end) for item in document.furniture]
    starts = [start for start, _ in edges]
    found = [label for label in found if _is_label(label.words) and not _within(edges, starts, label.start)]
    counts = Counter(label.words.casefold() for label in found)
    styles = {label.style for label in found if counts[label.words.casefold()] > 1}
    return [
        label
        for label in found
        if counts[label.words.casefold()] > 1
        or _is_office(label.words)
        or (label.style in styles and label.words.casefold() not in _FIELD_NAMES)
    ]


def _is_office(words: str) -> bool:
    """`The PRESIDENT`: who presides may speak once only, and be set otherwise than the rest."""
    parts = words.split()
    return len(parts) > 1 and parts[0] == "The" and parts[-1].casefold() in ROLE_WORDS


def _label(match: re.Match[str]) -> _Label:
    group = next(name for name in ("label", "stopped", "above") if match[name] is not None)
    words = match[group]
    style = (words.split()[-1].isupper(), group if match["dash"] is None else "dash")
    return _Label(match.start(), match.start(group), match.end(group), match.end(), words, style)


def _is_label(words: str) -> bool:
    parts = words.split()
    if len(parts) > _LONGEST_LABEL or _DATED.search(words):
        return False
    return all(
        part[0].isupper() or not part[0].isalpha() or part in {"of", "the", "for", "de", "van", "von", "bin", "al"}
        for part in parts
    )


def _within(edges: Sequence[tuple[int, int]], starts: Sequence[int], position: int) -> bool:
    index = bisect_right(starts, position) - 1
    return index >= 0 and position < edges[index][1]


def _paragraphs(document: Document, starts: Sequence[int], start: int, stop: int) -> list[Spans]:
    """The sentences between two labels, one entry a paragraph, split at stage directions."""
    found: list[list[tuple[int, int]]] = []
    number = None
    for index in range(max(0, bisect_right(starts, start) - 1), len(starts)):
        sentence = document.sentences[index]
        if sentence.start >= stop:
            break
        if sentence.end <= start:
            continue
        if sentence.paragraph != number or not found:
            found.append([])
            number = sentence.paragraph
        found[-1].append((max(sentence.start, start), min(sentence.end, stop)))
    cut = (tuple(without_stage_directions(document.text, part[0][0], part[-1][1])) for part in found)
    return [spans for spans in cut if spans]


def _spoken(text: str, paragraphs: Sequence[Spans], *, between: bool) -> tuple[Spans, ...]:
    """The paragraphs that belong to the turn: the first, and those after it that are not narrated."""
    if between:
        return tuple(paragraphs)
    last = 0
    for number, spans in enumerate(paragraphs[1:], start=1):
        words = " ".join(text[start:end] for start, end in spans)
        narrated = _NARRATED.search(_STOP.split(words, maxsplit=1)[0])
        if narrated and not addresses(words[: narrated.start()]):
            break
        if addresses(words):
            last = number
    return tuple(paragraphs[: last + 1])


def without_stage_directions(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of `text[start:end]` between stage directions such as "[Laughter.]", without outer space.

    A bracket inside a sentence ("the [company's] plan") is the editor's word and stays.
    """
    position = start
    for match in _STAGE.finditer(text, start, end):
        if not _is_stage(text, match, start, end):
            continue
        yield from _trimmed(text, position, match.start())
        position = match.end()
    yield from _trimmed(text, position, end)


def _is_stage(text: str, match: re.Match[str], start: int, end: int) -> bool:
    if _STAGE_WORDS.search(match.group()):
        return True
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
    behind = text[match.end() : match.end() + 3]
    if not line and _ALONE.match(behind):
        return True
    before = text[max(start, match.start() - 3) : match.start()].rstrip()
    after = text[match.end() : min(end, match.end() + 3)].lstrip()
    return match.group()[0] == "[" and (not before or before[-1] in '.!?…—–-”"') and not after[:1].islower()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        first = start + len(piece) - len(piece.lstrip())
        yield first, first + len(bare)
