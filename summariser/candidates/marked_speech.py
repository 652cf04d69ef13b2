"""Direct speech between quotation marks, with its attribution; titles, defined terms and words mentioned are none."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.candidates.cue import Cue
from summariser.candidates.cues import find_cue
from summariser.candidates.names import dateline_end
from summariser.candidates.noun_phrases import subject_after
from summariser.candidates.speech_verbs import is_verb_of_saying
from summariser.candidates.words import split_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.marks import Marked
    from summariser.documents import Sentence

__all__ = ["Group", "group_marked"]

_MENTION = re.compile(
    r"(?:\b(?:words?|phrases?|terms?|expressions?|titles?|headlines?|slogans?|motto(?:es)?|nicknames?|entitled|titled|"
    r"so-called|known as|dubbed|nicknamed|named|labell?ed|marked|captioned|spelt|spelled)|\bin this \w+)\s*$",
    re.IGNORECASE,
)
_WITH_WORDS = re.compile(r"\bwith\s+(?:the|these|a\s+few)\s+words\s*$")  # "she left with the words “…”"
_CALLED = re.compile(r"\bcalled\s*$")  # "a place called “…”", but "what he called “…”"
_WHAT = re.compile(r"\b(?:what|which|whom)\b")
_MEANS = re.compile(r"\s*(?:shall\s+)?(?:means?|has the (?:same )?meaning|refers? to|includes?|denotes?)\b")
_MADE_BY = re.compile(
    r"(?:The|This|That|Those|These)\s+(?:remarks?|words?|comments?|quotation|quote|statement|lines?)\s+(?:was|were)\s+"
    r"(?:\w+\s+){0,2}by\s+"
)
_SO_SAID = re.compile(r"(?:So|Thus)\s+(?:said|says|wrote|writes|spoke|speaks|warned|argued|ran|put)\s+(?=[A-Zat])")
_MESSAGE_OF = re.compile(
    r"(?:That|This|Such|Those|These)\s+(?:was|were|is|are)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?(?:message|words?|verdict|view|warning|"
    r"promise|response|reaction|conclusion|assessment|plea|question|answer|advice)\s+(?:of|from)\s+"
)
_SAID_BY = re.compile(
    r"(?:It|This|That|These|Those)\s+(?:was|were)\s+(?:in\s+fact\s+|actually\s+|really\s+|rather\s+|instead\s+)?"
    r"(?P<who>[^,.;]{3,80}?)\s+who\s+(?:said|wrote|used|made|spoke|told|shouted|asked|put)\b"
)
_AND_SAID = re.compile(
    r",?\s+(?:and|but|then|or)\s+(?:\w+ly\s+|also\s+|then\s+|later\s+)?(?P<verb>[a-z]+)\b(?=\s+\w+\s+\w)"
)
_INTERRUPTED = re.compile(r"\s*[–—-]{1,2}\s[^–—“”\"\n]{2,80}?\s?[–—-]{1,2}\s*")
_MINOR = frozenset("of the and for in on a an to from with by at as or is s".split())
_JOINERS = frozenset("and but or then to that".split()) | {""}
_ENDS_CLAUSE = re.compile(r"[.!?;:\n–—]|\b(?:who|whose|while|but|which)\b")
_HE = re.compile(r"\s*(?:He|She|They|It|I)\b")
_LOOK = 60  # characters that decide, before and after a passage
_LONGEST_TITLE = 14
_LONGEST_DEFINED = 8
_LONGEST_TERM = 3
_MOST_BETWEEN = 8


@dataclass(slots=True)
class Group:
    """Passages that make one quote.

    Attributes:
        spans: (start, end) of each, without quotation marks and outer space.
        cue: Their attribution, or None.
        left: Where the first opening mark stands.
        right: One past the last closing mark.
        closed: False where the speech runs on in the next paragraph.
    """

    spans: list[tuple[int, int]]
    cue: Cue | None
    left: int
    right: int
    closed: bool = True


def group_marked(text: str, block: Sequence[Sentence], pieces: Sequence[Marked]) -> list[Group]:
    """Group the marked passages of one paragraph into quotes: one attribution leaves one quote, a new one begins one.

    Args:
        text: The whole text.
        block: The sentences of the paragraph.
        pieces: Its marked passages, in order.
    """
    starts = [sentence.start for sentence in block]
    groups: list[Group] = []
    taken = 0  # where the last passage that is no title and no mention ends
    for number, piece in enumerate(pieces):
        span = _strip(text, piece.start, piece.end)
        if span is None:
            continue
        first = block[max(0, bisect_right(starts, piece.left) - 1)]
        final = block[max(0, bisect_right(starts, max(piece.left, piece.right - 1)) - 1)]
        left = max(first.start + dateline_end(first), taken)
        right = min(final.end, pieces[number + 1].left if number + 1 < len(pieces) else final.end)
        right = max(right, piece.right)
        if _is_mention(text, left, piece, right):
            continue
        cue = _attribution(text, left, piece, right, more=number + 1 < len(pieces) and right < final.end)
        if cue is None and groups and (shared := groups[-1].cue) and left == groups[-1].right:
            cue = _shared(text, left, piece, shared)
        if _is_title(text, span) and not _spoken(text, piece, cue):
            continue
        if groups and cue is not None and _is_term(text, groups[-1], piece, cue):
            continue
        if groups and _joins(text, _skipped(block, starts, groups[-1], piece), groups[-1], piece, cue):
            groups[-1].spans.append(span)
            groups[-1].cue = groups[-1].cue or cue
            groups[-1].right, groups[-1].closed = piece.right, piece.closed
        else:
            groups.append(Group([span], cue, piece.left, piece.right, piece.closed))
        taken = piece.right
    for group in groups:
        group.cue = _corrected(text, block, starts, group.right) or group.cue
    return [group for group in groups if group.cue is not None or _whole(text, block, group)]


def _attribution(text: str, left: int, piece: Marked, right: int, *, more: bool) -> Cue | None:
    before = find_cue(text, left, piece.left, before_speech=True)
    after = find_cue(text, piece.right, right, before_speech=False) if piece.closed else None
    if after is not None and more and not _bare(text, piece.right, after.start) and _bare(text, after.end, right):
        after = None  # it leads up to the next passage
    if before is None or after is None:
        return before or after
    lead = text[before.end : piece.left].strip()
    if not lead or lead.endswith((":", ",")):
        return before
    return after if after.start - piece.right < piece.left - before.end else before


def _shared(text: str, start: int, piece: Marked, cue: Cue) -> Cue | None:
    """`He called it “…” and said the board had “…”`: a second verb has the subject of the first."""
    match = _AND_SAID.match(text, start, piece.left)
    if match is None or not is_verb_of_saying(match["verb"]):
        return None
    return Cue(match.start("verb"), match.end(), cue.subject, cue.subject_start)


def _bare(text: str, start: int, end: int) -> bool:
    """Whether nothing but punctuation stands between two places."""
    return not any(character.isalnum() for character in text[start:end])


def _is_mention(text: str, left: int, piece: Marked, right: int) -> bool:
    """Whether the words are mentioned, not spoken: a defined term, a headline in brackets, "the words “…”"."""
    before = text[max(left, piece.left - _LOOK) : piece.left]
    if (_MENTION.search(before) and not _WITH_WORDS.search(before)) or (
        _CALLED.search(before) and not _WHAT.search(before)
    ):
        return True
    short = len(text[piece.start : piece.end].split()) <= _LONGEST_DEFINED
    if short and _MEANS.match(text, piece.right, min(len(text), piece.right + _LOOK)):
        return True
    opened = before.rfind("(")
    if opened < 0 or ")" in before[opened:]:
        return False
    inside = text.find(")", piece.right, right + 1)
    begin = piece.left - len(before) + opened + 1
    if inside < 0:
        inside = right
    return not (
        find_cue(text, begin, piece.left, before_speech=True)
        or find_cue(text, piece.right, inside, before_speech=False)
    )


def _skipped(block: Sequence[Sentence], starts: Sequence[int], group: Group, piece: Marked) -> Sequence[Sentence]:
    """The sentences that lie wholly between the attribution of a quote and a passage behind it."""
    first = bisect_left(starts, group.cue.end if group.cue is not None else group.right)
    last = bisect_right(starts, piece.left)
    return [sentence for sentence in block[first:last] if sentence.end <= piece.left]


def _joins(text: str, skipped: Sequence[Sentence], group: Group, piece: Marked, cue: Cue | None) -> bool:
    """Whether a passage goes on with the quote before it."""
    if cue is not None:  # "…” – he paused – “…"
        interrupted = group.cue is None and _INTERRUPTED.fullmatch(text, group.right, piece.left) is not None
        return interrupted or (group.cue is not None and cue.start == group.cue.start)
    if _bare(text, group.right, piece.left):
        return True
    if text[group.right : piece.left].rstrip().endswith(":"):
        return False
    if group.cue is not None and group.cue.start >= group.right:
        return all(_HE.match(sentence.text) for sentence in skipped) and _is_utterance(text, piece)
    words = [word.strip(",.;:").lower() for word in text[group.right : piece.left].split()]
    if cue is None and group.cue is not None and not skipped and _goes_on(text, group, piece):
        return True
    return all(word in _JOINERS or is_verb_of_saying(word) for word in words)  # "…” and added that “…"


def _goes_on(text: str, group: Group, piece: Marked) -> bool:
    """`He spoke of “the last days of it” and of “more than one man”`: one sentence, its cue before both."""
    between = text[group.right : piece.left]
    several = len(text[piece.start : piece.end].split()) > _LONGEST_TERM
    return several and len(between.split()) <= _MOST_BETWEEN and _ENDS_CLAUSE.search(between) is None


def _is_term(text: str, group: Group, piece: Marked, cue: Cue) -> bool:
    """`“Prices are gone,” he wrote, keeping a “sell” rating`: a word picked out behind what was said."""
    words = text[piece.start : piece.end].split()
    if group.cue is None or cue.start != group.cue.start or cue.start < group.right or len(words) > _LONGEST_TERM:
        return False
    return _bare(text, group.right, cue.start) and not _is_utterance(text, piece)


def _is_utterance(text: str, piece: Marked) -> bool:
    """Whether a passage is a sentence, or goes on with one: not a term picked out of the narrator's words."""
    words = text[piece.start : piece.end].rstrip(" \"”’'»")
    return not piece.closed or words[-1:] in ".!?…,—–" or text[piece.right : piece.right + 1] in {".", "!", "?"}


