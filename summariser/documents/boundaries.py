"""Where sentences end inside one paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.documents import abbreviations as known

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MAX_SENTENCE_CHARS", "sentence_ends"]

MAX_SENTENCE_CHARS = 4_000
"""No sentence is longer; what has no stop for so long is cut at a semicolon or white space."""

# A stop with what closes around it and its footnote mark. The possessive repeats keep the search linear.
_STOP = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>[\"'”’»)\]}*]*+(?:[ \u00a0\u202f]»)?)"
    r"(?P<note>(?:\[\d{1,3}\])*+|(?<=[a-z]{2}[.!?])\d{1,2}|(?<=[a-z]{2}[.!?][”\"])\d{1,2})(?=\s)"
    r"|[。！？]++[」』”’）]*+"
)
_SPACE = re.compile(r"\s")
_ENUMERATOR = re.compile(
    r"(?:§{1,2}\s*|(?:Article|Art\.|Section|Sec\.|Clause|Rule|Chapter|Annex)\s)?"
    r"[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)\]]{1,2}"
)
_NUMBER = re.compile(r"[(\[]?(?:\d|[IVXLC]+\b|[a-z]\))")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
_SPEAKER = re.compile(r"(?:[A-Z][a-z]{0,20}\.? ){1,3}(?:[A-Z]{1,3}\. )?[A-Z][A-Z'’-]{2,30}(?: \([^()]{0,30}\))?\.")
_SUM = re.compile(r"(?:[\d.,]{0,20})(\d)[a-z%]{0,3}")
_INITIAL_AFTER_SLASH = re.compile(r"/[A-Z]$")
_VOWEL = re.compile(r"[aeiouy]")
_ATTRIBUTION_DASH = re.compile(r"[–—-]{1,2}\s?[A-Z]")
_NAMED_SPEAKER = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Gov)\.\s)?(?:[^\W\d_][\w.’'-]{0,30}\s){1,4}?([a-z]{3,10})[.,:]"
)
_SPEAKER_WITH_TAIL = re.compile(  # "Mr Ito told members.", "Bo Ek asked on Monday."
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Gov)\.\s)?[A-Z][\w’'-]{0,30}\s(?:[A-Z][\w’'-]{0,30}\s){0,3}?(?:(?P<verb>[a-z]{3,10})\s"
    r"(?:on|in|at|of|from|to|during|after|before|through|later|last|this|yesterday|today)|(?P<tells>told|tells|asked|asks))"
    r"(?:\s(?!that|he|she|they|it|who|had|has|was|were|would|will|is|are)[\w’'-]{1,30}){1,5}[.,:]"
)
_CLOSING_QUOTES = frozenset("\"'”’»")
_OPENERS = "\"'“‘«([{*¿¡"
_LONGEST_ELLIPSIS = 4
_LOOK = 60  # characters that decide, before and after a stop


def sentence_ends(paragraph: str) -> list[int]:
    """Find where the sentences of one paragraph end.

    Args:
        paragraph: Its text; line breaks inside it count as spaces.

    Returns:
        The end of each sentence, in characters from the start of the paragraph, in order; the last is its length.
    """
    flat = _SPACE.sub(" ", paragraph)
    ends: list[int] = []
    start = 0
    for match in _STOP.finditer(flat):
        following = _next_word(flat, match.end())
        if following == len(flat):
            break
        if _ends_sentence(flat, match, start, following):
            ends.append(match.end())
            start = following
    ends.append(len(flat))
    return list(_bounded(flat, ends))


def _next_word(flat: str, position: int) -> int:
    while position < len(flat) and flat[position] == " ":
        position += 1
    return position


def _ends_sentence(flat: str, match: re.Match[str], start: int, following: int) -> bool:
    """Whether the stop found ends the sentence that began at start."""
    stop, close = match["stop"], match["close"]
    if stop is None:
        return True  # a full-width stop
    after = flat[following : following + _LOOK]
    bare = after.lstrip(_OPENERS)
    quoted = bool(_CLOSING_QUOTES & set(close))
    if _is_mark_or_label(flat, match, start, after) or (quoted and _is_attribution(after, plain=stop == ".")):
        return False
    word = _last_word(flat, start, match.start())
    if bare[:1].islower() and not _CAMEL.match(bare):
        # Unedited text begins sentences in lower case; in edited text an abbreviation or a quotation goes on.
        plain = stop == "." and not close and word.isalpha() and len(word) > 2
        return plain and not (_is_abbreviation(word) or word in known.MONTHS or word in known.WEEKDAYS)
    if match["note"] or set(stop) & {"!", "?"}:
        return word not in known.BEFORE_NUMBER and bare.split(" ", 1)[0].rstrip(".,").lower() not in known.COMPANY_FORMS
    if stop == "." and not close:
        return _full_stop_ends(flat, match.start(), start, word, after)
    return quoted or not _is_abbreviation(word)


def _is_mark_or_label(flat: str, match: re.Match[str], start: int, after: str) -> bool:
    """Whether the stop belongs to dot leaders, the number of a paragraph, a speaker's label or more punctuation."""
    end = match.end()
    if after[0] in ".,;:)!?…" or len(match["stop"]) > _LONGEST_ELLIPSIS or _ENUMERATOR.fullmatch(flat, start, end):
        return True
    return start == 0 and end < _LOOK and _SPEAKER.fullmatch(flat, 0, end) is not None


