"""Direct speech: marked passages, unmarked sentences, turns of a transcript or interview, with their cues."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summariser.candidates.dashed_speech import find_dashed
from summariser.candidates.interviews import Side, find_exchange
from summariser.candidates.led_paragraphs import find_led_paragraphs, leading_cue, spoken_pieces
from summariser.candidates.marked_speech import Group, group_marked
from summariser.candidates.marks import OPENING, Marked, find_marked
from summariser.candidates.name_lines import named_above, named_below
from summariser.candidates.turns import find_turns
from summariser.candidates.unmarked_speech import find_unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.candidates.cue import Cue
    from summariser.documents import Document, Sentence

__all__ = ["MIN_WORDS", "Quotation", "find_quotations"]

MIN_WORDS = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """One candidate quote.

    Attributes:
        spans: (start, end) of each piece, without quotation marks.
        cue: Its attribution, or None.
        marked: True inside quotation marks.
        label: True for speech in a transcript, where the label of the turn is the cue.
        side: Whether it asks or answers, for an interview printed without labels; else None.
    """

    spans: tuple[tuple[int, int], ...]
    cue: Cue | None
    marked: bool
    label: bool = False
    side: Side | None = None

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
    speech. Each paragraph of a turn is a quote, and inside a turn nothing else is looked for. A paragraph that is all
    speech and has no cue goes on with the speaker before it.
    """
    text = document.text
    turns = find_turns(document)
    found = [Quotation(spans, turn.cue, marked=False, label=True) for turn in turns for spans in turn.paragraphs]
    blocks = _paragraphs(document.sentences)
    if not turns:
        exchange = find_exchange(document, blocks)
        found += [Quotation(turn.spans, None, marked=False, side=turn.side) for turn in exchange]
    found += _in_prose(text, _outside(blocks, [span for quote in found for span in quote.spans]))
    return sorted((quote for quote in found if _long_enough(text, quote)), key=lambda quote: quote.start)


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


def _in_prose(text: str, blocks: Sequence[list[Sentence]]) -> Iterator[Quotation]:
    before: Quotation | None = None  # the quote that ends the paragraph before
    signatures: set[int] = set()  # blocks that sign the quote above them
    waiting: list[Quotation] = []  # left open in paragraphs before, and not attributed yet
    led_to = find_led_paragraphs(text, blocks)
    for number, block in enumerate(blocks):
        if number in led_to:
            yield Quotation(tuple(spoken_pieces(text, block)), led_to[number], marked=False)
            before = None
            continue
        if dashed := find_dashed(text, block[0].start, block[-1].end):
            yield Quotation(dashed.spans, dashed.cue, marked=False)
            continue
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        runs_on = following is not None and text[following[0].start] in OPENING
        pieces = list(find_marked(text, block[0].start, block[-1].end, runs_on=runs_on))
        groups = group_marked(text, block, pieces)
        quotes = [Quotation(tuple(group.spans), group.cue, marked=True) for group in groups]
        if quotes and _carries_on(text, block, groups[0]):
            led = leading_cue(text, blocks[number - 1]) if number else None
            above = named_above(text, blocks, number) if number - 1 not in signatures else None
            signed = named_below(text, blocks, number) if len(quotes) == 1 and not above else None
            if signed:
                signatures |= {number + 1, number + 2}
            cue = led or above or signed or (before.cue if before is not None else None)
            quotes[0] = replace(quotes[0], cue=cue)
        before = quotes[-1] if quotes and _ends_paragraph(text, block, groups[-1], quotes[-1]) else None
        opens = bool(quotes) and groups[0].left == block[0].start
        left_open = quotes.pop() if quotes and quotes[-1].cue is None and not groups[-1].closed else None
        if quotes or not (opens and left_open):  # else the speech goes on through this paragraph
            yield from (replace(quote, cue=quotes[0].cue if opens else None) for quote in waiting)
            waiting = []
        waiting += [left_open] if left_open else []
        yield from quotes
        free = [sentence for sentence in block if not _touches(pieces, sentence)]
        for spans, cue in find_unmarked(text, free):
            yield Quotation(spans, cue, marked=False)
    yield from waiting


def _touches(pieces: Sequence[Marked], sentence: Sentence) -> bool:
    """Whether a sentence holds a part of a marked passage."""
    following = bisect_left(pieces, sentence.end, key=lambda piece: piece.left) - 1
    return following >= 0 and pieces[following].right > sentence.start


def _carries_on(text: str, block: Sequence[Sentence], group: Group) -> bool:
    """Whether the paragraph opens with speech that nobody is said to say, and adds nothing but a note in brackets."""
    end = block[-1].end
    note = text.rfind("(", group.right, end) if text[end - 1] == ")" else -1
    return (
        group.cue is None
        and group.left == block[0].start
        and not _words_in(text, group.right, end if note < 0 else note)
    )


def _ends_paragraph(text: str, block: Sequence[Sentence], group: Group, quote: Quotation) -> bool:
    """Whether the paragraph ends with an attributed quote, or with its attribution."""
    if quote.cue is None:
        return False
    if not group.closed or not _words_in(text, group.right, block[-1].end):
        return True
    return block[-1].start < group.right <= quote.cue.start


def _words_in(text: str, start: int, end: int) -> bool:
    return any(character.isalnum() for character in text[start:end])


def _long_enough(text: str, quote: Quotation) -> bool:
    return sum(len(text[start:end].split()) for start, end in quote.spans) >= MIN_WORDS
