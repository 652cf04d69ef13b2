"""Attribution: who is said to say something, and with which words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.cue import Cue, cue_of
from summariser.candidates.cue_phrases import according, as_far_as, label, reacted, signature, with_words, words_of
from summariser.candidates.noun_phrases import opening_phrase, subject_after, subject_before
from summariser.candidates.speech_verbs import (
    AFTER_SPEECH,
    BASE,
    BEHIND_COMMA,
    FINITE,
    JUDGES,
    NEEDS_OBJECT,
    NOUNS_TOO,
    OF_A_COURT,
    OF_A_JUDGE,
    OF_A_TEXT,
    OF_SEVERAL,
    PARTICIPLES,
    SPEAKER_OF_PASSIVE,
    WITH_PREPOSITION,
)
from summariser.candidates.words import AUXILIARIES, DETERMINERS, PRONOUNS, Word, split_words

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["find_cue", "skip_enumerator"]

_BE = frozenset("is are was were be been being am".split())
_WITH_IT = frozenset("put puts has had sees saw".split())  # "as Ms Rao has it"
_NOT_VERB_AFTER = DETERMINERS | frozenset("of for no any such with by on in and".split())
_ASKED_FIRST = frozenset("by about if whether why how when what".split())
_ENUMERATOR = re.compile(
    r"\s*(?:(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)]|\d{1,3}(?:\.\d{1,3}){1,3})|[-–—•*▪●◦‣·])\s+"
)
_PERSONS = ("ers", "ors", "ists", "ics", "ents", "ants", "als")  # how nouns for several persons may end
_SPEAK_NEVER = frozenset("shares stock stocks price prices futures bonds sales profit profits trading market".split())
_OPENS_CLAUSE = frozenset("after as when because while once since".split())
_MOST_WORDS = 200
_MOST_TRIES = 8


def skip_enumerator(text: str, start: int, end: int) -> int:
    """Where the words begin behind the number or the mark of a paragraph or list item: "6. ", "(a) ", "• "."""
    match = _ENUMERATOR.match(text, start, end)
    return match.end() if match else start


def find_cue(text: str, start: int, end: int, *, before_speech: bool) -> Cue | None:
    """Find the attribution in `text[start:end]`, the words beside a quotation and of one sentence with it.

    Args:
        text: The whole text.
        start: Where the words beside the quotation begin.
        end: One past their end.
        before_speech: True for words that lead up to the quotation, false for words that follow it.

    Returns:
        The cue nearest to the quotation, or None.
    """
    if before_speech:
        start = skip_enumerator(text, start, end)
    words = split_words(text, start, end)
    words = words[-_MOST_WORDS:] if before_speech else words[:_MOST_WORDS]
    verbs = [number for number in range(len(words)) if _is_verb(words, number, before_speech=before_speech)]
    if before_speech and words and words[-1].low in AFTER_SPEECH and text[words[-1].end : end].strip() in {":", ","}:
        verbs.append(len(words) - 1)  # "She snapped: “…”", but "She snapped “the last of it”"
    if before_speech:
        verbs.reverse()
    for verb in verbs[:_MOST_TRIES]:
        if _is_passive(words, verb) and words[verb].low not in SPEAKER_OF_PASSIVE:
            return _agent(text, words, verb)
        cue = _with_verb(text, words, verb, before_speech=before_speech, opens=start)
        if cue is not None:
            return cue
    if before_speech and (cue := with_words(text, words, end)):
        return cue
    if not before_speech and (cue := reacted(text, words, start) or as_far_as(text, start, words)):
        return cue
    if (cue := according(text, start, end) or (words_of(text, start, end) if before_speech else None)) is not None:
        return cue
    return label(text, start, end) if before_speech else signature(text, start, words)


def _is_verb(words: Sequence[Word], number: int, *, before_speech: bool) -> bool:
    low = words[number].low
    before = words[number - 1] if number else None
    joined = before if before is not None and not words[number].gap else None
    if low in BASE | OF_SEVERAL:  # "used to say", "would say", "critics say"
        helped = joined is not None and low in BASE and joined.low in AUXILIARIES
        return helped or (joined is not None and low in OF_SEVERAL and _is_plural(joined))
    if low in _WITH_IT:
        return number + 1 < len(words) and words[number + 1].low == "it"
    if low in {"went", "goes"} | WITH_PREPOSITION.keys():
        return _with_particle(words, number, before_speech=before_speech)
    if low in PARTICIPLES | OF_A_COURT:
        bare = low in BEHIND_COMMA and joined is not None and joined.low not in {"and", "while"}
        return before_speech and before is not None and before.low != "as" and not bare
    if low not in FINITE or not words[number].text.islower() or (before_speech and low in AFTER_SPEECH):
        return False
    return not (low in NOUNS_TOO and joined is not None and (joined.low in _NOT_VERB_AFTER or joined.possessive))


def _with_particle(words: Sequence[Word], number: int, *, before_speech: bool) -> bool:
    """`she went on`, `the letter goes on:`; `she spoke of “…”`, `he referred to “…”`."""
    behind = words[number + 1 : number + 3]
    if words[number].low in WITH_PREPOSITION:
        return before_speech and bool(behind) and behind[0].low in WITH_PREPOSITION[words[number].low]
    return [word.low for word in behind[:1]] == ["on"] and (len(behind) == 1 or bool(behind[1].gap))


def _is_plural(word: Word) -> bool:
    """Whether a word may be a noun for several persons: "critics", "police"."""
    return word.low in {"they", "police", "people"} or word.low.endswith(_PERSONS)


def _with_verb(text: str, words: Sequence[Word], verb: int, *, before_speech: bool, opens: int) -> Cue | None:
    low = words[verb].low
    subject: tuple[int, int] | None = None
    if low in PARTICIPLES or (low in OF_A_TEXT and verb):
        return cue_of(text, words, _opening(words, verb), verb)
    if low in {"quoted", "quotes"} and (cue := _quoted_as_saying(text, words, verb)):
        return cue
    if not _asks_first(words, verb) and not (low in OF_A_COURT and words[verb].gap):
        subject = subject_before(words, verb)
    if subject is not None and before_speech and _is_parenthesis(words, verb):
        subject = subject_after(words, verb) or subject
    if subject is not None and low in OF_A_COURT and words[subject[1]].possessive:
        subject = None  # "the council's recording"
    if (
        subject is not None
        and low in OF_A_JUDGE
        and not any(word.low in JUDGES for word in words[subject[0] : subject[1] + 1])
    ):
        subject = None
    if subject is not None and low in NOUNS_TOO and _is_bare(words, subject):
        subject = None
    if subject is None and _may_be_inverted(words, verb, before_speech=before_speech):
        led_up = text[opens : words[verb].start].strip(" \t\r\n,”\"’'»")
        subject = subject_after(words, verb) if verb or not led_up else None
    return cue_of(text, words, subject, verb)


def _opening(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """Whom a participle behind the clause belongs to: the subject that opens it, or one that can speak."""
    opening = opening_phrase(words, _clause_start(words, verb))
    if opening is None or words[opening[0]].low.endswith("ing"):
        return _told_before(words, verb) or opening
    return _of_side_clause(words, opening, verb) or opening


def _of_side_clause(words: Sequence[Word], opening: tuple[int, int], verb: int) -> tuple[int, int] | None:
    """Who acts in the last side clause of what is told of a thing: "Shares fell after Acme cut its target, blaming"."""
    if not _SPEAK_NEVER & {word.low for word in words[opening[0] : opening[1] + 1]}:
        return None
    for number in range(verb - 2, opening[1], -1):
        if words[number].low in _OPENS_CLAUSE:
            return opening_phrase(words, number + 1)
    return None


def _told_before(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """Who said the rest of the sentence: "Speaking later, Ms Rao said it was late, adding"."""
    for told in range(verb - 1, 0, -1):
        if words[told].low not in PARTICIPLES and _is_verb(words, told, before_speech=True):
            return subject_before(words, told)
    return None


def _asks_first(words: Sequence[Word], verb: int) -> bool:
    """`Asked by reporters whether …`: a participle that opens the clause attributes nothing."""
    after = words[verb + 1] if verb + 1 < len(words) else None
    return after is not None and not after.gap and after.low in _ASKED_FIRST and (verb == 0 or bool(words[verb].gap))


def _may_be_inverted(words: Sequence[Word], verb: int, *, before_speech: bool) -> bool:
    """Whether the subject may follow the verb: the verb opens the words behind speech, or the whole sentence."""
    low = words[verb].low
    opens = verb == 0 or (words[verb].gap == "," and (not before_speech or _is_inserted(words, verb)))
    asked = _asks_first(words, verb)
    return opens and not asked and low not in NEEDS_OBJECT | OF_A_COURT and not (before_speech and low in BASE)


def _is_inserted(words: Sequence[Word], verb: int) -> bool:
    """Whether a verb and what follows it stand between commas: "It was, said one official, “…”"."""
    subject = subject_after(words, verb)
    return subject is not None and (subject[1] + 1 == len(words) or words[subject[1] + 1].gap == ",")


def _clause_start(words: Sequence[Word], last: int) -> int:
    """The first word behind the last hard break before `words[last]`: a dateline, a semicolon."""
    while last > 0 and words[last].gap != "|":
        last -= 1
    return last


def _is_parenthesis(words: Sequence[Word], verb: int) -> bool:
    """`The boats, warned the harbour master, “will not sail”`: one comma before the verb, a comma or nothing behind."""
    if words[verb].gap != "," or not _is_inserted(words, verb):
        return False
    return all(not word.gap for word in words[_clause_start(words, verb) + 1 : verb])


def _is_bare(words: Sequence[Word], subject: tuple[int, int]) -> bool:
    """Whether a noun stands without article, name or pronoun: "media reports" is no "the paper reports"."""
    phrase = words[subject[0] : subject[1] + 1]
    return phrase[0].low not in DETERMINERS | PRONOUNS and not any(word.capital for word in phrase)


def _is_passive(words: Sequence[Word], verb: int) -> bool:
    number = verb - 1
    while number >= 0 and not words[number + 1].gap and words[number].low.endswith("ly"):
        number -= 1
    return number >= 0 and not words[number + 1].gap and words[number].low in _BE


def _agent(text: str, words: Sequence[Word], verb: int) -> Cue | None:
    """`had been told by a former Convener`; without the agent nobody is named who says it."""
    if verb + 1 >= len(words) or words[verb + 1].low != "by" or words[verb + 1].gap:
        return None
    subject = subject_after(words, verb + 1)
    if subject is None:
        return None
    first = verb
    while first > 0 and not words[first].gap and (words[first - 1].low in AUXILIARIES or words[first - 1].low in _BE):
        first -= 1
    begin, end = words[subject[0]].start, words[subject[1]].end
    return Cue(words[first].start, end, text[begin:end], begin)


def _quoted_as_saying(text: str, words: Sequence[Word], verb: int) -> Cue | None:
    """`quoted Mr Rao as saying`: the speaker stands between."""
    for number in range(verb + 2, min(verb + 12, len(words) - 1)):
        if words[number].low == "as" and not words[verb + 1].gap:
            begin, end = words[verb + 1].start, words[number - 1].end
            return Cue(words[verb].start, words[number + 1].end, text[begin:end], begin)
    return None
