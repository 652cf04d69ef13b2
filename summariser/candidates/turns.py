"""Turns of a transcript or an interview, such as `CHAIR: Thank you`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.candidates.cue import Cue
from summariser.candidates.first_person import addresses
from summariser.candidates.layout import HONORIFIC, is_personal
from summariser.candidates.messages import Message, find_messages
from summariser.candidates.stage_directions import without_stage_directions
from summariser.candidates.turn_labels import IN_BRACKETS, TurnLabel, find_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.documents import Document

__all__ = ["Turn", "find_turns", "labelled_persons"]

MIN_TURNS = 3
_NARRATED = re.compile(
    r"\b(?:said|observed|noted|told|replied|asked|added|explained|reported|adjourned|rose|closed|concluded)\b"
)
_ENDED = re.compile(
    r"^[ \t]*[\[(](?:the\s+)?(?:\w+\s+){0,3}(?:adjourned|suspended|rose|concluded|closed|ended|ends|dissolved)\b"
    r"[^\[\]()\n]{0,60}[\])][ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)
_TRANSCRIPT = re.compile(
    r"\b(?:transcript|remarks|speech|address|hansard|debate|proceedings|minutes|hearing|evidence|"
    r"testimony|statement by)\b",
    re.IGNORECASE,
)
_STAGED = re.compile(r"[\[(](?:applause|laughter|interruption|cheers|crosstalk|inaudible)\b", re.IGNORECASE)
_RISE = re.compile(
    r"(?:Several|Some|Many|A number of)\s+(?:[Hh]on(?:ourable|\.)?\s+)?(?:Members|Senators|Deputies)\s"
    r"[^.!?\n]{1,30}[—–-]?$"
)
_STOP = re.compile(r"[.!?]\s")
_FIRST_NAME = r"\b[A-Z][\w’'-]{1,20}[ \t](?:[A-Z]\.[ \t])?"
_FEW = 60  # different labels
_SHORTEST_TITLE = 12  # characters
_SPOKEN_SHARE = 0.3  # of the turns hold "I", "we", "you" or a question, else it is a list of fields
_CLEAR_SHARE = 0.2  # where most labels are clear by themselves
_FEWEST_SHARE = 0.05  # of the paragraphs begin with a label, else some heading comes again
_LABELLED_SHARE = 0.4  # of the paragraphs begin with a label in a document that is mostly turns

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


def find_turns(document: Document) -> list[Turn]:
    """Find the turns of a document that is a transcript: at least three, two labels, and one that comes back.

    Fewer are enough where the labels are clear by themselves.

    In a document that is mostly turns, what stands between two labels belongs to the first; else a paragraph without
    a label belongs to the turn above it only where "I", "we" or "you" shows it to be spoken.
    """
    if messages := find_messages(document.text):
        return [_from_message(document.text, message) for message in messages]
    labels = find_labels(document)
    if not _come_again(labels):
        labels = [label for label in labels if label.clear]
        if not _is_exchange(document.text, labels):
            return []
    starts = [sentence.start for sentence in document.sentences]
    paragraphs_in_all = len({sentence.paragraph for sentence in document.sentences})
    if 1 < len(labels) < _FEWEST_SHARE * paragraphs_in_all:
        return []
    mostly = len(labels) >= _LABELLED_SHARE * paragraphs_in_all
    turns = []
    for number, label in enumerate(labels):
        last = number + 1 == len(labels)
        stop = _closing(document.text, label.after) if last else labels[number + 1].begin
        paragraphs = _paragraphs(document, starts, label.after, stop)
        ended = not last or stop < len(document.text) or len(labels) == 1
        kept = _spoken(document.text, paragraphs, between=(mostly or len(labels) == 1) and ended)
        if kept:
            turns.append(Turn(kept, Cue(label.start, label.end, label.words, label.start)))
    heard = [turn.paragraphs if len(turns) == 1 else turn.paragraphs[:1] for turn in turns]
    spoken = sum(any(addresses(document.text[a:b]) for spans in paragraphs for a, b in spans) for paragraphs in heard)
    clear = sum(label.clear for label in labels) > len(labels) / 2
    return turns if spoken >= (_CLEAR_SHARE if clear else _SPOKEN_SHARE) * len(turns) else []


def _from_message(text: str, message: Message) -> Turn:
    start, end = message.sender
    return Turn(((message.words,),), Cue(start, end, text[start:end], start))


def labelled_persons(document: Document) -> frozenset[str]:
    """Names, folded, of persons who speak in a transcript: in the label of a turn or in brackets behind it."""
    holders: dict[str, str] = {}
    for turn in find_turns(document):
        told = IN_BRACKETS.match(document.text, turn.cue.end)
        label = turn.cue.subject.partition(",")[0]
        holders[label] = holders.get(label) or (told["who"] if told else "")
    found = set()
    for label, holder in holders.items():
        if is_personal(label):
            found.add(HONORIFIC.sub("", label, count=1))
        else:
            found.add(HONORIFIC.sub("", holder, count=1))
            full = (
                re.compile(rf"{_FIRST_NAME}{re.escape(label)}\b") if label.istitle() and len(holders) <= _FEW else None
            )
            found |= {match.group() for match in full.finditer(document.text)} if full else set()
    return frozenset(" ".join(words.split()).casefold() for words in found if words and is_personal(words))


def _come_again(labels: Sequence[TurnLabel]) -> bool:
    counts = Counter(label.words.casefold() for label in labels)
    return len(labels) >= MIN_TURNS and len(counts) >= 2 and max(counts.values()) >= 2


def _is_exchange(text: str, labels: Sequence[TurnLabel]) -> bool:
    """Whether labels that are clear by themselves make a transcript: two speakers, or one in what is called so."""
    if not labels:
        return False
    if len({label.words.casefold() for label in labels}) >= 2:
        return True
    return _TRANSCRIPT.search(text, 0, labels[0].start) is not None or _STAGED.search(text, labels[0].after) is not None


def _closing(text: str, start: int) -> int:
    """Where the last turn ends at the latest: at "[The committee adjourned.]", else with the document."""
    ended = _ENDED.search(text, start)
    return ended.start() if ended else len(text)


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
    text = document.text
    told = (part for part in found if not _RISE.match(text, part[0][0], part[-1][1]))
    told = (part for part in told if not _is_title(text[part[0][0] : part[-1][1]]))
    cut = (tuple(without_stage_directions(document.text, part[0][0], part[-1][1])) for part in told)
    return [tuple(_without_bold(document.text, *span) for span in spans) for spans in cut if spans]


def _is_title(words: str) -> bool:
    """`STATEMENT OF ANN LEE, CLERK`: a heading among the turns."""
    return len(words) > _SHORTEST_TITLE and words.isupper() and words[-1] not in ".!?…—–-"


def _without_bold(text: str, start: int, end: int) -> tuple[int, int]:
    """`**Q: Why?**`: the marks of a label and its words set in bold together are no part of the words."""
    for mark in ("***", "**", "__", "*", "_"):
        if text.endswith(mark, start, end) and text.count(mark, start, end) % 2:
            return start, end - len(mark)
    return start, end


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