def _whole(text: str, block: Sequence[Sentence], group: Group) -> bool:
    """Whether unattributed words are an utterance: a paragraph of their own, or sentences with their stops."""
    start, end = group.spans[0][0], group.spans[-1][1]
    alone = _bare(text, block[0].start, group.left) and _bare(text, group.right, block[-1].end)
    led_up = text[block[0].start : group.left].rstrip().endswith(":")
    return alone or not group.closed or (text[start].isupper() and (led_up or text[end - 1] in ".!?…"))


def _corrected(text: str, block: Sequence[Sentence], starts: Sequence[int], right: int) -> Cue | None:
    """`The remark was made by Ms Li`: the next sentence says whose words they are."""
    index = bisect_right(starts, right - 1)
    if index >= len(block):
        return None
    sentence = block[index]
    said = _SAID_BY.match(text, sentence.start, sentence.end)
    if said is not None:
        return Cue(sentence.start, said.end(), said["who"], said.start("who"))
    patterns = (_MADE_BY, _MESSAGE_OF, _SO_SAID)
    match = next(filter(None, (pattern.match(text, sentence.start, sentence.end) for pattern in patterns)), None)
    if match is None:
        return None
    words = split_words(text, match.end() - len(match.group().split()[-1]) - 1, sentence.end)
    subject = subject_after(words, 0)
    if subject is None:
        return None
    start, end = words[subject[0]].start, words[subject[1]].end
    return Cue(sentence.start, end, text[start:end], start)


def _spoken(text: str, piece: Marked, cue: Cue | None) -> bool:
    """Whether an attribution stands right beside the passage, so that capitals do not make it a title."""
    if cue is None:
        return False
    return _bare(text, piece.right, cue.start) if cue.start >= piece.right else _bare(text, cue.end, piece.left)


def _is_title(text: str, span: tuple[int, int]) -> bool:
    words = re.findall(r"[^\W\d_]+", text[span[0] : span[1]])
    major = [word for word in words if word.lower() not in _MINOR]
    return len(major) >= 2 and len(words) <= _LONGEST_TITLE and all(word[0].isupper() for word in major)


def _strip(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
