"""Noun phrases beside a verb: the subject before it or after it, found by word order without a parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.candidates.lexicon import HONORIFICS, MONTHS_AND_DAYS, PARTICLES, TITLE_WORDS
from summariser.candidates.roles import ROLE_WORDS
from summariser.candidates.words import (
    AUXILIARIES,
    BEFORE_PERSON,
    DETERMINERS,
    LONGEST_PHRASE,
    PRONOUNS,
    Word,
    describes_name,
    is_name,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["opening_phrase", "subject_after", "subject_before"]

_ADVERBS = frozenset(
    """also then later further recently previously never once again earlier simply not however reportedly afterwards
    already now just only even still always often once instead too there soon first finally long ever sometimes
    perhaps maybe duly twice since""".split()
)
_NO_ADVERBS = frozenset(
    """family ally assembly rally anomaly monopoly butterfly bully reply supply jelly belly dolly tally folly lily fly
    elderly friendly stepfamily""".split()
)
_LINKS = frozenset("of for at in from with on to by behind between".split())
_FUNCTION_WORDS = """
    and but or so as because while when where if whether that than though although until before after since during
    through about against into over under without within via what why how which like near outside inside despite
    according following amid per upon toward towards among across said says told
"""
_STOPS = frozenset(_FUNCTION_WORDS.split()) | _LINKS | AUXILIARIES
_ENDS_AFTER = _STOPS - {"of", "for", "and"} | frozenset(
    """yesterday today earlier later late last this adding who whose ahead monday tuesday wednesday thursday friday
    saturday sunday""".split()
)
_IRREGULAR = frozenset(
    """took stood shook rose held sat came went gave made put left got began led met saw spoke wrote broke fell chose
    drew felt found kept lost paid ran sent set told thought won said says""".split()
)
_UNCHANGED = frozenset("cut hit beat quit shut split spread".split())  # in the past
_WRITTEN = frozenset("statement letter message note memo memorandum e-mail email report".split())
_TIMES = frozenset(
    "day week month year morning afternoon evening night time moment hour days weeks months years".split()
)
_BEFORE_INFINITIVE = frozenset(
    """liked likes loved loves wanted wants tried tries began begins continued continues chose chooses hastened rushed
    proceeded came comes got on preferred prefers dared hurried managed heard overheard known seen moved forced obliged
    compelled prompted quick keen happy free able""".split()
)
_MOST_SEGMENTS = 8


def subject_before(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """The noun phrase that is the subject of the verb `words[verb]` and stands before it.

    Appositions and relative clauses between commas are passed over: "Dr Rao, the chair, who is 60, said" gives
    "Dr Rao". A description with the name in apposition is taken whole: "its chief executive, Dr Rao, said".

    Returns:
        Numbers of its first and last word, or None.
    """
    last = verb - 1
    while last >= 0 and not words[last + 1].gap and (_is_adverbial(words[last]) or _leads_to(words, last)):
        last -= 1
    if last < 0 or words[last + 1].gap == "|":
        return None
    if words[last + 1].gap == "," or words[last].low in {"who", "which"}:
        return _over_commas(words, last)
    if words[last].low == "and":  # "Dr Rao rose and said"
        opening = opening_phrase(words, _clause_start(words, last))
        return (opening[0], _with_more(words, *opening)) if opening else None
    return _right_before(words, last)


def _right_before(words: Sequence[Word], last: int) -> tuple[int, int] | None:
    """The subject that ends at `words[last]`, right before the verb."""
    low = _segment_start(words, last)
    relative = next((i for i in range(last, low, -1) if words[i].low == "who"), None)
    first = _grow(words, last if relative is None else relative - 1, low)
    if first is None:
        return None
    if relative is None and first and is_name(words[first : last + 1]) and words[first].gap == ",":
        described = _described(words, first - 1)
        return (first if described is None else described, last)
    return first, last


def _leads_to(words: Sequence[Word], number: int) -> bool:
    """`liked to say`, `went on to add`: a verb before the infinitive of another."""
    after = words[number + 1].low
    return (after == "to" and words[number].low in _BEFORE_INFINITIVE) or (
        after == "on" and words[number].low in {"went", "goes"}
    )


def _is_adverbial(word: Word) -> bool:
    manner = word.low.endswith("ly") and word.text.islower() and word.low not in _NO_ADVERBS
    return manner or word.low in AUXILIARIES or word.low in _ADVERBS


def _segment_start(words: Sequence[Word], last: int) -> int:
    """The first word after the break before `words[last]`."""
    while last > 0 and not words[last].gap:
        last -= 1
    return last


def _clause_start(words: Sequence[Word], last: int) -> int:
    """The first word after the last "that" or break harder than a comma."""
    while last > 0 and words[last].gap != "|" and words[last - 1].low != "that":
        last -= 1
    return last


def _over_commas(words: Sequence[Word], last: int) -> tuple[int, int] | None:
    """The subject before a comma that stands right before the verb."""
    for _ in range(_MOST_SEGMENTS):
        low = _segment_start(words, last)
        segment = words[low : last + 1]
        if is_name(segment) and not (words[low].gap == "," and _is_named(words, low - 1)):
            described = _described(words, low - 1) if words[low].gap == "," else None
            return (low if described is None else described, last)
        if words[low].gap != "," or not (is_name(segment) or _is_aside(words, low, last)):
            first = _grow(words, last, low)
            return None if first is None else (first, last)
        last = low - 1
    return None


def _is_named(words: Sequence[Word], last: int) -> bool:
    """Whether a name and no office ends at `words[last]`, so that a name behind it tells a party or a place."""
    segment = words[_segment_start(words, last) : last + 1]
    return (
        len(segment) > 1
        and is_name(segment)
        and words[last].text not in TITLE_WORDS
        and words[last].low not in ROLE_WORDS
    )


def _is_aside(words: Sequence[Word], low: int, last: int) -> bool:
    """Whether the segment between two commas says more of the name before it, and a phrase stands before it."""
    first = words[low]
    if first.low in {"who", "whose", "which", "where", "and", "then", "now", "of", "from", "formerly", "aged"}:
        return True
    if first.text[0].isdigit():
        return True
    before = _segment_start(words, low - 1)
    if words[before].low in _LINKS | _STOPS or not words[before:low]:
        return is_name(words[before:low])
    owned = any(word.possessive for word in words[low:last])
    return first.low in DETERMINERS or first.text[0].islower() or owned


def _described(words: Sequence[Word], last: int) -> int | None:
    """Where the description begins that ends at `words[last]` and stands before a name: "the mayor, Rosa Diaz"."""
    if last < 0:
        return None
    low = _segment_start(words, last)
    first = _grow(words, last, low)
    if first is None or (first > low and words[first - 1].low in _STOPS - {"that", "and", "but"}):
        return None
    phrase = words[first : last + 1]
    if any(word.low in _TIMES for word in phrase):
        return None
    return first if words[first].low in DETERMINERS or any(word.possessive for word in phrase) else None


def _grow(words: Sequence[Word], last: int, low: int) -> int | None:
    """The first word of the phrase that ends at `words[last]`, not before `words[low]`."""
    if words[last].low in PRONOUNS:
        return last
    first = _simple_start(words, last, low)
    if first is None:
        return None
    while first - 2 >= low and words[first - 1].low in _LINKS:
        further = _simple_start(words, first - 2, low)
        if further is None or not (words[further].low in DETERMINERS or words[further].capital or further == low):
            break
        if further == low and words[further].low in _STOPS:
            break
        first = further
    if first - 2 >= low and words[first - 1].low == "and" and words[first - 2].capital:
        listed = _simple_start(words, first - 2, low)
        if listed is not None and is_name(words[listed : first - 1]):
            return listed
    return first


def _simple_start(words: Sequence[Word], last: int, low: int) -> int | None:
    """The first word of the phrase without prepositions that ends at `words[last]`: "the local's president"."""
    if words[last].low in _STOPS or words[last].low in DETERMINERS:
        return None
    first = last
    bound = max(low, last - LONGEST_PHRASE)
    if words[last].capital and not words[last].possessive:
        while first > bound and not words[first].gap and _continues_name(words, first):
            first -= 1
    while first > bound and not words[first].gap:
        word = words[first - 1]
        further = first - 2 >= bound and not word.gap and words[first - 2].low in DETERMINERS - {"that"}
        if word.low in DETERMINERS - {"that"}:
            return first - 2 if further else first - 1  # "the three unions"
        if word.low in _STOPS | PRONOUNS or word.text in MONTHS_AND_DAYS or word.text[0].isdigit():
            break
        if is_name(words[first : last + 1]) and not any(w.possessive for w in words[first : last + 1]):
            if further and word.text.islower():
                return first - 2  # "the charity Coastline Aid"
            if not (word.low in ROLE_WORDS or word.low in BEFORE_PERSON or word.possessive):
                break
        first -= 1
    return first


def _continues_name(words: Sequence[Word], first: int) -> bool:
    """Whether the word before `words[first]` belongs to the same name."""
    word = words[first - 1]
    if words[first].text in HONORIFICS and word.text not in TITLE_WORDS:
        return False
    return (word.capital and word.low not in DETERMINERS | _STOPS and not word.possessive) or word.low in PARTICLES


def subject_after(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """The noun phrase that follows the verb `words[verb]`: "said its managing director, Chaganti Rao".

    Returns:
        Numbers of its first and last word, or None.
    """
    first = verb + 1
    if first >= len(words) or words[first].gap:
        return None
    word = words[first]
    if word.low in {"he", "she", "they", "i"}:
        return first, first
    nominal = word.low in DETERMINERS or word.capital or {word.low, word.low.rstrip("s")} & ROLE_WORDS
    if word.low in _STOPS or not (nominal or describes_name(words, first, _ENDS_AFTER | _ADVERBS)):
        return None
    last = _run(words, first, _ENDS_AFTER)
    if last + 2 < len(words) and words[last].low in _WRITTEN and words[last + 1].low in {"from", "by"}:
        last = _run(words, last + 1, _ENDS_AFTER)  # "a statement from the ministry"
    if word.low in DETERMINERS and last == first:
        return (first, first) if word.low in {"one", "another"} and _ends(words, first) else None
    return first, _with_more(words, first, last)


def _ends(words: Sequence[Word], number: int) -> bool:
    """Whether a break or nothing stands behind a word."""
    return number + 1 == len(words) or bool(words[number + 1].gap)


def _run(words: Sequence[Word], last: int, ends: frozenset[str] = frozenset()) -> int:
    """The last word before a break or one of the words that end a phrase."""
    while last + 1 < len(words) and not words[last + 1].gap and words[last + 1].low not in ends:
        last += 1
    return last


def _with_more(words: Sequence[Word], first: int, last: int) -> int:
    """The last word of a phrase with its relative clause ("the woman who leads it") or the name in apposition."""
    if last + 1 == len(words):
        return last
    follows = words[last + 1]
    if follows.low == "who" and not follows.gap:
        end = _run(words, last)
        name = _run(words, end + 1) if end + 1 < len(words) and words[end + 1].gap == "," else end
        return name if name > end and is_name(words[end + 1 : name + 1]) else end
    if follows.gap == "," and not is_name(words[first : last + 1]):
        end = _run(words, last + 1)
        if is_name(words[last + 1 : end + 1]):
            return end
    return last


def opening_phrase(words: Sequence[Word], low: int) -> tuple[int, int] | None:
    """The first noun phrase of the clause that begins at `words[low]`, an adverbial before it left out."""
    first = low
    if words[first].low in _STOPS | _ADVERBS:
        after = next((i for i in range(low + 1, len(words)) if words[i].gap), None)
        first = after if after is not None and words[after].gap == "," else low + 1
    if first >= len(words):
        return None
    if words[first].low in PRONOUNS:
        return first, first
    if words[first].low not in DETERMINERS and not words[first].capital:
        return None
    last = first
    while last + 1 < len(words) and not words[last + 1].gap and last - first < LONGEST_PHRASE:
        if _is_past(words, last + 1) or words[last + 1].low in _STOPS - {"of", "for"}:
            break
        last += 1
    return (first, last) if words[last].low not in DETERMINERS else None


def _is_past(words: Sequence[Word], number: int) -> bool:
    """Whether the word looks like a verb in the past tense, not like the adjective of "the retired judge"."""
    word, before = words[number], words[number - 1]
    if word.low in _IRREGULAR:
        return True
    plain = word.text.islower() and (word.low.endswith("ed") or word.low in _UNCHANGED)
    return plain and before.low not in DETERMINERS and not before.low.endswith("ly")
