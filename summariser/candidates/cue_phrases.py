"""Attributions that hold no verb of saying: "according to", "the mayor's words were", "was as far as she would go"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.cue import Cue, cue_of, object_end
from summariser.candidates.irregular import IRREGULAR_PAST
from summariser.candidates.noun_phrases import subject_after, subject_before
from summariser.candidates.words import AUXILIARIES, is_name, split_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.words import Word

__all__ = ["according", "as_far_as", "label", "reacted", "signature", "with_words", "words_of"]

_COULD = frozenset({"would", "could", "puts", "sees"})
_NOT_IN_LABEL = AUXILIARIES | frozenset("and but upon on at after before when as if".split())
_ACCORDING = re.compile(r"\b(?:according to|in the words of)\s+", re.IGNORECASE)
_OWN_WORDS = re.compile(
    r"(?:(?P<who>\b(?:[Tt]he\s+|[Aa]n?\s+)?[\w.’'-]+?(?:\s+[\w.-]+?){0,6})[’']s?|(?=\b(?P<own>[Hh]is|[Hh]er)\b)\w+)\s+"
    r"(?:(?:own|exact|actual|precise|full|short|final|last|first|only)\s+){0,2}(?:words|reply|answer|response|retort|comment|verdict|"
    r"explanation|message|advice|conclusion|motto|warning|question)\b[^“”\"‘:;]{0,120}?"
    r"\b(?P<verb>was|were|is|are|came|ran|read|reads)\b[^“”\"‘.;]{0,30}[:,]?\s*$"
)
_OWN_VERDICT = re.compile(
    r"\s*(?P<who>(?:[Tt]he\s|[Hh]is\b|[Hh]er\b|[A-Z])[^,.;:“”\"\n]{0,60}?)(?:(?<=s)[’']|[’']s|(?<=[Hh]is)|(?<=[Hh]er))\s+"
    r"(?:[\w-]+\s+){0,3}?(?:words|reply|answer|response|retort|comment|verdict|explanation|message|advice|conclusion|motto|warning|"
    r"question|view|reaction|assessment|plea|appeal|promise|take|summary)(?:\s+(?:to|on|of|about)\s[^“”\"‘:;.]{1,60})?:\s*$"
)
_FOR = re.compile(r"\s*For\s+(?P<who>(?:[A-Z]|(?:the|one)\s)[^“”\"‘:;.\n]{2,100}?),\s*$")
_FOR_HIM_IT_WAS = re.compile(
    r"\s*For\s+(?P<who>(?:[a-z][\w-]*\s){0,4}[A-Z][\w.’'-]+(?:\s[\w.’'-]+){0,3}?\s[A-Z][\w’'-]+)(?:,[^“”\"‘:;.\n]{2,80})?,\s+"
    r"(?:it|this|that|(?:the|his|her|their)\s[^“”\"‘:;,.\n]{2,50}?)\s+"
    r"(?:is|was|has\sbeen|had\sbeen|felt\slike|feels\slike|remains|remained|amounts\sto|amounted\sto)\s+"
    r"(?:simply\s|just\s|only\s|nothing\sless\sthan\s)?$"
)
_SUMMED_UP = re.compile(
    r"[\s,–—-]*(?P<verb>was|is)\s+(?:as\s+(?:far|much)\s+as|all(?:\s+that)?|how|the\s+(?:most|best|least)(?:\s+that)?)\s+"
)
_ANSWER_OF = re.compile(
    r"[\s,–—-]*(?P<verb>such\s+(?:was|were)|was|is|came|ran)\s+(?:the\s+(?:[\w-]+\s+){0,2}?(?:words|reply|answer|response|verdict|message|view|comment|retort|advice|"
    r"assessment|judgment|judgement|conclusion|explanation|reaction|promise|question|warning)\s+(?:of|from|given\s+by)\s+"
    r"(?P<who>(?:the\s+)?[^,.;:“”\"]{3,60}))"
)
_WAS_ANSWER = re.compile(
    r"[\s,–—-]*(?P<verb>was|is|came|ran)\s+(?P<who>[^,.;:“”\"]{2,60}?)(?:[’']s|(?<=s)[’']|(?<=\b[Hh]is)|(?<=\b[Hh]er)|(?<=their))\s+"
    r"(?:[\w-]+\s+){0,2}?(?:words|reply|answer|response|verdict|message|view|comment|retort|advice|assessment|"
    r"conclusion|explanation|reaction|promise|question|warning|summary|greeting|motto)\b"
)
_DASH = re.compile(r"(?:\s*[–—-]{1,2}\s*|:\s+)(?=[^\W\d_])")
_BRACKET = re.compile(r"[ \t]*\([^()\n]{2,80}\)$")  # `Henick (envoy): “…”`
_BODY = re.compile(
    r"(?:[Tt]he\s)?(?P<name>[A-Z][\w’'&.-]*(?:\s(?:of|for|and|the|&|[A-Z][\w’'&.-]*)){1,8})[ \t]*(?:$|\r?\n|,)"
)
_NEAR_VERB = 14  # words behind the speech among which its verb stands
_CLOSING = tuple("\"”’'»")
_LONGEST_LABEL = 5


def according(text: str, start: int, end: int) -> Cue | None:
    """`according to the ministry`, `in the words of Ms Rao`."""
    match = _ACCORDING.search(text, start, end)
    if match is None:
        return None
    words = split_words(text, match.start(), min(end, match.end() + 200))
    count = len(match.group().split())
    subject = subject_after(words, count - 1)
    if subject is None:
        return None
    begin, stop = words[subject[0]].start, words[subject[1]].end
    return Cue(match.start(), stop, text[begin:stop], begin)


def words_of(text: str, start: int, end: int) -> Cue | None:
    """`The mayor's own words were these: “…”`, `Her verdict: “…”`, `For Ms Rao, “…”`: whose they are."""
    if match := _OWN_WORDS.search(text, start, end):
        begin, stop = match.span("who" if match["who"] else "own")
        return Cue(begin, match.end("verb"), text[begin:stop], begin)
    patterns = (_OWN_VERDICT, _FOR, _FOR_HIM_IT_WAS)
    match = next(filter(None, (pattern.match(text, start, end) for pattern in patterns)), None)
    if match is None:
        return None
    begin, stop = match.span("who")
    return Cue(begin, len(text[:end].rstrip(" :,")), text[begin:stop], begin)


def with_words(text: str, words: Sequence[Word], end: int) -> Cue | None:
    """`She ended the night with the words “…”`: any verb in the past that opens the clause of "with the words"."""
    if not words or words[-1].low != "words" or text[words[-1].end : end].strip(" ,:\n"):
        return None
    for verb in range(1, len(words) - 2):
        passive = words[verb - 1].low in AUXILIARIES
        if _is_past(words, verb) and not passive and (subject := subject_before(words, verb)) is not None:
            begin, stop = words[subject[0]].start, words[subject[1]].end
            return Cue(begin, words[-1].end, text[begin:stop], begin)
    return None


def reacted(text: str, words: Sequence[Word], start: int) -> Cue | None:
    """`“…,” the judge held`, `“…,” sniffed the dealer`: any verb in the past, where the speech ends in a comma."""
    comma = "," in text[start - 2 : start + 1] and text[start - 1 : start] in _CLOSING
    if not words or not comma or text[start : words[0].start].strip(" ,\n\r"):
        return None
    for verb in range(min(len(words), _NEAR_VERB)):
        if verb and words[verb].gap and words[verb].gap != ",":
            return None
        if words[verb].low in AUXILIARIES or not _is_past(words, verb):
            continue
        subject = subject_before(words, verb) if verb else subject_after(words, verb)
        if subject is None or (verb and subject[0] != 0):
            return None
        return cue_of(text, words, subject, verb)
    return None


def _is_past(words: Sequence[Word], verb: int) -> bool:
    word = words[verb]
    return word.text.islower() and (
        word.low in IRREGULAR_PAST or (word.low.endswith("ed") and len(word.low) > len("fed"))
    )


def as_far_as(text: str, start: int, words: Sequence[Word]) -> Cue | None:
    """`“…,” was as far as he would go`, `“…” is how Mr Ito put it`, `“…” was the answer of Ms Rao`."""
    end = words[-1].end if words else start
    if match := _ANSWER_OF.match(text, start, end) or _WAS_ANSWER.match(text, start, end):
        begin, stop = match.span("who")
        return Cue(match.start("verb"), match.end(), text[begin:stop], begin)
    match = _SUMMED_UP.match(text, start, end)
    first = next((i for i, word in enumerate(words) if match and word.start >= match.end()), None)
    if match is None or first is None:
        return None
    for verb in range(first + 1, min(len(words), first + _NEAR_VERB)):
        if _is_past(words, verb) or words[verb].low in _COULD:
            subject = subject_before(words, verb)
            if subject is None or subject[0] < first:
                return None
            begin, stop = words[subject[0]].start, words[subject[1]].end
            return Cue(match.start("verb"), words[object_end(words, verb)].end, text[begin:stop], begin)
    return None


def label(text: str, start: int, end: int) -> Cue | None:
    """`Henick: “…”`: a short name and a colon."""
    stripped = text[start:end].rstrip()
    if not stripped.endswith(":"):
        return None
    begin = start + len(stripped) - len(stripped.lstrip())
    name = _BRACKET.sub("", text[begin : start + len(stripped) - 1]).strip()
    parts = name.casefold().split()
    if not parts or len(parts) > _LONGEST_LABEL or not name[0].isupper() or set(parts) & _NOT_IN_LABEL:
        return None
    if name.split()[-1].islower() and "," not in name and any(word[0].isupper() for word in name.split()[1:-1]):
        return None  # "Café owner Ida Lund disagrees:"
    return Cue(begin, begin + len(name), name, begin)


def signature(text: str, start: int, words: Sequence[Word]) -> Cue | None:
    """`“…” — Rosa Quispe, fisher`: a dash and a name."""
    match = _DASH.match(text, start)
    if match is None or not words or words[0].start != match.end():
        return None
    last = 0
    while last + 1 < len(words) and not words[last + 1].gap:
        last += 1
    if not is_name(words[: last + 1]):
        body = _BODY.match(text, match.end())  # `“…” – Hale Chamber of Commerce`
        return Cue(*body.span("name"), body["name"], body.start("name")) if body else None
    begin, end = words[0].start, words[last].end
    return Cue(begin, end, text[begin:end], begin)
