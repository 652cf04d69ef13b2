"""Direct speech: marked passages, unmarked first-person sentences and turns of a transcript, with their cues."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.candidates.cues import Cue, find_cue
from summariser.candidates.marks import Marked, find_marked
from summariser.candidates.turns import find_turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.documents import Document, Sentence

__all__ = ["MIN_WORDS", "Quotation", "find_quotations"]

MIN_WORDS = 4
_OPENING = "“\"‘'«„"
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|ours|us|my|me|mine|ourselves|myself)\b|\b(?:We|Our|My)\b")
_TRAILING_CUE = re.compile(r",\s+(?P<cue>[^,;:“”\"]{3,90}?)\s*\.?\s*$")
_THAT = re.compile(r"^\s*(?:that|whether|if|how|why)\b", re.IGNORECASE)
_MINOR = {"of", "the", "and", "for", "in", "on", "a", "an", "to", "from", "with", "by", "at", "as", "or", "is", "s"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """One candidate quote.

    Attributes:
        spans: (start, end) of each piece, without quotation marks.
        cue: Its attribution, or None.
        marked: True inside quotation marks.
        label: The label of the turn, for speech in a transcript; it is also the cue.
    """

    spans: tuple[tuple[int, int], ...]
    cue: Cue | None
    marked: bool
    label: bool = False

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """One past its end."""
        return self.spans[-1][1]


def find_quotations(document: Document) -> list[Quotation]:
    """Find the direct speech of a document, in order of appearance.

    Passages of fewer than four words are left out: they are scare quotes, titles and defined terms more often than
    speech. Inside a turn of a transcript nothing else is looked for: the turn is the quote.
    """
    turns = find_turns(document)
    found = [Quotation(turn.spans, turn.cue, marked=False, label=True) for turn in turns]
    spoken = [span for turn in turns for span in turn.spans]
    blocks = _outside(_paragraphs(document.sentences), spoken)
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        found.extend(_of_paragraph(document.text, block, following))
    found = _carry_on(document.text, found)
    return sorted((quote for quote in found if _long_enough(document.text, quote)), key=lambda quote: quote.start)


def _paragraphs(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    blocks: list[list[Sentence]] = []
    for sentence in sentences:
        if blocks and blocks[-1][0].paragraph == sentence.paragraph:
            blocks[-1].append(sentence)
        else:
            blocks.append([sentence])
    return blocks


def _outside(blocks: Sequence[list[Sentence]], spoken: Sequence[tuple[int, int]]) -> list[list[Sentence]]:
    """The paragraphs that hold no part of a turn; both come in order."""
    free, position = [], 0
    for block in blocks:
        while position < len(spoken) and spoken[position][1] <= block[0].start:
            position += 1
        if position == len(spoken) or spoken[position][0] >= block[-1].end:
            free.append(block)
    return free


def _of_paragraph(text: str, block: Sequence[Sentence], following: Sequence[Sentence] | None) -> Iterator[Quotation]:
    start, end = block[0].start, block[-1].end
    runs_on = following is not None and text[following[0].start] in _OPENING
    marked = list(find_marked(text, start, end, runs_on=runs_on))
    yield from _marked(text, block, marked)
    for sentence in block:
        if not any(piece.start < sentence.end and sentence.start < piece.end for piece in marked):
            unmarked = _unmarked(text, sentence)
            if unmarked:
                yield unmarked


def _marked(text: str, block: Sequence[Sentence], pieces: Sequence[Marked]) -> Iterator[Quotation]:
    """Pieces of one paragraph; a piece without a cue of its own goes on with the quote before it."""
    groups: list[tuple[list[tuple[int, int]], Cue | None]] = []
    for number, piece in enumerate(pieces):
        left = pieces[number - 1].end + 1 if number else block[0].start
        right = pieces[number + 1].start - 1 if number + 1 < len(pieces) else block[-1].end
        span = _strip(text, piece.start, piece.end)
        if span is None or _is_title(text, span):
            continue
        before = _cue_before(text, left, piece.start - 1)
        after = _cue_after(text, piece.end + 1, right, more=number + 1 < len(pieces))
        cue = after if _closer(text, piece, after, before) else before
        taken = groups[-1][1] if groups else None
        if groups and (cue is None or (taken is not None and cue.start == taken.start)):
            groups[-1][0].append(span)
        else:
            groups.append(([span], cue))
    for spans, cue in groups:
        yield Quotation(tuple(spans), cue, marked=True)


def _cue_before(text: str, left: int, right: int) -> Cue | None:
    """A cue that leads up to speech stands in the same sentence as its opening mark."""
    stops = [match.end() for match in re.finditer(r"[.!?]\s+(?=[A-Z])", text[left:right])]
    for stop in reversed(stops):
        if not re.search(r"\b(?:Mr|Mrs|Ms|Dr|St|Prof|[A-Z])\.\s+$", text[left : left + stop]):
            left += stop
            break
    return find_cue(text, left, right, before_speech=True)


def _cue_after(text: str, left: int, right: int, *, more: bool) -> Cue | None:
    """A cue that follows speech ends with its sentence, and belongs to the next speech if it leads up to that."""
    ended = text[max(left - 2, 0)] == "." and text[max(left - 3, 0)] != "."
    if ended and text[left:right].lstrip()[:1].isupper():
        return None  # the speech was a sentence of its own, and so is what follows
    stop = right
    for match in re.finditer(r"[.!?](?=\s+[A-Z“\"‘]|\s*$)", text[left:right]):
        if not re.search(r"\b(?:Mr|Mrs|Ms|Dr|St|Prof|[A-Z])$", text[left : left + match.start()]):
            stop = left + match.start()
            break
    between = text[left:stop]
    leads_on = more and stop == right and between.rstrip().endswith((":",)) and re.search(r"[.;]\s", between)
    return None if leads_on else find_cue(text, left, stop, before_speech=False)


def _closer(text: str, piece: Marked, after: Cue | None, before: Cue | None) -> bool:
    if after is None or before is None:
        return after is not None
    lead = text[before.end : piece.start - 1].strip()
    if lead in {"", ",", ":"} or lead.endswith((":", ",")):
        return False
    return after.start - piece.end < piece.start - before.end


def _unmarked(text: str, sentence: Sentence) -> Quotation | None:
    """`We are thrilled to mark this achievement, the envoy added.`

    Only the first person shows that the words are the speaker's own: "the port will close, the ministry said" reports.
    """
    match = _TRAILING_CUE.search(sentence.text)
    if match is None:
        return None
    start = sentence.start + match.start("cue")
    cue = find_cue(text, start, sentence.start + match.end("cue"), before_speech=False)
    if cue is None or cue.start - start > 1 or not _plain_cue(text, cue, sentence.start + match.end("cue")):
        return None
    speech = text[sentence.start : sentence.start + match.start()]
    if not _FIRST_PERSON.search(speech) or _THAT.match(speech) or re.search(r"\b(?:said|says|told)\b", speech):
        return None
    span = _strip(text, sentence.start, sentence.start + match.start())
    return Quotation((span,), cue, marked=False) if span else None


def _plain_cue(text: str, cue: Cue, end: int) -> bool:
    """The attribution ends the sentence: nothing but a short adverbial follows it."""
    rest = text[cue.end : end].split()
    return len(rest) <= 5 and "that" not in rest


def _carry_on(text: str, quotes: list[Quotation]) -> list[Quotation]:
    """A paragraph that is all speech and has no cue goes on with the speaker before it."""
    quotes = sorted(quotes, key=lambda quote: quote.start)
    carried: list[Quotation] = []
    for quote in quotes:
        previous = carried[-1] if carried else None
        if quote.cue is None and quote.marked and previous is not None and previous.cue is not None:
            between = text[previous.end : quote.start]
            own_line = re.search(r"[\r\n]\s*[“\"‘'«]$", between)
            only_marks = not re.sub(r"[\s“”\"‘’'«».,]", "", between)
            if own_line and (only_marks or len(between.split("\n")[0]) <= 160 and between.count("\n") <= 2):
                quote = Quotation(quote.spans, previous.cue, quote.marked)
        carried.append(quote)
    return carried


def _strip(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _is_title(text: str, span: tuple[int, int]) -> bool:
    words = re.findall(r"[^\W\d_]+", text[span[0] : span[1]])
    major = [word for word in words if word.lower() not in _MINOR]
    return 2 <= len(major) and len(words) <= 14 and all(word[0].isupper() for word in major)


def _long_enough(text: str, quote: Quotation) -> bool:
    return sum(len(text[start:end].split()) for start, end in quote.spans) >= MIN_WORDS
