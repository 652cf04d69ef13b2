"""Direct speech printed without quotation marks, such as `We are thrilled, the envoy added`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summariser.candidates.cues import find_cue, skip_enumerator
from summariser.candidates.first_person import addresses, first_person, here_and_now
from summariser.candidates.lexicon import HONORIFICS, ORGANISATION_WORDS
from summariser.candidates.roles import ROLE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.candidates.cue import Cue
    from summariser.documents import Sentence

__all__ = ["Speech", "find_unmarked", "says_in_person"]

_COMMA = re.compile(r",\s+(?=\S)")
_LED_UP_TO = re.compile(r"(?P<mark>[:,])\s+(?=(?P<word>[A-Z][\w’']*))")
_OWN_OPENING = frozenset({"We", "I", "Our", "My", "You", "Let", "I'm", "I’m", "We’re", "We're"})
_REPORTS = re.compile(r"\b(?:said|says|told|tells|added|replied|wrote|announced)\b")
_CONJUNCTION = re.compile(r"\s*(?:that|whether|if|how|why)\b", re.IGNORECASE)
_GOES_ON = re.compile(r",?\s+(?:and|but|so|because|or)\s|\s*;")
_PAST = re.compile(r"\b(?:was|were|had|did|would|could|might|said|told|went|came|made|took|gave)\b|\b[a-z]{3,}ed\b")
_PRESENT = re.compile(r"\b(?:is|are|am|has|have|do|does|can|cannot|will|there['’]s|it['’]s)\b", re.IGNORECASE)
# What a saying of general truth does not hold: the definite, the past, the future, the running, names and numbers.
_PARTICULAR = re.compile(
    r"\b[Tt]he\b(?!\s(?:same|other|rest|best|worst|wrong|right)\b)|\b(?:[Tt]hat|[Tt]hose|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\b"
    r"|\b(?:was|were|had|did|would|could|might|will|shall|been|being)\b|\d|(?<=\s)[A-Z]"
    r"|\b(?:is|are)\s+(?:\w+ly\s+|not\s+|still\s+|now\s+)?(?:\w{2,}ing|expected|likely|due|planned|scheduled|set|under\w*)\b"
    r"|\b(?:now|today|yesterday|soon|currently|already|week|month|year)\b"
)
_BACK_REFERENCE = re.compile(r"(?:It|He|She|They|This|These|There)\b")
_FEWEST_WORDS_OF_A_SAYING = 6
_LONGEST_REST = 5
_LONGEST_LEAD = 250  # characters before speech that is led up to
_MOST_COMMAS = 12


class Speech(NamedTuple):
    """Somebody's own words: the pieces, and what attributes them."""

    spans: tuple[tuple[int, int], ...]
    cue: Cue


def find_unmarked(text: str, sentences: Sequence[Sentence]) -> Iterator[Speech]:
    """Yield the direct speech without marks in sentences of one paragraph that hold no quotation marks.

    What shows that words are the speaker's own is the first person; without it, a saying of general truth in the
    present tense that names nothing in particular, said by a person. All else ("the port will close, the ministry
    said") is a report. Sentences right behind go on with the speech while they too speak in person, here and now.
    """
    speech: Speech | None = None
    last = -1
    for sentence in sentences:
        found = _behind(text, sentence) or _in_front(text, sentence)
        if found is not None:
            if speech is not None:
                yield speech
            speech, last = found, sentence.index
        elif speech is not None and sentence.index == last + 1 and _goes_on(sentence.text):
            speech, last = Speech((*speech.spans, (sentence.start, sentence.end)), speech.cue), sentence.index
    if speech is not None:
        yield speech


def _behind(text: str, sentence: Sentence) -> Speech | None:
    """The attribution follows: `We won, said Ms Li.` It begins right after a comma."""
    begin = skip_enumerator(text, sentence.start, sentence.end)
    own = first_person(text[begin : sentence.end])
    if not own and _BACK_REFERENCE.match(text, begin):
        return None
    for comma in list(_COMMA.finditer(text, begin, sentence.end))[-_MOST_COMMAS:]:
        speech = text[begin : comma.start()]
        if _REPORTS.search(speech) or (_CONJUNCTION.match(speech) and not own) or not (own or _is_saying(speech)):
            continue
        cue = find_cue(text, comma.end(), sentence.end, before_speech=False)
        if cue is None or cue.start != comma.end() or cue.subject.lower() in {"i", "we"}:
            continue
        further = _further(text, cue, sentence.end)
        if further is None or not (first_person(speech) or (not own and says_in_person(cue.subject))):
            continue
        return Speech(((begin, comma.start()), *further), cue)
    return None


def _further(text: str, cue: Cue, end: int) -> tuple[tuple[int, int], ...] | None:
    """Speech that goes on behind its attribution, none where the attribution ends the sentence, None in a report."""
    rest = text[cue.end : end].rstrip(" .")
    on = _GOES_ON.match(rest)
    if on and first_person(rest):
        start = cue.end + len(rest) - len(rest.lstrip(", "))
        return ((start, end),)
    if on or re.match(r"\s+that\b", rest):
        return None
    aside = re.match(r",\s+(?:who|whose|which|an?|the|in|at|on|\d|[a-z])", rest)
    return () if aside or len(rest.split()) <= _LONGEST_REST else None


def _in_front(text: str, sentence: Sentence) -> Speech | None:
    """The attribution leads up to it, as in `Ms Li said: We won`."""
    begin = skip_enumerator(text, sentence.start, sentence.end)
    for match in _LED_UP_TO.finditer(text, begin, min(sentence.end, begin + _LONGEST_LEAD)):
        if match["mark"] == "," and match["word"] not in _OWN_OPENING:
            continue
        speech = text[match.end() : sentence.end]
        cue = find_cue(text, begin, match.start(), before_speech=True) if first_person(speech) else None
        if (
            cue is None
            or cue.end != match.start()
            or cue.subject.lower() in {"i", "we"}
            or cue.subject == text[cue.start : cue.end]
        ):
            continue
        return Speech(((match.end(), sentence.end),), cue)
    return None


def _is_saying(words: str) -> bool:
    """`Nobody ever got rich by counting`: present tense, nothing in particular, said of everybody."""
    if len(words.split()) < _FEWEST_WORDS_OF_A_SAYING or not _PRESENT.search(words):
        return False
    return _PARTICULAR.search(words) is None


def says_in_person(subject: str) -> bool:
    """Whether the subject of the attribution is a person and no body: bodies are reported, not heard."""
    words = subject.replace(",", " ").split()
    if subject.lower() in {"he", "she"} or any(word.rstrip(".") in HONORIFICS for word in words):
        return True
    if any(word.lower() in ROLE_WORDS for word in words):
        return True
    capitals = [word for word in words if word[0].isupper()]
    return len(capitals) >= 2 and not any(word.rstrip(".") in ORGANISATION_WORDS for word in capitals)


def _goes_on(words: str) -> bool:
    """Whether a sentence behind unmarked speech is spoken too: present tense, in person or here and now."""
    if _REPORTS.search(words) or _PAST.search(words) or not _PRESENT.search(words):
        return False
    return addresses(words) or here_and_now(words)