def _is_attribution(after: str, *, plain: bool) -> bool:
    """Whether what follows a quotation is its attribution: "– Rosa Quispe", after "?" or "!" also "Bo Ek asked."."""
    if _ATTRIBUTION_DASH.match(after):
        return True
    if plain or after.split(" ", 1)[0].lower() in known.STARTERS:
        return False
    match = _NAMED_SPEAKER.match(after)
    if match and match[1] in known.REPORTING:
        return True
    match = _SPEAKER_WITH_TAIL.match(after)
    return bool(match and (match["tells"] or match["verb"] in known.REPORTING))


def _full_stop_ends(flat: str, stop: int, start: int, word: str, after: str) -> bool:
    """Whether a bare full stop after a word ends the sentence, where a capital or a figure follows."""
    first = after.split(" ", 1)[0]
    starter = first.strip(_OPENERS + ",").lower() in known.STARTERS and not first.endswith(".")
    opens_quote = after[0] in '“‘«"'
    if len(word) == 1 and flat[stop - 1].isupper():
        before = flat[max(start, stop - _LOOK) : stop - 1].rstrip().rsplit(" ", 1)[-1].lower()
        return starter or opens_quote or before in known.LETTERED
    if _expects_more(word, first, after):
        return False
    if _ACRONYM.fullmatch(word):
        return starter or opens_quote
    return starter or word in known.BEFORE_NUMBER or not _is_abbreviation(word)


def _expects_more(word: str, first: str, after: str) -> bool:
    """Whether an abbreviation or a number is completed by the word after it: "Mr. Lee", "Art. 3", "Oct. 14"."""
    if word in known.BEFORE_NAME or word in known.CONNECTING or (word.isupper() and word.lower() in known.BEFORE_NAME):
        return True
    if word.lower() in known.BEFORE_NUMBER:
        return _NUMBER.match(after) is not None
    month_follows = first.strip(".,").lower() in known.MONTHS
    if first[:1].isdigit():
        return (word in known.MONTHS and len(word) <= 4 and word != "may") or word in known.WEEKDAYS
    return month_follows and (word in known.WEEKDAYS or (word.isdigit() and len(word) <= 2))


def _is_abbreviation(word: str) -> bool:
    """Whether a word, known or by its looks, is usually followed by more of its sentence."""
    if word.isdigit() or not word:
        return False
    if "." in word or (len(word) == 1 and word.isalpha()):
        return True
    groups = (known.BEFORE_NAME, known.BEFORE_NUMBER, known.CONNECTING, known.AMBIGUOUS)
    if any(word in group for group in groups):
        return True
    return word.isascii() and word.isalpha() and word.islower() and len(word) <= 5 and not _VOWEL.search(word)


def _last_word(flat: str, start: int, end: int) -> str:
    """The word before a stop, in lower case (capitals only: as it is, for GDP is no abbreviation with a stop).

    What opens around it is left out; of a sum with its unit ("$1.5bn") only the figures count.
    """
    word = flat[max(start, end - _LOOK) : end].rsplit(" ", 1)[-1].lstrip(_OPENERS + "$€£¥-–—")
    if _INITIAL_AFTER_SLASH.search(word):
        return word[-1].lower()
    if len(word) > 1 and word.isupper() and word.isalpha():
        return word
    return _SUM.sub(r"\1", word.lower())


def _bounded(flat: str, ends: list[int]) -> Iterator[int]:
    """The ends, with cuts in sentences longer than the limit."""
    start = 0
    for end in ends:
        while end - start > MAX_SENTENCE_CHARS:
            limit = start + MAX_SENTENCE_CHARS
            start = flat.rfind("; ", start + 1, limit) + 1 or flat.rfind(" ", start + 1, limit) + 1 or limit
            yield start
        yield end
        start = end
